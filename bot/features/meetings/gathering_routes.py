"""Addresses of what surrounds a settled meeting: coming, the agenda, attendance, notes, actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── who comes ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Come(Route):
    """Say whether I come: yes, maybe, no. `own`: on a card of my own, which is redrawn."""

    address: ClassVar[str] = "meet.come"
    meeting: int
    answer: str
    own: bool


@dataclass(frozen=True, slots=True)
class Coming(Route):
    """Show privately what I said about coming, and let me say it."""

    address: ClassVar[str] = "meet.coming"
    meeting: int


@dataclass(frozen=True, slots=True)
class Reminder(Route):
    """Reminds somebody who comes, the day before."""

    address: ClassVar[str] = "meet.reminder"
    meeting: int


@dataclass(frozen=True, slots=True)
class Soon(Route):
    """Tells the channel, an hour before; `at` is the start it was said for (epoch seconds)."""

    address: ClassVar[str] = "meet.soon"
    meeting: int
    at: int


@dataclass(frozen=True, slots=True)
class Moved(Route):
    """Asks those who had said that they come whether they still can."""

    address: ClassVar[str] = "meet.moved"
    meeting: int


@dataclass(frozen=True, slots=True)
class Cancelled(Route):
    """Tells those who had said that they come that there is nothing to come to."""

    address: ClassVar[str] = "meet.cancelled"
    meeting: int


@dataclass(frozen=True, slots=True)
class DayBefore(Route):
    """The clock: some of those who come are to be reminded, by the hours of where they live."""

    address: ClassVar[str] = "meet.day-before"
    meeting: int


@dataclass(frozen=True, slots=True)
class Turn(Route):
    """The clock: a meeting is `soon`, `begins`, has `ended`, or who was there is `closed`."""

    address: ClassVar[str] = "meet.turn"
    meeting: int
    what: str


# ── the agenda ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Agenda(Route):
    """Show the agenda; `point` is the one to change (0: none)."""

    address: ClassVar[str] = "meet.agenda"
    meeting: int
    point: int


@dataclass(frozen=True, slots=True)
class PickPoint(Route):
    """Which point to change."""

    address: ClassVar[str] = "meet.pick-point"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskPoint(Route):
    """Open the form that adds a point."""

    address: ClassVar[str] = "meet.ask-point"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskEditPoint(Route):
    """Open the form that changes a point."""

    address: ClassVar[str] = "meet.ask-edit-point"
    point: int


@dataclass(frozen=True, slots=True)
class ShiftPoint(Route):
    """A point a place up or down."""

    address: ClassVar[str] = "meet.shift-point"
    point: int
    up: bool


@dataclass(frozen=True, slots=True)
class RemovePoint(Route):
    """Take a point off the agenda."""

    address: ClassVar[str] = "meet.remove-point"
    point: int


@dataclass(frozen=True, slots=True)
class UseKit(Route):
    """Put the points of a first meeting on the agenda."""

    address: ClassVar[str] = "meet.use-kit"
    meeting: int


@dataclass(frozen=True, slots=True)
class Letter(Route):
    """A note to show to one's hierarchy."""

    address: ClassVar[str] = "meet.letter"
    meeting: int


# ── afterwards: who was there, notes, actions ───────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class After(Route):
    """Asks who facilitated who was there, and who took notes for them."""

    address: ClassVar[str] = "meet.after"
    meeting: int


@dataclass(frozen=True, slots=True)
class Presence(Route):
    """Show who was there, a page of people to tick."""

    address: ClassVar[str] = "meet.presence"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class TickPresence(Route):
    """These people of a page were there, and the others of it were not."""

    address: ClassVar[str] = "meet.tick"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class AskGuests(Route):
    """Open the form that names who came besides."""

    address: ClassVar[str] = "meet.ask-guests"
    meeting: int


@dataclass(frozen=True, slots=True)
class ConfirmPresence(Route):
    """That is who was there."""

    address: ClassVar[str] = "meet.confirm"
    meeting: int
    page: int


@dataclass(frozen=True, slots=True)
class NotesCard(Route):
    """The notes of a meeting, as a reply under its card."""

    address: ClassVar[str] = "meet.notes"
    meeting: int


@dataclass(frozen=True, slots=True)
class ShowNotes(Route):
    """Show the notes privately."""

    address: ClassVar[str] = "meet.show-notes"
    meeting: int


@dataclass(frozen=True, slots=True)
class AskNotes(Route):
    """Open the form of the notes, with what is written already."""

    address: ClassVar[str] = "meet.ask-notes"
    meeting: int


@dataclass(frozen=True, slots=True)
class KeepLink(Route):
    """Open the library's form with one of the links in the notes."""

    address: ClassVar[str] = "meet.keep-link"
    meeting: int
    link: int


@dataclass(frozen=True, slots=True)
class OpenActions(Route):
    """A page of what the community's meetings asked for and is still to do."""

    address: ClassVar[str] = "meet.actions"
    community: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowAction(Route):
    """One action, with what I may do."""

    address: ClassVar[str] = "meet.action"
    action: int


@dataclass(frozen=True, slots=True)
class ActionDue(Route):
    """Reminds somebody of what they took on."""

    address: ClassVar[str] = "meet.action-due"
    action: int


@dataclass(frozen=True, slots=True)
class Finish(Route):
    """An action is `done`, `dropped`, or `open` again; `page` of the list it is on (-1: none)."""

    address: ClassVar[str] = "meet.finish"
    action: int
    how: str
    page: int


@dataclass(frozen=True, slots=True)
class RemindAction(Route):
    """The clock: somebody is to be reminded of an action, so many days before."""

    address: ClassVar[str] = "meet.remind-action"
    action: int
    days: int
