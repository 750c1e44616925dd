"""Cards on Discord over real sockets: posted once, redrawn, answered to, or given up for good."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from adapters.base import Busy, Gone, Sending
from adapters.discord import outbound
from adapters.discord.connection import Line
from adapters.discord.outbound import Drawn
from bot.card import Button, Card, File, Form, Reply
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Words, text
from tests.kit.cards import Filled, Pressed
from tests.kit.discord_world import GUILD, HISTORY, SEND
from tests.kit.wire import Persona
from tests.wire.discord_desk import World, card, connected

ANN = Persona("ann", "Ann")
READER = Reader("en", "Europe/Paris", "discord")


@pytest_asyncio.fixture
async def world() -> AsyncIterator[World]:
    """A Discord server on a free port, the adapter connected to it, and a desk behind it."""
    async with connected() as made:
        yield made


def sending(world: World, said: Card, key: str = "ronde-1", **more: str) -> Sending:
    """A card for the channel."""
    place = PlaceRef("discord", GUILD, world.wire.place("general").id)
    return Sending(place, said, READER, key, **more)


def direct(world: World, said: Card) -> Sending:
    """A card for Ann alone."""
    place = PlaceRef("discord", "", world.wire.user(ANN).id, direct=True)
    return Sending(place, said, READER, "ronde-2")


async def test_a_card_is_posted_and_redrawn(world: World) -> None:
    """The reference that posting returns is what redrawing needs."""
    ref = await world.adapter.show(sending(world, card("One", Button(Words("Go"), Pressed(1)))))
    assert ref.startswith(world.wire.place("general").id + ":")
    again = await world.adapter.show(sending(world, card("Two"), message=ref))
    assert again == ref
    assert [shown.text for shown in world.wire.channel("general")] == ["Two"]
    assert world.wire.channel("general")[0].buttons == ()
    assert world.wire.server.refused == []


async def test_a_repeated_post_is_one_message(world: World) -> None:
    """The nonce lets Discord drop a repeat, also where a key is longer than a nonce."""
    long = "a key that is much longer than a nonce, with its end telling it apart: {}"
    for key in ("ronde-1", long.format(1), long.format(2)):
        first = await world.adapter.show(sending(world, card("Once"), key))
        assert await world.adapter.show(sending(world, card("Once"), key)) == first
    assert len(world.wire.channel("general")) == 3


async def test_a_reply_answers_its_parent(world: World) -> None:
    """A reply names its parent; one whose parent is gone stands by itself."""
    parent = await world.adapter.show(sending(world, card("Poll")))
    reply = sending(world, card("Result"), "ronde-2", reply_to=parent)
    await world.adapter.show(reply)
    poll, result = world.wire.channel("general")
    assert result.reply_to == poll.ref
    world.wire.deletes(poll)
    await world.adapter.show(replace(reply, key="ronde-3"))
    assert world.wire.channel("general")[-1].reply_to is None


async def test_a_reply_without_the_history_permission_is_a_message(world: World) -> None:
    """Discord refuses replies to who may not read the history: the words are said all the same."""
    parent = await world.adapter.show(sending(world, card("Poll")))
    world.wire.place("general").permissions &= ~(1 << HISTORY)
    await world.adapter.show(sending(world, card("Result"), "ronde-2", reply_to=parent))
    assert [shown.text for shown in world.wire.channel("general")] == ["Poll", "Result"]


async def test_a_direct_message_opens_the_conversation_once(world: World) -> None:
    """The conversation with a person is looked up at the first message only."""
    for n in range(3):
        await world.adapter.show(replace(direct(world, card(f"Hello {n}")), key=f"ronde-{n}"))
    assert [shown.text for shown in world.wire.direct(ANN)] == ["Hello 0", "Hello 1", "Hello 2"]
    opened = [call for call, _ in world.wire.server.calls if call == "POST /users/@me/channels"]
    assert len(opened) == 1


async def test_files_travel_with_a_post(world: World) -> None:
    """A file is attached, and replaced when the card is redrawn."""
    file = File("a.csv", b"1", "text/csv", Words("The file."))
    said = Card(None, (file,))
    ref = await world.adapter.show(sending(world, said))
    assert world.wire.channel("general")[0].files == (("a.csv", b"1"),)
    newer = Card(None, (replace(file, content=b"2"),))
    await world.adapter.show(sending(world, newer, message=ref))
    assert world.wire.channel("general")[0].files == (("a.csv", b"2"),)
    assert world.wire.server.refused == []


async def test_removing_what_is_gone_is_no_error(world: World) -> None:
    """A message is taken away once; the second time it is gone already."""
    ref = await world.adapter.show(sending(world, card("One")))
    place = PlaceRef("discord", GUILD, world.wire.place("general").id)
    await world.adapter.remove(place, ref)
    await world.adapter.remove(place, ref)
    assert world.wire.channel("general") == []


# ── never ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_deleted_message_is_gone(world: World) -> None:
    """Redrawing what somebody deleted says so, so that it is posted anew."""
    ref = await world.adapter.show(sending(world, card("One")))
    world.wire.deletes(world.wire.channel("general")[0])
    with pytest.raises(Gone) as gone:
        await world.adapter.show(sending(world, card("Two"), message=ref))
    assert gone.value.what == "message"


async def test_a_place_without_access_or_permission_is_gone(world: World) -> None:
    """Whether the bot may not look or may not write: nothing can be posted there."""
    world.wire.shuts("general")
    with pytest.raises(Gone) as gone:
        await world.adapter.show(sending(world, card("One")))
    assert gone.value.what == "place"
    world.wire.admits("general")
    world.wire.place("general").permissions &= ~(1 << SEND)
    with pytest.raises(Gone) as gone:
        await world.adapter.show(sending(world, card("One")))
    assert gone.value.what == "place"


async def test_a_deleted_channel_is_gone(world: World) -> None:
    """A channel that no longer exists takes no card."""
    where = sending(world, card("One"))
    del world.wire.server.world.channels[where.place.ref]
    with pytest.raises(Gone) as gone:
        await world.adapter.show(where)
    assert gone.value.what == "place"


async def test_closed_direct_messages_are_counted(world: World) -> None:
    """Who takes no direct messages cannot be reached: the person, not the place."""
    world.wire.blocks(ANN)
    with pytest.raises(Gone) as gone:
        await world.adapter.show(direct(world, card("Hello")))
    assert gone.value.what == "person"


async def test_who_left_the_server_is_known_to_have_left(world: World) -> None:
    """Without a server in common, or without an account, the person is no longer here."""
    world.wire.user(ANN).left = True
    with pytest.raises(Gone) as gone:
        await world.adapter.show(direct(world, card("Hello")))
    assert gone.value.what == "account"
    nobody = PlaceRef("discord", "", "1", direct=True)
    with pytest.raises(Gone) as gone:
        await world.adapter.show(replace(direct(world, card("Hello")), place=nobody))
    assert gone.value.what == "account"


# ── not now ─────────────────────────────────────────────────────────────────────────────────────


async def test_a_long_wait_is_handed_back(world: World) -> None:
    """discord.py would sleep for a minute: delivery has other cards to show meanwhile."""
    world.wire.busy(60)
    began = time.monotonic()
    with pytest.raises(Busy) as busy:
        await world.adapter.show(sending(world, card("One")))
    assert busy.value.seconds == 60
    assert time.monotonic() - began < 2
    await world.adapter.show(sending(world, card("One")))
    assert len(world.wire.channel("general")) == 1


async def test_a_short_wait_is_waited_out(world: World) -> None:
    """A moment's rate limit needs no second attempt of ours."""
    world.wire.busy(0.1)
    await world.adapter.show(sending(world, card("One")))
    assert len(world.wire.channel("general")) == 1


async def test_an_outage_is_not_now(world: World) -> None:
    """A failing server, and one that is not there, are tried again later."""
    world.wire.server.broken = 503
    with pytest.raises(Busy):
        await world.adapter.show(sending(world, card("One")))
    await world.wire.server.close()
    with pytest.raises(Busy):
        await world.adapter.show(sending(world, card("One")))


async def test_before_connecting_everything_is_not_now() -> None:
    """A card that is due before Discord can be reached waits."""
    async with connected(listening=False) as world:
        assert not world.adapter.ready
        with pytest.raises(Busy):
            await world.adapter.show(sending(world, card("One")))


# ── what discord.py would keep or let through ───────────────────────────────────────────────────


async def test_no_view_and_no_modal_stays_in_memory(world: World) -> None:
    """discord.py keeps every view that it sends, until it is stopped: ours are, before."""
    button = Button(Words("Go"), Pressed(1))
    ref = await world.adapter.show(sending(world, card("One", button)))
    await world.adapter.show(sending(world, card("Two", button), message=ref))
    world.desk.says(Reply(card("Private", button)))
    await world.wire.types(ANN, "general", "/poll")
    world.desk.says(Reply(card("Redrawn", button), replace=True))
    await world.wire.presses(ANN, world.wire.private(ANN)[-1], "Go")
    from bot.card import Field

    form = Form(Filled(1), text("discord-done"), (Field("a", Words("A")),), text("discord-yes"))
    world.desk.says(form)
    await world.wire.types(ANN, "general", "/poll")
    await world.wire.fills(ANN, {"a": "x"})
    assert world.adapter._connection is not None
    client = world.adapter._connection.client
    assert isinstance(client, Line)
    store = client._connection._view_store
    kept = (store._views, store._synced_message_views, store._modals, store._dynamic_items)
    assert kept == ({}, {}, {}, {})
    assert client._connection._messages is None


async def test_nobody_is_ever_rung(world: World) -> None:
    """Every message, new or changed, public or private, says that it mentions nobody.

    The server refuses any other: Discord would ring whoever is named, if that is left out.
    """
    nasty = card("@everyone <@&1> <@2>")
    ref = await world.adapter.show(sending(world, nasty))
    await world.adapter.show(sending(world, nasty, message=ref))
    await world.adapter.show(direct(world, nasty))
    assert world.wire.server.refused == []
    kept = world.wire.server.world.messages.values()
    assert all("@everyone" not in str(message.said["components"]) for message in kept)


async def test_what_discord_refuses_to_draw_is_said_as_text(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours in the drawing costs the buttons, not the words."""

    def wrong(said: Card, reader: Reader) -> Drawn:
        return Drawn([{"type": 10, "content": ""}])

    monkeypatch.setattr(outbound, "draw", wrong)
    ref = await world.adapter.show(sending(world, card("Still said.")))
    await world.adapter.show(sending(world, card("Said again."), message=ref))
    world.desk.says(Reply(card("Privately too.")))
    await world.wire.types(ANN, "general", "/poll")
    assert [shown.text for shown in world.wire.channel("general")] == ["Said again."]
    assert world.wire.private(ANN)[-1].text == "Privately too."
