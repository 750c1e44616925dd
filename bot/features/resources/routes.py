"""Addresses: what the buttons around the library carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class ResourceCard(Route):
    """A resource's card in a channel."""

    address: ClassVar[str] = "library.card"
    resource: int


@dataclass(frozen=True, slots=True)
class Kept(Route):
    """The message to somebody whose words were kept by somebody else."""

    address: ClassVar[str] = "library.kept"
    resource: int


@dataclass(frozen=True, slots=True)
class Show(Route):
    """Everything about a resource, privately."""

    address: ClassVar[str] = "library.show"
    resource: int


@dataclass(frozen=True, slots=True)
class Recommend(Route):
    """ "I recommend it"."""

    address: ClassVar[str] = "library.recommend"
    resource: int


@dataclass(frozen=True, slots=True)
class Tried(Route):
    """ "I tried it"."""

    address: ClassVar[str] = "library.tried"
    resource: int


@dataclass(frozen=True, slots=True)
class WillTry(Route):
    """ "I'll try it"."""

    address: ClassVar[str] = "library.will-try"
    resource: int


@dataclass(frozen=True, slots=True)
class StillGood(Route):
    """Somebody has looked at a resource again: it is still good."""

    address: ClassVar[str] = "library.still-good"
    resource: int


@dataclass(frozen=True, slots=True)
class AskEdit(Route):
    """Open the form that changes a resource."""

    address: ClassVar[str] = "library.ask-edit"
    resource: int


@dataclass(frozen=True, slots=True)
class AskAdd(Route):
    """Open the form that adds one's own note and tags to a resource."""

    address: ClassVar[str] = "library.ask-add"
    resource: int


@dataclass(frozen=True, slots=True)
class Delete(Route):
    """Put a resource into the bin."""

    address: ClassVar[str] = "library.delete"
    resource: int


@dataclass(frozen=True, slots=True)
class Restore(Route):
    """Take a resource out of the bin."""

    address: ClassVar[str] = "library.restore"
    resource: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """Somebody whose words were kept takes them back."""

    address: ClassVar[str] = "library.withdraw"
    resource: int


@dataclass(frozen=True, slots=True)
class KeepPicked(Route):
    """Which of a message's links is to be kept; the message is in the draft."""

    address: ClassVar[str] = "library.keep"
    draft: int


@dataclass(frozen=True, slots=True)
class KeepAllowed(Route):
    """Yes, keep what was said in private; the message is in the draft."""

    address: ClassVar[str] = "library.keep-allowed"
    draft: int


@dataclass(frozen=True, slots=True)
class Results(Route):
    """Another page of what was found; the question is in the draft."""

    address: ClassVar[str] = "library.results"
    draft: int
    page: int


@dataclass(frozen=True, slots=True)
class Shelf(Route):
    """A page of the library in an order (newest, used, mine, bin), or of one tag (`#tag`)."""

    address: ClassVar[str] = "library.shelf"
    by: str
    page: int


@dataclass(frozen=True, slots=True)
class Tags(Route):
    """A page of all tags, to choose one."""

    address: ClassVar[str] = "library.tags"
    page: int


@dataclass(frozen=True, slots=True)
class PickTag(Route):
    """The tag that was chosen."""

    address: ClassVar[str] = "library.tag"


@dataclass(frozen=True, slots=True)
class AskMerge(Route):
    """Open the form that makes one tag another name of a second one."""

    address: ClassVar[str] = "library.ask-merge"


@dataclass(frozen=True, slots=True)
class Fetch(Route):
    """The page behind a link is to be looked at."""

    address: ClassVar[str] = "library.fetch"
    resource: int


@dataclass(frozen=True, slots=True)
class Purge(Route):
    """A resource has been in the bin for thirty days."""

    address: ClassVar[str] = "library.purge"
    resource: int


@dataclass(frozen=True, slots=True)
class TakeBack(Route):
    """No longer recommend a resource."""

    address: ClassVar[str] = "library.take-back"
    resource: int


@dataclass(frozen=True, slots=True)
class Untried(Route):
    """I did not try it after all."""

    address: ClassVar[str] = "library.untried"
    resource: int


@dataclass(frozen=True, slots=True)
class Publish(Route):
    """Show a resource in a channel."""

    address: ClassVar[str] = "library.publish"
    resource: int
