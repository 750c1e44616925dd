"""The library to look through: newest, most used, mine, one tag, and the bin."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Choices,
    Note,
    Outcome,
    Paragraph,
    Picker,
    Reply,
)
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Misfilled
from bot.features.resources import finding, labels, permits, records, routes, rules, shelving, views
from bot.fields import FormOpen
from bot.text import Line, Text, Words, text
from bot.words import fold

PAGE = 5
LONGEST_SUGGESTED = 100
ORDERS = ("newest", "used", "mine")
_SAID = {
    "newest": "newest",
    "recents": "newest",
    "recentes": "newest",
    "nouveautes": "newest",
    "used": "used",
    "most used": "used",
    "most-used": "used",
    "utilisees": "used",
    "plus-utilisees": "used",
    "les plus utilisees": "used",
    "mine": "mine",
    "miennes": "mine",
    "mes partages": "mine",
    "bin": "bin",
    "corbeille": "bin",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """Which shelf: an order, or a tag; nothing is the newest."""

    by: str


@dataclass(frozen=True, slots=True)
class Merge:
    """One tag that becomes another name of a second one."""

    tag: str
    into: str


def list_resources(ctx: Context, asked: Listing) -> Outcome:
    """The first page of a shelf. What is no order is a tag."""
    folded = fold(asked.by)
    by = _SAID.get(folded) if folded else "newest"
    if by is None:
        tags = rules.tags_in(asked.by) or ("",)
        by = f"#{labels.stands_for(ctx.db, ctx.here.id or 0, fold(tags[0]))}"
    return Reply(_card(ctx, by, 0))


def turn(ctx: Context, press: routes.Shelf) -> Outcome:
    """Another page, or another shelf, in place."""
    ctx.here  # noqa: B018  (refuses where there is no community)
    access.require(ctx, Rank.MEMBER)
    return Reply(_card(ctx, press.by, press.page), replace=True)


def _card(ctx: Context, by: str, number: int) -> Card:
    here = ctx.here
    assert here.id is not None
    count = records.shelf_count(ctx.db, here.id, by, ctx.me)
    pages = max(1, -(-count // PAGE))
    number = min(max(number, 0), pages - 1)
    resources = records.shelf(ctx.db, here.id, by, ctx.me, skip=number * PAGE, most=PAGE)
    tags = labels.of(ctx.db, here.id, [r.id or 0 for r in resources])
    blocks: list[Block] = []
    if not resources:
        key = "library-empty" if by == "newest" else "library-shelf-empty"
        blocks.append(Paragraph(text(key)))
        share = Button(text("library-share-first"), FormOpen("share.new"), "primary")
        blocks.append(Buttons((share,)))
    for at, resource in enumerate(resources, number * PAGE + 1):
        blocks.append(Paragraph(text("library-line", number=at, title=views.titled(resource))))
        blocks.append(Note(finding.about(ctx, resource, tags[resource.id or 0])))
    opening = [
        Button(
            text("library-restore-number" if by == "bin" else "library-open", number=at),
            (routes.Restore if by == "bin" else routes.Show)(resource.id or 0),
        )
        for at, resource in enumerate(resources, number * PAGE + 1)
        if by != "bin" or permits.may_change(ctx, resource)
    ]
    if opening:
        blocks.append(Buttons(tuple(opening)))
    blocks.append(Buttons(tuple(_ways(ctx, by, number, pages))))
    return Card(_title(ctx, by, count, number + 1, pages), tuple(blocks))


def _ways(ctx: Context, by: str, number: int, pages: int) -> list[Button]:
    """Previous and next, then the other shelves."""
    found = []
    if number > 0:
        found.append(Button(text("library-previous"), routes.Shelf(by, number - 1)))
    if number + 1 < pages:
        found.append(Button(text("library-next"), routes.Shelf(by, number + 1)))
    orders = [*ORDERS, *(["bin"] if permits.is_librarian(ctx) else [])]
    found.extend(
        Button(text(f"library-shelf-{order}"), routes.Shelf(order, 0))
        for order in orders
        if order != by
    )
    found.append(Button(text("library-tags"), routes.Tags()))
    return found


def _title(ctx: Context, by: str, count: int, page: int, pages: int) -> Text:
    said: Line = (
        Words(_written(ctx, by)) if by.startswith("#") else text(f"library-shelf-{_known(by)}")
    )
    return text("library-shelf", shelf=said, count=count, page=page, pages=pages)


def _known(by: str) -> str:
    return by if by in (*ORDERS, "bin") else "newest"


def _written(ctx: Context, by: str) -> str:
    for words, folded, _ in labels.vocabulary(ctx.db, ctx.here.id or 0):
        if folded == by[1:]:
            return f"#{words}"
    return by


def complete_tags(ctx: Context, typing: str) -> Choices:
    """As somebody types tags on Discord: known ones that contain the last word, for members."""
    if ctx.member is None or ctx.community is None:
        return Choices()
    before, _, last = typing.rpartition(" ")
    known = labels.vocabulary(ctx.db, ctx.community.id or 0)
    found = rules.suggested(last.lstrip("#"), [(words, count) for words, _, count in known])
    lines = [f"{before} #{tag}".strip() for tag in found]
    return Choices(tuple((line, Words(line)) for line in lines if len(line) <= LONGEST_SUGGESTED))


# ── tags ────────────────────────────────────────────────────────────────────────────────────────


def tags(ctx: Context, press: routes.Tags) -> Outcome:
    """All tags with how many resources carry each, to choose one."""
    del press
    here = ctx.here
    access.require(ctx, Rank.MEMBER)
    assert here.id is not None
    known = labels.vocabulary(ctx.db, here.id)
    if not known:
        return Reply(Card(None, (Paragraph(text("library-no-tags")),)), replace=True)
    offered = tuple(
        Choice(folded, text("library-tag", tag=words, count=count))
        for words, folded, count in known
    )
    blocks: list[Block] = [Picker(routes.PickTag(), text("library-which-tag"), offered)]
    if permits.is_librarian(ctx) and len(known) > 1:
        blocks.append(Buttons((Button(text("library-merge"), routes.AskMerge()),)))
    return Reply(Card(None, tuple(blocks)), replace=True)


def pick_tag(ctx: Context, press: routes.PickTag) -> Outcome:
    """The shelf of the tag that was chosen."""
    del press
    access.require(ctx, Rank.MEMBER)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    return Reply(_card(ctx, f"#{fold(chosen)}", 0), replace=True)


def ask_merge(ctx: Context, press: routes.AskMerge) -> Outcome:
    """Open the form that makes one tag another name of a second one."""
    del press
    _librarian(ctx)
    return ctx.form("share.merge", {})


def check_merge(ctx: Context, asked: Merge) -> None:
    """Two different tags, the first of them in use. Raises Misfilled."""
    _librarian(ctx)
    known = {folded for _, folded, _ in labels.vocabulary(ctx.db, ctx.here.id or 0)}
    errors = {}
    tag, into = _one(asked.tag), _one(asked.into)
    if tag not in known:
        errors["tag"] = text("library-tag-unknown", tag=asked.tag[:40])
    if not into:
        errors["into"] = text("value-missing")
    elif into == tag:
        errors["into"] = text("library-tag-same")
    if errors:
        raise Misfilled(errors)


def merge(ctx: Context, asked: Merge) -> Outcome:
    """From now on the first tag means the second; what carried it carries the second."""
    _librarian(ctx)
    here = ctx.here
    assert here.id is not None
    tag = _one(asked.tag)
    [into] = labels.canonical(ctx.db, here.id, [(asked.into.strip().lstrip("#"), _one(asked.into))])
    changed = labels.merge(ctx.db, here.id, tag, into)
    for resource in records.by_ids(ctx.db, changed):
        shelving.reindex(ctx.db, resource)
        ctx.posts.refresh(routes.ResourceCard(resource.id or 0).pack())
    ctx.journal("library.merged", routes.Tags(), tag=tag, into=into)
    return Reply(_card(ctx, f"#{into}", 0))


def _one(said: str) -> str:
    return fold(said.strip().lstrip("#"))


def _librarian(ctx: Context) -> None:
    ctx.here  # noqa: B018  (refuses where there is no community)
    if not permits.is_librarian(ctx):
        raise Forbidden(text("needs-facilitator"))
