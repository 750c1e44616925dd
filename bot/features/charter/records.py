"""The charter's tables: its draft, suggestions, versions and signatures; and the queries on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, bindparam
from sqlalchemy import text as sql
from sqlmodel import Field, Session, col, or_, select

from bot.features.charter.rules import ACTIVE, SECTIONS, fingerprint, tidy
from storage.acts import Act
from storage.people import Member
from storage.types import STRICT, Instant, Record


class Section(Record, table=True):
    """A section of a community's draft. `edition` grows with each change: who came second is told."""

    __tablename__ = "charter_sections"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE", primary_key=True)
    key: str = Field(primary_key=True)
    words: str
    edition: int = 1
    edited_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    edited_at: datetime = Field(sa_type=Instant)


class Suggestion(Record, table=True):
    """Another text for a section, until somebody who edits takes or leaves it."""

    __tablename__ = "charter_suggestions"
    __table_args__: Any = (
        CheckConstraint("state IN ('open', 'taken', 'left')", name="state"),
        Index("ix_charter_suggestions_open", "community_id", sqlite_where=sql("state = 'open'")),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    key: str
    words: str
    person_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    made_at: datetime = Field(sa_type=Instant)
    state: str = "open"
    settled_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class Version(Record, table=True):
    """A charter's text as it was put to a decision; with a number, it was adopted. Never changed.

    `base` is the number from which signatures hold: its own, or an earlier one's where versions
    since then only put right how things are written.
    """

    __tablename__ = "charter_versions"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        CheckConstraint("(number IS NULL) = (adopted_at IS NULL)", name="adopted"),
        CheckConstraint("(number IS NULL) = (base IS NULL)", name="base"),
        Index(
            "ix_charter_versions_put",
            "community_id",
            "hash",
            unique=True,
            sqlite_where=sql("number IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    sections: dict[str, str] = Field(sa_type=JSON)
    hash: str
    made_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    made_at: datetime = Field(sa_type=Instant)
    number: int | None = None
    base: int | None = None
    minor: bool = False
    adopted_at: datetime | None = Field(default=None, sa_type=Instant)
    review_on: str = ""  # the day
    retired_at: datetime | None = Field(default=None, sa_type=Instant)

    @property
    def review(self) -> date | None:
        """The day on which it is to be looked at again."""
        return date.fromisoformat(self.review_on) if self.review_on else None


class Signature(Record, table=True):
    """Somebody agrees with a version. Those of people who left stay; one may be taken back."""

    __tablename__ = "charter_signatures"
    __table_args__: Any = (
        Index(
            "ix_charter_signatures_once",
            "version_id",
            "person_id",
            unique=True,
            sqlite_where=sql("withdrawn_at IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="charter_versions.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    signed_at: datetime = Field(sa_type=Instant)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)


# ── the draft ───────────────────────────────────────────────────────────────────────────────────


def draft(db: Session, community: int) -> dict[str, Section]:
    """The sections of the draft, by key; none where nothing was written yet."""
    found = db.exec(select(Section).where(Section.community_id == community))
    return {section.key: section for section in found}


def texts(db: Session, community: int) -> dict[str, str]:
    """What the draft says, in the order of the template; empty sections left out."""
    there = draft(db, community)
    found = {key: tidy(there[key].words) for key in SECTIONS if key in there}
    return {key: words for key, words in found.items() if words}


def write(
    db: Session, community: int, key: str, words: str, by: int | None, at: datetime
) -> Section:
    """A section says this from now on."""
    section = db.get(Section, (community, key))
    if section is None:
        section = Section(
            community_id=community, key=key, words="", edition=0, edited_by=by, edited_at=at
        )
    section.words, section.edited_by, section.edited_at = tidy(words), by, at
    section.edition += 1
    db.add(section)
    db.flush()
    return section


def in_order(sections: Mapping[str, str]) -> list[tuple[str, str]]:
    """A version's sections in the order of the template."""
    return [(key, sections[key]) for key in SECTIONS if sections.get(key)]


def suggest(
    db: Session, community: int, key: str, words: str, by: int | None, at: datetime
) -> Suggestion:
    """Keep another text for a section."""
    found = Suggestion(community_id=community, key=key, words=words, person_id=by, made_at=at)
    db.add(found)
    db.flush()
    return found


def settle(db: Session, one: Suggestion, state: str, by: int, at: datetime) -> None:
    """A suggestion is "taken" or "left"."""
    one.state, one.settled_by, one.settled_at = state, by, at
    db.add(one)
    db.flush()


def suggestion(db: Session, number: int) -> Suggestion | None:
    """A suggestion by id."""
    return db.get(Suggestion, number)


def suggestions(db: Session, community: int, key: str | None = None) -> list[Suggestion]:
    """The suggestions that nobody has taken or left yet, oldest first; of one section."""
    asked = select(Suggestion).where(
        Suggestion.community_id == community, Suggestion.state == "open"
    )
    if key is not None:
        asked = asked.where(Suggestion.key == key)
    return list(db.exec(asked.order_by(col(Suggestion.id))))


# ── versions ────────────────────────────────────────────────────────────────────────────────────


def version(db: Session, number: int) -> Version | None:
    """A version by id, adopted or not."""
    return db.get(Version, number)


def numbered(db: Session, community: int, number: int) -> Version | None:
    """The adopted version of a number."""
    found = select(Version).where(Version.community_id == community, Version.number == number)
    return db.exec(found).first()


def versions(db: Session, community: int) -> list[Version]:
    """The adopted versions, newest first."""
    asked = select(Version).where(
        Version.community_id == community, col(Version.number).is_not(None)
    )
    return list(db.exec(asked.order_by(col(Version.number).desc())))


_LATEST = (
    select(Version)
    .where(Version.community_id == bindparam("community"), col(Version.number).is_not(None))
    .order_by(col(Version.number).desc())
    .limit(1)
)


def latest(db: Session, community: int, at: datetime | None = None) -> Version | None:
    """The version that was adopted last (by an instant), retired or not."""
    asked = _LATEST if at is None else _LATEST.where(col(Version.adopted_at) <= at)
    return db.exec(asked, params={"community": community}).first()


def current(db: Session, community: int, at: datetime | None = None) -> Version | None:
    """The version in force (at an instant); None where there is none."""
    found = latest(db, community, at)
    if found is None or found.retired_at is None:
        return found
    return found if at is not None and at < found.retired_at else None


def before(db: Session, than: Version) -> Version | None:
    """The version that this one follows."""
    if than.number is None:
        return latest(db, than.community_id)
    return numbered(db, than.community_id, than.number - 1)


def freeze(
    db: Session, community: int, sections: Mapping[str, str], by: int, at: datetime
) -> Version:
    """This text, to be decided on: the one that waits already where it says the same."""
    digest = fingerprint(sections)
    waiting = select(Version).where(
        Version.community_id == community, Version.hash == digest, col(Version.number).is_(None)
    )
    found = db.exec(waiting).first()
    if found is None:
        found = Version(
            community_id=community, sections=dict(sections), hash=digest, made_by=by, made_at=at
        )
        db.add(found)
        db.flush()
    return found


def put(db: Session, community: int) -> list[Version]:
    """Texts that were put to a decision and are not adopted, newest first."""
    asked = select(Version).where(Version.community_id == community, col(Version.number).is_(None))
    return list(db.exec(asked.order_by(col(Version.id).desc())))


def adopted_between(db: Session, community: int, since: datetime, now: datetime) -> list[Version]:
    """What was adopted after an instant and until another, oldest first; corrections too."""
    return list(
        db.exec(
            select(Version)
            .where(Version.community_id == community, col(Version.adopted_at) > since)
            .where(col(Version.adopted_at) <= now)
            .order_by(col(Version.number))
        )
    )


# ── signatures ──────────────────────────────────────────────────────────────────────────────────


def signature(db: Session, person: int, of: Version) -> Signature | None:
    """Somebody's signature on a version, or on one that says the same but for corrections."""
    return db.exec(
        select(Signature)
        .join(Version, col(Version.id) == Signature.version_id)
        .where(Version.community_id == of.community_id, Version.base == of.base)
        .where(Signature.person_id == person, col(Signature.withdrawn_at).is_(None))
    ).first()


def sign(db: Session, of: Version, person: int, at: datetime) -> None:
    """Somebody signs a version."""
    db.add(Signature(version_id=of.id or 0, person_id=person, signed_at=at))
    db.flush()


def last_signed(db: Session, community: int, person: int) -> Version | None:
    """The newest version that somebody signed, and did not take back."""
    return db.exec(
        select(Version)
        .join(Signature, col(Signature.version_id) == Version.id)
        .where(Version.community_id == community, Signature.person_id == person)
        .where(col(Signature.withdrawn_at).is_(None))
        .order_by(col(Version.number).desc())
    ).first()


def signatories(db: Session, of: Version, at: datetime | None = None) -> list[int]:
    """Who signed a version, or one that says the same but for corrections, in that order.

    At an instant, who had by then; people who have left since are among them.
    """
    asked = (
        select(Signature.person_id)
        .join(Version, col(Version.id) == Signature.version_id)
        .where(Version.community_id == of.community_id, Version.base == of.base)
        .order_by(col(Signature.signed_at), col(Signature.id))
    )
    gone = col(Signature.withdrawn_at)
    if at is None:
        asked = asked.where(gone.is_(None))
    else:
        asked = asked.where(Signature.signed_at <= at, or_(gone.is_(None), gone > at))
    return list(dict.fromkeys(db.exec(asked)))


def to_renew(db: Session, now_in_force: Version) -> dict[int, int]:
    """The members who signed an earlier version and not this one, and the newest they signed (id)."""
    earlier = (
        select(Signature.person_id, Version.id)
        .join(Version, col(Version.id) == Signature.version_id)
        .join(Member, col(Member.person_id) == Signature.person_id)
        .where(Member.community_id == now_in_force.community_id, col(Member.left_at).is_(None))
        .where(Version.community_id == now_in_force.community_id)
        .where(col(Version.base) < (now_in_force.base or 0))
        .where(col(Signature.withdrawn_at).is_(None))
        .order_by(col(Version.number))
    )
    found = {person: version or 0 for person, version in db.exec(earlier)}
    signed = set(signatories(db, now_in_force))
    return {person: version for person, version in found.items() if person not in signed}


def active(db: Session, community: int, at: datetime) -> set[int]:
    """The members of an instant with at least one act in the thirty days before it."""
    acting = (
        select(Act.person_id)
        .where(Act.community_id == community, col(Act.at) > at - ACTIVE, col(Act.at) <= at)
        .distinct()
    )
    asked = select(Member.person_id).where(
        Member.community_id == community,
        Member.joined_at <= at,
        or_(col(Member.left_at).is_(None), col(Member.left_at) > at),
        col(Member.person_id).in_(acting),
    )
    return set(db.exec(asked))
