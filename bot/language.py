"""Words in the reader's language: loads the `.ftl` files, formats numbers and dates, caches.

Fluent knows plurals, Babel knows dates; both are slow enough (about 45 µs each) to keep what they
made, by (language, key, values), in bounded caches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from fluent.runtime import FluentBundle, FluentResource

from bot.command import LANGUAGES
from bot.errors import Broken
from bot.text import (
    ChannelName,
    Joined,
    Line,
    Link,
    Literal,
    Mention,
    Moment,
    Piece,
    Style,
    Text,
    Value,
    Words,
)

NO_BREAK = "\u00a0"
_SLOT = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: language ("en" or "fr"), IANA zone, and the platform that draws."""

    language: str = "en"
    zone: str = "UTC"
    platform: str = ""


def best_language(*wishes: str | None) -> str:
    """The first of `wishes` ("fr-CA", "fr", "en_GB"…) that we speak; English otherwise."""
    for wish in wishes:
        short = (wish or "")[:2].lower()
        if short in LANGUAGES:
            return short
    return "en"


def _files() -> Iterable[tuple[str, str]]:
    """Every (language, source): `bot/locale/en.ftl`, `slack.en.ftl` …, each feature's `locale`."""
    root = resources.files("bot")
    folders = [root / "locale"]
    folders += [
        folder / "locale"
        for folder in sorted((root / "features").iterdir(), key=lambda item: item.name)
        if folder.is_dir() and (folder / "locale").is_dir()
    ]
    for folder in folders:
        for language in LANGUAGES:
            for file in sorted(folder.iterdir(), key=lambda item: item.name):
                if file.name.endswith(f"{language}.ftl"):
                    yield language, file.read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _bundles() -> Mapping[str, FluentBundle]:
    """One bundle a language, made once."""
    bundles = {language: FluentBundle([language], use_isolating=False) for language in LANGUAGES}
    for language, source in _files():
        bundles[language].add_resource(FluentResource(source))
    return bundles


@lru_cache(maxsize=4096)
def _format(language: str, key: str, values: tuple[tuple[str, int | float | str], ...]) -> str:
    """A text with its sentinels still in place."""
    name, _, attribute = key.partition(".")
    bundle = _bundles()[language]
    if not bundle.has_message(name):
        raise Broken(f"no words for {key!r} in {language!r}")
    message = bundle.get_message(name)
    pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        raise Broken(f"no words for {key!r} in {language!r}")
    said, errors = bundle.format_pattern(pattern, dict(values))
    if errors:
        raise Broken(f"{key!r} in {language!r}: {errors[0]}")
    return str(said)


def exists(key: str, language: str = "en") -> bool:
    """Whether there are words for `key` (`name` or `name.attribute`)."""
    name, _, attribute = key.partition(".")
    bundle = _bundles()[language]
    if not bundle.has_message(name):
        return False
    message = bundle.get_message(name)
    return bool(attribute in message.attributes if attribute else message.value is not None)


@lru_cache(maxsize=8192)
def pieces(line: Line, language: str) -> tuple[Piece, ...]:
    """A line as pieces to spell: our words, people's words, mentions, moments, links.

    Raises Broken when the words are missing or their variables do not fit.
    """
    match line:
        case Joined(parts, by):
            found: list[Piece] = []
            for index, part in enumerate(parts):
                if index:
                    found.append(Literal(by))
                found.extend(pieces(part, language))
            return tuple(found)
        case Text(key, values):
            return tuple(_fill(key, values, language))
        case _:
            return (line,)


def _fill(key: str, values: tuple[tuple[str, Value], ...], language: str) -> Iterable[Piece]:
    """Format with sentinels in the place of all that is not a number, then put it back."""
    plain: list[tuple[str, int | float | str]] = []
    kept: list[Value] = []
    for name, value in values:
        if isinstance(value, bool):
            plain.append((name, int(value)))
        elif isinstance(value, int | float):
            plain.append((name, value))
        else:
            plain.append((name, f"\ue000{len(kept)}\ue001"))
            kept.append(value)
    for index, part in enumerate(_SLOT.split(_format(language, key, tuple(plain)))):
        if index % 2 == 0:
            if part:
                yield Literal(part)
            continue
        value = kept[int(part)]
        if isinstance(value, str):
            yield Words(value)
        elif isinstance(value, Text | Joined):
            yield from pieces(value, language)
        else:
            yield value  # type: ignore[misc]  # numbers went another way


def plain(line: Line, reader: Reader) -> str:
    """The line as plain text: what a screen reader says, a notification shows, a test reads."""
    if isinstance(line, Words):
        return line.text
    return "".join([_plain_piece(piece, reader) for piece in pieces(line, reader.language)])


def _plain_piece(piece: Piece, reader: Reader) -> str:
    match piece:
        case Literal(said):
            return said.replace("**", "").replace("`", "")
        case Words(said):
            return said
        case Mention(name):
            return name
        case ChannelName(name):
            return f"#{name}"
        case Moment():
            return moment(piece, reader)
        case Link(address, label):
            said = plain(label, reader)
            return said if said == address else f"{said} ({address})"


def moment(piece: Moment, reader: Reader) -> str:
    """A moment in words in the reader's zone, as where the platform cannot do it itself."""
    zone = reader.zone or piece.zone
    if piece.style is Style.RELATIVE and piece.since is not None:
        from bot.dates import say_remaining

        return say_remaining(piece.at - piece.since, reader.language)
    return _moment(piece.at, zone, piece.zone, piece.style, reader.language)


@lru_cache(maxsize=4096)
def _moment(at: datetime, zone: str, named: str, style: Style, language: str) -> str:
    from bot.dates import say  # dates need Babel's zone data; loaded when first said

    if style is Style.FULL:
        apart = (
            at.astimezone(ZoneInfo(zone)).utcoffset() != at.astimezone(ZoneInfo(named)).utcoffset()
        )
        return say(at, zone, language, other_zones=apart and named != "UTC")
    if style is Style.DAY:
        return str(format_datetime(at.astimezone(ZoneInfo(zone)), "d MMM y", locale=language))
    shape = "EEE d MMM HH:mm" if language == "en" else f"EEE d MMM HH{NO_BREAK}'h'{NO_BREAK}mm"
    return str(format_datetime(at.astimezone(ZoneInfo(zone)), shape, locale=language))


def number(value: float, language: str) -> str:
    """A number with the language's separators."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=language))


def warm(values: Mapping[str, Any] | None = None) -> None:
    """Load every word now (at start), so that the first person does not wait."""
    for language in LANGUAGES:
        _bundles()[language].has_message("ok")
    del values
