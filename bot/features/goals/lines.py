"""Lines that several cards of objectives say: numbers, days, from where to where."""

from __future__ import annotations

from datetime import date, datetime

from bot.context import Context
from bot.dates import say_day
from bot.features.goals.records import Goal
from bot.features.goals.rules import Range
from bot.text import Line, Words, text
from scheduling.calendar import local

LONGEST_NAME = 80


def number(value: float, unit: str) -> Line:
    """A value in its unit: "34", "34%", "34 hours"."""
    said = int(value) if value == int(value) else round(value, 2)
    if unit == "%":
        return text("goal-percent", value=said)
    return (
        text("goal-in-unit", value=said, unit=Words(unit))
        if unit
        else text("goal-number", value=said)
    )


def span(found: Range) -> Line:
    """From where to where."""
    target = number(found.target, found.unit)
    if found.baseline is None:
        return text("goal-target-only", target=target)
    return text("goal-range", baseline=number(found.baseline, found.unit), target=target)


def way(share: float) -> Line:
    """How far one has come."""
    return text("goal-way", percent=round(share * 100))


def day(ctx: Context, on: date) -> Words:
    """A day of the community, whatever the reader's zone."""
    return Words(say_day(on, ctx.reader.language))


def day_of(ctx: Context, at: datetime) -> Words:
    """The community's day on which an instant falls."""
    return day(ctx, local(at, ctx.here.zone).date())


def name(goal: Goal) -> str:
    """An objective in a sentence about it, cut where it is long."""
    said = goal.sentence
    return said if len(said) <= LONGEST_NAME else f"{said[: LONGEST_NAME - 1].rstrip()}…"
