"""What a clock on the wall means: zones, nights when it changes, hours to write to people.

Every instant is an aware datetime in UTC; every wall time is a naive datetime that goes with the
IANA name of a zone. What is to come is kept as wall time and zone, and the instant is worked out
here, again and again, because countries change their rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_SECOND = timedelta(seconds=1)
_HOUR = timedelta(hours=1)

# Names that the zone database answers but that mean this machine's zone, or count leap seconds.
_NOT_A_ZONE = ("localtime", "posixrules", "Factory", "posix/", "right/")


class WallKind(StrEnum):
    """How often a wall time is shown by the clocks of its zone: once, never or twice."""

    plain = "plain"
    gap = "gap"
    twice = "twice"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A wall time and its instant; in a gap, `wall` is the first time that exists after it."""

    instant: datetime
    wall: datetime
    kind: WallKind
    offset: timedelta


def zone_exists(name: str) -> bool:
    """Say whether `name` is an IANA zone that we can compute with ("Europe/Paris", "UTC")."""
    if not name or name.startswith(_NOT_A_ZONE):
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def zone_named(words: str) -> str:
    """Take a zone as people type it ("europe/paris", "Tokyo"), give its IANA name, or "".

    Rule: the last part alone is enough where one zone only ends with it.
    """
    typed = words.strip()
    if zone_exists(typed):
        return typed
    folded = typed.replace(" ", "_").casefold()
    known = _zones()
    return known.get(folded, "") if folded else ""


def zones_near(words: str, most: int = 3) -> tuple[str, ...]:
    """The IANA names nearest to a zone's name or city as typed, nearest first; none where none is."""
    folded = words.strip().replace(" ", "_").casefold()
    known = {name: zone for name, zone in _zones().items() if zone}
    near = get_close_matches(folded, known, n=2 * most, cutoff=0.75)
    return tuple(dict.fromkeys(known[name] for name in near))[:most]


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Every zone by its folded name, and by its last part where no other zone has that."""
    names = [name for name in available_timezones() if not name.startswith(_NOT_A_ZONE)]
    found: dict[str, str] = {}
    for name in names:
        last = name.rpartition("/")[2].casefold()
        found[last] = "" if last in found else name
    return found | {name.casefold(): name for name in names}


def resolve(wall: datetime, zone: str) -> Resolved:
    """Take a wall time and its zone, give the instant.

    Rule: a time that the spring night skips becomes the first instant that exists after it; a time
    that the autumn night shows twice is the first of the two.
    """
    first = _aware(wall, zone)
    before, after = _offset(first), _offset(first.replace(fold=1))
    if before < after:
        instant = _first_instant_after_gap(first)
        return Resolved(instant, local(instant, zone), WallKind.gap, after)
    kind = WallKind.plain if before == after else WallKind.twice
    return Resolved(first.astimezone(UTC), first.replace(tzinfo=None), kind, before)


def local(instant: datetime, zone: str) -> datetime:
    """Take an instant, give what the clocks of `zone` show then (a naive datetime)."""
    if instant.tzinfo is None:
        raise ValueError("an instant must be aware")
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def beyond_gap(wall: datetime, zone: str) -> datetime:
    """Take a wall time in a gap, give the one as far beyond it: 02:30 becomes 03:30."""
    return local(_aware(wall, zone).astimezone(UTC), zone)


def offset_at(instant: datetime, zone: str) -> timedelta:
    """Take an instant, give how far ahead of UTC the clocks of `zone` are then."""
    return _offset(instant.astimezone(ZoneInfo(zone)))


def offset_differs_that_day(wall: datetime, zone: str) -> bool:
    """Say whether the clocks of `zone` change on the day of `wall`."""
    start = start_of_day(wall.date(), zone)
    end = start_of_day(wall.date() + _DAY, zone)
    return offset_at(start - _SECOND, zone) != offset_at(end - _SECOND, zone)


@dataclass(frozen=True, slots=True)
class Hours:
    """When people may be written to, by their own clock: from `opens` until `closes`, on `days`.

    Days count from Monday, 0. A closing time that is not after the opening time belongs to the next
    day, so that 00:00 to 00:00 is the whole day and 20:00 to 02:00 an evening.
    """

    opens: time = time(8)
    closes: time = time(19)
    days: frozenset[int] = frozenset(range(5))

    def __post_init__(self) -> None:
        """Refuse hours that never open, and days that are none."""
        if not self.days or not self.days <= frozenset(range(7)):
            raise ValueError("days are numbers from 0, Monday, to 6, and there is at least one")


def is_open(at: datetime, zone: str, hours: Hours) -> bool:
    """Say whether the instant `at` lies within `hours`."""
    today = local(at, zone).date()
    return any(start <= at < end for start, end in _openings(today - _DAY, 1, zone, hours))


def next_opening(at: datetime, zone: str, hours: Hours) -> datetime:
    """Take an instant, give the first one at or after it that lies within `hours`."""
    if is_open(at, zone, hours):
        return at
    today = local(at, zone).date()
    # Three weeks: hours of one night a week may fall whole into the gap of a spring night.
    return next(start for start, _ in _openings(today - _DAY, 21, zone, hours) if start > at)


def next_closing(at: datetime, zone: str, hours: Hours) -> datetime:
    """Take an instant within `hours`, give the one at which they close."""
    today = local(at, zone).date()
    return next(end for start, end in _openings(today - _DAY, 1, zone, hours) if start <= at < end)


def last_opening_hour_before(at: datetime, zone: str, hours: Hours) -> datetime:
    """Take the instant of something a person said yes to, give when to tell them.

    Rule: what one said yes to goes out at its time if that is open, and else at the start of the
    last open hour before. For a meeting on Monday 14:00 "the day before" is a Sunday: Friday 18:00.
    The result may be past already; whoever asks judges that.
    """
    if is_open(at, zone, hours):
        return at
    today = local(at, zone).date()
    openings = _openings(today - 22 * _DAY, 23, zone, hours)
    start, end = max(
        (opening for opening in openings if opening[1] <= at), key=lambda each: each[1]
    )
    return max(start, end - _HOUR)


def day_before(wall: datetime, zone: str) -> datetime:
    """Take a wall time, give the instant of the same one on the day before, 23 to 25 hours ago."""
    return resolve(wall - _DAY, zone).instant


def weekly(wall: datetime, zone: str, count: int, every: int = 1) -> tuple[Resolved, ...]:
    """Give `count` occurrences from `wall` on, `every` so many weeks, at the same wall time."""
    return tuple(resolve(wall + every * turn * _WEEK, zone) for turn in range(count))


def working_day_on_or_after(day: date) -> date:
    """Give `day` if it is from Monday to Friday, else the Monday after it."""
    return day + max(0, 7 - day.weekday()) * _DAY if day.weekday() >= 5 else day


def start_of_day(day: date, zone: str) -> datetime:
    """Give the first instant of `day` in `zone` (01:00 where the clock skips midnight)."""
    return resolve(datetime.combine(day, time.min), zone).instant


def end_of_day(day: date, zone: str) -> datetime:
    """Give the instant of 23:59:59. Rule: a date alone, as a deadline, lasts until then."""
    return resolve(datetime.combine(day, time(23, 59, 59)), zone).instant


def iso_week(instant: datetime, zone: str) -> str:
    """Give the ISO week in which `instant` falls for the people of `zone`: "2026-W47"."""
    year, week, _ = local(instant, zone).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _openings(
    first: date, days: int, zone: str, hours: Hours
) -> Iterator[tuple[datetime, datetime]]:
    """Give the spans in which `hours` are open, from `first` to `days` days later, in order."""
    for turn in range(days + 1):
        day = first + turn * _DAY
        if day.weekday() not in hours.days:
            continue
        last = day if hours.closes > hours.opens else day + _DAY
        start = resolve(datetime.combine(day, hours.opens), zone).instant
        end = resolve(datetime.combine(last, hours.closes), zone).instant
        if start < end:  # equal where the spring night swallows the whole span
            yield start, end


def _aware(wall: datetime, zone: str) -> datetime:
    if wall.tzinfo is not None:
        raise ValueError("a wall time must be naive: its zone goes beside it")
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0)


def _offset(aware: datetime) -> timedelta:
    return aware.utcoffset() or timedelta()


def _first_instant_after_gap(skipped: datetime) -> datetime:
    """Search, to the second, for the change of clock that skips the wall time `skipped`."""
    zone = skipped.tzinfo
    skipped = skipped.replace(microsecond=0)
    after = _offset(skipped.replace(fold=1))
    late = skipped.astimezone(UTC)
    early = skipped.replace(fold=1).astimezone(UTC)
    while late - early > _SECOND:
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if _offset(middle.astimezone(zone)) == after:
            late = middle
        else:
            early = middle
    return late
