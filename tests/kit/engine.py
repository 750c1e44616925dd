"""The engine alone as a wire: no platform, the core's own cards read as plain text."""

from __future__ import annotations

import itertools
from dataclasses import replace

from adapters.base import Adapter, Busy, Gone, Sending
from bot.card import (
    Bars,
    Buttons,
    Card,
    Cell,
    Copyable,
    Facts,
    File,
    Form,
    Note,
    Outcome,
    Paragraph,
    Picker,
    Picture,
    Reply,
    Sign,
    Table,
)
from bot.command import Answer
from bot.engine import Engine
from bot.language import Reader, plain
from bot.request import AccountRef, PlaceRef, Request
from tests.kit import tables
from tests.kit.wire import OpenForm, Persona, Shown

WORKSPACE = "W1"


def read_card(
    card: Card, reader: Reader, ref: str, *, reply_to: str | None = None, private: bool = False
) -> tuple[Shown, dict[str, str]]:
    """A card as a person reads it, and the packed route behind each label."""
    lines: list[str] = []
    buttons: list[str] = []
    pickers: list[tuple[str, tuple[str, ...]]] = []
    files: list[tuple[str, bytes]] = []
    routes: dict[str, str] = {}
    if card.title is not None:
        lines.append(plain(card.title, reader))
    for block in card.blocks:
        match block:
            case Paragraph(line) | Note(line) | Copyable(line):
                lines.append(plain(line, reader))
            case Facts(rows):
                lines += [f"{plain(a, reader)}: {plain(b, reader)}" for a, b in rows]
            case Bars(rows=bars):
                for bar in bars:
                    parts = [plain(bar.label, reader)]
                    if bar.value is not None:
                        parts.append(plain(bar.value, reader))
                    lines.append(" · ".join(parts))
                    if bar.detail is not None:
                        lines.append(plain(bar.detail, reader))
                    if bar.button is not None and bar.button.route is not None:
                        label = plain(bar.button.label, reader)
                        buttons.append(label)
                        routes[label] = bar.button.route.pack()
            case Buttons(some):
                for button in some:
                    label = plain(button.label, reader)
                    buttons.append(label)
                    if button.route is not None:
                        routes[label] = button.route.pack()
            case Picker() as picker:
                label = plain(picker.label, reader)
                pickers.append((label, tuple(plain(c.label, reader) for c in picker.choices)))
                routes[f"picker:{label}"] = picker.route.pack()
                for choice in picker.choices:
                    routes[f"choice:{label}:{plain(choice.label, reader)}"] = choice.value
            case File() as file:
                files.append((file.name, file.content))
                lines.append(plain(file.says, reader))
            case Picture() as picture:
                lines.append(plain(picture.says, reader))
            case Table(heads, cells, signs):
                legend = {sign.mark: plain(sign.says, reader) for sign in signs}
                seen = [[_seen(cell, reader) for cell in row] for row in cells]
                lines += tables.rows([plain(head, reader) for head in heads], seen, legend)
    shown = Shown(
        ref, tuple(lines), tuple(buttons), tuple(pickers), tuple(files), reply_to, private
    )
    return shown, routes


def _seen(cell: Cell, reader: Reader) -> str:
    return cell.mark if isinstance(cell, Sign) else plain(cell, reader)


class EngineAdapter:
    """A platform that keeps what it is shown in memory."""

    platform = "engine"
    edit_every = 0.0
    ready = True

    def __init__(self, wire: EngineWire) -> None:
        """Show on this wire."""
        self._wire = wire
        self.engine: Engine | None = None

    async def listen(self, engine: Engine) -> None:
        """Take the engine."""
        self.engine = engine

    async def show(self, sending: Sending) -> str:
        """Keep the card."""
        return self._wire.show(sending)

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take the message away."""
        self._wire.messages.pop(message, None)

    async def close(self) -> None:
        """Nothing to close."""
        self.engine = None


class EngineWire:
    """Persons speak to the engine directly."""

    platform = "engine"

    def __init__(self) -> None:
        """Nobody has said anything."""
        self.messages: dict[str, tuple[PlaceRef, Shown, dict[str, str]]] = {}
        self.privates: dict[str, list[Shown]] = {}
        self.routes: dict[str, dict[str, str]] = {}
        self.forms: dict[str, tuple[Form, Reader, str]] = {}
        self.shut: set[str] = set()
        self.blocked: set[str] = set()
        self.delays: list[float] = []
        self.sent: list[str] = []
        self._numbers = itertools.count(1)
        self._adapter: EngineAdapter | None = None
        self._last: Request | None = None

    def adapter(self) -> Adapter:
        """A new adapter, as after a start."""
        self._adapter = EngineAdapter(self)
        return self._adapter

    async def open(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to stop."""

    # ── what the bot does ───────────────────────────────────────────────────────────────────

    def show(self, sending: Sending) -> str:
        """Show a card, as a platform would, or refuse."""
        if self.delays:
            raise Busy(self.delays.pop())
        if sending.place.direct and sending.place.ref in self.blocked:
            raise Gone("person")
        if not sending.place.direct and sending.place.ref in self.shut:
            raise Gone("place")
        if sending.message is not None and sending.message not in self.messages:
            raise Gone("message")
        ref = sending.message or f"m{next(self._numbers)}"
        reply_to = sending.reply_to if sending.reply_to in self.messages else None
        if sending.message is not None:
            reply_to = self.messages[sending.message][1].reply_to
        shown, routes = read_card(sending.card, sending.reader, ref, reply_to=reply_to)
        if sending.message is None:
            self.sent.append(sending.key)
        self.messages[ref] = (sending.place, shown, routes)
        return ref

    # ── what people do ──────────────────────────────────────────────────────────────────────

    async def types(self, who: Persona, place: str, line: str) -> None:
        """Type a line."""
        word, _, rest = line.partition(" ")
        await self._ask(
            who, Request("", f"typed:{word}", None, self.place(place, who), {"line": rest})
        )

    async def presses(self, who: Persona, shown: Shown, label: str) -> None:
        """Press a button."""
        route = self._routes(shown)[label]
        await self._ask(who, Request("", route, None, self._place_of(shown, who)), pressed=shown)

    async def picks(self, who: Persona, shown: Shown, picker: str, chosen: list[str]) -> None:
        """Choose in a picker."""
        routes = self._routes(shown)
        values = [routes[f"choice:{picker}:{label}"] for label in chosen]
        await self._ask(
            who,
            Request(
                "",
                routes[f"picker:{picker}"],
                None,
                self._place_of(shown, who),
                {"chosen": "\n".join(values)},
            ),
            pressed=shown,
        )

    async def fills(self, who: Persona, values: dict[str, str]) -> None:
        """Send the open form."""
        form, _, place = self.forms.pop(who.ref)
        await self._ask(
            who,
            Request("", form.route.pack(), None, self.place(place, who), {**form.values, **values}),
        )

    async def uses(self, who: Persona, shortcut: str, place: str, words: str, author: str) -> None:
        """Use a message's menu."""
        engine = self._engine
        reader = Reader(who.locale[:2])
        from bot.text import text

        found = next(
            s for s in engine.shortcuts if plain(text(s.name.replace(".", "-")), reader) == shortcut
        )
        await self._ask(
            who,
            Request(
                "",
                f"shortcut:{found.name}",
                None,
                self.place(place, who),
                {"text": words, "author": author, "author_ref": author.lower()},
            ),
        )

    async def asks(self, who: Persona, place: str, route: str, values: dict[str, str]) -> Answer:
        """Send any request, also a forged one."""
        return await self._ask(who, Request("", route, None, self.place(place, who), values))

    # ── what people see ─────────────────────────────────────────────────────────────────────

    def channel(self, place: str) -> list[Shown]:
        """The channel's messages."""
        return [s for p, s, _ in self.messages.values() if p.ref == place and not p.direct]

    def private(self, who: Persona) -> list[Shown]:
        """Private answers."""
        return self.privates.get(who.ref, [])

    def direct(self, who: Persona) -> list[Shown]:
        """Direct messages."""
        return [s for p, s, _ in self.messages.values() if p.direct and p.ref == who.ref]

    def form(self, who: Persona) -> OpenForm | None:
        """The open form."""
        if who.ref not in self.forms:
            return None
        form, reader, _ = self.forms[who.ref]
        return OpenForm(
            plain(form.title, reader),
            {f.name: plain(f.label, reader) for f in form.fields},
            dict(form.values),
            {name: plain(said, reader) for name, said in form.errors.items()},
            {f.name: tuple(plain(o.label, reader) for o in f.options) for f in form.fields},
        )

    # ── what happens to the platform ────────────────────────────────────────────────────────

    def deletes(self, shown: Shown) -> None:
        """Delete a message."""
        del self.messages[shown.ref]

    def shuts(self, place: str) -> None:
        """Remove the bot from a channel."""
        self.shut.add(place)

    def admits(self, place: str) -> None:
        """Let the bot in."""
        self.shut.discard(place)

    def blocks(self, who: Persona) -> None:
        """Close somebody's direct messages."""
        self.blocked.add(who.ref)

    def busy(self, seconds: float) -> None:
        """Refuse the next post once."""
        self.delays.append(seconds)

    async def repeat(self) -> None:
        """Deliver the last request once more."""
        assert self._last is not None
        await self._engine.handle(self._last)

    async def settle(self) -> None:
        """Answers are there at once."""

    # ── inside ──────────────────────────────────────────────────────────────────────────────

    @property
    def _engine(self) -> Engine:
        assert self._adapter is not None and self._adapter.engine is not None
        return self._adapter.engine

    def account(self, who: Persona) -> AccountRef:
        """A person's account here."""
        return AccountRef("engine", WORKSPACE, who.ref, who.name, who.locale, who.zone, bot=who.bot)

    def place(self, place: str, who: Persona) -> PlaceRef:
        """A channel, or "direct" for the person's own messages."""
        if place == "direct":
            return PlaceRef("engine", WORKSPACE, who.ref, direct=True)
        missing = ("membership",) if place in self.shut else ()
        return PlaceRef("engine", WORKSPACE, place, place, missing=missing)

    def _routes(self, shown: Shown) -> dict[str, str]:
        if shown.ref in self.messages:
            return self.messages[shown.ref][2]
        return self.routes[shown.ref]

    def _place_of(self, shown: Shown, who: Persona) -> PlaceRef:
        if shown.ref in self.messages:
            place = self.messages[shown.ref][0]
            return replace(place, missing=())
        return self.place(shown.ref.split("@")[1], who)

    async def _ask(self, who: Persona, request: Request, pressed: Shown | None = None) -> Answer:
        request = replace(request, id=f"r{next(self._numbers)}", account=self.account(who))
        self._last = request
        answer = await self._engine.handle(request)
        place = (
            "direct"
            if request.place and request.place.direct
            else (request.place.ref if request.place else "direct")
        )
        self._answer(who, answer.outcome, answer.reader, place, pressed)
        return answer

    def _answer(
        self, who: Persona, outcome: Outcome, reader: Reader, place: str, pressed: Shown | None
    ) -> None:
        if isinstance(outcome, Form):
            self.forms[who.ref] = (outcome, reader, place)
        if not isinstance(outcome, Reply):
            return
        mine = self.privates.setdefault(who.ref, [])
        redraws = outcome.replace and pressed is not None and pressed.private
        ref = pressed.ref if redraws and pressed else f"p{next(self._numbers)}@{place}"
        shown, routes = read_card(outcome.card, reader, ref, private=True)
        self.routes[ref] = routes
        if redraws:
            mine[:] = [shown if one.ref == ref else one for one in mine]
            return
        mine.append(shown)
