"""A command's form: its fields, what they are prefilled with, and the addresses that forms carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.card import Choice, Choices, Field, Form
from bot.command import MOST_FIELDS, Command, Kind, Option, Parameter
from bot.dates import candidates
from bot.language import exists, plain
from bot.route import Route
from bot.text import Line, Moment, Text, Words, joined, text
from bot.words import find_option
from storage import drafts

if TYPE_CHECKING:
    from bot.context import Context


@dataclass(frozen=True, slots=True)
class Marked(Parameter):
    """A CHOICE whose form marks what usually happens. Sent back like that, it says nothing.

    So it contradicts nothing: "live" stands in the form of an anonymous poll, and does no harm.
    """

    marked: str = ""


@dataclass(frozen=True, slots=True)
class FormSent(Route):
    """A filled form. `draft` holds what is no field of it, or what was typed before; 0: none."""

    address: ClassVar[str] = "form.sent"
    command: str
    draft: int


@dataclass(frozen=True, slots=True)
class FormAgain(Route):
    """Open a draft's form again."""

    address: ClassVar[str] = "form.again"
    draft: int


@dataclass(frozen=True, slots=True)
class FormPublish(Route):
    """Do what the previewed draft says."""

    address: ClassVar[str] = "form.publish"
    draft: int


@dataclass(frozen=True, slots=True)
class FormOpen(Route):
    """Open a command's form; the press's values prefill it. A command without fields acts."""

    address: ClassVar[str] = "form.open"
    command: str


@dataclass(frozen=True, slots=True)
class ChooseCommunity(Route):
    """Which of my communities is meant in direct messages; then go on with the draft, if any."""

    address: ClassVar[str] = "form.community"
    draft: int


def make(
    ctx: Context,
    command: Command,
    values: Mapping[str, str],
    errors: Mapping[str, Text] | None = None,
    draft: int = 0,
) -> Form:
    """A command's form, prefilled; errors that belong to no field stand in its note.

    What was given and is no field is kept in a draft, to come along when the form is sent.
    """
    given = dict(values) or dict(command.start(ctx) if command.start else {})
    found = dict(errors or {})
    asked = _asked_for(command, found, given)
    shown = {p.name for p in asked}
    beyond = {name for name, value in given.items() if name not in shown and value}
    if beyond:
        kept = drafts.keep(
            ctx.db, ctx.now, ctx.me, place_of(ctx), command.name, given, draft=draft or None
        )
        draft = kept.id or 0
    notes: list[Line] = [found[name] for name in found if name not in shown]
    if not notes and exists(f"{command.key}.note"):
        notes = [text(f"{command.key}.note")]
    return Form(
        route=FormSent(command.name, draft),
        title=text(f"{command.key}.title"),
        fields=tuple(_field(ctx, command, p) for p in asked),
        send=text(f"{command.key}.send" if exists(f"{command.key}.send") else "form-send"),
        values={p.name: _prefill(ctx, p, given) for p in asked},
        errors={name: said for name, said in found.items() if name in shown},
        note=joined(notes, " ") if notes else None,
    )


def complete(ctx: Context, command: Command, name: str) -> Choices:
    """Suggestions for a parameter as it is typed: a date repeats what was understood."""
    typing = ctx.request.values.get("typing", "") if ctx.request else ""
    for parameter in command.parameters:
        if parameter.name != name:
            continue
        if parameter.complete is not None:
            return parameter.complete(ctx, typing)
        if parameter.kind is Kind.DATE:
            found = candidates(
                typing, now=ctx.now, zone=ctx.reader.zone, language=ctx.reader.language
            )
            return Choices(
                tuple(
                    (
                        f"{u.wall:%Y-%m-%d}" if u.date_only else f"{u.wall:%Y-%m-%d %H:%M}",
                        Moment(u.instant, u.zone),
                    )
                    for u in found
                )
            )
    return Choices()


def stated(command: Command, values: Mapping[str, str]) -> dict[str, str]:
    """What a sent form says: without what it was marked with, and is left like that."""
    marked = {p.name: p.marked for p in command.parameters if isinstance(p, Marked)}
    return {name: "" if marked.get(name) == value else value for name, value in values.items()}


def place_of(ctx: Context) -> int | None:
    """The place in which something is being typed, where a draft will act."""
    return ctx.place.id if ctx.place else None


def _asked_for(
    command: Command, errors: Mapping[str, Text], given: Mapping[str, str]
) -> tuple[Parameter, ...]:
    """The parameters that a form asks for.

    One that is usually only typed takes the place of a field that can wait, where it cannot be used
    or says that all this comes again.
    """
    typed = [
        p
        for p in command.parameters
        if not p.form and (p.name in errors or (p.kind is Kind.RECURRENCE and given.get(p.name)))
    ]
    if not command.fields or not typed:
        return command.fields
    waiting = [p for p in command.fields if not p.required and p.name not in errors]
    room = MOST_FIELDS - len(command.fields)
    leaving = waiting[::-1][: max(0, len(typed) - room)]
    kept = [p for p in command.fields if p not in leaving]
    return (*kept, *typed[: MOST_FIELDS - len(kept)])


def _prefill(ctx: Context, parameter: Parameter, given: Mapping[str, str]) -> str:
    """A field's value as the form shows it."""
    value = given.get(parameter.name, "") or parameter.default
    if parameter.kind is Kind.CHOICE:
        meant = find_option(parameter, value)
        return meant.value if meant else (parameter.default or _marked(parameter))
    return value


def _marked(parameter: Parameter) -> str:
    return parameter.marked if isinstance(parameter, Marked) else ""


def _field(ctx: Context, command: Command, parameter: Parameter) -> Field:
    """A parameter as a field of the form."""
    key = f"{command.key}-{parameter.name}"
    kinds = {Kind.LIST: "lines", Kind.PEOPLE: "lines", Kind.CHOICE: "choice", Kind.DATE: "date"}
    kind = kinds.get(parameter.kind, "lines" if parameter.long else "line")
    longest = parameter.longest
    if parameter.kind in (Kind.LIST, Kind.PEOPLE):
        longest = min(3000, parameter.longest * max(parameter.most, 1) + parameter.most)
    if parameter.kind is Kind.DATE:
        longest = 100
    if parameter.kind is Kind.RECURRENCE:
        longest = 200
    return Field(
        name=parameter.name,
        label=text(key),
        kind=kind,  # type: ignore[arg-type]  # the table holds only field kinds
        required=parameter.required,
        hint=text(f"{key}.hint") if exists(f"{key}.hint") else None,
        longest=longest,
        options=tuple(_option(ctx, key, o) for o in parameter.options)
        if parameter.kind is Kind.CHOICE
        else (),
    )


def _option(ctx: Context, key: str, option: Option) -> Choice:
    """An option by its label, where its name is only how it is typed ("after-vote")."""
    if exists(f"option-{key}-{option.value}"):
        return Choice(option.value, text(f"option-{key}-{option.value}"))
    return Choice(option.value, Words(option.names.in_language(ctx.reader.language)))


def say(ctx: Context, line: Line) -> str:
    """A line in the reader's language, as plain text (for prefilled values)."""
    return plain(line, ctx.reader)


def id_in(said: str) -> int:
    """The id that a form carries; 0, which is nothing's, for a forged one."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else 0
