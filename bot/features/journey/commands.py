"""What people ask of the journey: the ten steps, one of them, and why it stands where it does."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.features.journey import routes, views
from bot.features.journey.rules import STEPS


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


def show(ctx: Context, asked: Nothing) -> Outcome:
    """The ten steps."""
    del asked
    return Reply(views.overview(ctx))


def show_press(ctx: Context, press: routes.Show) -> Outcome:
    """The same, by a button."""
    entered(ctx, press.community)
    return Reply(views.overview(ctx))


def pick(ctx: Context, press: routes.Pick) -> Outcome:
    """The step that was picked."""
    entered(ctx, press.community)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if chosen not in {str(step.number) for step in STEPS}:
        raise access.unknown_thing()
    return Reply(views.one(ctx, int(chosen)))


def one(ctx: Context, press: routes.OneStep) -> Outcome:
    """One step."""
    entered(ctx, press.community)
    return Reply(views.one(ctx, numbered(press.number)), replace=True)


def why(ctx: Context, press: routes.Why) -> Outcome:
    """Why it stands where it does, in figures."""
    entered(ctx, press.community)
    return Reply(views.why(ctx, numbered(press.number)), replace=True)


def entered(ctx: Context, community: int, least: Rank = Rank.MEMBER) -> None:
    """Go on in a community. Raises a Refusal for who may not."""
    ctx.enter(community)
    access.require(ctx, least)


def numbered(number: int) -> int:
    """The number of a step. Raises a Refusal for any other."""
    if not 1 <= number <= len(STEPS):
        raise access.unknown_thing()
    return number
