"""The playground as the tests drive it: people at the page's own WebSocket, without a browser."""

from __future__ import annotations

import asyncio
import json
import tempfile
import uuid
from pathlib import Path
from typing import Any

import aiohttp

from adapters.base import Busy, Sending
from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.outbound import told, words_of
from adapters.playground.people import Channel, Someone
from tests.kit import tables
from tests.kit.wire import OpenForm, Persona, Shown

Json = dict[str, Any]

CHANNELS = (Channel("general"), Channel("second"), Channel("third"))
DIRECT = "direct"
OBSERVER = Someone("observer", "Observer", "en-GB", "UTC")


class HurriedAdapter(PlaygroundAdapter):
    """The product's adapter, which a test can make busy once."""

    def __init__(self, delays: list[float], messages: Path) -> None:
        """Listen on any free port; `delays` are the refusals to come."""
        super().__init__(
            port=0,
            messages=messages,
            people=(OBSERVER,),
            channels=CHANNELS,
            colleagues_take=0.0,
        )
        self._delays = delays

    async def show(self, sending: Sending) -> str:
        """Show, unless a refusal is due."""
        if self._delays:
            raise Busy(self._delays.pop())
        return await super().show(sending)


class Seat:
    """One person's open page: all they have been sent."""

    def __init__(self, ref: str, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Listen on an open socket."""
        self.ref = ref
        self.socket = socket
        self.messages: dict[str, Json] = {}
        self.private: dict[str, Json] = {}
        self.form: Json | None = None
        self.home: Json | None = None
        self.heard: list[Json] = []
        self.state: Json = {}
        self._done: dict[str, asyncio.Future[Json]] = {}
        self._choices: dict[str, Json] = {}
        self._task = asyncio.create_task(self._listen(), name=f"seat-{ref}")

    async def ask(self, **payload: Any) -> Json:
        """Do something, and wait until it is done; returns how it ended."""
        asked = payload.setdefault("id", uuid.uuid4().hex)
        self._done[asked] = asyncio.get_running_loop().create_future()
        await self.socket.send_str(json.dumps(payload))
        async with asyncio.timeout(20):
            return await self._done[asked]

    async def leave(self) -> None:
        """Close the page."""
        await self.socket.close()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _listen(self) -> None:
        async for frame in self.socket:
            self._take(json.loads(frame.data))
        for waiting in self._done.values():
            if not waiting.done():
                waiting.set_result({"is": "lost"})

    def _take(self, payload: Json) -> None:
        self.heard.append(payload)
        match payload["is"]:
            case "state":
                self.state = payload
                self.messages = {one["ref"]: one for one in payload["messages"]}
                self.private = {one["ref"]: one for one in payload["private"]}
            case "message":
                self.messages[payload["message"]["ref"]] = payload["message"]
            case "private":
                self.private[payload["message"]["ref"]] = payload["message"]
            case "gone":
                self.messages.pop(payload["message"], None)
                self.private.pop(payload["message"], None)
            case "form":
                self.form = payload
            case "home":
                self.home = payload["body"]
            case "choices":
                self._choices[payload["id"]] = payload
            case "done" | "refused":
                waiting = self._done.pop(payload["id"], None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(
                        {**payload, **self._choices.pop(payload["id"], {})} | payload
                    )


class PlaygroundWire:
    """The page's server and one open page a person; see `tests.kit.wire.Wire`."""

    platform = "playground"

    def __init__(self) -> None:
        """Nothing runs before `open`."""
        self._folder = tempfile.TemporaryDirectory(prefix="ronde-playground-")
        self._delays: list[float] = []
        self._adapter: HurriedAdapter | None = None
        self._session: aiohttp.ClientSession | None = None
        self._seats: dict[str, Seat] = {}
        self._blocked: set[str] = set()
        self._people: dict[str, Someone] = {}
        self._last: tuple[str, Json] | None = None

    # ── the bot ─────────────────────────────────────────────────────────────────────────────

    def adapter(self) -> PlaygroundAdapter:
        """The product's adapter, on the same messages as before."""
        made = HurriedAdapter(self._delays, Path(self._folder.name) / "messages")
        made.room.people.update(self._people)
        made.room.blocked.update(self._blocked)
        self._adapter = made
        self._seats = {}
        return made

    async def open(self) -> None:
        """Get ready to open pages."""
        self._session = aiohttp.ClientSession()

    async def close(self) -> None:
        """Close every page."""
        for seat in self._seats.values():
            await seat.leave()
        if self._session is not None:
            await self._session.close()
        self._folder.cleanup()

    # ── people ──────────────────────────────────────────────────────────────────────────────

    async def seat(self, who: Persona) -> Seat:
        """This person's open page."""
        self._know(who)
        if who.ref not in self._seats:
            self._seats[who.ref] = await self.sit(who.ref, who.locale[:2])
        return self._seats[who.ref]

    async def sit(self, ref: str, language: str = "en") -> Seat:
        """Open one more page as somebody."""
        room = self._running
        assert self._session is not None, "the wire is open"
        socket = await self._session.ws_connect(
            f"{room.address}socket", origin=room.address.rstrip("/"), max_msg_size=0
        )
        seat = Seat(ref, socket)
        await seat.ask(do="hello", who=ref, language=language)
        return seat

    async def types(self, who: Persona, place: str, line: str) -> None:
        """Type a line into the composer."""
        await self._do(who, do="say", place=place, line=line)

    async def presses(self, who: Persona, shown: Shown, label: str) -> None:
        """Press the button with this label."""
        seat = await self.seat(who)
        message = await self._find(seat, shown)
        route = next(
            button["route"] for button in _buttons(message["body"]) if button["label"] == label
        )
        await self._press(who, message, route, {})

    async def picks(self, who: Persona, shown: Shown, picker: str, chosen: list[str]) -> None:
        """Choose in a picker."""
        message = await self._find(await self.seat(who), shown)
        block = next(
            one
            for one in message["body"]["blocks"]
            if one["is"] == "picker" and one["label"] == picker
        )
        values = {choice["label"]: choice["value"] for choice in block["choices"]}
        assert len(chosen) <= block["most"], "the page lets nobody pick so many"
        await self._press(
            who, message, block["route"], {"chosen": "\n".join(values[one] for one in chosen)}
        )

    async def fills(self, who: Persona, values: dict[str, str]) -> None:
        """Send the open form, as the page does: required fields first."""
        seat = await self.seat(who)
        assert seat.form is not None, f"{who.name} has no form open"
        form, place = seat.form["form"], seat.form["place"]
        known = {field["name"] for field in form["fields"]}
        assert set(values) <= known, f"the form has no field {set(values) - known}"
        filled = {field["name"]: field["value"] for field in form["fields"]} | values
        seat.form = None
        await self._do(who, do="press", place=place, route=form["route"], values=filled, message="")

    async def uses(self, who: Persona, shortcut: str, place: str, words: str, author: str) -> None:
        """Use an entry of a message's menu."""
        seat = await self.seat(who)
        writer = Persona(author.lower(), author)
        await (await self.seat(writer)).ask(do="say", place=place, line=words)
        await seat.ask(do="ping")
        message = next(
            m for m in reversed(seat.messages.values()) if m["body"].get("said") == words
        )
        name = next(one["name"] for one in seat.state["shortcuts"] if one["label"] == shortcut)
        await self._do(who, do="shortcut", place=place, name=name, message=message["ref"])

    # ── what is seen ────────────────────────────────────────────────────────────────────────

    def channel(self, place: str) -> list[Shown]:
        """The bot's messages in a channel, as anybody's page has them."""
        seat = self._seats.get(OBSERVER.ref)
        if seat is None:
            return []
        found = sorted(seat.messages.values(), key=lambda one: int(one["seq"]))
        return [
            self._shown(one)
            for one in found
            if one["place"] == place and not one["author"] and "blocks" in one["body"]
        ]

    def private(self, who: Persona) -> list[Shown]:
        """The private answers on this person's page."""
        seat = self._seats.get(who.ref)
        return [self._shown(one) for one in seat.private.values()] if seat else []

    def direct(self, who: Persona) -> list[Shown]:
        """The bot's direct messages, on this person's page."""
        seat = self._seats.get(who.ref)
        if seat is None:
            return []
        found = sorted(seat.messages.values(), key=lambda one: int(one["seq"]))
        return [self._shown(o) for o in found if o["place"] == DIRECT and not o["author"]]

    def form(self, who: Persona) -> OpenForm | None:
        """The form on this person's page."""
        seat = self._seats.get(who.ref)
        if seat is None or seat.form is None:
            return None
        form = seat.form["form"]
        return OpenForm(
            told(form["title"]),
            {field["name"]: field["label"] for field in form["fields"]},
            {field["name"]: field["value"] for field in form["fields"]},
            {f["name"]: told(f["error"]) for f in form["fields"] if f["error"]},
            {f["name"]: tuple(o["label"] for o in f["options"]) for f in form["fields"]},
        )

    # ── what goes wrong ─────────────────────────────────────────────────────────────────────

    def deletes(self, shown: Shown) -> None:
        """Somebody deletes this message."""
        self._running.room.delete(shown.ref)

    def shuts(self, place: str) -> None:
        """The bot is removed from the channel."""
        self._running.room.admit(place, admitted=False)

    def admits(self, place: str) -> None:
        """The bot is invited again."""
        self._running.room.admit(place, admitted=True)

    def blocks(self, who: Persona) -> None:
        """This person no longer takes direct messages."""
        self._blocked.add(who.ref)
        self._running.room.blocked.add(who.ref)

    def busy(self, seconds: float) -> None:
        """The next post is refused once."""
        self._delays.append(seconds)

    async def repeat(self) -> None:
        """The page sends what it sent last once more, under the same id."""
        assert self._last is not None, "nothing was done yet"
        ref, payload = self._last
        await self._seats[ref].ask(**payload)

    async def settle(self) -> None:
        """Wait until every page has heard what was answered so far; all have theirs open."""
        for ref in (OBSERVER.ref, *self._people):
            if ref not in self._seats:
                self._seats[ref] = await self.sit(ref)
        await asyncio.gather(*(seat.ask(do="ping") for seat in self._seats.values()))

    # ── inside ──────────────────────────────────────────────────────────────────────────────

    @property
    def _running(self) -> HurriedAdapter:
        assert self._adapter is not None, "no bot was started"
        return self._adapter

    def _know(self, who: Persona) -> None:
        someone = Someone(who.ref, who.name, who.locale, who.zone, bot=who.bot)
        self._people[who.ref] = someone
        self._running.room.people.setdefault(who.ref, someone)

    async def _do(self, who: Persona, **payload: Any) -> None:
        seat = await self.seat(who)
        payload["id"] = uuid.uuid4().hex
        self._last = (who.ref, payload)
        ended = await seat.ask(**payload)
        assert ended["is"] == "done", f"the page was refused {payload['do']}"

    async def _press(self, who: Persona, message: Json, route: str, values: Json) -> None:
        await self._do(
            who,
            do="press",
            place=message["place"],
            route=route,
            values=values,
            message=message["ref"],
        )

    def _shown(self, message: Json) -> Shown:
        """A message of a page as the tests read it."""
        body = message["body"]
        return Shown(
            message["ref"],
            tuple(lines_of(body)),
            tuple(button["label"] for button in _buttons(body)),
            tuple(
                (block["label"], tuple(choice["label"] for choice in block["choices"]))
                for block in body["blocks"]
                if block["is"] == "picker"
            ),
            tuple(
                (block["name"], self._content(block["address"]))
                for block in body["blocks"]
                if block["is"] == "file"
            ),
            message["reply_to"],
            bool(message.get("private")),
        )

    def _content(self, address: str) -> bytes:
        kept = self._running.room.file(address.removeprefix("/file/"))
        assert kept is not None, "the file can be fetched"
        return kept[2]

    async def _find(self, seat: Seat, wanted: Shown) -> Json:
        await seat.ask(do="ping")
        found = seat.messages.get(wanted.ref) or seat.private.get(wanted.ref)
        assert found is not None, "this message is not on the page"
        return found


def lines_of(body: Json) -> list[str]:
    """Every line of a card; a table as on every other wire."""
    found = words_of({**body, "blocks": []})
    for block in body["blocks"]:
        if block["is"] != "table":
            found += words_of({"title": [], "blocks": [block]})
            continue
        legend = {sign[0]["mark"]: sign[0]["s"] for sign in block.get("signs", [])}
        cells = [[_seen(cell) for cell in row] for row in block["rows"]]
        found += tables.rows([told(head) for head in block["heads"]], cells, legend)
    return found


def _seen(cell: list[Json]) -> str:
    return "".join(str(run.get("mark", run["s"])) for run in cell)


def _buttons(body: Json) -> list[Json]:
    found: list[Json] = []
    for block in body["blocks"]:
        if block["is"] == "bars":
            found += [row["button"] for row in block["rows"] if row["button"] is not None]
        if block["is"] == "buttons":
            found += block["buttons"]
    return found
