"""Addresses of the journey: its steps, why they stand where they do, what a coordinator may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Show(Route):
    """The ten steps."""

    address: ClassVar[str] = "journey.show"
    community: int


@dataclass(frozen=True, slots=True)
class Pick(Route):
    """Open the step that was picked."""

    address: ClassVar[str] = "journey.pick"
    community: int


@dataclass(frozen=True, slots=True)
class OneStep(Route):
    """One step, with what can be done for it."""

    address: ClassVar[str] = "journey.step"
    community: int
    number: int


@dataclass(frozen=True, slots=True)
class Why(Route):
    """Which facts and thresholds make a step's state."""

    address: ClassVar[str] = "journey.why"
    community: int
    number: int


@dataclass(frozen=True, slots=True)
class Go(Route):
    """Open what a step needs now, prefilled."""

    address: ClassVar[str] = "journey.go"
    community: int
    door: str


@dataclass(frozen=True, slots=True)
class AskDeclare(Route):
    """Open the form that declares a step's state."""

    address: ClassVar[str] = "journey.ask-declare"
    community: int
    number: int


@dataclass(frozen=True, slots=True)
class Undeclare(Route):
    """A step's state is worked out again."""

    address: ClassVar[str] = "journey.undeclare"
    community: int
    number: int


@dataclass(frozen=True, slots=True)
class Tuning(Route):
    """The thresholds of the community."""

    address: ClassVar[str] = "journey.tuning"
    community: int


@dataclass(frozen=True, slots=True)
class AskBar(Route):
    """Open the form of the threshold that was picked."""

    address: ClassVar[str] = "journey.ask-bar"
    community: int


@dataclass(frozen=True, slots=True)
class Watch(Route):
    """The clock notes, once a day, in which state each step is."""

    address: ClassVar[str] = "journey.watch"
    community: int


@dataclass(frozen=True, slots=True)
class Changed(Route):
    """A step is in another state since an instant: what is announced, once."""

    address: ClassVar[str] = "journey.changed"
    community: int
    number: int
    since: int  # seconds
