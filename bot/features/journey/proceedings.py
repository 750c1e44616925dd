"""What a retrospective brings: what to keep, stop and start, and who does what about it by when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import text as sql
from sqlmodel import Field, Session, case, col, func, select

from storage.types import STRICT, Instant, Record, to_text

LATELY = timedelta(days=180)


class Retrospective(Record, table=True):
    """A look back together: open to all until whoever facilitates closes it."""

    __tablename__ = "retrospectives"
    __table_args__: Any = STRICT

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    subject: str
    opened_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class Item(Record, table=True):
    """What somebody would keep, stop or start; about one of the ten steps, or none (0)."""

    __tablename__ = "retrospective_items"
    __table_args__: Any = STRICT

    id: int | None = Field(default=None, primary_key=True)
    retrospective_id: int = Field(foreign_key="retrospectives.id", ondelete="CASCADE", index=True)
    person_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    kind: str  # "keep", "stop", "start"
    words: str
    number: int = 0
    added_at: datetime = Field(sa_type=Instant)


class Task(Record, table=True):
    """What a retrospective asks somebody to do by a day (ISO, the community's), and what came of it.

    `change` is the packed route of the charter, objective or role that it changed, "" for none yet.
    """

    __tablename__ = "retrospective_tasks"
    __table_args__: Any = STRICT

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    retrospective_id: int = Field(foreign_key="retrospectives.id", ondelete="CASCADE", index=True)
    words: str
    owner_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    due_on: str
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    change: str = ""
    change_words: str = ""
    changed_at: datetime | None = Field(default=None, sa_type=Instant)


# ── retrospectives ──────────────────────────────────────────────────────────────────────────────


def retrospective(db: Session, number: int) -> Retrospective | None:
    """A retrospective by id."""
    return db.get(Retrospective, number)


def newest(db: Session, community: int, *, is_open: bool = False) -> Retrospective | None:
    """The community's newest, or the newest that is open; None if there is none."""
    wanted = select(Retrospective).where(Retrospective.community_id == community)
    if is_open:
        wanted = wanted.where(col(Retrospective.closed_at).is_(None))
    return db.exec(wanted.order_by(col(Retrospective.id).desc()).limit(1)).first()


def keep(db: Session, made: Retrospective | Item | Task) -> int:
    """Keep it; its id."""
    db.add(made)
    db.flush()
    assert made.id is not None
    return made.id


# ── items ───────────────────────────────────────────────────────────────────────────────────────


def items(db: Session, number: int, *, skip: int = 0, most: int = 1000) -> list[Item]:
    """What was said in a retrospective: what to keep first, then stop, then start."""
    order = case({"keep": 1, "stop": 2, "start": 3}, value=col(Item.kind))
    wanted = select(Item).where(Item.retrospective_id == number).order_by(order, col(Item.id))
    return list(db.exec(wanted.offset(skip).limit(most)))


def item_counts(db: Session, number: int) -> dict[str, int]:
    """How much was said of each kind."""
    wanted = (
        select(Item.kind, func.count()).where(Item.retrospective_id == number).group_by(Item.kind)
    )
    return dict(db.exec(wanted).all())


def sayers(db: Session, number: int) -> int:
    """How many people said something."""
    wanted = select(func.count(func.distinct(Item.person_id)))
    return db.exec(wanted.where(Item.retrospective_id == number)).one()


# ── tasks ───────────────────────────────────────────────────────────────────────────────────────


def task(db: Session, number: int) -> Task | None:
    """A task by id."""
    return db.get(Task, number)


def tasks(db: Session, number: int) -> list[Task]:
    """What a retrospective asked for, the soonest due first."""
    wanted = select(Task).where(Task.retrospective_id == number)
    return list(db.exec(wanted.order_by(col(Task.due_on), col(Task.id))))


def open_tasks(db: Session, community: int, owner: int | None = None) -> list[Task]:
    """What is still to do, the soonest due first; of somebody, if they are named."""
    wanted = select(Task).where(Task.community_id == community, col(Task.done_at).is_(None))
    if owner is not None:
        wanted = wanted.where(Task.owner_id == owner)
    return list(db.exec(wanted.order_by(col(Task.due_on), col(Task.id))))


# ── in figures ──────────────────────────────────────────────────────────────────────────────────


_LOOKED_BACK = sql("""
    SELECT count(*), coalesce(sum(opened_at >= :since), 0)
    FROM retrospectives WHERE community_id = :community
""")


def looked_back(db: Session, community: int, since: datetime) -> tuple[int, int]:
    """How many retrospectives there were ever, and since an instant."""
    ever, lately = db.execute(_LOOKED_BACK, {"community": community, "since": to_text(since)}).one()
    return ever, lately


_FOLLOWED = sql("""
    SELECT count(DISTINCT CASE WHEN change <> '' AND changed_at >= :since THEN change END),
           coalesce(sum(due), 0), coalesce(sum(due AND done_at IS NOT NULL), 0)
    FROM (SELECT change, changed_at, done_at,
                 due_on >= :first AND (due_on <= :today OR done_at IS NOT NULL) AS due
          FROM retrospective_tasks WHERE community_id = :community)
""")


def followed(db: Session, community: int, since: datetime, today: date) -> tuple[int, int, int]:
    """Changes that came of tasks since an instant; tasks due since then, and those of them done.

    A task is due from its day on, or once it is done.
    """
    asked = {
        "community": community,
        "since": to_text(since),
        "first": since.date().isoformat(),
        "today": today.isoformat(),
    }
    changes, due, done = db.execute(_FOLLOWED, asked).one()
    return changes, due, done
