"""What somebody typed and has not sent yet: kept for a day, so that nothing typed is lost."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import JSON
from sqlmodel import Field, Session, col, delete, select

from storage.types import Instant, Record

KEPT = timedelta(hours=24)


class Draft(Record, table=True):
    """A form half-filled, or filled and waiting for Publish. `route` is the form's, packed."""

    __tablename__ = "drafts"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    place_id: int | None = Field(default=None, foreign_key="places.id", ondelete="SET NULL")
    command: str
    given: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    errors: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    made_at: datetime = Field(sa_type=Instant, index=True)


def keep(
    db: Session,
    now: datetime,
    person: int,
    place: int | None,
    command: str,
    given: dict[str, str],
    *,
    draft: int | None = None,
) -> Draft:
    """Keep what was typed; over the earlier draft if `draft` is this person's own."""
    found = own(db, person, draft, now) if draft else None
    if found is None:
        found = Draft(person_id=person, place_id=place, command=command, made_at=now)
    found.given = given
    found.made_at = now
    db.add(found)
    db.flush()
    return found


def own(db: Session, person: int, draft: int, now: datetime) -> Draft | None:
    """The person's own draft, if it is less than a day old."""
    return db.exec(
        select(Draft).where(
            Draft.id == draft, Draft.person_id == person, Draft.made_at > now - KEPT
        )
    ).first()


def latest(db: Session, person: int, command: str, now: datetime) -> Draft | None:
    """The person's newest draft of a command."""
    return db.exec(
        select(Draft)
        .where(Draft.person_id == person, Draft.command == command, Draft.made_at > now - KEPT)
        .order_by(col(Draft.id).desc())
    ).first()


def drop(db: Session, draft: int) -> None:
    """Forget a draft: it was sent."""
    db.exec(delete(Draft).where(col(Draft.id) == draft))


def forget_old(db: Session, now: datetime) -> None:
    """Forget what is older than a day."""
    db.exec(delete(Draft).where(col(Draft.made_at) <= now - KEPT))
