"""What the clock will press, and when: one row for each address and occurrence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, text
from sqlmodel import Field, Session, col, delete, func, select

from storage.types import STRICT, Instant, Record, from_text, to_text


class Due(Record, table=True):
    """A press that the clock makes at `at`: `route` is a packed route.

    `since` is when it was first to be made; it stays where a press has to be made again.
    """

    __tablename__ = "due"
    __table_args__: Any = (UniqueConstraint("route", "occurrence"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    route: str
    occurrence: str = ""
    at: datetime = Field(sa_type=Instant, index=True)
    since: datetime = Field(sa_type=Instant)


_LATER = text("""
    INSERT INTO due (route, occurrence, at, since) VALUES (:route, :occurrence, :at, :at)
    ON CONFLICT (route, occurrence) DO UPDATE SET at = excluded.at, since = excluded.since
""")


def later(db: Session, route: str, at: datetime, occurrence: str = "") -> None:
    """Press `route` at `at`; moved there if it was to be pressed at another instant."""
    db.execute(_LATER, {"route": route, "occurrence": occurrence, "at": to_text(at)})


def never(db: Session, route: str) -> None:
    """Do not press `route` any more, at any occurrence."""
    db.exec(delete(Due).where(col(Due.route) == route))


def when(db: Session, route: str) -> datetime | None:
    """When `route` is to be pressed next; None if it is not."""
    return db.exec(select(func.min(Due.at)).where(Due.route == route)).one()


_DUE = text("SELECT id FROM due WHERE at <= :now ORDER BY at, id LIMIT :most")


def due(db: Session, now: datetime, most: int = 100) -> list[int]:
    """The ids of what is due, in order; reads nothing that is not."""
    return list(db.execute(_DUE, {"now": to_text(now), "most": most}).scalars())


def next_at(db: Session, but: Iterable[str] = ()) -> datetime | None:
    """The instant at which something is due next, leaving out routes at some addresses."""
    query = select(func.min(Due.at))
    for address in but:
        query = query.where(~col(Due.route).startswith(f"{address}:", autoescape=True))
    return db.exec(query).one()


@dataclass(frozen=True, slots=True)
class Taken:
    """A due row, taken: `since` is when it was first to be pressed."""

    row: int
    route: str
    occurrence: str
    since: datetime


def take(cursor: sqlite3.Cursor, row: int, now: datetime) -> Taken | None:
    """Take a due row for pressing, in the transaction of its effect; None if another did."""
    found = cursor.execute(
        "DELETE FROM due WHERE id = ? AND at <= ? RETURNING route, occurrence, since",
        (row, to_text(now)),
    ).fetchone()
    return None if found is None else Taken(row, found[0], found[1], from_text(found[2]))


def put_back(cursor: sqlite3.Cursor, taken: Taken, until: datetime) -> None:
    """What was taken is under way: it is pressed again at `until`, unless it is done before."""
    cursor.execute(
        "INSERT INTO due (id, route, occurrence, at, since) VALUES (?, ?, ?, ?, ?)",
        (taken.row, taken.route, taken.occurrence, to_text(until), to_text(taken.since)),
    )


def postpone(cursor: sqlite3.Cursor, row: int, until: datetime) -> None:
    """What failed is pressed again at `until`."""
    cursor.execute("UPDATE due SET at = ? WHERE id = ?", (to_text(until), row))


def done(cursor: sqlite3.Cursor, row: int) -> bool:
    """What was under way is done. False if it was done, or is no longer wanted."""
    return cursor.execute("DELETE FROM due WHERE id = ?", (row,)).rowcount == 1
