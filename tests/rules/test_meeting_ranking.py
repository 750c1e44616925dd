"""Which proposed date comes first, and the reason that is given, judged without chat or database."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.features.meetings.ranking import (
    MEETING,
    Answer,
    Ballot,
    Candidate,
    Criterion,
    Order,
    Ranking,
    Reason,
    rank,
    settle_loads,
    why,
)

YES, MAYBE, NO = Answer
TUESDAY = datetime(2026, 11, 3, 13, tzinfo=UTC)
SAID = {"y": YES, "m": MAYBE, "n": NO}
RISING: list[str | None] = [NO, None, MAYBE, YES]
"""From what suits least; no answer is better than a no, for a needed person."""


@dataclass(frozen=True)
class Asked:
    """What `rank` is asked."""

    candidates: tuple[Candidate, ...]
    ballots: tuple[Ballot, ...]
    loads: Mapping[int, int] = field(default_factory=dict)
    settled_before: int = 0
    order: Order = field(default_factory=Order)

    def ranked(self) -> Ranking:
        """What it answers."""
        held, order = self.settled_before, self.order
        return rank(self.candidates, self.ballots, self.loads, settled_before=held, order=order)

    def saying(self, person: int, slot: int, answer: str | None) -> Asked:
        """The same, where somebody answers a slot otherwise."""
        changed = []
        for ballot in self.ballots:
            answers = {
                one: said
                for one, said in ballot.answers.items()
                if (ballot.person, one) != (person, slot)
            }
            if ballot.person == person and answer is not None:
                answers[slot] = answer
            changed.append(Ballot(ballot.person, answers))
        return replace(self, ballots=tuple(changed))


SLOTS, PEOPLE = st.integers(0, 3), st.integers(0, 5)
ORDERS = st.builds(Order, turn=st.booleans(), yes_first=st.booleans())
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        SLOTS,
        st.integers(0, 2).map(lambda days: TUESDAY + timedelta(days=days)),
        st.frozensets(PEOPLE, max_size=2),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda candidate: candidate.slot,
).map(tuple)
BALLOTS = st.lists(
    st.dictionaries(SLOTS, st.sampled_from(Answer), max_size=4), min_size=6, max_size=6
).map(lambda said: tuple(Ballot(person, answers) for person, answers in enumerate(said)))
LOADS = st.dictionaries(PEOPLE, st.integers(-MEETING, MEETING) | st.sampled_from([0, MEETING]))
ASKED = st.builds(Asked, CANDIDATES, BALLOTS, LOADS, st.integers(0, 3), ORDERS)
PLAIN = st.just(tuple(Candidate(slot, TUESDAY) for slot in range(4)))
TURNS = st.builds(Asked, PLAIN, BALLOTS, LOADS, st.just(2))
"""Where turns decide: nobody is needed, no slot is past or earlier than another."""


def asked(*columns: str, needed: Iterable[int] = ()) -> Asked:
    """A column of answers a slot, a day apart: y, m, n, and a dot where somebody is silent."""
    days = range(len(columns))
    return Asked(
        tuple(Candidate(day, TUESDAY + timedelta(day), frozenset(needed)) for day in days),
        tuple(
            Ballot(person, {day: SAID[said] for day, said in enumerate(row) if said in SAID})
            for person, row in enumerate(zip(*columns, strict=True))
        ),
    )


def without_turns(one: Asked) -> Asked:
    """The same, in a community that wants no turns."""
    return replace(one, order=replace(one.order, turn=False))


def turns(loads: dict[int, int], *columns: str) -> Asked:
    """The same, at a third meeting, with what the first two left."""
    return replace(asked(*columns), loads=loads, settled_before=2)


def slots(ranking: Ranking) -> list[int]:
    """The slots in order."""
    return [row.slot for row in ranking.rows]


def ranks(ranking: Ranking) -> dict[int, int]:
    """The rank of each slot."""
    return {row.slot: row.rank for row in ranking.rows}


def reason(one: Asked) -> Reason:
    """Why the best is the best."""
    found = why(one.ranked())
    assert found is not None
    return found


# ── the key, one criterion after the other ──────────────────────────────────────────────────────


def test_a_needed_person_who_has_not_answered_stands_between_yes_and_no() -> None:
    """After a slot with their yes, before one with their no (4.A4)."""
    found = asked("nyyyy", ".yyyy", "ynnnn", "mnnnn", needed=[0]).ranked()

    assert slots(found) == [2, 3, 1, 0]
    assert [row.criterion for row in found.rows] == [
        None,
        Criterion.YES,
        Criterion.UNANSWERED,
        Criterion.REFUSED,
    ]
    assert [row.refused for row in found.rows] == [set(), set(), set(), {0}]
    assert [row.unanswered for row in found.rows] == [set(), set(), {0}, set()]


def test_who_is_needed_may_differ_from_date_to_date() -> None:
    """The facilitator of that date counts: another's no is a no like any (4.A3)."""
    one = asked("nyy", "ynn", needed=[0])
    assert slots(one.ranked()) == [1, 0]

    swapped = replace(one.candidates[0], needed=frozenset({1}))
    assert slots(replace(one, candidates=(swapped, one.candidates[1])).ranked()) == [0, 1]


def test_availability_counts_if_need_be_and_yes_breaks_the_tie() -> None:
    """Three who can come beat two who gladly do; of equals, more yes (4.A3)."""
    assert slots(asked("yyn", "mmm", "ymm").ranked()) == [2, 1, 0]


def test_a_community_may_put_yes_first() -> None:
    """Two glad people then beat three who would manage (4.A3)."""
    found = replace(asked("yyn", "mmm", "ymm"), order=Order(yes_first=True)).ranked()

    assert slots(found) == [0, 2, 1]
    assert found.rows[1].criterion is Criterion.YES


def test_full_equality_is_a_tie_earliest_first() -> None:
    """Equal on 1 to 4: one rank, the earlier shown first, and the next rank is left out (4.A5)."""
    found = asked("ym", "nn", "my", "yn").ranked()

    assert [(row.slot, row.rank) for row in found.rows] == [(0, 1), (2, 1), (3, 3), (1, 4)]
    assert [row.slot for row in found.tied] == [0, 2]
    assert reason(asked("ym", "nn", "my")).criterion is Criterion.TIE


def test_whose_turn_it_is_counts_from_the_third_meeting() -> None:
    """Two meetings go by numbers; then the smaller group, left out twice, has its turn (4.A3)."""
    loads: dict[int, int] = {}
    order = []
    for settled_before in range(6):
        one = replace(asked("yyynn", "nnnyy"), loads=loads, settled_before=settled_before)
        found = one.ranked()
        assert found.best is not None
        order.append(found.best.slot)
        loads = settle_loads(loads, found.approving(found.best.slot), range(5))

    assert order == [0, 0, 1, 0, 1, 0]


def test_a_slot_that_suits_nobody_has_no_turn() -> None:
    """It comes after every slot that suits somebody, however well they were served."""
    found = turns({0: MEETING, 1: -MEETING}, "nn", "yn").ranked()

    assert slots(found) == [1, 0]


def test_what_is_past_cannot_win() -> None:
    """A slot that has become past comes last; where all are, nothing can be chosen (4.A8)."""
    one = asked("yy", "yn")
    late = replace(one, candidates=(replace(one.candidates[0], past=True), one.candidates[1]))
    assert slots(late.ranked()) == [1, 0]
    assert late.ranked().rows[1].criterion is Criterion.PAST
    assert reason(late).criterion is Criterion.ONLY

    gone = replace(one, candidates=tuple(replace(slot, past=True) for slot in one.candidates))
    assert gone.ranked().best is None
    assert gone.ranked().tied == ()
    assert why(gone.ranked()) is None
    assert why(replace(one, candidates=()).ranked()) is None


def test_silence_is_shown_as_such() -> None:
    """No answer is in no count (4.A2)."""
    row = asked("yymn..").ranked().rows[0]

    assert (row.yes, row.maybe, row.no, row.available) == (2, 1, 1, 3)


# ── the reason, and its price ───────────────────────────────────────────────────────────────────

SERVED = {person: load * MEETING // 21 for person, load in enumerate([6, 6, 6, 6, -8, -8, -8])}
"""Four who were served, three who were left out."""


def test_the_price_of_a_turn_is_said() -> None:
    """One fewer person than on Wednesday; it is the turn of three who were left out (4.A3)."""
    found = reason(turns(SERVED, "nnnnyyy", "yyyynnn"))

    assert found.criterion is Criterion.TURN
    assert (found.best.slot, found.other and found.other.slot) == (0, 1)
    assert found.fewer == 1
    assert found.turn_of == {4, 5, 6}


def test_the_price_is_measured_where_it_is_highest() -> None:
    """Not against the next by turn, but against the slot that most could come to."""
    found = reason(turns(SERVED, "nnnnyyy", "nnnnnyy", "yyyyynn"))

    assert found.other is not None
    assert (found.other.slot, found.fewer) == (2, 2)
    assert found.turn_of == {5, 6}


def test_a_turn_that_costs_nothing_is_not_given_as_the_reason() -> None:
    """Where numbers would have chosen the same slot, they are the reason."""
    found = reason(turns(SERVED, "nnnnyyy", "nnnnnyy"))
    assert (found.criterion, found.fewer, found.turn_of) == (Criterion.AVAILABLE, -1, frozenset())

    found = reason(turns(SERVED, "ynnnyyy", "nyyynny"))
    assert (found.criterion, found.fewer, found.turn_of) == (Criterion.TURN, 0, frozenset({4, 5}))


def test_the_price_of_a_needed_person_is_said() -> None:
    """Without the facilitator three could come, with them one."""
    found = reason(asked("nyyy", "ynnn", ".yyn", needed=[0]))

    assert found.criterion is Criterion.UNANSWERED
    assert (found.other and found.other.slot, found.fewer) == (2, 1)
    found = reason(asked("nyyy", "ynnn", needed=[0]))
    assert (found.criterion, found.fewer) == (Criterion.REFUSED, 2)


@given(ASKED | TURNS)
def test_a_reason_holds_water(one: Asked) -> None:
    """It speaks of the best slot and another that lost by what is said, or equals it in a tie."""
    ranking = one.ranked()
    found = why(ranking)
    running = [row for row in ranking.rows if not row.past]

    assert (found is None) == (running == [])
    if found is None:
        return
    assert found.best == running[0] == ranking.best
    assert (found.criterion is Criterion.ONLY) == (found.other is None) == (len(running) == 1)
    if found.other is None:
        return
    assert found.other in running[1:]
    at = len(one.order.criteria)
    if found.criterion is not Criterion.TIE:
        at = one.order.criteria.index(found.criterion)
        assert found.best.key[at] < found.other.key[at]
    assert all(
        found.best.key[spot] == found.other.key[spot]
        for spot in range(at)
        if one.order.criteria[spot] is not Criterion.TURN
    )
    assert (found.criterion is Criterion.TIE) == (len(ranking.tied) > 1)
    if found.turn_of:
        assert found.criterion is Criterion.TURN
        assert all(one.loads[person] < 0 for person in found.turn_of)


# ── what always holds ───────────────────────────────────────────────────────────────────────────


@given(ASKED.map(without_turns), SLOTS, SLOTS, st.data())
def test_what_everybody_prefers_is_never_ranked_below(
    one: Asked, better: int, worse: int, data: st.DataObject
) -> None:
    """With turns off: a slot that everybody answers at least as well as another (4.A3)."""
    for ballot in one.ballots:
        low = RISING.index(ballot.answers.get(worse))
        one = one.saying(ballot.person, better, data.draw(st.sampled_from(RISING[low:])))
    needed = {candidate.slot: candidate.needed for candidate in one.candidates}
    one = replace(
        one,
        candidates=tuple(
            replace(candidate, past=False, needed=needed.get(worse, frozenset()))
            for candidate in one.candidates
        ),
    )
    found = ranks(one.ranked())

    if better in found and worse in found:
        assert found[better] <= found[worse]


@given(ASKED.map(without_turns), PEOPLE, SLOTS)
def test_one_more_yes_never_lowers_a_slot(one: Asked, person: int, slot: int) -> None:
    """With turns off: whatever they said before, a yes only ever helps (4.A3)."""
    before, after = one.ranked(), one.saying(person, slot, YES).ranked()

    if slot in ranks(before):
        assert slots(after).index(slot) <= slots(before).index(slot)
        assert ranks(after)[slot] <= ranks(before)[slot]


@given(ASKED | TURNS, st.integers())
def test_the_order_of_what_comes_in_does_not_matter(one: Asked, seed: int) -> None:
    """Slots, people, answers and loads in any order: the same ranking, and the same reason."""
    chance = random.Random(seed)

    def stirred(things: Iterable[Any]) -> list[Any]:
        found = list(things)
        return chance.sample(found, len(found))

    other = Asked(
        tuple(stirred(one.candidates)),
        tuple(
            Ballot(ballot.person, dict(stirred(ballot.answers.items())))
            for ballot in stirred(one.ballots)
        ),
        dict(stirred(one.loads.items())),
        one.settled_before,
        one.order,
    )
    assert other.ranked() == one.ranked()
    assert why(other.ranked()) == why(one.ranked())


@given(ASKED, PEOPLE, SLOTS)
def test_silence_is_never_counted_as_no(one: Asked, person: int, slot: int) -> None:
    """Turned into a no, it only ever makes a slot worse, and only where the person is needed (4.A2)."""
    silent = one.saying(person, slot, None).ranked()
    refusing = one.saying(person, slot, NO).ranked()
    needed = {candidate.slot: person in candidate.needed for candidate in one.candidates}

    if slot not in needed:
        return
    assert slots(refusing).index(slot) >= slots(silent).index(slot)
    if not needed[slot]:
        assert slots(refusing) == slots(silent)
        assert ranks(refusing) == ranks(silent)


@given(ASKED)
def test_past_never_wins(one: Asked) -> None:
    """Past slots stand behind all others, and share no rank with them (4.A8)."""
    found = one.ranked()
    past = [row.past for row in found.rows]

    assert past == sorted(past)
    assert (found.best is None) == all(past)
    assert not {row.rank for row in found.rows if row.past} & {
        row.rank for row in found.rows if not row.past
    }


@given(ASKED)
def test_ranks_say_what_is_equal(one: Asked) -> None:
    """The same rank where all of 1 to 4 is equal, the earlier first; and a reason between others."""
    rows = one.ranked().rows

    assert [row.slot for row in rows] != [] and rows[0].criterion is None
    for number, (above, below) in enumerate(itertools.pairwise(rows), 2):
        tie = below.criterion is Criterion.TIE
        assert tie == (above.key == below.key)
        assert below.rank == (above.rank if tie else number)
        assert above.key <= below.key
        if tie:
            assert (above.start, above.slot) < (below.start, below.slot)
