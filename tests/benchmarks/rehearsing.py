"""A rehearsal of ninety days in a community of sixty, from the press to the card."""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.app import App
from bot.card import Buttons, Reply
from bot.command import Answer
from bot.features.community.routes import Join
from bot.request import AccountRef, PlaceRef, Request
from tests.benchmarks.measure import Figure, Stopwatch, under
from tests.kit.clock import MONDAY, StillClock
from tests.kit.engine import WORKSPACE, EngineWire

MEMBERS = 60
ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Indian/Reunion")
SETUP = (
    "/role new facilitation term:1-month",
    "/role new notes term:2-weeks",
    "/role new time term:1-week",
    '/poll "How are you?" "Well" "So so" every:"1st monday 9am"',
    '/meet series "Practice" "every 2nd tuesday 14:00"',
)


class Sixty:
    """A community of sixty on the engine alone, with three roles, and a poll and a meeting each month."""

    def __init__(self, path: Path) -> None:
        """Nobody is there yet."""
        self.clock = StillClock(MONDAY)
        self.app = App(path, [EngineWire().adapter()], clock=self.clock)
        self.place = PlaceRef("engine", WORKSPACE, "general", "general")
        self._asked = 0

    async def asks(self, who: int, route: str, **values: str) -> Answer:
        """What one of them does, and the answer."""
        self._asked += 1
        zone = ZONES[who % len(ZONES)]
        account = AccountRef("engine", WORKSPACE, f"u{who}", f"Person {who}", "en-GB", zone)
        request = Request(f"bench-{self._asked}", route, account, self.place, values)
        return await self.app.engine.handle(request)

    async def begin(self) -> None:
        """Found it, let everybody join, and make what turns and comes again."""
        await self.app.start(background=False)
        named = {"name": "Trainers", "purpose": "sharing what works", "zone": "Europe/Paris"}
        await self.asks(0, "command:ronde.found", **named)
        for who in range(1, MEMBERS):
            await self.asks(who, Join(1).pack())
        self.clock.move(days=40)
        await self.app.settle()
        for line in SETUP:
            word, _, rest = line.partition(" ")
            preview = await self.asks(0, f"typed:{word}", line=rest)
            assert isinstance(preview.outcome, Reply), line
            for block in preview.outcome.card.blocks:
                if isinstance(block, Buttons) and block.buttons[0].route is not None:
                    await self.asks(0, block.buttons[0].route.pack())
        await self.app.settle()

    async def rehearse(self) -> float:
        """The processor's seconds of one rehearsal."""
        with Stopwatch() as watch:
            answer = await self.asks(0, "typed:/ronde", line="rehearse 90d")
        assert isinstance(answer.outcome, Reply), "no card"
        return watch.cpu


async def rehearsing(rounds: int) -> list[Figure]:
    """Ninety days for sixty people: copied, played, and said."""
    with tempfile.TemporaryDirectory() as folder:
        sixty = Sixty(Path(folder) / "ronde.db")
        await sixty.begin()
        figure = await under(
            "90 days rehearsed for 60 members (CPU)", sixty.rehearse, 5.0, rounds=rounds, unit="s"
        )
        await sixty.app.stop()
    return [figure]


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"rehearsal": rehearsing}
