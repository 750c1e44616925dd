"""What was told to whom, and what they said to it; and the rules that a community switched off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, cast, exists, literal
from sqlmodel import Field, Session, col, func, select

from bot.features.nudges.routes import Told
from storage import posts
from storage.people import Community
from storage.posts import Notice
from storage.preferences import prefer, preferred
from storage.types import STRICT, Instant, Record


class Telling(Record, table=True):
    """One nudge, told once: put off until then, perhaps, or its rule stopped by this person."""

    __tablename__ = "nudges"
    __table_args__: Any = (Index("ix_nudges_rule", "community_id", "rule"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    role: str
    rule: str
    about: str  # a packed route
    told_at: datetime = Field(sa_type=Instant)
    snoozed_until: datetime | None = Field(default=None, sa_type=Instant)
    stopped_at: datetime | None = Field(default=None, sa_type=Instant)


def telling(db: Session, number: int) -> Telling | None:
    """A telling by id."""
    return db.get(Telling, number)


def tell(db: Session, made: Telling) -> int:
    """Keep a telling; its id."""
    db.add(made)
    db.flush()
    assert made.id is not None
    return made.id


def _heard(*states: str) -> Any:
    """Whether there is a notice of a telling in one of these states."""
    view = literal(f"{Told.address}:").concat(cast(col(Telling.id), String))
    return exists().where(col(Notice.view) == view, col(Notice.state).in_(states))


_SENT = _heard("sent", "unsent")


def forget_unsent(db: Session, community: int) -> None:
    """What reached nobody (solved in time, no room that day, an account gone) was not told.

    What still waits to be sent is dropped.
    """
    for made in db.exec(_newest(community).where(~_SENT)).all():
        posts.untell(db, Told(made.id or 0).pack())
        db.delete(made)
    db.flush()


def waits(db: Session, community: int) -> bool:
    """Whether something is still to be sent."""
    return db.exec(_newest(community).where(_heard("waiting"))).first() is not None


def told(db: Session, community: int) -> dict[tuple[str, str], tuple[datetime, datetime | None]]:
    """By rule and object: when it was sent last, and until when it was put off then."""
    found: dict[tuple[str, str], tuple[datetime, datetime | None]] = {}
    for made in db.exec(_newest(community).where(_SENT)):
        found.setdefault((made.rule, made.about), (made.told_at, made.snoozed_until))
    return found


def of_rule(db: Session, community: int, rule: str, most: int) -> list[Telling]:
    """The newest tellings of a rule, newest first."""
    return list(db.exec(_newest(community).where(Telling.rule == rule).limit(most)))


def stopped_at(db: Session, community: int, rule: str, person: int) -> datetime | None:
    """When this person last stopped a rule."""
    return db.exec(
        select(func.max(Telling.stopped_at)).where(
            Telling.community_id == community, Telling.rule == rule, Telling.person_id == person
        )
    ).one()


def _newest(community: int) -> Any:
    return select(Telling).where(Telling.community_id == community).order_by(col(Telling.id).desc())


def is_on(db: Session, community: int, rule: str) -> bool:
    """Whether the community has not switched a rule off."""
    return preferred(db, community, f"nudge.{rule}") != "off"


def switch(db: Session, community: int, rule: str, *, on: bool) -> None:
    """A rule is on, or off, from now on."""
    prefer(db, community, f"nudge.{rule}", "on" if on else "off")


def communities(db: Session) -> list[Community]:
    """All communities."""
    return list(db.exec(select(Community).order_by(col(Community.id))))
