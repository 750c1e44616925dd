"""What to look out for in a plan: days that clash, and weeks with too many messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

A_WEEK = 3
"""Messages that nobody asked for, at most, to one person in one week (rule R9)."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def within(self, other: Stretch) -> Stretch | None:
        """The days that are in both; None if there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Stretch(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Message:
    """A direct message to a person: the ISO week of theirs in which it came, and whether unasked."""

    person: int
    week: str
    unasked: bool


@dataclass(frozen=True, slots=True)
class Load:
    """How many messages somebody gets, how many of them unasked for, and at most in one week."""

    person: int
    all: int
    unasked: int
    busiest: int


def loads(persons: Iterable[int], messages: Iterable[Message]) -> list[Load]:
    """What each person gets, most first; who gets nothing is there as well.

    `busiest` counts what they did not ask for, in their fullest week.
    """
    every: Counter[int] = Counter()
    weeks: dict[int, Counter[str]] = {}
    for message in messages:
        every[message.person] += 1
        if message.unasked:
            weeks.setdefault(message.person, Counter())[message.week] += 1
    found = []
    for person in dict.fromkeys([*persons, *every]):
        mine = weeks.get(person, Counter())
        found.append(Load(person, every[person], mine.total(), max(mine.values(), default=0)))
    return sorted(found, key=lambda load: (-load.all, -load.unasked))
