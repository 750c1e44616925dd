"""What words for a rhythm may mean: "every 2nd tuesday", « un mardi sur deux », « le 15 de chaque mois ».

`rhythms` reads a phrase brought to one spelling by `bot.date_words.spell`, without its hour and its
exceptions. Each word becomes a sign, "every 2nd tuesday" for instance `enw`, and a few patterns of
signs say what a row of them means, whatever the language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.date_words import NUMBERS, ORDINALS, WEEKDAYS, any_of
from scheduling.recurrence import LAST, DayOfMonth, NthWeekday, Weekly


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of the words; `other` is what they may have meant instead.

    Without a `rhythm` they say how often ("every 2 weeks") and not on which day: `every`, `weeks`.
    """

    rhythm: Weekly | NthWeekday | DayOfMonth | None
    other: Weekly | None = None
    every: int = 1
    weeks: bool = False


# Words of either language, brought to those that have a sign. What is left over is refused later.
_WEEKDAY = any_of(WEEKDAYS)
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"\b({_WEEKDAY})-({_WEEKDAY})\b", r"\1 to \2"),
        (r"(?<=[a-z])/(?=[a-z])", " "),
        (r"\b(?:par|per|chaque|each|all|tou[st]|toutes)\b", "every"),
        (r"\b(?:(?:1|une) fois|once) (?:1|every)\b", "every"),
        (r"\b1[45] jours\b|\b14 days\b", "2 weeks"),
        (r"\b8 jours\b|\b7 days\b", "1 weeks"),
        (r"\b(?:une?|1) (\w+) sur (\w+)\b", r"every \2 \1"),
        (r"\b(?:every )?(?:other|alternate)\b", "every 2"),
        (r"\bfortnightly\b", "every 2 weeks"),
        (r"\bweekly\b|\bhebdomadaire(?:ment)?\b", "every week"),
        (r"\bmonthly\b|\bmensuel(?:le)?(?:ment)?\b", "every month"),
        (r"\bbimestriel(?:le)?\b", "every 2 months"),
        (r"\bquarterly\b|\btrimestriel(?:le)?\b|\bevery (?:quarter|trimestre)\b", "every 3 months"),
        (r"\bdaily\b|\bquotidien(?:ne)?\b", "every day"),
        (r"\b(?:working|week) days?\b|\bjours? (?:ouvres?|ouvrables?)\b", "weekdays"),
        (r"\bend of (?=month\b|every\b)", "last day of "),
        (r"\bof month\b", "ofmonth"),
        (r"(?<=[0-9])es\b", "e"),
        (r"\b(?:the|on|of|de|du|in)\b|\bl'", ""),
    )
)
_SIGNS = {
    word: sign
    for sign, row in {
        "e": "every",
        "k": "week weeks semaine semaines sem",
        "m": "month months mois",
        "o": "ofmonth",
        "d": "day days jour jours",
        "b": "weekday weekdays",
        "a": "and et & +",
        "r": "to au through",
    }.items()
    for word in row.split()
}
_FIFTH = {"fifth", "5th", "5e", "5eme", "cinquieme"}
_NUMBERED_DAY = re.compile(r"([0-9]{1,2})(?:th|st|nd|rd|eme|e)")

# What rows of signs mean. A month may be said ("of the month", "each month", "every 2 months"), and
# so may a week; days are a list or a range.
_DAYS = r"(?P<days>[wh](?:r[wh]|(?:a?[wh])*))"
_WEEKS = r"e(?P<every>[#n])?k"
_MONTHS = r"(?:o|e(?P<every>[#n])?m)"
_NTH = r"(?P<nth>n(?:a?n)*)(?P<day>[wh])"
_NUMBER = r"(?P<number>[#tn])"
_LAST_DAY = r"(?P<number>n)d"
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, patterns in {
        "weekdays": (rf"e(?P<every>#)?{_DAYS}", rf"{_WEEKS}{_DAYS}", rf"{_DAYS}{_WEEKS}"),
        "habit": (_DAYS,),
        "all": (r"e(?P<which>[db])", r"(?P<which>b)"),
        "nth": (rf"e?{_NTH}{_MONTHS}", rf"{_MONTHS}{_NTH}"),
        "nth alone": (rf"(?P<each>e?){_NTH}",),
        "number": (rf"e?{_NUMBER}{_MONTHS}", rf"{_MONTHS}{_NUMBER}", r"e(?P<number>t)"),
        "last day": (rf"e?{_LAST_DAY}{_MONTHS}", rf"{_MONTHS}{_LAST_DAY}"),
        "how often": (r"e(?P<every>[#n])?(?P<unit>[km])",),
    }.items()
    for pattern in patterns
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word as a sign, and the number that it stands for."""

    sign: str
    number: int = 0


class _Row:
    """A row of signs in which a pattern was found: the numbers behind its parts."""

    def __init__(self, found: re.Match[str], signs: list[_Sign]) -> None:
        self._found, self._signs = found, signs
        self._parts = found.groupdict()

    def said(self, part: str) -> str:
        """Give the signs of a part; nothing where it was not said."""
        return self._parts.get(part) or ""

    def numbers(self, part: str) -> list[int]:
        """Give the numbers of a part."""
        begin, end = self._found.span(part) if self.said(part) else (0, 0)
        return [each.number for each in self._signs[begin:end] if each.sign not in "ar"]

    @property
    def every(self) -> int:
        """Every how many weeks or months; 1 where it was not said."""
        return (self.numbers("every") or [1])[0]


def rhythms(text: str) -> Iterator[Reading]:
    """Take the spelled words for a rhythm, give every meaning that they may have."""
    signs = list(_signs(text))
    line = "".join(each.sign for each in signs)
    for kind, pattern in _PATTERNS:
        if found := pattern.fullmatch(line):
            reading = _read(kind, _Row(found, signs))
            if reading is not None:
                yield reading


def names_a_fifth(text: str) -> bool:
    """Say whether the words name a fifth weekday, which most months have not."""
    words = _rewritten(text).split()
    return any(
        first in _FIFTH and _sign(next_, "").sign in "wh" for first, next_ in pairwise(words)
    )


def _read(kind: str, row: _Row) -> Reading | None:
    """Give what a row of signs means; None where its numbers make no sense."""
    every = row.every
    if every not in range(1, 53 if kind in ("weekdays", "how often") else 13):
        return None
    match kind:
        case "weekdays":
            return Reading(Weekly(_weekdays(row), every))
        case "habit":
            # « le mardi », "tuesdays", "monday to friday"; a bare "tuesday" is the next one.
            often = row.said("days").startswith("h") or "r" in row.said("days")
            return Reading(Weekly(_weekdays(row))) if often else None
        case "all":
            return Reading(Weekly(frozenset(range(7 if row.said("which") == "d" else 5))))
        case "nth":
            return Reading(NthWeekday(frozenset(row.numbers("nth")), row.numbers("day")[0], every))
        case "nth alone":
            return _nth_alone(row)
        case "how often":
            return Reading(None, every=every, weeks=row.said("unit") == "k")
    number = row.numbers("number")[0]
    if kind == "last day":
        return Reading(DayOfMonth(31 if number == LAST else number, every))
    return Reading(DayOfMonth(number, every)) if 1 <= number <= 31 else None


def _weekdays(row: _Row) -> frozenset[int]:
    found = row.numbers("days")
    if "r" not in row.said("days"):
        return frozenset(found)
    first, last = found
    return frozenset((first + turn) % 7 for turn in range((last - first) % 7 + 1))


def _nth_alone(row: _Row) -> Reading | None:
    """Rule: "every 2nd tuesday" is the second of each month, and may mean every other one.

    Without "every", « le 2e mardi » may be said of a single one.
    """
    nth, weekday = row.numbers("nth"), row.numbers("day")[0]
    if not row.said("each") and row.said("day") != "h":
        return None
    doubtful = row.said("each") and len(nth) == 1 and nth[0] > 1
    other = Weekly(frozenset({weekday}), nth[0]) if doubtful else None
    return Reading(NthWeekday(frozenset(nth), weekday), other)


def _rewritten(text: str) -> str:
    for pattern, instead in _REWRITES:
        text = pattern.sub(instead, text)
    return text


def _signs(text: str) -> Iterator[_Sign]:
    before = ""
    for word in _rewritten(text).split():
        if word not in ("le", "les", "la"):
            yield _sign(word, before)
        before = word


def _sign(word: str, before: str) -> _Sign:
    """Give the sign of a word: a weekday with its article or plural (le mardi, tuesdays) is `h`."""
    single = word.removesuffix("s")
    if word in WEEKDAYS:
        return _Sign("h" if before in ("le", "les") else "w", WEEKDAYS[word][0])
    if single in WEEKDAYS and len(single) > 4:
        return _Sign("h", WEEKDAYS[single][0])
    if word in _SIGNS:
        return _Sign(_SIGNS[word])
    if single in ORDINALS:
        return _Sign("n", ORDINALS[single])
    if numbered := _NUMBERED_DAY.fullmatch(word):
        return _Sign("t", int(numbered[1]))
    if word.isascii() and word.isdigit() and len(word) < 3:
        return _Sign("#", int(word))
    if word in NUMBERS and word not in ("a", "an"):
        return _Sign("#", NUMBERS[word])
    return _Sign("?")
