"""The tables of what members say of themselves and of the core group, and the queries on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, Session, and_, col, delete, exists, func, select

from storage.people import Account, Member, Person
from storage.types import STRICT, Instant, Record, to_text


class Profile(Record, table=True):
    """A member's card; the zone on it is the person's own (`Person.zone`), everywhere the same."""

    __tablename__ = "profiles"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    offers: str = ""
    asks: str = ""
    organisation: str = ""
    contact: str = ""
    written_at: datetime = Field(sa_type=Instant)


class Introduced(Record, table=True):
    """What a member answered to "what brings you?"; all of it is empty once they took it back."""

    __tablename__ = "introductions"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    brings: str
    offers: str = ""
    made_at: datetime = Field(sa_type=Instant)


class Core(Record, table=True):
    """Somebody was asked for the core group, and what they said."""

    __tablename__ = "core_members"
    __table_args__: Any = (
        CheckConstraint("state IN ('asked', 'accepted', 'declined', 'left')", name="state"),
        CheckConstraint("(state = 'asked') = (answered_at IS NULL)", name="answered"),
        STRICT,
    )

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    state: str = "asked"
    asked_by: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    asked_at: datetime = Field(sa_type=Instant)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)


# ── cards ───────────────────────────────────────────────────────────────────────────────────────


def profile(db: Session, community: int, person: int) -> Profile | None:
    """What somebody says of themselves; None if nothing yet."""
    return db.get(Profile, (community, person))


def introduced(db: Session, community: int, person: int) -> Introduced | None:
    """How somebody introduced themselves, even if they took it back; None if they never did."""
    return db.get(Introduced, (community, person))


def offering(db: Session, community: int) -> list[tuple[int, str]]:
    """(person, what they offer) of all who offer something."""
    asked = select(Profile.person_id, Profile.offers)
    return list(db.exec(asked.where(Profile.community_id == community, Profile.offers != "")))


class Listed(NamedTuple):
    """A line of the members' list."""

    person: int
    offers: str


def page(db: Session, community: int, skip: int, most: int) -> list[Listed]:
    """Members, those first who offer something, by name."""
    offers = func.coalesce(Profile.offers, "")
    asked = (
        select(Member.person_id, offers)
        .join(Person, col(Person.id) == Member.person_id)
        .outerjoin(
            Profile,
            and_(
                col(Profile.community_id) == Member.community_id,
                col(Profile.person_id) == Member.person_id,
            ),
        )
        .where(Member.community_id == community, col(Member.left_at).is_(None), ~_bot())
        .order_by(offers == "", func.lower(Person.name), col(Member.id))
    )
    return [Listed(person, said) for person, said in db.exec(asked.offset(skip).limit(most))]


def count(db: Session, community: int) -> int:
    """How many are on that list."""
    asked = select(func.count()).select_from(Member)
    asked = asked.where(Member.community_id == community, col(Member.left_at).is_(None), ~_bot())
    return db.exec(asked).one()


def _bot() -> Any:
    return exists().where(
        col(Account.person_id) == col(Member.person_id), col(Account.bot).is_(True)
    )


def names(db: Session, community: int) -> list[tuple[int, str]]:
    """(person, name) of everybody on the roll."""
    rows = db.exec(
        select(Member.person_id, Person.name)
        .join(Person, col(Person.id) == Member.person_id)
        .where(Member.community_id == community, col(Member.left_at).is_(None))
        .order_by(func.lower(Person.name), col(Member.id))
    )
    return [(person, name) for person, name in rows]


# ── the core group ──────────────────────────────────────────────────────────────────────────────


def core(db: Session, community: int, person: int) -> Core | None:
    """What became of the question to one person; None if they were not asked."""
    return db.get(Core, (community, person))


class Seat(NamedTuple):
    """One person of the core group, or asked for it."""

    core: Core
    filled: bool  # the card has an offer and an ask


def seats(db: Session, community: int) -> list[Seat]:
    """All who were asked and are members, in the order in which they were."""
    rows = db.exec(
        select(Core, _filled())
        .join(Member, _same_member())
        .where(Core.community_id == community, col(Member.left_at).is_(None))
        .order_by(col(Core.asked_at), col(Core.person_id))
    )
    return [Seat(core, bool(filled)) for core, filled in rows]


def remove(db: Session, community: int, person: int) -> None:
    """Nobody is asked any more, nor part of it."""
    db.exec(delete(Core).where(col(Core.community_id) == community, col(Core.person_id) == person))
    db.flush()


_FIGURES = sql("""
    SELECT (SELECT max(0, count(*) - 1) FROM members WHERE community_id = :community),
           (SELECT count(*) FROM introductions WHERE community_id = :community),
           count(*),
           coalesce(sum(EXISTS (
               SELECT 1 FROM profiles WHERE profiles.community_id = core_members.community_id
               AND profiles.person_id = core_members.person_id AND offers <> '' AND asks <> '')), 0),
           coalesce(sum(EXISTS (
               SELECT 1 FROM acts WHERE acts.community_id = core_members.community_id
               AND acts.person_id = core_members.person_id AND at > :since)), 0)
    FROM core_members
    JOIN members ON members.community_id = core_members.community_id
                AND members.person_id = core_members.person_id AND left_at IS NULL
    WHERE core_members.community_id = :community AND state = 'accepted'
""")


def figures(db: Session, community: int, since: datetime) -> tuple[int, int, int, int, int]:
    """How people came together.

    How many were ever picked in "Invite people" or pressed "I'm in", but for the founder; how many
    ever introduced themselves; of the core group, how many accepted, have an ask and an offer, and did
    something since then.
    """
    asked = {"community": community, "since": to_text(since)}
    invited, introduced, accepted, filled, active = db.execute(_FIGURES, asked).one()
    return invited, introduced, accepted, filled, active


def _same_member() -> Any:
    return and_(
        col(Member.community_id) == col(Core.community_id),
        col(Member.person_id) == col(Core.person_id),
    )


def _filled() -> Any:
    return exists().where(
        col(Profile.community_id) == col(Core.community_id),
        col(Profile.person_id) == col(Core.person_id),
        col(Profile.offers) != "",
        col(Profile.asks) != "",
    )
