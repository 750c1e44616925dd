"""A server that answers like Slack: Web API, Socket Mode and response_urls, on a real socket."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import WSMsgType, web

from tests.kit.pace import Pace
from tests.kit.slack_blocks import Invalid
from tests.kit.slack_workspace import APP_TOKEN, BOT_TOKEN, COVERS, Hook, Message, Workspace

Json = dict[str, Any]

TAKES_NO_JSON = {"users.info", "conversations.info", "files.getUploadURLExternal"}


@dataclass(slots=True)
class Ack:
    """What came back for an envelope, and how long it took."""

    payload: Json
    seconds: float


class SlackServer:
    """The servers in front of one workspace, and what may go wrong on the way."""

    def __init__(self, scopes: frozenset[str], clock: Callable[[], float] | None = None) -> None:
        """Nothing listens before `open`."""
        self.pace = Pace()
        self.workspace = Workspace(scopes, clock or self.pace)
        self.workspace.socket_address = self._socket_address
        self.workspace.upload_address = lambda file: self._address(f"upload/{file}")
        self.calls: list[tuple[str, Json]] = []
        self.refusals: list[str] = []
        self.late: list[str] = []
        self.busy: float | None = None  # the next chat.* call is refused with this delay
        self.drop: set[str] = set()  # methods whose answer gets lost once
        self.fail: dict[str, str] = {}  # method → error, until taken away
        self.refuse_blocks = False  # as if Slack had a rule that we do not know
        self.fail_hooks = False  # every response_url counts as used up
        self.deaf = False  # tickets are given, and every handshake fails
        self.handshakes = 0
        self.extra: list[web.RouteDef] = []
        self.sockets: list[web.WebSocketResponse] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._runner: web.AppRunner | None = None
        self.port = 0

    # ── coming and going ────────────────────────────────────────────────────────────────────

    async def open(self, port: int = 0) -> None:
        """Listen on loopback."""
        app = web.Application(client_max_size=4 * 2**20)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/respond/{hook}", self._respond)
        app.router.add_post("/upload/{file}", self._upload)
        app.add_routes(self.extra)
        self._runner = web.AppRunner(app, shutdown_timeout=1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.pace.start()
        assert self._runner.addresses
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening and cut every socket."""
        await self.pace.stop()
        await self.hang_up()
        if self._runner is not None:
            await self._runner.cleanup()

    async def hang_up(self) -> None:
        """Cut the sockets, as Slack does now and then."""
        for socket in list(self.sockets):
            await socket.close()

    @property
    def api_url(self) -> str:
        """Where the Web API answers."""
        return self._address("api/")

    def _address(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self.port}/{path}"

    def _socket_address(self) -> str:
        ticket = f"t{self.workspace.number()}"
        self._tickets.add(ticket)
        return self._address(f"socket?ticket={ticket}", "ws")

    # ── events ──────────────────────────────────────────────────────────────────────────────

    async def send(self, kind: str, payload: Json, *, patience: float = 10.0) -> Ack:
        """Send an envelope down the newest socket and wait for its acknowledgement.

        One that comes after three seconds is noted in `late`: the person saw an error.
        """
        began = time.monotonic()
        while not self.sockets:
            if time.monotonic() - began > patience:
                raise AssertionError("nobody listens: dispatch_failed")
            await asyncio.sleep(0.01)
        envelope = f"E{self.workspace.number()}"
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[envelope] = answer
        sent = {
            "envelope_id": envelope,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        began = self.pace()
        await self.sockets[-1].send_json(sent)
        try:
            back = await asyncio.wait_for(answer, patience)
        except TimeoutError:
            self.late.append(envelope)
            return Ack({}, math.inf)
        finally:
            self._waiting.pop(envelope, None)
        seconds = self.pace() - began
        if seconds > 3:
            self.late.append(envelope)
        return Ack(back.get("payload") or {}, seconds)

    def hook(self, user: str, channel: str, message: Message | None = None) -> str:
        """A response_url."""
        name = f"H{self.workspace.number()}"
        self.workspace.hooks[name] = Hook(user, channel, message, self.workspace.clock())
        return self._address(f"respond/{name}")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        self.handshakes += 1
        ticket = request.query.get("ticket", "")
        known = ticket in self._tickets
        self._tickets.discard(ticket)  # good for one handshake, whatever comes of it
        if self.deaf or not known:
            return web.Response(status=404)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": len(self.sockets) + 1})
        self.sockets.append(socket)
        try:
            async for said in socket:
                if said.type is WSMsgType.TEXT:
                    back = json.loads(said.data)
                    waiting = self._waiting.get(back.get("envelope_id", ""))
                    if waiting is not None and not waiting.done():
                        waiting.set_result(back)
        finally:
            self.sockets.remove(socket)
        return socket

    # ── response_url ────────────────────────────────────────────────────────────────────────

    async def _respond(self, request: web.Request) -> web.Response:
        hook = self.workspace.hooks.get(request.match_info["hook"])
        said = await request.json()
        if hook is None:
            return web.Response(status=404, text="no_service")
        if self.workspace.clock() - hook.made > 30 * 60:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        hook.uses += 1
        if hook.uses > 5 or self.fail_hooks:
            self.refusals.append("response_url: used_url")
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        try:
            self.workspace.check(said)
        except Invalid as problem:
            self.refusals.append(f"response_url: {problem}")
            return web.json_response({"ok": False, "error": problem.error})
        if said.get("replace_original") and hook.message is not None:
            hook.message.text = said.get("text", "")
            hook.message.blocks = said.get("blocks") or []
            hook.message.edits += 1
        elif said.get("response_type", "ephemeral") == "ephemeral":
            self.workspace.keep(hook.channel, said, only=hook.user)
        else:
            self.workspace.keep(hook.channel, said)
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.Response:
        self.workspace.uploads[request.match_info["file"]] = await request.read()
        return web.Response(text="OK")

    # ── Web API ─────────────────────────────────────────────────────────────────────────────

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = await self._arguments(request, method)
        self.calls.append((method, given))
        headers = {"x-oauth-scopes": ",".join(sorted(self.workspace.scopes))}
        if method.startswith("chat.") and self.busy is not None:
            wait, self.busy = self.busy, None
            return web.json_response(
                {"ok": False, "error": "ratelimited"},
                status=429,
                headers={"Retry-After": str(math.ceil(wait))},
            )
        try:
            answer = {"ok": True, **self._answer(request, method, given)}
        except Invalid as problem:
            self.refusals.append(f"{method}: {problem}")
            answer = {
                "ok": False,
                "error": problem.error,
                "response_metadata": {"messages": [f"[ERROR] {problem.where}"]},
            }
        if method in self.drop:
            self.drop.discard(method)
            assert request.transport is not None
            request.transport.close()
        return web.json_response(answer, headers=headers)

    async def _arguments(self, request: web.Request, method: str) -> Json:
        given: Json = dict(request.query)
        if request.content_type == "application/json":
            if method not in TAKES_NO_JSON:
                given.update(await request.json())
        else:
            given.update({name: str(value) for name, value in (await request.post()).items()})
        for name in ("blocks", "view", "files"):
            if isinstance(given.get(name), str):
                given[name] = json.loads(given[name])
        return given

    def _answer(self, request: web.Request, method: str, given: Json) -> Json:
        if method not in COVERS:
            raise Invalid("unknown_method")
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token not in (APP_TOKEN, BOT_TOKEN):
            raise Invalid("invalid_auth" if token else "not_authed")
        if token != wanted:
            raise Invalid("not_allowed_token_type")
        scope = COVERS[method]
        if scope and wanted == BOT_TOKEN and scope not in self.workspace.scopes:
            raise Invalid("missing_scope", f"needed: {scope}")
        if self.refuse_blocks and given.get("blocks"):
            raise Invalid("invalid_blocks")
        if method in self.fail:
            raise Invalid(self.fail[method])
        return self.workspace.routes()[method](given)
