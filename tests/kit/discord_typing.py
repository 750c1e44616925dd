"""A typed line as somebody would enter it on Discord: a command and options of the uploaded tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.command import Command, Group, Kind, Parameter
from bot.typed import find_group
from bot.words import fold, pick_command, read_line

Json = dict[str, Any]


LONGEST = 6_000
"""Characters of one option."""


class CannotType(AssertionError):
    """Discord offers nothing that this line could mean: its client would not send it."""


def as_options(line: str, groups: Sequence[Group], tree: Sequence[Json]) -> Json:
    """The data of the interaction that this line would become.

    Names are taken in either language; a bare line is the first subcommand; plain words fill the
    options that take them, in order; a list is joined with semicolons.

    Raises CannotType for what Discord's client would not let anybody enter.
    """
    slash, _, rest = line.strip().partition(" ")
    group = find_group(tuple(groups), slash)
    if group is not None and group.name == "ronde":
        group, rest = _through_ronde(group, rest, groups)
    if group is None:
        raise CannotType(f"no command {slash}")
    command, rest = pick_command(group, rest)
    typed = read_line(command, rest)
    if typed.extra or typed.open_quote:
        raise CannotType(f"no option takes {typed.extra or 'an open quotation mark'}")
    entry = _named(tree, group.names.en, f"/{group.names.en} is not registered")
    data: Json = {"id": entry["id"], "name": entry["name"], "type": 1}
    offered = entry.get("options", [])
    holder = data
    if offered and offered[0]["type"] == 1:
        sub = _named(offered, command.names.en, f"/{group.names.en} has no {command.names.en}")
        holder = {"type": 1, "name": sub["name"]}
        data["options"] = [holder]
        offered = sub.get("options", [])
    holder["options"] = [
        _option(_parameter(command, name), value, offered) for name, value in typed.values.items()
    ]
    return data


def _through_ronde(ronde: Group, rest: str, groups: Sequence[Group]) -> tuple[Group | None, str]:
    """`/ronde poll …` is `/poll …` for people on Discord: there `/ronde` has only its own."""
    word, _, after = rest.strip().partition(" ")
    own = {fold(name) for c in ronde.commands for name in (c.names.en, c.names.fr)}
    other = find_group(tuple(groups), word) if word and fold(word) not in own else None
    return (other, after) if other is not None else (ronde, rest)


def _named(those: Sequence[Json], name: str, otherwise: str) -> Json:
    for one in those:
        if one["name"] == name:
            return one
    raise CannotType(otherwise)


def _parameter(command: Command, name: str) -> Parameter:
    return next(p for p in command.parameters if p.name == name)


def _option(parameter: Parameter, raw: str, offered: Sequence[Json]) -> Json:
    option = _named(offered, parameter.names.en, f"no option {parameter.names.en}")
    return {"name": option["name"], "type": option["type"], "value": _value(parameter, raw, option)}


def _value(parameter: Parameter, raw: str, option: Json) -> str | int | bool:
    match option["type"]:
        case 4:
            if not raw.isdigit():
                raise CannotType(f"{option['name']} takes a number, not {raw!r}")
            if not option["min_value"] <= int(raw) <= option["max_value"]:
                raise CannotType(f"{option['name']} takes no {raw}")
            return int(raw)
        case 5:
            return bool(raw)
    for choice in option.get("choices", []):
        names = {choice["value"], choice["name"], *choice.get("name_localizations", {}).values()}
        if fold(raw) in {fold(name) for name in names}:
            return str(choice["value"])
    if option.get("choices"):
        raise CannotType(f"{option['name']} offers no {raw!r}")
    said = raw.replace("\n", "; ") if parameter.kind is Kind.LIST else raw
    if len(said) > LONGEST:
        raise CannotType(f"{option['name']} takes {LONGEST} characters at most")
    return said
