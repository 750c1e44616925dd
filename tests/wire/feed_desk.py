"""What the tests of feeds share: two communities, their meetings, and a server on a free port."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import ics
from sqlmodel import Session

from adapters.web.feed import Feeds
from bot.calendars import Entry, uid_of
from bot.command import Feature
from bot.context import Context
from bot.engine import Engine
from storage import feeds
from storage.database import Database, Work
from storage.people import Community, Member, Person
from tests.kit.clock import MONDAY, StillClock

T = TypeVar("T")

ANN, BEN = 1, 2
TRAINERS, DESIGNERS = 1, 2

ROUND = Entry(
    uid=uid_of("meeting", 1, "0f3c7f0a-5f0e-4a38-9d8c-6f6f7c1f0d11"),
    sequence=0,
    title="Échange de pratiques",
    wall=datetime(2026, 11, 3, 14),
    zone="Europe/Paris",
    minutes=90,
    place="",
    description="",
    address="https://meet.example.org/cercle",
    changed_at=MONDAY,
)
DRAWING = replace(ROUND, uid="drawing", title="Drawing together", wall=datetime(2026, 11, 4, 9))


class Open:
    """Feeds on a free port; two communities that Ann is in, one that Ben is in."""

    def __init__(self, path: Path) -> None:
        """Each member of a community has its meetings."""
        self.meetings: dict[int, tuple[Entry, ...]] = {TRAINERS: (ROUND,), DESIGNERS: (DRAWING,)}
        self.asked: list[tuple[int, int, str]] = []
        self.database = Database(path, synchronous="OFF")
        self.engine = Engine(
            self.database, (Feature("meetings", calendar=self._calendar),), StillClock()
        )
        self.server = Feeds("https://ronde.example.org", "127.0.0.1", 0)

    def _calendar(self, ctx: Context, person: int) -> tuple[Entry, ...]:
        assert ctx.member is not None and ctx.member.person_id == person
        assert ctx.community is not None and ctx.community.id is not None
        self.asked.append((ctx.community.id, person, ctx.reader.language))
        return self.meetings[ctx.community.id]

    async def within(self, run: Callable[[Session], T]) -> T:
        """Do something to the records."""

        def piece(work: Work) -> T:
            with work.session() as db:
                return run(db)

        return await self.database.write(piece)

    async def secret(self, person: int) -> str:
        """A new feed for somebody."""
        return await self.within(lambda db: feeds.make(db, person, MONDAY))

    def address(self, secret: str) -> str:
        """Where the feed is, behind the operator's web server."""
        return f"http://127.0.0.1:{self.server.port}/calendar/{secret}.ics"


def people(db: Session) -> None:
    """Ann, in both communities; Ben, in one."""
    db.add(Person(id=ANN, name="Ann", seen_at=MONDAY, language="fr"))
    db.add(Person(id=BEN, name="Ben", seen_at=MONDAY))
    db.add(Community(id=TRAINERS, name="Trainers", founded_at=MONDAY))
    db.add(Community(id=DESIGNERS, name="Designers", founded_at=MONDAY))
    db.flush()
    for number, (community, person) in enumerate([(1, ANN), (2, ANN), (1, BEN)], start=1):
        db.add(Member(id=number, community_id=community, person_id=person, joined_at=MONDAY))


def titles(body: str) -> set[str]:
    """The titles of the meetings that a calendar finds there."""
    return {event.name for event in ics.Calendar(body).events}
