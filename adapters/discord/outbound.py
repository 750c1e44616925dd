"""How a card looks on Discord: text, rows of buttons, selects, pictures and files (Components V2).

Components are plain dicts, ten times cheaper than discord.py's classes (5 µs a card, not 70);
`view` hands them to discord.py as a view that is finished already, so that it keeps nothing.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import discord

from adapters import grid, lengths
from adapters.discord import limits
from adapters.discord.asking import carried
from adapters.discord.fitting import Item, Other, Presses, Said, fitted
from adapters.discord.spelling import bold, clean, copyable, escape, markdown, unmarked
from adapters.grid import Told
from bot.card import (
    Bar,
    Bars,
    Block,
    Button,
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
from bot.text import joined, text

Json = dict[str, Any]

STYLES = {"plain": 2, "primary": 1, "danger": 4}
OPENS = 5
CELLS = 10  # of a bar drawn with text blocks


@dataclass(frozen=True, slots=True)
class Gift:
    """A file that travels with a message."""

    name: str
    content: bytes


@dataclass(slots=True)
class Drawn:
    """A card as Discord takes it: its components, and the files that they show."""

    components: list[Json] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)


def draw(card: Card, reader: Reader) -> Drawn:
    """A card as a message; shortened where it would not fit."""
    drawn = Drawn()
    items: list[Item] = []
    if card.title is not None:
        title = unmarked(card.title, reader, limits.TITLE)
        if title:
            items.append(Said(f"### {escape(title)}"))
    for block in card.blocks:
        items.extend(_draw(block, reader, drawn))
    drawn.components = fitted(items, reader)
    if drawn.gifts:
        shown = {_shows(component) for component in drawn.components}
        drawn.gifts = [gift for gift in drawn.gifts if f"attachment://{gift.name}" in shown]
    return drawn


def simple(card: Card, reader: Reader) -> Drawn:
    """A card as one text without buttons, for when Discord refuses all else (our mistake)."""
    words = "\n".join(outline(card, reader))
    return Drawn(fitted([Said(escape(words))], reader))


def view(drawn: Drawn) -> discord.ui.LayoutView:
    """The components as discord.py sends them; finished, so that none is kept in memory."""
    return _Finished(drawn.components)


def files(drawn: Drawn) -> list[discord.File]:
    """The files as discord.py sends them."""
    return [discord.File(io.BytesIO(gift.content), filename=gift.name) for gift in drawn.gifts]


class _Finished(discord.ui.LayoutView):
    """Ready-made components in the shape that discord.py's senders ask for."""

    def __init__(self, components: list[Json]) -> None:
        super().__init__(timeout=None)
        self._made = components
        self.stop()

    def to_components(self) -> list[Json]:
        return self._made

    def has_components_v2(self) -> bool:
        return True


def outline(card: Card, reader: Reader) -> list[str]:
    """Every line of a card as plain text, whole meaning included (rule R13)."""
    found = [] if card.title is None else [plain(card.title, reader)]
    for block in card.blocks:
        found.extend(_outline(block, reader))
    return [line for said in found if (line := clean(said).strip())]


def _outline(block: Block, reader: Reader) -> Iterator[str]:
    match block:
        case Paragraph(line) | Note(line) | Copyable(line) | Picture(says=line) | File(says=line):
            yield plain(line, reader)
        case Facts(rows):
            for label, value in rows:
                yield plain(text("discord-fact", label=label, value=value), reader)
        case Bars(bars):
            for bar in bars:
                parts = [bar.label, bar.value, bar.detail]
                yield " · ".join(plain(part, reader) for part in parts if part is not None)
        case Table():
            for line in grid.in_words(block):
                yield plain(line, reader)
        case Picker(label=label, choices=choices):
            yield plain(label, reader)
            for choice in choices:
                yield plain(choice.label, reader)
        case Buttons() | Rule():
            return


# ── the blocks ──────────────────────────────────────────────────────────────────────────────────


def _draw(block: Block, reader: Reader, drawn: Drawn) -> Iterator[Item]:
    match block:
        case Paragraph(line):
            yield Said(markdown(line, reader))
        case Note(line):
            yield Said(_small(markdown(line, reader)))
        case Copyable(line):
            yield from _copyable(plain(line, reader), reader, drawn)
        case Facts(rows):
            facts = [text("discord-fact", label=label, value=value) for label, value in rows]
            yield Said("\n".join(markdown(fact, reader) for fact in facts))
        case Table():
            yield _table(block, reader)
        case Bars(bars):
            yield Said("\n".join(_bar(bar, reader) for bar in bars))
            yield from _presses([bar.button for bar in bars if bar.button is not None], reader)
        case Buttons(buttons):
            yield from _presses(list(buttons), reader)
        case Picker():
            yield from _picker(block, reader)
        case Picture(png, says, name):
            yield Said(markdown(says, reader))
            gift = _gift(drawn, name, png)
            picture: Json = {"media": {"url": f"attachment://{gift.name}"}}
            if described := unmarked(says, reader, limits.PICTURE_SAYS):
                picture["description"] = described
            yield Other({"type": 12, "items": [picture]}, 1)
        case File(name, content, _, says):
            yield Said(markdown(says, reader))
            gift = _gift(drawn, name, content)
            yield Other({"type": 13, "file": {"url": f"attachment://{gift.name}"}}, 1)
        case Rule():
            yield Other({"type": 14, "divider": True, "spacing": 1}, 1)


def _table(table: Table, reader: Reader) -> Said:
    """Rows on lines; a grid column by column, in fewer words where there is too little room."""
    if table.signs:
        ways = (_told(table, told, reader) for told in grid.tellings(table, marks=True))
        return Said(next(ways), ways)
    head = " · ".join(bold(markdown(cell, reader, 500)) for cell in table.heads)
    rows = ([grid.worded(cell) for cell in row] for row in table.rows)
    rest = (" · ".join(markdown(line, reader, 500) for line in row) for row in rows)
    return Said("\n".join([head, *rest]))


def _told(table: Table, told: Told, reader: Reader) -> str:
    """What the signs mean, then each column with its answers in small print."""
    lines = [_small(lengths.one_line(markdown(grid.legend(table), reader, 500)))]
    for head, answers in told.columns:
        lines.append(bold(markdown(head, reader, 300)))
        lines.append(_small(lengths.one_line(markdown(joined(answers), reader, 1_500))))
    if told.silent is not None:
        lines.append(_small(lengths.one_line(markdown(told.silent, reader, 1_500))))
    return "\n".join(line for line in lines if line)


def _copyable(words: str, reader: Reader, drawn: Drawn) -> Iterator[Item]:
    """Text to copy; what is too long for a block is given whole, as a file."""
    yield Said(copyable(words, limits.COPYABLE))
    if lengths.size(words) > limits.COPYABLE - 20:
        gift = _gift(drawn, "text.txt", words.encode("utf-8", "replace"))
        yield Said(_small(markdown(text("discord-whole", name=gift.name), reader)))
        yield Other({"type": 13, "file": {"url": f"attachment://{gift.name}"}}, 1)


def _small(said: str) -> str:
    """Small print, each line of it."""
    return "\n".join(f"-# {line}" for line in said.splitlines() if line.strip())


def _bar(bar: Bar, reader: Reader) -> str:
    """`**Soup** · 3 votes`, a bar of blocks under it, and who chose it."""
    label = markdown(bar.label, reader, 500)
    said = bold(label) if bar.best else label
    if bar.value is not None:
        said += f" · {markdown(bar.value, reader, 200)}"
    lines = [said]
    if bar.share is not None:
        full = round(min(max(bar.share, 0.0), 1.0) * CELLS)
        lines.append("▰" * full + "▱" * (CELLS - full))
    if bar.detail is not None:
        lines.append(_small(markdown(bar.detail, reader, 1_500)))
    return "\n".join(line for line in lines if line)


def _presses(buttons: list[Button], reader: Reader) -> Iterator[Item]:
    """Buttons; an address too long for one stands as text."""
    found: list[Json] = []
    for button in buttons:
        label = unmarked(button.label, reader, limits.BUTTON) or "…"
        if button.route is not None:
            carries = carried(button.route, button.confirm)
            style = STYLES[button.emphasis]
            found.append({"type": 2, "style": style, "label": label, "custom_id": carries})
        elif button.address is not None and lengths.size(button.address) <= limits.ADDRESS:
            found.append({"type": 2, "style": OPENS, "label": label, "url": button.address})
        elif button.address is not None:
            yield Said(f"{escape(label)} <{button.address}>")
    if found:
        yield Presses(found)


def _picker(picker: Picker, reader: Reader) -> Iterator[Item]:
    label = markdown(picker.label, reader)
    if not picker.choices:
        yield Said(f"{label}\n{markdown(text('discord-none'), reader)}")
        return
    offered = picker.choices[: limits.OPTIONS]
    most = max(1, min(picker.most, len(offered)))
    options = []
    chosen = 0
    for choice in offered:
        option: Json = {
            "label": unmarked(choice.label, reader, limits.OPTION) or "…",
            "value": choice.value[: limits.OPTION_VALUE],
        }
        if choice.detail is not None:
            detail = unmarked(choice.detail, reader, limits.OPTION)
            if detail:
                option["description"] = detail
        if choice.chosen and chosen < most:
            option["default"] = True
            chosen += 1
        options.append(option)
    left = len(picker.choices) - len(offered)
    if left:
        label += f"\n{_small(markdown(text('discord-more', count=left), reader))}"
    yield Said(label)
    select: Json = {
        "type": 3,
        "custom_id": picker.route.pack(),
        "placeholder": unmarked(text("discord-choose"), reader, limits.PLACEHOLDER),
        "min_values": min(picker.least, most),
        "max_values": most,
        "options": options,
    }
    yield Other({"type": 1, "components": [select]}, 2)


def _gift(drawn: Drawn, name: str, content: bytes) -> Gift:
    """The file, under a name that Discord keeps as it is and that no other file here has."""
    stem, dot, kind = name.rpartition(".")
    bare = (_ascii(stem) or "file") + dot + _ascii(kind)
    bare = bare[-limits.FILE_NAME :]
    taken = {gift.name for gift in drawn.gifts}
    numbered, count = bare, 1
    while numbered in taken:
        count += 1
        numbered = f"{count}-{bare}"
    gift = Gift(numbered, content)
    drawn.gifts.append(gift)
    return gift


def _ascii(words: str) -> str:
    """The letters without accents; all else becomes a dash."""
    decomposed = unicodedata.normalize("NFKD", words)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9_]+", "-", bare).strip("-")


def _shows(component: Json) -> str:
    """The attachment that a component shows, if any."""
    match component:
        case {"type": 12, "items": [{"media": {"url": str(address)}}]}:
            return address
        case {"type": 13, "file": {"url": str(address)}}:
            return address
    return ""
