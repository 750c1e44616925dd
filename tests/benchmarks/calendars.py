"""The calendar of a member with 500 meetings, beside icalendar writing the same entries."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import aiohttp
from icalendar import Calendar

from adapters.web.feed import Feeds
from bot import calendars
from bot.app import App
from bot.features.meetings.proceedings import Point
from bot.features.meetings.records import Meeting
from storage import feeds
from storage.database import Work
from storage.people import Community, Member, Person, Place
from tests.benchmarks.measure import Figure, Stopwatch, compare
from tests.kit.clock import MONDAY, StillClock

MEETINGS = 500
POINTS = 4

GATE = 2


def _fill(work: Work) -> str:
    """A community, its meetings of ten years with their agendas, and the secret of a member."""
    with work.session() as db:
        db.add(Community(id=1, name="Formation à Lyon", zone="Europe/Paris", founded_at=MONDAY))
        db.add(Person(id=1, name="Ann", seen_at=MONDAY))
        db.add(Place(id=1, community_id=1, platform="slack", workspace="T1", ref="C1"))
        db.flush()
        db.add(Member(community_id=1, person_id=1, joined_at=MONDAY))
        for number in range(1, MEETINGS + 1):
            starts = MONDAY + timedelta(weeks=number)
            meeting = Meeting(
                id=number,
                community_id=1,
                number=number,
                place_id=1,
                organiser_id=1,
                title=f"Échange de pratiques, n° {number} : évaluer sans noter",
                venue="https://meet.example.org/cercle-des-pratiques",
                minutes=90,
                zone="Europe/Paris",
                state="settled",
                proposed_at=MONDAY,
                starts_wall=starts.replace(tzinfo=None).isoformat(timespec="minutes"),
                starts_at=starts,
                settled_at=MONDAY,
                changed_at=MONDAY,
            )
            db.add(meeting)
            db.flush()
            for spot in range(1, POINTS + 1):
                words = f"Tour de table, puis la question {spot} de la dernière fois"
                db.add(Point(meeting_id=number, spot=spot, words=words, added_at=MONDAY))
        return feeds.make(db, 1, MONDAY)


async def calendar(rounds: int) -> list[Figure]:
    """Asked for over a socket: the first time, and again when nothing has to be drawn anew.

    What the other benchmarks have loaded is set aside: going through all of that once, to find what
    can be thrown away, takes Python longer than a feed, and would fall on either side by chance.
    """
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        served = Feeds("https://ronde.example.org", "127.0.0.1", 0)
        app = App(Path(folder) / "ronde.db", [], clock=StillClock(), feeds=served)
        await app.start(background=False)
        secret = await app.database.write(_fill)
        address = f"http://127.0.0.1:{served.port}/calendar/{secret}.ics"
        async with aiohttp.ClientSession() as session:

            async def asked() -> bytes:
                async with session.get(address) as answer:
                    return await answer.read()

            bare = Calendar.from_ical(await asked())
            assert len(bare.walk("VEVENT")) == MEETINGS, "not every meeting is in the feed"

            async def first() -> float:
                calendars._event.cache_clear()
                return await again()

            async def again() -> float:
                with Stopwatch() as watch:
                    await asked()
                return watch.cpu

            async def limit() -> float:
                with Stopwatch() as watch:
                    bare.to_ical()
                return watch.cpu

            goals = {
                "a feed of 500 meetings, drawn anew (CPU)": first,
                "… asked again (CPU)": again,
            }
            found = [
                await compare(goal, ours, limit, GATE, rounds=rounds, unit="ms", turns=3)
                for goal, ours in goals.items()
            ]
        await app.stop()
    gc.unfreeze()
    return found


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"calendar": calendar}
