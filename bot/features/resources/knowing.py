"""Who shared something about what is looked for: by its title and its tags."""

from __future__ import annotations

from bot.context import Context
from bot.features.resources import index, records
from bot.knowing import Known
from bot.text import text


def knows(ctx: Context, words: tuple[str, ...]) -> tuple[Known, ...]:
    """Who shared resources that are titled or tagged so, how many, and the newest of them."""
    sharers = index.sharers(ctx.db, ctx.here.id or 0, words)
    newest = [resource for _, _, resource in sharers]
    titles = {one.id: one.title for one in records.by_ids(ctx.db, newest)}
    return tuple(
        Known(
            person,
            text("library-knows", count=count, title=titles.get(resource, "")),
            count=count,
        )
        for person, count, resource in sharers
    )
