"""`/find`: from a question as people type it to a page of answers, or to what to try instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import access, folding
from bot.card import Block, Button, Buttons, Card, Choices, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.resources import (
    asking,
    labels,
    links,
    nothing,
    permits,
    records,
    routes,
    search,
    views,
)
from bot.features.resources.asking import PAGE
from bot.features.resources.index import Asked, Found
from bot.features.resources.records import Resource
from bot.features.resources.search import Query
from bot.text import Joined, Line, Link, Moment, Style, Words, joined, text
from storage import drafts

MISSES_KEPT = timedelta(days=30)
LONGEST_SUGGESTED = 90
NOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Find:
    """A question, as typed."""

    words: str


def find(ctx: Context, asked: Find) -> Outcome:
    """Answer a question, privately; a question without an answer is noted, and nobody's name."""
    here = ctx.here
    assert here.id is not None
    if records.is_empty(ctx.db, here.id):
        return Reply(nothing.empty())
    query = search.parse(asked.words, ctx.now, ctx.reader.zone)
    found, exact = asking.answers(ctx, query, 0)
    if found.count == 0:
        return Reply(nothing.card(ctx, query, _operators(ctx, query)))
    draft = 0
    if found.count > PAGE:
        kept = drafts.keep(
            ctx.db, ctx.now, ctx.me, None, "find.find", {"words": asked.words, "find": "yes"}
        )
        draft = kept.id or 0
    return Reply(_page(ctx, query, found, exact, 0, draft))


def page(ctx: Context, press: routes.Results) -> Outcome:
    """Another page of the same question, in place."""
    draft = drafts.own(ctx.db, ctx.me, press.draft, ctx.now)
    if draft is None or "find" not in draft.given:
        raise Refusal(text("draft-gone"))
    access.require(ctx, Rank.MEMBER)
    query = search.parse(draft.given["words"], ctx.now, ctx.reader.zone)
    number = press.page
    found, exact = asking.answers(ctx, query, number)
    if found.count == 0:
        return Reply(nothing.card(ctx, query, _operators(ctx, query)), replace=True)
    if not found.ids:  # there are fewer than when the button was drawn
        number = (found.count - 1) // PAGE
        found, exact = asking.answers(ctx, query, number)
    return Reply(_page(ctx, query, found, exact, number, press.draft), replace=True)


def looked_up(ctx: Context, words: str, most: int = 3) -> tuple[routes.Show, ...]:
    """The best answers to some words, whatever they are: never a refusal."""
    query = Query(words=tuple(folding.words_of(words)))
    if not query.words:
        return ()
    return tuple(routes.Show(number) for number in asking.answers(ctx, query, 0)[0].ids[:most])


def complete(ctx: Context, typing: str) -> Choices:
    """As somebody types on Discord: the titles that answer so far, for members alone."""
    if ctx.member is None or ctx.community is None:
        return Choices()
    words = tuple(folding.words_of(typing))
    if not words:
        return Choices()
    asked = Asked(search.match(Query(words=words), prefix=True))
    found = records.by_ids(ctx.db, asking.find(ctx, asked, 0).ids)
    return Choices(tuple((f'"{_whole_words(one.title)}"', Words(one.title)) for one in found))


def _whole_words(title: str) -> str:
    """As much of a title as fits into what Discord suggests: half a word would find nothing."""
    title = title.replace('"', " ")
    return (
        title if len(title) <= LONGEST_SUGGESTED else title[:LONGEST_SUGGESTED].rpartition(" ")[0]
    )


# ── a page of answers ───────────────────────────────────────────────────────────────────────────


def _page(ctx: Context, query: Query, found: Found, exact: bool, number: int, draft: int) -> Card:
    resources = records.by_ids(ctx.db, found.ids)
    tags = labels.of(ctx.db, ctx.here.id or 0, found.ids)
    plain = [text("library-asked-words", words=nothing.short(query.plain))] if query.plain else []
    blocks: list[Block] = [Note(joined([*plain, *_operators(ctx, query)]))]
    if not exact:
        blocks.append(Note(text("library-begins", words=nothing.short(query.plain))))
    for at, resource in enumerate(resources, number * PAGE + 1):
        title = nothing.marked(resource.title, query, exact)
        blocks.append(Paragraph(text("library-line", number=at, title=title)))
        if (said := _snippet(resource, query, exact)) is not None:
            blocks.append(Paragraph(said))
        blocks.append(Note(about(ctx, resource, tags[resource.id or 0])))
    opening = [
        Button(text("library-open", number=at), routes.Show(resource.id or 0))
        for at, resource in enumerate(resources, number * PAGE + 1)
    ]
    blocks.append(Buttons(tuple(opening)))
    if draft and (turning := _turning(found.count, number, draft)):
        blocks.append(Buttons(turning))
    if found.newest_only:
        blocks.append(Note(text("library-newest-only", count=found.count)))
    pages = max(1, -(-found.count // PAGE))
    title = text("library-found", count=found.count, page=number + 1, pages=pages)
    return Card(title, tuple(blocks))


def _operators(ctx: Context, query: Query) -> list[Line]:
    """What each operator of the question was understood to mean."""
    person = asking.person_meant(ctx, query)
    parts: list[Line] = []
    if query.tags:
        parts.append(Words(" ".join(f"#{tag}" for tag in query.tags)))
    if query.kind:
        parts.append(text(f"library-kind-{query.kind}"))
    if person is not None:
        parts.append(text("library-asked-by", who=ctx.mention(person)))
    if query.since is not None:
        # A platform shows an instant in each reader's own zone: noon is the same day in nearly all.
        at = Moment(query.since + NOON, ctx.reader.zone, Style.DAY)
        parts.append(text("library-asked-since", at=at))
    without = [
        *(" ".join(words) for words in query.without),
        *(f"#{t}" for t in query.without_tags),
    ]
    if without:
        parts.append(text("library-asked-without", words=nothing.short(", ".join(without))))
    if query.all:
        parts.append(text("library-asked-all"))
    return parts


def _turning(count: int, number: int, draft: int) -> tuple[Button, ...]:
    found = []
    if number > 0:
        found.append(Button(text("library-previous"), routes.Results(draft, number - 1)))
    if (number + 1) * PAGE < count:
        found.append(Button(text("library-next"), routes.Results(draft, number + 1)))
    return tuple(found)


def _link(resource: Resource) -> list[Line]:
    """The page itself, by its host."""
    if not resource.address:
        return []
    return [
        Link(resource.address, Words(links.address(resource.address).host.removeprefix("www.")))
    ]


def about(ctx: Context, resource: Resource, tags: list[tuple[str, str]]) -> Joined:
    """Who shared it and when, how often it was used, how fresh it is, and its tags."""
    parts: list[Line] = [
        *_link(resource),
        text(f"library-kind-{resource.kind}"),
        text("library-by-on", who=views.who_shared(ctx, resource), at=permits.day(ctx, resource)),
        text("library-reuses", count=resource.reuses),
        views.mark(ctx, resource),
    ]
    if tags:
        parts.append(Words(" ".join(f"#{words}" for words, _ in tags)))
    return joined(parts)


def _snippet(resource: Resource, query: Query, exact: bool) -> Line | None:
    """The words around what was found, or else the beginning of the note."""
    for words in (resource.note, resource.description):
        if any(
            is_found
            for _, is_found in folding.marked(words, nothing.wanted(query), prefixes=not exact)
        ):
            return nothing.marked(words, query, exact)
    return nothing.marked(resource.note, query, exact) if resource.note else None
