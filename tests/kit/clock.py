"""A clock that stands still until a test moves it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
"""Monday 2 November 2026, 10:00 in Paris: where stories begin."""


class StillClock:
    """The people's time in a test."""

    def __init__(self, at: datetime = MONDAY) -> None:
        """Stand at `at`."""
        self._now = at

    def now(self) -> datetime:
        """Where the clock stands."""
        return self._now

    async def sleep_until(self, at: datetime) -> None:
        """Wait until a test has moved the clock there."""
        while self._now < at:
            await asyncio.sleep(0.005)

    def move(self, *, to: datetime | None = None, **by: float) -> None:
        """Move to an instant, or by days, hours, minutes, seconds."""
        self._now = to if to is not None else self._now + timedelta(**by)
