"""What the clock presses: each once, again after a fault, and errands outside the transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.command import Errand, Feature, Press
from bot.context import Context
from bot.engine import Engine
from bot.route import Route
from scheduling.clockwork import Clockwork
from storage import due
from storage.database import Database, Work
from tests.kit.clock import MONDAY, StillClock


@dataclass(frozen=True, slots=True)
class Ring(Route):
    """A press that may fail."""

    address = "test.ring"
    number: int


@dataclass(frozen=True, slots=True)
class Look(Route):
    """A press that needs the outside world first."""

    address = "test.look"
    number: int


@dataclass
class Bells:
    """What rang, when it was to ring, and which bells are broken."""

    rang: list[tuple[int, datetime | None]] = field(default_factory=list)
    found: list[dict[str, str]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    unwanted: set[int] = field(default_factory=set)

    def ring(self, ctx: Context, press: Ring) -> None:
        if press.number in self.broken:
            raise RuntimeError(f"bell {press.number}")
        self.rang.append((press.number, ctx.due_at))

    def asks(self, ctx: Context, press: Look) -> Mapping[str, str] | None:
        return None if press.number in self.unwanted else {"address": f"page {press.number}"}

    def came(self, ctx: Context, press: Look) -> None:
        if press.number in self.broken:
            raise RuntimeError(f"look {press.number}")
        self.found.append(dict(ctx.found))


Goes = Callable[[Mapping[str, str]], Awaitable[dict[str, str]]]


class Tower:
    """An engine with bells, and its clockwork."""

    def __init__(self, database: Database, goes: Goes | None = None) -> None:
        """Over an open database; `goes` is the way into the outside world."""
        self.database = database
        self.bells = Bells()
        self.clock = StillClock()
        feature = Feature(
            name="bells",
            presses=(
                Press(Ring, self.bells.ring, clock=True),
                Press(Look, self.bells.came, clock=True, errand=Errand("page", self.bells.asks)),
            ),
        )
        errands = {} if goes is None else {"page": goes}
        self.engine = Engine(database, (feature,), self.clock, errands=errands)
        self.clockwork = Clockwork(self.engine)

    async def plan(self, route: Route, at: datetime = MONDAY) -> None:
        """The clock presses `route` at `at`."""

        def run(work: Work) -> None:
            with work.session() as db:
                due.later(db, route.pack(), at)

        await self.database.write(run)

    async def tick(self, **later: float) -> None:
        """Time passes, and what is due is pressed; errands are waited for."""
        self.clock.move(to=self.clock.now() + timedelta(**later))
        await self.clockwork.tick()
        await self.engine.pressing.idle()

    async def waiting(self) -> datetime | None:
        """When something is due next."""
        return await self.database.read(due.next_at)


async def finds(asked: Mapping[str, str]) -> dict[str, str]:
    """The outside world, which knows a title for everything."""
    await asyncio.sleep(0)
    return {"title": f"title of {asked['address']}"}


async def test_a_press_that_fails_is_made_again_an_hour_later(database: Database) -> None:
    """Nothing that falls due is lost to a fault, and it still knows when it was to happen."""
    tower = Tower(database)
    tower.bells.broken.add(1)
    await tower.plan(Ring(1))
    await tower.plan(Ring(2))

    await tower.tick()
    assert tower.bells.rang == [(2, MONDAY)]
    await tower.tick(minutes=30)
    assert tower.bells.rang == [(2, MONDAY)]

    tower.bells.broken.clear()
    await tower.tick(minutes=31)

    assert tower.bells.rang == [(2, MONDAY), (1, MONDAY)]
    assert await tower.waiting() is None


async def test_a_press_that_goes_on_failing_does_not_hold_the_others_up(database: Database) -> None:
    """One faulty row is tried once an hour, for ever, and everything else goes on."""
    tower = Tower(database)
    tower.bells.broken.add(1)
    await tower.plan(Ring(1))
    for hour in range(1, 4):
        await tower.plan(Ring(1 + hour), MONDAY + timedelta(hours=hour))
        await tower.tick(hours=1, seconds=1)

    assert [number for number, _ in tower.bells.rang] == [2, 3, 4]
    assert await tower.waiting() is not None


async def test_an_errand_comes_back_as_a_press(database: Database) -> None:
    """What was found outside is there when the press is made, and the row is gone."""
    tower = Tower(database, finds)
    await tower.plan(Look(7))

    await tower.tick()

    assert tower.bells.found == [{"title": "title of page 7"}]
    assert await tower.waiting() is None


async def test_no_transaction_is_open_while_an_errand_is_under_way(database: Database) -> None:
    """Others write while the world is slow, and the same errand is not sent twice."""
    sent: list[str] = []
    go_on = asyncio.Event()

    async def slow(asked: Mapping[str, str]) -> dict[str, str]:
        sent.append(asked["address"])
        await go_on.wait()
        return {}

    tower = Tower(database, slow)
    await tower.plan(Look(1))
    await tower.clockwork.tick()
    await asyncio.sleep(0)
    await tower.plan(Ring(2))
    await tower.clockwork.tick()
    assert tower.bells.rang == [(2, MONDAY)]

    go_on.set()
    await tower.tick()

    assert sent == ["page 1"]
    assert tower.bells.found == [{}]


@pytest.mark.parametrize("unwanted", [True, False], ids=["not wanted any more", "no way outside"])
async def test_an_errand_nobody_can_or_need_run_is_dropped(
    database: Database, unwanted: bool
) -> None:
    """Asked nothing, or without the outside world, the row goes quietly."""
    tower = Tower(database, finds if unwanted else None)
    tower.bells.unwanted.update({1} if unwanted else set())
    await tower.plan(Look(1))

    await tower.tick()

    assert tower.bells.found == []
    assert await tower.waiting() is None


async def test_an_errand_that_fails_is_run_again(database: Database) -> None:
    """Whether the world or the press after it failed: an hour later, once more."""
    failing = [True]

    async def flaky(asked: Mapping[str, str]) -> dict[str, str]:
        if failing:
            failing.clear()
            raise OSError("no network")
        return await finds(asked)

    tower = Tower(database, flaky)
    await tower.plan(Look(1))
    tower.bells.broken.add(1)
    for _ in range(2):  # the world fails, then the press
        await tower.tick(hours=1, seconds=1)
        assert tower.bells.found == []
    tower.bells.broken.clear()
    await tower.tick(hours=1, seconds=1)

    assert tower.bells.found == [{"title": "title of page 1"}]


async def test_an_errand_cut_short_is_run_after_the_restart(database: Database) -> None:
    """Stopping does not wait for the world; ten minutes later the errand is run anew."""

    async def never(_asked: Mapping[str, str]) -> dict[str, str]:
        await asyncio.Event().wait()
        return {}

    before = Tower(database, never)
    await before.plan(Look(1))
    await before.clockwork.tick()
    await before.engine.pressing.close()

    after = Tower(database, finds)
    await after.tick(minutes=1)
    assert after.bells.found == []
    await after.tick(minutes=10)

    assert after.bells.found == [{"title": "title of page 1"}]
