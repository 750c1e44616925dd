"""What comes again: the days of a series, the nights when the clock changes, and what is left out."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from scheduling.calendar import WallKind, local
from scheduling.public_holidays import is_holiday
from scheduling.recurrence import (
    LAST,
    MONTHS,
    DayOfMonth,
    NthWeekday,
    Rule,
    Weekly,
    days,
    occurrences,
    pack,
    unpack,
)

PARIS, MONTREAL, DAKAR, REUNION = (
    "Europe/Paris",
    "America/Montreal",
    "Africa/Dakar",
    "Indian/Reunion",
)
TUESDAY, FRIDAY, SUNDAY = 1, 4, 6
TWO = time(14)
TUESDAYS = Rule(Weekly(frozenset({TUESDAY})))


def nth(weekday: int, *which: int, every: int = 1) -> NthWeekday:
    """The rhythm of these occurrences of a weekday in a month."""
    return NthWeekday(frozenset(which), weekday, every)


def listed(rule: Rule, start: str, count: int = 6) -> list[str]:
    """The first days of a series, as they are written."""
    return [str(day) for day in islice(days(rule, date.fromisoformat(start)), count)]


# Which days


@pytest.mark.parametrize(
    ("rule", "start", "found"),
    [
        (TUESDAYS, "2026-11-02", "2026-11-03 2026-11-10 2026-11-17"),
        (TUESDAYS, "2026-11-03", "2026-11-03 2026-11-10 2026-11-17"),
        (Rule(Weekly(frozenset({1, 3}))), "2026-11-04", "2026-11-05 2026-11-10 2026-11-12"),
        # The weeks count from that of the start, though its Tuesday is over.
        (Rule(Weekly(frozenset({1, 3}), 2)), "2026-11-04", "2026-11-05 2026-11-17 2026-11-19"),
        (Rule(Weekly(frozenset({1}), 2)), "2026-11-04", "2026-11-17 2026-12-01 2026-12-15"),
        # Over the end of a year of 53 weeks, every other week stays every other week.
        (Rule(Weekly(frozenset({1}), 2)), "2026-12-22", "2026-12-22 2027-01-05 2027-01-19"),
        (Rule(nth(TUESDAY, 2)), "2026-11-01", "2026-11-10 2026-12-08 2027-01-12"),
        (Rule(nth(TUESDAY, 2)), "2026-11-11", "2026-12-08 2027-01-12 2027-02-09"),
        (Rule(nth(TUESDAY, 1, 3)), "2026-12-01", "2026-12-01 2026-12-15 2027-01-05"),
        (Rule(nth(FRIDAY, LAST)), "2026-11-01", "2026-11-27 2026-12-25 2027-01-29"),
        # The fourth of four is the last as well, and is no second occurrence.
        (Rule(nth(FRIDAY, 4, LAST)), "2026-11-01", "2026-11-27 2026-12-25 2027-01-22 2027-01-29"),
        (Rule(nth(TUESDAY, 2, every=2)), "2026-11-01", "2026-11-10 2027-01-12 2027-03-09"),
        (Rule(DayOfMonth(15)), "2026-11-16", "2026-12-15 2027-01-15 2027-02-15"),
        (Rule(DayOfMonth(10, 3)), "2026-11-01", "2026-11-10 2027-02-10 2027-05-10"),
        (Rule(DayOfMonth(10, 12)), "2026-11-11", "2027-11-10 2028-11-10"),
    ],
)
def test_the_days_of_a_series(rule: Rule, start: str, found: str) -> None:
    """Each rhythm gives its days from the start on, also across the end of a year."""
    expected = found.split()

    assert listed(rule, start, len(expected)) == expected


def test_a_short_month_has_the_31st_on_its_last_day() -> None:
    """From 31 January on: 28 February, then 31 March again, without drifting; 29 in a leap year."""
    rule = Rule(DayOfMonth(31))

    assert listed(rule, "2027-01-31", 4) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    assert listed(rule, "2028-02-01", 2) == ["2028-02-29", "2028-03-31"]
    assert listed(Rule(DayOfMonth(30)), "2027-02-01", 2) == ["2027-02-28", "2027-03-30"]


def test_a_leap_day_has_its_turn() -> None:
    """29 February is the 29th of its month, the last day, and a fifth Tuesday in 2028."""
    assert listed(Rule(DayOfMonth(29)), "2028-02-01", 1) == ["2028-02-29"]
    assert listed(Rule(DayOfMonth(29)), "2027-02-01", 1) == ["2027-02-28"]
    assert listed(Rule(nth(TUESDAY, LAST)), "2028-02-01", 1) == ["2028-02-29"]
    assert "2028-02-29" in listed(TUESDAYS, "2028-02-15")


# What is left out


def test_the_second_tuesday_but_not_in_august() -> None:
    """What falls into August is left out, and nothing takes its place."""
    rule = Rule(nth(TUESDAY, 2), not_in=frozenset({8}))

    assert listed(rule, "2027-06-01", 4) == ["2027-06-08", "2027-07-13", "2027-09-14", "2027-10-12"]


def test_every_other_week_keeps_its_weeks_across_a_month_left_out() -> None:
    """The weeks are counted on through August: a series does not begin anew after it."""
    kept = listed(Rule(Weekly(frozenset({TUESDAY}), 2)), "2027-07-06", 8)
    without = listed(Rule(Weekly(frozenset({TUESDAY}), 2), not_in=frozenset({8})), "2027-07-06", 4)

    assert without == [day for day in kept if "-08-" not in day][:4]


def test_public_holidays_are_left_out() -> None:
    """In France the 11th of November and the 1st of May are left out, in Dakar the 11th is not."""
    french = Rule(DayOfMonth(11), not_holidays_of="FR")

    assert listed(french, "2026-10-01", 2) == ["2026-10-11", "2026-12-11"]
    assert listed(Rule(DayOfMonth(11), not_holidays_of="SN"), "2026-11-01", 1) == ["2026-11-11"]


def test_a_series_ends_on_its_last_day() -> None:
    """The last day is part of the series."""
    assert listed(Rule(TUESDAYS.rhythm, until=date(2026, 11, 17)), "2026-11-02") == [
        "2026-11-03",
        "2026-11-10",
        "2026-11-17",
    ]


def test_what_is_counted_takes_place() -> None:
    """Six times means six meetings: what is left out does not count."""
    rule = Rule(DayOfMonth(11), not_in=frozenset({12}), not_holidays_of="FR", count=3)

    assert listed(rule, "2026-10-01") == ["2026-10-11", "2027-01-11", "2027-02-11"]


@pytest.mark.parametrize(
    "rule",
    [
        Rule(DayOfMonth(25, 12), not_holidays_of="FR"),  # from December on: always Christmas
        Rule(nth(TUESDAY, 2, every=12), not_in=frozenset({12})),
        Rule(Weekly(frozenset({1}), 52), until=date(2026, 12, 7)),
    ],
)
def test_what_never_happens_ends(rule: Rule) -> None:
    """A rule that leaves out all that it gives has no occurrences, and is not searched for ever."""
    assert occurrences(rule, date(2026, 12, 2), TWO, PARIS, count=6) == ()


@pytest.mark.parametrize(
    "made",
    [
        lambda: Rule(Weekly(frozenset())),
        lambda: Rule(Weekly(frozenset({7}))),
        lambda: Rule(Weekly(frozenset({1}), 0)),
        lambda: Rule(nth(TUESDAY, 5)),
        lambda: Rule(nth(TUESDAY)),
        lambda: Rule(DayOfMonth(0)),
        lambda: Rule(DayOfMonth(32)),
        lambda: Rule(DayOfMonth(1), not_in=frozenset(range(1, 13))),
        lambda: Rule(DayOfMonth(1), not_in=frozenset({13})),
        lambda: Rule(DayOfMonth(1), not_holidays_of="France"),
        lambda: Rule(DayOfMonth(1), count=0),
        lambda: Rule(DayOfMonth(1), until=date(2027, 1, 1), count=3),
    ],
)
def test_what_is_no_rule_is_refused(made: object) -> None:
    """A fifth Tuesday, a 32nd, all twelve months left out: no such rule can be made."""
    assert callable(made)
    with pytest.raises(ValueError, match=r"no |months|last day"):
        made()


# The time on the wall


def walls(zone: str, rule: Rule, start: str, at: time, count: int) -> list[tuple[str, str]]:
    """Wall time and UTC of the first occurrences."""
    found = occurrences(rule, date.fromisoformat(start), at, zone, count=count)
    return [
        (f"{one.resolved.wall:%m-%d %H:%M}", f"{one.resolved.instant:%m-%d %H:%M}") for one in found
    ]


@pytest.mark.parametrize(
    ("zone", "start", "found"),
    [
        (PARIS, "2026-10-20", [("10-20 14:00", "10-20 12:00"), ("10-27 14:00", "10-27 13:00")]),
        (PARIS, "2027-03-23", [("03-23 14:00", "03-23 13:00"), ("03-30 14:00", "03-30 12:00")]),
        (MONTREAL, "2026-10-27", [("10-27 14:00", "10-27 18:00"), ("11-03 14:00", "11-03 19:00")]),
        (MONTREAL, "2027-03-09", [("03-09 14:00", "03-09 19:00"), ("03-16 14:00", "03-16 18:00")]),
        (DAKAR, "2026-10-20", [("10-20 14:00", "10-20 14:00"), ("10-27 14:00", "10-27 14:00")]),
        (REUNION, "2026-10-20", [("10-20 14:00", "10-20 10:00"), ("10-27 14:00", "10-27 10:00")]),
    ],
)
def test_a_series_keeps_its_time_on_the_wall(
    zone: str, start: str, found: list[tuple[str, str]]
) -> None:
    """Two o'clock stays two o'clock on both sides of either night, while the instant moves."""
    assert walls(zone, TUESDAYS, start, TWO, 2) == found


def test_a_time_that_the_spring_night_skips_comes_at_once_after_it() -> None:
    """A series on Sundays at 02:30 meets the spring night at 03:00, once, and goes on at 02:30."""
    rule = Rule(Weekly(frozenset({SUNDAY})))

    assert walls(PARIS, rule, "2027-03-21", time(2, 30), 3) == [
        ("03-21 02:30", "03-21 01:30"),
        ("03-28 03:00", "03-28 01:00"),
        ("04-04 02:30", "04-04 00:30"),
    ]
    assert walls(MONTREAL, rule, "2027-03-14", time(2, 30), 1) == [("03-14 03:00", "03-14 07:00")]


def test_a_time_that_the_autumn_night_shows_twice_is_the_first() -> None:
    """Of the two 02:30 of the night on which clocks go back, a series takes the first."""
    rule = Rule(Weekly(frozenset({SUNDAY})))

    assert walls(PARIS, rule, "2026-10-25", time(2, 30), 2) == [
        ("10-25 02:30", "10-25 00:30"),
        ("11-01 02:30", "11-01 01:30"),
    ]
    assert walls(MONTREAL, rule, "2026-11-01", time(1, 30), 1) == [("11-01 01:30", "11-01 05:30")]


def test_the_day_names_an_occurrence_also_where_its_time_is_skipped() -> None:
    """Where midnight itself is skipped, the occurrence is still that of its day."""
    cairo = occurrences(
        Rule(Weekly(frozenset({FRIDAY}))), date(2027, 4, 30), time(0), "Africa/Cairo", count=1
    )[0]

    assert cairo.day == date(2027, 4, 30)
    assert cairo.resolved.wall == datetime.fromisoformat("2027-04-30 01:00")


# Properties

numbers = st.integers
rhythms = st.one_of(
    st.builds(Weekly, st.frozensets(numbers(0, 6), min_size=1), numbers(1, 8)),
    st.builds(
        NthWeekday,
        st.frozensets(st.sampled_from((1, 2, 3, 4, LAST)), min_size=1),
        numbers(0, 6),
        numbers(1, 12),
    ),
    st.builds(DayOfMonth, numbers(1, 31), numbers(1, 12)),
)
dates = st.dates(date(2024, 1, 1), date(2031, 12, 31))
ends = st.one_of(
    st.just({}),
    st.builds(lambda day: {"until": day}, dates),
    st.builds(lambda count: {"count": count}, numbers(1, 20)),
)
rules = st.builds(
    lambda rhythm, not_in, country, end: Rule(rhythm, not_in, country, **end),
    rhythms,
    st.frozensets(numbers(1, 12), max_size=11),
    st.sampled_from(("", "FR", "CA-QC", "SN", "RE")),
    ends,
)
zones = st.sampled_from(
    (PARIS, MONTREAL, DAKAR, REUNION, "Australia/Lord_Howe", "Africa/Cairo", "America/Havana")
)
times = st.builds(time, numbers(0, 23), numbers(0, 59))


@given(rules, dates, times, zones)
def test_a_series_goes_forward_and_leaves_out_what_it_says(
    rule: Rule, start: date, at: time, zone: str
) -> None:
    """Each occurrence is later than the one before, and none is where the rule says there is none."""
    found = occurrences(rule, start, at, zone, count=30)

    assert all(one.day < other.day for one, other in pairwise(found))
    assert all(one.resolved.instant < other.resolved.instant for one, other in pairwise(found))
    for one in found:
        assert one.day >= start
        assert one.day.month not in rule.not_in
        assert not is_holiday(one.day, rule.not_holidays_of)
        assert rule.until is None or one.day <= rule.until
    assert rule.count is None or len(found) <= rule.count


@given(rules, dates, times, zones)
def test_the_time_on_the_wall_is_constant(rule: Rule, start: date, at: time, zone: str) -> None:
    """Every occurrence is at the same time on the wall of its day, unless the clocks skip it."""
    for one in occurrences(rule, start, at, zone, count=30):
        wall = datetime.combine(one.day, at)
        assert one.resolved.wall == local(one.resolved.instant, zone)
        if one.resolved.kind is WallKind.gap:
            assert wall < one.resolved.wall <= wall + timedelta(hours=1)
        else:
            assert one.resolved.wall == wall


@given(rules, dates, dates, times, zones)
def test_what_comes_after_a_day_is_the_rest_of_the_same_series(
    rule: Rule, start: date, after: date, at: time, zone: str
) -> None:
    """Asked later, the series is the same: `after` cuts its beginning off, and changes nothing."""
    whole = occurrences(rule, start, at, zone, count=60)
    rest = occurrences(rule, start, at, zone, after=after, count=60)
    left = [one for one in whole if one.day > after]

    assert list(rest[: len(left)]) == left


@given(rules)
def test_a_rule_packed_and_unpacked_is_the_same(rule: Rule) -> None:
    """The text in the database says all of the rule."""
    assert unpack(pack(rule)) == rule


@given(rhythms, st.frozensets(numbers(1, 12), max_size=11), dates)
@example(DayOfMonth(31), frozenset({3}), date(2027, 1, 31))
def test_the_days_are_those_of_dateutil(
    rhythm: Weekly | NthWeekday | DayOfMonth, not_in: frozenset[int], start: date
) -> None:
    """The packed rule, read as the standard's by another library, gives the same days."""
    rule = Rule(rhythm, not_in, until=start + timedelta(days=1500))
    theirs = rrulestr(pack(rule), dtstart=datetime.combine(start, time(0)))

    assert list(days(rule, start)) == [one.date() for one in theirs]


@pytest.mark.parametrize(
    ("rule", "packed"),
    [
        (TUESDAYS, "FREQ=WEEKLY;BYDAY=TU"),
        (Rule(nth(TUESDAY, 1, 3, LAST)), "FREQ=MONTHLY;BYDAY=1TU,3TU,-1TU"),
        (
            Rule(DayOfMonth(31, 2), until=date(2027, 6, 30)),
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;UNTIL=20270630",
        ),
        (
            Rule(nth(TUESDAY, 2), MONTHS - {7, 8}, "CA-QC", count=6),
            "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=7,8;COUNT=6;X-NOT-HOLIDAYS-OF=CA-QC",
        ),
    ],
)
def test_a_rule_is_written_as_the_standard_has_it(rule: Rule, packed: str) -> None:
    """The text is stable: what is in a database today is read tomorrow."""
    assert pack(rule) == packed
    assert unpack(packed) == rule


@given(
    st.text() | st.from_regex(r"FREQ=(WEEKLY|MONTHLY)(;[A-Z-]+=[-,A-Z0-9]*){0,3}", fullmatch=True)
)
@example("")
@example("FREQ=DAILY")
@example("FREQ=WEEKLY;BYDAY=TU;INTERVAL=2")
@example("FREQ=MONTHLY;BYDAY=1TU,2WE")
def test_no_other_text_is_taken_for_a_rule(packed: str) -> None:
    """Whatever was not written by `pack` is refused, or says exactly what it means."""
    try:
        rule = unpack(packed)
    except ValueError:
        return
    assert pack(rule) == packed


def test_the_instants_are_in_utc() -> None:
    """Instants come aware and in UTC, as everywhere."""
    one = occurrences(TUESDAYS, date(2026, 11, 3), TWO, PARIS, count=1)[0]

    assert one.resolved.instant == datetime(2026, 11, 3, 13, tzinfo=UTC)
    assert one.resolved.instant.tzinfo is UTC
