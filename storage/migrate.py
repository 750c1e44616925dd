"""Bring a database file to this version's tables, with a backup first; never a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from storage.backup import copy
from storage.database import connect, peek
from storage.errors import Newer, StorageError, Unreadable

HERE = Path(__file__).parent / "migrations"


def config() -> Config:
    """Alembic's configuration, without a file."""
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.set_main_option("path_separator", "os")
    return made


def steps() -> tuple[str, ...]:
    """Every step that this version knows, oldest first."""
    return _steps(HERE)


@cache
def _steps(folder: Path) -> tuple[str, ...]:
    """The steps in a folder: Alembic compiles their files each time that it is asked."""
    del folder
    found = ScriptDirectory.from_config(config()).walk_revisions()
    return tuple(step.revision for step in found)[::-1]


def head() -> str:
    """The newest step that this version knows."""
    return steps()[-1]


def version_of(path: Path) -> str | None:
    """The step a database file stands at; None for a new or empty file. The file is only read.

    Raises Unreadable for a file that is no database, is damaged, or is somebody else's; Newer for
    one written by a newer version.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with closing(peek(path)) as raw:
        tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise Unreadable(
                f"{path} is a database, but not one of Ronde's.",
                "Point DATABASE_URL at another file. Nothing was changed.",
            )
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    found = row[0] if row else None
    if found is not None and found not in steps():
        raise Newer(
            f"{path} was written by a newer version of Ronde (tables {found}).",
            "Install that version again, or restore an older backup. Nothing was changed.",
        )
    return found


def upgrade(path: Path, *, to: str = "head") -> bool:
    """Bring the file to `to`. Returns whether anything was done.

    A file with content is backed up beside itself first. Raises Unreadable or Newer; if a step
    fails, the file stays as it was.
    """
    at = version_of(path)
    if to == "head" and at == head():
        return False
    if at is not None:
        copy(path, path.with_name(f"{path.name}.before-{at}"))
    _run(path, lambda made: command.upgrade(made, to))
    return True


def downgrade(path: Path, to: str) -> None:
    """Take the file back to an earlier step (`base` for none)."""
    _run(path, lambda made: command.downgrade(made, to))


def _run(path: Path, act: Callable[[Config], None]) -> None:
    """Run an Alembic command with foreign keys off, and check them and the rows afterwards.

    In batch mode a parent table is dropped and made anew: with foreign keys on, its children would
    be deleted with it. The pragma works outside a transaction only.
    """
    raw = connect(path)
    raw.execute("PRAGMA foreign_keys=OFF")
    before = _counts(raw)
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, pool_reset_on_return=None
    )
    try:
        with engine.connect() as connection:
            raw.execute("BEGIN IMMEDIATE")
            connection.begin()  # so that Alembic leaves the commit to us, after the check
            try:
                made = config()
                made.attributes["connection"] = connection
                act(made)
                _check(raw, before)
                connection.commit()
            except (sqlite3.Error, DBAPIError) as problem:
                connection.rollback()
                raise StorageError(
                    f"The migration of {path} failed ({problem}).",
                    "Nothing was changed. Check the disk's free space, and report this otherwise.",
                ) from problem
            except BaseException:
                connection.rollback()
                raise
    finally:
        raw.close()


def _check(raw: sqlite3.Connection, before: dict[str, int]) -> None:
    """Refuse a migration that breaks a reference or loses rows of a table that still stands."""
    broken: list[Any] = raw.execute("PRAGMA foreign_key_check").fetchall()
    after = _counts(raw)
    lost = {
        name: (count, after[name])
        for name, count in before.items()
        if name in after and after[name] < count and name != "alembic_version"
    }
    if broken or lost:
        raise Unreadable(
            f"The migration would break the database (references {broken[:3]}, rows {lost}).",
            "Nothing was changed. Please report this with the version you come from.",
        )


def _counts(raw: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0]
        for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row[0].startswith("sqlite_")
    ]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
