"""What the journey keeps: states that somebody declared, and since when each step is in its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Field, Session, col, select

from bot.features.journey.rules import BARS, State
from storage.people import Community
from storage.preferences import beginning
from storage.types import STRICT, Instant, Record

PREFIX = "journey."
"""What the names of thresholds begin with, among a community's preferences."""


class Declared(Record, table=True):
    """A coordinator says in which state a step is, and why, until a day."""

    __tablename__ = "journey_declared"
    __table_args__: Any = (STRICT,)

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    state: str
    reason: str
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    until: datetime = Field(sa_type=Instant)


class Noted(Record, table=True):
    """The state in which a step was found, and since when; None where it was the first one found."""

    __tablename__ = "journey_states"
    __table_args__: Any = (STRICT,)

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    state: str
    before: str  # the state that was announced, or found first
    since: datetime | None = Field(default=None, sa_type=Instant)


# ── thresholds ──────────────────────────────────────────────────────────────────────────────────


def bars(db: Session, community: int) -> dict[str, float]:
    """The thresholds of a community."""
    chosen = beginning(db, community, PREFIX)
    found = {name: chosen.get(f"{PREFIX}{name}") for name in BARS}
    return {name: BARS[name] if said is None else float(said) for name, said in found.items()}


# ── declared ────────────────────────────────────────────────────────────────────────────────────


_DECLARED = select(Declared).where(
    Declared.community_id == bindparam("community"), Declared.until > bindparam("now")
)


def declared(db: Session, community: int, now: datetime) -> dict[int, Declared]:
    """What is declared now, by step."""
    asked = {"community": community, "now": now}
    return {one.number: one for one in db.exec(_DECLARED, params=asked)}


def declare(db: Session, made: Declared) -> None:
    """From now on a step's state is this, in place of what was declared before."""
    db.merge(made)
    db.flush()


def undeclare(db: Session, community: int, number: int) -> None:
    """A step's state is worked out again."""
    found = db.get(Declared, (community, number))
    if found is not None:
        db.delete(found)
        db.flush()


# ── since when ──────────────────────────────────────────────────────────────────────────────────


def noted(db: Session, community: int) -> dict[int, Noted]:
    """The state in which each step was found last."""
    wanted = select(Noted).where(Noted.community_id == community).order_by(col(Noted.number))
    return {one.number: one for one in db.exec(wanted)}


def note(
    db: Session, community: int, states: Mapping[int, State], now: datetime, wait: timedelta
) -> None:
    """Note the states that steps are in. One that held for `wait` is what a next one is told from."""
    before = noted(db, community)
    for number, state in states.items():
        found = before.get(number)
        if found is None:
            db.add(Noted(community_id=community, number=number, state=state, before=state))
        elif found.state != state:
            if found.since is None or now - found.since >= wait:
                found.before = found.state
            found.state, found.since = state, now
            db.add(found)
    db.flush()


def communities(db: Session) -> list[int]:
    """Every community."""
    return [
        number for number in db.exec(select(Community.id).order_by(col(Community.id))) if number
    ]
