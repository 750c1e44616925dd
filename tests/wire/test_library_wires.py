"""The library where platforms differ: suggestions while typing, closed channels, menus of messages."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.kit.chat import CHANNEL, Chat
from tests.kit.discord import DiscordWire
from tests.kit.slack import SlackWire

GUIDE = "https://example.org/guide"


@asynccontextmanager
async def running(wire: DiscordWire | SlackWire, blank: Path, folder: Path) -> AsyncIterator[Chat]:
    """A running Ronde on a wire, with nobody in it yet."""
    shutil.copy(blank, folder / "ronde.db")
    await wire.open()
    chat = Chat(wire, folder / "ronde.db")
    await chat.start()
    try:
        yield chat
    finally:
        await chat.stop()
        await wire.close()


@pytest.fixture
async def discord(blank: Path, tmp_path: Path) -> AsyncIterator[tuple[DiscordWire, Chat]]:
    """Ronde on Discord."""
    wire = DiscordWire()
    async with running(wire, blank, tmp_path) as chat:
        yield wire, chat


async def test_tags_are_suggested_on_discord(discord: tuple[DiscordWire, Chat]) -> None:
    """What was typed before stays, known tags follow, and what is taken can be sent (8.A7)."""
    wire, chat = discord
    await chat.founded(chat.ben)
    await chat.ann.types(f"/share {GUIDE} One #évaluation #peer-evaluation")
    found = await wire.completes(
        chat.ben.persona, CHANNEL, f"/share new link:{GUIDE}/2", "tags", "#adults eval"
    )
    taken = [value for _, value in found]
    strangers = await wire.completes(chat.eve.persona, CHANNEL, "/share new", "tags", "eval")

    assert sorted(taken) == ["#adults #peer-evaluation", "#adults #évaluation"]
    assert strangers == []
    await chat.ben.types(f"/share {GUIDE}/2 Two {taken[0]}")
    assert taken[0].split()[1] in chat.channel.newest
    assert "#adults" in chat.channel.newest
    assert wire.server.refused == []


async def test_titles_are_suggested_on_discord(discord: tuple[DiscordWire, Chat]) -> None:
    """In either language, and taking one finds it: also where it is longer than Discord takes."""
    wire, chat = discord
    await chat.founded(chat.ines)
    title = "Évaluations " + "très longuement " * 10 + "fin"
    await chat.ann.types(f'/share {GUIDE} "{title}"')
    await chat.ann.types('/share https://example.org/b "Something else"')
    for line in ("/find", "/chercher"):
        found = await wire.completes(chat.ines.persona, CHANNEL, line, "words", "evalu")
        assert [label.startswith("Évaluations très") for label, _ in found] == [True]
        assert all(len(label) <= 100 and len(value) <= 100 for label, value in found)
    await chat.ines.types(f"/chercher {found[0][1]}")

    assert "1 ressource trouvée" in chat.ines.told
    assert wire.server.refused == []


async def test_a_closed_channel_on_discord_asks_first(discord: tuple[DiscordWire, Chat]) -> None:
    """A channel that not everybody sees is private: its words are kept after a yes (8.A5)."""
    wire, chat = discord
    await chat.founded(chat.ben)
    wire.place(CHANNEL).closed = True
    await asks_first(chat)


async def test_a_private_channel_on_slack_asks_first(blank: Path, tmp_path: Path) -> None:
    """Slack says of a private channel no more than that it is one (8.A5)."""
    wire = SlackWire()
    async with running(wire, blank, tmp_path) as chat:
        await chat.founded(chat.ben)
        wire.place(CHANNEL).private = True
        await asks_first(chat)


async def asks_first(chat: Chat) -> None:
    """Ben's words are kept by Ann's press alone, with a way to the message."""
    await chat.ann.uses("Keep in the library", "Between us\nWe open in silence.", "Ben")
    assert "This was said in private." in chat.ann.told
    assert "Nothing is kept unless you say yes." in chat.ann.told
    asked = chat.ann.told
    await chat.ann.types("/find silence")
    assert "Nothing here yet" in chat.ann.told
    await chat.ann.presses("Yes, keep it", on=asked)
    await chat.ann.types("/find silence")
    assert "Between us" in chat.ann.told
    await chat.ann.presses("Open 1", on=chat.ann.told)
    assert "The message it comes from" in chat.ann.told
