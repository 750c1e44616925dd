"""Fixtures of the storage tests: a database file with this version's tables, opened and closed."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database


@pytest.fixture
def path(tmp_path: Path, blank: Path) -> Path:
    """A database file with all tables and nothing in them."""
    made = tmp_path / "ronde.db"
    shutil.copy(blank, made)
    return made


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    """That file, open."""
    made = Database(path)
    yield made
    await asyncio.to_thread(made.close)
