"""A poll's tables, and every query on them."""

from __future__ import annotations

import secrets
import sqlite3
from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, bindparam, exists
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, delete, func, or_, select

from storage.types import STRICT, Instant, Record, to_text


class Poll(Record, table=True):
    """A question put to a community."""

    __tablename__ = "polls"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        CheckConstraint("secrecy IN ('shown', 'hidden', 'anonymous')", name="secrecy"),
        CheckConstraint("results IN ('live', 'after-vote', 'at-close')", name="results"),
        CheckConstraint("state IN ('open', 'closed', 'cancelled')", name="state"),
        CheckConstraint("secrecy <> 'anonymous' OR results = 'at-close'", name="sealed"),
        Index("ix_polls_closed", "community_id", "closed_at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    author_id: int = Field(foreign_key="persons.id", ondelete="CASCADE")
    question: str
    most: int = 1  # how many options a person may choose
    secrecy: str = "hidden"
    results: str = "live"
    adding: bool = False  # anybody may add options
    audience: str = "everyone"  # everyone, role:<key>, list
    closes_wall: str  # wall time, ISO; with `zone`, the instant is derived again when rules change
    zone: str
    closes_at: datetime = Field(sa_type=Instant)
    reminders: int | None = None  # None: as the length suggests
    close_when_all: bool = False
    all_voted_at: datetime | None = Field(default=None, sa_type=Instant)
    opened_at: datetime = Field(sa_type=Instant)
    state: str = "open"
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    edited_at: datetime | None = Field(default=None, sa_type=Instant)
    reopened_at: datetime | None = Field(default=None, sa_type=Instant)
    second_of: int | None = Field(default=None, foreign_key="polls.id", ondelete="SET NULL")
    chosen: int | None = None  # after a tie, by hand
    chosen_why: str = ""


class PollOption(Record, table=True):
    """One option of a poll; `spot` is its place in the list, from 0."""

    __tablename__ = "poll_options"
    __table_args__: Any = (UniqueConstraint("poll_id", "folded"), STRICT)

    poll_id: int = Field(foreign_key="polls.id", ondelete="CASCADE", primary_key=True)
    spot: int = Field(primary_key=True)
    words: str
    folded: str
    author_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")


class Ballot(Record, table=True):
    """What somebody chose in a poll that is not anonymous: spots joined by dots, in order."""

    __tablename__ = "ballots"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    poll_id: int = Field(foreign_key="polls.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    choices: str
    cast_at: datetime = Field(sa_type=Instant)


class Elector(Record, table=True):
    """Who may vote where the roll is fixed, and in an anonymous poll, who has voted. No more."""

    __tablename__ = "electors"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    poll_id: int = Field(foreign_key="polls.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", primary_key=True)
    voted: bool = False


class SecretBallot(Record, table=True):
    """An anonymous ballot, detached: the poll, a random id, the choices. No voter, time or order."""

    __tablename__ = "secret_ballots"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    poll_id: int = Field(foreign_key="polls.id", ondelete="CASCADE", primary_key=True)
    id: str = Field(primary_key=True)
    choices: str


_STANDS: Any = or_(
    Poll.state != "cancelled",
    exists().where(col(Ballot.poll_id) == col(Poll.id)),
    exists().where(col(Elector.poll_id) == col(Poll.id), col(Elector.voted).is_(True)),
)
"""Cancelled before its first vote, a poll has disappeared."""

NEIGHBOURS = 500
"""More rows, on either side, than a page of the file holds."""


def spots(choices: str) -> frozenset[int]:
    """The chosen spots of a stored ballot."""
    return frozenset(int(spot) for spot in choices.split(".") if spot)


def joined_spots(chosen: frozenset[int] | set[int]) -> str:
    """Chosen spots as they are stored."""
    return ".".join(str(spot) for spot in sorted(chosen))


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def next_number(db: Session, community: int) -> int:
    """The number of the community's next poll."""
    last = db.exec(select(func.max(Poll.number)).where(Poll.community_id == community)).one()
    return (last or 0) + 1


def add(db: Session, poll: Poll, options: list[tuple[str, str]]) -> Poll:
    """Keep a new poll with its options, (words, folded) each."""
    db.add(poll)
    db.flush()
    assert poll.id is not None
    for spot, (words, folded) in enumerate(options):
        db.add(PollOption(poll_id=poll.id, spot=spot, words=words, folded=folded))
    db.flush()
    return poll


def add_option(db: Session, poll: int, words: str, folded: str, author: int | None) -> None:
    """One more option, at the end."""
    count = db.exec(
        select(func.count()).select_from(PollOption).where(PollOption.poll_id == poll)
    ).one()
    db.add(
        PollOption(
            poll_id=poll,
            spot=count,
            words=words,
            folded=folded,
            author_id=author,
        )
    )
    db.flush()


def cast(db: Session, poll: int, person: int, chosen: set[int], now: datetime) -> None:
    """This is now the person's ballot; an empty one is taken back."""
    if not chosen:
        db.exec(delete(Ballot).where(col(Ballot.poll_id) == poll, col(Ballot.person_id) == person))
        return
    values = {"choices": joined_spots(chosen), "cast_at": now}
    db.execute(
        insert(Ballot)
        .values(poll_id=poll, person_id=person, **values)
        .on_conflict_do_update(index_elements=["poll_id", "person_id"], set_=values)
    )


def cast_secret(db: Session, poll: int, person: int, chosen: set[int]) -> bool:
    """Mark the person as having voted and keep the ballot apart. False if they had voted."""
    marked = db.execute(
        insert(Elector)
        .values(poll_id=poll, person_id=person, voted=True)
        .on_conflict_do_update(
            index_elements=["poll_id", "person_id"],
            set_={"voted": True},
            where=col(Elector.voted).is_(False),
        )
        .returning(col(Elector.person_id))
    ).scalar()
    if marked is None:
        return False
    number = secrets.token_hex(16)
    db.execute(insert(SecretBallot).values(poll_id=poll, id=number, choices=joined_spots(chosen)))
    _lay_anew(db, Elector, poll, col(Elector.person_id), person)
    _lay_anew(db, SecretBallot, poll, col(SecretBallot.id), number)
    return True


def _lay_anew(db: Session, table: Any, poll: int, key: Any, mine: int | str) -> None:
    """Write the rows around a new one again, in the order of their keys.

    Within a page of the file SQLite lays rows in the order in which they came: without this, a
    single copy of the file would tell the order of the voters, and that of their ballots.
    """
    here = select(table.__table__).where(table.poll_id == poll)
    before = here.where(key <= mine).order_by(key.desc()).limit(NEIGHBOURS)
    after = here.where(key > mine).order_by(key).limit(NEIGHBOURS)
    rows = [dict(row) for query in (before, after) for row in db.execute(query).mappings()]
    rows.sort(key=lambda row: row[key.key])
    first, last = rows[0][key.key], rows[-1][key.key]
    db.execute(delete(table).where(table.poll_id == poll, key.between(first, last)))
    db.execute(insert(table), rows)


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def poll(db: Session, number: int) -> Poll | None:
    """A poll by id."""
    return db.get(Poll, number)


def options(db: Session, poll: int) -> list[PollOption]:
    """A poll's options in order."""
    return list(
        db.exec(select(PollOption).where(PollOption.poll_id == poll).order_by(col(PollOption.spot)))
    )


def ballot(db: Session, poll: int, person: int) -> frozenset[int]:
    """What the person chose; empty if nothing (or if the poll is anonymous)."""
    found = db.get(Ballot, (poll, person))
    return spots(found.choices) if found else frozenset()


def first_voters(db: Session, poll: int, spot: int, most: int) -> tuple[list[int], int]:
    """The first `most` people who chose an option, by time, and how many more there are."""
    chose = f".{spot}."
    found = list(
        db.exec(
            select(Ballot.person_id)
            .where(Ballot.poll_id == poll)
            .where(("." + col(Ballot.choices) + ".").contains(chose, autoescape=True))
            .order_by(col(Ballot.cast_at), col(Ballot.person_id))
            .limit(most)
        )
    )
    if len(found) < most:
        return found, 0
    whole = db.exec(
        select(func.count())
        .select_from(Ballot)
        .where(Ballot.poll_id == poll)
        .where(("." + col(Ballot.choices) + ".").contains(chose, autoescape=True))
    ).one()
    return found, whole - len(found)


def totals(db: Session, poll: Poll) -> Counter[int]:
    """Votes by option spot."""
    table: Any = SecretBallot if poll.secrecy == "anonymous" else Ballot
    found: Counter[int] = Counter()
    for choices, count in db.execute(
        select(table.choices, func.count()).where(table.poll_id == poll.id).group_by(table.choices)
    ):
        for spot in spots(choices):
            found[spot] += count
    return found


def ballots(db: Session, poll: int) -> list[tuple[int, frozenset[int]]]:
    """(person, chosen spots) of a poll that is not anonymous, in the order of the persons' ids."""
    return [
        (person, spots(choices))
        for person, choices in db.exec(
            select(Ballot.person_id, Ballot.choices)
            .where(Ballot.poll_id == poll)
            .order_by(col(Ballot.person_id))
        )
    ]


def second_round(db: Session, poll: int) -> Poll | None:
    """The run-off of a poll, if there is one that was not cancelled."""
    return db.exec(select(Poll).where(Poll.second_of == poll, Poll.state != "cancelled")).first()


def by_number(db: Session, community: int, number: int) -> Poll | None:
    """The community's poll of this number."""
    return db.exec(
        select(Poll).where(Poll.community_id == community, Poll.number == number)
    ).first()


def listed(db: Session, community: int, *, skip: int, most: int) -> list[Poll]:
    """The community's polls: open ones first (soonest deadline), then the newest closed."""
    return list(
        db.exec(
            select(Poll)
            .where(Poll.community_id == community, _STANDS)
            .order_by(
                col(Poll.state) != "open",
                func.iif(Poll.state == "open", Poll.closes_at, ""),
                col(Poll.id).desc(),
            )
            .offset(skip)
            .limit(most)
        )
    )


_COUNT = (
    select(func.count())
    .select_from(Poll)
    .where(Poll.community_id == bindparam("community"), _STANDS)
)


def count(db: Session, community: int) -> int:
    """How many polls the community has had."""
    return db.exec(_COUNT, params={"community": community}).one()


def all_open(db: Session) -> list[Poll]:
    """The open polls of all communities."""
    return list(db.exec(select(Poll).where(Poll.state == "open").order_by(col(Poll.id))))


def open_in(db: Session, community: int, place: int | None = None) -> list[Poll]:
    """The open polls of a community (of one channel if `place` is given), soonest deadline first."""
    query = select(Poll).where(Poll.community_id == community, Poll.state == "open")
    if place is not None:
        query = query.where(Poll.place_id == place)
    return list(db.exec(query.order_by(col(Poll.closes_at), col(Poll.id))))


def recent(db: Session, community: int, most: int = 200) -> list[Poll]:
    """The community's newest polls."""
    return list(
        db.exec(
            select(Poll)
            .where(Poll.community_id == community, _STANDS)
            .order_by(col(Poll.id).desc())
            .limit(most)
        )
    )


def by_author(db: Session, community: int, person: int) -> list[Poll]:
    """The open polls that somebody started."""
    return list(
        db.exec(
            select(Poll).where(
                Poll.community_id == community, Poll.author_id == person, Poll.state == "open"
            )
        )
    )


def closed_between(db: Session, community: int, since: datetime, until: datetime) -> list[Poll]:
    """Polls closed since an instant and until another, and not opened again."""
    return list(
        db.exec(
            select(Poll)
            .where(Poll.community_id == community, Poll.state == "closed")
            .where(col(Poll.closed_at) > since, col(Poll.closed_at) <= until)
            .order_by(col(Poll.closed_at), col(Poll.id))
        )
    )


# ── the press path ──────────────────────────────────────────────────────────────────────────────

_FOR_VOTE = (
    "SELECT p.community_id, p.state, p.closes_at, p.most, p.secrecy, p.results, p.audience, "
    "p.close_when_all, b.choices, "
    "EXISTS (SELECT 1 FROM poll_options o WHERE o.poll_id = p.id AND o.spot = ?2), "
    "EXISTS (SELECT 1 FROM members m WHERE m.community_id = p.community_id "
    "AND m.person_id = ?3 AND m.left_at IS NULL) "
    "FROM polls p LEFT JOIN ballots b ON b.poll_id = p.id AND b.person_id = ?3 WHERE p.id = ?1"
)


def for_vote(cursor: sqlite3.Cursor, poll: int, choice: int, person: int) -> tuple[Any, ...] | None:
    """All that a vote needs to know, in one statement: see `_FOR_VOTE` for the columns."""
    found: tuple[Any, ...] | None = cursor.execute(_FOR_VOTE, (poll, choice, person)).fetchone()
    return found


def cast_fast(cursor: sqlite3.Cursor, poll: int, person: int, choice: int, now: datetime) -> None:
    """`cast` of a single choice on the press path."""
    cursor.execute(
        "INSERT INTO ballots (poll_id, person_id, choices, cast_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (poll_id, person_id) DO UPDATE SET choices = excluded.choices, "
        "cast_at = excluded.cast_at",
        (poll, person, str(choice), to_text(now)),
    )
