"""Posting and redrawing on Slack, and what each refusal means."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from adapters.base import Busy, Gone, Sending
from adapters.slack import limits
from adapters.slack.adapter import SlackAdapter
from adapters.slack.commands import manifest
from adapters.slack.web import SCOPES
from bot.card import (
    Bar,
    Bars,
    Button,
    Buttons,
    Card,
    File,
    Note,
    Paragraph,
    Reply,
    Sign,
    Table,
)
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Link, Mention, Words
from tests.kit.cards import NASTY, Pressed
from tests.kit.slack import SlackWire
from tests.kit.wire import Persona
from tests.wire.slack_desk import Desk

ANN = Persona("ann", "Ann")
EN = Reader("en", "Europe/Paris", "slack")
GENERAL = PlaceRef("slack", "T1", "CGENERAL", "general")
TO_ANN = PlaceRef("slack", "T1", "UANN", direct=True)


@asynccontextmanager
async def slack(*, files: bool = False) -> AsyncIterator[tuple[SlackWire, SlackAdapter]]:
    """A workspace with a channel, Ann, and the bot."""
    wire = SlackWire(files=files)
    await wire.open()
    wire.place("general")
    wire.user(ANN)
    adapter = wire.adapter()
    await adapter.listen(Desk().engine)
    try:
        yield wire, adapter
    finally:
        await adapter.close()
        await wire.close()


def sending(said: str, place: PlaceRef = GENERAL, **changes: Any) -> Sending:
    """A card of one paragraph on its way."""
    made = Sending(place, Card(None, (Paragraph(Words(said)),)), EN, "ronde-1")
    return replace(made, **changes)


async def test_a_card_is_posted_and_redrawn_in_place() -> None:
    """The reference names channel and message for good."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("one"))
        assert ref == wire.channel("general")[0].ref
        assert await adapter.show(sending("two", message=ref)) == ref
        assert [shown.text for shown in wire.channel("general")] == ["two"]


async def test_an_answer_to_a_message_stands_in_its_thread() -> None:
    """`reply_to` is a thread; without the parent it becomes a message of its own."""
    async with slack() as (wire, adapter):
        parent = await adapter.show(sending("poll"))
        await adapter.show(sending("result", reply_to=parent))
        assert wire.channel("general")[1].reply_to == parent
        wire.deletes(wire.channel("general")[0])
        await adapter.show(sending("again", reply_to=parent))
        assert wire.channel("general")[-1].text == "again"
        assert wire.channel("general")[-1].reply_to is None


async def test_a_direct_message_opens_the_conversation_once() -> None:
    """The place names the person; the conversation is remembered."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("hello", TO_ANN))
        await adapter.show(sending("again", TO_ANN))
        await adapter.show(sending("hello!", TO_ANN, message=ref))
        assert [shown.text for shown in wire.direct(ANN)] == ["hello!", "again"]
        asked = [method for method, _ in wire.server.calls]
        assert asked.count("conversations.open") == 1


async def test_a_message_is_taken_away_and_gone_is_no_error() -> None:
    """Removing twice is as good as once."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("draft"))
        await adapter.remove(GENERAL, ref)
        await adapter.remove(GENERAL, ref)
        assert wire.channel("general") == []


async def test_a_rate_limit_says_for_how_long() -> None:
    """Retry-After wins; the SDK does not wait inside the call."""
    async with slack() as (wire, adapter):
        wire.busy(7)
        with pytest.raises(Busy) as busy:
            await adapter.show(sending("one"))
        assert busy.value.seconds == 7
        await adapter.show(sending("one"))
        assert len(wire.channel("general")) == 1


async def test_a_deleted_message_is_gone() -> None:
    """Redrawing it says so, and posts nothing."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("one"))
        wire.deletes(wire.channel("general")[0])
        with pytest.raises(Gone) as gone:
            await adapter.show(sending("two", message=ref))
        assert gone.value.what == "message"
        assert wire.channel("general") == []


async def test_a_channel_that_the_bot_left_is_gone() -> None:
    """The next request from there says that membership is missing, until it is invited."""
    async with slack() as (wire, adapter):
        wire.shuts("general")
        await wire.settle()
        with pytest.raises(Gone) as gone:
            await adapter.show(sending("one"))
        assert gone.value.what == "place"
        wire.admits("general")
        await wire.settle()
        await adapter.show(sending("two"))


async def test_an_archived_channel_is_gone() -> None:
    """Nobody can write there any more."""
    async with slack() as (wire, adapter):
        wire.place("general").archived = True
        with pytest.raises(Gone) as gone:
            await adapter.show(sending("one"))
        assert gone.value.what == "place"


async def test_a_deactivated_person_is_gone() -> None:
    """Before the conversation is known, and after."""
    async with slack() as (wire, adapter):
        await adapter.show(sending("hello", TO_ANN))
        wire.blocks(ANN)
        for what in ("person", "account"):
            with pytest.raises(Gone) as gone:
                await adapter.show(sending("again", TO_ANN))
            assert gone.value.what == what


async def test_a_lost_answer_is_never_posted_twice() -> None:
    """The SDK's default retries after a dropped connection, posts included; ours does not."""
    async with slack() as (wire, adapter):
        wire.server.drop.add("chat.postMessage")
        with pytest.raises(Exception, match=r"[Dd]isconnected") as unknown:
            await adapter.show(sending("one"))
        assert not isinstance(unknown.value, Busy | Gone)
        assert len(wire.channel("general")) == 1


async def test_a_lost_answer_to_a_redraw_is_just_busy() -> None:
    """Repeating a redraw does no harm, so delivery may."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("one"))
        wire.server.drop.add("chat.update")
        with pytest.raises(Busy):
            await adapter.show(sending("two", message=ref))


async def test_an_outage_is_busy_for_a_redraw_and_unknown_for_a_post() -> None:
    """Slack's own faults: only a redraw may be repeated blindly."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("one"))
        wire.server.fail = {"chat.update": "internal_error", "chat.postMessage": "internal_error"}
        with pytest.raises(Busy):
            await adapter.show(sending("two", message=ref))
        with pytest.raises(Exception, match="internal_error") as unknown:
            await adapter.show(sending("three"))
        assert not isinstance(unknown.value, Busy | Gone)


async def test_a_permission_that_is_missing_loses_nothing() -> None:
    """The operator has to act; until then delivery waits."""
    async with slack() as (wire, adapter):
        wire.server.workspace.scopes -= {"im:write"}
        with pytest.raises(Busy) as busy:
            await adapter.show(sending("hello", TO_ANN))
        assert busy.value.seconds >= 60


async def test_blocks_that_slack_refuses_fall_back_to_plain_text() -> None:
    """A rule of Slack's that we do not know costs the buttons, not the message."""
    async with slack() as (wire, adapter):
        button = Button(Words("Soup"), Pressed(1))
        card = Card(Words("Lunch?"), (Bars((Bar(Words("Soup"), Words("1 vote"), 1.0, button),)),))
        wire.server.refuse_blocks = True
        await adapter.show(sending("", card=card))
        assert wire.channel("general")[0].text == "Lunch?\nSoup · 1 vote"


GRID = Table(
    (Words(""), Words("Tuesday")),
    ((Mention("Ann"), Sign("✓", Words("yes"))), (Mention("Ben"), Words(""))),
    (Sign("✓", Words("yes")),),
)
SAID = "Tuesday · yes: Ann\nNo answer at all: Ben"


async def test_a_table_that_slack_refuses_is_told_and_keeps_its_buttons() -> None:
    """Slack's own table is used where it is known; elsewhere only the table becomes text."""
    async with slack() as (wire, adapter):
        card = Card(None, (GRID, Buttons((Button(Words("Answer"), Pressed(1)),))))
        ref = await adapter.show(sending("", card=card))
        wire.server.workspace.tables = False
        await adapter.show(sending("", card=card, message=ref))
        await adapter.show(sending("", card=card, key="ronde-2"))
        for shown in wire.channel("general"):
            assert (shown.text, shown.buttons) == (SAID, ("Answer",))
        posted = [said for method, said in wire.server.calls if method == "chat.postMessage"]
        kinds = [[block["type"] for block in said["blocks"]] for said in posted]
        assert kinds == [
            ["table", "context", "actions"],
            ["table", "context", "actions"],
            ["context", "section", "actions"],
        ]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("hooks", [True, False])
async def test_a_private_answer_has_its_table(known: bool, hooks: bool) -> None:
    """By the way that the press left open or the next one, as a table or told."""
    wire, desk = SlackWire(), Desk()
    await wire.open()
    wire.place("general")
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    wire.server.workspace.tables = known
    wire.server.fail_hooks = not hooks
    desk.says["typed"] = lambda request: Reply(Card(None, (GRID,)))
    await wire.types(ANN, "general", "/poll")
    await wire.settle()
    assert [shown.text for shown in wire.private(ANN)] == [SAID]
    await adapter.close()
    await wire.close()


async def test_nothing_that_people_write_rings_or_unfolds() -> None:
    """Mentions, channel-wide alerts and links in disguise arrive as words."""
    async with slack() as (wire, adapter):
        for nasty in NASTY:
            card = Card(
                Words(nasty),
                (
                    Paragraph(Words(nasty)),
                    Note(Mention(nasty, (("slack", "T1", "UANN"),))),
                    Paragraph(Link("https://example.org/?a=1&b=2", Words(nasty))),
                ),
            )
            await adapter.show(sending("", card=card))
        assert wire.server.workspace.rung == []
        assert wire.server.refusals == []
        posts = [given for method, given in wire.server.calls if method == "chat.postMessage"]
        for given in posts:
            assert (given["parse"], given["link_names"]) == ("none", False)
            assert (given["unfurl_links"], given["unfurl_media"]) == (False, False)


async def test_files_of_a_posted_card_stand_under_it() -> None:
    """With files:write a card's file is attached in its thread."""
    async with slack(files=True) as (wire, adapter):
        file = File("notes.md", b"# Notes", "text/markdown", Words("The notes"))
        ref = await adapter.show(sending("", card=Card(Words("Met"), (file,))))
        under = wire.channel("general")[-1]
        assert under.files == (("notes.md", b"# Notes"),)
        assert under.reply_to == ref


async def test_every_method_called_has_its_scope_in_the_manifest() -> None:
    """Nothing is called that the manifest does not ask for."""
    granted = set(manifest((), (), files=True, user_groups=True)["oauth_config"]["scopes"]["bot"])
    granted |= {"", "connections:write"}
    assert set(SCOPES.values()) <= granted
    async with slack() as (wire, adapter):
        await adapter.show(sending("one"))
        await adapter.show(sending("one", TO_ANN))
        assert {method for method, _ in wire.server.calls} <= set(SCOPES)


async def test_what_is_beyond_the_budget_of_a_minute_is_not_even_asked() -> None:
    """The redraw beyond what Slack allows a workspace waits for delivery: Slack sees no call."""
    async with slack() as (wire, adapter):
        ref = await adapter.show(sending("0"))
        for number in range(1, limits.A_MINUTE["chat.update"] + 1):
            await adapter.show(sending(str(number), message=ref))

        with pytest.raises(Busy) as busy:
            await adapter.show(sending("one too many", message=ref))

        assert 0 < busy.value.seconds <= 60
        assert [shown.text for shown in wire.channel("general")] == ["50"]
