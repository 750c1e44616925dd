"""What a meeting deals with and what it leaves: its agenda, its notes, decisions and actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import Field, Session, col, delete, func, select

from bot.features.meetings.records import Meeting, held
from bot.features.meetings.routes import MeetingCard
from storage.acts import Act
from storage.types import STRICT, Instant, Record


class Point(Record, table=True):
    """A point of the agenda: anyone adds one, whoever facilitates orders them by `spot`."""

    __tablename__ = "agenda_points"
    __table_args__: Any = STRICT

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", index=True)
    spot: int
    words: str
    minutes: int | None = None
    author_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    added_at: datetime = Field(sa_type=Instant)


class Notes(Record, table=True):
    """The notes of a meeting, one set each: what was said, decided, and is worth keeping.

    Decisions and links stand one a line, as typed.
    """

    __tablename__ = "meeting_notes"
    __table_args__: Any = STRICT

    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", primary_key=True)
    summary: str = ""
    decisions: str = ""
    links: str = ""
    author_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    written_at: datetime = Field(sa_type=Instant)


class Action(Record, table=True):
    """Something that a meeting asked somebody to do, by a day if one was said.

    `due_on` is a day (ISO) in the community's zone.
    """

    __tablename__ = "actions"
    __table_args__: Any = STRICT

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", index=True)
    words: str
    owner_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    due_on: str = ""
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    dropped_at: datetime | None = Field(default=None, sa_type=Instant)


# ── the agenda ──────────────────────────────────────────────────────────────────────────────────


def point(db: Session, number: int) -> Point | None:
    """A point by id."""
    return db.get(Point, number)


def points(db: Session, meeting: int) -> list[Point]:
    """A meeting's points, in their order."""
    return list(
        db.exec(
            select(Point)
            .where(Point.meeting_id == meeting)
            .order_by(col(Point.spot), col(Point.id))
        )
    )


def agendas(db: Session, community: int) -> dict[int, list[str]]:
    """The words of all points of a community's meetings, in their order, by meeting."""
    found: dict[int, list[str]] = {}
    for meeting, words in db.exec(
        select(Point.meeting_id, Point.words)
        .join(Meeting, col(Meeting.id) == col(Point.meeting_id))
        .where(Meeting.community_id == community)
        .order_by(col(Point.spot), col(Point.id))
    ):
        found.setdefault(meeting, []).append(words)
    return found


def add_point(
    db: Session, meeting: int, words: str, minutes: int | None, author: int | None, now: datetime
) -> Point:
    """One more point, at the end."""
    last = db.exec(select(func.max(Point.spot)).where(Point.meeting_id == meeting)).one()
    made = Point(
        meeting_id=meeting,
        spot=(last or 0) + 1,
        words=words,
        minutes=minutes,
        author_id=author,
        added_at=now,
    )
    db.add(made)
    db.flush()
    return made


def reorder(db: Session, meeting: int, order: list[int]) -> None:
    """The points stand in this order from now on."""
    for found in points(db, meeting):
        if found.id in order:
            found.spot = order.index(found.id) + 1
            db.add(found)
    db.flush()


def remove_point(db: Session, number: int) -> None:
    """A point is no longer on the agenda."""
    db.exec(delete(Point).where(col(Point.id) == number))


# ── notes and actions ───────────────────────────────────────────────────────────────────────────


def notes(db: Session, meeting: int) -> Notes | None:
    """A meeting's notes, if there are any."""
    return db.get(Notes, meeting)


def action(db: Session, number: int) -> Action | None:
    """An action by id."""
    return db.get(Action, number)


def actions(db: Session, meeting: int) -> list[Action]:
    """What a meeting asked for, in the order of its notes, also what is done or dropped."""
    return list(
        db.exec(select(Action).where(Action.meeting_id == meeting).order_by(col(Action.id)))
    )


def remove_action(db: Session, number: int) -> None:
    """The notes no longer say so."""
    db.exec(delete(Action).where(col(Action.id) == number))


_OPEN = (col(Action.done_at).is_(None), col(Action.dropped_at).is_(None))


def open_actions(db: Session, community: int, *, skip: int = 0, most: int = 1000) -> list[Action]:
    """What the community's meetings asked for and is still to do, the soonest due first."""
    return list(
        db.exec(
            select(Action)
            .where(Action.community_id == community, *_OPEN)
            .order_by(col(Action.due_on) == "", col(Action.due_on), col(Action.id))
            .offset(skip)
            .limit(most)
        )
    )


def open_count(db: Session, community: int) -> int:
    """How many actions are still to do."""
    return db.exec(
        select(func.count()).select_from(Action).where(Action.community_id == community, *_OPEN)
    ).one()


def left_open(db: Session, meeting: Meeting) -> list[Action]:
    """What is still to do of what earlier meetings asked for."""
    return list(
        db.exec(
            select(Action)
            .join(Meeting, col(Meeting.id) == col(Action.meeting_id))
            .where(Action.community_id == meeting.community_id, *_OPEN)
            .where(Meeting.id != meeting.id, col(Meeting.starts_at) < meeting.starts_at)
            .order_by(col(Action.due_on) == "", col(Action.due_on), col(Action.id))
        )
    )


def owned(db: Session, community: int, person: int) -> list[Action]:
    """What somebody took on and has not done yet."""
    return [each for each in open_actions(db, community) if each.owner_id == person]


# ── meetings, by what has come of them ──────────────────────────────────────────────────────────


def met_before(db: Session, meeting: Meeting, now: datetime) -> bool:
    """Whether the community has held a meeting already: another one that has begun."""
    return any(each.id != meeting.id for each in held(db, meeting.community_id, now, most=2))


def asked(db: Session, community: int) -> list[Meeting]:
    """The meetings of which it is being asked who was there."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, Meeting.presence == "asked")
            .order_by(col(Meeting.starts_at), col(Meeting.id))
        )
    )


def without_notes(db: Session, community: int, since: datetime, now: datetime) -> list[Meeting]:
    """The meetings begun since an instant of which nobody has written the notes."""
    return list(
        db.exec(
            select(Meeting)
            .outerjoin(Notes, col(Notes.meeting_id) == col(Meeting.id))
            .where(Meeting.community_id == community, Meeting.state == "settled")
            .where(col(Meeting.starts_at) > since, col(Meeting.starts_at) <= now)
            .where(col(Notes.meeting_id).is_(None))
            .order_by(col(Meeting.starts_at), col(Meeting.id))
        )
    )


def noted_between(db: Session, community: int, since: datetime, until: datetime) -> list[Meeting]:
    """The meetings whose notes were written since an instant and until another."""
    return list(
        db.exec(
            select(Meeting)
            .join(Notes, col(Notes.meeting_id) == col(Meeting.id))
            .where(Meeting.community_id == community)
            .where(col(Notes.written_at) > since, col(Notes.written_at) <= until)
            .order_by(col(Notes.written_at), col(Meeting.id))
        )
    )


# ── who led ─────────────────────────────────────────────────────────────────────────────────────


def led(db: Session, community: int) -> list[tuple[int, str]]:
    """(person, title) of the meetings of which somebody is noted as having led them, oldest first."""
    ref = MeetingCard.address + ":" + cast(col(Meeting.id), String)
    return list(
        db.exec(
            select(Act.person_id, Meeting.title)
            .join(Meeting, col(Act.ref) == ref)
            .where(Act.community_id == community, Act.kind == "session-led")
            .where(Meeting.community_id == community)
            .order_by(col(Act.at), col(Act.id))
        )
    )
