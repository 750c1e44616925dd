"""What the clock will press, and when: one row for each address and occurrence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from storage import due
from storage.database import Database, Work, connect

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)

T = TypeVar("T")


async def say(database: Database, change: Callable[[Session], T]) -> T:
    """Make a change in a transaction of its own."""

    def run(work: Work) -> T:
        with work.session() as db:
            return change(db)

    return await database.write(run)


async def routes(database: Database, at: datetime) -> list[str]:
    """What is due at an instant, in order."""

    def look(db: Session) -> list[str]:
        found = [db.get(due.Due, row) for row in due.due(db, at)]
        return [one.route for one in found if one is not None]

    return await database.read(look)


async def test_what_is_due_comes_in_order(database: Database) -> None:
    """The earliest first; of the same instant, the one asked for first; nothing that is not due."""
    for route, at in [("c:1", NOW), ("b:1", NOW - HOUR), ("a:1", NOW), ("d:1", NOW + HOUR)]:
        await say(database, lambda db, r=route, when=at: due.later(db, r, when))  # type: ignore[misc]

    assert await routes(database, NOW) == ["b:1", "c:1", "a:1"]
    assert await routes(database, NOW - 2 * HOUR) == []


async def test_asking_again_moves_it(database: Database) -> None:
    """A deadline that changes moves its row: there is never a second."""
    await say(database, lambda db: due.later(db, "close:1", NOW))
    await say(database, lambda db: due.later(db, "close:1", NOW + HOUR))

    assert await routes(database, NOW) == []
    assert await routes(database, NOW + 2 * HOUR) == ["close:1"]


async def test_occurrences_are_kept_apart(database: Database) -> None:
    """The same address on two days is two rows; forgetting the address forgets both."""
    await say(database, lambda db: due.later(db, "daily:1", NOW, "2026-11-02"))
    await say(database, lambda db: due.later(db, "daily:1", NOW + HOUR, "2026-11-03"))
    assert await routes(database, NOW + HOUR) == ["daily:1", "daily:1"]

    await say(database, lambda db: due.never(db, "daily:1"))

    assert await routes(database, NOW + HOUR) == []


async def test_the_next_instant_is_known(database: Database) -> None:
    """What wakes the clockwork: the earliest instant, none where nothing is to come."""
    assert await database.read(due.next_at) is None

    await say(database, lambda db: due.later(db, "b:1", NOW + HOUR))
    await say(database, lambda db: due.later(db, "a:1", NOW))

    assert await database.read(due.next_at) == NOW


async def test_two_workers_make_one_press(database: Database) -> None:
    """Of two that take the same row at once, one gets it."""
    await say(database, lambda db: due.later(db, "close:1", NOW))
    row = (await database.read(lambda db: due.due(db, NOW)))[0]

    taken = await asyncio.gather(
        *(database.write(lambda work: due.take(work.cursor, row, NOW)) for _ in range(2))
    )

    assert sorted(taken, key=str) == [None, due.Taken(row, "close:1", "", NOW)]


async def test_what_was_moved_meanwhile_is_not_taken(database: Database) -> None:
    """Moved between finding and taking: it is pressed at its new instant only."""
    await say(database, lambda db: due.later(db, "close:1", NOW))
    row = (await database.read(lambda db: due.due(db, NOW)))[0]
    await say(database, lambda db: due.later(db, "close:1", NOW + HOUR))

    assert await database.write(lambda work: due.take(work.cursor, row, NOW)) is None
    assert await routes(database, NOW + HOUR) == ["close:1"]


async def test_a_press_that_fails_leaves_its_row(database: Database) -> None:
    """Taking is part of the press's transaction: what is undone is still due."""
    await say(database, lambda db: due.later(db, "close:1", NOW))
    row = (await database.read(lambda db: due.due(db, NOW)))[0]

    def press(work: Work) -> None:
        assert due.take(work.cursor, row, NOW) is not None
        raise LookupError("on purpose")

    told = await asyncio.gather(database.write(press), return_exceptions=True)

    assert isinstance(told[0], LookupError)
    assert await routes(database, NOW) == ["close:1"]


def test_what_is_due_is_found_by_its_index(path: Path) -> None:
    """However much is to come, a tick reads nothing that is not due."""
    with closing(connect(path)) as raw:
        plan = raw.execute(
            "EXPLAIN QUERY PLAN SELECT id, route, occurrence, at FROM due WHERE at <= '2026' "
            "ORDER BY at, id LIMIT 100"
        ).fetchall()

    assert [step[3] for step in plan] == ["SEARCH due USING INDEX ix_due_at (at<?)"]


async def test_only_so_much_at_once(database: Database) -> None:
    """A thousand rows due at once are read in batches."""

    def many(db: Session) -> None:
        for number in range(300):
            due.later(db, f"x:{number}", NOW)

    await say(database, many)

    assert len(await database.read(lambda db: due.due(db, NOW))) == 100
