"""Three clocks: the real one, the playground's, which can be moved forward, and a rehearsal's."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class RealClock:
    """The machine's time."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, at: datetime) -> None:
        """Return once it is `at` or later."""
        while (left := (at - self.now()).total_seconds()) > 0:  # noqa: ASYNC110 (time, not a flag)
            await asyncio.sleep(min(left, 60))


class ShiftedClock(RealClock):
    """The machine's time plus an offset that only grows: the playground's."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        """Start `offset` ahead."""
        self.offset = offset

    def now(self) -> datetime:
        """The present instant in the playground."""
        return datetime.now(UTC) + self.offset

    def move_to(self, at: datetime) -> None:
        """It is now `at`; going back is ignored."""
        self.offset = max(self.offset, at - datetime.now(UTC))


class SteppedClock:
    """A rehearsal's time: it stands still between one event and the next."""

    def __init__(self, at: datetime) -> None:
        """Stand at `at`."""
        self._now = at

    def now(self) -> datetime:
        """Where it stands."""
        return self._now

    async def sleep_until(self, at: datetime) -> None:
        """It is `at` already: nobody waits in a rehearsal."""
        self.move_to(at)

    def move_to(self, at: datetime) -> None:
        """It is now `at`; going back is ignored."""
        self._now = max(self._now, at)
