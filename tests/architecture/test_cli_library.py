"""`ronde library`, as an operator types it: a file goes in, is reported on, and comes out again."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><A HREF="https://example.org/one" ADD_DATE="1700000000" TAGS="adults,first">One</A>
<DD>What it is good for
<DT><A HREF="https://example.org/one/?utm_source=x">One again</A>
<DT><A HREF="javascript:alert(1)">A bookmarklet</A>
<DT><A HREF="https://example.org/guide">There already</A>
</DL><p>
"""


@pytest.fixture(autouse=True)
async def _community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and a database in which Ann has founded a community and shared a guide."""
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/ronde.db")
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/guide "A guide" #adults')
    await chat.stop()
    (tmp_path / "bookmarks.html").write_text(BOOKMARKS, encoding="utf-8")


def ronde(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(app, ["library", *words])


def titles() -> list[str]:
    """The titles in the library, in order of their numbers."""
    with closing(sqlite3.connect("ronde.db")) as raw:
        return [row[0] for row in raw.execute("SELECT title FROM resources ORDER BY number")]


def test_a_dry_run_says_what_would_happen_and_writes_nothing() -> None:
    """Duplicates and refusals are told line by line."""
    found = ronde("import", "bookmarks.html", "--dry-run")

    assert found.exit_code == 0, found.output
    assert "1 would be kept, 2 there already, 1 not usable." in found.output
    assert "line 5: https://example.org/one/?utm_source=x: the same as line 3" in found.output
    assert "line 7: https://example.org/guide: in the library already, as n°" in found.output
    assert "line 6: javascript:alert(1): Only links that begin with https://" in found.output
    assert titles() == ["A guide"]


def test_what_is_imported_can_be_found_and_is_imported_once() -> None:
    """Title, tags, note and date come along; a second time nothing is new."""
    found = ronde("import", "bookmarks.html", "--by", "Ben", "--report", "left-out.txt")
    again = ronde("import", "bookmarks.html")

    assert "1 kept, 2 there already, 1 not usable." in found.output
    assert len(Path("left-out.txt").read_text(encoding="utf-8").splitlines()) == 3
    assert "0 kept, 3 there already, 1 not usable." in again.output
    assert titles() == ["A guide", "One"]
    with closing(sqlite3.connect("ronde.db")) as raw:
        row = raw.execute(
            "SELECT note, shared_at, p.name FROM resources JOIN persons p ON p.id = sharer_id "
            "WHERE number = 2"
        ).fetchone()
        tags = raw.execute("SELECT folded FROM resource_tags WHERE resource_id = 2").fetchall()
        hits = raw.execute(
            "SELECT rowid FROM resources_fts WHERE resources_fts MATCH 'good'"
        ).fetchall()
    assert row == ("What it is good for", "2023-11-14T22:13:20.000000Z", "Ben")
    assert sorted(tags) == [("adults",), ("first",)]
    assert hits == [(2,)]


@pytest.mark.parametrize("ending", ["html", "csv", "json"])
def test_what_goes_out_comes_back_in(ending: str) -> None:
    """An export read by another import finds everything there already, notes without a link too."""
    notes = (
        '[{"title": "How we open", "note": "Silence,\\nthen a round."}, {"note": "By Ann: two"}]'
    )
    Path("notes.json").write_text(notes, encoding="utf-8")
    ronde("import", "bookmarks.html")
    twice = ronde("import", "notes.json"), ronde("import", "notes.json")
    found = ronde("export", f"out.{ending}")
    again = ronde("import", f"out.{ending}")

    assert "2 kept, 0 there already" in twice[0].output
    assert "0 kept, 2 there already" in twice[1].output
    assert "line 1: How we open: in the library already, as n°\u00a03" in twice[1].output
    assert "4 resources are written" in found.output
    assert "0 kept, 4 there already, 0 not usable." in again.output


def test_what_is_in_the_bin_is_said_to_be_there() -> None:
    """It is not kept a second time, and the report says where it is."""
    with closing(sqlite3.connect("ronde.db")) as raw:
        raw.execute("UPDATE resources SET deleted_at = '2026-11-02T09:00:00.000000Z'")
        raw.commit()
    found = ronde("import", "bookmarks.html")

    assert "1 kept, 2 there already" in found.output
    assert "https://example.org/guide: in the bin, as n°\u00a01: restore it there" in found.output


def test_a_file_that_is_no_text_is_told_apart() -> None:
    """The reason stands alone where there are no words to repeat."""
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)))

    assert "line 1: this is no text: export bookmarks" in ronde("import", "picture.png").output


def test_an_export_says_what_spreadsheets_and_programs_expect() -> None:
    """French columns on request; JSON holds each entry whole."""
    ronde("export", "out.csv", "--language", "fr")
    ronde("export", "out.json")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file, delimiter=";")
    [entry] = json.loads(Path("out.json").read_text(encoding="utf-8"))

    assert "A guide" in row.values()
    assert entry["address"] == "https://example.org/guide"
    assert entry["tags"] == ["adults"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "absent.html"), "absent.html: No such file"),
        (("import", "bookmarks.html", "--by", "Nobody"), 'Nobody called "Nobody" is a member'),
        (("import", "bookmarks.html", "--community", "x"), "Which community?"),
        (("import", "bookmarks.html", "--language", "de"), "--language is en or fr."),
        (("export", "out.pdf"), "the ending says how to write it"),
    ],
)
def test_what_cannot_be_done_says_what_to_write_instead(words: tuple[str, ...], says: str) -> None:
    """A sentence, exit code 1, and no traceback."""
    found = ronde(*words)

    assert found.exit_code == 1
    assert says in found.output
    assert "Traceback" not in found.output
    assert titles() == ["A guide"]
