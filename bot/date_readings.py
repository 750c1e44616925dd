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
from bot.weekday_readings import weekdays


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
    """A time of day that some words may mean; `end` is the midnight that ends the day.

    Of a stretch of time, `until` is the minute at which it ends, counted from the day's beginning.
    """

    hour: int
    minute: int = 0
    end: bool = False
    midnight: bool = (
        False  # "midnight" alone: the words do not say whether it begins or ends the day
    )
    loose: bool = False  # "8h": in the evening it is 20:00
    vague: bool = False  # "at 8": without a part of the day nobody knows
    part: bool = False  # "in the morning": no hour was said
    wrong: bool = False
    until: int | None = None
    early: bool = False  # it would end before it begins


_NAMED_DAYS = {"today": 0, "tomorrow": 1, "aftertomorrow": 2, "yesterday": -1}
_NTHS = ORDINALS | {"5th": 5, "5e": 5, "5eme": 5}
_WD, _MO, _NTH, _PART = any_of(WEEKDAYS), any_of(MONTHS), any_of(_NTHS), any_of(PARTS)


# Lengths

_AHEAD = re.compile(r"(?:in |dans |(?P<sign>\+) ?)(?P<length>.+)|(?P<until>.+) from now")
_GONE = re.compile(r"(?P<length>.+) ago|il y a (?P<since>.+)")
# Said of a week and of two, whatever the count of days.
_OF_SPEECH = re.compile(r"(8|huit|15|quinze) ?j(?:ours?)?")
_LIKE_A_CLOCK = re.compile(r"(?:[89]|1[0-9]|2[0-3]) ?h(?:eures?)? ?(?:[0-9]{2})?")


def lengths(text: str) -> Iterator[Span]:
    """Take "+3d", "dans 2 heures", "in a week", "3 jours"; give every length from now it may mean.

    Alone, "14h" is an hour of the day, "48h" a length, and "2h" may be either.
    """
    ahead = _AHEAD.fullmatch(text)
    words = (ahead["length"] or ahead["until"]) if ahead else text
    if ahead or not like_a_clock(words):
        yield from _lengths(words, exact=bool(ahead and ahead["sign"]))


def lengths_said(words: str) -> list[Span]:
    """Take "90m", "3 jours", give the length, or the two that "quinze jours" may be."""
    return list(_lengths(words, exact=False))


def like_a_clock(text: str) -> bool:
    """Say whether "14h" is rather an hour of the day than a length."""
    return _LIKE_A_CLOCK.fullmatch(text) is not None


def lengths_ahead(text: str) -> Iterator[Span]:
    """Take "in 3 days", "dans 3 jours", "+3d", give the length; none without its first word."""
    if ahead := _AHEAD.fullmatch(text):
        yield from _lengths(ahead["length"] or ahead["until"], exact=bool(ahead["sign"]))


def _lengths(words: str, *, exact: bool) -> Iterator[Span]:
    if not exact and (said := _OF_SPEECH.fullmatch(words)):
        days = 8 if said[1] in {"8", "huit"} else 15
        yield from (Span(days=days - 1), Span(days=days))
    elif (length := span(words)) is not None:
        yield length


def is_gone(text: str) -> bool:
    """Say whether the words look back: "2 days ago", "il y a 2 jours"."""
    gone = _GONE.fullmatch(text)
    return gone is not None and span(gone["length"] or gone["since"]) is not None


# Days

_Y = r"(?P<year>[0-9]{4})"
_D = r"(?P<day>[0-9]{1,2})"
_SUFFIX = r"(?:er|e|eme|st|nd|rd|th)"
_ARTICLE = re.compile(r"(?:on the|on|the|le) ")
_ISO = re.compile(rf"{_Y}([-/])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}})")
_NUMERIC = re.compile(
    r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2(?P<year>[0-9]{4})|/(?P<short>[0-9]{2}))?"
)
# "12 nov 26"; "12 nov 14" may be an hour.
_YEAR = rf"(?: (?:de )?(?:{_Y}|'?(?P<short>2[4-9]|[3-9][0-9])))?"
_DAY_MONTH = re.compile(rf"{_D}{_SUFFIX}?(?: of| de)? (?P<month>{_MO}){_YEAR}")
_MONTH_DAY = re.compile(rf"(?P<month>{_MO}) {_D}{_SUFFIX}?{_YEAR}")
_NUMBERED = re.compile(rf"{_D}{_SUFFIX}?(?: of (?:(?P<next>next month)|(?P<here>month)))?")
_ORDINAL_DAY = re.compile(rf"{_D}{_SUFFIX}")
_OF = rf"(?: of| de| in)? (?:(?P<next>next month)|(?P<here>month)|(?P<month>{_MO})(?: {_Y})?)"
_NTH_WEEKDAY = re.compile(rf"(?P<nth>{_NTH}) (?P<weekday>{_WD}){_OF}")
_END = re.compile(rf"end{_OF}")


def days(text: str, today: date) -> Iterator[Day]:
    """Take the spelled words for a day, give every day that they may mean."""
    article = _ARTICLE.match(text)
    bare = text[article.end() :] if article else text
    first, _, rest = bare.partition(" ")
    before, _, last = bare.rpartition(" ")
    if first in WEEKDAYS and rest:
        yield from _agreeing(*WEEKDAYS[first], _inner(rest, today))
    elif last in WEEKDAYS and before:
        yield from _agreeing(*WEEKDAYS[last], list(_dated(before, today)))
    if article or _ORDINAL_DAY.fullmatch(bare) or bare.endswith(" month"):
        yield from _numbered(bare, today)
    # With an article and nothing else, "le mardi" is every Tuesday, which is no date.
    every = Misread.ambiguous if article and article[0] != "on " and bare in WEEKDAYS else None
    yield from (Day(on, tongue, every) for on, tongue in weekdays(bare, today))
    yield from chain(_named(bare, today), _dated(bare, today), _in_month(bare, today))


def _inner(text: str, today: date) -> list[Day]:
    article = _ARTICLE.match(text)
    bare = text[article.end() :] if article else text
    return [*_dated(bare, today), *_numbered(bare, today)]


def _agreeing(weekday: int, tongue: str, found: list[Day]) -> Iterator[Day]:
    """Rule: a weekday that disagrees with its date is refused; of two dates it picks its own."""
    if tongue == "fr":  # with whom "10/12" is in December, whatever weekday is in October
        found = [day for day in found if day.tongue == "fr"] or found
    agreeing = [day for day in found if day.why or day.on.weekday() == weekday]
    for day in agreeing:
        yield Day(day.on, tongue, day.why)
    if not agreeing:
        for day in found:
            yield Day(day.on, tongue, Misread.ambiguous)


def _named(text: str, today: date) -> Iterator[Day]:
    """Read "today", "tomorrow", and "yesterday", which is refused for being over."""
    if text in _NAMED_DAYS:
        yield Day(today + timedelta(_NAMED_DAYS[text]))


def _dated(text: str, today: date) -> Iterator[Day]:
    """Read "2026-11-03", "03/11", "3 nov", "nov 3 2026"."""
    if found := _ISO.fullmatch(text):
        yield _day(int(found["year"]), int(found["month"]), int(found["day"]))
    elif found := _NUMERIC.fullmatch(text):
        first, second, full = int(found[1]), int(found[3]), _year(found)
        orders = [(first, second, "fr"), (second, first, "")]
        if found[2] == "." and full is None:  # "10.15" is no American date, but may be an hour
            orders = [(first, second, "")] if second <= 12 else []
        valid = [order for order in orders if order[1] <= 12 and order[0] <= 31]
        if first == second or not valid:
            valid = orders[:1]
        for number, month, tongue in valid:
            yield _dayed(number, month, full, today, tongue)
    elif found := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        month, tongue = MONTHS[found["month"]]
        yield _dayed(int(found["day"]), month, _year(found), today, tongue)


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"] or f"20{found['short']}") if found["year"] or found["short"] else None


def _numbered(text: str, today: date) -> Iterator[Day]:
    """Read "le 15": this month's if it is not over, else next month's; "le 15 du mois"."""
    if found := _NUMBERED.fullmatch(text):
        number = int(found["day"])
        ahead = found["next"] or (number < today.day and not found["here"])
        yield _day(*_month_ahead(today, 1 if ahead else 0), number)


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
        _nth(year, month, WEEKDAYS[named["weekday"]][0], _NTHS[named["nth"]])
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
    on = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return Day(on) if on <= end.on else Day(on - timedelta(7), why=Misread.impossible)


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
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:h|heures?) ?(?:([0-9]{2})(?: ?(?:min|mn))?)?")
_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})(?: ?(?:h|hrs?))?")
# Dates are written with a dot as well: only minutes that people meet at are an hour's.
_DOT = re.compile(r"([0-9]{1,2})\.([0-5][05])")
# "1430", "0900"; "2027" is a year, unless an hour is named for it.
_FOUR = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])( ?(?:h|hrs?|hours))?")
_TWELVE = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2})|h)? ?([ap])m")
_BARE = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?( o'?clock)?")
_VAGUE_UNTIL = {"h": 6, ":": 7, ".": 7}
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
        said = found["clock"]
        after = text.startswith(found["part"])  # "morning 10", but not "10 morning"
        for clock in _clocks(f"at {said}" if after and said.isdecimal() else said):
            if not (clock.midnight and not clock.end):
                yield _in_part(clock, earliest, latest)
    elif alone is not None:
        yield Clock(alone, part=True)


def _in_part(clock: Clock, earliest: int, latest: int) -> Clock:
    """Rule: "ce soir à 8h" is 20:00; "ce matin 14h" contradicts itself."""
    if clock.end and latest == 23:
        return clock
    if clock.end or clock.wrong or earliest <= clock.hour <= latest:
        return Clock(clock.hour, clock.minute, wrong=clock.end or clock.wrong)
    hour = clock.hour + 12 if clock.loose and 1 <= clock.hour < 12 else clock.hour
    return Clock(hour, clock.minute, wrong=not earliest <= hour <= latest)


def _halves(clock: Clock) -> Iterator[Clock]:
    """Rule: "at 8", "2:30" and "3h" may be before noon or after; "8h", "02:30", "8:30" may not."""
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
    elif (found := _BARE.fullmatch(bare)) and ((at and not found[2]) or found[3]):
        yield _counted(found[1], int(found[2] or 0), vague_until=12)
    elif (found := _FOUR.fullmatch(bare)) and (at or found[3] or found[1] != "20"):
        yield Clock(int(found[1]), int(found[2]))
    elif found := _HOURS.fullmatch(bare) or _COLON.fullmatch(bare) or _DOT.fullmatch(bare):
        sign = next((each for each in ":." if each in bare), "h")
        yield _counted(found[1], int(found[2] or 0), vague_until=_VAGUE_UNTIL[sign])


def _counted(written: str, minute: int, vague_until: int) -> Clock:
    hour = int(written)
    if (hour, minute) == (24, 0):
        return Clock(0, end=True)
    loose = 1 <= hour < 12 and not written.startswith("0")
    wrong = hour > 23 or minute > 59
    return Clock(hour, minute, loose=loose, vague=loose and hour <= vague_until, wrong=wrong)
