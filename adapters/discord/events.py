"""A Discord server's own list of events: what is to come is entered there, changed, and taken away.

A new event carries no nonce, so that a repeat would stand twice: before entering one we look for
it among those that are there already.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import discord
from discord.http import Route

from adapters import lengths
from adapters.base import Announcing, Busy, Gone
from adapters.discord import limits
from adapters.discord.connection import Line
from adapters.discord.refusals import CALENDAR_CLOSED, OUTAGE_SECONDS, is_fixed
from adapters.discord.spelling import clean, markdown, unmarked
from bot.language import plain
from bot.request import PlaceRef
from bot.text import ChannelName, Joined, Words

Json = dict[str, Any]

PREFIX: Final = "event"
"""What the reference of an event begins with; a message's begins with its channel."""

SERVER_ONLY, ELSEWHERE = 2, 3  # privacy level; entity type EXTERNAL: anywhere, not a voice channel


def is_event(reference: str) -> bool:
    """Whether this reference is that of an event, not of a message."""
    return reference.startswith(f"{PREFIX}:")


async def enter(client: Line, asked: Announcing) -> str:
    """Enter or change an event and return its reference `event:id`.

    Raises Busy or Gone, or what discord.py raises.
    """
    said = fields(asked)
    guild = int(asked.place.workspace)
    try:
        if asked.message is None:
            entered = await _there(client, guild, said) or await _add(client, guild, said)
            return f"{PREFIX}:{entered['id']}"
        await client.http.edit_scheduled_event(guild, _number(asked.message), **said)
    except discord.HTTPException as problem:
        if problem.code in CALENDAR_CLOSED:
            raise Gone("forbidden") from None
        if asked.message is None or not is_fixed(problem):
            raise
    else:
        return asked.message
    # On Discord's side it has begun, or is over: it cannot move any more, another one can.
    await leave(client, asked.place, asked.message)
    return await enter(client, replace(asked, message=None))


async def leave(client: Line, place: PlaceRef, reference: str) -> None:
    """Take an event away.

    Raises Gone, or what discord.py raises.
    """
    try:
        await client.http.delete_scheduled_event(int(place.workspace), _number(reference))
    except discord.HTTPException as problem:
        if problem.code in CALENDAR_CLOSED:
            raise Gone("forbidden") from None
        raise


def fields(asked: Announcing) -> Json:
    """An event as Discord takes it; shortened where it would not fit."""
    event, reader = asked.event, asked.reader
    name = unmarked(event.name, reader, limits.EVENT_NAME) or "…"
    ends = max(event.ends, event.starts + timedelta(minutes=1))
    where = lengths.one_line(clean(plain(event.location, reader)))
    about = event.description
    if lengths.size(where) > limits.EVENT_PLACE:  # it is too long, but must not be lost
        about = Joined((Words(where), about), "\n")
    return {
        "name": name,
        "privacy_level": SERVER_ONLY,
        "entity_type": ELSEWHERE,
        "scheduled_start_time": event.starts.isoformat(),
        "scheduled_end_time": ends.isoformat(),
        "entity_metadata": {"location": _brief(where) or _channel(asked)},
        "description": markdown(about, reader, limits.EVENT_ABOUT) or None,
    }


def _brief(where: str) -> str:
    """A place that fits; of an address that does not, only the host: half of it leads elsewhere."""
    if lengths.size(where) > limits.EVENT_PLACE and where.startswith(("https://", "http://")):
        where = urlsplit(where.split(maxsplit=1)[0]).netloc
    return lengths.cut(where, limits.EVENT_PLACE)


def _channel(asked: Announcing) -> str:
    """Discord wants a place: without one, it is the channel in which people heard of it."""
    place = asked.place
    name = ChannelName(place.name or place.ref, place.platform, place.ref)
    return unmarked(name, asked.reader, limits.EVENT_PLACE)


async def _there(client: Line, guild: int, said: Json) -> Json | None:
    """The same event, entered by us before: its answer was lost, or we died before noting it."""
    starts = datetime.fromisoformat(said["scheduled_start_time"])
    us = client.user.id if client.user is not None else 0
    for one in await client.http.get_scheduled_events(guild, with_user_count=False):
        ours = int(one.get("creator_id") or 0) == us
        same = one["name"] == said["name"]
        if ours and same and datetime.fromisoformat(one["scheduled_start_time"]) == starts:
            return dict(one)
    return None


async def _add(client: Line, guild: int, said: Json) -> Json:
    route = Route("POST", "/guilds/{guild_id}/scheduled-events", guild_id=guild)
    return dict(await client.http.request(route, files=[_Once()], json=said))


class _Once(discord.File):
    """Rides along with a request that discord.py must not repeat, as it does after a 502.

    Whether the first try had an effect is unknown then; the next attempt looks before it enters.
    """

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), filename="")

    def reset(self, *, seek: int | bool = True) -> None:
        """Before each try, with its number."""
        if seek:
            raise Busy(OUTAGE_SECONDS)


def _number(reference: str) -> int:
    return int(reference.partition(":")[2])
