"""Private answers on Slack: by the way that the press left open, else by the next best one.

A response_url lives thirty minutes and five answers, a trigger three seconds, and an ephemeral
message needs the bot in the channel; a direct message always remains.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters import lengths
from adapters.base import Busy
from adapters.slack import outbound, web
from adapters.slack.inbound import Arrival, Way
from adapters.slack.modal import Memory, home, modal, window
from adapters.slack.outbound import Drawn, draw
from adapters.slack.outline import escaped, outline
from adapters.slack.web import Failed
from bot.card import Card, File, Form, Reply
from bot.command import Answer
from bot.language import Reader

log = structlog.get_logger(__name__)

Json = dict[str, Any]
Shelve = Callable[[Form], Awaitable[Answer]]

UNREADABLE = (
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_attachments",
    "msg_blocks_too_long",
)
"""What Slack says of blocks that it does not take."""

HOPELESS = (Failed, Busy, OSError, TimeoutError, aiohttp.ClientError)
"""What a way of answering may fail with; the next way is tried."""


@dataclass(slots=True)
class Answers:
    """Gives people their private answers. `files` says that the bot may upload."""

    client: AsyncWebClient
    session: aiohttp.ClientSession
    files: bool = False

    async def give(self, arrival: Arrival, answer: Answer, shelve: Shelve) -> None:
        """Show the outcome to the person who asked; `shelve` keeps a form that cannot be opened."""
        match answer.outcome:
            case Reply() as reply:
                await self._reply(arrival, reply, answer.reader)
            case Form() as form:
                if not await self._open(arrival, form, answer.reader):
                    kept = await shelve(form)
                    if isinstance(kept.outcome, Reply):
                        await self._reply(arrival, kept.outcome, kept.reader)
            case _:
                return

    async def publish_home(self, user: str, card: Card, reader: Reader) -> None:
        """Draw somebody's Home tab. A failure is logged: they see the earlier one."""
        try:
            await web.call(self.client, "views.publish", user_id=user, view=home(card, reader))
        except HOPELESS as problem:
            _note("home", problem)

    # ── forms ───────────────────────────────────────────────────────────────────────────────

    async def _open(self, arrival: Arrival, form: Form, reader: Reader) -> bool:
        """Open the form as a modal. False: it is too late for that."""
        try:
            await self._put(arrival, modal(form, reader, _memory(arrival)))
        except HOPELESS as problem:
            _note("form", problem)
            return False
        return True

    # ── cards ───────────────────────────────────────────────────────────────────────────────

    async def _reply(self, arrival: Arrival, reply: Reply, reader: Reader) -> None:
        drawn = draw(reply.card, reader, files=self.files)
        await self.hand_over(arrival, reply.card, reader)
        in_window = arrival.way is Way.PRESSED and arrival.window is not None
        if in_window and await self._in_window(arrival, reply.card, reader):
            return
        replace = reply.replace and arrival.private
        if arrival.answer_to and await self._respond(arrival.answer_to, drawn, replace):
            return
        if not arrival.place.direct and await self._whisper(arrival, drawn):
            return
        await self._write_to(arrival.account.ref, drawn)

    async def _in_window(self, arrival: Arrival, card: Card, reader: Reader) -> bool:
        """Answer a press in the Home tab or in a modal with a modal."""
        try:
            await self._put(arrival, self.window(arrival, card, reader))
        except HOPELESS as problem:
            _note("window", problem)
            return False
        return True

    def window(self, arrival: Arrival, card: Card, reader: Reader) -> Json:
        """A card as a modal, for where there is no message to answer to."""
        return window(card, reader, _memory(arrival), files=self.files)

    async def _put(self, arrival: Arrival, view: Json) -> None:
        """Open a modal, in the place of the one that was pressed in, if any."""
        seen = arrival.window
        if seen is not None and seen.id and not seen.home and arrival.way is Way.PRESSED:
            await web.call(self.client, "views.update", view_id=seen.id, view=view)
        else:
            await web.call(self.client, "views.open", trigger_id=arrival.trigger, view=view)

    async def _respond(self, address: str, drawn: Drawn, replace: bool) -> bool:
        """Answer through the response_url; once more as plain text if the blocks are refused."""
        hook = AsyncWebhookClient(
            address,
            session=self.session,
            logger=web.quiet_logger(),
            retry_handlers=[],  # a repeat could show the answer twice
        )
        for blocks in drawn.tries():
            try:
                answer = await hook.send(
                    text=drawn.text,
                    blocks=blocks or None,
                    response_type="ephemeral",
                    replace_original=replace,
                    unfurl_links=False,
                    unfurl_media=False,
                )
            except (OSError, TimeoutError, aiohttp.ClientError) as problem:
                _note("response_url", problem)
                return False
            error = _refusal(answer.status_code, answer.body)
            if not error:
                return True
            log.warning("slack-answer", way="response_url", error=error)
            if error not in UNREADABLE:
                return False
        return False

    async def _whisper(self, arrival: Arrival, drawn: Drawn) -> bool:
        """Answer with an ephemeral message; it needs the bot in the channel."""
        try:
            await say(
                self.client,
                "chat.postEphemeral",
                drawn,
                channel=arrival.place.ref,
                user=arrival.account.ref,
                text=drawn.text,
                parse="none",
                link_names=False,
            )
        except HOPELESS as problem:
            _note("ephemeral", problem)
            return False
        return True

    async def _write_to(self, user: str, drawn: Drawn) -> None:
        """Answer by direct message, the last way."""
        try:
            channel = await self.conversation(user)
            await say(self.client, "chat.postMessage", drawn, channel=channel, **message(drawn))
        except HOPELESS as problem:
            _note("direct", problem)

    async def conversation(self, user: str) -> str:
        """The channel of the direct messages with somebody.

        Raises Failed or Busy.
        """
        opened = await web.call(self.client, "conversations.open", users=user)
        return str(opened["channel"]["id"])

    # ── files ───────────────────────────────────────────────────────────────────────────────

    async def hand_over(self, arrival: Arrival, card: Card, reader: Reader) -> None:
        """Send a card's files by direct message, where the bot may. A failure is only noted."""
        gifts = outbound.attachments(card) if self.files else []
        if not gifts:
            return
        try:
            channel = await self.conversation(arrival.account.ref)
            for gift in gifts:
                await self.upload(channel, gift, reader)
        except HOPELESS as problem:
            _note("file", problem)

    async def upload(
        self, channel: str, gift: File, reader: Reader, thread: str | None = None
    ) -> None:
        """Put a file into a conversation.

        Raises Failed or Busy.
        """
        place = await web.call(
            self.client,
            "files.getUploadURLExternal",
            filename=gift.name,
            length=len(gift.content),
        )
        async with self.session.post(place["upload_url"], data=gift.content) as answer:
            if answer.status != 200:
                raise Failed("upload", f"http_{answer.status}")
        said = outline(Card(gift.says), reader)
        await web.call(
            self.client,
            "files.completeUploadExternal",
            files=[{"id": place["file_id"], "title": lengths.cut(gift.name, 200)}],
            channel_id=channel,
            thread_ts=thread,
            initial_comment=escaped(said),
        )


def _memory(arrival: Arrival) -> Memory:
    """What a modal must remember of how it came about."""
    return Memory(
        place=arrival.place,
        answer_to=arrival.answer_to,
        private=arrival.private,
        home=arrival.in_home,
    )


def message(drawn: Drawn) -> Json:
    """What every message carries besides its blocks: nothing rings, links itself or unfolds."""
    return {
        "text": drawn.text,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


async def say(client: AsyncWebClient, method: str, drawn: Drawn, **values: Any) -> Json:
    """Send a card; more plainly if Slack refuses its blocks.

    Raises Failed or Busy.
    """
    for blocks in drawn.tries():
        try:
            return await web.call(client, method, **values, blocks=blocks)
        except Failed as problem:
            if problem.error not in UNREADABLE or not blocks:
                raise
            log.error("slack-blocks", method=method, error=problem.error)
    raise AssertionError("the last try has no blocks")


def _refusal(status: int, body: str) -> str:
    """Slack's word for refusing an answer by response_url; empty if it took it."""
    if body.startswith("{"):
        try:
            said = json.loads(body)
        except ValueError:
            said = {}
        if said.get("ok") is False:
            return str(said.get("error") or f"http_{status}")
    return "" if status == 200 else f"http_{status}"


def _note(way: str, problem: Exception) -> None:
    """Write down that a way failed: Slack's word for it, never what was to be said."""
    error = problem.error if isinstance(problem, Failed) else type(problem).__name__
    log.warning("slack-answer", way=way, error=error)


async def drain(tasks: set[asyncio.Task[None]], seconds: float) -> None:
    """Let the answers under way finish; those that take longer are given up."""
    if tasks:
        _, late = await asyncio.wait(set(tasks), timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
