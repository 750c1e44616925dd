"""What a facilitator could do next: conditions that features see now, and the one thing to do.

A feature says which of its conditions hold (`Feature.nudges`); `bot.features.nudges` tells one of
them a day to whoever is on duty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot import access
from bot.errors import Broken
from bot.route import Route
from storage.terms import FACILITATION

if TYPE_CHECKING:
    from bot.card import Button, Outcome
    from bot.context import Context
    from bot.text import Line

PEOPLE_WAIT, STANDSTILL, DRIFT = 3, 2, 1
"""Severities, gravest first: people wait for somebody; nothing moves; something slowly changes."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A condition that holds now in a community, and the one thing to do about it.

    `rule` is one of the feature's `nudge_rules`; `about` is the thing concerned (`Whole` where it is
    the community); `why` says why now, with the figures, and names nobody. It is for whoever holds
    `role`.
    """

    rule: str  # "poll-turnout"
    about: Route
    severity: int
    why: Line
    button: Button
    role: str = FACILITATION


@dataclass(frozen=True, slots=True)
class Whole(Route):
    """The community as a whole, where nothing smaller is concerned."""

    address: ClassVar[str] = "nudge.community"
    community: int


@dataclass(frozen=True, slots=True)
class Begin(Route):
    """Open a command's form in this community, from a direct message too."""

    address: ClassVar[str] = "nudge.begin"
    community: int
    command: str


def standing(ctx: Context) -> list[Nudge]:
    """All that holds now in the community, gravest first."""
    found: list[Nudge] = []
    for feature in ctx.desk.features:
        for nudge in feature.nudges(ctx):
            if nudge.rule not in feature.nudge_rules:
                raise Broken(
                    f"{feature.name}: {nudge.rule} is none of its rules: nobody could stop it"
                )
            found.append(nudge)
    return sorted(found, key=lambda nudge: -nudge.severity)


def rules(ctx: Context) -> list[str]:
    """Every rule that features know."""
    return [rule for feature in ctx.desk.features for rule in feature.nudge_rules]


def go_to(ctx: Context, community: int) -> None:
    """Go on in a community; in direct messages, the one that is meant there from now on.

    A form that opens there is sent without saying which. Raises a Refusal for who is not a member.
    """
    ctx.enter(community)
    if ctx.member is None:
        raise access.NotMember()
    if ctx.place is not None and ctx.place.direct and ctx.person is not None:
        ctx.person.current_id = community
        ctx.db.add(ctx.person)


def begin(ctx: Context, press: Begin) -> Outcome:
    """Open the form."""
    go_to(ctx, press.community)
    command = ctx.desk.command(press.command)
    access.require(ctx, command.who)
    return ctx.form(press.command)
