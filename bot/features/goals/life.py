"""How an objective lives on: its two clocks, in force, told to whom, and who leaves."""

from __future__ import annotations

from bot import proposals
from bot.context import Context
from bot.features.goals import permits, records, routes, rules
from bot.features.goals.records import Goal, Objection
from bot.route import Route, address_of
from storage import people
from storage.posts import OTHER, STARTED

KIND = "other"
"""The kind of notice that objectives send."""


def arm(ctx: Context, goal: Goal) -> None:
    """What the clock has to do for an objective as it is now, and nothing else."""
    number = goal.id or 0
    if goal.settled_at is None and goal.retired_at is None and deciding(ctx, goal) is None:
        ctx.later(routes.Settle(number), goal.posted_at + rules.OPEN_FOR)
    else:
        ctx.never(routes.Settle(number))
    due = goal.due
    if due is not None and goal.retired_at is None and due >= permits.today(ctx):
        at = permits.morning(ctx, due - rules.REMIND_BEFORE)
        ctx.later(routes.Remind(number), at if at > ctx.now else permits.morning(ctx, due))
    else:
        ctx.never(routes.Remind(number))


def arm_anew(ctx: Context) -> None:
    """The community keeps another zone's time: a day begins at another instant."""
    for goal in records.standing(ctx.db, ctx.here.id or 0):
        arm(ctx, goal)


def arm_all(ctx: Context) -> None:
    """At start, the rules of time zones may be new."""
    for goal in records.all_standing(ctx.db):
        ctx.enter(goal.community_id)
        arm(ctx, goal)


def keep(ctx: Context, goal: Goal) -> None:
    """Write a changed objective down, and draw it anew."""
    ctx.db.add(goal)
    ctx.db.flush()
    ctx.posts.refresh(routes.GoalCard(goal.id or 0).pack())


def deciding(ctx: Context, goal: Goal) -> Route | None:
    """What opens the proposal under way about an objective; None where there is none."""
    return proposals.under_way(ctx, routes.Show(goal.id or 0).pack())


def decided(ctx: Context, ref: str) -> None:
    """A proposal about an objective began; or it is over, and silence has its week anew."""
    if address_of(ref) != routes.Show.address:
        return
    goal = records.goal(ctx.db, routes.Show.unpack(ref).goal)
    if goal is None or goal.retired_at is not None:
        return
    if goal.settled_at is None and deciding(ctx, goal) is None:
        goal.posted_at = ctx.now
    keep(ctx, goal)
    arm(ctx, goal)


def unanswered(ctx: Context) -> list[tuple[Goal, Objection]]:
    """Objections that wait for an answer, oldest first; what is being decided is answered by that."""
    there = records.open_objections(ctx.db, ctx.here.id or 0)
    decides = {goal.id: deciding(ctx, goal) is not None for goal, _ in there}
    return [(goal, objection) for goal, objection in there if not decides[goal.id]]


def settle_if_ripe(ctx: Context, goal: Goal) -> bool:
    """In force after a week without an open objection or a decision. Returns whether that is now."""
    if goal.settled_at is not None or goal.retired_at is not None:
        return False
    if deciding(ctx, goal) is not None:
        return False
    if goal.posted_at + rules.OPEN_FOR > ctx.now:
        return False
    if any(one.state == "open" for one in records.objections(ctx.db, goal.id or 0)):
        return False
    settle(ctx, goal)
    return True


def settle(ctx: Context, goal: Goal) -> None:
    """From now on it is in force: whoever proposed it is told."""
    goal.settled_at = ctx.now
    keep(ctx, goal)
    arm(ctx, goal)
    tell(ctx, goal, permits.in_charge(ctx, goal), "in-force")


def retire(ctx: Context, goal: Goal, why: str) -> None:
    """It is pursued no more; what was said of it stays."""
    goal.retired_at, goal.retired_why = ctx.now, why
    keep(ctx, goal)
    arm(ctx, goal)
    ctx.journal("goal.retired", routes.GoalCard(goal.id or 0), sentence=goal.sentence, why=why)


def tell(ctx: Context, goal: Goal, person: int | None, what: str, objection: int = 0) -> None:
    """Tell somebody what became of an objective, or of an objection to it."""
    if person is None or people.member(ctx.db, goal.community_id, person) is None:
        return
    number = goal.id or 0
    own = person == goal.author_id or what == "answered"
    ctx.tell(
        person,
        routes.Told(number, what, objection),
        kind=KIND,
        severity=STARTED if own else OTHER,
        once=f"goal-{number}-{what}-{objection}-{goal.posted_at:%Y%m%d%H%M%S}",
    )


def left(ctx: Context, person: int) -> None:
    """Somebody left: what they objected to waits for no answer any more."""
    for goal, objection in records.open_objections(ctx.db, ctx.here.id or 0):
        if objection.person_id == person:
            objection.state, objection.closed_at = "withdrawn", ctx.now
            ctx.db.add(objection)
            ctx.db.flush()
            if not settle_if_ripe(ctx, goal):
                keep(ctx, goal)
