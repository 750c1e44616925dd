"""A desk behind the Slack adapter that does as a test says: the engine's two methods, scripted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from bot.card import Button, Buttons, Card, Choice, Field, Form, Outcome, Paragraph, Reply
from bot.command import Answer
from bot.language import Reader
from bot.request import Request
from bot.route import address_of
from bot.text import Words
from tests.kit.cards import Filled, Pressed
from tests.kit.slack import SlackWire

if TYPE_CHECKING:
    from bot.engine import Engine

Says = Callable[[Request], Outcome]


class Desk:
    """Answers requests by the address of their route; the same id is handled once."""

    def __init__(self) -> None:
        """Nothing is answered before a test says what."""
        self.says: dict[str, Says] = {}
        self.requests: list[Request] = []
        self.repeats = 0
        self.shelved: list[Form] = []
        self.slow = 0.0
        self.gate: asyncio.Event | None = None
        self.reader = Reader("en", "Europe/Paris", "slack")

    @property
    def engine(self) -> Engine:
        """Itself, as adapters take it."""
        return cast("Engine", self)

    @property
    def last(self) -> Request:
        """The newest request."""
        return self.requests[-1]

    async def handle(self, request: Request) -> Answer:
        """Answer as told; a repeated id is acknowledged and no more."""
        if any(known.id == request.id for known in self.requests):
            self.repeats += 1
            return Answer(None, self.reader)
        self.requests.append(request)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(self.slow)
        says = self.says.get(address_of(request.route))
        return Answer(says(request) if says else None, self.reader)

    async def shelve(self, request: Request, form: Form) -> Answer:
        """Keep the form, and offer it again."""
        del request
        self.shelved.append(form)
        button = Button(Words("Open the form"), Pressed(99))
        card = Card(None, (Paragraph(Words("Kept for you.")), Buttons((button,))))
        return Answer(Reply(card), self.reader)


def line(said: str, *buttons: Button, replace: bool = False) -> Reply:
    """A private answer of one line."""
    blocks = (Paragraph(Words(said)), *((Buttons(buttons),) if buttons else ()))
    return Reply(Card(None, blocks), replace=replace)


@asynccontextmanager
async def slack(desk: Desk, *, files: bool = False) -> AsyncIterator[SlackWire]:
    """A workspace with the bot listening in it."""
    wire = SlackWire(files=files)
    await wire.open()
    adapter = wire.adapter()
    try:
        await adapter.listen(desk.engine)
        yield wire
    finally:
        await adapter.close()
        await wire.close()
    assert wire.server.workspace.rung == [], "somebody was rung"


def poll_form(values: dict[str, str] | None = None, **changes: object) -> Form:
    """A form with a field of each kind."""
    made: dict[str, object] = {
        "route": Filled(1),
        "title": Words("A new poll"),
        "fields": (
            Field("question", Words("Question"), required=True, longest=300),
            Field("choices", Words("Choices"), "lines"),
            Field(
                "names",
                Words("Names"),
                "choice",
                options=(Choice("shown", Words("Shown")), Choice("hidden", Words("Hidden"))),
            ),
        ),
        "send": Words("Preview"),
        "values": values or {},
    }
    return Form(**{**made, **changes})  # type: ignore[arg-type]  # mixed on purpose
