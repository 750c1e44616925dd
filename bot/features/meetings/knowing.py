"""Who led a meeting about what is looked for."""

from __future__ import annotations

from collections import defaultdict

from bot.context import Context
from bot.features.meetings import proceedings
from bot.folding import words_of
from bot.knowing import Known
from bot.text import text


def knows(ctx: Context, words: tuple[str, ...]) -> tuple[Known, ...]:
    """Who led meetings whose title says so, how many, and the latest of them."""
    found: dict[int, list[str]] = defaultdict(list)
    for person, title in proceedings.led(ctx.db, ctx.here.id or 0):
        if set(words) <= set(words_of(title)):
            found[person].append(title)
    return tuple(
        Known(person, text("meet-knows", count=len(titles), title=titles[-1]), count=len(titles))
        for person, titles in found.items()
    )
