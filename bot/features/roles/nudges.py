"""What the clock presses for roles: asks, reminds, passes on, begins, and asks for a handover."""

from __future__ import annotations

from datetime import date, timedelta

from bot import access
from bot.card import Button, Outcome
from bot.context import Context
from bot.features.roles import handing, lines, permits, planning, records, routes, swapping
from bot.features.roles.planning import KIND
from bot.features.roles.records import Swap, Turn
from bot.nudging import DRIFT, PEOPLE_WAIT, STANDSTILL, Nudge
from bot.text import text
from storage import terms
from storage.posts import ROLE, STARTED
from storage.roles import roles


def plan(ctx: Context, press: routes.Plan) -> Outcome:
    """It is time to ask for the next turns."""
    planning.plan(ctx, permits.role(ctx, press.role))
    return None


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """Whoever is asked has not answered yet."""
    turn = _waiting(ctx, press.turn)
    if turn is not None:
        planning.say_asked(ctx, turn, "reminded", ctx.due_at or ctx.now)
    return None


def silent(ctx: Context, press: routes.Silent) -> Outcome:
    """No answer came: the next one is asked."""
    turn = _waiting(ctx, press.turn)
    if turn is None:
        return None
    role = permits.role(ctx, turn.role_id)
    planning.reask(ctx, role, turn, "silent")
    return None


def begin(ctx: Context, press: routes.Begin) -> Outcome:
    """A turn begins: whoever has it gets what they need; whoever was named by hand stops."""
    turn = records.turn(ctx.db, press.turn)
    if turn is None:
        return None
    role = permits.role(ctx, turn.role_id)
    starts = permits.begins(ctx, turn.first)
    if starts > ctx.now:
        ctx.later(press, starts)
        return None
    if turn.state == "accepted":
        terms.end_by_hand(ctx.db, role.community_id, role.key, ctx.now)
        planning.hand_pack(ctx, turn)
    planning.redraw(ctx, role)
    return None


def around(ctx: Context, press: routes.AskAround) -> Outcome:
    """A swap is still open: whoever could take it is asked; at its start, it is past due."""
    one = records.swap(ctx.db, press.swap)
    turn = records.turn(ctx.db, one.turn_id) if one is not None else None
    if one is None or turn is None or one.state != "open":
        return None
    role = permits.role(ctx, turn.role_id)
    starts = permits.begins(ctx, date.fromisoformat(one.starts_on))
    if starts - timedelta(days=press.days) > ctx.now:
        ctx.later(press, starts - timedelta(days=press.days))
    elif starts <= ctx.now:
        _past_due(ctx, turn, one)
    else:
        swapping.ask_around(ctx, role, turn, one, f"{press.days}", ctx.due_at or ctx.now)
    return None


def _past_due(ctx: Context, turn: Turn, one: Swap) -> None:
    """Nobody took it in time: whoever had it keeps it, and who steers is told (feature 7 A5)."""
    planning.end_swap(ctx, one, "past-due")
    told = access.holders(ctx, terms.FACILITATION, ctx.now) or planning.answering(ctx)
    for person in told:
        ctx.tell(
            person,
            routes.Changed(turn.id or 0, "past-due", one.asked_by),
            kind=KIND,
            severity=ROLE,
            once=f"swap-{one.id}-past-due",
            not_after=permits.begins(ctx, turn.end),
        )


def ending(ctx: Context, press: routes.Ending) -> Outcome:
    """Three days before the end: the checklist, and room for three lines."""
    turn = records.turn(ctx.db, press.turn)
    if turn is None or turn.state != "accepted":
        return None
    permits.role(ctx, turn.role_id)
    ends = permits.begins(ctx, turn.end)
    if planning.ending(ctx, turn) > ctx.now:
        ctx.later(press, planning.ending(ctx, turn))
        return None
    if ends > ctx.now:
        holder = planning.having(ctx, turn)[-1][0]
        ctx.tell(
            holder,
            routes.PassingOn(press.turn),
            kind=KIND,
            severity=STARTED,
            once=f"turn-{press.turn}-ending-{holder}",
            not_after=ends + planning.PATIENCE,
        )
    return None


def _waiting(ctx: Context, number: int) -> Turn | None:
    """A turn whose answer is still awaited."""
    turn = records.turn(ctx.db, number)
    if turn is None or turn.state != "asked":
        return None
    permits.role(ctx, turn.role_id)
    return turn


# ── what could do with a nudge ──────────────────────────────────────────────────────────────────

VACANT, HANDOVER = "role-vacant", "role-handover"

SOON = timedelta(days=7)
"""A turn that nobody has is grave from so long before it begins."""


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """Turns that nobody has said yes to in time, and those from which nothing was passed on (11)."""
    found = []
    for role in roles(ctx.db, ctx.here.id or 0):
        number = role.id or 0
        see = Button(text("role-awaits-see"), routes.Show(number))
        for turn in records.turns_of(ctx.db, number, since=permits.today(ctx)):
            left = permits.begins(ctx, turn.first) - ctx.now
            if turn.state == "vacant" or (turn.state == "asked" and left < planning.UNANSWERED):
                key = f"role-nudge-{turn.state}"
                why = text(key, name=lines.name(role), days=lines.term_days(ctx, turn))
                grave = PEOPLE_WAIT if left < SOON else STANDSTILL
                found.append(Nudge(VACANT, routes.Call(turn.id or 0), grave, why, see))
        for turn in handing.overdue(ctx, role):
            why = text(
                "role-nudge-handover", name=lines.name(role), days=lines.term_days(ctx, turn)
            )
            found.append(Nudge(HANDOVER, routes.PassingOn(turn.id or 0), DRIFT, why, see))
    return tuple(found)
