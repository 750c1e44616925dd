"""How much the bot may write to somebody unasked: one rule for what is sent and what is foreseen.

Unsolicited messages: 1 a day and 3 a week per person, all features together; at most 1 a week for
who asked for fewer. In a community's first thirty days, few kinds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

A_DAY, A_WEEK, A_WEEK_FEWER = 1, 3, 1
YOUNG = timedelta(days=30)
YOUNG_KINDS = frozenset({"poll", "meeting", "journey", "question", "digest"})
"""In its first thirty days a community sends no other messages; a digest is what one asked for."""


def monday_before(now: datetime, zone: str) -> datetime:
    """The instant at which the week of `now` began in `zone`."""
    midnight = _midnight(now, zone)
    return (midnight - timedelta(days=midnight.weekday())).astimezone(now.tzinfo)


def free_at(sent: Iterable[datetime], now: datetime, zone: str, *, fewer: bool) -> datetime | None:
    """Take when messages were sent this week; None if another may go now, else the day when one may."""
    monday, midnight = monday_before(now, zone), _midnight(now, zone)
    this_week = [at for at in sent if at >= monday]
    if len(this_week) >= (A_WEEK_FEWER if fewer else A_WEEK):
        return (monday.astimezone(midnight.tzinfo) + timedelta(days=7)).astimezone(now.tzinfo)
    if sum(at >= midnight for at in this_week) >= A_DAY:
        return (midnight + timedelta(days=1)).astimezone(now.tzinfo)
    return None


def _midnight(now: datetime, zone: str) -> datetime:
    return now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
