"""Forms on Discord: modals that fit and keep what was typed, and questions that buttons carry."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from adapters import lengths
from adapters.discord import limits
from adapters.discord.asking import carried, question
from adapters.discord.modal import WRONG, filled, modal
from adapters.discord.outbound import draw
from bot.card import Choice, Field, Form, Paragraph
from bot.language import Reader
from bot.text import Words, text
from tests.kit import discord_rules as rules
from tests.kit.cards import Filled, Pressed, forms

KEYS = (
    text("discord-fact", label=Words(""), value=Words("")),
    text("discord-more", count=3),
)
EN = Reader("en", "Europe/Paris", "discord")
FR = Reader("fr", "Europe/Paris", "discord")


@settings(max_examples=25)
@given(forms(KEYS))
def test_any_form_fits(form: Form) -> None:
    """No form can break a limit of Discord's modals, and nothing typed into it is lost."""
    made = modal(form, FR)
    rules.check_modal(made)
    components = [part["component"] for part in made["components"] if part["type"] == 18]
    assert [component["custom_id"] for component in components] == [f.name for f in form.fields]
    for field, component in zip(form.fields, components, strict=True):
        if field.options:
            continue
        given_value = form.values.get(field.name, "")
        assert component.get("value", "") == lengths.beginning(given_value, limits.INPUT)


def test_errors_stand_where_a_fields_description_does() -> None:
    """A form that comes back says under each label what is wrong, and keeps what was typed."""
    form = Form(
        Filled(1),
        text("discord-done"),
        (
            Field("one", text("discord-yes"), required=True, longest=10),
            Field("two", text("discord-cancel"), "lines"),
            Field("three", text("discord-none"), "choice", options=(
                Choice("a", Words("A")), Choice("b", Words("B"), chosen=True))),
        ),
        text("discord-yes"),
        values={"one": "much too long for this field"},
        errors={"one": text("discord-cut")},
        note=text("discord-could-not-show"),
    )  # fmt: skip
    made = modal(form, EN)
    rules.check_modal(made)
    assert made["components"][0]["content"].startswith("I could not show")
    assert made["components"][1]["description"] == f"{WRONG}Shortened: the rest does not fit here."
    assert made["components"][1]["component"]["value"] == "much too long for this field"
    assert made["components"][3]["component"]["type"] == 21


def test_a_form_of_five_fields_keeps_its_note() -> None:
    """Five fields leave no place for a note: the first field's description says it."""
    fields = tuple(Field(f"f{n}", Words(f"F{n}")) for n in range(5))
    note = text("discord-could-not-show")
    made = modal(Form(Filled(1), Words("T"), fields, Words("S"), note=note), EN)
    rules.check_modal(made)
    assert made["components"][0]["description"].startswith("I could not show")


def test_what_was_filled_in_comes_back_by_name() -> None:
    """Texts, radio buttons, checkboxes and selects, in labels or in the rows of old."""
    sent: list[dict[str, Any]] = [
        {"type": 10, "id": 1},
        {"type": 18, "component": {"type": 4, "custom_id": "a", "value": "words"}},
        {"type": 18, "component": {"type": 21, "custom_id": "b", "value": None}},
        {"type": 18, "component": {"type": 22, "custom_id": "c", "values": ["1", "2"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "d", "value": "old"}]},
    ]
    assert filled(sent) == {"a": "words", "b": "", "c": "1\n2", "d": "old"}


def test_a_question_travels_in_its_button() -> None:
    """The button carries the question's key and values: a restart forgets nothing."""
    asks = text("discord-more", count=3)
    custom_id = carried(Pressed(7), asks)
    card = question(custom_id, "Delete")
    assert card.blocks[0] == Paragraph(asks)
    rules.check_components(draw(card, EN).components)
    assert [route.pack() for route in card.routes()] == ["!kit.pressed:7", "!"]


def test_a_question_too_long_for_its_button_is_asked_in_general() -> None:
    """What cannot be carried becomes "are you sure?", with the button's own label."""
    long = text("discord-sure", label=Words("x" * 90))
    custom_id = carried(Pressed(7), long)
    assert custom_id == "?|kit.pressed:7"
    assert question(custom_id, "Delete").blocks[0] == Paragraph(
        text("discord-sure", label=Words("Delete"))
    )


def test_a_question_of_an_older_version_is_asked_in_general() -> None:
    """A key that no longer exists does no harm."""
    asked = question("?no-such-key&n:x|kit.pressed:7", "Go").blocks[0]
    assert asked == Paragraph(text("discord-sure", label=Words("Go")))
