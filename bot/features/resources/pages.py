"""The page behind a link: looked at after the answer, so that no share ever waits for it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Outcome
from bot.context import Context
from bot.features.resources import links, records, routes, shelving
from bot.features.resources.commands import LONGEST_TITLE, TITLES

LONGEST_DESCRIPTION = 400


def asks(ctx: Context, press: routes.Fetch) -> Mapping[str, str] | None:
    """The address to look at; None where it is no longer wanted."""
    resource = records.get(ctx.db, press.resource)
    if resource is None or resource.deleted_at is not None or not resource.address:
        return None
    ctx.enter(resource.community_id)
    if ctx.setting(TITLES) == "off" or resource.fetched_at is not None:
        return None
    return {"address": resource.address}


def came(ctx: Context, press: routes.Fetch) -> Outcome:
    """Complete the resource with what the page says; a failure leaves it as it is.

    Of a link that was changed meanwhile, the page is looked at anew.
    """
    resource = records.get(ctx.db, press.resource)
    if resource is None or resource.deleted_at is not None or not resource.address:
        return None
    ctx.enter(resource.community_id)
    found = ctx.found
    if found["address"] != resource.address:
        ctx.later(press, ctx.now)
        return None
    resource.fetched_at = ctx.now
    guessed = links.kind_of(links.address(resource.address))
    if found.get("title") and resource.titled != "person":
        resource.title, resource.titled = found["title"][:LONGEST_TITLE], "page"
    if found.get("description"):
        resource.description = found["description"][:LONGEST_DESCRIPTION]
    if found.get("media") and resource.kind == guessed:
        resource.kind = links.kind_of(links.address(resource.address), found["media"])
    ctx.db.add(resource)
    ctx.db.flush()
    shelving.reindex(ctx.db, resource)
    ctx.posts.refresh(routes.ResourceCard(press.resource).pack())
    return None
