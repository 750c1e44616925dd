"""Fixtures that tests of the wires share: the playground's, a Discord server's, and feeds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.kit import browser
from tests.kit.browser import Room
from tests.kit.chat import Chat
from tests.kit.playground import PlaygroundWire
from tests.wire import feed_desk
from tests.wire.discord_desk import Desk, World, connected
from tests.wire.playground_desk import Sample, found


@pytest.fixture
async def wire() -> AsyncIterator[PlaygroundWire]:
    """A wire whose bot is started by the test's chat."""
    made = PlaygroundWire()
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def chat(wire: PlaygroundWire, tmp_path: Path, blank: Path) -> AsyncIterator[Chat]:
    """A running Ronde at the page."""
    shutil.copy(blank, tmp_path / "ronde.db")
    made = Chat(wire, tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()


@pytest.fixture(scope="session")
def founded(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample community: founded once, copied for each test."""
    folder = tmp_path_factory.mktemp("founded")
    shutil.copy(blank, folder / "play.db")
    asyncio.run(found(folder))
    return folder


@pytest.fixture(scope="session")
def furnished(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a playground in which the sample community was founded: once, copied for each room."""
    folder = tmp_path_factory.mktemp("furnished")
    shutil.copy(blank, folder / "play.db")
    asyncio.run(browser.found(folder))
    return folder


@pytest.fixture
async def sample(tmp_path: Path, founded: Path) -> AsyncIterator[Sample]:
    """The sample community, founded a minute ago."""
    shutil.copytree(founded, tmp_path, dirs_exist_ok=True)
    made = Sample(tmp_path)
    made.clock.move(minutes=1)
    assert not await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """A plain client, which is not the page."""
    async with aiohttp.ClientSession() as made:
        yield made


@pytest.fixture
async def room(tmp_path: Path, furnished: Path) -> AsyncIterator[Room]:
    """A fresh playground whose colleagues answer quickly."""
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    async with browser.room(tmp_path) as made:
        yield made


@pytest.fixture
async def new_room(tmp_path: Path, blank: Path) -> AsyncIterator[Room]:
    """A playground that is furnished now: private answers of the founding are still there."""
    shutil.copy(blank, tmp_path / "play.db")
    async with browser.room(tmp_path) as made:
        yield made


@pytest_asyncio.fixture
async def world() -> AsyncIterator[World]:
    """A Discord server on a free port, the adapter connected to it, and a desk behind it."""
    async with connected() as made:
        yield made


@pytest.fixture
def desk(world: World) -> Desk:
    """What the adapter speaks to."""
    return world.desk


@pytest.fixture
async def opened(tmp_path: Path, blank: Path) -> AsyncIterator[feed_desk.Open]:
    """Feeds that are served."""
    path = tmp_path / "ronde.db"
    shutil.copy(blank, path)
    made = feed_desk.Open(path)
    await made.within(feed_desk.people)
    await made.server.listen(made.engine)
    yield made
    await made.server.close()
    await asyncio.to_thread(made.database.close)
