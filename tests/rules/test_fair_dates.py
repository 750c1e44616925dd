"""Whether everybody gets their share of the meetings over the year, and what it costs."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.meetings.ranking import (
    MEETING,
    TURNS_FROM,
    Answer,
    Ballot,
    Criterion,
    Order,
    rank,
    settle_loads,
)
from tests.rules.seasons import candidates, first_of, printed, table

DOC = Path(__file__).parents[2] / "docs/fair-dates.md"

Approvals = list[frozenset[int]]
"""Who can come to each slot of one meeting."""


@st.composite
def communities(draw: st.DrawFn, people: int = 6) -> tuple[int, list[Approvals]]:
    """Some people and what suits them, meeting after meeting.

    They belong to up to three groups. Each group always has a slot of its own, sometimes with
    others; the rest suits anybody.
    """
    count = draw(st.integers(2, people))
    anybody = st.frozensets(st.integers(0, count - 1))
    member_of = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    sides = [frozenset(p for p in range(count) if member_of[p] == group) for group in range(3)]
    rounds = []
    for _ in range(draw(st.integers(1, 14))):
        slots = [side | draw(st.just(frozenset()) | anybody) for side in sides]
        slots += draw(st.lists(anybody, max_size=2))
        rounds.append(draw(st.permutations(slots)))
    return count, rounds


def ballots(count: int, slots: Approvals) -> list[Ballot]:
    """Everybody answers every slot."""
    return [
        Ballot(
            person,
            {
                slot: Answer.MAYBE if person in approving else Answer.NO
                for slot, approving in enumerate(slots)
            },
        )
        for person in range(count)
    ]


def settled(count: int, rounds: list[Approvals]) -> Iterator[tuple[Approvals, frozenset[int]]]:
    """Each meeting's slots and who could come, where the slot whose turn it is was always taken."""
    loads: dict[int, int] = {}
    for slots in rounds:
        found = rank(
            candidates(range(len(slots))),
            ballots(count, slots),
            loads,
            settled_before=TURNS_FROM,
        )
        best = slots[first_of(found)]
        loads = settle_loads(loads, best, range(count))
        yield slots, best


def groups(count: int) -> list[frozenset[int]]:
    """Every group of so many people."""
    return [
        frozenset(group)
        for size in range(1, count + 1)
        for group in itertools.combinations(range(count), size)
    ]


@given(communities())
def test_every_group_that_always_agrees_gets_its_share(
    community: tuple[int, list[Approvals]],
) -> None:
    """A share α that always has a slot in common can come to ⌊α·T⌋ of T meetings at least (4.A11).

    By whose turn it is alone, from the first meeting, its best slot always settled. "Can come":
    somebody of the group can; where they have the same hours, all of them. It holds after every
    meeting, and for every group at once.
    """
    count, rounds = community
    served = dict.fromkeys(groups(count), 0)
    for held, (slots, best) in enumerate(settled(count, rounds), 1):
        agreeing = [group for group in served if any(group <= approving for approving in slots)]
        served = {group: served[group] + bool(group & best) for group in agreeing}
        for group, times in served.items():
            assert times >= len(group) * held // count, (group, held)


@given(communities(people=9))
def test_no_crumb_decides_whose_turn_it_is(community: tuple[int, list[Approvals]]) -> None:
    """The order is the one that exact fractions give, equal turns included, meeting after meeting.

    The fractions are reckoned otherwise: no average is taken off (feature 4 A3 to the letter).
    """
    count, rounds = community
    exact = [Fraction(0)] * count
    loads: dict[int, int] = {}
    for slots in rounds:
        found = rank(
            candidates(range(len(slots))), ballots(count, slots), loads, settled_before=TURNS_FROM
        )
        rows = [row for row in found.rows if row.available]
        levels = [level(exact[person] for person in slots[row.slot]) for row in rows]
        assert levels == sorted(levels)
        for above, below in itertools.pairwise(range(len(rows))):
            same = levels[above] == levels[below]
            assert same == (rows[below].criterion is not Criterion.TURN)
        if rows:
            best = slots[rows[0].slot]
            exact = [levels[0] if p in best else load for p, load in enumerate(exact)]
            loads = settle_loads(loads, best, range(count))


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_those_who_took_turns_are_level(size: int) -> None:
    """Three groups that were served in turn stand equal after each round: a tie, and shown as one."""
    people = range(3 * size)
    sides = [frozenset(people[group * size : (group + 1) * size]) for group in range(3)]
    loads: dict[int, int] = {}
    for number in range(300):
        found = rank(
            candidates(range(3)), ballots(len(people), sides), loads, settled_before=TURNS_FROM
        )
        assert len(found.tied) == 3 - number % 3
        loads = settle_loads(loads, sides[first_of(found)], people)


def level(loads: Iterator[Fraction]) -> Fraction:
    """Where those end who share a meeting: (1 + the sum of their loads) ÷ their number."""
    sharing = list(loads)
    return (1 + sum(sharing)) / Fraction(len(sharing))


# ── people come and go ──────────────────────────────────────────────────────────────────────────

LOADS = st.dictionaries(st.integers(0, 9), st.integers(-2 * MEETING, 2 * MEETING))
PEOPLE = st.frozensets(st.integers(0, 9))


@given(LOADS, PEOPLE, PEOPLE)
def test_a_meeting_is_shared_by_who_could_come(
    loads: dict[int, int], approving: frozenset[int], others: frozenset[int]
) -> None:
    """Who could come bears one meeting in all; the others' place falls by the average; the silent stay."""
    answered = approving | others
    after = settle_loads(loads, approving, answered)
    moved = {person: after[person] - loads.get(person, 0) for person in after}

    assert {person for person in moved if person not in answered and moved[person]} == set()
    if not approving:
        assert after == loads
        return
    average = Fraction(MEETING, len(answered))
    assert abs(sum(moved.values())) <= 2 * len(answered)  # crumbs
    assert all(abs(moved[person] + average) <= 1 for person in answered - approving)
    assert len({after[person] for person in approving}) == 1  # they end level


def test_somebody_new_neither_waits_nor_overtakes() -> None:
    """After ten meetings of nine people, one who just came does not outweigh them."""
    loads: dict[int, int] = {}
    for _ in range(10):
        loads = settle_loads(loads, range(9), range(9))
    found = rank(
        candidates(range(2)),
        ballots(10, [frozenset(range(9)), frozenset({9})]),
        loads,
        settled_before=10,
    )

    assert [row.slot for row in found.rows] == [0, 1]


def test_a_claim_neither_grows_nor_fades_in_silence() -> None:
    """Whoever was passed over once and then said nothing for a while is still passed over once."""
    once = settle_loads({}, [0, 1, 2], range(4))
    later = once
    for _ in range(20):
        later = settle_loads(later, [0, 1, 2], [0, 1, 2])

    assert later[3] == once[3] < 0
    assert max(abs(later[person] - once[person]) for person in range(3)) <= 20  # crumbs


def test_saying_no_to_every_date_counts() -> None:
    """Whom no date ever suits is due more with each meeting: an answer is not silence."""
    loads: dict[int, int] = {}
    for _ in range(3):
        before = loads.get(3, 0)
        loads = settle_loads(loads, [0, 1, 2], range(4))
        assert loads[3] < before


# ── what it costs ───────────────────────────────────────────────────────────────────────────────


def test_a_minority_in_another_zone_gets_its_share(capsys: pytest.CaptureFixture[str]) -> None:
    """Printed: meetings that a minority could come to, by turns, by availability, by Rallly's score.

    By turns never fewer than due, in any season; by numbers alone fewer than due, and small
    minorities none. The page for coordinators shows this very table (4.A11).
    """
    lines = table()
    with capsys.disabled():
        print(f"\n{printed(lines)}")

    for line in lines:
        assert min(line.served["turns alone"]) >= line.due
        assert min(line.served["Ronde"]) >= line.due
        assert line.people["Ronde"] >= 0.85 * line.people["availability"]
        for way in ("availability", "Rallly"):
            assert line.due == 0 or statistics.mean(line.served[way]) < line.due
            assert line.minority > 4 or max(line.served[way]) == 0
    assert printed(lines) in DOC.read_text(encoding="utf-8")


def test_turned_off_it_is_plain_availability() -> None:
    """A community that wants no turns gets none, whatever the loads."""
    slots = [frozenset({0, 1}), frozenset({2})]
    loads = settle_loads(settle_loads({}, [0, 1], range(3)), [0, 1], range(3))

    def order(order: Order, settled_before: int) -> Sequence[int]:
        found = rank(
            candidates(range(2)),
            ballots(3, slots),
            loads,
            settled_before=settled_before,
            order=order,
        )
        return [row.slot for row in found.rows]

    assert order(Order(), 2) == [1, 0]
    assert order(Order(), 1) == [0, 1]
    assert order(Order(turn=False), 2) == [0, 1]
