"""A small engine for the Discord wire tests: it hears requests and answers as it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import ClassVar, cast

from adapters.discord.adapter import DiscordAdapter
from bot.card import Button, Buttons, Card, Choice, Field, Form, Outcome, Paragraph, Reply
from bot.command import Answer, Command, Group, Kind, Named, Option, Parameter, Shortcut
from bot.context import Context
from bot.engine import Engine
from bot.language import Reader, best_language
from bot.request import Request
from bot.route import Route
from bot.text import Words, text
from tests.kit.cards import Filled
from tests.kit.discord import DiscordWire
from tests.kit.wire import Persona

ANN = Persona("ann", "Ann", "en-GB", "Europe/London")
INES = Persona("ines", "Inès", "fr-FR", "Europe/Paris")

FORM = Form(
    Filled(3),
    Words("A form"),
    (
        Field("line", Words("Line"), required=True),
        Field("lines", Words("Lines"), "lines"),
        Field(
            "choice", Words("Choice"), "choice", required=True,
            options=(Choice("a", Words("First")), Choice("b", Words("Second"))),
        ),
    ),
    Words("Send"),
    values={"line": "typed before", "choice": "b"},
    errors={"lines": text("discord-cut")},
)  # fmt: skip

Answering = Callable[[Request], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Again(Route):
    """Opens a kept form."""

    address: ClassVar[str] = "form.again"
    draft: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No arguments."""


def _never(ctx: Context, args: object) -> Outcome:
    raise AssertionError("this engine runs no command")


def _command(name: str, fr: str, *parameters: Parameter) -> Command:
    word = name.partition(".")[2]
    return Command(name, Named(word, fr), Nothing, _never, parameters=parameters)


NAMES = (Option("hidden", Named("hidden", "masqués")), Option("shown", Named("shown", "visibles")))
GROUPS = (
    Group(
        "poll",
        Named("poll", "sondage"),
        (
            _command(
                "poll.new",
                "nouveau",
                Parameter("question", Named("question", "question"), positional=True),
                Parameter("choices", Named("choices", "choix"), Kind.LIST, positional=True),
                Parameter("until", Named("until", "fin"), Kind.DATE),
                Parameter("names", Named("names", "noms"), Kind.CHOICE, options=NAMES),
                Parameter("anonymous", Named("anonymous", "anonyme"), Kind.FLAG, form=False),
                Parameter(
                    "multi", Named("multi", "plusieurs"), Kind.NUMBER, least=1, most=20, form=False
                ),
            ),
            _command(
                "poll.close",
                "clore",
                Parameter("poll", Named("poll", "sondage"), Kind.REFERENCE, positional=True),
            ),
        ),
    ),
    Group(
        "find",
        Named("find", "chercher"),
        (
            Command(
                "find.find",
                Named("find", "chercher"),
                Nothing,
                _never,
                parameters=(Parameter("words", Named("words", "mots"), positional=True),),
            ),
        ),
    ),
)
SHORTCUTS = (Shortcut("discord-done", lambda ctx, message: None),)


def card(words: str, *buttons: Button) -> Card:
    """A card with one line and some buttons."""
    return Card(None, (Paragraph(Words(words)), *((Buttons(buttons),) if buttons else ())))


class Desk:
    """Hears and answers. `answer` may be replaced; it may take its time."""

    groups = GROUPS
    shortcuts = SHORTCUTS

    def __init__(self) -> None:
        """Answers everything with nothing."""
        self.heard: list[Request] = []
        self.shelved: list[Form] = []
        self.answer: Answering = self.nothing

    async def nothing(self, request: Request) -> Outcome:
        """Acknowledge only."""
        return None

    def says(self, outcome: Outcome) -> None:
        """Answer everything with this."""

        async def answer(request: Request) -> Outcome:
            return outcome

        self.answer = answer

    async def handle(self, request: Request) -> Answer:
        """As the engine does."""
        self.heard.append(request)
        return Answer(await self.answer(request), self.reader(request))

    async def shelve(self, request: Request, form: Form) -> Answer:
        """As the engine does."""
        self.shelved.append(form)
        waits = card("Your form waits.", Button(Words("Open the form"), Again(len(self.shelved))))
        return Answer(Reply(waits), self.reader(request))

    @staticmethod
    def reader(request: Request) -> Reader:
        """Whoever asked."""
        locale = request.account.locale if request.account else ""
        return Reader(best_language(locale), "Europe/Paris", "discord")


@dataclass(frozen=True, slots=True)
class World:
    """A Discord server, the adapter connected to it, and the desk behind it."""

    wire: DiscordWire
    adapter: DiscordAdapter
    desk: Desk

    async def listen(self) -> None:
        """Connect."""
        await self.adapter.listen(cast(Engine, self.desk))


@asynccontextmanager
async def connected(*, listening: bool = True) -> AsyncIterator[World]:
    """Everything up and running; taken down at the end."""
    wire = DiscordWire(GROUPS, patient=False)
    await wire.open()
    world = World(wire, wire.adapter(), Desk())
    try:
        if listening:
            await world.listen()
        yield world
    finally:
        await world.adapter.close()
        await wire.close()
