"""Addresses: what the buttons of a poll carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class PollBoard(Route):
    """The poll's card in a channel."""

    address: ClassVar[str] = "poll.board"
    poll: int


@dataclass(frozen=True, slots=True)
class PollResult(Route):
    """The result, told in the thread when the poll closes."""

    address: ClassVar[str] = "poll.result"
    poll: int


@dataclass(frozen=True, slots=True)
class PollNews(Route):
    """A line in the poll's thread: extended, reopened. `what` is one of those words."""

    address: ClassVar[str] = "poll.news"
    poll: int
    what: str


@dataclass(frozen=True, slots=True)
class Reminder(Route):
    """The direct message to somebody who has not answered."""

    address: ClassVar[str] = "poll.reminder"
    poll: int


@dataclass(frozen=True, slots=True)
class Orphaned(Route):
    """Tells the facilitator that the author left, and gives them the controls."""

    address: ClassVar[str] = "poll.orphaned"
    poll: int


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Vote(Route):
    """Choose an option."""

    address: ClassVar[str] = "poll.vote"
    poll: int
    choice: int


@dataclass(frozen=True, slots=True)
class VoteSet(Route):
    """Choose several options at once (a picker)."""

    address: ClassVar[str] = "poll.votes"
    poll: int


@dataclass(frozen=True, slots=True)
class OpenBallot(Route):
    """Open the private ballot of a poll with several choices."""

    address: ClassVar[str] = "poll.ballot"
    poll: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """Take my vote back; of one option, or (choice -1) of all."""

    address: ClassVar[str] = "poll.withdraw"
    poll: int
    choice: int


@dataclass(frozen=True, slots=True)
class SendSecret(Route):
    """Send an anonymous ballot: choices as numbers joined by dots. It cannot be changed."""

    address: ClassVar[str] = "poll.send"
    poll: int
    choices: str


@dataclass(frozen=True, slots=True)
class Show(Route):
    """Show a poll privately, with what I may do."""

    address: ClassVar[str] = "poll.show"
    poll: int


@dataclass(frozen=True, slots=True)
class Page(Route):
    """A page of the list of polls."""

    address: ClassVar[str] = "poll.page"
    page: int


@dataclass(frozen=True, slots=True)
class Close(Route):
    """Close now, by hand."""

    address: ClassVar[str] = "poll.close"
    poll: int


@dataclass(frozen=True, slots=True)
class Cancel(Route):
    """Cancel the poll."""

    address: ClassVar[str] = "poll.cancel"
    poll: int


@dataclass(frozen=True, slots=True)
class Reopen(Route):
    """Open a closed poll again."""

    address: ClassVar[str] = "poll.reopen"
    poll: int


@dataclass(frozen=True, slots=True)
class AskExtend(Route):
    """Open the form that changes the deadline."""

    address: ClassVar[str] = "poll.ask-extend"
    poll: int


@dataclass(frozen=True, slots=True)
class AskCorrect(Route):
    """Open the form that corrects the question."""

    address: ClassVar[str] = "poll.ask-correct"
    poll: int


@dataclass(frozen=True, slots=True)
class AskOption(Route):
    """Open the form that adds an option."""

    address: ClassVar[str] = "poll.ask-option"
    poll: int


@dataclass(frozen=True, slots=True)
class Missing(Route):
    """Who has not answered."""

    address: ClassVar[str] = "poll.missing"
    poll: int


@dataclass(frozen=True, slots=True)
class Export(Route):
    """The result as a file; `kind` is csv or json."""

    address: ClassVar[str] = "poll.export"
    poll: int
    kind: str


@dataclass(frozen=True, slots=True)
class RunOff(Route):
    """After a tie: a second round with the tied options."""

    address: ClassVar[str] = "poll.run-off"
    poll: int


@dataclass(frozen=True, slots=True)
class AskChoose(Route):
    """After a tie: open the form that chooses, with a reason."""

    address: ClassVar[str] = "poll.ask-choose"
    poll: int


@dataclass(frozen=True, slots=True)
class PickPoll(Route):
    """Which poll a command means; `command` goes on with what was typed in the draft."""

    address: ClassVar[str] = "poll.pick"
    draft: int


# ── what the clock presses ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Deadline(Route):
    """The poll's deadline."""

    address: ClassVar[str] = "poll.deadline"
    poll: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Remind those who have not answered; `mark` tells the first reminder from the second."""

    address: ClassVar[str] = "poll.remind"
    poll: int
    mark: int


# ── again, and ready-made ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AskRepeat(Route):
    """Open the form that makes a poll come again; or show when it does already."""

    address: ClassVar[str] = "poll.ask-repeat"
    poll: int


@dataclass(frozen=True, slots=True)
class Templates(Route):
    """Show the polls that are ready-made."""

    address: ClassVar[str] = "poll.templates"


@dataclass(frozen=True, slots=True)
class UseTemplate(Route):
    """Open the form with a ready-made poll in it."""

    address: ClassVar[str] = "poll.template"
    name: str
