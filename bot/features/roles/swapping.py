"""Swaps and covers: open, taken, given back, withdrawn, past due (feature 7 A2 to A6).

A swap is attached to the turn: who serves its days is worked out from both, so the original keeps
their place, and the load is the other's.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot import access
from bot.card import Outcome, Reply
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.roles import answering, permits, planning, pool, private, records, routes
from bot.features.roles.records import Swap, Turn
from bot.features.roles.rules import Span
from bot.text import text
from storage.posts import ROLE, STARTED
from storage.roles import Absence, Role

GIVEN_BACK_UNTIL = timedelta(hours=24)
"""How long before it begins whoever took a swap may still give it back (feature 7 A4)."""


def find(ctx: Context, press: routes.FindSwap) -> Outcome:
    """Look for somebody to take a turn; whoever is only asked for it so far says yes first."""
    role, turn = permits.turn(ctx, press.turn)
    return Reply(private.swap(ctx, look_for(ctx, role, turn)))


def look_for(ctx: Context, role: Role, turn: Turn, first_asked: int | None = None) -> Swap:
    """Open the swap of a whole turn. Raises a Refusal where it cannot be swapped."""
    if turn.person_id is None:
        raise Refusal(text("role-nobody-has-it"))
    permits.require_own(ctx, turn.person_id)
    if permits.begins(ctx, turn.first) <= ctx.now:
        raise Refusal(text("role-swap-begun"))
    if first_asked == turn.person_id:
        raise Refusal(text("role-swap-oneself"))
    if turn.state == "asked":
        planning.take(ctx, role, turn, turn.person_id)
    return _open(ctx, role, turn, pool.span(turn), first_asked)


def cover(ctx: Context, press: routes.Cover) -> Outcome:
    """Look for somebody for the days of an absence in a turn."""
    role, turn = permits.turn(ctx, press.turn)
    absence = ctx.db.get(Absence, press.absence)
    if absence is None or absence.community_id != role.community_id:
        raise access.unknown_thing()
    permits.require_own(ctx, absence.person_id)
    if turn.person_id != absence.person_id or turn.state != "accepted":
        raise Refusal(text("role-passed-on"))
    away = Span(
        max(date.fromisoformat(absence.first), permits.today(ctx)),
        date.fromisoformat(absence.last) + timedelta(days=1),
    )
    days = away.within(pool.span(turn))
    if not days.days:
        raise Refusal(text("role-over"))
    return Reply(private.swap(ctx, _open(ctx, role, turn, days, None)))


def _open(ctx: Context, role: Role, turn: Turn, days: Span, first_asked: int | None) -> Swap:
    """Keep a swap, show it in the channel, and ask around in time (feature 7 A3)."""
    assert turn.id is not None and turn.person_id is not None
    for other in records.swaps_of(ctx.db, turn.id, "open", "taken"):
        if pool.days_of(other) == days and other.state == "open":
            return other
        if pool.days_of(other).meets(days):
            raise Refusal(text("role-swap-there"))
    one = Swap(
        turn_id=turn.id,
        starts_on=days.first.isoformat(),
        ends_on=days.end.isoformat(),
        asked_by=turn.person_id,
        asked_at=ctx.now,
    )
    ctx.db.add(one)
    ctx.db.flush()
    assert one.id is not None
    answering.act_for(ctx, role, turn, turn.person_id, "swap-asked")
    ctx.posts.show(role.place_id, routes.SwapCard(one.id).pack(), once=f"swap-{one.id}")
    starts = permits.begins(ctx, days.first)
    reached = ctx.now
    for before in planning.AROUND:
        mark = starts - timedelta(days=before)
        if mark > reached or reached == ctx.now:
            ctx.later(routes.AskAround(one.id, before), max(mark, ctx.now))
            reached = max(mark, reached + timedelta(seconds=1))
    if first_asked is not None:
        _ask(ctx, one, first_asked, "first", ctx.now)
    return one


def ask_around(
    ctx: Context, role: Role, turn: Turn, one: Swap, which: str, since: datetime
) -> None:
    """A direct message to everybody who could take it, the fairest turn first in the budget."""
    for ranked in pool.ranked(ctx, role, turn):
        if ranked.hindered is None and ranked.person != one.asked_by:
            _ask(ctx, one, ranked.person, which, since)


def _ask(ctx: Context, one: Swap, person: int, which: str, since: datetime) -> None:
    ctx.tell(
        person,
        routes.SwapAsked(one.id or 0),
        kind="question",
        severity=ROLE,
        once=f"swap-{one.id}-{which}-{person}",
        not_after=permits.begins(ctx, date.fromisoformat(one.starts_on)),
        since=since,
    )


def take(ctx: Context, press: routes.Take) -> Outcome:
    """I take it: the first press wins, the second learns so."""
    role, turn, one = permits.swap(ctx, press.swap)
    if ctx.member is None:
        raise access.NotMember()
    if one.state == "taken":
        raise Refusal(text("role-taken", name=ctx.mention(one.taken_by or 0)))
    if one.state != "open" or turn.person_id != one.asked_by:
        raise Refusal(text("role-swap-over"))
    if permits.begins(ctx, pool.days_of(one).first) <= ctx.now:
        raise Refusal(text("role-swap-late"))
    if ctx.me == one.asked_by:
        raise Refusal(text("role-swap-oneself"))
    answering.require_free(ctx, role, turn, pool.days_of(one))
    one.taken_by, one.taken_at = ctx.me, ctx.now
    planning.end_swap(ctx, one, "taken")
    ctx.acts("swap-taken", routes.SwapCard(press.swap))
    planning.settled(ctx, role, turn)
    _tell_back(ctx, turn, one, "swap-taken", ctx.me)
    return Reply(private.swap(ctx, one))


def give_back(ctx: Context, press: routes.GiveBack) -> Outcome:
    """It goes back to who had it: until a day before; later only whoever steers gives it back."""
    role, turn, one = permits.swap(ctx, press.swap)
    if one.state != "taken" or one.taken_by is None:
        raise Refusal(text("role-swap-over"))
    permits.require_own(ctx, one.taken_by)
    starts = permits.begins(ctx, pool.days_of(one).first)
    if ctx.now > starts - GIVEN_BACK_UNTIL:
        if not permits.steers(ctx):
            raise Forbidden(text("role-swap-too-late"))
        ctx.journal("role.gave-back", routes.RoleCard(role.id or 0), whom=str(one.taken_by))
    undo(ctx, role, turn, one)
    return Reply(private.swap(ctx, one))


def undo(ctx: Context, role: Role, turn: Turn, one: Swap) -> None:
    """Who had it before has it again, from today on where it has begun; they are told."""
    today = permits.today(ctx)
    if permits.begins(ctx, pool.days_of(one).end) <= ctx.now:
        raise Refusal(text("role-over"))
    giver = one.taken_by or 0
    if pool.days_of(one).first < today:
        one.ends_on = today.isoformat()  # what was served stays served
        planning.end_swap(ctx, one, "taken")
    else:
        planning.end_swap(ctx, one, "undone")
    planning.settled(ctx, role, turn)
    _tell_back(ctx, turn, one, "swap-back", giver)


def _tell_back(ctx: Context, turn: Turn, one: Swap, what: str, other: int) -> None:
    """Whoever looked for a swap learns what became of it; nobody else (feature 6 A4)."""
    ctx.tell(
        one.asked_by,
        routes.Changed(turn.id or 0, what, other),
        kind="question",
        severity=STARTED,
        once=f"swap-{one.id}-{what}-{ctx.now:%Y%m%d%H%M%S}",
        not_after=permits.begins(ctx, turn.end),
    )


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Nobody needs to take it any more."""
    role, _, one = permits.swap(ctx, press.swap)
    permits.require_own(ctx, one.asked_by)
    if one.state != "open":
        raise Refusal(text("role-swap-over"))
    planning.end_swap(ctx, one, "withdrawn")
    planning.redraw(ctx, role)
    return Reply(private.swap(ctx, one))
