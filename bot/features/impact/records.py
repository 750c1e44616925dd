"""The reports that were put into a channel: what they said then is what they say for ever."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy import text as sql
from sqlmodel import Field, Session

from bot.features.impact.rules import Days, Figure
from storage.types import STRICT, Instant, Record, to_text


class Report(Record, table=True):
    """One report as it was shared: its days (from `first` to before `end`) and every figure."""

    __tablename__ = "impact_reports"
    __table_args__: Any = (Index("ix_impact_reports_when", "community_id", "shared_at"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    first: str
    end: str
    figures: list[dict[str, Any]] = Field(sa_type=JSON)
    shared_at: datetime = Field(sa_type=Instant)

    @property
    def days(self) -> Days:
        """The days that it tells of."""
        return Days.read(self.first, self.end)

    @property
    def said(self) -> list[Figure]:
        """Its figures, in order."""
        return [Figure(**figure) for figure in self.figures]


def keep(
    db: Session, community: int, person: int, days: Days, figures: list[Figure], now: datetime
) -> int:
    """Keep a report as it is shared; its id."""
    made = Report(
        community_id=community,
        person_id=person,
        first=days.first.isoformat(),
        end=days.end.isoformat(),
        figures=[figure.kept() for figure in figures],
        shared_at=now,
    )
    db.add(made)
    db.flush()
    assert made.id is not None
    return made.id


def report(db: Session, number: int) -> Report | None:
    """A report by id."""
    return db.get(Report, number)


_SHARED = sql("""
    SELECT count(*), coalesce(sum(shared_at > :since), 0)
    FROM impact_reports WHERE community_id = :community
""")


def shared(db: Session, community: int, since: datetime) -> tuple[int, int]:
    """How many reports were ever shared, and how many of them after an instant."""
    asked = {"community": community, "since": to_text(since)}
    ever, lately = db.execute(_SHARED, asked).one()
    return ever, lately


def drop(db: Session, number: int) -> None:
    """It was not shared after all."""
    found = report(db, number)
    if found is not None:
        db.delete(found)
        db.flush()
