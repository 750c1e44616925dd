"""A clock for time limits of the platforms that a machine which stands still does not run out."""

from __future__ import annotations

import asyncio
import time

BEAT = 0.05


class Pace:
    """Seconds in which Ronde could have worked: its loop turned, or it kept the processor busy.

    A machine that is paused for five seconds, or gives all its time to others, is no slow answer.
    Waiting counts, because the loop turns meanwhile; computing counts, because it takes processor
    time; only what keeps the loop from turning without computing (`time.sleep`) is not seen.
    """

    def __init__(self) -> None:
        """Counts in beats once started."""
        self._counted = 0.0
        self._wall = time.monotonic()
        self._cpu = time.process_time()
        self._beating: asyncio.Task[None] | None = None

    def __call__(self) -> float:
        """Seconds so far."""
        wall = time.monotonic() - self._wall
        busy = time.process_time() - self._cpu
        return self._counted + min(wall, BEAT + busy)

    def start(self) -> None:
        """Beat, in the running loop."""
        if self._beating is None:
            self._beating = asyncio.ensure_future(self._beat())

    async def stop(self) -> None:
        """Beat no more."""
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.wait({self._beating})
            self._beating = None

    async def _beat(self) -> None:
        while True:
            self._counted = self()
            self._wall, self._cpu = time.monotonic(), time.process_time()
            await asyncio.sleep(BEAT / 2)
