"""Who held a role that goes by what is looked for."""

from __future__ import annotations

from bot import access
from bot.context import Context
from bot.fields import say
from bot.folding import words_of
from bot.knowing import Known
from bot.text import text
from storage import roles, terms


def knows(ctx: Context, words: tuple[str, ...]) -> tuple[Known, ...]:
    """Who holds or held a role, by its name in either language; what is to come is no experience."""
    here = ctx.here.id or 0
    keys = [terms.FACILITATION, *(role.key for role in roles.roles(ctx.db, here))]
    meant = [key for key in dict.fromkeys(keys) if _fits(ctx, key, words)]
    return tuple(
        Known(person, text(f"role-knows-{when}", name=access.role_name(ctx, key)))
        for key, person, now in (terms.served(ctx.db, here, meant, ctx.now) if meant else ())
        for when in ("now" if now else "then",)
    )


def _fits(ctx: Context, key: str, words: tuple[str, ...]) -> bool:
    """Whether all the words are in the role's name, as one of the languages has it."""
    return any(
        set(words) <= set(words_of(say(ctx.reading(language), access.role_name(ctx, key))))
        for language in ("en", "fr")
    )
