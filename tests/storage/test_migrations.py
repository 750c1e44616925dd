"""Migrations: every step up and down on a filled database, and files that must not be touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bot.features.resources.index import COLUMNS, WEIGHTS
from storage import migrate
from storage.database import Database, connect
from storage.errors import Newer, StorageError, Unreadable
from storage.migrate import downgrade, head, steps, upgrade, version_of
from storage.types import Record
from tests.storage.filled import counts, fill


def fine(path: Path) -> bool:
    """Whether the file is whole and no reference is broken."""
    with closing(sqlite3.connect(path)) as raw:
        whole = raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return whole and raw.execute("PRAGMA foreign_key_check").fetchall() == []


# ── every step ──────────────────────────────────────────────────────────────────────────────────


async def test_every_step_goes_back_and_forth_on_a_filled_database(tmp_path: Path) -> None:
    """Each step is undone and done again on a database in which every table holds something."""
    path = tmp_path / "ronde.db"
    await fill(path)
    assert [name for name, count in counts(path).items() if not count] == []

    for step, before in reversed(list(zip(steps(), ["base", *steps()], strict=False))):
        downgrade(path, before)
        assert fine(path)
        assert version_of(path) == (None if before == "base" else before)
        upgrade(path, to=step)
        assert fine(path)
        assert version_of(path) == step
        downgrade(path, before)

    assert upgrade(path)
    assert version_of(path) == head()


async def test_a_community_from_before_keeps_no_holidays(tmp_path: Path) -> None:
    """Founded before a country could be said, a community's deadlines stay as they were."""
    path = tmp_path / "ronde.db"
    await fill(path)
    downgrade(path, "0002")
    upgrade(path)

    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT zone, country FROM communities").fetchall() == [
            ("Europe/Paris", "")
        ]


def test_the_tables_are_those_of_the_models(path: Path) -> None:
    """What the migrations make and what the models say is the same, columns and types included."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _ours}
        )
        assert compare_metadata(context, Record.metadata) == []
    engine.dispose()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """All but the tables of full-text search, which no model describes."""
    return not (kind == "table" and "_fts" in (name or ""))


def test_the_index_has_the_columns_that_the_search_weighs(path: Path) -> None:
    """Full-text search has no model: its columns are those that are written and ranked."""
    with closing(sqlite3.connect(path)) as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(resources_fts)")]

    assert tuple(columns) == COLUMNS
    assert len(COLUMNS) == len(WEIGHTS)


def test_tables_are_strict_and_without_rowid_where_the_models_say_so(path: Path) -> None:
    """Alembic does not compare these two options: a step that forgot them would go unnoticed."""
    with closing(connect(path)) as raw:
        made = {
            name: (bool(strict), bool(without_rowid))
            for _, name, _, _, without_rowid, strict in raw.execute("PRAGMA table_list")
        }
    meant = {
        table.name: (
            bool(table.dialect_options["sqlite"]["strict"]),
            not table.dialect_options["sqlite"]["with_rowid"],
        )
        for table in Record.metadata.sorted_tables
    }

    assert {name: made[name] for name in meant} == meant
    assert all(strict for strict, _ in meant.values())


def test_constraints_and_indexes_are_those_of_the_models(path: Path, tmp_path: Path) -> None:
    """Checks, unique keys, what happens on delete, partial indexes: as if made from the models."""
    fresh = tmp_path / "fresh.db"
    engine = create_engine(f"sqlite:///{fresh}", poolclass=NullPool)
    Record.metadata.create_all(engine)
    engine.dispose()

    assert _structure(path) == _structure(fresh)


def _structure(path: Path) -> dict[str, set[str]]:
    """Each table's and index's definition, whatever the order and the quotes."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version' "
            "AND tbl_name NOT LIKE '%!_fts%' ESCAPE '!'"
        ).fetchall()
    return {
        name: {part.strip(" ,()").replace('"', "") for part in sql.split("\n")}
        for name, sql in rows
    }


def test_a_new_file_gets_its_folder(tmp_path: Path) -> None:
    """The folder is made if it is missing, however deep; there is nothing to back up."""
    path = tmp_path / "not" / "yet" / "ronde.db"

    assert upgrade(path)
    assert not upgrade(path)

    assert version_of(path) == head()
    assert [one.name for one in path.parent.iterdir()] == ["ronde.db"]


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    """A file of no bytes, made by a hurried operator, becomes a database."""
    path = tmp_path / "ronde.db"
    path.touch()

    assert upgrade(path)
    assert version_of(path) == head()


# ── a step to come ──────────────────────────────────────────────────────────────────────────────

STEP = """
from alembic import op
revision = "9999"
down_revision = {before!r}
branch_labels = depends_on = None

def upgrade():
    {up}

def downgrade():
    pass
"""


def next_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, up: str) -> None:
    """From now on there is one more step, which does `up`."""
    before = head()
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_next.py").write_text(STEP.format(before=before, up=up), "utf-8")
    monkeypatch.setattr(migrate, "HERE", folder)


async def test_a_parent_made_anew_keeps_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that drops and makes a parent table anew deletes none of the rows that refer to it."""
    path = tmp_path / "ronde.db"
    await fill(path)
    before = counts(path)
    next_step(
        monkeypatch,
        tmp_path,
        "import sqlalchemy as sa\n"
        "    with op.batch_alter_table('communities', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('motto', sa.String(), nullable=True))",
    )

    assert upgrade(path)

    assert version_of(path) == "9999"
    assert counts(path) == before
    assert fine(path)
    with closing(connect(path)) as raw:
        assert raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize(
    "up",
    [
        "op.execute('DELETE FROM ballots')",
        "op.execute('DELETE FROM persons')",
        "op.execute('UPDATE ballots SET person_id = 4711')",
        "op.execute('CREATE TABLE half (id INTEGER)'); raise RuntimeError('on purpose')",
        "op.execute('CREATE TABLE half (id INTEGER)'); op.execute('DROP TABLE nowhere')",
    ],
    ids=["rows lost", "parents lost", "reference broken", "step fails", "SQL fails"],
)
async def test_a_step_that_would_lose_something_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, up: str
) -> None:
    """Rows lost, references broken, or a step that fails: the file stays at the step before."""
    path = tmp_path / "ronde.db"
    await fill(path)
    at, before = version_of(path), counts(path)
    next_step(monkeypatch, tmp_path, up)

    with pytest.raises((StorageError, RuntimeError), match=r"Nothing was changed|on purpose"):
        upgrade(path)

    assert counts(path) == before
    assert version_of(path) == at
    assert fine(path)


async def test_a_backup_lies_beside_before_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a step runs on a database with content, a checked copy of it lies beside."""
    path = tmp_path / "ronde.db"
    await fill(path)
    at, before = version_of(path), counts(path)
    next_step(monkeypatch, tmp_path, "op.execute('CREATE TABLE mottos (id INTEGER)')")

    assert upgrade(path)

    backup = path.with_name(f"ronde.db.before-{at}")
    assert counts(backup) == before
    assert fine(backup)
    assert "mottos" in counts(path)


# ── files that are not ours to touch ────────────────────────────────────────────────────────────


def newer(path: Path) -> None:
    """A database that a later version wrote."""
    upgrade(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("UPDATE alembic_version SET version_num = '9876'")
        raw.commit()


def foreign(path: Path) -> None:
    """Somebody else's database."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER, words TEXT)")
        raw.execute("INSERT INTO recipes VALUES (1, 'Soup')")
        raw.commit()


def no_database(path: Path) -> None:
    """Something else entirely."""
    path.write_text("Dear diary, today we ate soup.\n" * 500, encoding="utf-8")


def torn(path: Path) -> None:
    """One of ours, with a page in the middle overwritten."""
    upgrade(path)
    written = bytearray(path.read_bytes())
    middle = len(written) // 4096 // 2 * 4096
    written[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(written)


def cut(path: Path) -> None:
    """One of ours, the end of which is missing."""
    upgrade(path)
    path.write_bytes(path.read_bytes()[: 10 * 4096 + 17])


@pytest.mark.parametrize(
    ("spoil", "error", "says"),
    [
        (newer, Newer, "newer version"),
        (foreign, Unreadable, "not one of Ronde's"),
        (no_database, Unreadable, "not a database"),
        (torn, Unreadable, "cannot be opened"),
        (cut, Unreadable, "cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_not_touched(
    tmp_path: Path, spoil: object, error: type[StorageError], says: str
) -> None:
    """Newer, foreign, rubbish or damaged: a sentence and a remedy, and not a byte is changed."""
    path = tmp_path / "ronde.db"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()

    with pytest.raises(error, match=says) as told:
        upgrade(path)

    assert told.value.remedy
    assert path.read_bytes() == before
    left = {one.name for one in tmp_path.iterdir()}
    assert left <= {"ronde.db", "ronde.db-wal", "ronde.db-shm"}


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    """A folder is no database, and a file is no folder: both are said, not thrown."""
    with pytest.raises(Unreadable, match="cannot be opened"):
        upgrade(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unreadable, match="cannot be opened"):
        upgrade(tmp_path / "file" / "ronde.db")


def test_a_database_in_use_can_be_looked_at(path: Path) -> None:
    """Its step is read while Ronde writes to it, and after it was killed."""
    database = Database(path)
    assert version_of(path) == head()
    database.close()
