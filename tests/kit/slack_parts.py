"""Parts of Slack's payloads and screens: names of channels, fields of modals, options of lists."""

from __future__ import annotations

import re
from typing import Any

from tests.kit.slack_blocks import Invalid
from tests.kit.slack_reading import Read, read, undo
from tests.kit.slack_workspace import Channel, Message, View, Workspace
from tests.kit.wire import OpenForm, Shown

Json = dict[str, Any]


def channel_name(where: Channel) -> str:
    """The name in payloads: Slack keeps private ones to itself."""
    if where.user:
        return "directmessage"
    return "privategroup" if where.private else where.name


def shown(message: Message, workspace: Workspace) -> Shown:
    """A message as somebody sees it."""
    found = read(message.blocks)
    return Shown(
        ref=message.ref,
        lines=_named(found.lines or undo(message.text).split("\n"), workspace),
        buttons=tuple(found.buttons),
        pickers=tuple(found.pickers),
        files=(*message.files, *found.files),
        reply_to=f"{message.channel}:{message.thread}" if message.thread else None,
        private=bool(message.only),
    )


def seen(view: View, workspace: Workspace) -> Shown:
    """A modal or Home tab as somebody sees it."""
    found: Read = read(view.view["blocks"])
    return Shown(
        ref=view.id,
        lines=_named(found.lines, workspace),
        buttons=tuple(found.buttons),
        pickers=tuple(found.pickers),
        files=tuple(found.files),
        private=True,
    )


def _named(lines: list[str], workspace: Workspace) -> tuple[str, ...]:
    """The lines with channels by name, as Slack shows `<#C1>`."""

    def name(found: re.Match[str]) -> str:
        channel = workspace.channels.get(found[1])
        return f"#{channel.name}" if channel else found[0]

    return tuple(re.sub(r"#(\w+)", name, line) for line in lines)


def inputs(view: View) -> list[Json]:
    """The fields of a modal."""
    return [block for block in view.view["blocks"] if block["type"] == "input"]


def field_of(block: Json) -> str:
    """A field's name, without the round of its form."""
    return str(block["block_id"]).rpartition("~")[0]


def prefilled(element: Json) -> str:
    """What stands in a field before anybody types."""
    if "initial_options" in element:
        return "\n".join(option["value"] for option in element["initial_options"])
    if "initial_option" in element:
        return str(element["initial_option"]["value"])
    return str(element.get("initial_value", ""))


def filled(element: Json, value: str) -> Json:
    """A field's state; a list takes values or labels."""
    kind = element["type"]
    if kind == "plain_text_input":
        assert len(value) <= element["max_length"], "Slack stops typing there"
        return {"type": kind, "value": value or None}
    if kind in ("multi_static_select", "checkboxes"):
        chosen = [option(element, one) for one in value.split("\n") if one]
        return {"type": kind, "selected_options": chosen}
    return {"type": kind, "selected_option": option(element, value) if value else None}


def option(element: Json, wanted: str) -> Json:
    """The entry of a list with this value or label."""
    for offered in element["options"]:
        if wanted in (offered["value"], offered["text"]["text"]):
            return dict(offered)
    raise AssertionError(
        f"no option {wanted!r} in {[o['text']['text'] for o in element['options']]}"
    )


def open_form(view: View) -> OpenForm:
    """A modal as the form somebody fills in; errors stand below fields or came with the refusal."""
    found = OpenForm(view.view["title"]["text"])
    blocks = view.view["blocks"]
    for block, following in zip(blocks, [*blocks[1:], {}], strict=True):
        if block["type"] != "input":
            continue
        name = field_of(block)
        found.labels[name] = block["label"]["text"]
        found.values[name] = view.typed.get(block["block_id"], prefilled(block["element"]))
        options = block["element"].get("options", [])
        if options:
            found.options[name] = tuple(offered["text"]["text"] for offered in options)
        if following.get("type") == "context":
            found.errors[name] = undo(following["elements"][0]["text"])
        if block["block_id"] in view.errors:
            found.errors[name] = view.errors[block["block_id"]]
    return found


def composed(typed: str, workspace: Workspace) -> str:
    """A line as `should_escape` sends it: entities, wrapped addresses, names that became ids."""
    said = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    said = re.sub(r'https?://[^\s"”»]+', lambda found: f"<{found[0]}>", said)
    for user in workspace.users.values():
        mention = f"<@{user.id}|{user.name.lower()}>"
        said = said.replace(f"&lt;@{user.id}&gt;", mention)
        said = re.sub(rf"@{re.escape(user.name)}\b", mention, said, flags=re.IGNORECASE)
    return said


def element_on(blocks: list[Json], kind: str, label: str) -> Json | None:
    """The button with this label, or the select beside this text."""
    for block in blocks:
        for element in (*block.get("elements", ()), block.get("accessory", {})):
            if kind not in element.get("type", ""):
                continue
            said = element["text"] if kind == "button" else block["text"]
            if undo(said["text"]) == label:
                return dict(element)
    return None


def after_submission(view: View, answer: Json, workspace: Workspace) -> None:
    """What Slack does with the acknowledgement of a sent form."""
    match answer.get("response_action"):
        case "errors":
            known = {block["block_id"] for block in inputs(view)}
            if not answer["errors"] or not set(answer["errors"]) <= known:
                raise Invalid("invalid_arguments", "errors for blocks that are not there")
            view.errors = answer["errors"]
        case "update":
            typed = {b["block_id"]: b for b in inputs(view)}
            workspace.show_view(answer["view"], view.id, view.user)
            again = {b["block_id"] for b in inputs(workspace.views[view.id])}
            if again & set(typed):
                raise Invalid("kept", "Slack would show what was typed, not the new values")
        case None:
            del workspace.views[view.id]
        case other:
            raise Invalid("invalid_arguments", f"response_action {other}")
