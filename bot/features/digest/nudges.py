"""What the clock presses: the digests of a week, the community's and those of members."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import access
from bot.card import Outcome
from bot.command import Setting
from bot.context import Context
from bot.features.digest import records, routes, rules, views
from scheduling.calendar import iso_week, local
from storage import due, people
from storage.people import Place
from storage.posts import OTHER

KIND = "digest"

ON = Setting("digest.on", ("off", "on"))
DAY = Setting("digest.day", tuple("1234567"))
HOUR = Setting("digest.hour", ("09:00", "08:00", *(f"{hour}:00" for hour in range(10, 19))))

USEFUL = timedelta(days=4)
"""A member's digest that the budget holds back longer than this is left out."""


def set_clock(ctx: Context, *, anew: bool = False) -> datetime | None:
    """The clock presses when the next digest is due; None where nobody wants one any more.

    What is due sooner, at the right hour, stays: it catches up, or the clock is about to press it.
    With `anew`, another day or hour was chosen, and nothing stays.
    """
    here = ctx.here
    press = routes.Weekly(here.id or 0)
    if ctx.setting(ON) == "off" and not people.awaiting_digest(ctx.db, here.id or 0):
        ctx.never(press)
        return None
    set_at, at = comes_at(ctx), _coming(ctx)
    if set_at is not None and set_at <= at and _is_hour(ctx, set_at) and not anew:
        return set_at
    ctx.later(press, at)
    return at


def _is_hour(ctx: Context, at: datetime) -> bool:
    """Whether the clocks of the community show the right hour: its zone may be another one since."""
    return f"{local(at, ctx.here.zone):%H:%M}" == ctx.setting(HOUR)


def comes_at(ctx: Context) -> datetime | None:
    """When the next digests are due; None where there are none."""
    return due.when(ctx.db, routes.Weekly(ctx.here.id or 0).pack())


def main_place(ctx: Context) -> Place:
    """The community's main channel, wherever the request comes from: its oldest."""
    places = people.places_of(ctx.db, ctx.here.id or 0)
    if not places:
        raise access.no_place()
    return places[0]


def wake(ctx: Context) -> None:
    """A start: digests keep their hour on the wall, whatever a zone's new rules say."""
    for community in records.communities(ctx.db, ON.name):
        ctx.enter(community)
        set_clock(ctx)


def weekly(ctx: Context, press: routes.Weekly) -> Outcome:
    """The clock: one digest an ISO week, and what awaits those who asked for theirs.

    What comes much too late is left out; after a long pause, one catches up at the usual hour.
    """
    here = ctx.enter(press.community)
    if set_clock(ctx) is None:
        return None
    latest = rules.latest(ctx.now, here.zone, int(ctx.setting(DAY)), ctx.setting(HOUR))
    meant = ctx.due_at or ctx.now
    if not _is_hour(ctx, meant):
        meant = latest
    if ctx.now - max(meant, latest) > rules.TOO_LATE:
        if ctx.now - (meant - rules.WEEK) > rules.A_PAUSE:
            at = rules.next_hour(ctx.now, here.zone, ctx.setting(HOUR))
            ctx.later(press, min(at, _coming(ctx)))
        return None
    since, week = told_since(ctx), iso_week(ctx.now, here.zone)
    _tell(ctx, since, week)
    if ctx.setting(ON) == "on":
        _post(ctx, since, week)
    set_clock(ctx)
    return None


def told_since(ctx: Context) -> datetime:
    """From when on the next digest tells: since the last one, else a week before it was wanted."""
    here = ctx.here.id or 0
    told = records.told_until(ctx.db, here, ctx.now)
    return told or (records.turned_on(ctx.db, here, ON.name) or ctx.now) - rules.WEEK


def _coming(ctx: Context) -> datetime:
    here = ctx.here
    return rules.coming(
        ctx.now,
        here.zone,
        int(ctx.setting(DAY)),
        ctx.setting(HOUR),
        lambda week: records.has_had(ctx.db, here.id or 0, week),
    )


def _post(ctx: Context, since: datetime, week: str) -> None:
    """In the community's main channel, if anything is new."""
    place = main_place(ctx)
    if not views.is_news(ctx, place, since):
        return
    here = ctx.here.id or 0
    ctx.posts.show(
        place.id or 0,
        views.digest_of(here, since, ctx.now).pack(),
        once=records.once(here, week),
        not_after=ctx.now + rules.TOO_LATE,
        nudge=True,
    )


def _tell(ctx: Context, since: datetime, week: str) -> None:
    """To each who asked for it; who has nothing waiting then gets nothing (see `views.personal`)."""
    here = ctx.here.id or 0
    view = routes.Personal(here, *map(views.seconds, (since, ctx.now)))
    for person in people.awaiting_digest(ctx.db, here):
        ctx.tell(
            person,
            view,
            kind=KIND,
            severity=OTHER,
            once=records.once(here, week),
            not_after=ctx.now + USEFUL,
        )
