"""What takes long to load is loaded before anybody who types would have to wait for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STARTED = """
import asyncio, sys
from pathlib import Path
from bot import app

async def main():
    app.QUIET_AFTER = 0.0
    ronde = app.App(Path(sys.argv[1]), [])
    assert "holidays" not in sys.modules, "a start waits for it"
    await ronde.start()
    while "holidays.countries.france" not in sys.modules:
        await asyncio.sleep(0.05)
    await ronde.stop()

asyncio.run(main())
"""


def test_public_holidays_are_loaded_soon_after_a_start(tmp_path: Path) -> None:
    """A start does not wait for the second that they take; the first `/poll` need not either (R6)."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(tmp_path / "ronde.db")],
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
