"""What a rehearsal counts, and how long it may be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.rehearsal.commands import read_days
from bot.features.rehearsal.rules import Message, Stretch, loads

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
STRETCHES = st.tuples(DAYS, DAYS).map(lambda pair: Stretch(min(pair), max(pair)))
MESSAGES = st.lists(
    st.builds(Message, st.integers(1, 4), st.sampled_from(("2026-W47", "2026-W48")), st.booleans())
)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", 90),
        ("90d", 90),
        ("90 j", 90),
        ("90", 90),
        ("3 mois", 92),
        ("3 months", 92),
        ("six weeks", 42),
        ("1 an", 365),
        ("a year", 365),
        ("quinze jours", 15),
        ("366 days", 366),
    ],
)
def test_a_length_is_read_in_both_languages(typed: str, days: int) -> None:
    """From 26 November 2026 on, to the same day of a later month; nothing typed is ninety (26)."""
    assert read_days(typed, date(2026, 11, 26)) == days


@pytest.mark.parametrize(
    "typed", ["soup", "0d", "0", "367 days", "2 years", "13 months", "3 hours", "90m", "-5 days"]
)
def test_what_is_no_length_is_none(typed: str) -> None:
    """Less than a day, more than a year, minutes and other words (26)."""
    assert read_days(typed, date(2026, 11, 26)) is None


def test_the_fullest_week_counts_what_nobody_asked_for() -> None:
    """Messages by person, most first; a week is full by the unasked-for ones alone (26, R9)."""
    found = loads(
        [3, 1, 2],
        [
            Message(1, "2026-W47", unasked=True),
            Message(1, "2026-W47", unasked=False),
            Message(1, "2026-W48", unasked=True),
            Message(1, "2026-W48", unasked=True),
            Message(2, "2026-W47", unasked=False),
        ],
    )

    assert [(one.person, one.all, one.unasked, one.busiest) for one in found] == [
        (1, 4, 3, 2),
        (2, 1, 0, 0),
        (3, 0, 0, 0),
    ]


@given(MESSAGES)
def test_no_message_is_lost(messages: list[Message]) -> None:
    """The counts add up to all messages, and nobody's fullest week has more than all of theirs (26)."""
    found = loads(range(1, 5), messages)

    assert sum(one.all for one in found) == len(messages)
    assert sum(one.unasked for one in found) == sum(message.unasked for message in messages)
    assert all(one.busiest <= one.unasked <= one.all for one in found)
    assert [one.all for one in found] == sorted((one.all for one in found), reverse=True)


@given(STRETCHES, STRETCHES, DAYS)
def test_the_days_in_both(one: Stretch, other: Stretch, day: date) -> None:
    """A day is in both stretches exactly if it is in what they share (26)."""
    both = one.within(other)
    in_both = one.first <= day <= one.last and other.first <= day <= other.last

    assert in_both == (both is not None and both.first <= day <= both.last)
