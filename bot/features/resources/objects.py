"""The library as a program reads it: JSON, exact to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from datetime import UTC

from bot.features.resources.entries import CUT, NOT_ONE, Entry, Refused, Row, bare, refused
from bot.features.resources.sheets import NAMES

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n]*+")
_LISTS = frozenset({"results", "resources", "bookmarks", "entries", "items"})
"""Where a list stands inside one object: linkding's API answers `{"count": …, "results": […]}`."""

_ALIASES = {slot: tuple(bare(name) for name in names) for slot, names in NAMES.items()}

_Values = Generator[tuple[int, object], None, int]


class _Broken(Exception):
    """From this position on it is not JSON."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def scan(text: str) -> Iterator[tuple[int, Row | Refused]]:
    """Each object of a list, with the line on which it starts. Never raises.

    Read one by one, so that what stands before a break is not lost. The list may stand inside an
    object, and objects may follow each other line by line.
    """
    line, counted = 1, 0
    try:
        for at, value in _values(text):
            line, counted = line + text.count("\n", counted, at), at
            yield (
                line,
                _row(value) if isinstance(value, dict) else refused(line, f"{value}", NOT_ONE),
            )
    except _Broken as broken:
        line += text.count("\n", counted, broken.at)
        yield line, refused(line, text[broken.at : broken.at + 80], CUT)


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """A list with one object a line; every key is there, whether or not it says something."""
    between = "[\n"
    for entry in entries:
        said = {
            "address": entry.address,
            "title": entry.title,
            "tags": list(entry.tags),
            "note": entry.note,
            "description": entry.description,
            "kind": entry.kind,
            "shared_at": entry.shared_at.astimezone(UTC).isoformat() if entry.shared_at else None,
            "shared_by": entry.shared_by,
        }
        yield between + json.dumps(said, ensure_ascii=False)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _values(text: str) -> Iterator[tuple[int, object]]:
    at = _skip(text, 0)
    while at < len(text):
        if text[at] == "[":
            at = yield from _listed(text, at + 1)
        elif text[at] == "{":
            at = yield from _object(text, at)
        else:
            raise _Broken(at)
        at = _skip(text, at)


def _listed(text: str, at: int) -> _Values:
    """The values of a list whose bracket is open; returns where it ends."""
    at = _skip(text, at)
    while text[at : at + 1] != "]":
        start = at
        value, at = _value(text, at)
        yield start, value
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise _Broken(at)
    return at + 1


def _object(text: str, start: int) -> _Values:
    """The values of the list that an object holds; without one, the object itself."""
    held = False
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        key, at = _value(text, at)
        at = _skip(text, at)
        if not isinstance(key, str) or text[at : at + 1] != ":":
            raise _Broken(at)
        at = _skip(text, at + 1)
        if key in _LISTS and text[at : at + 1] == "[":
            held = True
            at = yield from _listed(text, at + 1)
        else:
            _, at = _value(text, at)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "}":
            raise _Broken(at)
    if not held:
        yield start, _value(text, start)[0]
    return at + 1


def _value(text: str, at: int) -> tuple[object, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as problem:  # a number of 5,000 digits is a ValueError too
        raise _Broken(at) from problem
    return value, end


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _row(said: Mapping[str, object]) -> Row:
    by_name = {bare(key): value for key, value in said.items()}
    found: dict[str, str] = {}
    for slot, names in _ALIASES.items():
        words = (_words(by_name[name]) for name in names if name in by_name)
        found[slot] = next((word for word in words if word.strip()), "")
    return found


def _words(value: object) -> str:
    """What a value says; a list is separated by commas, and what says nothing is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ",".join(one for one in value if isinstance(one, str))
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value}"
    return ""
