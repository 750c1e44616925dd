"""A thousand people press within five seconds: `ronde run` itself, and the server it talks to.

Both run in processes of their own, over real sockets; here we only drive and watch. Each round is
a new community of a thousand on a new database, everybody's first vote.
"""

from __future__ import annotations

import asyncio
import itertools
import math
import os
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from bot.app import App
from tests.benchmarks.community import Community
from tests.benchmarks.measure import Figure
from tests.benchmarks.servers import Server, server, slack_presses

PRESSES = 1000
SECONDS = 5.0
BURST = 20
START_SECONDS = 60.0
SETTLE_SECONDS = 20.0
EDIT_EVERY = 1.5
TOLERANCE = 0.1  # of our looking, every 50 ms


@dataclass(slots=True)
class Storm:
    """What one storm looked like."""

    seconds: list[float]
    lost: int
    closest: float  # seconds between two redraws of one message, at the least
    memory: float  # MB, resident, once all is calm again


@asynccontextmanager
async def _ronde(path: Path, here: Server) -> AsyncIterator[int]:
    """`ronde run` on the database; its process id."""
    environment = {
        **os.environ,
        "SLACK_BOT_TOKEN": here.known["bot_token"],
        "SLACK_APP_TOKEN": here.known["app_token"],
        "SLACK_API_URL": here.known["api"],
        "DISCORD_TOKEN": "",
        "DATABASE_URL": f"sqlite:///{path}",
        "LOG_LEVEL": "error",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        said = await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
        assert b"running" in said, said
        yield process.pid
        process.terminate()
        await asyncio.wait_for(process.wait(), START_SECONDS)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _storm() -> Storm:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ronde.db"
        async with server("slack", people=PRESSES) as here:
            app = App(path, [])
            community = Community(app, "slack", here, "T1")
            await community.open_poll()
            await app.stop()
            async with _ronde(path, here) as process:
                edits: dict[str, list[float]] = {}
                watching = asyncio.create_task(_watch(here, edits))
                await _until(lambda: bool(edits))
                seconds = await _press(here, community.votes(PRESSES))
                await _until_shown(here)
                watching.cancel()
                memory = _resident(process)
            gaps = [b - a for times in edits.values() for a, b in itertools.pairwise(times)]
            return Storm(
                seconds,
                PRESSES - _kept(path),
                min(gaps, default=math.inf),
                memory,
            )


async def _press(here: Server, votes: list[tuple[str, str]]) -> list[float]:
    """All presses, in bursts spread over the time; how long each waited for its answer."""
    bodies = [slack_presses(here, votes[n : n + BURST], BURST) for n in range(0, len(votes), BURST)]
    pause = SECONDS / len(bodies)
    began = time.monotonic()
    sending = []
    for number, body in enumerate(bodies):
        await asyncio.sleep(began + number * pause - time.monotonic())
        sending.append(asyncio.create_task(here.drive("send", body)))
    answers = await asyncio.gather(*sending)
    return [seconds for answer in answers for seconds in answer["seconds"]]


async def _watch(here: Server, edits: dict[str, list[float]]) -> None:
    """Note when each message was posted and redrawn."""
    known: dict[str, int] = {}
    while True:
        for message in await here.drive("messages"):
            ref, count = message["ref"], message["edits"]
            if count != known.get(ref):
                known[ref] = count
                edits.setdefault(ref, []).append(time.monotonic())
        await asyncio.sleep(0.05)


async def _until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(SETTLE_SECONDS):
        while not done():
            await asyncio.sleep(0.05)


async def _until_shown(here: Server) -> None:
    """Wait until the card counts everybody."""
    async with asyncio.timeout(SETTLE_SECONDS):
        while True:
            texts = [m["text"].replace(",", "") for m in await here.drive("messages")]
            if any(re.search(rf"\b{PRESSES}\b", said) and "Lunch" in said for said in texts):
                return
            await asyncio.sleep(0.1)


def _kept(path: Path) -> int:
    """How many people's first choice is in the database, each once."""
    question = "SELECT count(*) FROM ballots WHERE poll_id = 1 AND choices = '0'"
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute(question).fetchone()[0])


def _resident(process: int) -> float:
    """Resident memory of a process in MB."""
    said = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", said)
    assert found is not None
    return int(found[1]) / 1024


async def storm(rounds: int) -> list[Figure]:
    """No vote lost, everybody answered in time, redraws within the pace, and what it takes.

    Each figure is the worst of the storms; there is nothing to compare with but the bound.
    """
    storms = [await _storm() for _ in range(min(rounds, 3))]

    def figure(goal: str, look: Callable[[Storm], float], most: float, unit: str) -> Figure:
        found = sorted(look(one) for one in storms)
        worst = found[-1]
        ratio, gate = (worst / most, 1.0) if most else (worst, 0.0)
        return Figure(goal, worst, most, ratio, gate, 0.0, unit)

    return [
        figure("a storm of 1,000 presses in 5 s: votes lost", lambda s: s.lost, 0, ""),
        figure("… 99 % are answered within (ms)", lambda s: _share(s, 0.99), 1000, "ms"),
        figure("… all are answered within (ms)", lambda s: max(s.seconds) * 1000, 3000, "ms"),
        figure(
            "… a message is redrawn every 1.5 s at most (times early)",
            lambda s: float(s.closest < EDIT_EVERY - TOLERANCE),
            0,
            "",
        ),
        figure("… resident memory afterwards, one adapter (MB)", lambda s: s.memory, 150, "MB"),
    ]


def _share(one: Storm, part: float) -> float:
    """Milliseconds within which this part of all was answered."""
    return sorted(one.seconds)[math.ceil(part * len(one.seconds)) - 1] * 1000


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"storm": storm}
