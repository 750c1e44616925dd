""" "I recommend it", "I tried it", "I'll try it": one press each, counted once."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Button, Buttons, Card, Outcome, Paragraph, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.resources import permits, records, routes, rules, shelving, views
from bot.features.resources.records import Resource
from bot.text import text
from storage import acts


def recommend(ctx: Context, press: routes.Recommend) -> Outcome:
    """Recommend a resource, once; the redrawn card is the answer."""
    resource = permits.get(ctx, press.resource)
    if permits.is_own(ctx, resource):
        raise Refusal(text("library-recommend-own"))
    if records.endorse(ctx.db, press.resource, ctx.me, ctx.now):
        ctx.acts("endorsement", routes.ResourceCard(press.resource))
        ctx.posts.refresh(routes.ResourceCard(press.resource).pack())
        return _noted(ctx, resource, "library-recommended")
    return _noted(ctx, resource, "library-recommended-before")


def take_back(ctx: Context, press: routes.TakeBack) -> Outcome:
    """No longer recommend it, remark included."""
    resource = permits.get(ctx, press.resource)
    records.unendorse(ctx.db, press.resource, ctx.me)
    shelving.reindex(ctx.db, resource)
    ctx.posts.refresh(routes.ResourceCard(press.resource).pack())
    return Reply(views.details(ctx, resource), replace=True)


def tried(ctx: Context, press: routes.Tried) -> Outcome:
    """Note that somebody tried a resource: once a person, a resource and a month."""
    resource = permits.get(ctx, press.resource)
    back = Button(text("library-untried"), routes.Untried(press.resource))
    month = rules.month_of(ctx.now, ctx.here.zone)
    if not records.use(ctx.db, resource, ctx.me, "tried", month, ctx.now):
        return _noted(ctx, resource, "library-tried-before", back)
    if permits.is_own(ctx, resource):
        return _noted(ctx, resource, "library-tried-own", back)
    shelving.tried(ctx.db, resource)
    ctx.acts("tried", routes.ResourceCard(press.resource))
    ctx.posts.refresh(routes.ResourceCard(press.resource).pack())
    return _noted(ctx, resource, "library-tried-noted", back)


def untried(ctx: Context, press: routes.Untried) -> Outcome:
    """Take the last "I tried it" back: it counts nowhere any more."""
    resource = permits.get(ctx, press.resource)
    card = routes.ResourceCard(press.resource).pack()
    if shelving.untried(ctx.db, resource, ctx.me):
        acts.forget(ctx.db, resource.community_id, ctx.me, "tried", card)
    ctx.posts.refresh(card)
    return replace(_noted(ctx, resource, "library-tried-back"), replace=True)


def will_try(ctx: Context, press: routes.WillTry) -> Outcome:
    """Note that somebody means to try a resource."""
    resource = permits.get(ctx, press.resource)
    month = rules.month_of(ctx.now, ctx.here.zone)
    new = records.use(ctx.db, resource, ctx.me, "will-try", month, ctx.now)
    return _noted(ctx, resource, "library-will-try-noted" if new else "library-will-try-before")


def show(ctx: Context, press: routes.Show) -> Outcome:
    """Everything about a resource."""
    return Reply(views.details(ctx, permits.get(ctx, press.resource)))


def _noted(ctx: Context, resource: Resource, said: str, *besides: Button) -> Reply:
    """A private line that says what was noted, and the way to the rest."""
    more = Button(text("library-details"), routes.Show(resource.id or 0))
    line = text(said, title=resource.title)
    return Reply(Card(None, (Paragraph(line), Buttons((more, *besides)))))
