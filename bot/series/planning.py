"""To set up what comes again, or to change it: understood as of its first time, and then kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot import access, reading
from bot.command import Command, Kind, Parameter
from bot.context import Context, Occasion
from bot.errors import Misfilled
from bot.recurrence_words import Recurring
from bot.series import making, phrases, routes, rules
from bot.series.access import CHANGES, ahead, changed, recurring, title
from bot.text import Text, text
from scheduling.calendar import local
from scheduling.recurrence import Occurrence, pack
from storage import series as kept
from storage.series import Series

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """A command that is to come again, understood: when, its first time, and what it will do then.

    `args` are its arguments as of the first time, `then` the surroundings as they are to be.
    """

    found: Recurring
    first: Occurrence
    args: Any
    then: Context


def says_when(command: Command) -> Parameter | None:
    """The parameter that says when a command comes again, if it has one."""
    return next((p for p in command.parameters if p.kind is Kind.RECURRENCE), None)


def comes_again(command: Command, values: Mapping[str, str]) -> bool:
    """Whether these values ask for a series, or for the change of one; some commands always do."""
    when = says_when(command)
    if when is None:
        return False
    return when.required or bool(values.get(when.name, "").strip() or values.get(CHANGES))


def read(ctx: Context, command: Command, values: Mapping[str, str]) -> Planned:
    """Understand what is to come again, as of its first time. Raises Misfilled, or Forbidden."""
    when = says_when(command)
    assert when is not None
    found, times = _when(ctx, when, values)
    if isinstance(found, Text) or not times:
        wrong = found if isinstance(found, Text) else text("series-never")
        raise Misfilled({**_wrong_besides(ctx, command, values), when.name: wrong})
    then = _then(ctx, command, found, times[0])
    args = making.arguments(then, command, values)
    for second in times[1:2]:
        _lasting(_then(ctx, command, found, second), command, values)
    return Planned(found, times[0], args, then)


def _wrong_besides(ctx: Context, command: Command, values: Mapping[str, str]) -> dict[str, Text]:
    """What cannot be used of the other values, so that all is said at once."""
    try:
        reading.read(command, values, now=ctx.now, reader=ctx.reader)
    except Misfilled as misfilled:
        return misfilled.errors
    return {}


def _when(
    ctx: Context, when: Parameter, values: Mapping[str, str]
) -> tuple[Recurring | Text, tuple[Occurrence, ...]]:
    """When it is to come, or why that cannot be; and its first times.

    Words that stand as they were mean what they meant: whoever corrects the question only, in
    another zone or weeks later, moves nothing.
    """
    words = values.get(when.name, "").strip()
    before = changed(ctx, values)
    if before is not None and words == before.given.get(when.name):
        found: Recurring | Text = recurring(before)
    else:
        found = phrases.understand(ctx, words)
    return found, rules.coming(found, ctx.now, 2) if isinstance(found, Recurring) else ()


def _lasting(then: Context, command: Command, values: Mapping[str, str]) -> None:
    """Refuse what is right the first time only: one date for ever. Raises Misfilled."""
    kinds = {p.name: p.kind for p in command.parameters}
    try:
        making.arguments(then, command, values)
    except Misfilled as misfilled:
        raise Misfilled(
            {
                name: text("series-one-date") if kinds.get(name) is Kind.DATE else said
                for name, said in misfilled.errors.items()
            }
        ) from None


def start(ctx: Context, command: Command, planned: Planned, values: Mapping[str, str]) -> Series:
    """Keep a series, or what is changed in one: only what has not been made yet changes."""
    given = {p.name: values[p.name] for p in command.parameters if values.get(p.name, "").strip()}
    series = changed(ctx, values)
    if series is None:
        place, here = ctx.publishing_place(), ctx.here
        assert here.id is not None and place.id is not None
        ctx.posts.shown_in.append(place.id)  # it will post there: refused where it cannot
        series = Series(
            community_id=here.id,
            number=0,
            place_id=place.id,
            owner_id=ctx.me,
            command=command.name,
            rule="",
            at="",
            zone="",
            starts_on="",
            done_until="",
            started_at=ctx.now,
        )
        _keep_rule(ctx, series, planned.found)
        series.given = given
        kept.add(ctx.db, series)
    else:
        if series.command != command.name:
            raise access.unknown_thing()  # forged
        if recurring(series) != replace(planned.found, alternative=None):
            _keep_rule(ctx, series, planned.found)
        series.given = given
        ctx.journal("series.changed", routes.Show(series.id or 0), title=title(ctx, series))
        if series.why:  # what stood in its way is put right
            making.go_on(ctx, series)
    making.plan(ctx, series)
    return series


def _keep_rule(ctx: Context, series: Series, found: Recurring) -> None:
    """From now on this is when it comes; a day that has had its instance gets no second one."""
    today = local(ctx.now, found.zone).date()
    done = today - _DAY
    if series.done_until:
        done = date.fromisoformat(series.done_until)
        done = done if ahead(ctx, series) else min(done, today)
    first = rules.coming(found, ctx.now, 1, after=done)
    series.rule, series.at = pack(found.rule), f"{found.at:%H:%M}"
    series.zone, series.starts_on = found.zone, found.start.isoformat()
    series.done_until = max([done, *(each.day - _DAY for each in first)]).isoformat()


def _then(ctx: Context, command: Command, found: Recurring, one: Occurrence) -> Context:
    """The surroundings as they will be when an instance is made, for who sets the series up."""
    at = one.resolved.instant
    at = max(ctx.now, at - making.HORIZON) if command.ahead else at
    occasion = Occasion(0, one.day, one.resolved.wall, found.zone)
    reader = replace(ctx.reader, zone=found.zone)
    return replace(ctx, now=at, reader=reader, occasion=occasion, _posts=None)
