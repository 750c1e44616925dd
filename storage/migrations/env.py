"""Runs migrations on the connection that `storage.migrate` hands over."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

# The one place below the features that may know them: it reads their tables.
import bot.features.charter.answers
import bot.features.charter.records
import bot.features.community.records
import bot.features.decisions.records
import bot.features.goals.records
import bot.features.impact.records
import bot.features.journey.proceedings
import bot.features.journey.records
import bot.features.meetings.answers
import bot.features.meetings.proceedings
import bot.features.meetings.records
import bot.features.meetings.roll
import bot.features.nudges.records
import bot.features.people.records
import bot.features.polls.records
import bot.features.resources.records
import bot.features.roles.records
from storage import (
    acts,
    drafts,
    due,
    feeds,
    installation,
    journal,
    people,
    posts,
    preferences,
    requests,
    roles,
    series,
    terms,
)
from storage.types import Record

TABLES = (
    acts,
    drafts,
    due,
    feeds,
    installation,
    journal,
    people,
    posts,
    preferences,
    requests,
    roles,
    series,
    terms,
    bot.features.charter.answers,
    bot.features.charter.records,
    bot.features.community.records,
    bot.features.decisions.records,
    bot.features.journey.proceedings,
    bot.features.journey.records,
    bot.features.goals.records,
    bot.features.impact.records,
    bot.features.meetings.answers,
    bot.features.meetings.proceedings,
    bot.features.meetings.records,
    bot.features.meetings.roll,
    bot.features.nudges.records,
    bot.features.people.records,
    bot.features.polls.records,
    bot.features.resources.records,
)


def include(obj: object, name: str | None, kind: str, reflected: bool, compare_to: object) -> bool:
    """Leave out the shadow tables that full-text search keeps for itself."""
    del obj, reflected, compare_to
    return not (kind == "table" and name is not None and "_fts" in name)


def render(kind: str, obj: object, context_: Any) -> str | Literal[False]:
    """Write plain column types into new steps."""
    del context_
    if kind == "type" and type(obj).__name__ == "AutoString":
        return "sa.String()"
    return False


def run() -> None:
    """Run what is asked, in one transaction, batch mode for SQLite."""
    connection: Any = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        transactional_ddl=False,
        target_metadata=Record.metadata,
        render_as_batch=True,
        include_object=include,
        render_item=render,
        compare_type=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
