"""Fixtures that all tests share: a chat on each wire."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

from scheduling import public_holidays
from storage.migrate import upgrade
from tests.kit.chat import Chat
from tests.kit.discord import DiscordWire
from tests.kit.engine import EngineWire
from tests.kit.playground import PlaygroundWire
from tests.kit.slack import SlackWire
from tests.kit.wire import Wire

WIRES: dict[str, Callable[[], Wire]] = {
    "engine": EngineWire,
    "slack": SlackWire,
    "discord": DiscordWire,
    "playground": PlaygroundWire,
}

# The same examples every time, so that what was seen green stays green; and many new ones each
# time for whoever goes looking: `uv run pytest --hypothesis-profile=search`.
settings.register_profile(
    "same",
    max_examples=50,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile(
    "search", max_examples=300, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("same")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A story that asks for `chat` runs on the wire that its name falls on, one in four on the engine.

    What every platform must show of itself (`everywhere`) runs on all; what lives through months
    (`season`), on the engine. `WIRES=engine,slack,discord,playground` runs everything on all.
    """
    if "wire_name" in metafunc.fixturenames:
        asked = os.environ.get("WIRES")
        chosen = [name for name in WIRES if asked is None or name in asked.split(",")]
        marker = metafunc.definition.get_closest_marker
        if asked is None and not marker("everywhere"):
            engine, *platforms = chosen
            falls = crc32(metafunc.definition.name.encode())
            on_engine = marker("season") or falls % 4 == 0
            chosen = [engine if on_engine else platforms[falls % len(platforms)]]
        metafunc.parametrize("wire_name", chosen)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured (`record_property("score", …)`), from every worker, even with -q."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, said in report.user_properties:
                if name == "score":
                    terminalreporter.write_line(str(said))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and nothing in them: migrated once, copied for each story."""
    path = tmp_path_factory.mktemp("blank") / "ronde.db"
    upgrade(path)
    public_holidays.load()  # as a Ronde that has run for a few seconds: nobody waits for it
    return path


@pytest.fixture
async def chat(wire_name: str, tmp_path: Path, blank: Path) -> AsyncIterator[Chat]:
    """A running Ronde on the wire, with nobody in it yet."""
    shutil.copy(blank, tmp_path / "ronde.db")
    wire = WIRES[wire_name]()
    await wire.open()
    made = Chat(wire, tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()
    await wire.close()
