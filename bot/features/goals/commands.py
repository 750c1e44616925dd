"""What people ask of objectives by typing: list, assess, review, retire; and which one is meant."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access, which
from bot.card import Choices, Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.features.goals import assessing, permits, private, records, routes
from bot.features.goals.objecting import Why
from bot.features.goals.records import Goal
from bot.fields import id_in
from bot.which import Things


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Which:
    """An objective by its number or words of it; nothing: the only one it may be."""

    goal: str


GOALS: Things[Goal] = Things(
    key="goal",
    name=lambda goal: goal.sentence,
    by_number=lambda ctx, number: records.by_number(ctx.db, ctx.here.id or 0, number),
    recent=lambda ctx: records.standing(ctx.db, ctx.here.id or 0),
    standing=lambda ctx, _command, _place: records.standing(ctx.db, ctx.here.id or 0),
    may=lambda ctx, goal, _command: permits.may_change(ctx, goal),
    pick=routes.Pick,
    fits=lambda goal, _command: goal.retired_at is None,
)


def picked(ctx: Context, press: routes.Pick) -> Outcome:
    """Go on with the objective that was picked."""
    command, values, chosen = which.picked(ctx, press.draft)
    return ctx.desk.run(ctx, command, {**values, "goal": chosen})


def complete(ctx: Context, typing: str) -> Choices:
    """Suggestions for which objective."""
    return which.complete(ctx, GOALS, typing)


def list_goals(ctx: Context, asked: Nothing) -> Outcome:
    """The first page of the objectives."""
    del asked
    return Reply(private.listing(ctx, 0, past=False))


def page(ctx: Context, press: routes.Page) -> Outcome:
    """Another page, in place."""
    access.require(ctx, Rank.MEMBER)
    return Reply(private.listing(ctx, press.page, past=press.past), replace=True)


def show(ctx: Context, press: routes.Show) -> Outcome:
    """One objective."""
    return Reply(private.one(ctx, permits.get(ctx, press.goal)))


def assess(ctx: Context, asked: assessing.Value) -> Outcome:
    """Note a value; without one, its form opens (with what the measure says now, if there is one)."""
    values = {"goal": asked.goal, "value": asked.value}
    values |= {"comment": asked.comment, "date": asked.date}
    found = which.named(ctx, GOALS, asked.goal, "goal.assess", values)
    if not isinstance(found, Goal):
        return found
    permits.require_change(ctx, found)
    permits.require_standing(found)
    if not asked.value:
        return assessing.ask(ctx, found, asked.comment, asked.date)
    return assessing.note(ctx, found, asked)


def review(ctx: Context, asked: Which) -> Outcome:
    """The ways to go on with an objective."""
    found = which.named(ctx, GOALS, asked.goal, "goal.review", {"goal": asked.goal})
    if not isinstance(found, Goal):
        return found
    return assessing.ask_review(ctx, routes.AskReview(found.id or 0))


def retire(ctx: Context, asked: Why) -> Outcome:
    """Retire an objective with a reason; without one, its form opens."""
    values = {"goal": asked.goal, "why": asked.why}
    found = which.named(ctx, GOALS, asked.goal, "goal.retire", values)
    if not isinstance(found, Goal):
        return found
    permits.require_change(ctx, found)
    permits.require_standing(found)
    if not asked.why:
        return assessing.ask_retire(ctx, routes.AskRetire(found.id or 0))
    return assessing.retire(ctx, found, asked.why)


def end(ctx: Context, asked: Why) -> Outcome:
    """The same, by the form."""
    return assessing.retire(ctx, permits.changing(ctx, id_in(asked.goal)), asked.why)
