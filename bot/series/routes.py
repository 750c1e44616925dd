"""Addresses: what the buttons of a series carry, what its notices show, what the clock presses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Show(Route):
    """Show a series privately: its next dates, and what I may do."""

    address: ClassVar[str] = "series.show"
    series: int


@dataclass(frozen=True, slots=True)
class Listing(Route):
    """A page of what comes again; `kind` is the first part of the commands' names ("poll")."""

    address: ClassVar[str] = "series.list"
    kind: str
    page: int


@dataclass(frozen=True, slots=True)
class Quiet(Route):
    """Tells whoever facilitates that it paused: hardly anybody took part three times in a row."""

    address: ClassVar[str] = "series.quiet"
    series: int


@dataclass(frozen=True, slots=True)
class Pause(Route):
    """Make nothing until it is resumed."""

    address: ClassVar[str] = "series.pause"
    series: int


@dataclass(frozen=True, slots=True)
class Resume(Route):
    """Go on with the next date to come."""

    address: ClassVar[str] = "series.resume"
    series: int


@dataclass(frozen=True, slots=True)
class Skip(Route):
    """Make nothing for this day; a day and not "the next", so that a double click skips one."""

    address: ClassVar[str] = "series.skip"
    series: int
    day: str


@dataclass(frozen=True, slots=True)
class BringBack(Route):
    """Skip this day no longer."""

    address: ClassVar[str] = "series.bring-back"
    series: int
    day: str


@dataclass(frozen=True, slots=True)
class Stop(Route):
    """Make nothing any more."""

    address: ClassVar[str] = "series.stop"
    series: int


@dataclass(frozen=True, slots=True)
class Edit(Route):
    """Open the form that changes what comes, and when."""

    address: ClassVar[str] = "series.edit"
    series: int


@dataclass(frozen=True, slots=True)
class Make(Route):
    """The clock: make the next instance."""

    address: ClassVar[str] = "series.make"
    series: int


@dataclass(frozen=True, slots=True)
class Halted(Route):
    """Tells who answers for a series that it could not be made, and why."""

    address: ClassVar[str] = "series.halted"
    series: int


@dataclass(frozen=True, slots=True)
class Inherited(Route):
    """Tells somebody that a series is now theirs: who started it has left."""

    address: ClassVar[str] = "series.inherited"
    series: int
