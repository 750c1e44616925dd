"""How "12 → 30" is read, how far one has come, and when an objective is overdue."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.goals.rules import (
    REMIND_BEFORE,
    Range,
    is_due,
    is_overdue,
    progress,
    read_range,
    read_value,
    write_number,
    write_range,
)

numbers = st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)
units = st.sampled_from(["", "%", "h", "resources a month", "heures", "personnes", "to-dos"])
languages = st.sampled_from(["en", "fr"])


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12 → 30", Range(12, 30)),
        ("12 -> 30", Range(12, 30)),
        ("12->30", Range(12, 30)),
        ("12-30", Range(12, 30)),
        ("12 à 30", Range(12, 30)),
        ("de 12 à 30\u202f%", Range(12, 30, "%")),
        ("passer de 12 % à 30 %", Range(12, 30, "%")),
        ("from 12 to 30", Range(12, 30)),
        ("between 12 and 30 hours", Range(12, 30, "hours")),
        ("1,5 → 2,5 h", Range(1.5, 2.5, "h")),
        ("1.5 → 2.5", Range(1.5, 2.5)),
        ("1 200 → 2 400", Range(1200, 2400)),
        ("10 à -5", Range(10, -5)),
        ("30", Range(None, 30)),
        ("→ 30 %", Range(None, 30, "%")),
        ("? → 30", Range(None, 30)),
        ("cible : 30", Range(None, 30)),
        ("30 animateurs", Range(None, 30, "animateurs")),
    ],
)
def test_people_type_it_as_they_like(words: str, meant: Range) -> None:
    """Arrows, words, per cent and decimal commas mean the same in both languages (issue 6, point 2)."""
    assert read_range(words, "en") == meant
    assert read_range(words, "fr") == meant


def test_a_comma_before_three_digits_is_the_readers() -> None:
    """In English it parts thousands, in French it is a decimal comma (issue 6, point 2)."""
    assert read_range("1,200 → 2,400", "en") == Range(1200, 2400)
    assert read_range("1,200 → 2,400", "fr") == Range(1.2, 2.4)


@pytest.mark.parametrize("words", ["", "many", "12 30", "12 → 30 → 40", "12 →", "→", "in 2027 30"])
def test_what_is_not_one_or_two_numbers_is_not_guessed(words: str) -> None:
    """Nothing is made of words that could mean several things (issue 6, point 2)."""
    assert read_range(words) is None


@given(st.none() | numbers, numbers, units, languages)
def test_what_is_written_is_read_back(
    baseline: float | None, target: float, unit: str, language: str
) -> None:
    """A form that shows an objective and is sent back changes nothing of it (issue 6, point 2)."""
    meant = Range(baseline, target, unit)

    assert read_range(write_range(meant, language), language) == meant
    assert read_value(write_number(target, language), language) == target


def test_per_cent_is_written_as_each_language_does() -> None:
    """A form shows “60%” in English, and a no-break space before the sign in French (R1)."""
    assert write_range(Range(40, 60, "%"), "en") == "40 → 60%"
    assert write_range(Range(40, 60, "%"), "fr") == "40 → 60\u00a0%"


@given(st.text(max_size=80), languages)
def test_any_words_are_read_or_refused(words: str, language: str) -> None:
    """No line, however strange, is a fault (24.A5)."""
    found = read_range(words, language)

    assert found is None or found.unit == found.unit.strip()


@given(numbers, numbers, numbers)
def test_progress_is_between_nothing_and_all(baseline: float, target: float, now: float) -> None:
    """Capped 0 to 1, whichever way it goes; never divided by nothing (R4, 24.A5)."""
    share = progress(baseline, target, now)
    if baseline == target:
        assert share is None
        return
    assert share is not None
    assert 0 <= share <= 1
    assert progress(baseline, target, baseline) == 0
    assert progress(baseline, target, target) == 1
    mirrored = progress(-baseline, -target, -now)
    assert mirrored == pytest.approx(share)


def test_progress_of_what_is_not_known_is_not_told() -> None:
    """Without a baseline, a target or a value there is none; half-way is half (R4)."""
    assert progress(None, 30, 12) is None
    assert progress(12, None, 12) is None
    assert progress(12, 30, None) is None
    assert progress(12, 30, 21) == 0.5
    assert progress(30, 12, 21) == 0.5


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(-400, 400), st.integers(-400, 400))
def test_overdue_is_a_date_that_is_over_and_was_not_assessed(
    due: date, assessed: int, passed: int
) -> None:
    """Assessed from a week before its date on, it is never overdue; before its date neither (10.A6)."""
    today, last = due + timedelta(days=passed), due + timedelta(days=assessed)
    overdue = is_overdue(due, last, today)

    assert overdue == (today > due and last < due - REMIND_BEFORE)
    assert is_overdue(due, None, today) == (today > due)
    assert not is_overdue(None, None, today)
    assert is_due(due, today) or not overdue
