"""What the composer completes: every command, subcommand and option, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from adapters.playground.outbound import said
from bot.command import Command, Group, Kind, Parameter, Shortcut
from bot.language import Reader, exists
from bot.text import text

Json = dict[str, Any]


def completions(groups: Iterable[Group], language: str) -> list[Json]:
    """All commands as the composer offers them to a reader, those of their language first."""
    return [_group(group, Reader(language)) for group in groups]


def menu(shortcuts: Iterable[Shortcut], language: str) -> list[Json]:
    """The entries of a message's own menu."""
    reader = Reader(language)
    return [
        {"name": one.name, "label": said(text(one.name.replace(".", "-")), reader)}
        for one in shortcuts
    ]


def _group(group: Group, reader: Reader) -> Json:
    names = {group.names.in_language(reader.language), group.names.en, group.names.fr}
    name = group.names.in_language(reader.language)
    return {
        "name": f"/{name}",
        "also": sorted(f"/{other}" for other in (names | set(group.aliases)) - {name}),
        "about": _words(f"{group.name}-about", reader),
        "commands": [_command(command, reader) for command in group.commands],
    }


def _command(command: Command, reader: Reader) -> Json:
    name = command.names.in_language(reader.language)
    return {
        "key": command.name,
        "name": name,
        "also": sorted({command.names.en, command.names.fr} - {name}),
        "about": _words(f"{command.key}.about", reader) or _words(command.key, reader),
        "parameters": [_parameter(command, one, reader) for one in command.parameters],
    }


def _parameter(command: Command, parameter: Parameter, reader: Reader) -> Json:
    key = f"{command.key}-{parameter.name}"
    name = parameter.names.in_language(reader.language)
    return {
        "key": parameter.name,
        "name": name,
        "also": sorted({parameter.names.en, parameter.names.fr, parameter.name} - {name}),
        "label": _words(key, reader),
        "about": _words(f"{key}.about", reader),
        "kind": parameter.kind.value,
        "positional": parameter.positional,
        "required": parameter.required,
        "asks": parameter.complete is not None or parameter.kind is Kind.DATE,
        "options": [option.names.in_language(reader.language) for option in parameter.options],
    }


def _words(key: str, reader: Reader) -> str:
    return said(text(key), reader) if exists(key, reader.language) else ""
