"""What words for a day or an hour may mean: every meaning, so that nothing is chosen in silence.

`lengths`, `days` and `clocks` read a phrase brought to one spelling by `bot.date_words.spell`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from bot.date_words import MONTHS, ORDINALS, PARTS, WEEKDAYS, Misread, Span, any_of, span


@dataclass(frozen=True, slots=True)
class Day:
    """A day that some words may mean; with `why`, one that they cannot, and which to propose.

    `tongue` is the language in which the words mean it, where the other reads them differently.
    """

    on: date
    tongue: str = ""
    why: Misread | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that some words may mean; `end` is the midnight that ends the day."""

    hour: int
    minute: int = 0
    end: bool = False
    midnight: bool = (
        False  # "midnight" alone: the words do not say whether it begins or ends the day
    )
    loose: bool = False  # "8h": in the evening it is 20:00
    vague: bool = False  # "at 8": without a part of the day nobody knows
    wrong: bool = False


_NAMED_DAYS = {"today": 0, "tomorrow": 1, "aftertomorrow": 2, "yesterday": -1}
_WD, _MO, _NTH, _PART = any_of(WEEKDAYS), any_of(MONTHS), any_of(ORDINALS), any_of(PARTS)


# Lengths

_AHEAD = re.compile(r"(?:in |dans |\+ ?)(?P<length>.+)|(?P<until>.+) from now")
_GONE = re.compile(r"(?P<length>.+) ago|il y a (?P<since>.+)")
_OF_SPEECH = {"huit jours": (7, 8), "quinze jours": (14, 15)}
_LIKE_A_CLOCK = re.compile(r"(?:[89]|1[0-9]|2[0-3]) ?h ?(?:[0-9]{2})?")


def lengths(text: str) -> Iterator[Span]:
    """Take "+3d", "dans 2 heures", "in a week", "3 jours"; give every length from now it may mean.

    Alone, "14h" is an hour of the day, "48h" a length, and "2h" may be either.
    """
    ahead = _AHEAD.fullmatch(text)
    words = (ahead["length"] or ahead["until"]) if ahead else text
    if words in _OF_SPEECH:
        yield from (Span(days=count) for count in _OF_SPEECH[words])
    elif ahead or not _LIKE_A_CLOCK.fullmatch(words):
        length = span(words)
        if length is not None:
            yield length


def length_ahead(text: str) -> Span | None:
    """Take "in 3 days", "dans 3 jours", "+3d", give the length; None without its first word."""
    ahead = _AHEAD.fullmatch(text)
    return span(ahead["length"] or ahead["until"]) if ahead else None


def is_gone(text: str) -> bool:
    """Say whether the words look back: "2 days ago", "il y a 2 jours"."""
    gone = _GONE.fullmatch(text)
    return gone is not None and span(gone["length"] or gone["since"]) is not None


# Days

_Y = r"(?P<year>[0-9]{4})"
_D = r"(?P<day>[0-9]{1,2})"
_SUFFIX = r"(?:er|e|eme|st|nd|rd|th)"
_ARTICLE = re.compile(r"(?:on the|on|the|le) ")
_ISO = re.compile(rf"{_Y}([-/])(?P<month>[0-9]{{2}})\2(?P<day>[0-9]{{2}})")
_NUMERIC = re.compile(
    r"([0-9]{1,2})(?:/([0-9]{1,2})(?:/(?P<year>[0-9]{4}|[0-9]{2}))?"
    r"|([.-])([0-9]{1,2})\4(?P<full>[0-9]{4}))"
)
_DAY_MONTH = re.compile(rf"{_D}{_SUFFIX}?(?: of| de)? (?P<month>{_MO})(?: {_Y})?")
_MONTH_DAY = re.compile(rf"(?P<month>{_MO}) {_D}{_SUFFIX}?(?: {_Y})?")
_NUMBERED = re.compile(rf"{_D}{_SUFFIX}?")
_ORDINAL_DAY = re.compile(rf"{_D}{_SUFFIX}")
_WEEKDAY = re.compile(
    rf"(?P<before>this |ce |prochain |next week |next |1 week on |1 week from )?(?P<weekday>{_WD})"
    r"(?P<after> prochain| next week| en huit| en quinze| week)?"
)
_OF = rf"(?: of| de| in)? (?:(?P<next>next month)|(?P<here>month)|(?P<month>{_MO})(?: {_Y})?)"
_NTH_WEEKDAY = re.compile(rf"(?P<nth>{_NTH}) (?P<weekday>{_WD}){_OF}")
_END = re.compile(rf"end{_OF}")


def days(text: str, today: date) -> Iterator[Day]:
    """Take the spelled words for a day, give every day that they may mean."""
    article = _ARTICLE.match(text)
    bare = text[article.end() :] if article else text
    first, _, rest = bare.partition(" ")
    if first in WEEKDAYS and rest:
        yield from _agreeing(*WEEKDAYS[first], _inner(rest, today))
    if article or _ORDINAL_DAY.fullmatch(bare):
        yield from _numbered(bare, today)
    yield from chain(_named(bare, today), _dated(bare, today), _in_month(bare, today))


def _inner(text: str, today: date) -> list[Day]:
    article = _ARTICLE.match(text)
    bare = text[article.end() :] if article else text
    return [*_dated(bare, today), *_numbered(bare, today)]


def _agreeing(weekday: int, tongue: str, found: list[Day]) -> Iterator[Day]:
    """Rule: a weekday that disagrees with its date is refused; of two dates it picks its own."""
    agreeing = [day for day in found if day.why or day.on.weekday() == weekday]
    for day in agreeing:
        yield Day(day.on, tongue, day.why)
    if not agreeing:
        for day in found:
            yield Day(day.on, tongue, Misread.ambiguous)


def _named(text: str, today: date) -> Iterator[Day]:
    """Read "tomorrow", "tuesday", "mardi prochain", "tuesday next week", "mardi en huit"."""
    if text in _NAMED_DAYS:
        yield Day(today + timedelta(_NAMED_DAYS[text]))
    found = _WEEKDAY.fullmatch(text)
    if not found or (found["before"] and found["after"]):
        return
    weekday, tongue = WEEKDAYS[found["weekday"]]
    ahead = (weekday - today.weekday() - 1) % 7 + 1  # a weekday is never today
    match (found["before"] or found["after"] or "").strip():
        case "" | "prochain":
            choices = [ahead]
        case "this" | "ce":
            choices = [ahead] if ahead < 7 else [0, 7]
        case "next":
            # English speakers do not agree on "next Friday" while this week's is to come.
            choices = [ahead] if ahead > 6 - today.weekday() else [ahead + 7, ahead]
        case "next week":
            choices = [7 - today.weekday() + weekday]
        case "en quinze":
            choices = [ahead + 14] if ahead < 7 else [14, 21]
        case _:
            choices = [ahead + 7] if ahead < 7 else [7, 14]
    for choice in choices:
        yield Day(today + timedelta(choice), tongue)


def _dated(text: str, today: date) -> Iterator[Day]:
    """Read "2026-11-03", "03/11", "3 nov", "nov 3 2026"."""
    if found := _ISO.fullmatch(text):
        yield _day(int(found["year"]), int(found["month"]), int(found["day"]))
    elif found := _NUMERIC.fullmatch(text):
        first, second = int(found[1]), int(found[2] or found[5])
        year = found["full"] or found["year"] or ""
        full = int("20" + year if len(year) == 2 else year) if year else None
        orders = [(first, second, "fr"), (second, first, "")]
        valid = [order for order in orders if order[1] <= 12 and order[0] <= 31]
        if first == second or not valid:
            valid = orders[:1]
        for number, month, tongue in valid:
            yield _dayed(number, month, full, today, tongue)
    elif found := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        month, tongue = MONTHS[found["month"]]
        year = found["year"]
        yield _dayed(int(found["day"]), month, int(year) if year else None, today, tongue)


def _numbered(text: str, today: date) -> Iterator[Day]:
    """Read "le 15": this month's if it is not over, else next month's."""
    if found := _NUMBERED.fullmatch(text):
        number = int(found["day"])
        ahead = 1 if number < today.day else 0
        yield _day(*_month_ahead(today, ahead), number)


def _in_month(text: str, today: date) -> Iterator[Day]:
    """Read "first tuesday of december", "end of month"."""
    found = _NTH_WEEKDAY.fullmatch(text) or _END.fullmatch(text)
    if not found:
        return
    if found["month"]:
        month = MONTHS[found["month"]][0]
        years = [int(found["year"])] if found["year"] else [today.year, today.year + 1]
        months = [(year, month) for year in years]
    else:
        months = [_month_ahead(today, 1 if found["next"] else 0)]
    named = found.groupdict()
    read = [
        _nth(year, month, WEEKDAYS[named["weekday"]][0], ORDINALS[named["nth"]])
        if "weekday" in named
        else _day(year, month, 31, last=True)
        for year, month in months
    ]
    yield next((day for day in read if day.on >= today), read[0])


def _nth(year: int, month: int, weekday: int, nth: int) -> Day:
    end = _day(year, month, 31, last=True)
    if nth < 0 or end.why:
        return Day(end.on - timedelta((end.on.weekday() - weekday) % 7), why=end.why)
    first = end.on.replace(day=1)
    return Day(first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1)))


def _dayed(number: int, month: int, year: int | None, today: date, tongue: str) -> Day:
    """Rule: a day and month without a year that are over this year are next year's."""
    if year is None:
        year = today.year + ((month, number) < (today.month, today.day))
    return _day(year, month, number, tongue=tongue)


def _day(year: int, month: int, number: int, *, last: bool = False, tongue: str = "") -> Day:
    """Give the day; if there is none, the nearest one before as a proposal."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return Day(date.min, tongue, Misread.too_far if year > 9998 else Misread.impossible)
    longest = monthrange(year, month)[1]
    if number > longest or number < 1:
        nearest = date(year, month, min(max(number, 1), longest))
        return Day(nearest, tongue, None if last else Misread.impossible)
    return Day(date(year, month, number), tongue)


def months_later(day: date, months: int) -> Day:
    """Give the same day of the month so many months later; if there is none, the one before it."""
    return _day(*_month_ahead(day, months), day.day)


def _month_ahead(today: date, months: int) -> tuple[int, int]:
    count = today.year * 12 + today.month - 1 + months
    return count // 12, count % 12 + 1


# Hours

_AT = re.compile(r"(?:at |a |@ ?)")
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:h|heures?) ?([0-9]{2})?")
_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_TWELVE = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?([ap])m")
_BARE = re.compile(r"([0-9]{1,2})( o'?clock)?")
_PART_FIRST = re.compile(rf"(?P<part>{_PART})(?: (?P<clock>.+))?")
_PART_LAST = re.compile(rf"(?P<clock>.+) (?P<part>{_PART})")


def clocks(text: str) -> Iterator[Clock]:
    """Take the spelled words for a time of day, give every time that they may mean.

    Alone, the morning is 09:00, the afternoon 14:00 and the evening 18:00.
    """
    found = _PART_FIRST.fullmatch(text) or _PART_LAST.fullmatch(text)
    if found is None:
        for clock in _clocks(text):
            yield from _halves(clock)
        return
    alone, earliest, latest = PARTS[found["part"]]
    if found["clock"] is not None:
        for clock in _clocks(found["clock"]):
            if not (clock.midnight and not clock.end):
                yield _in_part(clock, earliest, latest)
    elif alone is not None:
        yield Clock(alone)


def _in_part(clock: Clock, earliest: int, latest: int) -> Clock:
    """Rule: "ce soir à 8h" is 20:00; "ce matin 14h" contradicts itself."""
    if clock.end and latest == 23:
        return clock
    if clock.end or clock.wrong or earliest <= clock.hour <= latest:
        return Clock(clock.hour, clock.minute, wrong=clock.end or clock.wrong)
    hour = clock.hour + 12 if clock.loose and 1 <= clock.hour < 12 else clock.hour
    return Clock(hour, clock.minute, wrong=not earliest <= hour <= latest)


def _halves(clock: Clock) -> Iterator[Clock]:
    """Rule: "at 8" and "2:30" may be before noon or after; "8h", "02:30" and "8:30" may not."""
    if not clock.vague:
        yield clock
        return
    halves = [Clock(clock.hour, clock.minute), Clock(clock.hour + 12, clock.minute)]
    yield from halves if clock.hour > 7 else reversed(halves)


def _clocks(text: str) -> Iterator[Clock]:
    at = _AT.match(text)
    bare = text[at.end() :] if at else text
    if bare in ("midnight", "12am", "12 am"):
        yield Clock(0, midnight=True)
        yield Clock(0, midnight=True, end=True)
    elif bare == "noon":
        yield Clock(12)
    elif found := _TWELVE.fullmatch(bare):
        hour, minute = int(found[1]), int(found[2] or 0)
        wrong = not 1 <= hour <= 12 or minute > 59
        yield Clock(hour % 12 + 12 * (found[3] == "p"), minute, wrong=wrong)
    elif found := _HOURS.fullmatch(bare) or _COLON.fullmatch(bare):
        yield _counted(found[1], int(found[2] or 0), vague_until=7 if ":" in bare else 0)
    elif (found := _BARE.fullmatch(bare)) and (at or found[2]):
        yield _counted(found[1], 0, vague_until=11)


def _counted(written: str, minute: int, vague_until: int) -> Clock:
    hour = int(written)
    if (hour, minute) == (24, 0):
        return Clock(0, end=True)
    loose = 1 <= hour < 12 and not written.startswith("0")
    wrong = hour > 23 or minute > 59
    return Clock(hour, minute, loose=loose, vague=loose and hour <= vague_until, wrong=wrong)
