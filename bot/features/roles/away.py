"""Absences and departures: what overlaps a turn is asked for again, or covered (feature 7 A1)."""

from __future__ import annotations

from datetime import date, timedelta

from bot import access
from bot.card import Outcome, Reply
from bot.context import Context
from bot.features.roles import permits, planning, pool, private, records, routes, swapping
from bot.features.roles.records import Turn
from bot.features.roles.rules import HALF, Span, share
from storage.posts import STARTED
from storage.roles import Absence, Role


def declare(ctx: Context, person: int, days: Span, keys: list[str]) -> Outcome:
    """Somebody is away: turns of which they miss half are asked for again, others may be covered."""
    permits.require_own(ctx, person)
    absence = Absence(
        community_id=ctx.here.id or 0,
        person_id=person,
        first=days.first.isoformat(),
        last=(days.end - timedelta(days=1)).isoformat(),
        roles=keys,
        said_at=ctx.now,
    )
    ctx.db.add(absence)
    ctx.db.flush()
    if person != ctx.me:
        ctx.journal("role.away-for", routes.AskAway(ctx.here.id or 0), whom=str(person))
    moved: list[tuple[Role, Turn]] = []
    covers: list[tuple[Role, Turn]] = []
    for turn in records.turns_with(ctx.db, ctx.here.id or 0, person, permits.today(ctx)):
        role = records.role(ctx.db, turn.role_id)
        assert role is not None
        if keys and role.key not in keys:
            continue
        own = [had for one, had in planning.having(ctx, turn) if one == person]
        own = own or ([pool.span(turn)] if turn.state == "asked" else [])
        missed = share([one.within(days) for one in own], pool.span(turn))
        if not missed:
            continue
        if missed >= HALF and permits.begins(ctx, turn.first) > ctx.now:
            moved.append((role, turn))
        else:
            covers.append((role, turn))
    for role, turn in moved:
        planning.reask(ctx, role, turn, "away")
        if person != ctx.me:
            ctx.tell(
                person,
                routes.Changed(turn.id or 0, "away", ctx.me),
                kind="question",
                severity=STARTED,
                once=f"turn-{turn.id}-away-{person}",
                not_after=permits.begins(ctx, turn.end),
            )
    taken = [
        one
        for one in records.swaps_with(ctx.db, ctx.here.id or 0, person, permits.today(ctx))
        if pool.days_of(one).meets(days)
    ]
    return Reply(private.noted_away(ctx, absence, moved, covers, taken))


def back(ctx: Context, press: routes.Back) -> Outcome:
    """An absence ends now, or does not come: what was served elsewhere meanwhile stays so."""
    absence = access.there(ctx.db.get(Absence, press.absence))
    ctx.enter(absence.community_id)
    permits.require_own(ctx, absence.person_id)
    yesterday = permits.today(ctx) - timedelta(days=1)
    if date.fromisoformat(absence.first) > yesterday:
        ctx.db.delete(absence)
    else:
        absence.last = min(absence.last, yesterday.isoformat())
        ctx.db.add(absence)
    ctx.db.flush()
    planning.refill(ctx)
    return Reply(private.absences(ctx, absence.person_id), replace=True)


def left(ctx: Context, person: int) -> None:
    """Somebody left: what they had passes to the next, for what remains of it (feature 6 A7)."""
    today = permits.today(ctx)
    here = ctx.here.id or 0
    for one in records.swaps_with(ctx.db, here, person, today):
        role, turn = permits.turn(ctx, one.turn_id)
        swapping.undo(ctx, role, turn, one)
    for turn in records.turns_with(ctx.db, here, person, today):
        role = permits.role(ctx, turn.role_id)
        _leave(ctx, role, turn, today)


def _leave(ctx: Context, role: Role, turn: Turn, today: date) -> None:
    """A turn of somebody who left: another has taken all its days, it is to come, or it runs."""
    others = {one for one, _ in planning.having(ctx, turn)} - {turn.person_id}
    if len(others) == 1 and len(planning.having(ctx, turn)) == 1:
        turn.person_id = others.pop()
        ctx.db.add(turn)
        ctx.db.flush()
        return
    if turn.state == "asked" or turn.first >= today:
        planning.reask(ctx, role, turn, "away")
        return
    rest = Span(today, turn.end)
    turn.ends_on = today.isoformat()
    ctx.db.add(turn)
    ctx.db.flush()
    for one in records.swaps_of(ctx.db, turn.id or 0, "open", "taken"):
        if pool.days_of(one).end > today:
            planning.end_swap(ctx, one, "undone" if one.taken_by else "withdrawn")
    ctx.never(routes.Ending(turn.id or 0))
    planning.write_terms(ctx, role, turn)
    planning.make(ctx, role, turn.number, turn.seat, rest)


def joined(ctx: Context, person: int) -> None:
    """Somebody joined: turns that nobody has may be theirs."""
    del person
    planning.refill(ctx)
