"""What facilitators could act on in a community as a whole: who is silent, and whose hands do all."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Button
from bot.context import Context
from bot.features.community import records, routes
from bot.nudging import DRIFT, Nudge, Whole
from bot.text import text

SILENT_AFTER = timedelta(days=60)
LATELY = timedelta(days=90)
FEW_HANDS, TOO_MUCH, ENOUGH = 3, 0.6, 10
"""So many people with more than this part of at least so many contributions do too much alone."""

THRESHOLD = 5
"""Nothing is said of how fewer people behave."""

RULES = ("silent", "same-hands")


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """What holds now; counts only, and nobody is named."""
    return (*_silent(ctx), *_same_hands(ctx))


def _silent(ctx: Context) -> tuple[Nudge, ...]:
    here = ctx.here.id or 0
    count = records.silent(ctx.db, here, ctx.now - SILENT_AFTER)
    if count < THRESHOLD:
        return ()
    why = text("nudge-why-silent", count=count, days=SILENT_AFTER.days)
    ask = Button(text("nudge-ask-all"), routes.FirstQuestion(here), "primary")
    return (Nudge("silent", Whole(here), DRIFT, why, ask),)


def _same_hands(ctx: Context) -> tuple[Nudge, ...]:
    here = ctx.here.id or 0
    each = records.contributions(ctx.db, here, ctx.now - LATELY)
    total, few = sum(each), sum(each[:FEW_HANDS])
    if len(each) < THRESHOLD or total < ENOUGH or few <= TOO_MUCH * total:
        return ()
    why = text("nudge-why-same-hands", few=few, total=total, days=LATELY.days)
    ask = Button(text("nudge-ask-hands"), routes.AskHands(here), "primary")
    return (Nudge("same-hands", Whole(here), DRIFT, why, ask),)
