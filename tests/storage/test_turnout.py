"""Turnout: what one statement counts of all polls is what counting person by person gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.features.polls import figures
from bot.features.polls.records import Ballot, Elector, Poll
from storage.people import Community, Member, Person, Place
from storage.terms import Term

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PEOPLE = range(1, 7)

DAYS = st.integers(0, 5)
SPANS = st.tuples(DAYS, st.none() | DAYS)


@dataclass(frozen=True)
class Asked:
    """A poll, closed on a day."""

    closed: int
    audience: str
    ballots: set[int]
    electors: dict[int, bool]  # and whether they voted in secret


POLLS = st.builds(
    Asked,
    closed=DAYS,
    audience=st.sampled_from(("everyone", "list", "role:library")),
    ballots=st.sets(st.sampled_from(PEOPLE)),
    electors=st.dictionaries(st.sampled_from(PEOPLE), st.booleans()),
)


@pytest.fixture(scope="module")
def db(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A real database with a community, a channel and six persons."""
    path = tmp_path_factory.mktemp("turnout") / "ronde.db"
    shutil.copy(blank, path)
    with Session(create_engine(f"sqlite:///{path}")) as session:
        session.add(Community(id=1, name="Trainers", founded_at=NOW, zone="UTC", language="en"))
        session.add_all(Person(id=one, name=f"Person {one}", seen_at=NOW) for one in PEOPLE)
        session.flush()
        session.add(Place(id=1, community_id=1, platform="engine", workspace="W", ref="general"))
        session.commit()
        yield session


def _day(number: int) -> datetime:
    return NOW + timedelta(days=number)


def _span(days: tuple[int, int | None]) -> tuple[datetime, datetime | None]:
    return _day(days[0]), None if days[1] is None else _day(days[1])


def _poll(number: int, asked: Asked) -> Poll:
    at = _day(asked.closed)
    return Poll(
        community_id=1,
        number=number,
        place_id=1,
        author_id=1,
        question="?",
        audience=asked.audience,
        closes_wall="",
        zone="UTC",
        closes_at=at,
        opened_at=NOW,
        state="closed",
        closed_at=at,
    )


def _in(days: tuple[int, int | None], day: int) -> bool:
    return days[0] <= day and (days[1] is None or days[1] > day)


@given(
    st.dictionaries(st.sampled_from(PEOPLE), SPANS),
    st.dictionaries(st.sampled_from(PEOPLE), SPANS),
    st.lists(POLLS, min_size=1, max_size=3),
    DAYS,
)
def test_turnout_is_what_counting_one_by_one_gives(
    db: Session,
    members: dict[int, tuple[int, int | None]],
    holders: dict[int, tuple[int, int | None]],
    polls: list[Asked],
    since: int,
) -> None:
    """Who comes, goes, votes as a guest or holds a role: those who voted, of those who could (I4, R8)."""
    for person, days in members.items():
        joined, left = _span(days)
        db.add(Member(community_id=1, person_id=person, joined_at=joined, left_at=left))
    for person, days in holders.items():
        starts, ends = _span(days)
        held = Term(community_id=1, role="library", person_id=person, starts_at=starts)
        held.ends_at = ends
        db.add(held)
    for number, poll in enumerate(polls, 1):
        asked = _poll(number, poll)
        db.add(asked)
        db.flush()
        of = asked.id or 0
        for person in poll.ballots:
            db.add(Ballot(poll_id=of, person_id=person, choices="0", cast_at=NOW))
        for person, voted in poll.electors.items():
            db.add(Elector(poll_id=of, person_id=person, voted=voted))
    db.flush()
    found = figures.turnouts(db, 1, _day(since), _day(5))
    db.rollback()

    expected = []
    for poll in sorted(polls, key=lambda one: one.closed):
        if not since <= poll.closed < 5:
            continue
        secret = [person for person, voted in poll.electors.items() if voted]
        voted_in = [*poll.ballots, *secret]
        here = {person for person, days in members.items() if days[0] <= poll.closed}
        could = {p for p in here if _in(members[p], poll.closed) or p in voted_in}
        if poll.audience != "everyone":
            library = {p for p, days in holders.items() if _in(days, poll.closed)}
            asked_for = {*poll.ballots, *poll.electors}
            could &= asked_for | library if poll.audience == "role:library" else asked_for
        voters = sum(person in here for person in voted_in)
        expected.append((_day(poll.closed), False, voters, len(could)))
    assert [(one.closed_at, one.sealed, one.voters, one.eligible) for one in found] == expected
