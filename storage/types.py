"""The column types: aware instants, and text types that SQLite's STRICT tables accept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Enum, Float, MetaData, String
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import JSON, TypeDecorator
from sqlmodel import SQLModel


def to_text(at: datetime) -> str:
    """An aware instant as fixed-width UTC text that sorts by time.

    Raises ValueError for a naive datetime: what has no zone is not an instant.
    """
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone; this datetime is naive")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def from_text(said: str) -> datetime:
    """The aware UTC instant that `to_text` wrote."""
    return datetime.fromisoformat(said)


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime, kept as sortable text; refuses naive ones."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else to_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else from_text(value)


@compiles(String, "sqlite")
@compiles(DateTime, "sqlite")
@compiles(Date, "sqlite")
@compiles(JSON, "sqlite")
@compiles(Enum, "sqlite")
def _text(*_: object, **__: object) -> str:
    """STRICT tables know TEXT, not VARCHAR."""
    return "TEXT"


@compiles(Boolean, "sqlite")
@compiles(BigInteger, "sqlite")
def _integer(*_: object, **__: object) -> str:
    """STRICT tables know INTEGER, not BOOLEAN."""
    return "INTEGER"


@compiles(Float, "sqlite")
def _real(*_: object, **__: object) -> str:
    """STRICT tables know REAL, not FLOAT."""
    return "REAL"


STRICT = {"sqlite_strict": True}

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint is named, so that a migration can find it again."""


class Record(SQLModel):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMES)
    __table_args__: Any = STRICT
