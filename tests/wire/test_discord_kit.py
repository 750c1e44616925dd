"""The stand-in for Discord answers like Discord: with its shapes, its refusals and its codes."""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.kit.discord_rules import COMPONENTS_V2, EPHEMERAL, Refusal, check_message, check_modal
from tests.kit.discord_server import API, COVERS, DiscordServer
from tests.kit.discord_typing import CannotType, as_options
from tests.kit.discord_world import GUILD, Channel, Interaction, User
from tests.wire.discord_desk import GROUPS

QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}
WORDS: dict[str, Any] = {
    "flags": COMPONENTS_V2,
    "components": [{"type": 10, "content": "words"}],
    **QUIET,
}
MODAL: dict[str, Any] = {
    "custom_id": "f",
    "title": "T",
    "components": [
        {"type": 18, "label": "L", "component": {"type": 4, "custom_id": "a", "style": 1}}
    ],
}


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A server on a free port with a person and a channel."""
    made = DiscordServer()
    await made.open()
    made.world.users["1"] = User("1", "Ann")
    made.world.channels["2"] = Channel("2", "general")
    yield made
    await made.close()


async def ask(server: DiscordServer, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    """One call: the status, and Discord's code or the answer."""
    headers = {"Authorization": f"Bot {server.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, server.api_url + path, json=body) as answer,
    ):
        assert answer.status == 204 or answer.headers["Content-Type"] == "application/json"
        said = None if answer.status == 204 else await answer.json()
        return answer.status, said


async def press(server: DiscordServer, kind: int = 2) -> Interaction:
    """Somebody enters a command, or does something else."""
    world = server.world
    return await server.interact(kind, world.users["1"], world.channels["2"], {"name": "x"})


async def first(server: DiscordServer, done: Interaction, kind: int, data: Any = None) -> Any:
    """The first answer's code: 0 where it is taken."""
    path = f"/interactions/{done.id}/{done.token}/callback"
    status, said = await ask(server, "POST", path, {"type": kind, "data": data or {}})
    return 0 if status < 300 else said["code"]


# ── what is there ───────────────────────────────────────────────────────────────────────────────


async def test_it_answers_what_it_declares(server: DiscordServer) -> None:
    """Every route that is declared is answered, and nothing else is."""
    assert server._runner is not None
    routes = {
        f"{route.method} {route.resource.canonical.removeprefix(API)}"
        for route in server._runner.app.router.routes()
        if route.resource is not None and route.method not in ("HEAD", "*")
    }
    assert routes - {"GET /"} == COVERS
    for covered in sorted(COVERS):
        method, _, path = covered.partition(" ")
        for name in (
            "application_id", "channel_id", "message_id", "webhook_id", "guild_id", "event_id",
            "user_id", "role_id",
        ):  # fmt: skip
            path = path.replace(f"{{{name}}}", "1")
        path = path.replace("{interaction_id}", "1").replace("{interaction_token}", "t")
        status, _ = await ask(server, method, path.replace("{webhook_token}", "t"), {})
        assert status < 500, covered
    assert 0 not in [code for _, _, code in server.refused]


async def test_an_unknown_route_is_noted(server: DiscordServer) -> None:
    """A call that the stand-in does not know fails, and tests see it."""
    status, said = await ask(server, "GET", "/guilds/1/members")
    assert (status, said["code"]) == (404, 0)
    assert server.refused == [("GET", "/guilds/1/members", 0)]


async def test_the_gateway_speaks_one_compressed_stream(server: DiscordServer) -> None:
    """HELLO, READY and GUILD_CREATE are one zlib stream, flushed after each."""
    inflate = zlib.decompressobj()
    async with aiohttp.ClientSession() as session:
        url = server.gateway_url + "?v=10&encoding=json&compress=zlib-stream"
        async with session.ws_connect(url) as socket:
            hello = json.loads(inflate.decompress(await socket.receive_bytes()))
            assert hello["op"] == 10
            identify = {"token": server.token, "intents": 1, "properties": {}}
            await socket.send_json({"op": 2, "d": identify})
            ready = json.loads(inflate.decompress(await socket.receive_bytes()))
            guild = json.loads(inflate.decompress(await socket.receive_bytes()))
            assert (ready["t"], guild["t"], guild["d"]["id"]) == ("READY", "GUILD_CREATE", GUILD)
            await socket.send_json({"op": 1, "d": 2})
            beat = json.loads(inflate.decompress(await socket.receive_bytes()))
            assert beat["op"] == 11


@pytest.mark.parametrize(("token", "intents", "code"), [("x", 1, 4004), ("", 1 << 15 | 1, 4014)])
async def test_the_gateway_refuses_strangers_and_privileges(
    server: DiscordServer, token: str, intents: int, code: int
) -> None:
    """A wrong token, and an intent that this bot must not need, close the connection for good."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(server.gateway_url) as socket,
    ):
        await socket.receive_str()
        said = {"token": token or server.token, "intents": intents}
        await socket.send_json({"op": 2, "d": said})
        assert (await socket.receive()).data == code


# ── interactions ────────────────────────────────────────────────────────────────────────────────


async def test_a_second_answer_is_refused(server: DiscordServer) -> None:
    """An interaction is answered once."""
    done = await press(server)
    assert await first(server, done, 4, WORDS) == 0
    assert await first(server, done, 4, WORDS) == 40060
    assert await first(server, done, 9, MODAL) == 40060


async def test_a_late_answer_is_refused(server: DiscordServer) -> None:
    """Three seconds are all there is; a stranger's token is as unknown."""
    done = await press(server)
    done.born -= 3.1
    assert await first(server, done, 4, WORDS) == 10062
    done.token = "forged"
    assert await first(server, done, 4, WORDS) == 10062


async def test_a_form_after_a_sign_of_life_is_refused(server: DiscordServer) -> None:
    """A modal can only be the first answer."""
    done = await press(server)
    assert await first(server, done, 5) == 0
    assert await first(server, done, 9, MODAL) == 40060


async def test_a_form_in_answer_to_a_form_is_refused(server: DiscordServer) -> None:
    """A modal cannot answer a modal."""
    assert await first(server, await press(server, 5), 9, MODAL) == 50035


async def test_only_what_was_pressed_on_can_be_redrawn(server: DiscordServer) -> None:
    """A command has no message to acknowledge or to redraw; suggestions answer only typing."""
    assert await first(server, await press(server), 6) == 50035
    assert await first(server, await press(server), 7, WORDS) == 50035
    assert await first(server, await press(server), 8, {"choices": []}) == 50035
    assert await first(server, await press(server, 4), 4, WORDS) == 50035
    assert await first(server, await press(server, 4), 8, {"choices": []}) == 0


async def test_followups_need_a_first_answer_and_last_a_quarter_hour(
    server: DiscordServer,
) -> None:
    """Before the first answer, and after 15 minutes, the webhook does not exist."""
    done = await press(server)
    path = f"/webhooks/1/{done.token}"
    status, said = await ask(server, "POST", path, WORDS)
    assert (status, said["code"]) == (404, 10015)
    assert await first(server, done, 5, {"flags": EPHEMERAL}) == 0
    status, said = await ask(server, "POST", path, WORDS)
    assert status == 200 and said["flags"] & EPHEMERAL, "takes the place of thinking"
    done.born -= 15 * 60 + 1
    status, said = await ask(server, "POST", path, WORDS)
    assert said["code"] == 10015


# ── messages ────────────────────────────────────────────────────────────────────────────────────


async def test_a_nonce_is_used_once(server: DiscordServer) -> None:
    """The same nonce gives the same message, if it is enforced."""
    said = {**WORDS, "nonce": "n", "enforce_nonce": True}
    _, one = await ask(server, "POST", "/channels/2/messages", said)
    _, two = await ask(server, "POST", "/channels/2/messages", said)
    assert one["id"] == two["id"]


async def test_who_is_refused_and_how(server: DiscordServer) -> None:
    """Unknown channels and messages, closed doors and closed direct messages have their codes."""
    post = "/channels/2/messages"
    assert (await ask(server, "POST", "/channels/3/messages", WORDS))[1]["code"] == 10003
    assert (await ask(server, "PATCH", f"{post}/9", WORDS))[1]["code"] == 10008
    server.world.channels["2"].inside = False
    assert (await ask(server, "POST", post, WORDS))[1]["code"] == 50001
    server.world.users["1"].closed = True
    mine = server.world.conversation(server.world.users["1"]).id
    assert (await ask(server, "POST", f"/channels/{mine}/messages", WORDS))[1]["code"] == 50007


async def test_a_rate_limit_is_said_as_discord_does(server: DiscordServer) -> None:
    """429 with the wait, once."""
    server.busy = 7
    status, said = await ask(server, "POST", "/channels/2/messages", WORDS)
    assert (status, said["retry_after"]) == (429, 7)
    assert (await ask(server, "POST", "/channels/2/messages", WORDS))[0] == 200


def _button(number: int, **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "b", "custom_id": f"b{number}", **more}


def _row(*inner: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(inner)}


def _select(**more: Any) -> dict[str, Any]:
    options = [{"label": "a", "value": "a"}]
    return {"type": 3, "custom_id": "s", "options": options, **more}


@pytest.mark.parametrize(
    "components",
    [
        [{"type": 10, "content": ""}],
        [{"type": 10, "content": " \n "}],
        [{"type": 10, "content": "x" * 2_001}] * 2,
        [{"type": 10, "content": "x"}] * 41,
        [_row(*[_button(n) for n in range(6)])],
        [_row(_button(1), _button(1))],
        [_row(_button(1, label=""))],
        [_row(_button(1, label="x" * 81))],
        [_row(_button(1, custom_id="x" * 101))],
        [_row(_button(1, url="https://example.org/"))],
        [_row(_select(), _button(1))],
        [_row(_select(options=[]))],
        [_row(_select(options=[{"label": "a", "value": "a"}] * 2))],
        [_row(_select(max_values=2))],
        [_row()],
        [_button(1)],
        [{"type": 13, "file": {"url": "attachment://nobody-sent-it"}}],
        [{"type": 99}],
    ],
)
def test_messages_that_discord_refuses(components: list[dict[str, Any]]) -> None:
    """Each of these is an invalid form body."""
    with pytest.raises(Refusal) as refused:
        check_message({"flags": COMPONENTS_V2, "components": components, **QUIET})
    assert refused.value.code == 50035


def test_the_flag_and_the_mentions_are_demanded() -> None:
    """Texts need the flag; content does not go with it; mentions must be ruled out."""
    for said in (
        {**WORDS, "flags": 0},
        {**WORDS, "content": "and more"},
        {**WORDS, "allowed_mentions": None},
        {**WORDS, "nonce": "x" * 26},
    ):
        with pytest.raises(Refusal) as refused:
            check_message(said)
        assert refused.value.code == 50035
    with pytest.raises(Refusal) as refused:
        check_message(QUIET)
    assert refused.value.code == 50006


@pytest.mark.parametrize(
    "change",
    [
        {"title": "x" * 46},
        {"custom_id": ""},
        {"components": []},
        {"components": MODAL["components"] * 2},
        {"components": [{"type": 10, "content": "only words"}]},
        {"components": [{**MODAL["components"][0], "label": "x" * 46}]},
        {"components": [{**MODAL["components"][0], "description": "x" * 101}]},
    ],
)
def test_forms_that_discord_refuses(change: dict[str, Any]) -> None:
    """Each of these is an invalid form body."""
    check_modal(MODAL)
    with pytest.raises(Refusal):
        check_modal({**MODAL, **change})


# ── typing ──────────────────────────────────────────────────────────────────────────────────────


def test_what_discord_does_not_offer_cannot_be_typed() -> None:
    """Unknown commands and choices, and numbers out of bounds, cannot be entered."""
    from adapters.discord.commands import tree

    registered = [{**command, "id": "1"} for command in tree(GROUPS, ())]
    for line in ("/nonsense", "/poll multi:50", "/poll names:perhaps", "/poll close 3 “x” “y”"):
        with pytest.raises(CannotType):
            as_options(line, GROUPS, registered)
    with pytest.raises(CannotType):
        as_options("/poll", GROUPS, [])
