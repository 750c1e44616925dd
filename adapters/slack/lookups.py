"""What Slack knows about people and channels: zone, language, name, whether the bot is inside.

Kept for a while and within bounds; asked beside the way of a press, never on it.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from adapters.base import Busy
from adapters.slack.web import Failed
from bot.request import AccountRef, PlaceRef

PEOPLE = 5_000
PLACES = 1_000
PERSON_SECONDS = 24 * 3600.0
INSIDE_SECONDS = 600.0
OUTSIDE_SECONDS = 5.0  # somebody is about to type /invite
PATIENCE_SECONDS = 0.8  # of a command, form or shortcut, for what is not known yet
AT_ONCE = 8  # questions under way; more would eat the budget that posts need

Ask = Callable[..., Awaitable[dict[str, Any]]]
Known = TypeVar("Known")


class Shelf(Generic[Known]):
    """A bounded cache whose entries grow old; the one used longest ago leaves first."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        """Keep at most `most` entries; ages are told by `clock`."""
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Known]] = OrderedDict()

    def get(self, key: str) -> Known | None:
        """The entry, unless it is unknown or too old."""
        found = self._kept.get(key)
        if found is None or found[0] <= self._clock():
            return None
        self._kept.move_to_end(key)
        return found[1]

    def put(self, key: str, known: Known, seconds: float) -> None:
        """Keep an entry for so long."""
        self._kept[key] = (self._clock() + seconds, known)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def __len__(self) -> int:
        """How many entries are kept, old ones included."""
        return len(self._kept)


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack says about a person."""

    name: str
    locale: str
    zone: str
    bot: bool


class Lookups:
    """The two caches, and the questions under way; two who ask the same share one question."""

    def __init__(self, ask: Ask, clock: Callable[[], float]) -> None:
        """Ask Slack through `ask(method, **values)`."""
        self._ask = ask
        self._people: Shelf[Profile] = Shelf(PEOPLE, clock)
        self._inside: Shelf[bool] = Shelf(PLACES, clock)
        self._asking: dict[str, asyncio.Task[None]] = {}

    def known(self, account: AccountRef) -> AccountRef:
        """The account with what is already known of it."""
        profile = self._people.get(account.ref)
        if profile is None:
            return replace(account, name="", handle=account.name)
        return replace(
            account,
            name=profile.name or account.name,
            locale=profile.locale,
            zone=profile.zone,
            bot=profile.bot,
        )

    def wonder(self, account: AccountRef) -> None:
        """Find out about somebody in the background, for their next visit."""
        if self._people.get(account.ref) is None:
            self._start(f"person:{account.ref}", self._person(account.ref))

    async def complete(
        self, account: AccountRef, place: PlaceRef | None, patience: float = PATIENCE_SECONDS
    ) -> tuple[AccountRef, PlaceRef | None]:
        """Account and place with what Slack knows of them, as far as it answers in time."""
        waiting: list[asyncio.Task[None]] = []
        if self._people.get(account.ref) is None:
            waiting += self._start(f"person:{account.ref}", self._person(account.ref))
        channel = place is not None and not place.direct
        if channel and place is not None and self._inside.get(place.ref) is None:
            waiting += self._start(f"place:{place.ref}", self._place(place.ref))
        if waiting:
            await asyncio.wait(waiting, timeout=patience)
        if channel and place is not None and self._inside.get(place.ref) is False:
            place = replace(place, missing=("membership",))
        return self.known(account), place

    async def name(self, user: str, patience: float = PATIENCE_SECONDS) -> str:
        """What somebody is called; empty if Slack does not say so in time."""
        if self._people.get(user) is None:
            waiting = self._start(f"person:{user}", self._person(user))
            if waiting:
                await asyncio.wait(waiting, timeout=patience)
        profile = self._people.get(user)
        return profile.name if profile else ""

    def moved(self, channel: str, *, inside: bool) -> None:
        """The bot came in or went out, or was told so by a refusal."""
        self._inside.put(channel, inside, INSIDE_SECONDS if inside else OUTSIDE_SECONDS)

    async def close(self) -> None:
        """Give up the questions under way."""
        asking = list(self._asking.values())
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)

    def _start(self, key: str, question: Any) -> list[asyncio.Task[None]]:
        """The question under way for `key`, begun if need be; none if too many are."""
        running = self._asking.get(key)
        if running is not None or len(self._asking) >= AT_ONCE:
            question.close()
            return [running] if running is not None else []
        task = asyncio.create_task(question)
        self._asking[key] = task
        task.add_done_callback(lambda _: self._asking.pop(key, None))
        return [task]

    async def _person(self, user: str) -> None:
        try:
            answer = await self._ask("users.info", user=user, include_locale="true")
        except (Failed, Busy, OSError, TimeoutError):
            return
        found = answer.get("user", {})
        profile = found.get("profile", {})
        name = profile.get("display_name") or found.get("real_name") or found.get("name", "")
        self._people.put(
            user,
            Profile(
                name=str(name),
                locale=str(found.get("locale") or ""),
                zone=str(found.get("tz") or ""),
                bot=bool(found.get("is_bot")),
            ),
            PERSON_SECONDS,
        )

    async def _place(self, channel: str) -> None:
        try:
            answer = await self._ask("conversations.info", channel=channel)
        except Failed as problem:
            # A private channel that the bot is not in does not exist for it; without groups:read
            # nobody can tell, and the bot is taken to be there until a post says otherwise.
            if problem.error == "channel_not_found":
                self.moved(channel, inside=False)
            elif problem.error == "missing_scope":
                self.moved(channel, inside=True)
            return
        except (Busy, OSError, TimeoutError):
            return
        found = answer.get("channel", {})
        inside = bool(found.get("is_member")) and not found.get("is_archived")
        self.moved(channel, inside=inside)
