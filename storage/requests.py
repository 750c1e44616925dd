"""The ids of what was handled, so that a redelivery or a double send has one effect."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Field

from storage.types import Instant, Record, to_text

KEPT = timedelta(hours=48)


class Handled(Record, table=True):
    """A request that was handled: its id and nothing else of it."""

    __tablename__ = "requests"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)


def first_time(cursor: sqlite3.Cursor, request: str, now: datetime) -> bool:
    """Record a request's id; False if it was handled before."""
    cursor.execute(
        "INSERT INTO requests (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (request, to_text(now)),
    )
    return cursor.rowcount == 1


def forget_old(cursor: sqlite3.Cursor, now: datetime) -> None:
    """Forget ids older than two days, a batch at a time."""
    cursor.execute(
        "DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE at < ? LIMIT 200)",
        (to_text(now - KEPT),),
    )
