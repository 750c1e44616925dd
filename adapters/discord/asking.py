"""What a button of ours carries on Discord: a route, a question to ask first, or several routes.

Discord has no "are you sure?" of its own, so such a button first answers with a private card. The
button itself carries the question's key, its small values and the route: nothing is remembered.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from adapters.discord import limits
from bot.card import Button, Buttons, Card, Paragraph
from bot.language import exists
from bot.route import Route
from bot.text import Line, Text, Value, Words, text

ASK = "?"
SURE = "!"
MORE = "+"
"""What the custom ids begin with that are no plain route; an address begins with a letter."""


def carried(route: Route, question: Line | None = None) -> str:
    """The custom id of a button: its route, behind the question to ask first if there is one.

    A question too long to be carried is asked in general words.
    """
    packed = route.pack()
    if question is None:
        return packed
    if isinstance(question, Text) and (said := _pack(question)) is not None:
        whole = f"{ASK}{said}|{packed}"
        if len(whole) <= limits.CUSTOM_ID:
            return whole
    whole = f"{ASK}|{packed}"
    # A route as long as a custom id leaves no room to ask; none of ours is.
    return whole if len(whole) <= limits.CUSTOM_ID else packed


def question(custom_id: str, label: str) -> Card:
    """The private card that asks before acting; `label` is what stood on the button."""
    said, _, packed = custom_id[len(ASK) :].partition("|")
    sure = _Packed(SURE + packed)
    return Card(
        None,
        (
            Paragraph(_unpack(said) or text("discord-sure", label=Words(label))),
            Buttons(
                (
                    Button(Words(label) if label else text("discord-yes"), sure, "danger"),
                    Button(text("discord-cancel"), _Packed(SURE)),
                )
            ),
        ),
    )


class _Packed(Route):
    """A custom id that is packed already."""

    __slots__ = ("packed",)

    def __init__(self, packed: str) -> None:
        self.packed = packed

    def pack(self) -> str:
        return self.packed


def _pack(said: Text) -> str | None:
    """`leave-confirm&name=Ronde`; None where a value is more than words or a number."""
    parts = [said.key]
    for name, value in said.values:
        match value:
            case bool() | float():
                return None
            case int():
                parts.append(f"{name}:{value}")
            case str() | Words():
                words = value.text if isinstance(value, Words) else value
                parts.append(f"{name}={quote(words, safe=' ')}")
            case _:
                return None
    return "&".join(parts)


def _unpack(packed: str) -> Text | None:
    key, *pairs = packed.split("&")
    if not key or not exists(key):
        return None
    values: dict[str, Value] = {}
    for pair in pairs:
        name, equals, words = pair.partition("=")
        if equals:
            values[name] = Words(unquote(words))
        else:
            name, _, number = pair.partition(":")
            values[name] = int(number) if number.lstrip("-").isdigit() else 0
    return text(key, **values)
