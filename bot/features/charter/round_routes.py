"""Addresses: what the buttons of a co-definition round carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Board(Route):
    """A round in its channel: what is asked, and how many answered."""

    address: ClassVar[str] = "charter.round"
    round: int


@dataclass(frozen=True, slots=True)
class Waiting(Route):
    """Told to who has not answered, or put no dots, two days before the end."""

    address: ClassVar[str] = "charter.round-waits"
    round: int
    state: str


@dataclass(frozen=True, slots=True)
class Close(Route):
    """The time for answers, or for dots, is over."""

    address: ClassVar[str] = "charter.round-close"
    round: int
    state: str


@dataclass(frozen=True, slots=True)
class Reminder(Route):
    """Those who have not answered, or put no dots, are reminded."""

    address: ClassVar[str] = "charter.round-remind"
    round: int
    state: str


@dataclass(frozen=True, slots=True)
class AskRound(Route):
    """Open the form that opens a round."""

    address: ClassVar[str] = "charter.ask-round"
    community: int


@dataclass(frozen=True, slots=True)
class Reply(Route):
    """Open the form of my answers."""

    address: ClassVar[str] = "charter.answer"
    round: int


@dataclass(frozen=True, slots=True)
class Answers(Route):
    """All answers to a question, page by page."""

    address: ClassVar[str] = "charter.answers"
    round: int
    question: str
    page: int


@dataclass(frozen=True, slots=True)
class Desk(Route):
    """The groups of a round, and what is left to group."""

    address: ClassVar[str] = "charter.desk"
    round: int


@dataclass(frozen=True, slots=True)
class AskGroup(Route):
    """Open the form of a new group for a question."""

    address: ClassVar[str] = "charter.ask-group"
    round: int
    question: str


@dataclass(frozen=True, slots=True)
class Sort(Route):
    """What can be put into a group, or taken out of it, page by page."""

    address: ClassVar[str] = "charter.sort"
    group: int
    inside: bool
    page: int


@dataclass(frozen=True, slots=True)
class Move(Route):
    """Put the answers that were picked into a group, or take them out of it."""

    address: ClassVar[str] = "charter.move"
    group: int
    inside: bool
    page: int


@dataclass(frozen=True, slots=True)
class Drop(Route):
    """A group is taken away; its answers are grouped anew."""

    address: ClassVar[str] = "charter.drop"
    group: int


@dataclass(frozen=True, slots=True)
class StartDots(Route):
    """Everybody puts their dots now."""

    address: ClassVar[str] = "charter.start-dots"
    round: int


@dataclass(frozen=True, slots=True)
class Dots(Route):
    """My dots."""

    address: ClassVar[str] = "charter.dots"
    round: int


@dataclass(frozen=True, slots=True)
class PutDots(Route):
    """I put my dots on the groups that I picked."""

    address: ClassVar[str] = "charter.put-dots"
    round: int


@dataclass(frozen=True, slots=True)
class EndNow(Route):
    """Whoever facilitates ends the answers, or the dots, before their time."""

    address: ClassVar[str] = "charter.end-now"
    round: int
    state: str


@dataclass(frozen=True, slots=True)
class PickGroup(Route):
    """Which group to put answers into."""

    address: ClassVar[str] = "charter.pick-group"
    round: int
