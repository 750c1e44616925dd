"""Zones in calendar files: what a reader computes from them is what the clocks show."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar_zones import time_zone
from scheduling.calendar import zone_exists

FIRST, LAST = 2025, 2038

ZONES = sorted(name for name in available_timezones() if zone_exists(name))

OFTEN = (
    "Europe/Paris",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Montreal",
    "Australia/Sydney",
)
"""Zones whose changes follow one rule a year."""

seconds = st.integers(0, int(timedelta(days=365 * (LAST - FIRST - 1)).total_seconds()))
instants = seconds.map(lambda after: datetime(FIRST + 1, 1, 1, tzinfo=UTC) + timedelta(0, after))


def read_by(zone: str) -> object:
    """The zone as dateutil computes it from the file alone."""
    said = time_zone(zone, FIRST, LAST).decode()
    return tzical(io.StringIO(f"BEGIN:VCALENDAR\r\n{said}END:VCALENDAR\r\n")).get()


@given(st.sampled_from(ZONES), st.lists(instants, min_size=20, max_size=20))
def test_every_zone_is_described_rightly(zone: str, some: list[datetime]) -> None:
    """Of every zone of the world, at any time: the offset from the file is that of the clocks."""
    described, real = read_by(zone), ZoneInfo(zone)

    for at in some:
        wall = at.astimezone(real).replace(tzinfo=None)
        assert _offset(wall, described) == _offset(wall, real), (zone, wall)


@pytest.mark.parametrize("zone", [*OFTEN, "Africa/Casablanca", "America/Santiago", "Asia/Gaza"])
def test_each_change_is_right_to_the_minute(zone: str) -> None:
    """An hour and a minute before, a minute and an hour and a half after each change, for years."""
    described, real = read_by(zone), ZoneInfo(zone)
    changes = 0
    at = datetime(FIRST + 1, 1, 1, tzinfo=UTC)
    while at.year < LAST - 1:
        after = at + timedelta(minutes=30)
        if at.astimezone(real).utcoffset() != after.astimezone(real).utcoffset():
            changes += 1
            for minutes in (-91, -61, -31, 121, 151):
                wall = (after + timedelta(minutes=minutes)).astimezone(real).replace(tzinfo=None)
                assert _offset(wall, described) == _offset(wall, real), (zone, wall)
        at = after

    assert changes >= 2 * (LAST - FIRST - 2)


@pytest.mark.parametrize("zone", OFTEN)
def test_a_yearly_rule_is_written_as_one(zone: str) -> None:
    """It goes on for ever, and it is all that Outlook looks at: two parts, a rule each."""
    said = time_zone(zone, FIRST, LAST).decode()

    assert said.count("RRULE:FREQ=YEARLY;") == 2
    assert said.count("BEGIN:STANDARD") == said.count("BEGIN:DAYLIGHT") == 1
    assert "RDATE" not in said


def test_onsets_are_told_by_the_clock_as_it_ran_before() -> None:
    """In Paris summer time begins when the clock shows 02:00, and ends when it shows 03:00."""
    said = time_zone("Europe/Paris", FIRST, LAST).decode()

    assert "DTSTART:20250330T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in said
    assert "DTSTART:20251026T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in said


def test_changes_that_follow_no_rule_are_listed() -> None:
    """Where Ramadan decides, each change has its own day."""
    said = time_zone("Africa/Casablanca", FIRST, LAST).decode()

    assert "RRULE" not in said
    assert said.count("RDATE") == 2


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Africa/Dakar", "UTC"])
def test_a_clock_that_never_changes_has_one_part(zone: str) -> None:
    """Standard time, and nothing else."""
    said = time_zone(zone, FIRST, LAST).decode()

    assert said.count("BEGIN:") == 2
    assert "BEGIN:STANDARD" in said


def _offset(wall: datetime, zone: object) -> timedelta | None:
    return wall.replace(tzinfo=zone).utcoffset()  # type: ignore[arg-type]
