"""The tables of objectives: wordings, objections, assessments and ties; and the queries on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, Session, and_, col, delete, func, or_, select

from bot.features.goals.rules import Range
from storage.types import STRICT, Instant, Record


class Goal(Record, table=True):
    """What a community wants to reach by a day, and how it sees that it does.

    `measure` is what Ronde reads by itself; else `indicator` says in words what is looked at.
    In force since `settled_at`: adopted by a decision, or posted for a week without an open objection;
    a proposal about it that is over without adopting it counts as posting it again.
    """

    __tablename__ = "goals"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        CheckConstraint("kind IN ('strategic', 'operational')", name="kind"),
        CheckConstraint("baseline IS NULL OR baseline <> target", name="range"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    author_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    kind: str
    sentence: str
    indicator: str = ""
    measure: str = ""  # "i4"
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    due_on: str | None = None  # a day of the community
    made_at: datetime = Field(sa_type=Instant)
    posted_at: datetime = Field(sa_type=Instant)  # its week counts from then
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    reviewed_at: datetime | None = Field(default=None, sa_type=Instant)
    retired_at: datetime | None = Field(default=None, sa_type=Instant)
    retired_why: str = ""

    @property
    def due(self) -> date | None:
        """The day by which it is to be reached, and looked at."""
        return date.fromisoformat(self.due_on) if self.due_on else None

    @property
    def range(self) -> Range | None:
        """From where to where, if that is known."""
        return None if self.target is None else Range(self.baseline, self.target, self.unit)


class Wording(Record, table=True):
    """How an objective read before it was rewritten, and why it was."""

    __tablename__ = "goal_wordings"
    __table_args__: Any = (STRICT,)

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = Field(foreign_key="goals.id", ondelete="CASCADE", index=True)
    kind: str
    sentence: str
    indicator: str = ""
    measure: str = ""
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    why: str
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    until: datetime = Field(sa_type=Instant)

    @property
    def range(self) -> Range | None:
        """From where to where it went, if that was known."""
        return None if self.target is None else Range(self.baseline, self.target, self.unit)


class Objection(Record, table=True):
    """Somebody objects to an objective, and says why; one open at a time from each."""

    __tablename__ = "goal_objections"
    __table_args__: Any = (
        CheckConstraint("state IN ('open', 'withdrawn', 'answered')", name="state"),
        Index(
            "ix_goal_objections_open",
            "goal_id",
            "person_id",
            unique=True,
            sqlite_where=sql("state = 'open'"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = Field(foreign_key="goals.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    why: str
    at: datetime = Field(sa_type=Instant)
    state: str = "open"
    answer: str = ""
    answered_by: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class Assessment(Record, table=True):
    """Where an objective stood on a day; `n` is what a measure came from, if Ronde read it."""

    __tablename__ = "goal_assessments"
    __table_args__: Any = (STRICT,)

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = Field(foreign_key="goals.id", ondelete="CASCADE", index=True)
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    on_day: str
    value: float
    n: int | None = None
    comment: str = ""
    at: datetime = Field(sa_type=Instant)

    @property
    def day(self) -> date:
        """The day that it is of."""
        return date.fromisoformat(self.on_day)


class Tied(Record, table=True):
    """Something serves an objective: a resource, a poll, a meeting (its packed route)."""

    __tablename__ = "goal_ties"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    goal_id: int = Field(foreign_key="goals.id", ondelete="CASCADE", primary_key=True)
    thing: str = Field(primary_key=True, index=True)
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    at: datetime = Field(sa_type=Instant)


# ── objectives ──────────────────────────────────────────────────────────────────────────────────


def goal(db: Session, number: int) -> Goal | None:
    """An objective by id."""
    return db.get(Goal, number)


def next_number(db: Session, community: int) -> int:
    """The number of the community's next objective."""
    last = db.exec(select(func.max(Goal.number)).where(Goal.community_id == community)).one()
    return (last or 0) + 1


def by_number(db: Session, community: int, number: int) -> Goal | None:
    """An objective by its number in the community, retired or not."""
    return db.exec(
        select(Goal).where(Goal.community_id == community, Goal.number == number)
    ).first()


def standing(db: Session, community: int) -> list[Goal]:
    """The objectives that are not retired: strategic ones first, each in their order."""
    return list(
        db.exec(
            select(Goal)
            .where(Goal.community_id == community, col(Goal.retired_at).is_(None))
            .order_by(col(Goal.kind).desc(), col(Goal.number))
        )
    )


def retired(db: Session, community: int) -> list[Goal]:
    """Those that were retired, the latest first."""
    return list(
        db.exec(
            select(Goal)
            .where(Goal.community_id == community, col(Goal.retired_at).is_not(None))
            .order_by(col(Goal.retired_at).desc())
        )
    )


def all_standing(db: Session) -> list[Goal]:
    """Those of every community that are not retired."""
    return list(db.exec(select(Goal).where(col(Goal.retired_at).is_(None))))


def changed_since(db: Session, community: int, since: datetime) -> list[Goal]:
    """Those made, settled or retired since an instant."""
    return list(
        db.exec(
            select(Goal)
            .where(Goal.community_id == community)
            .where(
                or_(Goal.made_at >= since, Goal.settled_at >= since, Goal.retired_at >= since)  # type: ignore[operator]  # NULL is never later
            )
            .order_by(col(Goal.number))
        )
    )


def wordings(db: Session, goal: int) -> list[Wording]:
    """How an objective read before, the latest first."""
    return list(
        db.exec(select(Wording).where(Wording.goal_id == goal).order_by(col(Wording.id).desc()))
    )


def rewritten_since(db: Session, community: int, since: datetime) -> list[tuple[Goal, Wording]]:
    """What was rewritten since an instant."""
    return list(
        db.exec(
            select(Goal, Wording)
            .join(Wording, col(Wording.goal_id) == Goal.id)
            .where(Goal.community_id == community, Wording.until >= since)
        )
    )


# ── objections ──────────────────────────────────────────────────────────────────────────────────


def objection(db: Session, number: int) -> Objection | None:
    """An objection by id."""
    return db.get(Objection, number)


def objections(db: Session, goal: int) -> list[Objection]:
    """All objections to an objective, oldest first."""
    return list(
        db.exec(select(Objection).where(Objection.goal_id == goal).order_by(col(Objection.id)))
    )


def open_objections(db: Session, community: int) -> list[tuple[Goal, Objection]]:
    """What is objected to in a community and not answered yet, oldest first."""
    return list(
        db.exec(
            select(Goal, Objection)
            .join(Objection, col(Objection.goal_id) == Goal.id)
            .where(Goal.community_id == community, Objection.state == "open")
            .where(col(Goal.retired_at).is_(None))
            .order_by(col(Objection.id))
        )
    )


# ── assessments ─────────────────────────────────────────────────────────────────────────────────


def assessments(db: Session, goal: int) -> list[Assessment]:
    """Where an objective stood, oldest first."""
    return list(
        db.exec(
            select(Assessment)
            .where(Assessment.goal_id == goal)
            .order_by(col(Assessment.on_day), col(Assessment.id))
        )
    )


def latest(db: Session, goals: Iterable[int]) -> dict[int, Assessment]:
    """The last assessment of each of these objectives."""
    found: dict[int, Assessment] = {}
    for one in db.exec(
        select(Assessment)
        .where(col(Assessment.goal_id).in_(list(goals)))
        .order_by(col(Assessment.on_day), col(Assessment.id))
    ):
        found[one.goal_id] = one
    return found


# ── ties ────────────────────────────────────────────────────────────────────────────────────────


def things(db: Session, goal: int) -> list[str]:
    """What is tied to an objective, the latest first."""
    asked = select(Tied.thing).where(Tied.goal_id == goal)
    return list(db.exec(asked.order_by(col(Tied.at).desc(), col(Tied.thing))))


def goals_of(db: Session, community: int, thing: str) -> set[int]:
    """The objectives that a thing is tied to."""
    return set(
        db.exec(
            select(Tied.goal_id)
            .join(Goal, and_(col(Goal.id) == Tied.goal_id, Goal.community_id == community))
            .where(Tied.thing == thing)
        )
    )


def all_things(db: Session, community: int) -> set[str]:
    """All that is tied to an objective of the community that is not retired."""
    return set(
        db.exec(
            select(Tied.thing)
            .join(Goal, col(Goal.id) == Tied.goal_id)
            .where(Goal.community_id == community, col(Goal.retired_at).is_(None))
        )
    )


def tie(db: Session, goal: int, thing: str, person: int, at: datetime) -> None:
    """A thing is tied to an objective; a second time changes nothing."""
    if db.get(Tied, (goal, thing)) is None:
        db.add(Tied(goal_id=goal, thing=thing, person_id=person, at=at))
        db.flush()


def untie(db: Session, goal: int, thing: str) -> None:
    """A thing is not tied to an objective any more."""
    db.exec(delete(Tied).where(col(Tied.goal_id) == goal, col(Tied.thing) == thing))
