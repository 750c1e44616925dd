"""When a nudge may be told: pure functions; no database, no clock, no chat."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from scheduling.calendar import Hours, is_open, local, next_closing, next_opening, start_of_day

AGAIN_AFTER = timedelta(days=14)
SNOOZES = (1, 7)
"""For how many days a nudge can be put off."""

ENOUGH_SNOOZES = 3
"""Put off so often in a row, a rule is of no use here: it is proposed to switch it off."""


def next_round(at: datetime, zone: str, hours: Hours) -> datetime:
    """Take an instant, give the first opening of the hours after it, a day on which they open."""
    return next_opening(
        next_closing(at, zone, hours) if is_open(at, zone, hours) else at, zone, hours
    )


def ready(told_at: datetime, snoozed_until: datetime | None, now: datetime, zone: str) -> bool:
    """Say whether what was told (and perhaps put off) may be told again.

    Counted in days, so that a round which came some seconds late moves none of the next.
    """
    if snoozed_until is not None:
        return now >= snoozed_until
    return local(now, zone).date() - local(told_at, zone).date() >= AGAIN_AFTER


def until(now: datetime, days: int, zone: str) -> datetime:
    """Give the beginning of the day to which a nudge is put off."""
    day: date = local(now, zone).date() + timedelta(days=days)
    return start_of_day(day, zone)


def in_a_row(snoozed: Iterable[bool]) -> int:
    """Take whether each nudge of a rule was put off, newest first; give how many were, in a row."""
    count = 0
    for was in snoozed:
        if not was:
            break
        count += 1
    return count


def week_end(at: datetime, zone: str) -> datetime:
    """Give the instant at which the week of `at` is over."""
    day = local(at, zone).date()
    return start_of_day(day + timedelta(days=7 - day.weekday()), zone)
