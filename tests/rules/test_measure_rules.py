"""The arithmetic of measures: evenness, vacancy, months, and what is not to be shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.roles.rules import evenness, fairness, vacancy
from bot.measures import Measure, complete_months, share

A_DAY = timedelta(days=1)
FIRST = datetime(2026, 9, 1, tzinfo=UTC)

loads = st.lists(st.fractions(0, 1, max_denominator=12), min_size=3, max_size=12)


def test_an_even_rotation_is_one() -> None:
    """A perfectly even rotation has a balance of exactly 1.00 (measures 10 d)."""
    assert evenness([Fraction(3, 12)] * 4) == 1


def test_one_person_doing_everything() -> None:
    """One of four served all twelve terms, the others idle: 1 minus three quarters (E2)."""
    assert evenness([Fraction(1)], idle=3) == evenness([Fraction(1), *[Fraction()] * 3])
    assert evenness([Fraction(1)], idle=3) == Fraction(1, 4)


def test_no_balance_where_nothing_tells() -> None:
    """Nobody served, or fewer than three could: n/a, and never 0 ÷ 0 (measures 10 a)."""
    assert evenness([]) is evenness([Fraction()] * 5) is evenness([], idle=9) is None
    assert evenness([Fraction(1), Fraction(1)]) is None
    assert share(0, 0) is None


def test_a_fair_rotation_of_many_is_even_so_far() -> None:
    """Twelve of five hundred served once each: as even as can be; two in turn among twenty are not (10, step 4)."""
    once = evenness([Fraction(1, 12)] * 12, idle=488)
    twice = evenness([Fraction(6, 12)] * 2, idle=18)

    assert once == Fraction(12, 500)
    assert twice == Fraction(2, 20)
    assert fairness(float(once), 12, 500) == pytest.approx(1)
    assert fairness(float(twice), 12, 20) == pytest.approx(1 / 6)


@given(loads)
def test_evenness_is_one_minus_hoover(borne: list[Fraction]) -> None:
    """It is what MEASURES says, stays in 0 to 1, and the scale of the loads does not matter (E2)."""
    found = evenness(borne)
    if not any(borne):
        assert found is None
        return
    mean = sum(borne, Fraction()) / len(borne)
    apart = sum((abs(one - mean) for one in borne), Fraction())
    assert found == 1 - apart / (2 * len(borne) * mean)
    assert 0 <= found <= 1
    assert evenness([one / 3 for one in borne]) == found


def test_vacancy_is_days_without_over_days_due() -> None:
    """Thirty days due, twenty-seven held: three of thirty; held before or beyond counts not (E3)."""
    due = {1: (FIRST, FIRST + 30 * A_DAY, 1)}
    held = [(1, FIRST - 9 * A_DAY, FIRST + 10 * A_DAY), (1, FIRST + 13 * A_DAY, FIRST + 90 * A_DAY)]

    assert vacancy(due, held) == (3.0, 30.0)
    assert vacancy({}, held) == (0.0, 0.0)
    assert vacancy({1: (FIRST, FIRST + 10 * A_DAY, 2)}, held) == (10.0, 20.0)


def test_months_begin_at_midnight_of_the_community() -> None:
    """00:30 on the 1st in Paris belongs to the new month, though it is still the old one in UTC (10 h)."""
    half_past = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    october = complete_months(half_past, "Europe/Paris", 1)
    september = complete_months(half_past, "Europe/Paris", 1, before=1)

    assert october.end == datetime(2026, 10, 31, 23, tzinfo=UTC) < half_past
    assert october.start == september.end == datetime(2026, 9, 30, 22, tzinfo=UTC)
    assert complete_months(half_past, "Europe/Paris", 3).start == datetime(
        2026, 7, 31, 22, tzinfo=UTC
    )


@pytest.mark.parametrize(("people", "masked"), [(4, True), (5, False), (0, False), (None, False)])
def test_fewer_than_five_people_are_masked(people: int | None, masked: bool) -> None:
    """Four people behind a figure hide it; nobody's behaviour does not (measures 10 b)."""
    assert Measure("i1", 0.5, 4, people=people).masked is masked


def test_a_first_turn_is_not_uneven() -> None:
    """Beside the evenest that so few turns allow: one of five is even, two by the same are not (10, step 4)."""
    assert fairness(1 / 5, 1, 5) == 1
    assert fairness(1 / 5, 2, 5) == 0.5
    assert fairness(3 / 5, 3, 5) == 1
    assert fairness(1.0, 12, 5) == 1
    assert fairness(0.5, 0, 5) == 0.5
