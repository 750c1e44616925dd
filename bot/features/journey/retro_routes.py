"""Addresses of retrospectives: their card, what people add, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Board(Route):
    """A retrospective in its channel."""

    address: ClassVar[str] = "retro.board"
    number: int


@dataclass(frozen=True, slots=True)
class Latest(Route):
    """What the newest retrospective asked for."""

    address: ClassVar[str] = "retro.latest"
    community: int


@dataclass(frozen=True, slots=True)
class Add(Route):
    """Open the form of three: keep, stop, start."""

    address: ClassVar[str] = "retro.add"
    number: int


@dataclass(frozen=True, slots=True)
class Items(Route):
    """What was said, a page, with the figures beside it."""

    address: ClassVar[str] = "retro.items"
    number: int
    page: int


@dataclass(frozen=True, slots=True)
class Close(Route):
    """Take no more."""

    address: ClassVar[str] = "retro.close"
    number: int


@dataclass(frozen=True, slots=True)
class AskTask(Route):
    """Open the form of something to do."""

    address: ClassVar[str] = "retro.ask-task"
    number: int


@dataclass(frozen=True, slots=True)
class Tasks(Route):
    """What a retrospective asked for, and a picker to open one of it."""

    address: ClassVar[str] = "retro.tasks"
    number: int


@dataclass(frozen=True, slots=True)
class PickTask(Route):
    """Open what was picked."""

    address: ClassVar[str] = "retro.pick-task"
    number: int


@dataclass(frozen=True, slots=True)
class ShowTask(Route):
    """One thing to do."""

    address: ClassVar[str] = "retro.task"
    task: int


@dataclass(frozen=True, slots=True)
class Finish(Route):
    """It is done; or to do after all."""

    address: ClassVar[str] = "retro.finish"
    task: int
    done: bool


@dataclass(frozen=True, slots=True)
class LinkChange(Route):
    """The change that was picked came of it."""

    address: ClassVar[str] = "retro.link"
    task: int


@dataclass(frozen=True, slots=True)
class Unlink(Route):
    """No change came of it after all."""

    address: ClassVar[str] = "retro.unlink"
    task: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """The clock recalls something to do, so many days before its day."""

    address: ClassVar[str] = "retro.remind"
    task: int
    days: int


@dataclass(frozen=True, slots=True)
class TaskDue(Route):
    """Told to whoever took it on."""

    address: ClassVar[str] = "retro.due"
    task: int
