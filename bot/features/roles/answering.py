"""Yes or no to a turn, and turns that somebody takes because nobody has them."""

from __future__ import annotations

from datetime import date

from bot import access
from bot.card import Outcome, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.roles import permits, planning, pool, private, records, routes
from bot.features.roles.records import Pooled, Turn
from bot.features.roles.rules import Hindrance, Span, Term, hindrance
from bot.text import text
from storage.posts import STARTED
from storage.roles import Role


def accept(ctx: Context, press: routes.Accept) -> Outcome:
    """I take this turn; or whoever steers says so for somebody."""
    role, turn = _asked(ctx, press.turn, press.person)
    if turn.state != "accepted":
        planning.take(ctx, role, turn, press.person)
        act_for(ctx, role, turn, press.person, "accepted")
    return Reply(private.taken(ctx, role, turn), replace=True)


def decline(ctx: Context, press: routes.Decline) -> Outcome:
    """I do not take this turn: the next one is asked, and nothing is held against me."""
    role, turn = _asked(ctx, press.turn, press.person)
    if turn.state == "accepted" and permits.begins(ctx, turn.first) <= ctx.now:
        raise Refusal(text("role-begun"))
    act_for(ctx, role, turn, press.person, "declined")
    planning.reask(ctx, role, turn, "declined")
    return Reply(private.declined(ctx, role, turn), replace=True)


def _asked(ctx: Context, number: int, person: int) -> tuple[Role, Turn]:
    """A turn that this very person is asked for or has. Raises a Refusal, saying what became of it."""
    role, turn = permits.turn(ctx, number)
    permits.require_own(ctx, person)
    if role.ended_at is not None:
        raise Refusal(text("role-ended"))
    if turn.person_id != person:
        raise Refusal(text("role-passed-on"))
    require_to_come(ctx, turn)
    return role, turn


def require_to_come(ctx: Context, turn: Turn) -> None:
    """Refuse a turn that is over."""
    if permits.begins(ctx, turn.end) <= ctx.now:
        raise Refusal(text("role-over"))


def act_for(ctx: Context, role: Role, turn: Turn, person: int, what: str) -> None:
    """Whoever acts for somebody leaves a trace, and that person is told (feature 7 A4)."""
    if ctx.me == person:
        return
    ctx.journal(f"role.{what}-for", routes.RoleCard(role.id or 0), whom=str(person))
    ctx.tell(
        person,
        routes.Changed(turn.id or 0, what, ctx.me),
        kind="question",
        severity=STARTED,
        once=f"turn-{turn.id}-{what}-for-{person}",
        not_after=permits.begins(ctx, turn.end),
    )


def volunteer(ctx: Context, press: routes.Volunteer) -> Outcome:
    """I take a turn that nobody has; whoever presses second learns who has it."""
    role, turn = permits.turn(ctx, press.turn)
    if ctx.member is None:
        raise access.NotMember()
    if turn.state == "accepted":
        raise Refusal(text("role-taken", name=ctx.mention(turn.person_id or 0)))
    require_to_come(ctx, turn)
    if turn.state == "asked" and turn.person_id != ctx.me:
        raise Refusal(text("role-asked-another"))
    require_free(ctx, role, turn, pool.span(turn))
    planning.take(ctx, role, turn, ctx.me)
    return Reply(private.taken(ctx, role, turn))


def require_free(ctx: Context, role: Role, turn: Turn, days: Span) -> None:
    """Refuse somebody who has said that they are away then, or has a role that does not go with it.

    Limits of terms in a row and days of grace are no reason against who wants to.
    """
    for other in records.turns_of(ctx.db, turn.role_id, since=days.first):
        for person, had in planning.having(ctx, other):
            if person == ctx.me and had.meets(days):
                raise Refusal(text("role-you-have-it"))
    mine = next((one for one in pool.candidates(ctx, role) if one.person == ctx.me), None)
    if mine is None:
        return  # not in the pool: whoever offers all the same is welcome
    found = hindrance(mine, Term(turn.number, days), pool.rules(role))
    if found is Hindrance.UNAVAILABLE and turn.number not in mine.passed:
        raise Refusal(text("role-you-are-away"))
    if found is Hindrance.ELSEWHERE:
        raise Refusal(text("role-you-are-elsewhere"))


def keen(ctx: Context, press: routes.Keen) -> Outcome:
    """I would like a turn soon: no days of grace for me; pressed again, it is taken back."""
    role = permits.role(ctx, press.role)
    if ctx.member is None:
        raise access.NotMember()
    row = records.pool(ctx.db, press.role).get(ctx.me)
    if row is None:
        today: date = permits.today(ctx)
        row = Pooled(role_id=press.role, person_id=ctx.me, since=today.isoformat())
        if not role.everybody:
            ctx.journal("role.joined-pool", routes.RoleCard(press.role))
    row.volunteer = not row.volunteer
    ctx.db.add(row)
    ctx.db.flush()
    if row.volunteer:
        planning.refill(ctx)
    return Reply(private.keen(ctx, role, row.volunteer))
