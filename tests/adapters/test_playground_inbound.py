"""What the page sends is read into a Request, and nothing else gets through."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.playground import inbound, limits
from adapters.playground.inbound import Unreadable
from adapters.playground.people import CHANNELS, PEOPLE
from adapters.playground.room import Room
from bot.request import AccountRef, PlaceRef
from tests.kit.clock import StillClock

ID = "0123456789abcdef"


@pytest.fixture
def room() -> Room:
    """The playground's room, in memory."""
    return Room(PEOPLE, CHANNELS, None, StillClock().now)


def payload(**more: Any) -> dict[str, Any]:
    """What every payload holds."""
    return {"id": ID, "place": "accueil", **more}


def test_a_typed_line_is_a_command_and_its_words(room: Room) -> None:
    """The word with the slash names the command, whatever follows is its line."""
    found = inbound.typed(payload(line=' /poll "A?" "B" "C" '), room, "moussa", "fr")

    assert (found.route, found.values) == ("typed:/poll", {"line": '"A?" "B" "C"'})
    assert found.id == f"page-{ID}"
    assert found.account == AccountRef(
        "playground", "playground", "moussa", "Moussa", "fr-SN", "Africa/Dakar"
    )
    assert found.place == PlaceRef("playground", "playground", "accueil", "accueil")


def test_a_line_may_go_on_below_its_command(room: Room) -> None:
    """A new line after the command counts as a space."""
    found = inbound.typed(payload(line='/poll\n"A?"\n"B"'), room, "ann", "en")

    assert (found.route, found.values["line"]) == ("typed:/poll", '"A?"\n"B"')


def test_ines_speaks_the_language_of_the_page(room: Room) -> None:
    """Whoever has no language of their own follows the newcomer's."""
    assert room.account("ines", "fr").locale == "fr-FR"
    assert room.account("ines", "en").locale == "en-GB"
    assert room.account("ann", "fr").locale == "en-GB"


def test_a_press_carries_its_route_its_values_and_its_message(room: Room) -> None:
    """A button, a picker and a form are one thing: a route with values."""
    message = room.add("accueil", "", {"language": "en", "title": [], "blocks": []})

    found = inbound.pressed(
        payload(route="poll.vote:1:0", values={"chosen": "1\n2"}, message=message.ref),
        room,
        "ann",
        "en",
    )

    assert (found.route, found.values) == ("poll.vote:1:0", {"chosen": "1\n2"})
    assert found.message == message.ref


def test_a_direct_message_and_home_are_the_person_s_own_place(room: Room) -> None:
    """Nobody can name another person's conversation."""
    mine = PlaceRef("playground", "playground", "ann", direct=True)

    assert inbound.pressed(payload(place="direct", route="a"), room, "ann", "en").place == mine
    assert inbound.pressed(payload(place="home", route="a"), room, "ann", "en").place == mine
    assert inbound.home(payload(), room, "ann", "en").place == mine
    with pytest.raises(Unreadable):
        inbound.pressed(payload(place="@ines", route="a"), room, "ann", "en")


def test_a_channel_without_the_bot_says_what_is_missing(room: Room) -> None:
    """The engine then keeps what was typed as a draft."""
    room.admit("accueil", admitted=False)

    found = inbound.typed(payload(line="/poll"), room, "ann", "en")

    assert found.place is not None and found.place.missing == ("membership",)


def test_a_shortcut_takes_the_message_s_words_from_the_room(room: Room) -> None:
    """The page names the message; its words and author are not believed from the page."""
    said = room.add("accueil", "lea", {"said": "Thursday or Friday?"})

    found = inbound.shortcut(
        payload(name="poll.from-message", message=said.ref, text="forged"), room, "ann", "en"
    )

    assert found.route == "shortcut:poll.from-message"
    assert found.values == {
        "text": "Thursday or Friday?",
        "author": "Léa",
        "author_ref": "lea",
    }


def test_a_shortcut_cannot_read_another_person_s_messages(room: Room) -> None:
    """A direct message is its person's own."""
    secret = room.add("@ines", "", {"said": "for Inès alone"})

    with pytest.raises(Unreadable):
        inbound.shortcut(payload(name="a", message=secret.ref), room, "ann", "en")
    own = inbound.shortcut(payload(name="a", message=secret.ref), room, "ines", "en")
    assert own.values["text"] == "for Inès alone"


def test_completion_names_the_command_and_what_is_typed(room: Room) -> None:
    """A date that is being typed is asked about without being recorded."""
    found = inbound.completing(
        payload(command="poll.new", parameter="until", typing="fri"), room, "ann", "en"
    )

    assert (found.route, found.values) == ("complete:poll.new:until", {"typing": "fri"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "short"},
        {"id": "not allowed!"},
        {"id": 7},
        {"id": "a" * 65},
        {"place": "nowhere"},
        {"place": ["accueil"]},
        {"route": ""},
        {"route": "x" * (limits.ROUTE + 1)},
        {"route": None},
        {"values": ["a"]},
        {"values": {"a": 1}},
        {"values": {"a" * 61: "b"}},
        {"values": {"a": "b" * (limits.VALUE + 1)}},
        {"values": {str(number): "" for number in range(limits.VALUES + 1)}},
    ],
)
def test_what_our_page_would_not_send_is_refused(room: Room, wrong: dict[str, Any]) -> None:
    """Each part is checked before anything is made of it."""
    with pytest.raises(Unreadable):
        inbound.pressed({**payload(route="poll.vote:1:0"), **wrong}, room, "ann", "en")


def test_ten_thousand_characters_come_through(room: Room) -> None:
    """The core says that it is too long; the page does not swallow it."""
    found = inbound.typed(payload(line="/poll " + "é" * 10_000), room, "ann", "en")

    assert len(found.values["line"]) == 10_000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/invite @Ronde", True),
        ("/invite ronde", True),
        ("/kick @Ronde", False),
        ("/remove @ronde ", False),
        ("/invite @Ann", None),
        ("/poll", None),
        ("invite @Ronde", None),
    ],
)
def test_the_chat_s_own_commands_let_the_bot_in_and_out(line: str, expected: bool | None) -> None:
    """`/invite @Ronde` is what the bot itself tells people to type."""
    assert inbound.comes_or_goes(line) is expected
