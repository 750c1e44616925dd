"""Starting with one adapter, beside importing what it cannot do without: CPU of whole processes."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from storage.migrate import upgrade
from tests.benchmarks.measure import Figure, compare

IMPORTS = "import adapters.{platform}.adapter, sqlmodel, alembic, apscheduler, aiohttp"

COMPOSES = """
import sys
from bot.app import live
from bot.settings import read
live(read({environment}, __import__("pathlib").Path("none")))
sys.stdout.flush()
__import__("os")._exit(0)  # what comes after starting is not measured
"""

TOKENS = {
    "slack": {"SLACK_BOT_TOKEN": "xoxb-1-bench", "SLACK_APP_TOKEN": "xapp-1-bench"},
    "discord": {"DISCORD_TOKEN": "bench"},
}


def _cpu(code: str) -> float:
    """User and system seconds of `python -c code`."""
    process = subprocess.Popen([sys.executable, "-c", code])  # code of our own
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, "it did not start"
    return used.ru_utime + used.ru_stime


async def starting(rounds: int) -> list[Figure]:
    """Ronde composed on a database that exists, up to the moment before it listens."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ronde.db"
        upgrade(path)
        for platform, tokens in TOKENS.items():
            environment = {**tokens, "DATABASE_URL": f"sqlite:///{path}"}
            composes = COMPOSES.format(environment=environment)
            imports = IMPORTS.format(platform=platform)

            async def ours(code: str = composes) -> float:
                return await asyncio.to_thread(_cpu, code)

            async def limit(code: str = imports) -> float:
                return await asyncio.to_thread(_cpu, code)

            found.append(
                await compare(
                    f"starting on {platform.title()}, beside its imports (CPU)",
                    ours,
                    limit,
                    1.3,
                    rounds=rounds,
                    unit="ms",
                )
            )
    return found


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"starting": starting}
