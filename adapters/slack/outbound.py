"""How a card looks on Slack: blocks to see and press, and the same meaning as one plain text."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from adapters import lengths
from adapters.slack import limits, tables
from adapters.slack.outline import escaped, fact, outline
from adapters.slack.spelling import bold, clean, mrkdwn, unmarked
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
from bot.language import Reader, pieces, plain
from bot.text import Line, Literal, Mention, Words, text

Json = dict[str, Any]

OPENS: str = "open:"
"""What the action ids of buttons that only open an address begin with: nothing to answer."""

CELLS = 10  # of a bar drawn with text blocks


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as Slack takes it: `text` for notifications and screen readers, `blocks` to see.

    `plainer` draws blocks without a table of Slack's own, where there is one among them.
    """

    text: str
    blocks: list[Json]
    plainer: Callable[[], list[Json]] | None = None

    def tries(self) -> Iterator[list[Json]]:
        """The blocks to send, then what to send where Slack refuses them; in the end words alone."""
        yield self.blocks
        if self.plainer is not None:
            yield self.plainer()
        yield []


def draw(
    card: Card,
    reader: Reader,
    *,
    most: int = limits.MESSAGE_BLOCKS,
    room: int = limits.MESSAGE_WORDS,
    files: bool = False,
    native: bool = True,
) -> Drawn:
    """A card in at most `most` blocks and `room` characters; shortened where it would not fit.

    `files` says that files go out by themselves (`files:write`), so that they are only named here;
    `native` that Slack's own table may be used: one a message, none in a window.
    """
    blocks: list[Json] = []
    title = _title(card.title, reader) if card.title is not None else None
    if title is not None:
        blocks.append(title)
    own: Json | None = None
    for block in card.blocks:
        if native and own is None and isinstance(block, Table):
            own = tables.block(block, reader)
            if own is not None:
                blocks.extend(_own_table(block, own, reader))
                continue
        blocks.extend(_draw(block, reader, files))
    said = escaped(outline(card, reader))
    fitting = _fitting(_named(blocks), most, room, reader)
    if own is None:
        return Drawn(said, fitting)
    again = partial(draw, card, reader, most=most, room=room, files=files, native=False)
    return Drawn(said, fitting, lambda: again().blocks)


def attachments(card: Card) -> list[File]:
    """What a card has to give away as files; a picture's words say the same, wherever it is shown."""
    return [block for block in card.blocks if isinstance(block, File)]


# ── the blocks ──────────────────────────────────────────────────────────────────────────────────


def _draw(block: Block, reader: Reader, files: bool) -> Iterator[Json]:
    match block:
        case Paragraph(line):
            yield from _sections([mrkdwn(line, reader)])
        case Facts(rows):
            yield from _sections([mrkdwn(fact(*row), reader) for row in rows])
        case Bars(rows):
            yield from _bars(rows, reader)
        case Table():
            yield from context(tables.legend(block, reader))
            yield from _sections(tables.lines(block, reader))
        case Picture(says=line):
            yield from _sections([mrkdwn(line, reader)])
        case File():
            yield from _file(block, reader, files)
        case Buttons(buttons):
            yield from _actions(buttons, reader)
        case Picker():
            yield from _picker(block, reader)
        case Note(line):
            yield from context(mrkdwn(line, reader, limits.CONTEXT))
        case Rule():
            yield {"type": "divider"}
        case Copyable(line):
            yield from _code(plain(line, reader))


def _own_table(block: Table, own: Json, reader: Reader) -> Iterator[Json]:
    """Slack's own table; under it what its signs mean, and how many rows had no room."""
    yield own
    yield from context(tables.legend(block, reader))
    if left := tables.missing(block, own):
        yield from context(mrkdwn(text("slack-more", count=left), reader))


def _title(line: Line, reader: Reader) -> Json | None:
    """A header; where it would lose a moment, a link or its end, a line in bold."""
    found = pieces(line, reader.language)
    said = unmarked(line, reader, limits.SECTION)
    if not said:
        return None
    simple = all(isinstance(piece, Literal | Words | Mention) for piece in found)
    if simple and lengths.size(said) <= limits.HEADER:
        return {"type": "header", "text": plain_text(said)}
    return section(bold(mrkdwn(line, reader, limits.SECTION - 2)))


def plain_text(said: str) -> Json:
    """Words without markup; Slack turns `:pizza:`, as typed there, back into its emoji."""
    return {"type": "plain_text", "text": said or "…", "emoji": True}


def section(said: str) -> Json:
    """One paragraph. `verbatim`: bare addresses and @names that people typed stay plain words."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": said, "verbatim": True}}


def context(said: str) -> Iterator[Json]:
    """Small print, unless there is nothing to say."""
    if said:
        yield {
            "type": "context",
            "elements": [{"type": "mrkdwn", "text": said, "verbatim": True}],
        }


def _sections(lines: Iterable[str]) -> Iterator[Json]:
    """Lines packed into as few sections as they need."""
    kept: list[str] = []
    length = 0
    for line in lines:
        if not line:
            continue
        if kept and length + lengths.size(line) + 1 > limits.SECTION:
            yield section("\n".join(kept))
            kept, length = [], 0
        kept.append(lengths.cut(line, limits.SECTION))
        length += lengths.size(line) + 1
    if kept:
        yield section("\n".join(kept))


def _bars(rows: tuple[Bar, ...], reader: Reader) -> Iterator[Json]:
    """A section a row with its button beside it; rows without buttons stand together."""
    waiting: list[str] = []
    for row in rows:
        said = _bar(row, reader)
        if row.button is None:
            waiting.append(said)
            continue
        yield from _sections(waiting)
        waiting = []
        yield {**section(said or "…"), "accessory": _button(row.button, reader)}
    yield from _sections(waiting)


def _bar(row: Bar, reader: Reader) -> str:
    """`Soup · 3 votes`, the bar under it, and who chose it. The best row is in bold, too."""
    label = mrkdwn(row.label, reader, 1_000)
    head = bold(label) if row.best else label
    if row.value is not None:
        head = f"{head} · {mrkdwn(row.value, reader, 300)}"
    lines = [head]
    if row.share is not None:
        full = round(min(max(row.share, 0.0), 1.0) * CELLS)
        lines.append("█" * full + "░" * (CELLS - full))
    if row.detail is not None:
        lines.append(mrkdwn(row.detail, reader, 1_500))
    return "\n".join(line for line in lines if line)


def _button(button: Button, reader: Reader) -> Json:
    drawn: Json = {
        "type": "button",
        "text": plain_text(unmarked(button.label, reader, limits.BUTTON)),
    }
    if button.route is not None:
        drawn["action_id"] = button.route.pack()
    else:
        drawn["action_id"] = OPENS  # numbered by _named
    if button.address is not None and lengths.size(button.address) <= limits.ADDRESS:
        drawn["url"] = button.address
    if button.emphasis != "plain":
        drawn["style"] = button.emphasis
    if button.confirm is not None:
        drawn["confirm"] = {
            "title": plain_text(_ours("slack-confirm-title", reader, limits.CONFIRM_TITLE)),
            "text": plain_text(unmarked(button.confirm, reader, limits.CONFIRM_TEXT)),
            "confirm": plain_text(unmarked(button.label, reader, limits.CONFIRM_BUTTON)),
            "deny": plain_text(_ours("slack-confirm-deny", reader, limits.CONFIRM_BUTTON)),
        }
        if button.emphasis == "danger":
            drawn["confirm"]["style"] = "danger"
    return drawn


def _ours(key: str, reader: Reader, longest: int) -> str:
    return unmarked(text(key), reader, longest)


def _actions(buttons: tuple[Button, ...], reader: Reader) -> Iterator[Json]:
    for start in range(0, len(buttons), limits.ACTIONS):
        some = buttons[start : start + limits.ACTIONS]
        yield {"type": "actions", "elements": [_button(button, reader) for button in some]}


def _picker(picker: Picker, reader: Reader) -> Iterator[Json]:
    """A select; several at once where more than one, or none, may be picked."""
    label = mrkdwn(picker.label, reader)
    if not picker.choices:
        yield from _sections([label, _ours("slack-none", reader, limits.SECTION)])
        return
    options = [
        option(choice.value, choice.label, choice.detail, reader)
        for choice in picker.choices[: limits.OPTIONS]
    ]
    chosen = [
        drawn for drawn, choice in zip(options, picker.choices, strict=False) if choice.chosen
    ]
    hint = _ours("slack-choose", reader, limits.PLACEHOLDER)
    select: Json = {
        "action_id": picker.route.pack(),
        "placeholder": plain_text(hint),
        "options": options,
    }
    if picker.most > 1 or picker.least == 0:
        select["type"] = "multi_static_select"
        select["max_selected_items"] = max(1, picker.most)
        if chosen:
            select["initial_options"] = chosen[: max(1, picker.most)]
    else:
        select["type"] = "static_select"
        if chosen:
            select["initial_option"] = chosen[0]
    yield {**section(label or hint), "accessory": select}
    left = len(picker.choices) - len(options)
    if left:
        yield from context(mrkdwn(text("slack-more", count=left), reader))


def option(value: str, label: Line, detail: Line | None, reader: Reader) -> Json:
    """One entry of a select, of checkboxes or of radio buttons."""
    drawn: Json = {
        "text": plain_text(unmarked(label, reader, limits.OPTION)),
        "value": value[: limits.OPTION_VALUE],
    }
    if detail is not None:
        said = unmarked(detail, reader, limits.OPTION_DETAIL)
        if said:
            drawn["description"] = plain_text(said)
    return drawn


def _file(file: File, reader: Reader, files: bool) -> Iterator[Json]:
    """A file's sentence; then the file itself as text to copy, where it cannot be sent."""
    yield from _sections([mrkdwn(file.says, reader)])
    if files:
        yield from context(mrkdwn(text("slack-file-sent", name=file.name), reader))
        return
    try:
        said = clean(file.content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        yield from context(mrkdwn(text("slack-file-binary", name=file.name), reader))
        return
    yield from _code(lengths.beginning(said, limits.CODE))
    whole = lengths.size(said) <= limits.CODE
    key = "slack-file-here" if whole else "slack-file-cut"
    known = {} if whole else {"count": len(lengths.beginning(said, limits.CODE))}
    yield from context(mrkdwn(text(key, name=file.name, **known), reader))


def _code(said: str) -> Iterator[Json]:
    """Text to copy as it is, whole. Rich text is not interpreted, so nothing is escaped in it."""
    left = clean(said)
    while left.strip():
        part = lengths.beginning(left, limits.CODE) or left[: limits.CODE // 2]
        left = left[len(part) :]
        yield {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_preformatted",
                    "elements": [{"type": "text", "text": part}],
                }
            ],
        }


# ── fitting ─────────────────────────────────────────────────────────────────────────────────────


def _named(blocks: list[Json]) -> list[Json]:
    """The blocks with an action id of its own for every button that only opens an address."""
    count = 0
    for block in blocks:
        for element in (*block.get("elements", ()), block.get("accessory", {})):
            if element.get("action_id") == OPENS:
                count += 1
                element["action_id"] = f"{OPENS}{count}"
    return blocks


def _fitting(blocks: list[Json], most: int, room: int, reader: Reader) -> list[Json]:
    """As many blocks as Slack takes; closing buttons stay, a note says how much is missing."""
    if len(blocks) <= most and (
        len(marshal.dumps(blocks, 2)) <= room  # never less than the words, and quick to tell
        or sum(map(_length, blocks)) <= room
    ):
        return blocks
    tail = blocks[-1:] if blocks[-1]["type"] == "actions" else []
    room -= sum(map(_length, tail)) + 200
    kept: list[Json] = []
    for block in blocks[: len(blocks) - len(tail)]:
        if block["type"] == "divider":
            continue
        room -= _length(block)
        if room < 0 or len(kept) + len(tail) + 1 >= most:
            break
        kept.append(block)
    visible = [block for block in blocks if block["type"] != "divider"]
    missing = len(visible) - len(kept) - len(tail)
    note = list(context(mrkdwn(text("slack-more", count=missing), reader))) if missing else []
    return [*kept, *note, *tail]


def _length(node: Any) -> int:
    """All words of a block together, as Slack counts them."""
    match node:
        case str():
            return lengths.size(node)
        case dict():
            return sum(_length(value) for value in node.values())
        case list():
            return sum(_length(value) for value in node)
        case _:
            return 0
