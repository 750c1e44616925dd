"""How a card looks on the page: neutral blocks whose words are already cut into plain runs.

A run is `{"k": kind, "s": words}`: `s` is always what a reader without the rest would read, so a
line is the sum of its runs. The page sets every `s` as text, never as markup: what people typed
stays what they typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from adapters import grid
from adapters.grid import Told
from bot.card import (
    Bar,
    Bars,
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Copyable,
    Facts,
    Field,
    File,
    Form,
    Note,
    Paragraph,
    Picker,
    Picture,
    Rule,
    Sign,
    Table,
)
from bot.forms import FormSent
from bot.language import Reader, moment, pieces, plain
from bot.text import ChannelName, Line, Link, Literal, Mention, Moment, Style, Words

Json = dict[str, Any]
Keep = Callable[[str, str, bytes], str]
"""Keeps a file (name, media type, content) and gives the address to fetch it from."""

# Bidirectional overrides can make following words read backwards; lone surrogates are no text.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(r"(\*\*|`)")


def clean(words: str) -> str:
    """Words without what no screen can show. Text is kept; only invisible traps go."""
    if words.isascii() and words.isprintable():
        return words
    return _SURROGATES.sub("\ufffd", _UNWANTED.sub("", words))


def draw(card: Card, reader: Reader, keep: Keep) -> Json:
    """A card as the page takes it: its language, its title and its blocks."""
    return {
        "language": reader.language,
        "title": runs(card.title, reader) if card.title is not None else [],
        "blocks": [_draw(block, reader, keep) for block in card.blocks],
    }


def draw_form(form: Form, reader: Reader) -> Json:
    """A form as the page takes it. `command` lets a date field ask what it was understood as."""
    return {
        "language": reader.language,
        "route": form.route.pack(),
        "command": form.route.command if isinstance(form.route, FormSent) else "",
        "title": runs(form.title, reader),
        "note": runs(form.note, reader) if form.note is not None else [],
        "send": said(form.send, reader),
        "fields": [_field(form, one, reader) for one in form.fields],
    }


def said(line: Line, reader: Reader) -> str:
    """A line as plain words: for labels."""
    return clean(plain(line, reader))


def runs(line: Line, reader: Reader) -> list[Json]:
    """A line as runs. `b` and `c` say bold and code, which may span several pieces."""
    found: list[Json] = []
    style = {"b": False, "c": False}

    def add(run: Json) -> None:
        run.update({name: True for name, on in style.items() if on})
        last = found[-1] if found else None
        plain_text = run["k"] == "text" and last is not None and last["k"] == "text"
        if plain_text and last is not None and last.get("b") == run.get("b"):
            if last.get("c") == run.get("c"):
                last["s"] += run["s"]
                return
        found.append(run)

    for piece in pieces(line, reader.language):
        match piece:
            case Literal(words):
                for part in _MARKS.split(words):
                    if part == "**" and not style["c"]:
                        style["b"] = not style["b"]
                    elif part == "`":
                        style["c"] = not style["c"]
                    elif part:
                        add({"k": "text", "s": clean(part)})
            case Words(words):
                add({"k": "text", "s": clean(words)})
            case Mention(name):
                ref = piece.account_on("playground") or ""
                add({"k": "mention", "s": clean(name), "ref": ref})
            case ChannelName(name, platform, ref):
                known = ref if platform == "playground" else ""
                add({"k": "channel", "s": f"#{clean(name)}", "ref": known})
            case Moment():
                add(_moment(piece, reader))
            case Link(address, label):
                add(_link(address, said(label, reader)))
    return found


def _moment(piece: Moment, reader: Reader) -> Json:
    """An instant: `s` is how the card's reader has it; `seen_from` words it for each viewer."""
    return {
        "k": "moment",
        "s": moment(piece, reader),
        "at": piece.at.isoformat(),
        "zone": piece.zone,
        "style": piece.style.value,
    }


def _link(address: str, label: str) -> Json:
    """A link that says where it leads, if it is one that a browser may follow."""
    if not re.match(r"https?://[^\s]+$", address):
        return {"k": "text", "s": label}
    shown = label if label and label != address else address
    return {"k": "link", "s": shown, "href": address}


def seen_from(node: Any, zone: str, language: str = "en") -> Any:
    """The same JSON with every moment worded (`here`) for somebody in `zone`.

    A card keeps its language; its times are the viewer's.
    """
    from datetime import datetime

    match node:
        case {"k": "moment", "at": str(at), "style": str(style)}:
            piece = Moment(datetime.fromisoformat(at), node.get("zone", "UTC"), Style(style))
            return {**node, "here": moment(piece, Reader(language, zone, "playground"))}
        case dict():
            spoken = node.get("language") or language
            return {name: seen_from(value, zone, spoken) for name, value in node.items()}
        case list():
            return [seen_from(value, zone, language) for value in node]
        case _:
            return node


def words_of(drawn: Json) -> list[str]:
    """Every line of a drawn card as plain text, button labels aside (rule R13)."""
    return [line for line in _words_of(drawn) if line]


def _words_of(drawn: Json) -> Iterator[str]:
    yield told(drawn["title"])
    for block in drawn["blocks"]:
        match block["is"]:
            case "paragraph" | "note" | "copyable" | "picture" | "file":
                yield told(block["line"])
            case "facts":
                for label, value in block["rows"]:
                    yield f"{told(label)}: {told(value)}"
            case "bars":
                for bar in block["rows"]:
                    yield " · ".join(
                        part for part in (told(bar["label"]), told(bar["value"])) if part
                    )
                    yield told(bar["detail"])
            case "table" if "told" in block:
                for column in block["told"]:
                    yield " · ".join(map(told, column))
            case "table":
                for row in (block["heads"], *block["rows"]):
                    yield " · ".join(told(cell) for cell in row)


def told(line: list[Json]) -> str:
    """Runs as plain words."""
    return "".join(run["s"] for run in line)


# ── the blocks ──────────────────────────────────────────────────────────────────────────────────


def _draw(block: Block, reader: Reader, keep: Keep) -> Json:
    match block:
        case Paragraph(line):
            return {"is": "paragraph", "line": runs(line, reader)}
        case Note(line):
            return {"is": "note", "line": runs(line, reader)}
        case Copyable(line):
            return {"is": "copyable", "line": runs(line, reader)}
        case Facts(rows):
            return {"is": "facts", "rows": [[runs(a, reader), runs(b, reader)] for a, b in rows]}
        case Bars(bars):
            return {"is": "bars", "rows": [_bar(bar, reader) for bar in bars]}
        case Table():
            return _table(block, reader)
        case Picture(png, says, name):
            return {
                "is": "picture",
                "line": runs(says, reader),
                "address": keep(name, "image/png", png),
            }
        case File(name, content, media, says):
            return {
                "is": "file",
                "line": runs(says, reader),
                "name": clean(name),
                "size": len(content),
                "address": keep(name, media, content),
            }
        case Buttons(buttons):
            return {"is": "buttons", "buttons": [_button(one, reader) for one in buttons]}
        case Picker():
            return {
                "is": "picker",
                "route": block.route.pack(),
                "label": said(block.label, reader),
                "least": block.least,
                "most": max(1, block.most),
                "choices": [_choice(choice, reader) for choice in block.choices],
            }
        case Rule():
            return {"is": "rule"}


def _table(table: Table, reader: Reader) -> Json:
    """Heads and rows; of a grid also its legend, and the same told column by column."""
    drawn: Json = {
        "is": "table",
        "heads": [runs(cell, reader) for cell in table.heads],
        "rows": [[_cell(cell, reader) for cell in row] for row in table.rows],
    }
    if table.signs:
        drawn["signs"] = [_cell(sign, reader) for sign in table.signs]
        drawn["told"] = _told(next(grid.tellings(table, marks=False)), reader)
        drawn["marked"] = _told(next(grid.tellings(table, marks=True)), reader)
    return drawn


def _told(telling: Told, reader: Reader) -> list[list[list[Json]]]:
    """For each column its head, then its answers; last who gave none."""
    found = [[head, *answers] for head, answers in telling.columns]
    silent = [[telling.silent]] if telling.silent is not None else []
    return [[runs(line, reader) for line in lines] for lines in (*found, *silent)]


def _cell(cell: Cell, reader: Reader) -> list[Json]:
    """A cell's runs. A sign is seen as its mark, and read as what it stands for."""
    if isinstance(cell, Sign):
        return [{"k": "sign", "s": said(cell.says, reader), "mark": clean(cell.mark)}]
    return runs(cell, reader)


def _bar(bar: Bar, reader: Reader) -> Json:
    return {
        "label": runs(bar.label, reader),
        "value": runs(bar.value, reader) if bar.value is not None else [],
        "share": None if bar.share is None else round(min(max(bar.share, 0.0), 1.0), 4),
        "button": _button(bar.button, reader) if bar.button is not None else None,
        "best": bar.best,
        "detail": runs(bar.detail, reader) if bar.detail is not None else [],
    }


def _button(button: Button, reader: Reader) -> Json:
    address = button.address if button.address and button.address.startswith("http") else None
    return {
        "label": said(button.label, reader),
        "route": button.route.pack() if button.route is not None else None,
        "address": address,
        "emphasis": button.emphasis,
        "confirm": said(button.confirm, reader) if button.confirm is not None else None,
    }


def _choice(choice: Choice, reader: Reader) -> Json:
    return {
        "value": choice.value,
        "label": said(choice.label, reader),
        "chosen": choice.chosen,
        "detail": said(choice.detail, reader) if choice.detail is not None else "",
    }


def _field(form: Form, field: Field, reader: Reader) -> Json:
    error = form.errors.get(field.name)
    return {
        "name": field.name,
        "label": said(field.label, reader),
        "kind": field.kind,
        "required": field.required,
        "hint": said(field.hint, reader) if field.hint is not None else "",
        "longest": field.longest,
        "value": form.values.get(field.name, ""),
        "options": [_choice(choice, reader) for choice in field.options],
        "error": runs(error, reader) if error is not None else [],
    }
