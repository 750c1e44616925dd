"""Rehearsals: the real engine and clockwork on a copy of the database, and nobody hears of it.

What runs is what would run: due rows are pressed, notices judged, cards drawn and delivered. Only
three things differ. The clock goes from one event straight to the next, the platforms are replaced
by silent ones, and whoever is asked something says yes at once, as if they had pressed the button.
The outside world is not looked at: errands are left out.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from adapters.base import Adapter, Sending
from bot.card import Card, Rehearsal, Rehearsed
from bot.clocks import SteppedClock
from bot.command import Feature
from bot.context import Clock, Context
from bot.engine import Engine
from bot.errors import Refusal
from bot.language import Reader
from bot.request import AccountRef, PlaceRef, Request
from bot.route import address_of
from bot.text import text
from scheduling.clockwork import Clockwork
from scheduling.delivery import Delivery
from storage import backup, posts
from storage.database import Database, Work
from storage.people import Community

LONGEST = 120.0
"""Seconds: a rehearsal that is not over by then is given up."""

ROUNDS = 20
"""How often people may answer at one instant what their answers led to."""


class Rehearsing:
    """Plays rehearsals, one at a time."""

    def __init__(
        self,
        path: Path,
        features: tuple[Feature, ...],
        clock: Clock,
        platforms: Iterable[str],
    ) -> None:
        """Rehearse on copies of the database at `path`, as if these platforms were connected.

        A copy that a killed process left behind is removed.
        """
        self._path = path
        self._folder = path.with_name(f"{path.name}.rehearsal")
        self._features = features
        self._clock = clock
        self._platforms = tuple(platforms)
        self._under_way: asyncio.Task[Card] | None = None
        self._closing = False
        shutil.rmtree(self._folder, ignore_errors=True)

    async def __call__(self, asked: Rehearsal, reader: Reader) -> Card:
        """What the copy says at the end.

        Raises a Refusal while another rehearsal is under way, when Ronde stops, and if it takes too
        long.
        """
        if self._closing:
            raise Refusal(text("rehearsal-stopped"))
        if self._under_way is not None:
            raise Refusal(text("rehearsal-under-way"))
        self._under_way = asyncio.create_task(self._play(asked, reader), name="rehearsal")
        self._under_way.add_done_callback(self._over)
        # Whoever asked may go away; the copy is removed in its own time all the same.
        return await asyncio.shield(self._under_way)

    async def close(self) -> None:
        """End the rehearsal under way; returns once its copy is removed."""
        self._closing = True
        if self._under_way is not None:
            await asyncio.wait({self._under_way})

    def _over(self, played: asyncio.Task[Card]) -> None:
        self._under_way = None
        if not played.cancelled():
            played.exception()  # whoever asked has heard of it, if they are still there

    async def _play(self, asked: Rehearsal, reader: Reader) -> Card:
        try:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(mode=0o700)
            copy = self._folder / "copy.db"
            await asyncio.to_thread(backup.copy, self._path, copy)
            database = Database(copy, synchronous="OFF")
            try:
                return await self._played(database, asked, reader)
            finally:
                await asyncio.to_thread(database.close)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def _played(self, database: Database, asked: Rehearsal, reader: Reader) -> Card:
        began = time.monotonic()
        stage = Stage(database, self._features, self._clock.now(), self._platforms, asked.yes)
        last = await stage.open()
        while await stage.step(asked.until):
            if self._closing:
                raise Refusal(text("rehearsal-stopped"))
            if time.monotonic() - began > LONGEST:
                raise Refusal(text("rehearsal-too-long"))
        return await stage.draw(asked, last, reader)


class Stage:
    """The copy with its own engine, clock and clockwork, and platforms that show nothing."""

    def __init__(
        self,
        database: Database,
        features: tuple[Feature, ...],
        since: datetime,
        platforms: Iterable[str],
        yes: frozenset[str],
    ) -> None:
        """Stand at `since`; `yes` are the addresses of the buttons that people press."""
        self._since = since
        self._real = datetime.now(UTC)
        self._database = database
        self._clock = SteppedClock(since)
        self._audience = Audience(yes)
        self._engine = Engine(database, features, self._clock)
        silent: dict[str, Adapter] = {name: _Silent(name, self._audience) for name in platforms}
        # Claims and pace are kept on the machine's clock, which goes on as fast as ours.
        self._delivery = Delivery(
            self._engine,
            silent,
            real_now=lambda: self._real + (self._clock.now() - self._since),
        )
        self._clockwork = Clockwork(self._engine)
        self._pressed = 0

    async def open(self) -> int:
        """Whoever was asked something before answers it now. Returns the newest post until then."""
        last = await self._database.read(posts.newest)

        def ask(work: Work) -> None:
            with work.session() as db:
                posts.ask_anew(db, self._since)

        await self._database.write(ask)
        await self._settle()
        return last

    async def step(self, until: datetime) -> bool:
        """Go to the next event and let it happen; False once it is `until`."""
        at = await self._clockwork.next_at()
        over = at is None or at > until
        self._clock.move_to(until if at is None or over else at)
        await self._settle()
        return not over

    async def draw(self, asked: Rehearsal, last: int, reader: Reader) -> Card:
        """What is to be said of it, by the copy as it is now."""
        played = Rehearsed(self._since, last, self._audience.posted)
        now = self._clock.now()
        return await self._database.read(
            lambda db: asked.draw(
                Context(
                    db, now, reader, self._engine, community=db.get(Community, asked.community)
                ),
                played,
            )
        )

    async def _settle(self) -> None:
        await self._clockwork.tick()
        await self._deliver()
        for _ in range(ROUNDS):
            asked = self._audience.asked()
            if not asked:
                return
            for place, route in asked:
                self._pressed += 1
                await self._engine.handle(
                    Request(
                        f"rehearsal-{self._pressed}",
                        route,
                        AccountRef(place.platform, place.workspace, place.ref),
                        place,
                    )
                )
            await self._deliver()

    async def _deliver(self) -> None:
        while await self._delivery.step():
            pass


@dataclass(slots=True)
class Audience:
    """What people would see: how much in each channel, and the questions that they say yes to."""

    yes: frozenset[str]
    posted: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _asked: dict[tuple[PlaceRef, str], None] = field(default_factory=dict)

    def sees(self, sending: Sending) -> None:
        """A card is shown."""
        place = sending.place
        if place.direct:
            for route in sending.card.routes():
                if address_of(route.pack()) in self.yes:
                    self._asked[place, route.pack()] = None
        elif sending.message is None:
            self.posted[place.platform, place.workspace, place.ref] += 1

    def asked(self) -> list[tuple[PlaceRef, str]]:
        """The questions that were seen since the last time, in the order in which they came."""
        found = list(self._asked)
        self._asked.clear()
        return found


class _Silent:
    """A platform that shows nothing to anybody, and has no calendar and no groups of its own."""

    edit_every = 0.0
    ready = True

    def __init__(self, platform: str, audience: Audience) -> None:
        """Stand in for `platform`."""
        self.platform = platform
        self._audience = audience

    async def listen(self, engine: Engine) -> None:
        """Nobody speaks."""

    async def show(self, sending: Sending) -> str:
        """Note what would be seen; the reference is the post's key."""
        self._audience.sees(sending)
        return sending.message or sending.key

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Nothing stands there."""

    async def close(self) -> None:
        """Nothing is open."""
