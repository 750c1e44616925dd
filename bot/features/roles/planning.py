"""Turns as the clock sees them: asked for in time, reminded, passed on, begun, left vacant."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import access
from bot.context import Context
from bot.features.roles import permits, pool, records, routes
from bot.features.roles.records import Swap, Turn
from bot.features.roles.rules import Span
from scheduling.calendar import last_opening_hour_before
from storage import people, posts, terms
from storage.posts import ROLE, STARTED
from storage.roles import Role, roles
from storage.terms import Term

KIND = "other"

ASKED_BEFORE = timedelta(days=14)
"""How long before a turn somebody is asked for it (feature 6 A5)."""

REMINDED, GIVEN_UP = 7 / 14, 5 / 14
"""When they are reminded and when the next one is asked, as shares of the time that was left."""

UNANSWERED = timedelta(days=5)
"""So long before a turn a question without an answer is worth a nudge (feature 11)."""

PATIENCE = timedelta(days=2)
"""How long an answer is waited for where the turn has begun already."""

SHORT = timedelta(days=1)
"""Where less time than this is left there is no reminder, and whoever is asked has all of it."""

AROUND = (7, 2, 0)
"""How many days before it begins people are asked to take a swap; at 0 it is too late (7 A3, A5)."""

ENDING = timedelta(days=3)
"""How long before a turn's end the handover is asked for (feature 7 A8)."""


# ── asking ──────────────────────────────────────────────────────────────────────────────────────


def plan(ctx: Context, role: Role) -> None:
    """Ask for every turn that begins within a fortnight; come back for the one after."""
    if role.ended_at is not None:
        ctx.never(routes.Plan(role.id or 0))
        return
    number = max(0, pool.number_on(role, permits.today(ctx)))
    while number == 0 or _asked_from(ctx, role, number) <= ctx.now:
        ask_for(ctx, role, number)
        number += 1
    ctx.later(routes.Plan(role.id or 0), _asked_from(ctx, role, number))


def _asked_from(ctx: Context, role: Role, number: int) -> datetime:
    """When somebody is asked for a term. The first is asked for at once."""
    return permits.begins(ctx, pool.term(role, number).span.first) - ASKED_BEFORE


def ask_for(ctx: Context, role: Role, number: int) -> list[Turn]:
    """Make a term's turns, one a seat, and ask for them; those that exist stay as they are."""
    assert role.id is not None
    there = [turn for turn in records.turns_of(ctx.db, role.id) if turn.number == number]
    whole = pool.term(role, number).span
    for seat in range(role.seats):
        if any(turn.seat == seat for turn in there):
            continue
        first = max(whole.first, permits.today(ctx))
        there.append(make(ctx, role, number, seat, Span(first, whole.end)))
    return there


def ask_ahead(ctx: Context, role: Role) -> None:
    """Ask for the next term before its time; one that is asked for already stays as it is."""
    today = permits.today(ctx)
    there = [turn.number for turn in records.turns_of(ctx.db, role.id or 0, since=today)]
    if not any(pool.term(role, number).span.first > today for number in there):
        ask_for(ctx, role, max(0, pool.number_on(role, today) + 1))


def make(ctx: Context, role: Role, number: int, seat: int, days: Span) -> Turn:
    """A turn, kept and asked for."""
    turn = Turn(
        role_id=role.id or 0,
        number=number,
        seat=seat,
        starts_on=days.first.isoformat(),
        ends_on=days.end.isoformat(),
    )
    ctx.db.add(turn)
    ctx.db.flush()
    ctx.later(routes.Begin(turn.id or 0), max(ctx.now, permits.begins(ctx, days.first)))
    ask(ctx, role, turn)
    return turn


def ask(ctx: Context, role: Role, turn: Turn) -> None:
    """Ask whoever is next for a turn; where nobody can, say so to who answers for it."""
    assert turn.id is not None
    busy = {
        other.person_id
        for other in records.turns_of(ctx.db, turn.role_id, since=turn.first)
        if other.id != turn.id and pool.span(other).meets(pool.span(turn))
    }
    order = pool.ranked(ctx, role, turn)
    free = [one.person for one in order if one.hindered is None and one.person not in busy]
    _unsay(ctx, turn)
    if not free:
        _leave_vacant(ctx, role, turn)
        return
    turn.state, turn.person_id, turn.asked_at = "asked", free[0], ctx.now
    turn.accepted_at = None
    ctx.db.add(turn)
    ctx.db.flush()
    say_asked(ctx, turn, "asked", ctx.now)
    ctx.posts.refresh(routes.Call(turn.id).pack())
    remind, give_up = marks(ctx.now, permits.begins(ctx, turn.first))
    if remind is not None:
        remind = last_opening_hour_before(remind, ctx.here.zone, people.hours(ctx.here))
        ctx.later(routes.Remind(turn.id), max(remind, ctx.now))
    ctx.later(routes.Silent(turn.id), give_up)
    redraw(ctx, role)


def marks(now: datetime, begins: datetime) -> tuple[datetime | None, datetime]:
    """When to remind, and when to ask the next one, of a turn that is asked for now.

    Fourteen days before: at seven and at five; later, in proportion (feature 6 A5).
    """
    left = min(begins - now, ASKED_BEFORE)
    if left <= timedelta():
        return None, now + PATIENCE
    if left <= SHORT:
        return None, begins
    return begins - REMINDED * left, begins - GIVEN_UP * left


def say_asked(ctx: Context, turn: Turn, which: str, since: datetime) -> None:
    """Ask for a turn, or remind of the question: in the person's own window."""
    assert turn.person_id is not None and turn.id is not None
    ctx.tell(
        turn.person_id,
        routes.Asked(turn.id, turn.person_id),
        kind="question",
        severity=ROLE,
        once=f"turn-{turn.id}-{which}-{turn.person_id}-{turn.asked_at:%Y%m%d%H%M}",
        not_after=permits.begins(ctx, turn.end),
        since=since,
    )


def _unsay(ctx: Context, turn: Turn) -> None:
    """Nothing is asked of whoever had this turn before."""
    number = turn.id or 0
    ctx.never(routes.Remind(number))
    ctx.never(routes.Silent(number))
    if turn.person_id is not None:
        asked = routes.Asked(number, turn.person_id).pack()
        posts.untell(ctx.db, asked)
        ctx.posts.refresh_notices(asked)


def _leave_vacant(ctx: Context, role: Role, turn: Turn) -> None:
    """Nobody can take it: the community is asked for somebody who would (feature 6 A6, A11)."""
    assert turn.id is not None
    turn.state, turn.person_id, turn.asked_at, turn.accepted_at = "vacant", None, None, None
    ctx.db.add(turn)
    ctx.db.flush()
    write_terms(ctx, role, turn)
    if permits.begins(ctx, turn.end) > ctx.now:
        ctx.posts.show(role.place_id, routes.Call(turn.id).pack(), once=f"turn-{turn.id}-call")
        for person in answering(ctx):
            ctx.tell(
                person,
                routes.Vacant(turn.id),
                kind=KIND,
                severity=ROLE,
                once=f"turn-{turn.id}-vacant-{ctx.now:%Y%m%d}",
                not_after=permits.begins(ctx, turn.end),
            )
    redraw(ctx, role)


def answering(ctx: Context) -> list[int]:
    """Who is told what goes wrong with roles: whoever facilitates now, and who coordinates."""
    leading = access.holders(ctx, terms.FACILITATION, ctx.now)
    return list(dict.fromkeys([*leading, *access.coordinators(ctx)]))


# ── whoever has it ──────────────────────────────────────────────────────────────────────────────


def take(ctx: Context, role: Role, turn: Turn, person: int) -> None:
    """Somebody has said yes to a turn."""
    if turn.person_id is not None and turn.person_id != person:
        _unsay(ctx, turn)
    turn.state, turn.person_id = "accepted", person
    turn.accepted_at = ctx.now
    ctx.db.add(turn)
    ctx.db.flush()
    settled(ctx, role, turn)


def settled(ctx: Context, role: Role, turn: Turn) -> None:
    """Who has which days of an accepted turn has changed: all that shows or follows it does."""
    number = turn.id or 0
    ctx.never(routes.Remind(number))
    ctx.never(routes.Silent(number))
    write_terms(ctx, role, turn)
    ctx.later(routes.Ending(number), max(ending(ctx, turn), ctx.now))
    for _, days in having(ctx, turn)[1:]:  # whoever covers, and whoever comes back
        if (starts := permits.begins(ctx, days.first)) > ctx.now:
            ctx.later(routes.Begin(number), starts, days.first.isoformat())
    if permits.begins(ctx, turn.first) <= ctx.now:
        terms.end_by_hand(ctx.db, role.community_id, role.key, ctx.now)
        hand_pack(ctx, turn)
    if turn.person_id is not None:
        ctx.posts.refresh_notices(routes.Asked(number, turn.person_id).pack())
    ctx.posts.refresh(routes.Call(number).pack())
    redraw(ctx, role)


def hand_pack(ctx: Context, turn: Turn) -> None:
    """Whoever begins learns what is open; they said yes to it, so it is no unasked-for message."""
    holder = having(ctx, turn)[0][0]
    ctx.tell(
        holder,
        routes.Pack(turn.id or 0),
        kind=KIND,
        severity=STARTED,
        once=f"turn-{turn.id}-pack-{holder}",
        not_after=permits.begins(ctx, turn.end),
    )


def having(ctx: Context, turn: Turn) -> list[tuple[int, Span]]:
    """Who has which days of an accepted turn, swaps and covers included, in order."""
    if turn.person_id is None or turn.state != "accepted":
        return []
    return pool.parts(turn, records.swaps_of(ctx.db, turn.id or 0, "taken"))


def ending(ctx: Context, turn: Turn) -> datetime:
    """When a handover is asked for: three days before the end, in the last open hour until then."""
    mark = permits.begins(ctx, turn.end) - ENDING
    return last_opening_hour_before(mark, ctx.here.zone, people.hours(ctx.here))


def write_terms(ctx: Context, role: Role, turn: Turn) -> None:
    """Rights, cards and nudges read who holds a role from here (feature 7 A7)."""
    found = []
    for person, days in having(ctx, turn):
        starts = max(permits.begins(ctx, days.first), turn.accepted_at or ctx.now)
        ends = permits.begins(ctx, days.end)
        if starts < ends:
            found.append(
                Term(
                    community_id=role.community_id,
                    role=role.key,
                    person_id=person,
                    starts_at=starts,
                    ends_at=ends,
                )
            )
    terms.rewrite(ctx.db, turn.id or 0, found)


def redraw(ctx: Context, role: Role) -> None:
    """Every card that says who holds the role is drawn anew (feature 5 A8)."""
    ctx.posts.refresh(routes.RoleCard(role.id or 0).pack())
    ctx.posts.refresh(routes.Following(role.id or 0).pack())
    for feature in ctx.desk.features:
        feature.turns(ctx, role.key)


def reask(ctx: Context, role: Role, turn: Turn, why: str) -> None:
    """Whoever has a turn that has not begun does not take it: the next one is asked."""
    assert turn.id is not None
    before = turn.person_id
    if before is not None:
        _unsay(ctx, turn)
        records.pass_on(ctx.db, turn.id, before, why, ctx.now)
    for one in records.swaps_of(ctx.db, turn.id, "open", "taken"):
        end_swap(ctx, one, "undone" if one.taken_by else "withdrawn")
    turn.state, turn.person_id, turn.accepted_at = "vacant", None, None
    ctx.db.add(turn)
    ctx.db.flush()
    write_terms(ctx, role, turn)
    ask(ctx, role, turn)


def drop(ctx: Context, turn: Turn) -> None:
    """Nobody is asked for a turn any more, and nobody has it from today on."""
    number = turn.id or 0
    _unsay(ctx, turn)
    for one in records.swaps_of(ctx.db, number, "open", "taken"):
        end_swap(ctx, one, "undone" if one.taken_by else "withdrawn")
    for route in (routes.Begin(number), routes.Ending(number)):
        ctx.never(route)
    if turn.first >= permits.today(ctx):
        terms.rewrite(ctx.db, number, [])
        ctx.db.delete(turn)
    else:
        turn.ends_on = permits.today(ctx).isoformat()
        ctx.db.add(turn)
    ctx.db.flush()
    ctx.posts.refresh(routes.Call(number).pack())


def end_swap(ctx: Context, one: Swap, state: str) -> None:
    """A swap is over: its card and its messages say so."""
    one.state = state
    ctx.db.add(one)
    ctx.db.flush()
    number = one.id or 0
    for days in AROUND:
        ctx.never(routes.AskAround(number, days))
    ctx.posts.refresh(routes.SwapCard(number).pack())
    ctx.posts.refresh_notices(routes.SwapAsked(number).pack())


def refill(ctx: Context) -> None:
    """Somebody is there who was not: turns that nobody has are asked for again."""
    for role in roles(ctx.db, ctx.here.id or 0):
        for turn in records.turns_of(ctx.db, role.id or 0, since=permits.today(ctx)):
            if turn.state == "vacant":
                ask(ctx, role, turn)


# ── the clocks of a zone ────────────────────────────────────────────────────────────────────────


def zoned(ctx: Context) -> None:
    """A turn begins at midnight of the community's zone, whatever that is by now (feature 6 A9)."""
    for role in roles(ctx.db, ctx.here.id or 0):
        for turn in records.turns_of(ctx.db, role.id or 0, since=permits.today(ctx)):
            write_terms(ctx, role, turn)
            starts = permits.begins(ctx, turn.first)
            if starts > ctx.now:
                ctx.later(routes.Begin(turn.id or 0), starts)
            if turn.state == "accepted":
                ctx.later(routes.Ending(turn.id or 0), max(ctx.now, ending(ctx, turn)))


def wakes(ctx: Context) -> None:
    """The rules of zones may be new: every community's turns are derived anew (R1)."""
    for community in records.communities(ctx.db):
        ctx.community = None
        ctx.enter(community)
        zoned(ctx)
