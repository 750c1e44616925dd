"""The database as one careful clerk: many pieces a commit, and nobody told yes too early."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from storage.database import BATCH, Database, Work, connect, path_of
from storage.errors import StorageError, Unreadable
from storage.people import Person

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def adds(name: str) -> Callable[[Work], str]:
    """A piece of work on the driver's cursor."""

    def run(work: Work) -> str:
        work.cursor.execute("INSERT INTO persons (name, seen_at) VALUES (?, '')", (name,))
        return name

    return run


def adds_by_session(name: str) -> Callable[[Work], str]:
    """The same through a session."""

    def run(work: Work) -> str:
        with work.session() as db:
            db.add(Person(name=name, seen_at=NOW))
        return name

    return run


def fails(work: Work) -> None:
    """A piece that writes and then fails."""
    adds("never")(work)
    raise LookupError("on purpose")


def fails_by_session(work: Work) -> None:
    """The same through a session."""
    with work.session() as db:
        db.add(Person(name="never", seen_at=NOW))
        db.flush()
        raise LookupError("on purpose")


def spoils_the_commit(work: Work) -> None:
    """A piece whose broken reference comes to light at COMMIT only."""
    work.cursor.execute("PRAGMA defer_foreign_keys=ON")
    work.cursor.execute(
        "INSERT INTO accounts (person_id, platform, workspace, ref, name, locale, zone, bot) "
        "VALUES (999, '', '', '', '', '', '', 0)"
    )


async def names(database: Database) -> list[str]:
    """Who is in the database, in the order in which they were written."""
    return await database.read(lambda db: list(db.exec(select(Person.name).order_by(text("id")))))


@asynccontextmanager
async def held(database: Database) -> AsyncIterator[None]:
    """Keep the writing thread busy: what is asked for meanwhile waits and is taken together."""
    begun, go = threading.Event(), threading.Event()

    def hold(work: Work) -> None:
        begun.set()
        go.wait(10)

    holding = asyncio.create_task(database.write(hold))
    await asyncio.to_thread(begun.wait, 10)
    try:
        yield
        await asyncio.sleep(0.01)  # everything created meanwhile has been put in the queue
    finally:
        go.set()
        await holding


async def test_what_waits_is_committed_together(database: Database) -> None:
    """Work that waits goes into one commit, and each caller gets its own result."""
    async with held(database):
        before = database.commits
        tasks = [asyncio.create_task(database.write(adds(f"p{n}"))) for n in range(20)]
    assert await asyncio.gather(*tasks) == [f"p{n}" for n in range(20)]

    assert database.commits == before + 2  # the one that held, and one for all twenty


async def test_a_commit_holds_only_so_many_pieces(database: Database) -> None:
    """Three full batches and one more make four commits: nobody waits for more than their own."""
    async with held(database):
        before = database.commits
        tasks = [asyncio.create_task(database.write(adds(f"p{n}"))) for n in range(3 * BATCH + 1)]
    await asyncio.gather(*tasks)

    assert database.commits == before + 1 + 4


async def test_pieces_run_in_the_order_in_which_they_came(database: Database) -> None:
    """First come, first written, whatever the batch."""
    async with held(database):
        tasks = [asyncio.create_task(database.write(adds(f"p{n}"))) for n in range(150)]
    await asyncio.gather(*tasks)

    assert await names(database) == [f"p{n}" for n in range(150)]


@pytest.mark.parametrize("failing", [fails, fails_by_session])
async def test_a_failing_piece_is_rolled_back_alone(
    database: Database, failing: Callable[[Work], None]
) -> None:
    """Of three pieces in one commit the middle one fails: the others stand, and only it is told."""
    async with held(database):
        before = database.commits
        pieces = [adds("first"), failing, adds_by_session("last")]
        tasks = [asyncio.create_task(database.write(piece)) for piece in pieces]
    first, middle, last = await asyncio.gather(*tasks, return_exceptions=True)

    assert (first, last) == ("first", "last")
    assert isinstance(middle, LookupError)
    assert database.commits == before + 2
    assert await names(database) == ["first", "last"]


@pytest.mark.parametrize("adding", [adds, adds_by_session])
async def test_if_the_commit_fails_nobody_is_told_yes(
    database: Database, adding: Callable[[str], Callable[[Work], str]]
) -> None:
    """A COMMIT that fails is an error for every piece in it; the next one works as ever."""
    async with held(database):
        pieces = [adding("first"), spoils_the_commit, adding("last")]
        tasks = [asyncio.create_task(database.write(piece)) for piece in pieces]
    told = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(one) for one in told] == [StorageError] * 3
    assert "free space" in str(told[0])
    assert await names(database) == []
    assert await database.write(adding("after")) == "after"
    assert await names(database) == ["after"]


async def test_a_full_disk_is_told_to_everybody_in_the_commit(database: Database) -> None:
    """When SQLite gives the whole transaction up, all pieces fail; then it goes on."""
    pages = await database.read(lambda db: db.execute(text("PRAGMA page_count")).scalar_one())
    await database.write(lambda work: work.cursor.execute(f"PRAGMA max_page_count={pages + 2}"))

    async with held(database):
        tasks = [
            asyncio.create_task(database.write(adds("small"))),
            asyncio.create_task(database.write(adds("x" * 100_000))),
        ]
    told = await asyncio.gather(*tasks, return_exceptions=True)

    assert isinstance(told[1], StorageError | sqlite3.OperationalError)
    kept = await names(database)
    assert kept == (["small"] if told[0] == "small" else [])
    await database.write(lambda work: work.cursor.execute("PRAGMA max_page_count=1000000"))
    assert await database.write(adds("after")) == "after"


async def test_a_session_is_undone_alone_inside_its_piece(database: Database) -> None:
    """What a piece did before a session that fails stays, if the piece carries on."""

    def run(work: Work) -> None:
        adds("before")(work)
        try:
            fails_by_session(work)
        except LookupError:
            adds_by_session("instead")(work)

    await database.write(run)

    assert await names(database) == ["before", "instead"]


async def test_a_savepoint_is_undone_alone(database: Database) -> None:
    """The same with the driver's own savepoint."""

    def run(work: Work) -> None:
        with work.savepoint():
            adds("kept")(work)
        with pytest.raises(LookupError), work.savepoint():
            fails(work)

    await database.write(run)

    assert await names(database) == ["kept"]


async def test_the_reading_side_cannot_write(database: Database) -> None:
    """A report that tried to write is refused by SQLite itself, and reading goes on."""

    def tries(db: Session) -> None:
        db.execute(text("INSERT INTO persons (name, seen_at) VALUES ('x', '')"))

    with pytest.raises(OperationalError, match="readonly"):
        await database.read(tries)

    assert await names(database) == []


async def test_reading_sees_what_was_committed_and_nothing_else(database: Database) -> None:
    """Half-done work is invisible to readers; after its commit they see it at once."""
    begun, go = threading.Event(), threading.Event()

    def slow(work: Work) -> None:
        adds("half-done")(work)
        begun.set()
        go.wait(10)

    writing = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(begun.wait, 10)
    meanwhile = await names(database)
    go.set()
    await writing

    assert meanwhile == []
    assert await names(database) == ["half-done"]


async def test_whoever_no_longer_waits_disturbs_nobody(database: Database) -> None:
    """A cancelled caller's work is done all the same, and both threads go on serving."""
    async with held(database):
        writing = asyncio.create_task(database.write(adds("cancelled")))
        reading = asyncio.create_task(database.read(lambda db: threading.Event().wait(0.05)))
        await asyncio.sleep(0)
        writing.cancel()
        reading.cancel()
    told = await asyncio.gather(writing, reading, return_exceptions=True)

    assert [type(one) for one in told] == [asyncio.CancelledError] * 2
    assert await asyncio.wait_for(database.write(adds("after")), 5) == "after"
    assert await asyncio.wait_for(names(database), 5) == ["cancelled", "after"]


def test_a_loop_that_is_gone_stops_no_thread(path: Path) -> None:
    """Work whose caller's loop is closed by the time it is done: the threads go on serving."""
    database = Database(path)
    go = threading.Event()

    async def leave_early() -> None:
        task = asyncio.create_task(database.write(lambda work: go.wait(10)))
        await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(leave_early())
    go.set()

    async def come_back() -> list[str]:
        await database.write(adds("after"))
        return await names(database)

    assert asyncio.run(come_back()) == ["after"]
    database.close()


async def test_closing_finishes_what_waits(path: Path) -> None:
    """Closing drains the queue: everything accepted is committed and answered."""
    database = Database(path)
    async with held(database):
        tasks = [asyncio.create_task(database.write(adds(f"p{n}"))) for n in range(100)]
        reading = asyncio.create_task(names(database))
        await asyncio.sleep(0.01)
        closing_ = asyncio.create_task(asyncio.to_thread(database.close))
    await closing_

    assert await asyncio.gather(*tasks) == [f"p{n}" for n in range(100)]
    await reading
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM persons").fetchone()[0] == 100


async def test_a_closed_database_says_so(path: Path) -> None:
    """After closing, asking is refused in a sentence; closing twice is harmless."""
    database = Database(path)
    await asyncio.to_thread(database.close)
    await asyncio.to_thread(database.close)

    with pytest.raises(StorageError, match="stopping"):
        await database.write(adds("late"))
    with pytest.raises(StorageError, match="stopping"):
        await names(database)
    with pytest.raises(StorageError, match="stopping"):
        await database.forget_log()


async def test_closing_leaves_one_file(path: Path) -> None:
    """Stopped cleanly, everything stands in the one file: it can be copied as it is."""
    database = Database(path)
    await database.write(adds("kept"))
    await asyncio.to_thread(database.close)

    assert [one.name for one in path.parent.iterdir()] == [path.name]


async def test_the_log_can_be_emptied_between_two_commits(database: Database, path: Path) -> None:
    """Asked to, the database folds its write-ahead log into the file and cuts it to nothing."""
    await database.write(adds("somebody"))
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 0

    assert await database.forget_log()

    assert log.stat().st_size == 0
    assert await names(database) == ["somebody"]


async def test_a_log_that_somebody_reads_is_emptied_later(database: Database, path: Path) -> None:
    """While a backup reads from the log it cannot be emptied; the caller hears so, and soon."""
    await database.write(adds("somebody"))
    with closing(sqlite3.connect(path, isolation_level=None)) as outside:
        outside.execute("BEGIN")
        outside.execute("SELECT count(*) FROM persons").fetchone()
        await database.write(adds("another"))

        assert not await asyncio.wait_for(database.forget_log(), 5)
        outside.execute("ROLLBACK")

    assert await database.forget_log()


def test_a_log_left_by_a_killed_process_is_emptied_at_the_next_start(path: Path) -> None:
    """What a killed process left in the log is in the file after the next start, the log empty."""
    log = path.with_name(path.name + "-wal")
    with closing(connect(path)) as raw:
        raw.execute("INSERT INTO persons (name, seen_at) VALUES ('x', '')")
        copy = path.with_name("copied.db")
        copy.write_bytes(path.read_bytes())
        copied_log = copy.with_name(copy.name + "-wal")
        copied_log.write_bytes(log.read_bytes())

    database = Database(copy)

    assert copied_log.stat().st_size == 0
    database.close()
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT count(*) FROM persons").fetchone()[0] == 1


def test_connections_are_set_up_to_lose_nothing(path: Path) -> None:
    """Write-ahead log, a sync at every commit, and references that are enforced."""
    with closing(connect(path)) as raw:
        asked = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    full = 2
    assert asked == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///var/ronde.db", "var/ronde.db"),
        ("sqlite:////srv/ronde.db", "/srv/ronde.db"),
        ("sqlite+pysqlite:///ronde.db", "ronde.db"),
        ("ronde.db", "ronde.db"),
    ],
)
def test_an_address_names_a_file(url: str, expected: str) -> None:
    """Three slashes and a path, or the path alone."""
    assert path_of(url) == Path(expected)


@pytest.mark.parametrize("url", ["postgresql://ronde@db/ronde", "sqlite://", "sqlite:///"])
def test_another_kind_of_address_is_refused_with_what_to_write(url: str) -> None:
    """Only SQLite files: the refusal shows how to write one."""
    with pytest.raises(Unreadable, match=r"sqlite:///var/ronde\.db"):
        path_of(url)
