"""Killed at its worst moments, Ronde starts again with nothing lost and nothing disturbing twice."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.kit.chat import Chat
from tests.kit.clock import MONDAY
from tests.kit.engine import EngineWire
from tests.kit.process import Process, journal, times_posted, visible

POINTS = ("after-commit", "after-claim", "after-send", "before-note")
KILLED = -signal.SIGKILL
REMINDED = MONDAY + timedelta(days=4)
"""Friday morning, when those who have not answered are reminded."""


class Machine:
    """A database file, a platform file, and processes one after the other."""

    def __init__(self, folder: Path) -> None:
        """In a folder of its own."""
        self.database = folder / "ronde.db"
        self.platform = folder / "platform.jsonl"
        self._running: Process | None = None

    async def start(self, now: datetime = MONDAY, *, die: str = "", slow: float = 0) -> Process:
        """A process, from now on."""
        self._running = Process(self.database, self.platform, now)
        await self._running.start(die=die, slow=slow)
        return self._running

    def rows(self, query: str) -> list[Any]:
        """What the file holds; it must be whole."""
        with closing(sqlite3.connect(self.database)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
            return [row[0] for row in raw.execute(query)]

    def direct(self, who: str) -> list[str]:
        """The direct messages that ever reached somebody."""
        return [str(line.text) for line in journal(self.platform) if line.place == who and line.new]

    async def end(self) -> None:
        """No process stays behind."""
        if self._running is not None and self._running.child.returncode is None:
            await self._running.kill()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ann's community of three, with an open poll; nothing runs."""
    path = tmp_path_factory.mktemp("prepared") / "ronde.db"

    async def prepare() -> None:
        chat = Chat(EngineWire(), path)
        await chat.start()
        await chat.founded(chat.ben, chat.cleo)
        await chat.ann.types('/poll "Where?" "Here" "There" until:"+6d"')
        await chat.ann.presses("Here")
        await chat.ben.presses("Here")
        await chat.stop()

    asyncio.run(prepare())
    return path


@pytest.fixture
async def machine(tmp_path: Path, prepared: Path) -> AsyncIterator[Machine]:
    """A machine of its own with that community on it."""
    made = Machine(tmp_path)
    shutil.copyfile(prepared, made.database)
    yield made
    await made.end()


@pytest.mark.parametrize("point", POINTS)
async def test_a_poll_survives_a_kill(machine: Machine, point: str) -> None:
    """Killed on its way to the channel: it is there after the next start, at most once too often.

    The request that was cut short is delivered again, as platforms do: it makes no second poll.
    """
    line = '"Lunch?" "Soup" "Pie"'
    first = await machine.start(die=point)
    first.ask("r-lunch", "ann", "typed:/poll", {"line": line})
    assert await first.gone() == KILLED
    assert machine.rows("SELECT question FROM polls ORDER BY id") == ["Where?", "Lunch?"]

    second = await machine.start()
    second.ask("r-lunch", "ann", "typed:/poll", {"line": line})
    assert await second.hear() == {"id": "r-lunch", "says": ""}
    await second.shows(machine.platform, "Lunch?")
    await second.says("r-vote", "ben", "poll.vote:2:0")
    await second.shows(machine.platform, "Soup · 1 vote")
    assert await second.stop() == 0

    assert machine.rows("SELECT question FROM polls ORDER BY id") == ["Where?", "Lunch?"]
    posted = times_posted(machine.platform)
    assert sum(posted.values()) == (2 if point in ("after-send", "before-note") else 1)
    assert len(posted) == 1


@pytest.mark.parametrize("point", ["after-commit", "before-note"])
async def test_a_vote_survives_a_kill(machine: Machine, point: str) -> None:
    """Killed after the commit of a vote: the vote is counted once, and the card shows it."""
    first = await machine.start(die=point)
    first.ask("r-vote", "cleo", "poll.vote:1:1")
    assert await first.gone() == KILLED

    second = await machine.start()
    second.ask("r-vote", "cleo", "poll.vote:1:1")
    await second.hear()
    await second.shows(machine.platform, "There · 1 vote")
    assert await second.stop() == 0

    assert machine.rows("SELECT choices FROM ballots ORDER BY person_id") == ["0", "0", "1"]
    assert [line.text for line in visible(machine.platform).values() if line.new] == []


@pytest.mark.parametrize("point", ["after-claim", "after-send", "before-note"])
async def test_a_nudge_is_not_sent_twice(machine: Machine, point: str) -> None:
    """Killed while a reminder is on its way: it is not sent again, and the poll stays in `/ronde`."""
    first = await machine.start(REMINDED, die=point)
    assert await first.gone() == KILLED
    sent = machine.direct("cleo")
    assert len(sent) == (0 if point == "after-claim" else 1)

    again = await machine.start(REMINDED + timedelta(minutes=1))
    await asyncio.sleep(0.7)  # longer than the lease: whoever claimed is taken for dead
    await again.says("r-vote", "ben", "poll.vote:1:1")
    await again.shows(machine.platform, "There · 1 vote")
    said = await again.says("r-home", "cleo", "typed:/ronde")
    assert said is not None and "Where?" in said
    assert await again.stop() == 0

    assert machine.direct("cleo") == sent
    assert machine.rows("SELECT state FROM notices") == ["unsent"]
    assert machine.rows("SELECT failed FROM posts WHERE nudge") == ["unknown"]


async def test_a_nudge_that_was_only_due_is_sent_once(machine: Machine) -> None:
    """Killed before anything was claimed: the reminder goes out after the next start, once."""
    first = await machine.start(REMINDED, die="after-commit")
    assert await first.gone() == KILLED
    assert machine.direct("cleo") == []

    again = await machine.start(REMINDED + timedelta(minutes=1))
    await again.shows(machine.platform, "You have not answered yet")
    assert await again.stop() == 0

    assert len(machine.direct("cleo")) == 1
    assert machine.direct("ann") == machine.direct("ben") == []


async def test_a_closing_survives_a_kill(machine: Machine) -> None:
    """Killed at the deadline: closed as of the deadline, and the result told once."""
    deadline = MONDAY + timedelta(days=6)
    first = await machine.start(deadline, die="after-commit")
    assert await first.gone() == KILLED

    second = await machine.start(deadline + timedelta(hours=5))
    await second.shows(machine.platform, "Here, chosen by 2 of 2")
    await second.until(lambda: bool(times_posted(machine.platform)))
    assert await second.stop() == 0

    assert machine.rows("SELECT closed_at = closes_at FROM polls") == [1]
    assert list(times_posted(machine.platform).values()) == [1]


async def test_what_was_answered_is_there(machine: Machine) -> None:
    """Killed from outside under load: every vote that was answered is in the file, and no half."""
    first = await machine.start()
    for number in range(400):
        first.ask(f"v{number}", f"guest{number}", "poll.vote:1:1")
    answered: list[str] = []
    while len(answered) < 60:
        answer = await first.hear()
        assert answer is not None
        answered.append(str(answer["id"]).removeprefix("v"))
    assert await first.kill() == KILLED
    while (answer := await first.hear()) is not None:
        answered.append(str(answer["id"]).removeprefix("v"))

    voted = machine.rows("SELECT a.ref FROM ballots b JOIN accounts a ON a.person_id = b.person_id")
    recorded = machine.rows("SELECT id FROM requests WHERE id LIKE 'v%'")
    guests = {ref for ref in voted if ref.startswith("guest")}
    assert {f"guest{number}" for number in answered} <= guests
    assert len(guests) == len(voted) - 2
    assert {f"v{ref.removeprefix('guest')}" for ref in guests} <= set(recorded)


async def test_a_clean_stop_loses_nothing(machine: Machine) -> None:
    """SIGTERM in the middle of it all: what is being shown is noted, nothing is shown twice."""
    first = await machine.start(slow=0.3)
    first.ask("r-lunch", "ann", "typed:/poll", {"line": '"Lunch?" "Soup" "Pie"'})
    await first.hear()
    for number in range(20):
        first.ask(f"v{number}", f"guest{number}", "poll.vote:2:1")
    for _ in range(20):
        assert await first.hear() is not None
    assert await first.stop() == 0
    assert {one.name for one in machine.database.parent.iterdir()} == {
        machine.database.name,
        machine.platform.name,
    }

    second = await machine.start()
    await second.shows(machine.platform, "Pie · 20 votes")
    assert await second.stop() == 0

    assert list(times_posted(machine.platform).values()) == [1]
    assert machine.rows("SELECT count(*) FROM ballots WHERE poll_id = 2") == [20]
    assert machine.rows("SELECT count(*) FROM posts WHERE claimed_at IS NOT NULL") == [0]


async def test_a_clean_stop_keeps_what_it_answers(machine: Machine) -> None:
    """Asked just before the stop: what is answered is kept, and whoever is too late is told so."""
    first = await machine.start()
    for number in range(100):
        first.ask(f"v{number}", f"guest{number}", "poll.vote:1:1")
    said = [await first.hear()]
    stopping = asyncio.create_task(first.stop())
    while (answer := await first.hear()) is not None:
        said.append(answer)
    assert await stopping == 0

    counted = {one["id"] for one in said if one and "Your vote counts" in one["says"]}
    late = [one for one in said if one and "Your vote counts" not in one["says"]]
    assert counted
    assert counted <= set(machine.rows("SELECT id FROM requests WHERE id LIKE 'v%'"))
    assert all("reference" in one["says"].lower() for one in late)
