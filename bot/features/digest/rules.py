"""When a digest comes, and what has room in it: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from bot.news import News, Section
from scheduling.calendar import iso_week, local, resolve

WEEK = timedelta(days=7)

TOO_LATE = timedelta(days=1)
"""A digest that comes later than this is left out: the next one tells of that time as well."""

A_PAUSE = timedelta(days=14)
"""So long after the digest before the one that was missed, one catches up on any day."""

ROOM = 11
"""Lines under the title: a digest has twelve in all."""

MOST = {
    Section.NEXT: 1,
    Section.RESOURCES: 3,
    Section.NEEDS: 3,
    Section.WELCOMES: 1,
    Section.STORY: 1,
}
"""How many items of a section are said, wherever there is room; of the others, all."""


def coming(
    after: datetime, zone: str, day: int, hour: str, taken: Callable[[str], bool]
) -> datetime:
    """The first instant after `after` at which the clocks of `zone` show `hour` on a weekday.

    `day` is 1, Monday, to 7; `taken` says whether an ISO week ("2026-W47") has had its digest.
    """
    week = 0
    while True:
        at = _in_week(after, zone, day, hour, week)
        if at > after and not taken(iso_week(at, zone)):
            return at
        week += 1


def latest(now: datetime, zone: str, day: int, hour: str) -> datetime:
    """The last such instant up to now."""
    this_week = _in_week(now, zone, day, hour, 0)
    return this_week if this_week <= now else _in_week(now, zone, day, hour, -1)


def _in_week(now: datetime, zone: str, day: int, hour: str, later: int) -> datetime:
    """That day and hour of the ISO week of `now`, or so many weeks later."""
    today = local(now, zone).date()
    date = today + timedelta(days=7 * later + day - 1 - today.weekday())
    return resolve(datetime.combine(date, time.fromisoformat(hour)), zone).instant


def next_hour(after: datetime, zone: str, hour: str) -> datetime:
    """The first instant after `after` at which the clocks of `zone` show `hour`, on any day."""
    today = local(after, zone).date()
    wall = datetime.combine(today, time.fromisoformat(hour))
    at = resolve(wall, zone).instant
    return at if at > after else resolve(wall + timedelta(days=1), zone).instant


def said(items: Iterable[News]) -> list[News]:
    """What is worth saying, section by section, each within its limit."""
    found: dict[Section, list[News]] = {section: [] for section in Section}
    for item in items:
        section = found[item.section]
        if len(section) < MOST.get(item.section, len(section) + 1):
            section.append(item)
    return [item for section in found.values() for item in section]


def fitted(items: list[News], room: int = ROOM) -> tuple[list[News], int]:
    """What there is room for, and how many items are left out; saying so takes a line as well.

    Sections take turns, in their order, so that a long one crowds out no other.
    """
    if len(items) <= room:
        return items, 0
    ranks: dict[Section, int] = {}
    turns: list[tuple[int, int]] = []
    for at, item in enumerate(items):
        rank = ranks[item.section] = ranks.get(item.section, 0) + 1
        turns.append((rank, at))
    chosen = sorted(at for _, at in sorted(turns)[: room - 1])
    return [items[at] for at in chosen], len(items) - len(chosen)
