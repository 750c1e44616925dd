"""The dated acts by which a community's life is measured, noted from the first day."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, select

from storage.types import STRICT, Instant, Record, to_text

WEIGHTS = {
    "vote": 1,
    "signature": 1,
    "rsvp": 1,
    "availability": 1,
    "decision-answer": 1,
    "need-supported": 1,
    "attendance": 3,
    "need-raised": 3,
    "endorsement": 3,
    "pair-met": 3,
    "swap-taken": 3,
    "tried": 3,
    "resource": 6,
    "need-answered": 6,
    "story": 6,
    "notes": 6,
    "term-served": 10,
    "session-led": 10,
}
"""After Orbit's weighted activity: passive 1, participating 3, contributing 6, stewarding 10."""


class Act(Record, table=True):
    """Somebody did something, once for each thing (`ref` is a packed route)."""

    __tablename__ = "acts"
    __table_args__: Any = (
        UniqueConstraint("community_id", "person_id", "kind", "ref"),
        Index("ix_acts_when", "community_id", "at", "person_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    kind: str
    ref: str
    at: datetime = Field(sa_type=Instant)


def note(db: Session, community: int, person: int, kind: str, ref: str, at: datetime) -> None:
    """Note an act; the second time it changes nothing. Raises KeyError for an unknown kind."""
    WEIGHTS[kind]
    db.execute(
        insert(Act)
        .values(community_id=community, person_id=person, kind=kind, ref=ref, at=at)
        .on_conflict_do_nothing()
    )


def forget(db: Session, community: int, person: int, kind: str, ref: str) -> None:
    """An act was noted by mistake, and is put right."""
    db.exec(
        delete(Act).where(
            col(Act.community_id) == community,
            col(Act.person_id) == person,
            col(Act.kind) == kind,
            col(Act.ref) == ref,
        )
    )


def doers(db: Session, community: int, kind: str, ref: str) -> list[int]:
    """Who is noted as having done this."""
    return list(
        db.exec(
            select(Act.person_id)
            .where(Act.community_id == community, Act.kind == kind, Act.ref == ref)
            .order_by(col(Act.id))
        )
    )


def noted(db: Session, community: int, person: int, kind: str) -> bool:
    """Whether somebody has done something of a kind in the community."""
    done = select(Act.id).where(
        Act.community_id == community, Act.person_id == person, Act.kind == kind
    )
    return db.exec(done.limit(1)).first() is not None


def note_fast(
    cursor: sqlite3.Cursor, community: int, person: int, kind: str, ref: str, at: datetime
) -> None:
    """`note` on the press path."""
    cursor.execute(
        "INSERT INTO acts (community_id, person_id, kind, ref, at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (community, person, kind, ref, to_text(at)),
    )
