"""What a line of notes says: who is to do what, by when; and which page is worth keeping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher, get_close_matches

from bot.date_words import MONTHS, ORDINALS, UNITS, WEEKDAYS, Misread, bare, span, spell
from bot.dates import NotUnderstood, say_day
from bot.words import fold

Names = Mapping[str, int | None]
"""Whom each folded name means; None if it means several people."""

When = Callable[[str], date | NotUnderstood]
"""Which day some words mean."""


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody took on: the words, whose it is if it is anybody's, and by which day."""

    words: str
    owner: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that cannot be used: why, and the words concerned.

    `why` is "person", "people" (the name of several), "owners" (two of them), "words" (there are
    none), "long" or "date"; then `date` says what is wrong with it.
    """

    why: str
    words: str
    date: NotUnderstood | None = None


def read_task(line: str, names: Names, when: When, longest: int) -> Task | Unclear:
    """Take "@ben budget, by friday" or « Inès : envoyer le support avant vendredi », give the task.

    A name after @ is an owner, wherever it stands; so is a known one before a colon. A day comes
    last, after "by", « avant » or a comma. What looks like a name or a day and is none is unclear.
    """
    owner, rest = _owner(line, names)
    if isinstance(rest, Unclear):
        return rest
    due, words = _due(rest, when)
    if isinstance(words, Unclear):
        return words
    words = words.strip(" ,;:-–—→()")
    if not words:
        return Unclear("words", line)
    if len(words) > longest:
        return Unclear("long", words)
    return Task(words, owner, due)


def write_task(words: str, owner: str, due: date | None, language: str) -> str:
    """A task as it would be typed: "@Ben budget, by Friday 6 November 2026"."""
    who = f"{owner} " if owner.startswith("<") else f"@{owner} " if owner else ""
    if due is None:
        return f"{who}{words}"
    day = say_day(due, language)
    return f"{who}{words}, {'pour le' if language == 'fr' else 'by'} {day}"


def matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which of the new lines goes on with which of the old ones, by their places.

    The same words first, then what reads much alike: a line put right stays the same action.
    """
    found: dict[int, int] = {}
    for alike in (1.0, 0.6):
        for at, words in enumerate(new):
            if at in found:
                continue
            left = [place for place in range(len(old)) if place not in found.values()]
            scores = [(SequenceMatcher(None, fold(old[p]), fold(words)).ratio(), -p) for p in left]
            best = max(scores, default=(0.0, 0))
            if best[0] >= alike:
                found[at] = -best[1]
    return found


# ── who ─────────────────────────────────────────────────────────────────────────────────────────

_AT = re.compile(r"(?:^|(?<=[\s(]))(?:<@!?([^>|\s]+)(?:\|[^>]*)?>|@(?=\S))")
_LONGEST_NAME = 6  # words


def _owner(line: str, names: Names) -> tuple[int | None, str | Unclear]:
    """Whose task it is, and the line without the name."""
    owner: int | None = None
    rest = line
    place = 0
    while (found := _AT.search(rest, place)) is not None:
        person, end, said = _named(found, rest, names)
        if owner is not None:  # a second one: only a person's name stands in the way
            if person is not None:
                return None, Unclear("owners", line)
            place = found.end()
            continue
        if person is None:
            known = fold(said) in names
            return None, Unclear("people" if known else "person", said)
        owner, place = person, found.start()
        rest = f"{rest[: found.start()]}{rest[end:].lstrip(' ,:')}".replace("()", "")
    if owner is None:
        head, colon, tail = line.partition(":")
        person = names.get(fold(head)) if colon else None
        if person is not None:
            return person, tail.strip()
    return owner, rest


def _named(found: re.Match[str], line: str, names: Names) -> tuple[int | None, int, str]:
    """Whom a name after @ means: the longest that is known; where it ends; what it is."""
    if found[1]:
        return names.get(fold(found[1])), found.end(), found[1]
    words = list(re.finditer(r"\S+", line[found.end() :]))[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        name = line[found.end() : found.end() + words[count - 1].end()]
        bare = name.rstrip(" ,;:.)")
        if fold(bare) in names:
            return names[fold(bare)], found.end() + len(bare), bare
    return None, found.end() + words[0].end(), words[0][0].rstrip(",;:.)")


# ── by when ─────────────────────────────────────────────────────────────────────────────────────

_BY = re.compile(
    r"(?P<firm>\b(?:by|before|until|due|avant|au plus tard|d['’]ici|[ée]ch[ée]ance)\b)"
    r"|(?P<light>\b(?:for|on|pour|le)\b)|(?P<sign>[,;(→:]|\s[-–—](?=\s))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:le|la|les|l['’]|the|à|au|a|on|for|pour|by|avant)\s+", re.IGNORECASE)
_SURE = {*WEEKDAYS, *MONTHS, *UNITS, *ORDINALS, "end", "fin", "noel"} - {"a", "m", "mar", "may"}
_SURE |= {"today", "tomorrow", "tonight", "yesterday", "demain", "apres-demain", "hier", "mar"}
_LIKELY = sorted(word for word in _SURE if len(word) > 4)
_LONGEST_DAY = 8  # words


def _due(line: str, when: When) -> tuple[date | None, str | Unclear]:
    """By which day, and the line without it."""
    problem: NotUnderstood | None = None
    marks = list(_BY.finditer(line))
    last = max((at for at, mark in enumerate(marks) if not mark["light"]), default=0)
    for found in marks[last:]:  # what stands before another comma is no day
        tail = line[found.end() :].strip(" ,;:()→-–—.")
        if not _may_be_a_day(tail, firm=bool(found["firm"])):
            continue
        day = _day(tail, when)
        # "for two weeks" says how long it takes, not when it is due.
        lasts = found["light"] and span(spell(tail)) is not None
        if isinstance(day, date) and not lasts:
            return day, line[: found.start()]
        if isinstance(day, NotUnderstood) and (day.why is not Misread.unknown or found["firm"]):
            problem = day
    return None, line if problem is None else Unclear("date", line, problem)


def _day(tail: str, when: When) -> date | NotUnderstood | None:
    """The day that these words mean, with or without their article; None where there are none."""
    found: date | NotUnderstood | None = None
    while tail:
        again = when(tail)
        if isinstance(again, date) or found is None or again.why is not Misread.unknown:
            found = again
        article = _ARTICLE.match(tail)
        if isinstance(found, date) or article is None:
            return found
        tail = tail[article.end() :]
    return found


def _may_be_a_day(tail: str, *, firm: bool) -> bool:
    """Whether words are worth reading as a day: they hold a word for one, or nearly: "by fridy"."""
    words = re.findall(r"[\w'-]+", bare(tail))
    if len(words) > _LONGEST_DAY:
        return False
    if any(word in _SURE or word[0].isdigit() for word in words):
        return True
    if not firm or len(words) > 4:
        return False
    long = (word for word in words if len(word) > 3)
    return any(get_close_matches(word, _LIKELY, n=1, cutoff=0.75) for word in long)


# ── what to keep ────────────────────────────────────────────────────────────────────────────────

_LINK = re.compile(r"https?://[^\s/@<>]+\.[^\s/@<>]+(?:/[^\s<>]*)?", re.IGNORECASE)


def read_link(line: str) -> tuple[str, str] | None:
    """The one address in a line, and the words beside it; None where it has none, or several."""
    found = _LINK.findall(line)
    if len(found) != 1 or any(unicodedata.category(sign) in ("Cc", "Cf") for sign in line):
        return None
    words = line.replace(found[0], " ")
    return found[0], " ".join(words.split()).strip(" :-–—()")
