"""Who may see and change an objective, who answers for it, and which day it is."""

from __future__ import annotations

from datetime import date, datetime, time

from bot import access
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.goals import records
from bot.features.goals.records import Goal, Objection
from bot.text import text
from scheduling.calendar import local, resolve
from storage import people
from storage.terms import FACILITATION

REMINDED_AT = time(9)


def get(ctx: Context, number: int) -> Goal:
    """The objective, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.goal(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def standing(ctx: Context, number: int) -> Goal:
    """The same, for a member, as long as it is not retired."""
    found = get(ctx, number)
    access.require(ctx, Rank.MEMBER)
    require_standing(found)
    return found


def require_standing(goal: Goal) -> None:
    """Refuse what was retired."""
    if goal.retired_at is not None:
        raise Refusal(text("goal-is-retired"))


def objection(ctx: Context, number: int) -> tuple[Goal, Objection]:
    """An objection that is still open, and its objective."""
    found = access.there(records.objection(ctx.db, number))
    goal = standing(ctx, found.goal_id)
    if found.state != "open":
        raise Refusal(text("goal-objection-closed"))
    return goal, found


def may_change(ctx: Context, goal: Goal) -> bool:
    """Who proposed it, as long as they are a member; whoever facilitates, and every rank above."""
    return access.sees_to(ctx, goal.author_id)


def require_change(ctx: Context, goal: Goal) -> None:
    """Refuse, saying who could, where `may_change` is not given."""
    access.require(ctx, Rank.MEMBER)
    if not may_change(ctx, goal):
        raise Forbidden(text("goal-not-yours"))


def changing(ctx: Context, number: int) -> Goal:
    """The objective, for who may change it; not any more once it was retired."""
    found = get(ctx, number)
    require_change(ctx, found)
    require_standing(found)
    return found


def may_gather(ctx: Context) -> bool:
    """Whoever facilitates or looks after the library, and every rank above, ties things in a batch."""
    if ctx.rank >= Rank.FACILITATOR:
        return True
    return ctx.member is not None and ctx.me in access.holders(ctx, "library", ctx.now)


def in_charge(ctx: Context, goal: Goal) -> int | None:
    """Who is told what becomes of it: who proposed it, or whoever facilitates once they have left."""
    author = goal.author_id
    if author is not None and people.member(ctx.db, goal.community_id, author) is not None:
        return author
    return access.on_duty(ctx, FACILITATION)


def today(ctx: Context) -> date:
    """The day that it is for the community."""
    return local(ctx.now, ctx.here.zone).date()


def morning(ctx: Context, day: date) -> datetime:
    """When a day is spoken of: at nine, in the community's zone."""
    return resolve(datetime.combine(day, REMINDED_AT), ctx.here.zone).instant
