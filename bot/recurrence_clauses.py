"""What stands beside a rhythm: "not in August", "until June 2027", « à partir du 3 mars », « 6 fois ».

Each function takes a phrase brought to one spelling, and gives it back without what it understood.
What is no such clause stays in the phrase, and is refused with it later.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.date_readings import Day, days
from bot.date_words import MONTHS, NUMBERS, WEEKDAYS, any_of
from scheduling.public_holidays import country_named


class Unread(StrEnum):
    """Why a phrase was not taken for something that comes again."""

    unknown = "unknown"
    once = "once"
    no_day = "no-day"
    no_time = "no-time"
    hour = "hour"  # which of two, or none that there is
    biweekly = "biweekly"  # twice a week, or every two weeks
    fifth = "fifth"
    vacations = "vacations"
    one_date = "one-date"
    date = "date"  # of the beginning or the end: which of two, or none that there is
    past = "past"
    never = "never"
    no_country = "no-country"


class Refused(Exception):
    """A phrase that cannot be used."""

    def __init__(self, why: Unread) -> None:
        """Refuse for this reason."""
        super().__init__(why)
        self.why = why


# From and until

_UNTIL = re.compile(r"\b(?:until|till?|up to|through|jusqu'(?:en|aux?|a)|jusque)\b")
_FROM = re.compile(r"\b(?:starting|beginning|from|as of|a partir|a compter|des|debut)\b")
_SMALL = re.compile(r" (?:(?:from|on|the|in|le|la|les|en|de|du|of|a) )*")
_SPAN = re.compile(r"\b(?:from|du) (?P<first>[^:]*?[0-9][^:]*?) (?:to|au) ")
_YEARS_END = re.compile(r"end of ([1-9][0-9]{3})")


def until(text: str, today: date, tongue: str) -> tuple[str, date | None]:
    """Read the last day: "until 30 june 2027", « jusqu'en juin » (the whole of it). Raises Refused."""
    for span in _SPAN.finditer(text):  # "from 3 november to 30 june", but not "from 9 to 10"
        if list(days(span["first"], today)):
            text = f"{text[: span.start()]}from {span['first']} until {text[span.end() :]}"
            break

    def read(_small: str, words: str) -> list[Day]:
        if year := _YEARS_END.fullmatch(words):
            return [Day(date(int(year[1]), 12, 31))]
        return list(days(f"the {words}", today)) or list(days(f"end of {words}", today))

    return _dated(text, _UNTIL, read, tongue)


def starting(text: str, today: date, tongue: str) -> tuple[str, date | None]:
    """Read the day from which on: "from 1 december", « à partir de janvier ». Raises Refused."""

    def read(small: str, words: str) -> list[Day]:
        numbered = "the " if {"the", "le", "du"} & set(small.split()) else ""  # not "from 9 to 10"
        return list(days(numbered + words, today)) or list(days(f"1 {words}", today))

    return _dated(text, _FROM, read, tongue)


def _dated(
    text: str, marker: re.Pattern[str], read: Callable[[str, str], list[Day]], tongue: str
) -> tuple[str, date | None]:
    """Find the longest words after a marker that are a date."""
    for mark in marker.finditer(text):
        begin = _after(_SMALL, text, mark.end())
        small, words = text[mark.end() : begin], text[begin:].split(" ")
        for count in range(len(words), 0, -1):
            found = read(small, " ".join(words[:count]))
            if found:
                rest = f"{text[: mark.start()]} {' '.join(words[count:])}"
                return _tidy(rest), _only(found, tongue)
    return text, None


def _only(found: list[Day], tongue: str) -> date:
    """Give the one date that is meant. Raises Refused where it is one of two, or none."""
    mine = [day for day in found if day.tongue == tongue] or found
    meant = {day.on for day in mine if day.why is None}
    if len(meant) != 1:
        raise Refused(Unread.date)
    return meant.pop()


# How many times

_COUNT = any_of(word for word in NUMBERS if len(word) > 2)
_TIMES = re.compile(
    rf"\b(?:for )?(?P<count>[0-9]{{1,2}}|{_COUNT}) (?:times|fois|occurrences)\b"
    r"(?! (?:par|per|1|each|every|chaque|tous|toutes)\b)"
)


def times(text: str) -> tuple[str, int | None]:
    """Read how many times: "6 times", « dix fois », but not "3 times a week"."""
    found = _TIMES.search(text)
    if found is None:
        return text, None
    count = NUMBERS.get(found["count"]) or int(found["count"])
    return _tidy(text[: found.start()] + text[found.end() :]), count


# Except


@dataclass(frozen=True, slots=True)
class Except:
    """What is left out: months, and public holidays: of a country if one is named."""

    months: frozenset[int] = frozenset()
    holidays: bool = False
    country: str = ""


_NOT = re.compile(
    r"\b(?:(?:but|and|mais|et) )?(?:not|no|except(?:e|ing)?|excluding|without|skip(?:ping)?|sauf|hors"
    r"|hormis|pas|sans|a l'exception)\b"
)
_LINKS = re.compile(
    r"(?:(?:and|et|or|ou|ni|nor|not|pas|&|for|in|on|during|en|le|la|les|au|aux|pendant|durant|month"
    r"|mois|of|de|du) |l')*"
)
_MONTH = any_of(MONTHS)
_MONTHS = re.compile(
    rf"(?P<first>{_MONTH})(?:(?:(?P<range> ?- ?| to | through | a )| ?/ ?)(?P<last>{_MONTH}))?(?= |$)"
    r"(?! [0-9]{1,2}(?:st|nd|rd|th)?(?: |$))"
)
_HOLIDAYS = re.compile(
    r"(?:(?:any|public|bank|national|statutory|legal) )*(?<!the )holidays?(?= |$)"
    r"|(?:jours? )?feries?(?= |$)"
)
_THE_HOLIDAYS = re.compile(r"the (?=(?:public|bank|national|statutory|legal) )")
_VACATIONS = re.compile(
    r"(?:the |school |summer |winter |spring |christmas |easter )*(?:vacances|vacations?|conges|school"
    r"|summer|winter|spring|autumn|ete|hiver|printemps|automne|noel|paques|christmas|easter|holidays)\b"
)
_WHERE = re.compile(r" (?:in|of|for|en|aux?|du|de|des|a) ")


def exceptions(text: str, today: date) -> tuple[str, Except]:
    """Read every "not in August", « hors jours fériés ». Raises Refused for what has no dates."""
    months: frozenset[int] = frozenset()
    holidays, country = False, ""
    place = 0
    while mark := _NOT.search(text, place):
        at = place = mark.end()
        while (item := _item(text, at)) is not None:
            at, found = item
            months |= found.months
            holidays, country = holidays or found.holidays, country or found.country
        if at == place:
            _name_what_cannot_be(text, at, today)
            continue
        text = _tidy(text[: mark.start()] + text[at:])
        place = 0
    return text, Except(months, holidays, country)


def _item(text: str, at: int) -> tuple[int, Except] | None:
    """Read one month, range of months or kind of holiday, and say where it ends."""
    begin = _after(_LINKS, text, at + 1)
    begin = _after(_THE_HOLIDAYS, text, begin)
    if found := _MONTHS.match(text, begin):
        first = MONTHS[found["first"]][0]
        last = MONTHS[found["last"] or found["first"]][0]
        between = [(first - 1 + turn) % 12 + 1 for turn in range((last - first) % 12 + 1)]
        return found.end(), Except(frozenset(between if found["range"] else {first, last}))
    if found := _HOLIDAYS.match(text, begin):
        end, country = _whose(text, found.end())
        return end, Except(holidays=True, country=country)
    return None


def _whose(text: str, at: int) -> tuple[int, str]:
    """Read whose public holidays: "in Canada", « au Sénégal », or a name in brackets before.

    Without a preposition a code of two letters is none: "at" is Austria's, and a word.
    """
    where = _WHERE.match(text, at)
    begin = where.end() if where else at + 1
    words = text[begin:].split(" ")
    for count in range(min(5, len(words)), 0, -1):
        name = " ".join(words[:count])
        elided = re.sub(r"\bde (?=[aeiou])", "d'", name)
        if (where or len(name) > 3) and (country := country_named(elided)):
            return begin + len(name), country
    return at, ""


def _name_what_cannot_be(text: str, at: int, today: date) -> None:
    """Raise Refused where what is left out has no dates of its own, or is a single one."""
    begin = _after(_LINKS, text, at + 1)
    if _VACATIONS.match(text, begin):
        raise Refused(Unread.vacations)
    words = text[begin:].split(" ")
    starts = (" ".join(words[:count]) for count in range(1, min(5, len(words)) + 1))
    dates = [start for start in starts if start not in WEEKDAYS and list(days(start, today))]
    if dates and not dates[-1].endswith("of month"):
        raise Refused(Unread.one_date)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Say where text goes on after what a pattern finds at a place, which may be nothing."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _tidy(text: str) -> str:
    return " ".join(text.split())
