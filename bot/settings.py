"""Every setting, its meaning and default; read from the environment and from `.env`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import Original, parse_stream

LEVELS = ("debug", "info", "warning", "error")


class BadSettings(Exception):
    """Settings that cannot be used: every mistake at once, each with what to write instead."""

    def __init__(self, mistakes: list[str]) -> None:
        """All the mistakes, one sentence each."""
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def _setting(default: object, means: str, example: str = "") -> object:
    """A setting: its default, and the sentence that `.env.example` carries."""
    return field(default=default, metadata={"means": means, "example": example})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator decides. Field names in capitals are the environment's names."""

    slack_bot_token: str = _setting(  # type: ignore[assignment]
        "", "Slack: the bot token, from OAuth & Permissions (starts with xoxb-).", "xoxb-…"
    )
    slack_app_token: str = _setting(  # type: ignore[assignment]
        "", "Slack: the app-level token with connections:write (starts with xapp-).", "xapp-…"
    )
    slack_api_url: str = _setting(  # type: ignore[assignment]
        "https://slack.com/api/", "Slack: where its Web API is (another address for GovSlack)."
    )
    discord_token: str = _setting(  # type: ignore[assignment]
        "", "Discord: the bot's token, from the developer portal."
    )
    discord_api_url: str = _setting(  # type: ignore[assignment]
        "", "Discord: another address for its REST interface; empty for Discord's own."
    )
    discord_gateway_url: str = _setting(  # type: ignore[assignment]
        "", "Discord: another address for its gateway; empty for Discord's own."
    )
    database_url: str = _setting(  # type: ignore[assignment]
        "sqlite:///var/ronde.db",
        "Where everything is kept: a SQLite file. Its folder is made if it is missing.",
    )
    database_synchronous: str = _setting(  # type: ignore[assignment]
        "FULL",
        "FULL survives a power cut; NORMAL is a little faster and may lose the last seconds then.",
    )
    playground_host: str = _setting(  # type: ignore[assignment]
        "127.0.0.1",
        "The address on which the playground listens; anything else lets other machines in.",
    )
    playground_port: int = _setting(  # type: ignore[assignment]
        8080, "The port of the playground; 0 takes any free one."
    )
    playground_database_url: str = _setting(  # type: ignore[assignment]
        "sqlite:///var/playground.db",
        "The playground's own file: it never shares one with a live platform.",
    )
    feed_address: str = _setting(  # type: ignore[assignment]
        "",
        "Calendar feeds: the https:// address that leads to FEED_PORT; empty offers no feeds.",
    )
    feed_host: str = _setting(  # type: ignore[assignment]
        "127.0.0.1", "Calendar feeds: the address on which they are served to your web server."
    )
    feed_port: int = _setting(  # type: ignore[assignment]
        8081, "Calendar feeds: the port on which they are served; 0 takes any free one."
    )
    log_level: str = _setting(  # type: ignore[assignment]
        "info", "How much is logged: debug, info, warning or error. Never tokens, never words."
    )

    @property
    def live(self) -> tuple[str, ...]:
        """The platforms that have their tokens."""
        found = []
        if self.slack_bot_token and self.slack_app_token:
            found.append("slack")
        if self.discord_token:
            found.append("discord")
        return tuple(found)


def read(environment: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """The settings from the environment, over those of `.env` (or `file`).

    Raises BadSettings with every mistake at once.
    """
    given, mistakes = _in_file(file or Path(".env"))
    given.update(os.environ if environment is None else environment)
    values: dict[str, object] = {}
    for one in fields(Settings):
        name = one.name.upper()
        raw = given.get(name, "").strip()
        if not raw:
            continue
        if one.type == "int":
            if raw.isascii() and raw.isdigit() and int(raw) <= 65535:
                values[one.name] = int(raw)
            else:
                mistakes.append(f"{name} is {raw!r}: write a port from 0 to 65535.")
        else:
            values[one.name] = raw
    made = Settings(**values)  # type: ignore[arg-type]
    mistakes += _mistakes(made)
    if mistakes:
        raise BadSettings(mistakes)
    return made


def _in_file(source: Path) -> tuple[dict[str, str], list[str]]:
    """What the file says, and which of its lines mean nothing; its names are all ours."""
    if not source.is_file():
        return {}, []
    try:
        words = source.read_text(encoding="utf-8-sig")  # some editors begin with a mark
    except UnicodeDecodeError:
        return {}, [f"{source.name} cannot be read: save it as UTF-8."]
    lines = list(parse_stream(StringIO(words)))
    mistakes = [
        f"{source.name}, line {_line(one.original)} cannot be read: check its quotes."
        for one in lines
        if one.error
    ]
    names = [one.name.upper() for one in fields(Settings)]
    for key in dict.fromkeys(one.key for one in lines if one.key and one.key not in names):
        close = get_close_matches(key.upper(), names, n=1)
        remedy = f"Did you mean {close[0]}?" if close else "Remove the line."
        mistakes.append(f"{key} is not a setting. {remedy}")
    whole = "".join(one.original.string for one in lines if not one.error)
    found = dotenv_values(stream=StringIO(whole))
    return {key: value for key, value in found.items() if value is not None}, mistakes


def _line(written: Original) -> int:
    """The line on which a setting begins; the empty ones before it are read with it."""
    blank = written.string[: len(written.string) - len(written.string.lstrip())]
    return written.line + blank.count("\n")


def _mistakes(made: Settings) -> list[str]:
    """What cannot be right, one sentence each; never the secret itself."""
    found = []
    if bool(made.slack_bot_token) != bool(made.slack_app_token):
        missing = "SLACK_APP_TOKEN" if made.slack_bot_token else "SLACK_BOT_TOKEN"
        found.append(f"{missing} is missing: Slack needs both tokens.")
    if made.slack_bot_token and not made.slack_bot_token.startswith("xoxb-"):
        found.append("SLACK_BOT_TOKEN does not start with xoxb-: copy the Bot User OAuth Token.")
    if made.slack_app_token and not made.slack_app_token.startswith("xapp-"):
        found.append("SLACK_APP_TOKEN does not start with xapp-: copy the app-level token.")
    if made.discord_token.lower().startswith("bot "):
        found.append("DISCORD_TOKEN begins with “Bot ”: leave that word out.")
    for name in ("slack_api_url", "discord_api_url"):
        value = getattr(made, name)
        if value and not value.startswith(("http://", "https://")):
            found.append(f"{name.upper()} is {value!r}: write an address with http:// or https://.")
    if made.discord_gateway_url and not made.discord_gateway_url.startswith(("ws://", "wss://")):
        found.append("DISCORD_GATEWAY_URL: write an address with ws:// or wss://.")
    if made.feed_address and not _is_base(made.feed_address):
        found.append(
            f"FEED_ADDRESS is {made.feed_address!r}: write an address with https://, and nothing "
            "after a ? or #. What travels under it is private."
        )
    if made.log_level.lower() not in LEVELS:
        found.append(f"LOG_LEVEL is {made.log_level!r}: write one of {', '.join(LEVELS)}.")
    if made.database_synchronous.upper() not in ("FULL", "NORMAL"):
        found.append("DATABASE_SYNCHRONOUS: write FULL or NORMAL.")
    return found


def _is_base(address: str) -> bool:
    """Whether addresses can be made from this one that nobody on the way reads."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    private = parts.scheme == "https" or host in ("localhost", "127.0.0.1", "::1")
    plain = not (parts.query or parts.fragment or parts.username) and address.isprintable()
    return bool(host) and private and plain and parts.scheme in ("http", "https")


def example() -> str:
    """The text of `.env.example`: a sentence and a line a setting."""
    lines = [
        "# Copy this file to .env and fill in what you need. Without tokens, `ronde` opens the",
        "# playground: a local page that needs no account.",
    ]
    for one in fields(Settings):
        default = one.metadata["example"] or one.default
        shown = "" if one.metadata["example"] else default
        lines += ["", f"# {one.metadata['means']}", f"{one.name.upper()}={shown}"]
    return "\n".join(lines) + "\n"
