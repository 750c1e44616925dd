"""What the page says somebody did, read into a Request; nothing of it is believed unchecked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from adapters.playground import limits
from adapters.playground.room import DIRECT, Room, direct_key
from bot.access import names_in
from bot.forms import FormSent
from bot.request import Request
from bot.route import address_of
from bot.words import fold

Json = Mapping[str, Any]

_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_COMES = re.compile(r"/(invite|kick|remove)\s+@?ronde\s*", re.IGNORECASE)


class Unreadable(ValueError):
    """Something that our page would not send. Says which part; never what it held."""


def word(payload: Json, name: str, longest: int = limits.NAME, *, empty: bool = False) -> str:
    """A string of the payload. Raises Unreadable."""
    found = payload.get(name, "")
    if not isinstance(found, str) or len(found) > longest or (not found and not empty):
        raise Unreadable(name)
    return found


def request_id(payload: Json) -> str:
    """The id that the page gave to what was done. Raises Unreadable."""
    found = payload.get("id")
    if not isinstance(found, str) or not _ID.fullmatch(found):
        raise Unreadable("id")
    return found


def place_of(payload: Json, room: Room) -> str:
    """Where it was done. Raises Unreadable."""
    found = word(payload, "place")
    if not room.knows(found):
        raise Unreadable("place")
    return found


def language_of(payload: Json) -> str:
    """The page's language."""
    return "fr" if payload.get("language") == "fr" else "en"


def comes_or_goes(line: str) -> bool | None:
    """`/invite @Ronde` is True, `/kick @Ronde` False: the chat's own commands, not the bot's."""
    found = _COMES.fullmatch(line.strip())
    return None if found is None else found[1].lower() == "invite"


def typed(payload: Json, room: Room, person: str, language: str) -> Request:
    """A typed line that begins with a slash."""
    line = word(payload, "line", limits.LINE).strip()
    slash, _, rest = line.partition(" ")
    if "\n" in slash:
        slash, _, rest = line.partition("\n")
    return _request(payload, room, person, language, f"typed:{slash}", {"line": rest.strip()})


def pressed(payload: Json, room: Room, person: str, language: str) -> Request:
    """A button, a picker or a sent form: a packed route with its values."""
    route = word(payload, "route", limits.ROUTE)
    return _request(payload, room, person, language, route, _values(payload))


def named(request: Request, room: Room) -> list[str]:
    """The people whose names somebody wrote into a form: the page knows all who live here."""
    if address_of(request.route) != FormSent.address:
        return []
    known = {fold(person.name): person.ref for person in room.people.values()}
    entries = (entry for value in request.values.values() for entry in names_in(value))
    found = (known.get(fold(entry.lstrip("@"))) for entry in entries)
    return list(dict.fromkeys(ref for ref in found if ref is not None))


def completing(payload: Json, room: Room, person: str, language: str) -> Request:
    """A parameter that is being typed."""
    route = f"complete:{word(payload, 'command')}:{word(payload, 'parameter')}"
    values = {**_values(payload), "typing": word(payload, "typing", limits.LINE, empty=True)}
    return _request(payload, room, person, language, route, values)


def shortcut(payload: Json, room: Room, person: str, language: str) -> Request:
    """An entry of a message's menu. The message's words come from the room, not from the page."""
    from adapters.playground.outbound import words_of

    message = room.messages.get(word(payload, "message"))
    if message is None or message.place not in (*room.channels, direct_key(person)):
        raise Unreadable("message")
    body = message.body
    said = body.get("said") or ("\n".join(words_of(body)) if "blocks" in body else "")
    wrote = room.people.get(message.author)
    values = {"text": said, "author": wrote.name if wrote else "Ronde"}
    if wrote is not None and not wrote.bot:
        values["author_ref"] = message.author
    route = f"shortcut:{word(payload, 'name')}"
    return _request(payload, room, person, language, route, values)


def home(payload: Json, room: Room, person: str, language: str) -> Request:
    """Somebody looks at what awaits them."""
    return _request({**payload, "place": DIRECT}, room, person, language, "home:", {})


def _request(
    payload: Json, room: Room, person: str, language: str, route: str, values: dict[str, str]
) -> Request:
    message = payload.get("message")
    return Request(
        id=f"page-{request_id(payload)}",
        route=route,
        account=room.account(person, language),
        place=room.place(place_of(payload, room), person),
        values=values,
        message=message if isinstance(message, str) and message in room.messages else None,
    )


def _values(payload: Json) -> dict[str, str]:
    found = payload.get("values") or {}
    if not isinstance(found, dict) or len(found) > limits.VALUES:
        raise Unreadable("values")
    for name, value in found.items():
        if len(name) > limits.NAME or not isinstance(value, str) or len(value) > limits.VALUE:
            raise Unreadable("values")
    return found
