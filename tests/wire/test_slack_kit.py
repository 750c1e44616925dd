"""The test server refuses what Slack refuses, in Slack's own words: else it would prove nothing."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.kit.slack_server import SlackServer
from tests.kit.slack_workspace import BOT_TOKEN, COVERS, Channel, User

BUTTON = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "A"}}
ROW = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "accessory": BUTTON}
VIEW: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "T"},
    "blocks": [{"type": "divider"}],
}


class Hands:
    """A clock that a test turns."""

    now = 0.0

    def __call__(self) -> float:
        """The present second."""
        return self.now


@asynccontextmanager
async def slack() -> AsyncIterator[tuple[SlackServer, AsyncWebClient, Hands]]:
    """A server with one channel and one person, and Slack's own client."""
    hands = Hands()
    server = SlackServer(frozenset({"chat:write", "users:read"}), hands)
    server.workspace.channels["C1"] = Channel("C1", "general")
    server.workspace.channels["C2"] = Channel("C2", "elsewhere", inside=False)
    server.workspace.users["U1"] = User("U1", "Ann")
    await server.open()
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(
            BOT_TOKEN, base_url=server.api_url, session=session, retry_handlers=[]
        )
        yield server, client, hands
    await server.close()


def section(text: str) -> dict[str, Any]:
    """A paragraph."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


@pytest.mark.parametrize(
    ("method", "given", "error"),
    [
        ("chat.scheduleMessage", {}, "unknown_method"),
        ("conversations.open", {"users": "U1"}, "missing_scope"),
        ("chat.postMessage", {"channel": "C9", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C2", "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "C1"}, "no_text"),
        ("chat.postMessage", {"channel": "C1", "text": "x" * 4_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": "C1", "blocks": [section("")]}, "invalid_blocks"),
        ("chat.postMessage", {"channel": "C1", "blocks": [section("x" * 3_001)]}, "invalid_blocks"),
        ("chat.postMessage", {"channel": "C1", "blocks": [section("x")] * 51}, "invalid_blocks"),
        ("chat.postMessage", {"channel": "C1", "blocks": [ROW, ROW]}, "invalid_blocks"),
        (
            "chat.postMessage",
            {"channel": "C1", "blocks": [section("x" * 3_000)] * 5},
            "msg_blocks_too_long",
        ),
        ("chat.postMessage", {"channel": "C1", "text": "x", "thread_ts": "1"}, "thread_not_found"),
        ("chat.update", {"channel": "C1", "ts": "1", "text": "x"}, "message_not_found"),
        ("users.info", {"user": "U1"}, "user_not_found"),  # JSON, which it does not read
        ("views.open", {"trigger_id": "never", "view": VIEW}, "exchanged_trigger_id"),
        ("apps.connections.open", {}, "not_allowed_token_type"),
        ("usergroups.users.update", {"usergroup": "S1", "users": "U1"}, "missing_scope"),
    ],
)
async def test_a_wrong_call_is_refused(method: str, given: dict[str, Any], error: str) -> None:
    """Counts, lengths, types, scopes and places are checked."""
    async with slack() as (_, client, _):
        with pytest.raises(SlackApiError) as refused:
            await client.api_call(method, json=given)
        assert refused.value.response["error"] == error


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"usergroup": "S9", "users": "U1"}, "no_such_subteam"),
        ({"usergroup": "S1", "users": ""}, "no_users_provided"),
        ({"usergroup": "S1", "users": "U1,U9"}, "invalid_users"),
    ],
)
async def test_a_user_group_takes_people_who_are_there(given: dict[str, str], error: str) -> None:
    """It is replaced as a whole, never emptied; one who cannot be in it stops all."""
    async with slack() as (server, client, _):
        server.workspace.scopes |= {"usergroups:write"}
        server.workspace.groups["S1"] = ["U2"]
        with pytest.raises(SlackApiError) as refused:
            await client.usergroups_users_update(**given)  # type: ignore[arg-type]
        assert refused.value.response["error"] == error
        assert server.workspace.groups == {"S1": ["U2"]}

        await client.usergroups_users_update(usergroup="S1", users=["U1"])
        assert server.workspace.groups == {"S1": ["U1"]}


async def test_a_trigger_opens_one_modal_within_three_seconds() -> None:
    """Then it is spent, or too old."""
    async with slack() as (server, client, hands):
        trigger = server.workspace.trigger("U1")
        await client.views_open(trigger_id=trigger, view=VIEW)
        with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
            await client.views_open(trigger_id=trigger, view=VIEW)
        trigger = server.workspace.trigger("U1")
        hands.now += 3.1
        with pytest.raises(SlackApiError, match="expired_trigger_id"):
            await client.views_open(trigger_id=trigger, view=VIEW)


async def test_an_answer_address_serves_five_times_for_half_an_hour() -> None:
    """Then Slack says used_url, or expired_url."""
    async with slack() as (server, client, hands):
        assert client.session is not None
        hook = server.hook("U1", "C1")
        for _ in range(5):
            assert (await client.session.post(hook, json={"text": "x"})).status == 200
        used = await client.session.post(hook, json={"text": "x"})
        assert (await used.json())["error"] == "used_url"
        hook = server.hook("U1", "C1")
        hands.now += 31 * 60
        expired = await client.session.post(hook, json={"text": "x"})
        assert (await expired.json())["error"] == "expired_url"


async def test_an_event_that_nobody_acknowledges_is_noticed() -> None:
    """The person would see "operation_timeout"."""
    async with slack() as (server, client, _):
        assert client.session is not None
        address = server.workspace.socket_address()
        async with client.session.ws_connect(address) as socket:
            await socket.receive_json()
            ack = await server.send("slash_commands", {}, patience=0.1)
            assert ack.seconds == math.inf
            assert len(server.late) == 1


async def test_a_ticket_serves_one_handshake() -> None:
    """What the SDK runs into when it tries the same address again."""
    async with slack() as (server, client, _):
        assert client.session is not None
        address = server.workspace.socket_address()
        async with client.session.ws_connect(address):
            await asyncio.sleep(0)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.session.ws_connect(address)


async def test_what_rings_is_noticed() -> None:
    """`<!channel>` in a text that Slack would interpret."""
    async with slack() as (server, client, _):
        await client.chat_postMessage(channel="C1", text="<!channel> <@U1> <!date^1^{date}|x>")
        assert server.workspace.rung == ["!channel", "@U1"]


def test_the_server_answers_what_it_declares() -> None:
    """The declaration and the routes are the same."""
    assert set(SlackServer(frozenset()).workspace.routes()) == set(COVERS)
