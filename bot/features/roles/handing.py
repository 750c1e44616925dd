"""The handover: what whoever leaves passes on, and what whoever comes finds (feature 7 A8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.card import Block, Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.roles import lines, permits, planning, records, routes
from bot.features.roles.records import Handover, Turn
from bot.fields import id_in
from bot.text import Line, Words, joined, text
from storage.roles import Role

LATE = timedelta(hours=48)
"""How long after the new turn begins a handover may be written without being late."""

LINES = ("going", "coming", "care")
MOST = 10


@dataclass(frozen=True, slots=True)
class Note3:
    """Three lines for whoever comes: what is going on, what comes, what to mind."""

    turn: str
    going: str
    coming: str
    care: str


def passing_on(ctx: Context, route: routes.PassingOn) -> Card | None:
    """The checklist, and room for three lines; told to who holds the last days of a turn."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None or turn.state != "accepted":
        return None
    return desk(ctx, role, turn)


def desk(ctx: Context, role: Role, turn: Turn) -> Card:
    """What to do before a turn ends."""
    number = turn.id or 0
    kept = records.handover(ctx.db, number)
    done = set(kept.done) if kept else set()
    ends = lines.day(ctx, turn.end - timedelta(days=1))
    blocks: list[Block] = [Paragraph(text("role-passing-on", day=ends))]
    steps = lines.checklist(ctx, role)
    if steps:
        choices = tuple(
            Choice(str(index), Words(step), index in done) for index, step in enumerate(steps[:25])
        )
        picker = Picker(routes.Tick(number), text("role-ticked"), choices, 0, len(choices))
        blocks.append(picker)
    if kept and any(kept.lines):
        blocks.append(Paragraph(_note(kept)))
    key = "role-button-note-edit" if kept and any(kept.lines) else "role-button-note"
    blocks.append(Buttons((Button(text(key), routes.AskNote(number), "primary"),)))
    if complete(ctx, role, turn):
        blocks.append(Note(text("role-passed-complete")))
    return Card(text("role-passing-on-title", name=lines.name(role)), tuple(blocks))


def complete(ctx: Context, role: Role, turn: Turn) -> bool:
    """Whether a note is written, or the whole checklist ticked."""
    kept = records.handover(ctx.db, turn.id or 0)
    steps = lines.checklist(ctx, role)
    return kept is not None and (any(kept.lines) or (bool(steps) and len(kept.done) >= len(steps)))


def _note(kept: Handover) -> Line:
    return joined(
        [
            text(f"role-noted-{which}", words=said)
            for which, said in zip(LINES, kept.lines, strict=False)
            if said
        ],
        "\n",
    )


def _own(ctx: Context, number: int) -> tuple[Role, Turn]:
    """A turn whose last days are this person's, or who steers."""
    role, turn = permits.turn(ctx, number)
    parts = planning.having(ctx, turn)
    if not parts:
        raise Refusal(text("role-nobody-has-it"))
    permits.require_own(ctx, parts[-1][0])
    return role, turn


def ask_note(ctx: Context, press: routes.AskNote) -> Outcome:
    """Open the form of three lines, with what was written before."""
    _own(ctx, press.turn)
    kept = records.handover(ctx.db, press.turn)
    written = dict(zip(LINES, kept.lines, strict=False)) if kept else {}
    return ctx.form("role.note", {"turn": str(press.turn), **written})


def write_note(ctx: Context, asked: Note3) -> Outcome:
    """Keep the three lines."""
    role, turn = _own(ctx, id_in(asked.turn))
    kept = _kept(ctx, turn)
    kept.lines = [asked.going, asked.coming, asked.care]
    kept.written_at = ctx.now
    ctx.db.add(kept)
    ctx.db.flush()
    _changed(ctx, turn)
    return Reply(desk(ctx, role, turn))


def tick(ctx: Context, press: routes.Tick) -> Outcome:
    """Keep what of the checklist is done."""
    role, turn = _own(ctx, press.turn)
    chosen = (ctx.request.values.get("chosen", "") if ctx.request else "").split()
    kept = _kept(ctx, turn)
    known = range(len(lines.checklist(ctx, role)))
    kept.done = sorted({int(one) for one in chosen if one.isdecimal() and int(one) in known})
    ctx.db.add(kept)
    ctx.db.flush()
    _changed(ctx, turn)
    return Reply(desk(ctx, role, turn), replace=True)


def _kept(ctx: Context, turn: Turn) -> Handover:
    return records.handover(ctx.db, turn.id or 0) or Handover(turn_id=turn.id or 0)


def _changed(ctx: Context, turn: Turn) -> None:
    """The message that asked for it says what is kept; the pack of whoever comes next, too."""
    ctx.posts.refresh_notices(routes.PassingOn(turn.id or 0).pack())
    for other in records.turns_of(ctx.db, turn.role_id, since=turn.end):
        if other.starts_on == turn.ends_on:
            ctx.posts.refresh_notices(routes.Pack(other.id or 0).pack())


# ── the pack ────────────────────────────────────────────────────────────────────────────────────


def pack(ctx: Context, route: routes.Pack) -> Card | None:
    """Told to who begins: made from what every feature offers, with or without a note."""
    turn = records.turn(ctx.db, route.turn)
    role = records.role(ctx.db, turn.role_id) if turn is not None else None
    if turn is None or role is None or turn.state != "accepted":
        return None
    ctx.enter(role.community_id)
    lead: list[Block] = [
        Paragraph(text("role-pack", days=lines.term_days(ctx, turn))),
        *contents(ctx, role, turn.number),
    ]
    return Card(text("role-pack-title", name=lines.name(role)), tuple(lead))


def contents(ctx: Context, role: Role, number: int) -> list[Block]:
    """What a role answers for, the last note before this term, and what is open in the community."""
    blocks = lines.about(ctx, role, "duties")
    before = [
        kept
        for turn in records.turns_of(ctx.db, role.id or 0)
        if turn.number < number
        and (kept := records.handover(ctx.db, turn.id or 0)) is not None
        and any(kept.lines)
    ]
    if before:
        blocks.append(Paragraph(joined([text("role-last-note"), _note(before[-1])], "\n")))
    found = [line for feature in ctx.desk.features for line in feature.handover(ctx)]
    if found:
        shown: list[Line] = [text("role-open-things")]
        shown += [text("role-bullet", line=line) for line in found[:MOST]]
        if len(found) > MOST:
            shown.append(text("role-more-things", count=len(found) - MOST))
        blocks.append(Paragraph(joined(shown, "\n")))
    elif not before:
        blocks.append(Paragraph(text("role-nothing-open")))
    return blocks


def show_pack(ctx: Context, press: routes.ShowPack) -> Outcome:
    """The pack, as it would be handed over now."""
    return Reply(board(ctx, permits.role(ctx, press.role)))


def board(ctx: Context, role: Role) -> Card:
    """`/role handover`: my own desk where I hold the role; else the pack, for members."""
    if ctx.member is None:
        raise Forbidden(text("needs-member"))
    today = permits.today(ctx)
    now = [
        turn
        for turn in records.turns_of(ctx.db, role.id or 0, since=today)
        if turn.first <= today and planning.having(ctx, turn)
    ]
    mine = [turn for turn in now if planning.having(ctx, turn)[-1][0] == ctx.me]
    if mine:
        return desk(ctx, role, mine[0])
    number = now[0].number + 1 if now else 0
    title = text("role-pack-title", name=lines.name(role))
    return Card(title, tuple(contents(ctx, role, number)))


def overdue(ctx: Context, role: Role) -> list[Turn]:
    """Turns that ended more than two days ago, lately, with nothing passed on."""
    today = permits.today(ctx)
    return [
        turn
        for turn in records.turns_of(ctx.db, role.id or 0, since=today - timedelta(days=14))
        if turn.state == "accepted"
        and permits.begins(ctx, turn.end) + LATE <= ctx.now
        and not complete(ctx, role, turn)
    ]
