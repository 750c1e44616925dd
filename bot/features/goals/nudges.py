"""What the clock presses for objectives, and what of them could do with a hand."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Button, Outcome
from bot.context import Context
from bot.features.goals import life, lines, permits, records, routes, rules, tying, views
from bot.nudging import DRIFT, PEOPLE_WAIT, STANDSTILL, Nudge, Whole
from bot.text import text
from storage.posts import OTHER, STARTED

DUE, OBJECTION, UNTIED = "goal-due", "goal-objection", "goal-untied"

PATIENCE = timedelta(days=3)
"""So long an objection waits before whoever facilitates is nudged; so long a reminder holds."""

MANY = 5
"""So many things that serve nothing are worth a thought."""


def settle(ctx: Context, press: routes.Settle) -> Outcome:
    """A week has passed since an objective was posted."""
    goal = records.goal(ctx.db, press.goal)
    if goal is not None:
        ctx.enter(goal.community_id)
        if not life.settle_if_ripe(ctx, goal) and goal.posted_at + rules.OPEN_FOR > ctx.now:
            life.arm(ctx, goal)
    return None


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """A week before its date: whoever answers for an objective is told."""
    goal = records.goal(ctx.db, press.goal)
    if goal is None or goal.due is None or goal.due_on is None or goal.retired_at is not None:
        return None
    ctx.enter(goal.community_id)
    if permits.morning(ctx, goal.due - rules.REMIND_BEFORE) > ctx.now:
        life.arm(ctx, goal)
        return None
    person = permits.in_charge(ctx, goal)
    if person is not None:
        ctx.tell(
            person,
            routes.Due(press.goal, goal.due_on),
            kind=life.KIND,
            severity=STARTED if person == goal.author_id else OTHER,
            once=f"goal-{press.goal}-due-{goal.due_on}",
            not_after=permits.morning(ctx, goal.due + PATIENCE),
        )
    return None


# ── for whoever facilitates ─────────────────────────────────────────────────────────────────────


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """Objections that wait for an answer, dates that come, and things that serve no objective."""
    here = ctx.here.id or 0
    standing = records.standing(ctx.db, here)
    found = []
    for goal, objection in life.unanswered(ctx):
        if ctx.now - objection.at >= PATIENCE:
            why = text("goal-nudge-objection", name=lines.name(goal))
            see = Button(text("goal-button-details"), routes.Show(goal.id or 0), "primary")
            found.append(
                Nudge(
                    OBJECTION,
                    routes.Told(goal.id or 0, "objected", objection.id or 0),
                    PEOPLE_WAIT,
                    why,
                    see,
                )
            )
    latest = records.latest(ctx.db, [goal.id or 0 for goal in standing])
    for goal in standing:
        number = goal.id or 0
        if goal.due is None or not views.is_waiting(ctx, goal, latest.get(number)):
            continue
        why = text("goal-nudge-due", name=lines.name(goal), day=lines.day(ctx, goal.due))
        review = Button(text("goal-button-review"), routes.AskReview(number), "primary")
        found.append(Nudge(DUE, routes.GoalCard(number), STANDSTILL, why, review))
    if standing and (count := len(tying.untied(ctx))) >= MANY:
        why = text("goal-nudge-untied", count=count)
        tie = Button(text("goal-button-ties"), routes.AskTies(0), "primary")
        found.append(Nudge(UNTIED, Whole(here), DRIFT, why, tie, role="library"))
    return tuple(found)
