"""The states of the ten steps: every cell of the table, the order between them, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evidence import Fact
from bot.features.journey.rules import (
    BARS,
    STEPS,
    Judgement,
    Sign,
    State,
    bars_of,
    judge,
    leaves,
    next_step,
)

F = Fact
NOT, GOING, DONE, ALARM = State.NOT_STARTED, State.IN_PROGRESS, State.DONE, State.ATTENTION

QUIET = {F.ACTIVE_SHARE_MONTH_1: 0.5, F.POLL_BEST_TURNOUT_MONTH_1: 0.5}
LOW = {F.ACTIVE_SHARE_MONTH_1: 0.34, F.POLL_BEST_TURNOUT_MONTH_1: 0.9}
LOWER = {F.ACTIVE_SHARE_MONTH_2: 0.5, F.POLL_BEST_TURNOUT_MONTH_2: 0.29}
CORE = {F.INVITED: 4, F.CORE_ACCEPTED: 3}
MET = {F.WHY_ANSWERS: 4, F.MEETING_HELD: 1, F.COMMUNITY_DAYS: 60}
SIGNED = {F.CHARTER_DRAFTED: 1, F.CHARTER_ADOPTED: 1}
BOOKS = {F.PLACES: 1, F.LIBRARY_ENTRIES: 10, F.LIBRARY_SHARERS: 3, F.LIBRARY_NEWEST_DAYS: 45}
RAN = {F.DIGEST_ON: 1, F.LIBRARIANS: 1}
BACK = {F.RETROSPECTIVES_EVER: 1, F.RETROSPECTIVES_180: 1}

TABLE: tuple[tuple[int, Mapping[Fact, float], State], ...] = (
    (1, {}, NOT),
    (1, {F.GOALS_DRAFTED: 1}, GOING),
    (1, {F.GOALS_DRAFTED: 1, F.GOALS_COMPLETE: 1}, DONE),
    (1, {F.GOALS_DRAFTED: 2, F.GOALS_COMPLETE: 2, F.GOALS_OVERDUE: 1}, ALARM),
    (2, {F.INVITED: 2}, NOT),
    (2, {F.INVITED: 3}, GOING),
    (2, {**CORE, F.CORE_FILLED: 2, F.CORE_ACTIVE: 3}, GOING),
    (2, {**CORE, F.CORE_FILLED: 3, F.CORE_ACTIVE: 3}, DONE),
    (2, {**CORE, F.CORE_FILLED: 3, F.CORE_ACTIVE: 2}, ALARM),
    (3, {F.COMMUNITY_DAYS: 45}, NOT),
    (3, {F.WHY_ANSWERS: 1}, GOING),
    (3, {F.INTRODUCED: 1}, GOING),
    (3, {F.INTRODUCED: 9, F.COMMUNITY_DAYS: 46}, ALARM),
    (3, {**MET, F.MEETING_BEST_PRESENT: 5, F.WHY_SHARE: 0.59}, GOING),
    (3, {**MET, F.MEETING_BEST_PRESENT: 5, F.WHY_SHARE: 0.6}, DONE),
    (3, {**MET, F.MEETING_BEST_PRESENT: 3, F.MEETING_BEST_SHARE: 0.5, F.WHY_SHARE: 0.6}, DONE),
    (3, {**MET, F.MEETING_BEST_PRESENT: 4, F.MEETING_BEST_SHARE: 0.4, F.WHY_SHARE: 1}, GOING),
    (3, {F.WHY_ANSWERS: 9, F.COMMUNITY_DAYS: 46}, ALARM),
    (4, {}, NOT),
    (4, {F.ROLES_DEFINED: 1}, GOING),
    (4, {F.ROLES_DEFINED: 2, F.ROLES_HELD: 2, F.ROLES_VACANT_DAYS: 7}, DONE),
    (4, {F.ROLES_DEFINED: 2, F.ROLES_HELD: 2, F.ROLES_VACANT_DAYS: 8}, ALARM),
    (4, {F.ROLES_DEFINED: 2, F.ROLES_HELD: 2, F.ROLES_OVER_LIMIT: 1}, ALARM),
    (4, {F.ROLES_DEFINED: 2, F.ROLES_HELD: 2, F.ROLES_BALANCE: 0.6}, DONE),
    (4, {F.ROLES_DEFINED: 2, F.ROLES_HELD: 2, F.ROLES_BALANCE: 0.59}, ALARM),
    (5, {}, NOT),
    (5, {F.CHARTER_DRAFTED: 1}, GOING),
    (5, {**SIGNED, F.CHARTER_COVERAGE: 0.66}, GOING),
    (5, {**SIGNED, F.CHARTER_COVERAGE: 4 / 6}, DONE),
    (5, {**SIGNED, F.CHARTER_COVERAGE: 0.49}, ALARM),
    (5, {**SIGNED, F.CHARTER_COVERAGE: 0.5}, GOING),
    (5, {**SIGNED, F.CHARTER_COVERAGE: 1, F.CHARTER_REVIEW_PASSED: 1}, ALARM),
    (6, {}, NOT),
    (6, {F.DATES_PROPOSED: 1, F.MEETINGS_NEXT_180: 1}, GOING),
    (6, {F.DATES_PROPOSED: 1, F.MEETINGS_NEXT_30: 1, F.MEETINGS_NEXT_180: 3}, DONE),
    (6, {F.DATES_PROPOSED: 1, F.MEETINGS_NEXT_180: 3}, GOING),
    (6, {F.DATES_PROPOSED: 1}, ALARM),
    (7, {}, NOT),
    (7, {F.PLACES: 1}, GOING),
    (7, {**BOOKS, **RAN}, DONE),
    (7, {**BOOKS, **RAN, F.LIBRARY_ENTRIES: 9}, GOING),
    (7, {**BOOKS, **RAN, F.LIBRARY_SHARERS: 2}, GOING),
    (7, {**BOOKS, **RAN, F.DIGEST_ON: 0}, GOING),
    (7, {**BOOKS, **RAN, F.LIBRARIANS: 0}, GOING),
    (7, {**BOOKS, **RAN, F.LIBRARY_NEWEST_DAYS: 46}, ALARM),
    (7, {F.PLACES: 1, F.COMMUNITY_DAYS: 46}, ALARM),
    (8, {}, NOT),
    (8, {F.POLLS_EVER: 1}, GOING),
    (8, {F.DIGESTS_EVER: 1}, GOING),
    (8, {F.POLLS_EVER: 1, F.POLL_BEST_TURNOUT_30: 0.3, F.ACTIVE_SHARE_30: 0.35}, DONE),
    (8, {F.POLLS_EVER: 1, F.POLL_BEST_TURNOUT_30: 0.29, F.ACTIVE_SHARE_30: 0.35}, GOING),
    (8, {F.POLLS_EVER: 1, F.POLL_BEST_TURNOUT_30: 0.3, F.ACTIVE_SHARE_30: 0.34}, GOING),
    (8, {F.POLLS_EVER: 1, **LOW, **LOWER}, ALARM),
    (8, {F.POLLS_EVER: 1, **LOW}, GOING),
    (8, {F.POLLS_EVER: 1, **QUIET, **LOWER}, GOING),
    (9, {}, NOT),
    (9, {F.TRIED_EVER: 1, F.TRIED_90: 1}, GOING),
    (9, {F.TRIED_EVER: 2, F.TRIED_90: 1, F.REPORT_SHARED_90: 1}, DONE),
    (9, {F.TRIED_EVER: 2, F.REPORT_SHARED_EVER: 1, F.REPORT_SHARED_90: 1}, ALARM),
    (9, {F.TRIED_EVER: 2, F.TRIED_90: 1, F.REPORT_SHARED_EVER: 1}, ALARM),
    (10, {}, NOT),
    (10, BACK, GOING),
    (10, {**BACK, F.CHANGES_LINKED_180: 1, F.ACTIONS_DONE_SHARE_180: 0.5}, DONE),
    (10, {**BACK, F.CHANGES_LINKED_180: 1, F.ACTIONS_DONE_SHARE_180: 0.49}, GOING),
    (10, {F.RETROSPECTIVES_EVER: 1}, ALARM),
)


@pytest.mark.parametrize(("number", "facts", "state"), TABLE)
def test_the_table(number: int, facts: Mapping[Fact, float], state: State) -> None:
    """Each cell of the table, at its threshold and just beside it (10.A5)."""
    assert judge(STEPS[number - 1], facts, BARS).state is state


FACTS = st.dictionaries(
    st.sampled_from(list(Fact)), st.floats(0, 200, allow_nan=False), max_size=len(Fact)
)
LEVELS = st.fixed_dictionaries({name: st.floats(0.01, 100) for name in BARS})


@given(FACTS)
def test_only_the_third_step_needs_attention_before_it_is_begun(facts: dict[Fact, float]) -> None:
    """What was never begun is not started, but for a first meeting that is missing 45 days on (10.A5)."""
    for step in STEPS:
        unbegun = dict(facts)
        for leaf in leaves(step.begun):
            unbegun.pop(leaf.fact, None)
        late = step.number == 3 and step.attention.holds(unbegun, BARS)
        assert judge(step, unbegun, BARS).state is (ALARM if late else NOT)


def test_the_limit_of_days_without_a_first_meeting() -> None:
    """45 days after the founding nothing is late yet; a day later it is, begun or not (10.A5)."""
    assert judge(STEPS[2], {F.COMMUNITY_DAYS: 45}, BARS).state is NOT
    late = judge(STEPS[2], {F.COMMUNITY_DAYS: 46}, BARS)

    assert late.state is ALARM
    assert late.because is not None
    assert late.because.fact is F.COMMUNITY_DAYS


@given(FACTS, LEVELS)
def test_a_state_depends_on_facts_and_thresholds_alone(
    facts: dict[Fact, float], bars: dict[str, float]
) -> None:
    """The same facts give the same state, in whatever order, and what no condition reads changes none (10.A1)."""
    for step in STEPS:
        read = {
            leaf.fact for part in (step.begun, step.attention, step.done) for leaf in leaves(part)
        }
        used = {name: bars[name] for name in bars_of(step.number)}
        again = {fact: facts[fact] for fact in sorted(facts, reverse=True) if fact in read}
        assert judge(step, facts, bars) == judge(step, again, used)


@given(FACTS, st.sampled_from(STEPS))
def test_more_evidence_of_done_never_takes_a_step_back_to_its_start(
    facts: dict[Fact, float], step: object
) -> None:
    """What is begun stays begun, whatever else comes true (10.A5)."""
    found = next(one for one in STEPS if one is step)
    before = judge(found, facts, BARS).state
    more = dict(facts)
    for leaf in leaves(found.done):
        assert leaf.sign is Sign.AT_LEAST
        more[leaf.fact] = max(more.get(leaf.fact, 0), leaf.level(BARS))
    after = judge(found, more, BARS)

    assert after.met
    assert before is NOT or after.state is not NOT
    assert after.state is not GOING


def judged(**states: Judgement) -> dict[int, Judgement]:
    """Ten judgements: done, unless said otherwise by number ("s4")."""
    done = Judgement(DONE, True, None)
    return {number: states.get(f"s{number}", done) for number in range(1, 11)}


def test_what_comes_next() -> None:
    """The lowest-numbered that is not done; where all are, the gravest that needs attention (10.A3)."""
    going, begin = Judgement(GOING, False, None), Judgement(NOT, False, None)
    unmet, wanting = Judgement(ALARM, False, None), Judgement(ALARM, True, None)

    assert next_step(judged(s4=going, s2=begin, s9=begin)) == 2
    assert next_step(judged(s3=unmet, s4=begin)) == 3
    assert next_step(judged(s1=wanting, s6=going)) == 6
    assert next_step(judged(s5=wanting, s4=wanting, s7=wanting)) == 4
    assert next_step(judged(s7=wanting, s5=wanting)) == 5
    assert next_step(judged()) is None


def test_what_is_declared_stands_for_what_is_worked_out() -> None:
    """A declared state is the state, and a step declared done is not the next (10.A2)."""
    found = judge(STEPS[0], {}, BARS, DONE)

    assert found == Judgement(DONE, True, None)
    assert next_step({**judged(), 1: judge(STEPS[0], {F.GOALS_DRAFTED: 1}, BARS, GOING)}) == 1
