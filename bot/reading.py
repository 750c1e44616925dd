"""Raw values become a command's arguments, or one sentence for each that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.command import Command, Kind, Parameter
from bot.date_zones import unknown_zone
from bot.dates import Misread, NotUnderstood, Understood, understand
from bot.errors import Misfilled
from bot.language import Reader
from bot.text import Text, Words, text
from bot.words import NO, find_option, fold, split_list


def read(command: Command, values: Mapping[str, str], *, now: datetime, reader: Reader) -> Any:
    """The arguments of `command` from raw values as typed.

    Missing optional values take their default. Raises Misfilled with one sentence a parameter.
    """
    found: dict[str, object] = {}
    errors: dict[str, Text] = {}
    for parameter in command.parameters:
        if parameter.kind is Kind.RECURRENCE:
            continue  # it says when the command runs, and is none of its arguments
        raw = values.get(parameter.name, "").strip() or parameter.default
        try:
            found[parameter.name] = _read(parameter, raw, now, reader)
        except _Unusable as problem:
            errors[parameter.name] = problem.says
    if errors:
        raise Misfilled(errors)
    return command.args(**found)


class _Unusable(Exception):
    """A value that cannot be used."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.key)
        self.says = says


def _read(parameter: Parameter, raw: str, now: datetime, reader: Reader) -> object:
    if not raw:
        if parameter.required:
            raise _Unusable(text("value-missing"))
        return _nothing(parameter)
    match parameter.kind:
        case Kind.LIST | Kind.PEOPLE:
            return _list(parameter, raw)
        case Kind.NUMBER:
            return _number(parameter, raw)
        case Kind.CHOICE:
            return _choice(parameter, raw, reader)
        case Kind.FLAG:
            return fold(raw) not in NO
        case Kind.DATE:
            return date(raw, now=now, reader=reader)
        case _:
            clean = " ".join(raw.split()) if "\n" not in raw else raw
            if len(clean) > parameter.longest:
                raise _Unusable(text("too-long", longest=parameter.longest, given=len(clean)))
            return clean


def _nothing(parameter: Parameter) -> object:
    match parameter.kind:
        case Kind.LIST | Kind.PEOPLE:
            return ()
        case Kind.NUMBER | Kind.DATE:
            return None
        case Kind.FLAG:
            return False
        case _:
            return ""


def _list(parameter: Parameter, raw: str) -> tuple[str, ...]:
    if parameter.kind is Kind.PEOPLE:  # no name holds a semicolon
        raw = raw.replace(";", "\n")
    entries = tuple(" ".join(entry.split()) for entry in split_list(raw))
    for entry in entries:
        if len(entry) > parameter.longest:
            raise _Unusable(
                text(
                    "entry-too-long",
                    entry=Words(f"{entry[:40]}…"),
                    longest=parameter.longest,
                    given=len(entry),
                )
            )
    if len(entries) > parameter.most:
        raise _Unusable(text("too-many-entries", most=parameter.most, given=len(entries)))
    if len(entries) < parameter.least:
        raise _Unusable(text("too-few-entries", least=parameter.least, given=len(entries)))
    return entries


def _number(parameter: Parameter, raw: str) -> int:
    raw = raw.removesuffix(parameter.unit).rstrip()
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 9):
        raise _Unusable(text("not-a-number", given=Words(raw[:40])))
    number = int(raw)
    if not parameter.least <= number <= parameter.most:
        raise _Unusable(text("number-outside", least=parameter.least, most=parameter.most))
    return number


def _choice(parameter: Parameter, raw: str, reader: Reader) -> str:
    meant = find_option(parameter, raw)
    if meant is not None:
        return meant.value
    offered = ", ".join(option.names.in_language(reader.language) for option in parameter.options)
    raise _Unusable(text("not-a-choice", given=Words(raw[:40]), offered=Words(offered)))


def date(raw: str, *, now: datetime, reader: Reader) -> Understood:
    """A date in words, in the reader's zone. Raises Misfilled's sentence as `_Unusable`."""
    found = understand(raw, now=now, zone=reader.zone, language=reader.language)
    if isinstance(found, NotUnderstood):
        raise _Unusable(misread(found, reader))
    return found


def misread(found: NotUnderstood, reader: Reader) -> Text:
    """The sentence that says why a date was not understood, with a proposal where there is one."""
    if zone := unknown_zone(found.words):
        return text("unknown-zone", given=Words(zone[:60]))
    said = Words(found.words[:60])
    if found.why is Misread.gap:
        if found.proposal is None:
            return text("date-impossible", given=said)
        return text("date-gap", given=said, proposal=Words(f"{found.proposal:%H:%M}"))
    if found.why in (Misread.ambiguous, Misread.no_hour) and found.proposal is not None:
        proposal = Words(f"{found.proposal:%Y-%m-%d %H:%M}")
        key = f"date-{found.why.replace('_', '-')}-proposal"
        return text(key, given=said, proposal=proposal)
    return text(f"date-{found.why.replace('_', '-')}", given=said)
