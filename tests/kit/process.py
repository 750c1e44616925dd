"""Ronde in a process of its own, which can be killed at a named point, and what it left behind.

`python -m tests.kit.process` is the child: the whole of Ronde over an adapter that appends what it
shows to a file. `Process` is the parent's side: it asks over stdin and hears over stdout.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.base import Sending
from bot.app import App
from bot.card import Reply
from bot.cli import _until_stopped
from bot.engine import Engine
from bot.logs import set_up
from bot.request import AccountRef, PlaceRef, Request
from storage import showing
from tests.kit.clock import StillClock
from tests.kit.engine import WORKSPACE, read_card

ROOT = Path(__file__).parents[2]
LEASE = timedelta(seconds=0.5)
"""A shorter lease than the real one, so that a test need not wait for half a minute."""


# ── the parent's side ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Line:
    """One showing: a message was posted (`new`), redrawn or removed (`text` is None)."""

    key: str
    message: str
    place: str
    text: str | None
    new: bool


def journal(file: Path) -> list[Line]:
    """All that was ever shown on the platform, in order."""
    if not file.exists():
        return []
    return [Line(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def visible(file: Path) -> dict[str, Line]:
    """The messages that stand on the platform now."""
    found: dict[str, Line] = {}
    for line in journal(file):
        if line.text is None:
            found.pop(line.message, None)
        else:
            found[line.message] = line
    return found


def times_posted(file: Path) -> Counter[str]:
    """How often each post became a new message."""
    return Counter(line.key for line in journal(file) if line.new)


class Process:
    """A running Ronde, seen from outside."""

    def __init__(self, database: Path, platform: Path, now: datetime) -> None:
        """On a database file, showing to a platform file, at a given time of the people's."""
        self._arguments = [str(database), str(platform), now.isoformat()]
        self._child: asyncio.subprocess.Process | None = None

    async def start(self, *, die: str = "", slow: float = 0) -> None:
        """Start, to be killed at the point `die`; each showing takes `slow` seconds."""
        self._child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.kit.process",
            *self._arguments,
            f"--die={die}",
            f"--slow={slow}",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        if await self.hear() != {"ready": True}:
            raise AssertionError("the process did not become ready")

    @property
    def child(self) -> asyncio.subprocess.Process:
        """The running process."""
        assert self._child is not None, "not started"
        return self._child

    def ask(
        self,
        number: str,
        who: str,
        route: str,
        values: Mapping[str, str] | None = None,
        place: str = "general",
    ) -> None:
        """Send a request without waiting for its answer."""
        asked = {"id": number, "who": who, "route": route, "place": place, "values": values or {}}
        assert self.child.stdin is not None
        self.child.stdin.write(json.dumps(asked).encode() + b"\n")

    async def hear(self) -> dict[str, Any] | None:
        """The next answer; None if the process is gone."""
        assert self.child.stdout is not None
        line = await asyncio.wait_for(self.child.stdout.readline(), 20)
        return json.loads(line) if line else None

    async def says(self, number: str, who: str, route: str, line: str = "") -> str | None:
        """Ask, and the private answer's text."""
        self.ask(number, who, route, {"line": line})
        answer = await self.hear()
        return None if answer is None else str(answer["says"])

    async def shows(self, file: Path, *words: str) -> None:
        """Wait until a message with each of these words is visible."""
        await self.until(
            lambda: all(
                any(word in str(line.text) for line in visible(file).values()) for word in words
            )
        )

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(20):
            while not holds():
                await asyncio.sleep(0.02)

    async def kill(self) -> int:
        """Kill at once; the exit code."""
        self.child.kill()
        return await self.gone()

    async def stop(self) -> int:
        """Ask to stop, as a service manager does; the exit code."""
        self.child.send_signal(signal.SIGTERM)
        return await self.gone()

    async def gone(self) -> int:
        """Wait for its end; the exit code."""
        code = await asyncio.wait_for(self.child.wait(), 20)
        assert self.child.stdin is not None
        self.child.stdin.close()
        return code


# ── the child ───────────────────────────────────────────────────────────────────────────────────


class FileAdapter:
    """A platform that is a file: each showing is a line, there once the call returns."""

    platform = "engine"
    edit_every = 0.0
    ready = True

    def __init__(self, file: Path, slow: float) -> None:
        """Append to `file`."""
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._count = len(journal(file))
        self._slow = slow
        self.engine: Engine | None = None

    async def listen(self, engine: Engine) -> None:
        """Take the engine."""
        self.engine = engine

    async def show(self, sending: Sending) -> str:
        """Append what is seen."""
        self._count += 1
        message = sending.message or f"m{self._count}"
        text = read_card(sending.card, sending.reader, message)[0].text
        await asyncio.sleep(self._slow)
        self._write(
            Line(sending.key, message, sending.place.ref, text, new=sending.message is None)
        )
        return message

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Append that it is no longer seen."""
        self._write(Line("", message, place.ref, None, new=False))

    async def close(self) -> None:
        """Nobody speaks any more."""
        self.engine = None

    def _write(self, line: Line) -> None:
        said = {name: getattr(line, name) for name in Line.__slots__}
        os.write(self._file, json.dumps(said).encode() + b"\n")


async def _answer(engine: Engine, asked: dict[str, Any]) -> None:
    request = Request(
        asked["id"],
        asked["route"],
        AccountRef("engine", WORKSPACE, asked["who"], asked["who"].title(), "en-GB"),
        PlaceRef("engine", WORKSPACE, asked["place"], asked["place"]),
        asked["values"],
    )
    answer = await engine.handle(request)
    says = ""
    if isinstance(answer.outcome, Reply):
        says = read_card(answer.outcome.card, answer.reader, "p1")[0].text
    print(json.dumps({"id": asked["id"], "says": says}), flush=True)


def main() -> None:
    """Run until SIGTERM, or until the named point is reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("database", type=Path)
    parser.add_argument("platform", type=Path)
    parser.add_argument("now", type=datetime.fromisoformat)
    parser.add_argument("--die", default="")
    parser.add_argument("--slow", type=float, default=0)
    asked = parser.parse_args()
    set_up("info")
    showing.LEASE = LEASE

    def at(point: str) -> None:
        if point == asked.die:
            os.kill(os.getpid(), signal.SIGKILL)

    adapter = FileAdapter(asked.platform, asked.slow)
    ronde = App(asked.database, [adapter], clock=StillClock(asked.now), at=at)
    tasks: set[asyncio.Task[None]] = set()

    async def begin() -> None:
        await ronde.start()
        loop = asyncio.get_running_loop()

        def take(line: str) -> None:
            task = loop.create_task(_answer(ronde.engine, json.loads(line)))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        def listen() -> None:
            for line in sys.stdin:
                loop.call_soon_threadsafe(take, line)

        threading.Thread(target=listen, daemon=True).start()
        print(json.dumps({"ready": True}), flush=True)

    asyncio.run(_until_stopped(begin, ronde.stop))


if __name__ == "__main__":
    main()
