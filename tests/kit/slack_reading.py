"""What a person reads on Slack's blocks: marks gone, escapes undone, tables as everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.kit import tables

Json = dict[str, Any]

_RINGS = re.compile(r"<(![^>]*|@[^>]*)>")
_ANGLES = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_CODE = re.compile(r"`([^`\n]+)`")
_DRAWN_BAR = re.compile(r"^[█░]+$")


def rings(node: Any) -> list[str]:
    """Everything in marked-up texts that would ring somebody: `<!channel>`, `<@U1>`."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            return rings_in(node["text"])
        return [found for value in node.values() for found in rings(value)]
    if isinstance(node, list):
        return [found for value in node for found in rings(value)]
    return []


def rings_in(text: str) -> list[str]:
    """What rings in one marked-up text."""
    return [found for found in _RINGS.findall(text) if not found.startswith("!date^")]


def undo(text: str) -> str:
    """Marked-up text as a person reads it: names, links and dates in words, no marks."""
    said = _CODE.sub(r"\1", _BOLD.sub(r"\1", _ANGLES.sub(_read_control, text)))
    said = said.replace("\u2217", "*")
    return said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _read_control(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target.startswith("!date^"):
        return label or ""
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    return f"{label} ({target})" if label else target


@dataclass(slots=True)
class Read:
    """What is on a message or view."""

    lines: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    pickers: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)


def read(blocks: list[Json]) -> Read:
    """Everything a person reads, in order; drawn bars are decoration."""
    found = Read()
    code, signs = "", tables.NO_SIGNS
    for block, below in zip(blocks, [*blocks[1:], {}], strict=False):
        match block["type"]:
            case "table":
                seen = [[_seen(cell) for cell in row] for row in block["rows"]]
                found.lines += tables.rows(seen[0], seen[1:], _legend(below))
            case "context" if legend := _legend(block):
                signs = legend
                continue
            case "header":
                found.lines.append(block["text"]["text"])
            case "section":
                said = _said(block["text"])
                lines = [line for line in said.split("\n") if not _DRAWN_BAR.match(line)]
                found.lines += tables.told(lines, signs) if signs else lines
                if "accessory" in block:
                    _read_element(block["accessory"], said, found)
            case "context":
                said = "\n".join(_said(element) for element in block["elements"])
                found.lines += said.split("\n")
                if code and "files:write" in said:
                    found.files.append((said.partition(",")[0], code.encode()))
            case "actions":
                for element in block["elements"]:
                    _read_element(element, "", found)
            case "rich_text":
                code = "".join(
                    piece["text"] for part in block["elements"] for piece in part["elements"]
                )
                found.lines += code.split("\n")
        if block["type"] != "section":
            signs = tables.NO_SIGNS
    return found


def _legend(block: Json) -> tables.Legend:
    """What the marks of a grid mean, if small print says it."""
    if block.get("type") != "context":
        return tables.NO_SIGNS
    return tables.legend("\n".join(_said(element) for element in block["elements"]))


def _seen(cell: Json) -> str:
    """A cell of a table as it is seen; dates in their fallback's words."""
    if cell["type"] == "raw_text":
        return str(cell["text"]).strip("\u00a0")
    pieces = [piece for section in cell["elements"] for piece in section["elements"]]
    said = "".join(_piece(piece) for piece in pieces)
    return said.strip("\u00a0")


def _piece(piece: Json) -> str:
    match piece["type"]:
        case "date":
            return str(piece["fallback"])
        case "channel":
            return f"#{piece['channel_id']}"
        case "link" if piece["text"] != piece["url"]:
            return f"{piece['text']} ({piece['url']})"
        case _:
            return str(piece["text"])


def _read_element(element: Json, label: str, found: Read) -> None:
    if element["type"] == "button":
        found.buttons.append(element["text"]["text"])
    else:
        options = tuple(option["text"]["text"] for option in element["options"])
        found.pickers.append((label, options))


def _said(text: Json) -> str:
    return str(text["text"]) if text["type"] == "plain_text" else undo(text["text"])
