"""How the clocks of a zone change, in the words of calendar files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduling.calendar import local, offset_at

if TYPE_CHECKING:
    from icalendar import TimezoneDaylight, TimezoneStandard

AHEAD = 12
"""Years for which changes are looked at: enough to tell the fourth Sunday from the last."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=256)
def time_zone(zone: str, first: int, last: int) -> bytes:
    """How the clocks of a zone change from `first` until before `last`, as a VTIMEZONE.

    Where every year is alike it is written as a rule, which goes on for ever and is all that
    Outlook looks at; else each change is listed.
    """
    from icalendar import Timezone

    made = Timezone()
    made.add("TZID", zone)
    begins = datetime(first, 1, 1, tzinfo=UTC)
    offset, name = offset_at(begins, zone), begins.astimezone(ZoneInfo(zone)).tzname() or zone
    alike: dict[tuple[timedelta, timedelta, str], list[datetime]] = {}
    for change in _changes(zone, begins, datetime(last, 1, 1, tzinfo=UTC)):
        alike.setdefault((change.before, change.after, change.name), []).append(change.wall)
    rules = {key: _rule(walls, last - first) for key, walls in alike.items()}
    if not all(rules.values()) or not rules:  # then something has to hold until the first change
        made.add_component(_observance(offset, offset, name, local(begins, zone)))
    for (before, after, said), walls in alike.items():
        part = _observance(before, after, said, walls[0])
        if rule := rules[before, after, said]:
            part.add("RRULE", rule)
        elif walls[1:]:
            part.add("RDATE", walls[1:])
        made.add_component(part)
    drawn: bytes = made.to_ical()
    return drawn


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of clock: when, as the clock showed just before it, and from what to what."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str


def _changes(zone: str, begins: datetime, ends: datetime) -> Iterator[_Change]:
    """Every change of clock, to the second. No two were ever less than a day apart."""
    early = begins
    while early < ends:
        late = early + _DAY
        before, after = offset_at(early, zone), offset_at(late, zone)
        if before != after:
            low, high = early, late
            while high - low > _SECOND:
                middle = (low + (high - low) / 2).replace(microsecond=0)
                low, high = (middle, high) if offset_at(middle, zone) == before else (low, middle)
            shown = (high + before).replace(tzinfo=None)
            yield _Change(shown, before, after, high.astimezone(ZoneInfo(zone)).tzname() or zone)
        early = late


def _rule(walls: Sequence[datetime], years: int) -> dict[str, object]:
    """The yearly rule that these changes follow, once in each of so many years; empty if none."""
    days = [wall.date() for wall in walls]
    if [day.year for day in days] != list(range(days[0].year, days[0].year + years)):
        return {}
    if len({(wall.month, wall.weekday(), wall.time()) for wall in walls}) > 1:
        return {}
    turns = {(day.day - 1) // 7 + 1 for day in days}
    if all(_is_last(day) for day in days):
        turn = -1
    elif len(turns) == 1:
        turn = turns.pop()
    else:
        return {}
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[days[0].weekday()]
    return {"FREQ": "YEARLY", "BYMONTH": days[0].month, "BYDAY": f"{turn}{weekday}"}


def _is_last(day: date) -> bool:
    """Whether no other such weekday comes in the same month."""
    return (day + 7 * _DAY).month != day.month


def _observance(
    before: timedelta, after: timedelta, name: str, wall: datetime
) -> TimezoneStandard | TimezoneDaylight:
    """From `wall` on, by the clock as it ran before, the offset is `after`."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    made = TimezoneDaylight() if after > before else TimezoneStandard()
    made.add("DTSTART", wall)
    made.add("TZOFFSETFROM", before)
    made.add("TZOFFSETTO", after)
    made.add("TZNAME", name)
    return made
