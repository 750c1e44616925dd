"""A Discord message as somebody reads it: marks gone, escapes undone, times in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from adapters.discord.modal import WRONG
from bot.language import Reader, moment
from bot.text import Moment, Style
from tests.kit import tables
from tests.kit.discord_world import Message, World
from tests.kit.wire import OpenForm, Shown

Json = dict[str, Any]

_STYLES = {"F": Style.FULL, "f": Style.SHORT, "D": Style.DAY, "R": Style.RELATIVE}
_TOKEN = re.compile(
    r"(?P<block>```\n(?P<inside>.*?)\n```)"
    r"|(?P<code>`(?P<said>[^`]*)`)"
    r"|(?P<escaped>\\(?P<letter>[^0-9A-Za-z\s]))"
    r"|(?P<time><t:(?P<at>-?\d+):(?P<style>[FfDR])>)"
    r"|(?P<channel><#(?P<ref>\d+)>)"
    r"|(?P<link>\[(?P<label>(?:\\.|[^\]\\])*)\]\(<(?P<target>[^>]*)>\))"
    r"|(?P<bare><(?P<address>https?://[^>]*)>)"
    r"|(?P<bold>\*\*)"
    r"|(?P<mark>(?m:^)(?:### |-# ))",
    re.DOTALL,
)


def plain(said: str, world: World, reader: Reader) -> str:
    """Discord's markup as plain words for a reader."""

    def one(found: re.Match[str]) -> str:
        match found.lastgroup and next(name for name in _KINDS if found.group(name) is not None):
            case "block":
                return found["inside"]
            case "code":
                return found["said"]
            case "escaped":
                return found["letter"]
            case "time":
                at = datetime.fromtimestamp(int(found["at"]), UTC)
                return moment(Moment(at, reader.zone, _STYLES[found["style"]]), reader)
            case "channel":
                channel = world.channels.get(found["ref"])
                return f"#{channel.name}" if channel else "#unknown"
            case "link":
                label = plain(found["label"], world, reader)
                return label if label == found["target"] else f"{label} ({found['target']})"
            case "bare":
                return found["address"]
        return ""

    return _TOKEN.sub(one, said).replace("\u200b", "")


_KINDS = ("block", "code", "escaped", "time", "channel", "link", "bare", "bold", "mark")


def shown(message: Message, world: World, reader: Reader) -> Shown:
    """A message in front of somebody."""
    lines: list[str] = []
    buttons: list[str] = []
    pickers: list[tuple[str, tuple[str, ...]]] = []
    above = ""
    for component in walk(message.said.get("components") or []):
        match component:
            case {"type": 10, "content": said}:
                above = plain(said, world, reader)
                lines.extend(_lines(above))
            case {"type": 2, "label": label}:
                buttons.append(label)
            case {"type": 3, "custom_id": str(custom_id), "options": options}:
                labels = tuple(option["label"] for option in options)
                if custom_id.startswith("+"):  # buttons that stand as a list
                    buttons.extend(labels)
                else:
                    pickers.append((above.split("\n", 1)[0], labels))
    return Shown(
        message.id,
        tuple(lines),
        tuple(buttons),
        tuple(pickers),
        tuple(message.files.items()),
        message.reply_to,
        bool(message.only),
    )


def _lines(said: str) -> Iterator[str]:
    """The lines of a text; those of a grid, which its legend opens, as on every other wire."""
    lines = [line for line in said.split("\n") if line and not _is_bar(line)]
    signs = tables.legend(lines[0]) if len(lines) > 1 else {}
    yield from tables.told(lines[1:], signs) if signs else lines


def _is_bar(line: str) -> bool:
    """A bar of blocks says nothing that its line does not."""
    return not line.strip("▰▱")


def walk(components: Sequence[Json]) -> Iterator[Json]:
    """Every component, in reading order."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])


def form(modal: Json, world: World, reader: Reader) -> OpenForm:
    """A modal in front of somebody."""
    found = OpenForm(modal["title"])
    for part in modal["components"]:
        if part["type"] == 10:
            found.labels[""] = plain(part["content"], world, reader)
            continue
        inner = part["component"]
        name = inner["custom_id"]
        found.labels[name] = part["label"]
        found.values[name] = prefilled(inner)
        if "options" in inner:
            found.options[name] = tuple(option["label"] for option in inner["options"])
        about = part.get("description", "")
        if about.startswith(WRONG):
            found.errors[name] = about.removeprefix(WRONG)
    return found


def prefilled(field: Json) -> str:
    """What stands in a field that nobody touched."""
    if "options" in field:
        return "\n".join(o["value"] for o in field["options"] if o.get("default"))
    return str(field.get("value", ""))


def filled(field: Json, raw: str) -> Json:
    """A field as it is sent. Raises AssertionError for what Discord's client would not send."""
    name = field["custom_id"]
    if field.get("required", True) and not raw:
        raise AssertionError(f"Discord wants {name} filled in")
    said: Json = {"type": field["type"], "custom_id": name, "id": 1}
    if field["type"] == 4:
        assert len(raw) <= field.get("max_length", 4000), f"{name} is too long for Discord"
        return {**said, "value": raw}
    known = {option["value"]: option["value"] for option in field["options"]}
    known |= {option["label"]: option["value"] for option in field["options"]}
    picked = [known[one] for one in raw.split("\n") if one]
    if field["type"] == 21:
        return {**said, "value": picked[0] if picked else None}
    return {**said, "values": picked}
