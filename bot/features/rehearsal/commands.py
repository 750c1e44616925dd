"""`/ronde rehearse 90d`: what the next weeks will bring, played on a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.card import Outcome, Rehearsal
from bot.context import Context
from bot.date_readings import lengths_said, months_later
from bot.date_spelling import spell_out
from bot.errors import Misfilled
from bot.features.rehearsal import views
from bot.features.roles.routes import Accept, Take
from bot.text import Words, text
from scheduling.calendar import local

USUAL, LONGEST = 90, 366
"""Days."""

YES = frozenset({Accept.address, Take.address})
"""What people say yes to: turns that they are asked for, and turns that others would swap."""


@dataclass(frozen=True, slots=True)
class Rehearse:
    """For how long, as typed."""

    length: str


def read_days(words: str, today: date) -> int | None:
    """How many days "90d", « 3 mois » or "90" are from `today` on; None for anything else.

    Rule: a day at least, a year at most; nothing typed is ninety days. Of two readings
    (« quinze jours ») the longer.
    """
    typed = words.strip()
    if not typed:
        return USUAL
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        typed = f"{typed} d"
    found = lengths_said(spell_out(typed))
    if not found or found[-1].minutes:
        return None
    if found[-1].months > 12:
        return None
    days = (months_later(today, found[-1].months).on - today).days + found[-1].days
    return days if 1 <= days <= LONGEST else None


def check(ctx: Context, asked: Rehearse) -> None:
    """Raises Misfilled for what is no length, or more than a year."""
    if _days(ctx, asked) is None:
        raise Misfilled({"length": text("rehearsal-unclear", given=Words(asked.length[:40]))})


def _days(ctx: Context, asked: Rehearse) -> int | None:
    return read_days(asked.length, local(ctx.now, ctx.here.zone).date())


def rehearse(ctx: Context, asked: Rehearse) -> Outcome:
    """Play it, and say what came of it."""
    days = _days(ctx, asked)
    assert days is not None, "checked before"
    until = ctx.now + timedelta(days=days)
    return Rehearsal(ctx.here.id or 0, until, views.played, YES)
