"""Addresses: what the buttons of roles carry, and what their views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── cards ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class RoleCard(Route):
    """A role in its channel: what it is for, who holds it, whose turn is next."""

    address: ClassVar[str] = "role.card"
    role: int


@dataclass(frozen=True, slots=True)
class Call(Route):
    """In the channel: nobody in the pool can take a turn, and whoever would like to may."""

    address: ClassVar[str] = "role.call"
    turn: int


@dataclass(frozen=True, slots=True)
class SwapCard(Route):
    """Somebody looks for another to take a turn, or some days of it: in the channel."""

    address: ClassVar[str] = "role.swap-card"
    swap: int


@dataclass(frozen=True, slots=True)
class Following(Route):
    """The platform's own group that follows whoever holds a role."""

    address: ClassVar[str] = "role.following"
    role: int


@dataclass(frozen=True, slots=True)
class Asked(Route):
    """Told to whose turn it would be: whether they take it."""

    address: ClassVar[str] = "role.asked"
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class Vacant(Route):
    """Told to who answers for the community: a turn that nobody has."""

    address: ClassVar[str] = "role.vacant"
    turn: int


@dataclass(frozen=True, slots=True)
class Changed(Route):
    """Told to who is concerned: `what` became of a turn of theirs, or of their swap."""

    address: ClassVar[str] = "role.changed"
    turn: int
    what: str
    other: int


@dataclass(frozen=True, slots=True)
class SwapAsked(Route):
    """Told to who could take a turn that somebody would swap."""

    address: ClassVar[str] = "role.swap-asked"
    swap: int


@dataclass(frozen=True, slots=True)
class PassingOn(Route):
    """Told to who holds a turn, three days before its end: the checklist, and three lines."""

    address: ClassVar[str] = "role.passing-on"
    turn: int


@dataclass(frozen=True, slots=True)
class Pack(Route):
    """Told to who begins a turn: what is open, what waits, and the last note."""

    address: ClassVar[str] = "role.pack"
    turn: int


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Plan(Route):
    """It is time to ask for the next turns of a role."""

    address: ClassVar[str] = "role.plan"
    role: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Whoever is asked for a turn has not answered yet."""

    address: ClassVar[str] = "role.remind"
    turn: int


@dataclass(frozen=True, slots=True)
class Silent(Route):
    """Whoever is asked for a turn has not answered: the next one is."""

    address: ClassVar[str] = "role.silent"
    turn: int


@dataclass(frozen=True, slots=True)
class Begin(Route):
    """A turn begins."""

    address: ClassVar[str] = "role.begin"
    turn: int


@dataclass(frozen=True, slots=True)
class Ending(Route):
    """A turn ends in three days."""

    address: ClassVar[str] = "role.ending"
    turn: int


@dataclass(frozen=True, slots=True)
class AskAround(Route):
    """A swap is still open seven, or two, days before."""

    address: ClassVar[str] = "role.ask-around"
    swap: int
    days: int


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Show(Route):
    """One role, privately."""

    address: ClassVar[str] = "role.show"
    role: int


@dataclass(frozen=True, slots=True)
class Pick(Route):
    """Which role a command means."""

    address: ClassVar[str] = "role.pick"
    draft: int


@dataclass(frozen=True, slots=True)
class Accept(Route):
    """I take this turn."""

    address: ClassVar[str] = "role.accept"
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class Decline(Route):
    """I do not take this turn."""

    address: ClassVar[str] = "role.decline"
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class Volunteer(Route):
    """I take this turn that nobody has."""

    address: ClassVar[str] = "role.volunteer"
    turn: int


@dataclass(frozen=True, slots=True)
class Keen(Route):
    """I would like to have my turn soon, newcomer or not."""

    address: ClassVar[str] = "role.keen"
    role: int


@dataclass(frozen=True, slots=True)
class Why(Route):
    """Why this person, in this turn."""

    address: ClassVar[str] = "role.why"
    turn: int


@dataclass(frozen=True, slots=True)
class WhyNot(Route):
    """Why not somebody: the press says whom."""

    address: ClassVar[str] = "role.why-not"
    turn: int


@dataclass(frozen=True, slots=True)
class Preview(Route):
    """The next turns of a role."""

    address: ClassVar[str] = "role.preview"
    role: int


@dataclass(frozen=True, slots=True)
class History(Route):
    """Who has served, page by page."""

    address: ClassVar[str] = "role.history"
    role: int
    page: int


@dataclass(frozen=True, slots=True)
class Next(Route):
    """Ask for the next turn now."""

    address: ClassVar[str] = "role.next"
    role: int


@dataclass(frozen=True, slots=True)
class FindSwap(Route):
    """Look for somebody to take this turn."""

    address: ClassVar[str] = "role.find-swap"
    turn: int


@dataclass(frozen=True, slots=True)
class Cover(Route):
    """Look for somebody to cover the days of an absence in a turn."""

    address: ClassVar[str] = "role.cover"
    turn: int
    absence: int


@dataclass(frozen=True, slots=True)
class Take(Route):
    """I take the turn, or the days, that somebody would swap."""

    address: ClassVar[str] = "role.take"
    swap: int


@dataclass(frozen=True, slots=True)
class GiveBack(Route):
    """The turn goes back to who would have swapped it."""

    address: ClassVar[str] = "role.give-back"
    swap: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """Nobody needs to take it any more."""

    address: ClassVar[str] = "role.withdraw"
    swap: int


@dataclass(frozen=True, slots=True)
class Back(Route):
    """An absence ends now, or does not come."""

    address: ClassVar[str] = "role.back"
    absence: int


@dataclass(frozen=True, slots=True)
class AskAway(Route):
    """Open the form that says when one is away."""

    address: ClassVar[str] = "role.ask-away"
    community: int


@dataclass(frozen=True, slots=True)
class AskEdit(Route):
    """Open the form of what a role is for."""

    address: ClassVar[str] = "role.ask-edit"
    role: int


@dataclass(frozen=True, slots=True)
class AskLimits(Route):
    """Open the form of who can hold a role, and how often."""

    address: ClassVar[str] = "role.ask-limits"
    role: int


@dataclass(frozen=True, slots=True)
class Retire(Route):
    """The role turns no more."""

    address: ClassVar[str] = "role.retire"
    role: int


@dataclass(frozen=True, slots=True)
class AskNote(Route):
    """Open the form of what to pass on."""

    address: ClassVar[str] = "role.ask-note"
    turn: int


@dataclass(frozen=True, slots=True)
class Tick(Route):
    """What of the checklist is done: the press says which."""

    address: ClassVar[str] = "role.tick"
    turn: int


@dataclass(frozen=True, slots=True)
class ShowPack(Route):
    """What whoever holds a role now needs to know."""

    address: ClassVar[str] = "role.show-pack"
    role: int
