"""A web server whose pages are slow, huge, moved, lying, oddly written, or wolves in sheep's clothing.

It listens on loopback only, and counts who comes: `connections` is zero where nobody knocked.
"""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from aiohttp import web

Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

HTML: Final = "text/html; charset=utf-8"
FILLER: Final = b"<p>And so on and so forth, as pages do.</p>\n" * 400  # 18 kB


class Pages:
    """See the module. Each page is put at a path first, then fetched."""

    def __init__(self) -> None:
        """Nothing listens before `open`."""
        self.port = 0
        self.connections = 0
        self.requests: list[web.BaseRequest] = []
        self.sent = 0  # bytes of endless pages that the network took
        self._answers: dict[str, Answer] = {}
        self._scheme = "http"
        self._closing = asyncio.Event()
        self._web = web.Server(self._answer)
        self._listening: list[asyncio.Server] = []

    async def open(self, tls: ssl.SSLContext | None = None) -> None:
        """Listen on one free port, on both kinds of loopback where there are two."""
        self._scheme = "http" if tls is None else "https"
        loop = asyncio.get_running_loop()
        server = await loop.create_server(self._arrives, "127.0.0.1", 0, ssl=tls)
        self._listening.append(server)
        self.port = server.sockets[0].getsockname()[1]
        with suppress(OSError):  # a machine without IPv6
            self._listening.append(
                await loop.create_server(self._arrives, "::1", self.port, ssl=tls)
            )

    async def close(self) -> None:
        """Listen no more, and let go of who is waiting."""
        self._closing.set()
        for server in self._listening:
            server.close()
        await self._web.shutdown(0)

    def at(self, path: str) -> str:
        """The address of a page."""
        return f"{self._scheme}://127.0.0.1:{self.port}{path}"

    # ── pages, each returning its address ───────────────────────────────────────────────────

    def shows(
        self,
        path: str,
        body: str | bytes,
        *,
        media: str = HTML,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> str:
        """An ordinary page; or, with a false type or encoding, a lying one."""
        written = body.encode() if isinstance(body, str) else body
        given = {"Content-Type": media, **(headers or {})}

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            return web.Response(body=written, status=status, headers=given)

        return self._put(path, answer)

    def moves(self, path: str, to: str, *, status: int = 302, after: float = 0.0) -> str:
        """A page that has moved, said at once or after some seconds."""

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            await asyncio.sleep(after)
            return web.Response(status=status, headers={"Location": to})

        return self._put(path, answer)

    def stalls(self, path: str, beginning: str = "") -> str:
        """A page that never comes, or of which no more comes than its beginning."""

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": HTML})
            if beginning:
                await response.prepare(request)
                await response.write(beginning.encode())
            await self._closing.wait()
            return response

        return self._put(path, answer)

    def runs_on(self, path: str, beginning: str = "", *, later: str = "") -> str:
        """A page without end; `later` comes when 600 kB have gone by."""

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": HTML})
            await response.prepare(request)
            await response.write(beginning.encode())
            said = not later
            with suppress(ConnectionError):
                while True:
                    await response.write(FILLER)
                    self.sent += len(FILLER)
                    if not said and self.sent > 600_000:
                        await response.write(later.encode())
                        said = True
            return response

        return self._put(path, answer)

    def bursts(self, path: str, beginning: str, megabytes: int) -> str:
        """A page that is small on the way and huge once unpacked."""
        packed = gzip.compress(beginning.encode() + bytes(megabytes * 1_000_000), 9)
        headers = {"Content-Encoding": "gzip"}
        return self.shows(path, packed, headers=headers)

    def says(self, path: str, raw: bytes) -> str:
        """A server that answers with these very bytes, HTTP or not, and hangs up."""

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            transport = request.transport
            assert isinstance(transport, asyncio.Transport)
            transport.write(raw)
            transport.close()
            return web.StreamResponse()

        return self._put(path, answer)

    # ── answering ───────────────────────────────────────────────────────────────────────────

    def _put(self, path: str, answer: Answer) -> str:
        self._answers[path] = answer
        return self.at(path)

    def _arrives(self) -> asyncio.Protocol:
        self.connections += 1
        return self._web()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.requests.append(request)
        answer = self._answers.get(request.path)
        if answer is None:
            return web.Response(status=404)
        return await answer(request)
