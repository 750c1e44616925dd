"""Who holds which role from when to when: rights, cards and nudges read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Field, Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

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
    turn_id: int | None = Field(default=None, index=True)  # of the rotation; None: named by hand


_HELD = (
    select(Term.person_id)
    .where(Term.community_id == bindparam("community"), Term.role == bindparam("role"))
    .order_by(col(Term.starts_at), col(Term.id))
)
_NOW = _HELD.where(Term.starts_at <= bindparam("at")).where(
    or_(col(Term.ends_at).is_(None), col(Term.ends_at) > bindparam("at"))
)
_NEXT = _HELD.where(Term.starts_at > bindparam("at")).where(
    or_(col(Term.ends_at).is_(None), col(Term.ends_at) > col(Term.starts_at))
)


def holders(db: Session, community: int, role: str, at: datetime) -> list[int]:
    """The persons who hold `role` at an instant, longest-serving first."""
    return list(db.exec(_NOW, params={"community": community, "role": role, "at": at}))


def next_holders(db: Session, community: int, role: str, now: datetime) -> list[int]:
    """Who will hold `role` after an instant, and has said yes to it, the next one first."""
    return list(db.exec(_NEXT, params={"community": community, "role": role, "at": now}))


def on_since(db: Session, community: int, role: str, person: int, at: datetime) -> datetime | None:
    """Since when somebody answers for a role: their turn, or (they hold none) the last one's end.

    None where nobody ever held it. Days that others cover do not cut a turn in two.
    """
    own = _running(community, role, at).where(Term.person_id == person)
    term = db.exec(own.order_by(col(Term.starts_at).desc())).first()
    if term is not None and term.turn_id is not None:
        whole = select(func.min(Term.starts_at)).where(Term.turn_id == term.turn_id)
        return db.exec(whole.where(Term.person_id == person)).one()
    if term is not None:
        return term.starts_at
    over = select(func.max(Term.ends_at)).where(Term.community_id == community, Term.role == role)
    return db.exec(over.where(col(Term.ends_at) <= at)).one()


def appoint(db: Session, community: int, role: str, person: int | None, at: datetime) -> None:
    """From `at` on, `person` (or nobody) holds `role`; whoever held it until then stops.

    Terms of the rotation that begin later stay: they end what was named by hand.
    """
    end_by_hand(db, community, role, at)
    for term in db.exec(_running(community, role, at)):
        term.ends_at = at
        db.add(term)
    if person is not None:
        db.add(Term(community_id=community, role=role, person_id=person, starts_at=at))
    db.flush()


def end_by_hand(db: Session, community: int, role: str, at: datetime) -> None:
    """Whoever was named by hand stops at an instant: somebody's turn begins."""
    for term in db.exec(_running(community, role, at).where(col(Term.turn_id).is_(None))):
        term.ends_at = at
        db.add(term)
    db.flush()


def has_turn(db: Session, community: int, role: str, now: datetime) -> bool:
    """Whether somebody has the role by their turn at an instant, and not by hand."""
    running = _running(community, role, now).where(col(Term.turn_id).is_not(None))
    return db.exec(running).first() is not None


def rewrite(db: Session, turn: int, parts: list[Term]) -> None:
    """Who holds the role in a turn is told anew: these terms, in place of those it had."""
    for term in db.exec(select(Term).where(Term.turn_id == turn)):
        db.delete(term)
    db.flush()
    for part in parts:
        part.turn_id = turn
        db.add(part)
    db.flush()


def held(db: Session, community: int, roles: Iterable[str], since: datetime) -> list[Term]:
    """The terms in any of `roles` that were not over at an instant, or are to come."""
    return list(
        db.exec(
            select(Term)
            .where(Term.community_id == community, col(Term.role).in_(list(roles)))
            .where(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > since))
        )
    )


def served(
    db: Session, community: int, roles: Iterable[str], now: datetime
) -> list[tuple[str, int, bool]]:
    """(role, person, whether still) of all who hold or held one of `roles`, the latest first."""
    rows = db.exec(
        select(
            Term.role,
            Term.person_id,
            func.max(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > now)),
        )
        .where(Term.community_id == community, col(Term.role).in_(list(roles)))
        .where(Term.starts_at <= now)
        .group_by(col(Term.role), col(Term.person_id))
        .order_by(func.max(Term.starts_at).desc())
    )
    return [(role, person, bool(still)) for role, person, still in rows]


def _running(community: int, role: str, at: datetime) -> SelectOfScalar[Term]:
    return (
        select(Term)
        .where(Term.community_id == community, Term.role == role, Term.starts_at <= at)
        .where(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > at))
    )
