"""How cards are read: what is offered, what fits a question, and when to ask whether it still holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from bot.folding import words_of

LONGEST, LONGEST_NAME = 300, 80
"""Characters of what is offered or asked for, and of the shorter fields."""

LONGEST_WHY = 600
"""Characters of what brings somebody: the preview of it is read on a phone."""

NEW_DAYS = 30
"""Who has joined so lately, and not introduced themselves, is asked to where they look what awaits them."""

MONTHS = 6
AT = time(9)
"""The reminder comes in so many months, at this hour of the person's own clock."""

ENOUGH_CORE = 3
"""People with whom a core group begins to be one."""

ACTIVE_DAYS = 60

_SEPARATED = re.compile(r"[\n;,]+")


def entries(said: str) -> tuple[str, ...]:
    """What somebody offers, one an entry: lines, commas and semicolons separate."""
    return tuple(entry.strip(" .•-–") for entry in _SEPARATED.split(said) if entry.strip(" .•-–"))


def offered(said: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """Of what somebody offers, the entries that hold any of the (folded) words; none unless all fit."""
    held = {entry: set(words_of(entry)) for entry in entries(said)}
    if not wanted or not set(wanted) <= set().union(*held.values()):
        return ()
    return tuple(entry for entry, words in held.items() if words & set(wanted))


def named(names: Iterable[tuple[int, str]], said: str) -> list[int]:
    """The people in whose (id, name) all these words begin a word."""
    wanted = words_of(said)
    if not wanted:
        return []
    return [
        person
        for person, name in names
        if all(any(part.startswith(word) for part in words_of(name)) for word in wanted)
    ]


def in_months(day: date, months: int = MONTHS) -> datetime:
    """The wall time of the reminder: the same day of a later month, or that month's last."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = monthrange(year, month + 1)[1]
    return datetime.combine(date(year, month + 1, min(day.day, last)), AT)
