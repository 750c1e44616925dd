"""Addresses: the digests, what the clock presses, and what the buttons around them carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Digest(Route):
    """What a community's digest says of the time between two instants (seconds since 1970)."""

    address: ClassVar[str] = "digest.card"
    community: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Personal(Route):
    """What awaits somebody, as their digest of an instant says it; news in it count from `since`."""

    address: ClassVar[str] = "digest.personal"
    community: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Weekly(Route):
    """The clock: the digests of a community are due."""

    address: ClassVar[str] = "digest.weekly"
    community: int


@dataclass(frozen=True, slots=True)
class Tuning(Route):
    """Whether and when the digest comes, for coordinators."""

    address: ClassVar[str] = "digest.tuning"
    community: int


@dataclass(frozen=True, slots=True)
class Choose(Route):
    """Choose whether (`on`), on which day (`day`) or at what hour (`hour`) it comes."""

    address: ClassVar[str] = "digest.choose"
    community: int
    name: str


@dataclass(frozen=True, slots=True)
class Preview(Route):
    """What the digest would say now, shown privately."""

    address: ClassVar[str] = "digest.preview"
    community: int


@dataclass(frozen=True, slots=True)
class Ask(Route):
    """Send me each week what awaits me, or no longer."""

    address: ClassVar[str] = "digest.ask"
    community: int
    on: bool
