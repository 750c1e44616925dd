"""Why one date stands before the others, in one sentence, with what it costs."""

from __future__ import annotations

from bot.context import Context
from bot.features.meetings.ranking import Criterion, Reason, Row, why
from bot.features.meetings.standing import Standing
from bot.text import Joined, Line, Moment, Style, text


def because(ctx: Context, standing: Standing) -> Line:
    """The sentence for everybody: counts, never a name (feature 4 A3)."""
    if not standing.answers:
        return text("meet-no-answer-yet")
    reason = why(standing.ranking)
    if reason is None:
        return text("meet-all-past")
    tied = standing.ranking.tied
    if len(tied) > 1:
        dates = Joined(tuple(_at(standing, row) for row in tied), ", ")
        return text("meet-why-tie", dates=dates)
    best = _at(standing, reason.best)
    if reason.other is None:
        return text("meet-why-only", best=best)
    return text(
        f"meet-why-{reason.criterion}",
        best=best,
        other=_at(standing, reason.other),
        count=_count(reason),
        price=_price(reason),
    )


def named(ctx: Context, standing: Standing) -> Line | None:
    """Whose turn it is, by name: for who organises, privately."""
    reason = why(standing.ranking)
    if reason is None or reason.criterion is not Criterion.TURN or not reason.turn_of:
        return None
    names = Joined(tuple(ctx.mention(person) for person in sorted(reason.turn_of)), ", ")
    return text("meet-turn-of", names=names)


def _count(reason: Reason) -> int:
    """What the sentence counts: how much better the best is by its criterion."""
    best, other = reason.best, reason.other
    assert other is not None
    match reason.criterion:
        case Criterion.REFUSED:
            return len(other.refused) - len(best.refused)
        case Criterion.UNANSWERED:
            return len(other.unanswered) - len(best.unanswered)
        case Criterion.TURN:
            return len(reason.turn_of)
        case Criterion.YES:
            return best.yes - other.yes
        case _:
            return best.available - other.available


def _price(reason: Reason) -> Line:
    """What the choice costs: so many fewer people than the other date, or nothing."""
    if reason.fewer > 0:
        return text("meet-price", count=reason.fewer)
    return text("meet-price-none")


def _at(standing: Standing, row: Row) -> Moment:
    return Moment(row.start, standing.slots[row.slot].zone, Style.SHORT)
