"""Communities, their places, their members, and the accounts people have on each platform.

A person is not an account: one person may hold several, and a community may have places on
several platforms. A channel belongs to one community at most.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, time
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, bindparam, text
from sqlmodel import Field, Session, col, func, select

from scheduling.calendar import Hours
from storage.types import STRICT, Instant, Record, to_text


class Community(Record, table=True):
    """A community of practice and its settings."""

    __tablename__ = "communities"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    purpose: str = ""
    language: str = "en"
    zone: str = "UTC"
    country: str = ""  # whose public holidays it keeps: "FR", "CA-QC"; empty: none
    founded_at: datetime = Field(sa_type=Instant)
    first_meeting: str = ""  # wall time in the community's zone, ISO; empty if not yet known
    opens: str = "08:00"  # when unsolicited direct messages may start, local to each person
    closes: str = "19:00"
    open_days: str = "01234"  # weekdays, Monday is 0
    poll_rank: int = 0  # the lowest rank that may create polls
    plan_closed: bool = False


class Place(Record, table=True):
    """A channel where a community lives, or somebody's direct messages (`direct`)."""

    __tablename__ = "places"
    __table_args__: Any = (UniqueConstraint("platform", "workspace", "ref", "direct"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int | None = Field(
        default=None, foreign_key="communities.id", ondelete="SET NULL", index=True
    )
    platform: str
    workspace: str
    ref: str  # the channel, or the person's account for direct messages
    name: str = ""
    direct: bool = False
    private: bool = False
    language: str | None = None  # if set, cards here speak it
    gone_at: datetime | None = Field(default=None, sa_type=Instant)  # closed to the bot since


class Person(Record, table=True):
    """A human being."""

    __tablename__ = "persons"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    language: str | None = None  # chosen by the person; wins over the platform's
    zone: str | None = None  # likewise
    seen_at: datetime = Field(sa_type=Instant)
    current_id: int | None = Field(  # the community meant in direct messages
        default=None, foreign_key="communities.id", ondelete="SET NULL"
    )


class Account(Record, table=True):
    """A person's account on a platform. On Discord `workspace` is empty: accounts are global."""

    __tablename__ = "accounts"
    __table_args__: Any = (UniqueConstraint("platform", "workspace", "ref"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    platform: str
    workspace: str
    ref: str
    name: str = ""
    locale: str = ""
    zone: str = ""
    bot: bool = False
    unreachable_at: datetime | None = Field(default=None, sa_type=Instant)


class Member(Record, table=True):
    """Somebody who said "I'm in", or was added and told."""

    __tablename__ = "members"
    __table_args__: Any = (
        UniqueConstraint("community_id", "person_id"),
        CheckConstraint("rank BETWEEN 1 AND 4", name="rank"),
        Index("ix_members_in", "community_id", "person_id", sqlite_where=text("left_at IS NULL")),
        Index("ix_members_when", "community_id", "person_id", "joined_at", "left_at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    rank: int = 1
    joined_at: datetime = Field(sa_type=Instant)
    left_at: datetime | None = Field(default=None, sa_type=Instant)
    quiet: bool = False  # nothing but what I started
    fewer: bool = False  # at most one message a week
    digest: bool = False  # each week, what awaits me
    unlisted: bool = False  # not to be suggested to who looks for somebody


class Mute(Record, table=True):
    """One kind of message that a person stopped, in a community."""

    __tablename__ = "mutes"
    __table_args__: Any = (UniqueConstraint("community_id", "person_id", "kind"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    kind: str


# ── the press path: on the driver's cursor ──────────────────────────────────────────────────────

_FIND = (
    "SELECT a.id, a.person_id, p.language, p.zone, a.locale, a.zone, a.name, p.name, a.bot, "
    "a.unreachable_at "
    "FROM accounts a JOIN persons p ON p.id = a.person_id "
    "WHERE a.platform = ? AND a.workspace = ? AND a.ref = ?"
)


def find_account(
    cursor: sqlite3.Cursor, platform: str, workspace: str, ref: str
) -> tuple[Any, ...] | None:
    """What is known of an account.

    (account id, person id, language, zone, locale, platform zone, name, person's name, bot,
    unreachable since)
    """
    found: tuple[Any, ...] | None = cursor.execute(_FIND, (platform, workspace, ref)).fetchone()
    return found


def make_account(
    cursor: sqlite3.Cursor,
    now: datetime,
    platform: str,
    workspace: str,
    ref: str,
    *,
    name: str,
    locale: str,
    zone: str,
    bot: bool,
) -> None:
    """A new person with this account; harmless if another request was quicker."""
    cursor.execute("INSERT INTO persons (name, seen_at) VALUES (?, ?)", (name or ref, to_text(now)))
    cursor.execute(
        "INSERT INTO accounts (person_id, platform, workspace, ref, name, locale, zone, bot) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (cursor.lastrowid, platform, workspace, ref, name, locale, zone, int(bot)),
    )


def update_account(
    cursor: sqlite3.Cursor, account: int, person: int, *, name: str, locale: str, zone: str
) -> None:
    """Take over what the platform now says of somebody; empty values change nothing."""
    cursor.execute(
        "UPDATE accounts SET name = coalesce(nullif(?1, ''), name), unreachable_at = NULL, "
        "locale = coalesce(nullif(?2, ''), locale), zone = coalesce(nullif(?3, ''), zone) "
        "WHERE id = ?4",
        (name, locale, zone, account),
    )
    if name:
        cursor.execute("UPDATE persons SET name = ? WHERE id = ?", (name, person))


# ── everyday queries ────────────────────────────────────────────────────────────────────────────


_PLACE = select(Place).where(
    Place.platform == bindparam("platform"),
    Place.workspace == bindparam("workspace"),
    Place.ref == bindparam("ref"),
    Place.direct == bindparam("direct"),
)


def place(db: Session, platform: str, workspace: str, ref: str, *, direct: bool) -> Place | None:
    """The place that a platform names so, if it is known."""
    asked = {"platform": platform, "workspace": workspace, "ref": ref, "direct": direct}
    return db.exec(_PLACE, params=asked).first()


def places_of(db: Session, community: int) -> list[Place]:
    """The community's channels that the bot can still reach, oldest first."""
    return list(
        db.exec(
            select(Place)
            .where(Place.community_id == community, col(Place.direct).is_(False))
            .where(col(Place.gone_at).is_(None))
            .order_by(col(Place.id))
        )
    )


_CHANNELS = (
    select(func.count())
    .select_from(Place)
    .where(Place.community_id == bindparam("community"), col(Place.direct).is_(False))
    .where(col(Place.gone_at).is_(None))
)


def place_count(db: Session, community: int) -> int:
    """How many these are."""
    return db.exec(_CHANNELS, params={"community": community}).one()


_MEMBER = select(Member).where(
    Member.community_id == bindparam("community"),
    Member.person_id == bindparam("person"),
    col(Member.left_at).is_(None),
)


def member(db: Session, community: int, person: int) -> Member | None:
    """The person's membership, if they are in (somebody who left is not)."""
    return db.exec(_MEMBER, params={"community": community, "person": person}).first()


def members(db: Session, community: int) -> list[Member]:
    """Everybody on the roll, in the order in which they joined."""
    return list(
        db.exec(
            select(Member)
            .where(Member.community_id == community, col(Member.left_at).is_(None))
            .order_by(col(Member.joined_at), col(Member.id))
        )
    )


def awaiting_digest(db: Session, community: int) -> list[int]:
    """The members who asked for what awaits them, each week."""
    return list(
        db.exec(
            select(Member.person_id)
            .where(Member.community_id == community, col(Member.left_at).is_(None))
            .where(col(Member.digest).is_(True))
            .order_by(col(Member.id))
        )
    )


def communities_with_digests(db: Session) -> list[int]:
    """The communities in which some member asked for that."""
    return list(
        db.exec(
            select(Member.community_id)
            .where(col(Member.digest).is_(True), col(Member.left_at).is_(None))
            .distinct()
        )
    )


def suggested(db: Session, community: int) -> set[int]:
    """The members who may be suggested to others: those who did not opt out, and no bots."""
    robots = select(Account.person_id).where(col(Account.bot).is_(True))
    return set(
        db.exec(
            select(Member.person_id)
            .where(Member.community_id == community, col(Member.left_at).is_(None))
            .where(col(Member.unlisted).is_(False), col(Member.person_id).not_in(robots))
        )
    )


_ROLL = (
    select(func.count())
    .select_from(Member)
    .where(Member.community_id == bindparam("community"), col(Member.left_at).is_(None))
)


def member_count(db: Session, community: int) -> int:
    """How many are on the roll."""
    return db.exec(_ROLL, params={"community": community}).one()


def communities_of(db: Session, person: int) -> list[Community]:
    """The communities somebody belongs to, by name."""
    return list(
        db.exec(
            select(Community)
            .join(Member, col(Member.community_id) == Community.id)
            .where(Member.person_id == person, col(Member.left_at).is_(None))
            .order_by(Community.name, col(Community.id))
        )
    )


def meet(
    db: Session, now: datetime, platform: str, workspace: str, ref: str, name: str = ""
) -> Account:
    """The account with this id; a new person where the bot has not met them yet."""
    found = db.exec(
        select(Account).where(
            Account.platform == platform, Account.workspace == workspace, Account.ref == ref
        )
    ).first()
    if found is not None:
        return found
    person = Person(name=name or ref, seen_at=now)
    db.add(person)
    db.flush()
    assert person.id is not None
    account = Account(
        person_id=person.id, platform=platform, workspace=workspace, ref=ref, name=name
    )
    db.add(account)
    db.flush()
    return account


_ACCOUNTS = (
    select(Account).where(Account.person_id == bindparam("person")).order_by(col(Account.id))
)


def accounts_of(db: Session, person: int) -> list[Account]:
    """A person's accounts, oldest first."""
    return list(db.exec(_ACCOUNTS, params={"person": person}))


def accounts_of_all(db: Session, persons: list[int]) -> dict[int, list[Account]]:
    """The accounts of several people at once, by person."""
    found: dict[int, list[Account]] = {person: [] for person in persons}
    for start in range(0, len(persons), 500):
        some = persons[start : start + 500]
        for account in db.exec(
            select(Account).where(col(Account.person_id).in_(some)).order_by(col(Account.id))
        ):
            found[account.person_id].append(account)
    return found


def zones(db: Session, persons: list[int]) -> dict[int, str]:
    """Where each person's clock stands: the zone they chose, else a platform's; "" if unknown."""
    found = dict.fromkeys(persons, "")
    for start in range(0, len(persons), 500):
        some = persons[start : start + 500]
        chosen = select(Person.id, Person.zone).where(col(Person.id).in_(some))
        told = (
            select(Account.person_id, Account.zone)
            .where(col(Account.person_id).in_(some), col(Account.bot).is_(False))
            .order_by(col(Account.id))
        )
        for person, zone in (*db.exec(chosen), *db.exec(told)):
            found[person or 0] = found[person or 0] or zone or ""
    return found


def hours(community: Community) -> Hours:
    """The community's window for unsolicited messages, on each person's own clock."""
    return Hours(
        time.fromisoformat(community.opens),
        time.fromisoformat(community.closes),
        frozenset(int(day) for day in community.open_days),
    )


def direct_place(db: Session, account: Account) -> Place:
    """The place of an account's direct messages; made if it is new."""
    found = place(db, account.platform, account.workspace, account.ref, direct=True)
    if found is None:
        found = Place(
            platform=account.platform, workspace=account.workspace, ref=account.ref, direct=True
        )
        db.add(found)
        db.flush()
    return found


_MUTED = select(Mute.kind).where(
    Mute.community_id == bindparam("community"), Mute.person_id == bindparam("person")
)


def muted(db: Session, community: int, person: int) -> set[str]:
    """The kinds of message this person stopped."""
    return set(db.exec(_MUTED, params={"community": community, "person": person}))
