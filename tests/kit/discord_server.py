"""A server on real sockets that answers like Discord: its REST interface and its gateway.

It refuses what Discord refuses, with Discord's own codes, and keeps what it refused in `refused`.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import ssl
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import WSMsgType, web

from tests.kit import discord_callbacks as callbacks
from tests.kit import discord_events as events
from tests.kit import discord_roles as roles
from tests.kit.discord_rules import Json, Refusal, check_tree, invalid
from tests.kit.discord_world import APP, GUILD, TOKEN, Channel, Interaction, Message, User, World
from tests.kit.pace import Pace

API: Final = "/api/v10"

COVERS: Final = frozenset(
    {
        "GET /gateway",
        "GET /gateway/bot",
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        "GET /applications/@me",
        "GET /applications/{application_id}/commands",
        "PUT /applications/{application_id}/commands",
        "POST /users/@me/channels",
        "GET /channels/{channel_id}",
        "POST /channels/{channel_id}/messages",
        "PATCH /channels/{channel_id}/messages/{message_id}",
        "DELETE /channels/{channel_id}/messages/{message_id}",
        "GET /guilds/{guild_id}/scheduled-events",
        "POST /guilds/{guild_id}/scheduled-events",
        "PATCH /guilds/{guild_id}/scheduled-events/{event_id}",
        "DELETE /guilds/{guild_id}/scheduled-events/{event_id}",
        "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}",
        "DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}",
        "POST /interactions/{interaction_id}/{interaction_token}/callback",
        "POST /webhooks/{webhook_id}/{webhook_token}",
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
    }
)
"""What is answered; anything else is 404 and noted. A test compares this with the routes."""

GATEWAY: Final = frozenset(
    {"HELLO", "HEARTBEAT", "IDENTIFY", "READY", "GUILD_CREATE", "RESUME", "RESUMED", "RECONNECT",
     "INTERACTION_CREATE", "zlib-stream"}
)  # fmt: skip

GUILDS_INTENT: Final = 1
JSON_TYPE: Final = "application/json"


@dataclass(slots=True)
class Session:
    """One client of the gateway: what was sent to it, so that a resume can replay it."""

    id: str
    events: list[Json] = field(default_factory=list)
    socket: Socket | None = None


class Socket:
    """One websocket: everything on it is one compressed stream, if the client asked for that."""

    def __init__(self, ws: web.WebSocketResponse, *, compressed: bool) -> None:
        """Send on `ws`."""
        self.ws = ws
        self._stream = zlib.compressobj() if compressed else None
        self._lock = asyncio.Lock()

    async def send(self, frame: Json) -> None:
        """One frame, flushed so that the other side can read it at once."""
        said = json.dumps(frame).encode()
        async with self._lock:
            if self._stream is None:
                await self.ws.send_str(said.decode())
                return
            packed = self._stream.compress(said) + self._stream.flush(zlib.Z_SYNC_FLUSH)
            await self.ws.send_bytes(packed)


class DiscordServer:
    """See the module. `busy` refuses the next post or redraw once, asking for so many seconds.

    `broken` answers it with this status and does nothing; `lost` does it, and answers so.
    """

    def __init__(self, clock: Callable[[], float] | None = None, token: str = TOKEN) -> None:
        """Nothing listens before `open`."""
        self.pace = Pace()
        self.world = World(clock or self.pace)
        self.token = token
        self.busy: float | None = None
        self.broken: int | None = None
        self.lost: int | None = None
        self.refused: list[tuple[str, str, int]] = []  # (method, path, code)
        self.calls: list[tuple[str, str]] = []
        self.uploads = 0
        self.identified = 0
        self.greeted = 0  # sessions begun or resumed
        self.sessions: dict[str, Session] = {}
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """Where the REST interface is."""
        return f"http://127.0.0.1:{self.port}{API}"

    @property
    def gateway_url(self) -> str:
        """Where the gateway is."""
        return f"ws://127.0.0.1:{self.port}/"

    async def open(self, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        """Listen on a free port, or on this one; with a certificate, as Discord does, or plainly."""
        app = web.Application(client_max_size=30_000_000)
        for covered in COVERS:
            method, _, path = covered.partition(" ")
            app.router.add_route(method, API + path, self._rest(covered))
        app.router.add_get("/", self._gateway)
        app.router.add_route("*", API + "/{rest:.*}", self._unknown)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port or self.port, ssl_context=tls)
        await site.start()
        self.pace.start()
        self.port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Stop listening and drop all connections."""
        await self.pace.stop()
        await self.drop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    # ── the gateway ─────────────────────────────────────────────────────────────────────────

    async def send(self, event: str, data: Json) -> None:
        """An event to everybody who is connected, or will resume."""
        for session in self.sessions.values():
            frame = {"op": 0, "t": event, "s": len(session.events) + 1, "d": data}
            session.events.append(frame)
            if session.socket is not None:
                await session.socket.send(frame)

    async def drop(self, code: int = 4000) -> None:
        """Break all connections, as a network does; 4004 and the like are for good."""
        for session in self.sessions.values():
            socket, session.socket = session.socket, None
            if socket is not None:
                await socket.ws.close(code=code)

    async def reconnect(self, *, anew: bool = False) -> None:
        """Ask every client to come back, and wait for it; `anew`: its session is forgotten."""
        before = self.greeted
        for session in list(self.sessions.values()):
            if session.socket is not None:
                invalid = {"op": 9, "d": False}
                await session.socket.send(invalid if anew else {"op": 7, "d": None})
        while self.greeted == before:
            await asyncio.sleep(0.005)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        socket = Socket(ws, compressed=request.query.get("compress") == "zlib-stream")
        await socket.send({"op": 10, "d": {"heartbeat_interval": 41_250}})
        session: Session | None = None
        async for message in ws:
            if message.type is not WSMsgType.TEXT:
                continue
            frame = json.loads(message.data)
            match frame["op"]:
                case 1:
                    await socket.send({"op": 11})
                case 2:
                    session = await self._identify(socket, frame["d"])
                case 6:
                    session = await self._resume(socket, frame["d"])
        if session is not None and session.socket is socket:
            session.socket = None
        return ws

    async def _identify(self, socket: Socket, said: Json) -> Session | None:
        self.identified += 1
        if said["token"] != self.token:
            await socket.ws.close(code=4004)
            return None
        if said["intents"] != GUILDS_INTENT:
            await socket.ws.close(code=4014)  # privileged, or more than this bot needs
            return None
        session = Session(secrets.token_hex(8), socket=socket)
        self.sessions = {session.id: session}
        ready = {
            "v": 10, "user": self.world.bot.json(), "session_id": session.id,
            "resume_gateway_url": self.gateway_url, "application": {"id": APP, "flags": 0},
            "guilds": [{"id": GUILD, "unavailable": True}],
        }  # fmt: skip
        await self.send("READY", ready)
        await self.send("GUILD_CREATE", self.world.guild())
        self.greeted += 1
        return session

    async def _resume(self, socket: Socket, said: Json) -> Session | None:
        session = self.sessions.get(str(said["session_id"]))
        if session is None:
            await socket.send({"op": 9, "d": False})
            return None
        missed = [event for event in session.events if event["s"] > (said["seq"] or 0)]
        for event in missed:
            await socket.send(event)
        session.socket = socket
        await self.send("RESUMED", {})
        self.greeted += 1
        return session

    # ── REST ────────────────────────────────────────────────────────────────────────────────

    def _rest(self, covered: str) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            self.calls.append((covered, request.path.removeprefix(API)))
            try:
                answer = await self._answer(covered, request)
                if self.lost is not None and request.method == "POST":
                    status, self.lost = self.lost, None
                    return web.Response(status=status, text="upstream")
                return answer
            except Refusal as problem:
                refusal = problem
            except KeyError as missing:
                refusal = invalid(f"{missing}: this field is required")
            self.refused.append((request.method, request.path.removeprefix(API), refusal.code))
            return _json(refusal.body(), refusal.status)

        return answer

    async def _unknown(self, request: web.Request) -> web.Response:
        self.refused.append((request.method, request.path.removeprefix(API), 0))
        return _json({"message": "404: Not Found", "code": 0}, 404)

    async def _answer(self, covered: str, request: web.Request) -> web.Response:
        hooks = "/webhooks/" in covered or "/interactions/" in covered
        if not hooks and request.headers.get("Authorization") != f"Bot {self.token}":
            raise Refusal(401, 0, "401: Unauthorized")
        shows = any(part in covered for part in ("messages", "scheduled-events", "/roles/"))
        if shows and not hooks and request.method in ("POST", "PATCH", "PUT"):
            if self.busy is not None:
                return self._busy()
            if self.broken is not None:
                status, self.broken = self.broken, None
                return web.Response(status=status, text="upstream")
        said, files = await _read(request)
        info = request.match_info
        world = self.world
        match covered:
            case "GET /gateway" | "GET /gateway/bot":
                limit = {"total": 1000, "remaining": 990, "reset_after": 1, "max_concurrency": 1}
                return _json({"url": self.gateway_url, "shards": 1, "session_start_limit": limit})
            case "GET /users/@me":
                return _json(world.bot.json())
            case "GET /oauth2/applications/@me" | "GET /applications/@me":
                return _json(_application(world))
            case "GET /applications/{application_id}/commands":
                return _json([self._known(c, request) for c in world.commands])
            case "PUT /applications/{application_id}/commands":
                check_tree(said)
                self.uploads += 1
                world.commands = [
                    {**c, "id": world.snowflake(), "application_id": APP, "version": "1"}
                    for c in said
                ]
                return _json(world.commands)
            case "POST /users/@me/channels":
                person = world.users.get(str(said["recipient_id"]))
                if person is None:
                    raise Refusal(400, 50033, "Invalid Recipient(s)")
                return _json(world.conversation(person).json())
            case "GET /channels/{channel_id}":
                return _json(world.reachable(info["channel_id"]).json())
            case "POST /channels/{channel_id}/messages":
                return self._shown(world.post(info["channel_id"], said, files))
            case "PATCH /channels/{channel_id}/messages/{message_id}":
                message = world.find(info["channel_id"], info["message_id"])
                return self._shown(world.change(message, said, files))
            case "DELETE /channels/{channel_id}/messages/{message_id}":
                del world.messages[world.find(info["channel_id"], info["message_id"]).id]
                return web.Response(status=204)
            case "GET /guilds/{guild_id}/scheduled-events":
                return _json(events.listed(world, info["guild_id"]))
            case "POST /guilds/{guild_id}/scheduled-events":
                return _json(events.enter(world, info["guild_id"], said))
            case "PATCH /guilds/{guild_id}/scheduled-events/{event_id}":
                return _json(events.change(world, info["guild_id"], info["event_id"], said))
            case "DELETE /guilds/{guild_id}/scheduled-events/{event_id}":
                events.remove(world, info["guild_id"], info["event_id"])
                return web.Response(status=204)
            case "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}":
                roles.give(world, info["guild_id"], info["user_id"], info["role_id"])
                return web.Response(status=204)
            case "DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}":
                roles.take(world, info["guild_id"], info["user_id"], info["role_id"])
                return web.Response(status=204)
            case "POST /interactions/{interaction_id}/{interaction_token}/callback":
                number, token = info["interaction_id"], info["interaction_token"]
                interaction = callbacks.first(world, number, token, said, files)
                if request.query.get("with_response") != "1":
                    return web.Response(status=204)
                return _json(callbacks.answered(world, interaction))
            case "POST /webhooks/{webhook_id}/{webhook_token}":
                token = info["webhook_token"]
                return self._shown(callbacks.follow_up(world, token, said, files))
            case "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original":
                token = info["webhook_token"]
                return self._shown(callbacks.change_original(world, token, said, files))
            case "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original":
                return self._shown(callbacks.original(world, info["webhook_token"]))
        raise AssertionError(f"{covered} is declared, and not answered")

    def _shown(self, message: Message) -> web.Response:
        return _json(message.json(self.world.bot))

    def _busy(self) -> web.Response:
        seconds, self.busy = self.busy, None
        assert seconds is not None
        self.refused.append(("POST", "busy", 429))
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        headers = {"Retry-After": str(seconds), "Via": "1.1 google"}
        return _json(body, 429, headers)

    def _known(self, command: Json, request: web.Request) -> Json:
        """A command as Discord lists it: the translations only if asked for."""
        if request.query.get("with_localizations") == "true":
            return {"dm_permission": True, "nsfw": False, **command}
        return {name: v for name, v in command.items() if not name.endswith("_localizations")}

    # ── what people do ──────────────────────────────────────────────────────────────────────

    async def interact(
        self, kind: int, user: User, channel: Channel, data: Json, source: Message | None = None
    ) -> Interaction:
        """Somebody does something: the event goes out; see `Interaction.done`."""
        made = callbacks.begin(self.world, kind, user, channel, data, source)
        await self.send("INTERACTION_CREATE", made.payload)
        return made


async def _read(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    """The body: JSON, or a form with JSON and files."""
    files: dict[str, bytes] = {}
    if request.content_type == "multipart/form-data":
        form = await request.post()
        for name, part in form.items():
            if name != "payload_json":
                assert isinstance(part, web.FileField)
                files[part.filename] = part.file.read()
        return json.loads(str(form["payload_json"])), files
    if request.can_read_body:
        return await request.json(), files
    return {}, files


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Exactly `application/json`: discord.py reads anything else as text."""
    said = json.dumps(body).encode()
    return web.Response(
        body=said, status=status, headers={"Content-Type": JSON_TYPE, **(headers or {})}
    )


def _application(world: World) -> Json:
    return {
        "id": APP, "name": "Ronde", "icon": None, "description": "", "bot_public": False,
        "bot_require_code_grant": False, "verify_key": "0" * 64, "flags": 0, "summary": "",
        "owner": User("1", "Owner").json(), "team": None, "interactions_endpoint_url": None,
        "approximate_guild_count": 1, "bot": world.bot.json(),
    }  # fmt: skip
