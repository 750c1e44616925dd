"""What a community knows of itself in figures: how old it is, where it lives, how many take part."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.community import figures
from bot.features.community.figures import Active
from bot.measures import Measure, Period, complete_months, share
from storage import people

WINDOW = timedelta(days=30)
"""Who has done something in so many days is active."""


def evidence(ctx: Context) -> Facts:
    """The age of the community, its channels, and the active rate: lately, and at two months' ends."""
    here = ctx.here
    ends = [complete_months(ctx.now, here.zone, 1, before=back).end for back in (0, 1)]
    found = {
        Fact.COMMUNITY_DAYS: float((ctx.now - here.founded_at).days),
        Fact.PLACES: float(people.place_count(ctx.db, here.id or 0)),
    }
    for fact, at in (
        (Fact.ACTIVE_SHARE_30, _just_after(ctx.now)),
        (Fact.ACTIVE_SHARE_MONTH_1, ends[0]),
        (Fact.ACTIVE_SHARE_MONTH_2, ends[1]),
    ):
        active = _active(ctx, at)
        rate = share(active.active, active.members)
        if rate is not None:
            found[fact] = rate
    return found


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """I1: of the members at the period's end, those who did something in the 30 days before."""
    active = _active(ctx, min(period.end, _just_after(ctx.now)))
    rate = share(active.active, active.members)
    return (Measure("i1", rate, active.members, people=active.members),)


def _active(ctx: Context, at: datetime) -> Active:
    return figures.active(ctx.db, ctx.here.id or 0, at - WINDOW, at)


def _just_after(now: datetime) -> datetime:
    """What has happened at this very instant has happened."""
    return now + timedelta(microseconds=1)
