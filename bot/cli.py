"""The `ronde` command: run it, play with it, look after it."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

from adapters.base import Refused
from bot.errors import Unknown
from bot.settings import BadSettings, Settings, read
from storage.errors import StorageError

app = typer.Typer(
    name="ronde",
    help="A chat bot that helps people start and run a community of practice.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
slack_app = typer.Typer(help="What Slack needs to know about this bot.", add_completion=False)
discord_app = typer.Typer(help="What Discord needs to know about this bot.", add_completion=False)
library_app = typer.Typer(help="Bring a library along, or take it away.", add_completion=False)
app.add_typer(slack_app, name="slack")
app.add_typer(discord_app, name="discord")
app.add_typer(library_app, name="library")


def main() -> None:
    """Run the command line; a person reads sentences here, never a traceback."""
    app()


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn expected failures into sentences on stderr and exit code 1."""
    try:
        yield
    except BadSettings as bad:
        for mistake in bad.mistakes:
            typer.echo(f"Setting: {mistake}", err=True)
        raise typer.Exit(1) from None
    except StorageError as problem:
        typer.echo(problem.problem, err=True)
        typer.echo(problem.remedy, err=True)
        raise typer.Exit(1) from None
    except Unknown as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    except OSError as problem:
        typer.echo(f"{problem.filename}: {problem.strerror}.", err=True)
        raise typer.Exit(1) from None
    except Refused as refused:
        typer.echo(refused.remedy, err=True)
        raise typer.Exit(1) from None


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Without a command: run on the platforms that have tokens, else open the playground."""
    if context.invoked_subcommand is not None:
        return
    with _plainly():
        settings = read()
        if settings.live:
            _run(settings)
        else:
            _play(settings, empty=False)


@app.command()
def run() -> None:
    """Run on Slack, Discord or both: whichever has its tokens."""
    with _plainly():
        settings = read()
        if not settings.live:
            typer.echo(
                "No platform has its tokens. Fill in .env (see .env.example), or try: ronde play",
                err=True,
            )
            raise typer.Exit(1)
        _run(settings)


@app.command()
def play(
    empty: Annotated[bool, typer.Option("--empty", help="Start from nothing.")] = False,
) -> None:
    """Open the playground: a local chat page that needs no account."""
    with _plainly():
        _play(read(), empty=empty)


@app.command()
def doctor() -> None:
    """Check settings, database, tokens, scopes and intents, each with its remedy."""
    from bot.doctor import examine

    if not asyncio.run(examine(typer.echo)):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the database to this version's tables; a backup is kept beside it."""
    from storage.database import path_of
    from storage.migrate import upgrade

    with _plainly():
        path = path_of(read().database_url)
        done = upgrade(path)
        typer.echo(f"{path}: {'brought up to date' if done else 'already up to date'}.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to write the copy.")]) -> None:
    """Copy the database while it is in use."""
    from storage.backup import copy
    from storage.database import path_of

    with _plainly():
        path = path_of(read().database_url)
        copy(path, file, anew=False)
        typer.echo(f"{path} is copied to {file}, and the copy is whole.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `ronde backup` wrote.")],
) -> None:
    """Put a backup in the place of the database. Stop Ronde before."""
    from storage.backup import restore as put_back
    from storage.database import path_of

    with _plainly():
        path = path_of(read().database_url)
        aside = put_back(file, path)
        typer.echo(f"{path} now holds the backup.")
        if aside is not None:
            typer.echo(f"What it held before is kept in {aside}.")


@slack_app.command("manifest")
def slack_manifest(
    language: Annotated[str, typer.Option(help="en or fr: the language of the commands.")] = "en",
    all_: Annotated[
        bool, typer.Option("--all", help="Register every command, not only the usual ones.")
    ] = False,
    files: Annotated[
        bool, typer.Option("--files", help="Ask to send files (files:write).")
    ] = False,
    user_groups: Annotated[
        bool,
        typer.Option(
            "--user-groups", help="Ask to let user groups follow roles (usergroups:write)."
        ),
    ] = False,
) -> None:
    """Print the app manifest to paste at api.slack.com/apps, as JSON."""
    from adapters.slack.commands import manifest
    from bot.features import FEATURES, groups_of

    groups, shortcuts = groups_of(FEATURES)
    typer.echo(
        json.dumps(
            manifest(
                groups,
                shortcuts,
                language=_language(language),
                all_commands=all_,
                files=files,
                user_groups=user_groups,
            ),
            ensure_ascii=False,
            indent=2,
        )
    )


@discord_app.command("commands")
def discord_commands() -> None:
    """Print the commands that are uploaded to Discord, as JSON."""
    from adapters.discord.commands import tree
    from bot.features import FEATURES, groups_of

    groups, shortcuts = groups_of(FEATURES)
    typer.echo(json.dumps(tree(groups, shortcuts), ensure_ascii=False, indent=2))


@library_app.command("import")
def library_import(
    file: Annotated[Path, typer.Argument(help="Bookmarks (HTML), CSV or JSON.")],
    community: Annotated[str, typer.Option(help="Its name, where there are several.")] = "",
    by: Annotated[str, typer.Option(help="The member who brings it along.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen.")] = False,
    report: Annotated[Path | None, typer.Option(help="Where to list what was left out.")] = None,
    language: Annotated[str, typer.Option(help="en or fr: of the report.")] = "en",
) -> None:
    """Bring the links of a browser, a spreadsheet or another library into a community's library."""
    from bot import cli_library
    from storage.database import path_of

    with _plainly():
        asked = cli_library.Import(file, community, by, dry_run, report, _language(language))
        cli_library.bring(path_of(read().database_url), asked)


@library_app.command("export")
def library_export(
    file: Annotated[Path, typer.Argument(help="Its ending says how: .html, .csv or .json.")],
    community: Annotated[str, typer.Option(help="Its name, where there are several.")] = "",
    language: Annotated[str, typer.Option(help="en or fr: of a CSV file's first row.")] = "en",
) -> None:
    """Write a community's library into a file that browsers, spreadsheets or programs read."""
    from bot import cli_library
    from storage.database import path_of

    with _plainly():
        kind = cli_library.kind_of(file)
        path = path_of(read().database_url)
        count = cli_library.take(path, community, kind, _language(language), file)
        typer.echo(f"{count} resources are written to {file}.")


def _language(said: str) -> str:
    if said not in ("en", "fr"):
        typer.echo("--language is en or fr.", err=True)
        raise typer.Exit(1)
    return said


# ── running ─────────────────────────────────────────────────────────────────────────────────────


def _run(settings: Settings) -> None:
    from bot.app import live
    from bot.logs import set_up

    set_up(settings.log_level)
    ronde = live(settings)

    async def begin() -> None:
        await ronde.start()
        typer.echo(f"Ronde is running on {' and '.join(settings.live)}. Stop it with Ctrl+C.")

    asyncio.run(_until_stopped(begin, ronde.stop))


def _play(settings: Settings, *, empty: bool) -> None:
    from bot.logs import set_up
    from bot.play import playground

    set_up(settings.log_level)
    ronde = playground(settings, empty=empty)

    async def begin() -> None:
        address = await ronde.begin()
        typer.echo(f"The playground is open at {address} (stop it with Ctrl+C).")

    asyncio.run(_until_stopped(begin, ronde.end))


async def _until_stopped(
    begin: Callable[[], Awaitable[None]], end: Callable[[], Awaitable[None]]
) -> None:
    """Begin, wait for SIGTERM or Ctrl+C, and end with nothing lost."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(one, stopped.set)
    try:
        await begin()
        sys.stdout.flush()
        await stopped.wait()
    finally:
        await end()
