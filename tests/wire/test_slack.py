"""Slack-bolt and slack_sdk, unmodified, over real sockets: what people do, and its answers."""

from __future__ import annotations

import asyncio

import pytest

from adapters.slack.adapter import SlackAdapter
from bot.card import Button, Card, Choice, Picker, Reply
from bot.request import PlaceRef
from bot.text import Words, text
from tests.kit.cards import Filled, Pressed
from tests.kit.slack import DIRECT, SlackWire
from tests.kit.slack_workspace import BOT_TOKEN
from tests.kit.wire import Persona
from tests.wire.slack_desk import Desk, line, poll_form, slack

ANN = Persona("ann", "Ann", "fr-FR", "America/Toronto")
BEN = Persona("ben", "Ben")


async def test_a_typed_line_arrives_as_the_person_saw_it() -> None:
    """Entities and wrapped addresses are undone, people stay `<@U…>`, the id is Slack's."""
    desk = Desk()
    desk.says["typed"] = lambda request: line(f"heard: {request.values['line']}")
    async with slack(desk) as wire:
        wire.user(BEN)
        await wire.types(ANN, "general", '/poll "R&D <3?" https://a.example/?b=1&c=2 who:@ben')
        said = desk.last.values["line"]
        assert said == '"R&D <3?" https://a.example/?b=1&c=2 who:<@UBEN>'
        assert desk.last.route == "typed:/poll"
        assert desk.last.id.endswith(".kit")
        account, place = desk.last.account, desk.last.place
        assert account is not None
        assert place is not None
        assert (account.name, account.locale, account.zone) == ("Ann", "fr-FR", "America/Toronto")
        assert (place.workspace, place.ref, place.name, place.missing) == (
            "T1",
            "CGENERAL",
            "general",
            (),
        )
        assert wire.private(ANN)[-1].lines == (f"heard: {said}",)
        assert wire.channel("general") == []


async def test_commands_in_direct_messages_are_about_the_person() -> None:
    """A direct place is named by the person's own account."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("here")
    async with slack(desk) as wire:
        await wire.types(ANN, DIRECT, "/ronde")
        assert desk.last.place == PlaceRef("slack", "T1", "UANN", direct=True)
        assert "here" in wire.private(ANN)[-1]


async def test_a_press_carries_its_route_and_message() -> None:
    """A button on a channel's card arrives with the message's reference, and asks nothing first."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("Choose", Button(Words("Soup"), Pressed(7)))
    desk.says["kit.pressed"] = lambda _: line("Your choice: Soup", replace=True)
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.presses(ANN, wire.private(ANN)[0], "Soup")
        assert desk.last.route == "kit.pressed:7"
        assert desk.last.message is None, "an ephemeral message cannot be redrawn by reference"
        assert [shown.lines for shown in wire.private(ANN)] == [("Your choice: Soup",)]


async def test_replacing_never_touches_what_everybody_sees() -> None:
    """`replace` on a press in the channel answers privately beside the card."""
    desk = Desk()
    desk.says["kit.pressed"] = lambda _: line("Your choice: Soup", replace=True)
    async with slack(desk) as wire:
        card = {"type": "section", "text": {"type": "mrkdwn", "text": "Lunch?"}}
        button = {
            "type": "button",
            "action_id": "kit.pressed:7",
            "text": {"type": "plain_text", "text": "Soup"},
        }
        workspace = wire.server.workspace
        workspace.keep(wire.place("general").id, {"blocks": [{**card, "accessory": button}]})
        await wire.presses(ANN, wire.channel("general")[0], "Soup")
        assert desk.last.message == wire.channel("general")[0].ref
        assert "Lunch?" in wire.channel("general")[0]
        assert "Your choice: Soup" in wire.private(ANN)[0]


async def test_a_picker_carries_what_was_picked() -> None:
    """One or several values arrive joined by new lines."""
    desk = Desk()
    choices = (Choice("a", Words("Apple")), Choice("b", Words("Bread")), Choice("c", Words("C")))
    pickers = (
        Picker(Pressed(1), Words("One"), choices),
        Picker(Pressed(2), Words("Several"), choices, most=2),
    )
    desk.says["typed"] = lambda _: Reply(Card(None, pickers))
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.picks(ANN, wire.private(ANN)[0], "One", ["Bread"])
        assert desk.last.values == {"chosen": "b"}
        await wire.picks(ANN, wire.private(ANN)[0], "Several", ["Apple", "C"])
        assert desk.last.values == {"chosen": "a\nc"}


async def test_a_form_opens_prefilled_and_comes_back_by_field() -> None:
    """The modal holds what was typed; sending it answers where the command was typed."""
    desk = Desk()
    desk.says["typed"] = lambda _: poll_form({"question": "Lunch?", "names": "hidden"})
    desk.says["kit.filled"] = lambda _: line("Preview")
    async with slack(desk) as wire:
        await wire.types(ANN, "general", '/poll "Lunch?"')
        form = wire.form(ANN)
        assert form is not None
        assert form.values == {"question": "Lunch?", "choices": "", "names": "hidden"}
        await wire.fills(ANN, {"choices": "Soup\nPie & <3"})
        assert desk.last.route == "kit.filled:1:"
        assert desk.last.values == {
            "question": "Lunch?",
            "choices": "Soup\nPie & <3",
            "names": "hidden",
        }
        assert desk.last.place is not None
        assert desk.last.place.ref == "CGENERAL"
        assert wire.form(ANN) is None
        assert "Preview" in wire.private(ANN)[-1]


async def test_errors_of_a_sent_form_stand_under_its_fields() -> None:
    """The acknowledgement itself carries them; what was typed stays."""
    desk = Desk()
    desk.says["typed"] = lambda _: poll_form({"question": "Lunch?"})
    desk.says["kit.filled"] = lambda request: poll_form(
        dict(request.values), errors={"choices": text("slack-none")}
    )
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.fills(ANN, {"choices": "Soup"})
        assert wire.acks[-1].payload["response_action"] == "errors"
        form = wire.form(ANN)
        assert form is not None
        assert "No choice yet" in form.errors["choices"]


async def test_a_form_that_comes_back_changed_is_drawn_anew() -> None:
    """Slack keeps what was typed under an old block id; new values get new ids, errors included."""
    desk = Desk()
    desk.says["typed"] = lambda _: poll_form({"question": "Lunch?"})
    desk.says["kit.filled"] = lambda _: poll_form(
        {"question": "Dinner?", "choices": "Soup"},
        route=Filled(2),
        errors={"choices": text("slack-none")},
    )
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.fills(ANN, {"choices": "Soup\n"})
        assert wire.acks[-1].payload["response_action"] == "update"
        form = wire.form(ANN)
        assert form is not None
        assert form.values["question"] == "Dinner?"
        assert "No choice yet" in form.errors["choices"]
        desk.says["kit.filled"] = lambda _: line("Done")
        await wire.fills(ANN, {})
        assert desk.last.route == "kit.filled:2:"
        assert desk.last.values["question"] == "Dinner?"


async def test_editing_a_private_preview_redraws_it() -> None:
    """A form opened from an ephemeral message replaces that message when it is sent."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("Preview 1", Button(Words("Edit"), Pressed(1)))
    desk.says["kit.pressed"] = lambda _: poll_form({"question": "Lunch?"})
    desk.says["kit.filled"] = lambda _: line("Preview 2", replace=True)
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.presses(ANN, wire.private(ANN)[0], "Edit")
        await wire.fills(ANN, {})
        assert [shown.lines for shown in wire.private(ANN)] == [("Preview 2",)]


async def test_a_slow_answer_is_acknowledged_empty_and_follows() -> None:
    """Past 1.5 seconds the acknowledgement goes out alone, in time; the answer comes when ready."""
    desk = Desk()
    desk.slow = 1.8
    desk.says["typed"] = lambda _: line("at last")
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        assert 1.4 < wire.acks[-1].seconds < 2.5
        assert wire.server.late == []
        assert "at last" in wire.private(ANN)[-1]


async def test_a_form_whose_trigger_is_too_old_is_kept_and_offered() -> None:
    """After three seconds Slack opens no modal: the form becomes a draft with a button."""
    desk = Desk()
    desk.slow = 3.2
    desk.says["typed"] = lambda _: poll_form({"question": "Lunch?"})
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        assert len(desk.shelved) == 1
        assert wire.form(ANN) is None
        assert wire.private(ANN)[-1].buttons == ("Open the form",)


async def test_a_redelivered_envelope_has_the_same_id() -> None:
    """Bolt does not de-duplicate: the second copy reaches the engine with the id of the first."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("once")
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.repeat()
        assert (len(desk.requests), desk.repeats) == (1, 1)
        assert len(wire.private(ANN)) == 1
        assert len(wire.acks) == 2


async def test_a_shortcut_brings_the_message_along() -> None:
    """Text as it was read, the author's name, and an address made without asking Slack."""
    desk = Desk()
    desk.says["shortcut"] = lambda _: line("kept")
    async with slack(desk) as wire:
        await wire.uses(ANN, "Make it a poll", "general", "Soup & pie? https://a.example", "Cleo")
        values = desk.last.values
        assert desk.last.route == "shortcut:poll.from-message"
        assert values["text"] == "Soup & pie? https://a.example"
        assert values["author"] == "Cleo"
        assert values["link"].startswith("https://kit.slack.com/archives/CGENERAL/p16000")
        assert "kept" in wire.private(ANN)[-1]


async def test_a_link_button_is_acknowledged_and_asks_nothing() -> None:
    """Slack reports presses of buttons that only open an address, too."""
    desk = Desk()
    link = Button(Words("Open"), address="https://example.org")
    desk.says["typed"] = lambda _: line("Look", link)
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll")
        await wire.presses(ANN, wire.private(ANN)[0], "Open")
        assert len(desk.requests) == 1
        assert wire.acks[-1].seconds < 1


async def test_events_that_nobody_needs_are_acknowledged() -> None:
    """What is not acknowledged is delivered again and again."""
    desk = Desk()
    async with slack(desk) as wire:
        for event in (
            {"type": "app_home_opened", "user": "UANN", "tab": "messages"},
            {"type": "member_joined_channel", "user": "UANN", "channel": "CGENERAL"},
            {"type": "channel_archive", "channel": "CGENERAL", "user": "UANN"},
            {"type": "some_future_event"},
            {"type": "channel_left"},  # and no channel: not what Slack documents
        ):
            payload = {"type": "event_callback", "event_id": "Ev1", "event": event}
            assert (await wire.server.send("events_api", payload)).seconds < 1
        for unknown in ({"type": "some_future_thing"}, {"type": "view_submission"}, {}):
            assert (await wire.server.send("interactive", dict(unknown))).seconds < 1
        assert desk.requests == []


async def test_closing_finishes_the_answers_under_way() -> None:
    """An answer that is being made when the bot stops still arrives."""
    desk = Desk()
    desk.gate = asyncio.Event()
    desk.says["typed"] = lambda _: line("just in time")
    wire = SlackWire()
    await wire.open()
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    typing = asyncio.create_task(wire.types(ANN, "general", "/poll"))
    while not desk.requests:
        await asyncio.sleep(0.01)
    closing = asyncio.create_task(adapter.close())
    await asyncio.sleep(0.05)
    desk.gate.set()
    await asyncio.gather(typing, closing)
    assert "just in time" in wire.private(ANN)[-1]
    assert adapter.ready is False
    await wire.close()


async def test_what_arrives_while_closing_is_left_for_the_next_to_listen() -> None:
    """Nothing is acknowledged that will not be handled: Slack delivers it again."""
    desk = Desk()
    async with slack(desk) as wire:
        adapter = wire.adapter()
        assert isinstance(adapter, SlackAdapter)
        await adapter.listen(desk.engine)
        await adapter.close()
        response = await adapter.receive({"type": "block_actions"})
        assert response.status == 503


async def test_ready_follows_the_socket() -> None:
    """Not ready before listening nor after closing."""
    wire = SlackWire()
    await wire.open()
    adapter = wire.adapter()
    assert adapter.ready is False
    await adapter.listen(Desk().engine)
    assert adapter.ready is True
    await adapter.close()
    assert adapter.ready is False
    await wire.close()


async def test_no_token_ever_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Neither tokens, nor the socket's ticket, nor what people wrote."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("secret words")
    caplog.set_level("DEBUG")
    async with slack(desk) as wire:
        await wire.types(ANN, "general", "/poll my secret words")
        await wire.server.hang_up()
        await asyncio.sleep(0.05)
    for secret in (BOT_TOKEN, "xapp-", "ticket=", "secret words"):
        assert secret not in caplog.text
