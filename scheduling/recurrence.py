"""What comes again: every second Tuesday at two, but not in August; its days and their instants.

A rule speaks of days on the calendar, so that a series keeps its time on the wall when the clock
changes. The day that the rule gives names an occurrence within its series, wherever that one is
moved later.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduling.calendar import Resolved, resolve
from scheduling.public_holidays import is_holiday

LAST = -1
"""The last such weekday of a month, whether it is the fourth or the fifth."""

MONTHS = frozenset(range(1, 13))

_WEEK = timedelta(weeks=1)
_PATIENCE = timedelta(days=3653)  # a series that keeps silent for ten years is over
_END = date(9990, 1, 1)
_COUNTRY = re.compile("(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?")


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every so many weeks on these weekdays (Monday is 0); weeks count from that of the start."""

    weekdays: frozenset[int]
    every: int = 1


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first to fourth or the last of a weekday in every so many months: {2}, {1, 3}, {LAST}."""

    nth: frozenset[int]
    weekday: int
    every: int = 1


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The same day in every so many months.

    Rule: a month that is too short has it on its last day, and the next one on its own again: the
    31st is 28 February, then 31 March. So the 31st is the last day of every month.
    """

    day: int
    every: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """How something comes again, and when it does not.

    What falls into a month of `not_in`, or on a public holiday of the country `not_holidays_of`, is
    left out, and nothing takes its place. `until` is the last day; `count` counts what takes place.
    """

    rhythm: Weekly | NthWeekday | DayOfMonth
    not_in: frozenset[int] = frozenset()
    not_holidays_of: str = ""
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no rule. Raises ValueError."""
        match self.rhythm:
            case Weekly(weekdays, every):
                fits = bool(weekdays) and weekdays <= set(range(7)) and 1 <= every <= 52
            case NthWeekday(nth, weekday, every):
                fits = bool(nth) and nth <= {1, 2, 3, 4, LAST} and 0 <= weekday <= 6
                fits = fits and 1 <= every <= 12
            case DayOfMonth(day, every):
                fits = 1 <= day <= 31 and 1 <= every <= 12
        if not fits:
            raise ValueError(f"no rhythm: {self.rhythm}")
        if not self.not_in < MONTHS:
            raise ValueError("the months left out are numbers from 1 to 12, and not all of them")
        if not _COUNTRY.fullmatch(self.not_holidays_of):
            raise ValueError(f"no country: {self.not_holidays_of}")
        if (self.until and self.count) or (self.count is not None and self.count < 1):
            raise ValueError("a series has a last day, or a count from 1 on, or neither")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time: the day that the rule gives, which is its name in the series, and its instant."""

    day: date
    resolved: Resolved


def occurrences(
    rule: Rule, start: date, at: time, zone: str, *, after: date | None = None, count: int
) -> tuple[Occurrence, ...]:
    """Give up to `count` occurrences of a series that starts on `start`, those after `after`.

    Always at the wall time `at` of `zone`, whatever the clock does; in a gap the first instant
    after it, and of a doubled time the first.
    """
    found: list[Occurrence] = []
    for day in days(rule, start):
        if len(found) >= count:
            break
        if after is None or day > after:
            found.append(Occurrence(day, resolve(datetime.combine(day, at), zone)))
    return tuple(found)


def days(rule: Rule, start: date) -> Iterator[date]:
    """Give the days of a series from `start` on, in order; a rule that never happens gives none."""
    left, last = rule.count, start
    until = min(rule.until or _END, _END)
    for day in _rhythm(rule.rhythm, start):
        if day > until or day - last > _PATIENCE or left == 0:
            return
        if day < start or day.month in rule.not_in:
            continue
        if rule.not_holidays_of and is_holiday(day, rule.not_holidays_of):
            continue
        yield day
        last = day
        left = left - 1 if left is not None else None


def _rhythm(rhythm: Weekly | NthWeekday | DayOfMonth, start: date) -> Iterator[date]:
    """Give all days of a rhythm, from the first of the week or month of `start` on."""
    match rhythm:
        case Weekly(weekdays, every):
            week = start - timedelta(start.weekday())
            ahead = [timedelta(weekday) for weekday in sorted(weekdays)]
            while week < _END:
                for days_ahead in ahead:
                    yield week + days_ahead
                week += every * _WEEK
        case NthWeekday(nth, weekday, every):
            for year, month in _months(start, every):
                yield from _nth(year, month, nth, weekday)
        case DayOfMonth(day, every):
            for year, month in _months(start, every):
                yield date(year, month, min(day, monthrange(year, month)[1]))


def _months(start: date, every: int) -> Iterator[tuple[int, int]]:
    for month in range(start.year * 12 + start.month - 1, _END.year * 12, every):
        yield month // 12, month % 12 + 1


def _nth(year: int, month: int, nth: frozenset[int], weekday: int) -> list[date]:
    """Give the first, second, last ... `weekday` of a month, each day once, in order."""
    begins, length = monthrange(year, month)
    first = 1 + (weekday - begins) % 7
    last = first + (length - first) // 7 * 7
    found = {last if each == LAST else first + 7 * (each - 1) for each in nth}
    return [date(year, month, day) for day in sorted(found)]


# As text

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOLIDAYS = "X-NOT-HOLIDAYS-OF"


def pack(rule: Rule) -> str:
    """Write a rule as text for the database: the recurrence rule of RFC 5545, and no prefix.

    Months left out are the others listed; the 31st is the last of the days 28 to 31. Public
    holidays, of which the standard knows nothing, are a part of our own at the end.
    """
    match rule.rhythm:
        case Weekly(weekdays, every):
            parts = [("FREQ", "WEEKLY"), *_every(every)]
            parts += [("BYDAY", _listed(_WEEKDAYS[each] for each in sorted(weekdays)))]
        case NthWeekday(nth, weekday, every):
            parts = [("FREQ", "MONTHLY"), *_every(every)]
            inside = sorted(nth, key=lambda each: each % 5)  # the last comes last
            parts += [("BYDAY", _listed(f"{each}{_WEEKDAYS[weekday]}" for each in inside))]
        case DayOfMonth(day, every):
            parts = [("FREQ", "MONTHLY"), *_every(every)]
            parts += [("BYMONTHDAY", _listed(range(min(day, 28), day + 1)))]
            parts += [("BYSETPOS", "-1")] if day > 28 else []
    if rule.not_in:
        parts.append(("BYMONTH", _listed(sorted(MONTHS - rule.not_in))))
    if rule.until is not None:
        parts.append(("UNTIL", f"{rule.until:%Y%m%d}"))
    if rule.count is not None:
        parts.append(("COUNT", str(rule.count)))
    if rule.not_holidays_of:
        parts.append((_HOLIDAYS, rule.not_holidays_of))
    return ";".join(f"{name}={value}" for name, value in parts)


def unpack(packed: str) -> Rule:
    """Read a rule that `pack` wrote. Raises ValueError for any other text."""
    parts = dict(part.partition("=")[::2] for part in packed.split(";"))
    try:
        rule = Rule(
            _unpacked(parts),
            not_in=MONTHS - set(_numbers(parts["BYMONTH"])) if "BYMONTH" in parts else frozenset(),
            not_holidays_of=parts.get(_HOLIDAYS, ""),
            until=date.fromisoformat(parts["UNTIL"]) if "UNTIL" in parts else None,
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
        )
    except (KeyError, ValueError) as problem:
        raise ValueError(f"no rule: {packed}") from problem
    if pack(rule) != packed:
        raise ValueError(f"no rule: {packed}")
    return rule


def _unpacked(parts: dict[str, str]) -> Weekly | NthWeekday | DayOfMonth:
    every = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "WEEKLY":
        return Weekly(frozenset(map(_WEEKDAYS.index, parts["BYDAY"].split(","))), every)
    if "BYDAY" in parts:
        listed = parts["BYDAY"].split(",")
        nth = frozenset(int(each[:-2]) for each in listed)
        return NthWeekday(nth, _WEEKDAYS.index(listed[0][-2:]), every)
    return DayOfMonth(_numbers(parts["BYMONTHDAY"])[-1], every)


def _every(every: int) -> list[tuple[str, str]]:
    return [("INTERVAL", str(every))] if every > 1 else []


def _listed(values: Iterable[object]) -> str:
    return ",".join(map(str, values))


def _numbers(listed: str) -> list[int]:
    return [int(each) for each in listed.split(",")]
