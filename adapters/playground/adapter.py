"""The playground as a platform: a page on this machine that hears people and shows cards."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.base import Refused, Sending
from adapters.playground import limits
from adapters.playground.colleagues import Colleagues
from adapters.playground.outbound import draw
from adapters.playground.people import CHANNELS, PEOPLE, PLATFORM, Channel, Someone
from adapters.playground.room import Room
from adapters.playground.server import guard, page_routes
from adapters.playground.session import Session
from adapters.web.feed import feed_routes
from bot.request import PlaceRef

if TYPE_CHECKING:
    from bot.engine import Engine

Forward = Callable[[], Awaitable[datetime | None]]
"""Moves the playground's clock to the next event; None where nothing is to come."""


class PlaygroundAdapter:
    """A chat of its own: sample people, channels, and a page at `address`."""

    platform = PLATFORM

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 8080,
        *,
        messages: Path | None = None,
        forward: Forward | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        people: Sequence[Someone] = PEOPLE,
        channels: Sequence[Channel] = CHANNELS,
        edit_every: float = limits.EDIT_EVERY,
        colleagues_take: float = limits.COLLEAGUES_SECONDS,
    ) -> None:
        """Listen on `host`: this machine only, unless told otherwise; port 0 takes a free one.

        `messages` is the file that keeps what was said; without it, memory does.
        """
        self.edit_every = edit_every
        self._host = host
        self._port = port
        self._forward = forward
        self._now = now
        self._colleagues_take = colleagues_take
        self.room = Room(people, channels, messages, now)
        self._sessions: set[Session] = set()
        self._runner: web.AppRunner | None = None
        self._closing = False
        self._moving = asyncio.Lock()

    @property
    def ready(self) -> bool:
        """Whether the page can be opened now."""
        return self._runner is not None and not self._closing

    @property
    def address(self) -> str:
        """Where the page is."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        shown = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(host, host)  # noqa: S104  # compared
        return f"http://{shown}:{self._port}/"

    async def listen(self, engine: Engine) -> None:
        """Open the page. Raises Refused where the port is taken."""
        self._engine = engine
        self._colleagues = Colleagues(engine, self.room, self._colleagues_take)
        app = web.Application(middlewares=[guard(self._host)], client_max_size=64 * 1024)
        page_routes(app, self.room)
        feed_routes(app, engine)
        app.router.add_get("/socket", self._open_page)
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=2.0
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError as problem:
            await self._runner.cleanup()
            self._runner = None
            raise _refused(problem, self._host, self._port) from None
        self._port = self._runner.addresses[0][1]

    async def show(self, sending: Sending) -> str:
        """Make a card visible; the same key never posts twice. Raises Gone."""
        body = draw(sending.card, sending.reader, self.room.keep_lasting)
        return self.room.show(sending.place, body, sending.key, sending.message, sending.reply_to)

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message away; one that is gone already is no error."""
        del place
        self.room.delete(message)

    async def close(self) -> None:
        """Finish the answers under way, say goodbye to every page, and close the store."""
        if self._closing:
            return
        self._closing = True
        try:
            async with asyncio.timeout(limits.DRAIN_SECONDS):
                await asyncio.gather(*(session.leave() for session in list(self._sessions)))
        except TimeoutError:
            pass
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        self.room.close()

    async def _open_page(self, request: web.Request) -> web.StreamResponse:
        """One page opens its socket."""
        socket = web.WebSocketResponse(
            max_msg_size=limits.FRAME, heartbeat=limits.HEARTBEAT_SECONDS, compress=False
        )
        await socket.prepare(request)
        forward = self._go_forward if self._forward is not None else None
        session = Session(socket, self.room, self._engine, self._colleagues, forward)
        self._sessions.add(session)
        try:
            await session.run()
        finally:
            self._sessions.discard(session)
        return socket

    async def _go_forward(self) -> datetime | None:
        """Move the clock, and tell every page. Two who press at once move it once."""
        assert self._forward is not None, "offered only where it is"
        if self._moving.locked():
            async with self._moving:
                return self._now()
        async with self._moving:
            at = await self._forward()
        for session in list(self._sessions):
            session.tell_time(self._now())
        return at


def _refused(problem: OSError, host: str, port: int) -> Refused:
    if problem.errno == errno.EADDRINUSE:
        return Refused(
            f"Port {port} is taken. Write another one in PLAYGROUND_PORT (0 takes any free one)."
        )
    return Refused(f"The playground cannot listen on {host}:{port}. Check PLAYGROUND_HOST.")
