"""Slack as Ronde lives in it: hears people over Socket Mode, answers them, and shows cards."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import aiohttp
import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Busy, Enlisting, Refused, Sending
from adapters.slack import limits, web
from adapters.slack.answers import Answers, drain
from adapters.slack.connection import Connection
from adapters.slack.inbound import PLATFORM, Arrival, Moved, Self, Way, read
from adapters.slack.lookups import Lookups
from adapters.slack.modal import complaints, modal
from adapters.slack.showing import Showing
from adapters.slack.web import Failed
from bot.card import Form, Reply
from bot.command import Answer
from bot.language import Reader, best_language
from bot.request import AccountRef, PlaceRef, Request

if TYPE_CHECKING:
    from bot.engine import Engine

log = structlog.get_logger(__name__)

Json = dict[str, Any]

EMPTY_SECONDS = 1.5  # past this the acknowledgement goes out empty, and the answer follows
DRAIN_SECONDS = 10.0
CALL_SECONDS = 10.0
KNOWN_WITHIN = 30.0  # what Slack says of somebody may come long after their press
API = "https://slack.com/api/"


class _Door(AsyncMiddleware):
    """The one middleware: it returns the acknowledgement itself.

    Bolt's own listeners wait for `ack()` by polling every 10 ms, are tried one by one, and leave
    what no listener takes unacknowledged.
    """

    def __init__(self, receive: Callable[[Json], Awaitable[BoltResponse]]) -> None:
        self._receive = receive

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002  # Bolt's signature
    ) -> BoltResponse:
        del resp, next
        return await self._receive(req.body)


class SlackAdapter:
    """One workspace. `on_deaf` ends the process when Slack stays unreachable.

    `edit_every` tells delivery how soon a message may be redrawn. `clock` and `sleep` are the
    steady clock of reconnecting, never the time that people live in.
    """

    platform = PLATFORM

    def __init__(
        self,
        bot_token: str,
        app_token: str,
        *,
        api_url: str = API,
        edit_every: float = limits.EDIT_EVERY,
        on_deaf: Callable[[], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        ping_seconds: float = 10.0,
    ) -> None:
        """Nothing is connected before `listen`."""
        self._bot_token = bot_token
        self._app_token = app_token
        self._api_url = api_url
        self.edit_every = edit_every
        self._on_deaf = on_deaf or _leave
        self._clock = clock
        self._sleep = sleep
        self._ping_seconds = ping_seconds
        self._connection: Connection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._handling: set[asyncio.Task[Answer]] = set()
        self._closing = False
        self.me = Self("", "")
        self._home = ""  # the workspace in the web
        self.scopes: frozenset[str] = frozenset()

    # ── coming and going ────────────────────────────────────────────────────────────────────

    @property
    def ready(self) -> bool:
        """Whether Slack can be heard now."""
        return self._connection is not None and self._connection.heard and not self._closing

    async def listen(self, engine: Engine) -> None:
        """Connect; returns once the socket is open.

        Raises Refused, with a remedy, where Slack does not accept the tokens.
        """
        self._engine = engine
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_SECONDS))
        try:
            address = await self._introduce()
        except BaseException:
            await self._session.close()
            raise
        self._lookups = Lookups(self._ask, self._clock)
        self._answers = Answers(self._asking, self._session, "files:write" in self.scopes)
        self._showing = Showing(self._posting, self._answers, self._lookups)
        app = AsyncApp(
            name="ronde",
            client=self._posting,
            logger=web.quiet_logger(),
            before_authorize=_Door(self.receive),
            # A socket that Slack opened for our token needs no signature and no SSL check.
            request_verification_enabled=False,
            ssl_check_enabled=False,
        )
        self._connection = Connection(
            app, self._app_token, self._on_deaf, self._clock, self._sleep, self._ping_seconds
        )
        await self._connection.open(address)

    async def close(self) -> None:
        """Stop listening, finish the answers under way, and disconnect."""
        if self._connection is None:
            return
        self._closing = True
        if self._handling:
            await asyncio.wait(set(self._handling), timeout=DRAIN_SECONDS)
        await drain(self._tasks, DRAIN_SECONDS)
        await self._connection.close()
        await self._lookups.close()
        await self._session.close()

    async def show(self, sending: Sending) -> str:
        """Post a card, or redraw it, and return its reference `channel:ts`.

        Raises Busy or Gone; anything else means that the result is unknown.
        """
        return await self._showing.show(sending)

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message away; one that is gone already is no error. Raises Busy or Gone."""
        await self._showing.remove(place, message)

    def address_of(self, place: PlaceRef, message: str) -> str:
        """The message's permanent link; empty before Slack has said where the workspace is."""
        del place
        channel, _, stamp = message.partition(":")
        return f"{self._home}archives/{channel}/p{stamp.replace('.', '')}" if self._home else ""

    async def enlist(self, enlisting: Enlisting) -> None:
        """Make people the members of a user group. Raises Busy or Gone."""
        await self._showing.enlist(enlisting)

    async def settle(self) -> None:
        """Return once every answer under way has been given."""
        while self._tasks or self._handling:
            await asyncio.wait({*self._tasks, *self._handling})

    async def _introduce(self) -> str:
        """Ask who we are, what we may do, and where the socket is."""
        # Posts and redraws are repeated by delivery alone: the SDK's default would send twice
        # after a dropped connection. Questions and private answers wait out a rate limit here.
        self._posting = self._client([])
        self._asking = self._client([AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
        try:
            who, self.scopes = await web.introduce(self._asking)
            opened = await web.call(self._client([], self._app_token), "apps.connections.open")
        except Failed as problem:
            raise Refused(web.remedy(problem)) from None
        except (Busy, aiohttp.ClientError, OSError, TimeoutError):
            raise Refused(f"Slack cannot be reached at {self._api_url}") from None
        self.me = Self(str(who["team_id"]), str(who["user_id"]), str(who.get("user", "")))
        self._home = str(who.get("url", ""))
        return str(opened["url"])

    def _client(self, handlers: list[AsyncRetryHandler], token: str = "") -> AsyncWebClient:
        return AsyncWebClient(
            token=token or self._bot_token,
            base_url=self._api_url,
            session=self._session,
            retry_handlers=handlers,
            logger=web.quiet_logger(),
        )

    async def _ask(self, method: str, **values: str) -> Json:
        return await web.call(self._asking, method, **values)

    # ── hearing ─────────────────────────────────────────────────────────────────────────────

    async def receive(self, body: Json) -> BoltResponse:
        """One payload in, its acknowledgement out, within 1.5 seconds.

        What the engine has not answered by then follows by itself. While closing nothing is
        acknowledged: Slack delivers it again, to whoever listens then.
        """
        if self._closing:
            return BoltResponse(status=503)
        try:
            arrival = read(body, self.me)
        except (AttributeError, IndexError, KeyError, TypeError) as problem:
            # Acknowledged: Slack would only send the same again.
            log.warning(
                "slack-unreadable", kind=str(body.get("type")), problem=type(problem).__name__
            )
            return BoltResponse(status=200)
        match arrival:
            case None:
                return BoltResponse(status=200)
            case Moved(channel, inside):
                self._lookups.moved(channel, inside=inside)
                return BoltResponse(status=200)
        handling = asyncio.create_task(self._handle(arrival))
        self._handling.add(handling)
        handling.add_done_callback(self._handling.discard)
        if not await web.within(EMPTY_SECONDS, handling):
            self._own(self._answer_late(arrival, handling))
            return BoltResponse(status=200)
        answer = handling.result()
        if arrival.way is Way.SENT:
            return self._acknowledge_form(arrival, answer)
        if answer.outcome is not None or arrival.in_home:
            self._own(self._answer(arrival, answer))
        return BoltResponse(status=200)

    async def _handle(self, arrival: Arrival) -> Answer:
        request = await self._completed(arrival)
        answer = await self._engine.handle(request)
        if request.account is not None and not request.account.name:
            self._own(self._get_to_know(request.account))
        if not answer.guessed or answer.outcome is None:
            return answer
        # A first press waited for nothing; the answer to it waits for the person's language.
        account, _ = await self._lookups.complete(arrival.account, None)
        known = Reader(
            best_language(account.locale, answer.reader.language),
            account.zone or answer.reader.zone,
            PLATFORM,
        )
        return replace(answer, reader=known)

    async def _get_to_know(self, stranger: AccountRef) -> None:
        """Tell the engine who it was that pressed: their zone decides when they are written to."""
        account, _ = await self._lookups.complete(stranger, None, KNOWN_WITHIN)
        if account.name:
            await self._engine.meet(account)

    async def _completed(self, arrival: Arrival) -> Request:
        """The request with what Slack knows of person and place; a press waits for nothing."""
        request, account = arrival.request, arrival.account
        if arrival.way is Way.PRESSED and not arrival.private and arrival.window is None:
            self._lookups.wonder(account)
            return replace(request, account=self._lookups.known(account))
        account, place = await self._lookups.complete(account, request.place)
        values = request.values
        if arrival.way is Way.SHORTCUT and values["author_ref"]:
            name = await self._lookups.name(values["author_ref"])
            values = {**values, "author": name or values["author"]}
        return replace(request, account=account, place=place, values=values)

    def _acknowledge_form(self, arrival: Arrival, answer: Answer) -> BoltResponse:
        """What a sent form becomes: closed, errors under its fields, or a window drawn anew."""
        match answer.outcome:
            case Form() as form:
                return _corrected(arrival, form, answer)
            case Reply(card) if not arrival.answer_to:
                # Opened from the Home tab: there is no message to answer to, but this window.
                view = self._answers.window(arrival, card, answer.reader)
                self._own(self._answers.hand_over(arrival, card, answer.reader))
                self._own(self._refresh_home(arrival))
                return BoltResponse(status=200, body={"response_action": "update", "view": view})
            case Reply():
                self._own(self._answer(arrival, answer))
            case _ if arrival.in_home:
                self._own(self._refresh_home(arrival))
            case _:
                pass
        return BoltResponse(status=200)

    # ── answering ───────────────────────────────────────────────────────────────────────────

    def _own(self, answering: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(answering)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            log.error("slack-answer-fault", exc_info=problem)

    async def _answer_late(self, arrival: Arrival, handling: asyncio.Task[Answer]) -> None:
        await self._answer(arrival, await handling)

    async def _answer(self, arrival: Arrival, answer: Answer) -> None:
        if arrival.way is Way.HOME:
            await self._publish_home(arrival, answer)
            return
        await self._answers.give(
            arrival, answer, lambda form: self._engine.shelve(arrival.request, form)
        )
        await self._refresh_home(arrival)

    async def _refresh_home(self, arrival: Arrival) -> None:
        """Draw the Home tab anew after something was done in it."""
        if not arrival.in_home:
            return
        account = self._lookups.known(arrival.account)
        request = Request(f"{arrival.request.id}:home", "home:", account, arrival.place)
        await self._publish_home(arrival, await self._engine.handle(request))

    async def _publish_home(self, arrival: Arrival, answer: Answer) -> None:
        if isinstance(answer.outcome, Reply):
            card = answer.outcome.card
            await self._answers.publish_home(arrival.account.ref, card, answer.reader)


def _corrected(arrival: Arrival, form: Form, answer: Answer) -> BoltResponse:
    """A sent form comes back: errors under its fields, or, if more has changed, drawn anew."""
    seen = arrival.window
    assert seen is not None
    typed = dict(seen.typed)
    same = form.route.pack() == seen.memory.route and {f.name for f in form.fields} == set(typed)
    unchanged = same and all(form.values.get(name, typed[name]) == typed[name] for name in typed)
    if form.errors and unchanged and set(form.errors) <= set(typed):
        errors = complaints(form, answer.reader, seen.memory.round)
        return BoltResponse(status=200, body={"response_action": "errors", "errors": errors})
    view = modal(form, answer.reader, replace(seen.memory, round=seen.memory.round + 1))
    return BoltResponse(status=200, body={"response_action": "update", "view": view})


def _leave() -> None:
    """End the process so that whoever supervises it starts it again."""
    raise SystemExit("Slack cannot be heard any more.")
