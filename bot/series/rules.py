"""Which dates of a series come next, which one was missed, and which are left out: pure functions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.recurrence_words import Recurring
from scheduling.calendar import local, resolve
from scheduling.public_holidays import is_holiday
from scheduling.recurrence import Occurrence, Rule, days, occurrences

_DAY = timedelta(days=1)


def coming(
    found: Recurring, now: datetime, count: int, after: date | None = None
) -> tuple[Occurrence, ...]:
    """The next `count` occurrences whose instant is to come, among the days after `after`."""
    today = local(now, found.zone).date()
    since = today - _DAY if after is None else max(after, today - _DAY)
    some = occurrences(
        found.rule, found.start, found.at, found.zone, after=since, count=count + 2
    )  # at most today's and, where a clock skips a day, yesterday's are over
    return tuple(each for each in some if each.resolved.instant > now)[:count]


def missed(found: Recurring, now: datetime, after: date) -> Occurrence | None:
    """The latest occurrence that has come since the day `after`, whatever came in between.

    After weeks without power one is made up for, and no more (22 A3).
    """
    latest: Occurrence | None = None
    for day in days(found.rule, found.start):
        if day <= after:
            continue
        resolved = resolve(datetime.combine(day, found.at), found.zone)
        if resolved.instant > now:
            break
        latest = Occurrence(day, resolved)
    return latest


def before(found: Recurring, until: date, count: int) -> tuple[date, ...]:
    """The last `count` days of a series before a day, in order; fewer where there are not so many."""
    latest: deque[date] = deque(maxlen=count)
    for day in days(found.rule, found.start):
        if day >= until:
            break
        latest.append(day)
    return tuple(latest)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that the rhythm gives and the rule leaves out: for its month, or as a public holiday."""

    day: date
    month: bool


def left_out(found: Recurring, since: date, until: date) -> Iterator[LeftOut]:
    """What is left out from `since` to `until`, in order; of a month, its first day alone."""
    rule = found.rule
    start = min(found.start, since) if rule.rhythm.every == 1 else found.start
    told: set[tuple[int, int]] = set()
    for day in days(Rule(rule.rhythm), start):
        if day > until:
            return
        month = (day.year, day.month)
        if day < since or month in told:
            continue
        if day.month in rule.not_in:
            told.add(month)
            yield LeftOut(day, month=True)
        elif is_holiday(day, rule.not_holidays_of):
            yield LeftOut(day, month=False)
