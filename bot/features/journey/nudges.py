"""What the clock presses: which state each step is in, noted once a day; a new one is told in time."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import access
from bot.card import Button, Outcome
from bot.context import Context
from bot.features.journey import lines, picture, records, routes
from bot.features.journey.records import Noted
from bot.features.journey.rules import State
from bot.features.journey.standing import standing
from bot.nudging import DRIFT, Nudge
from bot.text import Line, Moment, Style, Text, text
from storage import people
from storage.terms import FACILITATION

DAY = timedelta(days=1)

WAITS = timedelta(days=7)
"""A new state holds so long before it is announced (A1)."""

TELLS = timedelta(days=14)
"""So long it may be told after that; a nudge comes again no sooner, so that it is told once."""

RULE = "journey-state"


def found(ctx: Context) -> None:
    """A community was founded: its states are noted from the first day."""
    _note(ctx)
    ctx.later(routes.Watch(ctx.here.id or 0), ctx.now + DAY)


def wake(ctx: Context) -> None:
    """At start, every community is watched; and the marks of the picture are drawn before anybody waits."""
    picture.drawn(tuple(State))
    for community in records.communities(ctx.db):
        ctx.later(routes.Watch(community), ctx.now)


def watch(ctx: Context, press: routes.Watch) -> Outcome:
    """The clock: note the states of today."""
    ctx.enter(press.community)
    _note(ctx)
    ctx.later(press, ctx.now + DAY)
    return None


def _note(ctx: Context) -> None:
    records.note(ctx.db, ctx.here.id or 0, standing(ctx).states, ctx.now, WAITS)


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """Steps that are in another state for seven days: each is told once.

    Who is told in a digest of their own (see `tells`) gets no nudge beside it.
    """
    here = ctx.here.id or 0
    if access.on_duty(ctx, FACILITATION) in people.awaiting_digest(ctx.db, here):
        return ()
    return tuple(
        Nudge(
            RULE,
            routes.Changed(here, one.number, int(one.since.timestamp())),
            DRIFT,
            text("journey-changed", **_named(one)),
            Button(text("journey-step-button"), routes.OneStep(here, one.number), "primary"),
        )
        for one in records.noted(ctx.db, here).values()
        if one.since is not None and _ripe(one, ctx.now - TELLS, ctx.now)
    )


def tells(ctx: Context, since: datetime) -> tuple[Line, ...]:
    """In the digest of whoever facilitates: what is so for seven days, and was not the last time (A1)."""
    if access.on_duty(ctx, FACILITATION) != ctx.me:
        return ()
    return tuple(
        text("journey-changed-on", day=Moment(one.since, ctx.here.zone, Style.DAY), **_named(one))
        for one in records.noted(ctx.db, ctx.here.id or 0).values()
        if one.since is not None and _ripe(one, since, ctx.now)
    )


def _ripe(one: Noted, after: datetime, until: datetime) -> bool:
    """Whether a new state has held for seven days since then."""
    assert one.since is not None
    return one.state != one.before and after < one.since + WAITS <= until


def _named(one: Noted) -> dict[str, Text]:
    return {
        "title": lines.title(one.number),
        "before": text(f"journey-state-{one.before}"),
        "after": text(f"journey-state-{one.state}"),
    }
