"""A charter in a story: drafted in five sentences, and adopted as a decision would adopt it."""

from __future__ import annotations

from storage import due
from storage.database import Work
from tests.kit.chat import Chat, Someone


async def drafted(chat: Chat, by: Someone | None = None, **sentences: str) -> None:
    """Somebody sends the express charter, as it is prefilled but for these sentences."""
    who = by or chat.ann
    await who.types("/charter")
    await who.presses("Write five sentences", on=who.told)
    await who.fills(**sentences)


async def edits(who: Someone, section: str, words: str) -> None:
    """Somebody rewrites a section of the draft."""
    await who.types(f"/charter draft {section}")
    await who.presses("Edit", on=who.told)
    await who.fills(words=words)


async def adopts(chat: Chat, text: int = 1, by: Someone | None = None) -> None:
    """The draft is put to a decision, and the decision adopts it: that press is the clock's."""
    await (by or chat.ann).types("/charter adopt")
    await presses(chat, f"charter.adopted:{text}")


async def presses(chat: Chat, route: str) -> None:
    """The clock presses this route now."""

    def write(work: Work) -> None:
        with work.session() as db:
            due.later(db, route, chat.clock.now())

    await chat.app.database.write(write)
    await chat.tick()
