"""A table on Slack: its own block where it may stand, else a grid told column by column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from adapters import grid, lengths
from adapters.grid import Told
from adapters.slack import limits
from adapters.slack.spelling import bold, clean, date_format, link_label, mrkdwn, unmarked
from bot.card import Cell, Sign, Table
from bot.language import Reader, moment, pieces, plain
from bot.text import ChannelName, Line, Link, Literal, Moment, Piece, joined

Json = dict[str, Any]

NOTHING = "\u00a0"
"""What stands in an empty cell: Slack refuses one without a character."""


def block(table: Table, reader: Reader) -> Json | None:
    """Slack's own table, shortened where it would not fit; None where it has too many columns."""
    if len(table.heads) > limits.TABLE_COLUMNS:
        return None
    rows: list[list[Json]] = []
    for longest in limits.TABLE_CELLS:
        head = [_rich(cell, reader, longest, {"bold": True}) for cell in table.heads]
        rows = [head, *([_cell(cell, reader, longest) for cell in row] for row in table.rows)]
        if sum(map(_size, rows)) <= limits.TABLE_WORDS:
            break
    others = {"align": "center"} if table.signs else {"is_wrapped": True}
    return {
        "type": "table",
        "rows": _kept(rows),
        "column_settings": [{"is_wrapped": True}, *[others] * (len(table.heads) - 1)],
    }


def missing(table: Table, drawn: Json) -> int:
    """How many rows of a table its block leaves out."""
    return 1 + len(table.rows) - len(drawn["rows"])


def lines(table: Table, reader: Reader) -> list[str]:
    """A table as lines of text; of a grid, the fullest telling that fits."""
    if not table.signs:
        head = " · ".join(bold(mrkdwn(cell, reader, 500)) for cell in table.heads)
        rows = ([grid.worded(cell) for cell in row] for row in table.rows)
        return [head, *(" · ".join(mrkdwn(line, reader, 500) for line in row) for row in rows)]
    said: list[str] = []
    for told in grid.tellings(table, marks=True):
        said = list(_told(told, reader))
        if sum(map(lengths.size, said)) <= limits.TABLE_WORDS:
            break
    return said


def legend(table: Table, reader: Reader) -> str:
    """What the signs of a grid mean; nothing where there are none."""
    return mrkdwn(grid.legend(table), reader, limits.CONTEXT)


def _told(told: Told, reader: Reader) -> Iterator[str]:
    for head, answers in told.columns:
        said = (
            bold(mrkdwn(head, reader, 300)),
            lengths.one_line(mrkdwn(joined(answers), reader, 1_500)),
        )
        yield "\n".join(line for line in said if line)
    if told.silent is not None:
        yield lengths.one_line(mrkdwn(told.silent, reader, 1_500))


# ── cells ───────────────────────────────────────────────────────────────────────────────────────


def _cell(cell: Cell, reader: Reader, longest: int) -> Json:
    """A cell of plain words where that is enough; else with its dates, links and channels."""
    if isinstance(cell, Sign):
        return _raw(lengths.cut(clean(cell.mark), longest))
    if any(isinstance(one, Moment | Link | ChannelName) for one in pieces(cell, reader.language)):
        return _rich(cell, reader, longest)
    return _raw(unmarked(cell, reader, longest))


def _raw(said: str) -> Json:
    return {"type": "raw_text", "text": said or NOTHING}


def _rich(line: Line, reader: Reader, longest: int, style: Json | None = None) -> Json:
    found: list[Json] = []
    room = longest
    for piece in pieces(line, reader.language):
        element = _element(piece, reader, room)
        room -= _size(element)
        if found and room < 0:
            break
        if _size(element):
            found.append({**element, "style": style} if style else element)
    section = {"type": "rich_text_section", "elements": found or [_text(NOTHING)]}
    return {"type": "rich_text", "elements": [section]}


def _element(piece: Piece, reader: Reader, room: int) -> Json:
    """A piece of a line, as rich text has it."""
    match piece:
        case Moment(at):
            shape, fallback = date_format(piece, reader), moment(piece, reader)
            stamp = int(at.timestamp())
            return {"type": "date", "timestamp": stamp, "format": shape, "fallback": fallback}
        case ChannelName(platform="slack", ref=ref) if ref.isalnum():
            return {"type": "channel", "channel_id": ref}
        case Link(address) if (label := link_label(piece, reader)) is not None:
            return {"type": "link", "url": address, "text": lengths.cut(label, room)}
        case Literal(ours):
            said = ours.replace("**", "").replace("`", "")
        case _:
            said = " ".join(clean(plain(piece, reader)).splitlines())
    return _text(lengths.cut(said, room))


def _text(said: str) -> Json:
    return {"type": "text", "text": said}


# ── fitting ─────────────────────────────────────────────────────────────────────────────────────


def _kept(rows: list[list[Json]]) -> list[list[Json]]:
    """As many rows as Slack takes; the last one, which may hold totals, always stays."""
    room = limits.TABLE_WORDS - _size(rows[-1])
    kept: list[list[Json]] = []
    for row in rows[:-1]:
        room -= _size(row)
        if kept and (room < 0 or len(kept) + 1 >= limits.TABLE_ROWS):
            break
        kept.append(row)
    return [*kept, rows[-1]]


def _size(node: Any) -> int:
    """The words of cells, as people see them."""
    match node:
        case {"type": "date" | "channel"}:
            return 16
        case {"text": str(said)}:
            return lengths.size(said)
        case {"elements": list(inner)} | list(inner):
            return sum(map(_size, inner))
        case _:
            return 0
