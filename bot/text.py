"""What is said, before it is worded: a key plus values, drawn late in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Words:
    """What a person typed. Adapters escape it; it never rings a mention nor opens a link."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, shown by name; an adapter may link it to their account, and never rings it.

    `accounts` holds (platform, workspace, account id) triples, so that each platform finds its own.
    """

    name: str
    accounts: tuple[tuple[str, str, str], ...] = ()

    def account_on(self, platform: str) -> str | None:
        """The person's account id on `platform`, or None."""
        return next((ref for kind, _, ref in self.accounts if kind == platform), None)


@dataclass(frozen=True, slots=True)
class ChannelName:
    """A place, shown by its name and linked where the platform can."""

    name: str
    platform: str
    ref: str


class Style(StrEnum):
    """How much of a moment to show."""

    FULL = "full"  # Tuesday 3 November 2026 at 14:00 (Paris time)
    SHORT = "short"  # Tue 3 Nov 14:00
    DAY = "day"  # 3 Nov 2026
    RELATIVE = "relative"  # in 2 days


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (aware UTC) that each reader sees in their own zone.

    `zone` is the zone to name where the platform cannot know the reader's, and the one in which it
    was set: where the reader's differs, its distance from UTC is said. `since` is the present, for
    a plain "in 2 days".
    """

    at: datetime
    zone: str = "UTC"
    style: Style = Style.FULL
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A web address and what to call it. The address is http or https only."""

    address: str
    label: Text | Words


@dataclass(frozen=True, slots=True)
class Text:
    """A key of the `.ftl` files and its values; equal texts are equal, so drawings are cached."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Several lines said as one: separated by `by` (never translated: punctuation only)."""

    parts: tuple[Line, ...]
    by: str = " · "


Value = int | float | Words | Mention | ChannelName | Moment | Link | Text | Joined | str
"""What may stand in a text. A bare `str` in a value is people's words and is escaped like them."""

Line = Text | Words | Joined | Mention | ChannelName | Moment | Link
"""What may stand alone on a card."""


def text(key: str, /, **values: Value) -> Text:
    """Say `key` with `values`: `text("poll-votes", count=3)`.

    Strings among the values are taken as people's words: they are escaped, never interpreted.
    """
    return Text(key, tuple(sorted(values.items(), key=lambda pair: pair[0])))


def joined(parts: Iterable[Line], by: str = " · ") -> Joined:
    """Several lines as one, separated by `by`."""
    return Joined(tuple(parts), by)


NAMES_SHOWN = 15
"""Names in a list, at most: the others are counted (R5)."""


def listed(parts: Sequence[Line], *, more: int = 0, by: str = ", ", most: int = 0) -> Line:
    """Names as one line, cut at fifteen (or `most`): "Ann, Ben + 12 others".

    `more` is how many there are beside `parts`.
    """
    most = most or NAMES_SHOWN
    shown = joined(parts[:most], by)
    more += max(0, len(parts) - most)
    return text("names-and-others", names=shown, count=more) if more else shown


@dataclass(frozen=True, slots=True)
class Literal:
    """A piece of our own words, with the light markup of the `.ftl` files: **bold** and `code`."""

    text: str


Piece = Literal | Words | Mention | ChannelName | Moment | Link
"""What a drawn line consists of; adapters spell each piece in their platform's manner."""
