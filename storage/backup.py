"""A consistent copy of a live database, and putting one back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from storage.errors import StorageError, Unreadable

COMPANIONS = ("-wal", "-shm")
"""What SQLite keeps beside a database that is in use."""


def copy(source: Path, target: Path, *, anew: bool = True) -> None:
    """Copy a database while it is in use, by SQLite's online backup; the copy is checked.

    With `anew`, an older copy is replaced; without, nothing is.

    Raises StorageError if there is nothing to copy, the copy is not whole, or it would replace the
    database itself or what it may not.
    """
    if not source.exists():
        raise StorageError(f"There is no database at {source}.", "Check DATABASE_URL.")
    _apart(source, target)
    if target.exists() and not anew:
        raise StorageError(f"{target} exists already.", "Choose another name.")
    partial = target.with_name(f"{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(b"")
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(partial)) as made:
            live.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")
            check(made, source)
        partial.replace(target)
    except sqlite3.DatabaseError as problem:
        raise Unreadable(
            f"{source} cannot be copied ({problem}).", "It may be damaged: restore a backup."
        ) from problem
    except OSError as problem:
        raise StorageError(
            f"The copy cannot be written to {target} ({problem}).", "Choose another file."
        ) from problem
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def check(raw: sqlite3.Connection, name: Path) -> None:
    """Refuse a damaged database. Raises Unreadable."""
    found = raw.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise Unreadable(f"{name} is damaged ({found}).", "Restore an older backup.")


def restore(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of the database; the database it replaces is kept aside.

    Returns where that one is now, if there was one. Stop Ronde before. Raises StorageError; then
    the database is as it was.
    """
    if not source.exists():
        raise StorageError(f"There is no file {source}.", "Give the path of a backup.")
    _apart(source, target)
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            check(raw, source)
            tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as problem:
        raise Unreadable(
            f"{source} is not a database ({problem}).", "Give the path of a backup."
        ) from problem
    if "alembic_version" not in tables:
        raise Unreadable(f"{source} is not a backup of Ronde.", "Give the path of a backup.")
    _require_stopped(target)
    ready = target.with_name(f"{target.name}.restoring")
    copy(source, ready)
    aside = _put_aside(target) if target.exists() else None
    for ending in COMPANIONS:
        target.with_name(target.name + ending).unlink(missing_ok=True)
    ready.replace(target)
    return aside


def _apart(source: Path, target: Path) -> None:
    """Refuse to copy a file onto itself."""
    if target.exists() and source.samefile(target):
        raise StorageError(f"{target} is the file to copy from.", "Choose another file.")


def _require_stopped(target: Path) -> None:
    """Refuse while somebody has the database open; fold its log into it. A damaged one passes."""
    if not target.exists():
        return
    try:
        with closing(_reading(target)) as old:
            old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(target, timeout=0)) as old:
            old.execute("PRAGMA journal_mode=DELETE")  # refused while another connection is open
    except sqlite3.OperationalError as problem:
        raise StorageError(
            f"{target} is in use ({problem}).", "Stop Ronde, then restore again."
        ) from problem
    except sqlite3.DatabaseError:
        return


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _put_aside(path: Path) -> Path:
    """Rename a database, with what belongs to it, to a name that nothing has yet."""
    number = 1
    while (aside := path.with_name(f"{path.name}.replaced-{number}")).exists():
        number += 1
    for ending in ("", *COMPANIONS):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside
