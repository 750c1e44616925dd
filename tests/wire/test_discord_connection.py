"""The line to Discord: signing in, telling the commands, breaking, mending, and giving up."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from typing import cast

import aiohttp
import pytest
import pytest_asyncio
import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

from adapters.base import Refused
from adapters.discord import connection
from adapters.discord.adapter import DiscordAdapter
from adapters.discord.commands import check
from adapters.discord.connection import Line
from bot.card import Reply
from bot.engine import Engine
from tests.kit.discord_server import DiscordServer
from tests.kit.wire import Persona
from tests.wire.discord_desk import GROUPS, SHORTCUTS, Desk, World, card, connected

ANN = Persona("ann", "Ann")


@pytest_asyncio.fixture
async def world() -> AsyncIterator[World]:
    """A Discord server, the adapter connected to it, and a desk behind it."""
    async with connected() as made:
        yield made


async def until(holds: Callable[[], bool]) -> None:
    """Wait for it, three seconds at most."""
    async with asyncio.timeout(3):
        while not holds():
            await asyncio.sleep(0.01)


async def hears(world: World) -> bool:
    """Whether a command is answered."""
    world.desk.says(Reply(card("Heard.")))
    before = len(world.wire.private(ANN))
    await world.wire.types(ANN, "general", "/poll")
    return len(world.wire.private(ANN)) == before + 1


async def test_commands_are_uploaded_only_when_they_change(world: World) -> None:
    """Discord limits how often commands may change: a restart changes nothing."""
    assert world.wire.server.uploads == 1
    assert len(world.wire.server.world.commands) == len(GROUPS) + len(SHORTCUTS)
    await world.adapter.close()
    await world.listen()
    assert world.wire.server.uploads == 1
    world.wire.server.world.commands[0]["description"] = "older words"
    await world.adapter.close()
    await world.listen()
    assert world.wire.server.uploads == 2
    assert world.wire.server.refused == []


async def test_a_wrong_token_says_what_to_do() -> None:
    """The operator learns where a new token comes from."""
    async with connected(listening=False) as world:
        world.wire.server.token = "another"
        with pytest.raises(Refused) as refused:
            await world.listen()
        assert "Reset Token" in refused.value.remedy
        assert not world.adapter.ready


async def test_an_outage_at_the_start_is_waited_out() -> None:
    """The bot may start before the network does."""
    async with connected(listening=False) as world:
        naps: list[float] = []

        async def nap(seconds: float) -> None:
            naps.append(seconds)
            if len(naps) == 2:
                await world.wire.server.open()
            elif len(naps) > 2:
                await asyncio.sleep(seconds)

        await world.wire.server.close()
        world.adapter._sleep = nap
        await world.listen()
        assert naps[:2] == [1.0, 2.0]
        assert world.adapter.ready


async def test_a_broken_line_is_resumed(world: World) -> None:
    """After a break nothing is lost: Discord replays what was missed."""
    await world.wire.server.drop()
    world.desk.says(Reply(card("Not lost.")))
    asked = asyncio.create_task(world.wire.types(ANN, "general", "/poll"))
    await until(lambda: world.wire.server.greeted == 2)
    await asked
    assert world.wire.private(ANN)[-1].text == "Not lost."
    assert world.wire.server.identified == 1
    assert world.adapter.ready


async def test_discord_may_move_the_line(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked to reconnect, the bot comes back; a forgotten session is begun anew."""

    async def at_once(self: Line, shard_id: int | None, *, initial: bool = False) -> None:
        """discord.py waits for five seconds before it introduces itself again."""

    monkeypatch.setattr(Line, "before_identify_hook", at_once)
    await world.wire.server.reconnect()
    assert await hears(world)
    await world.wire.server.reconnect(anew=True)
    assert await hears(world)
    assert world.wire.server.identified == 2


async def test_a_line_that_stays_silent_is_replaced(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """discord.py waits longer and longer; after a minute of silence we begin anew."""
    monkeypatch.setattr(connection, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(connection, "REBUILD_SECONDS", 0.1)
    await world.adapter.close()
    await world.listen()
    await world.wire.server.close()
    await until(lambda: not world.adapter.ready)
    await world.wire.server.open()
    await until(lambda: world.adapter.ready)
    assert await hears(world)


class Home(AbstractResolver):
    """Sends every host to this machine."""

    def __init__(self, port: int) -> None:
        """To this port."""
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Here."""
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


async def test_discords_own_addresses_over_tls() -> None:
    """Without addresses of ours, REST and gateway both go through the connector, to Discord."""
    authority = trustme.CA()
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("discord.com", "gateway.discord.gg").configure_cert(theirs)
    ours = ssl.create_default_context()
    authority.configure_trust(ours)
    server = DiscordServer()
    await server.open(tls=theirs)
    desk = Desk()
    adapter = DiscordAdapter(
        server.token, connector=lambda: aiohttp.TCPConnector(resolver=Home(server.port), ssl=ours)
    )
    await adapter.listen(cast(Engine, desk))
    assert adapter.ready and server.uploads == 1 and server.identified == 1
    await adapter.close()
    await server.close()


async def test_a_token_reset_while_running_ends_the_process(world: World) -> None:
    """Discord closes the line for good: whoever supervises the bot must know."""
    await world.wire.server.drop(code=4004)
    await until(lambda: world.wire.deaf)
    assert not world.adapter.ready


async def test_doctor_finds_nothing_wrong(world: World) -> None:
    """All is well with this token."""
    findings = await check(world.wire.server.token, world.wire.server.api_url)
    assert all(ok for _, ok, _ in findings), findings
    assert len(findings) == 6
    assert world.wire.server.refused == []


async def test_doctor_says_what_is_wrong(world: World) -> None:
    """A wrong token, and a network that is down, each have their remedy."""
    wrong = await check("nonsense", world.wire.server.api_url)
    assert [(ok, "Reset Token" in remedy) for _, ok, remedy in wrong] == [(False, True)]
    await world.wire.server.close()
    down = await check("nonsense", world.wire.server.api_url)
    assert [(ok, "network" in remedy) for _, ok, remedy in down] == [(False, True)]
