"""What surrounds a meeting: when to remind, where it is, its agenda; by examples and properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.features.meetings.gathering_rules import (
    KIT,
    SOON,
    Stage,
    action_marks,
    end_of,
    end_of_due,
    lines_of,
    planned,
    reminder_at,
    shifted,
    stage,
)
from scheduling.calendar import Hours, day_before, is_open, local, resolve

WEEKDAYS = Hours()
ALWAYS = Hours(time(0), time(0), frozenset(range(7)))
ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Indian/Reunion", "Asia/Kathmandu")

walls = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 12, 31))
zones = st.sampled_from(ZONES)


# ── when to remind ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wall", "theirs", "recalled"),
    [
        # A Thursday: the day before, at its hour.
        (datetime(2026, 11, 12, 14), "Europe/Paris", datetime(2026, 11, 11, 14)),
        (datetime(2026, 11, 12, 14), "Africa/Dakar", datetime(2026, 11, 11, 13)),
        (datetime(2026, 11, 12, 14), "Indian/Reunion", datetime(2026, 11, 11, 17)),
        (datetime(2026, 11, 12, 14), "America/Montreal", datetime(2026, 11, 11, 8)),
        # A Monday: Friday at 18:00, by each one's own clock.
        (datetime(2026, 11, 9, 14), "Europe/Paris", datetime(2026, 11, 6, 18)),
        (datetime(2026, 11, 9, 14), "America/Montreal", datetime(2026, 11, 6, 18)),
        (datetime(2026, 11, 9, 14), "Indian/Reunion", datetime(2026, 11, 6, 18)),
        # At 09:00 in Paris it is night in Montreal: the evening before, theirs.
        (datetime(2026, 11, 12, 9), "America/Montreal", datetime(2026, 11, 10, 18)),
        # At 17:00 in Paris it is 20:00 in La Réunion: their last open hour.
        (datetime(2026, 11, 12, 17), "Indian/Reunion", datetime(2026, 11, 11, 18)),
        # The first of January, from the old year.
        (datetime(2027, 1, 1, 10), "Europe/Paris", datetime(2026, 12, 31, 10)),
    ],
)
def test_the_day_before_by_each_one_s_clock(
    wall: datetime, theirs: str, recalled: datetime
) -> None:
    """A meeting in Paris, and when people elsewhere are reminded by their own clocks (R9)."""
    assert local(reminder_at(wall, "Europe/Paris", theirs, WEEKDAYS), theirs) == recalled


@pytest.mark.parametrize(
    ("wall", "hours_before"),
    [
        (datetime(2026, 10, 25, 9), 25),  # the long night: 25 real hours earlier
        (datetime(2027, 3, 28, 9), 23),  # the short one
        (datetime(2026, 10, 26, 9), 24),
        (datetime(2027, 1, 1, 0, 30), 24),
    ],
)
def test_the_day_before_keeps_the_wall_time(wall: datetime, hours_before: int) -> None:
    """With a window that never closes: the same hour on the wall, whatever the night (R1)."""
    at = reminder_at(wall, "Europe/Paris", "Europe/Paris", ALWAYS)

    assert resolve(wall, "Europe/Paris").instant - at == timedelta(hours=hours_before)


@given(walls, zones, zones)
def test_a_reminder_is_in_time_and_in_hours(wall: datetime, zone: str, theirs: str) -> None:
    """Never later than the day before, never outside of the hours of the person it goes to."""
    at = reminder_at(wall, zone, theirs, WEEKDAYS)

    assert at <= day_before(wall, zone)
    assert is_open(at, theirs, WEEKDAYS)
    assert day_before(wall, zone) - at < timedelta(days=4)


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)), zones)
def test_an_action_is_recalled_in_order(due: date, theirs: str) -> None:
    """Two days before, then on the morning: in hours, in that order, each worth it when it comes."""
    marks = action_marks(due, theirs, WEEKDAYS)

    assert marks[2] <= marks[0]
    assert all(is_open(at, theirs, WEEKDAYS) for at in marks.values())
    assert marks[2] < end_of_due(due, theirs, 2) <= end_of_due(due, theirs, 0)
    assert marks[0] < end_of_due(due, theirs, 0)
    if due.weekday() < 5:
        assert local(marks[0], theirs) == datetime.combine(due, time(8))


def test_an_action_due_on_sunday_is_recalled_on_friday() -> None:
    """What falls into a closed time comes before it, not after it is too late."""
    marks = action_marks(date(2026, 11, 15), "Europe/Paris", WEEKDAYS)

    assert local(marks[2], "Europe/Paris") == datetime(2026, 11, 13, 8)
    assert local(marks[0], "Europe/Paris") == datetime(2026, 11, 13, 18)


# ── where it is ─────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_lasts_real_minutes() -> None:
    """Ninety minutes from 02:00 on the night that has two of them end at 02:30, the second."""
    starts = resolve(datetime(2026, 10, 25, 2), "Europe/Paris").instant

    assert end_of(starts, 90) == starts + timedelta(minutes=90)
    assert local(end_of(starts, 90), "Europe/Paris") == datetime(2026, 10, 25, 2, 30)
    assert timedelta(minutes=60) == SOON


@given(
    st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 1, 1)),
    st.integers(1, 1440),
    st.integers(-3000, 3000),
)
def test_a_meeting_is_in_one_place_at_a_time(start: datetime, minutes: int, ahead: int) -> None:
    """To come, then under way, then over: its first instant is under way, its last is over."""
    starts = start.replace(tzinfo=UTC)
    now = starts + timedelta(minutes=ahead)
    found = stage(now, starts, minutes)

    assert (found is Stage.COMING) == (ahead < 0)
    assert (found is Stage.OVER) == (ahead >= minutes)


# ── the agenda ──────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.integers(1, 50), unique=True, min_size=1), st.data(), st.booleans())
def test_a_point_moves_one_place(order: list[int], data: st.DataObject, up: bool) -> None:
    """Nothing is lost or doubled; moved back, all is as it was, but at an edge."""
    number = data.draw(st.sampled_from(order))
    moved = shifted(order, number, up=up)

    assert sorted(moved) == sorted(order)
    at_edge = order.index(number) == (0 if up else len(order) - 1)
    assert (moved == order) == at_edge
    if not at_edge:
        assert abs(moved.index(number) - order.index(number)) == 1
        assert shifted(moved, number, up=not up) == order


@given(st.lists(st.integers(1, 50), unique=True), st.integers(51, 99), st.booleans())
def test_a_point_that_is_gone_moves_nothing(order: list[int], number: int, up: bool) -> None:
    """Somebody removed it meanwhile."""
    assert shifted(order, number, up=up) == order


def test_the_kit_is_an_hour() -> None:
    """Six points: 10, 15, 15, 10, 5 and 5 minutes."""
    assert [minutes for _, minutes in KIT] == [10, 15, 15, 10, 5, 5]
    assert planned(minutes for _, minutes in KIT) == 60
    assert planned([None, 5, None]) == 5
    assert planned([]) == 0


@given(st.lists(st.text(alphabet="abé 1.", min_size=1, max_size=20)))
def test_lines_come_back_as_written(lines: list[str]) -> None:
    """One a line, in their order, without bullets or empty lines."""
    assume(all(line.strip() for line in lines))
    clean = [" ".join(line.split()) for line in lines]

    assert lines_of("\n\n".join(f"  - {line} " for line in lines)) == clean
    assert lines_of("\r\n".join(f"• {line}" for line in lines)) == clean
