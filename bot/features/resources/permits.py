"""Who may see and change a resource, and who people are to it."""

from __future__ import annotations

from bot import access
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.resources import records
from bot.features.resources.records import Resource
from bot.text import Moment, Style, text


def get(ctx: Context, number: int, *, binned: bool = False) -> Resource:
    """The resource, for members of its community alone. Raises a Refusal otherwise.

    What is in the bin is refused too, unless `binned` asks for it.
    """
    found = access.there(records.get(ctx.db, number))
    ctx.enter(found.community_id)
    access.require(ctx, Rank.MEMBER)
    if found.deleted_at is not None and not binned:
        raise Refusal(text("library-in-bin", title=found.title))
    return found


def is_librarian(ctx: Context) -> bool:
    """Whether the person looks after the library: who has that role, facilitates, or ranks above."""
    if ctx.rank >= Rank.FACILITATOR:
        return True
    return ctx.member is not None and ctx.me in access.holders(ctx, "library", ctx.now)


def is_own(ctx: Context, resource: Resource) -> bool:
    """Whether the person shared it, or wrote what was kept."""
    return ctx.person is not None and ctx.me in (resource.sharer_id, resource.author_id)


def may_change(ctx: Context, resource: Resource) -> bool:
    """One's own, or any for who looks after the library (feature 8 A8)."""
    return is_own(ctx, resource) or is_librarian(ctx)


def changing(ctx: Context, number: int, *, binned: bool = False) -> Resource:
    """The resource, for who may change it. Raises a Refusal that says who could."""
    found = get(ctx, number, binned=binned)
    if not may_change(ctx, found):
        raise Forbidden(text("library-not-yours"))
    return found


def day(ctx: Context, resource: Resource) -> Moment:
    """When it was shared."""
    return Moment(resource.shared_at, ctx.here.zone, Style.DAY)
