"""The clock makes what is due of a series.

To make an instance is to run its command, in its owner's name and its place, with the values read
as they would have been read at its hour: "+2d" is two days from then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot import access, reading
from bot.command import Command
from bot.context import Context, Occasion
from bot.errors import Misfilled, Refusal
from bot.language import Reader, best_language, plain
from bot.series import routes, rules
from bot.series.access import ahead, lost, place_of, recurring, to_come
from bot.text import text
from scheduling.calendar import local
from scheduling.recurrence import Occurrence
from storage import people
from storage import series as kept
from storage.people import Person
from storage.posts import STARTED
from storage.series import Series
from storage.terms import FACILITATION

PUNCTUAL = timedelta(minutes=5)
"""A tick, a restart: what is made within this time is not late."""

HORIZON = timedelta(days=365)
"""Nothing is made further ahead than this: of a yearly meeting, the next one."""

QUIET_TIMES, HEEDED = 3, 0.1
"""So often in a row less than this share took part: it pauses by itself (22 A4)."""

_DAY = timedelta(days=1)


def plan(ctx: Context, series: Series) -> None:
    """The clock makes what comes next; a series of which nothing is to come any more stops."""
    assert series.id is not None
    make, at = routes.Make(series.id), None
    if series.state == kept.ACTIVE:
        at = _due(ctx, series)
        if at is None:
            series.state = kept.STOPPED
    if at is None:
        ctx.never(make)
    else:
        ctx.later(make, at)
    ctx.db.add(series)
    ctx.db.flush()


def go_on(ctx: Context, series: Series) -> None:
    """No longer paused, from the next date to come on: what fell due meanwhile is passed over.

    Where something stood in its way, whoever puts that right answers for it from now on: what its
    owner may not publish any more would stand in its way again.
    """
    if series.why:
        series.owner_id = ctx.me
    series.state, series.why = kept.ACTIVE, ""
    for first in to_come(ctx, series, 1):
        series.done_until = (first.day - _DAY).isoformat()
    plan(ctx, series)


def _due(ctx: Context, series: Series) -> datetime | None:
    """When something is to be made: what is made ahead, each time that one has begun."""
    if _wanted(ctx, series) is not None:
        return ctx.now
    unmade = [each.resolved.instant for each in to_come(ctx, series, 1)]
    if not ahead(ctx, series):
        return unmade[0] if unmade else None
    coming = [each.resolved.instant for each in rules.coming(recurring(series), ctx.now, 1)]
    return min([*coming, *(at - HORIZON for at in unmade if at - HORIZON > ctx.now)], default=None)


def _wanted(ctx: Context, series: Series) -> Occurrence | None:
    """What is to be made now: the next that is not there ahead of its time, or the latest due."""
    found, done = recurring(series), date.fromisoformat(series.done_until)
    count = ahead(ctx, series)
    if not count:
        return rules.missed(found, ctx.now, done)
    for each in rules.coming(found, ctx.now, count):
        if each.day > done and each.resolved.instant - ctx.now <= HORIZON:
            return each
    return None


def make(ctx: Context, press: routes.Make) -> None:
    """The clock: make one instance. What cannot be made pauses the series, and is told."""
    series = kept.series(ctx.db, press.series)
    if series is None or series.state != kept.ACTIVE:
        return
    ctx.enter(series.community_id)
    wanted = _wanted(ctx, series)
    if wanted is not None and _unheeded(ctx, series, wanted.day):
        _rest(ctx, series, wanted.day)
    elif wanted is not None:
        try:
            with ctx.db.begin_nested():  # a command that refuses half-way leaves nothing behind
                if kept.note(ctx.db, press.series, wanted.day, kept.MADE):
                    _run(ctx, series, wanted)
        except Refusal as refusal:
            _halt(ctx, series, wanted.day, refusal)
        else:
            series.done_until = wanted.day.isoformat()
    plan(ctx, series)


def _unheeded(ctx: Context, series: Series, wanted: date) -> bool:
    """Whether hardly anybody took part the last three times in a row (22 A4).

    Days that were skipped or passed over while it paused end the row.
    """
    today = local(ctx.now, series.zone).date()
    latest = rules.before(recurring(series), min(wanted, today), QUIET_TIMES)
    if len(latest) < QUIET_TIMES:
        return False
    noted = kept.days(ctx.db, series.id or 0, latest[0])
    refs = [noted[day].ref for day in latest if day in noted and noted[day].what == kept.MADE]
    shares = [ctx.desk.command(series.command).heeded(ctx, ref) for ref in refs if ref]
    return len(shares) == QUIET_TIMES and all(s is not None and s < HEEDED for s in shares)


def _rest(ctx: Context, series: Series, day: date) -> None:
    """Pause, and ask whoever facilitates what is to become of it."""
    series.state = kept.PAUSED
    who = access.on_duty(ctx, FACILITATION)
    if who is not None:
        ctx.tell(
            who,
            routes.Quiet(series.id or 0),
            kind="other",
            severity=STARTED,
            once=f"series-{series.id}-quiet-{day}",
        )


def _run(ctx: Context, series: Series, wanted: Occurrence) -> None:
    """Run the command; what was right at its hour and no longer is comes too late (22 A3)."""
    acting = _acting(ctx, series, wanted)
    command = ctx.desk.command(series.command)
    access.require(acting, command.who)
    instant = wanted.resolved.instant
    then = replace(acting, now=min(instant, ctx.now), _posts=None)
    args = arguments(then, command, series.given)
    assert series.id is not None and acting.occasion is not None
    if command.check is not None and ctx.now - instant > PUNCTUAL:
        try:
            command.check(acting, args)
        except Misfilled:
            kept.became(ctx.db, series.id, wanted.day, kept.LATE)
            return
    command.run(acting, args)
    if acting.occasion.made is not None:
        ref = acting.occasion.made.pack()
        kept.became(ctx.db, series.id, wanted.day, kept.MADE, ref)


def _acting(ctx: Context, series: Series, wanted: Occurrence) -> Context:
    """The surroundings in which an instance is made: its owner, in its place. Raises a Refusal."""
    owner, place = ctx.db.get(Person, series.owner_id), place_of(ctx, series)
    assert owner is not None and series.id is not None
    if lost(series, place):
        raise Refusal(text("series-place-gone", channel=ctx.channel(place)))
    return Context(
        ctx.db,
        ctx.now,
        Reader(_language(ctx, owner), series.zone, place.platform),
        ctx.desk,
        person=owner,
        place=place,
        community=ctx.here,
        member=people.member(ctx.db, series.community_id, series.owner_id),
        occasion=Occasion(series.id, wanted.day, wanted.resolved.wall, series.zone),
    )


def _language(ctx: Context, person: Person) -> str:
    said = [account.locale for account in people.accounts_of(ctx.db, person.id or 0)]
    return best_language(person.language, *said, ctx.here.language)


def _halt(ctx: Context, series: Series, day: date, refusal: Refusal) -> None:
    """Pause until somebody puts right what stands in the way; whoever answers for it is told."""
    owner = ctx.db.get(Person, series.owner_id)
    assert owner is not None and series.id is not None
    series.state = kept.PAUSED
    series.why = plain(refusal.says, Reader(_language(ctx, owner), series.zone))
    there = people.member(ctx.db, series.community_id, series.owner_id) is not None
    who = series.owner_id if there else access.heir(ctx, series.owner_id)
    if who is not None:
        halted, once = routes.Halted(series.id), f"series-{series.id}-halted-{day}"
        ctx.tell(who, halted, kind="other", severity=STARTED, once=once)


def arguments(then: Context, command: Command, values: Mapping[str, str]) -> Any:
    """What the command would do at that instant; what is left out stands as its form begins.

    Raises Misfilled, or Forbidden.
    """
    begins = command.start(then) if command.start is not None else {}
    given = {**begins, **{name: value for name, value in values.items() if value.strip()}}
    args = reading.read(command, given, now=then.now, reader=then.reader)
    if command.check is not None:
        command.check(then, args)
    return args
