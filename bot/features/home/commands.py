"""What people ask of `/ronde`: what awaits me, and help."""

from __future__ import annotations

from dataclasses import dataclass

from bot.card import Outcome, Reply
from bot.context import Context
from bot.features.home import routes, views
from bot.forms import which_community
from storage import people


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


def home(ctx: Context, asked: Nothing) -> Outcome:
    """What awaits me; where there is no community yet, how to found one."""
    del asked
    if ctx.community is None:
        direct = ctx.place is None or ctx.place.direct
        if direct and len(people.communities_of(ctx.db, ctx.me)) > 1:
            return which_community(ctx)
        return Reply(views.nowhere(ctx))
    return Reply(views.home(ctx, ctx.community))


def home_press(ctx: Context, press: routes.Home) -> Outcome:
    """The same, by a button."""
    return Reply(views.home(ctx, ctx.enter(press.community)))


def help_(ctx: Context, asked: Nothing) -> Outcome:
    """One example a command."""
    del asked
    return Reply(views.help_card(ctx, ctx.desk.groups))


def help_press(ctx: Context, press: routes.Help) -> Outcome:
    """The same, by a button."""
    del press
    return Reply(views.help_card(ctx, ctx.desk.groups))


def help_page(ctx: Context, press: routes.HelpPage) -> Outcome:
    """Another page of it, in its place."""
    return Reply(views.help_card(ctx, ctx.desk.groups, press.page), replace=True)


def switch(ctx: Context, press: routes.Switch) -> Outcome:
    """Ask which community is meant here."""
    del press
    return which_community(ctx)
