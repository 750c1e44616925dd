"""The words people use for days and hours, in French and in English, brought to one spelling.

Tables of words, `spell` and lengths of time. Nothing here chooses a meaning: `bot.date_readings`
gives them all, `bot.dates` judges them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

LONGEST_PHRASE = 120


class Misread(StrEnum):
    """Why a phrase was not taken for a date."""

    unknown = "unknown"
    past = "past"
    too_far = "too_far"
    gap = "gap"
    ambiguous = "ambiguous"
    impossible = "impossible"
    no_hour = "no_hour"
    ends_early = "ends_early"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: months and days go by the calendar, minutes by the clock."""

    months: int = 0
    days: int = 0
    minutes: int = 0


def _table(tongue: str, *rows: str) -> dict[str, tuple[int, str]]:
    return {word: (number, tongue) for number, row in enumerate(rows) for word in row.split()}


WEEKDAYS = _table(
    "fr", "lundi lun", "mardi mar", "mercredi mer merc", "jeudi jeu", "vendredi ven vend", "samedi sam",
    "dimanche dim",
) | _table(
    "en", "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
    "friday fri", "saturday sat", "sunday sun",
)  # fmt: skip
MONTHS = _table(
    "fr", "", "janvier janv", "fevrier fevr fev", "mars", "avril avr", "mai", "juin",
    "juillet juil", "aout", "septembre", "octobre", "novembre", "decembre",
) | _table(
    "en", "", "january jan", "february feb", "march mar", "april apr", "may", "june jun",
    "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
# "last" counts from the end.
ORDINALS = {
    "premier": 1, "1er": 1, "first": 1, "1st": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2,
    "2nd": 2, "troisieme": 3, "3e": 3, "3eme": 3, "third": 3, "3rd": 3, "quatrieme": 4, "4e": 4,
    "4eme": 4, "fourth": 4, "4th": 4, "dernier": -1, "last": -1,
}  # fmt: skip
NUMBERS = {
    "un": 1, "une": 1, "one": 1, "a": 1, "an": 1, "deux": 2, "two": 2, "trois": 3, "three": 3,
    "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8,
    "eight": 8, "neuf": 9, "nine": 9, "dix": 10, "ten": 10, "onze": 11, "eleven": 11, "douze": 12,
    "twelve": 12, "quinze": 15, "vingt": 20, "trente": 30,
}  # fmt: skip
# Unit: rank (a length goes from the greatest to the smallest), months, days, minutes.
UNITS: dict[str, tuple[int, Span]] = {
    word: (rank, one)
    for rank, (row, one) in enumerate(
        (
            ("minutes minute mins min mn m", Span(minutes=1)),
            ("heures heure hours hour hrs hr h", Span(minutes=60)),
            ("jours jour days day j d", Span(days=1)),
            ("semaines semaine sem weeks week wk w", Span(days=7)),
            ("mois months month", Span(months=1)),
            ("ans an annees annee years year", Span(months=12)),
        )
    )
    for word in row.split()
}
# Part of the day: the hour it means alone, then the earliest and the latest hour it may hold.
# "Night" has no hour of its own.
PARTS: dict[str, tuple[int | None, int, int]] = {
    "morning": (9, 0, 11),
    "afternoon": (14, 12, 18),
    "evening": (18, 17, 23),
    "night": (None, 18, 23),
}


def any_of(words: Iterable[str]) -> str:
    """Take words, give the pattern that finds any of them, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_LONG_UNIT = any_of(word for word in UNITS if len(word) > 2)
_NUMBER = any_of(NUMBERS)


def _digits(found: re.Match[str]) -> str:
    return str(NUMBERS[found["number"]])


def _o_clock(found: re.Match[str]) -> str:
    return f"at {NUMBERS[found['number']]} oclock"


# Each line brings one way of saying to another, in this order; what is left over is refused later.
_REWRITES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\b([ap])\. ?m\b\.?", r"\1m"),
        (r",(?= |$)", " "),
        (r"(?<=[a-z])\.(?= |$)", ""),
        (r" +", " "),
        (r"\bapres[- ]?midi\b|\baprem\b", "afternoon"),
        (r"\bapres[- ]demain\b|\b(?:the )?day after tomorrow\b", "aftertomorrow"),
        (r"\baujourd'?hui\b|\baujourd hui\b", "today"),
        (r"\b(?:de |dans )?l'(?=afternoon\b)", ""),
        (r"\bd'", "de "),
        (r"\bdemain\b", "tomorrow"),
        (r"\bhier\b", "yesterday"),
        (r"\b(?:matin|matinee)\b", "morning"),
        (r"\bsoir\b", "evening"),
        (r"\b(?:midi|midday|12 ?noon)\b", "noon"),
        (r"\bminuit\b", "midnight"),
        (r"\btonight\b", "today evening"),
        (r"\b(?:this|ce|cet|cette) (?=(?:morning|afternoon|evening|noon)\b)", "today "),
        (r"\b(?:in the|dans la|le|la|au|du) (?=(?:morning|afternoon|evening)\b)", ""),
        (r"\b(?:de )?la semaine prochaine\b|\bsemaine prochaine\b", "next week"),
        (r"\b(?:du |de )?mois prochain\b", "of next month"),
        (r"\b(?:du mois|de ce mois|of the month|of this month)\b", "of month"),
        (r"\bfin (?:de mois|of month)\b|\bmonth end\b|\bend of month\b", "end of month"),
        (r"\bend of the month\b", "end of month"),
        (r"\bfin (?:of |de |du )?(?=\w)", "end of "),
        (r"\bun quart de heure\b", "15 minutes"),
        (r"\btrois quarts de heure\b", "45 minutes"),
        (r"\bhalf an hour\b|\b(?:une )?demi[- ]heure\b", "30 minutes"),
        (r"\b(?:a )?fortnight\b", "14 days"),
        (rf"\b(?:a|at) (?P<number>{_NUMBER}) heures?\b", _o_clock),
        (rf"\b(?P<number>{_NUMBER})(?= {_LONG_UNIT}\b)", _digits),
        (rf"(?<=\bat )(?P<number>{_NUMBER})\b", _digits),
        (r"\b([0-9]{1,2}) ?(?:h|heures?) et demie?\b", r"\1h30"),
        (r"\b([0-9]{1,2}) hours? and a half\b", r"\1h30"),
        (r"\b([0-9]{1,2}) ?(?:h|heures?) et quart\b", r"\1h15"),
        (r"\bnoon et demie?\b", "12h30"),
        (r"\bnoon et quart\b", "12h15"),
    )
)
# Said of a week and of two, whatever the count of days: "dans huit jours", "dans quinze jours".
_DAYS_OF_SPEECH = re.compile(r"\b(?:huit|quinze) jours\b")


def french_or_english(language: str) -> str:
    """Take a language tag, give the one of the two languages in which we write."""
    return "fr" if language[:2].lower() == "fr" else "en"


def bare(words: str) -> str:
    """Take a phrase, give it without capitals, accents, curly apostrophes and double spaces."""
    letters = unicodedata.normalize("NFD", words.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = re.sub("[\u2018\u2019\u02bc`]", "'", re.sub("[\u2010\u2011]", "-", plain))
    return " ".join(plain.split())


def spell(words: str) -> str:
    """Take what somebody typed, give it in one spelling: no case, accents, dots or double spaces.

    The days and hours that have a name come out in English. Too long a phrase comes out empty.
    """
    if len(words) > LONGEST_PHRASE:
        return ""
    text = bare(words)
    if _DAYS_OF_SPEECH.search(text):
        return text
    for pattern, instead in _REWRITES:
        text = pattern.sub(instead, text)
    return text.strip()


# Lengths of time

_PIECE = re.compile(rf"([0-9]{{1,4}})(?:[.,]([0-9]))? ?({any_of(UNITS)})(?![a-z])")
_JOINT = re.compile(r" (?:et |and )?|")
_TAIL = re.compile(r" ?([0-5][0-9])")


def span(text: str) -> Span | None:
    """Take a spelled length of time ("1h30", "2 days 3 hours"), give it, or None if it is none."""
    months = days = minutes = 0
    place, last = 0, len(UNITS)
    while place < len(text):
        piece = _PIECE.match(text, place)
        if piece is None:
            tail = _TAIL.fullmatch(text, place)
            if tail is None or last != UNITS["h"][0]:
                return None
            minutes += int(tail[1])
            break
        rank, one = UNITS[piece[3]]
        if rank >= last or (piece[2] and rank != UNITS["h"][0]):
            return None
        count, last = int(piece[1]), rank
        months += count * one.months
        days += count * one.days
        minutes += count * one.minutes + int(piece[2] or 0) * one.minutes // 10
        place = piece.end()
        if place < len(text):
            joint = _JOINT.match(text, place)
            tail = _TAIL.fullmatch(text, place)
            place = joint.end() if joint and not tail else place
    return Span(months, days, minutes) if months or days or minutes else None
