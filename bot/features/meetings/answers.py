"""What people answer to proposed dates, and how well the dates settled so far served them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, func, select

from bot.features.meetings.records import Meeting, Slot
from storage.types import Instant, Record


class Availability(Record, table=True):
    """Whether a slot suits somebody. No row means no answer, which is never a no."""

    __tablename__ = "availabilities"
    __table_args__: Any = (
        CheckConstraint("answer IN ('yes', 'maybe', 'no')", name="answer"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    slot_id: int = Field(foreign_key="meeting_slots.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    answer: str
    at: datetime = Field(sa_type=Instant)


class Load(Record, table=True):
    """How well somebody was served by the dates settled so far (sequential Phragmén).

    Made anew from the settled meetings whenever one is settled or cancelled.
    """

    __tablename__ = "turn_loads"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    load: int  # in whole parts of a meeting, see `ranking.MEETING`


def answer(db: Session, slot: int, person: int, said: str, now: datetime) -> None:
    """This is now the person's answer for a slot; "" takes it back."""
    if not said:
        db.exec(
            delete(Availability).where(
                col(Availability.slot_id) == slot, col(Availability.person_id) == person
            )
        )
        return
    values = {"answer": said, "at": now}
    db.execute(
        insert(Availability)
        .values(slot_id=slot, person_id=person, **values)
        .on_conflict_do_update(index_elements=["slot_id", "person_id"], set_=values)
    )


def keep_loads(db: Session, community: int, loads: dict[int, int]) -> None:
    """How well everybody was served, made anew."""
    db.exec(delete(Load).where(col(Load.community_id) == community))
    for person, load in loads.items():
        db.add(Load(community_id=community, person_id=person, load=load))
    db.flush()


def answers(db: Session, meeting: int) -> dict[int, dict[int, str]]:
    """Everybody's answers: by person, by slot; people in the order in which they first answered."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for person, number, said in db.exec(
        select(Availability.person_id, Availability.slot_id, Availability.answer)
        .join(Slot, col(Slot.id) == col(Availability.slot_id))
        .where(Slot.meeting_id == meeting)
        .order_by(col(Availability.at), col(Availability.person_id))
    ):
        found[person][number] = said
    return dict(found)


def answers_of(db: Session, meeting: int, person: int) -> dict[int, str]:
    """One person's answers, by slot."""
    rows = db.exec(
        select(Availability.slot_id, Availability.answer)
        .join(Slot, col(Slot.id) == col(Availability.slot_id))
        .where(Slot.meeting_id == meeting, Availability.person_id == person)
    )
    return dict(rows.all())


def answerers(db: Session, meeting: int) -> set[int]:
    """Who has answered at least one slot."""
    return set(
        db.exec(
            select(Availability.person_id)
            .join(Slot, col(Slot.id) == col(Availability.slot_id))
            .where(Slot.meeting_id == meeting)
            .distinct()
        )
    )


def finished(db: Session, slots: list[int]) -> set[int]:
    """Who has answered every one of these slots."""
    whole = (
        select(Availability.person_id)
        .where(col(Availability.slot_id).in_(slots))
        .group_by(col(Availability.person_id))
        .having(func.count() == len(slots))
    )
    return set(db.exec(whole))


def answered_slot(db: Session, slot: int) -> list[int]:
    """Who has answered a slot."""
    return list(
        db.exec(
            select(Availability.person_id)
            .where(Availability.slot_id == slot)
            .order_by(col(Availability.at), col(Availability.person_id))
        )
    )


def said_before(db: Session, community: int, person: int, meeting: int) -> list[tuple[Slot, str]]:
    """What somebody answered in earlier proposals, newest proposal first."""
    return list(
        db.exec(
            select(Slot, Availability.answer)
            .join(Availability, col(Availability.slot_id) == col(Slot.id))
            .join(Meeting, col(Meeting.id) == col(Slot.meeting_id))
            .where(Meeting.community_id == community, Availability.person_id == person)
            .where(Meeting.id != meeting)
            .order_by(col(Meeting.id).desc(), col(Slot.starts_at))
            .limit(200)
        )
    )


def loads(db: Session, community: int) -> dict[int, int]:
    """How well everybody was served so far."""
    rows = db.exec(select(Load.person_id, Load.load).where(Load.community_id == community))
    return dict(rows.all())


def settled_from_slots(db: Session, community: int) -> list[Meeting]:
    """The meetings that were settled on a proposed slot and stand, in the order of settling."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, Meeting.state == "settled")
            .where(col(Meeting.slot_id).is_not(None))
            .order_by(col(Meeting.settled_at), col(Meeting.id))
        )
    )


def approvers(db: Session, slot: int) -> list[int]:
    """Who said yes or "if need be" to a slot."""
    return list(
        db.exec(
            select(Availability.person_id)
            .where(Availability.slot_id == slot, col(Availability.answer).in_(("yes", "maybe")))
            .order_by(col(Availability.person_id))
        )
    )
