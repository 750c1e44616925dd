"""How a form looks on Slack: a modal window, what it remembers while open, what comes back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from adapters import lengths
from adapters.slack import limits
from adapters.slack.outbound import Json, context, draw, option, plain_text, section
from adapters.slack.spelling import bold, clean, mrkdwn, unmarked
from bot.card import Card, Field, Form
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Text, text

CALLBACK = "form"
CARD_CALLBACK = "card"
RADIO = 4  # so many options are shown at once; more become a select


@dataclass(frozen=True, slots=True)
class Memory:
    """What a modal carries along in `private_metadata`: only Slack keeps it, we keep nothing.

    `answer_to` is the response_url of what opened the form; `private` says that it redraws a
    message only this person sees; `home` that the Home tab is to be drawn anew. `round` changes
    with the form's own values, because Slack keeps what was typed in a field as long as its block
    id stays.
    """

    route: str = ""
    place: PlaceRef | None = None
    answer_to: str = ""
    private: bool = False
    home: bool = False
    round: int = 0

    def pack(self) -> str:
        """As text, at most 3,000 characters; too long an address is given up first."""
        place = self.place
        kept: dict[str, Any] = {"r": self.route, "u": self.answer_to, "n": self.round}
        if self.private:
            kept["e"] = 1
        if self.home:
            kept["h"] = 1
        if place is not None:
            kept["p"] = [place.workspace, place.ref, place.name, place.direct, place.private]
        packed = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        if lengths.size(packed) > limits.METADATA:
            return replace(self, answer_to="").pack()
        return packed

    @classmethod
    def unpack(cls, packed: str) -> Memory:
        """Read it back; anything else than ours gives an empty memory."""
        try:
            kept = json.loads(packed)
            place = None
            if "p" in kept:
                workspace, ref, name, direct, private = kept["p"]
                place = PlaceRef("slack", workspace, ref, name, bool(direct), bool(private))
            return cls(
                route=str(kept["r"]),
                place=place,
                answer_to=str(kept["u"]),
                private="e" in kept,
                home="h" in kept,
                round=int(kept["n"]),
            )
        except (ValueError, KeyError, TypeError):
            return cls()


def modal(form: Form, reader: Reader, memory: Memory) -> Json:
    """A form as a modal view; errors stand under their fields, values are already in place."""
    blocks: list[Json] = []
    whole = unmarked(form.title, reader, limits.SECTION - 2)
    title = lengths.cut(whole, limits.MODAL_TITLE)
    if title != whole:
        blocks.append(section(bold(mrkdwn(form.title, reader, limits.SECTION - 2))))
    if form.note is not None:
        blocks.extend(context(mrkdwn(form.note, reader, limits.CONTEXT)))
    for field in form.fields:
        blocks.append(_input(field, form.values.get(field.name, ""), reader, memory.round))
        if field.name in form.errors:
            blocks.extend(context(error(form.errors[field.name], reader)))
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain_text(title),
        "submit": plain_text(unmarked(form.send, reader, limits.MODAL_BUTTON)),
        "close": plain_text(unmarked(text("slack-form-close"), reader, limits.MODAL_BUTTON)),
        "private_metadata": replace(memory, route=form.route.pack()).pack(),
        "blocks": blocks,
    }


def window(card: Card, reader: Reader, memory: Memory, *, files: bool) -> Json:
    """A card in a modal: the private answer where Slack has no message to answer to (Home)."""
    return {
        "type": "modal",
        "callback_id": CARD_CALLBACK,
        "title": plain_text(unmarked(text("slack-card-title"), reader, limits.MODAL_TITLE)),
        "close": plain_text(unmarked(text("slack-card-close"), reader, limits.MODAL_BUTTON)),
        "private_metadata": memory.pack(),
        "blocks": _blocks(card, reader, files),
    }


def home(card: Card, reader: Reader) -> Json:
    """A card as the person's Home tab."""
    return {
        "type": "home",
        "blocks": _blocks(card, reader, False),
    }


def _blocks(card: Card, reader: Reader, files: bool) -> list[Json]:
    """A card's blocks in a view, which holds more than a message but never nothing."""
    most, room = limits.VIEW_BLOCKS, limits.VIEW_WORDS
    drawn = draw(card, reader, most=most, room=room, files=files, native=False)
    return drawn.blocks or [section("…")]


def error(said: Text, reader: Reader) -> str:
    """The sentence under a field, as markup."""
    return bold(mrkdwn(said, reader, limits.CONTEXT - 2))


def complaints(form: Form, reader: Reader, round_: int) -> dict[str, str]:
    """The errors by block, as `response_action: errors` wants them; none for another's field."""
    return {
        block_id(field.name, round_): unmarked(form.errors[field.name], reader, limits.HINT)
        for field in form.fields
        if field.name in form.errors
    }


def block_id(field: str, round_: int) -> str:
    """The id of a field's block in a round of the form."""
    return f"{field}~{round_}"


def typed(view: Json) -> dict[str, str]:
    """What was filled in, by field name; several choices are joined by new lines."""
    found: dict[str, str] = {}
    for block, elements in view.get("state", {}).get("values", {}).items():
        for element in elements.values():
            found[block.rpartition("~")[0] or block] = _value(element)
    return found


def chosen(element: Json) -> str:
    """What was picked in a select, joined by new lines."""
    return _value(element)


def _value(element: Json) -> str:
    if element.get("selected_options") is not None:
        return "\n".join(one["value"] for one in element["selected_options"])
    if element.get("selected_option") is not None:
        return str(element["selected_option"]["value"])
    return str(element.get("value") or "")


# ── fields ──────────────────────────────────────────────────────────────────────────────────────


def _input(field: Field, value: str, reader: Reader, round_: int) -> Json:
    label = unmarked(field.label, reader, limits.LABEL) or field.name
    block: Json = {
        "type": "input",
        "block_id": block_id(field.name, round_),
        "label": plain_text(label),
        "optional": not field.required,
    }
    hint = unmarked(field.hint, reader, limits.HINT) if field.hint is not None else ""
    match field.kind:
        case "choice" if field.options:
            element = _one_of(field, value, reader)
        case "choices" if field.options:
            element = _several_of(field, value, reader)
        case _:
            element = _line(field, value)
    if hint and "type" in element:
        boxes = element["type"] in ("radio_buttons", "checkboxes")
        if boxes or lengths.size(hint) > limits.PLACEHOLDER:
            block["hint"] = plain_text(hint)
        else:
            element["placeholder"] = plain_text(hint)
    block["element"] = element
    return block


def _line(field: Field, value: str) -> Json:
    longest = max(1, min(field.longest, limits.INPUT))
    several = field.kind == "lines"
    said = clean(value)
    if not several:
        said = " ".join(said.splitlines())
    element: Json = {
        "type": "plain_text_input",
        "action_id": "value",
        "multiline": several,
        "max_length": longest,
    }
    if said:
        element["initial_value"] = lengths.beginning(said, longest)
    return element


def _options(field: Field, reader: Reader) -> list[Json]:
    return [
        option(choice.value, choice.label, choice.detail, reader)
        for choice in field.options[: limits.OPTIONS]
    ]


def _one_of(field: Field, value: str, reader: Reader) -> Json:
    options = _options(field, reader)
    wanted = value or next((choice.value for choice in field.options if choice.chosen), "")
    kind = "radio_buttons" if field.required and len(options) <= RADIO else "static_select"
    element: Json = {"type": kind, "action_id": "value", "options": options}
    first = next((drawn for drawn in options if drawn["value"] == wanted), None)
    if first is not None:
        element["initial_option"] = first
    return element


def _several_of(field: Field, value: str, reader: Reader) -> Json:
    options = _options(field, reader)
    wanted = value.split("\n") if value else [c.value for c in field.options if c.chosen]
    kind = "checkboxes" if len(options) <= limits.BOXES else "multi_static_select"
    element: Json = {"type": kind, "action_id": "value", "options": options}
    first = [drawn for drawn in options if drawn["value"] in wanted]
    if first:
        element["initial_options"] = first
    return element
