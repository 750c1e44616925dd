"""What comes again comes once: killed at its worst moments, run twice, or interrupted half-way."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.context import Context
from bot.engine import Engine
from bot.features import FEATURES, polls
from bot.features.polls.commands import NewPoll
from scheduling.clockwork import Clockwork
from storage.database import Database
from tests.kit.chat import Chat
from tests.kit.clock import StillClock
from tests.kit.engine import EngineWire
from tests.kit.process import times_posted
from tests.storage.test_kill import KILLED, Machine

QUESTION = "How was your week?"
DUE = datetime(2026, 11, 9, 8, 0, tzinfo=UTC)
"""Monday at nine in Paris, the first time."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community with a poll each Monday and a meeting each Tuesday; nothing runs."""
    path = tmp_path_factory.mktemp("prepared") / "ronde.db"

    async def prepare() -> None:
        chat = Chat(EngineWire(), path)
        await chat.start()
        await chat.founded(chat.cleo)
        await chat.cleo.types(f'/poll "{QUESTION}" "Good" "Hard" every:"monday 9am" until:+2d')
        await chat.cleo.presses("Publish")
        await chat.stop()

    asyncio.run(prepare())
    return path


@pytest.fixture
async def machine(tmp_path: Path, prepared: Path) -> AsyncIterator[Machine]:
    """A machine of its own with that community on it."""
    made = Machine(tmp_path)
    shutil.copyfile(prepared, made.database)
    yield made
    await made.end()


def polls_of(path: Path) -> list[tuple[str, str]]:
    """(day, what became of it) for each day of the series, and a poll for each that was made."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        days = raw.execute("SELECT day, what FROM series_days ORDER BY day").fetchall()
        count = raw.execute("SELECT count(*) FROM polls").fetchone()[0]
    assert count == sum(what == "made" for _, what in days)
    return [(str(day), str(what)) for day, what in days]


@pytest.mark.parametrize("point", ["after-commit", "after-claim", "after-send", "before-note"])
async def test_one_instance_survives_a_kill(machine: Machine, point: str) -> None:
    """Killed while it is made or on its way: made once, shown once (or twice in that one window)."""
    first = await machine.start(DUE, die=point)
    assert await first.gone() == KILLED
    assert polls_of(machine.database) == [("2026-11-09", "made")]

    times = 2 if point in ("after-send", "before-note") else 1
    second = await machine.start(DUE + timedelta(minutes=1))
    await second.until(lambda: sum(times_posted(machine.platform).values()) == times)
    await second.says("r-vote", "cleo", "poll.vote:1:0")
    await second.shows(machine.platform, "Good · 1 vote")
    assert await second.stop() == 0

    assert polls_of(machine.database) == [("2026-11-09", "made")]
    assert list(times_posted(machine.platform).values()) == [times]


async def test_three_weeks_later_the_latest_alone_is_made(machine: Machine) -> None:
    """Down across three dates: the last one, and the days before it are passed over (22.A3)."""
    first = await machine.start(DUE + timedelta(days=14, hours=1))
    await first.shows(machine.platform, QUESTION)
    assert await first.stop() == 0

    assert polls_of(machine.database) == [("2026-11-23", "made")]


async def test_two_workers_make_one(machine: Machine) -> None:
    """Two processes over one file, at the very same instant: one poll a day (R3)."""
    workers = [_worker(machine.database) for _ in range(2)]
    for turn in range(3):
        for _, _, clock in workers:
            clock.move(to=DUE + timedelta(days=7 * turn, seconds=1))
        await asyncio.gather(*(clockwork.tick() for clockwork, _, _ in workers))
    for _, database, _ in workers:
        database.close()

    assert polls_of(machine.database) == [
        ("2026-11-09", "made"),
        ("2026-11-16", "made"),
        ("2026-11-23", "made"),
    ]


def _worker(path: Path) -> tuple[Clockwork, Database, StillClock]:
    database, clock = Database(path, synchronous="OFF"), StillClock()
    return Clockwork(Engine(database, FEATURES, clock)), database, clock


async def test_a_press_out_of_the_blue_makes_nothing(machine: Machine) -> None:
    """Made by hand, too early or once more, the clock's press finds its day done or not yet due."""
    clockwork, database, clock = _worker(machine.database)
    with _due_now(machine.database):
        clock.move(to=DUE - timedelta(hours=1))
    await clockwork.tick()
    assert polls_of(machine.database) == []
    clock.move(to=DUE)
    await clockwork.tick()
    for _ in range(2):
        with _due_now(machine.database):
            clock.move(minutes=1)
        await clockwork.tick()
    database.close()

    assert polls_of(machine.database) == [("2026-11-09", "made")]


@contextmanager
def _due_now(path: Path) -> Iterator[None]:
    """The clock's press of the series falls due, whenever it was to."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "UPDATE due SET at = '2026-11-01T00:00:00.000000Z' WHERE route = 'series.make:1'"
        )
        raw.commit()
    yield


async def test_a_fault_half_way_leaves_nothing_behind_and_is_made_up_for(machine: Machine) -> None:
    """What breaks while it is made is made again an hour later, and whole (R3)."""
    broken = [True]

    def new(ctx: Context, asked: NewPoll) -> object:
        outcome = polls.commands.new(ctx, asked)
        if broken:
            raise RuntimeError("on purpose")
        return outcome

    group = polls.FEATURE.groups[0]
    faulty = replace(group.commands[0], run=new)  # type: ignore[arg-type]  # it answers as the real one
    features = tuple(
        replace(f, groups=(replace(group, commands=(faulty, *group.commands[1:])),))
        if f is polls.FEATURE
        else f
        for f in FEATURES
    )
    database, clock = Database(machine.database, synchronous="OFF"), StillClock(DUE)
    clockwork = Clockwork(Engine(database, features, clock))
    await clockwork.tick()
    assert polls_of(machine.database) == []
    broken.clear()
    clock.move(hours=1, seconds=1)
    await clockwork.tick()
    database.close()

    assert polls_of(machine.database) == [("2026-11-09", "made")]
