"""A series as it is kept: what it is called, when it comes next, and who may change it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from bot import access
from bot.command import Made, Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.recurrence_words import Recurring
from bot.series import rules
from bot.text import text
from scheduling.recurrence import Occurrence, unpack
from storage import series as kept
from storage.people import Place
from storage.series import Series

CHANGES = "@series"
"""Among raw values, which series they change: no parameter is called so, nobody can type it."""


def recurring(series: Series) -> Recurring:
    """When a series comes."""
    return Recurring(
        unpack(series.rule),
        date.fromisoformat(series.starts_on),
        time.fromisoformat(series.at),
        series.zone,
        None,
    )


def ahead(ctx: Context, series: Series) -> int:
    """How many of its instances are kept made before their time."""
    return ctx.desk.command(series.command).ahead


def to_come(ctx: Context, series: Series, count: int) -> tuple[Occurrence, ...]:
    """The next dates for which nothing is made yet."""
    done = date.fromisoformat(series.done_until)
    return rules.coming(recurring(series), ctx.now, count, after=done)


def made(ctx: Context, series: Series) -> tuple[Made, ...]:
    """What is made ahead of its time, and still to come."""
    return ctx.desk.command(series.command).made(ctx, series.id or 0)


def title(ctx: Context, series: Series) -> str:
    """What a series is called: what its command is about."""
    return series.given.get(ctx.desk.command(series.command).parameters[0].name, "?")


def get(ctx: Context, number: int) -> Series:
    """The series, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(kept.series(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def changed(ctx: Context, values: Mapping[str, str]) -> Series | None:
    """The series that raw values change, for who may. Raises a Refusal."""
    number = values.get(CHANGES, "")
    return managed(ctx, int(number)) if number.isascii() and number.isdigit() else None


def may_manage(ctx: Context, series: Series) -> bool:
    """Whose it is, as long as they are a member; the facilitator and every rank above."""
    owns = ctx.member is not None and series.owner_id == ctx.me
    return owns or ctx.rank >= Rank.FACILITATOR


def managed(ctx: Context, number: int) -> Series:
    """A series that is not stopped, for who may change it. Raises a Refusal otherwise."""
    found = get(ctx, number)
    if not may_manage(ctx, found):
        raise Forbidden(text("series-not-yours"))
    if found.state == kept.STOPPED:
        raise Refusal(text("series-is-stopped"))
    return found


def place_of(ctx: Context, series: Series) -> Place:
    """Where it is published."""
    place = ctx.db.get(Place, series.place_id)
    assert place is not None, "a series goes with its place"
    return place


def lost(series: Series, place: Place) -> bool:
    """Whether nothing of the series can be published in its place any more."""
    return place.gone_at is not None or place.community_id != series.community_id
