"""Which community lives in which channel of the page: what the channel is headed with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session

from adapters.playground.people import PLATFORM, WORKSPACE
from storage import people
from storage.people import Community

if TYPE_CHECKING:
    from adapters.playground.room import Room
    from bot.engine import Engine


@dataclass(frozen=True, slots=True)
class Resident:
    """A community in a channel, and the language that its cards have there."""

    name: str
    language: str


async def look(engine: Engine, room: Room) -> None:
    """Take over into the room who lives where by now; its pages hear of a change."""
    channels = list(room.channels)

    def run(db: Session) -> dict[str, Resident]:
        found = {}
        for ref in channels:
            place = people.place(db, PLATFORM, WORKSPACE, ref, direct=False)
            if place is None or place.community_id is None:
                continue
            community = db.get(Community, place.community_id)
            if community is not None:
                found[ref] = Resident(community.name, place.language or community.language)
        return found

    room.settle(await engine.database.read(run))
