"""Who may see and turn a role, and which days it is for the community."""

from __future__ import annotations

from datetime import date, datetime

from bot import access
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden
from bot.features.roles import records
from bot.features.roles.records import Swap, Turn
from bot.text import text
from scheduling.calendar import local, start_of_day
from storage.roles import Role


def role(ctx: Context, number: int) -> Role:
    """The role, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.role(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def turn(ctx: Context, number: int) -> tuple[Role, Turn]:
    """A turn and its role, likewise."""
    found = access.there(records.turn(ctx.db, number))
    return role(ctx, found.role_id), found


def swap(ctx: Context, number: int) -> tuple[Role, Turn, Swap]:
    """A swap, its turn and its role, likewise."""
    found = access.there(records.swap(ctx.db, number))
    return (*turn(ctx, found.turn_id), found)


def steers(ctx: Context) -> bool:
    """Whoever facilitates now, and every rank above: they may act for somebody who cannot."""
    return ctx.rank >= Rank.FACILITATOR


def require_own(ctx: Context, person: int | None) -> None:
    """Refuse, saying who could, what only this person and those who steer may do."""
    if ctx.member is None:
        raise access.NotMember()
    if ctx.me != person and not steers(ctx):
        raise Forbidden(text("role-not-yours"))


def today(ctx: Context) -> date:
    """The day that it is for the community."""
    return local(ctx.now, ctx.here.zone).date()


def begins(ctx: Context, day: date) -> datetime:
    """The instant at which a day begins for the community (feature 6 A9)."""
    return start_of_day(day, ctx.here.zone)
