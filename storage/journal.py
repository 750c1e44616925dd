"""Who decided what, for governance: append-only, never a ballot in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, Session, col, select

from storage.types import STRICT, Instant, Record


class Entry(Record, table=True):
    """One privileged act: who, what, when, on what or whom, and with which words or values."""

    __tablename__ = "journal"
    __table_args__: Any = (Index("ix_journal_when", "community_id", "at"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    at: datetime = Field(sa_type=Instant)
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    act: str  # "poll.closed-early"
    ref: str = ""  # the packed route of the thing
    details: dict[str, str] = Field(default_factory=dict, sa_type=JSON)


def write(
    db: Session,
    community: int,
    at: datetime,
    act: str,
    *,
    person: int | None = None,
    ref: str = "",
    **details: str,
) -> None:
    """Add an entry."""
    db.add(
        Entry(community_id=community, at=at, person_id=person, act=act, ref=ref, details=details)
    )
    db.flush()


def entries(db: Session, community: int, *, ref: str | None = None) -> list[Entry]:
    """The entries of a community, oldest first; of one thing if `ref` is given."""
    query = select(Entry).where(Entry.community_id == community).order_by(col(Entry.id))
    if ref is not None:
        query = query.where(Entry.ref == ref)
    return list(db.exec(query))


def since(db: Session, community: int, acts: Iterable[str], at: datetime) -> list[Entry]:
    """The entries of some kinds after an instant, newest first."""
    return list(
        db.exec(
            select(Entry)
            .where(Entry.community_id == community, Entry.at > at)
            .where(col(Entry.act).in_(list(acts)))
            .order_by(col(Entry.at).desc(), col(Entry.id).desc())
        )
    )
