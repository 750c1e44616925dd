"""What can serve an objective: things that features offer, and the buttons that stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlmodel import Session

from bot.card import Block, Button, Buttons
from bot.route import Route, address_of
from bot.text import Line
from storage.people import Place

if TYPE_CHECKING:
    from bot.context import Context

MOST = 100
"""Things that a feature offers at a time: the newest."""


@dataclass(frozen=True, slots=True)
class Tieable:
    """A thing that can be tied to an objective: the route that opens it, and what it is called.

    `place` is the channel that it belongs to; what belongs to a private one is said there alone.
    """

    thing: Route
    line: Line
    at: datetime  # when it was made
    place: int | None = None


def tieable(ctx: Context) -> list[Tieable]:
    """What can be tied to an objective here, newest first."""
    found = [
        one for feature in ctx.desk.features for one in feature.ties(ctx, "") if _is_seen(ctx, one)
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def meant(ctx: Context, thing: str) -> Tieable | None:
    """The thing of the community behind a packed route; None where none can be tied, or seen here."""
    for feature in ctx.desk.features:
        for one in feature.ties(ctx, thing):
            return one if _is_seen(ctx, one) else None
    return None


def _is_seen(ctx: Context, one: Tieable) -> bool:
    if one.place is None or (ctx.place is not None and ctx.place.id == one.place):
        return True
    place = ctx.db.get(Place, one.place)
    return place is None or not (place.private or place.direct)


class Owned(Protocol):
    """What belongs to a community."""

    community_id: int


T = TypeVar("T", bound=Owned)


def asked_for(
    ctx: Context,
    ref: str,
    opens: type[Route],
    get: Callable[[Session, int], T | None],
    newest: Callable[[Session, int, int], list[T]],
) -> list[T]:
    """What a feature is asked of its things: the newest of them, or the one at an address.

    `opens` is the route (with one id) that opens one of them; none where `ref` is no such address.
    """
    here = ctx.here.id or 0
    if not ref:
        return newest(ctx.db, here, MOST)
    if address_of(ref) != opens.address:
        return []
    found = get(ctx.db, int(astuple(opens.unpack(ref))[0]))  # type: ignore[call-overload]  # a dataclass
    return [found] if found is not None and found.community_id == here else []


def beside(ctx: Context, thing: Route) -> tuple[Block, ...]:
    """The row of buttons that features put beside a thing of another's; nothing where none does."""
    found: list[Button] = []
    for feature in ctx.desk.features:
        found.extend(feature.beside(ctx, thing))
    return (Buttons(tuple(found)),) if found else ()
