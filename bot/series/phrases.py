"""What people type and read about when something comes again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date

from bot.card import Choices
from bot.context import Context
from bot.dates import say_day
from bot.fields import say
from bot.recurrence_words import (
    NotRecurring,
    Recurring,
    Unread,
    refusal,
    say_rule,
    understand_recurrence,
)
from bot.series.rules import LeftOut
from bot.text import Line, Text, Words, text
from scheduling.calendar import local
from scheduling.public_holidays import holiday_name

LONGEST = 100
"""What Discord takes back of a suggestion."""

_BEGINNINGS = ("", "every ", "chaque ")
"""In the place of an answer to "every:", nobody writes "every" again: "monday 9am"."""


def understand(ctx: Context, words: str) -> Recurring | Text:
    """When it comes, in the zone of who typed it; or the sentence that says what to type instead."""
    if not words:
        return text("value-missing")
    refused: NotRecurring | None = None
    for beginning in _BEGINNINGS:
        found = understand_recurrence(
            f"{beginning}{words}",
            now=ctx.now,
            zone=ctx.reader.zone,
            language=ctx.reader.language,
            country=ctx.here.country,
        )
        if isinstance(found, Recurring):
            return found
        if refused is None or refused.why in (Unread.once, Unread.unknown):
            refused = NotRecurring(found.why, words)
    assert refused is not None
    return refusal(refused)


def complete(ctx: Context, typing: str) -> Choices:
    """While it is typed: what it means so far; of nothing, how such a thing may be said."""
    if not typing.strip():
        hour = ctx.now + timedelta(hours=1)
        return Choices(((suggest(ctx, hour), Words(suggest(ctx, hour))),))
    found = understand(ctx, typing.strip())
    if not isinstance(found, Recurring) or len(typing) > LONGEST:
        return Choices()
    return Choices(((typing.strip(), say_when(ctx, found)),))


def suggest(ctx: Context, at: datetime) -> str:
    """What to type for each week at this weekday and hour."""
    wall = local(at, ctx.reader.zone)
    weekday = format_date(wall.date(), "EEEE", locale=ctx.reader.language)
    return say(ctx, text("series-every-week", weekday=weekday, at=f"{wall:%H}:00"))


def say_when(ctx: Context, found: Recurring) -> Words:
    """When it comes: "every Monday at 09:00 (Paris time)"."""
    return Words(say_rule(found.rule, found.at, found.zone, ctx.reader.language))


def say_alternative(found: Recurring) -> Text:
    """What it may have been meant to say, as it could be typed."""
    assert found.alternative is not None
    return text("series-alternative", words=found.alternative)


def say_one_day(ctx: Context, day: date, *, short: bool = False) -> Words:
    """A day alone: "Tuesday 10 November 2026", or "10 November"."""
    if short:
        shape = "d MMMM" if ctx.reader.language == "en" or day.day > 1 else "d'er' MMMM"
        return Words(str(format_date(day, shape, locale=ctx.reader.language)))
    return Words(say_day(day, ctx.reader.language))


def say_left_out(ctx: Context, out: LeftOut, found: Recurring) -> Line:
    """That a day is left out, and why: for its month, or as a public holiday."""
    language = ctx.reader.language
    if out.month:
        return text("series-left-month", month=format_date(out.day, "MMMM y", locale=language))
    name = holiday_name(out.day, found.rule.not_holidays_of, language) or "?"
    return text("series-left-holiday", day=say_one_day(ctx, out.day), name=name)
