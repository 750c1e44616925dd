"""A meeting's tables: proposed dates and whom it needs; and the queries on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, Session, col, delete, func, or_, select

from storage.types import STRICT, Instant, Record


class Meeting(Record, table=True):
    """A meeting of a community: first proposed at several slots, then settled on one instant.

    What is to come is kept as wall time and zone (`starts_wall`, `zone`); `starts_at` is derived
    from them, and derived again when a zone's rules change.
    """

    __tablename__ = "meetings"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("series_id", "occurrence"),
        CheckConstraint("state IN ('proposed', 'settled', 'cancelled')", name="state"),
        CheckConstraint("state <> 'settled' OR starts_at IS NOT NULL", name="settled"),
        CheckConstraint("presence IN ('', 'asked', 'confirmed', 'unconfirmed')", name="presence"),
        Index("ix_meetings_coming", "community_id", "starts_at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    organiser_id: int = Field(foreign_key="persons.id", ondelete="CASCADE")
    title: str
    venue: str = ""  # a link or a room, as typed
    minutes: int = 60
    zone: str
    state: str = "proposed"
    hidden: bool = True  # others' answers are hidden until one has answered
    quorum: int | None = None
    proposed_at: datetime = Field(sa_type=Instant)
    until_wall: str = ""  # the deadline for answers; empty where no date was proposed
    until_at: datetime | None = Field(default=None, sa_type=Instant)
    decidable_at: datetime | None = Field(default=None, sa_type=Instant)  # the organiser was told
    slot_id: int | None = None  # the proposed slot it was settled on, if it was one
    starts_wall: str = ""
    starts_at: datetime | None = Field(default=None, sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    forced_why: str = ""  # why a slot that suits nobody was taken all the same
    sequence: int = 0  # of its calendar entry: grows with each change that calendars must see
    changed_at: datetime = Field(sa_type=Instant)
    cancelled_at: datetime | None = Field(default=None, sa_type=Instant)
    cancelled_why: str = ""
    series_id: int | None = None  # what makes it come again, and the day it stands for there
    occurrence: str | None = None
    presence: str = ""  # whether who was there is asked, confirmed, or closed as it was
    guests: str = ""  # who came beside the members, as typed


class Slot(Record, table=True):
    """One proposed date."""

    __tablename__ = "meeting_slots"
    __table_args__: Any = (UniqueConstraint("meeting_id", "starts_at"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE")
    wall: str
    zone: str
    starts_at: datetime = Field(sa_type=Instant)
    minutes: int
    added_at: datetime = Field(sa_type=Instant)


class Needed(Record, table=True):
    """Who a meeting needs: "person:12", or "role:facilitation", whoever holds it at the slot."""

    __tablename__ = "meeting_needs"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE", primary_key=True)
    ref: str = Field(primary_key=True)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def next_number(db: Session, community: int) -> int:
    """The number of the community's next meeting."""
    last = db.exec(select(func.max(Meeting.number)).where(Meeting.community_id == community)).one()
    return (last or 0) + 1


def add(db: Session, meeting: Meeting, slots: list[Slot], needs: list[str]) -> Meeting:
    """Keep a new meeting with its proposed slots, and whom it needs."""
    db.add(meeting)
    db.flush()
    assert meeting.id is not None
    for slot in slots:
        slot.meeting_id = meeting.id
        db.add(slot)
    for ref in dict.fromkeys(needs):
        db.add(Needed(meeting_id=meeting.id, ref=ref))
    db.flush()
    return meeting


def remove_slot(db: Session, slot: int) -> None:
    """Take a slot away; its answers, and no others, go with it."""
    db.exec(delete(Slot).where(col(Slot.id) == slot))


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def meeting(db: Session, number: int) -> Meeting | None:
    """A meeting by id."""
    return db.get(Meeting, number)


def slot(db: Session, number: int) -> Slot | None:
    """A slot by id."""
    return db.get(Slot, number)


def slots(db: Session, meeting: int) -> list[Slot]:
    """A meeting's proposed slots, earliest first."""
    return list(
        db.exec(
            select(Slot)
            .where(Slot.meeting_id == meeting)
            .order_by(col(Slot.starts_at), col(Slot.id))
        )
    )


def needs(db: Session, meeting: int) -> list[str]:
    """Whom a meeting needs: "person:12", "role:facilitation"."""
    return list(
        db.exec(select(Needed.ref).where(Needed.meeting_id == meeting).order_by(col(Needed.ref)))
    )


def by_number(db: Session, community: int, number: int) -> Meeting | None:
    """The community's meeting of this number."""
    return db.exec(
        select(Meeting).where(Meeting.community_id == community, Meeting.number == number)
    ).first()


def open_in(db: Session, community: int, place: int | None = None) -> list[Meeting]:
    """What is proposed, and not yet settled (in one channel, if `place` is given)."""
    query = select(Meeting).where(Meeting.community_id == community, Meeting.state == "proposed")
    if place is not None:
        query = query.where(Meeting.place_id == place)
    return list(db.exec(query.order_by(col(Meeting.until_at), col(Meeting.id))))


def coming(
    db: Session, community: int, now: datetime, *, until: datetime | None = None, most: int = 50
) -> list[Meeting]:
    """The settled meetings that have not begun, soonest first (before `until`, if it is given)."""
    query = select(Meeting).where(
        Meeting.community_id == community, Meeting.state == "settled", col(Meeting.starts_at) > now
    )
    if until is not None:
        query = query.where(col(Meeting.starts_at) < until)
    return list(db.exec(query.order_by(col(Meeting.starts_at), col(Meeting.id)).limit(most)))


def near(db: Session, community: int, start: datetime, end: datetime, but: int) -> list[Meeting]:
    """The settled meetings of a community, but one, that start within a span."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, Meeting.state == "settled")
            .where(col(Meeting.starts_at) >= start, col(Meeting.starts_at) <= end)
            .where(Meeting.id != but)
            .order_by(col(Meeting.starts_at))
        )
    )


def listed(db: Session, community: int, now: datetime, *, skip: int, most: int) -> list[Meeting]:
    """The community's meetings: proposed ones, then those to come, then the newest past."""
    when = func.iif(Meeting.state == "proposed", 0, func.iif(col(Meeting.starts_at) > now, 1, 2))
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community)
            .order_by(
                when,
                func.iif(when == 1, Meeting.starts_at, ""),
                col(Meeting.starts_at).desc(),
                col(Meeting.id).desc(),
            )
            .offset(skip)
            .limit(most)
        )
    )


def count(db: Session, community: int) -> int:
    """How many meetings the community has proposed or held."""
    return db.exec(
        select(func.count()).select_from(Meeting).where(Meeting.community_id == community)
    ).one()


def recent(db: Session, community: int, most: int = 200) -> list[Meeting]:
    """The community's newest meetings."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community)
            .order_by(col(Meeting.id).desc())
            .limit(most)
        )
    )


def to_come(db: Session, now: datetime) -> list[Meeting]:
    """All that is proposed or still to come, in every community: what new rules of zones may move."""
    return list(
        db.exec(
            select(Meeting)
            .where(
                or_(
                    Meeting.state == "proposed",
                    (col(Meeting.state) == "settled") & (col(Meeting.starts_at) > now),
                )
            )
            .order_by(col(Meeting.id))
        )
    )


def by_organiser(db: Session, community: int, person: int, now: datetime) -> list[Meeting]:
    """What somebody organises that is proposed or to come."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, Meeting.organiser_id == person)
            .where(
                or_(
                    Meeting.state == "proposed",
                    (col(Meeting.state) == "settled") & (col(Meeting.starts_at) > now),
                )
            )
            .order_by(col(Meeting.id))
        )
    )


def of_series(db: Session, series: int, since: str) -> list[Meeting]:
    """The meetings of a series that stand for a day from `since` on, in order."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.series_id == series, col(Meeting.occurrence) >= since)
            .order_by(col(Meeting.occurrence))
        )
    )


def before_in_series(db: Session, series: int, at: datetime) -> Meeting | None:
    """The meeting of a series that is held last before an instant."""
    return db.exec(
        select(Meeting)
        .where(Meeting.series_id == series, Meeting.state == "settled")
        .where(col(Meeting.starts_at) < at)
        .order_by(col(Meeting.starts_at).desc())
    ).first()


def held(db: Session, community: int, now: datetime, *, most: int) -> list[Meeting]:
    """The meetings that have begun, newest first."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, Meeting.state == "settled")
            .where(col(Meeting.starts_at) <= now)
            .order_by(col(Meeting.starts_at).desc())
            .limit(most)
        )
    )


def for_calendar(db: Session, community: int) -> list[Meeting]:
    """The meetings that calendars hold: settled ones, and those called off after they were."""
    return list(
        db.exec(
            select(Meeting)
            .where(Meeting.community_id == community, col(Meeting.starts_at).is_not(None))
            .order_by(col(Meeting.starts_at), col(Meeting.id))
        )
    )
