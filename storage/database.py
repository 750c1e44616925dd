"""SQLite as one careful clerk: one thread that writes, one that only reads, many pieces a commit.

Work that waits is committed together (group commit): each piece runs under a savepoint of the
driver's own inside one `BEGIN IMMEDIATE … COMMIT`, so a failing piece rolls back alone, and nobody
is told yes before the commit stands. `synchronous=FULL` then costs next to nothing.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache
from sqlmodel import Session

from storage.errors import StorageError, Unreadable

T = TypeVar("T")

BATCH = 128
"""Pieces a commit, at most: a person waits for the batch they are in."""

STATEMENTS = 2000
"""Compiled statements that are kept, for all connections together."""

PATIENCE = 10
"""Seconds to wait for a lock that somebody else holds."""

OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""


def path_of(url: str) -> Path:
    """The file that `sqlite:///…` (or a bare path) names.

    Raises Unreadable for any other kind of address.
    """
    if "://" not in url:
        return Path(url).expanduser()
    scheme, _, rest = url.partition("://")
    if scheme not in ("sqlite", "sqlite+pysqlite") or not rest.startswith("/") or len(rest) < 2:
        raise Unreadable(
            f"DATABASE_URL starts with {scheme}://, and only SQLite files are supported.",
            "Write it as sqlite:///var/ronde.db (three slashes, then the path).",
        )
    return Path(rest[1:]).expanduser()


def connect(
    path: Path, *, synchronous: str = "FULL", read_only: bool = False
) -> sqlite3.Connection:
    """A driver connection with our settings.

    Raises Unreadable where the file cannot be opened or is not a database.
    """
    with _opening(path) as opened:
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = sqlite3.connect(
            path,
            isolation_level=None,
            check_same_thread=False,
            timeout=PATIENCE,
            cached_statements=256,
        )
        opened.append(raw)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute(f"PRAGMA synchronous={synchronous}")
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA temp_store=MEMORY")
        raw.execute("PRAGMA secure_delete=ON")  # what is deleted is wiped, not only let go
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if read_only:
            raw.execute("PRAGMA query_only=ON")
    return raw


def peek(path: Path) -> sqlite3.Connection:
    """A driver connection that leaves the file as it is, byte for byte; the file is checked.

    Raises Unreadable where the file cannot be opened, is not a database or is damaged.
    """
    with _opening(path) as opened:
        # Without a log nobody has it open; SQLite would leave an empty one behind.
        how = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "immutable=1"
        raw = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=PATIENCE)
        opened.append(raw)
        found = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    return raw


@contextmanager
def _opening(path: Path) -> Iterator[list[sqlite3.Connection]]:
    """Say in a sentence why a file cannot be opened; what was opened by then is closed."""
    opened: list[sqlite3.Connection] = []
    try:
        yield opened
    except (sqlite3.DatabaseError, OSError) as problem:
        for raw in opened:
            raw.close()
        raise Unreadable(
            f"The database {path} cannot be opened ({problem}).",
            "Check that it is a Ronde database and that this user may write to its folder, "
            "or restore a backup: ronde restore FILE. Nothing was changed.",
        ) from problem


class _Lazy:
    """Stands for a session, and opens it at its first use: many presses of the clock need none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.session: Session | None = None

    def __getattr__(self, name: str) -> Any:
        if self.session is None:
            if not self._connection.in_transaction():
                self._connection.begin()
            self.session = Session(bind=self._connection, join_transaction_mode="create_savepoint")
        return getattr(self.session, name)


@dataclass(slots=True)
class Work:
    """What a piece of work may use: the driver's cursor, or a session, in the same transaction."""

    cursor: sqlite3.Cursor
    _connection: Connection

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session under a savepoint of its own: kept at the end, undone on an exception."""
        lazy = _Lazy(self._connection)
        try:
            yield cast(Session, lazy)
            if lazy.session is not None:
                lazy.session.commit()
        except BaseException:
            if lazy.session is not None:
                lazy.session.rollback()
            raise
        finally:
            if lazy.session is not None:
                lazy.session.close()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A savepoint of the driver's own, for what is undone together on an exception."""
        self.cursor.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.cursor.execute("ROLLBACK TO part")
            self.cursor.execute("RELEASE part")
            raise
        self.cursor.execute("RELEASE part")


@dataclass(slots=True)
class _Piece(Generic[T]):
    """A piece of work that waits, and the future of the loop that hears of it after the commit."""

    run: Callable[[Any], T]
    done: asyncio.Future[T]
    loop: asyncio.AbstractEventLoop
    apart: bool = False  # runs between two commits, outside any transaction


_Told = tuple[_Piece[Any], Any, Exception | None]
"""A piece with its result or its problem."""


class Database:
    """The database of one installation. Create it on a path that has been migrated."""

    def __init__(self, path: Path, *, synchronous: str = "FULL") -> None:
        """Open both connections and start both threads.

        Raises Unreadable (see `connect`).
        """
        self.path = path
        self._raw = connect(path, synchronous=synchronous)
        self._raw_reader = connect(path, read_only=True)
        self._engine = _engine_over(self._raw)
        self._reader_engine = _engine_over(self._raw_reader)
        self._waiting: queue.SimpleQueue[_Piece[Any] | None] = queue.SimpleQueue()
        self._reading: queue.SimpleQueue[_Piece[Any] | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_on, name="ronde-writer", daemon=True)
        self._reader = threading.Thread(target=self._read_on, name="ronde-reader", daemon=True)
        self._closed = False
        self._closing = threading.Lock()
        self.commits = 0
        _empty_log(self._raw)  # a process that was killed may have left one behind
        self._writer.start()
        self._reader.start()

    async def write(self, run: Callable[[Work], T]) -> T:
        """Run `run` on the writing thread; returns after the commit that holds it.

        Raises what `run` raises (then nothing of it is kept), or StorageError if the commit fails.
        """
        return await self._put(self._waiting, run)

    def submit(self, run: Callable[[Work], T]) -> asyncio.Future[T]:
        """`write`, to be awaited later: many pieces can wait at once without a task each."""
        return self._put(self._waiting, run)

    async def read(self, run: Callable[[Session], T]) -> T:
        """Run `run` on the reading thread, on a connection that cannot write."""
        return await self._put(self._reading, run)

    def close(self) -> None:
        """Finish what waits, fold the log into the file, and stop both threads."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._waiting.put(None)
            self._reading.put(None)
        self._writer.join()
        self._reader.join()
        self._raw_reader.close()
        self._raw.execute("PRAGMA optimize")
        _empty_log(self._raw)
        self._raw.close()

    async def forget_log(self) -> bool:
        """Fold the write-ahead log into the file and empty it, between two commits.

        False if somebody outside (a running backup) still reads from it: ask again later.
        """
        return await self._put(self._waiting, _empty_log, apart=True)

    def _put(
        self,
        waiting: queue.SimpleQueue[_Piece[Any] | None],
        run: Callable[[Any], T],
        *,
        apart: bool = False,
    ) -> asyncio.Future[T]:
        if self._closed:
            raise StorageError("The database is closed.", "Ronde is stopping; try again later.")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        waiting.put(_Piece(run, done, loop, apart))
        return done

    def _write_on(self) -> None:
        connection = self._engine.connect()
        next_one = self._waiting.get()
        while next_one is not None:
            if next_one.apart:
                _tell([_outcome(next_one, self._raw)])
                next_one = self._waiting.get()
                continue
            batch = [next_one]
            while True:
                if len(batch) == BATCH or self._waiting.empty():
                    self._commit(connection, batch)
                    next_one = self._waiting.get()
                    break
                next_one = self._waiting.get()
                if next_one is None or next_one.apart:
                    self._commit(connection, batch)
                    break
                batch.append(next_one)
        connection.close()

    def _commit(self, connection: Connection, batch: list[_Piece[Any]]) -> None:
        """Run a batch in one transaction, commit, and only then tell each piece its outcome."""
        cursor = self._raw.cursor()
        work = Work(cursor, connection)
        told: list[_Told] = []
        try:
            cursor.execute("BEGIN IMMEDIATE")
            for piece in batch:
                cursor.execute("SAVEPOINT piece")
                found = _outcome(piece, work)
                if found[2] is not None:
                    cursor.execute("ROLLBACK TO piece")
                cursor.execute("RELEASE piece")
                told.append(found)
            if connection.in_transaction():
                connection.commit()
            else:
                cursor.execute("COMMIT")
        except Exception as problem:
            connection.rollback()
            if self._raw.in_transaction:
                cursor.execute("ROLLBACK")
            failure = StorageError(
                f"The database could not keep the change ({problem}).",
                "Check the disk's free space; nothing was half-written.",
            )
            failure.__cause__ = problem
            told = [(piece, None, failure) for piece in batch]
        else:
            self.commits += 1
        finally:
            cursor.close()
        _tell(told)

    def _read_on(self) -> None:
        connection = self._reader_engine.connect()
        while (piece := self._reading.get()) is not None:
            with Session(bind=connection) as session:
                found = _outcome(piece, session)
                session.rollback()
            _tell([found])
        connection.close()


def _empty_log(raw: sqlite3.Connection) -> bool:
    """Fold the write-ahead log into the file and cut it to nothing; False if it is being read."""
    raw.execute("PRAGMA busy_timeout=250")
    busy: int = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    raw.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")
    return not busy


def _outcome(piece: _Piece[Any], given: object) -> _Told:
    try:
        return piece, piece.run(given), None
    except Exception as problem:
        return piece, None, problem


def _tell(told: list[_Told]) -> None:
    """Wake each loop once for all its pieces; a loop that is gone no longer listens."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Told]] = {}
    for one in told:
        by_loop.setdefault(one[0].loop, []).append(one)
    for loop, some in by_loop.items():
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_resolve, some)


def _resolve(told: list[_Told]) -> None:
    for piece, result, problem in told:
        if piece.done.done():
            continue  # whoever waited has gone
        if problem is None:
            piece.done.set_result(result)
        else:
            piece.done.set_exception(problem)


@cache
def _model() -> Engine:
    """What all engines share: the dialect, and with it every statement that was compiled once."""
    model = create_engine("sqlite://", poolclass=StaticPool)
    model.connect().close()  # the dialect learns what this SQLite can do
    return model.execution_options(compiled_cache=LRUCache(STATEMENTS))


def _engine_over(raw: sqlite3.Connection) -> Engine:
    """SQLAlchemy over the very same driver connection; it never says BEGIN itself."""
    model = _model()
    creator = cast(Any, lambda: raw)  # the driver's own connection is none that the types know
    pool = StaticPool(creator, reset_on_return=None, dialect=model.dialect)
    made = Engine(pool, model.dialect, model.url)
    return made.execution_options(**model.get_execution_options())
