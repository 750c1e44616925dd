"""What was said in private is kept only after an explicit yes; forged buttons change nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.card import Buttons, Card, Choices, Picker, Reply
from bot.command import Answer
from bot.language import Reader, plain
from bot.request import AccountRef, PlaceRef, Request
from tests.kit.chat import CHANNEL, Chat
from tests.kit.engine import WORKSPACE, EngineWire

ANN = AccountRef("engine", WORKSPACE, "ann", "Ann", "en-GB", "Europe/London")
EVE = AccountRef("engine", WORKSPACE, "eve", "Eve", "en-GB", "Europe/London")


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """A running Ronde on the engine alone, where any press can be made."""
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()


def card_of(answer: Answer) -> Card:
    """The card of a private answer."""
    assert isinstance(answer.outcome, Reply)
    return answer.outcome.card


def said(answer: Answer) -> str:
    """All words of a private answer's card."""
    blocks = card_of(answer).blocks
    lines = [block.line for block in blocks if hasattr(block, "line")]
    return " ".join(plain(line, Reader("en")) for line in lines)


def first_button(answer: Answer) -> str:
    """The address of the first button."""
    row = next(block for block in card_of(answer).blocks if isinstance(block, Buttons))
    assert row.buttons[0].route is not None
    return row.buttons[0].route.pack()


async def test_private_words_are_kept_after_a_yes_alone(chat: Chat) -> None:
    """A private channel's message: asked first, kept by the press, and by nobody else's (8.A5)."""
    await chat.founded(chat.ben)
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL, private=True)
    values = {"text": "Between us\nWe open in silence.", "author": "Ben", "author_ref": "ben"}
    engine = chat.app.engine
    asked = await engine.handle(
        Request(
            "p1", "shortcut:share.from-message", ANN, place, {**values, "link": "https://x.y/1"}
        )
    )
    assert "This was said in private" in said(asked)
    await chat.ann.types("/find silence")
    assert "Nothing here yet" in chat.ann.told

    yes = first_button(asked)
    stranger = await engine.handle(Request("p2", yes, EVE, place))
    assert "is in the library" not in said(stranger)
    kept = await engine.handle(Request("p3", yes, ANN, place))
    assert "is in the library" in said(kept)
    await chat.ann.types("/find silence")
    assert "Between us" in chat.ann.told


async def test_the_choice_among_private_links_asks_too(chat: Chat) -> None:
    """Choosing a link keeps nothing yet, wherever the choice is made; a forged yes neither."""
    await chat.founded(chat.ben)
    engine = chat.app.engine
    closed = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL, private=True)
    opened = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    words = "https://example.org/a or https://example.org/b, between us"
    values = {"text": words, "author": "Ben", "author_ref": "ben", "link": "https://x.y/1"}
    offered = await engine.handle(Request("p1", "shortcut:share.from-message", ANN, closed, values))
    [picker] = [block for block in card_of(offered).blocks if isinstance(block, Picker)]
    forged = picker.route.pack().replace("library.keep:", "library.keep-allowed:")
    refused = await engine.handle(Request("p2", forged, ANN, opened))
    assert "This draft is no longer there" in said(refused)
    asked = await engine.handle(Request("p3", picker.route.pack(), ANN, opened, {"chosen": "1"}))
    assert "This was said in private" in said(asked)
    await chat.ann.types("/find example")
    assert "Nothing here yet" in chat.ann.told
    kept = await engine.handle(Request("p4", first_button(asked), ANN, closed))

    assert "is in the library" in said(kept)


@pytest.mark.parametrize(("who", "found"), [(ANN, ["Peer evaluation"]), (EVE, [])])
async def test_titles_are_suggested_to_members_alone(
    chat: Chat, who: AccountRef, found: list[str]
) -> None:
    """As they type, members see what answers so far; strangers learn no title."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/guide "Peer evaluation"')
    await chat.ann.types('/share https://example.org/other "Something else"')
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    answer = await chat.app.engine.handle(
        Request("c1", "complete:find.find:words", who, place, {"typing": "évalu"})
    )

    assert isinstance(answer.outcome, Choices)
    assert [plain(label, Reader("en")) for _, label in answer.outcome.choices] == found
    assert [value for value, _ in answer.outcome.choices] == [f'"{title}"' for title in found]


async def test_a_suggested_title_finds_its_resource(chat: Chat) -> None:
    """Also one that is too long to be suggested whole, or holds quotes."""
    await chat.founded()
    await chat.ann.types(
        "/share https://example.org/a title:« A " + "remarkably " * 12 + 'long "title" »'
    )
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    answer = await chat.app.engine.handle(
        Request("c1", "complete:find.find:words", ANN, place, {"typing": "remark"})
    )
    assert isinstance(answer.outcome, Choices)
    [(value, _)] = answer.outcome.choices
    assert len(value) <= 100
    await chat.ann.types(f"/find {value}")

    assert "1 resource found" in chat.ann.told


@pytest.mark.parametrize(
    ("who", "typing", "found"),
    [
        (ANN, "#adults eval", ["#adults #peer-évaluation", "#adults #évaluation"]),
        (ANN, "zzz", []),
        (EVE, "eval", []),
    ],
)
async def test_tags_that_contain_what_is_typed_are_suggested(
    chat: Chat, who: AccountRef, typing: str, found: list[str]
) -> None:
    """Accents do not matter, what was typed before stays; strangers learn no tag (8.A7)."""
    await chat.founded(chat.ben)
    await chat.ann.types("/share https://example.org/a One #évaluation #peer-évaluation")
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    answer = await chat.app.engine.handle(
        Request("c1", "complete:share.new:tags", who, place, {"typing": typing})
    )

    assert isinstance(answer.outcome, Choices)
    assert sorted(value for value, _ in answer.outcome.choices) == sorted(found)


async def test_forged_buttons_change_nothing(chat: Chat) -> None:
    """Another community's person reaches no resource by its id, whatever the button."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/guide "A guide"')
    elsewhere = PlaceRef("engine", WORKSPACE, "elsewhere", "elsewhere")
    for route in (
        "library.show:1",
        "library.recommend:1",
        "library.tried:1",
        "library.ask-edit:1",
        "library.delete:1",
        "library.restore:1",
        "library.withdraw:1",
        "library.still-good:1",
        "library.results:1:0",
        "library.keep-allowed:1",
        "library.fetch:1",
        "library.purge:1",
        "library.show:999",
        "library.show:x",
    ):
        answer = await chat.app.engine.handle(Request(f"f-{route}", route, EVE, elsewhere))
        assert "A guide" not in said(answer), route
    await chat.ann.types("/find guide")

    assert "A guide" in chat.ann.told
    assert "not tried yet" in chat.ann.told


@pytest.mark.parametrize(
    "route",
    ["library.ask-edit:1", "library.delete:1", "library.still-good:1", "library.publish:1",
     "library.withdraw:1", "library.restore:2", "library.ask-merge", "form.sent:share.edit:0"],
)  # fmt: skip
async def test_a_fellow_member_forges_in_vain(chat: Chat, route: str) -> None:
    """What the details do not offer is refused, with who could do it (8.A8, R7)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/guide "A guide" #one')
    await chat.ann.types('/share https://example.org/binned "Binned"')
    await chat.ann.presses("Delete", on=chat.ann.told)
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    ben = AccountRef("engine", WORKSPACE, "ben", "Ben", "en-GB", "Europe/London")
    values = {"resource": "1", "title": "Mine now", "link": "", "tags": "", "note": "", "kind": ""}
    answer = await chat.app.engine.handle(Request("f1", route, ben, place, values))
    assert isinstance(answer.outcome, Reply)
    await chat.ann.types("/share list")
    assert "Newest · 1 resource" in chat.ann.told
    assert "A guide" in chat.ann.told


@pytest.mark.parametrize(
    ("route", "values"),
    [
        ("library.tag", {"chosen": "x" * 5_000}),
        ("library.tag", {}),
        ("library.shelf:#:0", {}),
        ("library.shelf:nonsense:99999", {}),
        ("library.shelf:newest:-5", {}),
        ("library.tags:99", {}),
        ("library.tags:-1", {}),
        ("library.results:1:-3", {}),
        ("library.keep:1", {"chosen": "99"}),
        ("library.show:-1", {}),
        ("library.show:99999999999999999999", {}),
    ],
)
async def test_odd_addresses_are_no_fault(chat: Chat, route: str, values: dict[str, str]) -> None:
    """Whatever a button is made to carry, the answer is a page or a sentence."""
    await chat.founded(chat.ben)
    for number in range(1, 8):
        await chat.ann.types(f"/share https://example.org/{number} Session #one")
    await chat.ann.types("/find session")
    place = PlaceRef("engine", WORKSPACE, CHANNEL, CHANNEL)
    answer = await chat.app.engine.handle(Request("o1", route, ANN, place, values))

    assert isinstance(answer.outcome, Reply)
    assert "Something went wrong" not in said(answer)
