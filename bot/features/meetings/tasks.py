"""The actions that notes ask for, read as people write them: "@ben budget, by friday"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot import access
from bot.context import Context
from bot.date_words import bare
from bot.dates import NotUnderstood, say_day, understand
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings import proceedings
from bot.features.meetings.action_rules import Task, Unclear, When, read_task, write_task
from bot.features.meetings.proceedings import Action
from bot.features.meetings.records import Meeting
from bot.reading import misread
from bot.text import Text, Words, text
from bot.words import fold
from scheduling.calendar import local
from storage.people import Person


def read(ctx: Context, meeting: Meeting, words: str) -> list[Task] | Text:
    """The tasks that some lines ask for; or what is wrong with the first that cannot be used.

    What the notes say already may stay as it is: a day that is past, somebody who left.
    """
    before = proceedings.actions(ctx.db, meeting.id or 0)
    names = access.names(ctx)
    for action in before:
        owner = ctx.db.get(Person, action.owner_id) if action.owner_id is not None else None
        if owner is not None:
            names.setdefault(fold(owner.name), owner.id)
    when = _when(ctx, before)
    found: list[Task] = []
    for line in rules.lines_of(words):
        read_line = read_task(line, names, when, rules.LONGEST_ACTION)
        if isinstance(read_line, Unclear):
            return _says(ctx, line, read_line)
        found.append(read_line)
    return found


def typed(ctx: Context, made: Iterable[Action]) -> str:
    """Actions as they would be typed, each on a line."""
    found = []
    for action in made:
        owner = _name(ctx, action.owner_id) if action.owner_id is not None else ""
        due = date.fromisoformat(action.due_on) if action.due_on else None
        found.append(write_task(action.words, owner, due, ctx.reader.language))
    return "\n".join(found)


def _name(ctx: Context, person: int) -> str:
    """The name to type for somebody; their account where members are alike, not where they left."""
    found = ctx.db.get(Person, person)
    name = found.name if found is not None else ""
    if access.names(ctx).get(fold(name), person) == person:
        return name
    return access.name_for(ctx, person)


def _when(ctx: Context, before: list[Action]) -> When:
    """Which day some words mean to who writes; those of the notes so far mean what they meant."""
    days = {date.fromisoformat(action.due_on) for action in before if action.due_on}
    known = {bare(say_day(day, language)): day for day in days for language in ("en", "fr")}

    def when(words: str) -> date | NotUnderstood:
        if bare(words) in known:
            return known[bare(words)]
        found = understand(words, now=ctx.now, zone=ctx.reader.zone, language=ctx.reader.language)
        if isinstance(found, NotUnderstood):
            return found
        on = found.wall if found.date_only else local(found.instant, ctx.here.zone)
        return on.date()

    return when


def _says(ctx: Context, line: str, unclear: Unclear) -> Text:
    """What is wrong with a line, and what to write instead."""
    given, words = Words(line[:60]), Words(unclear.words[:60])
    if unclear.date is not None:
        return text("meet-task-unclear-date", given=given, says=misread(unclear.date, ctx.reader))
    if unclear.why == "long":
        count = len(unclear.words)
        return text("meet-task-long", given=given, longest=rules.LONGEST_ACTION, count=count)
    return text(f"meet-task-unclear-{unclear.why}", given=given, words=words)
