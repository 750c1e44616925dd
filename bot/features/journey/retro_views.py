"""How a retrospective looks: its card, what was said with the figures beside it, what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zlib import crc32

from bot import access
from bot.card import Block, Button, Buttons, Card, Choice, Note, Paragraph, Picker
from bot.command import Awaiting, Rank
from bot.context import Context
from bot.dates import say_day
from bot.evidence import Change
from bot.features.journey import lines, proceedings, routes
from bot.features.journey import retro_routes as retro
from bot.features.journey.proceedings import Item, Retrospective, Task
from bot.features.journey.standing import Standing, standing
from bot.text import Line, Words, joined, text
from scheduling.calendar import local
from storage import people
from storage.posts import shown_notice
from storage.terms import FACILITATION

PAGE, MOST_ON_BOARD, MOST_PICKED = 8, 5, 25


# ── in the channel ──────────────────────────────────────────────────────────────────────────────


def board(ctx: Context, route: retro.Board) -> Card | None:
    """A retrospective where everybody sees it."""
    found = proceedings.retrospective(ctx.db, route.number)
    if found is None:
        return None
    ctx.enter(found.community_id)
    return board_of(ctx, found)


def board_of(ctx: Context, found: Retrospective) -> Card:
    """How many things were said while it is open; then the first of them, and what is to be done."""
    number = found.id or 0
    counts = proceedings.item_counts(ctx.db, number)
    kinds = {kind: counts.get(kind, 0) for kind in ("keep", "stop", "start")}
    said = text("retro-counts", **kinds, people=proceedings.sayers(ctx.db, number))
    see = Button(text("retro-see"), retro.Items(number, 0))
    if found.closed_at is None:
        add = Button(text("retro-add"), retro.Add(number), "primary")
        close = Button(text("retro-close"), retro.Close(number), confirm=text("retro-close-sure"))
        blocks: list[Block] = [Paragraph(text("retro-about")), Paragraph(said)]
        return Card(_title(found), (*blocks, Buttons((add, see, close)), Note(text("retro-how"))))
    blocks = [Paragraph(said)]
    first = proceedings.items(ctx.db, number, most=MOST_ON_BOARD)
    blocks += [Paragraph(_item(ctx, item)) for item in first]
    asked = proceedings.tasks(ctx.db, number)
    head: list[Line] = [text("retro-tasks-head" if asked else "retro-tasks-none")]
    shown = [_task(ctx, task) for task in asked[:MOST_ON_BOARD]]
    blocks.append(Paragraph(joined([*head, *shown], "\n")))
    buttons = (see, Button(text("retro-tasks-button"), retro.Tasks(number)))
    return Card(_title(found), (*blocks, Buttons(buttons)))


def _title(found: Retrospective) -> Line:
    return text("retro-titled", subject=found.subject)


# ── what was said ───────────────────────────────────────────────────────────────────────────────


def items(ctx: Context, found: Retrospective, page: int) -> Card:
    """What was said, a page; beside what is about a step stand its figures (feature 10)."""
    number, now = found.id or 0, standing(ctx)
    count = sum(proceedings.item_counts(ctx.db, number).values())
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 0), pages - 1)
    blocks: list[Block] = [Paragraph(lines.counted(now))]
    for item in proceedings.items(ctx.db, number, skip=page * PAGE, most=PAGE):
        blocks.append(Paragraph(_item(ctx, item)))
        if item.number:
            blocks.append(Note(_beside(item.number, now)))
    if not count:
        blocks.append(Paragraph(text("retro-nothing-yet")))
    buttons: list[Button] = []
    if found.closed_at is None:
        buttons.append(Button(text("retro-add"), retro.Add(number), "primary"))
        if ctx.rank >= Rank.FACILITATOR:
            sure = text("retro-close-sure")
            buttons.append(Button(text("retro-close"), retro.Close(number), confirm=sure))
    buttons.append(Button(text("retro-tasks-button"), retro.Tasks(number)))
    if page > 0:
        buttons.append(Button(text("previous"), retro.Items(number, page - 1)))
    if page + 1 < pages:
        buttons.append(Button(text("next"), retro.Items(number, page + 1)))
    blocks.append(Buttons(tuple(buttons)))
    if pages > 1:
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    return Card(_title(found), tuple(blocks))


def _item(ctx: Context, item: Item) -> Line:
    who = ctx.mention(item.person_id) if item.person_id else text("journey-somebody")
    return text(f"retro-item-{item.kind}", words=item.words, who=who)


def _beside(number: int, now: Standing) -> Line:
    """The data beside a topic: where its step stands, in figures."""
    return joined([lines.headed(number, now), lines.figures(number, now)])


# ── what is to be done ──────────────────────────────────────────────────────────────────────────


def tasks(ctx: Context, found: Retrospective) -> Card:
    """What it asked for; whoever facilitates adds to it."""
    number = found.id or 0
    asked = proceedings.tasks(ctx.db, number)
    blocks: list[Block] = [Paragraph(_task(ctx, task)) for task in asked[:MOST_PICKED]]
    if not asked:
        blocks.append(Paragraph(text("retro-tasks-none")))
    else:
        choices = tuple(
            Choice(str(task.id), Words(task.words[:75])) for task in asked[:MOST_PICKED]
        )
        blocks.append(Picker(retro.PickTask(number), text("retro-pick-task"), choices))
    if len(asked) > MOST_PICKED:
        blocks.append(Note(text("home-more", count=len(asked) - MOST_PICKED)))
    buttons: list[Button] = []
    if ctx.rank >= Rank.FACILITATOR:
        buttons.append(Button(text("retro-add-task"), retro.AskTask(number), "primary"))
    buttons.append(Button(text("retro-see"), retro.Items(number, 0)))
    buttons.append(Button(text("journey-button"), routes.Show(found.community_id)))
    return Card(_title(found), (*blocks, Buttons(tuple(buttons))))


def one(ctx: Context, task: Task, changes: Sequence[Change]) -> Card:
    """One thing to do: done or not, and which change came of it."""
    number = task.id or 0
    blocks: list[Block] = [Paragraph(_task(ctx, task))]
    mine = may(ctx, task)
    if task.change:
        blocks.append(Paragraph(text("retro-linked", change=task.change_words)))
    elif mine and changes:
        choices = tuple(Choice(value_of(one), one.line) for one in changes)
        blocks.append(Picker(retro.LinkChange(number), text("retro-link"), choices))
    elif mine:
        blocks.append(Note(text("retro-no-changes")))
    buttons: list[Button] = []
    if mine and task.done_at is None:
        buttons.append(Button(text("retro-done"), retro.Finish(number, done=True), "primary"))
    elif mine:
        buttons.append(Button(text("retro-undone"), retro.Finish(number, done=False)))
    if mine and task.change:
        buttons.append(Button(text("retro-unlink"), retro.Unlink(number)))
    buttons.append(Button(text("retro-tasks-button"), retro.Tasks(task.retrospective_id)))
    return Card(text("retro-task-title"), (*blocks, Buttons(tuple(buttons))))


def value_of(change: Change) -> str:
    """What a picker carries for a change: its address may be too long for one."""
    return f"{crc32(f'{change.about.pack()} {change.at.isoformat()}'.encode()):x}"


def _task(ctx: Context, task: Task) -> Line:
    who = ctx.mention(task.owner_id) if task.owner_id else text("nobody")
    day = Words(say_day(date.fromisoformat(task.due_on), ctx.reader.language))
    today = local(ctx.now, ctx.here.zone).date().isoformat()
    if task.done_at is not None:
        return text("retro-task-done", words=task.words, who=who)
    if task.due_on < today:
        return text("retro-task-late", words=task.words, who=who, day=day)
    return text("retro-task-open", words=task.words, who=who, day=day)


def may(ctx: Context, task: Task) -> bool:
    """Whose it is, and whoever facilitates."""
    return ctx.member is not None and (ctx.me == task.owner_id or ctx.rank >= Rank.FACILITATOR)


def carrier(ctx: Context, task: Task) -> int | None:
    """Who is to be reminded: whose it is, while they are here; else whoever facilitates."""
    if task.owner_id is not None:
        member = people.member(ctx.db, task.community_id, task.owner_id)
        if member is not None and member.left_at is None:
            return task.owner_id
    return access.on_duty(ctx, FACILITATION)


def due(ctx: Context, route: retro.TaskDue) -> Card | None:
    """The reminder; thanks, once it is done."""
    task = proceedings.task(ctx.db, route.task)
    if task is None or ctx.person is None:
        return None
    told = shown_notice(ctx.db, ctx.me, route.pack())
    if task.done_at is not None and not told:
        return None
    title = text("retro-due-title", community=ctx.here.name)
    blocks: list[Block] = [Paragraph(_task(ctx, task))]
    if task.done_at is None:
        done = Button(text("retro-done"), retro.Finish(route.task, done=True), "primary")
        blocks.append(Buttons((done, Button(text("retro-open-task"), retro.ShowTask(route.task)))))
    return Card(title, tuple(blocks))


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: what is open, and what is still to do."""
    here = ctx.here.id or 0
    found = proceedings.newest(ctx.db, here, is_open=True)
    there = proceedings.open_tasks(ctx.db, here)[:MOST_PICKED]
    still = (text("retro-handover", subject=found.subject),) if found is not None else ()
    return (*still, *(text("retro-handover-task", task=_task(ctx, task)) for task in there))


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """What this person took on and has not done."""
    here = ctx.here.id or 0
    return tuple(
        Awaiting(
            text("retro-awaits", task=_task(ctx, task)),
            retro.ShowTask(task.id or 0),
            text("retro-open-task"),
            1,
        )
        for task in proceedings.open_tasks(ctx.db, here, ctx.me)
    )
