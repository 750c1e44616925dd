"""The sample community, founded as anybody founds one: by typing, filling in and pressing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlmodel import select

from adapters.playground.answers import deliver
from adapters.playground.lived import CORE, Lived, button
from adapters.playground.people import CHANNELS, INES, PEOPLE
from adapters.playground.residents import look
from adapters.playground.shared import LIBRARY, Shared
from bot.card import Form, Outcome
from bot.features.community.routes import AddPlace
from bot.features.resources import importing
from bot.features.resources.entries import Entry
from bot.forms import FormOpen
from bot.request import Request
from bot.words import fold
from scheduling.calendar import working_day_on_or_after
from storage import due
from storage.database import Work
from storage.people import Community, Person
from storage.posts import Notice

if TYPE_CHECKING:
    from adapters.playground.adapter import PlaygroundAdapter
    from adapters.playground.room import Room
    from bot.engine import Engine

NAME = "Passerelles"
PURPOSE = "partager ce qui marche"
AT_ONCE = 128

SAID = (
    ("accueil", "moussa", 52, "Bonjour de Dakar. Qui a déjà essayé les retours en binôme ?"),
    (
        "accueil",
        "lea",
        47,
        "Trois fois, à Bruxelles : vingt minutes suffisent, et on commence par ce qui a marché.",
    ),
    ("accueil", "linh", 31, "Ici c’est déjà le soir. Je lis tout demain matin."),
    ("welcome", "ann", 44, "Morning from London. Has anyone tried feedback in pairs?"),
    ("welcome", "grace", 40, "Twice, in Accra. Keep it to twenty minutes, start with what worked."),
    ("welcome", "ben", 22, "Toronto is still half asleep, but reading along."),
)
"""(channel, who, minutes ago, words): people talk, and the bot does not listen."""


async def prepare(engine: Engine, adapter: PlaygroundAdapter) -> bool:
    """Found the sample community if it is not there yet: through requests, like anybody.

    Returns whether it was founded now.
    """
    return await _Founding(engine, adapter.room).go()


class _Founding:
    """Inès founds; the others join; a second channel speaks English."""

    def __init__(self, engine: Engine, room: Room) -> None:
        self._engine = engine
        self._room = room

    async def go(self) -> bool:
        start = await self._ask("ines", "accueil", "typed:/ronde")
        found = button(start, FormOpen)
        if found != FormOpen("ronde.found"):
            return False
        form = await self._ask("ines", "accueil", found.pack())
        if not isinstance(form, Form):
            return False
        self._talk()
        filled = {
            **form.values,
            "name": NAME,
            "purpose": PURPOSE,
            "language": "fr",
            "zone": INES.zone,
            "first_meeting": f"{_first_meeting(self._room.now()):%Y-%m-%d %H:%M}",
        }
        await self._ask("ines", "accueil", form.route.pack(), filled)
        second = button(await self._ask("ines", "welcome", "typed:/ronde"), AddPlace)
        if not isinstance(second, AddPlace):
            return False
        await self._ask("ines", "welcome", second.pack())
        lived = Lived(self._ask, second.community, self._room.now())
        await self._join(CORE[1:])
        await lived.with_few()
        await self._join([person for person in self._room.people if person not in CORE])
        for place in ("accueil", "welcome"):
            self._room.take_part(place, self._room.people)
        await look(self._engine, self._room)
        await lived.with_all(tuple(self._room.people), filled["first_meeting"])
        await self._rest()
        await self._engine.database.write(self._stock)
        return True

    def _stock(self, work: Work) -> None:
        """What the members have shared so far is in the library, each by its person."""
        now = self._room.now()
        with work.session() as db:
            here = db.exec(select(Community)).one()
            people = {fold(p.name): p.id or 0 for p in db.exec(select(Person))}
            into = importing.Into(here.id or 0, people[fold(INES.name)], people, now)
            lines = [(at, _entry(shared, now)) for at, shared in enumerate(LIBRARY, 1)]
            importing.bring_in(db, into, lines, {}, importing.Report())

    async def _join(self, people: Sequence[str]) -> None:
        """They press "I'm in", and keep what that answers."""
        for person in people:
            await self._ask(person, "accueil", "command:ronde.join", keeping=True)

    async def _rest(self) -> None:
        """What has begun has begun, and what it had to say to anybody was read long ago."""
        now = self._engine.clock.now()
        begun = await self._engine.database.read(lambda db: due.due(db, now, AT_ONCE))
        if begun:
            await self._engine.press_due(begun)
        await self._engine.database.write(_hush)

    async def _ask(
        self,
        person: str,
        place: str,
        route: str,
        values: Mapping[str, str] | None = None,
        *,
        language: str = "",
        keeping: bool = False,
    ) -> Outcome:
        answer = await self._engine.handle(
            Request(
                id=f"sample-{uuid.uuid4()}",
                route=route,
                account=self._room.account(person, language or _spoken(place)),
                place=self._room.place(place, person),
                values=dict(values or {}),
            )
        )
        if keeping:
            deliver(answer, self._room, person, place)
        return answer.outcome

    def _talk(self) -> None:
        now = self._room.now()
        for place, person, minutes, words in SAID:
            self._room.add(place, person, {"said": words}, at=now - timedelta(minutes=minutes))


def _entry(shared: Shared, now: datetime) -> Entry:
    return Entry(
        address=shared.address,
        title=shared.title,
        tags=shared.tags,
        note=shared.note,
        kind=shared.kind,
        shared_at=now - timedelta(days=shared.days),
        shared_by=PEOPLE[shared.person].name,
    )


def _spoken(place: str) -> str:
    """The language that a person without one of their own speaks in a channel."""
    return next(one.language for one in CHANNELS if one.ref == place) or "fr"


def _hush(work: Work) -> None:
    """Drop the messages that wait for somebody."""
    with work.session() as db:
        for notice in db.exec(select(Notice).where(Notice.state == "waiting")):
            notice.state = "dropped"
            db.add(notice)


def _first_meeting(now: datetime) -> datetime:
    """In about three weeks, on a working day at two."""
    day = working_day_on_or_after(now.astimezone(ZoneInfo(INES.zone)).date() + timedelta(days=20))
    return datetime.combine(day, time(14))
