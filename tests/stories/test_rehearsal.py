"""`/ronde rehearse`: who will serve and what will go out; nothing is written, nothing is sent."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone


async def founded(chat: Chat) -> list[Someone]:
    """A community of four, all past their days of grace."""
    people = [chat.cleo, chat.dan, chat.eve]
    await chat.founded(*people)
    await chat.passes(days=40)
    return [chat.ann, *people]


async def test_x(chat: Chat) -> None:
    """X."""
    await founded(chat)
    await chat.ann.types("/role new facilitation term:1-week")
    await chat.ann.presses("Publish")
    await chat.ann.types("/ronde rehearse 90d")
    print(chat.ann.told.text)
    raise AssertionError
