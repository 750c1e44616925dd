"""What features offer the digest: small items, each in its section, none of them worded as a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from bot.route import Route
from bot.text import Line

SOON = timedelta(days=7)
"""Until the next digest: what ends by then is said in this one."""


class Section(IntEnum):
    """What an item is about, in the order in which the digest says it."""

    DECIDE = 1  # waits for a decision, or for the answers that it needs
    CLOSING = 2  # takes answers for a few days more
    NEXT = 3  # the next meeting, and who does what there
    RESOURCES = 4  # new in the library
    NEEDS = 5  # what members need, and nobody has answered
    WELCOMES = 6  # who is new
    DECISIONS = 7  # what was decided
    STORY = 8  # what came of something


@dataclass(frozen=True, slots=True)
class News:
    """Something that the digest may say: what it is called, and what there is to say of it.

    Its name leads to where `card` stands in a channel; where that has no address, or there is no
    card, a button opens `opens`. A name that is a link already leads there.

    `place` is the channel that it belongs to (None: the whole community): what belongs to a private
    channel is said nowhere else. What is not `fresh` is said beside news, and is none by itself.
    """

    section: Section
    name: Line
    more: Line | None = None
    card: Route | None = None
    opens: Route | None = None
    place: int | None = None
    fresh: bool = True
