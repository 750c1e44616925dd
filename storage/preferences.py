"""What a community chose where a feature leaves it the choice."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, select

from storage.types import Record


class Preference(Record, table=True):
    """One choice: the setting's name and the option's value; no row means the default."""

    __tablename__ = "preferences"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    name: str = Field(primary_key=True)
    value: str


def preferred(db: Session, community: int, name: str) -> str | None:
    """What was chosen; None if nothing was."""
    found = db.get(Preference, (community, name))
    return None if found is None else found.value


def prefer(db: Session, community: int, name: str, value: str) -> None:
    """From now on this is chosen."""
    db.execute(
        insert(Preference)
        .values(community_id=community, name=name, value=value)
        .on_conflict_do_update(index_elements=["community_id", "name"], set_={"value": value})
    )
    db.expire_all()


def choosing(db: Session, name: str, value: str) -> list[int]:
    """The communities that chose this."""
    wanted = select(Preference.community_id).where(
        Preference.name == name, Preference.value == value
    )
    return list(db.exec(wanted.order_by(col(Preference.community_id))))


_BEGINNING = text("""
    SELECT name, value FROM preferences
    WHERE community_id = :community AND substr(name, 1, length(:prefix)) = :prefix
""")


def beginning(db: Session, community: int, prefix: str) -> dict[str, str]:
    """All that a community chose among the settings whose names begin like this."""
    return dict(db.execute(_BEGINNING, {"community": community, "prefix": prefix}).all())
