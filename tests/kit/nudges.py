"""Nudges in a story: a community old enough for them, and what its facilitator was told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.database import Work
from storage.people import Community
from storage.preferences import prefer
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

NUDGE = "A nudge"
STEPS = "journey-state"
NO_MEETING = "In 31 days you have not met yet, and no date is planned."
"""What is told on the Tuesday after a story began in a community of 31 days."""


def at(day: int, hour: int = 7, minute: int = 0) -> datetime:
    """An instant of November 2026, in UTC: at 7:00 it is 8:00 in Paris, and the 3rd is a Tuesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def aged(chat: Chat, days: int = 31) -> None:
    """The community was founded so many days ago."""

    def write(work: Work) -> None:
        with work.session() as db:
            found = db.get(Community, 1)
            assert found is not None
            found.founded_at = chat.clock.now() - timedelta(days=days)
            db.add(found)

    await chat.app.database.write(write)


async def guided(
    chat: Chat, *others: Someone, by: Someone | None = None, days: int = 31, steps: bool = False
) -> None:
    """Cleo coordinates and Dan facilitates a community of so many days, all of Paris.

    It is told of what became of its steps where `steps` says so.
    """
    await chat.founded(by or chat.dan, *others, by=chat.cleo)
    if not steps:
        await without(chat, STEPS)
    await appoint(chat, by or chat.dan)
    await aged(chat, days)


async def without(chat: Chat, rule: str) -> None:
    """A rule is off in the community."""

    def write(work: Work) -> None:
        with work.session() as db:
            prefer(db, 1, f"nudge.{rule}", "off")

    await chat.app.database.write(write)


async def appoint(chat: Chat, who: Someone) -> None:
    """From now on somebody facilitates; they were told."""
    await chat.cleo.types(f'/ronde settings facilitator:"@{who.persona.name}"')
    await chat.tick()


def nudges(who: Someone, title: str = NUDGE) -> list[Shown]:
    """The nudges that somebody was sent, as they look now."""
    return [message for message in who.inbox if title in message.lines]
