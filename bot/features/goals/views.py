"""How objectives look in a channel and in direct messages."""

from __future__ import annotations

from datetime import date

from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph
from bot.context import Context
from bot.features.goals import bound, life, lines, permits, records, routes, rules
from bot.features.goals.records import Assessment, Goal, Objection
from bot.text import Line, Words, joined, text

MOST_OBJECTIONS = 5
TOLD = frozenset({"objected", "answered", "in-force"})


def card(ctx: Context, route: routes.GoalCard) -> Card | None:
    """An objective in its channel."""
    goal = records.goal(ctx.db, route.goal)
    if goal is None:
        return None
    ctx.enter(goal.community_id)
    if goal.retired_at is not None:
        return Card(title(goal), (Paragraph(retired(ctx, goal)),))
    buttons = []
    if (decision := life.deciding(ctx, goal)) is not None:
        buttons.append(Button(text("goal-button-decision"), decision))
    elif goal.settled_at is None:
        buttons.append(Button(text("goal-button-object"), routes.AskObject(route.goal)))
    buttons.append(Button(text("goal-button-details"), routes.Show(route.goal)))
    return Card(title(goal), (*body(ctx, goal), Buttons(tuple(buttons))))


def title(goal: Goal) -> Line:
    """Its kind and its sentence."""
    return text(f"goal-title-{goal.kind}", sentence=goal.sentence)


def retired(ctx: Context, goal: Goal) -> Line:
    """That it is pursued no more, since when, and why."""
    assert goal.retired_at is not None
    day = lines.day_of(ctx, goal.retired_at)
    return text("goal-retired", day=day, why=Words(goal.retired_why))


def body(ctx: Context, goal: Goal) -> list[Block]:
    """What is to be reached by when, whether that is in force, and who objects."""
    blocks: list[Block] = []
    if found := rows(ctx, goal):
        blocks.append(Facts(tuple(found)))
    there = records.objections(ctx.db, goal.id or 0)
    blocks.append(Paragraph(state(ctx, goal, sum(one.state == "open" for one in there))))
    blocks += objections(ctx, goal, there)
    return blocks


def rows(ctx: Context, goal: Goal) -> list[tuple[Line, Line]]:
    """Its indicator, from where to where, by when, who proposed it, where it stands."""
    found = plan(ctx, goal)
    if goal.author_id is not None:
        found.append((text("goal-by"), ctx.mention(goal.author_id)))
    latest = records.latest(ctx.db, [goal.id or 0]).get(goal.id or 0)
    if latest is not None:
        found.append((text("goal-stands"), stands(ctx, goal, latest)))
    return found


def plan(ctx: Context, goal: Goal) -> list[tuple[Line, Line]]:
    """What an objective says of itself, as far as it does."""
    found: list[tuple[Line, Line]] = []
    if goal.measure:
        found.append((text("goal-indicator"), text("goal-bound", name=bound.name(goal.measure))))
    elif goal.indicator:
        found.append((text("goal-indicator"), Words(goal.indicator)))
    if goal.range is not None:
        found.append((text("goal-aims"), lines.span(goal.range)))
    if goal.due is not None:
        found.append((text("goal-due"), lines.day(ctx, goal.due)))
    return found


def stands(ctx: Context, goal: Goal, latest: Assessment) -> Line:
    """Where it stood when it was assessed last, and how far that is."""
    said: list[Line] = [lines.number(latest.value, goal.unit)]
    share = rules.progress(goal.baseline, goal.target, latest.value)
    if share is not None:
        said.append(lines.way(share))
    return text("goal-stood", said=joined(said, ", "), day=lines.day(ctx, latest.day))


def state(ctx: Context, goal: Goal, objecting: int) -> Line:
    """Whether it is in force, or what that waits for."""
    if goal.settled_at is not None:
        return text("goal-in-force", day=lines.day_of(ctx, goal.settled_at))
    if life.deciding(ctx, goal) is not None:
        return text("goal-deciding")
    if objecting:
        return text("goal-contested", count=objecting)
    return text("goal-open", day=lines.day_of(ctx, goal.posted_at + rules.OPEN_FOR))


def objections(ctx: Context, goal: Goal, there: list[Objection]) -> list[Block]:
    """Who objects and why; and what was answered, since the present wording."""
    opened = [one for one in there if one.state == "open"]
    before = records.wordings(ctx.db, goal.id or 0)
    since = before[0].until if before else goal.made_at
    answered = [one for one in there if one.state == "answered" and one.at >= since]
    shown = [*opened, *answered]
    found: list[Block] = [_objection(ctx, one) for one in shown[:MOST_OBJECTIONS]]
    if len(shown) > MOST_OBJECTIONS:
        found.append(Note(text("goal-objections-more", count=len(shown) - MOST_OBJECTIONS)))
    return found


def _objection(ctx: Context, one: Objection) -> Block:
    who, why = ctx.mention(one.person_id), Words(one.why)
    if one.state == "open":
        return Paragraph(text("goal-objects", who=who, why=why))
    if not one.answer:
        return Note(text("goal-objection-decided", who=who, why=why))
    by = ctx.mention(one.answered_by) if one.answered_by is not None else Words("–")
    return Note(text("goal-objection-answered", who=who, why=why, by=by, answer=Words(one.answer)))


# ── direct messages ─────────────────────────────────────────────────────────────────────────────


def told(ctx: Context, route: routes.Told) -> Card | None:
    """What became of an objective, or of an objection: to who is concerned."""
    goal = records.goal(ctx.db, route.goal)
    if goal is None or goal.retired_at is not None or route.what not in TOLD:
        return None
    blocks: list[Block] = []
    if route.what == "in-force":
        if goal.settled_at is None:
            return None
        blocks.append(Paragraph(text("goal-told-in-force", name=lines.name(goal))))
    else:
        one = records.objection(ctx.db, route.objection)
        if one is None or one.state != ("open" if route.what == "objected" else "answered"):
            return None
        blocks.append(Paragraph(text(f"goal-told-{route.what}", name=lines.name(goal))))
        blocks.append(_objection(ctx, one))
    more = Button(text("goal-button-details"), routes.Show(route.goal))
    return Card(None, (*blocks, Buttons((more,))))


def due(ctx: Context, route: routes.Due) -> Card | None:
    """Its date comes; not any more once it was assessed, moved or retired."""
    goal = records.goal(ctx.db, route.goal)
    if goal is None or goal.retired_at is not None or goal.due_on != route.on:
        return None
    ctx.enter(goal.community_id)
    if not is_waiting(ctx, goal, records.latest(ctx.db, [route.goal]).get(route.goal)):
        return None
    buttons = (
        Button(text("goal-button-assess"), routes.AskAssess(route.goal), "primary"),
        Button(text("goal-button-review"), routes.AskReview(route.goal)),
    )
    day = lines.day(ctx, date.fromisoformat(route.on))
    said = Paragraph(text("goal-told-due", name=lines.name(goal), day=day))
    return Card(None, (said, Buttons(buttons)))


def is_waiting(ctx: Context, goal: Goal, latest: Assessment | None) -> bool:
    """Whether its date is near or over, and nobody assessed it for that."""
    due = goal.due
    if due is None or not rules.is_due(due, permits.today(ctx)):
        return False
    return latest is None or latest.day < due - rules.REMIND_BEFORE
