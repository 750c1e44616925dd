"""The composition root: settings become an engine, adapters and clockwork."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from adapters.base import Adapter, Addressing
from adapters.web.feed import Feeds
from adapters.web.outside import Web
from bot.clocks import RealClock, ShiftedClock
from bot.context import Clock
from bot.engine import Engine
from bot.features import FEATURES
from bot.pressing import Outside
from bot.rehearsing import Rehearsing
from bot.request import PlaceRef
from bot.settings import Settings
from scheduling import public_holidays
from scheduling.clockwork import Clockwork
from scheduling.delivery import Crash, Delivery
from storage.database import Database, path_of
from storage.migrate import upgrade
from storage.people import Place

log = structlog.get_logger(__name__)

QUIET_AFTER = 5.0
"""Seconds after a start: what takes a second to load is loaded then, before anybody needs it."""


class App:
    """One running Ronde."""

    def __init__(
        self,
        path: Path,
        adapters: Sequence[Adapter],
        *,
        clock: Clock | None = None,
        synchronous: str = "FULL",
        outside: Outside | None = None,
        feeds: Feeds | None = None,
        at: Crash = lambda point: None,
    ) -> None:
        """Compose on a database file, which is brought to this version's tables.

        Without a way `outside`, nothing is looked up there; without `feeds`, none are offered.

        Raises StorageError where the file cannot be used.
        """
        upgrade(path)
        self.clock = clock or RealClock()
        self.database = Database(path, synchronous=synchronous)
        self.outside = outside
        self.feeds = feeds
        errands = outside.errands if outside is not None else {}
        self.engine = Engine(self.database, FEATURES, self.clock, errands=errands, at=at)
        self.adapters = {adapter.platform: adapter for adapter in adapters}
        self.engine.address_of = self._address_of
        self.delivery = Delivery(self.engine, self.adapters, at=at)
        self.clockwork = Clockwork(self.engine)
        self.rehearsing = Rehearsing(path, FEATURES, self.clock, self.adapters)
        self.engine.rehearses = self.rehearsing
        self._loading: asyncio.TimerHandle | None = None

    async def start(self, *, background: bool = True) -> None:
        """Connect the platforms; then tick, deliver and load in the background, if asked."""
        await self.engine.wake()
        if self.feeds is not None:
            await self.feeds.listen(self.engine)
        for adapter in self.adapters.values():
            await adapter.listen(self.engine)
        if background:
            self.run()

    def run(self) -> None:
        """From now on, tick, deliver and load in the background."""
        self.engine.after_commit = self.delivery.wake
        self.delivery.start()
        self.clockwork.start()
        loop = asyncio.get_running_loop()
        self._loading = loop.call_later(
            QUIET_AFTER, loop.run_in_executor, None, public_holidays.load
        )

    async def stop(self) -> None:
        """Finish what is being shown, stop listening, and close the database."""
        if self._loading is not None:
            self._loading.cancel()
        self.clockwork.stop()
        await self.rehearsing.close()
        if self.feeds is not None:
            await self.feeds.close()
        await self.engine.pressing.close()
        if self.outside is not None:
            await self.outside.close()
        await self.delivery.stop()
        for adapter in self.adapters.values():
            await adapter.close()
        await asyncio.to_thread(self.database.close)

    def _address_of(self, place: Place, message: str) -> str:
        """A message's address in the web, where its platform gives it one."""
        adapter = self.adapters.get(place.platform)
        if not isinstance(adapter, Addressing):
            return ""
        return adapter.address_of(PlaceRef(place.platform, place.workspace, place.ref), message)

    async def settle(self) -> None:
        """Everything that is due now is pressed and shown."""
        await self.clockwork.tick()
        await self.engine.pressing.idle()
        await self.delivery.settle()

    async def forward(self, *, most: timedelta = timedelta(days=120)) -> datetime | None:
        """Move the playground's clock to the next event, and let it happen.

        It advances through every due instant until something was due and all its notices are
        delivered or dropped, whatever the zones. Returns the new time; None if nothing is to come.
        """
        if not isinstance(self.clock, ShiftedClock):
            return None
        first = await self.clockwork.next_event_at()
        if first is None or first > self.clock.now() + most:
            return None
        await self._move_to(first)
        while await self.clockwork.next_notice_at() is not None:
            at = await self.clockwork.next_at()
            assert at is not None, "a notice waits"
            await self._move_to(at)
        return self.clock.now()

    async def _move_to(self, at: datetime) -> None:
        assert isinstance(self.clock, ShiftedClock)
        self.clock.move_to(at + timedelta(milliseconds=1))
        await self.settle()


def live_adapters(settings: Settings) -> list[Adapter]:
    """The adapters of the platforms that have their tokens; only those are imported."""
    found: list[Adapter] = []
    if "slack" in settings.live:
        from adapters.slack.adapter import SlackAdapter

        found.append(
            SlackAdapter(
                bot_token=settings.slack_bot_token,
                app_token=settings.slack_app_token,
                api_url=settings.slack_api_url,
            )
        )
    if "discord" in settings.live:
        from adapters.discord.adapter import DiscordAdapter

        found.append(
            DiscordAdapter(
                token=settings.discord_token,
                api_url=settings.discord_api_url,
                gateway_url=settings.discord_gateway_url,
            )
        )
    return found


def live(settings: Settings) -> App:
    """Ronde on the platforms that have their tokens."""
    feeds = Feeds(settings.feed_address, settings.feed_host, settings.feed_port)
    return App(
        path_of(settings.database_url),
        live_adapters(settings),
        outside=Web(),
        feeds=feeds if settings.feed_address else None,
        synchronous=settings.database_synchronous.upper(),
    )
