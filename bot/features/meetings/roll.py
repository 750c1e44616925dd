"""Who says they come to a settled meeting, and who was there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, literal
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, func, select

from bot.features.meetings.answers import Availability
from bot.features.meetings.records import Meeting
from storage.people import Member
from storage.types import Instant, Record


class Rsvp(Record, table=True):
    """What somebody said about coming to a settled meeting: the last word counts."""

    __tablename__ = "rsvps"
    __table_args__: Any = (
        CheckConstraint("answer IN ('yes', 'maybe', 'no')", name="answer"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    answer: str
    at: datetime = Field(sa_type=Instant)


class Attendance(Record, table=True):
    """Who was there, or was expected and was not."""

    __tablename__ = "attendances"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    present: bool
    noted_at: datetime = Field(sa_type=Instant)


# ── who comes ───────────────────────────────────────────────────────────────────────────────────


def say(db: Session, meeting: int, person: int, answer: str, now: datetime) -> None:
    """This is now what somebody says about coming."""
    said = {"answer": answer, "at": now}
    db.execute(
        insert(Rsvp)
        .values(meeting_id=meeting, person_id=person, **said)
        .on_conflict_do_update(index_elements=["meeting_id", "person_id"], set_=said)
    )


def seed(db: Session, meeting: Meeting, slot: int) -> None:
    """Who answered the slot that was settled need not say it again; who left is not counted on."""
    left = select(Member.person_id).where(
        Member.community_id == meeting.community_id, col(Member.left_at).is_not(None)
    )
    answered = select(
        literal(meeting.id), Availability.person_id, Availability.answer, col(Availability.at)
    ).where(Availability.slot_id == slot, col(Availability.person_id).not_in(left))
    db.execute(
        insert(Rsvp)
        .from_select(["meeting_id", "person_id", "answer", "at"], answered)
        .on_conflict_do_nothing()
    )


def clear(db: Session, meeting: int) -> None:
    """Nobody has said anything any more."""
    db.exec(delete(Rsvp).where(col(Rsvp.meeting_id) == meeting))


def answer(db: Session, meeting: int, person: int) -> str:
    """What somebody said; "" if nothing yet."""
    found = db.get(Rsvp, (meeting, person))
    return found.answer if found is not None else ""


def saying(db: Session, meeting: int, *answers: str) -> list[int]:
    """Who said one of these, in the order in which they did."""
    return list(
        db.exec(
            select(Rsvp.person_id)
            .where(Rsvp.meeting_id == meeting, col(Rsvp.answer).in_(answers))
            .order_by(col(Rsvp.at), col(Rsvp.person_id))
        )
    )


def declined(db: Session, community: int, person: int) -> set[int]:
    """The community's meetings to which somebody does not come."""
    return set(
        db.exec(
            select(Rsvp.meeting_id)
            .join(Meeting, col(Meeting.id) == col(Rsvp.meeting_id))
            .where(Meeting.community_id == community)
            .where(Rsvp.person_id == person, Rsvp.answer == "no")
        )
    )


def tally(db: Session, meeting: int) -> dict[str, int]:
    """How many said what."""
    rows = db.exec(
        select(Rsvp.answer, func.count()).where(Rsvp.meeting_id == meeting).group_by(Rsvp.answer)
    )
    return dict(rows.all())


def withdraw(db: Session, community: int, person: int, now: datetime) -> None:
    """Somebody comes to none of the community's meetings any more."""
    ahead = select(Meeting.id).where(
        Meeting.community_id == community,
        Meeting.state == "settled",
        col(Meeting.starts_at) > now,
    )
    db.exec(delete(Rsvp).where(col(Rsvp.person_id) == person, col(Rsvp.meeting_id).in_(ahead)))


# ── who was there ───────────────────────────────────────────────────────────────────────────────


def presences(db: Session, meeting: int) -> dict[int, bool]:
    """Who was there, and who was expected and was not."""
    rows = db.exec(
        select(Attendance.person_id, Attendance.present)
        .where(Attendance.meeting_id == meeting)
        .order_by(col(Attendance.person_id))
    )
    return dict(rows.all())


def presume(db: Session, meeting: int, now: datetime) -> None:
    """Who said yes is taken to have been there."""
    yes = select(Rsvp.meeting_id, Rsvp.person_id, literal(True), literal(now, Instant)).where(
        Rsvp.meeting_id == meeting, Rsvp.answer == "yes"
    )
    db.execute(
        insert(Attendance)
        .from_select(["meeting_id", "person_id", "present", "noted_at"], yes)
        .on_conflict_do_nothing()
    )


def mark(db: Session, meeting: int, person: int, now: datetime, *, present: bool) -> None:
    """Somebody was there, or was expected and was not."""
    said = {"present": present, "noted_at": now}
    db.execute(
        insert(Attendance)
        .values(meeting_id=meeting, person_id=person, **said)
        .on_conflict_do_update(index_elements=["meeting_id", "person_id"], set_=said)
    )


def unmark(db: Session, meeting: int, person: int) -> None:
    """Somebody was neither there nor expected."""
    db.exec(
        delete(Attendance).where(
            col(Attendance.meeting_id) == meeting, col(Attendance.person_id) == person
        )
    )
