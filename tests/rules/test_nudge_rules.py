"""When a nudge may be told: days, weeks, snoozes, and mornings on both sides of a change of clock."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from bot.features.nudges.rules import in_a_row, next_round, ready, until, week_end
from scheduling.calendar import Hours

PARIS = "Europe/Paris"


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """An instant of 2026, in UTC; November the 2nd is a Monday, and Paris an hour ahead."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "again"),
    [
        (at(2, 6, 59), at(2, 7)),  # not yet open: today
        (at(2, 7), at(3, 7)),  # open: tomorrow
        (at(2, 17, 59), at(3, 7)),
        (at(2, 18), at(3, 7)),  # closed
        (at(6, 7), at(9, 7)),  # Friday: Monday
        (at(23, 6, month=10), at(26, 7, month=10)),  # the clock changes on Sunday the 25th
    ],
)
def test_a_round_comes_with_each_opening(now: datetime, again: datetime) -> None:
    """The next opening after an instant, on the community's own clock (11.A2, R1)."""
    assert next_round(now, PARIS, Hours()) == again


def test_hours_that_never_close_have_a_round_a_day() -> None:
    """From midnight to midnight, every day: at midnight."""
    always = Hours(time(0), time(0), frozenset(range(7)))

    assert next_round(at(7, 12), PARIS, always) == at(7, 23)


@pytest.mark.parametrize(
    ("now", "is_ready"),
    [(at(16, 7), False), (at(16, 22, 59), False), (at(16, 23), True), (at(17, 7), True)],
)
def test_fourteen_days_are_days(now: datetime, is_ready: bool) -> None:
    """Told on the 3rd some seconds late: on the 17th in the morning it is time again (11.A3)."""
    assert ready(at(3, 7, 1), None, now, PARIS) is is_ready


def test_a_snooze_goes_before_the_fourteen_days() -> None:
    """Put off until tomorrow, it is told tomorrow, and not before (11.A4)."""
    until_tomorrow = until(at(3, 9), 1, PARIS)

    assert not ready(at(3, 7), until_tomorrow, at(3, 22, 59), PARIS)
    assert ready(at(3, 7), until_tomorrow, at(4, 7), PARIS)


def test_a_week_later_is_the_same_weekday() -> None:
    """From the start of that day, also over a change of clock (11.A4, R1)."""
    assert until(at(20, 7, month=10), 7, PARIS) == at(26, 23, month=10)


@pytest.mark.parametrize(
    ("snoozed", "count"),
    [((), 0), ((False, True), 0), ((True, True, False, True), 2), ((True, True, True), 3)],
)
def test_only_what_is_in_a_row_counts(snoozed: tuple[bool, ...], count: int) -> None:
    """Newest first, until one that was not put off (11.A4)."""
    assert in_a_row(snoozed) == count


def test_a_week_ends_on_sunday_at_midnight() -> None:
    """On the community's clock (11.A5)."""
    assert week_end(at(2, 7), PARIS) == at(8, 23)
    assert week_end(at(8, 22, 59), PARIS) == at(8, 23)
    assert week_end(at(8, 23), PARIS) == at(15, 23)
