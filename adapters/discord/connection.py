"""The line to Discord: signs in, tells it the commands, hears events, and mends itself.

discord.py resumes by itself, but waits up to a quarter of an hour between tries after a long
outage; so a line that stays silent for a minute is thrown away and made anew.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, Final

import aiohttp
import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.base import Refused
from adapters.discord import limits
from adapters.discord.commands import API, SIGN_IN_REMEDY, same
from adapters.discord.inbound import Interaction

log = structlog.get_logger(__name__)

Json = dict[str, Any]

GATEWAY: Final = str(DiscordWebSocket.DEFAULT_GATEWAY)

LOOK_SECONDS: Final = 5.0
REBUILD_SECONDS: Final = 60.0
RETRY_SECONDS: Final = (1.0, 2.0, 5.0, 10.0, 30.0)

REFUSED: Final = (
    "Discord closed the connection for good (code {code}). Run `ronde doctor`: it says what is "
    "missing."
)


class Line(discord.Client):
    """discord.py's client with the few events that we use."""

    def __init__(
        self,
        hear: Callable[[Interaction], Awaitable[None]],
        heard: Callable[[bool], None],
        connector: aiohttp.BaseConnector | None,
    ) -> None:
        """A client that keeps no messages, asks for guilds only, and never rings anybody."""
        intents = discord.Intents.none()
        intents.guilds = True
        super().__init__(
            intents=intents,
            connector=connector,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.0,  # `ready` is not waited for: presses come as soon as READY
            max_ratelimit_timeout=30.0,
        )
        # The constructor refuses less than 30 s; delivery has better things to do meanwhile.
        self.http.max_ratelimit_timeout = limits.PATIENCE_SECONDS
        self._hear = hear
        self._heard = heard

    async def on_interaction(self, interaction: Interaction) -> None:
        """Every command, press and form, in one door."""
        await self._hear(interaction)

    async def on_connect(self) -> None:
        """READY came: events come from now on."""
        self._heard(True)

    async def on_resumed(self) -> None:
        """The line is back, and what was missed has been replayed."""
        self._heard(True)

    async def on_disconnect(self) -> None:
        """The line broke; discord.py is mending it."""
        self._heard(False)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """A fault of ours in an event: its kind and place, never what people wrote."""
        log.error("discord-event", event_method=event_method, exc_info=sys.exception())


class Connection:
    """Holds the line. `on_deaf` is called where Discord refuses it for good."""

    def __init__(
        self,
        token: str,
        hear: Callable[[Interaction], Awaitable[None]],
        tree: Sequence[Json] | None,
        *,
        on_deaf: Callable[[], None],
        connector: Callable[[], aiohttp.BaseConnector] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`tree` is what Discord must know as commands (None: leave them as they are)."""
        self._token = token
        self._hear = hear
        self._tree = tree
        self._on_deaf = on_deaf
        self._connector = connector
        self._clock = clock
        self._sleep = sleep
        self._changed = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._silent_since: float | None = None
        self.client: Line | None = None
        self.heard = False

    async def open(self) -> None:
        """Sign in and connect; returns once events arrive.

        Raises Refused where Discord does not accept the token. An outage is waited out.
        """
        client = await self._sign_in()
        await self._register(client)
        self._run(client)
        await self._changed.wait()
        if not self.heard:
            assert self._running is not None
            self._raise_refusal(self._running)
        self._watching = asyncio.create_task(self._watch())

    async def stop_hearing(self) -> None:
        """No more events; what is under way can still be answered."""
        for task in (self._watching, self._running):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task
        self._watching = self._running = None
        self.heard = False

    async def close(self) -> None:
        """Disconnect."""
        await self.stop_hearing()
        if self.client is not None:
            await self.client.close()
            self.client = None

    # ── inside ──────────────────────────────────────────────────────────────────────────────

    async def _sign_in(self) -> Line:
        tries = 0
        while True:
            client = Line(self._hear, self._note, self._connector and self._connector())
            try:
                await client.login(self._token)
            except discord.LoginFailure:
                await client.close()
                raise Refused(SIGN_IN_REMEDY) from None
            except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as why:
                await client.close()
                wait = RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)]
                log.warning("discord-unreachable", error=type(why).__name__, wait=wait)
                tries += 1
                await self._sleep(wait)
            except BaseException:
                await client.close()
                raise
            else:
                return client

    async def _register(self, client: Line) -> None:
        """Tell Discord the commands, only where they changed: there is a daily limit."""
        if self._tree is None:
            return
        try:
            await register(client, self._tree)
        except discord.HTTPException as problem:
            # The bot still answers by what Discord knows; buttons and forms need no commands.
            log.error("discord-commands", code=problem.code, problem=problem.text[:300])

    def _run(self, client: Line) -> None:
        self.client = client
        self._changed.clear()
        self._silent_since = self._clock()
        self._running = asyncio.create_task(client.connect())
        self._running.add_done_callback(self._ended)

    def _note(self, heard: bool) -> None:
        if heard != self.heard:
            log.info("discord-heard" if heard else "discord-silent")
        self.heard = heard
        self._silent_since = None if heard else (self._silent_since or self._clock())
        if heard:
            self._changed.set()

    def _ended(self, running: asyncio.Task[None]) -> None:
        """discord.py gave up: the token was reset, or an intent is refused."""
        if running.cancelled() or running is not self._running:
            return
        self.heard = False
        self._changed.set()
        problem = running.exception()
        log.error("discord-refused", error=type(problem).__name__)
        if self._watching is not None:
            self._on_deaf()

    def _raise_refusal(self, running: asyncio.Task[None]) -> None:
        problem = running.exception() if running.done() else None
        code = getattr(problem, "code", None)
        raise Refused(
            SIGN_IN_REMEDY if code == 4004 else REFUSED.format(code=code or "?")
        ) from problem

    async def _watch(self) -> None:
        """Look again and again; a line that stays silent is replaced."""
        while True:
            await self._sleep(LOOK_SECONDS)
            since = self._silent_since
            if since is None or self._clock() - since < REBUILD_SECONDS:
                continue
            log.warning("discord-rebuild", seconds=round(self._clock() - since))
            try:
                client = await self._sign_in()
            except Refused as refusal:
                log.error("discord-refused", remedy=refusal.remedy)
                self._on_deaf()
                return
            old, running = self.client, self._running
            self._run(client)
            if running is not None:
                running.cancel()
            if old is not None:
                await old.close()


def point_at(api_url: str = "", gateway_url: str = "") -> None:
    """Where discord.py looks for Discord: elsewhere in tests and for compatible servers.

    discord.py keeps both addresses on its classes, one for the whole process.
    """
    Route.BASE = (api_url or API).rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url or GATEWAY)


async def register(client: discord.Client, tree: Sequence[Json]) -> bool:
    """Make Discord's command tree this one; False if it is already.

    Raises discord.HTTPException where Discord refuses it.
    """
    app = client.application_id
    assert app is not None, "signed in"
    # discord.py's own call leaves the translations out, so that every start would upload anew.
    path = "/applications/{application_id}/commands?with_localizations=true"
    known = await client.http.request(Route("GET", path, application_id=app))
    if same(tree, known):
        return False
    await client.http.bulk_upsert_global_commands(app, list(tree))
    return True
