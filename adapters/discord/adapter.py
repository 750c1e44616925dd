"""Discord as Ronde lives in it: hears people over the gateway, answers them, and shows cards."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
import structlog

from adapters import lengths
from adapters.base import Announcing, Busy, Enlisting, Gone, Sending
from adapters.discord import connection, events, limits, outbound, rosters
from adapters.discord.answers import NOTHING_RINGS, Answering
from adapters.discord.commands import Index, tree
from adapters.discord.connection import Connection, Line
from adapters.discord.inbound import PLATFORM, Interaction, read
from adapters.discord.outbound import Drawn
from adapters.discord.refusals import INVALID, NO_REPLY, OUTAGE_SECONDS, meaning
from bot.request import PlaceRef

if TYPE_CHECKING:
    from bot.engine import Engine

log = structlog.get_logger(__name__)

DRAIN_SECONDS: Final = 10.0


class DiscordAdapter:
    """One application, in as many servers as it was added to.

    `edit_every` tells delivery how soon a message may be redrawn. `on_deaf` ends the process when
    Discord refuses the bot for good. `clock` and `sleep` are the steady clock of reconnecting,
    never the time that people live in.
    """

    platform = PLATFORM

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "",
        gateway_url: str = "",
        connector: Callable[[], aiohttp.BaseConnector] | None = None,
        register: bool = True,
        edit_every: float = limits.EDIT_EVERY,
        on_deaf: Callable[[], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing is connected before `listen`. `register`: upload the commands if they changed."""
        self._token = token
        self._addresses = (api_url, gateway_url)
        self._connector = connector
        self._registers = register
        self.edit_every = edit_every
        self._on_deaf = on_deaf or _leave
        self._clock = clock
        self._sleep = sleep
        self._engine: Engine | None = None
        self._index = Index((), ())
        self._connection: Connection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    # ── coming and going ────────────────────────────────────────────────────────────────────

    @property
    def ready(self) -> bool:
        """Whether Discord can be heard now."""
        return self._connection is not None and self._connection.heard and not self._closing

    async def listen(self, engine: Engine) -> None:
        """Connect; returns once events arrive.

        Raises Refused, with a remedy, where Discord does not accept the token.
        """
        self._engine = engine
        self._closing = False
        self._index = Index(engine.groups, engine.shortcuts)
        wanted = tree(engine.groups, engine.shortcuts) if self._registers else None
        connection.point_at(*self._addresses)
        self._connection = Connection(
            self._token,
            self._hear,
            wanted,
            on_deaf=self._on_deaf,
            connector=self._connector,
            clock=self._clock,
            sleep=self._sleep,
        )
        try:
            await self._connection.open()
        except BaseException:
            await self._connection.close()
            raise

    async def close(self) -> None:
        """Stop listening, finish the answers under way, and disconnect."""
        if self._connection is None:
            return
        self._closing = True
        await self._connection.stop_hearing()
        await self.settle(DRAIN_SECONDS)
        for task in self._tasks:
            task.cancel()
        await self._connection.close()
        self._connection = None

    async def settle(self, seconds: float | None = None) -> None:
        """Wait for the answers under way, at most so long."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=seconds)

    # ── hearing ─────────────────────────────────────────────────────────────────────────────

    async def _hear(self, interaction: Interaction) -> None:
        """One interaction in, its answer out."""
        engine = self._engine
        assert engine is not None
        arrival = read(interaction, self._index)
        if arrival is None:
            return
        answering = asyncio.create_task(Answering(engine, interaction, arrival).run())
        self._tasks.add(answering)
        answering.add_done_callback(self._tasks.discard)
        await answering

    # ── showing ─────────────────────────────────────────────────────────────────────────────

    async def show(self, sending: Sending) -> str:
        """Post a card, or redraw it, and return its reference `channel:message`.

        A repeat is harmless: an edit by nature, a new message by its nonce for some minutes. So
        an outage is Busy.

        Raises Busy or Gone; anything else means that the result is unknown.
        """
        client = self._client()

        async def put() -> str:
            drawn = outbound.draw(sending.card, sending.reader)
            try:
                return await self._put(client, sending, drawn)
            except discord.HTTPException as problem:
                if problem.code != INVALID:
                    raise
                log.error("discord-components", problem=problem.text[:300])
            return await self._put(client, sending, outbound.simple(sending.card, sending.reader))

        shown = await self._asking(put(), direct=sending.place.direct)
        assert isinstance(shown, str)
        return shown

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message or event away; gone already is no error. Raises Busy or Gone."""
        client = self._client()
        try:
            await self._asking(self._take(client, place, message), direct=place.direct)
        except Gone as gone:
            if gone.what != "message":
                raise

    def address_of(self, place: PlaceRef, message: str) -> str:
        """The message's own link."""
        channel, _, number = message.partition(":")
        return f"https://discord.com/channels/{place.workspace}/{channel}/{number}"

    async def announce(self, announcing: Announcing) -> str:
        """Enter an event in the server's list, or change it there, and return its reference.

        Raises Busy or Gone; anything else means that the result is unknown.
        """
        entered = await self._asking(events.enter(self._client(), announcing), direct=False)
        return str(entered)

    async def enlist(self, enlisting: Enlisting) -> None:
        """Give a role to people, and take it from others.

        Raises Busy or Gone; anything else means that the result is unknown.
        """
        await self._asking(rosters.enlist(self._client(), enlisting), direct=False)

    def _client(self) -> Line:
        if self._connection is None or self._connection.client is None:
            raise Busy(OUTAGE_SECONDS)
        return self._connection.client

    async def _asking(self, doing: Awaitable[Any], *, direct: bool) -> Any:
        """Do it; what Discord refuses becomes Busy or Gone."""
        try:
            async with asyncio.timeout(limits.SHOW_SECONDS):
                return await doing
        except discord.DiscordException as problem:
            raise meaning(problem, direct=direct) from None
        except (aiohttp.ClientError, OSError, TimeoutError):
            raise Busy(OUTAGE_SECONDS) from None

    async def _put(self, client: Line, sending: Sending, drawn: Drawn) -> str:
        view = outbound.view(drawn)
        if sending.message is not None:
            channel, _, number = sending.message.partition(":")
            message = client.get_partial_messageable(int(channel)).get_partial_message(int(number))
            await message.edit(
                view=view, attachments=outbound.files(drawn), allowed_mentions=NOTHING_RINGS
            )
            return sending.message
        where = await self._where(client, sending.place)
        try:
            posted = await where.send(**_new(sending, drawn, where.id))
        except discord.HTTPException as problem:
            if sending.reply_to is None or problem.code not in NO_REPLY:
                raise
            posted = await where.send(**_new(sending, drawn, None))
        return f"{posted.channel.id}:{posted.id}"

    async def _take(self, client: Line, place: PlaceRef, message: str) -> None:
        if events.is_event(message):
            await events.leave(client, place, message)
            return
        channel, _, number = message.partition(":")
        known = client.get_partial_messageable(int(channel))
        await known.get_partial_message(int(number)).delete()

    async def _where(
        self, client: Line, place: PlaceRef
    ) -> discord.DMChannel | discord.PartialMessageable:
        """The channel, or the conversation with a person (discord.py remembers the last 128)."""
        if place.direct:
            return await client.create_dm(discord.Object(int(place.ref)))
        return client.get_partial_messageable(int(place.ref))


def _new(sending: Sending, drawn: Drawn, channel: int | None) -> dict[str, Any]:
    """What a new message says. The nonce lets Discord drop a repeat within some minutes.

    It is a reply where its parent stands in the same channel; a parent that is gone is no hurdle.
    """
    said: dict[str, Any] = {
        "view": outbound.view(drawn),
        "allowed_mentions": NOTHING_RINGS,
        "nonce": _nonce(sending.key),
    }
    if drawn.gifts:
        said["files"] = outbound.files(drawn)
    if sending.reply_to is not None and channel is not None:
        parent, _, number = sending.reply_to.partition(":")
        if parent == str(channel):
            said["reference"] = discord.MessageReference(
                message_id=int(number), channel_id=channel, fail_if_not_exists=False
            )
    return said


def _nonce(key: str) -> str:
    """The key itself where it fits; two long keys may begin alike, so their digest is taken."""
    if lengths.size(key) <= limits.NONCE:
        return key
    return hashlib.sha256(key.encode()).hexdigest()[: limits.NONCE]


def _leave() -> None:
    """End the process so that whoever supervises it starts it again."""
    raise SystemExit("Discord does not accept the bot any more: run `ronde doctor`.")
