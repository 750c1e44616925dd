"""What the clock presses: each due row in a transaction of its own, errands outside of any."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

import structlog

from bot.command import Press
from bot.context import Clock, Context, Desk
from bot.errors import Refusal
from bot.language import Reader
from bot.route import Route, address_of
from storage import due
from storage.database import Database, Work
from storage.errors import StorageError

log = structlog.get_logger(__name__)

Goes = Callable[[Mapping[str, str]], Awaitable[dict[str, str]]]
"""Something to look up in the outside world: what is asked becomes what was found."""


class Outside(Protocol):
    """The way into the outside world: what can be looked up there, by name."""

    errands: Mapping[str, Goes]

    async def close(self) -> None:
        """Look nothing up any more."""


AGAIN = timedelta(hours=1)
"""When a press that faulted is made again: a closing must not be lost to a passing fault."""

UNDER_WAY = timedelta(minutes=10)
"""How long an errand may stay without news (the process may have died) before it is run again."""

AT_ONCE = 4
"""Errands under way together: politeness towards the world, and towards the machine."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """An errand to run: which row asks for it, and what."""

    row: int
    route: Route
    press: Press
    goes: Goes
    asks: Mapping[str, str]


class Pressing:
    """Takes due rows and makes their presses; what needs the outside world goes there first."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        presses: Mapping[str, Press],
        desk: Desk,
        errands: Mapping[str, Goes],
        after: Callable[[], Awaitable[None]],
    ) -> None:
        """`errands` are known by the name that a `Press` gives; one that is missing is not run.

        `after` is awaited when something was pressed late, by an errand that came back.
        """
        self._database = database
        self._clock = clock
        self._presses = presses
        self._desk = desk
        self._errands = errands
        self._few = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[asyncio.Task[None]] = set()
        self._after = after

    async def press(self, rows: list[int]) -> None:
        """Make the presses of due rows, in order. Raises StorageError."""
        pressing = [self._database.submit(partial(self._press, row=row)) for row in rows]
        found = await asyncio.gather(*pressing, return_exceptions=True)
        for row, came in zip(rows, found, strict=True):
            if isinstance(came, StorageError):
                raise came
            if isinstance(came, Exception):
                await self._again(row, came)
            elif isinstance(came, _Sent):
                task = asyncio.create_task(self._run(came))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)

    async def idle(self) -> None:
        """Wait until no errand is under way."""
        while self._under_way:
            await asyncio.gather(*self._under_way)

    async def close(self) -> None:
        """Leave the errands under way: their rows stay, and they are run again later."""
        tasks = list(self._under_way)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ── one press ───────────────────────────────────────────────────────────────────────────

    def _press(self, work: Work, row: int) -> _Sent | None:
        now = self._clock.now()
        taken = due.take(work.cursor, row, now)
        if taken is None:
            return None
        press = self._presses.get(address_of(taken.route))
        if press is None:
            log.warning("due-unknown", address=address_of(taken.route))
            return None
        route = press.route.unpack(taken.route)
        with work.session() as db:
            ctx = Context(db, now, Reader(), self._desk, due_at=taken.since)
            if press.errand is None:
                with suppress(Refusal):
                    press.run(ctx, route)
                return None
            asks = press.errand.asks(ctx, route)
        if asks is None or press.errand.name not in self._errands:
            return None
        due.put_back(work.cursor, taken, now + UNDER_WAY)
        return _Sent(row, route, press, self._errands[press.errand.name], asks)

    async def _run(self, sent: _Sent) -> None:
        """Run an errand; what it found comes back as a press."""
        try:
            async with self._few:
                found = await sent.goes(sent.asks)
            await self._database.write(partial(self._come_back, sent=sent, found=found))
        except Exception as problem:
            with suppress(StorageError):  # closed meanwhile: the row is still there
                await self._again(sent.row, problem)
        else:
            await self._after()

    def _come_back(self, work: Work, sent: _Sent, found: dict[str, str]) -> None:
        if not due.done(work.cursor, sent.row):
            return
        with work.session() as db, suppress(Refusal):
            ctx = Context(db, self._clock.now(), Reader(), self._desk, found=found)
            sent.press.run(ctx, sent.route)

    async def _again(self, row: int, problem: BaseException) -> None:
        reference = secrets.token_hex(3).upper()
        log.error("due-fault", reference=reference, row=row, exc_info=problem)
        until = self._clock.now() + AGAIN
        await self._database.write(lambda work: due.postpone(work.cursor, row, until))
