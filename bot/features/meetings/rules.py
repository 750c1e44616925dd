"""How proposing and settling a meeting works: pure functions; no database, no clock, no chat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

LEAST_SLOTS, MOST_SLOTS = 2, 12
LONGEST_TITLE, LONGEST_VENUE, LONGEST_WHY = 150, 200, 300
USUAL_MINUTES, MOST_MINUTES = 60, 24 * 60
USUAL_WAIT = timedelta(days=7)
BEFORE_FIRST = timedelta(hours=48)
SOONEST = timedelta(minutes=5)
NEAR = timedelta(hours=2)
"""Another meeting of the community as near as this is worth a warning."""

ROWS_SHOWN = 25
SMALL_COMMUNITY = 5
SLOTS_A_PAGE = 5


def usual_deadline(now: datetime, first: datetime) -> datetime:
    """When answers are due, unless said otherwise (feature 4 A8).

    After seven days or 48 h before the first slot, whichever is sooner, but never before half-way
    to the first slot.
    """
    half_way = now + (first - now) / 2
    return max(min(now + USUAL_WAIT, first - BEFORE_FIRST), half_way)


def same_instants(starts: Sequence[datetime]) -> tuple[int, int] | None:
    """Two slots that begin at one instant, by their places in the list; None if none do."""
    seen: dict[datetime, int] = {}
    for place, start in enumerate(starts):
        if start in seen:
            return seen[start], place
        seen[start] = place
    return None


def overlapping(spans: Sequence[tuple[datetime, datetime]]) -> tuple[int, ...]:
    """The places of the slots that begin before an earlier one has ended."""
    order = sorted(range(len(spans)), key=lambda place: spans[place])
    found: list[int] = []
    latest: datetime | None = None
    for place in order:
        start, end = spans[place]
        if latest is not None and start < latest:
            found.append(place)
        latest = end if latest is None else max(latest, end)
    return tuple(sorted(found))


def remaining(open_slots: Iterable[int], answered: Iterable[int]) -> int:
    """How many of the slots that can still be chosen somebody has not answered."""
    return len(set(open_slots) - set(answered))


def as_before(
    slots: Iterable[tuple[int, datetime]], before: Sequence[tuple[datetime, str]]
) -> dict[int, str]:
    """What somebody would answer if nothing had changed: by weekday and hour.

    `slots` are (id, wall time), `before` the (wall time, answer) of earlier proposals, newest
    first. A slot is filled by the newest answer given for its weekday and its hour and minute.
    """
    known: dict[tuple[int, int, int], str] = {}
    for wall, said in before:
        known.setdefault((wall.weekday(), wall.hour, wall.minute), said)
    found: dict[int, str] = {}
    for number, wall in slots:
        same = known.get((wall.weekday(), wall.hour, wall.minute))
        if same is not None:
            found[number] = same
    return found
