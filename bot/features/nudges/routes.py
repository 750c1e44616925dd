"""Addresses: what the buttons of a nudge carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Round(Route):
    """The clock looks, once a day, whether somebody could do with a nudge."""

    address: ClassVar[str] = "nudge.round"
    community: int


@dataclass(frozen=True, slots=True)
class Told(Route):
    """The direct message; `telling` is its row."""

    address: ClassVar[str] = "nudge.told"
    telling: int


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Snooze(Route):
    """Come back to this in so many days."""

    address: ClassVar[str] = "nudge.snooze"
    telling: int
    days: int


@dataclass(frozen=True, slots=True)
class Stop(Route):
    """Tell me no more of this rule, as long as I hold the role."""

    address: ClassVar[str] = "nudge.stop"
    telling: int


@dataclass(frozen=True, slots=True)
class Waiting(Route):
    """All that waits."""

    address: ClassVar[str] = "nudge.waiting"
    community: int


@dataclass(frozen=True, slots=True)
class Preview(Route):
    """What would go out this week."""

    address: ClassVar[str] = "nudge.preview"
    community: int


@dataclass(frozen=True, slots=True)
class Rules(Route):
    """The rules of a community, each to be switched off and on."""

    address: ClassVar[str] = "nudge.rules"
    community: int


@dataclass(frozen=True, slots=True)
class Switch(Route):
    """A rule is on or off from now on, for the community."""

    address: ClassVar[str] = "nudge.switch"
    community: int
    rule: str
    on: bool
