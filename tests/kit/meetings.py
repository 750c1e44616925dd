"""Meetings of a story: announced at a date, or proposed, answered and settled, by typing."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

MONDAY_AFTER = "2026-11-09 14:00 Europe/Paris"
"""A week after stories begin: Monday 9 November 2026, 14:00 in Paris."""

SAID = ("yes", "maybe", "no")
"""The answers to a date, in the order in which they are offered."""


async def announced(
    chat: Chat,
    title: str = "Kick-off",
    date: str = MONDAY_AFTER,
    by: Someone | None = None,
    duration: str = "",
    venue: str = "",
) -> Shown:
    """A meeting whose date is decided: its card in the channel."""
    who = by or chat.ann
    await who.types(f'/meet settle "{title}" "{date}"')
    await who.fills(duration=duration, venue=venue)
    await who.presses("Publish")
    return card(chat, title)


async def settled(
    chat: Chat,
    said: dict[Someone, str],
    title: str = "Kick-off",
    dates: tuple[str, str] = (MONDAY_AFTER, "2026-11-12 10:00 Europe/Paris"),
) -> Shown:
    """A meeting settled on the first of two dates, to which people answered so; Ann organises."""
    await chat.ann.types(f'/meet propose "{title}" "{dates[0]}" "{dates[1]}"')
    await chat.ann.presses("Publish")
    board = chat.channel.newest
    for who, word in said.items():
        await who.presses("Answer" if "Answer" in board.buttons else "Répondre", on=board)
        label, options = who.told.pickers[0]
        await chat.wire.picks(who.persona, who.told, label, [options[SAID.index(word)]])
        await chat.settle()
    await chat.ann.types("/meet settle")
    first = next(label for label in chat.ann.told.buttons if dates[0][8:10].lstrip("0") in label)
    await chat.ann.presses(first, on=chat.ann.told)
    return card(chat, title)


def card(chat: Chat, title: str = "Kick-off") -> Shown:
    """A settled meeting's card as it is now."""
    found = [m for m in chat.channel.messages if title in m.lines[0] and "When" in m.text]
    assert found, [m.text for m in chat.channel.messages]
    return found[-1]


def tells_zones(chat: Chat) -> bool:
    """Whether the platform says where people live; on Discord they go by the community's clock."""
    return chat.wire.platform != "discord"


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant, in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
