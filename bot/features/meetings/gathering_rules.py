"""How what surrounds a meeting works: pure functions; no database, no clock, no chat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from scheduling.calendar import Hours, day_before, last_opening_hour_before, resolve

ANSWERS = ("yes", "maybe", "no")
SOON = timedelta(hours=1)
"""How long before a meeting the channel is reminded."""

TOO_LATE = timedelta(hours=2)
"""A reminder that is this late is dropped."""

ASKED_BEFORE = timedelta(days=7)
"""Who has not said whether they come sees the question in /ronde this long before."""

CORRECTED_FOR = timedelta(hours=72)
"""How long after a meeting who was there may be put right."""

LONGEST_POINT, MOST_POINTS, MOST_MINUTES = 200, 20, 480
POINTS_SHOWN, OPEN_SHOWN = 10, 5
LONGEST_GUESTS = 500
LONGEST_SUMMARY, LONGEST_DECISIONS, LONGEST_ACTIONS, LONGEST_LINKS = 1500, 1000, 1000, 600
LONGEST_ACTION, MOST_LINKS = 200, 5
PEOPLE_A_PAGE, ACTIONS_A_PAGE = 25, 5
KIT = (("names", 10), ("why", 15), ("needs", 15), ("rules", 10), ("next", 5), ("roles", 5))
"""The points of a first meeting, an hour in all."""


class Stage(StrEnum):
    """Where a settled meeting is: still to come, under way, or over."""

    COMING = "coming"
    ON = "on"
    OVER = "over"


def end_of(starts: datetime, minutes: int) -> datetime:
    """When a meeting ends: its minutes are real ones, on whatever night."""
    return starts + timedelta(minutes=minutes)


def stage(now: datetime, starts: datetime, minutes: int) -> Stage:
    """Where a meeting is. It takes answers until the instant at which it starts."""
    if now < starts:
        return Stage.COMING
    return Stage.ON if now < end_of(starts, minutes) else Stage.OVER


def reminder_at(wall: datetime, zone: str, theirs: str, hours: Hours) -> datetime:
    """When somebody who comes is reminded: the day before, by the clock of the meeting.

    If it is closed then for them, at the start of the last open hour before: a meeting on Monday at
    14:00 is recalled on Friday at 18:00.
    """
    return last_opening_hour_before(day_before(wall, zone), theirs, hours)


def action_marks(due: date, theirs: str, hours: Hours) -> dict[int, datetime]:
    """When the one who took an action on hears of it: by how many days before, and at what instant.

    Two days before and on the morning itself; where these are closed, in the last open hour before.
    """
    found = {}
    for days in (2, 0):
        morning = datetime.combine(due - timedelta(days=days), hours.opens)
        found[days] = last_opening_hour_before(resolve(morning, theirs).instant, theirs, hours)
    return found


def end_of_due(due: date, zone: str, days: int) -> datetime:
    """Until when a reminder that comes `days` before is worth sending: the next one, or the end."""
    day = due if days else due + timedelta(days=1)
    return resolve(datetime.combine(day, time.min), zone).instant


# ── the agenda ──────────────────────────────────────────────────────────────────────────────────


def shifted(order: Sequence[int], number: int, *, up: bool) -> list[int]:
    """The same points, one of them a place up or down; at the edge nothing moves."""
    found = list(order)
    if number not in found:
        return found
    at = found.index(number)
    other = at - 1 if up else at + 1
    if 0 <= other < len(found):
        found[at], found[other] = found[other], found[at]
    return found


def planned(minutes: Iterable[int | None]) -> int:
    """How long the points take together, as far as it is said."""
    return sum(length or 0 for length in minutes)


def lines_of(words: str) -> list[str]:
    """What was written one a line: no empty lines, no bullets, no spaces around."""
    found = (line.strip().removeprefix("•").lstrip("-*–").strip() for line in words.splitlines())
    return [" ".join(line.split()) for line in found if line]
