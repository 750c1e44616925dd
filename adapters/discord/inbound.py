"""What Discord tells us a person did, as a Request: commands, options being typed, presses, forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import discord

from adapters.discord.asking import ASK, MORE, SURE
from adapters.discord.commands import MESSAGE, SUBCOMMAND, Index
from adapters.discord.modal import filled
from bot.command import Kind, Parameter
from bot.language import Reader, best_language, plain
from bot.request import AccountRef, PlaceRef, Request
from bot.text import text
from bot.words import split_list

PLATFORM: Final = "discord"

Interaction = discord.Interaction[discord.Client]


class Way(Enum):
    """How it came in: what may answer it depends on that."""

    COMMAND = "command"  # or a message's menu
    COMPLETE = "complete"
    PRESSED = "pressed"
    SENT = "sent"  # a form
    ASKING = "asking"  # a press that wants a question first
    CANCELLED = "cancelled"  # "no" to that question
    UNKNOWN = "unknown"  # a command of an older tree, which their Discord still shows


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request and what its answer needs to know.

    `private`: what was pressed on is seen by this person alone, so that it may be redrawn.
    `asked`: it was the private question "are you sure?", which has served.
    `label` is what stood on a button that wants a question first.
    """

    way: Way
    request: Request
    custom_id: str = ""
    label: str = ""
    private: bool = False
    asked: bool = False

    @property
    def locale(self) -> str:
        """The person's language as Discord names it."""
        return self.request.account.locale if self.request.account else ""


def read(interaction: Interaction, index: Index) -> Arrival | None:
    """What an interaction asks for; None where there is nothing to answer."""
    raw: Mapping[str, Any] = interaction.data or {}
    match interaction.type:
        case discord.InteractionType.application_command:
            unknown = Arrival(Way.UNKNOWN, _request(interaction, "", {}))
            return _command(interaction, raw, index) or unknown
        case discord.InteractionType.autocomplete:
            return _complete(interaction, raw, index)
        case discord.InteractionType.component:
            return _press(interaction, raw)
        case discord.InteractionType.modal_submit:
            route, values = str(raw["custom_id"]), filled(raw["components"])
            request = _request(interaction, route, values)
            return Arrival(Way.SENT, request, private=_is_private(interaction))
    return None


# ── the four kinds ──────────────────────────────────────────────────────────────────────────────


def _command(interaction: Interaction, raw: Mapping[str, Any], index: Index) -> Arrival | None:
    if raw.get("type") == MESSAGE:
        name = index.shortcuts.get(str(raw["name"]))
        if name is None:
            return None
        values = _message(interaction, raw)
        return Arrival(Way.COMMAND, _request(interaction, f"shortcut:{name}", values))
    subcommand, options = _options(raw)
    asked = index.find(str(raw["name"]), subcommand)
    if asked is None:
        return None
    values = {
        asked.parameters[name].name: _typed(value, asked.parameters[name], raw)
        for name, value, _ in options
        if name in asked.parameters
    }
    return Arrival(Way.COMMAND, _request(interaction, f"command:{asked.command.name}", values))


def _complete(interaction: Interaction, raw: Mapping[str, Any], index: Index) -> Arrival | None:
    subcommand, options = _options(raw)
    asked = index.find(str(raw["name"]), subcommand)
    if asked is None:
        return None
    values: dict[str, str] = {}
    focused = ""
    for name, value, typing in options:
        if name not in asked.parameters:
            continue
        known = asked.parameters[name].name
        if typing:
            focused, values["typing"] = known, _value(value)
        else:
            values[known] = _value(value)
    request = _request(interaction, f"complete:{asked.command.name}:{focused}", values)
    return Arrival(Way.COMPLETE, request)


def _press(interaction: Interaction, raw: Mapping[str, Any]) -> Arrival:
    custom_id = str(raw["custom_id"])
    chosen = [str(value) for value in raw.get("values") or ()]
    values: dict[str, str] = {}
    if custom_id.startswith(MORE):  # buttons that stood as a list
        custom_id = chosen[0] if chosen else ""
    elif "values" in raw:
        values["chosen"] = "\n".join(chosen)
    private = _is_private(interaction)
    if custom_id.startswith(ASK):
        label = _label(interaction, custom_id)
        request = _request(interaction, custom_id, values)
        return Arrival(Way.ASKING, request, custom_id, label, private)
    asked = custom_id.startswith(SURE)
    route = custom_id.removeprefix(SURE) if asked else custom_id
    way = Way.PRESSED if route else Way.CANCELLED
    return Arrival(way, _request(interaction, route, values), custom_id, "", private, asked)


def _options(raw: Mapping[str, Any]) -> tuple[str, list[tuple[str, object, bool]]]:
    """The subcommand's name, and (name, value, being typed) of each option."""
    subcommand = ""
    options = list(raw.get("options") or ())
    if options and options[0].get("type") == SUBCOMMAND:
        subcommand = str(options[0]["name"])
        options = list(options[0].get("options") or ())
    return subcommand, [(str(o["name"]), o.get("value"), bool(o.get("focused"))) for o in options]


def _value(value: object) -> str:
    """An option's value as typed; a flag is "true" or nothing."""
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else str(value)


def _typed(value: object, parameter: Parameter, raw: Mapping[str, Any]) -> str:
    """The same for a whole command: a list has one entry a line, and people in prose have names.

    Discord's client turns `@ann` into `<@42>`, which means somebody only where people are asked for.
    """
    said = _value(value)
    if parameter.kind in (Kind.AUDIENCE, Kind.PEOPLE):
        return said
    users: Mapping[str, Any] = (raw.get("resolved") or {}).get("users") or {}
    said = _with_names(said, users.values())
    return "\n".join(split_list(said)) if parameter.kind is Kind.LIST else said


def _with_names(said: str, people: Iterable[Mapping[str, Any]]) -> str:
    for person in people:
        name = person.get("global_name") or person.get("username") or "?"
        said = said.replace(f"<@{person['id']}>", f"@{name}")
    return said


def _message(interaction: Interaction, raw: Mapping[str, Any]) -> dict[str, str]:
    """The message that a menu entry was used on: its words, its author's name, its address."""
    target = str(raw["target_id"])
    message: Mapping[str, Any] = raw.get("resolved", {}).get("messages", {}).get(target, {})
    words = str(message.get("content") or "") or "\n".join(_texts(message.get("components") or ()))
    words = _with_names(words, message.get("mentions") or ())
    author: Mapping[str, Any] = message.get("author") or {}
    where = f"{interaction.guild_id or '@me'}/{message.get('channel_id', interaction.channel_id)}"
    return {
        "text": words,
        "author": str(author.get("global_name") or author.get("username") or ""),
        "author_ref": "" if author.get("bot") else str(author.get("id") or ""),
        "link": f"https://discord.com/channels/{where}/{target}",
    }


def _texts(components: Any) -> Iterator[str]:
    """The words of a message made of components."""
    for component in components:
        if component.get("type") == 10:
            yield str(component.get("content", ""))
        yield from _texts(component.get("components") or ())


# ── who and where ───────────────────────────────────────────────────────────────────────────────


def _request(interaction: Interaction, route: str, values: dict[str, str]) -> Request:
    message = None
    if interaction.message is not None and interaction.channel is not None:
        message = f"{interaction.channel.id}:{interaction.message.id}"
    return Request(
        id=str(interaction.id),
        route=route,
        account=_account(interaction),
        place=_place(interaction),
        values=values,
        message=message,
    )


def _account(interaction: Interaction) -> AccountRef:
    user = interaction.user
    return AccountRef(
        PLATFORM, "", str(user.id), user.display_name, str(interaction.locale), bot=user.bot
    )


def _place(interaction: Interaction) -> PlaceRef | None:
    if interaction.guild_id is None:
        return PlaceRef(PLATFORM, "", str(interaction.user.id), direct=True)
    channel = interaction.channel
    if channel is None:
        return None
    return PlaceRef(
        PLATFORM,
        str(interaction.guild_id),
        str(channel.id),
        name=getattr(channel, "name", None) or "",
        private=_is_closed(channel),
        missing=_missing(interaction),
    )


_NEEDED: Final = (
    ("view_channel", "view"),
    ("send_messages", "send"),
    ("read_message_history", "history"),
    ("embed_links", "embed"),
    ("attach_files", "attach"),
)


def _missing(interaction: Interaction) -> tuple[str, ...]:
    """The permissions that the bot lacks there, as Discord's settings call them."""
    held = interaction.app_permissions
    if held.administrator:
        return ()
    reader = Reader(best_language(str(interaction.locale)), "UTC", PLATFORM)
    lacking = []
    for permission, name in _NEEDED:
        if permission == "send_messages" and isinstance(interaction.channel, discord.Thread):
            permission, name = "send_messages_in_threads", "threads"
        if not getattr(held, permission):
            lacking.append(plain(text(f"discord-permission-{name}"), reader))
    return tuple(lacking)


def _is_closed(channel: object) -> bool:
    """Whether only some people of the server see this channel, as far as the bot knows."""
    if isinstance(channel, discord.Thread):
        if channel.is_private():
            return True
        channel = channel.parent
    if not isinstance(channel, discord.abc.GuildChannel):
        return False
    everyone = channel.guild.get_role(channel.guild.id)
    return everyone is not None and not channel.permissions_for(everyone).view_channel


def _is_private(interaction: Interaction) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral


def _label(interaction: Interaction, custom_id: str) -> str:
    """What stands on the button pressed."""
    components: list[Any] = list(interaction.message.components) if interaction.message else []
    while components:
        one = components.pop()
        components.extend(getattr(one, "children", ()))
        if getattr(one, "custom_id", None) == custom_id:
            return str(getattr(one, "label", None) or "")
        for option in getattr(one, "options", ()):
            if option.value == custom_id:
                return str(option.label)
    return ""
