"""One open page: who they are being, what they do, and all that they are shown."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog
from aiohttp import WSMsgType, web

from adapters.playground import inbound
from adapters.playground.answers import deliver, suggestions
from adapters.playground.commands import completions, menu
from adapters.playground.inbound import Unreadable, word
from adapters.playground.outbound import draw, seen_from
from adapters.playground.people import Someone
from adapters.playground.residents import look
from adapters.playground.room import DIRECT, HOME, Private, Room, direct_key
from adapters.playground.sample import NAME as SAMPLE
from adapters.playground.store import Message
from adapters.playground.wording import words
from bot.card import Reply
from bot.dates import Understood, understand
from bot.language import best_language

if TYPE_CHECKING:
    from adapters.playground.adapter import Forward
    from adapters.playground.colleagues import Colleagues
    from bot.engine import Engine

log = structlog.get_logger(__name__)

Json = dict[str, Any]


class Session:
    """A WebSocket and the person behind it."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        room: Room,
        engine: Engine,
        colleagues: Colleagues,
        forward: Forward | None,
    ) -> None:
        """Nobody is there before the page says hello."""
        self._socket = socket
        self._room = room
        self._engine = engine
        self._colleagues = colleagues
        self._forward = forward
        self._person: Someone | None = None
        self._language = "en"
        self._outbox: asyncio.Queue[Json] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._patient: set[asyncio.Task[None]] = set()  # for the others: nobody waits for them
        self._doing: dict[str, Callable[[Mapping[str, Any]], Awaitable[None]]] = {
            "hello": self._hello,
            "say": self._say,
            "press": self._press,
            "shortcut": self._shortcut,
            "complete": self._complete,
            "home": self._home,
            "read": self._read,
            "dismiss": self._dismiss,
            "delete": self._delete,
            "colleagues": self._let_answer,
            "forward": self._go_forward,
            "ping": self._ping,
        }

    async def run(self) -> None:
        """Hear the page until it goes away."""
        self._room.listeners.append(self._heard)
        writer = asyncio.create_task(self._write(), name="playground-writer")
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    self._begin(frame.data)
        finally:
            self._room.listeners.remove(self._heard)
            await self.drain()
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)

    async def drain(self) -> None:
        """Finish what is under way."""
        if under_way := self._tasks - self._patient:
            await asyncio.gather(*under_way, return_exceptions=True)

    async def leave(self) -> None:
        """The server stops: finish, and say goodbye."""
        await self.drain()
        await self._socket.close(code=1001, message=b"stopping")

    # ── hearing ─────────────────────────────────────────────────────────────────────────────

    def _begin(self, frame: str) -> None:
        task = asyncio.create_task(self._act(frame))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _act(self, frame: str) -> None:
        """Do what the page says, and tell it when it is done."""
        asked = ""
        try:
            payload = json.loads(frame)
            if not isinstance(payload, dict):
                raise Unreadable("frame")
            asked = str(payload.get("id", ""))[:64]
            act = self._doing.get(str(payload.get("do")))
            if act is None or (self._person is None and payload["do"] != "hello"):
                raise Unreadable("do")
            await act(payload)
        except (Unreadable, json.JSONDecodeError) as problem:
            log.info("playground-unreadable", what=str(problem)[:20])
            self.send({"is": "refused", "id": asked})
        except Exception as problem:
            log.error("playground-fault", exc_info=problem)
            self.send({"is": "refused", "id": asked})
        else:
            self.send({"is": "done", "id": asked})

    @property
    def _me(self) -> Someone:
        assert self._person is not None, "checked before anything is done"
        return self._person

    async def _hello(self, payload: Mapping[str, Any]) -> None:
        """The page is there, or has become somebody else, or speaks another language."""
        who = self._room.people.get(word(payload, "who", empty=True))
        await look(self._engine, self._room)
        self._person = who or next(iter(self._room.people.values()))
        self._language = inbound.language_of(payload)
        self.send(self._state())

    async def _say(self, payload: Mapping[str, Any]) -> None:
        """A line from the composer: a command for the bot, else words for the others."""
        from adapters.playground import limits

        place = inbound.place_of(payload, self._room)
        line = word(payload, "line", limits.LINE).strip()
        comes = inbound.comes_or_goes(line)
        if comes is not None and place in self._room.channels:
            self._room.admit(place, admitted=comes)
        elif line.startswith("/"):
            request = inbound.typed(payload, self._room, self._me.ref, self._language)
            await self._ask(request, place)
        elif line and place != HOME:
            key = direct_key(self._me.ref) if place == DIRECT else place
            parent = str(payload.get("reply_to") or "")
            to = parent if parent in self._room.messages else None
            self._room.add(key, self._me.ref, {"said": line}, reply_to=to)

    async def _press(self, payload: Mapping[str, Any]) -> None:
        pressed = word(payload, "message", empty=True)
        request = inbound.pressed(payload, self._room, self._me.ref, self._language)
        if pressed in self._room.messages:
            self._room.note_press(self._me.ref, pressed)
        for named in inbound.named(request, self._room):  # here everybody can be found
            await self._engine.meet(self._room.account(named, self._language))
        await self._ask(request, inbound.place_of(payload, self._room), pressed)

    async def _shortcut(self, payload: Mapping[str, Any]) -> None:
        request = inbound.shortcut(payload, self._room, self._me.ref, self._language)
        await self._ask(request, inbound.place_of(payload, self._room))

    async def _ask(self, request: Any, place: str, pressed: str | None = None) -> None:
        """Ask the engine; a form opens on this page only."""
        person = self._me.ref
        answer = await self._engine.handle(request)
        await look(self._engine, self._room)
        form = deliver(answer, self._room, person, place, pressed)
        if form is not None:
            self.send(self._seen({"is": "form", "place": place, "form": form}))

    async def _complete(self, payload: Mapping[str, Any]) -> None:
        request = inbound.completing(payload, self._room, self._me.ref, self._language)
        answer = await self._engine.handle(request)
        found = suggestions(answer)
        now, reader = self._engine.clock.now(), answer.reader
        typing = request.values["typing"]
        read = understand(typing, now=now, zone=reader.zone, language=reader.language)
        exact = isinstance(read, Understood)  # else, for a date, what is found is a proposal
        self.send({"is": "choices", "id": payload["id"], "choices": found, "exact": exact})

    async def _home(self, payload: Mapping[str, Any]) -> None:
        request = inbound.home(payload, self._room, self._me.ref, self._language)
        answer = await self._engine.handle(request)
        if isinstance(answer.outcome, Reply):
            body = draw(answer.outcome.card, answer.reader, self._room.keep_passing)
            self.send(self._seen({"is": "home", "body": body}))

    async def _read(self, payload: Mapping[str, Any]) -> None:
        place = inbound.place_of(payload, self._room)
        if place != HOME:
            self._room.read(self._me.ref, direct_key(self._me.ref) if place == DIRECT else place)

    async def _dismiss(self, payload: Mapping[str, Any]) -> None:
        self._room.dismiss(self._me.ref, word(payload, "message", 100))

    async def _delete(self, payload: Mapping[str, Any]) -> None:
        message = self._room.messages.get(word(payload, "message"))
        if message is not None and message.place in (
            *self._room.channels,
            direct_key(self._me.ref),
        ):
            self._room.delete(message.ref)

    async def _let_answer(self, payload: Mapping[str, Any]) -> None:
        place = inbound.place_of(payload, self._room)
        most = payload.get("most", 0)
        if not isinstance(most, int) or most < 0:
            raise Unreadable("most")
        count = await self._colleagues.answer(place, self._me.ref, self._language, most)
        self.send({"is": "answered", "count": count})

    async def _go_forward(self, payload: Mapping[str, Any]) -> None:
        del payload
        at = await self._forward() if self._forward is not None else None
        if at is None:
            self.send({"is": "nothing-to-come"})

    async def _ping(self, payload: Mapping[str, Any]) -> None:
        """Answered once all that was asked before is done: tests wait for it."""
        del payload
        current = asyncio.current_task()
        assert current is not None, "every act is a task"
        self._patient.add(current)
        try:
            await self.drain()
        finally:
            self._patient.discard(current)

    # ── telling ─────────────────────────────────────────────────────────────────────────────

    def send(self, payload: Json) -> None:
        """Send to the page, in order."""
        self._outbox.put_nowait(payload)

    async def _write(self) -> None:
        while True:
            payload = await self._outbox.get()
            try:
                await self._socket.send_str(json.dumps(payload, ensure_ascii=True))
            except (ConnectionError, RuntimeError):
                return  # the page went away in the middle of a message

    def tell_time(self, now: datetime) -> None:
        """The clock moved."""
        self.send({"is": "clock", "now": now.isoformat()})

    def _heard(self, what: str, about: Any) -> None:
        """Something happened in the room."""
        if self._person is None:
            return
        match what, about:
            case (("message" | "gone"), Message()) if about.place not in self._visible():
                self._tell_people()
            case "message", Message():
                self.send(self._seen({"is": "message", "message": self._message(about)}))
                if about.version == 0:
                    self._tell_unread()
            case "gone", Message():
                self.send({"is": "gone", "message": about.ref})
                self._tell_unread()
            case "private", Private() if about.person == self._me.ref:
                self.send(self._seen({"is": "private", "message": _private(about)}))
            case "dismissed", Private() if about.person == self._me.ref:
                self.send({"is": "gone", "message": about.ref})
            case "unread", str():
                self._tell_unread()
            case "places", _:
                self.send({"is": "places", "places": self._places()})

    def _tell_unread(self) -> None:
        self.send({"is": "unread", "unread": self._room.unread(self._me.ref)})
        self._tell_people()

    def _tell_people(self) -> None:
        self.send({"is": "waiting", "waiting": self._waiting()})

    # ── what they see ───────────────────────────────────────────────────────────────────────

    def _visible(self) -> tuple[str, ...]:
        return (*self._room.channels, direct_key(self._me.ref))

    def _seen(self, payload: Json) -> Json:
        seen: Json = seen_from(payload, self._me.zone or "UTC", self._language)
        return seen

    def _state(self) -> Json:
        """Everything at once: what a page draws itself from."""
        room, me, speaks = self._room, self._me, self._spoken(self._me)
        return self._seen(
            {
                "is": "state",
                "room": room.store.id,
                "sample": any(one.name == SAMPLE for one in room.residents.values()),
                "me": me.ref,
                "language": self._language,
                "speaks": speaks,
                "now": room.now().isoformat(),
                "people": [self._someone(person) for person in room.people.values()],
                "places": self._places(),
                "unread": room.unread(me.ref),
                "waiting": self._waiting(),
                "messages": [
                    self._message(m) for place in self._visible() for m in room.in_place(place)
                ],
                "private": [_private(one) for one in room.privates.get(me.ref, [])],
                "commands": completions(self._engine.groups, speaks),
                "shortcuts": menu(self._engine.shortcuts, speaks),
                "words": words(self._language),
                "moves": self._forward is not None,
            }
        )

    def _spoken(self, person: Someone) -> str:
        return best_language(person.locale or self._language)

    def _someone(self, person: Someone) -> Json:
        return {
            "ref": person.ref,
            "name": person.name,
            "city": person.city(self._language),
            "zone": person.zone,
            "speaks": self._spoken(person),
            "hue": person.hue,
            "role": person.role,
        }

    def _places(self) -> list[Json]:
        found = []
        for channel in self._room.channels.values():
            resident = self._room.residents.get(channel.ref)
            found.append(
                {
                    "ref": channel.ref,
                    "community": resident.name if resident else "",
                    "speaks": resident.language if resident else "",
                    "language": channel.language,
                    "shut": channel.ref in self._room.shut,
                }
            )
        return found

    def _waiting(self) -> dict[str, int]:
        """Direct messages that nobody has read yet, by person: their faces say so."""
        found = {ref: self._room.unread(ref).get(DIRECT, 0) for ref in self._room.people}
        return {ref: count for ref, count in found.items() if count}

    def _message(self, message: Message) -> Json:
        return {
            "ref": message.ref,
            "seq": message.seq,
            "place": DIRECT if message.place.startswith("@") else message.place,
            "author": message.author,
            "at": message.at.isoformat(),
            "reply_to": message.reply_to,
            "version": message.version,
            "body": message.body,
        }


def _private(answer: Private) -> Json:
    return {
        "ref": answer.ref,
        "seq": answer.seq,
        "place": answer.place,
        "author": "",
        "at": answer.at.isoformat(),
        "reply_to": None,
        "version": answer.version,
        "body": answer.body,
        "private": True,
    }
