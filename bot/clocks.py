"""Two clocks: the real one, and the playground's, which can be moved forward."""

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
