"""What Slack is told once: the app's manifest, made from the commands; and whether it holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters import lengths
from adapters.base import Busy
from adapters.slack import limits, web
from adapters.slack.spelling import unmarked
from adapters.slack.web import Failed
from bot.command import Group, Kind, Parameter, Shortcut
from bot.errors import Broken
from bot.language import Reader, exists
from bot.text import text

Json = dict[str, Any]

SCOPES: Final = ("channels:read", "chat:write", "commands", "im:write", "users:read")
APP_SCOPE: Final = "connections:write"  # of the app-level token; a manifest cannot ask for it

EVENTS: Final = ("app_home_opened", "channel_archive", "channel_left", "member_joined_channel")
PRIVATE_EVENTS: Final = ("group_archive", "group_left")
"""What is subscribed to is what `inbound` handles: Slack repeats what nobody acknowledges."""

TAKEN: Final = frozenset(
    [
        "apps",
        "archive",
        "away",
        "call",
        "collapse",
        "dm",
        "dnd",
        "expand",
        "feed",
        "feedback",
        "help",
        "invite",
        "invite_people",
        "join",
        "kick",
        "leave",
        "me",
        "msg",
        "mute",
        "open",
        "prefs",
        "promote",
        "rate",
        "remind",
        "remove",
        "rename",
        "search",
        "shortcuts",
        "shrug",
        "status",
        "topic",
        "trigger",
        "who",
    ]
)
"""Slack's own commands: an app that takes one of these names is never heard."""


class Finding(NamedTuple):
    """One thing that `ronde doctor` looked at; `remedy` says what to do where it is not `ok`."""

    name: str
    ok: bool
    remedy: str = ""


def manifest(
    groups: Iterable[Group],
    shortcuts: Iterable[Shortcut],
    language: str = "en",
    *,
    all_commands: bool = False,
    private_channels: bool = False,
    public_channels: bool = False,
    files: bool = False,
    user_groups: bool = False,
    name: str = "Ronde",
) -> Json:
    """The app's manifest, to paste on api.slack.com/apps.

    `all_commands` registers more than the usual ones. The other flags ask for more permissions:
    to see whether the bot is in private channels, to post in public ones without being invited,
    to send files, to keep user groups in step with roles.

    Raises Broken for a command name that Slack would not take.
    """
    reader = Reader(language, "UTC", "slack")
    scopes = [*SCOPES]
    scopes += ["groups:read"] if private_channels else []
    scopes += ["chat:write.public"] if public_channels else []
    scopes += ["files:write"] if files else []
    scopes += ["usergroups:write"] if user_groups else []
    events = [*EVENTS, *(PRIVATE_EVENTS if private_channels else ())]
    offered = [group for group in groups if all_commands or group.usual]
    return {
        "display_information": {
            "name": name,
            "description": unmarked(text("slack-app-about"), reader, 140),
            "long_description": unmarked(text("slack-app-about-long"), reader, 4_000),
            "background_color": "#2f4858",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,  # commands can be typed there
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": [
                _shortcut(shortcut, reader) for shortcut in list(shortcuts)[: limits.SHORTCUTS]
            ],
            "slash_commands": [_command(group, reader) for group in offered][: limits.COMMANDS],
        },
        "oauth_config": {"scopes": {"bot": sorted(scopes)}},
        "settings": {
            "event_subscriptions": {"bot_events": sorted(events)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": False,
        },
    }


def command_name(group: Group, language: str) -> str:
    """What is typed: `/decision`. Slack takes no accents.

    Raises Broken for a name that is Slack's own, or too long.
    """
    decomposed = unicodedata.normalize("NFKD", group.names.in_language(language).lower())
    name = "".join(c for c in decomposed if c.isascii() and (c.isalnum() or c in "-_"))
    if not name or name in TAKEN or len(name) + 1 > limits.COMMAND:
        raise Broken(f"Slack does not take the command name {name!r}")
    return f"/{name}"


def _command(group: Group, reader: Reader) -> Json:
    drawn: Json = {
        "command": command_name(group, reader.language),
        "description": unmarked(text(f"{group.name}-about"), reader, limits.COMMAND_ABOUT),
        "should_escape": True,  # else `@ann` arrives as bare words that name nobody
    }
    hint = _hint(group, reader)
    if hint:
        drawn["usage_hint"] = lengths.cut(hint, limits.USAGE_HINT)
    return drawn


def _hint(group: Group, reader: Reader) -> str:
    """`"Question" "Choices" … | list | close`: the bare line, then the other subcommands."""
    key = f"{group.name}-usage"
    if exists(key, reader.language):
        return unmarked(text(key), reader, limits.USAGE_HINT)
    first, *others = group.commands
    words = [_example(first.key, p, reader) for p in first.parameters if p.positional]
    names = [command.names.in_language(reader.language) for command in others]
    return " | ".join(part for part in (" ".join(words), *names) if part)


def _example(command: str, parameter: Parameter, reader: Reader) -> str:
    key = f"{command}-{parameter.name}"
    label = (
        unmarked(text(key), reader, 40)
        if exists(key, reader.language)
        else parameter.names.in_language(reader.language)
    )
    return f'"{label}" …' if parameter.kind is Kind.LIST else f'"{label}"'


def _shortcut(shortcut: Shortcut, reader: Reader) -> Json:
    key = shortcut.name.replace(".", "-")
    about = f"{key}.about" if exists(f"{key}.about", reader.language) else key
    short = f"{key}.short" if exists(f"{key}.short", reader.language) else key
    return {
        "type": "message",
        "name": unmarked(text(short), reader, limits.SHORTCUT_NAME),
        "callback_id": shortcut.name,
        "description": unmarked(text(about), reader, limits.SHORTCUT_ABOUT),
    }


# ── ronde doctor ────────────────────────────────────────────────────────────────────────────────


async def check(
    bot_token: str,
    app_token: str,
    api_url: str = "https://slack.com/api/",
    scopes: Sequence[str] = SCOPES,
) -> list[Finding]:
    """Whether Slack accepts both tokens and has granted the permissions; never raises for a no."""
    timeout = aiohttp.ClientTimeout(total=10)
    async with aiohttp.ClientSession(timeout=timeout) as session:

        def client(token: str) -> AsyncWebClient:
            return AsyncWebClient(
                token=token,
                base_url=api_url,
                session=session,
                retry_handlers=[],
                logger=web.quiet_logger(),
            )

        return [
            *await _check_bot(client(bot_token), api_url, scopes),
            await _check_app(client(app_token), api_url),
        ]


async def _check_bot(client: AsyncWebClient, api_url: str, scopes: Sequence[str]) -> list[Finding]:
    name = "Slack bot token"
    try:
        _, granted = await web.introduce(client)
    except Failed as problem:
        return [Finding(name, False, web.remedy(problem))]
    except (Busy, aiohttp.ClientError, OSError, TimeoutError):
        return [Finding(name, False, f"Slack cannot be reached at {api_url}")]
    lacking = sorted(set(scopes) - granted)
    if lacking:
        remedy = f"paste the manifest again (ronde slack manifest) and reinstall: {lacking}"
        return [Finding(name, True), Finding("Slack permissions", False, remedy)]
    return [Finding(name, True), Finding("Slack permissions", True)]


async def _check_app(client: AsyncWebClient, api_url: str) -> Finding:
    name = "Slack app-level token"
    try:
        await web.call(client, "apps.connections.open")
    except Failed as problem:
        return Finding(name, False, web.remedy(problem))
    except (Busy, aiohttp.ClientError, OSError, TimeoutError):
        return Finding(name, False, f"Slack cannot be reached at {api_url}")
    return Finding(name, True)
