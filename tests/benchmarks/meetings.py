"""Ranking proposed dates, beside counting what people answered and nothing else."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import chain

from bot.features.meetings.ranking import Answer, Ballot, Candidate, rank, settle_loads
from tests.benchmarks.measure import Figure, Stopwatch, compare

PEOPLE, SLOTS, SETTLED = 500, 12, 30
TIMES = 100
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


async def ranking(rounds: int) -> list[Figure]:
    """12 slots that 500 people answered, after 30 meetings for which seven in ten answered.

    The limit counts how often each slot got each answer and sorts by availability, then yes: no
    needed people, no turns, no ranks, no reason.
    """
    chance = random.Random(12)
    everybody = range(PEOPLE)
    ballots = [
        Ballot(person, {slot: chance.choice(list(Answer)) for slot in range(SLOTS)})
        for person in everybody
    ]
    candidates = [
        Candidate(slot, MONDAY + timedelta(days=slot), frozenset({slot, slot + 1}))
        for slot in range(SLOTS)
    ]
    loads: dict[int, int] = {}
    for _ in range(SETTLED):
        answered = [person for person in everybody if chance.random() < 0.7]
        popular = chance.uniform(0.1, 0.9)
        served = [person for person in answered if chance.random() < popular]
        loads = settle_loads(loads, served, answered)

    async def ours() -> float:
        with Stopwatch() as watch:
            for _ in range(TIMES):
                rank(candidates, ballots, loads, settled_before=SETTLED)
        return watch.cpu / TIMES

    async def counted() -> float:
        with Stopwatch() as watch:
            for _ in range(TIMES):
                by_counts(ballots)
        return watch.cpu / TIMES

    return [
        await compare(
            "12 slots, 500 answers each, beside a bare count (CPU)",
            ours,
            counted,
            2,
            rounds=rounds,
            turns=3,
        )
    ]


def by_counts(ballots: list[Ballot]) -> list[int]:
    """The slots by how many can come, then by how many gladly do."""
    said = Counter(chain.from_iterable(ballot.answers.items() for ballot in ballots))

    def numbers(slot: int) -> tuple[int, int]:
        yes = said[slot, Answer.YES]
        return -yes - said[slot, Answer.MAYBE], -yes

    return sorted(range(SLOTS), key=numbers)


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"ranking": ranking}
