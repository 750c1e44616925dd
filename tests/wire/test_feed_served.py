"""Where calendar feeds are served, what is never written down of them, and new rules of a zone."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
import zoneinfo
from dataclasses import replace
from importlib import resources
from pathlib import Path

import aiohttp
import pytest

from adapters.base import Refused
from adapters.web.feed import Feeds
from bot.app import App, live
from bot.calendars import calendar_file
from bot.logs import set_up
from bot.play import Playground
from bot.settings import Settings
from storage import feeds
from storage.database import Work
from storage.people import Person
from tests.kit.clock import MONDAY, StillClock
from tests.kit.engine import EngineWire
from tests.wire.feed_desk import ANN, ROUND, Open, titles

# ── what the machine keeps to itself ────────────────────────────────────────────────────────────


async def test_a_secret_is_never_logged(
    opened: Open, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither when a feed is read nor when reading it fails, at debug level."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up("debug")
    secret = await opened.secret(ANN)
    async with session.get(opened.address(secret)) as answer:
        assert answer.status == 200
    opened.meetings.clear()  # a feature that fails
    async with session.get(opened.address(secret)) as answer:
        assert answer.status == 500
        assert "KeyError" not in await answer.text()
    logging.getLogger("some.package").warning("GET /calendar/%s.ics failed", secret)
    root.handlers[:] = handlers
    root.setLevel(level)

    assert "KeyError" in written.getvalue()
    assert "/calendar/[secret].ics" in written.getvalue()
    assert secret not in written.getvalue()


async def test_a_taken_port_is_said_with_its_remedy(opened: Open) -> None:
    """No traceback: another port, or 0 for any free one; and nothing is offered."""
    second = Feeds("https://ronde.example.org", "127.0.0.1", opened.server.port)
    opened.engine.feed_address = ""

    with pytest.raises(Refused, match="FEED_PORT"):
        await second.listen(opened.engine)
    with pytest.raises(Refused, match="FEED_HOST"):
        await Feeds("https://ronde.example.org", "192.0.2.1", 0).listen(opened.engine)
    assert opened.engine.feed_address == ""
    await second.close()


# ── where it is served ──────────────────────────────────────────────────────────────────────────


async def test_ronde_serves_feeds_while_it_runs(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    """From its start until it stops, beside the platforms; then nobody listens any more."""
    server = Feeds("https://ronde.example.org", "127.0.0.1", 0)
    ronde = App(tmp_path / "ronde.db", [], clock=StillClock(), feeds=server)
    await ronde.start(background=False)
    address = f"http://127.0.0.1:{server.port}/calendar/{'A' * 43}.ics"
    assert ronde.engine.feed_address == "https://ronde.example.org"
    async with session.get(address) as answer:
        assert answer.status == 404
    await ronde.stop()

    with pytest.raises(aiohttp.ClientConnectorError):
        await session.get(address)


async def test_a_start_that_fails_stops_cleanly(opened: Open, tmp_path: Path) -> None:
    """The port is taken: the platforms are never connected, and stopping raises nothing."""
    server = Feeds("https://ronde.example.org", "127.0.0.1", opened.server.port)
    ronde = App(tmp_path / "other.db", [EngineWire().adapter()], feeds=server)

    with pytest.raises(Refused):
        await ronde.start()
    await ronde.stop()


async def test_feeds_are_served_where_they_are_offered(tmp_path: Path) -> None:
    """Without an address for them, no port is opened."""
    settings = Settings(database_url=f"sqlite:///{tmp_path}/ronde.db")
    for address in ("", "https://ronde.example.org"):
        ronde = live(replace(settings, feed_address=address, feed_port=0))
        assert (ronde.feeds is not None) == bool(address)
        await ronde.stop()


async def test_the_playground_serves_feeds_itself(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    """Under its own address, to calendars on this machine, and to no other name for it."""
    playground = Playground(Settings(playground_port=0), tmp_path / "play.db", empty=True)
    address = await playground.begin()
    engine = playground.app.engine
    assert engine.feed_address == address

    def subscribe(work: Work) -> str:
        with work.session() as db:
            db.add(Person(id=ANN, name="Ann", seen_at=MONDAY))
            db.flush()
            return feeds.make(db, ANN, MONDAY)

    feed = f"{address}calendar/{await engine.database.write(subscribe)}.ics"
    async with session.get(feed) as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert titles(await answer.text()) == set()
    async with session.get(feed, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
    await playground.end()


# ── new rules of a zone ─────────────────────────────────────────────────────────────────────────

ASK = """
import sys
from tests.wire.feed_desk import ROUND
from bot.calendars import calendar_file
print(ROUND.starts_at.isoformat(), file=sys.stderr)
sys.stdout.buffer.write(calendar_file([ROUND], method=None, name=""))
"""


def test_the_local_time_stands_when_a_country_changes_its_rules(tmp_path: Path) -> None:
    """France gives up winter time: two in the afternoon stays that, and the zone is told anew."""
    zone = tmp_path / "Europe" / "Paris"
    zone.parent.mkdir()
    zone.write_bytes(_zone_file("Africa/Johannesburg"))  # two hours ahead, all year round

    before = _asked_in(str(tmp_path / "nothing"))
    after = _asked_in(str(tmp_path))

    assert before.stdout == calendar_file([ROUND], method=None, name="")
    assert before.stderr.strip().endswith(b"2026-11-03T13:00:00+00:00")
    assert after.stderr.strip().endswith(b"2026-11-03T12:00:00+00:00")
    for answer in (before, after):
        assert b"\r\nDTSTART;TZID=Europe/Paris:20261103T140000\r\n" in answer.stdout
        assert b"\r\nDTEND;TZID=Europe/Paris:20261103T153000\r\n" in answer.stdout
    assert b"TZOFFSETTO:+0100" in before.stdout
    assert b"TZOFFSETTO:+0100" not in after.stdout
    assert b"TZOFFSETTO:+0200" in after.stdout


def _asked_in(folder: str) -> subprocess.CompletedProcess[bytes]:
    """The file, from a process that knows the zones of this folder."""
    return subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONTZPATH": folder},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )


def _zone_file(name: str) -> bytes:
    """What the zone database says of a zone."""
    for folder in zoneinfo.TZPATH:
        if (file := Path(folder, name)).is_file():
            return file.read_bytes()
    return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
