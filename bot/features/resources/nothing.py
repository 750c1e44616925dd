"""Nothing found: what to try instead, and a note of what was missing, without anybody's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from bot import folding, knowing
from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.context import Context
from bot.features.resources import asking, index, labels, records, routes, search
from bot.features.resources.index import Asked
from bot.features.resources.records import Resource
from bot.features.resources.search import Query
from bot.fields import FormOpen
from bot.knowing import Knower, MemberCard
from bot.text import Joined, Line, Words, joined, text
from bot.words import fold
from scheduling.calendar import local
from storage import drafts

NEAR = 3
NEAR_WORDS = 6
"""Of a longer question not every word is looked into: everybody else waits meanwhile."""
NEAR_TAGS = 5
LONGEST_REPEATED = 120
SPELLINGS = 4
"""Near words that are tried: the index holds those of other communities, too."""


def empty() -> Card:
    """For a library with nothing in it yet."""
    share = Button(text("library-share-first"), FormOpen("share.new"), "primary")
    return Card(None, (Paragraph(text("library-empty")), Buttons((share,))))


def card(ctx: Context, query: Query, operators: list[Line]) -> Card:
    """What to try instead: another spelling, near tags and resources, or sharing one.

    `operators` says how they were understood.
    """
    here = ctx.here
    assert here.id is not None
    if query.words or query.phrases:
        topic = " ".join(sorted(wanted(query)))
        today = f"{local(ctx.now, here.zone):%Y-%m-%d}"
        index.miss(ctx.db, here.id, topic[:200], today)
    said = text("library-nothing")
    if query.plain:
        said = text("library-nothing-for", words=short(query.plain))
    blocks: list[Block] = [Paragraph(said)]
    if operators:
        blocks.append(Note(text("library-conditions", said=joined(operators))))
    buttons: list[Button] = []
    if (better := _spelt(ctx, query)) is not None:
        words, line = better
        kept = drafts.keep(
            ctx.db, ctx.now, ctx.me, None, "find.find", {"words": line, "find": "yes"}
        )
        blocks.append(Paragraph(text("library-did-you-mean", words=words)))
        did = text("library-search-for", words=words[:40])
        buttons.append(Button(did, routes.Results(kept.id or 0, 0), "primary"))
    buttons.extend(
        Button(Words(f"#{words}"), routes.Shelf(f"#{folded}", 0))
        for words, folded in near_tags(ctx, [*query.tags, *query.words])
    )
    near = _near(ctx, query)
    if near or len(buttons) > (better is not None):
        blocks.append(Paragraph(text("library-near-tags")))
    for at, resource in enumerate(near, 1):
        title = marked(resource.title, query, exact=True)
        blocks.append(Paragraph(text("library-line", number=at, title=title)))
        buttons.append(Button(text("library-open", number=at), routes.Show(resource.id or 0)))
    for one in _offering(ctx, query):
        who = ctx.mention(one.person)
        blocks.append(Paragraph(text("library-who", who=who, basis=joined(one.lines))))
        to = MemberCard(ctx.here.id or 0, one.person)
        buttons.append(Button(text("library-who-open", name=who.name[:40]), to))
    buttons.append(Button(text("library-share-one"), FormOpen("share.new")))
    return Card(None, (*blocks, Buttons(tuple(buttons))))


def _offering(ctx: Context, query: Query) -> list[Knower]:
    """People who offer what was looked for."""
    words = knowing.asked(" ".join(query.words))
    return [one for one in knowing.who(ctx, words) if one.offered][:NEAR]


def _near(ctx: Context, query: Query) -> list[Resource]:
    """What holds most of the words, where nothing holds them all: at least half of them.

    One word less at a time, any of them; the rarer ones count for more (bm25).
    """
    words = query.words[:NEAR_WORDS]
    for count in range(len(words) - 1, (len(words) - 1) // 2, -1):
        some = (replace(query, words=held) for held in combinations(words, count))
        match = " OR ".join(f"({search.match(one, prefix=False)})" for one in some)
        asked = replace(asking.asked_of(ctx, query, prefix=False), match=match)
        if found := asking.find(ctx, asked, 0).ids[:NEAR]:
            return records.by_ids(ctx.db, found)
    return []


def _spelt(ctx: Context, query: Query) -> tuple[str, str] | None:
    """The words with those unknown replaced by near ones, and the whole question with them.

    None where nothing would be found for it here.
    """
    unknown = [word for word in query.words[:NEAR_WORDS] if not _finds(ctx, Query(words=(word,)))]
    if not unknown or len(query.words) > NEAR_WORDS:
        return None
    known = index.similar_words(ctx.db, unknown)
    meant = {word: _near_word(ctx, word, known) for word in unknown}
    words = [meant.get(word, word) for word in query.words]
    better = replace(query, words=tuple(word for word in words if word is not None))
    if None in words or not _finds(ctx, better):
        return None
    said = " ".join(_as_written(ctx, word) for word in better.words)
    return said, f"{said} {query.others}".strip()


def _near_word(ctx: Context, word: str, known: list[tuple[str, int]]) -> str | None:
    for _ in range(SPELLINGS):
        near = search.nearest(word, known)
        if near is None or _finds(ctx, Query(words=(near,))):
            return near
        known = [(other, uses) for other, uses in known if other != near]
    return None


def _finds(ctx: Context, query: Query) -> bool:
    return bool(asking.find(ctx, asking.asked_of(ctx, query, prefix=False), 0).count)


def _as_written(ctx: Context, word: str) -> str:
    """A folded word as this library writes it, in a title if it can be."""
    asked = Asked(search.match(Query(words=(word,)), prefix=False))
    resources = records.by_ids(ctx.db, asking.find(ctx, asked, 0).ids)
    tags = labels.of(ctx.db, ctx.here.id or 0, [r.id or 0 for r in resources])
    for said in (
        *(resource.title for resource in resources),
        *(words for carried in tags.values() for words, _ in carried),
        *(resource.note for resource in resources),
        *(resource.description for resource in resources),
    ):
        for piece, is_found in folding.marked(said, {word}):
            if is_found:
                return piece.casefold()
    return word


def near_tags(ctx: Context, wanted: Sequence[str]) -> list[tuple[str, str]]:
    """The tags nearest to some words: those that contain one, else those spelt alike."""
    known = labels.vocabulary(ctx.db, ctx.here.id or 0)
    uses = [(folded, count) for _, folded, count in known]
    found: dict[str, str] = {}
    for part in map(fold, wanted[:NEAR_WORDS]):
        if len(part) < folding.PREFIX_FROM:
            continue
        near = search.nearest(part, uses)
        found |= {words: folded for words, folded, _ in known if part in folded or folded == near}
    return list(found.items())[:NEAR_TAGS]


def marked(words: str, query: Query, exact: bool) -> Line:
    """About a hundred and sixty characters, those that were found in bold."""
    pieces = folding.marked(words, wanted(query), prefixes=not exact)
    return Joined(
        tuple(
            text("library-match", word=piece) if is_found else Words(piece)
            for piece, is_found in pieces
        ),
        "",
    )


def wanted(query: Query) -> set[str]:
    """The (folded) words that are looked for."""
    return {*query.words, *(word for phrase in query.phrases for word in phrase)}


def short(words: str) -> str:
    """What somebody typed, as much of it as a sentence should repeat."""
    return words if len(words) <= LONGEST_REPEATED else f"{words[:LONGEST_REPEATED]}…"
