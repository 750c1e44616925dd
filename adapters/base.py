"""What every platform's adapter offers, and the two ways in which showing something can fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from bot.card import Card, Event
    from bot.engine import Engine
    from bot.language import Reader
    from bot.request import PlaceRef

What = Literal[
    "message", "place", "person", "account",
    "full", "forbidden", "missing", "paid", "nobody", "outside",
]  # fmt: skip


class Busy(Exception):
    """Not now: a rate limit or an outage. Try again after `seconds` (0: the caller decides)."""

    def __init__(self, seconds: float = 0.0) -> None:
        """Busy for that long."""
        super().__init__(f"busy for {seconds} s")
        self.seconds = seconds


class Gone(Exception):
    """Never: the message was deleted, the place is closed to the bot, the person unreachable."""

    def __init__(self, what: What) -> None:
        """`what` is gone: a message is posted anew, a place told to the author, a person counted.

        "person": messages do not reach them, though they may still be here (they blocked the bot);
        "account": it is closed, or no longer in the workspace or server, so the person left.
        Of a calendar or a group: one of `storage.posts.TROUBLES`.
        """
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Sending:
    """One card to make visible.

    `message` is the reference to redraw (None: post anew); `reply_to` the message whose thread or
    reply it becomes; `key` names this post for good, so that a platform that can drops a repeat.
    """

    place: PlaceRef
    card: Card
    reader: Reader
    key: str
    message: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Announcing:
    """One event to enter in a platform's calendar, or to change there (`message` is its reference).

    The calendar is that of the workspace or server which `place` belongs to.
    """

    place: PlaceRef
    event: Event
    reader: Reader
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Enlisting:
    """Who should be in a group of the platform ("": none), by their accounts there.

    `leaving`: (group, account) of those whom we put there, or into another, and who should not be.
    """

    place: PlaceRef
    group: str
    people: tuple[str, ...]
    leaving: tuple[tuple[str, str], ...] = ()


class Adapter(Protocol):
    """A platform: it listens to people and shows cards."""

    platform: str
    edit_every: float  # seconds between two redraws of one message (0: no limit)

    @property
    def ready(self) -> bool:
        """Whether it can hear people now."""

    async def listen(self, engine: Engine) -> None:
        """Connect and start passing what people do to `engine`; returns once connected.

        Raises a `Refused` that says the remedy where the platform refuses the tokens.
        """

    async def show(self, sending: Sending) -> str:
        """Make a card visible and return the message's reference.

        Raises Busy or Gone; anything else means the result is unknown.
        """

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message away; one that is gone already is no error. Raises Busy or Gone."""

    async def close(self) -> None:
        """Stop listening, finish the answers under way, and disconnect."""


@runtime_checkable
class Announcer(Protocol):
    """An adapter whose platform keeps a calendar besides its channels."""

    async def announce(self, announcing: Announcing) -> str:
        """Enter an event in the calendar, or change it there, and return its reference.

        `Adapter.remove` takes it away, like a message. A repeat finds what the first try entered.

        Raises Busy or Gone; anything else means the result is unknown.
        """


@runtime_checkable
class Addressing(Protocol):
    """An adapter whose platform gives each message an address in the web."""

    def address_of(self, place: PlaceRef, message: str) -> str:
        """Where a message (a reference that `show` returned) is to be read; empty if not known."""


@runtime_checkable
class Enlister(Protocol):
    """An adapter whose platform has groups of people: roles, user groups."""

    async def enlist(self, enlisting: Enlisting) -> None:
        """Put people into a group and take others out; a repeat is harmless.

        Raises Busy or Gone; anything else means that the result is unknown.
        """


class Refused(Exception):
    """The platform does not accept the bot: `remedy` says, in English, what the operator does."""

    def __init__(self, remedy: str) -> None:
        """Refused; `remedy` is shown to the operator."""
        super().__init__(remedy)
        self.remedy = remedy
