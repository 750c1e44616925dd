"""From a question to the index: who and what its operators mean here, and what answers it."""

from __future__ import annotations

from dataclasses import replace

from bot import access
from bot.context import Context
from bot.errors import Refusal
from bot.features.resources import index, labels, search
from bot.features.resources.index import Asked, Found
from bot.features.resources.search import Query
from bot.text import text
from bot.words import fold

PAGE = 5


def answers(ctx: Context, query: Query, number: int) -> tuple[Found, bool]:
    """A page of answers, and whether they hold the very words; else words that begin so."""
    asked = asked_of(ctx, query, prefix=False)
    found = find(ctx, asked, number)
    if found.count == 0 and asked.match is not None:
        wider = replace(asked, match=search.match(query, prefix=True))
        return find(ctx, wider, number), False
    return found, True


def find(ctx: Context, asked: Asked, number: int) -> Found:
    """A page of what the community's library holds."""
    return index.find(
        ctx.db, ctx.here.id or 0, asked, ctx.now, skip=max(number, 0) * PAGE, most=PAGE
    )


def asked_of(ctx: Context, query: Query, *, prefix: bool) -> Asked:
    """A question as the index takes it. Raises a Refusal for a person nobody knows."""
    here = ctx.here
    assert here.id is not None
    person = person_meant(ctx, query)
    return Asked(
        match=search.match(query, prefix=prefix),
        without=search.excluded(query),
        tags=_meant(ctx, here.id, query.tags),
        without_tags=_meant(ctx, here.id, query.without_tags),
        persons=None if person is None else (person,),
        kind=query.kind,
        since=query.since,
        everything=query.all,
    )


def person_meant(ctx: Context, query: Query) -> int | None:
    """Whose resources are looked for, if anybody's. Raises a Refusal for a person nobody knows."""
    if not query.by:
        return None
    person = access.person_named(ctx, query.by)
    if person is None:
        raise Refusal(text("unknown-person", name=query.by[:60]))
    return person


def _meant(ctx: Context, community: int, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as they are kept: another name means the tag that it stands for."""
    return tuple(labels.stands_for(ctx.db, community, fold(tag)) for tag in tags)
