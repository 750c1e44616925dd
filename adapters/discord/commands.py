"""What Discord must be told once: the command tree, in every language; and which command is meant.

Base names are English; each person sees the names of their language. No option is required, so
that `/poll new` alone opens the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import aiohttp

from adapters import lengths
from adapters.discord import limits
from adapters.discord.spelling import unmarked
from bot.command import Command, Group, Kind, Named, Option, Parameter, Shortcut
from bot.errors import Broken
from bot.language import Reader, exists
from bot.text import text

Json = dict[str, Any]

LOCALES: Final = {"fr": ("fr",)}
"""Our languages besides English, and Discord's locales that read them."""

API: Final = "https://discord.com/api/v10"

CHAT, MESSAGE = 1, 3
SUBCOMMAND, STRING, INTEGER, BOOLEAN = 1, 3, 4, 5
GUILD, BOT_DM = 0, 1

_NAME = re.compile(r"[-_'\w]{1,32}")
_EN = Reader("en", "UTC", "discord")


def tree(groups: Iterable[Group], shortcuts: Iterable[Shortcut]) -> list[Json]:
    """All commands and message menu entries, as Discord's bulk overwrite takes them.

    Raises Broken for a name that Discord would not take, or for too many of something.
    """
    commands = [_group(group) for group in groups]
    entries = [_shortcut(shortcut) for shortcut in shortcuts]
    if len(commands) > limits.SLASH_COMMANDS or len(entries) > limits.MESSAGE_COMMANDS:
        raise Broken(f"{len(commands)} commands and {len(entries)} shortcuts: too many for Discord")
    _distinct([*commands, *entries], "the tree")
    return [*commands, *entries]


def same(wanted: Sequence[Json], registered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether Discord already knows this tree; what it adds by itself does not count."""
    return sorted(map(_bare, wanted), key=_order) == sorted(map(_bare, registered), key=_order)


@dataclass(frozen=True, slots=True)
class Asked:
    """A command as an interaction names it, and its parameters by the names Discord sends."""

    command: Command
    parameters: dict[str, Parameter]


class Index:
    """Finds the command that an interaction names."""

    def __init__(self, groups: Iterable[Group], shortcuts: Iterable[Shortcut]) -> None:
        """Index commands by their base names, shortcuts by their English labels."""
        self.commands: dict[tuple[str, str], Asked] = {}
        for group in groups:
            flat = is_flat(group)
            for command in group.commands:
                key = (group.names.en, "" if flat else command.names.en)
                parameters = {p.names.en: p for p in command.parameters}
                self.commands[key] = Asked(command, parameters)
        self.shortcuts = {_label(shortcut, _EN): shortcut.name for shortcut in shortcuts}

    def find(self, group: str, subcommand: str) -> Asked | None:
        """The command of these base names, if there is one (an old tree may name others)."""
        return self.commands.get((group, subcommand))


def is_flat(group: Group) -> bool:
    """Whether a group is one command without a subcommand's name: `/find`."""
    return len(group.commands) == 1 and group.commands[0].names.en in ("", group.names.en)


# ── drawing ─────────────────────────────────────────────────────────────────────────────────────


def _group(group: Group) -> Json:
    drawn: Json = {
        "type": CHAT,
        **_named(group.names),
        **_about([f"{group.name}-about"], group.names),
        "contexts": [GUILD, BOT_DM],
        "integration_types": [GUILD],
    }
    if is_flat(group):
        drawn["options"] = _options(group.commands[0])
    else:
        drawn["options"] = [_subcommand(command) for command in group.commands]
    _distinct(drawn["options"], f"/{group.names.en}")
    if len(drawn["options"]) > limits.COMMAND_OPTIONS:
        raise Broken(f"/{group.names.en} has more than {limits.COMMAND_OPTIONS} subcommands")
    return drawn


def _subcommand(command: Command) -> Json:
    return {
        "type": SUBCOMMAND,
        **_named(command.names),
        **_about([f"{command.key}.about", f"{command.key}.title", command.key], command.names),
        "options": _options(command),
    }


def _options(command: Command) -> list[Json]:
    options = [_option(command, parameter) for parameter in command.parameters]
    _distinct(options, command.name)
    if len(options) > limits.COMMAND_OPTIONS:
        raise Broken(f"{command.name} has more than {limits.COMMAND_OPTIONS} options")
    return options


def _option(command: Command, parameter: Parameter) -> Json:
    key = f"{command.key}-{parameter.name}"
    drawn: Json = {
        "type": STRING,
        **_named(parameter.names),
        **_about([f"{key}.about", f"{key}.hint", key], parameter.names),
        "required": False,
    }
    match parameter.kind:
        case Kind.NUMBER:
            drawn.update(type=INTEGER, min_value=parameter.least, max_value=parameter.most)
        case Kind.FLAG:
            drawn["type"] = BOOLEAN
        case Kind.CHOICE:
            drawn["choices"] = [_choice(option) for option in parameter.options[: limits.CHOICES]]
        case _:
            if completes(parameter):
                drawn["autocomplete"] = True
    return drawn


def completes(parameter: Parameter) -> bool:
    """Whether suggestions are offered while this is typed: dates repeat what was understood."""
    return parameter.complete is not None or parameter.kind in (Kind.DATE, Kind.REFERENCE)


def _choice(option: Option) -> Json:
    drawn: Json = {"name": lengths.cut(option.names.en, limits.CHOICE), "value": option.value}
    localised = _in_locales(option.names)
    if localised:
        drawn["name_localizations"] = localised
    return drawn


def _shortcut(shortcut: Shortcut) -> Json:
    labels = {
        locale: _label(shortcut, Reader(language, "UTC", "discord"))
        for language, locales in LOCALES.items()
        for locale in locales
    }
    return {
        "type": MESSAGE,
        "name": _label(shortcut, _EN),
        "name_localizations": labels,
        "contexts": [GUILD, BOT_DM],
        "integration_types": [GUILD],
    }


def _label(shortcut: Shortcut, reader: Reader) -> str:
    return unmarked(text(shortcut.name.replace(".", "-")), reader, limits.COMMAND)


def _named(names: Named) -> Json:
    for name in (names.en, names.fr):
        if not _NAME.fullmatch(name) or name != name.lower():
            raise Broken(f"Discord does not take the name {name!r}")
    return {"name": names.en, "name_localizations": _in_locales(names)}


def _in_locales(names: Named) -> dict[str, str]:
    return {
        locale: lengths.cut(names.in_language(language), limits.CHOICE)
        for language, locales in LOCALES.items()
        for locale in locales
    }


def _about(keys: Sequence[str], names: Named) -> Json:
    """A description: the first of these words that exist, else the name."""

    def said(language: str) -> str:
        for key in keys:
            if exists(key, language):
                line = unmarked(text(key), Reader(language, "UTC", "discord"), limits.ABOUT)
                if line:
                    return line
        return names.in_language(language)

    return {
        "description": said("en"),
        "description_localizations": {
            locale: said(language) for language, locales in LOCALES.items() for locale in locales
        },
    }


def _distinct(drawn: Sequence[Json], where: str) -> None:
    """Refuse two things of one name in one language, which Discord would refuse as a whole."""
    for locale in ("", *(locale for locales in LOCALES.values() for locale in locales)):
        names = [
            (one.get("type") == MESSAGE, one.get("name_localizations", {}).get(locale, one["name"]))
            for one in drawn
        ]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise Broken(f"{where}: two are called {twice[0][1]!r}")


# ── comparing ───────────────────────────────────────────────────────────────────────────────────

_OURS = (
    "type", "name", "name_localizations", "description", "description_localizations", "options",
    "choices", "value", "autocomplete", "min_value", "max_value",
)  # fmt: skip


def _bare(one: Mapping[str, Any]) -> Json:
    """What we say of a command, without what Discord adds and without empty parts."""
    kept = dict(_kept(one))
    for name in ("contexts", "integration_types"):
        if one.get(name) is not None:
            kept[name] = sorted(one[name])
    return kept


def _kept(one: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in _OURS:
        value = one.get(name)
        if value in (None, False, "", [], {}):
            continue
        yield name, [_bare(part) for part in value] if name in ("options", "choices") else value


def _order(one: Json) -> tuple[int, str]:
    return int(one.get("type", CHAT)), str(one["name"])


# ── whether it holds ────────────────────────────────────────────────────────────────────────────

SIGN_IN_REMEDY: Final = (
    "Discord does not accept the bot's token. Open discord.com/developers/applications, choose "
    "the application, then Bot, Reset Token, and put the new one into DISCORD_TOKEN."
)
PERMISSIONS: Final = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 38
"""View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Send in Threads."""


class Finding(NamedTuple):
    """One thing that `ronde doctor` looked at; `remedy` says what to do where it is not `ok`."""

    name: str
    ok: bool
    remedy: str = ""


def invitation(application: str) -> str:
    """The address with which somebody adds the bot to a server, with the least permissions."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application}"
        f"&scope=bot+applications.commands&permissions={PERMISSIONS}"
    )


async def check(token: str, api_url: str = "") -> list[Finding]:
    """What `ronde doctor` says about Discord. Never raises: what cannot be asked is a finding."""
    base = (api_url or API).rstrip("/")
    headers = {"Authorization": f"Bot {token.strip()}"}
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            found: dict[str, Json] = {}
            for path in ("/users/@me", "/applications/@me", "/gateway/bot"):
                async with session.get(base + path) as answer:
                    if answer.status == 401:
                        return [Finding("token", False, SIGN_IN_REMEDY)]
                    if answer.status != 200:
                        again = f"Discord answers {answer.status} to {path}: try again later."
                        return [Finding("Discord answers", False, again)]
                    found[path] = await answer.json()
    except (aiohttp.ClientError, OSError, TimeoutError) as problem:
        what = f"Discord cannot be reached ({type(problem).__name__}): check the network."
        return [Finding("Discord answers", False, what)]
    return _findings(found["/users/@me"], found["/applications/@me"], found["/gateway/bot"])


def _findings(me: Json, application: Json, gateway: Json) -> list[Finding]:
    number = str(application["id"])
    starts = gateway.get("session_start_limit", {})
    left = int(starts.get("remaining", 1))
    wait = round(int(starts.get("reset_after", 0)) / 60_000)
    return [
        Finding(f"token of {me.get('username', '?')}", True),
        Finding(f"application {number}", True),
        Finding(
            "commands arrive over the gateway",
            not application.get("interactions_endpoint_url"),
            "Empty the field Interactions Endpoint URL of the application: Discord would send "
            "commands there, not here.",
        ),
        Finding(
            "the bot is in a server",
            application.get("approximate_guild_count", 1) > 0,
            f"Add it to a server: {invitation(number)}",
        ),
        Finding(
            "connections left today",
            left > 0,
            f"Too many connections today: Discord takes the next one in {wait} minutes.",
        ),
        Finding("no privileged intent is needed", True),
    ]
