"""How Discord takes answers to interactions: once, within three seconds, then for a quarter hour."""

from __future__ import annotations

import secrets
from typing import Any, Final

from tests.kit.discord_rules import (
    COMPONENTS_V2,
    EPHEMERAL,
    Json,
    Refusal,
    check_choices,
    check_message,
    check_modal,
    invalid,
)
from tests.kit.discord_world import (
    APP,
    GUILD,
    Channel,
    Interaction,
    Message,
    User,
    World,
)

COMMAND, PRESS, COMPLETE, SENT = 2, 3, 4, 5
"""Kinds of interaction."""

SAY, THINK, QUIET, REDRAW, SUGGEST, OPEN = 4, 5, 6, 7, 8, 9
"""Kinds of first answer."""

FIRST_SECONDS: Final = 3.0
TOKEN_SECONDS: Final = 15 * 60


def begin(
    world: World, kind: int, user: User, channel: Channel, data: Json, source: Message | None
) -> Interaction:
    """An interaction as the gateway tells it."""
    number, token = world.snowflake(), secrets.token_urlsafe(60)
    payload: Json = {
        "id": number, "application_id": APP, "type": kind, "token": token, "version": 1,
        "data": data, "channel_id": channel.id, "channel": channel.json(),
        "locale": user.locale, "entitlements": [], "attachment_size_limit": 10_485_760,
        "app_permissions": str(channel.permissions if channel.inside else 0),
    }  # fmt: skip
    if channel.person is None:
        member = {
            "user": user.json(), "roles": [], "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False, "mute": False, "flags": 0, "permissions": "0", "nick": None,
        }  # fmt: skip
        payload.update(
            guild_id=GUILD, guild={"id": GUILD, "locale": "en-US", "features": []}, member=member,
            guild_locale="en-US", context=0, authorizing_integration_owners={"0": GUILD},
        )  # fmt: skip
    else:
        payload.update(user=user.json(), context=1, authorizing_integration_owners={"0": "0"})
    if source is not None:
        payload["message"] = source.json(world.bot)
    made = Interaction(number, token, kind, user, channel, world.clock(), payload, source)
    world.interactions[token] = made
    return made


def first(
    world: World, number: str, token: str, said: Json, files: dict[str, bytes]
) -> Interaction:
    """The first answer. Raises Refusal: a second one, a late one, a kind that does not fit."""
    found = world.interactions.get(token)
    if found is None or found.id != number or world.clock() - found.born > FIRST_SECONDS:
        raise Refusal(404, 10062, "Unknown interaction")
    if found.answered:
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    kind, data = int(said["type"]), said.get("data") or {}
    if (kind == SUGGEST) != (found.kind == COMPLETE):
        raise invalid("type: suggestions answer an option that is being typed, and only that")
    match kind:
        case 4:
            _say(world, found, data, files)
        case 5:
            only = found.user.id if int(data.get("flags") or 0) & EPHEMERAL else ""
            found.original = world.keep(found.channel.id, {}, {}, only=only)
            found.original.loading = True
        case 6:
            _needs_source(found)
        case 7:
            _needs_source(found)
            assert found.source is not None
            world.change(found.source, data, files)
            found.original = found.source
        case 8:
            check_choices(data["choices"])
            found.choices = data["choices"]
        case 9:
            if found.kind == SENT:
                raise invalid("type: a form cannot answer a form")
            check_modal(data)
            found.modal = data
            world.modals[found.user.id] = (data, found)
        case _:
            raise invalid(f"type: {kind}")
    found.answered = kind
    found.took = world.clock() - found.born
    if kind != THINK:
        found.done.set()
    return found


def answered(world: World, found: Interaction) -> Json:
    """What the callback answers with."""
    said: Json = {"interaction": {"id": found.id, "type": found.kind}}
    if found.original is not None:
        said["interaction"].update(
            response_message_id=found.original.id,
            response_message_loading=found.original.loading,
            response_message_ephemeral=bool(found.original.only),
        )
        message = found.original.json(world.bot)
        said["resource"] = {"type": found.answered, "message": message}
    return said


def follow_up(world: World, token: str, said: Json, files: dict[str, bytes]) -> Message:
    """A further message. After "thinking", the first one takes its place."""
    found = _alive(world, token)
    if found.original is not None and found.original.loading:
        return change_original(world, token, said, files)
    made = _message(world, found, said, files)
    found.done.set()
    return made


def change_original(world: World, token: str, said: Json, files: dict[str, bytes]) -> Message:
    """Change the first answer, or what was pressed on where that was acknowledged quietly."""
    found = _alive(world, token)
    message = original(world, token)
    if message.loading:
        message.said = {"flags": said.get("flags", 0) & COMPONENTS_V2}
    world.change(message, said, files)
    found.done.set()
    return message


def original(world: World, token: str) -> Message:
    """The first answer. Raises Refusal if there is none to see."""
    found = _alive(world, token)
    message = found.source if found.answered == QUIET else found.original
    if message is None or message.id not in world.messages:
        raise Refusal(404, 10008, "Unknown Message")
    return message


def _alive(world: World, token: str) -> Interaction:
    found = world.interactions.get(token)
    if found is None or not found.answered or world.clock() - found.born > TOKEN_SECONDS:
        raise Refusal(404, 10015, "Unknown Webhook")
    return found


def _needs_source(found: Interaction) -> None:
    if found.kind not in (PRESS, SENT) or found.source is None:
        raise invalid("type: there is no message to acknowledge or to redraw")


def _say(world: World, found: Interaction, said: Json, files: dict[str, bytes]) -> None:
    found.original = _message(world, found, said, files)


def _message(world: World, found: Interaction, said: Any, files: dict[str, bytes]) -> Message:
    check_message(said, files=list(files))
    only = found.user.id if int(said.get("flags") or 0) & EPHEMERAL else ""
    return world.keep(found.channel.id, said, files, only=only)
