"""The core without a platform: votes, commits, drawing, nudges."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from bot.command import Press
from bot.features.community.routes import Join
from bot.features.polls import views
from bot.features.polls.routes import PollBoard
from bot.language import Reader
from bot.request import AccountRef, PlaceRef, Request
from bot.route import Route
from storage.database import Work
from storage.types import to_text
from tests.benchmarks.measure import Figure, Measured, Stopwatch, compare, under
from tests.kit.chat import Chat
from tests.kit.engine import WORKSPACE, EngineWire

PLACE = PlaceRef("engine", WORKSPACE, "general", "general")
VOTERS = 64


def account(number: int) -> AccountRef:
    """A made-up person's account."""
    return AccountRef("engine", WORKSPACE, f"u{number}", f"U{number}", "en-GB", "Europe/Paris")


@asynccontextmanager
async def running(folder: Path, members: int = VOTERS) -> AsyncIterator[Chat]:
    """A community with `members` people and one poll."""
    chat = Chat(EngineWire(), folder / "ronde.db", synchronous="FULL")
    await chat.start()
    await chat.founded()
    await asyncio.gather(
        *(
            chat.app.engine.handle(Request(f"join-{n}", Join(1).pack(), account(n), PLACE))
            for n in range(members)
        )
    )
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    yield chat
    await chat.stop()


class Votes:
    """Votes that change every time, with an id of their own."""

    def __init__(self, chat: Chat) -> None:
        """Vote in the chat's poll 1."""
        self._engine = chat.app.engine
        self._number = 0
        self._choices: dict[tuple[int, int], int] = {}

    async def one(self, voter: int, poll: int = 1) -> None:
        """One person's vote; it moves each time."""
        self._number += 1
        choice = self._choices[voter, poll] = 1 - self._choices.get((voter, poll), 1)
        await self._engine.handle(
            Request(f"vote-{self._number}", f"poll.vote:{poll}:{choice}", account(voter), PLACE)
        )

    async def all(self) -> None:
        """Sixty-four votes that wait together."""
        await asyncio.gather(*(self.one(voter) for voter in range(VOTERS)))


RAW_TABLE = (
    "CREATE TABLE ballots (poll INTEGER, person INTEGER, choices TEXT, at TEXT, "
    "PRIMARY KEY (poll, person)) STRICT"
)
RAW_VOTE = (
    "INSERT INTO ballots VALUES (1, ?, ?, ?) ON CONFLICT (poll, person) "
    "DO UPDATE SET choices = excluded.choices, at = excluded.at"
)


def raw_database(path: Path) -> sqlite3.Connection:
    """A bare SQLite file with the same safety."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute(RAW_TABLE)
    return raw


def raw_upserts(raw: sqlite3.Connection, count: int) -> float:
    """Seconds for one raw upsert and commit, wall clock."""
    began = time.perf_counter()
    for number in range(count):
        raw.execute(RAW_VOTE, (number % VOTERS, str(number % 2), to_text(datetime.now(UTC))))
    return (time.perf_counter() - began) / count


async def throughput(rounds: int) -> list[Figure]:
    """64 whole votes that wait, and the bare primitive, beside one raw upsert and commit each."""
    with tempfile.TemporaryDirectory() as folder:
        raw = raw_database(Path(folder) / "raw.db")
        async with running(Path(folder)) as chat:
            votes = Votes(chat)

            async def whole() -> float:
                began = time.perf_counter()
                for _ in range(8):
                    await votes.all()
                return (time.perf_counter() - began) / (8 * VOTERS)

            async def limit() -> float:
                return raw_upserts(raw, 256)

            def upsert(work: Work) -> None:
                work.cursor.execute("UPDATE persons SET name = name WHERE id = 1")

            async def primitive() -> float:
                database = chat.app.database
                began = time.perf_counter()
                for _ in range(8):
                    await asyncio.gather(*(database.write(upsert) for _ in range(VOTERS)))
                return (time.perf_counter() - began) / (8 * VOTERS)

            found = [
                await compare(
                    "64 whole votes waiting (throughput)",
                    whole,
                    limit,
                    4,
                    rounds=rounds,
                    throughput=True,
                ),
                await compare(
                    "bare group commit, 64 pieces (throughput)",
                    primitive,
                    limit,
                    8,
                    rounds=rounds,
                    throughput=True,
                ),
            ]
        raw.close()
        return found


async def big_poll(rounds: int) -> list[Figure]:
    """A vote on a poll with 5,000 voters beside one with 50; and drawing the big one."""
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder)) as chat:
            await chat.ann.types('/poll "Big?" "Soup" "Pie"')
            await chat.app.database.write(lambda work: _fill(work, 1, 50))
            await chat.app.database.write(lambda work: _fill(work, 2, 5000))
            votes = Votes(chat)

            def voting(poll: int) -> Measured:
                async def run() -> float:
                    with Stopwatch() as watch:
                        for voter in range(VOTERS):
                            await votes.one(voter, poll)
                    return watch.cpu / VOTERS

                return run

            async def draw() -> float:
                def look(db: object) -> float:
                    from bot.context import Context
                    from storage.people import Community

                    began = time.perf_counter()
                    ctx = Context(
                        db,  # type: ignore[arg-type]  # a session
                        chat.clock.now(),
                        Reader("en", "Europe/Paris", "engine"),
                        chat.app.engine,
                        community=db.get(Community, 1),  # type: ignore[attr-defined]
                    )
                    assert views.board(ctx, PollBoard(2)) is not None
                    return time.perf_counter() - began

                return await chat.app.database.read(look)

            return [
                await compare(
                    "a vote among 5,000 voters, beside 50 (CPU)",
                    voting(2),
                    voting(1),
                    1.2,
                    rounds=rounds,
                ),
                await under("drawing a poll with 5,000 voters (ms)", draw, 5, rounds=rounds),
            ]


def _fill(work: Work, poll: int, voters: int) -> None:
    """Voters who voted once."""
    for number in range(voters):
        work.cursor.execute(
            "INSERT INTO persons (name, seen_at) VALUES (?, '2026-11-02T00:00:00.000000Z')",
            (f"V{number}",),
        )
        person = work.cursor.lastrowid
        work.cursor.execute(
            "INSERT INTO members (community_id, person_id, rank, joined_at, quiet, fewer) "
            "VALUES (1, ?, 1, '2026-11-02T00:00:00.000000Z', 0, 0)",
            (person,),
        )
        work.cursor.execute(
            "INSERT INTO ballots VALUES (?, ?, ?, '2026-11-02T00:00:00.000000Z')",
            (poll, person, str(number % 2)),
        )


@dataclass(frozen=True, slots=True)
class BenchNudge(Route):
    """A press that does nothing."""

    address: ClassVar[str] = "bench.nudge"
    number: int


async def nudges(rounds: int) -> list[Figure]:
    """1,000 presses due in one second, beside a bare poller; and how long the loop is blocked."""
    count = 1000
    with tempfile.TemporaryDirectory() as folder:
        raw = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute(
            "CREATE TABLE due (id INTEGER PRIMARY KEY, route TEXT, at TEXT, claimed INTEGER, done INTEGER)"
        )
        raw.execute("CREATE INDEX due_at ON due (at) WHERE done = 0")
        blocked: list[float] = []
        async with running(Path(folder), members=2) as chat:
            engine = chat.app.engine
            engine.presses["bench.nudge"] = Press(BenchNudge, lambda ctx, press: None)

            async def ours() -> float:
                now = chat.clock.now()
                await chat.app.database.write(lambda work: _due(work, count, now))
                watcher = asyncio.create_task(_watch(blocked))
                began = time.perf_counter()
                await chat.app.clockwork.tick()
                took = time.perf_counter() - began
                watcher.cancel()
                return took

            async def poller() -> float:
                now = to_text(datetime.now(UTC))
                raw.execute("BEGIN")
                raw.executemany(
                    "INSERT INTO due (route, at, done) VALUES (?, ?, 0)",
                    [(f"bench:{n}", now) for n in range(count)],
                )
                raw.execute("COMMIT")
                began = time.perf_counter()
                while rows := raw.execute(
                    "UPDATE due SET claimed = 1 WHERE id IN (SELECT id FROM due WHERE done = 0 "
                    "AND at <= ? ORDER BY at LIMIT 100) RETURNING id",
                    (now,),
                ).fetchall():
                    for _ in rows:
                        await asyncio.sleep(0)
                    raw.execute("BEGIN")
                    raw.executemany("UPDATE due SET done = 1 WHERE id = ?", rows)
                    raw.execute("COMMIT")
                return time.perf_counter() - began

            figure = await compare(
                "1,000 nudges due in one second (last one late)",
                ours,
                poller,
                3,
                rounds=rounds,
                unit="ms",
            )

            async def longest() -> float:
                return max(blocked, default=0.0)

            held = await under("… the event loop is blocked at most (ms)", longest, 20, rounds=1)
        raw.close()
        return [figure, held]


async def _watch(blocked: list[float]) -> None:
    """Note how late the loop wakes a sleeper of one millisecond."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        blocked.append(time.perf_counter() - began - 0.001)


def _due(work: Work, count: int, now: datetime) -> None:
    for number in range(count):
        work.cursor.execute(
            "INSERT INTO due (route, occurrence, at, since) VALUES (?, ?, ?, ?)",
            (
                f"bench.nudge:{number}",
                "",
                *[to_text(now - timedelta(milliseconds=number % 1000))] * 2,
            ),
        )


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {
    "throughput": throughput,
    "big-poll": big_poll,
    "nudges": nudges,
}
