"""Private cards of objectives: one with all there is to know and to do, the list, the ways to go on."""

from __future__ import annotations

from collections import Counter

from bot import ties
from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph, Rule, Table
from bot.command import Rank
from bot.context import Context
from bot.features.goals import bound, life, lines, permits, records, routes, rules, views
from bot.features.goals.records import Assessment, Goal, Objection
from bot.fields import FormOpen
from bot.proposals import Put
from bot.text import NAMES_SHOWN, Line, Text, Words, joined, listed, text

A_PAGE, MOST_ASSESSED, MOST_WORDINGS = 6, 8, 3
LONGEST_COMMENT = 80


def one(ctx: Context, goal: Goal, *, said: Text | None = None) -> Card:
    """An objective: what it says, how it went, what is tied to it, and what one may do.

    `said` is what has just been done.
    """
    blocks: list[Block] = [Note(said)] if said is not None else []
    if goal.retired_at is not None:
        blocks.append(Paragraph(views.retired(ctx, goal)))
        blocks.append(Facts(tuple(views.rows(ctx, goal))))
    else:
        blocks += views.body(ctx, goal)
    if goal.measure:
        blocks += _reading(ctx, goal)
    blocks += _history(ctx, goal)
    blocks += _wordings(ctx, goal)
    blocks += _tied(ctx, goal)
    if goal.retired_at is None and ctx.member is not None:
        blocks += _buttons(ctx, goal)
    return Card(views.title(goal), tuple(blocks))


def _reading(ctx: Context, goal: Goal) -> list[Block]:
    """What the measure says now, with how many it comes from, and what it counts."""
    measure = bound.reading(ctx, goal.measure)
    parts: list[Line] = [bound.said(measure, goal.unit)]
    share = rules.progress(goal.baseline, goal.target, bound.value(measure))
    if share is not None:
        parts.append(lines.way(share))
    found: list[Block] = [Facts(((text("goal-now"), joined(parts, ", ")),))]
    about = bound.definition(goal.measure)
    return [*found, Note(about)] if about is not None else found


def _history(ctx: Context, goal: Goal) -> list[Block]:
    """Where it stood, the latest last; progress where it can be told (R4)."""
    there = records.assessments(ctx.db, goal.id or 0)
    if not there:
        return []
    heads = ("goal-head-day", "goal-head-value", "goal-head-way", "goal-head-comment")
    table = Table(
        tuple(text(head) for head in heads),
        tuple(_assessed(ctx, goal, row) for row in there[-MOST_ASSESSED:]),
    )
    older = len(there) - MOST_ASSESSED
    return [table, *([Note(text("goal-older", count=older))] if older > 0 else [])]


def _assessed(ctx: Context, goal: Goal, row: Assessment) -> tuple[Line, ...]:
    share = rules.progress(goal.baseline, goal.target, row.value)
    value = lines.number(row.value, goal.unit)
    comment = row.comment if len(row.comment) <= LONGEST_COMMENT else f"{row.comment[:79]}…"
    return (
        lines.day(ctx, row.day),
        value if row.n is None else text("goal-value-of", value=value, n=row.n),
        text("goal-percent", value=round(share * 100)) if share is not None else Words("–"),
        Words(comment or "–"),
    )


def _wordings(ctx: Context, goal: Goal) -> list[Block]:
    """How it read before, and why it was rewritten."""
    found: list[Block] = []
    for one in records.wordings(ctx.db, goal.id or 0)[:MOST_WORDINGS]:
        said: list[Line] = [Words(one.sentence)]
        if one.range is not None:
            said.append(lines.span(one.range))
        day = lines.day_of(ctx, one.until)
        found.append(Note(text("goal-was", day=day, words=joined(said, ", "), why=Words(one.why))))
    return found


def _tied(ctx: Context, goal: Goal) -> list[Block]:
    """What serves it: fifteen names, and how many more (R5). What cannot be seen here is left out."""
    there = records.things(ctx.db, goal.id or 0)
    if not there:
        return []
    names = [found.line for thing in there[:NAMES_SHOWN] if (found := ties.meant(ctx, thing))]
    more = max(0, len(there) - NAMES_SHOWN)
    if not names:
        return []
    return [Paragraph(text("goal-tied", count=len(names) + more, names=listed(names, more=more)))]


def _buttons(ctx: Context, goal: Goal) -> list[Block]:
    """What this person may do with it: in a row each, objections and the objective itself."""
    number = goal.id or 0
    opened = [one for one in records.objections(ctx.db, number) if one.state == "open"]
    own: list[Button] = []
    mine = next((one for one in opened if one.person_id == ctx.me), None)
    if mine is not None:
        own.append(Button(text("goal-button-withdraw"), routes.Withdraw(mine.id or 0)))
    decision = life.deciding(ctx, goal)
    if decision is not None:
        own.append(Button(text("goal-button-decision"), decision))
    if goal.settled_at is None:
        if decision is None:
            key = "goal-button-object-again" if mine is not None else "goal-button-object"
            own.append(Button(text(key), routes.AskObject(number)))
        if _decides(ctx):
            own.append(Button(text("goal-button-decide"), Put(routes.Show(number).pack())))
    if ctx.rank >= Rank.FACILITATOR:
        own += [_answer(ctx, one) for one in opened if one.person_id != ctx.me][:5]
    found: list[Block] = [Buttons(tuple(own))] if own else []
    more: list[Button] = []
    if permits.may_change(ctx, goal):
        more += [
            Button(text("goal-button-assess"), routes.AskAssess(number), "primary"),
            Button(text("goal-button-review"), routes.AskReview(number)),
        ]
    if permits.may_gather(ctx):
        more.append(Button(text("goal-button-ties"), routes.AskTies(number)))
    return [*found, Buttons(tuple(more))] if more else found


def _answer(ctx: Context, objection: Objection) -> Button:
    label = text("goal-button-answer", name=ctx.mention(objection.person_id))
    return Button(label, routes.AskAnswer(objection.id or 0))


def _decides(ctx: Context) -> bool:
    """Whether things can be put to a decision here."""
    return any(press.route is Put for feature in ctx.desk.features for press in feature.presses)


def review(ctx: Context, goal: Goal) -> Card:
    """The ways in which it can go on: kept, rewritten, with another date, or no more."""
    number = goal.id or 0
    blocks: list[Block] = []
    if found := views.rows(ctx, goal):
        blocks.append(Facts(tuple(found)))
    buttons = (
        Button(text("goal-button-keep"), routes.Keep(number)),
        Button(text("goal-button-rewrite"), routes.AskRewrite(number)),
        Button(text("goal-button-date"), routes.AskDate(number)),
        Button(text("goal-button-assess"), routes.AskAssess(number)),
        Button(text("goal-button-retire"), routes.AskRetire(number), "danger"),
    )
    note = Note(text("goal-review-how"))
    return Card(views.title(goal), (*blocks, Buttons(buttons), note))


# ── the list ────────────────────────────────────────────────────────────────────────────────────


def listing(ctx: Context, page: int, *, past: bool) -> Card:
    """A page of the objectives, strategic ones first; or of those that were retired."""
    here = ctx.here.id or 0
    there = records.retired(ctx.db, here) if past else records.standing(ctx.db, here)
    pages = max(1, -(-len(there) // A_PAGE))
    page = min(max(0, page), pages - 1)
    shown = there[page * A_PAGE : (page + 1) * A_PAGE]
    latest = records.latest(ctx.db, [goal.id or 0 for goal in shown])
    objected = Counter(goal.id for goal, _ in records.open_objections(ctx.db, here))
    blocks: list[Block] = []
    for goal in shown:
        blocks.append(Paragraph(views.title(goal)))
        blocks.append(Note(_line(ctx, goal, latest.get(goal.id or 0), objected[goal.id])))
    if not there:
        blocks.append(Paragraph(text("goal-none-past" if past else "goal-none")))
    opening = [
        Button(text("goal-button-open", number=goal.number), routes.Show(goal.id or 0))
        for goal in shown
    ]
    if opening:
        blocks += [Buttons(tuple(opening)), Rule()]
    blocks.append(Buttons(tuple(_ways(ctx, page, pages, past=past))))
    if pages > 1:
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    return Card(text("goal-past-title" if past else "goal-list-title"), tuple(blocks))


def _line(ctx: Context, goal: Goal, latest: Assessment | None, objecting: int) -> Line:
    """Where an objective is, in a line."""
    parts: list[Line] = []
    if goal.retired_at is not None:
        return views.retired(ctx, goal)
    parts.append(views.state(ctx, goal, objecting))
    if goal.due is not None:
        overdue = rules.is_overdue(goal.due, latest.day if latest else None, permits.today(ctx))
        key = "goal-line-overdue" if overdue else "goal-line-due"
        parts.append(text(key, day=lines.day(ctx, goal.due)))
    if latest is not None:
        parts.append(views.stands(ctx, goal, latest))
    elif goal.range is not None:
        parts.append(lines.span(goal.range))
    return joined(parts)


def _ways(ctx: Context, page: int, pages: int, *, past: bool) -> list[Button]:
    found: list[Button] = []
    if page > 0:
        found.append(Button(text("previous"), routes.Page(page - 1, past)))
    if page + 1 < pages:
        found.append(Button(text("next"), routes.Page(page + 1, past)))
    if past:
        found.append(Button(text("goal-button-standing"), routes.Page(0, False)))
    elif records.retired(ctx.db, ctx.here.id or 0):
        found.append(Button(text("goal-button-past"), routes.Page(0, True)))
    found.append(Button(text("goal-button-new"), FormOpen("goal.new")))
    return found
