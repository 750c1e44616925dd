"""Where things happen on Slack: the Home tab, channels without the bot, and the last way to answer."""

from __future__ import annotations

from bot.card import Button, Card, File, Reply
from bot.request import PlaceRef
from bot.text import Words
from tests.kit.cards import Pressed
from tests.kit.wire import Persona
from tests.wire.slack_desk import Desk, line, poll_form, slack

ANN = Persona("ann", "Ann")


async def test_the_home_tab_is_drawn_and_drawn_again() -> None:
    """Opening Home shows the person's view; a press redraws it; private answers are windows."""
    desk = Desk()
    seen = 0

    def at_home(_: object) -> Reply:
        nonlocal seen
        seen += 1
        return line(f"Home {seen}", Button(Words("More"), Pressed(1)))

    desk.says["home"] = at_home
    desk.says["kit.pressed"] = lambda _: line("Details", Button(Words("Back"), Pressed(2)))
    async with slack(desk) as wire:
        await wire.opens_home(ANN)
        home = wire.home(ANN)
        assert home is not None
        assert "Home 1" in home
        await wire.presses(ANN, home, "More")
        again = wire.home(ANN)
        assert again is not None
        assert "Home 2" in again
        assert desk.requests[-2].place == PlaceRef("slack", "T1", "UANN", direct=True)
        window = wire.private(ANN)[-1]
        assert "Details" in window
        desk.says["kit.pressed"] = lambda _: line("Further")
        await wire.presses(ANN, window, "Back")
        assert ["Further" in shown for shown in wire.private(ANN)] == [True]


async def test_a_form_from_the_home_tab_answers_in_its_own_window() -> None:
    """There is no message to answer to; the modal itself turns into the answer."""
    desk = Desk()
    desk.says["home"] = lambda _: line("Home", Button(Words("New"), Pressed(1)))
    desk.says["kit.pressed"] = lambda _: poll_form({"question": "Lunch?"})
    desk.says["kit.filled"] = lambda _: line("Created")
    async with slack(desk) as wire:
        await wire.opens_home(ANN)
        home = wire.home(ANN)
        assert home is not None
        await wire.presses(ANN, home, "New")
        await wire.fills(ANN, {})
        assert "Created" in wire.private(ANN)[-1]
        assert [request.route for request in desk.requests][-1] == "home:"


async def test_a_channel_without_the_bot_is_said_to_miss_membership() -> None:
    """Asked once, refreshed by Slack's events; the answer arrives all the same."""
    desk = Desk()
    desk.says["typed"] = lambda request: line(str(request.place and request.place.missing))
    async with slack(desk) as wire:
        wire.place("quiet").inside = False
        await wire.types(ANN, "quiet", "/poll")
        assert "membership" in wire.private(ANN)[-1]
        wire.admits("quiet")
        await wire.settle()
        await wire.types(ANN, "quiet", "/poll")
        assert "membership" not in wire.private(ANN)[-1]
        asked = [method for method, _ in wire.server.calls].count("conversations.info")
        assert asked == 1
        wire.shuts("quiet")
        await wire.settle()
        await wire.types(ANN, "quiet", "/poll")
        assert "membership" in wire.private(ANN)[-1]


async def test_a_private_channel_that_nobody_may_look_at_is_taken_as_joined() -> None:
    """Without groups:read Slack says missing_scope: unknown, so nothing is held back."""
    desk = Desk()
    desk.says["typed"] = lambda request: line(str(request.place and request.place.missing))
    async with slack(desk) as wire:
        wire.place("secret").private = True
        await wire.types(ANN, "secret", "/poll")
        assert desk.last.place is not None
        assert desk.last.place.private is True
        assert desk.last.place.name == ""
        assert desk.last.place.missing == ()


async def test_answers_find_a_way_when_the_address_is_used_up() -> None:
    """response_url takes five answers; then an ephemeral message, then a direct one."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("hello")
    async with slack(desk) as wire:
        for inside, where in ((True, wire.private), (False, wire.direct)):
            wire.place("general").inside = inside
            wire.server.fail_hooks = True
            await wire.types(ANN, "general", "/poll")
            assert "hello" in where(ANN)[-1]


async def test_a_file_goes_by_direct_message_where_the_bot_may() -> None:
    """With files:write the file arrives whole; without, as text to copy, and the scope is named."""
    file = File("poll.csv", b"a,b\n" * 2_000, "text/csv", Words("The votes"))
    desk = Desk()
    desk.says["typed"] = lambda _: Reply(Card(None, (file,)))
    async with slack(desk, files=True) as wire:
        await wire.types(ANN, "general", "/poll export")
        assert wire.direct(ANN)[-1].files == (("poll.csv", file.content),)
        assert "direct message" in wire.private(ANN)[-1]
    async with slack(desk := Desk()) as wire:
        desk.says["typed"] = lambda _: Reply(Card(None, (file,)))
        await wire.types(ANN, "general", "/poll export")
        assert wire.direct(ANN) == []
        assert "files:write" in wire.private(ANN)[-1]
        assert wire.private(ANN)[-1].files[0] == ("poll.csv", file.content[:3_000])
