"""Private calendar feeds: who may read whose meetings by knowing a secret, of which only a hash is kept."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, select

from storage.types import Instant, Record

BYTES = 32
"""Of chance in a secret: 256 bits, which nobody guesses and no slow hash need guard."""


class Feed(Record, table=True):
    """One person's feed. What is stopped or replaced is gone, as if it had never been."""

    __tablename__ = "feeds"

    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", primary_key=True)
    hash: str = Field(unique=True)
    since: datetime = Field(sa_type=Instant)


def make(db: Session, person: int, now: datetime) -> str:
    """A new secret for this person, told this once; the one they had stops at once."""
    secret = secrets.token_urlsafe(BYTES)
    fresh = {"hash": _hash(secret), "since": now}
    db.execute(
        insert(Feed)
        .values(person_id=person, **fresh)
        .on_conflict_do_update(index_elements=["person_id"], set_=fresh)
    )
    db.expire_all()
    return secret


def revoke(db: Session, person: int) -> None:
    """Their feed stops; without one, nothing changes."""
    db.exec(delete(Feed).where(col(Feed.person_id) == person))


def since(db: Session, person: int) -> datetime | None:
    """Since when they have the feed that they have; None without one."""
    return db.exec(select(Feed.since).where(Feed.person_id == person)).first()


def person_of(db: Session, secret: str) -> int | None:
    """Whose feed this secret opens. Looked up by its hash: how long it takes betrays nothing of it."""
    return db.exec(select(Feed.person_id).where(Feed.hash == _hash(secret))).first()


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
