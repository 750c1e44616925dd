"""Colleagues who answer when asked to: they press what anybody could press, one after another."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from adapters.playground import limits
from adapters.playground.answers import deliver
from adapters.playground.people import QUIET
from adapters.playground.room import Room
from adapters.playground.store import Message
from bot.features.community.routes import Join
from bot.request import Request
from bot.route import address_of

if TYPE_CHECKING:
    from bot.engine import Engine

Json = dict[str, Any]

TASTES = (0, 1, 0, 2, 0, 1, 0, 0, 1)
"""Which option each of them takes, in order: a clear favourite, and no unanimity."""

HOPS = 8  # a question, its list or a page of dates, its review: nobody presses longer


class Colleagues:
    """The other people of the room, when the page asks them to answer."""

    def __init__(self, engine: Engine, room: Room, seconds: float) -> None:
        """They take `seconds` altogether."""
        self._engine = engine
        self._room = room
        self._seconds = seconds
        self._busy: set[str] = set()

    async def answer(self, place: str, viewer: str, language: str, most: int = 0) -> int:
        """Let them answer the newest question of a channel, or join; how many did.

        Two stay silent. Who has answered already is left alone. `most` limits how many (0: all).
        """
        message = self._question(place)
        if message is None or place in self._busy:
            return 0
        self._busy.add(place)
        try:
            chosen = self._who(message, viewer, most)
            for number, person in enumerate(chosen):
                await asyncio.sleep(self._seconds / len(chosen))
                await self._answer_as(person, message, number, language)
            return len(chosen)
        finally:
            self._busy.discard(place)

    def _question(self, place: str) -> Message | None:
        """The newest message of the bot that somebody can answer."""
        found = [m for m in self._room.in_place(place) if "blocks" in m.body and answerable(m.body)]
        return found[-1] if found else None

    def _who(self, message: Message, viewer: str, most: int) -> list[str]:
        """The viewer first, then the others; those who take part, unless it is about joining."""
        room = self._room
        joining = any(address_of(route) == Join.address for route in _primary(message.body))
        regulars = {person for place, person in room.regulars if place == message.place}
        everybody = [p.ref for p in room.people.values() if not p.bot]
        about = everybody if joining else [p for p in everybody if p in regulars or p == viewer]
        waiting = [p for p in about if (p, message.ref) not in room.pressed]
        if joining:
            waiting = [p for p in waiting if p not in (*regulars, viewer)]
            return waiting[:most] if most else waiting
        others = [p for p in about if p != viewer]
        silent = [p for p in others if p in QUIET] + [p for p in reversed(others) if p not in QUIET]
        number = limits.SILENT if len(about) > 5 else min(1, len(about) - 1)
        waiting = [p for p in waiting if p not in silent[:number]]
        waiting.sort(key=lambda person: person != viewer)
        return waiting[:most] if most else waiting

    async def _answer_as(self, person: str, message: Message, number: int, language: str) -> None:
        """Press as one of them, and follow what is asked back, to its end."""
        current = self._room.messages.get(message.ref)
        step = _press(current.body, number) if current is not None else None
        for _ in range(HOPS):
            if step is None:
                return
            route, values = step
            request = Request(
                id=f"page-{uuid.uuid4()}",
                route=route,
                account=self._room.account(person, language),
                place=self._room.place(message.place, person),
                values=values,
                message=message.ref,
            )
            self._room.note_press(person, message.ref)
            answer = await self._engine.handle(request)
            before = len(self._room.privates.get(person, []))
            form = deliver(answer, self._room, person, message.place)
            if form is not None:
                step = _fill(form, number)
                continue
            mine = self._room.privates.get(person, [])
            if len(mine) == before:
                return
            step = _press(mine[-1].body, number, again=True)
            if step is not None:
                self._room.dismiss(person, mine[-1].ref)


def votes(body: Json) -> list[Json]:
    """The buttons of a card's options."""
    return [
        row["button"]
        for block in body["blocks"]
        if block["is"] == "bars"
        for row in block["rows"]
        if row["button"] is not None and row["button"]["route"]
    ]


def answerable(body: Json) -> bool:
    """Whether a card asks something of people."""
    return bool(votes(body) or _primary(body))


def _primary(body: Json) -> list[str]:
    return [
        button["route"]
        for block in body["blocks"]
        if block["is"] == "buttons"
        for button in block["buttons"]
        if button["emphasis"] == "primary" and button["route"]
    ]


def _press(body: Json, number: int, *, again: bool = False) -> tuple[str, dict[str, str]] | None:
    """What this person presses on a card: (route, values).

    `again` is a card that answers an earlier press: only a list or a single main button goes on.
    """
    taste = TASTES[number % len(TASTES)]
    if not again and (options := votes(body)):
        return options[taste % len(options)]["route"], {}
    pickers = [b for b in body["blocks"] if b["is"] == "picker" and b["choices"]]
    for at, block in enumerate(pickers):
        if not any(choice["chosen"] for choice in block["choices"]):
            taste = TASTES[(number + at) % len(TASTES)]
            return block["route"], {"chosen": "\n".join(_pick(block["choices"], taste, block))}
    if pickers:
        return None
    primary = _primary(body)
    return (primary[0], {}) if len(primary) == 1 else None


def _fill(form: Json, number: int) -> tuple[str, dict[str, str]]:
    """A form sent with what is asked for chosen, and all else as it came."""
    values = {field["name"]: field["value"] for field in form["fields"]}
    for field in form["fields"]:
        if field["options"] and not field["value"]:
            several = 2 if field["kind"] == "choices" else 1
            taste = TASTES[number % len(TASTES)]
            picked = _pick(field["options"], taste, {"least": 1, "most": several})
            values[field["name"]] = "\n".join(picked)
    return form["route"], values


def _pick(choices: Sequence[Json], taste: int, picker: Json) -> list[str]:
    count = max(1, min(picker["least"], len(choices)), min(2, picker["most"], len(choices)))
    return [choices[(taste + at) % len(choices)]["value"] for at in range(count)]
