"""What Slack's servers check in blocks and views.

The numbers stand here once more on purpose: a test server that borrowed them from the product
would agree with its mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


class Invalid(Exception):
    """Slack refuses this; `error` is its word, `where` a pointer as in `response_metadata`."""

    def __init__(self, error: str, where: str = "") -> None:
        """Refused with `error` at `where`."""
        super().__init__(f"{error} {where}")
        self.error = error
        self.where = where


VIEW_TYPES = {"header", "section", "context", "actions", "divider", "rich_text", "input"}
MESSAGE_TYPES = {*VIEW_TYPES, "table"}
ELEMENT_LIMITS = {"actions": 25, "context": 10}


def check_message(text: str, blocks: list[Json]) -> None:
    """Refuse a message as chat.postMessage would. Raises Invalid."""
    if not text and not blocks:
        raise Invalid("no_text")
    if len(text) > 4_000:
        raise Invalid("msg_too_long")
    _check_blocks(blocks, 50, MESSAGE_TYPES)
    if [block["type"] for block in blocks].count("table") > 1:
        raise Invalid("invalid_attachments", "only_one_table_allowed")
    if sum(_words(block) for block in blocks) > 12_000:
        raise Invalid("msg_blocks_too_long")


def check_view(view: Json) -> None:
    """Refuse a modal or a Home tab as views.open and views.publish would. Raises Invalid."""
    if view.get("type") not in ("modal", "home"):
        raise Invalid("invalid_arguments", "/view/type")
    blocks = view.get("blocks")
    if not isinstance(blocks, list) or not blocks:
        raise Invalid("invalid_arguments", "/view/blocks")
    _check_blocks(blocks, 100, VIEW_TYPES)
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


_SAID = {
    "text",
    "fallback",
    "rows",
    "elements",
    "accessory",
    "options",
    "placeholder",
    "confirm",
    "title",
    "deny",
}


def _check_blocks(blocks: list[Json], most: int, kinds: set[str]) -> None:
    if len(blocks) > most:
        raise Invalid("invalid_blocks", f"{len(blocks)} blocks, no more than {most} items allowed")
    block_ids: set[str] = set()
    action_ids: set[str] = set()
    for index, block in enumerate(blocks):
        where = f"/blocks/{index}"
        kind = block.get("type")
        if kind not in kinds:
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
        case "table":
            _check_table(block, where)
        case "input":
            _text(block.get("label"), 2_000, f"{where}/label", plain=True)
            if "hint" in block:
                _text(block["hint"], 2_000, f"{where}/hint", plain=True)
            if "element" not in block:
                raise Invalid("invalid_blocks", f"{where}/element")
            yield block["element"]


def _check_table(block: Json, where: str) -> None:
    rows, settings = block.get("rows", []), block.get("column_settings", [])
    _count(rows, 100, f"{where}/rows")
    for row in rows:
        _count(row, 20, f"{where}/rows")
        for cell in row:
            _check_cell(cell, f"{where}/rows")
    if len(settings) > 20 or len({len(row) for row in rows}) > 1:
        raise Invalid("invalid_blocks", f"{where}: columns")
    for setting in settings:
        if setting.get("align", "left") not in ("left", "center", "right"):
            raise Invalid("invalid_blocks", f"{where}/column_settings")
    if _words(rows) > 10_000:
        raise Invalid("invalid_blocks", f"{where}: more than 10000 characters")


def _check_cell(cell: Json, where: str) -> None:
    """One cell: plain words, or one paragraph of rich text; neither may be empty."""
    if cell.get("type") == "raw_text":
        _text({**cell, "type": "plain_text"}, 10_000, where)
        return
    if cell.get("type") != "rich_text" or len(cell.get("elements", [])) != 1:
        raise Invalid("invalid_blocks", f"{where}: cell {cell.get('type')}")
    [section] = cell["elements"]
    _count(section.get("elements", []), 100, where)
    for piece in section["elements"]:
        match piece["type"]:
            case "text":
                _text({**piece, "type": "plain_text"}, 10_000, where)
            case "link":
                _limit(piece["url"], 3_000, where)
                _text({**piece, "type": "plain_text"}, 10_000, where)
            case "date":
                if not isinstance(piece["timestamp"], int) or not piece["format"]:
                    raise Invalid("invalid_blocks", f"{where}: date")
            case "channel":
                _limit(piece["channel_id"], 50, where)
            case other:
                raise Invalid("invalid_blocks", f"{where}: {other}")


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
