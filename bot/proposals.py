"""How other features' things are put to a decision: by a button that carries their address."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.errors import Malformed, Refusal
from bot.route import Route

if TYPE_CHECKING:
    from bot.context import Context
    from bot.text import Line


@dataclass(frozen=True, slots=True)
class Put(Route):
    """Put a thing (its packed route) to a decision by consent."""

    address: ClassVar[str] = "decision.put"
    about: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be decided: a title of one line, its whole text, and what its adoption presses.

    `adopted` is pressed by the clock's own hand in the transaction that adopts (a route of the feature
    that proposed it), or None where nothing follows by itself; `ended`, likewise, once what was adopted
    is ended: by then it may be rewritten or followed, which is that feature's to judge. `of` is the
    thing of which this is one text (by packed route): there is one decision about it at a time, and
    another text amends that.
    """

    title: str
    text: str
    line: Line
    adopted: Route | None = None
    ended: Route | None = None
    of: str = ""


def proposed(ctx: Context, about: str) -> Proposal:
    """What a feature says of one of its things, by packed route. Raises Malformed where none does."""
    for feature in ctx.desk.features:
        found = feature.proposes(ctx, about)
        if found is not None:
            return found
    raise Malformed(about)


def called(ctx: Context, ref: str) -> Line | None:
    """What a feature calls one of its things, by packed route; None where it is nobody's, or gone."""
    for feature in ctx.desk.features:
        with suppress(Malformed, Refusal):
            found = feature.named(ctx, ref)
            if found is not None:
                return found
    return None


def under_way(ctx: Context, about: str) -> Route | None:
    """What opens the proposal under way about a thing (its packed route); None where there is none."""
    for feature in ctx.desk.features:
        found = feature.decides(ctx, about)
        if found is not None:
            return found
    return None


def turned(ctx: Context, about: str) -> None:
    """A proposal about a thing began, or is over: all features hear of it."""
    for feature in ctx.desk.features:
        feature.decided(ctx, about)
