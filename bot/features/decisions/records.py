"""A decision's tables, and the queries on what is proposed; those on answers stand in `roll`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, Session, col, func, select

from storage.types import STRICT, Instant, Record

TALK, ROUND, UNDECIDED, OBJECTED = "talk", "round", "undecided", "objected"
ADOPTED, ENDED, WITHDRAWN = "adopted", "ended", "withdrawn"
PENDING = (TALK, ROUND, UNDECIDED, OBJECTED)
"""States of what is not settled, whether or not an earlier version is in force meanwhile."""


class Decision(Record, table=True):
    """What is proposed to a community, and what became of it.

    While a later version is talked over, `adopted_version` stays in force.
    """

    __tablename__ = "decisions"
    __table_args__: Any = (
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("community_id", "year", "ordinal"),
        CheckConstraint(
            "state IN ('talk', 'round', 'undecided', 'objected', 'adopted', 'ended', 'withdrawn')",
            name="state",
        ),
        CheckConstraint("(year IS NULL) = (ordinal IS NULL)", name="code"),
        CheckConstraint("quorum BETWEEN 1 AND 100", name="quorum"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    number: int
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    author_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    title: str
    state: str = TALK
    version: int = 1  # what is proposed, or in force
    planned_wall: str  # when its round is meant to close, as it was asked for
    zone: str
    quorum: int
    proposed_at: datetime = Field(sa_type=Instant)
    about: str = ""  # another feature's thing, by packed route
    adopting: str = ""  # what its adoption presses; once it has taken effect, nothing
    year: int | None = None
    ordinal: int | None = None  # of its year: D-2026-007
    adopted_version: int | None = None
    adopted_at: datetime | None = Field(default=None, sa_type=Instant)
    review_on: str | None = None  # the day, for the community
    ended_at: datetime | None = Field(default=None, sa_type=Instant)

    @property
    def review_day(self) -> date | None:
        """The day by which it is to be reviewed, while it is in force."""
        return date.fromisoformat(self.review_on) if self.review_on else None

    @property
    def is_unfollowed(self) -> bool:
        """Whether it is adopted, and what it is about could not follow."""
        return self.state == ADOPTED and self.in_force and bool(self.adopting)

    @property
    def in_force(self) -> bool:
        """Whether a version of it holds."""
        return self.adopted_version is not None and self.ended_at is None


class Version(Record, table=True):
    """One wording of a proposal; never changed. `ends`: it proposes to end the decision.

    `ending` is what is pressed where it was adopted, and that is ended.
    """

    __tablename__ = "decision_versions"
    __table_args__: Any = (STRICT,)

    decision_id: int = Field(foreign_key="decisions.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    words: str
    ends: bool = False
    ending: str = ""
    author_id: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    at: datetime = Field(sa_type=Instant)


class Round(Record, table=True):
    """A round of answers on one version: for consent, or the fast track of a review."""

    __tablename__ = "decision_rounds"
    __table_args__: Any = (
        CheckConstraint("kind IN ('consent', 'review')", name="kind"),
        CheckConstraint("state IN ('open', 'closed', 'replaced')", name="state"),
        Index("ix_decision_rounds_decision_id", "decision_id"),
        Index(
            "ix_decision_rounds_open",
            "decision_id",
            unique=True,
            sqlite_where=sql("state = 'open'"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id", ondelete="CASCADE")
    version: int
    kind: str = "consent"
    quorum: int
    opened_at: datetime = Field(sa_type=Instant)
    closes_wall: str  # wall time, ISO; with `zone`, the instant is derived again when rules change
    zone: str
    closes_at: datetime = Field(sa_type=Instant)
    extended_at: datetime | None = Field(default=None, sa_type=Instant)
    state: str = "open"
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    outcome: str = ""  # a verdict or a renewal, once it is closed
    asked: int | None = None  # the roll as it was counted at closing


class Elector(Record, table=True):
    """Who is on the roll of a round: the members at its opening."""

    __tablename__ = "decision_roll"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    round_id: int = Field(foreign_key="decision_rounds.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )


class Answer(Record, table=True):
    """What somebody answers in a round: the latest word counts."""

    __tablename__ = "decision_answers"
    __table_args__: Any = {"sqlite_strict": True, "sqlite_with_rowid": False}

    round_id: int = Field(foreign_key="decision_rounds.id", ondelete="CASCADE", primary_key=True)
    person_id: int = Field(
        foreign_key="persons.id", ondelete="CASCADE", primary_key=True, index=True
    )
    kind: str  # consent, concern, objection, aside; keep, change, drop
    words: str = ""
    at: datetime = Field(sa_type=Instant)


class Objection(Record, table=True):
    """An objection, and how it was closed: by its author, or by whoever facilitates, with a reason."""

    __tablename__ = "decision_objections"
    __table_args__: Any = (
        CheckConstraint(
            "state IN ('open', 'lifted', 'integrated', 'outside', 'gone')", name="state"
        ),
        Index(
            "ix_decision_objections_open",
            "round_id",
            "person_id",
            unique=True,
            sqlite_where=sql("state = 'open'"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="decision_rounds.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    words: str
    raised_at: datetime = Field(sa_type=Instant)
    state: str = "open"
    reason: str = ""
    closed_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    left_at: datetime | None = Field(default=None, sa_type=Instant)  # its author left


class Remark(Record, table=True):
    """A question on a proposal, or an amendment that somebody suggests; and what was answered."""

    __tablename__ = "decision_remarks"
    __table_args__: Any = (
        CheckConstraint("kind IN ('question', 'amendment')", name="kind"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decisions.id", ondelete="CASCADE", index=True)
    version: int
    kind: str
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    words: str
    at: datetime = Field(sa_type=Instant)
    reply: str = ""
    replied_by: int | None = Field(
        default=None, foreign_key="persons.id", ondelete="SET NULL", index=True
    )


# ── one ─────────────────────────────────────────────────────────────────────────────────────────


def decision(db: Session, number: int) -> Decision | None:
    """A decision by its id."""
    return db.get(Decision, number)


def by_number(db: Session, community: int, number: int) -> Decision | None:
    """A community's decision by its number there."""
    return db.exec(
        select(Decision).where(Decision.community_id == community, Decision.number == number)
    ).first()


def by_code(db: Session, community: int, year: int, ordinal: int) -> Decision | None:
    """A community's decision by the year and number under which it was adopted."""
    return db.exec(
        select(Decision).where(
            Decision.community_id == community, Decision.year == year, Decision.ordinal == ordinal
        )
    ).first()


def version(db: Session, decision: int, number: int) -> Version | None:
    """One version of a decision's words."""
    return db.get(Version, (decision, number))


def round_(db: Session, number: int) -> Round | None:
    """A round by its id."""
    return db.get(Round, number)


def open_round(db: Session, decision: int) -> Round | None:
    """The round that a decision has open."""
    return db.exec(
        select(Round).where(Round.decision_id == decision, Round.state == "open")
    ).first()


def rounds(db: Session, decision: int) -> list[Round]:
    """All rounds of a decision, oldest first."""
    return list(db.exec(select(Round).where(Round.decision_id == decision).order_by(col(Round.id))))


def remark(db: Session, number: int) -> Remark | None:
    """A remark by its id."""
    return db.get(Remark, number)


def remarks(db: Session, decision: int) -> list[Remark]:
    """What was asked and suggested, oldest first."""
    return list(
        db.exec(select(Remark).where(Remark.decision_id == decision).order_by(col(Remark.id)))
    )


# ── several ─────────────────────────────────────────────────────────────────────────────────────


def recent(db: Session, community: int, most: int = 200) -> list[Decision]:
    """A community's decisions, newest first."""
    return list(
        db.exec(
            select(Decision)
            .where(Decision.community_id == community)
            .order_by(col(Decision.number).desc())
            .limit(most)
        )
    )


def pending(db: Session, community: int) -> list[Decision]:
    """What is not settled, oldest first."""
    return list(
        db.exec(
            select(Decision)
            .where(Decision.community_id == community, col(Decision.state).in_(PENDING))
            .order_by(col(Decision.id))
        )
    )


def in_force(db: Session, community: int | None = None) -> list[Decision]:
    """What holds (in a community, or in all), the soonest review first."""
    query = select(Decision).where(
        col(Decision.adopted_version).is_not(None), col(Decision.ended_at).is_(None)
    )
    if community is not None:
        query = query.where(Decision.community_id == community)
    return list(db.exec(query.order_by(col(Decision.review_on), col(Decision.id))))


def settled_between(
    db: Session, community: int, since: datetime, until: datetime
) -> list[tuple[Round, Decision]]:
    """The rounds that closed in a span, oldest first."""
    return list(
        db.exec(
            select(Round, Decision)
            .join(Decision, col(Decision.id) == Round.decision_id)
            .where(Decision.community_id == community, Round.state == "closed")
            .where(col(Round.closed_at) >= since, col(Round.closed_at) <= until)
            .order_by(col(Round.closed_at), col(Round.id))
        )
    )


def all_open(db: Session) -> list[tuple[Round, Decision]]:
    """Every open round, of any community."""
    return list(
        db.exec(
            select(Round, Decision)
            .join(Decision, col(Decision.id) == Round.decision_id)
            .where(Round.state == "open")
        )
    )


def open_in(db: Session, community: int) -> list[tuple[Round, Decision]]:
    """The open rounds of a community, the soonest to close first."""
    return list(
        db.exec(
            select(Round, Decision)
            .join(Decision, col(Decision.id) == Round.decision_id)
            .where(Decision.community_id == community, Round.state == "open")
            .order_by(col(Round.closes_at), col(Round.id))
        )
    )


def worded(db: Session, community: int) -> list[tuple[Decision, str]]:
    """Every decision that was not withdrawn and its newest words, newest first."""
    return list(
        db.exec(
            select(Decision, Version.words)
            .join(Version, col(Version.decision_id) == Decision.id)
            .where(Decision.community_id == community, Version.number == Decision.version)
            .where(Decision.state != WITHDRAWN)
            .order_by(col(Decision.number).desc())
        )
    )


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def next_number(db: Session, community: int) -> int:
    """The number of the community's next proposal."""
    last = db.exec(select(func.max(Decision.number)).where(Decision.community_id == community))
    return (last.one() or 0) + 1


def next_ordinal(db: Session, community: int, year: int) -> int:
    """The number of the community's next decision in a year."""
    last = db.exec(
        select(func.max(Decision.ordinal)).where(
            Decision.community_id == community, Decision.year == year
        )
    )
    return (last.one() or 0) + 1


def add_version(
    db: Session,
    decision: Decision,
    words: str,
    author: int,
    now: datetime,
    *,
    ends: bool = False,
    ending: str = "",
) -> None:
    """The next wording, which is what is proposed from now on."""
    last = db.exec(select(func.max(Version.number)).where(Version.decision_id == decision.id)).one()
    decision.version = (last or 0) + 1
    db.add(decision)
    db.add(
        Version(
            decision_id=decision.id or 0,
            number=decision.version,
            words=words,
            ends=ends,
            ending=ending,
            author_id=author,
            at=now,
        )
    )
    db.flush()
