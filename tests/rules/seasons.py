"""Seasons of meetings in made-up communities, to see whom each way of ranking serves.

`uv run python -m tests.rules.seasons` prints the table of docs/fair-dates.md.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.features.meetings.ranking import (
    TURNS_FROM,
    Answer,
    Ballot,
    Candidate,
    Ranking,
    rank,
    settle_loads,
)

PEOPLE = 20
SLOTS = range(6)
MORNINGS, AFTERNOONS = SLOTS[:4], SLOTS[4:]
FIRST = datetime(2026, 11, 3, 9, tzinfo=UTC)

MINORITIES = (2, 4, 6, 8)
LENGTHS = (6, 12, 24)
SEEDS = range(30)

Round = Sequence[Ballot]
"""What everybody answers to one meeting's slots."""

Choice = Callable[[Round, Mapping[int, int], int], int]
"""A way to settle: from the answers, the loads and how many were settled before, to a slot."""


def candidates(slots: Sequence[int] = SLOTS) -> list[Candidate]:
    """Slots a day apart, nobody needed, none past."""
    return [Candidate(slot, FIRST + timedelta(days=slot)) for slot in slots]


def two_zones(minority: int, seed: int) -> list[Round]:
    """A season of a community with a minority (people 0, 1, …) on the other side of an ocean.

    Four slots are mornings of the majority: four in five of them can come, and nobody of the
    minority, for whom it is night. Two are late afternoons of the majority: one in ten of them can
    come, and all of the minority. One in four who can come says "if need be"; everybody answers.
    """
    chance = random.Random(f"{minority}-{seed}")

    def answer(person: int, slot: int) -> Answer:
        if person < minority:
            comes = slot in AFTERNOONS
        else:
            comes = chance.random() < (0.8 if slot in MORNINGS else 0.1)
        if not comes:
            return Answer.NO
        return Answer.MAYBE if chance.random() < 0.25 else Answer.YES

    return [
        [Ballot(person, {slot: answer(person, slot) for slot in SLOTS}) for person in range(PEOPLE)]
        for _ in range(max(LENGTHS))
    ]


# ── ways to settle ──────────────────────────────────────────────────────────────────────────────


def first_of(ranking: Ranking) -> int:
    """The slot that stands first."""
    assert ranking.best is not None
    return ranking.best.slot


def turns_alone(ballots: Round, loads: Mapping[int, int], settled_before: int) -> int:
    """Whose turn it is, from the first meeting."""
    return first_of(rank(candidates(), ballots, loads, settled_before=TURNS_FROM))


def ronde(ballots: Round, loads: Mapping[int, int], settled_before: int) -> int:
    """As in use: whose turn it is counts from the third meeting."""
    return first_of(rank(candidates(), ballots, loads, settled_before=settled_before))


def availability(ballots: Round, loads: Mapping[int, int], settled_before: int) -> int:
    """Most people who could come, "if need be" included; the earliest of several."""
    return max(SLOTS, key=lambda slot: _count(ballots, slot, Answer.YES, Answer.MAYBE))


def rallly(ballots: Round, loads: Mapping[int, int], settled_before: int) -> int:
    """Rallly's score: a thousand times all who could come, plus once those who said yes.

    Read in lukevella/rallly, apps/web/src/features/poll/data.ts (August 2026); the dialog that
    settles a date sorts by the same two counts. Several with the highest score are all "top choice"
    there: here the earliest is taken.
    """

    def score(slot: int) -> int:
        yes = _count(ballots, slot, Answer.YES)
        return 1000 * (yes + _count(ballots, slot, Answer.MAYBE)) + yes

    return max(SLOTS, key=score)


WAYS: dict[str, Choice] = {
    "turns alone": turns_alone,
    "Ronde": ronde,
    "availability": availability,
    "Rallly": rallly,
}


def _count(ballots: Round, slot: int, *said: Answer) -> int:
    return sum(ballot.answers.get(slot) in said for ballot in ballots)


# ── what came of it ─────────────────────────────────────────────────────────────────────────────


def coming(ballots: Round, slot: int) -> set[int]:
    """Who can come to a slot."""
    return {b.person for b in ballots if b.answers.get(slot) in (Answer.YES, Answer.MAYBE)}


def played(season: Sequence[Round], settle: Choice) -> list[set[int]]:
    """Who could come to each meeting of a season, settled this way."""
    loads: dict[int, int] = {}
    found = []
    for settled_before, ballots in enumerate(season):
        there = coming(ballots, settle(ballots, loads, settled_before))
        loads = settle_loads(loads, there, [ballot.person for ballot in ballots])
        found.append(there)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: meetings that the minority could come to, and people a meeting."""

    minority: int
    length: int
    served: Mapping[str, Sequence[int]]  # by way to settle, for each season
    people: Mapping[str, float]

    @property
    def due(self) -> int:
        """What the minority is due: its share of the meetings, rounded down."""
        return self.minority * self.length // PEOPLE

    def __str__(self) -> str:
        """As a line of a Markdown table."""
        served = (f"{statistics.mean(self.served[way]):.1f}" for way in WAYS)
        people = (f"{self.people[way]:.1f}" for way in ("Ronde", "availability"))
        cells = (f"{self.minority / PEOPLE:.0%}", self.length, self.due, *served, *people)
        return "| " + " | ".join(str(cell) for cell in cells) + " |"


HEAD = (
    "| minority | meetings | due | "
    + " | ".join(WAYS)
    + " | people: Ronde | people: availability |"
)


def table() -> list[Line]:
    """Every minority and length, over all seeds."""
    lines = []
    for minority in MINORITIES:
        seasons = [two_zones(minority, seed) for seed in SEEDS]
        held = {way: [played(season, settle) for season in seasons] for way, settle in WAYS.items()}
        for length in LENGTHS:
            served, people = {}, {}
            for way, ends in held.items():
                served[way] = [sum(0 in there for there in end[:length]) for end in ends]
                people[way] = statistics.mean(len(there) for end in ends for there in end[:length])
            lines.append(Line(minority, length, served, people))
    return lines


def printed(lines: Sequence[Line]) -> str:
    """The table, in Markdown."""
    return "\n".join((HEAD, "|" + " --- |" * HEAD.count(" | ") + " --- |", *map(str, lines)))


if __name__ == "__main__":
    print(printed(table()))
