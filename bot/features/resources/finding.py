"""`/find`: from a question as people type it to a page of answers, or to what to try instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from bot import access
from bot.card import Block, Button, Buttons, Card, Choices, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.resources import (
    folding,
    index,
    labels,
    links,
    permits,
    records,
    routes,
    rules,
    search,
    views,
)
from bot.features.resources.index import Asked, Found
from bot.features.resources.records import Resource
from bot.features.resources.search import Query
from bot.fields import FormOpen
from bot.text import Joined, Line, Link, Words, joined, text
from bot.words import fold
from scheduling.calendar import local
from storage import drafts

PAGE = 5
NEAR = 3
NEAR_WORDS = 6
"""Words of a longer question are not all tried one without the other: there are too many ways."""
MISSES_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Find:
    """A question, as typed."""

    words: str


def find(ctx: Context, asked: Find) -> Outcome:
    """Answer a question, privately; a question without an answer is noted, and nobody's name."""
    here = ctx.here
    assert here.id is not None
    if not records.shelf_count(ctx.db, here.id, "newest", ctx.me):
        return Reply(_empty())
    query = search.parse(asked.words, ctx.now, ctx.reader.zone)
    found, exact = _search(ctx, query, 0)
    if found.count == 0:
        return Reply(_nothing(ctx, query))
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
    found, exact = _search(ctx, query, press.page)
    if found.count == 0:
        return Reply(_nothing(ctx, query), replace=True)
    return Reply(_page(ctx, query, found, exact, press.page, press.draft), replace=True)


def looked_up(ctx: Context, words: str, most: int = 3) -> tuple[routes.Show, ...]:
    """The best answers to some words, whatever they are: never a refusal."""
    query = Query(words=tuple(folding.words_of(words)), said=words)
    if not query.words:
        return ()
    return tuple(routes.Show(number) for number in _search(ctx, query, 0)[0].ids[:most])


def complete(ctx: Context, typing: str) -> Choices:
    """As somebody types on Discord: the titles that answer so far, for members alone."""
    if ctx.member is None or ctx.community is None:
        return Choices()
    words = tuple(folding.words_of(typing))
    if not words:
        return Choices()
    asked = Asked(search.match(_only(words), prefix=True))
    found = records.by_ids(ctx.db, _find(ctx, asked, 0).ids)
    return Choices(tuple((f'"{one.title[:90]}"', Words(one.title)) for one in found))


# ── asking the index ────────────────────────────────────────────────────────────────────────────


def _search(ctx: Context, query: Query, number: int) -> tuple[Found, bool]:
    """A page of answers, and whether they hold the very words; else words that begin so."""
    asked = _asked(ctx, query, prefix=False)
    found = _find(ctx, asked, number)
    if found.count == 0 and asked.match is not None:
        wider = replace(asked, match=search.match(query, prefix=True))
        return _find(ctx, wider, number), False
    return found, True


def _near(ctx: Context, query: Query) -> list[Resource]:
    """What holds most of the words, where nothing holds them all: at least half of them.

    One word less at a time, any of them; the rarer ones count for more (bm25).
    """
    words = query.words[:NEAR_WORDS]
    for count in range(len(words) - 1, (len(words) - 1) // 2, -1):
        some = (replace(query, words=held) for held in combinations(words, count))
        match = " OR ".join(f"({search.match(one, prefix=False)})" for one in some)
        asked = replace(_asked(ctx, query, prefix=False), match=match)
        if found := _find(ctx, asked, 0).ids[:NEAR]:
            return records.by_ids(ctx.db, found)
    return []


def _find(ctx: Context, asked: Asked, number: int) -> Found:
    return index.find(
        ctx.db, ctx.here.id or 0, asked, ctx.now, skip=max(number, 0) * PAGE, most=PAGE
    )


def _asked(ctx: Context, query: Query, *, prefix: bool) -> Asked:
    """A question as the index takes it. Raises a Refusal for a person nobody knows."""
    here = ctx.here
    assert here.id is not None
    persons: tuple[int, ...] | None = None
    if query.by:
        person = access.person_named(ctx, query.by)
        if person is None:
            raise Refusal(text("unknown-person", name=query.by[:60]))
        persons = (person,)
    return Asked(
        match=search.match(query, prefix=prefix),
        without=search.excluded(query),
        tags=_meant(ctx, here.id, query.tags),
        without_tags=_meant(ctx, here.id, query.without_tags),
        persons=persons,
        kind=query.kind,
        since=query.since,
        everything=query.all,
    )


def _meant(ctx: Context, community: int, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as they are kept: another name means the tag that it stands for."""
    return tuple(labels.stands_for(ctx.db, community, fold(tag)) for tag in tags)


# ── a page of answers ───────────────────────────────────────────────────────────────────────────


def _page(ctx: Context, query: Query, found: Found, exact: bool, number: int, draft: int) -> Card:
    resources = records.by_ids(ctx.db, found.ids)
    tags = labels.of(ctx.db, ctx.here.id or 0, found.ids)
    blocks: list[Block] = []
    if not exact:
        blocks.append(Note(text("library-begins", words=query.said)))
    for at, resource in enumerate(resources, number * PAGE + 1):
        title = _marked(resource.title, query, exact)
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
    return [Link(resource.address, Words(links.address(resource.address).host))]


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
            is_found for _, is_found in folding.marked(words, _wanted(query), prefixes=not exact)
        ):
            return _marked(words, query, exact)
    return _marked(resource.note, query, exact) if resource.note else None


def _marked(words: str, query: Query, exact: bool) -> Line:
    """About a hundred and sixty characters, those that were found in bold."""
    pieces = folding.marked(words, _wanted(query), prefixes=not exact)
    return Joined(
        tuple(
            text("library-match", word=piece) if is_found else Words(piece)
            for piece, is_found in pieces
        ),
        "",
    )


def _wanted(query: Query) -> set[str]:
    return {*query.words, *(word for phrase in query.phrases for word in phrase)}


# ── nothing found ───────────────────────────────────────────────────────────────────────────────


def _empty() -> Card:
    share = Button(text("library-share-first"), FormOpen("share.new"), "primary")
    return Card(None, (Paragraph(text("library-empty")), Buttons((share,))))


def _nothing(ctx: Context, query: Query) -> Card:
    """What to try instead: another spelling, near tags and resources, or sharing one."""
    here = ctx.here
    assert here.id is not None
    if query.words or query.phrases:
        words = _wanted(query)
        today = f"{local(ctx.now, here.zone):%Y-%m-%d}"
        records.miss(ctx.db, here.id, " ".join(sorted(words))[:200], today)
    blocks: list[Block] = [Paragraph(text("library-nothing", words=query.said))]
    buttons: list[Button] = []
    if (better := _spelt(ctx, query)) is not None:
        kept = drafts.keep(
            ctx.db, ctx.now, ctx.me, None, "find.find", {"words": better, "find": "yes"}
        )
        blocks.append(Paragraph(text("library-did-you-mean", words=better)))
        did = text("library-search-for", words=better[:40])
        buttons.append(Button(did, routes.Results(kept.id or 0, 0), "primary"))
    buttons.extend(
        Button(Words(f"#{words}"), routes.Shelf(f"#{folded}", 0))
        for words, folded in _near_tags(ctx, here.id, query)
    )
    near = _near(ctx, query)
    if near or len(buttons) > (better is not None):
        blocks.append(Paragraph(text("library-near-tags")))
    for at, resource in enumerate(near, 1):
        title = _marked(resource.title, query, exact=True)
        blocks.append(Paragraph(text("library-line", number=at, title=title)))
        buttons.append(Button(text("library-open", number=at), routes.Show(resource.id or 0)))
    buttons.append(Button(text("library-share-one"), FormOpen("share.new")))
    return Card(None, (*blocks, Buttons(tuple(buttons))))


def _spelt(ctx: Context, query: Query) -> str | None:
    """The question with its unknown words replaced by near ones that find something here."""
    words: list[str] = []
    changed = False
    for word in query.words:
        if _finds(ctx, (word,)):
            words.append(word)
            continue
        near = search.nearest(word, index.similar_words(ctx.db, word))
        if near is None or not _finds(ctx, (near,)):
            return None
        words.append(near)
        changed = True
    if not changed or not _finds(ctx, tuple(words)):
        return None
    return " ".join(_as_written(ctx, word) for word in words)


def _finds(ctx: Context, words: tuple[str, ...]) -> bool:
    return bool(_find(ctx, Asked(search.match(_only(words), prefix=False)), 0).count)


def _only(words: tuple[str, ...]) -> Query:
    return Query(words=words, said=" ".join(words))


def _as_written(ctx: Context, word: str) -> str:
    """A folded word as a title of this library writes it."""
    found = _find(ctx, Asked(search.match(_only((word,)), prefix=False)), 0)
    for resource in records.by_ids(ctx.db, found.ids):
        for piece, is_found in folding.marked(resource.title, {word}):
            if is_found:
                return piece.casefold()
    return word


def _near_tags(ctx: Context, community: int, query: Query) -> list[tuple[str, str]]:
    """The tags nearest to the words: those that contain one, else those spelt alike."""
    known = labels.vocabulary(ctx.db, community)
    wanted = [*query.tags, *query.words]
    found: dict[str, str] = {}
    for word in wanted:
        for words in rules.suggested(word, [(w, count) for w, _, count in known]):
            found[words] = fold(words)
        near = search.nearest(fold(word), [(folded, count) for _, folded, count in known])
        found |= {words: folded for words, folded, _ in known if folded == near}
    return list(found.items())[:5]
