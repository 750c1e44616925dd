"""Addresses: a report of some days, privately and in a channel, and what its buttons do.

Days are ordinals (`date.toordinal`), from `first` to before `end`, by the community's clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Show(Route):
    """The figures of some days, for me."""

    address: ClassVar[str] = "impact.show"
    community: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Counted(Route):
    """How each of them is counted."""

    address: ClassVar[str] = "impact.counted"
    community: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class AskShare(Route):
    """Show me what the channel would see."""

    address: ClassVar[str] = "impact.ask-share"
    community: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Publish(Route):
    """Put it into the channel, and keep it as it is."""

    address: ClassVar[str] = "impact.publish"
    community: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Export(Route):
    """The figures as a file: a table, or a text."""

    address: ClassVar[str] = "impact.export"
    community: int
    first: int
    end: int
    table: bool


@dataclass(frozen=True, slots=True)
class Shared(Route):
    """A report in a channel, as it was shared."""

    address: ClassVar[str] = "impact.report"
    report: int


@dataclass(frozen=True, slots=True)
class SharedCounted(Route):
    """How the figures of a shared report are counted."""

    address: ClassVar[str] = "impact.report-counted"
    report: int
