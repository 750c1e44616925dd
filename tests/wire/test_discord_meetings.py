"""A settled meeting in the server's own list of events, from the command to the list."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.kit import discord_events as listed
from tests.kit.chat import Chat
from tests.kit.clock import StillClock
from tests.kit.discord import DiscordWire
from tests.kit.discord_events import MOST
from tests.kit.discord_world import GUILD
from tests.kit.meetings import announced, card

STARTS = datetime(2026, 11, 9, 13, tzinfo=UTC)


@pytest.fixture
async def chat(tmp_path: Path, blank: Path) -> AsyncIterator[Chat]:
    """A community on Discord, whose own clock stands where ours does."""
    shutil.copy(blank, tmp_path / "ronde.db")
    clock, wire = StillClock(), DiscordWire()
    await wire.open()
    wire.server.world.now = clock.now
    made = Chat(wire, tmp_path / "ronde.db", clock)
    await made.start()
    await made.founded(made.ben, by=made.cleo)
    yield made
    await made.stop()
    await wire.close()


def events(chat: Chat) -> list[listed.Event]:
    """What stands in the server's list."""
    assert isinstance(chat.wire, DiscordWire)
    return listed.standing(chat.wire.server.world)


async def test_a_settled_meeting_is_an_event(chat: Chat) -> None:
    """Entered when it is announced, moved when it moves, gone when it is called off (5.A2)."""
    await announced(chat, title="Peer review", by=chat.cleo, venue="Room 4")
    (event,) = events(chat)
    assert (event.said["name"], event.starts) == ("Peer review", STARTS)
    assert event.said["entity_metadata"]["location"] == "Room 4"
    await chat.cleo.types('/meet move 1 "tue 10 nov 2pm"')
    (moved,) = events(chat)
    assert (moved.id, moved.starts) == (event.id, STARTS + timedelta(days=1))
    await chat.cleo.types("/meet cancel 1")
    await chat.cleo.fills()

    assert events(chat) == []


async def test_a_meeting_on_a_full_server_stands(chat: Chat) -> None:
    """With 100 events already the meeting still exists, and its card says so (5.A2)."""
    assert isinstance(chat.wire, DiscordWire)
    for n in range(MOST):
        said = {"name": f"Event {n}", "scheduled_start_time": STARTS.isoformat()}
        said["scheduled_end_time"] = (STARTS + timedelta(hours=1)).isoformat()
        chat.wire.server.world.events[str(n)] = listed.Event(str(n), GUILD, "1", said)
    await announced(chat, title="Peer review", by=chat.cleo)

    assert "no room for another Discord event" in card(chat, "Peer review")
    assert len(events(chat)) == MOST
