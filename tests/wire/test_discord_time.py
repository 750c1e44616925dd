"""Discord's clock: three seconds for a first answer, one answer only, and what comes behind it."""

from __future__ import annotations

import asyncio

import pytest

from adapters.discord import limits
from bot.card import (
    Button,
    Outcome,
    Reply,
)
from bot.request import Request
from bot.text import Words
from tests.kit.cards import Pressed
from tests.kit.discord import DiscordWire
from tests.wire.discord_desk import ANN, FORM, Answering, Desk, World, card


@pytest.fixture
def wire(world: World) -> DiscordWire:
    """What people do and see."""
    return world.wire


def slowly(outcome: Outcome, seconds: float = 0.2) -> Answering:
    """An answer that takes its time."""

    async def answer(request: Request) -> Outcome:
        await asyncio.sleep(seconds)
        return outcome

    return answer


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign of life goes out after 50 ms instead of 1.5 s."""
    monkeypatch.setattr(limits, "DEFER_SECONDS", 0.05)


@pytest.mark.usefixtures("hurried")
async def test_a_slow_command_gives_a_sign_of_life(wire: DiscordWire, desk: Desk) -> None:
    """Past 1.5 s a command is deferred; the answer takes the place of "thinking"."""
    desk.answer = slowly(Reply(card("At last.")))
    await wire.types(ANN, "general", "/poll")
    assert wire.answers[-1].answered == 5
    assert [told.text for told in wire.private(ANN)] == ["At last."]
    assert wire.server.refused == []


@pytest.mark.usefixtures("hurried")
async def test_a_slow_press_is_answered_behind(wire: DiscordWire, desk: Desk) -> None:
    """A press is acknowledged quietly; the answer follows, or redraws the private card."""
    desk.says(Reply(card("One", Button(Words("Next"), Pressed(2)))))
    await wire.types(ANN, "general", "/poll")
    desk.answer = slowly(Reply(card("Two")))
    await wire.presses(ANN, wire.private(ANN)[0], "Next")
    assert wire.answers[-1].answered == 6
    assert [told.text for told in wire.private(ANN)] == ["One", "Two"]
    desk.answer = slowly(Reply(card("Three"), replace=True))
    await wire.presses(ANN, wire.private(ANN)[0], "Next")
    assert [told.text for told in wire.private(ANN)] == ["Three", "Two"]
    assert wire.server.refused == []


@pytest.mark.usefixtures("hurried")
async def test_no_form_opens_after_a_sign_of_life(wire: DiscordWire, desk: Desk) -> None:
    """A modal after a defer is impossible: the form is kept, and a card offers to open it."""
    desk.answer = slowly(FORM)
    await wire.types(ANN, "general", "/poll")
    assert wire.form(ANN) is None and desk.shelved == [FORM]
    assert wire.private(ANN)[-1].buttons == ("Open the form",)
    desk.says(FORM)
    await wire.presses(ANN, wire.private(ANN)[-1], "Open the form")
    assert wire.form(ANN) is not None
    assert wire.server.refused == []


async def test_no_form_answers_a_form(wire: DiscordWire, desk: Desk) -> None:
    """A modal in answer to a modal is impossible: nothing typed is lost all the same."""
    desk.says(FORM)
    await wire.types(ANN, "general", "/poll")
    await wire.fills(ANN, {"line": "again"})
    assert desk.shelved == [FORM]
    assert wire.private(ANN)[-1].text == "Your form waits."
    assert wire.server.refused == []


@pytest.mark.usefixtures("hurried")
async def test_a_slow_form_is_answered_where_it_came_from(wire: DiscordWire, desk: Desk) -> None:
    """A form sent from a command is deferred like a command, one from a card like a press."""
    desk.says(FORM)
    await wire.types(ANN, "general", "/poll")
    desk.answer = slowly(Reply(card("Kept.", Button(Words("Edit"), Pressed(1)))))
    await wire.fills(ANN, {})
    assert wire.answers[-1].answered == 5 and wire.private(ANN)[-1].text == "Kept."
    desk.says(FORM)
    await wire.presses(ANN, wire.private(ANN)[-1], "Edit")
    desk.answer = slowly(Reply(card("Kept again.")))
    await wire.fills(ANN, {})
    assert wire.answers[-1].answered == 6 and wire.private(ANN)[-1].text == "Kept again."
    assert wire.server.refused == []


async def test_a_repeated_event_is_answered_once(wire: DiscordWire, desk: Desk) -> None:
    """Discord refuses a second answer; the adapter takes that calmly."""
    desk.says(Reply(card("Once.")))
    await wire.types(ANN, "general", "/poll")
    desk.says(None)  # the engine knows the id
    await wire.repeat()
    assert [told.text for told in wire.private(ANN)] == ["Once."]
    assert [code for _, _, code in wire.server.refused] == [40060]


async def test_an_answer_after_three_seconds_is_refused(wire: DiscordWire, desk: Desk) -> None:
    """Where all was too slow, the act stands, Discord refuses the answer, and the next one works."""
    now = [0.0]
    wire.server.world.clock = lambda: now[0]

    async def late(request: Request) -> Outcome:
        now[0] += 4
        return Reply(card("Too late."))

    desk.answer = late
    sent = asyncio.create_task(wire.types(ANN, "general", "/poll"))
    while not wire.server.refused:
        await asyncio.sleep(0.01)
    sent.cancel()
    assert [code for _, _, code in wire.server.refused] == [10062]
    desk.says(Reply(card("In time.")))
    await wire.types(ANN, "general", "/poll")
    assert wire.private(ANN)[-1].text == "In time."


async def test_answers_under_way_are_finished_at_the_end(world: World) -> None:
    """Stopping does not leave anybody without an answer."""
    wire, desk, adapter = world.wire, world.desk, world.adapter
    desk.answer = slowly(Reply(card("Before I go.")))
    asking = asyncio.create_task(wire.types(ANN, "general", "/poll"))
    while not desk.heard:
        await asyncio.sleep(0.005)
    await adapter.close()
    await asking
    assert wire.private(ANN)[-1].text == "Before I go."
    assert not adapter.ready
