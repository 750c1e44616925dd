"""Addresses: what the buttons of a decision carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── views ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Board(Route):
    """The proposal's card in a channel; once decided, the decision's."""

    address: ClassVar[str] = "decision.board"
    decision: int


@dataclass(frozen=True, slots=True)
class RoundBoard(Route):
    """The card of one round on one version."""

    address: ClassVar[str] = "decision.round"
    round: int


@dataclass(frozen=True, slots=True)
class Result(Route):
    """How a round ended, told in its thread."""

    address: ClassVar[str] = "decision.result"
    round: int


@dataclass(frozen=True, slots=True)
class RemarkCard(Route):
    """A question or a suggested amendment, in the thread; and the answer."""

    address: ClassVar[str] = "decision.remark"
    remark: int


@dataclass(frozen=True, slots=True)
class Reminder(Route):
    """The direct message to somebody on the roll who has not answered."""

    address: ClassVar[str] = "decision.reminder"
    round: int


@dataclass(frozen=True, slots=True)
class Orphaned(Route):
    """Tells the facilitator that the author left."""

    address: ClassVar[str] = "decision.orphaned"
    decision: int


@dataclass(frozen=True, slots=True)
class LeftObjection(Route):
    """Tells the facilitator that whoever objected left."""

    address: ClassVar[str] = "decision.left-objection"
    objection: int


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Show(Route):
    """One decision, privately."""

    address: ClassVar[str] = "decision.show"
    decision: int


@dataclass(frozen=True, slots=True)
class ShowVersion(Route):
    """One version of its text, with the answers that it got."""

    address: ClassVar[str] = "decision.version"
    decision: int
    number: int


@dataclass(frozen=True, slots=True)
class Page(Route):
    """Turn the page of the list."""

    address: ClassVar[str] = "decision.page"
    page: int
    words: str


@dataclass(frozen=True, slots=True)
class Pick(Route):
    """Which decision is meant; `draft` holds what was asked."""

    address: ClassVar[str] = "decision.pick"
    draft: int


@dataclass(frozen=True, slots=True)
class Say(Route):
    """Answer a round; an answer that needs words opens its form."""

    address: ClassVar[str] = "decision.say"
    round: int
    answer: str


@dataclass(frozen=True, slots=True)
class AskRemark(Route):
    """Open the form of a question, or of a suggested amendment. `kind` is one of those words."""

    address: ClassVar[str] = "decision.ask-remark"
    decision: int
    kind: str


@dataclass(frozen=True, slots=True)
class AskReply(Route):
    """Open the form that answers a question or a suggestion."""

    address: ClassVar[str] = "decision.ask-reply"
    remark: int


@dataclass(frozen=True, slots=True)
class AskEdit(Route):
    """Open the form of the next version, before any round."""

    address: ClassVar[str] = "decision.ask-edit"
    decision: int


@dataclass(frozen=True, slots=True)
class AskAmend(Route):
    """Open the form of the next version, with a round of its own."""

    address: ClassVar[str] = "decision.ask-amend"
    decision: int


@dataclass(frozen=True, slots=True)
class AskEnd(Route):
    """Open the form that proposes to end a decision."""

    address: ClassVar[str] = "decision.ask-end"
    decision: int


@dataclass(frozen=True, slots=True)
class AskOpen(Route):
    """Open the form that opens the consent round."""

    address: ClassVar[str] = "decision.ask-open"
    decision: int


@dataclass(frozen=True, slots=True)
class AskExtend(Route):
    """Open the form that extends a round."""

    address: ClassVar[str] = "decision.ask-extend"
    round: int


@dataclass(frozen=True, slots=True)
class Close(Route):
    """Close a round that everybody has answered."""

    address: ClassVar[str] = "decision.close"
    round: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """Withdraw a proposal."""

    address: ClassVar[str] = "decision.withdraw"
    decision: int


@dataclass(frozen=True, slots=True)
class Lift(Route):
    """Take my objection back."""

    address: ClassVar[str] = "decision.lift"
    objection: int


@dataclass(frozen=True, slots=True)
class AskSettle(Route):
    """Open the form that closes somebody's objection with a reason."""

    address: ClassVar[str] = "decision.ask-settle"
    objection: int


@dataclass(frozen=True, slots=True)
class StartReview(Route):
    """Review a decision now."""

    address: ClassVar[str] = "decision.start-review"
    decision: int


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Deadline(Route):
    """A round closes."""

    address: ClassVar[str] = "decision.deadline"
    round: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Remind those on the roll who have not answered; `mark` is 1 or 2."""

    address: ClassVar[str] = "decision.remind"
    round: int
    mark: int


@dataclass(frozen=True, slots=True)
class Review(Route):
    """A week before its review: the fast track opens."""

    address: ClassVar[str] = "decision.review"
    decision: int


@dataclass(frozen=True, slots=True)
class Overdue(Route):
    """The day of the review is over: the card says so."""

    address: ClassVar[str] = "decision.overdue"
    decision: int
