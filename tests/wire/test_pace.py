"""The clock of the platforms' time limits: what counts as slow, and what does not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from tests.kit.discord import DiscordWire
from tests.kit.pace import Pace
from tests.kit.wire import Persona


@pytest.fixture
async def pace() -> AsyncIterator[Pace]:
    made = Pace()
    made.start()
    yield made
    await made.stop()


async def test_waiting_counts(pace: Pace) -> None:
    """Whoever lets the loop turn for half a second has used half a second."""
    began = pace()
    await asyncio.sleep(0.5)
    assert pace() - began > 0.4


async def test_computing_counts(pace: Pace) -> None:
    """Whoever computes for half a second, with the loop standing, has used half a second."""
    began, until = pace(), time.process_time() + 0.5
    while time.process_time() < until:
        pass
    assert pace() - began > 0.45


async def test_a_machine_that_stands_still_does_not_count(pace: Pace) -> None:
    """Half a second in which nothing could run is nobody's slowness."""
    await asyncio.sleep(0)
    began = pace()
    time.sleep(0.5)
    await asyncio.sleep(0)
    assert pace() - began < 0.2


async def test_discord_ages_interactions_by_it() -> None:
    """The three seconds of the simulated Discord are seconds of this clock."""
    wire = DiscordWire()
    await wire.open()
    try:
        server = wire.server
        ann = wire.user(Persona("ann", "Ann", "en-GB", "Europe/London"))
        found = await server.interact(2, ann, wire.place("general"), {"name": "ronde"}, None)
        assert found.born <= server.pace() < found.born + 3
    finally:
        await wire.close()
