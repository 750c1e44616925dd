"""Secrets of calendar feeds: told once, kept as hashes, and gone when they are stopped."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from storage import feeds, installation
from storage.backup import copy
from storage.database import Database, Work, connect
from storage.migrate import upgrade
from storage.people import Person

T = TypeVar("T")

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
ANN, BEN = 1, 2


async def within(database: Database, run: Callable[[Session], T]) -> T:
    """Do something in a session, and keep it."""

    def piece(work: Work) -> T:
        with work.session() as db:
            return run(db)

    return await database.write(piece)


def two_people(db: Session) -> None:
    """Ann and Ben."""
    db.add(Person(id=ANN, name="Ann", seen_at=NOW))
    db.add(Person(id=BEN, name="Ben", seen_at=NOW))


async def test_a_secret_opens_the_feed_of_its_person(database: Database) -> None:
    """Each has their own; nothing else opens any."""
    await within(database, two_people)
    hers = await within(database, lambda db: feeds.make(db, ANN, NOW))
    his = await within(database, lambda db: feeds.make(db, BEN, NOW))

    assert await database.read(lambda db: feeds.person_of(db, hers)) == ANN
    assert await database.read(lambda db: feeds.person_of(db, his)) == BEN
    for wrong in ("", hers[:-1], hers.swapcase(), secrets.token_urlsafe(32), "é"):
        assert await database.read(lambda db, wrong=wrong: feeds.person_of(db, wrong)) is None  # type: ignore[misc]


async def test_a_secret_is_256_bits_of_chance(database: Database) -> None:
    """43 characters that an address carries as they are; never the same twice."""
    await within(database, two_people)
    made = {await within(database, lambda db: feeds.make(db, ANN, NOW)) for _ in range(20)}

    assert len(made) == 20
    assert {len(base64.urlsafe_b64decode(secret + "=")) for secret in made} == {32}


async def test_a_new_secret_stops_the_one_before(database: Database) -> None:
    """At once, and others' stay."""
    await within(database, two_people)
    his = await within(database, lambda db: feeds.make(db, BEN, NOW))
    first = await within(database, lambda db: feeds.make(db, ANN, NOW))
    later = NOW + timedelta(days=1)
    second = await within(database, lambda db: feeds.make(db, ANN, later))

    assert await database.read(lambda db: feeds.person_of(db, first)) is None
    assert await database.read(lambda db: feeds.person_of(db, second)) == ANN
    assert await database.read(lambda db: feeds.since(db, ANN)) == later
    assert await database.read(lambda db: feeds.person_of(db, his)) == BEN


async def test_a_stopped_feed_is_as_if_it_had_never_been(database: Database) -> None:
    """Stopping twice is no error, and a new one can be made."""
    await within(database, two_people)
    secret = await within(database, lambda db: feeds.make(db, ANN, NOW))
    for _ in range(2):
        await within(database, lambda db: feeds.revoke(db, ANN))

    assert await database.read(lambda db: feeds.person_of(db, secret)) is None
    assert await database.read(lambda db: feeds.since(db, ANN)) is None
    again = await within(database, lambda db: feeds.make(db, ANN, NOW))
    assert await database.read(lambda db: feeds.person_of(db, again)) == ANN


async def test_a_person_who_is_erased_takes_the_feed_along(database: Database) -> None:
    """The secret opens nothing any more."""
    await within(database, two_people)
    secret = await within(database, lambda db: feeds.make(db, ANN, NOW))
    await within(database, lambda db: db.delete(db.get(Person, ANN)))

    assert await database.read(lambda db: feeds.person_of(db, secret)) is None


async def test_a_secret_is_written_nowhere(database: Database, tmp_path: Path) -> None:
    """Not in the file, nor its log, nor a backup: who steals them reads nobody's calendar."""
    await within(database, two_people)
    secret = await within(database, lambda db: feeds.make(db, ANN, NOW))
    copy(database.path, tmp_path / "backup.db", anew=False)

    written = [one for one in tmp_path.iterdir() if one.is_file()]
    assert len(written) >= 3
    assert not [one.name for one in written if secret.encode() in one.read_bytes()]


async def test_an_installation_keeps_its_name(path: Path, tmp_path: Path) -> None:
    """It is a random one, no other has it, and a restored backup goes on with it."""
    other, kept = tmp_path / "other.db", tmp_path / "backup.db"
    upgrade(other)
    copy(path, kept, anew=False)

    names = []
    for one in (path, other, kept):
        with closing(connect(one)) as raw:
            names.append(raw.execute("SELECT name FROM installation").fetchone()[0])
    here, there, restored = names
    assert here == restored != there
    assert UUID(here).version == UUID(there).version == 4


async def test_a_handler_can_ask_for_the_name(database: Database) -> None:
    """On the thread that only reads, too."""
    name = await database.read(installation.name_of)

    assert str(UUID(name)) == name
