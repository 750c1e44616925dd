"""Lines that several cards of roles say: its name, its days, who has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bot.card import Block, Paragraph
from bot.context import Context
from bot.dates import say_day, say_span
from bot.features.roles import planning
from bot.features.roles.records import Turn
from bot.features.roles.rules import Span
from bot.fields import say
from bot.text import NAMES_SHOWN, Line, Text, Words, joined, listed, text
from storage.roles import Role

READY = ("facilitation", "notes", "time", "library", "welcome", "critical", "harvest")
"""The roles that Ronde knows: each has its name, purpose, duties and checklist in both languages."""


def name(role: Role) -> Words | Text:
    """What a role is called."""
    return Words(role.name) if role.name else text(f"ready-{role.key}")


def said(ctx: Context, role: Role, what: str) -> str:
    """Its "purpose", "duties" or "checklist": as written here, else as it comes ready-made."""
    own: str = getattr(role, what)
    if own or role.key not in READY:
        return own
    return say(ctx, text(f"ready-{role.key}-{what}"))


def about(ctx: Context, role: Role, *which: str) -> list[Block]:
    """Its "purpose" and "duties", whichever are asked for, where there are any."""
    found: list[Block] = []
    if "purpose" in which and (purpose := said(ctx, role, "purpose")):
        found.append(Paragraph(Words(purpose)))
    if "duties" in which and (duties := said(ctx, role, "duties")):
        found.append(Paragraph(text("role-duties", words=duties)))
    return found


def checklist(ctx: Context, role: Role) -> list[str]:
    """What to have done before handing over, one an entry."""
    return [line.strip() for line in said(ctx, role, "checklist").splitlines() if line.strip()]


def day(ctx: Context, on: date) -> Words:
    """A day of the community, whatever the reader's zone: it is no instant."""
    return Words(say_day(on, ctx.reader.language))


def days(ctx: Context, span: Span) -> Words | Text:
    """From one day to another, both included; or the one day."""
    last = span.end - timedelta(days=1)
    if span.first == last:
        return day(ctx, last)
    return text("role-days", first=day(ctx, span.first), last=day(ctx, last))


def brief(ctx: Context, span: Span) -> Words:
    """The same in a list: without the days of the week."""
    return Words(say_span(span.first, span.end - timedelta(days=1), ctx.reader.language))


def term_days(ctx: Context, turn: Turn) -> Words | Text:
    """A turn's days."""
    return days(ctx, Span(turn.first, turn.end))


def names(ctx: Context, persons: Iterable[int]) -> Line:
    """Names, cut at fifteen: "Ann, Ben + 12 others"."""
    each = list(dict.fromkeys(persons))
    shown = [ctx.mention(person) for person in each[:NAMES_SHOWN]]
    return listed(shown, more=len(each) - len(shown))


def length(role: Role) -> Text:
    """How long its terms are."""
    return text(f"role-length-{role.length_unit}", count=role.length_count)


def who_has(ctx: Context, turn: Turn) -> Line:
    """Who serves a turn, or that somebody is asked, or nobody found."""
    parts = planning.having(ctx, turn)
    if len(parts) > 1:
        return joined(
            [
                text("role-part", name=ctx.mention(person), days=days(ctx, span))
                for person, span in parts
            ],
            ", ",
        )
    if parts:
        return ctx.mention(parts[0][0])
    if turn.person_id is not None:
        return text("role-is-asked", name=ctx.mention(turn.person_id))
    return text("role-vacant")
