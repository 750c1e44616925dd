"""The roles of a community, and who is away when: rights, reminders and rotation read them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, bindparam
from sqlmodel import Field, Session, col, select

from storage.types import STRICT, Instant, Record


class Role(Record, table=True):
    """A role that turns in a community. What is empty is said in the words of its ready-made kind.

    Days are of the community's zone; `excludes` are the keys of roles that nobody holds beside it.
    """

    __tablename__ = "roles"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("community_id", "key"),
        CheckConstraint("length_unit IN ('day', 'week', 'month')", name="length_unit"),
        CheckConstraint("length_count > 0", name="length_count"),
        CheckConstraint("seats > 0", name="seats"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    key: str  # "facilitation", or "own-7"
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    name: str = ""
    purpose: str = ""
    duties: str = ""  # what it answers for, one a line
    checklist: str = ""  # what to have done before handing over, one a line
    length_count: int = 1
    length_unit: str = "month"
    anchor: str  # the first day of the first term
    seats: int = 1
    in_a_row: int = 1  # terms that one person may serve one after the other; 0: any number
    grace: int = 30  # days since joining before one is asked
    everybody: bool = True  # whether the pool is all members
    excludes: list[str] = Field(default_factory=list, sa_type=JSON)
    group: str = ""  # the user group or role on the platform that follows the holder
    made_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)  # retired since


class Absence(Record, table=True):
    """Days on which somebody is away from some roles (none named: from all), both ends included."""

    __tablename__ = "absences"
    __table_args__: Any = (
        Index("ix_absences_when", "community_id", "last"),
        CheckConstraint("first <= last", name="order"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    first: str
    last: str
    roles: list[str] = Field(default_factory=list, sa_type=JSON)  # keys
    said_at: datetime = Field(sa_type=Instant)


def roles(db: Session, community: int) -> list[Role]:
    """The roles that turn in a community, in the order in which they came."""
    return list(
        db.exec(
            select(Role)
            .where(Role.community_id == community, col(Role.ended_at).is_(None))
            .order_by(col(Role.number))
        )
    )


_ABSENCES = (
    select(Absence)
    .where(Absence.community_id == bindparam("community"), Absence.last >= bindparam("since"))
    .order_by(col(Absence.first), col(Absence.id))
)


def absences(
    db: Session, community: int, *, since: date, person: int | None = None
) -> list[Absence]:
    """Absences that last until `since` or longer, of one person or of all, the earliest first."""
    asked = _ABSENCES if person is None else _ABSENCES.where(Absence.person_id == person)
    return list(db.exec(asked, params={"community": community, "since": since.isoformat()}))


_AWAY = select(Absence).where(
    Absence.community_id == bindparam("community"),
    Absence.last >= bindparam("day"),
    Absence.first <= bindparam("day"),
)


def away(db: Session, community: int, day: date, role: str | None = None) -> set[int]:
    """The persons who are away on a day: altogether, or from a role, too."""
    found = db.exec(_AWAY, params={"community": community, "day": day.isoformat()})
    return {one.person_id for one in found if not one.roles or role in one.roles}
