"""Lines that several of a meeting's cards say: when and where it is, names, a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.context import Context
from bot.dates import say_day
from bot.features.meetings.proceedings import Action
from bot.features.meetings.records import Meeting
from bot.text import (
    NAMES_SHOWN,
    Line,
    Link,
    Mention,
    Moment,
    Style,
    Text,
    Words,
    joined,
    listed,
    text,
)
from storage.people import Person


def when(meeting: Meeting, style: Style = Style.FULL) -> Moment:
    """When a settled meeting begins."""
    assert meeting.starts_at is not None, "only a settled meeting has a date"
    return Moment(meeting.starts_at, meeting.zone, style)


def venue(meeting: Meeting) -> Line | None:
    """Where it is, a link if it is one; None if nobody has said."""
    said = meeting.venue.strip()
    if said.startswith(("https://", "http://")) and " " not in said:
        return Link(said, Words(said))
    return Words(said) if said else None


def name(ctx: Context, person: int) -> Mention:
    """Somebody's name."""
    found = ctx.db.get(Person, person)
    return Mention(found.name if found else "?")


def names(ctx: Context, persons: list[int]) -> Line:
    """Names, cut at fifteen: "Ann, Ben + 12 others"."""
    shown = [name(ctx, person) for person in persons[:NAMES_SHOWN]]
    return listed(shown, more=len(persons) - len(shown))


def day(ctx: Context, on: str) -> Words:
    """A day of the community, whatever the reader's zone: it is no instant."""
    return Words(say_day(date.fromisoformat(on), ctx.reader.language))


def task(ctx: Context, action: Action) -> Line:
    """An action in a list: what, whose, by when, and what became of it."""
    state = "done" if action.done_at is not None else "dropped" if action.dropped_at else "open"
    parts: list[Line] = [text(f"meet-task-{state}", words=action.words)]
    if action.owner_id is not None:
        parts.append(name(ctx, action.owner_id))
    if action.due_on and state == "open":
        parts.append(text("meet-task-due", day=day(ctx, action.due_on)))
    return joined(parts)


def bulleted(head: Text, found: Sequence[Line]) -> Line:
    """A list under its head, one a line."""
    return joined([head, *(text("meet-bullet", line=line) for line in found)], "\n")
