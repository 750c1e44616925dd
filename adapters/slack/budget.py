"""What Slack lets us call in a minute: the call beyond waits instead of being refused."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Final

from adapters.base import Busy

WINDOW: Final = 60.0


class Budget:
    """So many calls of a method in any minute, for one workspace."""

    def __init__(
        self, a_minute: Mapping[str, int], now: Callable[[], float] = time.monotonic
    ) -> None:
        """`a_minute` by method; a method that stands not there is free. `now` in seconds."""
        self._a_minute = a_minute
        self._now = now
        self._made: dict[str, deque[float]] = {}

    def take(self, method: str) -> None:
        """Count a call. Raises Busy until one more is allowed, and counts nothing then."""
        most = self._a_minute.get(method)
        if most is None:
            return
        now = self._now()
        made = self._made.setdefault(method, deque())
        while made and made[0] <= now - WINDOW:
            made.popleft()
        if len(made) >= most:
            raise Busy(made[0] + WINDOW - now)
        made.append(now)
