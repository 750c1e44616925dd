"""The co-definition round's tables: answers, groups and dots; and the queries on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, Session, col, delete, func, select, update

from bot.features.charter.rules import QUESTIONS
from storage.types import STRICT, Instant, Record


class Round(Record, table=True):
    """Everybody says why we are here, what we shall do together and how; then groups are ranked.

    It takes answers until `closes_at`; then they are grouped; with `votes_until`, dots are put.
    """

    __tablename__ = "charter_rounds"
    __table_args__: Any = (
        CheckConstraint("state IN ('answers', 'groups', 'dots', 'ended')", name="state"),
        Index(
            "ix_charter_rounds_one",
            "community_id",
            unique=True,
            sqlite_where=sql("state <> 'ended'"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    place_id: int | None = Field(
        default=None, foreign_key="places.id", ondelete="SET NULL", index=True
    )
    opened_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    opened_at: datetime = Field(sa_type=Instant)
    closes_at: datetime = Field(sa_type=Instant)
    votes_until: datetime | None = Field(default=None, sa_type=Instant)
    state: str = "answers"


class Group(Record, table=True):
    """Answers that say the same, under a name that whoever facilitates gave them."""

    __tablename__ = "charter_groups"
    __table_args__: Any = (UniqueConstraint("round_id", "question", "name"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="charter_rounds.id", ondelete="CASCADE")
    question: str
    name: str


class Answer(Record, table=True):
    """What somebody said to one of the questions; shown to nobody before the round closes."""

    __tablename__ = "charter_answers"
    __table_args__: Any = (UniqueConstraint("round_id", "person_id", "question"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="charter_rounds.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    question: str
    words: str
    group_id: int | None = Field(
        default=None, foreign_key="charter_groups.id", ondelete="SET NULL", index=True
    )


class Dot(Record, table=True):
    """Somebody finds that a group matters: nobody else sees whose dot it is."""

    __tablename__ = "charter_dots"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    group_id: int = Field(foreign_key="charter_groups.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )


# ── rounds ──────────────────────────────────────────────────────────────────────────────────────


def get(db: Session, number: int) -> Round | None:
    """A round by id."""
    return db.get(Round, number)


def last(db: Session, community: int) -> Round | None:
    """The community's newest round, over or not."""
    asked = select(Round).where(Round.community_id == community)
    return db.exec(asked.order_by(col(Round.id).desc()).limit(1)).first()


def running(db: Session, community: int) -> Round | None:
    """The round that is not over yet."""
    found = last(db, community)
    return found if found is not None and found.state != "ended" else None


# ── answers ─────────────────────────────────────────────────────────────────────────────────────


def own(db: Session, number: int, person: int) -> dict[str, str]:
    """What somebody answered, by question."""
    asked = select(Answer).where(Answer.round_id == number, Answer.person_id == person)
    return {answer.question: answer.words for answer in db.exec(asked)}


def answer(db: Session, number: int, person: int, question: str, words: str) -> None:
    """Somebody's answer, in place of an earlier one; nothing takes it back."""
    asked = select(Answer).where(
        Answer.round_id == number, Answer.person_id == person, Answer.question == question
    )
    found = db.exec(asked).first()
    if found is None and words:
        found = Answer(round_id=number, person_id=person, question=question, words=words)
    if found is not None:
        if words:
            found.words = words
            db.add(found)
        else:
            db.delete(found)
        db.flush()


def answered(db: Session, number: int) -> list[int]:
    """Who answered."""
    asked = select(Answer.person_id).where(Answer.round_id == number).distinct()
    return list(db.exec(asked.order_by(col(Answer.person_id))))


def answers(db: Session, number: int, question: str, group: int | None = None) -> list[Answer]:
    """What was said to a question, in an order that tells nothing of whom; of a group (0: of none)."""
    asked = select(Answer).where(Answer.round_id == number, Answer.question == question)
    if group is not None:
        asked = asked.where(Answer.group_id == (group or None))
    return list(db.exec(asked.order_by(func.lower(Answer.words), col(Answer.id))))


def counts(db: Session, number: int) -> dict[str, int]:
    """How many answers each question had."""
    asked = (
        select(Answer.question, func.count())
        .where(Answer.round_id == number)
        .group_by(Answer.question)
    )
    return dict(db.exec(asked).all())


def sort_into(db: Session, number: int, question: str, chosen: set[int], group: int | None) -> int:
    """Put answers into a group, or out of any. Returns how many were moved."""
    found = [one for one in answers(db, number, question) if one.id in chosen]
    for one in found:
        one.group_id = group
        db.add(one)
    db.flush()
    return len(found)


# ── groups and dots ─────────────────────────────────────────────────────────────────────────────


def group(db: Session, number: int) -> Group | None:
    """A group by id."""
    return db.get(Group, number)


def groups(db: Session, number: int, question: str | None = None) -> list[Group]:
    """A round's groups, in the order of the questions and as they were made."""
    asked = select(Group).where(Group.round_id == number).order_by(col(Group.id))
    found = list(db.exec(asked if question is None else asked.where(Group.question == question)))
    return sorted(found, key=lambda one: QUESTIONS.index(one.question))


def make_group(db: Session, number: int, question: str, name: str) -> Group:
    """A new group, still empty."""
    made = Group(round_id=number, question=question, name=name)
    db.add(made)
    db.flush()
    return made


def drop_group(db: Session, one: Group) -> None:
    """A group is no more; its answers are in none."""
    db.execute(update(Answer).where(col(Answer.group_id) == one.id).values(group_id=None))
    db.delete(one)
    db.flush()


def sizes(db: Session, number: int) -> dict[int, int]:
    """How many answers each group holds; 0 stands for those in none."""
    asked = (
        select(func.coalesce(Answer.group_id, 0), func.count())
        .where(Answer.round_id == number)
        .group_by(col(Answer.group_id))
    )
    return dict(db.exec(asked).all())


def dots(db: Session, number: int) -> dict[int, int]:
    """How many dots each group has."""
    asked = (
        select(Group.id, func.count(col(Dot.person_id)))
        .outerjoin(Dot, col(Dot.group_id) == Group.id)
        .where(Group.round_id == number)
        .group_by(col(Group.id))
    )
    return {one or 0: count for one, count in db.exec(asked)}


def own_dots(db: Session, number: int, person: int) -> set[int]:
    """The groups on which somebody put a dot."""
    asked = (
        select(Dot.group_id)
        .join(Group, col(Group.id) == Dot.group_id)
        .where(Group.round_id == number, Dot.person_id == person)
    )
    return set(db.exec(asked))


def put_dots(db: Session, number: int, person: int, chosen: set[int]) -> None:
    """Somebody's dots, in place of those they had."""
    there = [one.id for one in groups(db, number)]
    db.exec(delete(Dot).where(col(Dot.group_id).in_(there), col(Dot.person_id) == person))
    db.add_all(Dot(group_id=one, person_id=person) for one in sorted(chosen))
    db.flush()


def dotted(db: Session, number: int) -> list[int]:
    """Who put dots."""
    asked = select(Dot.person_id).join(Group, col(Group.id) == Dot.group_id)
    return list(db.exec(asked.where(Group.round_id == number).distinct()))
