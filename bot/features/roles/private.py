"""Private cards of roles: one, all, why, what comes, what was; and what presses answer."""

from __future__ import annotations

from datetime import date, timedelta

from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph, Rule
from bot.command import Rank
from bot.context import Context
from bot.features.roles import (
    lines,
    permits,
    planning,
    pool,
    records,
    routes,
    views,
)
from bot.features.roles.records import Swap, Turn
from bot.features.roles.rules import Span
from bot.fields import FormOpen
from bot.text import NAMES_SHOWN, Line, joined, text
from storage import roles
from storage.roles import Absence, Role

A_PAGE = 8


# ── roles ───────────────────────────────────────────────────────────────────────────────────────


def listing(ctx: Context) -> Card:
    """Every role: who has it, until when, and whose turn is next."""
    there = roles.roles(ctx.db, ctx.here.id or 0)
    blocks: list[Block] = []
    for role in there:
        blocks.append(Paragraph(text("role-head", name=lines.name(role))))
        if found := views.rows(ctx, role):
            blocks.append(Facts(found))
        more = Button(text("role-button-see", name=lines.name(role)), routes.Show(role.id or 0))
        blocks.append(Buttons((more,)))
        blocks.append(Rule())
    if not there:
        blocks.append(Paragraph(text("role-none")))
    buttons = []
    if there:
        buttons.append(Button(text("role-button-away"), routes.AskAway(ctx.here.id or 0)))
    if ctx.rank >= Rank.COORDINATOR:
        buttons.append(Button(text("role-button-new"), FormOpen("role.new")))
    elif not there:
        blocks.append(Note(text("role-none-yet")))
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Card(text("role-list-title"), tuple(blocks))


def one(ctx: Context, role: Role) -> Card:
    """One role: what it is for, who has it, and all that can be done with it."""
    number = role.id or 0
    title = lines.name(role)
    if role.ended_at is not None:
        again = Buttons((Button(text("role-button-history"), routes.History(number, 0)),))
        return Card(title, (Paragraph(text("role-ended")), again))
    blocks = lines.about(ctx, role, "purpose", "duties")
    rows = [*views.rows(ctx, role), (text("role-length"), lines.length(role))]
    rows.append((text("role-pool"), _pool(ctx, role)))
    blocks.append(Facts(tuple(rows)))
    now, after = views.now_and_next(ctx, role)
    blocks += _turns(
        ctx, [*now, *after], records.turns_of(ctx.db, number, since=permits.today(ctx))
    )
    buttons = [
        Button(text("role-button-preview"), routes.Preview(number)),
        Button(text("role-button-history"), routes.History(number, 0)),
        Button(text("role-button-keen"), routes.Keen(number)),
        Button(text("role-button-pack"), routes.ShowPack(number)),
    ]
    waiting = next((turn for turn in [*after, *now] if turn.person_id is not None), None)
    if waiting is not None:
        key = "role-button-why" if waiting.person_id == ctx.me else "role-button-why-them"
        buttons.append(Button(text(key), routes.Why(waiting.id or 0)))
    if permits.steers(ctx):
        buttons.append(Button(text("role-button-next"), routes.Next(number)))
        buttons.append(Button(text("role-button-edit"), routes.AskEdit(number)))
        buttons.append(Button(text("role-button-limits"), routes.AskLimits(number)))
    if ctx.rank >= Rank.COORDINATOR:
        sure = text("role-retire-sure")
        retire = Button(text("role-button-retire"), routes.Retire(number), "danger", confirm=sure)
        buttons.append(retire)
    blocks.append(Buttons(tuple(buttons)))
    return Card(title, tuple(blocks))


def _pool(ctx: Context, role: Role) -> Line:
    if role.everybody:
        return text("role-pool-everybody")
    return lines.names(ctx, records.pool(ctx.db, role.id or 0))


def _turns(ctx: Context, near: list[Turn], there: list[Turn]) -> list[Block]:
    """The buttons of the turns at hand, and of those further on that are this person's."""
    shown = [*near, *(turn for turn in there if turn not in near and turn.person_id == ctx.me)]
    found = [(turn, block) for turn in shown if (block := _mine(ctx, turn)) is not None]
    if len(found) == 1 and found[0][0] in near:
        return [found[0][1]]
    return [one for turn, block in found for one in (Note(lines.term_days(ctx, turn)), block)]


def _mine(ctx: Context, turn: Turn) -> Block | None:
    """The buttons of a turn for who is asked, for who has it, and for who steers."""
    number, person = turn.id or 0, turn.person_id
    if turn.state == "vacant":
        take = Button(text("role-button-volunteer"), routes.Volunteer(number), "primary")
        return Buttons((take,)) if ctx.member is not None else None
    assert person is not None
    if person != ctx.me and not permits.steers(ctx):
        return None
    name = ctx.mention(person)
    to_come = permits.begins(ctx, turn.first) > ctx.now
    buttons: list[Button] = []
    if turn.state == "asked":
        yes, no = routes.Accept(number, person), routes.Decline(number, person)
        if person == ctx.me:
            buttons.append(Button(text("role-button-accept"), yes, "primary"))
            buttons.append(Button(text("role-button-decline"), no))
            if to_come:
                buttons.append(Button(text("role-button-swap"), routes.FindSwap(number)))
        else:
            buttons.append(Button(text("role-button-accept-for", name=name), yes))
            buttons.append(Button(text("role-button-decline-for", name=name), no))
    elif to_come:
        taken = records.swaps_of(ctx.db, number, "open", "taken")
        if not taken:
            buttons.append(Button(text("role-button-swap"), routes.FindSwap(number)))
        buttons += [_swap_button(ctx, swap) for swap in taken]
    if turn.state == "accepted" and planning.having(ctx, turn)[-1][0] == ctx.me and not to_come:
        buttons.append(Button(text("role-button-note"), routes.AskNote(number)))
    return Buttons(tuple(buttons)) if buttons else None


def _swap_button(ctx: Context, swap: Swap) -> Button:
    number = swap.id or 0
    if swap.state == "open":
        return Button(text("role-button-withdraw"), routes.Withdraw(number))
    return Button(text("role-button-give-back"), routes.GiveBack(number))


def made(ctx: Context, role: Role) -> Card:
    """The role turns: who was asked first."""
    asked = [
        turn.person_id
        for turn in records.turns_of(ctx.db, role.id or 0)
        if turn.person_id is not None
    ]
    key = "role-made" if asked else "role-made-vacant"
    said = text(key, name=lines.name(role), who=lines.names(ctx, asked))
    more = Button(text("role-button-more"), routes.Show(role.id or 0))
    return Card(None, (Paragraph(said), Buttons((more,)), Note(text("role-how"))))


def preview(ctx: Context, role: Role) -> Card:
    """The next four terms (feature 6 A4)."""
    blocks: list[Block] = [Facts(tuple(views.preview(ctx, role))), Note(text("role-preview-note"))]
    return Card(text("role-preview-title", name=lines.name(role)), tuple(blocks))


def history(ctx: Context, role: Role, page: int) -> Card:
    """Who has served, newest first, eight a page."""
    today = permits.today(ctx)
    past = [turn for turn in records.turns_of(ctx.db, role.id or 0) if turn.first <= today][::-1]
    title = text("role-history-title", name=lines.name(role))
    if not past:
        return Card(title, (Paragraph(text("role-history-none")),))
    page = min(max(0, page), (len(past) - 1) // A_PAGE)
    shown = past[page * A_PAGE : (page + 1) * A_PAGE]
    rows = tuple((lines.brief(ctx, pool.span(turn)), lines.who_has(ctx, turn)) for turn in shown)
    counts = sorted(
        ((len(numbers), person) for person, numbers in _served(ctx, role).items() if numbers),
        reverse=True,
    )[:NAMES_SHOWN]
    blocks: list[Block] = [Facts(rows)]
    if counts:
        each = [text("role-served", name=ctx.mention(who), count=count) for count, who in counts]
        blocks.append(Paragraph(joined([text("role-served-head"), joined(each, ", ")], "\n")))
    buttons = []
    if page:
        buttons.append(Button(text("role-newer"), routes.History(role.id or 0, page - 1)))
    if (page + 1) * A_PAGE < len(past):
        buttons.append(Button(text("role-older"), routes.History(role.id or 0, page + 1)))
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Card(title, tuple(blocks))


def _served(ctx: Context, role: Role) -> dict[int, set[int]]:
    number = pool.number_on(role, permits.today(ctx))
    return {
        person: {one for one in numbers if one <= number}
        for person, numbers in pool.served(ctx, role).items()
    }


# ── what presses answer ─────────────────────────────────────────────────────────────────────────


def taken(ctx: Context, role: Role, turn: Turn) -> Card:
    """Yes: what it is, from when, and what follows."""
    mine = turn.person_id == ctx.me
    key = "role-you-take" if mine else "role-they-take"
    said = text(
        key,
        role=lines.name(role),
        days=lines.term_days(ctx, turn),
        name=ctx.mention(turn.person_id or 0),
    )
    blocks: list[Block] = [Paragraph(said)]
    if mine:
        blocks += lines.about(ctx, role, "duties")
    buttons = [Button(text("role-button-more"), routes.Show(role.id or 0))]
    if permits.begins(ctx, turn.first) > ctx.now:
        buttons.append(Button(text("role-button-swap"), routes.FindSwap(turn.id or 0)))
    return Card(None, (*blocks, Buttons(tuple(buttons)), Note(text("role-take-note"))))


def declined(ctx: Context, role: Role, turn: Turn) -> Card:
    """No: nothing is held against anybody."""
    del turn
    more = Button(text("role-button-more"), routes.Show(role.id or 0))
    return Card(None, (Paragraph(text("role-declined")), Buttons((more,))))


def keen(ctx: Context, role: Role, wants: bool) -> Card:
    """Noted, or taken back."""
    del ctx
    key = "role-keen" if wants else "role-keen-back"
    return Card(None, (Paragraph(text(key, name=lines.name(role))),))


def swap(ctx: Context, one: Swap) -> Card:
    """What stands of a swap, and what can be done with it."""
    role, _, _ = permits.swap(ctx, one.id or 0)
    days = lines.days(ctx, pool.days_of(one))
    said = text(
        f"role-swap-now-{one.state}",
        role=lines.name(role),
        days=days,
        name=ctx.mention(one.taken_by or one.asked_by),
    )
    buttons = [Button(text("role-button-more"), routes.Show(role.id or 0))]
    if one.state in ("open", "taken"):
        buttons.insert(0, _swap_button(ctx, one))
    blocks: list[Block] = [Paragraph(said), Buttons(tuple(buttons))]
    if one.state == "taken" and one.taken_by == ctx.me:
        blocks.append(Note(text("role-swap-note")))
    return Card(None, tuple(blocks))


def absences(ctx: Context, person: int) -> Card:
    """When somebody is away, and the way back."""
    today = permits.today(ctx)
    there = roles.absences(ctx.db, ctx.here.id or 0, since=today, person=person)
    blocks: list[Block] = []
    for one in there:
        blocks.append(Paragraph(_absence(ctx, one)))
        begun = date.fromisoformat(one.first) <= today
        key = "role-button-back" if begun else "role-button-not-away"
        blocks.append(Buttons((Button(text(key), routes.Back(one.id or 0)),)))
    if not there:
        blocks.append(Paragraph(text("role-away-none")))
    another = Button(text("role-button-away"), routes.AskAway(ctx.here.id or 0))
    return Card(text("role-away-title"), (*blocks, Buttons((another,))))


def _absence(ctx: Context, one: Absence) -> Line:
    first = date.fromisoformat(one.first)
    span = Span(first, date.fromisoformat(one.last) + timedelta(days=1))
    said = text("role-away-line", days=lines.days(ctx, span))
    if not one.roles:
        return said
    there = {role.key: role for role in roles.roles(ctx.db, ctx.here.id or 0)}
    named = [lines.name(there[key]) for key in one.roles if key in there]
    return joined([said, text("role-away-only", names=joined(named, ", "))], " ")


def noted_away(
    ctx: Context,
    absence: Absence,
    moved: list[tuple[Role, Turn]],
    covers: list[tuple[Role, Turn]],
    swapped: list[Swap],
) -> Card:
    """An absence is noted: what was asked of others, and what may be covered (feature 7 A1)."""
    mine = absence.person_id == ctx.me
    blocks: list[Block] = [Paragraph(_absence(ctx, absence))]
    for role, turn in moved:
        blocks.append(
            Paragraph(
                text("role-away-moved", name=lines.name(role), days=lines.term_days(ctx, turn))
            )
        )
    buttons: list[Button] = []
    for role, turn in covers:
        said = text("role-away-cover", name=lines.name(role), days=lines.term_days(ctx, turn))
        blocks.append(Paragraph(said))
        if turn.state == "accepted":
            cover = routes.Cover(turn.id or 0, absence.id or 0)
            buttons.append(Button(text("role-button-cover", name=lines.name(role)), cover))
    for one in swapped:
        role, turn, _ = permits.swap(ctx, one.id or 0)
        said = text("role-away-swapped", name=lines.name(role), days=lines.term_days(ctx, turn))
        blocks.append(Paragraph(said))
        buttons.append(_swap_button(ctx, one))
    back = routes.Back(absence.id or 0)
    buttons.append(Button(text("role-button-not-away"), back))
    note = text("role-away-note") if mine else text("role-away-for-note")
    return Card(text("role-away-title"), (*blocks, Buttons(tuple(buttons)), Note(note)))
