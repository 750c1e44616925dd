"""The page's own words: all `playground-…` keys of its `.ftl` files, ready for the browser."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from bot.language import Reader, plain
from bot.text import Words, text

PREFIX = "playground-"
_KEY = re.compile(rf"^{PREFIX}([a-z0-9-]+) =", re.MULTILINE)
_VARIABLE = re.compile(r"\{ \$([a-z]+) \}")


@lru_cache(maxsize=2)
def words(language: str) -> dict[str, str]:
    """Every word of the page by its bare key; `{name}` stands where the page puts a value."""
    source = (resources.files("bot") / "locale" / f"playground.{language}.ftl").read_text("utf-8")
    variables = {name: Words(f"{{{name}}}") for name in _VARIABLE.findall(source)}
    reader = Reader(language)
    return {key: plain(text(PREFIX + key, **variables), reader) for key in _KEY.findall(source)}
