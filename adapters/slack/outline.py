"""A card as plain text: what a notification shows and a screen reader says, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters import grid, lengths
from adapters.slack import limits
from adapters.slack.spelling import clean, escape
from bot.card import (
    Bars,
    Block,
    Buttons,
    Card,
    Copyable,
    Facts,
    File,
    Note,
    Paragraph,
    Picker,
    Picture,
    Rule,
    Table,
)
from bot.language import Reader, plain
from bot.text import Line, text


def outline(card: Card, reader: Reader) -> list[str]:
    """Every line of a card as plain text, whole meaning included (rule R13)."""
    lines = [card.title] if card.title is not None else []
    found = [clean(plain(line, reader)).strip() for line in lines]
    for block in card.blocks:
        found.extend(clean(said).strip() for said in _outline(block, reader))
    return [said for said in found if said]


def _outline(block: Block, reader: Reader) -> Iterator[str]:
    match block:
        case Paragraph(line) | Note(line) | Copyable(line):
            yield plain(line, reader)
        case Facts(rows):
            for label, value in rows:
                yield plain(fact(label, value), reader)
        case Bars(bars):
            for bar in bars:
                parts = [bar.label, bar.value, bar.detail]
                yield " · ".join(plain(part, reader) for part in parts if part is not None)
        case Table():
            for line in grid.in_words(block):
                yield plain(line, reader)
        case Picture(says=line) | File(says=line):
            yield plain(line, reader)
        case Picker(label=label, choices=choices):
            names = ", ".join(plain(choice.label, reader) for choice in choices)
            yield f"{plain(label, reader)}: {names}" if names else plain(label, reader)
        case Buttons() | Rule():
            return


def escaped(lines: Sequence[str]) -> str:
    """The lines as Slack's `text`, escaped, whole lines only unless the first is too long."""
    kept: list[str] = []
    room = limits.MESSAGE_TEXT
    for line in lines:
        said = escape(line)
        if lengths.size(said) > room:
            kept.append("…" if kept else _cut_escaped(line, room))
            break
        kept.append(said)
        room -= lengths.size(said) + 1
    return "\n".join(kept) or "…"


def _cut_escaped(line: str, longest: int) -> str:
    """The escaped beginning of one line; an escaped letter takes at most five times its place."""
    kept = lengths.cut(line, longest)
    while lengths.size(escape(kept)) > longest:
        kept = lengths.cut(line, lengths.size(kept) * 3 // 4)
    return escape(kept)


def fact(label: Line, value: Line) -> Line:
    """A label and its value on one line, as the language punctuates it."""
    return text("slack-fact", label=label, value=value)
