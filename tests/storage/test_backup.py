"""Backups: a whole copy while people write, and putting one back without losing what was there."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import copy, restore
from storage.database import Database, Work, connect
from storage.errors import StorageError, Unreadable
from storage.migrate import head, upgrade, version_of


def pair(number: int) -> Callable[[Work], None]:
    """Two rows that belong together: a copy holds both or neither."""

    def run(work: Work) -> None:
        for half in ("left", "right"):
            work.cursor.execute(
                "INSERT INTO persons (name, seen_at) VALUES (?, '')", (f"{half} {number}",)
            )

    return run


def names(path: Path) -> list[str]:
    """Who is in a database file."""
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("SELECT name FROM persons ORDER BY id")]


def whole(path: Path) -> bool:
    """Whether SQLite finds nothing to complain about."""
    with closing(sqlite3.connect(path)) as raw:
        return bool(raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def put(path: Path, name: str) -> None:
    """A database with one person in it."""
    upgrade(path)
    with closing(connect(path)) as raw:
        raw.execute("INSERT INTO persons (name, seen_at) VALUES (?, '')", (name,))


async def test_a_copy_is_whole_while_people_write(
    database: Database, path: Path, tmp_path: Path
) -> None:
    """Copied in the middle of many commits: whole, no half of a pair, all that was told yes."""
    target = tmp_path / "copies" / "ronde.db"
    writing = [asyncio.create_task(database.write(pair(n))) for n in range(400)]
    await asyncio.wait(writing, return_when=asyncio.FIRST_COMPLETED)
    told = sum(one.done() for one in writing)

    await asyncio.to_thread(copy, path, target)

    await asyncio.gather(*writing)
    held = names(target)
    assert whole(target)
    assert version_of(target) == head()
    assert len(held) >= 2 * told > 0
    assert sum(n.startswith("left") for n in held) == sum(n.startswith("right") for n in held)
    assert [one.name for one in target.parent.iterdir()] == ["ronde.db"]


async def test_copying_keeps_nobody_waiting(database: Database, path: Path, tmp_path: Path) -> None:
    """Votes are committed while the copy is made."""
    await asyncio.gather(*(database.write(pair(n)) for n in range(50)))
    copying = asyncio.create_task(asyncio.to_thread(copy, path, tmp_path / "copy.db"))

    await asyncio.wait_for(asyncio.gather(*(database.write(pair(n)) for n in range(50))), 5)

    await copying
    assert len(names(tmp_path / "copy.db")) >= 100


def test_a_copy_onto_itself_is_refused(path: Path) -> None:
    """The database is never overwritten by its own copy, however its path is written."""
    put(path, "Ann")
    roundabout = path.parent / "." / path.name

    with pytest.raises(StorageError, match="Choose another file"):
        copy(path, roundabout)

    assert names(path) == ["Ann"]


def test_what_is_there_is_not_copied_over_unasked(path: Path, tmp_path: Path) -> None:
    """Where nothing may be replaced, an older copy or somebody's letter stays as it is."""
    put(path, "Ann")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ben")

    with pytest.raises(StorageError, match="exists already"):
        copy(path, letter, anew=False)

    assert letter.read_text() == "Dear Ben"
    copy(path, tmp_path / "copy.db", anew=False)
    assert names(tmp_path / "copy.db") == ["Ann"]


def test_nothing_to_copy_is_told(tmp_path: Path) -> None:
    """No database yet: a sentence that names the place."""
    with pytest.raises(StorageError, match="no database"):
        copy(tmp_path / "ronde.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_written_is_told(path: Path, tmp_path: Path) -> None:
    """Into a folder that is a file, or over a folder: the place is named, not the database."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "file" / "copy.db", tmp_path / "folder"):
        with pytest.raises(StorageError, match="cannot be written"):
            copy(path, target)

    assert not (tmp_path / "folder.partial").exists()


def test_a_damaged_database_is_not_copied_over_a_good_copy(path: Path, tmp_path: Path) -> None:
    """The copy of yesterday survives the damage of today."""
    put(path, "Ann")
    target = tmp_path / "copy.db"
    copy(path, target)
    written = bytearray(path.read_bytes())
    written[8 * 4096 : 16 * 4096] = b"\xa5" * (8 * 4096)
    path.write_bytes(written)

    with pytest.raises(Unreadable):
        copy(path, target)

    assert names(target) == ["Ann"]
    assert not target.with_name("copy.db.partial").exists()


def test_a_backup_is_put_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    """After a restore the backup is the database; the one it replaced lies beside, whole."""
    put(path, "yesterday")
    backup = tmp_path / "backup.db"
    copy(path, backup)
    put(path, "today")

    aside = restore(backup, path)

    assert names(path) == ["yesterday"]
    assert aside is not None
    assert names(aside) == ["yesterday", "today"]
    assert whole(path) and whole(aside)
    assert names(backup) == ["yesterday"]


def test_each_replaced_database_is_kept(path: Path, tmp_path: Path) -> None:
    """Restoring twice overwrites nothing: each replaced one has its own name."""
    backup = tmp_path / "backup.db"
    copy(path, backup)

    first, second = restore(backup, path), restore(backup, path)

    assert first != second
    assert first is not None and first.exists()
    assert second is not None and second.exists()


def test_a_backup_is_put_where_nothing_is_yet(path: Path, tmp_path: Path) -> None:
    """On a new machine: the folder is made, there is nothing to keep aside."""
    target = tmp_path / "new" / "machine" / "ronde.db"

    assert restore(path, target) is None

    assert version_of(target) == head()


def test_a_damaged_database_can_be_replaced(path: Path, tmp_path: Path) -> None:
    """The very case for which backups are kept: rubbish in the database's place is no obstacle."""
    backup = tmp_path / "backup.db"
    put(path, "Ann")
    copy(path, backup)
    path.write_bytes(b"rubbish" * 1000)
    path.with_name(path.name + "-wal").write_bytes(b"old log")

    aside = restore(backup, path)

    assert names(path) == ["Ann"]
    assert aside is not None
    assert aside.read_bytes() == b"rubbish" * 1000
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"old log"


def rubbish(source: Path) -> None:
    """Not a database at all."""
    source.write_text("Dear diary, today we ate soup.\n" * 100)


def foreign(source: Path) -> None:
    """A database of something else."""
    with closing(sqlite3.connect(source)) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER)")
        raw.commit()


def torn(source: Path) -> None:
    """A backup that was damaged on its way."""
    upgrade(source)
    written = bytearray(source.read_bytes())
    written[8 * 4096 : 12 * 4096] = b"\xa5" * (4 * 4096)
    source.write_bytes(written)


def missing(source: Path) -> None:
    """No file."""


@pytest.mark.parametrize("spoil", [rubbish, foreign, torn, missing])
def test_what_is_no_backup_is_not_put_back(
    path: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    """Rubbish, somebody else's, damaged or absent: refused with a remedy, the database as it was."""
    put(path, "Ann")
    source = tmp_path / "other" / "backup.db"
    source.parent.mkdir()
    spoil(source)
    before = path.read_bytes()

    with pytest.raises(StorageError) as told:
        restore(source, path)

    assert told.value.remedy
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.name != "other"] == ["ronde.db"]


def test_the_database_itself_is_no_backup(path: Path) -> None:
    """Restoring a file onto itself is refused, and the file is still there."""
    put(path, "Ann")

    with pytest.raises(StorageError, match="Choose another file"):
        restore(path, path)

    assert names(path) == ["Ann"]


async def test_a_running_ronde_is_not_restored_under(
    database: Database, path: Path, tmp_path: Path
) -> None:
    """While Ronde has the database open, restoring is refused: it would write to the old one."""
    backup = tmp_path / "backup.db"
    await database.write(pair(1))
    await asyncio.to_thread(copy, path, backup)

    with pytest.raises(StorageError, match="Stop Ronde"):
        await asyncio.to_thread(restore, backup, path)

    await database.write(pair(2))
    assert len(names(path)) == 4
