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
from bot.features.resources import (
    finding,
    labels,
    nothing,
    permits,
    records,
    routes,
    rules,
    shelving,
    views,
)
from bot.fields import FormOpen
from bot.text import Line, Text, Words, text
from bot.words import fold

PAGE = 5
LONGEST_SUGGESTED = 100
TAGS = 25
"""Tags a page: what a list to choose from holds on Discord."""
ORDERS = ("newest", "used", "mine")
_SAID = {
    fold(words): shelf
    for shelf, said in {
        "newest": "newest, new, recent, récentes, récents, nouveautés, nouvelles, dernières",
        "used": "used, most used, popular, utilisées, plus utilisées, les plus utilisées, populaires",
        "mine": "mine, my, me, miennes, les miennes, mes, mes partages, mes ressources, moi",
        "bin": "bin, trash, corbeille, la corbeille",
    }.items()
    for words in said.split(",")
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
    """The first page of a shelf. What is no order is a tag; several tags are a question."""
    folded = fold(asked.by.replace("-", " "))
    by = _SAID.get(folded) if folded else "newest"
    if by is None:
        # Several words without a # are one tag, as they are between commas.
        tags = rules.tags_in(asked.by if "#" in asked.by else f"{asked.by},") or ("",)
        if len(tags) > 1:
            return finding.find(ctx, finding.Find(" ".join(f"#{tag}" for tag in tags)))
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
    shelf = _mine_alone(ctx, by)
    count = records.shelf_count(ctx.db, here.id, shelf, ctx.me)
    pages = max(1, -(-count // PAGE))
    number = min(max(number, 0), pages - 1)
    resources = records.shelf(ctx.db, here.id, shelf, ctx.me, skip=number * PAGE, most=PAGE)
    tags = labels.of(ctx.db, here.id, [r.id or 0 for r in resources])
    blocks: list[Block] = [] if resources else _bare(ctx, by)
    for at, resource in enumerate(resources, number * PAGE + 1):
        blocks.append(Paragraph(text("library-line", number=at, title=views.titled(resource))))
        blocks.append(Note(finding.about(ctx, resource, tags[resource.id or 0])))
    opening = [
        Button(
            text("library-restore-number" if by == "bin" else "library-open", number=at),
            (routes.Restore if by == "bin" else routes.Show)(resource.id or 0),
        )
        for at, resource in enumerate(resources, number * PAGE + 1)
    ]
    if opening:
        blocks.append(Buttons(tuple(opening)))
    blocks.append(Buttons(tuple(_ways(ctx, by, number, pages))))
    return Card(_title(ctx, by, count, number + 1, pages), tuple(blocks))


def _mine_alone(ctx: Context, by: str) -> str:
    """What others deleted is seen by who looks after the library, and by nobody else."""
    return "my-bin" if by == "bin" and not permits.is_librarian(ctx) else by


def _bare(ctx: Context, by: str) -> list[Block]:
    """What to do where a shelf holds nothing: a tag that is near, or sharing something."""
    here = ctx.here
    assert here.id is not None
    if by != "bin" and records.is_empty(ctx.db, here.id):
        share = Button(text("library-share-first"), FormOpen("share.new"), "primary")
        return [Paragraph(text("library-empty")), Buttons((share,))]
    if not by.startswith("#"):
        return [Paragraph(text("library-shelf-empty"))]
    near = [
        Button(Words(f"#{words}"), routes.Shelf(f"#{folded}", 0))
        for words, folded in nothing.near_tags(ctx, [by[1:]])
    ]
    share = Button(text("library-share-one"), FormOpen("share.new"))
    said: list[Block] = [Paragraph(text("library-tag-unknown", tag=by[1:]))]
    said += [Paragraph(text("library-near-tags"))] if near else []
    return [*said, Buttons((*near, share))]


def _ways(ctx: Context, by: str, number: int, pages: int) -> list[Button]:
    """Previous and next, then the other shelves."""
    found = []
    if number > 0:
        found.append(Button(text("library-previous"), routes.Shelf(by, number - 1)))
    if number + 1 < pages:
        found.append(Button(text("library-next"), routes.Shelf(by, number + 1)))
    has_bin = permits.is_librarian(ctx) or records.shelf_count(
        ctx.db, ctx.here.id or 0, "my-bin", ctx.me
    )
    orders = [*ORDERS, *(["bin"] if has_bin else [])]
    found.extend(
        Button(text(f"library-shelf-{order}"), routes.Shelf(order, 0))
        for order in orders
        if order != by
    )
    found.append(Button(text("library-tags"), routes.Tags(0)))
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
    """The tags with how many resources carry each, the most used first, to choose one."""
    here = ctx.here
    access.require(ctx, Rank.MEMBER)
    assert here.id is not None
    known = labels.vocabulary(ctx.db, here.id)
    if not known:
        return Reply(Card(None, (Paragraph(text("library-no-tags")),)), replace=True)
    pages = -(-len(known) // TAGS)
    number = min(max(press.page, 0), pages - 1)
    offered = tuple(
        Choice(folded, text("library-tag", tag=words, count=count))
        for words, folded, count in known[number * TAGS : (number + 1) * TAGS]
    )
    label = text("library-which-tag", count=len(known), page=number + 1, pages=pages)
    buttons = []
    if number > 0:
        buttons.append(Button(text("library-previous"), routes.Tags(number - 1)))
    if number + 1 < pages:
        buttons.append(Button(text("library-next"), routes.Tags(number + 1)))
    if permits.is_librarian(ctx) and len(known) > 1:
        buttons.append(Button(text("library-merge"), routes.AskMerge()))
    buttons.append(Button(text("library-shelf-newest"), routes.Shelf("newest", 0)))
    picker = Picker(routes.PickTag(), label, offered)
    return Reply(Card(None, (picker, Buttons(tuple(buttons)))), replace=True)


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
    ctx.journal("library.merged", routes.Tags(0), tag=tag, into=into)
    return Reply(_card(ctx, f"#{into}", 0))


def _one(said: str) -> str:
    return fold(said.strip().lstrip("#"))


def _librarian(ctx: Context) -> None:
    ctx.here  # noqa: B018  (refuses where there is no community)
    if not permits.is_librarian(ctx):
        raise Forbidden(text("needs-facilitator"))
