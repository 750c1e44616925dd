"""Who holds which role from when to when: rights, cards and nudges read it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, Session, col, or_, select

from storage.types import Instant, Record

FACILITATION = "facilitation"
"""The role whose holder is the facilitator."""

NOTES, TIME = "notes", "time"
"""The roles of who takes notes at meetings, and of who keeps the time."""


class Term(Record, table=True):
    """A person's term in a role; without an end it lasts until it is changed."""

    __tablename__ = "terms"

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    role: str
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    starts_at: datetime = Field(sa_type=Instant)
    ends_at: datetime | None = Field(default=None, sa_type=Instant)


def holders(db: Session, community: int, role: str, at: datetime) -> list[int]:
    """The persons who hold `role` at an instant, longest-serving first."""
    return list(
        db.exec(
            select(Term.person_id)
            .where(Term.community_id == community, Term.role == role, Term.starts_at <= at)
            .where(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > at))
            .order_by(col(Term.starts_at), col(Term.id))
        )
    )


def appoint(db: Session, community: int, role: str, person: int | None, at: datetime) -> None:
    """From `at` on, `person` (or nobody) holds `role`; whoever held it until then stops."""
    for term in db.exec(
        select(Term)
        .where(Term.community_id == community, Term.role == role)
        .where(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > at))
    ):
        term.ends_at = at
        db.add(term)
    if person is not None:
        db.add(Term(community_id=community, role=role, person_id=person, starts_at=at))
    db.flush()
