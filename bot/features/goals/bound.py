"""Indicators that Ronde reads by itself: which measure is meant, and where it stands now."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Choices
from bot.context import Context
from bot.features.goals import lines
from bot.language import Reader, exists, plain
from bot.measures import Measure, Period, Unit, measured
from bot.text import Line, Text, Words, text
from bot.words import fold

LATELY = timedelta(days=30)
"""What a measure is read over, up to now."""

_PREFIX = "measure:"


def offered(ctx: Context) -> list[Measure]:
    """What can be measured here, as it stands now."""
    return measured(ctx, Period(ctx.now - LATELY, ctx.now))


def name(measure: str) -> Line:
    """What a measure is called."""
    key = f"measure-{measure}"
    return Text(key) if exists(key) else Words(measure.upper())


def definition(measure: str) -> Line | None:
    """What it counts."""
    key = f"measure-{measure}.about"
    return Text(key) if exists(key) else None


def meant(ctx: Context, words: str) -> Measure | None:
    """The measure that an indicator names: "measure:i4", "I4", or its name in either language."""
    folded = fold(words.strip()).removeprefix(_PREFIX)
    if not folded:
        return None
    for one in offered(ctx):
        names = {fold(plain(name(one.id), Reader(language))) for language in ("en", "fr")}
        if folded in names | {fold(one.id)}:
            return one
    return None


def is_meant(words: str) -> bool:
    """Whether an indicator is said to be a measure: "measure:…"."""
    return fold(words.strip()).startswith(_PREFIX)


def written(measure: str) -> str:
    """How a form names a measure."""
    return f"{_PREFIX}{measure}"


def reading(ctx: Context, measure: str) -> Measure | None:
    """Where a measure stands now; None where nobody measures it any more."""
    return next((one for one in offered(ctx) if one.id == measure), None) if measure else None


def value(measure: Measure | None) -> float | None:
    """Its value as objectives count it, a share in per cent; None where it cannot be said."""
    if measure is None or measure.value is None or measure.masked:
        return None
    return round(measure.value * 100, 1) if measure.unit is Unit.SHARE else measure.value


def unit(measure: Measure, typed: str) -> str:
    """What an objective bound to it counts in."""
    return "%" if measure.unit is Unit.SHARE else typed.replace("%", "").strip()


def said(measure: Measure | None, counted: str) -> Line:
    """Where it stands, with how many it comes from; or why that cannot be said."""
    now = value(measure)
    if measure is None:
        return text("goal-measure-gone")
    if measure.masked:
        return text("goal-measure-masked")
    if now is None:
        return text("goal-measure-none")
    return text("goal-measure-now", value=lines.number(now, counted), n=measure.n)


def complete(ctx: Context, typing: str) -> Choices:
    """The measures, as an indicator is typed."""
    if ctx.community is None:
        return Choices()
    folded = fold(typing)
    found = [(one.id, plain(name(one.id), ctx.reader)) for one in offered(ctx)]
    return Choices(
        tuple(
            (written(known), Words(f"{known.upper()} · {called}"))
            for known, called in found
            if folded in fold(f"{_PREFIX}{known} {called}")
        )[:25]
    )
