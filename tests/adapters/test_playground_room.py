"""What the playground's chat remembers, shows once, and never writes down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from adapters.base import Gone
from adapters.playground import limits
from adapters.playground.people import CHANNELS, PEOPLE, PLATFORM, WORKSPACE
from adapters.playground.room import DIRECT, Private, Room
from bot.request import PlaceRef
from tests.kit.clock import StillClock

ACCUEIL = PlaceRef(PLATFORM, WORKSPACE, "accueil")
ANN = PlaceRef(PLATFORM, WORKSPACE, "ann", direct=True)


def card(words: str) -> dict[str, Any]:
    """A drawn card that says one thing."""
    return {"language": "en", "title": [{"k": "text", "s": words}], "blocks": []}


def opened(path: Path | None = None) -> Room:
    """A room on a file, or in memory."""
    return Room(PEOPLE, CHANNELS, path, StillClock().now)


def test_showing_the_same_post_twice_shows_it_once() -> None:
    """A crash between showing and noting leaves no second message."""
    room = opened()

    first = room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    again = room.show(ACCUEIL, card("b"), "ronde-1", None, None)

    assert first == again
    assert [m.body for m in room.in_place("accueil")] == [card("b")]


def test_a_redraw_keeps_the_message_and_counts_its_versions() -> None:
    """The page tells a new look from a new message; an equal look is no news."""
    room = opened()
    heard: list[str] = []
    ref = room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    room.listeners.append(lambda what, _about: heard.append(what))

    room.show(ACCUEIL, card("a"), "ronde-1", ref, None)
    room.show(ACCUEIL, card("b"), "ronde-1", ref, None)

    assert heard == ["message"]
    assert room.messages[ref].version == 1


def test_messages_are_there_again_after_a_restart(tmp_path: Path) -> None:
    """Cards, people's lines, replies, what was read and who takes part: all but private answers."""
    room = opened(tmp_path / "messages")
    board = room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    room.show(ACCUEIL, card("reply"), "ronde-2", None, board)
    room.add("accueil", "lea", {"said": "Bonjour"})
    room.show(ANN, card("for Ann"), "ronde-3", None, None)
    room.read("ann", "accueil")
    room.take_part("accueil", ["moussa"])
    room.admit("welcome", admitted=False)
    identity = room.store.id
    room.close()

    again = opened(tmp_path / "messages")

    assert [m.body for m in again.in_place("accueil")] == [
        card("a"),
        card("reply"),
        {"said": "Bonjour"},
    ]
    assert again.in_place("accueil")[1].reply_to == board
    assert again.show(ACCUEIL, card("a"), "ronde-1", board, None) == board
    assert again.unread("ann") == {"welcome": 1, DIRECT: 1}
    assert again.regulars == {("accueil", "moussa")}
    assert again.shut == {"welcome"}
    assert again.store.id == identity
    assert again.add("accueil", "lea", {"said": "x"}).seq > room.messages[board].seq
    again.close()


def test_private_answers_are_never_written_down(tmp_path: Path) -> None:
    """A private review may hold what somebody is about to answer anonymously."""
    room = opened(tmp_path / "messages")
    room.answer("ann", "accueil", card("Send SECRETCHOICE?"))
    room.keep_passing("secret.csv", "text/csv", b"SECRETFILE")
    room.note_press("ann", "m1")
    room.close()

    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert b"SECRET" not in written
    assert opened(tmp_path / "messages").privates == {}


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    """Messages can be shown anew; the playground opens."""
    file = tmp_path / "messages"
    file.write_bytes(b"this is no database" * 100)

    room = opened(file)
    room.add("accueil", "lea", {"said": "Bonjour"})
    room.close()

    assert (tmp_path / "messages.damaged").exists()
    assert len(opened(file).messages) == 1


@pytest.mark.parametrize(
    ("place", "message", "what"),
    [
        (PlaceRef(PLATFORM, WORKSPACE, "nobody", direct=True), None, "person"),
        (PlaceRef(PLATFORM, WORKSPACE, "nowhere"), None, "place"),
        (ACCUEIL, "m99", "message"),
    ],
)
def test_what_is_gone_says_so(place: PlaceRef, message: str | None, what: str) -> None:
    """An unknown person, place or message is gone for good."""
    with pytest.raises(Gone) as gone:
        opened().show(place, card("a"), "ronde-1", message, None)
    assert gone.value.what == what


def test_a_channel_without_the_bot_takes_no_cards() -> None:
    """Removing the bot and inviting it again are events that everybody sees."""
    room = opened()
    room.admit("accueil", admitted=False)
    with pytest.raises(Gone):
        room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    room.admit("accueil", admitted=True)
    room.admit("accueil", admitted=True)

    assert room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    assert [m.body.get("event") for m in room.in_place("accueil")] == ["left", "came", None]


def test_a_deleted_message_is_gone_and_its_post_can_come_anew() -> None:
    """Deleting twice is no error; the key no longer stands for the old message."""
    room = opened()
    ref = room.show(ACCUEIL, card("a"), "ronde-1", None, None)

    assert room.delete(ref) and not room.delete(ref)
    with pytest.raises(Gone):
        room.show(ACCUEIL, card("b"), "ronde-1", ref, None)
    assert room.show(ACCUEIL, card("b"), "ronde-1", None, ref) != ref
    assert room.in_place("accueil")[0].reply_to is None


def test_a_private_answer_is_redrawn_in_place_and_put_away() -> None:
    """Paging redraws; another answer comes below; dismissing takes one away."""
    room = opened()
    first = room.answer("ann", "accueil", card("page 1"))
    room.answer("ann", "accueil", card("page 2"), redraws=first.ref)
    second = room.answer("ann", "accueil", card("other"), redraws="p99@accueil")

    assert [(a.body, a.version) for a in room.privates["ann"]] == [
        (card("page 2"), 1),
        (card("other"), 0),
    ]
    room.dismiss("ann", second.ref)
    room.dismiss("moussa", first.ref)
    assert [a.ref for a in room.privates["ann"]] == [first.ref]


def test_only_the_newest_private_answers_and_files_are_kept() -> None:
    """A long session does not grow without end."""
    room = opened()
    addresses = [room.keep_passing(f"{n}", "text/csv", b"x") for n in range(limits.FILES + 1)]
    for number in range(limits.ANSWERS + 5):
        room.answer("ann", "accueil", card(str(number)))

    assert len(room.privates["ann"]) == limits.ANSWERS
    assert room.file(addresses[0].rpartition("/")[2]) is None
    assert room.file(addresses[-1].rpartition("/")[2]) == (str(limits.FILES), "text/csv", b"x")


def test_a_file_of_a_channel_lasts(tmp_path: Path) -> None:
    """What a card in a channel gives away can be fetched after a restart."""
    room = opened(tmp_path / "messages")
    token = room.keep_lasting("a.png", "image/png", b"png").rpartition("/")[2]
    room.close()

    assert opened(tmp_path / "messages").file(token) == ("a.png", "image/png", b"png")


def test_unread_counts_what_others_said_since_one_looked() -> None:
    """One's own words and other people's direct messages do not count."""
    room = opened()
    room.add("accueil", "lea", {"said": "a"})
    room.add("accueil", "ann", {"said": "b"})
    room.show(ANN, card("c"), "ronde-1", None, None)
    room.show(PlaceRef(PLATFORM, WORKSPACE, "ben", direct=True), card("d"), "ronde-2", None, None)
    room.add("accueil", "moussa", {"said": "e"})

    assert room.unread("ann") == {"accueil": 1, DIRECT: 1}
    room.everybody_read()
    assert all(room.unread(person) == {} for person in room.people)


def test_listeners_hear_private_answers_with_their_person() -> None:
    """A page shows a private answer to its own person only: it knows whose it is."""
    room = opened()
    heard: list[Private] = []
    room.listeners.append(lambda what, about: heard.append(about) if what == "private" else None)

    room.answer("ann", "accueil", card("a"))

    assert [one.person for one in heard] == ["ann"]


def test_remembered_presses_are_bounded() -> None:
    """Who pressed something on a message is remembered; what they pressed is not."""
    room = opened()
    message = room.show(ACCUEIL, card("a"), "ronde-1", None, None)
    for number in range(limits.PRESSED + 3):
        room.note_press("ann", f"m{number + 10}")
    room.note_press("ann", message)

    assert len(room.pressed) == limits.PRESSED
    assert ("accueil", "ann") in room.regulars
