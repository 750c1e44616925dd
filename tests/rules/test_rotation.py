"""The fair pick, as a pure function: who is eligible, in which order, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.features.roles.rules import (
    Candidate,
    Hindrance,
    Length,
    Load,
    Rules,
    Span,
    Term,
    forecast,
    hindrance,
    load,
    rank,
    share,
)

MONTH = Length(1, "month")
JAN = date(2026, 1, 1)
LONG_AGO = date(2020, 1, 1)
FREE = Rules(in_a_row=0, grace=0)
USUAL = Rules(in_a_row=1, grace=30)


def terms(count: int, length: Length = MONTH, anchor: date = JAN) -> list[Term]:
    return [Term(n, length.span(anchor, n)) for n in range(count)]


def somebody(person: int, *served: int, since: date = LONG_AGO) -> Candidate:
    return Candidate(person, since, served=frozenset(served))


# ── terms ───────────────────────────────────────────────────────────────────────────────────────


def test_a_month_from_the_31st_does_not_drift() -> None:
    """ "1 month" from 31 January: 28 February, then 31 March again (6.A9)."""
    anchor = date(2027, 1, 31)
    firsts = [MONTH.span(anchor, n).first for n in range(4)]
    assert firsts == [anchor, date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]
    assert MONTH.span(date(2028, 1, 31), 0).end == date(2028, 2, 29)


@given(
    count=st.integers(1, 20),
    unit=st.sampled_from(["day", "week", "month"]),
    anchor=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    day=st.dates(date(2019, 1, 1), date(2042, 1, 1)),
)
def test_every_day_lies_in_exactly_one_term(count: int, unit: str, anchor: date, day: date) -> None:
    """Terms follow each other without a gap or a day in two of them (6.A9)."""
    length = Length(count, unit)
    number = length.number(anchor, day)
    span = length.span(anchor, number)
    assert span.first <= day < span.end
    assert length.span(anchor, number + 1).first == span.end


@pytest.mark.parametrize(("count", "unit"), [(0, "day"), (-1, "week"), (1, "year")])
def test_a_term_of_no_days_is_refused(count: int, unit: str) -> None:
    """A term lasts at least a day."""
    with pytest.raises(ValueError, match="no length"):
        Length(count, unit)


def test_days_in_several_absences_count_once() -> None:
    """Two absences of the same week are one week away."""
    whole = Span(date(2026, 1, 1), date(2026, 1, 29))
    week = Span(date(2026, 1, 1), date(2026, 1, 8))
    assert share([week, week], whole) == Fraction(1, 4)
    assert share([week, Span(date(2026, 1, 5), date(2026, 1, 15))], whole) == Fraction(1, 2)
    assert share([Span(date(2025, 1, 1), date(2027, 1, 1))], whole) == 1
    assert share([], whole) == 0


# ── who is eligible ─────────────────────────────────────────────────────────────────────────────


def test_half_a_term_away_is_too_much() -> None:
    """Away for half of the term: not eligible; for less: eligible (6.A1)."""
    term = Term(0, Span(date(2026, 6, 1), date(2026, 6, 11)))
    away = [Span(date(2026, 6, 1), date(2026, 6, 1 + n)) for n in (4, 5)]
    found = [hindrance(replace(somebody(1), away=(one,)), term, USUAL) for one in away]
    assert found == [None, Hindrance.UNAVAILABLE]


def test_an_excluded_role_hinders_only_while_it_lasts() -> None:
    """Whoever holds the other role in any day of the term is not picked (6.A1)."""
    term = terms(1)[0]
    busy = replace(somebody(1), elsewhere=(Span(date(2026, 1, 31), date(2026, 3, 1)),))
    free = replace(somebody(1), elsewhere=(Span(date(2026, 2, 1), date(2026, 3, 1)),))
    assert hindrance(busy, term, USUAL) is Hindrance.ELSEWHERE
    assert hindrance(free, term, USUAL) is None


def test_nobody_serves_more_terms_in_a_row_than_the_role_allows() -> None:
    """Terms before and after count, as a run (6.A1)."""
    three = terms(8)[3]
    assert hindrance(somebody(1, 2), three, USUAL) is Hindrance.IN_A_ROW
    assert hindrance(somebody(1, 4), three, USUAL) is Hindrance.IN_A_ROW
    assert hindrance(somebody(1, 1, 5), three, USUAL) is None
    assert hindrance(somebody(1, 2), three, Rules(2, 0)) is None
    assert hindrance(somebody(1, 2, 4), three, Rules(2, 0)) is Hindrance.IN_A_ROW
    assert hindrance(somebody(1, 0, 1, 2, 4), three, FREE) is None


def test_newcomers_are_left_in_peace_unless_they_want() -> None:
    """Within the grace only who asked for it is picked (6.A1)."""
    term = terms(1)[0]
    new = somebody(1, since=JAN - timedelta(days=29))
    assert hindrance(new, term, USUAL) is Hindrance.NEW
    assert hindrance(replace(new, volunteer=True), term, USUAL) is None
    assert hindrance(somebody(1, since=JAN - timedelta(days=30)), term, USUAL) is None


# ── in which order ──────────────────────────────────────────────────────────────────────────────


def test_load_is_terms_served_of_those_one_was_eligible_for() -> None:
    """Absent terms count for nobody's load; who was never eligible bears 0 (6.A2)."""
    past = terms(6)
    six = Term(6, MONTH.span(JAN, 6))
    away = Span(date(2026, 1, 1), date(2026, 4, 1))
    assert load(somebody(1, 1, 4), six, past, FREE) == Load(2, 6)
    assert load(replace(somebody(1, 4), away=(away,)), six, past, FREE) == Load(1, 3)
    assert load(somebody(1, since=date(2026, 7, 1)), six, past, FREE).ratio == 0


def test_terms_before_one_was_in_the_pool_are_not_held_against_anybody() -> None:
    """Who comes into a pool later was not eligible for what came before (6.A2)."""
    six = Term(6, MONTH.span(JAN, 6))
    late = replace(somebody(1, 5), pooled=date(2026, 4, 1))
    assert load(late, six, terms(6), FREE) == Load(1, 3)
    assert hindrance(replace(late, served=frozenset()), terms(1)[0], USUAL) is None


def test_only_twelve_months_count() -> None:
    """What was served more than a year before the term is forgotten (6.A2)."""
    past = terms(14)
    fourteen = Term(14, MONTH.span(JAN, 14))
    assert load(somebody(1, 0, 1), fourteen, past, FREE) == Load(0, 12)
    assert load(somebody(1, 2), fourteen, past, FREE) == Load(1, 12)


def test_the_lowest_load_goes_first_then_the_longest_wait() -> None:
    """Never served before served; of equal loads, who served longest ago (6.A2)."""
    past, now = terms(4), Term(4, MONTH.span(JAN, 4))
    people = [somebody(1, 0), somebody(2, 1), somebody(3), somebody(4, 2, 3)]
    order = [one.person for one in rank(people, now, past, FREE, "s")]
    assert order == [3, 1, 2, 4]


def test_declining_costs_nothing() -> None:
    """Who declines is passed over once, and is first again for the next term (6.A5)."""
    past = terms(2)
    ann = replace(somebody(1), passed=frozenset({2}))
    people = [ann, somebody(2, 0), somebody(3, 1)]
    two, three = (Term(n, MONTH.span(JAN, n)) for n in (2, 3))
    assert rank(people, two, past, FREE, "s")[0].person == 2
    assert rank([ann, somebody(2, 0, 2), somebody(3, 1)], three, terms(3), FREE, "s")[0].person == 1


# ── properties ──────────────────────────────────────────────────────────────────────────────────

NUMBERS = st.frozensets(st.integers(0, 9), max_size=4)
SPANS = st.builds(
    lambda first, days: Span(first, first + timedelta(days=days)),
    st.dates(date(2025, 6, 1), date(2027, 6, 1)),
    st.integers(1, 200),
)
PEOPLE = st.lists(
    st.builds(
        Candidate,
        st.integers(1, 40),
        st.dates(date(2025, 1, 1), date(2026, 12, 1)),
        st.lists(SPANS, max_size=2).map(tuple),
        st.lists(SPANS, max_size=1).map(tuple),
        NUMBERS,
        NUMBERS,
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.person,
)
RULES = st.builds(Rules, st.integers(0, 3), st.integers(0, 60))


@given(people=PEOPLE, rules=RULES, shuffled=st.randoms())
def test_the_same_data_give_the_same_answer(
    people: list[Candidate], rules: Rules, shuffled: Random
) -> None:
    """The order never depends on the order in which people come (6.A2)."""
    ten = Term(10, MONTH.span(JAN, 10))
    mixed = list(people)
    shuffled.shuffle(mixed)
    assert rank(people, ten, terms(10), rules, "s") == rank(mixed, ten, terms(10), rules, "s")


@given(people=PEOPLE, rules=RULES, seats=st.integers(1, 3))
def test_nobody_hindered_is_ever_picked(people: list[Candidate], rules: Rules, seats: int) -> None:
    """Nobody away, excluded, new or beyond the limit serves; a missing person leaves a gap (6.A6)."""
    coming = [Term(n, MONTH.span(JAN, n)) for n in range(10, 16)]
    found = forecast(people, coming, terms(10), rules, "s", seats, {})
    known = {one.person: one for one in people}
    for term, picked in zip(coming, found, strict=True):
        assert len(picked) <= seats
        assert len(set(picked)) == len(picked)
        for person in picked:
            assert hindrance(known[person], term, rules) is None
            known[person] = replace(known[person], served=known[person].served | {term.number})
        if len(picked) < seats:
            left = [hindrance(one, term, rules) for one in known.values()]
            assert None not in left


@given(
    count=st.integers(1, 9),
    seats=st.integers(1, 3),
    length=st.sampled_from([Length(1, "week"), Length(2, "week"), MONTH]),
    in_a_row=st.integers(0, 2),
    others=PEOPLE,
)
@example(count=4, seats=2, length=Length(1, "week"), in_a_row=1, others=[somebody(1)])
def test_terms_of_people_who_could_always_serve_differ_by_one_at_most(
    count: int, seats: int, length: Length, in_a_row: int, others: list[Candidate]
) -> None:
    """Over a year, whoever comes and goes beside them (the property of feature 6)."""
    always = [somebody(person) for person in range(100, 100 + count)]
    year = [Term(n, length.span(JAN, n)) for n in range(400) if length.span(JAN, n).end.year < 2027]
    beside = [replace(one, served=frozenset(), passed=frozenset()) for one in others]
    found = forecast([*always, *beside], year, [], Rules(in_a_row, 30), "s", seats, {})
    served = {one.person: 0 for one in always}
    for picked in found:
        for person in picked:
            if person in served:
                served[person] += 1
    assert max(served.values()) - min(served.values()) <= 1


@given(people=PEOPLE, rules=RULES, decided=st.dictionaries(st.integers(10, 13), st.just((77,))))
def test_whoever_joins_changes_nothing_that_is_decided(
    people: list[Candidate], rules: Rules, decided: dict[int, tuple[int, ...]]
) -> None:
    """Adding a person changes no term that somebody has said yes to (6.A8)."""
    coming = [Term(n, MONTH.span(JAN, n)) for n in range(10, 14)]
    for pool in (people, [*people, somebody(99)]):
        found = forecast(pool, coming, terms(10), rules, "s", 1, decided)
        for term, picked in zip(coming, found, strict=True):
            if term.number in decided:
                assert picked == decided[term.number]
