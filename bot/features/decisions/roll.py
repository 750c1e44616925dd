"""Who is on the roll of a round and what they answer; objections, open and closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, and_, case, cast, insert, or_
from sqlmodel import Session, col, func, literal, select

from bot.features.decisions.records import Answer, Decision, Elector, Objection, Round
from bot.features.decisions.rules import OBJECTION
from storage.people import Member


def freeze(db: Session, round_: Round, community: int) -> None:
    """Put all who are members now on the roll of a round."""
    here = select(literal(round_.id, Integer), Member.person_id).where(
        Member.community_id == community, col(Member.left_at).is_(None)
    )
    db.execute(insert(Elector).from_select(["round_id", "person_id"], here))


def on_roll(db: Session, round_: int, person: int) -> bool:
    """Whether somebody is on the roll."""
    return db.get(Elector, (round_, person)) is not None


def answer(db: Session, round_: int, person: int) -> Answer | None:
    """What somebody answers."""
    return db.get(Answer, (round_, person))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are asked (who left unheard is not), how many answered, what, what stands."""

    asked: int
    answered: int
    kinds: Counter[str]
    objections: int


def tally(db: Session, round_: Round, community: int) -> Tally:
    """Count a round: one pass over its roll, one over its answers."""
    here = and_(
        col(Member.person_id) == Elector.person_id,
        col(Member.community_id) == community,
        col(Member.left_at).is_(None),
    )
    counted = case((or_(col(Member.id).is_not(None), col(Answer.kind).is_not(None)), 1), else_=0)
    asked = db.execute(
        select(cast(func.coalesce(func.sum(counted), 0), Integer))
        .select_from(Elector)
        .outerjoin(Member, here)
        .outerjoin(
            Answer,
            and_(
                col(Answer.round_id) == Elector.round_id,
                col(Answer.person_id) == Elector.person_id,
            ),
        )
        .where(col(Elector.round_id) == round_.id)
    ).scalar_one()
    kinds = Counter(
        dict(
            db.exec(
                select(Answer.kind, func.count())
                .where(Answer.round_id == round_.id)
                .group_by(Answer.kind)
            ).all()
        )
    )
    standing = db.exec(
        select(func.count())
        .select_from(Objection)
        .where(Objection.round_id == round_.id, Objection.state == "open")
    ).one()
    frozen = asked if round_.asked is None else round_.asked
    return Tally(frozen, kinds.total(), kinds, standing)


def answers(db: Session, round_: int, kind: str = "", most: int = 1000) -> list[Answer]:
    """The answers of a round (of one kind), in the order in which they came."""
    query = select(Answer).where(Answer.round_id == round_)
    if kind:
        query = query.where(Answer.kind == kind)
    return list(db.exec(query.order_by(col(Answer.at), col(Answer.person_id)).limit(most)))


def waiting(db: Session, round_: int, community: int) -> list[int]:
    """The members on the roll who have not answered."""
    return list(
        db.exec(
            select(Elector.person_id)
            .join(Member, col(Member.person_id) == Elector.person_id)
            .outerjoin(
                Answer,
                and_(
                    col(Answer.round_id) == Elector.round_id,
                    col(Answer.person_id) == Elector.person_id,
                ),
            )
            .where(Elector.round_id == round_, col(Answer.kind).is_(None))
            .where(Member.community_id == community, col(Member.left_at).is_(None))
            .order_by(col(Elector.person_id))
        )
    )


def give(
    db: Session, round_: int, person: int, kind: str, words: str, now: datetime
) -> Objection | None:
    """This is now somebody's answer. An objection that they had open becomes this one, or is lifted.

    Returns the objection that stands.
    """
    mine = db.get(Answer, (round_, person)) or Answer(
        round_id=round_, person_id=person, kind=kind, at=now
    )
    mine.kind, mine.words, mine.at = kind, words, now
    db.add(mine)
    db.flush()
    standing = db.exec(
        select(Objection).where(
            Objection.round_id == round_, Objection.person_id == person, Objection.state == "open"
        )
    ).first()
    if kind == OBJECTION:
        found = standing or Objection(round_id=round_, person_id=person, words=words, raised_at=now)
        found.words = words
        db.add(found)
        db.flush()
        return found
    if standing is not None:
        close(db, standing, "lifted", "", person, now)
    return None


# ── objections ──────────────────────────────────────────────────────────────────────────────────


def objection(db: Session, number: int) -> Objection | None:
    """An objection by its id."""
    return db.get(Objection, number)


def objections(db: Session, round_: int) -> list[Objection]:
    """The objections of a round, open ones first, in the order in which they were raised."""
    first = case((col(Objection.state) == "open", 0), else_=1)
    return list(
        db.exec(
            select(Objection).where(Objection.round_id == round_).order_by(first, col(Objection.id))
        )
    )


def objected(db: Session, community: int, person: int) -> list[tuple[Objection, Round, Decision]]:
    """The open objections of somebody, in proposals that are not settled."""
    return list(
        db.exec(
            select(Objection, Round, Decision)
            .join(Round, col(Round.id) == Objection.round_id)
            .join(Decision, col(Decision.id) == Round.decision_id)
            .where(Decision.community_id == community, Objection.person_id == person)
            .where(Objection.state == "open", Round.state != "replaced")
        )
    )


def left_behind(db: Session, community: int) -> list[tuple[Objection, Decision]]:
    """Open objections whose author left, in rounds that still count."""
    return list(
        db.exec(
            select(Objection, Decision)
            .join(Round, col(Round.id) == Objection.round_id)
            .join(Decision, col(Decision.id) == Round.decision_id)
            .where(Decision.community_id == community, Objection.state == "open")
            .where(col(Objection.left_at).is_not(None), Round.state != "replaced")
            .where(col(Decision.state).in_(("round", "objected", "undecided")))
        )
    )


def close(db: Session, found: Objection, state: str, reason: str, by: int, now: datetime) -> None:
    """An objection no longer stands; who closed it, and why."""
    found.state, found.reason, found.closed_by, found.closed_at = state, reason, by, now
    db.add(found)
    db.flush()
