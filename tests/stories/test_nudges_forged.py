"""Presses that no nudge of ours carries: forged, somebody else's, or another community's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.card import Reply
from bot.language import plain
from bot.request import PlaceRef, Request
from storage.database import Work
from storage.preferences import preferred
from tests.kit.chat import CHANNEL, Chat, Someone
from tests.kit.engine import EngineWire
from tests.kit.nudges import at, guided, nudges

GONE = "no longer exists, or is not available here"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """A running Ronde on the engine alone, where any press can be made."""
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()


async def sends(chat: Chat, sender: Someone, route: str, place: str = CHANNEL) -> str:
    """A press of any kind by somebody; the first thing they are told."""
    assert isinstance(chat.wire, EngineWire)
    answer = await chat.wire.asks(sender.persona, place, route, {})
    await chat.settle()
    if not isinstance(answer.outcome, Reply):
        return ""
    lines = [b.line for b in answer.outcome.card.blocks if hasattr(b, "line")]
    return plain(lines[0], answer.reader) if lines else ""


async def kept(chat: Chat) -> list[tuple[object, ...]]:
    """What is kept of all nudges, and of the rule that holds."""

    def read(work: Work) -> list[tuple[object, ...]]:
        rows = work.cursor.execute("SELECT snoozed_until, stopped_at FROM nudges").fetchall()
        return [tuple(row) for row in rows]

    return await chat.app.database.write(read)


@pytest.mark.parametrize(
    "route",
    [
        "nudge.snooze:1:1",
        "nudge.snooze:1:7",
        "nudge.stop:1",
        "nudge.snooze:99:1",
        "nudge.stop:99",
        "nudge.snooze:1",
        "nudge.round:1",
    ],
)
@pytest.mark.parametrize("who", ["eve", "cleo", "ben"])
async def test_a_nudge_is_answered_by_who_was_told(chat: Chat, route: str, who: str) -> None:
    """A member, a coordinator who was not told, somebody who never joined: refused (11.A4, R7)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    assert len(nudges(chat.dan)) == 1

    assert GONE in await sends(chat, getattr(chat, who), route)
    assert await kept(chat) == [(None, None)]


@pytest.mark.parametrize("days", [0, -1, 2, 365, 9007199254740993])
async def test_only_a_day_or_a_week(chat: Chat, days: int) -> None:
    """No other number of days can be pressed (11.A4)."""
    await guided(chat)
    await chat.passes(to=at(3))

    assert GONE in await sends(chat, chat.dan, f"nudge.snooze:1:{days}")
    assert await kept(chat) == [(None, None)]


@pytest.mark.parametrize("who", ["eve", "dan"])
@pytest.mark.parametrize("route", ["nudge.rules:1", "nudge.switch:1:no-meeting:0"])
async def test_rules_are_the_coordinators(chat: Chat, route: str, who: str) -> None:
    """A member, and a facilitator too, is told who may switch rules (R7, 24.A5)."""
    await guided(chat, chat.eve)

    assert "Only a coordinator" in await sends(chat, getattr(chat, who), route)
    assert await chat.app.database.read(lambda db: preferred(db, 1, "nudge.no-meeting")) is None


@pytest.mark.parametrize("rule", ["nonsense", "", "library.titles"])
async def test_only_rules_that_exist_are_switched(chat: Chat, rule: str) -> None:
    """A forged rule is refused, and nothing is kept of it."""
    await guided(chat)

    assert GONE in await sends(chat, chat.cleo, f"nudge.switch:1:{rule}:0")
    assert await chat.app.database.read(lambda db: preferred(db, 1, f"nudge.{rule}")) is None


@pytest.mark.parametrize(
    "route",
    [
        "nudge.waiting:1",
        "nudge.preview:1",
        "nudge.rules:1",
        "nudge.switch:1:no-meeting:0",
        "nudge.begin:1:meet.propose",
        "nudge.stop:1",
        "community.ask-hands:1",
        "nudge.waiting:99",
        "nudge.begin:99:meet.propose",
    ],
)
async def test_another_workspace_reaches_nothing(chat: Chat, route: str) -> None:
    """From another workspace even a coordinator of its own community is told nothing (R7)."""
    await guided(chat)
    await chat.passes(to=at(3))
    assert isinstance(chat.wire, EngineWire)
    account = replace(chat.wire.account(chat.eve.persona), workspace="W2")
    place = PlaceRef("engine", "W2", "elsewhere", "elsewhere")
    answer = await chat.app.engine.handle(Request("forged", route, account, place, {}))

    assert isinstance(answer.outcome, Reply)
    said = [plain(b.line, answer.reader) for b in answer.outcome.card.blocks if hasattr(b, "line")]
    assert GONE in said[0]


@pytest.mark.parametrize("command", ["nonsense", "ronde.settings"])
async def test_only_what_one_may_is_begun(chat: Chat, command: str) -> None:
    """A forged command, or one that is not theirs, opens no form (R7)."""
    await guided(chat)
    told = await sends(chat, chat.dan, f"nudge.begin:1:{command}")

    assert told
    assert chat.dan.form is None
