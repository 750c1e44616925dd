"""How a community is described: opening hours in words, and names that fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta

LONGEST_NAME, LONGEST_PURPOSE = 60, 200
ENOUGH_INVITED = 3
ENOUGH_SHARED = 2
NONE = frozenset({"", "-", "none", "no", "aucun", "non"})
LIKELY_ZONES = {"fr": "Europe/Paris"}
"""Proposed to a founder whose chat tells no zone; in the form, where it can be changed."""

SURPRISING = timedelta(days=183)
"""A first meeting further off is rarely meant by who leaves the year out."""

_DAYS = {
    "mon": 0,
    "tue": 1,
    "wed": 2,
    "thu": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
    "lun": 0,
    "mar": 1,
    "mer": 2,
    "jeu": 3,
    "ven": 4,
    "sam": 5,
    "dim": 6,
}
_HOURS = re.compile(
    r"(?P<h1>\d{1,2})(?:[:h](?P<m1>\d{2})?)?\s*(?P<p1>[ap]m)?\s*(?:-|–|à|to|a)\s*"
    r"(?P<h2>\d{1,2})(?:[:h](?P<m2>\d{2})?)?\s*(?P<p2>[ap]m)?"
)
_SPAN = re.compile(r"([a-zé]{3})[a-zé.]*\s*(?:(?:-|–|à|to|a|au)\s*([a-zé]{3})[a-zé.]*)?")


def means_none(words: str) -> bool:
    """Whether somebody who typed this wants nothing there."""
    return words.strip().casefold() in NONE


@dataclass(frozen=True, slots=True)
class Window:
    """When direct messages may start: wall times, and weekdays with Monday as 0."""

    opens: time
    closes: time
    days: tuple[int, ...]


def read_window(words: str) -> Window | None:
    """ "08:00-19:00 mon-fri" or « 8h–19h lun–ven » as a window; None if it cannot be understood.

    Days left out mean Monday to Friday; from midnight to midnight is the whole day.
    """
    plain = " ".join(words.lower().split())
    found = _HOURS.search(plain)
    if found is None:
        return None
    try:
        opens = time(_hour(found["h1"], found["p1"]), int(found["m1"] or 0))
        closes = time(_hour(found["h2"], found["p2"]) % 24, int(found["m2"] or 0))
    except ValueError:
        return None
    if closes != time(0) and closes <= opens:
        return None
    rest = (plain[: found.start()] + " " + plain[found.end() :]).strip(" ,;")
    days = _read_days(rest)
    return None if days is None else Window(opens, closes, days)


def _hour(said: str, half: str | None) -> int:
    """The hour on a clock of twenty-four: 12 am is 0, 7 pm is 19."""
    hour = int(said)
    return hour if half is None else hour % 12 + (12 if half == "pm" else 0)


def _read_days(words: str) -> tuple[int, ...] | None:
    if not words:
        return (0, 1, 2, 3, 4)
    days: set[int] = set()
    used = 0
    for match in _SPAN.finditer(words):
        first, last = _DAYS.get(match[1]), _DAYS.get(match[2] or match[1])
        if first is None or last is None:
            return None
        at = first
        days.add(at)
        while at != last:
            at = (at + 1) % 7
            days.add(at)
        used += 1
    return tuple(sorted(days)) if used else None


def say_window(opens: str, closes: str, days: str, language: str) -> str:
    """A window as it would be typed in `language`: "08:00-19:00 mon-fri"."""
    names = list(_DAYS)[:7] if language == "en" else list(_DAYS)[7:]
    chosen = [int(day) for day in days]
    together = chosen == list(range(chosen[0], chosen[-1] + 1)) and len(chosen) > 1
    said = (
        f"{names[chosen[0]]}-{names[chosen[-1]]}"
        if together
        else ", ".join(names[day] for day in chosen)
    )
    return f"{opens}-{closes} {said}"
