"""How a form looks on Discord: a modal of labelled fields, and what was typed into it.

Discord has no errors under fields: a form that comes back says them where a field's description
stands, before the person types again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import discord

from adapters import lengths
from adapters.discord import limits
from adapters.discord.spelling import markdown, unmarked
from bot.card import Choice, Field, Form
from bot.language import Reader, exists
from bot.text import text

Json = dict[str, Any]

WRONG: Final = "⚠ "
"""What a field's description begins with where it says an error."""

_LABEL, _TEXT = 18, 10
_SHORT, _LONG = 1, 2


def modal(form: Form, reader: Reader) -> Json:
    """A form as Discord takes it; shortened where it would not fit."""
    parts = [_label(field, form, reader) for field in form.fields[: limits.MODAL_PARTS]]
    if form.note is not None and (note := markdown(form.note, reader, 1_000)):
        if len(parts) < limits.MODAL_PARTS:
            parts.insert(0, {"type": _TEXT, "content": note})
        else:
            _say_above(parts, unmarked(form.note, reader, limits.FIELD_ABOUT))
    return {
        "custom_id": form.route.pack(),
        "title": unmarked(form.title, reader, limits.MODAL_TITLE) or "…",
        "components": parts,
    }


def sheet(made: Json) -> discord.ui.Modal:
    """The modal as discord.py sends it; finished, so that none is kept in memory."""
    return _Finished(made)


class _Finished(discord.ui.Modal):
    def __init__(self, made: Json) -> None:
        super().__init__(title=made["title"], custom_id=made["custom_id"])
        self._made = made
        self.stop()

    def to_dict(self) -> Json:
        return self._made


def filled(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What was typed and chosen, by field name; several choices are joined by new lines."""
    return dict(_filled(components))


def _filled(components: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for part in components:
        inner = part.get("component", part)
        if "components" in inner:  # an old row of fields
            yield from _filled(inner["components"])
        elif "custom_id" in inner and "values" in inner:
            yield str(inner["custom_id"]), "\n".join(map(str, inner["values"] or ()))
        elif "custom_id" in inner:
            yield str(inner["custom_id"]), str(inner.get("value") or "")


def _label(field: Field, form: Form, reader: Reader) -> Json:
    drawn: Json = {
        "type": _LABEL,
        "label": unmarked(field.label, reader, limits.FIELD_LABEL) or field.name[:45] or "…",
        "component": _component(field, form.values.get(field.name, ""), reader),
    }
    wrong = form.errors.get(field.name)
    if wrong is not None:
        said = unmarked(wrong, reader, limits.FIELD_ABOUT - lengths.size(WRONG))
        drawn["description"] = WRONG + said
    elif field.options and field.hint is not None:  # a list has no placeholder of its own
        if hint := unmarked(field.hint, reader, limits.FIELD_ABOUT):
            drawn["description"] = hint
    return drawn


def _say_above(parts: list[Json], said: str) -> None:
    """Five fields leave no room for a note: it stands with the first that says nothing yet."""
    for part in parts:
        if "description" not in part and said:
            part["description"] = said
            return


def _component(field: Field, value: str, reader: Reader) -> Json:
    if field.kind in ("choice", "choices") and field.options:
        return _list(field, value, reader)
    given = lengths.beginning(value, limits.INPUT)
    drawn: Json = {
        "type": 4,
        "custom_id": field.name,
        "style": _LONG if field.kind == "lines" or "\n" in given else _SHORT,
        "required": field.required,
        # What was typed is never refused for its length here: the answer says what is too long.
        "max_length": min(max(field.longest, lengths.size(given), 1), limits.INPUT),
    }
    if given:
        drawn["value"] = given
    if field.hint is not None and (hint := unmarked(field.hint, reader, limits.FIELD_HINT)):
        drawn["placeholder"] = hint
    return drawn


def _list(field: Field, value: str, reader: Reader) -> Json:
    """Radio buttons or checkboxes while they are few, else a select."""
    several = field.kind == "choices"
    offered = field.options[: limits.OPTIONS]
    chosen = value.split("\n") if value else [o.value for o in offered if o.chosen]
    most = len(offered) if several else 1
    chosen = [value for value in chosen if value][:most]
    options = [_option(option, option.value in chosen, reader) for option in offered]
    drawn: Json = {"custom_id": field.name, "required": field.required, "options": options}
    few = len(options) <= limits.RADIOS
    # A radio button cannot be taken back: what need not be answered is a select.
    if few and not several and len(options) >= limits.LEAST_RADIOS and (field.required or chosen):
        return {"type": 21, **drawn}
    least = 1 if field.required else 0
    if few and several:
        return {"type": 22, **drawn, "min_values": least, "max_values": most}
    return {"type": 3, **drawn, "min_values": least, "max_values": most, **_hint(field, reader)}


def _hint(field: Field, reader: Reader) -> Json:
    key = "discord-choose"
    line = field.hint if field.hint is not None else text(key) if exists(key) else None
    said = unmarked(line, reader, limits.PLACEHOLDER) if line is not None else ""
    return {"placeholder": said} if said else {}


def _option(option: Choice, chosen: bool, reader: Reader) -> Json:
    drawn: Json = {
        "label": unmarked(option.label, reader, limits.OPTION) or "…",
        "value": option.value[: limits.OPTION_VALUE],
    }
    if option.detail is not None and (detail := unmarked(option.detail, reader, limits.OPTION)):
        drawn["description"] = detail
    if chosen:
        drawn["default"] = True
    return drawn
