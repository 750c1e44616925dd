"""Discord over real sockets, discord.py unmodified: what people do reaches the engine, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.card import (
    Button,
    Card,
    Choice,
    Choices,
    File,
    Paragraph,
    Picker,
    Reply,
)
from bot.text import Words, text
from tests.kit.cards import Pressed
from tests.kit.discord import DIRECT, DiscordWire
from tests.kit.discord_world import ATTACH, GUILD, HISTORY, VIEW
from tests.wire.discord_desk import ANN, FORM, INES, Desk, World, card, connected


@pytest.fixture
def wire(world: World) -> DiscordWire:
    """What people do and see."""
    return world.wire


# ── what reaches the engine ─────────────────────────────────────────────────────────────────────


async def test_a_command_arrives_with_its_options(wire: DiscordWire, desk: Desk) -> None:
    """Options come as typed: a list with an entry a line, a number, a flag, a choice's value."""
    await wire.types(ANN, "general", '/poll "Lunch?" "Soup" "Pie" multi:2 anonymous names:visibles')
    request = desk.heard[-1]
    assert request.route == "command:poll.new"
    assert request.values == {
        "question": "Lunch?",
        "choices": "Soup\nPie",
        "multi": "2",
        "anonymous": "true",
        "names": "shown",
    }
    assert request.account is not None and request.place is not None
    assert (request.account.platform, request.account.name) == ("discord", "Ann")
    assert request.account.locale == "en-GB"
    assert (request.place.workspace, request.place.name) == (GUILD, "general")
    assert request.place.missing == ()
    assert not request.place.direct and not request.place.private
    assert wire.server.refused == []


async def test_french_names_mean_the_same_command(wire: DiscordWire, desk: Desk) -> None:
    """Whoever sees the French names reaches the same command."""
    await wire.types(INES, "general", "/sondage clore 3")
    assert desk.heard[-1].route == "command:poll.close"
    assert desk.heard[-1].values == {"poll": "3"}
    assert desk.heard[-1].account is not None and desk.heard[-1].account.locale == "fr"


async def test_a_bare_line_and_a_flat_command(wire: DiscordWire, desk: Desk) -> None:
    """`/poll` means its first subcommand; `/find` has none."""
    await wire.types(ANN, "general", "/poll")
    await wire.types(ANN, "general", "/find old words")
    assert [request.route for request in desk.heard] == ["command:poll.new", "command:find.find"]
    assert desk.heard[1].values == {"words": "old words"}


async def test_in_direct_messages_the_place_is_the_person(wire: DiscordWire, desk: Desk) -> None:
    """A direct conversation is named by the person's account."""
    await wire.types(ANN, DIRECT, "/poll")
    place = desk.heard[-1].place
    assert place is not None and place.direct
    assert place.ref == wire.user(ANN).id


async def test_missing_permissions_are_named(wire: DiscordWire, desk: Desk) -> None:
    """Whoever publishes learns which permission the bot lacks, in their language."""
    channel = wire.place("general")
    channel.permissions &= ~(1 << HISTORY | 1 << ATTACH)
    await wire.types(ANN, "general", "/poll")
    await wire.types(INES, "general", "/poll")
    assert [request.place.missing for request in desk.heard if request.place] == [
        ("Read Message History", "Attach Files"),
        ("Voir les anciens messages", "Joindre des fichiers"),
    ]


async def test_a_thread_needs_its_own_permission(wire: DiscordWire, desk: Desk) -> None:
    """In a thread the bot needs to send there; that it may write in the channel is no matter."""
    wire.place("general")
    thread = wire.place("aside")
    thread.parent = wire.place("general").id
    thread.permissions = 1 << VIEW
    await wire.types(ANN, "aside", "/poll")
    place = desk.heard[-1].place
    assert place is not None and place.ref == thread.id
    assert "Send Messages in Threads" in place.missing
    assert "Send Messages" not in place.missing


async def test_a_channel_that_not_all_see_is_private() -> None:
    """What only some members see is not for everybody."""
    async with connected(listening=False) as world:
        world.wire.place("hidden").closed = True  # the server's channels are told at the beginning
        await world.listen()
        await world.wire.types(ANN, "hidden", "/poll")
        place = world.desk.heard[-1].place
        assert place is not None and place.private


async def test_a_message_shortcut_brings_the_message(wire: DiscordWire, desk: Desk) -> None:
    """The menu entry has a French name, and carries words, author and address."""
    await wire.uses(INES, "C’est fait.", "general", "look at this", "Ben")
    request = desk.heard[-1]
    assert request.route == "shortcut:discord-done"
    assert (request.values["text"], request.values["author"]) == ("look at this", "Ben")
    where = f"https://discord.com/channels/{GUILD}/{wire.place('general').id}/"
    assert request.values["link"].startswith(where)


async def test_a_command_of_an_older_tree_is_explained(wire: DiscordWire, desk: Desk) -> None:
    """Discord shows old commands for a while: whoever uses one learns what to do."""
    await wire._send(2, ANN, wire.place("general"), {"id": "1", "name": "gone", "type": 1})
    assert "I do not know this command any more." in wire.private(ANN)[-1]
    assert desk.heard == []


async def test_a_fault_of_ours_is_said(wire: DiscordWire, desk: Desk) -> None:
    """Where an answer cannot be drawn, the person does not wait in vain."""
    desk.says(Reply(Card(None, (Paragraph(text("no-such-words")),))))
    await wire.types(ANN, "general", "/poll")
    assert "I could not show this here." in wire.private(ANN)[-1]


async def test_people_named_in_options_keep_their_names(wire: DiscordWire, desk: Desk) -> None:
    """Discord's client turns `@Inès` into an id: prose shows the name."""
    wire.user(INES)
    await wire.types(ANN, "general", '/poll "Who helps @Inès?" "Me" "You"')
    assert desk.heard[-1].values["question"] == "Who helps @Inès?"


async def test_suggestions_come_while_typing(wire: DiscordWire, desk: Desk) -> None:
    """Autocomplete says what is typed so far, and cuts what is too long for Discord."""
    desk.says(Choices(tuple((f"{n}", Words(f"Poll {n} " + "x" * 200)) for n in range(40))))
    found = await wire.completes(ANN, "general", "/poll close", "poll", "lun")
    assert len(found) == 25 and all(len(label) <= 100 for label, _ in found)
    assert desk.heard[-1].route == "complete:poll.close:poll"
    assert desk.heard[-1].values == {"typing": "lun"}
    assert wire.server.refused == []


# ── what comes back ─────────────────────────────────────────────────────────────────────────────


async def test_an_answer_is_private(wire: DiscordWire, desk: Desk) -> None:
    """Only who asked sees the answer; its files come with it."""
    reply = card("Here.", Button(Words("More"), Pressed(1)))
    file = File("poll.csv", b"a,b", "text/csv", Words("The file."))
    desk.says(Reply(replace(reply, blocks=(*reply.blocks, file))))
    await wire.types(ANN, "general", "/poll")
    told = wire.private(ANN)[-1]
    assert told.lines == ("Here.", "The file.") and told.private
    assert told.buttons == ("More",) and told.files == (("poll.csv", b"a,b"),)
    assert wire.private(INES) == [] and wire.channel("general") == []
    assert wire.server.refused == []


async def test_a_private_card_is_redrawn_in_place(wire: DiscordWire, desk: Desk) -> None:
    """Paging redraws the private message that was pressed on."""
    desk.says(Reply(card("Page 1", Button(Words("Next"), Pressed(2)))))
    await wire.types(ANN, "general", "/poll")
    desk.says(Reply(card("Page 2"), replace=True))
    first = wire.private(ANN)[-1]
    await wire.presses(ANN, first, "Next")
    assert desk.heard[-1].route == "kit.pressed:2"
    assert desk.heard[-1].message == f"{wire.place('general').id}:{first.ref}"
    assert [told.text for told in wire.private(ANN)] == ["Page 2"]


async def test_a_press_without_a_word_is_acknowledged(wire: DiscordWire, desk: Desk) -> None:
    """A vote is answered by its card alone; a command is told that it is done."""
    desk.says(Reply(card("One", Button(Words("Vote"), Pressed(2)))))
    await wire.types(ANN, "general", "/poll")
    desk.says(None)
    await wire.presses(ANN, wire.private(ANN)[-1], "Vote")
    assert wire.answers[-1].answered == 6
    await wire.types(ANN, "general", "/poll")
    assert wire.private(ANN)[-1].text == "Done."


async def test_a_picker_sends_what_was_picked(wire: DiscordWire, desk: Desk) -> None:
    """Several values are joined by new lines."""
    choices = tuple(Choice(value, Words(value.upper())) for value in "abc")
    picker = Picker(Pressed(5), Words("Which?"), choices, least=0, most=2)
    desk.says(Reply(replace(card("x"), blocks=(picker,))))
    await wire.types(ANN, "general", "/poll")
    assert wire.private(ANN)[-1].pickers == (("Which?", ("A", "B", "C")),)
    await wire.picks(ANN, wire.private(ANN)[-1], "Which?", ["C", "A"])
    assert desk.heard[-1].route == "kit.pressed:5"
    assert desk.heard[-1].values == {"chosen": "c\na"}


async def test_buttons_that_stand_as_a_list_still_act(wire: DiscordWire, desk: Desk) -> None:
    """Choosing in the list is pressing the button."""
    buttons = tuple(Button(Words(f"B{n}"), Pressed(n)) for n in range(25))
    more = tuple(Button(Words(f"C{n}"), Pressed(50 + n)) for n in range(20))
    many = card("many", *buttons)
    desk.says(Reply(replace(many, blocks=(*many.blocks, *card("more", *more).blocks))))
    await wire.types(ANN, "general", "/poll")
    await wire.presses(ANN, wire.private(ANN)[-1], "B7")
    assert desk.heard[-1].route == "kit.pressed:7" and desk.heard[-1].values == {}


async def test_a_form_opens_and_comes_back(wire: DiscordWire, desk: Desk) -> None:
    """Fields keep what was typed, say what is wrong, and return by name."""
    desk.says(FORM)
    await wire.types(ANN, "general", "/poll")
    opened = wire.form(ANN)
    assert opened is not None and opened.title == "A form"
    assert opened.values == {"line": "typed before", "lines": "", "choice": "b"}
    assert opened.errors == {"lines": "Shortened: the rest does not fit here."}
    assert opened.options == {"choice": ("First", "Second")}
    desk.says(Reply(card("Thank you.")))
    await wire.fills(ANN, {"lines": "one\ntwo", "choice": "First"})
    assert desk.heard[-1].route == "kit.filled:3:"
    assert desk.heard[-1].values == {"line": "typed before", "lines": "one\ntwo", "choice": "a"}
    assert wire.private(ANN)[-1].text == "Thank you."
    assert wire.server.refused == []


async def test_are_you_sure(wire: DiscordWire, desk: Desk) -> None:
    """A button with a question asks it first, and nothing reaches the engine before the yes."""
    delete = Button(Words("Delete"), Pressed(9), "danger", confirm=text("discord-cut"))
    desk.says(Reply(card("One", delete)))
    await wire.types(ANN, "general", "/poll")
    desk.says(None)
    await wire.presses(ANN, wire.private(ANN)[-1], "Delete")
    assert [request.route for request in desk.heard] == ["command:poll.new", "kit.pressed:9"]
    assert wire.private(ANN)[-1].text == "Done."
    assert wire.server.refused == []


async def test_no_to_are_you_sure(wire: DiscordWire, desk: Desk) -> None:
    """Cancelling changes nothing and says so; the question has the button's own words."""
    delete = Button(Words("Delete"), Pressed(9), confirm=Words("Really, all of it?"))
    desk.says(Reply(card("One", delete)))
    await wire.types(ANN, "general", "/poll")
    message = wire.server.world.messages[wire.private(ANN)[-1].ref]
    asking = message.said["components"][1]["components"][0]["custom_id"]
    data = {"component_type": 2, "custom_id": asking, "id": 1}
    await wire._send(3, ANN, wire.place("general"), data, message)
    asked = wire.private(ANN)[-1]
    assert asked.text == "Delete: are you sure?" and asked.buttons == ("Delete", "Leave as is")
    await wire.presses(ANN, asked, "Leave as is")
    assert wire.private(ANN)[-1].text == "Nothing was changed."
    assert len(desk.heard) == 1
