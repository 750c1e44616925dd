"""What the clock will press, and when: one row for each address and occurrence."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, func, select

from storage.types import STRICT, Instant, Record, from_text, to_text


class Due(Record, table=True):
    """A press that the clock makes at `at`: `route` is a packed route."""

    __tablename__ = "due"
    __table_args__: Any = (UniqueConstraint("route", "occurrence"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    route: str
    occurrence: str = ""
    at: datetime = Field(sa_type=Instant, index=True)


def later(db: Session, route: str, at: datetime, occurrence: str = "") -> None:
    """Press `route` at `at`; moved there if it was to be pressed at another instant."""
    db.execute(
        insert(Due)
        .values(route=route, occurrence=occurrence, at=at)
        .on_conflict_do_update(index_elements=["route", "occurrence"], set_={"at": at})
    )


def never(db: Session, route: str) -> None:
    """Do not press `route` any more, at any occurrence."""
    db.exec(delete(Due).where(col(Due.route) == route))


def due(db: Session, now: datetime, most: int = 100) -> list[int]:
    """The ids of what is due, in order; reads nothing that is not."""
    rows = db.exec(
        select(Due.id).where(Due.at <= now).order_by(col(Due.at), col(Due.id)).limit(most)
    )
    return [number for number in rows if number is not None]


def next_at(db: Session) -> datetime | None:
    """The instant at which something is due next."""
    return db.exec(select(func.min(Due.at))).one()


def take(cursor: sqlite3.Cursor, row: int, now: datetime) -> tuple[str, datetime] | None:
    """Take a due row for pressing, in the transaction of its effect; None if another did."""
    found = cursor.execute(
        "DELETE FROM due WHERE id = ? AND at <= ? RETURNING route, at", (row, to_text(now))
    ).fetchone()
    return None if found is None else (found[0], from_text(found[1]))
