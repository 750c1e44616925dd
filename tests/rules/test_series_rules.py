"""Which dates of a series come next, which one was missed, and which are left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recurrence_words import Recurring
from bot.series.rules import LeftOut, coming, left_out, missed
from scheduling.calendar import local
from scheduling.recurrence import LAST, DayOfMonth, NthWeekday, Rule, Weekly, days

ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Indian/Reunion")
MONDAY, TUESDAY, FRIDAY = 0, 1, 4

hours = st.times(min_value=time(4), max_value=time(23, 59)).map(lambda t: t.replace(second=0))
rhythms = st.one_of(
    st.builds(
        Weekly, st.frozensets(st.integers(0, 6), min_size=1, max_size=3), every=st.integers(1, 4)
    ),
    st.builds(
        NthWeekday,
        st.frozensets(st.sampled_from((1, 2, 3, 4, LAST)), min_size=1, max_size=2),
        st.integers(0, 6),
    ),
    st.builds(DayOfMonth, st.integers(1, 31)),
)
some_rules = st.builds(
    Rule,
    rhythms,
    not_in=st.frozensets(st.integers(1, 12), max_size=3),
    not_holidays_of=st.sampled_from(("", "FR")),
)
found_ones = st.builds(
    Recurring,
    some_rules,
    st.dates(date(2026, 1, 1), date(2028, 3, 1)),
    hours.map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(ZONES),
)
instants = st.datetimes(
    datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2028-12-31")
).map(lambda at: at.replace(tzinfo=UTC))


def weekly(
    weekday: int, at: str = "09:00", zone: str = "Europe/Paris", **rule: object
) -> Recurring:
    """Each week from the beginning of 2026 on."""
    made = Rule(Weekly(frozenset({weekday})), **rule)  # type: ignore[arg-type]  # a rule's own parts
    return Recurring(made, date(2026, 1, 1), time.fromisoformat(at), zone)


def utc(written: str) -> datetime:
    """An instant written as 2026-11-02 09:00, in UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def until(found: Recurring, last: date) -> list[date]:
    """Every day that the rule gives, until one."""
    return list(takewhile(lambda day: day <= last, days(found.rule, found.start)))


@given(found_ones, instants)
def test_what_comes_is_to_come_in_order_and_at_its_hour(found: Recurring, now: datetime) -> None:
    """Each date is after now and after the one before, and the clock on the wall shows the hour."""
    some = coming(found, now, 6)

    instants_of = [each.resolved.instant for each in some]
    assert instants_of == sorted(set(instants_of))
    assert all(at > now for at in instants_of)
    for each in some:
        assert local(each.resolved.instant, found.zone) == datetime.combine(each.day, found.at)
    between = until(found, some[-1].day) if some else []
    past = [day for day in between if day not in {each.day for each in some}]
    assert all(datetime.combine(day, found.at) <= local(now, found.zone) for day in past)


@given(found_ones, instants, st.integers(0, 200))
def test_of_what_was_missed_the_latest_is_made_up_for(
    found: Recurring, now: datetime, ago: int
) -> None:
    """Everything that came since is older; nothing that came since means nothing to make up."""
    after = local(now, found.zone).date() - timedelta(ago)
    latest = missed(found, now, after)

    wall = local(now, found.zone)
    due = [
        day
        for day in until(found, wall.date())
        if day > after and datetime.combine(day, found.at) <= wall
    ]
    assert (latest.day if latest else None) == (max(due) if due else None)


@given(found_ones, instants)
def test_once_made_it_is_not_missed_again(found: Recurring, now: datetime) -> None:
    """What is done until a day makes nothing of that day a second time."""
    latest = missed(found, now, local(now, found.zone).date() - timedelta(60))
    if latest is not None:
        assert missed(found, now, latest.day) is None


@given(found_ones)
def test_a_day_either_comes_or_is_left_out(found: Recurring) -> None:
    """Between the dates, nothing is left out that comes, and each is left out for its reason."""
    end = found.start + timedelta(200)
    comes = set(until(found, end))
    out = list(left_out(found, found.start, end))

    assert not comes & {each.day for each in out}
    assert all((each.day.month in found.rule.not_in) == each.month for each in out)
    assert [each.day for each in out] == sorted({each.day for each in out})


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/Paris", "2026-10-19 07:00", "2026-10-26 08:00"),
        ("Europe/Paris", "2027-03-22 08:00", "2027-03-29 07:00"),
        ("America/Montreal", "2026-10-26 13:00", "2026-11-02 14:00"),
        ("Africa/Dakar", "2026-10-19 09:00", "2026-10-26 09:00"),
        ("Indian/Reunion", "2026-10-19 05:00", "2026-10-26 05:00"),
    ],
)
def test_nine_is_nine_on_both_sides_of_the_night(zone: str, before: str, after: str) -> None:
    """A series without end keeps its time on the wall; the instant moves with the clock (R1)."""
    found = weekly(MONDAY, zone=zone)
    first, second = coming(found, utc(before) - timedelta(minutes=1), 2)

    assert first.resolved.instant == utc(before)
    assert second.resolved.instant == utc(after)


def test_in_the_spring_gap_it_comes_when_the_clock_goes_on() -> None:
    """Half past two does not exist on 28 March 2027: it comes at three, and at half past two again."""
    found = weekly(6, at="02:30")
    gap, next_one = coming(found, utc("2027-03-27 12:00"), 2)

    assert (gap.day, gap.resolved.instant) == (date(2027, 3, 28), utc("2027-03-28 01:00"))
    assert next_one.resolved.instant == utc("2027-04-04 00:30")


def test_a_doubled_hour_comes_once() -> None:
    """Half past two comes twice on 25 October 2026; it is made at the first, and that is all."""
    found = weekly(6, at="02:30")
    assert missed(found, utc("2026-10-25 00:29"), date(2026, 10, 18)) is None
    first = missed(found, utc("2026-10-25 00:30"), date(2026, 10, 18))

    assert first is not None
    assert missed(found, utc("2026-10-25 01:30"), first.day) is None


@pytest.mark.parametrize(
    ("rhythm", "now", "next_days"),
    [
        (DayOfMonth(31), "2028-02-01 12:00", ["2028-02-29", "2028-03-31"]),
        (DayOfMonth(29), "2027-02-01 12:00", ["2027-02-28", "2027-03-29"]),
        (NthWeekday(frozenset({LAST}), FRIDAY), "2026-12-26 12:00", ["2027-01-29", "2027-02-26"]),
        (Weekly(frozenset({FRIDAY})), "2026-12-30 12:00", ["2027-01-01", "2027-01-08"]),
    ],
    ids=["leap day", "no leap day", "year's end, monthly", "year's end, weekly"],
)
def test_leap_days_and_the_end_of_the_year(
    rhythm: Weekly | NthWeekday | DayOfMonth, now: str, next_days: list[str]
) -> None:
    """The calendar's corners hold no surprise."""
    found = Recurring(Rule(rhythm), date(2026, 1, 1), time(9), "Europe/Paris")

    assert [str(each.day) for each in coming(found, utc(now), 2)] == next_days


def test_a_month_left_out_is_said_once_and_a_holiday_by_its_day() -> None:
    """Four Tuesdays of August make one line; 14 July is a Tuesday in 2026."""
    found = weekly(TUESDAY, not_in=frozenset({8}), not_holidays_of="FR")

    assert list(left_out(found, date(2026, 7, 1), date(2026, 9, 30))) == [
        LeftOut(date(2026, 7, 14), month=False),
        LeftOut(date(2026, 8, 4), month=True),
    ]


def test_what_is_over_comes_no_more() -> None:
    """After its last day, or its last time, there is nothing to come and nothing to make up."""
    found = weekly(MONDAY, until=date(2026, 11, 9))
    assert [str(each.day) for each in coming(found, utc("2026-11-02 12:00"), 6)] == ["2026-11-09"]
    assert coming(found, utc("2026-11-09 12:00"), 6) == ()

    thrice = weekly(MONDAY, count=3)
    assert missed(thrice, utc("2026-11-02 12:00"), date(2026, 1, 19)) is None
