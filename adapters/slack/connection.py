"""The socket through which Slack is heard: opened, watched, opened again when it falls silent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from adapters.slack import web
from adapters.slack.watchdog import Remedy, Watchdog

log = structlog.get_logger(__name__)

CONNECT_SECONDS = 20.0
CLOSE_SECONDS = 5.0
LOOK_SECONDS = 1.0  # between two looks at the socket


class Connection:
    """One Socket Mode connection, whatever number of sockets it takes.

    `on_deaf` is called when nothing helped for three minutes. `clock` and `sleep` are a steady
    clock of this machine, never the time that people live in.
    """

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        on_deaf: Callable[[], None],
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        ping_seconds: float,
    ) -> None:
        """Nothing is opened before `open`."""
        self._app = app
        self._app_token = app_token
        self._on_deaf = on_deaf
        self._clock = clock
        self._sleep = sleep
        self._ping_seconds = ping_seconds
        self._handler: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self.heard = False

    async def open(self, address: str) -> None:
        """Open the socket at `address` and watch over it; returns once it is open or in trouble."""
        connecting = self._connect(address)
        await web.within(CONNECT_SECONDS, connecting)
        await self._look()
        self._watching = asyncio.create_task(self._watch(), name="slack-watchdog")

    async def close(self) -> None:
        """Close the socket for good."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await self._disconnect()
        self.heard = False

    def _connect(self, address: str | None) -> asyncio.Task[None]:
        self._handler = AsyncSocketModeHandler(
            self._app, self._app_token, ping_interval=self._ping_seconds
        )
        self._handler.client.wss_uri = address
        self._connecting = asyncio.create_task(
            self._handler.connect_async()  # type: ignore[no-untyped-call]  # untyped in Bolt
        )
        return self._connecting

    async def _disconnect(self) -> None:
        if self._handler is None or self._connecting is None:
            return
        self._handler.client.closed = True  # ends the SDK's endless retries
        self._connecting.cancel()
        await asyncio.gather(self._connecting, return_exceptions=True)
        with suppress(OSError, aiohttp.ClientError, TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._handler.close_async()  # type: ignore[no-untyped-call]  # likewise

    async def _look(self) -> None:
        if self._handler is not None:
            self.heard = bool(await self._handler.client.is_connected())

    async def _watch(self) -> None:
        dog = Watchdog()
        while True:
            await self._sleep(LOOK_SECONDS)
            await self._look()
            remedy = dog.judge(self.heard, self._clock())
            if remedy is not Remedy.NOTHING:
                log.warning("slack-deaf", remedy=remedy.name.lower())
            match remedy:
                case Remedy.ASK_ANEW if self._handler is not None:
                    self._handler.client.wss_uri = None
                case Remedy.REBUILD:
                    await self._disconnect()
                    self._connect(None)
                case Remedy.GIVE_UP:
                    self._on_deaf()
                    return
                case _:
                    pass
