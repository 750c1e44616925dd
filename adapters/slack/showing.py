"""Makes a card visible on Slack: posted once, redrawn as often as it changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Busy, Enlisting, Sending
from adapters.slack import limits, outbound, rosters, web
from adapters.slack.answers import HOPELESS, Answers, message, say
from adapters.slack.budget import Budget
from adapters.slack.inbound import reference
from adapters.slack.lookups import Lookups
from adapters.slack.web import Failed
from bot.request import PlaceRef

log = structlog.get_logger(__name__)

Json = dict[str, Any]

CONVERSATIONS = 5_000


@dataclass(slots=True)
class Showing:
    """Posts and redraws through a client that repeats nothing by itself."""

    client: AsyncWebClient
    answers: Answers
    lookups: Lookups
    budget: Budget = field(default_factory=lambda: Budget(limits.A_MINUTE))
    _conversations: OrderedDict[str, str] = field(default_factory=OrderedDict)

    async def show(self, sending: Sending) -> str:
        """Post or redraw a card and return its reference `channel:ts`.

        Raises Busy or Gone; anything else means that the result is unknown.
        """
        if sending.message is not None:
            return await self._meaning(sending.place, self._redraw(sending, sending.message), True)
        return await self._meaning(sending.place, self._post(sending), False)

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message away. Raises Busy or Gone; one that is gone already is no error."""
        await self._meaning(place, self._delete(message), True)

    async def enlist(self, enlisting: Enlisting) -> None:
        """Make people the members of a user group. Raises Busy or Gone."""
        await rosters.enlist(self.client, self.budget, enlisting)

    async def _meaning(self, place: PlaceRef, sent: Awaitable[str], repeatable: bool) -> str:
        """Wait for a call, and say what its failure means to delivery."""
        try:
            return await sent
        except Failed as problem:
            if problem.error in web.PLACE_GONE:
                if place.direct:
                    self._conversations.pop(place.ref, None)
                else:
                    self.lookups.moved(place.ref, inside=False)
            if problem.error in web.OPERATOR:
                log.error("slack-permission", method=problem.method, error=problem.error)
            raise web.meaning(problem, direct=place.direct, repeatable=repeatable) from None
        except (aiohttp.ClientError, OSError, TimeoutError):
            if repeatable:
                raise Busy() from None
            raise

    async def _delete(self, ref: str) -> str:
        channel, _, stamp = ref.partition(":")
        try:
            await web.call(self.client, "chat.delete", channel=channel, ts=stamp)
        except Failed as problem:
            if problem.error != "message_not_found":
                raise
        return ref

    async def _redraw(self, sending: Sending, ref: str) -> str:
        channel, _, stamp = ref.partition(":")
        await self._say("chat.update", sending, channel=channel, ts=stamp)
        return ref

    async def _post(self, sending: Sending) -> str:
        channel = sending.place.ref
        if sending.place.direct:
            channel = await self._conversation(channel)
        thread = sending.reply_to.partition(":")[2] if sending.reply_to else None
        try:
            posted = await self._say("chat.postMessage", sending, channel=channel, thread_ts=thread)
        except Failed as problem:
            if thread is None or problem.error not in web.NO_THREAD:
                raise
            posted = await self._say("chat.postMessage", sending, channel=channel)
        ref = reference(str(posted.get("channel", channel)), str(posted["ts"]))
        if self.answers.files:
            await self._attach(sending, ref)
        return ref

    async def _say(self, method: str, sending: Sending, **where: str | None) -> Json:
        """Send a card; more plainly if Slack refuses its blocks."""
        drawn = outbound.draw(sending.card, sending.reader, files=self.answers.files)
        said = message(drawn)
        if method == "chat.update":
            said = {name: said[name] for name in ("text", "parse", "link_names")}
        self.budget.take(method)
        return await say(self.client, method, drawn, **where, **said)

    async def _conversation(self, user: str) -> str:
        """The direct messages with somebody, opened once and remembered within bounds."""
        known = self._conversations.get(user)
        if known is None:
            self.budget.take("conversations.open")
            opened = await web.call(self.client, "conversations.open", users=user)
            known = self._conversations[user] = str(opened["channel"]["id"])
            if len(self._conversations) > CONVERSATIONS:
                self._conversations.popitem(last=False)
        return known

    async def _attach(self, sending: Sending, ref: str) -> None:
        """Put a card's files under it. The card stands already: a failure is only noted."""
        channel, _, stamp = ref.partition(":")
        for gift in outbound.attachments(sending.card):
            try:
                await self.answers.upload(channel, gift, sending.reader, stamp)
            except HOPELESS as problem:
                log.warning("slack-file", error=type(problem).__name__)
