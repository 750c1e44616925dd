"""Whether `/find` shows what a person has in mind: sixty questions, asked as people ask them."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from adapters.playground.shared import LIBRARY, Shared
from bot.card import Buttons, Card, Reply
from bot.features.community.routes import Join
from bot.features.resources import importing, records
from bot.features.resources.entries import Entry
from bot.features.resources.importing import Into, Report
from bot.features.resources.routes import Results, Show
from bot.request import Request
from bot.route import Route
from storage.database import Work
from tests.benchmarks.core import PLACE, account
from tests.benchmarks.questions import DISTRACTORS, Question
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

FIRST = 3
"""So many answers are read before somebody gives up."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often what was expected stood among the first three, of so many questions.

    `found`: as an answer. `near`: where nothing holds all the words, among what holds most of them.
    `respelt`: one press further, on the spelling that `/find` offers.
    """

    asked: int
    found: int
    near: int
    respelt: int

    @property
    def at_once(self) -> float:
        """The share that is in sight without a press."""
        return (self.found + self.near) / self.asked

    def line(self, name: str) -> str:
        """The share as it is printed."""
        return (
            f"{name}: {self.at_once:.0%} of {self.asked} in the first {FIRST} "
            f"({self.found} answered, {self.near} near by; {self.respelt} more by one press)"
        )


@asynccontextmanager
async def filled(folder: Path) -> AsyncIterator[Asking]:
    """A fresh community whose library holds the sample library and its neighbours, imported."""
    chat = Chat(EngineWire(), folder / "ronde.db")
    await chat.start()
    await chat.founded()
    await chat.app.engine.handle(Request("join", Join(1).pack(), account(0), PLACE))
    now = chat.clock.now()
    lines = list(enumerate((_entry(one, now) for one in (*LIBRARY, *DISTRACTORS)), 1))
    report = Report()

    def run(work: Work) -> None:
        with work.session() as db:
            importing.bring_in(db, Into(1, 1, {}, now), lines, {}, report)

    await chat.app.database.write(run)
    assert report.kept == len(lines), report
    yield Asking(chat)
    await chat.stop()


class Asking:
    """Somebody who asks, and reads the first answers."""

    def __init__(self, chat: Chat) -> None:
        """Ask in the chat's community."""
        self._chat = chat
        self._ids = itertools.count()

    async def share(self, questions: Sequence[Question]) -> Share:
        """How many of these questions are answered."""
        ways = [await self.way(question) for question in questions]
        return Share(len(ways), *(ways.count(way) for way in ("found", "near", "respelt")))

    async def way(self, question: Question) -> str:
        """How somebody comes to what they expect: "found", "near", "respelt", or not at all."""
        card = await self._asks("typed:/find", line=question.words)
        if question.expects in await self._first(card):
            return "found" if card.title is not None else "near"
        # The press that mends the spelling stands where nothing was found, and nowhere else.
        turns = [] if card.title else [one for one in _presses(card) if isinstance(one, Results)]
        for turn in turns:
            if question.expects in await self._first(await self._asks(turn.pack())):
                return "respelt"
        return ""

    async def _asks(self, route: str, **values: str) -> Card:
        request = Request(f"ask-{next(self._ids)}", route, account(0), PLACE, values)
        answer = await self._chat.app.engine.handle(request)
        assert isinstance(answer.outcome, Reply), answer.outcome
        return answer.outcome.card

    async def _first(self, card: Card) -> list[str]:
        ids = [press.resource for press in _presses(card) if isinstance(press, Show)][:FIRST]
        return await self._chat.app.database.read(
            lambda db: [one.address for one in records.by_ids(db, ids)]
        )


def _entry(shared: Shared, now: datetime) -> Entry:
    return Entry(
        address=shared.address,
        title=shared.title,
        tags=shared.tags,
        note=shared.note,
        kind=shared.kind,
        shared_at=now - timedelta(days=shared.days),
    )


def _presses(card: Card) -> Iterator[Route]:
    """What the card's buttons carry, in order."""
    for block in card.blocks:
        if isinstance(block, Buttons):
            yield from (button.route for button in block.buttons if button.route is not None)
