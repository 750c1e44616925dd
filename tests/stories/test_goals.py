"""Objectives: written, objected to, in force, assessed, reviewed, retired."""

from __future__ import annotations

from tests.kit.chat import Chat

LINE = (
    '/goal new "Find what works within a day" indicator:"resources tried" target:"12 → 30"'
    ' by:"2027-03-31" kind:strategic'
)


async def proposed(chat: Chat, line: str = LINE) -> None:
    """Ben proposes an objective in a community of four that Ann coordinates."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ben.types(line)
    await chat.ben.presses("Publish")


async def test_from_a_sentence_to_an_assessment(chat: Chat) -> None:
    """What was understood is said, an objection stands with its reason until answered, progress is R4."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ben.types(LINE)
    preview = chat.ben.told
    assert "Strategic objective" in preview
    assert "12 → 30" in preview
    assert "31 March 2027" in preview
    await chat.ben.presses("Publish")
    assert "Find what works within a day" in chat.channel.newest
    assert "unless somebody objects" in chat.channel.newest
    await chat.cleo.presses("I object", on=chat.channel.newest)
    await chat.cleo.fills(why="Thirty is out of reach.")
    assert "Cleo objects: Thirty is out of reach." in chat.channel.newest
    await chat.dan.types("/goal retire 1")
    assert "Whoever proposed this objective" in chat.dan.told
