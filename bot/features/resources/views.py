"""How a resource looks: its card in a channel, everything about it, and a line in a list."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.context import Context
from bot.features.resources import labels, permits, records, routes
from bot.features.resources.records import Resource
from bot.features.resources.rules import freshness, withdraw_until
from bot.route import Route
from bot.text import Line, Link, Moment, Style, Text, Words, joined, text
from bot.ties import beside

MOST_NAMES = 15


def card(ctx: Context, route: routes.ResourceCard) -> Card | None:
    """The card in a channel; None once the resource is in the bin, or gone."""
    resource = records.get(ctx.db, route.resource)
    if resource is None or resource.deleted_at is not None:
        return None
    tags = labels.of(ctx.db, resource.community_id, [route.resource])[route.resource]
    count = len(records.endorsements(ctx.db, route.resource))
    return draw(ctx, resource, [words for words, _ in tags], recommended=count)


def draw(ctx: Context, resource: Resource, tags: list[str], *, recommended: int) -> Card:
    """A resource, with what one can do with it."""
    number = resource.id or 0
    blocks: list[Block] = []
    if resource.note:
        blocks.append(Paragraph(Words(resource.note)))
    if resource.description and resource.description != resource.note:
        blocks.append(Note(Words(resource.description)))
    blocks.append(Note(_footer(ctx, resource, tags)))
    recommend = text("library-recommend", count=recommended)
    blocks.append(
        Buttons(
            (
                Button(recommend, routes.Recommend(number)),
                Button(text("library-tried"), routes.Tried(number)),
                Button(text("library-will-try"), routes.WillTry(number)),
                Button(text("library-details"), routes.Show(number)),
            )
        )
    )
    return Card(titled(resource), tuple(blocks))


def titled(resource: Resource) -> Line:
    """Its title, which opens the page where there is one."""
    if resource.address:
        return Link(resource.address, Words(resource.title))
    return Words(resource.title)


def _footer(ctx: Context, resource: Resource, tags: list[str]) -> Line:
    parts: list[Line] = [
        text(f"library-kind-{resource.kind}"),
        text("library-by", who=who_shared(ctx, resource)),
    ]
    if resource.reuses:
        parts.append(text("library-reuses", count=resource.reuses))
    if tags:
        parts.append(Words(" ".join(f"#{tag}" for tag in tags)))
    parts += _flag(resource)
    parts.append(text("library-number", number=resource.number))
    return joined(parts)


def _flag(resource: Resource) -> list[Line]:
    """Nobody gave it a title, and its page has not (yet): the words of its address stand there."""
    return [text("library-title-guessed")] if resource.titled == "address" else []


def who_shared(ctx: Context, resource: Resource) -> Line:
    """Whom it is owed to: who wrote what was kept, else who shared it."""
    person = resource.author_id or resource.sharer_id
    return ctx.mention(person) if person is not None else text("library-former")


# ── everything about it ─────────────────────────────────────────────────────────────────────────


def details(
    ctx: Context, resource: Resource, *, said: Text | None = None, add: Route | None = None
) -> Card:
    """Everything about a resource, and all that this person may do with it.

    `said` is what has just been done; `add` opens the form for one's own note with what was typed
    already.
    """
    assert resource.id is not None
    tags = labels.of(ctx.db, resource.community_id, [resource.id])[resource.id]
    blocks: list[Block] = [Note(said)] if said is not None else []
    if resource.note:
        blocks.append(Paragraph(Words(resource.note)))
    if resource.description and resource.description != resource.note:
        blocks.append(Note(Words(resource.description)))
    blocks.append(Paragraph(_origin(ctx, resource)))
    if resource.permalink:
        blocks.append(Paragraph(Link(resource.permalink, text("library-permalink"))))
    if tags:
        blocks.append(Paragraph(Words(" ".join(f"#{words}" for words, _ in tags))))
    blocks.extend(_recommended(ctx, resource.id))
    blocks.append(Note(joined(_state(ctx, resource))))
    blocks.append(Buttons(tuple(_buttons(ctx, resource, add))))
    blocks.extend(beside(ctx, routes.Show(resource.id)))
    return Card(titled(resource), tuple(blocks))


def _origin(ctx: Context, resource: Resource) -> Text:
    kind = text(f"library-kind-{resource.kind}")
    return text(
        "library-origin",
        kind=kind,
        number=resource.number,
        who=who_shared(ctx, resource),
        at=permits.day(ctx, resource),
    )


def _recommended(ctx: Context, resource: int) -> list[Block]:
    found = records.endorsements(ctx.db, resource)
    if not found:
        return []
    names = [ctx.mention(e.person_id) for e in found[:MOST_NAMES]]
    said = text("library-recommended-by", names=joined(names, ", "), more=len(found) - len(names))
    blocks: list[Block] = [Paragraph(said)]
    blocks.extend(
        Paragraph(text("library-remark", who=ctx.mention(e.person_id), note=e.note))
        for e in found
        if e.note
    )
    return blocks


def _state(ctx: Context, resource: Resource) -> list[Line]:
    """How often it was tried, who means to, how fresh it is."""
    number = resource.id or 0
    own = records.tried_by_own(ctx.db, number)
    parts: list[Line] = [
        text("library-reuses-own" if own else "library-reuses", count=resource.reuses)
    ]
    if planned := records.planning(ctx.db, number):
        parts.append(text("library-planned", count=planned))
    parts.append(_mark(ctx, resource))
    if resource.verified_at > resource.shared_at:
        looked = Moment(resource.verified_at, ctx.here.zone, Style.DAY)
        parts.append(text("library-verified", at=looked))
    return [*parts, *_flag(resource)]


def _mark(ctx: Context, resource: Resource) -> Text:
    """How fresh it is, in words."""
    value = freshness(resource.verified_at, ctx.now, resource.state)
    if resource.state == "archived":
        return text("library-archived")
    if value < 0.8:
        return text("library-to-check")
    return text("library-fresh" if value == 1 else "library-older")


def mark(ctx: Context, resource: Resource) -> Text:
    """The freshness mark in a list."""
    return _mark(ctx, resource)


def _buttons(ctx: Context, resource: Resource, add: Route | None) -> list[Button]:
    number = resource.id or 0
    mine = {e.person_id for e in records.endorsements(ctx.db, number)}
    found = [
        Button(text("library-tried"), routes.Tried(number)),
        Button(text("library-will-try"), routes.WillTry(number)),
        Button(
            text("library-add-mine"),
            add or routes.AskAdd(number),
            "primary" if add else "plain",
        ),
    ]
    if ctx.person is not None and ctx.me in mine:
        found.append(Button(text("library-take-back"), routes.TakeBack(number)))
    elif not permits.is_own(ctx, resource):
        count = len(mine)
        recommend = text("library-recommend", count=count)
        found.insert(0, Button(recommend, routes.Recommend(number), "primary"))
    if permits.may_change(ctx, resource):
        found.append(Button(text("library-still-good"), routes.StillGood(number)))
        found.append(Button(text("library-edit"), routes.AskEdit(number)))
        found.append(
            Button(
                text("library-delete"),
                routes.Delete(number),
                "danger",
                confirm=text("library-delete-sure", title=resource.title),
            )
        )
    return found


# ── messages ────────────────────────────────────────────────────────────────────────────────────


def kept(ctx: Context, route: routes.Kept) -> Card | None:
    """To somebody whose words were kept: what, by whom, and the way out for seven days."""
    resource = records.get(ctx.db, route.resource)
    if resource is None or resource.deleted_at is not None or resource.sharer_id is None:
        return None
    said = text("library-kept-yours", who=ctx.mention(resource.sharer_id), name=ctx.here.name)
    blocks: list[Block] = [Paragraph(said), Paragraph(titled(resource))]
    if resource.note:
        blocks.append(Note(Words(resource.note[:300])))
    if ctx.now < withdraw_until(resource.shared_at):
        blocks.append(
            Buttons((Button(text("library-withdraw"), routes.Withdraw(resource.id or 0)),))
        )
    return Card(None, tuple(blocks))
