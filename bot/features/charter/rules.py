"""How a charter works: its sections, its hash, who still agrees, and how a round is ranked."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

SECTIONS = (
    "why",
    "whom",
    "objectives",
    "roles",
    "rhythm",
    "sharing",
    "decide",
    "conduct",
    "records",
    "review",
)
"""The template, in its order: what a charter says, in the words of the recipe."""

EXPRESS = ("why", "whom", "rhythm", "sharing", "decide")
"""The five sentences of an express charter."""

QUESTIONS = ("why", "what", "how")
"""What a co-definition round asks."""

FEEDS = {"why": "why", "what": "objectives", "how": "decide"}
"""Which section the outcome of each question goes into."""

DOTS = 3
"""Dots that each person may put, on as many groups."""

MOST_GROUPS = 25
"""Groups of a round: as many as one picker offers on every platform."""

REVIEW_MONTHS = 12
REVIEW_SOON = timedelta(days=7)
ACTIVE = timedelta(days=30)


def canonical(sections: Mapping[str, str]) -> str:
    """The text that a version's hash stands for: each section in order, spelt in one way.

    Composed letters, single line ends, no spaces at the ends of lines; empty sections left out.
    """
    found = {key: tidy(sections.get(key, "")) for key in SECTIONS}
    return json.dumps(
        {key: words for key, words in found.items() if words},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def tidy(words: str) -> str:
    """Words in one spelling, so that what looks alike is alike."""
    lines = unicodedata.normalize("NFC", words).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def fingerprint(sections: Mapping[str, str]) -> str:
    """The SHA-256 of a charter's canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(sections).encode()).hexdigest()


def coverage(active: Collection[int], signed: Collection[int]) -> float | None:
    """Active members who signed ÷ active members (E6); None where nobody is active."""
    people = set(active)
    return len(people & set(signed)) / len(people) if people else None


def a_year_after(day: date) -> date:
    """The day twelve months later; 29 February becomes the 28th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)


def is_due(review: datetime | None, now: datetime) -> bool:
    """Whether a charter is to be looked at again within the week, or should have been."""
    return review is not None and now >= review - REVIEW_SOON


def ranked(dots: Mapping[int, int]) -> list[int]:
    """Groups by their dots, most first; of equals, the one that was made first."""
    return sorted(dots, key=lambda group: (-dots[group], group))


def pages(lengths: Sequence[int], room: int) -> list[list[int]]:
    """Things of these lengths, in order, on as few pages as hold `room` each; none is cut in two."""
    found: list[list[int]] = []
    left = 0
    for index, length in enumerate(lengths):
        if not found or length > left:
            found.append([])
            left = room
        found[-1].append(index)
        left -= length
    return found
