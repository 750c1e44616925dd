"""Addresses: what the buttons around a community carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Invitation(Route):
    """The card that invites a channel to join."""

    address: ClassVar[str] = "community.invitation"
    community: int


@dataclass(frozen=True, slots=True)
class Join(Route):
    """ "I'm in"."""

    address: ClassVar[str] = "community.join"
    community: int


@dataclass(frozen=True, slots=True)
class Leave(Route):
    """No longer be a member."""

    address: ClassVar[str] = "community.leave"
    community: int


@dataclass(frozen=True, slots=True)
class AddPlace(Route):
    """This channel becomes one more place of a community."""

    address: ClassVar[str] = "community.add-place"
    community: int


@dataclass(frozen=True, slots=True)
class Plan(Route):
    """The plan of the first thirty minutes."""

    address: ClassVar[str] = "community.plan"
    community: int


@dataclass(frozen=True, slots=True)
class Invite(Route):
    """The invitation as a text to copy, and posting the card again."""

    address: ClassVar[str] = "community.invite"
    community: int


@dataclass(frozen=True, slots=True)
class PostInvitation(Route):
    """Post the invitation card in the community's channel."""

    address: ClassVar[str] = "community.post-invitation"
    community: int


@dataclass(frozen=True, slots=True)
class FirstQuestion(Route):
    """Open the form of a poll that asks what people are looking for."""

    address: ClassVar[str] = "community.first-question"
    community: int


@dataclass(frozen=True, slots=True)
class AskHands(Route):
    """Open the form of a poll that asks what people would like to take on."""

    address: ClassVar[str] = "community.ask-hands"
    community: int


@dataclass(frozen=True, slots=True)
class SeeAsMember(Route):
    """Show me what members will see."""

    address: ClassVar[str] = "community.as-member"
    community: int


@dataclass(frozen=True, slots=True)
class Inert(Route):
    """A button of a preview: it changes nothing."""

    address: ClassVar[str] = "community.inert"
    button: int


@dataclass(frozen=True, slots=True)
class Privacy(Route):
    """What is kept, where, how long, who sees it."""

    address: ClassVar[str] = "community.data"
    community: int


@dataclass(frozen=True, slots=True)
class AskAdd(Route):
    """Open the form that adds people."""

    address: ClassVar[str] = "community.ask-add"
    community: int


@dataclass(frozen=True, slots=True)
class AskCoordinators(Route):
    """Open the form that says who coordinates."""

    address: ClassVar[str] = "community.ask-coordinators"
    community: int


@dataclass(frozen=True, slots=True)
class Added(Route):
    """Tells somebody that `by` added them."""

    address: ClassVar[str] = "community.added"
    community: int
    by: int


@dataclass(frozen=True, slots=True)
class NotTold(Route):
    """Tells who added somebody that the message did not arrive, so that they are not in."""

    address: ClassVar[str] = "community.not-told"
    community: int
    person: int


@dataclass(frozen=True, slots=True)
class Appointed(Route):
    """Tells somebody what they were named: `role` is facilitator, coordinator or admin."""

    address: ClassVar[str] = "community.appointed"
    community: int
    role: str


@dataclass(frozen=True, slots=True)
class Unreached(Route):
    """A direct message to an account failed for good; `left`: the account itself is gone.

    Pressed by the clock when delivery notices it.
    """

    address: ClassVar[str] = "community.unreached"
    account: int
    left: bool


@dataclass(frozen=True, slots=True)
class Overview(Route):
    """All settings on one card."""

    address: ClassVar[str] = "community.overview"
    community: int


@dataclass(frozen=True, slots=True)
class ChooseSetting(Route):
    """One option of a feature's setting."""

    address: ClassVar[str] = "community.choose"
    community: int
    name: str


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Route):
    """What the cards of a channel speak."""

    address: ClassVar[str] = "community.speak"
    place: int
