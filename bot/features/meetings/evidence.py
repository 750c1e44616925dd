"""What meetings show in figures: held and to come, and how many were there."""

from __future__ import annotations

from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.meetings import figures
from bot.measures import Measure, Period, share


def evidence(ctx: Context) -> Facts:
    """How many were held and are to come; the best attendance, where it was confirmed.

    A date that was announced at once counts as proposed: it was put to everybody.
    """
    here = ctx.here.id or 0
    counts = figures.counts(ctx.db, here, ctx.now)
    most, part = figures.best(ctx.db, here)
    found = {
        Fact.MEETING_HELD: float(counts.held),
        Fact.DATES_PROPOSED: float(counts.proposed),
        Fact.MEETINGS_NEXT_30: float(counts.within_30),
        Fact.MEETINGS_NEXT_180: float(counts.within_180),
        Fact.MEETING_BEST_PRESENT: float(most or 0),
    }
    if part is not None:
        found[Fact.MEETING_BEST_SHARE] = part
    return found


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """I5, twice, of the period's confirmed meetings: who was there, and who came of those who said yes."""
    here = ctx.here.id or 0
    met = figures.presences(ctx.db, here, period.start, period.end)
    members, said = sum(one.members for one in met), sum(one.said for one in met)
    there = share(sum(one.there for one in met), members)
    came = share(sum(one.came for one in met), said)
    behind = max((one.members for one in met), default=0)
    yes = figures.saying_yes(ctx.db, here, period.start, period.end)
    return (
        Measure("i5-attendance", there, members, people=behind),
        Measure("i5-show-up", came, said, people=yes),
    )
