"""Addresses: what the buttons of a meeting carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class MeetingBoard(Route):
    """The card of the proposed dates in a channel."""

    address: ClassVar[str] = "meet.board"
    meeting: int


@dataclass(frozen=True, slots=True)
class MeetingCard(Route):
    """The card of a settled meeting in a channel: when, where, who comes, the agenda."""

    address: ClassVar[str] = "meet.card"
    meeting: int


@dataclass(frozen=True, slots=True)
class MeetingEvent(Route):
    """A settled meeting as an event of the platform's own, where there is such a thing."""

    address: ClassVar[str] = "meet.event"
    meeting: int


@dataclass(frozen=True, slots=True)
class MeetingNews(Route):
    """A line under a card: `what` is "moved", "cancelled", "slot" or "extended"."""

    address: ClassVar[str] = "meet.news"
    meeting: int
    what: str


@dataclass(frozen=True, slots=True)
class Appear(Route):
    """The clock: the meeting of its series before this one is over, this one's card appears."""

    address: ClassVar[str] = "meet.appear"
    meeting: int


@dataclass(frozen=True, slots=True)
class NewSlot(Route):
    """Tells those who had answered that one more date is proposed; they answer it right there."""

    address: ClassVar[str] = "meet.new-slot"
    slot: int


@dataclass(frozen=True, slots=True)
class CanDecide(Route):
    """Tells the organiser that the date can be decided now."""

    address: ClassVar[str] = "meet.can-decide"
    meeting: int


@dataclass(frozen=True, slots=True)
class Unanswered(Route):
    """The direct message to somebody who has not answered the proposed dates."""

    address: ClassVar[str] = "meet.unanswered"
    meeting: int


@dataclass(frozen=True, slots=True)
class Orphaned(Route):
    """Tells the facilitator that the organiser left, and gives them the controls."""

    address: ClassVar[str] = "meet.orphaned"
    meeting: int


# ── answering ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Answers(Route):
    """Open my answers: a picker a slot, five a page."""

    address: ClassVar[str] = "meet.answers"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class Answer(Route):
    """Answer one slot: `chosen` is yes, maybe, no, or none to take the answer back."""

    address: ClassVar[str] = "meet.answer"
    slot: int
    page: int


@dataclass(frozen=True, slots=True)
class AsLastTime(Route):
    """Fill in what I answered last time for the same weekday and hour."""

    address: ClassVar[str] = "meet.as-last-time"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class Rest(Route):
    """No to all that I have not answered."""

    address: ClassVar[str] = "meet.rest"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class Grid(Route):
    """Everybody's answers, and the order of the dates with its reason."""

    address: ClassVar[str] = "meet.grid"
    meeting: int


# ── looking and deciding ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Show(Route):
    """Show a meeting privately, with what I may do."""

    address: ClassVar[str] = "meet.show"
    meeting: int


@dataclass(frozen=True, slots=True)
class Page(Route):
    """A page of the list of meetings."""

    address: ClassVar[str] = "meet.page"
    page: int


@dataclass(frozen=True, slots=True)
class Pick(Route):
    """Which meeting a command means; it goes on with what was typed in the draft."""

    address: ClassVar[str] = "meet.pick"
    draft: int


@dataclass(frozen=True, slots=True)
class AskSettle(Route):
    """Choose which of the proposed dates it will be."""

    address: ClassVar[str] = "meet.ask-settle"
    meeting: int


@dataclass(frozen=True, slots=True)
class Settle(Route):
    """It will be this slot."""

    address: ClassVar[str] = "meet.settle"
    slot: int


@dataclass(frozen=True, slots=True)
class AskMove(Route):
    """Open the form that moves a settled meeting."""

    address: ClassVar[str] = "meet.ask-move"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskCancel(Route):
    """Ask once more before a meeting is cancelled."""

    address: ClassVar[str] = "meet.ask-cancel"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskSlot(Route):
    """Open the form that proposes one more date."""

    address: ClassVar[str] = "meet.ask-slot"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskRemoveSlot(Route):
    """Choose a date to take away."""

    address: ClassVar[str] = "meet.ask-remove-slot"
    meeting: int


@dataclass(frozen=True, slots=True)
class RemoveSlot(Route):
    """Take a proposed date away, with its answers."""

    address: ClassVar[str] = "meet.remove-slot"
    slot: int


@dataclass(frozen=True, slots=True)
class AskEdit(Route):
    """Open the form with the meeting's title, place, length and zone."""

    address: ClassVar[str] = "meet.ask-edit"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskExtend(Route):
    """Open the form that moves the deadline for answers."""

    address: ClassVar[str] = "meet.ask-extend"
    meeting: int


@dataclass(frozen=True, slots=True)
class Missing(Route):
    """Who has not answered."""

    address: ClassVar[str] = "meet.missing"
    meeting: int


@dataclass(frozen=True, slots=True)
class CalendarFile(Route):
    """The meeting as a file for a calendar."""

    address: ClassVar[str] = "meet.calendar"
    meeting: int


@dataclass(frozen=True, slots=True)
class Export(Route):
    """Everybody's answers as a file; `kind` is csv or json."""

    address: ClassVar[str] = "meet.export"
    meeting: int
    kind: str


# ── what the clock presses ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Deadline(Route):
    """Answers are due: the organiser is asked to decide."""

    address: ClassVar[str] = "meet.deadline"
    meeting: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Remind those who have not answered the proposed dates."""

    address: ClassVar[str] = "meet.remind"
    meeting: int


@dataclass(frozen=True, slots=True)
class Passing(Route):
    """A proposed slot becomes past: it is greyed, and can win no more."""

    address: ClassVar[str] = "meet.passing"
    slot: int
