"""How roles look in a channel and in direct messages."""

from __future__ import annotations

from bot import access
from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph, Roster
from bot.context import Context
from bot.features.roles import lines, permits, planning, pool, records, routes
from bot.features.roles.records import Turn
from bot.text import Line, Moment, Style, joined, text
from storage.posts import trouble
from storage.roles import Role


def now_and_next(ctx: Context, role: Role) -> tuple[list[Turn], list[Turn]]:
    """The turns of today, and those of the next term for which somebody was asked."""
    today = permits.today(ctx)
    there = records.turns_of(ctx.db, role.id or 0, since=today)
    now = [turn for turn in there if turn.first <= today]
    later = [turn for turn in there if turn.first > today]
    return now, [turn for turn in later if turn.number == later[0].number]


def rows(ctx: Context, role: Role) -> tuple[tuple[Line, Line], ...]:
    """Who has it, and whose turn is next."""
    now, after = now_and_next(ctx, role)
    found: list[tuple[Line, Line]] = []
    if now:
        found.append((text("role-now"), joined([lines.who_has(ctx, turn) for turn in now], ", ")))
        found.append((text("role-until"), lines.term_days(ctx, now[0])))
    if after:
        found.append((text("role-next"), joined([lines.who_has(ctx, t) for t in after], ", ")))
        found.append((text("role-then"), lines.term_days(ctx, after[0])))
    return tuple(found)


def card(ctx: Context, route: routes.RoleCard) -> Card | None:
    """A role in its channel."""
    role = records.role(ctx.db, route.role)
    if role is None:
        return None
    ctx.enter(role.community_id)
    title = lines.name(role)
    if role.ended_at is not None:
        return Card(title, (Paragraph(text("role-ended")),))
    blocks: list[Block] = []
    blocks += lines.about(ctx, role, "purpose")
    if found := rows(ctx, role):
        blocks.append(Facts(found))
    buttons = (
        Button(text("role-button-preview"), routes.Preview(route.role)),
        Button(text("role-button-away"), routes.AskAway(role.community_id)),
        Button(text("role-button-more"), routes.Show(route.role)),
    )
    blocks += unfollowed(ctx, role)
    return Card(
        title, (*blocks, Buttons(buttons), Note(text("role-turns", length=lines.length(role))))
    )


def following(ctx: Context, route: routes.Following) -> Roster | None:
    """Who should be in the platform's group: whoever holds the role now (feature 6 A10)."""
    role = records.role(ctx.db, route.role)
    if role is None or role.ended_at is not None:
        return None
    ctx.enter(role.community_id)
    holding = access.holders(ctx, role.key, ctx.now)
    there = tuple(ctx.mention(person) for person in holding)
    return Roster(role.group, there, routes.RoleCard(route.role))


def unfollowed(ctx: Context, role: Role) -> list[Block]:
    """Why the platform's group does not follow, if it does not."""
    why = trouble(ctx.db, routes.Following(role.id or 0).pack()) if role.group else None
    return [Note(text(f"role-group-{why}"))] if why else []


def call(ctx: Context, route: routes.Call) -> Card | None:
    """Nobody in the pool can take a turn: whoever would like to may (feature 6 A11)."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None:
        return None
    ctx.enter(role.community_id)
    title = text("role-call-title", name=lines.name(role))
    if turn.state == "vacant" and permits.begins(ctx, turn.end) <= ctx.now:
        return Card(title, (Paragraph(text("role-call-over", days=lines.term_days(ctx, turn))),))
    if turn.state == "asked":
        asked = text("role-call-asked", days=lines.term_days(ctx, turn))
        return Card(title, (Paragraph(asked),))
    if turn.state == "accepted":
        taken = text("role-call-taken", days=lines.term_days(ctx, turn), who=_who(ctx, turn))
        return Card(title, (Paragraph(taken),))
    blocks: list[Block] = [Paragraph(text("role-call", days=lines.term_days(ctx, turn)))]
    blocks += lines.about(ctx, role, "purpose")
    take = Button(text("role-button-volunteer"), routes.Volunteer(route.turn), "primary")
    return Card(title, (*blocks, Buttons((take,))))


def _who(ctx: Context, turn: Turn) -> Line:
    return lines.names(ctx, [person for person, _ in planning.having(ctx, turn)])


def swap_card(ctx: Context, route: routes.SwapCard) -> Card | None:
    """Somebody looks for another to take a turn, or some days of it."""
    one = records.swap(ctx.db, route.swap)
    turn = records.turn(ctx.db, one.turn_id) if one is not None else None
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if one is None or turn is None or role is None:
        return None
    ctx.enter(role.community_id)
    title = text("role-swap-title", name=lines.name(role))
    days = lines.days(ctx, pool.days_of(one))
    asker = ctx.mention(one.asked_by)
    if one.state == "taken":
        who = ctx.mention(one.taken_by or 0)
        return Card(title, (Paragraph(text("role-swap-is-taken", name=who, days=days)),))
    if one.state != "open":
        return Card(title, (Paragraph(text(f"role-swap-is-{one.state}", name=asker, days=days)),))
    take = Button(text("role-button-take"), routes.Take(route.swap), "primary")
    return Card(
        title,
        (Paragraph(text("role-swap-open", name=asker, days=days)), Buttons((take,))),
    )


# ── direct messages ─────────────────────────────────────────────────────────────────────────────


def asked(ctx: Context, route: routes.Asked) -> Card | None:
    """It would be your turn: what it is, until when an answer is awaited, and the ways to answer."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None or turn.person_id != route.person or role.ended_at is not None:
        return None
    if permits.begins(ctx, turn.end) <= ctx.now:
        return None
    title = text("role-asked-title", name=lines.name(role))
    if turn.state == "accepted":
        done = text("role-asked-done", days=lines.term_days(ctx, turn))
        return Card(title, (Paragraph(done),))
    blocks: list[Block] = [Paragraph(text("role-asked", days=lines.term_days(ctx, turn)))]
    blocks += lines.about(ctx, role, "purpose")
    _, until = planning.marks(turn.asked_at or ctx.now, permits.begins(ctx, turn.first))
    blocks.append(Note(text("role-asked-until", at=Moment(until, ctx.here.zone, Style.SHORT))))
    return Card(title, (*blocks, answers(route.turn, route.person)))


def answers(turn: int, person: int) -> Buttons:
    """The ways to answer a question for a turn (feature 6 A5)."""
    return Buttons(
        (
            Button(text("role-button-accept"), routes.Accept(turn, person), "primary"),
            Button(text("role-button-decline"), routes.Decline(turn, person)),
            Button(text("role-button-swap"), routes.FindSwap(turn)),
            Button(text("role-button-why"), routes.Why(turn)),
        )
    )


def vacant(ctx: Context, route: routes.Vacant) -> Card | None:
    """Told to who answers for the community; not any more once somebody has it."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None or turn.state != "vacant" or role.ended_at is not None:
        return None
    if permits.begins(ctx, turn.end) <= ctx.now:
        return None
    title = text("role-vacant-title", name=lines.name(role))
    return Card(
        title,
        (
            Paragraph(text("role-vacant-told", days=lines.term_days(ctx, turn))),
            Buttons((Button(text("role-button-more"), routes.Show(turn.role_id)),)),
        ),
    )


def changed(ctx: Context, route: routes.Changed) -> Card | None:
    """What became of somebody's turn or swap."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None or route.what not in CHANGES:
        return None
    said = text(
        f"role-changed-{route.what}",
        name=ctx.mention(route.other),
        days=lines.term_days(ctx, turn),
    )
    more = Button(text("role-button-more"), routes.Show(turn.role_id))
    return Card(lines.name(role), (Paragraph(said), Buttons((more,))))


CHANGES = frozenset(
    {"swap-taken", "swap-back", "past-due", "accepted", "declined", "away", "swap-asked"}
)


def swap_asked(ctx: Context, route: routes.SwapAsked) -> Card | None:
    """Told to who could take it; not any more once somebody has."""
    one = records.swap(ctx.db, route.swap)
    turn = records.turn(ctx.db, one.turn_id) if one is not None else None
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if one is None or turn is None or role is None or one.state != "open":
        return None
    if permits.begins(ctx, pool.days_of(one).first) <= ctx.now:
        return None
    days = lines.days(ctx, pool.days_of(one))
    said = text("role-swap-open", name=ctx.mention(one.asked_by), days=days)
    blocks: list[Block] = [Paragraph(said)]
    blocks += lines.about(ctx, role, "purpose")
    take = Button(text("role-button-take"), routes.Take(route.swap), "primary")
    return Card(text("role-swap-title", name=lines.name(role)), (*blocks, Buttons((take,))))


def preview(ctx: Context, role: Role, count: int = 4) -> list[tuple[Line, Line]]:
    """The next terms and who has them, or would (feature 6 A4)."""
    found: list[tuple[Line, Line]] = []
    there = records.turns_of(ctx.db, role.id or 0, since=permits.today(ctx))
    for term, persons in pool.coming(ctx, role, count):
        known = [turn for turn in there if turn.number == term.number]
        who: list[Line] = [lines.who_has(ctx, turn) for turn in known]
        decided = {turn.person_id for turn in known}
        likely = [person for person in persons if person not in decided]
        if not known:
            who += [text("role-likely", name=ctx.mention(person)) for person in likely]
            who += [text("role-vacant")] * (role.seats - len(likely))
        found.append((lines.brief(ctx, term.span), joined(who, ", ")))
    return found
