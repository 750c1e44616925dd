"""Lines that several cards of the charter say: what a version is called, its sections, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.context import Context
from bot.dates import say_day
from bot.features.charter.differences import Edit
from bot.features.charter.records import Version
from bot.fields import say
from bot.text import Line, Moment, Style, Text, Words, joined, text
from storage.people import Community

LONGEST = 1500
"""A section, in characters."""

EXCERPT = 120


def name(ctx: Context, of: Version) -> Text:
    """What a version is called; a text that only waits for a decision, by its day."""
    if of.number is None:
        return text("charter-put-of", at=moment(ctx, of))
    return text("charter-version", number=of.number)


def moment(ctx: Context, of: Version) -> Moment:
    """When it was adopted, or put to a decision."""
    return Moment(of.adopted_at or of.made_at, ctx.here.zone, Style.DAY)


def day(ctx: Context, on: date) -> Words:
    """A day of the community."""
    return Words(say_day(on, ctx.reader.language))


def title(key: str) -> Text:
    """What a section is called."""
    return text(f"charter-section-{key}")


def proposed(ctx: Context, key: str, community: Community) -> str:
    """The text that is proposed for a section, in the community's language."""
    theirs = ctx.reading(language=community.language)
    if key == "why" and not community.purpose:
        return say(theirs, text("charter-proposed-aim", name=community.name))
    values = {"name": community.name, "purpose": community.purpose}
    return say(theirs, text(f"charter-proposed-{key}", **values))


def theirs(ctx: Context, line: Line) -> str:
    """A line in the community's language."""
    return say(ctx.reading(language=ctx.here.language), line)


def excerpt(words: str, most: int = EXCERPT) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def edit(found: Edit) -> Line:
    """One change, in words: nothing depends on colour or on crossed-out letters."""
    if found.kind == "added":
        return text("charter-added", words=found.after)
    if found.kind == "removed":
        return text("charter-removed", words=found.before)
    swaps = [
        text("charter-swapped", before=swap.before, after=swap.after)
        if swap.before and swap.after
        else text("charter-swapped-in", words=swap.after)
        if swap.after
        else text("charter-swapped-out", words=swap.before)
        for swap in found.swaps
    ]
    return text("charter-reworded", swaps=joined(swaps), after=found.after)


def edits(found: Sequence[Edit]) -> Line:
    """Several changes, one a line."""
    return joined([edit(one) for one in found], "\n")


def length(found: Sequence[Edit]) -> int:
    """About how long they are when they are said."""
    return sum(len(one.before) + 2 * len(one.after) + 60 for one in found)


def on(ctx: Context, at: datetime) -> Moment:
    """The day of an instant."""
    return Moment(at, ctx.here.zone, Style.DAY)
