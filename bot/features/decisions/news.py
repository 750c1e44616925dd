"""What decisions tell the digest, the person whom they await, and whoever facilitates next."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from bot.command import Awaiting
from bot.context import Context
from bot.dates import say_remaining
from bot.errors import Malformed
from bot.features.decisions import commands, lines, permits, records, roll, rounds, routes
from bot.features.decisions.records import Decision
from bot.news import SOON, News, Section
from bot.route import Route
from bot.text import Line, Moment, Style, joined, text
from bot.ties import Tieable, asked_for

HANDED_OVER = timedelta(days=30)
"""Reviews so near are handed over with what is open."""


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """Rounds that this person is on the roll of and has not answered; what whoever steers decides."""
    here = ctx.here.id or 0
    found: list[Awaiting] = []
    for one, decision in records.open_in(ctx.db, here):
        number = one.id or 0
        if not rounds.is_open(ctx, one) or roll.answer(ctx.db, number, ctx.me) is not None:
            continue
        if not roll.on_roll(ctx.db, number, ctx.me):
            continue
        left = say_remaining(one.closes_at - ctx.now, ctx.reader.language)
        line = text(f"decision-awaits-{one.kind}", title=lines.called(decision), left=left)
        show, answer = routes.Show(decision.id or 0), text("decision-answer")
        found.append(Awaiting(line, show, answer, place=decision.place_id))
    if permits.steers(ctx):
        for objection, decision in roll.left_behind(ctx.db, here):
            line = text("decision-awaits-left", title=lines.called(decision))
            settle = routes.AskSettle(objection.id or 0)
            label = text("decision-ask-settle")
            found.append(Awaiting(line, settle, label, urgent=1, place=decision.place_id))
    return tuple(found)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """What waits for answers or is talked over; rounds that closed; reviews that are overdue."""
    here = ctx.here.id or 0
    return (
        *(_pending(ctx, decision, since) for decision in records.pending(ctx.db, here)),
        *(
            _about(decision, Section.DECIDE, _late(ctx, decision), fresh=False)
            for decision in records.in_force(ctx.db, here)
            if decision.state == records.ADOPTED and lines.overdue(ctx, decision)
        ),
        *(
            _about(
                decision,
                Section.DECISIONS,
                lines.verdict(ctx, decision, one, roll.tally(ctx.db, one, decision.community_id)),
                routes.RoundBoard(one.id or 0),
            )
            for one, decision in records.settled_between(ctx.db, here, since, ctx.now)
        ),
    )


def _pending(ctx: Context, decision: Decision, since: datetime) -> News:
    found = records.open_round(ctx.db, decision.id or 0)
    more = joined(lines.state(ctx, decision), " ")
    if found is None:
        return _about(decision, Section.DECIDE, more, fresh=decision.proposed_at >= since)
    soon = ctx.now < found.closes_at <= ctx.now + SOON
    fresh = found.opened_at >= since or soon
    return _about(decision, Section.DECIDE, more, routes.RoundBoard(found.id or 0), fresh=fresh)


def _late(ctx: Context, decision: Decision) -> Line:
    due = decision.review_day
    return text("decision-due-over", day=lines.day(ctx, due or lines.today(ctx)))


def _about(
    decision: Decision,
    section: Section,
    more: Line,
    card: Route | None = None,
    *,
    fresh: bool = True,
) -> News:
    number = decision.id or 0
    return News(
        section,
        lines.name(decision),
        more,
        card or routes.Board(number),
        routes.Show(number),
        place=decision.place_id,
        fresh=fresh,
    )


def handover(ctx: Context) -> tuple[Line, ...]:
    """What is proposed, and the reviews of the next month: for whoever facilitates next."""
    here = ctx.here.id or 0
    until = lines.today(ctx) + HANDED_OVER
    open_ = []
    for decision in records.pending(ctx.db, here):
        found = records.open_round(ctx.db, decision.id or 0)
        if found is None:
            open_.append(text("decision-handover", title=lines.called(decision)))
        else:
            at = Moment(found.closes_at, found.zone, Style.SHORT)
            open_.append(text("decision-handover-round", title=lines.called(decision), at=at))
    due = [
        text("decision-handover-review", title=lines.called(one), day=lines.day(ctx, day))
        for one in records.in_force(ctx.db, here)
        if one.state == records.ADOPTED and (day := one.review_day) is not None and day <= until
    ]
    return (*open_, *due)


def tied(ctx: Context, ref: str) -> tuple[Tieable, ...]:
    """The decisions that can serve an objective: the newest, or the one at an address."""
    return tuple(
        Tieable(routes.Show(one.id or 0), lines.name(one), one.proposed_at, one.place_id)
        for one in asked_for(ctx, ref, routes.Show, records.decision, records.recent)
        if one.state != records.WITHDRAWN
    )


def finds(ctx: Context, words: str) -> tuple[Route, ...]:
    """The decisions that have all of some words, for other features to show."""
    if not words.strip():
        return ()
    return tuple(routes.Show(one.id or 0) for one in commands.matching(ctx, words)[:10])


def named(ctx: Context, ref: str) -> Line | None:
    """What is called by one of a decision's addresses."""
    for route in (routes.Show, routes.Board):
        with suppress(Malformed):
            found = records.decision(ctx.db, route.unpack(ref).decision)
            return lines.name(found) if found is not None else None
    return None
