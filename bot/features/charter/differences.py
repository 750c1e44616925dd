"""What changed between two texts, by sentence and then by words: said in words, never by colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.features.charter.rules import SECTIONS, tidy

Kind = Literal["added", "removed", "reworded"]

ALIKE = 0.5
"""From which share of common words on a sentence is the same one, reworded."""

NEARLY = 0.95
"""From which share of common words on a change may pass for a correction."""

_END = re.compile(r"(?<=[.?!…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of a sentence in place of others; either may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One sentence that was added, removed, or reworded (then `swaps` says where)."""

    kind: Kind
    before: str = ""
    after: str = ""
    swaps: tuple[Swap, ...] = ()


def sentences(words: str) -> list[str]:
    """The sentences and lines of a text."""
    return [part.strip() for part in _END.split(tidy(words)) if part.strip()]


def differences(before: str, after: str) -> list[Edit]:
    """What changed from one text to another, in the order of the texts."""
    old, new = sentences(before), sentences(after)
    found: list[Edit] = []
    for what, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            found += _paired(old[i:j], new[k:end])
    return found


def changed_sections(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[Edit]]:
    """The edits of each section that is not what it was, in the order of the template."""
    found = {
        key: differences(before.get(key, ""), after.get(key, ""))
        for key in SECTIONS
        if tidy(before.get(key, "")) != tidy(after.get(key, ""))
    }
    return {key: edits for key, edits in found.items() if edits}


def is_slight(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a text only puts right how another is written: the same sections, nearly the same words."""
    if {key for key, words in before.items() if words} != set(after):
        return False
    old, new = (
        [word for key in SECTIONS for word in sections.get(key, "").split()]
        for sections in (before, after)
    )
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= NEARLY


def _paired(old: list[str], new: list[str]) -> list[Edit]:
    """Sentences that stand in the place of others: alike ones are reworded, the rest comes and goes."""
    found: list[Edit] = []
    rest = list(new)
    for sentence in old:
        twin = next((other for other in rest if _alike(sentence, other)), None)
        if twin is None:
            found.append(Edit("removed", before=sentence))
            continue
        before = rest.index(twin)
        found += [Edit("added", after=other) for other in rest[:before]]
        rest = rest[before + 1 :]
        found.append(Edit("reworded", sentence, twin, _swaps(sentence, twin)))
    return found + [Edit("added", after=other) for other in rest]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= ALIKE


def _swaps(before: str, after: str) -> tuple[Swap, ...]:
    old, new = before.split(), after.split()
    return tuple(
        Swap(" ".join(old[i:j]), " ".join(new[k:end]))
        for what, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if what != "equal"
    )
