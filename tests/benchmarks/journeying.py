"""The ten steps of a community that has grown: from the request to the card, beside bare queries."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.app import App
from bot.card import Picture, Reply
from bot.request import Request
from storage.database import connect
from tests.benchmarks import grown
from tests.benchmarks.community import Statement
from tests.benchmarks.measure import Figure, Stopwatch, compare, under
from tests.kit.clock import StillClock
from tests.kit.engine import EngineWire

TURNS = 5


class Asking:
    """The founder of a grown community, who types `/journey`."""

    def __init__(self, path: Path) -> None:
        """On a file that `grown.seed` filled."""
        self.app = App(path, [EngineWire().adapter()], clock=StillClock(grown.NOW))
        self._ids = itertools.count()

    async def ask(self) -> None:
        """Once, up to the card."""
        number = f"bench-{next(self._ids)}"
        request = Request(number, "typed:/journey", grown.account(0), grown.PLACE, {"line": ""})
        answer = await self.app.engine.handle(request)
        assert isinstance(answer.outcome, Reply), "no card"
        assert isinstance(answer.outcome.card.blocks[0], Picture), "not the path"

    async def queries(self) -> list[Statement]:
        """What it asks of the database, word for word."""
        found: list[Statement] = []

        def hear(_: object, cursor: object, sql: str, values: Any, *rest: object) -> None:
            del cursor, rest
            if not sql.startswith(("INSERT", "UPDATE", "DELETE")):
                found.append((sql, values))

        engine = self.app.database._engine
        event.listen(engine, "before_cursor_execute", hear)
        await self.ask()
        event.remove(engine, "before_cursor_execute", hear)
        return found

    async def cpu(self) -> float:
        """The processor's seconds of one."""
        with Stopwatch() as watch:
            for _ in range(TURNS):
                await self.ask()
        return watch.cpu / TURNS

    async def waited(self) -> float:
        """The seconds that one takes on the clock on the wall."""
        began = time.perf_counter()
        await self.ask()
        return time.perf_counter() - began


async def journeying(rounds: int) -> list[Figure]:
    """`/journey` of 500 members, 5,000 resources and three years of acts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ronde.db"
        grown.seed(path)
        asking = Asking(path)
        await asking.app.start(background=False)
        queries = await asking.queries()
        with closing(connect(path, read_only=True)) as raw:

            async def bare() -> float:
                with Stopwatch() as watch:
                    for _ in range(TURNS):
                        for sql, values in queries:
                            raw.execute(sql, values).fetchall()
                return watch.cpu / TURNS

            goal = f"/journey, beside its {len(queries)} bare queries (CPU)"
            found = [
                await compare(goal, asking.cpu, bare, 3, rounds=rounds, unit="ms", turns=3),
                await under(
                    "/journey, from the request to the card (CPU)", asking.cpu, 50, rounds=rounds
                ),
                await under("… on the clock on the wall", asking.waited, 50, rounds=rounds * 5),
            ]
        await asking.app.stop()
    return found


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"journey": journeying}
