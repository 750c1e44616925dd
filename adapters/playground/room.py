"""The chat itself: who is there, what was said where, and who has read it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.base import Gone
from adapters.playground import limits
from adapters.playground.people import PLATFORM, WORKSPACE, Channel, Someone
from adapters.playground.residents import Resident
from adapters.playground.store import Message, Store
from bot.request import AccountRef, PlaceRef

Json = dict[str, Any]
Listener = Callable[[str, Any], None]
"""Called with what happened ("message", "gone", "private", "dismissed", "unread", "places")."""

HOME, DIRECT = "home", "direct"
"""Places of the page that are no channels: what awaits me, and the bot's direct messages."""


@dataclass(slots=True)
class Private:
    """An answer that one person sees: `place` is where it was asked."""

    seq: int
    person: str
    place: str
    at: datetime
    body: Json
    version: int = 0

    @property
    def ref(self) -> str:
        """How the answer is referred to."""
        return f"p{self.seq}@{self.place}"


def direct_key(person: str) -> str:
    """How the bot's direct messages with somebody are kept."""
    return f"@{person}"


class Room:
    """Everything the page shows. What is public or direct survives a restart."""

    def __init__(
        self,
        people: Sequence[Someone],
        channels: Sequence[Channel],
        path: Path | None,
        now: Callable[[], datetime],
    ) -> None:
        """Open the store and take up where it stopped."""
        self.people = {person.ref: person for person in people}
        self.channels = {channel.ref: channel for channel in channels}
        self.now = now
        self.store = Store(path)
        kept = self.store.load()
        self.messages: dict[str, Message] = {message.ref: message for message in kept.messages}
        self._posts = {m.post: m for m in kept.messages if m.post is not None}
        self._reads = kept.reads
        self.regulars = kept.regulars
        self.shut = kept.shut
        self.blocked: set[str] = set()
        self.privates: dict[str, list[Private]] = {}
        self.pressed: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._files: OrderedDict[str, tuple[str, str, bytes]] = OrderedDict()
        self.residents: dict[str, Resident] = {}
        self._seq = max((message.seq for message in kept.messages), default=0)
        self.listeners: list[Listener] = []

    # ── who and where, as the engine takes them ─────────────────────────────────────────────

    def account(self, person: str, language: str) -> AccountRef:
        """Somebody's account; who has no language of their own speaks the page's."""
        who = self.people[person]
        locale = who.locale or {"fr": "fr-FR"}.get(language, "en-GB")
        return AccountRef(PLATFORM, WORKSPACE, who.ref, who.name, locale, who.zone, bot=who.bot)

    def place(self, place: str, person: str) -> PlaceRef:
        """A channel, or the person's own conversation with the bot."""
        if place in (HOME, DIRECT):
            return PlaceRef(PLATFORM, WORKSPACE, person, direct=True)
        missing = ("membership",) if place in self.shut else ()
        return PlaceRef(PLATFORM, WORKSPACE, place, place, missing=missing)

    def knows(self, place: str) -> bool:
        """Whether this is a place of the page."""
        return place in (HOME, DIRECT) or place in self.channels

    # ── what the bot shows ──────────────────────────────────────────────────────────────────

    def show(
        self, where: PlaceRef, body: Json, key: str, message: str | None, to: str | None
    ) -> str:
        """Post a drawn card, or redraw a message; the same key never posts twice.

        Raises Gone.
        """
        if where.direct:
            if where.ref not in self.people or where.ref in self.blocked:
                raise Gone("person")
            place = direct_key(where.ref)
        else:
            if where.ref not in self.channels or where.ref in self.shut:
                raise Gone("place")
            place = where.ref
        found = self.messages.get(message) if message is not None else self._posts.get(key)
        if message is not None and found is None:
            raise Gone("message")
        if found is None:
            parent = to if to in self.messages else None
            return self.add(place, "", body, reply_to=parent, post=key).ref
        if found.body != body:
            found.body = body
            found.version += 1
            self.store.save(found)
            self._tell("message", found)
        return found.ref

    # ── what people say ─────────────────────────────────────────────────────────────────────

    def add(
        self,
        place: str,
        author: str,
        body: Json,
        *,
        reply_to: str | None = None,
        post: str | None = None,
        at: datetime | None = None,
    ) -> Message:
        """A new message."""
        self._seq += 1
        made = Message(self._seq, place, author, at or self.now(), body, reply_to, post)
        self.messages[made.ref] = made
        if post is not None:
            self._posts[post] = made
        self.store.save(made)
        if author:
            self.read(author, place)
        self._tell("message", made)
        return made

    def delete(self, ref: str) -> bool:
        """Somebody deletes a message."""
        found = self.messages.pop(ref, None)
        if found is None:
            return False
        if found.post is not None:
            self._posts.pop(found.post, None)
        self.store.drop(found)
        self._tell("gone", found)
        return True

    def in_place(self, place: str) -> list[Message]:
        """The newest messages of a channel or direct conversation, oldest first."""
        found = [message for message in self.messages.values() if message.place == place]
        return found[-limits.MESSAGES :]

    # ── private answers ─────────────────────────────────────────────────────────────────────

    def answer(self, person: str, place: str, body: Json, redraws: str | None = None) -> Private:
        """Tell somebody something privately; `redraws` is the private answer pressed on."""
        mine = self.privates.setdefault(person, [])
        for found in mine:
            if found.ref == redraws:
                found.body = body
                found.version += 1
                self._tell("private", found)
                return found
        self._seq += 1
        made = Private(self._seq, person, place, self.now(), body)
        mine.append(made)
        del mine[: -limits.ANSWERS]
        self._tell("private", made)
        return made

    def dismiss(self, person: str, ref: str) -> None:
        """A private answer is put away."""
        mine = self.privates.get(person, [])
        for found in [one for one in mine if one.ref == ref]:
            mine.remove(found)
            self._tell("dismissed", found)

    def note_press(self, person: str, ref: str) -> None:
        """Somebody pressed something on a message; never what."""
        self.pressed[person, ref] = None
        while len(self.pressed) > limits.PRESSED:
            self.pressed.popitem(last=False)
        message = self.messages.get(ref)
        if message is not None and not message.place.startswith("@"):
            self.take_part(message.place, [person])

    def take_part(self, place: str, people: Iterable[str]) -> None:
        """These people take part in a channel: they may be asked to answer there."""
        for person in people:
            if (place, person) not in self.regulars:
                self.regulars.add((place, person))
                self.store.regular(place, person)

    # ── reading ─────────────────────────────────────────────────────────────────────────────

    def read(self, person: str, place: str) -> None:
        """Somebody has read a place to its end."""
        last = max((m.seq for m in self.messages.values() if m.place == place), default=0)
        if self._reads.get((person, place), 0) < last:
            self._reads[person, place] = last
            self.store.read(person, place, last)
            self._tell("unread", person)

    def everybody_read(self) -> None:
        """Nothing is new to anybody."""
        for person in self.people:
            for place in (*self.channels, direct_key(person)):
                self.read(person, place)

    def unread(self, person: str) -> dict[str, int]:
        """How many messages wait for somebody, by place of the page."""
        found: dict[str, int] = {}
        mine = direct_key(person)
        for message in self.messages.values():
            if message.author == person or (
                message.place.startswith("@") and message.place != mine
            ):
                continue
            if message.seq > self._reads.get((person, message.place), 0):
                place = DIRECT if message.place == mine else message.place
                found[place] = found.get(place, 0) + 1
        return found

    # ── channels, files ─────────────────────────────────────────────────────────────────────

    def admit(self, channel: str, *, admitted: bool) -> None:
        """The bot comes into a channel, or is removed from it."""
        if admitted == (channel not in self.shut):
            return
        self.shut.symmetric_difference_update({channel})
        self.store.shut(channel, shut=not admitted)
        self.add(channel, "", {"event": "came" if admitted else "left"})
        self._tell("places", channel)

    def settle(self, residents: dict[str, Resident]) -> None:
        """From now on these communities live in the channels."""
        if residents != self.residents:
            self.residents = residents
            self._tell("places", None)

    def keep_lasting(self, name: str, media: str, content: bytes) -> str:
        """Keep a file of a message; returns its address."""
        token = secrets.token_urlsafe(16)
        self.store.keep_file(token, name, media, content)
        return f"/file/{token}"

    def keep_passing(self, name: str, media: str, content: bytes) -> str:
        """Keep a file of a private answer, in memory only; returns its address."""
        token = secrets.token_urlsafe(16)
        self._files[token] = (name, media, content)
        while len(self._files) > limits.FILES:
            self._files.popitem(last=False)
        return f"/file/{token}"

    def file(self, token: str) -> tuple[str, str, bytes] | None:
        """(name, media type, content) of a file, or None."""
        return self._files.get(token) or self.store.file(token)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _tell(self, what: str, about: Any) -> None:
        for listener in list(self.listeners):
            listener(what, about)
