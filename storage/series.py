"""What comes again: a command with its values, a rule, and a time on the wall.

To make an instance is to run the command with those values. Each day that the rule gives is noted
once, whatever became of it: made, skipped, or too late.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, func, select

from storage.types import STRICT, Instant, Record

ACTIVE, PAUSED, STOPPED = "active", "paused", "stopped"
MADE, SKIPPED, LATE = "made", "skipped", "late"


class Series(Record, table=True):
    """A command that comes again. What is to come is kept as days, wall time and zone."""

    __tablename__ = "series"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        CheckConstraint("state IN ('active', 'paused', 'stopped')", name="state"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    owner_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    command: str
    given: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # raw values, as typed
    rule: str  # packed
    at: str  # wall time, 14:00
    zone: str
    starts_on: str
    done_until: str  # every day of the rule until this one, included, is made or passed over
    state: str = ACTIVE
    why: str = ""  # why it was paused, where nobody paused it: in its owner's language
    started_at: datetime = Field(sa_type=Instant)


class SeriesDay(Record, table=True):
    """What became of one day of a series; `ref` is the packed route of what was made."""

    __tablename__ = "series_days"
    __table_args__: Any = (
        CheckConstraint("what IN ('made', 'skipped', 'late')", name="what"),
        Index("ix_series_days_ref", "ref", sqlite_where=text("ref <> ''")),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    series_id: int = Field(foreign_key="series.id", ondelete="CASCADE", primary_key=True)
    day: str = Field(primary_key=True)
    what: str
    ref: str = ""


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def add(db: Session, series: Series) -> Series:
    """Keep a new series under the community's next number."""
    last = db.exec(
        select(func.max(Series.number)).where(Series.community_id == series.community_id)
    ).one()
    series.number = (last or 0) + 1
    db.add(series)
    db.flush()
    return series


def note(db: Session, series: int, day: date, what: str) -> bool:
    """From now on this is what became of a day. False if it had its fate before."""
    noted = db.execute(
        insert(SeriesDay)
        .values(series_id=series, day=day.isoformat(), what=what, ref="")
        .on_conflict_do_nothing()
        .returning(col(SeriesDay.day))
    ).scalar()
    return noted is not None


def became(db: Session, series: int, day: date, what: str, ref: str = "") -> None:
    """What became of a noted day, and the packed route `ref` of what was made."""
    found = db.get(SeriesDay, (series, day.isoformat()))
    assert found is not None, "noted before"
    found.what, found.ref = what, ref
    db.add(found)
    db.flush()


def bring_back(db: Session, series: int, day: date) -> None:
    """A day that was to be skipped is not."""
    db.exec(
        delete(SeriesDay).where(
            col(SeriesDay.series_id) == series,
            col(SeriesDay.day) == day.isoformat(),
            col(SeriesDay.what) == SKIPPED,
        )
    )
    db.expire_all()


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def series(db: Session, number: int) -> Series | None:
    """A series by id."""
    return db.get(Series, number)


def by_number(db: Session, community: int, number: int) -> Series | None:
    """The community's series of this number."""
    return db.exec(
        select(Series).where(Series.community_id == community, Series.number == number)
    ).first()


def of(db: Session, ref: str) -> Series | None:
    """The series by which the thing at a packed route was made."""
    return db.exec(
        select(Series)
        .join(SeriesDay, col(SeriesDay.series_id) == Series.id)
        .where(SeriesDay.ref == ref, SeriesDay.ref != "")
    ).first()


def days(db: Session, series: int, since: date) -> dict[date, SeriesDay]:
    """What became of the days of a series, from `since` on."""
    rows = db.exec(
        select(SeriesDay)
        .where(SeriesDay.series_id == series, SeriesDay.day >= since.isoformat())
        .order_by(col(SeriesDay.day))
    )
    return {date.fromisoformat(row.day): row for row in rows}


def listed(db: Session, community: int, commands: str, *, skip: int, most: int) -> list[Series]:
    """The series of a community that are not stopped and whose command begins so, oldest first."""
    return list(
        db.exec(
            select(Series)
            .where(*_standing(community, commands))
            .order_by(col(Series.number))
            .offset(skip)
            .limit(most)
        )
    )


def count(db: Session, community: int, commands: str) -> int:
    """How many there are of these."""
    return db.exec(
        select(func.count()).select_from(Series).where(*_standing(community, commands))
    ).one()


def _standing(community: int, commands: str) -> tuple[Any, ...]:
    return (
        col(Series.community_id) == community,
        col(Series.command).startswith(commands, autoescape=True),
        col(Series.state) != STOPPED,
    )


def owned(db: Session, community: int, person: int) -> list[Series]:
    """What somebody set to come again, and is not stopped."""
    return list(
        db.exec(
            select(Series)
            .where(Series.owner_id == person, *_standing(community, ""))
            .order_by(col(Series.number))
        )
    )


def active(db: Session) -> list[Series]:
    """All that comes again, in every community."""
    return list(db.exec(select(Series).where(Series.state == ACTIVE).order_by(col(Series.id))))
