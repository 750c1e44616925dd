"""Addresses: what the buttons around members and their cards carry, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── my card ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Speak(Route):
    """Speak this language to me, and show my card again."""

    address: ClassVar[str] = "person.language"
    community: int
    language: str


@dataclass(frozen=True, slots=True)
class Quiet(Route):
    """Send me nothing but what I started, or everything again, and show my card again."""

    address: ClassVar[str] = "person.quiet"
    community: int
    on: bool


@dataclass(frozen=True, slots=True)
class Suggest(Route):
    """Suggest me to who looks for somebody, or no longer."""

    address: ClassVar[str] = "person.suggest"
    community: int
    on: bool


@dataclass(frozen=True, slots=True)
class TakeBack(Route):
    """Take my introduction back."""

    address: ClassVar[str] = "person.take-back"
    community: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Ask me in six months whether my card is still right; or do not."""

    address: ClassVar[str] = "person.remind"
    community: int
    on: bool


@dataclass(frozen=True, slots=True)
class Check(Route):
    """The six months are over: pressed by the clock."""

    address: ClassVar[str] = "person.check"
    community: int
    person: int


@dataclass(frozen=True, slots=True)
class StillRight(Route):
    """Told to whom it belongs: whether the card is still right."""

    address: ClassVar[str] = "person.still-right"
    community: int
    person: int


# ── members ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Members(Route):
    """A page of the members, and of who offers what."""

    address: ClassVar[str] = "people.list"
    community: int
    page: int


@dataclass(frozen=True, slots=True)
class Knowers(Route):
    """A page of those who have to do with what was asked; `draft` keeps the question."""

    address: ClassVar[str] = "people.who"
    draft: int
    page: int


# ── the core group ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Core(Route):
    """The core group as it stands; or the question whether I am part of it."""

    address: ClassVar[str] = "core.show"
    community: int


@dataclass(frozen=True, slots=True)
class AskCore(Route):
    """Open the form that asks people for the core group."""

    address: ClassVar[str] = "core.ask"
    community: int


@dataclass(frozen=True, slots=True)
class Answer(Route):
    """Yes or no to the core group, for myself."""

    address: ClassVar[str] = "core.answer"
    community: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Leave(Route):
    """I leave the core group, not the community."""

    address: ClassVar[str] = "core.leave"
    community: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """A coordinator takes a question back that has no answer yet."""

    address: ClassVar[str] = "core.withdraw"
    community: int
    person: int


@dataclass(frozen=True, slots=True)
class Asked(Route):
    """Told to whom it is put: whether they are part of the core group."""

    address: ClassVar[str] = "core.asked"
    community: int
    person: int


@dataclass(frozen=True, slots=True)
class Answered(Route):
    """Told to who asked: what the person said."""

    address: ClassVar[str] = "core.answered"
    community: int
    person: int
