"""What a clock on the wall means: the nights when it changes, and the hours to write to people."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling.calendar import (
    Hours,
    WallKind,
    beyond_gap,
    day_before,
    end_of_day,
    is_open,
    iso_week,
    last_opening_hour_before,
    local,
    next_opening,
    offset_differs_that_day,
    resolve,
    start_of_day,
    weekly,
    working_day_on_or_after,
    zone_exists,
)

PARIS = "Europe/Paris"
ZONES = (
    PARIS,
    "America/New_York",
    "America/Havana",  # changes at midnight
    "Africa/Cairo",  # changes at midnight, back to the day before
    "Australia/Lord_Howe",  # changes by half an hour
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "UTC",
)
OFFICE = Hours()
ALWAYS = Hours(time(0), time(0), frozenset(range(7)))

walls = st.builds(
    lambda seconds: datetime.fromisoformat("2024-01-01") + timedelta(seconds=seconds),
    st.integers(0, 7 * 366 * 86400),
)
instants = walls.map(lambda shown: shown.replace(tzinfo=UTC))
zones = st.sampled_from(ZONES)
hours_of_a_week = st.builds(
    Hours,
    st.times(),
    st.times(),
    st.frozensets(st.integers(0, 6), min_size=1),
)


def wall(written: str) -> datetime:
    """Read a wall time written as 2026-11-03 14:00."""
    return datetime.fromisoformat(written)


def utc(written: str) -> datetime:
    """Read an instant written as 2026-11-03 14:00, in UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone", "instant", "shown", "kind"),
    [
        ("2026-11-03 14:00", PARIS, "2026-11-03 13:00", "2026-11-03 14:00", ("plain", 60)),
        ("2026-07-14 14:00", PARIS, "2026-07-14 12:00", "2026-07-14 14:00", ("plain", 120)),
        ("2027-03-28 01:59", PARIS, "2027-03-28 00:59", "2027-03-28 01:59", ("plain", 60)),
        ("2027-03-28 02:00", PARIS, "2027-03-28 01:00", "2027-03-28 03:00", ("gap", 120)),
        ("2027-03-28 02:30", PARIS, "2027-03-28 01:00", "2027-03-28 03:00", ("gap", 120)),
        ("2027-03-28 03:00", PARIS, "2027-03-28 01:00", "2027-03-28 03:00", ("plain", 120)),
        ("2026-10-25 01:59", PARIS, "2026-10-24 23:59", "2026-10-25 01:59", ("plain", 120)),
        ("2026-10-25 02:00", PARIS, "2026-10-25 00:00", "2026-10-25 02:00", ("twice", 120)),
        ("2026-10-25 02:30", PARIS, "2026-10-25 00:30", "2026-10-25 02:30", ("twice", 120)),
        ("2026-10-25 03:00", PARIS, "2026-10-25 02:00", "2026-10-25 03:00", ("plain", 60)),
        ("2011-12-30 12:00", "Pacific/Apia", "2011-12-30 10:00", "2011-12-31 00:00", ("gap", 840)),
        (
            "2026-10-04 02:10",
            "Australia/Lord_Howe",
            "2026-10-03 15:30",
            "2026-10-04 02:30",
            ("gap", 660),
        ),
    ],
)
def test_a_wall_time_names_one_instant(
    typed: str, zone: str, instant: str, shown: str, kind: tuple[str, int]
) -> None:
    """A skipped time becomes the first that exists, a doubled one is the first of the two."""
    resolved = resolve(wall(typed), zone)

    assert resolved.instant == utc(instant)
    assert resolved.wall == wall(shown)
    assert (resolved.kind, resolved.offset) == (kind[0], timedelta(minutes=kind[1]))


def test_a_skipped_time_has_one_as_far_beyond_the_gap() -> None:
    """Whoever types 02:30 in the night that skips it is offered 03:30."""
    assert beyond_gap(wall("2027-03-28 02:30"), PARIS) == wall("2027-03-28 03:30")


def test_a_slot_in_the_doubled_hour_lasts_its_real_minutes() -> None:
    """Ninety minutes from the first 02:00 of the autumn night end at the second 02:30."""
    start = resolve(wall("2026-10-25 02:00"), PARIS).instant

    assert local(start + timedelta(minutes=90), PARIS) == wall("2026-10-25 02:30")
    assert start + timedelta(minutes=90) == utc("2026-10-25 01:30")


def test_a_weekly_meeting_stays_at_its_time_on_the_wall() -> None:
    """A weekly 14:00 is 14:00 on both sides of the autumn night, while the instant moves."""
    before, after = weekly(wall("2026-10-20 14:00"), PARIS, 2)

    assert (before.wall, after.wall) == (wall("2026-10-20 14:00"), wall("2026-10-27 14:00"))
    assert (before.instant, after.instant) == (utc("2026-10-20 12:00"), utc("2026-10-27 13:00"))


def test_an_occurrence_in_the_gap_moves_alone() -> None:
    """A series at 02:30 meets the spring night at 03:00, once, and goes on at 02:30."""
    found = weekly(wall("2027-03-21 02:30"), PARIS, 3)

    assert [f"{each.wall:%d %H:%M}" for each in found] == ["21 02:30", "28 03:00", "04 02:30"]


def test_a_series_may_skip_weeks() -> None:
    """Every other week is every fourteen days on the wall."""
    found = weekly(wall("2026-10-13 14:00"), PARIS, 3, every=2)

    assert [each.wall.day for each in found] == [13, 27, 10]


@pytest.mark.parametrize(
    ("meeting", "told", "real_hours"),
    [
        ("2026-10-25 09:00", "2026-10-24 07:00", 25),
        ("2027-03-28 09:00", "2027-03-27 08:00", 23),
        ("2026-11-03 14:00", "2026-11-02 13:00", 24),
        ("2027-03-29 02:30", "2027-03-28 01:00", 23.5),
    ],
)
def test_the_day_before_is_the_same_time_on_the_wall(
    meeting: str, told: str, real_hours: float
) -> None:
    """The day before a meeting is at its own wall time, whatever the clock did in between."""
    instant = day_before(wall(meeting), PARIS)

    assert instant == utc(told)
    assert resolve(wall(meeting), PARIS).instant - instant == timedelta(hours=real_hours)


def test_the_day_before_across_the_autumn_night_with_open_weekends() -> None:
    """With hours on all seven days the word goes out on Saturday at 09:00, 25 hours before."""
    every_day = Hours(days=frozenset(range(7)))
    instant = day_before(wall("2026-10-25 09:00"), PARIS)

    assert last_opening_hour_before(instant, PARIS, every_day) == utc("2026-10-24 07:00")


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2026-11-01 14:00", "2026-10-30 18:00"),  # a Monday meeting's day before: Friday 18:00
        ("2026-10-25 14:00", "2026-10-23 18:00"),  # across the autumn night
        ("2027-03-28 14:00", "2027-03-26 18:00"),  # across the spring night
        ("2026-11-03 07:59", "2026-11-02 18:00"),
        ("2026-11-03 08:00", "2026-11-03 08:00"),
        ("2026-11-03 18:59", "2026-11-03 18:59"),
        ("2026-11-03 19:00", "2026-11-03 18:00"),
        ("2026-11-02 06:00", "2026-10-30 18:00"),
    ],
)
def test_what_one_said_yes_to_goes_out_in_the_last_open_hour(due: str, told: str) -> None:
    """A closed time moves back to the start of the last open hour; an open one does not move."""
    instant = resolve(wall(due), PARIS).instant

    assert local(last_opening_hour_before(instant, PARIS, OFFICE), PARIS) == wall(told)


def test_hours_shorter_than_one_hour_begin_at_their_opening() -> None:
    """With half an hour a day, the last open hour begins when that half hour does."""
    short = Hours(time(9), time(9, 30))
    instant = resolve(wall("2026-11-03 14:00"), PARIS).instant

    assert local(last_opening_hour_before(instant, PARIS, short), PARIS) == wall("2026-11-03 09:00")


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-02 07:00", "2026-11-02 08:00"),
        ("2026-11-02 08:00", "2026-11-02 08:00"),
        ("2026-11-02 12:34", "2026-11-02 12:34"),
        ("2026-11-02 19:00", "2026-11-03 08:00"),
        ("2026-11-06 19:00", "2026-11-09 08:00"),
        ("2026-10-24 12:00", "2026-10-26 08:00"),
        ("2027-03-27 12:00", "2027-03-29 08:00"),
    ],
)
def test_a_closed_time_waits_for_the_next_opening(at: str, opens: str) -> None:
    """Outside office hours the next opening is the following working morning."""
    instant = resolve(wall(at), PARIS).instant

    assert local(next_opening(instant, PARIS, OFFICE), PARIS) == wall(opens)


def test_evening_hours_may_end_after_midnight() -> None:
    """Hours from 20:00 to 02:00 on Friday are open at one o'clock on Saturday morning."""
    friday = Hours(time(20), time(2), frozenset({4}))

    assert is_open(resolve(wall("2026-11-07 01:00"), PARIS).instant, PARIS, friday)
    assert not is_open(resolve(wall("2026-11-06 01:00"), PARIS).instant, PARIS, friday)


def test_hours_inside_the_gap_wait_for_the_week_after() -> None:
    """Hours of one night a week that the spring night swallows open a week later."""
    night = Hours(time(2), time(3), frozenset({6}))
    at = resolve(wall("2027-03-27 12:00"), PARIS).instant

    assert local(next_opening(at, PARIS, night), PARIS) == wall("2027-04-04 02:00")


@pytest.mark.parametrize("days", [frozenset[int](), frozenset({7}), frozenset({-1, 2})])
def test_hours_open_on_some_day_of_the_week(days: frozenset[int]) -> None:
    """Hours that never open, or open on a day that is none, are refused."""
    with pytest.raises(ValueError, match="days"):
        Hours(days=days)


@pytest.mark.parametrize(
    ("day", "zone", "changes"),
    [
        ("2026-10-25", PARIS, True),
        ("2026-10-24", PARIS, False),
        ("2026-10-26", PARIS, False),
        ("2027-03-28", PARIS, True),
        ("2026-11-03", PARIS, False),
        ("2026-03-08", "America/Havana", True),  # 00:00 becomes 01:00
        ("2026-03-07", "America/Havana", False),
        ("2026-03-09", "America/Havana", False),
        ("2026-10-29", "Africa/Cairo", True),  # 24:00 becomes 23:00
        ("2026-10-30", "Africa/Cairo", False),
        ("2026-10-25", "UTC", False),
    ],
)
def test_the_day_on_which_the_clock_changes_is_known(day: str, zone: str, changes: bool) -> None:
    """The offset is worth saying on the very day of the change, and on no other."""
    assert offset_differs_that_day(wall(f"{day} 12:00"), zone) is changes


def test_a_day_has_a_first_instant_and_a_last_second() -> None:
    """A day begins at midnight, or at 01:00 where that is skipped; it ends at 23:59:59."""
    assert start_of_day(date(2026, 11, 3), PARIS) == utc("2026-11-02 23:00")
    assert end_of_day(date(2026, 11, 3), PARIS) == utc("2026-11-03 22:59:59")
    assert start_of_day(date(2026, 3, 8), "America/Havana") == utc("2026-03-08 05:00")


@pytest.mark.parametrize(("day", "working"), [(5, 5), (6, 6), (7, 9), (8, 9), (9, 9)])
def test_a_working_day_is_from_monday_to_friday(day: int, working: int) -> None:
    """Saturday and Sunday move to Monday; the other days stay."""
    assert working_day_on_or_after(date(2026, 11, day)) == date(2026, 11, working)


@pytest.mark.parametrize(
    ("instant", "zone", "week"),
    [
        ("2026-11-16 12:00", PARIS, "2026-W47"),
        ("2026-11-15 23:30", PARIS, "2026-W47"),  # Monday already, in Paris
        ("2026-11-15 23:30", "UTC", "2026-W46"),
        ("2027-01-01 12:00", PARIS, "2026-W53"),
        ("2027-01-04 12:00", PARIS, "2027-W01"),
    ],
)
def test_a_week_is_that_of_the_people_of_the_zone(instant: str, zone: str, week: str) -> None:
    """The ISO week changes at local midnight, and its year is not always the calendar's."""
    assert iso_week(utc(instant), zone) == week


@pytest.mark.parametrize(
    "name",
    ["", "Paris", "Europe", "europe/nowhere", "../etc/passwd", "/etc/localtime", "localtime",
     "right/Europe/Paris", "a\0b", "é", "x" * 5000, "\ud800"],
)  # fmt: skip
def test_what_is_no_zone_is_known_as_none(name: str) -> None:
    """A folder, a path, a leap-second zone or any other text is no zone, and nothing breaks."""
    assert not zone_exists(name)


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_is_known(name: str) -> None:
    """The zones of the IANA database exist."""
    assert zone_exists(name)


def test_naive_instants_and_aware_walls_are_refused() -> None:
    """An instant without a zone, or a wall time with one, is a mistake of ours."""
    with pytest.raises(ValueError, match="aware"):
        local(wall("2026-11-03 14:00"), PARIS)
    with pytest.raises(ValueError, match="naive"):
        resolve(utc("2026-11-03 14:00"), PARIS)


@given(walls, zones)
def test_an_instant_gives_its_wall_time_back(typed: datetime, zone: str) -> None:
    """Resolving and looking at the clock gives the wall time back, unless it was skipped."""
    resolved = resolve(typed, zone)

    assert local(resolved.instant, zone) == resolved.wall
    if resolved.kind is not WallKind.gap:
        assert resolved.wall == typed
    else:
        assert resolved.wall > typed
        assert resolve(resolved.wall, zone).instant == resolved.instant


@given(walls, zones)
def test_the_first_instant_after_a_gap_is_the_first(typed: datetime, zone: str) -> None:
    """A second before the instant that replaces a skipped time, the clock showed less than it."""
    resolved = resolve(typed, zone)
    if resolved.kind is WallKind.gap:
        assert local(resolved.instant - timedelta(seconds=1), zone) < typed


@given(walls, walls, zones)
def test_later_on_the_wall_is_never_earlier(one: datetime, other: datetime, zone: str) -> None:
    """Of two wall times resolved, the order stays outside the doubled hour."""
    first, second = sorted((one, other))
    early, late = resolve(first, zone), resolve(second, zone)

    if WallKind.twice not in (early.kind, late.kind):
        assert early.instant <= late.instant


@given(instants, zones, hours_of_a_week)
def test_the_next_opening_is_open_and_not_before(at: datetime, zone: str, hours: Hours) -> None:
    """What waits for an opening goes out within the hours, never early, and at once if open."""
    opening = next_opening(at, zone, hours)

    assert opening >= at
    assert is_open(opening, zone, hours)
    assert (opening == at) is is_open(at, zone, hours)


@given(instants, zones, hours_of_a_week)
def test_the_last_open_hour_is_open_and_not_after(at: datetime, zone: str, hours: Hours) -> None:
    """What cannot wait goes out within the hours, never late, and at its time if open."""
    told = last_opening_hour_before(at, zone, hours)

    assert told <= at
    assert is_open(told, zone, hours)
    assert (told == at) is is_open(at, zone, hours)


@given(instants, zones)
def test_hours_of_the_whole_week_are_always_open(at: datetime, zone: str) -> None:
    """Seven days from midnight to midnight leave no moment out, whatever the clock does."""
    assert next_opening(at, zone, ALWAYS) == at
    assert last_opening_hour_before(at, zone, ALWAYS) == at


@given(instants, zones)
def test_a_day_lies_between_its_ends(at: datetime, zone: str) -> None:
    """Every instant lies after the start of its local day and before the start of the next."""
    today = local(at, zone).date()

    assert start_of_day(today, zone) <= at < start_of_day(today + timedelta(days=1), zone)
