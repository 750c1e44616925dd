"""Who is asked and who has voted: a poll's roll, its voters, and how many of them there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, and_, col, func, select

from bot.features.polls.records import Ballot, Elector, Poll, spots, totals
from storage import acts
from storage.people import Member


def enrol(db: Session, poll: int, persons: list[int]) -> None:
    """Put people on the fixed roll of a poll."""
    for person in persons:
        db.execute(
            insert(Elector)
            .values(poll_id=poll, person_id=person, voted=False)
            .on_conflict_do_nothing()
        )


def on_roll(db: Session, poll: int, person: int) -> bool:
    """Whether the person is on the fixed roll."""
    return db.get(Elector, (poll, person)) is not None


def electors(db: Session, poll: int) -> list[int]:
    """Everybody on the fixed roll of a poll."""
    return list(
        db.exec(
            select(Elector.person_id)
            .where(Elector.poll_id == poll)
            .order_by(col(Elector.person_id))
        )
    )


def roll(db: Session, poll: Poll) -> list[int]:
    """Who is counted on to vote: the fixed roll where there is one, else today's members.

    People who left are out unless they voted.
    """
    here = set(
        db.exec(
            select(Member.person_id).where(
                Member.community_id == poll.community_id, col(Member.left_at).is_(None)
            )
        )
    )
    if poll.audience != "list":
        return sorted(here)
    fixed = db.exec(
        select(Elector.person_id, Elector.voted).where(Elector.poll_id == poll.id)
    ).all()
    voted = voters(db, poll)
    return sorted(p for p, _ in fixed if p in here or p in voted)


def has_voted(db: Session, poll: Poll, person: int) -> bool:
    """Whether the person has voted, in either kind of poll."""
    assert poll.id is not None
    if poll.secrecy == "anonymous":
        found = db.get(Elector, (poll.id, person))
        return found is not None and found.voted
    return db.get(Ballot, (poll.id, person)) is not None


def took_part(db: Session, community: int, person: int) -> bool:
    """Whether somebody has voted in the community before, as far as it is noted."""
    return acts.noted(db, community, person, "vote")


def voters(db: Session, poll: Poll) -> set[int]:
    """Who has voted."""
    if poll.secrecy == "anonymous":
        query = select(Elector.person_id).where(
            Elector.poll_id == poll.id, col(Elector.voted).is_(True)
        )
    else:
        query = select(Ballot.person_id).where(Ballot.poll_id == poll.id)
    return set(db.exec(query))


def voter_count(db: Session, poll: Poll) -> int:
    """How many people have voted."""
    if poll.secrecy == "anonymous":
        query = (
            select(func.count())
            .select_from(Elector)
            .where(Elector.poll_id == poll.id, col(Elector.voted).is_(True))
        )
    else:
        query = select(func.count()).select_from(Ballot).where(Ballot.poll_id == poll.id)
    return db.exec(query).one()


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes by option spot, how many people voted, and how many of them are counted on."""

    totals: Counter[int]
    voters: int
    counted: int


def tally(db: Session, poll: Poll) -> Tally:
    """Count a poll's ballots, in one pass over them.

    In an anonymous poll the ballots know no voter: there the electors are counted.
    """
    in_roll = and_(
        col(Member.community_id) == poll.community_id,
        col(Member.person_id) == (Elector if _sealed(poll) else Ballot).person_id,
        col(Member.left_at).is_(None),
    )
    if _sealed(poll):
        voters, counted = db.execute(
            select(func.count(), func.count(col(Member.id)))
            .select_from(Elector)
            .outerjoin(Member, in_roll)
            .where(Elector.poll_id == poll.id, col(Elector.voted).is_(True))
        ).one()
        return Tally(totals(db, poll), voters, counted if poll.audience == "everyone" else voters)
    found: Counter[int] = Counter()
    voters = counted = 0
    for choices, count, members in db.execute(
        select(Ballot.choices, func.count(), func.count(col(Member.id)))
        .select_from(Ballot)
        .outerjoin(Member, in_roll)
        .where(Ballot.poll_id == poll.id)
        .group_by(Ballot.choices)
    ):
        voters += count
        counted += members
        for spot in spots(choices):
            found[spot] += count
    return Tally(found, voters, counted if poll.audience == "everyone" else voters)


def _sealed(poll: Poll) -> bool:
    return poll.secrecy == "anonymous"
