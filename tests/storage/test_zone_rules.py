"""A country changes its rules: what is to come keeps its local time, and calendars hear of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zoneinfo
from importlib import resources
from pathlib import Path
from typing import Any

from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

START_AGAIN = """
import asyncio, json, sys
from pathlib import Path
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire
from bot.features.meetings import records

async def run():
    chat = Chat(EngineWire(), Path(sys.argv[1]))
    await chat.start()
    def look(db):
        settled, proposed = records.meeting(db, 1), records.meeting(db, 2)
        return {
            "settled": settled.starts_at.isoformat(),
            "wall": settled.starts_wall,
            "sequence": settled.sequence,
            "proposed": [slot.starts_at.isoformat() for slot in records.slots(db, 2)],
        }
    found = await chat.app.database.read(look)
    found["said"] = [message.text for message in chat.channel.messages]
    await chat.stop()
    print(json.dumps(found))

asyncio.run(run())
"""


def started(database: Path, zones: Path) -> dict[str, Any]:
    """What a process finds, and says, that starts on this file and knows the zones of a folder."""
    done = subprocess.run(
        [sys.executable, "-c", START_AGAIN, str(database)],
        env={**os.environ, "PYTHONTZPATH": str(zones)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def zone_file(name: str) -> bytes:
    """What the zone database says of a zone."""
    for folder in zoneinfo.TZPATH:
        if (file := Path(folder, name)).is_file():
            return file.read_bytes()
    return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


async def test_after_a_change_of_rules_the_local_time_stands(tmp_path: Path, blank: Path) -> None:
    """14:00 in London stays 14:00 there: the instant moves, SEQUENCE grows once, one line explains (R1)."""
    database = tmp_path / "ronde.db"
    shutil.copy(blank, database)
    chat = Chat(EngineWire(), database)
    await chat.start()
    await chat.founded(chat.ben)
    await chat.ann.types('/meet settle "Review" "tue 10 nov 2pm"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await chat.ann.types('/meet propose "Next" "tue 17 nov 2pm" "thu 19 nov 10am"')
    await chat.ann.presses("Publish")
    await chat.stop()
    (tmp_path / "same").mkdir()
    changed = tmp_path / "changed" / "Europe" / "London"
    changed.parent.mkdir(parents=True)
    changed.write_bytes(zone_file("Africa/Johannesburg"))  # two hours ahead, all year round

    before = started(database, tmp_path / "same")
    after = started(database, tmp_path / "changed")
    again = started(database, tmp_path / "changed")

    assert (before["settled"], before["sequence"]) == ("2026-11-10T14:00:00+00:00", 0)
    assert (after["settled"], after["sequence"]) == ("2026-11-10T12:00:00+00:00", 1)
    assert before["wall"] == after["wall"] == "2026-11-10T14:00:00"
    assert after["proposed"] == ["2026-11-17T12:00:00+00:00", "2026-11-19T08:00:00+00:00"]
    assert any("The rules of the time zone have changed" in said for said in after["said"])
    assert not any("The rules of the time zone have changed" in said for said in before["said"])
    assert (again["settled"], again["sequence"]) == (after["settled"], 1)
