"""Any form fits a modal, keeps what was typed, and comes back field by field."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from slack_sdk.models.views import View

from adapters.slack.modal import Memory, modal, typed
from bot.card import Choice, Field, Form
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Words, text
from tests.kit import slack_blocks
from tests.kit.cards import Filled, forms

KEYS = (
    text("slack-fact", label=Words(""), value=Words("")),
    text("slack-more", count=3),
    text("slack-confirm-title"),
)
EN = Reader("en", "Europe/Paris", "slack")
FR = Reader("fr", "Europe/Paris", "slack")


@settings(max_examples=25)
@given(forms(KEYS))
def test_any_form_fits(form: Form) -> None:
    """No form can break a limit of Slack's modals."""
    memory = Memory(
        place=PlaceRef("slack", "T1", "C1", "general"),
        answer_to="https://hooks.slack.com/commands/T1/1/" + "x" * 60,
        round=3,
    )
    for reader in (EN, FR):
        view = modal(form, reader, memory)
        slack_blocks.check_view(view)
        View(**view).to_dict()
        kept = Memory.unpack(view["private_metadata"])
        assert (kept.route, kept.place) == (form.route.pack(), memory.place)


def _form(**changes: Any) -> Form:
    made: dict[str, Any] = {
        "route": Filled(1, "x"),
        "title": Words("A new poll"),
        "fields": (
            Field("question", Words("Question"), required=True, longest=300),
            Field("choices", Words("Choices"), "lines", hint=Words("one a line")),
            Field(
                "names",
                Words("Names"),
                "choice",
                required=True,
                options=(Choice("shown", Words("shown")), Choice("hidden", Words("hidden"))),
            ),
            Field(
                "tags",
                Words("Tags"),
                "choices",
                options=tuple(Choice(f"t{n}", Words(f"Tag {n}")) for n in range(12)),
            ),
        ),
        "send": Words("Preview"),
        "values": {
            "question": "Lunch?",
            "choices": "Soup\nPie",
            "names": "hidden",
            "tags": "t1\nt3",
        },
    }
    return Form(**{**made, **changes})


def test_a_form_has_everything_typed_in_place() -> None:
    """Lines, radio buttons and selects start with the form's values."""
    blocks = modal(_form(), EN, Memory())["blocks"]
    elements = [block["element"] for block in blocks]
    assert elements[0]["initial_value"] == "Lunch?"
    assert elements[1]["multiline"] is True
    assert elements[1]["placeholder"]["text"] == "one a line"
    assert elements[2]["type"] == "radio_buttons"
    assert elements[2]["initial_option"]["value"] == "hidden"
    assert elements[3]["type"] == "multi_static_select"
    assert [one["value"] for one in elements[3]["initial_options"]] == ["t1", "t3"]


def test_errors_stand_under_their_fields() -> None:
    """A form opened with errors shows each one below the field it is about."""
    form = _form(errors={"question": text("slack-none")})
    blocks = modal(form, EN, Memory())["blocks"]
    assert [block["type"] for block in blocks[:2]] == ["input", "context"]
    assert "No choice yet" in blocks[1]["elements"][0]["text"]


def test_a_long_title_of_a_form_is_said_inside() -> None:
    """A modal's title holds 24 characters; the whole of it opens the form then."""
    view = modal(_form(title=Words("What would you like to ask everybody here?")), EN, Memory())
    assert len(view["title"]["text"]) <= 24
    assert "everybody here?" in view["blocks"][0]["text"]["text"]


def test_what_was_filled_in_comes_back_by_field() -> None:
    """Several choices are joined by new lines; an empty field is an empty string."""
    view = {
        "state": {
            "values": {
                "question~2": {"value": {"type": "plain_text_input", "value": None}},
                "names~2": {"value": {"selected_option": {"value": "shown"}}},
                "tags~2": {"value": {"selected_options": [{"value": "a"}, {"value": "b"}]}},
            }
        }
    }
    assert typed(view) == {"question": "", "names": "shown", "tags": "a\nb"}


def test_a_forged_memory_is_an_empty_one() -> None:
    """What a modal carries is read with care."""
    for forged in ("", "{", "[]", '{"r":1}', '{"r":"a","u":"","n":"x"}', "null"):
        assert Memory.unpack(forged) == Memory()


def test_too_long_an_address_is_given_up_for_the_route() -> None:
    """private_metadata holds 3,000 characters; route and place are kept, the address is not."""
    memory = Memory(
        "kit.filled:1:x", PlaceRef("slack", "T1", "C1"), "https://x.example/" + "a" * 4_000
    )
    kept = Memory.unpack(memory.pack())
    assert (kept.route, kept.answer_to) == ("kit.filled:1:x", "")
