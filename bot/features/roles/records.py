"""The rotation's tables: turns, who passed on them, swaps and handovers; and the queries on them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, bindparam
from sqlalchemy import text as sql
from sqlmodel import Field, Session, col, func, select

from storage.roles import Role
from storage.types import STRICT, Instant, Record


class Pooled(Record, table=True):
    """Somebody in a role's pool; or, where the pool is everybody, somebody who asked for a turn."""

    __tablename__ = "role_pool"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    role_id: int = Field(foreign_key="roles.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", primary_key=True)
    since: str  # the day
    volunteer: bool = False  # asked for it: no days of grace


class Turn(Record, table=True):
    """One seat of one term of a role, or the rest of it: who is asked, or has said yes.

    From the day `starts_on` to before the day `ends_on`.
    """

    __tablename__ = "turns"
    __table_args__: Any = (
        UniqueConstraint("role_id", "number", "seat", "starts_on"),
        CheckConstraint("state IN ('asked', 'accepted', 'vacant')", name="state"),
        CheckConstraint("(state = 'vacant') = (person_id IS NULL)", name="person"),
        Index("ix_turns_until", "role_id", "ends_on"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    role_id: int = Field(foreign_key="roles.id", ondelete="CASCADE")
    number: int
    seat: int
    starts_on: str
    ends_on: str
    state: str = "vacant"
    person_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    asked_at: datetime | None = Field(default=None, sa_type=Instant)
    accepted_at: datetime | None = Field(default=None, sa_type=Instant)

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.starts_on)

    @property
    def end(self) -> date:
        """The day after its last."""
        return date.fromisoformat(self.ends_on)


class Passed(Record, table=True):
    """Somebody was asked for a turn and does not take it; why is shown to nobody."""

    __tablename__ = "turn_passes"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    turn_id: int = Field(foreign_key="turns.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", primary_key=True)
    why: str  # "declined", "silent", "away", "swapped"
    at: datetime = Field(sa_type=Instant)


class Swap(Record, table=True):
    """Somebody looks for another to take their turn, or some days of it (a cover)."""

    __tablename__ = "swaps"
    __table_args__: Any = (
        CheckConstraint(
            "state IN ('open', 'taken', 'undone', 'past-due', 'withdrawn')", name="state"
        ),
        CheckConstraint("(state IN ('taken', 'undone')) = (taken_by IS NOT NULL)", name="taken"),
        CheckConstraint("taken_by IS NULL OR taken_by <> asked_by", name="another"),
        Index(
            "ix_swaps_open",
            "turn_id",
            "starts_on",
            unique=True,
            sqlite_where=sql("state = 'open'"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    turn_id: int = Field(foreign_key="turns.id", ondelete="CASCADE", index=True)
    starts_on: str  # the days that are looked after: the whole turn, or a part
    ends_on: str
    state: str = "open"
    asked_by: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    taken_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="CASCADE", index=True
    )
    asked_at: datetime = Field(sa_type=Instant)
    taken_at: datetime | None = Field(default=None, sa_type=Instant)


class Handover(Record, table=True):
    """What whoever leaves a turn passes on: up to three lines, and what of the checklist is done."""

    __tablename__ = "handovers"

    turn_id: int = Field(foreign_key="turns.id", ondelete="CASCADE", primary_key=True)
    lines: list[str] = Field(default_factory=list, sa_type=JSON)  # as many as fields, or none
    done: list[int] = Field(default_factory=list, sa_type=JSON)  # positions in the checklist
    written_at: datetime | None = Field(default=None, sa_type=Instant)


# ── roles ───────────────────────────────────────────────────────────────────────────────────────


def role(db: Session, number: int) -> Role | None:
    """A role by id."""
    return db.get(Role, number)


def next_number(db: Session, community: int) -> int:
    """The number of the community's next role."""
    last = db.exec(select(func.max(Role.number)).where(Role.community_id == community)).one()
    return (last or 0) + 1


def communities(db: Session) -> list[int]:
    """The communities in which roles turn."""
    return list(db.exec(select(Role.community_id).where(col(Role.ended_at).is_(None)).distinct()))


def by_key(db: Session, community: int, key: str) -> Role | None:
    """A role of a community by its key, retired or not."""
    return db.exec(select(Role).where(Role.community_id == community, Role.key == key)).first()


def pool(db: Session, number: int) -> dict[int, Pooled]:
    """The rows of a role's pool, by person."""
    return {row.person_id: row for row in db.exec(select(Pooled).where(Pooled.role_id == number))}


# ── turns ───────────────────────────────────────────────────────────────────────────────────────


def turn(db: Session, number: int) -> Turn | None:
    """A turn by id."""
    return db.get(Turn, number)


_TURNS = (
    select(Turn)
    .where(Turn.role_id == bindparam("role"))
    .order_by(col(Turn.starts_on), col(Turn.number), col(Turn.seat))
)
_TURNS_SINCE = _TURNS.where(col(Turn.ends_on) > bindparam("since"))


def turns_of(db: Session, number: int, *, since: date | None = None) -> list[Turn]:
    """A role's turns in order; only those that are not over on a day."""
    if since is None:
        return list(db.exec(_TURNS, params={"role": number}))
    return list(db.exec(_TURNS_SINCE, params={"role": number, "since": since.isoformat()}))


def turns_with(db: Session, community: int, person: int, day: date) -> list[Turn]:
    """The turns that somebody is asked for or has said yes to, and that are not over on a day."""
    return list(
        db.exec(
            select(Turn)
            .join(Role, col(Role.id) == Turn.role_id)
            .where(Role.community_id == community, col(Role.ended_at).is_(None))
            .where(Turn.person_id == person, col(Turn.ends_on) > day.isoformat())
            .order_by(col(Turn.starts_on), col(Turn.id))
        )
    )


def passes(db: Session, number: int) -> dict[int, set[int]]:
    """The terms of a role that persons were asked for and did not take, by person."""
    found: dict[int, set[int]] = {}
    for person, term in db.exec(
        select(Passed.person_id, Turn.number)
        .join(Turn, col(Turn.id) == Passed.turn_id)
        .where(Turn.role_id == number)
    ):
        found.setdefault(person, set()).add(term)
    return found


def pass_on(db: Session, turn: int, person: int, why: str, at: datetime) -> None:
    """Somebody does not take a turn."""
    db.merge(Passed(turn_id=turn, person_id=person, why=why, at=at))
    db.flush()


# ── swaps and handovers ─────────────────────────────────────────────────────────────────────────


def swap(db: Session, number: int) -> Swap | None:
    """A swap by id."""
    return db.get(Swap, number)


def swaps_of(db: Session, turn: int, *states: str) -> list[Swap]:
    """A turn's swaps in one of these states, in order of their days."""
    return list(
        db.exec(
            select(Swap)
            .where(Swap.turn_id == turn, col(Swap.state).in_(states))
            .order_by(col(Swap.starts_on), col(Swap.id))
        )
    )


def covers(db: Session, role: int) -> dict[int, list[Swap]]:
    """The taken swaps of some days of a role's turns, by turn."""
    found: dict[int, list[Swap]] = {}
    for one in db.exec(
        select(Swap)
        .join(Turn, col(Turn.id) == Swap.turn_id)
        .where(Turn.role_id == role, Swap.state == "taken")
        .order_by(col(Swap.starts_on))
    ):
        found.setdefault(one.turn_id, []).append(one)
    return found


def handover(db: Session, turn: int) -> Handover | None:
    """What was passed on at the end of a turn; None if nothing yet."""
    return db.get(Handover, turn)


def swaps_with(db: Session, community: int, person: int, day: date) -> list[Swap]:
    """The days that somebody took from others, and that are not over on a day."""
    return list(
        db.exec(
            select(Swap)
            .join(Turn, col(Turn.id) == Swap.turn_id)
            .join(Role, col(Role.id) == Turn.role_id)
            .where(Role.community_id == community, Swap.state == "taken")
            .where(Swap.taken_by == person, col(Swap.ends_on) > day.isoformat())
            .order_by(col(Swap.starts_on))
        )
    )
