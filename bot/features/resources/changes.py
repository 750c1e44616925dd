"""Changing what is in the library: edit, add to it, delete, restore, withdraw, look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import access
from bot.card import Button, Buttons, Card, Outcome, Paragraph, Reply
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.resources import labels, links, permits, records, routes, rules, shelving, views
from bot.features.resources.records import Resource
from bot.fields import id_in
from bot.text import Text, text
from storage.people import Community


@dataclass(frozen=True, slots=True)
class Edit:
    """A resource as it should be."""

    link: str
    title: str
    tags: str
    note: str
    kind: str
    resource: str


@dataclass(frozen=True, slots=True)
class Add:
    """One's own note and tags for a resource, and its id."""

    note: str
    tags: str
    resource: str


# ── edit ────────────────────────────────────────────────────────────────────────────────────────


def ask_edit(ctx: Context, press: routes.AskEdit) -> Outcome:
    """Open the form, everything in place."""
    resource = permits.changing(ctx, press.resource)
    tags = labels.of(ctx.db, resource.community_id, [press.resource])[press.resource]
    return ctx.form(
        "share.edit",
        {
            "link": resource.address,
            "title": resource.title,
            "tags": " ".join(f"#{words}" for words, _ in tags),
            "note": resource.note,
            "kind": resource.kind,
            "resource": str(press.resource),
        },
    )


def check_edit(ctx: Context, asked: Edit) -> None:
    """The link and the tags must be usable, and the link not another's. Raises Misfilled."""
    resource = permits.changing(ctx, id_in(asked.resource))
    errors: dict[str, Text] = {}
    if not rules.line(asked.title):
        errors["title"] = text("value-missing")
    try:
        rules.tags_in(asked.tags)
    except Refusal as refusal:
        errors["tags"] = refusal.says
    if asked.link:
        try:
            key = links.address(asked.link).key
        except Refusal as refusal:
            errors["link"] = refusal.says
        else:
            other = records.by_key(ctx.db, resource.community_id, key)
            if other is not None and other.id != resource.id:
                errors["link"] = text("library-link-taken", number=other.number)
    if errors:
        raise Misfilled(errors)


def edit(ctx: Context, asked: Edit) -> Outcome:
    """Change a resource; its cards follow."""
    resource = permits.changing(ctx, id_in(asked.resource))
    assert resource.id is not None
    old = resource.address
    address = links.address(asked.link) if asked.link else None
    resource.key = address.key if address else None
    resource.address = address.shown if address else ""
    if asked.title != resource.title or resource.fetched_at is not None:
        # Who saves the form has read the title; only a page that is still to be read may change it.
        resource.title, resource.titled = rules.line(asked.title), "person"
    resource.note = rules.visible(asked.note)
    resource.kind = asked.kind or resource.kind
    resource.edited_at = ctx.now
    if resource.address != old:
        resource.description, resource.fetched_at = "", None
        if address is not None:
            ctx.later(routes.Fetch(resource.id), ctx.now)
    shelving.tag(ctx.db, resource, rules.tags_in(asked.tags))
    _changed(ctx, resource)
    return Reply(views.details(ctx, resource, said=text("library-saved")))


def _changed(ctx: Context, resource: Resource) -> None:
    ctx.db.add(resource)
    ctx.db.flush()
    shelving.reindex(ctx.db, resource)
    ctx.posts.refresh(routes.ResourceCard(resource.id or 0).pack())


# ── add ─────────────────────────────────────────────────────────────────────────────────────────


def ask_add(ctx: Context, press: routes.AskAdd) -> Outcome:
    """Open the form for one's own note and tags."""
    resource = permits.get(ctx, press.resource)
    assert resource.id is not None
    mine = next(
        (e.note for e in records.endorsements(ctx.db, resource.id) if e.person_id == ctx.me), ""
    )
    return ctx.form("share.add", {"note": mine, "resource": str(resource.id)})


def check_add(ctx: Context, asked: Add) -> None:
    """The tags must be usable, and something must be added. Raises Misfilled."""
    permits.get(ctx, id_in(asked.resource))
    try:
        tags = rules.tags_in(asked.tags)
    except Refusal as refusal:
        raise Misfilled({"tags": refusal.says}) from None
    if not tags and not rules.visible(asked.note):
        raise Misfilled({"note": text("value-missing")})


def add(ctx: Context, asked: Add) -> Outcome:
    """Add one's own note, which recommends it, and tags."""
    resource = permits.get(ctx, id_in(asked.resource))
    assert resource.id is not None
    shelving.tag(ctx.db, resource, rules.tags_in(asked.tags), more=True)
    if note := rules.visible(asked.note):
        records.endorse(ctx.db, resource.id, ctx.me, ctx.now, note)
        ctx.acts("endorsement", routes.ResourceCard(resource.id))
    _changed(ctx, resource)
    return Reply(views.details(ctx, resource, said=text("library-added")))


# ── the bin ─────────────────────────────────────────────────────────────────────────────────────


def discard(ctx: Context, press: routes.Delete) -> Outcome:
    """Put a resource into the bin for thirty days; its cards go."""
    resource = permits.changing(ctx, press.resource)
    _bin(ctx, resource)
    said = text("library-deleted", title=resource.title)
    undo = Button(text("library-restore"), routes.Restore(press.resource))
    return Reply(Card(None, (Paragraph(said), Buttons((undo,)))), replace=True)


def _bin(ctx: Context, resource: Resource) -> None:
    assert resource.id is not None
    resource.deleted_at = ctx.now
    ctx.later(routes.Purge(resource.id), rules.bin_until(ctx.now))
    _changed(ctx, resource)
    ctx.journal("library.deleted", routes.ResourceCard(resource.id), number=str(resource.number))


def restore(ctx: Context, press: routes.Restore) -> Outcome:
    """Take a resource out of the bin."""
    resource = permits.changing(ctx, press.resource, binned=True)
    if resource.deleted_at is not None:
        shelving.take_out(ctx, resource)
        ctx.journal(
            "library.restored", routes.ResourceCard(press.resource), number=str(resource.number)
        )
    said = text("library-restored", title=resource.title)
    more = Button(text("library-details"), routes.Show(press.resource))
    return Reply(Card(None, (Paragraph(said), Buttons((more,)))), replace=True)


def purge(ctx: Context, press: routes.Purge) -> Outcome:
    """Thirty days are over: forget it for good."""
    resource = records.get(ctx.db, press.resource)
    if resource is None or resource.deleted_at is None:
        return None
    if ctx.now - resource.deleted_at >= shelving.KEPT_IN_BIN - timedelta(seconds=1):
        records.forget(ctx.db, press.resource)
    return None


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Somebody takes back words that another person kept, within seven days.

    They go for good: from the bin, who looks after the library could put them back.
    """
    done = Reply(Card(None, (Paragraph(text("library-withdrawn")),)), replace=True)
    if records.is_forgotten(ctx.db, press.resource):
        return done
    resource = records.get(ctx.db, press.resource)
    if resource is None or ctx.person is None or resource.author_id != ctx.me:
        raise access.unknown_thing()
    # Words are whose they are, wherever the press comes from: nobody need be a member for it.
    ctx.community = ctx.db.get(Community, resource.community_id)
    if ctx.now >= rules.withdraw_until(resource.shared_at):
        raise Refusal(text("library-withdraw-late"))
    if resource.deleted_at is None:
        _bin(ctx, resource)
    ctx.never(routes.Purge(press.resource))
    records.forget(ctx.db, press.resource)
    ctx.posts.refresh_notices(routes.Kept(press.resource).pack(), ctx.me)
    return done


def still_good(ctx: Context, press: routes.StillGood) -> Outcome:
    """Somebody has looked again: it counts as fresh from today."""
    resource = permits.changing(ctx, press.resource)
    resource.verified_at = ctx.now
    if resource.state == "to-check":
        resource.state = "ok"
    _changed(ctx, resource)
    return Reply(views.details(ctx, resource), replace=True)
