"""What words for a span of days may mean: every meaning, so that nothing is chosen in silence.

Reads a phrase brought to one spelling by `bot.span_words`; `bot.spans` judges.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.date_readings import days, lengths_said, months_later
from bot.date_words import MONTHS, WEEKDAYS, Misread, any_of
from bot.span_words import spell_end, spell_ends
from bot.weekday_readings import weekdays

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """Days that some words may mean; with `why`, that they cannot.

    `tongue` is the language in which they mean them; `yearless`: another year is possible.
    """

    first: date
    last: date
    tongue: str = ""
    why: Misread | None = None
    yearless: bool = False


_Read = Callable[[str, date], list[Days]]

_JOINT = re.compile(r" to | ?- ?|(?P<and> (?:and|et) )")
_LASTING = (
    re.compile(r"(?:from )?(?P<start>.+) for (?P<length>.+)"),
    re.compile(r"(?P<length>.+) from (?P<start>.+)"),
)


def spans(text: str, today: date) -> Iterator[list[Days]]:
    """Take a spelled phrase, give every meaning; where no year was typed, in several years."""
    if text.startswith("to "):
        for end in single_days(spell_end(text.removeprefix("to ")), today):
            yield [replace(end, first=today)]
        return
    for cut in _JOINT.finditer(text):
        left, right = spell_ends(text[: cut.start()].removeprefix("from "), text[cut.end() :])
        of_days = list(_between(left, right, today, single_days))
        if cut["and"]:  # « les 3 et 4 mai », but not "3 and 5 May"
            yield from (each for each in of_days if _are_neighbours(each))
        else:
            yield from of_days
            yield from _between(left, right, today, _months)
    lasting = [found for pattern in _LASTING if (found := pattern.fullmatch(text))]
    for found in lasting:
        for start in single_days(spell_end(found["start"]), today):
            yield from _lasting(found["length"], start)
    if not (lasting or text.startswith("from ")):
        yield from _lasting(text, Days(today, today))
        yield from ([whole] for whole in _wholes(spell_end(text), today))


def openings(text: str, today: date) -> list[Days]:
    """Take a spelled phrase, give the days on which it begins if it says no more than that."""
    return single_days(spell_end(text[5:]), today) if text.startswith("from ") else []


# Two ends

_DATE_IN_NUMBERS = re.compile(
    r"(?:(?:le|the|on) )?0?([0-9]{1,2})[/.-]0?([0-9]{1,2})(?:[/.-][0-9]+)?"
)
_WEEKDAY = re.compile(rf"(?:(?:on|le|the) )?{any_of(WEEKDAYS)}")
_FROM_TODAY = re.compile(r".*\b(?:today|tomorrow|aftertomorrow|yesterday|month)\b.*")


def _between(left: str, right: str, today: date, read: _Read) -> Iterator[list[Days]]:
    """Read two ends; the second is the next such day after the first."""
    yearless = _is_yearless(left, today, read) or _is_yearless(right, today, read)
    meanings: dict[tuple[int, int], list[Days]] = {}
    for since in _since(left, right, today, read):
        for row, first in enumerate(read(left, since)):
            for column, last in enumerate(_second(right, first.first, today, read)):
                tongue = _tongue(left, first, right, last)
                if tongue is not None:
                    why = first.why or last.why
                    both = Days(first.first, last.last, tongue, why, yearless)
                    meanings.setdefault((row, column), []).append(both)
    yield from meanings.values()


def _are_neighbours(meaning: list[Days]) -> bool:
    """Say whether the second end is the day after the first."""
    return all(each.last - each.first == _DAY for each in meaning)


def _since(left: str, right: str, today: date, read: _Read) -> list[date]:
    """Give the days after which the first end is looked for.

    Rule: days without a year may have begun already; a year typed last is the first one's too.
    """
    if not _is_yearless(left, today, read):
        return [today]
    if not (_is_yearless(right, today, read) or _moves(right, today)):
        return [months_later(last.last, -12).on + _DAY for last in read(right, today)]
    return [months_later(today, -12).on, months_later(today, -1).on, today]


def _second(right: str, first: date, today: date, read: _Read) -> list[Days]:
    """Give the days that the second end may mean, after the first."""
    if _is_yearless(right, today, read):
        return read(right, first)
    found = read(right, today)
    weekly = _WEEKDAY.fullmatch(right) and any(last.last < first for last in found)
    return read(right, first) if weekly else found


def _is_yearless(text: str, today: date, read: _Read) -> bool:
    """Say whether a date comes again every year, or every month."""
    later = months_later(today, 36).on
    return not _moves(text, today) and read(text, today) != read(text, later)


def _moves(text: str, today: date) -> bool:
    """Say whether the words count from the day on which they are typed."""
    named = _FROM_TODAY.fullmatch(text) or any(True for _ in weekdays(text, today))
    return bool(named or _WEEKDAY.fullmatch(text))


def _tongue(left: str, first: Days, right: str, last: Days) -> str | None:
    """Give the language of two ends; None for two dates in numbers of which only one is American.

    "8/8" is the same day in both: the other end tells.
    """
    one, other = _DATE_IN_NUMBERS.fullmatch(left), _DATE_IN_NUMBERS.fullmatch(right)
    if not (one and other):
        return first.tongue or last.tongue
    if other[1] == other[2]:
        return first.tongue
    return last.tongue if one[1] == one[2] or first.tongue == last.tongue else None


# Lengths and wholes

_MONTH = re.compile(
    rf"(?:(?:in|en|de|of|le|the|month|mois) )*(?P<month>{any_of(MONTHS)})(?: (?:de )?(?P<year>20[0-9]{{2}}))?"
)
_NEXT_MONTH = re.compile(
    r"(?:le |the )?(?:(?:of )?(?P<next>next month)|this month|ce mois(?: ?-?ci)?)"
)
_WEEK = re.compile(r"(?:(?:la|the) )?(this week|next week|(?:week|semaine|sem|s) ?([0-9]{1,2}))")
_WEEKEND = re.compile(r"(?:(?:on|at) )?(?:(?:this|ce|le|the) )?weekend")
_TWO_NUMBERS = re.compile(r"(?:.* )?[0-9]{1,2}-[0-9]{1,2}")


def single_days(text: str, today: date) -> list[Days]:
    """Take the spelled words for one day, give every day that they may mean."""
    if _TWO_NUMBERS.fullmatch(text):
        return []
    found = dict.fromkeys(days(text, today))
    return [Days(day.on, day.on, day.tongue, day.why) for day in found]


def _lasting(words: str, start: Days) -> Iterator[list[Days]]:
    """Read "10 days", « 2 semaines », "a month" from a day on."""
    for length in lengths_said(spell_end(words)):
        after = months_later(start.first, length.months)
        if length.minutes:
            continue
        try:
            # A month from 31 January has no such day to end before: it ends with February.
            last = after.on + (length.days - (after.why is None)) * _DAY
        except OverflowError:
            yield [replace(start, why=Misread.too_far)]
        else:
            too_far = after.why if after.why is Misread.too_far else None
            yield [replace(start, last=last, why=start.why or too_far)]


def _wholes(text: str, today: date) -> Iterator[Days]:
    """Read one day, or a week, a weekend or a month as a whole."""
    yield from _months(text, today)
    if found := _WEEK.fullmatch(text):
        week = f"semaine {found[2]}" if found[2] else found[1]
        yield from (
            replace(day, last=day.last + 6 * _DAY) for day in single_days(f"lundi {week}", today)
        )
    elif text.startswith("week of "):
        for day in single_days(text.removeprefix("week of "), today):
            monday = day.first - day.first.weekday() * _DAY
            yield replace(day, first=monday, last=monday + 6 * _DAY)
    elif _WEEKEND.fullmatch(text):
        saturday = today + (5 - today.weekday()) * _DAY
        yield Days(saturday, saturday + _DAY)
    elif not text.startswith("end "):  # « fin août » is more than a day, and nobody knows how many
        yield from single_days(text, today)


def _months(text: str, today: date) -> list[Days]:
    """Read "in August", "août 2027", "next month": the first that is not over."""
    if found := _MONTH.fullmatch(text):
        month, tongue = MONTHS[found["month"]]
        year = int(found["year"] or today.year + (month < today.month))
    elif found := _NEXT_MONTH.fullmatch(text):
        ahead = months_later(today.replace(day=1), 1 if found["next"] else 0).on
        year, month, tongue = ahead.year, ahead.month, ""
    else:
        return []
    first = date(year, month, 1)
    return [Days(first, months_later(first, 1).on - _DAY, tongue)]
