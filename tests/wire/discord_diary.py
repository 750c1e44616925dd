"""A meeting for the Discord wire tests: its card in the channel, its entry in the server's list."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from bot.card import Card, Event, Paragraph
from bot.command import Feature, View
from bot.context import Context
from bot.engine import Engine
from bot.route import Route
from bot.text import Words
from scheduling.delivery import Delivery
from storage import posts
from storage.database import Database, Work
from storage.migrate import upgrade
from storage.people import Community, Person, Place
from storage.posts import Posts
from tests.kit import discord_events as listed
from tests.kit.clock import MONDAY, StillClock
from tests.kit.discord import DiscordWire
from tests.kit.discord_server import DiscordServer
from tests.kit.discord_world import GUILD

TOMORROW = MONDAY + timedelta(days=1)
HOUR = timedelta(hours=1)
EVENT = Event(
    Words("Round of October"), TOMORROW, TOMORROW + HOUR, Words("Room 1"), Words("Bring a case.")
)


@dataclass(frozen=True, slots=True)
class Entry(Route):
    """The meeting in the server's list."""

    address: ClassVar[str] = "kit.entry"
    number: int


@dataclass(frozen=True, slots=True)
class Board(Route):
    """The card of the meeting."""

    address: ClassVar[str] = "kit.board"
    number: int


@dataclass(slots=True)
class Diary:
    """One meeting, its card and its entry, delivered to a Discord server."""

    wire: DiscordWire
    database: Database
    engine: Engine
    clock: StillClock
    delivery: Delivery
    event: Event | None

    async def shows(self, event: Event | None) -> None:
        """The meeting is this now."""
        self.event = event
        await self.says(lambda said: said.refresh(Entry(1).pack()))

    async def says(self, what: Callable[[Posts], object]) -> None:
        """Something is to be seen; it is delivered."""

        def run(work: Work) -> None:
            with work.session() as db:
                what(Posts(db, self.clock.now(), 1, 1, []))

        await self.database.write(run)
        await self.delivery.settle()

    async def stands(self) -> None:
        """The card and the entry are to be seen."""

        def both(said: Posts) -> None:
            said.show(1, Board(1).pack())
            said.show(1, Entry(1).pack())

        await self.says(both)

    async def trouble(self) -> str | None:
        """What is wrong with the entry."""
        return await self.database.read(lambda db: posts.trouble(db, Entry(1).pack()))

    def draw(self, ctx: Context, route: Board) -> Card:
        """The card says what is wrong with the entry."""
        said = posts.trouble(ctx.db, Entry(route.number).pack())
        return Card(None, (Paragraph(Words(f"The meeting stands. {said}")),))

    @property
    def server(self) -> DiscordServer:
        """Discord."""
        return self.wire.server

    @property
    def entries(self) -> list[listed.Event]:
        """What stands in the server's list."""
        return listed.standing(self.server.world)

    @property
    def cards(self) -> list[str]:
        """What stands in the channel."""
        return [shown.text for shown in self.wire.channel("general")]


@asynccontextmanager
async def kept(path: Path) -> AsyncIterator[Diary]:
    """A running delivery to a Discord server, with a card and an entry to show."""
    upgrade(path)
    database, clock, wire = Database(path), StillClock(), DiscordWire()
    await wire.open()
    wire.server.world.now = clock.now
    made: Diary
    views = (
        View(Entry, lambda ctx, route: made.event),
        View(Board, lambda ctx, route: made.draw(ctx, route)),
    )
    engine = Engine(database, (Feature(name="diary", views=views),), clock)
    adapter = wire.adapter()
    made = Diary(wire, database, engine, clock, Delivery(engine, {"discord": adapter}), EVENT)
    made.event = replace(EVENT, board=Board(1))
    await adapter.listen(engine)
    ref = wire.place("general").id

    def furnish(work: Work) -> None:
        with work.session() as db:
            db.add(Community(name="Trainers", founded_at=MONDAY, zone="Europe/Paris"))
            db.add(Person(name="Ann", seen_at=MONDAY))
            db.flush()
            where = Place(id=1, platform="discord", workspace=GUILD, ref=ref, community_id=1)
            db.add(where)

    try:
        await database.write(furnish)
        yield made
    finally:
        await made.delivery.stop()
        await adapter.close()
        await asyncio.to_thread(database.close)
        await wire.close()
