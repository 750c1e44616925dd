"""One interface to four wires: what a test can do as a person, and see as a person.

The engine alone, Slack, Discord and the playground each implement `Wire`; `tests/kit/chat.py`
turns it into people who type and press, so that one story runs on all four.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from adapters.base import Adapter


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody in the tests: `ref` is their account id on every wire (wires may map it)."""

    ref: str
    name: str
    locale: str = "en-GB"
    zone: str = "Europe/Paris"
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as somebody sees it, in plain text, whatever the platform drew.

    `lines` holds every text on it but button labels: titles, paragraphs, bars ("Soup · 1 vote"),
    notes. Platform time elements appear as their fallback text. Bold and code marks are stripped,
    escapes undone.
    """

    ref: str
    lines: tuple[str, ...]
    buttons: tuple[str, ...] = ()
    pickers: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (label, option labels)
    files: tuple[tuple[str, bytes], ...] = ()
    reply_to: str | None = None
    private: bool = False

    @property
    def text(self) -> str:
        """All lines, one a line."""
        return "\n".join(self.lines)

    def __contains__(self, words: str) -> bool:
        """`"Soup · 1 vote" in message`."""
        return words in self.text


@dataclass(frozen=True, slots=True)
class OpenForm:
    """The form somebody has in front of them; keys are the fields' names."""

    title: str
    labels: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Wire(Protocol):
    """A platform as the tests drive it. `place` is a channel's id ("general"); wires may map it."""

    platform: str

    def adapter(self) -> Adapter:
        """The product's own adapter, connected to this wire's server. Called once a start."""

    async def open(self) -> None:
        """Start the server, if there is one."""

    async def close(self) -> None:
        """Stop it."""

    async def types(self, who: Persona, place: str, line: str) -> None:
        """Type a line in a channel (`/poll "Lunch?" "Soup" "Pie"`), and wait for its answer.

        On Discord the line is turned into options through the uploaded command tree.
        """

    async def presses(self, who: Persona, shown: Shown, label: str) -> None:
        """Press the button with this label on a message, and wait for its answer."""

    async def picks(self, who: Persona, shown: Shown, picker: str, chosen: list[str]) -> None:
        """Choose option labels in the picker with this label."""

    async def fills(self, who: Persona, values: dict[str, str]) -> None:
        """Send the open form, with these values (by field name) over what is prefilled."""

    async def uses(self, who: Persona, shortcut: str, place: str, words: str, author: str) -> None:
        """Use a message shortcut (by its label) on a message that says `words`."""

    def channel(self, place: str) -> list[Shown]:
        """The channel's visible messages by the bot, oldest first; replies included."""

    def private(self, who: Persona) -> list[Shown]:
        """The private answers this person has had, oldest first (a redraw replaces in place)."""

    def direct(self, who: Persona) -> list[Shown]:
        """The direct messages from the bot to this person, oldest first."""

    def form(self, who: Persona) -> OpenForm | None:
        """The form that is open in front of this person."""

    def deletes(self, shown: Shown) -> None:
        """Somebody deletes this message on the platform."""

    def shuts(self, place: str) -> None:
        """The bot is removed from the channel (or it is archived)."""

    def admits(self, place: str) -> None:
        """The bot is (again) in the channel."""

    def blocks(self, who: Persona) -> None:
        """This person no longer accepts direct messages."""

    def busy(self, seconds: float) -> None:
        """The platform answers the next post with "rate limited" once, asking for this delay."""

    async def repeat(self) -> None:
        """Deliver the last event once more, as the platform does when an answer got lost."""

    async def settle(self) -> None:
        """Wait until every answer under way has arrived."""
