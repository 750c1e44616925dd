"""What the library shows in figures: what it holds, and whether it serves others than who shared."""

from __future__ import annotations

from datetime import timedelta

from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.resources import figures
from bot.measures import Measure, Period, Unit, share

FRESH = timedelta(days=180)
LATELY = timedelta(days=90)
_ATOM = timedelta(microseconds=1)


def evidence(ctx: Context) -> Facts:
    """How much is kept, by how many, since when nothing came; and what others tried."""
    here, after = ctx.here.id or 0, ctx.now + _ATOM
    stock = figures.stock(ctx.db, here, after)
    found = {
        Fact.LIBRARY_ENTRIES: float(stock.entries),
        Fact.LIBRARY_SHARERS: float(stock.sharers),
        Fact.TRIED_EVER: float(figures.reuses(ctx.db, here)),
        Fact.TRIED_90: float(figures.tried(ctx.db, here, ctx.now - LATELY, after).times),
    }
    if stock.newest is not None:
        found[Fact.LIBRARY_NEWEST_DAYS] = float((ctx.now - stock.newest).days)
    return found


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """P1: what was shared before the period's end and is still there, as it stands now. A1: reuses.

    What was verified when is kept for the last time only: no past state can be told.
    """
    here, after = ctx.here.id or 0, ctx.now + _ATOM
    checked = figures.checked(ctx.db, here, min(period.end, after), ctx.now - FRESH)
    tried = figures.tried(ctx.db, here, period.start, period.end)
    n = checked.entries
    return (
        Measure("p1", float(n), n, Unit.COUNT),
        Measure("p1-fresh", share(checked.fresh, n), n),
        Measure("p1-check", share(checked.to_check, n), n),
        Measure("a1", float(tried.times), tried.times, Unit.COUNT, people=tried.people),
    )
