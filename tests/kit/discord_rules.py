"""What Discord refuses: sizes, counts and shapes of messages, modals and commands, with its codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = dict[str, Any]

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6

ROW, BUTTON, SELECT, INPUT, TEXT, GALLERY, FILE, LINE = 1, 2, 3, 4, 10, 12, 13, 14
SECTION, CONTAINER, LABEL, RADIOS, BOXES = 9, 17, 18, 21, 22
NAME = re.compile(r"[-_'\w]{1,32}")


class Refusal(Exception):
    """Discord says no: the HTTP status, its own code, and what is wrong where."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        where: str = "",
        *,
        field: str = "",
        reason: str = "INVALID",
    ) -> None:
        """Refuse with a code of Discord's; `reason` is its word for what is wrong with a field."""
        super().__init__(f"{code} {message} {where}".strip())
        self.status = status
        self.code = code
        self.message = message
        self.where = where
        self.field = field
        self.reason = reason

    def body(self) -> Json:
        """What is answered."""
        said: Json = {"message": self.message, "code": self.code}
        if self.where:
            wrong = {"_errors": [{"code": self.reason, "message": self.where}]}
            said["errors"] = {self.field: wrong} if self.field else wrong
        return said


def invalid(where: str) -> Refusal:
    """50035, whatever is wrong with a body."""
    return Refusal(400, 50035, "Invalid Form Body", where)


def need(holds: bool, where: str) -> None:
    """Refuse the body unless this holds."""
    if not holds:
        raise invalid(where)


def length(words: Any, least: int, most: int, where: str) -> None:
    """Text of so many characters, in UTF-16 units."""
    need(isinstance(words, str), f"{where}: not text")
    size = len(words.encode("utf-16-le", "surrogatepass")) // 2
    need(least <= size <= most, f"{where}: must be between {least} and {most} in length")


# ── messages ────────────────────────────────────────────────────────────────────────────────────


def check_message(said: Mapping[str, Any], *, v2: bool = False, files: Sequence[str] = ()) -> None:
    """A message to post or to change; `v2`: it is one of components already.

    Raises Refusal as Discord would answer.
    """
    flags = said.get("flags") or 0
    components = said.get("components") or []
    if flags & COMPONENTS_V2 or v2:
        need(not said.get("content") and not said.get("embeds"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS")
        need(bool(components), "components: a message of components needs some")
    else:
        modern = [c for c in _walk(components) if c["type"] not in (ROW, BUTTON, SELECT)]
        need(not modern, "IS_COMPONENTS_V2 is missing for these components")
        if not said.get("content") and not components:
            raise Refusal(400, 50006, "Cannot send an empty message")
    need(
        said.get("allowed_mentions") == {"parse": [], "replied_user": False}
        or said.get("allowed_mentions") == {"parse": []},
        "allowed_mentions: this bot never rings anybody",
    )
    if said.get("nonce") is not None:
        length(said["nonce"], 1, 25, "nonce")
    check_components(components, files)


def check_components(components: Sequence[Json], files: Sequence[str] = ()) -> None:
    """The components of a message. Raises Refusal."""
    everything = list(_walk(components))
    need(len(everything) <= 40, f"components: {len(everything)} in total, 40 at most")
    words = "".join(c["content"] for c in everything if c["type"] == TEXT)
    length(words, 0, 4000, "components: text in total")
    ids = [c["custom_id"] for c in everything if "custom_id" in c]
    need(len(ids) == len(set(ids)), "COMPONENT_CUSTOM_ID_DUPLICATED")
    for component in components:
        need(component["type"] in (ROW, TEXT, GALLERY, FILE, LINE, CONTAINER), "type: not allowed")
    for component in everything:
        _check_component(component, files)


def _check_component(component: Json, files: Sequence[str]) -> None:
    match component["type"]:
        case 1:  # a row
            inner = [c["type"] for c in component["components"]]
            buttons = 1 <= len(inner) <= 5 and set(inner) == {BUTTON}
            need(buttons or inner == [SELECT], f"row: holds {inner}")
        case 2:
            _check_button(component)
        case 3:
            _check_select(component, placeholder=150)
        case 10:
            length(component["content"], 1, 4000, "content")
            need(bool(component["content"].strip()), "content: empty")
        case 12:
            need(1 <= len(component["items"]) <= 10, "items: 1 to 10")
            for item in component["items"]:
                _check_media(item["media"]["url"], files)
                if item.get("description") is not None:
                    length(item["description"], 1, 1024, "description")
        case 13:
            _check_media(component["file"]["url"], files)
        case 14:
            need(component.get("spacing", 1) in (1, 2), "spacing: 1 or 2")
        case 17:
            need(len(component["components"]) >= 1, "container: empty")
        case other:
            raise invalid(f"type: {other} is not allowed here")


def _check_button(button: Json) -> None:
    length(button.get("label"), 1, 80, "label")
    if button["style"] == 5:
        need("custom_id" not in button, "a link carries no custom_id")
        length(button.get("url"), 1, 512, "url")
        need(button["url"].startswith(("http://", "https://")), "url: scheme")
    else:
        need(button["style"] in (1, 2, 3, 4) and "url" not in button, "style")
        length(button.get("custom_id"), 1, 100, "custom_id")


def _check_select(select: Json, *, placeholder: int) -> None:
    length(select["custom_id"], 1, 100, "custom_id")
    if "placeholder" in select:
        length(select["placeholder"], 1, placeholder, "placeholder")
    _check_options(select, 1, 25)


def _check_options(listed: Json, fewest: int, most: int) -> None:
    options = listed["options"]
    need(fewest <= len(options) <= most, f"options: {len(options)}, {fewest} to {most}")
    values = [option["value"] for option in options]
    need(len(values) == len(set(values)), "options: a value twice")
    for option in options:
        length(option["label"], 1, 100, "option label")
        length(option["value"], 1, 100, "option value")
        if "description" in option:
            length(option["description"], 1, 100, "option description")
    least, top = listed.get("min_values", 1), listed.get("max_values", 1)
    need(0 <= least <= top <= len(options), f"min_values {least}, max_values {top}")
    chosen = sum(bool(option.get("default")) for option in options)
    need(chosen <= top, "options: more chosen than may be")


def _check_media(url: str, files: Sequence[str]) -> None:
    if url.startswith("attachment://"):
        need(url.removeprefix("attachment://") in files, f"media: {url} was not sent")
    else:
        need(url.startswith("https://"), "media: scheme")


def _walk(components: Sequence[Json]) -> Iterator[Json]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or [])
        if "accessory" in component:
            yield component["accessory"]


# ── modals ──────────────────────────────────────────────────────────────────────────────────────


def check_modal(modal: Mapping[str, Any]) -> None:
    """A form in a window. Raises Refusal."""
    length(modal["custom_id"], 1, 100, "custom_id")
    length(modal["title"], 1, 45, "title")
    parts = modal["components"]
    need(1 <= len(parts) <= 5, f"components: {len(parts)}, 1 to 5")
    inner = [part["component"] for part in parts if part["type"] == LABEL]
    need(bool(inner), "components: nothing to fill in")
    ids = [component["custom_id"] for component in inner]
    need(len(ids) == len(set(ids)), "COMPONENT_CUSTOM_ID_DUPLICATED")
    for part in parts:
        if part["type"] == TEXT:
            length(part["content"], 1, 4000, "content")
            continue
        need(part["type"] == LABEL, "components: a label or text")
        length(part["label"], 1, 45, "label")
        if "description" in part:
            length(part["description"], 1, 100, "description")
        _check_field(part["component"])


def _check_field(field: Json) -> None:
    length(field["custom_id"], 1, 100, "custom_id")
    match field["type"]:
        case 4:
            need(field["style"] in (1, 2), "style")
            longest = field.get("max_length", 4000)
            need(1 <= longest <= 4000, "max_length")
            if "value" in field:
                length(field["value"], 1, longest, "value")
            if "placeholder" in field:
                length(field["placeholder"], 1, 100, "placeholder")
        case 3:
            _check_select(field, placeholder=150)
            need(not (field.get("required", True) and field.get("min_values") == 0), "required")
        case 21:
            _check_options(field, 2, 10)
        case 22:
            _check_options(field, 1, 10)
            need(not (field.get("required", True) and field.get("min_values") == 0), "required")
        case other:
            raise invalid(f"type: {other} is not allowed in a form")


# ── commands ────────────────────────────────────────────────────────────────────────────────────


def check_tree(commands: Sequence[Json]) -> None:
    """All commands, as the bulk overwrite takes them. Raises Refusal."""
    kinds = [command.get("type", 1) for command in commands]
    need(kinds.count(1) <= 100 and kinds.count(3) <= 15, "too many commands")
    _distinct(commands, by_type=True)
    for command in commands:
        if command.get("type", 1) == 3:
            length(command["name"], 1, 32, "name")
            need(not command.get("description"), "a menu entry has no description")
            for name in command.get("name_localizations", {}).values():
                length(name, 1, 32, "name_localizations")
            continue
        _check_named(command)
        _check_command_options(command.get("options", []))
        need(_characters(command) <= 8000, f"{command['name']}: more than 8000 characters")


def _check_named(one: Json) -> None:
    for name in (one["name"], *one.get("name_localizations", {}).values()):
        need(bool(NAME.fullmatch(name)) and name == name.lower(), f"name: {name!r}")
    length(one["description"], 1, 100, f"description of {one['name']}")
    for said in one.get("description_localizations", {}).values():
        length(said, 1, 100, f"description_localizations of {one['name']}")


def _check_command_options(options: Sequence[Json]) -> None:
    need(len(options) <= 25, "options: 25 at most")
    _distinct(options)
    subcommands = [option["type"] in (1, 2) for option in options]
    need(all(subcommands) or not any(subcommands), "options: subcommands and options mixed")
    demanded = [bool(option.get("required")) for option in options]
    need(demanded == sorted(demanded, reverse=True), "options: required ones come first")
    for option in options:
        _check_named(option)
        if option["type"] == 1:
            _check_command_options(option.get("options", []))
        choices = option.get("choices", [])
        need(len(choices) <= 25, "choices: 25 at most")
        need(not (choices and option.get("autocomplete")), "choices and autocomplete")
        need(not option.get("autocomplete") or option["type"] in (3, 4, 10), "autocomplete")
        for choice in choices:
            for name in (choice["name"], *choice.get("name_localizations", {}).values()):
                length(name, 1, 100, "choice")
            length(choice["value"], 1, 100, "choice value")


def _distinct(those: Sequence[Json], *, by_type: bool = False) -> None:
    for locale in ("", "fr"):
        names = [(one.get("type") if by_type else 0) for one in those]
        said = [one.get("name_localizations", {}).get(locale, one["name"]) for one in those]
        pairs = list(zip(names, said, strict=True))
        need(len(pairs) == len(set(pairs)), f"APPLICATION_COMMANDS_DUPLICATE_NAME {sorted(said)}")


def _characters(one: Json) -> int:
    """How Discord counts a command: the longest of each name and description, and all values."""
    total = max(len(n) for n in (one["name"], *one.get("name_localizations", {}).values()))
    said = (one.get("description", ""), *one.get("description_localizations", {}).values())
    total += max(len(words) for words in said)
    total += sum(
        max(len(n) for n in (c["name"], *c.get("name_localizations", {}).values()))
        + len(str(c["value"]))
        for c in one.get("choices", [])
    )
    return total + sum(_characters(option) for option in one.get("options", []))


def check_choices(choices: Sequence[Json]) -> None:
    """Suggestions while an option is typed. Raises Refusal."""
    need(len(choices) <= 25, "choices: 25 at most")
    for choice in choices:
        length(choice["name"], 1, 100, "choice name")
        length(choice["value"], 1, 100, "choice value")
