"""Column types: instants that know their zone, and tables that refuse what is of another kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError
from sqlmodel import select

from storage.database import Database, Work, connect
from storage.people import Community, Person
from storage.types import from_text, to_text

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)

instants = st.datetimes(
    datetime(1970, 1, 1),
    datetime(2200, 1, 1),
    timezones=st.sampled_from([UTC, ZoneInfo("Europe/Paris"), ZoneInfo("America/Montreal")]),
)


@given(instants)
def test_an_instant_comes_back_as_it_went(at: datetime) -> None:
    """Whatever its zone, the same instant comes back, in UTC."""
    back = from_text(to_text(at))

    assert back == at.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)


@given(instants, instants)
def test_instants_sort_as_their_text(first: datetime, second: datetime) -> None:
    """The text is of one width and sorts by time: an index on it finds what is due."""
    one, other = to_text(first), to_text(second)

    assert len(one) == len(other)
    same_instant = first.astimezone(UTC), second.astimezone(UTC)
    assert (one < other) == (same_instant[0] < same_instant[1])


def test_a_naive_datetime_is_no_instant() -> None:
    """What has no zone is refused, not guessed."""
    with pytest.raises(ValueError, match="naive"):
        to_text(datetime(2026, 11, 2, 9))


async def test_a_naive_datetime_is_refused_by_every_column_of_instants(database: Database) -> None:
    """The column refuses it too, and nothing of the row is kept."""

    def run(work: Work) -> None:
        with work.session() as db:
            db.add(Person(name="Ann", seen_at=datetime(2026, 11, 2, 9)))

    with pytest.raises(StatementError, match="naive"):
        await database.write(run)

    assert await database.read(lambda db: list(db.exec(select(Person)))) == []


async def test_an_instant_of_another_zone_is_kept_in_utc(database: Database) -> None:
    """Eleven in Paris is stored, and read, as ten in UTC."""
    paris = timezone(timedelta(hours=1))

    def run(work: Work) -> None:
        with work.session() as db:
            db.add(Person(name="Ann", seen_at=datetime(2026, 11, 2, 11, tzinfo=paris)))

    await database.write(run)

    kept = await database.read(lambda db: db.exec(select(Person)).one().seen_at)
    assert kept == datetime(2026, 11, 2, 10, tzinfo=UTC)
    raw = await database.write(
        lambda work: work.cursor.execute("SELECT seen_at FROM persons").fetchone()[0]
    )
    assert raw == "2026-11-02T10:00:00.000000Z"


def test_every_table_is_strict(path: Path) -> None:
    """Each table is STRICT, and knows only the types that such tables know."""
    with closing(connect(path)) as raw:
        tables = {
            name: strict
            for _, name, kind, _, _, strict in raw.execute("PRAGMA table_list")
            if kind == "table" and not name.startswith(("sqlite_", "alembic_"))
        }
        kinds = {
            column[2]
            for name in tables
            for column in raw.execute(f"SELECT * FROM pragma_table_info('{name}')")
        }

    assert tables
    assert [name for name, strict in tables.items() if not strict] == []
    assert kinds <= {"TEXT", "INTEGER", "REAL", "BLOB"}


@pytest.mark.parametrize(
    "wrong",
    [
        "INSERT INTO persons (name, seen_at, current_id) VALUES ('x', '', 'nobody')",
        "INSERT INTO persons (name, seen_at) VALUES (x'00ff', '')",
        "INSERT INTO terms (community_id, role, person_id, starts_at) VALUES (1.5, '', 1, '')",
    ],
)
def test_a_value_of_another_kind_is_refused(path: Path, wrong: str) -> None:
    """Words where a number belongs, bytes where words belong: SQLite refuses."""
    with closing(connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="cannot store"):
        raw.execute(wrong)


async def test_true_and_false_come_back(database: Database) -> None:
    """Flags are kept as 1 and 0, and come back as flags."""

    def run(work: Work) -> None:
        with work.session() as db:
            db.add(Community(name="A", founded_at=NOW, plan_closed=True))
            db.add(Community(name="B", founded_at=NOW))

    await database.write(run)

    kept = await database.read(
        lambda db: [c.plan_closed for c in db.exec(select(Community).order_by(Community.name))]
    )
    assert kept == [True, False]
    raw = await database.write(
        lambda work: work.cursor.execute("SELECT plan_closed FROM communities").fetchall()
    )
    assert sorted(raw) == [(0,), (1,)]
