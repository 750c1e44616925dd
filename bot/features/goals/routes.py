"""Addresses: what the buttons of objectives carry, and what their views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── cards ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class GoalCard(Route):
    """An objective in its channel: what is to be reached by when, and who objects."""

    address: ClassVar[str] = "goal.card"
    goal: int


@dataclass(frozen=True, slots=True)
class Told(Route):
    """Told to who is concerned: `what` became of an objective, or of an objection to it."""

    address: ClassVar[str] = "goal.told"
    goal: int
    what: str
    objection: int


@dataclass(frozen=True, slots=True)
class Due(Route):
    """Told to who answers for an objective, a week before its date (a day, as written)."""

    address: ClassVar[str] = "goal.due"
    goal: int
    on: str


# ── looking ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Show(Route):
    """See one objective, and all that can be done with it."""

    address: ClassVar[str] = "goal.show"
    goal: int


@dataclass(frozen=True, slots=True)
class Page(Route):
    """A page of the objectives; `past` are those that were retired."""

    address: ClassVar[str] = "goal.page"
    page: int
    past: bool


@dataclass(frozen=True, slots=True)
class Pick(Route):
    """Which objective a typed command means."""

    address: ClassVar[str] = "goal.pick"
    draft: int


# ── changing ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AskAssess(Route):
    """Open the form that says where an objective stands."""

    address: ClassVar[str] = "goal.ask-assess"
    goal: int


@dataclass(frozen=True, slots=True)
class AskReview(Route):
    """See the ways in which an objective can go on."""

    address: ClassVar[str] = "goal.ask-review"
    goal: int


@dataclass(frozen=True, slots=True)
class Keep(Route):
    """An objective was looked at again, and stays as it is."""

    address: ClassVar[str] = "goal.keep"
    goal: int


@dataclass(frozen=True, slots=True)
class AskRewrite(Route):
    """Open the form of a new wording."""

    address: ClassVar[str] = "goal.ask-rewrite"
    goal: int


@dataclass(frozen=True, slots=True)
class AskDate(Route):
    """Open the form of a new date."""

    address: ClassVar[str] = "goal.ask-date"
    goal: int


@dataclass(frozen=True, slots=True)
class AskRetire(Route):
    """Open the form that retires an objective."""

    address: ClassVar[str] = "goal.ask-retire"
    goal: int


@dataclass(frozen=True, slots=True)
class AskObject(Route):
    """Open the form of an objection."""

    address: ClassVar[str] = "goal.ask-object"
    goal: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """Take back an objection."""

    address: ClassVar[str] = "goal.withdraw"
    objection: int


@dataclass(frozen=True, slots=True)
class AskAnswer(Route):
    """Open the form that answers an objection."""

    address: ClassVar[str] = "goal.ask-answer"
    objection: int


# ── ties ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AskTie(Route):
    """See which objectives a thing (its packed route) is tied to, and choose."""

    address: ClassVar[str] = "goal.ask-tie"
    thing: str


@dataclass(frozen=True, slots=True)
class Tie(Route):
    """A thing is tied to the objectives that were picked, and to no other."""

    address: ClassVar[str] = "goal.tie"
    thing: str


@dataclass(frozen=True, slots=True)
class AskTies(Route):
    """See what is tied to nothing, to tie it to an objective; 0: ask which one first."""

    address: ClassVar[str] = "goal.ask-ties"
    goal: int


@dataclass(frozen=True, slots=True)
class PickTies(Route):
    """Go on with the objective that was picked to tie things to."""

    address: ClassVar[str] = "goal.pick-ties"


@dataclass(frozen=True, slots=True)
class TieAll(Route):
    """All that was picked is tied to an objective."""

    address: ClassVar[str] = "goal.tie-all"
    goal: int


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Settle(Route):
    """An objective has been posted for a week: without an open objection it is in force."""

    address: ClassVar[str] = "goal.settle"
    goal: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Its date comes: whoever answers for an objective is told."""

    address: ClassVar[str] = "goal.remind"
    goal: int


@dataclass(frozen=True, slots=True)
class Adopt(Route):
    """A decision adopted an objective, in the wording that it had after so many others."""

    address: ClassVar[str] = "goal.adopt"
    goal: int
    rewritten: int


@dataclass(frozen=True, slots=True)
class Ended(Route):
    """The decision that adopted an objective, in that wording, was ended."""

    address: ClassVar[str] = "goal.ended"
    goal: int
    rewritten: int
