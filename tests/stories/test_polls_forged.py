"""Presses that no button of ours carries: forged, stale, or from somebody else's workspace."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.card import Choices, Reply
from bot.command import Answer
from bot.language import plain
from bot.request import AccountRef, PlaceRef, Request
from tests.kit.chat import CHANNEL, Chat, Someone
from tests.kit.engine import EngineWire

GONE = "no longer exists, or is not available here"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """A running Ronde on the engine alone, where any press can be made."""
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()


async def sends(chat: Chat, sender: Someone, route: str, /, **values: str) -> str:
    """A request of any kind by somebody; what they are told, as plain text."""
    assert isinstance(chat.wire, EngineWire)
    answer = await chat.wire.asks(sender.persona, CHANNEL, route, values)
    await chat.settle()
    return said(answer)


def said(answer: Answer) -> str:
    """An answer's first paragraph, or nothing."""
    if not isinstance(answer.outcome, Reply):
        return ""
    blocks = answer.outcome.card.blocks
    lines = [line for block in blocks if (line := getattr(block, "line", None)) is not None]
    return plain(lines[0], answer.reader) if lines else ""


@pytest.mark.parametrize(
    "route",
    [
        "poll.vote:99:0",
        "poll.vote:-1:0",
        "poll.vote:1",
        "poll.vote:x:y",
        "poll.vote:9007199254740993:0",
        "poll.show:99",
        "poll.close:99",
        "poll.export:99:csv",
        "poll.run-off:99",
        "poll.send:99:0",
        "poll.nonsense:1",
        "form.sent:poll.nonsense:0",
        "form.sent:poll.correct:99",
        "form.publish:99",
        "form.again:99",
        "command:poll.nonsense",
        "",
    ],
)
async def test_a_forged_press_changes_nothing(chat: Chat, route: str) -> None:
    """An id that does not exist is answered politely, and nothing changes."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    before = chat.channel.newest
    told = await sends(chat, chat.ben, route, question="Forged?")

    assert told
    assert "Something went wrong" not in told
    assert chat.channel.newest == before


@pytest.mark.parametrize("choice", [2, 19, 20, -1, 1000])
async def test_an_option_that_is_not_there_is_refused(chat: Chat, choice: int) -> None:
    """A vote for an option that the poll does not have."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    assert "not there" in await sends(chat, chat.ben, f"poll.vote:1:{choice}")
    assert "0 voted" in chat.channel.newest


@pytest.mark.parametrize("choices", ["", "5", "0.1", "x", "0.0.1", "-1", "..", "1.", "٠"])
async def test_a_forged_anonymous_ballot_is_refused(chat: Chat, choices: str) -> None:
    """Too many choices, unknown ones or none: the ballot is not taken (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    told = await sends(chat, chat.ben, f"poll.send:1:{choices}")

    assert "Something went wrong" not in told
    if choices not in ("1.", "٠"):  # these read as the one choice they name
        assert "0 voted" in chat.channel.newest


async def test_an_anonymous_ballot_for_a_named_poll_is_refused(chat: Chat) -> None:
    """The secret way leads nowhere in a poll that is not anonymous, nor the other way round (1.A7)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')

    assert "not there" in await sends(chat, chat.ben, "poll.send:1:0")
    assert "taken back" in await sends(chat, chat.ben, "poll.withdraw:2:-1")
    await sends(chat, chat.ben, "poll.votes:2", chosen="0")
    assert not [message for message in chat.channel.messages if "1 voted" in message]


async def test_forged_fields_change_neither_secrecy_nor_eligibility(chat: Chat) -> None:
    """No form of an open poll takes more than its own fields (1.A7)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous who:"@Ann @Ben"')
    forged = {"secrecy": "shown", "names": "shown", "results": "live", "who": "everyone"}
    await sends(chat, chat.ann, "form.sent:poll.correct:0", poll="1", question="Go?", **forged)
    await sends(chat, chat.ann, "command:poll.extend", poll="1", until="+3d", **forged)

    assert "Go? (edited)" in chat.channel.newest
    assert "Nothing we keep links you to your choice." in chat.channel.newest
    assert "certain people only" in await sends(chat, chat.cleo, "poll.vote:1:0")


async def test_another_workspace_sees_nothing(chat: Chat) -> None:
    """A poll's id pressed from another workspace is answered as if it did not exist."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    stranger = AccountRef("engine", "W2", "eve", "Eve", "en-GB", "Europe/Paris")
    elsewhere = PlaceRef("engine", "W2", CHANNEL, CHANNEL)
    for number, route in enumerate(
        [
            "poll.vote:1:0",
            "poll.show:1",
            "poll.ballot:1",
            "poll.close:1",
            "poll.export:1:csv",
            "poll.missing:1",
        ]
    ):
        answer = await chat.app.engine.handle(Request(f"w2-{number}", route, stranger, elsewhere))
        await chat.settle()
        assert GONE in said(answer), route
    assert "0 voted" in chat.channel.newest


async def test_another_community_s_number_is_not_ours(chat: Chat) -> None:
    """Numbers are counted by community: poll 1 elsewhere is another poll (1.A14)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.eve.types("/ronde", "other")
    await chat.eve.presses("Found a community here", on=chat.eve.told)
    await chat.eve.fills(name="Others", purpose="other things", zone="Europe/Paris")
    await chat.eve.types('/poll "Tea?" "Green" "Black"', "other")
    await chat.eve.types("/poll show 1", "other")

    assert "Tea?" in chat.eve.told
    assert "Lunch?" not in chat.eve.told


@pytest.mark.parametrize("how", ["close", "cancel"])
async def test_a_stale_button_says_why(chat: Chat, how: str) -> None:
    """A card that a screen still shows open: the press is refused with the reason."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.ann.types(f"/poll {how} 1")
    why = {"close": "This poll is closed", "cancel": "This poll was cancelled"}[how]
    for route in (
        "poll.vote:1:0",
        "poll.ballot:1",
        "poll.votes:1",
        "poll.withdraw:1:-1",
        "poll.ask-extend:1",
        "poll.ask-option:1",
        "poll.ask-correct:1",
        "poll.close:1",
        "poll.cancel:1",
    ):
        assert why in await sends(chat, chat.ann, route, chosen="0"), route
    assert "1 voted" in chat.channel.newest


async def test_a_press_on_a_poll_that_disappeared(chat: Chat) -> None:
    """Cancelled before the first vote: a screen that still shows it is told so (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll cancel 1")

    assert "cancelled" in await sends(chat, chat.ben, "poll.vote:1:0")


@pytest.mark.parametrize(
    "route",
    [
        "poll.close:1",
        "poll.cancel:1",
        "poll.missing:1",
        "poll.export:1:csv",
        "poll.ask-extend:1",
        "poll.reopen:1",
        "poll.run-off:1",
        "poll.ask-choose:1",
    ],
)
async def test_a_control_in_other_hands_is_refused(chat: Chat, route: str) -> None:
    """What only the author, the facilitator or a coordinator may do is refused by press as well."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Only the author of this poll" in await sends(chat, chat.ben, route)
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_the_clock_s_presses_are_not_for_people(chat: Chat) -> None:
    """A forged deadline before its time closes nothing, and a forged reminder reminds nobody."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await sends(chat, chat.dan, "poll.deadline:1")
    await sends(chat, chat.dan, "poll.remind:1:1")
    await chat.passes(minutes=1)

    assert chat.channel.newest.buttons == ("Soup", "Pie")
    assert not chat.ann.inbox
    assert not chat.dan.inbox


async def test_a_draft_is_its_author_s_alone(chat: Chat) -> None:
    """Somebody else's draft can be neither read nor published."""
    await chat.founded(chat.ben)
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Secret plans?", choices="Yes\nNo")
    for route in ("form.publish:1", "form.again:1"):
        told = await sends(chat, chat.ben, route)
        assert "draft is no longer there" in told
    assert not [message for message in chat.channel.messages if "Secret plans?" in message]


@pytest.mark.parametrize(
    ("typing", "found"),
    [("", ["2", "1"]), ("lun", ["1"]), ("DÎN", ["2"]), ("2", ["2"]), ("zzz", [])],
)
async def test_polls_are_suggested_as_one_types(chat: Chat, typing: str, found: list[str]) -> None:
    """Autocomplete offers number and question, by either (1.A14)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types('/poll "Diner?" "Soup" "Pie"')
    assert isinstance(chat.wire, EngineWire)
    answer = await chat.wire.asks(
        chat.ben.persona, CHANNEL, "complete:poll.close:poll", {"typing": typing}
    )

    assert isinstance(answer.outcome, Choices)
    assert [value for value, _ in answer.outcome.choices] == found


async def test_ten_people_at_once_and_one_of_them_twice(chat: Chat) -> None:
    """Presses of one instant are told apart by who pressed (1.A10)."""
    await chat.founded()
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    people = [AccountRef("engine", "W1", f"p{number}", f"P{number}") for number in range(10)]
    place = PlaceRef("engine", "W1", CHANNEL, CHANNEL)
    twice = [
        Request(f"send-{who.ref}-{turn}", f"poll.send:1:{turn}", who, place)
        for who in people
        for turn in (0, 1)
    ]
    answers = await asyncio.gather(*(chat.app.engine.handle(one) for one in twice))
    await chat.settle()

    assert "10 voted" in chat.channel.newest
    assert sum("Your vote is in" in said(answer) for answer in answers) == 10
    assert sum("already voted" in said(answer) for answer in answers) == 10
