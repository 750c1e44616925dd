"""`ronde doctor`: what is checked, one line each, with the remedy where something is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from bot.settings import BadSettings, Settings, read
from storage.database import OLDEST_SQLITE, connect, path_of
from storage.errors import StorageError
from storage.migrate import head, version_of


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    remedy: str = ""


async def examine(say: Callable[[str], object]) -> bool:
    """Check everything and say it line by line; whether all is well."""
    checks = await _checks()
    for check in checks:
        say(f"{'ok  ' if check.ok else 'FAIL'}  {check.name}")
        if not check.ok:
            say(f"      {check.remedy}")
    wrong = sum(not check.ok for check in checks)
    say(f"{len(checks) - wrong} of {len(checks)} checks are fine.")
    return wrong == 0


async def _checks() -> list[Check]:
    try:
        settings = read()
    except BadSettings as bad:
        return [Check("settings", False, mistake) for mistake in bad.mistakes] + _sqlite()
    found = [Check("settings", True), *_sqlite(), *_words(), *_database(settings)]
    found.append(_feeds(settings))
    if not settings.live:
        found.append(Check("no tokens: ronde opens the playground", True))
    if "slack" in settings.live:
        from adapters.slack.commands import check as check_slack

        found += [
            Check(f"slack: {name}", ok, remedy)
            for name, ok, remedy in await check_slack(
                settings.slack_bot_token, settings.slack_app_token, settings.slack_api_url
            )
        ]
    if "discord" in settings.live:
        from adapters.discord.commands import check as check_discord

        found += [
            Check(f"discord: {name}", ok, remedy)
            for name, ok, remedy in await check_discord(
                settings.discord_token, settings.discord_api_url
            )
        ]
    return found


def _feeds(settings: Settings) -> Check:
    """Whether calendar feeds are offered, and where they are served."""
    if not settings.feed_address:
        return Check("calendar feeds: off (FEED_ADDRESS is empty)", True)
    at = f"{settings.feed_host}:{settings.feed_port}"
    return Check(f"calendar feeds: {settings.feed_address}, served on {at}", True)


def _sqlite() -> list[Check]:
    version = ".".join(str(part) for part in OLDEST_SQLITE)
    new_enough = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    with closing(sqlite3.connect(":memory:")) as raw:
        options = {row[0] for row in raw.execute("PRAGMA compile_options")}
    return [
        Check(
            f"SQLite {sqlite3.sqlite_version}",
            new_enough,
            f"Ronde needs SQLite {version}: use a newer Python or a newer system library.",
        ),
        Check(
            "SQLite full-text search",
            "ENABLE_FTS5" in options,
            "This SQLite was built without FTS5: use the Python from python.org or your system.",
        ),
    ]


def _words() -> list[Check]:
    """Whether the package carries its words (an incomplete install does not)."""
    from bot.language import exists

    whole = all(exists("poll-title", language) for language in ("en", "fr"))
    return [Check("words in English and French", whole, "Install Ronde again: files are missing.")]


def _database(settings: Settings) -> list[Check]:
    try:
        path = path_of(settings.database_url)
        if not path.exists():
            return [Check(f"database {path}: will be made at the first start", True)]
        at = version_of(path)
        with closing(connect(path)) as raw:
            fine = raw.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except StorageError as problem:
        return [Check("database", False, str(problem))]
    except OSError as problem:
        return [Check("database", False, f"{problem}. Point DATABASE_URL at a folder of yours.")]
    found = [Check(f"database {path}", fine, "It is damaged: ronde restore FILE puts a backup.")]
    if at is not None:
        found.append(
            Check("database tables", at == head(), "Run: ronde migrate (a backup is kept)")
        )
    return found
