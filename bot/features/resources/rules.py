"""How the library works: tags, freshness, and how long things can be taken back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from math import log

from bot.errors import Refusal
from bot.text import text
from bot.words import fold
from scheduling.calendar import local

MOST_TAGS = 8
LONGEST_TAG = 40
SUGGESTED = 25
"""What a platform shows below a field while somebody types."""

FRESH = timedelta(days=180)
IN_THE_BIN = timedelta(days=30)
WITHDRAW_WITHIN = timedelta(days=7)

_BETWEEN = re.compile(r"[,;\n]")
_APART = re.compile(r"[\s#]+")
_HYPHENS = re.compile(r"[\s'’-]+")
_TAG = re.compile(r"[\w-]+")


def visible(words: str) -> str:
    """Words without what cannot be seen; nothing, where nothing could be seen.

    Control and bidirectional characters make the words around them read otherwise, and lone
    surrogates are no text. The two joiners stay: Persian and some emoji need them.
    """
    kept = (
        sign
        for sign in words.strip()
        if sign in "\n\u200c\u200d" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
    seen = "".join(kept).strip()
    return seen if any(unicodedata.category(sign)[0] not in "CZ" for sign in seen) else ""


def line(words: str) -> str:
    """Visible words on one line."""
    return visible(" ".join(words.split()))


def tags_in(words: str) -> tuple[str, ...]:
    """The tags that somebody typed: `#a #b`, `a b`, or `a, b` where a tag may be several words.

    Lower-case, accents kept; two that differ by accents alone are one (feature 8 A7). Raises a
    Refusal that names the tag with another sign than a letter, a digit, - or _, the one that is
    too long, or how many there are.
    """
    pieces = _BETWEEN.split(words)
    found: dict[str, str] = {}
    for piece in pieces:
        whole = len(pieces) > 1 and "#" not in piece
        for word in [piece] if whole else _APART.split(piece):
            tag = _tag(word)
            if tag:
                found.setdefault(fold(tag), tag)
    if len(found) > MOST_TAGS:
        raise Refusal(text("resource-tags-many", count=len(found), most=MOST_TAGS))
    return tuple(found.values())


def suggested(part: str, vocabulary: Iterable[tuple[str, int]], most: int = SUGGESTED) -> list[str]:
    """Tags that contain what was typed so far, accents aside, the most used first.

    `vocabulary`: each tag and how many resources carry it. Nothing typed: simply the most used.
    """
    wanted = fold(part.strip().lstrip("#"))
    holding = [(tag, uses) for tag, uses in vocabulary if wanted in fold(tag)]
    return [tag for tag, _ in sorted(holding, key=lambda pair: (-pair[1], pair[0]))[:most]]


def freshness(verified: datetime, now: datetime, state: str) -> float:
    """How much a resource can be relied on (feature 9 A3).

    0.5 where it is "to-check"; else 1.0 for 180 days after it was shared or found still good, and
    0.8 from then on.
    """
    if state == "to-check":
        return 0.5
    return 1.0 if now - verified < FRESH else 0.8


def score(relevance: float, reuses: int, fresh: float) -> float:
    """What answers are ranked by (feature 9 A3): relevance × (1 + ln(1 + reuses)) × freshness."""
    return relevance * (1 + log(1 + max(reuses, 0))) * fresh


def month_of(instant: datetime, zone: str) -> str:
    """The month of an instant where the community is, "2026-11": a use counts once a month."""
    return f"{local(instant, zone):%Y-%m}"


def bin_until(deleted: datetime) -> datetime:
    """Until when a deleted resource can be restored (feature 8 A8)."""
    return deleted + IN_THE_BIN


def withdraw_until(shared: datetime) -> datetime:
    """Until when somebody whose words another person kept can take them back (feature 8 A4)."""
    return shared + WITHDRAW_WITHIN


def _tag(word: str) -> str:
    """One tag in the library's shape, or nothing. Raises a Refusal that names it."""
    plain = unicodedata.normalize("NFC", word.strip().lower())
    tag = _HYPHENS.sub("-", plain).strip("-_")
    if not tag:
        if any(not sign.isspace() and sign not in "-_'’" for sign in plain):
            raise Refusal(text("resource-tag-signs", tag=plain[:LONGEST_TAG]))
        return ""
    if len(tag) > LONGEST_TAG:
        raise Refusal(
            text("resource-tag-long", tag=tag[:LONGEST_TAG], count=len(tag), most=LONGEST_TAG)
        )
    if not _TAG.fullmatch(tag):
        raise Refusal(text("resource-tag-signs", tag=tag))
    return tag
