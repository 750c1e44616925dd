"""Members in a story: what their cards say without typing them, and what a community's evidence is."""

from __future__ import annotations

from sqlmodel import col, select

from bot.context import Context
from bot.evidence import Facts
from bot.features.people import FEATURE
from bot.features.people.records import Profile
from bot.language import Reader
from storage.database import Work
from storage.people import Community, Person
from tests.kit.chat import Chat, Someone


async def number_of(chat: Chat, who: Someone) -> int:
    """A person's id."""

    def read(work: Work) -> int:
        with work.session() as db:
            wanted = select(Person.id).where(col(Person.name) == who.persona.name)
            return db.exec(wanted).one() or 0

    return await chat.app.database.write(read)


async def card(chat: Chat, who: Someone, offers: str = "", asks: str = "") -> None:
    """From now on somebody's card says this."""
    person = await number_of(chat, who)

    def write(work: Work) -> None:
        with work.session() as db:
            db.merge(
                Profile(
                    community_id=1,
                    person_id=person,
                    offers=offers,
                    asks=asks,
                    written_at=chat.clock.now(),
                )
            )

    await chat.app.database.write(write)


async def introduced(who: Someone, brings: str = "Curiosity", offers: str = "") -> None:
    """Somebody says what brings them, by the newest button that asks them to."""
    await who.presses("Introduce yourself")
    await who.fills(brings=brings, offers=offers)
    await who.presses("Publish", on=who.told)


async def evidence(chat: Chat) -> Facts:
    """What people's feature tells of the first community."""

    def read(work: Work) -> Facts:
        with work.session() as db:
            reader = Reader("en", "UTC", "engine")
            found = Context(db, chat.clock.now(), reader, chat.app.engine)
            found.community = db.get(Community, 1)
            return FEATURE.evidence(found)

    return await chat.app.database.write(read)
