"""The `ronde` command, as an operator types it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.app import App
from bot.cli import app
from storage.database import path_of


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, without tokens, on a database of one's own."""
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/kept/ronde.db")


def ronde(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(app, list(words))


def test_migrate_makes_the_folder_and_the_tables(tmp_path: Path) -> None:
    """The first `migrate` makes everything, the second finds nothing to do."""
    assert "brought up to date" in ronde("migrate").output
    assert "already up to date" in ronde("migrate").output
    assert (tmp_path / "kept" / "ronde.db").is_file()


def test_backup_and_restore_bring_everything_back(tmp_path: Path) -> None:
    """What was there at the backup is there after the restore; the other file is kept aside."""
    ronde("migrate")
    live = tmp_path / "kept" / "ronde.db"
    with closing(sqlite3.connect(live)) as raw, raw:
        raw.execute("INSERT INTO persons (name, seen_at) VALUES ('Ann', '2026-11-02T00:00:00Z')")
    assert ronde("backup", "copy.db").exit_code == 0
    with closing(sqlite3.connect(live)) as raw, raw:
        raw.execute("DELETE FROM persons")
    found = ronde("restore", "copy.db")

    assert found.exit_code == 0
    assert "kept in" in found.output
    with closing(sqlite3.connect(live)) as raw, raw:
        assert raw.execute("SELECT name FROM persons").fetchall() == [("Ann",)]


def test_backup_replaces_no_file(tmp_path: Path) -> None:
    """A name that is taken is refused, and what it holds is still there."""
    ronde("migrate")
    (tmp_path / "copy.db").write_text("Dear Ben")
    found = ronde("backup", "copy.db")

    assert found.exit_code == 1
    assert "copy.db exists already.\nChoose another name." in found.output
    assert (tmp_path / "copy.db").read_text() == "Dear Ben"


@pytest.mark.parametrize("words", [("restore", "nothing.db"), ("backup", "copy.db")])
def test_what_is_not_there_is_said_in_a_sentence(words: tuple[str, ...]) -> None:
    """A missing file is an error with a remedy, not a traceback."""
    found = ronde(*words)

    assert found.exit_code == 1
    assert "Traceback" not in found.output
    assert "There is no" in found.output


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """`migrate` refuses a database that is not Ronde's, and changes nothing in it."""
    (tmp_path / "kept").mkdir()
    other = tmp_path / "kept" / "ronde.db"
    with closing(sqlite3.connect(other)) as raw, raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    before = other.read_bytes()
    found = ronde("migrate")

    assert found.exit_code == 1
    assert "not one of Ronde's" in found.output
    assert other.read_bytes() == before


def test_wrong_settings_are_told_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mistake is a line; secrets are not repeated."""
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "hush-hush")
    found = ronde("run")

    assert found.exit_code == 1
    assert "LOG_LEVEL" in found.output
    assert "SLACK_APP_TOKEN is missing" in found.output
    assert "hush-hush" not in found.output


def test_run_without_tokens_says_what_to_do() -> None:
    """`ronde run` needs a platform, and names the playground."""
    found = ronde("run")

    assert found.exit_code == 1
    assert "ronde play" in found.output


def test_doctor_finds_a_fresh_machine_fine() -> None:
    """Without tokens and database everything can begin."""
    found = ronde("doctor")

    assert found.exit_code == 0, found.output
    assert "FAIL" not in found.output


def test_doctor_says_whether_feeds_are_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Off until an address is given; then which one, and where they are served."""
    assert "calendar feeds: off (FEED_ADDRESS is empty)" in ronde("doctor").output

    monkeypatch.setenv("FEED_ADDRESS", "https://ronde.example.org")
    says = "calendar feeds: https://ronde.example.org, served on 127.0.0.1:8081"
    assert says in ronde("doctor").output


def test_doctor_finds_a_line_that_cannot_be_read(tmp_path: Path) -> None:
    """A mistake in the file is a failed check of its own, not the settings of another file."""
    (tmp_path / ".env").write_text('DATABASE_URL = "oops\n')
    found = ronde("doctor")

    assert found.exit_code == 1
    assert ".env, line 1 cannot be read: check its quotes." in found.output
    assert "could not parse" not in found.output


def test_doctor_names_the_remedy_for_a_damaged_database(tmp_path: Path) -> None:
    """A file that is no database fails the check, and is not touched."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "ronde.db").write_bytes(b"not a database at all, but long enough" * 50)
    found = ronde("doctor")

    assert found.exit_code == 1
    assert "restore" in found.output


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_slack_manifest_is_json_in_the_language_asked_for(language: str) -> None:
    """The usual commands carry the names of the language, without accents."""
    found = json.loads(ronde("slack", "manifest", "--language", language).output)
    names = {command["command"] for command in found["features"]["slash_commands"]}

    assert ("/poll" if language == "en" else "/sondage") in names
    assert all(name.isascii() for name in names)


def test_optional_permissions_of_slack_are_asked_for_by_name() -> None:
    """The manifest asks for files and user groups only with their options (6.A10)."""

    def scopes(*options: str) -> set[str]:
        made = json.loads(ronde("slack", "manifest", *options).output)
        return set(made["oauth_config"]["scopes"]["bot"])

    assert scopes("--files") - scopes() == {"files:write"}
    assert scopes("--user-groups") - scopes() == {"usergroups:write"}


def test_the_discord_commands_are_json_with_both_languages() -> None:
    """What is uploaded carries French names beside the English ones."""
    found = json.loads(ronde("discord", "commands").output)
    poll = next(command for command in found if command["name"] == "poll")

    assert poll["name_localizations"]["fr"] == "sondage"


async def test_a_file_made_by_the_app_opens_again(tmp_path: Path) -> None:
    """Composing twice on one file finds what was there."""
    path = path_of(f"sqlite:///{tmp_path}/again.db")
    first = App(path, [])
    await first.start(background=False)
    await first.stop()
    second = App(path, [])
    await second.start(background=False)
    await second.stop()

    assert path.stat().st_size > 0
