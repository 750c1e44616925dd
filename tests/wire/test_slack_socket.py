"""The socket: tokens that Slack refuses, silence, reconnecting, and how fast it is acknowledged."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from adapters.base import Refused
from adapters.slack.adapter import SlackAdapter
from bot.card import Button
from bot.text import Words
from tests.kit.cards import Pressed
from tests.kit.slack import SlackWire
from tests.kit.slack_workspace import APP_TOKEN, BOT_TOKEN
from tests.kit.wire import Persona
from tests.wire.slack_desk import Desk, line

ANN = Persona("ann", "Ann")


class Steady:
    """A steady clock that only a test moves."""

    def __init__(self) -> None:
        """Begin somewhere."""
        self.now = 1_000.0

    def __call__(self) -> float:
        """The present second."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the machine breathe, not the clock."""
        del seconds
        await asyncio.sleep(0.01)


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def silent() -> AsyncIterator[tuple[SlackWire, SlackAdapter, Steady]]:
    """A bot whose socket was cut and whose handshakes fail; Slack itself is well again."""
    steady, desk = Steady(), Desk()
    desk.says["typed"] = lambda _: line("heard")
    wire = SlackWire(clock=steady, sleep=steady.sleep, ping_seconds=0.5)
    await wire.open()
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    wire.server.deaf = True
    shaken = wire.server.handshakes
    await wire.server.hang_up()
    await until(lambda: wire.server.handshakes > shaken and not adapter.ready)
    wire.server.deaf = False
    try:
        yield wire, adapter, steady
    finally:
        await adapter.close()
        await wire.close()


def asked(wire: SlackWire) -> int:
    """How often a socket's address was asked for."""
    return [method for method, _ in wire.server.calls].count("apps.connections.open")


async def test_after_fifteen_seconds_a_new_address_is_asked_for() -> None:
    """The SDK retries a dead address for ever; without it, it asks Slack again."""
    async with silent() as (wire, adapter, steady):
        before, shaken = asked(wire), wire.server.handshakes
        await until(lambda: wire.server.handshakes >= shaken + 2)
        assert asked(wire) == before, "the SDK asks again by itself now: is the watchdog needed?"
        assert adapter.ready is False
        steady.now += 16
        await until(lambda: adapter.ready)
        assert asked(wire) == before + 1
        await wire.types(ANN, "general", "/poll")
        assert "heard" in wire.private(ANN)[-1]


async def test_after_a_minute_the_client_is_rebuilt() -> None:
    """Another client listens, and hears."""
    async with silent() as (wire, adapter, steady):
        steady.now += 61
        await until(lambda: adapter.ready)
        await wire.types(ANN, "general", "/poll")
        assert "heard" in wire.private(ANN)[-1]


async def test_after_three_minutes_the_process_is_told_to_end() -> None:
    """Whoever supervises the process starts it again."""
    async with silent() as (wire, adapter, steady):
        wire.server.deaf = True
        steady.now += 181
        await until(lambda: wire.deaf)
        assert adapter.ready is False


async def test_a_refreshed_connection_goes_on() -> None:
    """Slack announces `disconnect` every few hours; the next socket takes over."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("heard")
    wire = SlackWire()
    await wire.open()
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    old = wire.server.sockets[0]
    await old.send_json({"type": "disconnect", "reason": "refresh_requested"})
    await until(lambda: wire.server.sockets != [] and wire.server.sockets[-1] is not old)
    await wire.types(ANN, "general", "/poll")
    assert "heard" in wire.private(ANN)[-1]
    await adapter.close()
    await wire.close()


@pytest.mark.parametrize(
    ("bot_token", "app_token", "remedy"),
    [
        ("xoxb-unknown", APP_TOKEN, "copy it again"),
        (BOT_TOKEN, "xapp-unknown", "copy it again"),
        (BOT_TOKEN, BOT_TOKEN, "swapped"),
        (APP_TOKEN, BOT_TOKEN, "swapped"),
    ],
)
async def test_refused_tokens_come_with_a_remedy(
    bot_token: str, app_token: str, remedy: str
) -> None:
    """The operator reads what to do, not a traceback."""
    wire = SlackWire()
    await wire.open()
    adapter = SlackAdapter(bot_token, app_token, api_url=wire.server.api_url)
    with pytest.raises(Refused, match=remedy):
        await adapter.listen(Desk().engine)
    assert adapter.ready is False
    await adapter.close()
    await wire.close()


async def test_an_unreachable_slack_is_said_so() -> None:
    """No server at the address: the remedy names the address."""
    adapter = SlackAdapter(BOT_TOKEN, APP_TOKEN, api_url="http://127.0.0.1:9/api/")
    with pytest.raises(Refused, match="cannot be reached"):
        await adapter.listen(Desk().engine)


async def test_an_acknowledgement_waits_for_no_polling() -> None:
    """Bolt's own listeners poll every 10 ms; the middleware returns well below that."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("Choose", Button(Words("Soup"), Pressed(1)))
    wire = SlackWire()
    await wire.open()
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    await wire.types(ANN, "general", "/poll")
    for _ in range(30):
        await wire.presses(ANN, wire.private(ANN)[0], "Soup")
    typical = statistics.median(ack.seconds for ack in wire.acks[1:])
    assert typical < 0.009, f"{typical * 1000:.1f} ms"
    await adapter.close()
    await wire.close()


async def test_bolt_asks_nothing_on_the_way_of_a_press() -> None:
    """auth.test is asked once at the start, never again when people press."""
    desk = Desk()
    desk.says["typed"] = lambda _: line("Choose", Button(Words("Soup"), Pressed(1)))
    wire = SlackWire()
    await wire.open()
    adapter = wire.adapter()
    await adapter.listen(desk.engine)
    await wire.types(ANN, "general", "/poll")
    before = len(wire.server.calls)
    await wire.presses(ANN, wire.private(ANN)[0], "Soup")
    assert wire.server.calls[before:] == []
    assert [method for method, _ in wire.server.calls].count("auth.test") == 1
    await adapter.close()
    await wire.close()
