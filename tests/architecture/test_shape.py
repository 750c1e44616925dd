"""The shape of the project: neighbours look alike, files stay short, and only some may do some things."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.evidence import Fact
from storage.database import Database
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

ROOT = Path(__file__).parents[2]
LONGEST = 400

FEATURES = sorted(p for p in (ROOT / "bot/features").iterdir() if (p / "__init__.py").exists())
ADAPTERS = sorted(p for p in (ROOT / "adapters").iterdir() if (p / "adapter.py").exists())

FEATURE_FILES = ("routes", "commands", "rules", "records", "views", "nudges")
WITHOUT = {
    "home": {"rules", "records", "nudges"},  # it reads what the others recorded
    "impact": {"nudges"},  # it reminds nobody
    "resources": {"nudges"},  # it reminds nobody yet
    "rehearsal": {"routes", "records", "nudges"},  # it reads what would be recorded
}
"""What a feature does without; everything else has a file of its own."""

MORE_WORDS = {
    "charter": {"round."},  # the charter, and the round that finds its why
    "meetings": {"life.", "series."},  # what surrounds a settled meeting, and what comes again
}
"""A feature that says much keeps its words in several pairs of files."""

ADAPTER_FILES = ("adapter", "inbound", "outbound", "commands", "limits")


def modules(*folders: str) -> list[Path]:
    """The Python files of some folders, without the steps that are generated."""
    found = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    return sorted(file for file in found if "versions" not in file.parts)


OURS = modules("bot", "adapters", "storage", "scheduling")
ALL = [*OURS, *modules("tests")]


def name(file: Path) -> str:
    """A file's path in the project."""
    return str(file.relative_to(ROOT))


# ── neighbours look alike ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fact", list(Fact))
def test_every_fact_is_told(fact: Fact) -> None:
    """One feature tells it: what the journey asks and nobody tells would never be so (10.A1)."""
    told = re.compile(rf"\bFact\.{fact.name}(: |\] =)|in \(\n(.*\n)*? +\(Fact\.{fact.name}, ")
    tellers = {
        folder.name
        for folder in FEATURES
        for file in folder.glob("*.py")
        if file.name not in ("doors.py", "lines.py") and told.search(file.read_text("utf-8"))
    }
    assert len(tellers) == 1, tellers


@pytest.mark.parametrize("folder", FEATURES, ids=lambda p: p.name)
def test_every_feature_has_the_same_files(folder: Path) -> None:
    """The same file names in each feature, but for what is listed as not needed, and both languages."""
    without = WITHOUT.get(folder.name, set())
    for part in FEATURE_FILES:
        assert (folder / f"{part}.py").exists() == (part not in without), part
    pairs = {"", *MORE_WORDS.get(folder.name, set())}
    files = sorted(f"{part}{language}.ftl" for part in pairs for language in ("en", "fr"))
    assert sorted(file.name for file in (folder / "locale").iterdir()) == files


@pytest.mark.parametrize("folder", FEATURES, ids=lambda p: p.name)
def test_every_feature_is_on_the_list(folder: Path) -> None:
    """A folder that nobody lists would do nothing, and nobody would notice."""
    listed = (ROOT / "bot/features/__init__.py").read_text(encoding="utf-8")
    assert folder.name in listed


@pytest.mark.parametrize("folder", ADAPTERS, ids=lambda p: p.name)
def test_every_adapter_has_the_same_files(folder: Path) -> None:
    """Who knows one adapter finds everything in the next."""
    assert [part for part in ADAPTER_FILES if not (folder / f"{part}.py").exists()] == []


def test_there_are_three_platforms() -> None:
    """Slack, Discord, and the playground."""
    assert [folder.name for folder in ADAPTERS] == ["discord", "playground", "slack"]


# ── files stay short, and say what they are for ─────────────────────────────────────────────────


def test_files_stay_short() -> None:
    """One idea a file: 400 lines at the most."""
    lines = {name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in ALL}

    assert {file: count for file, count in lines.items() if count > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    """Its docstring opens with a sentence."""
    silent = []
    for file in ALL:
        written = file.read_text(encoding="utf-8")
        said = (ast.get_docstring(ast.parse(written)) or "").split("\n\n")[0].rstrip()
        if written.strip() and not said.endswith((".", "?", ":")):
            silent.append(name(file))

    assert silent == []


def written_tests(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The test functions of a file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("test_"):
                yield node


def test_every_test_says_what_it_holds() -> None:
    """A sentence each; and none replaces our own code by a mock."""
    silent = [
        f"{name(file)}: {test.name}"
        for file in modules("tests")
        for test in written_tests(file)
        if not ast.get_docstring(test)
    ]
    mocking = [
        name(file)
        for file in modules("tests")
        if re.search(r"^\s*(from|import) unittest", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert silent == []
    assert mocking == []


# ── only some may do some things ────────────────────────────────────────────────────────────────


def users(pattern: str, *folders: str) -> set[str]:
    """The files in which something is said."""
    return {
        name(file)
        for file in modules(*folders)
        if re.search(pattern, file.read_text(encoding="utf-8"))
    }


def test_nobody_commits_but_the_database() -> None:
    """A handler cannot commit half of its work: one file does, and the migrations."""
    committing = users(r"\.commit\(\)|\"COMMIT\"", "bot", "adapters", "storage", "scheduling")

    assert committing == {"storage/database.py", "storage/migrate.py"}


def test_the_drivers_cursor_is_used_by_few() -> None:
    """The press path and the machinery of delivery: everything else goes through a session."""
    allowed = {
        "bot/context.py",
        "bot/engine.py",
        "bot/features/polls/records.py",
        "bot/features/polls/votes.py",
        "bot/pressing.py",
        "scheduling/clockwork.py",
        "scheduling/delivery.py",
    }

    found = users(r"\.cursor\b", "bot", "adapters", "scheduling")

    assert found <= allowed


def test_only_records_know_sql() -> None:
    """In a feature, every query stands in its records."""
    asking = users(r"\bselect\(|\.execute\(|(?<![.\w])(?:delete|update)\(", "bot/features")

    assert {file.rsplit("/", 1)[1] for file in asking} <= {
        "records.py",
        "roll.py",
        "labels.py",
        "index.py",
        "answers.py",
        "proceedings.py",
        "figures.py",
    }


async def test_a_vote_is_six_statements(tmp_path: Path) -> None:
    """The press path: request, account, poll, ballot, cards, act; and fewer when a vote moves."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    first = await statements(chat, 0)
    moved = await statements(chat, 1)
    await chat.stop()

    assert [statement.split()[0] for statement in first] == [
        "INSERT",
        "SELECT",
        "SELECT",
        "INSERT",
        "UPDATE",
        "INSERT",
    ]
    assert len(moved) <= 6


async def statements(chat: Chat, choice: int) -> list[str]:
    """What a vote by Ben says to the database, between its savepoints."""
    said: list[str] = []
    raw: sqlite3.Connection = connection(chat.app.database)
    raw.set_trace_callback(said.append)
    await chat.wire.asks(chat.ben.persona, "general", f"poll.vote:1:{choice}", {})  # type: ignore[attr-defined]
    raw.set_trace_callback(None)
    around = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "--")
    return [statement for statement in said if not statement.startswith(around)]


def connection(database: Database) -> sqlite3.Connection:
    """The writing thread's connection."""
    return database._raw
