"""What Slack's servers check in blocks and views, and what a person reads on them.

The numbers stand here once more on purpose: a test server that borrowed them from the product
would agree with its mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class Invalid(Exception):
    """Slack refuses this; `error` is its word, `where` a pointer as in `response_metadata`."""

    def __init__(self, error: str, where: str = "") -> None:
        """Refused with `error` at `where`."""
        super().__init__(f"{error} {where}")
        self.error = error
        self.where = where


MESSAGE_TYPES = {"header", "section", "context", "actions", "divider", "rich_text", "input"}
ELEMENT_LIMITS = {"actions": 25, "context": 10}


def check_message(text: str, blocks: list[Json]) -> None:
    """Refuse a message as chat.postMessage would. Raises Invalid."""
    if not text and not blocks:
        raise Invalid("no_text")
    if len(text) > 4_000:
        raise Invalid("msg_too_long")
    _check_blocks(blocks, 50)
    if sum(_words(block) for block in blocks) > 12_000:
        raise Invalid("msg_blocks_too_long")


def check_view(view: Json) -> None:
    """Refuse a modal or a Home tab as views.open and views.publish would. Raises Invalid."""
    if view.get("type") not in ("modal", "home"):
        raise Invalid("invalid_arguments", "/view/type")
    blocks = view.get("blocks")
    if not isinstance(blocks, list) or not blocks:
        raise Invalid("invalid_arguments", "/view/blocks")
    _check_blocks(blocks, 100)
    _limit(view.get("private_metadata", ""), 3_000, "/view/private_metadata")
    _limit(view.get("callback_id", ""), 255, "/view/callback_id")
    inputs = [block for block in blocks if block["type"] == "input"]
    if view["type"] == "modal":
        _text(view.get("title"), 24, "/view/title", plain=True)
        for name in ("submit", "close"):
            if name in view:
                _text(view[name], 24, f"/view/{name}", plain=True)
        if inputs and "submit" not in view:
            raise Invalid("invalid_arguments", "/view/submit")
    elif inputs:
        raise Invalid("invalid_blocks", "/view/blocks: no inputs in a Home tab here")


def _words(node: Any) -> int:
    if isinstance(node, str):
        return len(node)
    if isinstance(node, dict):
        return sum(_words(value) for key, value in node.items() if key in _SAID)
    if isinstance(node, list):
        return sum(map(_words, node))
    return 0


_SAID = {"text", "elements", "accessory", "options", "placeholder", "confirm", "title", "deny"}


def _check_blocks(blocks: list[Json], most: int) -> None:
    if len(blocks) > most:
        raise Invalid("invalid_blocks", f"{len(blocks)} blocks, no more than {most} items allowed")
    block_ids: set[str] = set()
    action_ids: set[str] = set()
    for index, block in enumerate(blocks):
        where = f"/blocks/{index}"
        kind = block.get("type")
        if kind not in MESSAGE_TYPES:
            raise Invalid("invalid_blocks", f"{where}/type: {kind}")
        if "block_id" in block:
            _limit(block["block_id"], 255, f"{where}/block_id")
            if block["block_id"] in block_ids:
                raise Invalid("invalid_blocks", f"{where}: duplicate block_id")
            block_ids.add(block["block_id"])
        for element in _check_block(block, where):
            _check_element(element, where)
            action = element["action_id"]
            if kind != "input" and action in action_ids:
                raise Invalid("invalid_blocks", f"{where}: `action_id` {action!r} already exists")
            action_ids.add(action)


def _check_block(block: Json, where: str) -> Iterator[Json]:
    """Check a block's own parts and yield its interactive elements."""
    match block["type"]:
        case "header":
            _text(block.get("text"), 150, f"{where}/text", plain=True)
        case "section":
            _text(block.get("text"), 3_000, f"{where}/text")
            if "accessory" in block:
                yield block["accessory"]
        case "context":
            elements = block.get("elements", [])
            _count(elements, 10, where)
            for element in elements:
                _text(element, 3_000, where)
        case "actions":
            _count(block.get("elements", []), 25, where)
            yield from block["elements"]
        case "rich_text":
            _count(block.get("elements", []), 100, where)
            for element in block["elements"]:
                if element.get("type") != "rich_text_preformatted" or not element.get("elements"):
                    raise Invalid("invalid_blocks", where)
                for piece in element["elements"]:
                    if piece.get("type") != "text" or not piece.get("text"):
                        raise Invalid("invalid_blocks", where)
        case "input":
            _text(block.get("label"), 2_000, f"{where}/label", plain=True)
            if "hint" in block:
                _text(block["hint"], 2_000, f"{where}/hint", plain=True)
            if "element" not in block:
                raise Invalid("invalid_blocks", f"{where}/element")
            yield block["element"]


SELECTS = {"static_select", "multi_static_select"}
BOXES = {"radio_buttons", "checkboxes"}


def _check_element(element: Json, where: str) -> None:
    kind = element.get("type")
    if kind not in {"button", "plain_text_input", *SELECTS, *BOXES}:
        raise Invalid("invalid_blocks", f"{where}: element {kind}")
    if not element.get("action_id"):
        raise Invalid("invalid_blocks", f"{where}: no action_id")
    _limit(element["action_id"], 255, f"{where}/action_id")
    if "placeholder" in element:
        if kind in BOXES or kind == "button":
            raise Invalid("invalid_blocks", f"{where}/placeholder")
        _text(element["placeholder"], 150, f"{where}/placeholder", plain=True)
    if "confirm" in element:
        _check_confirm(element["confirm"], f"{where}/confirm")
    if kind == "button":
        _text(element.get("text"), 75, f"{where}/text", plain=True)
        _limit(element.get("value", ""), 2_000, f"{where}/value")
        _limit(element.get("url", ""), 3_000, f"{where}/url")
        if element.get("style", "primary") not in ("primary", "danger"):
            raise Invalid("invalid_blocks", f"{where}/style")
    elif kind == "plain_text_input":
        most = element.get("max_length", 3_000)
        if not 1 <= most <= 3_000 or len(element.get("initial_value", "")) > most:
            raise Invalid("invalid_blocks", f"{where}/initial_value")
        if not element.get("multiline") and "\n" in element.get("initial_value", ""):
            raise Invalid("invalid_blocks", f"{where}/initial_value")
    else:
        _check_options(element, where)


def _check_options(element: Json, where: str) -> None:
    options = element.get("options", [])
    _count(options, 100 if element["type"] in SELECTS else 10, f"{where}/options")
    for option in options:
        _text(option.get("text"), 75, f"{where}/options/text", plain=element["type"] in SELECTS)
        _limit(option.get("value", ""), 150, f"{where}/options/value")
        if not option.get("value"):
            raise Invalid("invalid_blocks", f"{where}/options/value")
        if "description" in option:
            _text(option["description"], 75, f"{where}/options/description", plain=True)
    chosen = element.get("initial_options", [])
    if "initial_option" in element:
        chosen = [element["initial_option"]]
    several = element["type"] in ("multi_static_select", "checkboxes")
    if ("initial_options" in element) != several and chosen:
        raise Invalid("invalid_blocks", f"{where}/initial_option")
    if "initial_options" in element and not chosen:
        raise Invalid("invalid_blocks", f"{where}/initial_options")
    if any(option not in options for option in chosen):
        raise Invalid("invalid_blocks", f"{where}: the initial option is none of the options")
    most = element.get("max_selected_items")
    if most is not None and (most < 1 or len(chosen) > most):
        raise Invalid("invalid_blocks", f"{where}/max_selected_items")


def _check_confirm(confirm: Json, where: str) -> None:
    for name, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
        _text(confirm.get(name), most, f"{where}/{name}", plain=True)


def _text(text: Any, most: int, where: str, *, plain: bool = False) -> None:
    if not isinstance(text, dict):
        raise Invalid("invalid_blocks", f"{where}: no text object")
    if text.get("type") not in (("plain_text",) if plain else ("plain_text", "mrkdwn")):
        raise Invalid("invalid_blocks", f"{where}/type")
    if not isinstance(text.get("text"), str) or not text["text"]:
        raise Invalid("invalid_blocks", f"{where}: must be more than 0 characters")
    if text["type"] == "plain_text" and "verbatim" in text:
        raise Invalid("invalid_blocks", f"{where}/verbatim")
    _limit(text["text"], most, where)


def _limit(text: str, most: int, where: str) -> None:
    if len(text) > most:
        raise Invalid("invalid_blocks", f"{where}: must be less than {most + 1} characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Invalid("invalid_json", where) from None


def _count(items: Any, most: int, where: str) -> None:
    if not isinstance(items, list) or not 1 <= len(items) <= most:
        raise Invalid("invalid_blocks", f"{where}: between 1 and {most} items")


# ── what a person reads ─────────────────────────────────────────────────────────────────────────

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
    code = ""
    for block in blocks:
        match block["type"]:
            case "header":
                found.lines.append(block["text"]["text"])
            case "section":
                said = _said(block["text"])
                found.lines += [line for line in said.split("\n") if not _DRAWN_BAR.match(line)]
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
    return found


def _read_element(element: Json, label: str, found: Read) -> None:
    if element["type"] == "button":
        found.buttons.append(element["text"]["text"])
    else:
        options = tuple(option["text"]["text"] for option in element["options"])
        found.pickers.append((label, options))


def _said(text: Json) -> str:
    return str(text["text"]) if text["type"] == "plain_text" else undo(text["text"])
