"""What does not fit in one Discord message is shortened: 40 components, 4,000 characters.

First what can be said in fewer words is, and texts are put together, then the longest rows of
buttons become a list to choose from (no button is lost), and only then the end goes, saying so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from adapters import lengths
from adapters.discord import limits
from adapters.discord.asking import MORE
from adapters.discord.spelling import markdown, unmarked
from bot.language import Reader
from bot.text import text

Json = dict[str, Any]


@dataclass(slots=True)
class Said:
    """Words in Discord's markup; `briefer` says the same in fewer, where there is no room."""

    words: str
    briefer: Iterator[str] | None = None


@dataclass(slots=True)
class Presses:
    """Buttons that stand together."""

    buttons: list[Json]


@dataclass(slots=True)
class Other:
    """A component as it is, and how many it counts, nested ones included."""

    component: Json
    weight: int


Item = Said | Presses | Other


def fitted(items: list[Item], reader: Reader) -> list[Json]:
    """The items as a message's components; never none, never too many."""
    said = [item for item in items if not isinstance(item, Said) or item.words.strip()]
    kept = _brief(said, reader)
    if _weight(kept) > limits.COMPONENTS:
        kept = _listed(_together(kept), reader)
        if _weight(kept) > limits.COMPONENTS:
            kept = _shorter(kept, reader)
    if len(kept) > limits.ATTACHMENTS and _files(kept) > limits.ATTACHMENTS:
        kept = _shorter(kept, reader)
    return [component for item in kept for component in _components(item)] or [_words("…")]


def _weight(items: list[Item]) -> int:
    return sum(_count(item) for item in items)


def _count(item: Item) -> int:
    match item:
        case Said():
            return 1
        case Presses(buttons):
            return len(buttons) + -(-len(buttons) // limits.ROW)
        case Other(weight=weight):
            return weight


def _files(items: list[Item]) -> int:
    return sum(1 for item in items if _is_file(item))


def _is_file(item: Item) -> bool:
    return isinstance(item, Other) and item.component["type"] in (12, 13)


def _components(item: Item) -> list[Json]:
    match item:
        case Said(words):
            return [_words(words)]
        case Presses(buttons):
            return [
                {"type": 1, "components": buttons[start : start + limits.ROW]}
                for start in range(0, len(buttons), limits.ROW)
            ]
        case Other(component):
            return [component]


def _words(words: str) -> Json:
    return {"type": 10, "content": words}


# ── too many words ──────────────────────────────────────────────────────────────────────────────


def _brief(items: list[Item], reader: Reader) -> list[Item]:
    """In fewer words; then whole lines while they fit, saying that there was more. Buttons stay."""
    texts = [item for item in items if isinstance(item, Said)]
    for said in texts:
        for words in said.briefer or ():
            if _length(texts) <= limits.WORDS:
                break
            said.words = words
    if _length(texts) <= limits.WORDS:
        return items
    note = f"-# {markdown(text('discord-cut'), reader)}"
    room = limits.WORDS - lengths.size(note) - 2
    kept: list[Item] = []
    cut = False
    for item in items:
        if not isinstance(item, Said):
            kept.append(item)
            continue
        if cut:
            continue
        if lengths.size(item.words) + 1 <= room:
            room -= lengths.size(item.words) + 1
            kept.append(item)
            continue
        cut = True
        beginning = _whole_lines(item.words, room)
        kept.append(Said(f"{beginning}\n{note}" if beginning else note))
    return kept


def _length(texts: list[Said]) -> int:
    # One more for each: they may be put together with line breaks.
    return sum(lengths.size(item.words) + 1 for item in texts)


def _whole_lines(words: str, room: int) -> str:
    """The first lines that fit, a block to copy kept closed."""
    if words.startswith("```\n"):
        inner = lengths.beginning(words[4:-4], room - 12).rstrip("`\n\u200b")
        return f"```\n{inner}…\n```" if inner.strip() else ""
    kept: list[str] = []
    for line in words.splitlines():
        room -= lengths.size(line) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(kept)


# ── too many components ─────────────────────────────────────────────────────────────────────────


def _together(items: list[Item]) -> list[Item]:
    """Neighbouring texts as one; the lines between them go."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Other) and item.component["type"] == 14:
            continue
        last = kept[-1] if kept else None
        if isinstance(item, Said) and isinstance(last, Said):
            kept[-1] = Said(f"{last.words}\n{item.words}")
        else:
            kept.append(item)
    return kept


def _listed(items: list[Item], reader: Reader) -> list[Item]:
    """The longest groups of buttons as lists to choose from, until all fits."""
    kept = list(items)
    lists = 0
    while _weight(kept) > limits.COMPONENTS:
        groups = [
            (len(_acting(item)), -at)
            for at, item in enumerate(kept)
            if isinstance(item, Presses) and len(_acting(item)) > 1
        ]
        if not groups:
            break
        at = -max(groups)[1]
        group = kept[at]
        assert isinstance(group, Presses)
        acting = _acting(group)
        made: list[Item] = []
        for start in range(0, len(acting), limits.OPTIONS):
            select = _list_of(acting[start : start + limits.OPTIONS], lists, reader)
            made.append(Other({"type": 1, "components": [select]}, 2))
            lists += 1
        opening = [button for button in group.buttons if "url" in button]
        kept[at : at + 1] = [*made, *([Presses(opening)] if opening else [])]
    return kept


def _acting(group: Presses) -> list[Json]:
    return [button for button in group.buttons if "custom_id" in button]


def _list_of(buttons: list[Json], number: int, reader: Reader) -> Json:
    return {
        "type": 3,
        "custom_id": f"{MORE}{number}",
        "placeholder": unmarked(text("discord-choose"), reader, limits.PLACEHOLDER),
        "min_values": 1,
        "max_values": 1,
        "options": [{"label": b["label"], "value": b["custom_id"]} for b in buttons],
    }


def _shorter(items: list[Item], reader: Reader) -> list[Item]:
    """The beginning, a note of how much is missing, and the last buttons."""
    tail: list[Item] = [items[-1]] if isinstance(items[-1], Presses) else []
    body = items[: len(items) - len(tail)]
    room = limits.COMPONENTS - 1 - _weight(tail)
    kept: list[Item] = []
    for item in body:
        if _count(item) > room:
            break
        if _is_file(item) and _files(kept) == limits.ATTACHMENTS:
            break
        room -= _count(item)
        kept.append(item)
    missing = len(body) - len(kept)
    # What was cut may leave room in words, or none at all: the note is small and comes last.
    note = f"-# {markdown(text('discord-more', count=missing), reader)}"
    said = sum(lengths.size(i.words) + 1 for i in kept if isinstance(i, Said))
    if said + lengths.size(note) <= limits.WORDS:
        kept.append(Said(note))
    return [*kept, *tail]
