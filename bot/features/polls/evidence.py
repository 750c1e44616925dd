"""What polls show in figures: how many there were, and whether people take part in them."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.polls import figures, records
from bot.features.polls.figures import Turnout
from bot.measures import Measure, Period, complete_months, share

LATELY = timedelta(days=30)
_ATOM = timedelta(microseconds=1)


def evidence(ctx: Context) -> Facts:
    """How many polls, and the best turnout: lately, in the last month, in the one before."""
    here = ctx.here.id or 0
    months = [complete_months(ctx.now, ctx.here.zone, 1, before=back) for back in (0, 1)]
    spans = {
        Fact.POLL_BEST_TURNOUT_30: Period(ctx.now - LATELY, ctx.now + _ATOM),
        Fact.POLL_BEST_TURNOUT_MONTH_1: months[0],
        Fact.POLL_BEST_TURNOUT_MONTH_2: months[1],
    }
    first = min(span.start for span in spans.values())
    closed = figures.turnouts(ctx.db, here, first, ctx.now + _ATOM)
    found = {Fact.POLLS_EVER: float(records.count(ctx.db, here))}
    for fact, span in spans.items():
        rates = _rates([one for one in closed if span.start <= one.closed_at < span.end])
        if rates:
            found[fact] = max(rates)
    return found


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """I4: voters of those who could vote at closing; the middle one of the period's polls.

    Behind anonymous polls alone stand people whose number must not be small.
    """
    here = ctx.here.id or 0
    closed = figures.turnouts(ctx.db, here, period.start, period.end)
    rates = _rates(closed)
    people = None
    if closed and all(one.sealed for one in closed):
        people = figures.secret_voters(ctx.db, here, period.start, period.end)
    return (Measure("i4", median(rates) if rates else None, len(rates), people=people),)


def _rates(polls: list[Turnout]) -> list[float]:
    """The turnout of each poll in which anybody could vote."""
    found = [share(one.voters, one.eligible) for one in polls]
    return [rate for rate in found if rate is not None]
