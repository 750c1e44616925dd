"""The random name of this installation: what is known elsewhere by its number stays its own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Session, select

from storage.types import Record


class Installation(Record, table=True):
    """One row, written with the table: a database keeps its name wherever it is carried."""

    __tablename__ = "installation"
    __table_args__: Any = (
        CheckConstraint("id = 1", name="single"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    id: int = Field(default=1, primary_key=True)
    name: str  # a random UUID: it says nothing of the machine or its owner


def name_of(db: Session) -> str:
    """The name of the installation that this database belongs to."""
    return db.exec(select(Installation.name)).one()
