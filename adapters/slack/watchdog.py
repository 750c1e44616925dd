"""Notices when Slack can no longer be heard, and what to do about it, more each time.

slack_sdk retries the same socket address after a failed handshake and never asks for another one,
so that it can stay deaf for ever.
"""

from __future__ import annotations

from enum import Enum, auto

ASK_ANEW_SECONDS = 15.0
REBUILD_SECONDS = 60.0
GIVE_UP_SECONDS = 180.0


class Remedy(Enum):
    """What to do now."""

    NOTHING = auto()
    ASK_ANEW = auto()  # forget the socket's address, so that the SDK asks for a new one
    REBUILD = auto()  # throw the client away and make another
    GIVE_UP = auto()  # exit; whoever supervises us starts us again


class Watchdog:
    """Counts how long the socket has been silent; every remedy is named once a period."""

    def __init__(self) -> None:
        """Begin as connected."""
        self._lost_at: float | None = None
        self._tried = 0

    def judge(self, connected: bool, now: float) -> Remedy:
        """What to do at `now` (seconds of a steady clock), given whether the socket is open."""
        if connected:
            self._lost_at, self._tried = None, 0
            return Remedy.NOTHING
        if self._lost_at is None:
            self._lost_at = now
        silent = now - self._lost_at
        if silent >= GIVE_UP_SECONDS:
            return Remedy.GIVE_UP
        periods = int(silent // ASK_ANEW_SECONDS)
        if periods <= self._tried:
            return Remedy.NOTHING
        self._tried = periods
        due = int(REBUILD_SECONDS // ASK_ANEW_SECONDS)
        return Remedy.REBUILD if periods % due == 0 else Remedy.ASK_ANEW
