"""What the pages tell people to type exists, and runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def said(page: Path) -> str:
    """A page's text."""
    return page.read_text(encoding="utf-8")


def typed(page: Path) -> list[str]:
    """The `ronde …` commands that a page shows, in a line of prose or in a block."""
    inline = re.findall(r"`([^`\n]+)`", said(page))
    blocks = [
        line
        for block in re.findall(r"```\w*\n(.*?)```", said(page), re.DOTALL)
        for line in block.split("\n")
    ]
    found = []
    for text in [*inline, *blocks]:
        for part in text.split("&&"):
            match = re.match(r"(?:uv run )?(?:ronde|python -m bot)(?= |$)(.*)", part.strip())
            if match is not None:
                found.append(match[1].strip())
    return found


def test_the_pages_show_commands() -> None:
    """The reading above finds them: this test would otherwise hold of nothing."""
    assert {"", "run", "play", "doctor", "migrate"} <= set(typed(ROOT / "README.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_on_a_page_exists(page: Path) -> None:
    """Each command, subcommand and option that is shown is one that `ronde` knows."""
    for line in typed(page):
        command: Any = typer.main.get_command(app)
        for word in line.split():
            if word in getattr(command, "commands", {}):
                command = command.commands[word]
            elif word.startswith("--"):
                known = {option for one in command.params for option in one.opts}
                assert word in known, f"ronde {line}"
            else:
                assert not hasattr(command, "commands"), f"ronde {line}"


def test_every_command_is_on_a_page() -> None:
    """Nothing that an operator can type is left untold."""
    root: Any = typer.main.get_command(app)
    told = " ".join(line for page in PAGES for line in typed(page)).split()

    assert [one for one in root.commands if one not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A page or a folder that is linked to is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", said(page))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_setting_on_a_page_exists(page: Path) -> None:
    """Names in capitals with our prefixes are settings that are read."""
    known = {one.name.upper() for one in fields(Settings)}
    named = set(re.findall(r"`((?:SLACK|DISCORD|DATABASE|PLAYGROUND|LOG)_[A-Z_]+)`", said(page)))

    assert named <= known


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in an empty folder, without anybody's tokens."""
    around = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "DISCORD_", "DATABASE_", "PLAYGROUND_"))
    }
    return subprocess.run(
        words, cwd=folder, env=around, capture_output=True, text=True, timeout=60, check=False
    )


def test_ronde_says_what_it_can_do(tmp_path: Path) -> None:
    """The installed command runs, and lists its commands."""
    found = run(str(Path(sys.executable).with_name("ronde")), "--help", folder=tmp_path)

    assert found.returncode == 0, found.stderr
    for command in ("run", "play", "doctor", "migrate", "backup", "restore", "slack", "discord"):
        assert command in found.stdout


def test_the_doctor_runs_as_a_module(tmp_path: Path) -> None:
    """`python -m bot doctor` in an empty folder: all is fine, and nothing was made by looking."""
    found = run(sys.executable, "-m", "bot", "doctor", folder=tmp_path)

    assert found.returncode == 0, found.stdout + found.stderr
    assert "checks are fine" in found.stdout
    assert list(tmp_path.iterdir()) == []
