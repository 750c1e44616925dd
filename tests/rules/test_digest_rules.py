"""When a digest comes, and what has room in it."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.digest import rules
from bot.news import News, Section
from bot.text import Words
from scheduling.calendar import iso_week, local

PARIS = "Europe/Paris"


def free(week: str) -> bool:
    """No week has had its digest."""
    return week == ""


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant by the clocks of Paris."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(PARIS))


@pytest.mark.parametrize(
    ("after", "comes"),
    [
        (at(2026, 11, 2, 8, 59), at(2026, 11, 2, 9)),
        (at(2026, 11, 2, 9), at(2026, 11, 9, 9)),  # then it is under way
        (at(2026, 11, 4, 12), at(2026, 11, 9, 9)),
        (at(2026, 10, 24, 12), at(2026, 10, 26, 9)),  # the clocks go back in between
        (at(2027, 3, 27, 12), at(2027, 3, 29, 9)),  # and forward
        (at(2026, 12, 29, 12), at(2027, 1, 4, 9)),
    ],
)
def test_it_comes_on_its_day_at_its_hour(after: datetime, comes: datetime) -> None:
    """On Monday at nine by the clocks on the wall, whatever they do meanwhile (18.A1, R1)."""
    assert rules.coming(after, PARIS, 1, "09:00", free) == comes


def test_a_week_that_has_had_its_digest_is_passed_over() -> None:
    """The ISO week counts, over the turn of the year as well: 2026 has a week 53 (18.A2)."""
    found = rules.coming(at(2026, 12, 29, 12), PARIS, 5, "09:00", lambda week: week == "2026-W53")

    assert found == at(2027, 1, 8, 9)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)),
    st.sampled_from([PARIS, "America/Montreal", "Africa/Dakar", "Asia/Tokyo", "Australia/Sydney"]),
    st.integers(1, 7),
    st.sampled_from(["08:00", "09:00", "18:00"]),
)
def test_each_week_has_one_at_the_same_hour(
    start: datetime, zone: str, day: int, hour: str
) -> None:
    """From any instant on: strictly later, in weeks that follow each other, same wall time (R1)."""
    now = start.replace(tzinfo=UTC)
    times = [now]
    for _ in range(3):
        times.append(rules.coming(times[-1], zone, day, hour, free))

    assert all(earlier < later for earlier, later in itertools.pairwise(times))
    assert times[1] - now <= timedelta(days=7, hours=2)
    assert {f"{local(time, zone):%u %H:%M}" for time in times[1:]} == {f"{day} {hour}"}
    assert len({iso_week(time, zone) for time in times[1:]}) == 3
    assert rules.latest(times[2], zone, day, hour) == times[2]
    assert rules.latest(times[2] - timedelta(seconds=1), zone, day, hour) == times[1]


def test_a_catch_up_comes_at_the_next_such_hour() -> None:
    """Today if the hour is still to come, else tomorrow (18.A5)."""
    assert rules.next_hour(at(2026, 11, 28, 8), PARIS, "09:00") == at(2026, 11, 28, 9)
    assert rules.next_hour(at(2026, 11, 28, 9), PARIS, "09:00") == at(2026, 11, 29, 9)
    assert rules.next_hour(at(2026, 10, 24, 15), PARIS, "09:00") == at(2026, 10, 25, 9)


def items(counts: dict[Section, int]) -> list[News]:
    """So many items of each section."""
    return [
        News(section, Words(f"{section.name} {number}"))
        for section, count in counts.items()
        for number in range(count)
    ]


@given(st.dictionaries(st.sampled_from(Section), st.integers(0, 20)))
def test_it_has_room_for_a_little_of_each(counts: dict[Section, int]) -> None:
    """At most twelve lines, the title and the one that counts the rest included (18.A1)."""
    all_of_them = rules.said(items(counts))
    shown, left = rules.fitted(all_of_them)
    sections = [item.section for item in shown]

    assert 1 + len(shown) + (left > 0) <= 12
    assert len(shown) + left == len(all_of_them)
    assert sections == sorted(sections)
    assert {item.section for item in all_of_them} == set(sections)
    assert all(Counter(sections)[section] <= most for section, most in rules.MOST.items())


def test_a_long_section_leaves_room_for_the_others() -> None:
    """Twenty polls that close soon take what three other sections leave (18.A1)."""
    counts = {Section.CLOSING: 20, Section.RESOURCES: 5, Section.WELCOMES: 1, Section.DECISIONS: 2}
    shown, left = rules.fitted(rules.said(items(counts)))

    assert Counter(item.section for item in shown) == {
        Section.CLOSING: 4,
        Section.RESOURCES: 3,
        Section.WELCOMES: 1,
        Section.DECISIONS: 2,
    }
    assert left == 16
