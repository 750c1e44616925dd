"""How long words are, and where they may be cut: never inside a letter or an emoji.

Lengths are UTF-16 units, the strictest of the ways in which chat servers and clients count.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""All but the spaces at which no line may break: French puts them before a colon, and in hours."""


def size(words: str) -> int:
    """How long a platform takes these words to be, in UTF-16 units."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def one_line(words: str) -> str:
    """Words on one row: line breaks and doubled spaces become a space, no-break spaces stay."""
    if words.isascii():
        return " ".join(words.split())
    return _SPACES.sub(" ", words).strip()


def cut(words: str, longest: int) -> str:
    """The words themselves where they fit, else their beginning and an ellipsis."""
    if size(words) <= longest:
        return words
    return beginning(words, longest - 1).rstrip() + "…"


def beginning(words: str, longest: int) -> str:
    """As much of the words as fits, never half a letter or half an emoji."""
    room = max(longest, 0)
    kept = words[:room]
    while size(kept) > room:
        kept = kept[: len(kept) - max(1, (size(kept) - room) // 2)]
    while kept and kept != words and _joins(kept[-1], words[len(kept)]):
        kept = kept[:-1]
    return kept


def _joins(last: str, following: str) -> bool:
    """Whether cutting between these two would leave a broken letter or emoji."""
    return (
        last == "\u200d" or following in "\u200d\ufe0f" or "\U0001f3fb" <= following <= "\U0001f3ff"
    )
