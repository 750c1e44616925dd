"""The clockwork: `tick()` does all that is due at `clock.now()`; APScheduler only calls it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from bot.engine import Engine
from scheduling.notices import judge
from storage import drafts, due, posts, requests
from storage.database import Work

log = structlog.get_logger(__name__)

EVERY = 20
"""Seconds between two ticks: what is due is at most so much late."""

AT_ONCE = 128

TIDY_EVERY = timedelta(hours=1)


class Clockwork:
    """Presses what is due, judges notices, and tidies."""

    def __init__(self, engine: Engine) -> None:
        """Drive `engine` by its own clock."""
        self._engine = engine
        self._scheduler: AsyncIOScheduler | None = None
        self._ticking = asyncio.Lock()
        self._tidied = posts.AT_ONCE

    def start(self) -> None:
        """Tick every twenty seconds, and once now."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._tick_safely,
            "interval",
            seconds=EVERY,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now().astimezone(),
        )
        self._scheduler.start()

    def stop(self) -> None:
        """No more ticks."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    async def tick(self) -> None:
        """Everything that is due now: presses in order, then notices, then tidying."""
        async with self._ticking:
            if await self._press_due():
                await self._engine.database.write(self._judge)
            now = self._engine.clock.now()
            if now - self._tidied >= TIDY_EVERY:
                self._tidied = now
                await self._engine.database.write(self._tidy)
        self._engine.after_commit()

    async def next_at(self) -> datetime | None:
        """The next instant at which something is due on the people's clock."""
        return await self._next_at(())

    async def next_event_at(self) -> datetime | None:
        """The same, for what does not just come round every day."""
        presses = self._engine.presses.values()
        return await self._next_at([press.route.address for press in presses if press.routine])

    async def _next_at(self, but: Iterable[str]) -> datetime | None:
        def earliest(db: Session) -> datetime | None:
            found = [at for at in (due.next_at(db, but), posts.next_notice(db)) if at is not None]
            return min(found, default=None)

        return await self._engine.database.read(earliest)

    async def next_notice_at(self) -> datetime | None:
        """When the next waiting notice is to be judged; None if none waits."""
        return await self._engine.database.read(posts.next_notice)

    async def _tick_safely(self) -> None:
        try:
            await self.tick()
        except Exception as problem:
            log.error("tick-fault", exc_info=problem)

    async def _press_due(self) -> bool:
        """Press all that is due; say whether a notice is, too. A tick without either writes nothing."""

        def look(db: Session) -> tuple[list[int], datetime | None]:
            return due.due(db, self._engine.clock.now(), AT_ONCE), posts.next_notice(db)

        while True:
            rows, notice = await self._engine.database.read(look)
            if not rows:
                return notice is not None and notice <= self._engine.clock.now()
            await self._engine.press_due(rows)

    def _judge(self, work: Work) -> None:
        with work.session() as db:
            judge(db, self._engine.clock.now())

    def _tidy(self, work: Work) -> None:
        now = self._engine.clock.now()
        requests.forget_old(work.cursor, now)
        with work.session() as db:
            drafts.forget_old(db, now)
