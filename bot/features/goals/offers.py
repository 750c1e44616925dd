"""What other features ask of objectives: figures, changes, news, what waits, what passes on."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from bot.command import Awaiting, Rank
from bot.context import Context
from bot.evidence import Change, Fact, Facts
from bot.features.goals import figures, life, lines, permits, records, routes, rules, views
from bot.features.goals.records import Goal
from bot.news import News, Section
from bot.route import Route, address_of
from bot.text import Line, Words, text
from bot.words import fold


def evidence(ctx: Context) -> Facts:
    """How many were written down, are whole and in force, and are overdue."""
    here, today = ctx.here.id or 0, permits.today(ctx)
    in_force = figures.in_force(ctx.db, here)
    overdue = (rules.is_overdue(one.due, one.assessed, today) for one in in_force)
    return {
        Fact.GOALS_DRAFTED: figures.ever(ctx.db, here),
        Fact.GOALS_COMPLETE: sum(one.is_whole for one in in_force),
        Fact.GOALS_OVERDUE: sum(overdue),
    }


def changes(ctx: Context, since: datetime) -> tuple[Change, ...]:
    """Objectives made, rewritten and retired since an instant."""
    here = ctx.here.id or 0
    found = []
    for goal in records.changed_since(ctx.db, here, since):
        about, name = routes.Show(goal.id or 0), lines.name(goal)
        if goal.made_at >= since:
            found.append(Change(about, text("goal-change-new", name=name), goal.made_at))
        if goal.retired_at is not None and goal.retired_at >= since:
            found.append(Change(about, text("goal-change-retired", name=name), goal.retired_at))
    for goal, wording in records.rewritten_since(ctx.db, here, since):
        line = text("goal-change-rewritten", name=lines.name(goal))
        found.append(Change(routes.Show(goal.id or 0), line, wording.until))
    return tuple(found)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """What can still be objected to, and what came into force or was retired since an instant."""
    here = ctx.here.id or 0
    objected = Counter(goal.id for goal, _ in records.open_objections(ctx.db, here))
    found = [
        _news(goal, Section.DECIDE, views.state(ctx, goal, objected[goal.id]))
        for goal in records.standing(ctx.db, here)
        if goal.settled_at is None
    ]
    for goal in records.changed_since(ctx.db, here, since):
        if goal.retired_at is not None:
            if goal.retired_at >= since:
                found.append(_news(goal, Section.DECISIONS, views.retired(ctx, goal)))
        elif goal.settled_at is not None and goal.settled_at >= since:
            found.append(_news(goal, Section.DECISIONS, views.state(ctx, goal, 0)))
    return tuple(found)


def _news(goal: Goal, section: Section, more: Line) -> News:
    number = goal.id or 0
    name = Words(lines.name(goal))
    card, opens = routes.GoalCard(number), routes.Show(number)
    return News(section, name, more, card, opens, place=goal.place_id)


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """Objections that this person can answer, and objectives of theirs whose date comes."""
    here = ctx.here.id or 0
    found = []
    for goal, objection in life.unanswered(ctx):
        if ctx.rank >= Rank.FACILITATOR and objection.person_id != ctx.me:
            line = text("goal-awaits-objection", name=lines.name(goal))
            answer = routes.AskAnswer(objection.id or 0)
            found.append(Awaiting(line, answer, text("goal-awaits-answer"), 1, goal.place_id))
    standing = records.standing(ctx.db, here)
    latest = records.latest(ctx.db, [goal.id or 0 for goal in standing])
    for goal in standing:
        number = goal.id or 0
        if goal.due is None or permits.in_charge(ctx, goal) != ctx.me:
            continue
        if views.is_waiting(ctx, goal, latest.get(number)):
            day = lines.day(ctx, goal.due)
            line = text("goal-awaits-due", name=lines.name(goal), day=day)
            assess = text("goal-awaits-assess")
            found.append(Awaiting(line, routes.AskAssess(number), assess, place=goal.place_id))
    return tuple(found)


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: objections to answer, and dates."""
    here = ctx.here.id or 0
    found: list[Line] = [
        text("goal-handover-objection", name=lines.name(goal)) for goal, _ in life.unanswered(ctx)
    ]
    for goal in records.standing(ctx.db, here):
        if goal.due is not None:
            day = lines.day(ctx, goal.due)
            found.append(text("goal-handover-due", name=lines.name(goal), day=day))
    return tuple(found)


def finds(ctx: Context, words: str) -> tuple[Route, ...]:
    """The objectives that hold some words."""
    said = fold(words)
    standing = records.standing(ctx.db, ctx.here.id or 0)
    return tuple(routes.Show(g.id or 0) for g in standing if said and said in fold(g.sentence))


def named(ctx: Context, ref: str) -> Line | None:
    """The sentence behind an objective's address."""
    if address_of(ref) != routes.Show.address:
        return None
    goal = records.goal(ctx.db, routes.Show.unpack(ref).goal)
    if goal is None or goal.community_id != ctx.here.id:
        return None
    return Words(lines.name(goal))
