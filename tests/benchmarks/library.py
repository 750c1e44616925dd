"""The library with 100,000 resources: bringing them in, finding them again, and their size.

Beside tantivy, the search engine written in Rust, and beside SQLite's FTS5 asked directly.
"""

from __future__ import annotations

import importlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlmodel import Session

from bot.features.resources import files, importing, index, search
from bot.features.resources.importing import Into, Report
from storage.database import Database, Work
from storage.migrate import upgrade
from storage.people import Community, Person
from tests.benchmarks import corpus, quality
from tests.benchmarks.measure import Figure, Measured, compare
from tests.benchmarks.questions import BUILD, MEASURE

PORTION = 10_000
"""Bookmarks a file: a hundred thousand come in as ten."""

IMPORTED = 5_000
"""Bookmarks a second, at least."""

DISK = 5.0
"""Times the size of the bookmark files, at most."""

FIRST = 5

Ask = Callable[[str], object]
"""Asks a question as typed, and takes the first five answers."""


async def library(rounds: int) -> list[Figure]:
    """A hundred thousand resources come in, are asked for, and are weighed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ronde.db"
        upgrade(path)
        database = Database(path)
        took, written = await _fill(database)
        database.close()
        found = [_imported(took), _weighed(path, written)]
        engine = create_engine(f"sqlite:///{path}")
        with Session(engine) as db, closing(sqlite3.connect(path)) as raw:
            found += await _searched(db, raw, rounds)
        engine.dispose()
    return found


async def answers(rounds: int) -> list[Figure]:
    """Whether people find what they mean: prints both halves of the questions, gates one."""
    with tempfile.TemporaryDirectory() as folder:
        async with quality.filled(Path(folder)) as asking:
            built, measured = await asking.share(BUILD), await asking.share(MEASURE)
    print(f"{built.line('build')}\n{measured.line('measure')}")
    share = measured.at_once
    goal = "questions answered in the first three (%)"
    return [Figure(goal, share * 100, 90, share / 0.9, 1.0, 0.0, "%", higher_is_better=True)]


# ── bringing them in ────────────────────────────────────────────────────────────────────────────


async def _fill(database: Database) -> tuple[list[float], int]:
    """Import the corpus: the seconds a bookmark of each file, and the bytes of all files."""
    await database.write(_founded)
    entries = corpus.bookmarks()
    seen: dict[importing.Key, int] = {}
    took, written, report = [], 0, Report()
    while portion := list(islice(entries, PORTION)):
        content = b"".join(files.write(portion, "html", "fr"))
        written += len(content)
        began = time.perf_counter()
        for some in importing.in_batches(files.read(content, "bookmarks.html")):
            await database.write(_kept(some, seen, report))
        took.append((time.perf_counter() - began) / len(portion))
    assert report.kept == corpus.COUNT, (report.kept, report.refused[:3], report.duplicates[:3])
    return took, written


def _founded(work: Work) -> None:
    with work.session() as db:
        db.add(Community(id=1, name="Trainers", founded_at=corpus.NEWEST))
        db.add(Person(id=1, name="Ann", seen_at=corpus.NEWEST))


def _kept(some: Any, seen: dict[importing.Key, int], report: Report) -> Callable[[Work], None]:
    def run(work: Work) -> None:
        with work.session() as db:
            importing.bring_in(db, Into(1, 1, {}, corpus.NEWEST), some, seen, report)

    return run


def _imported(took: list[float]) -> Figure:
    """Wall time, as somebody waits for it; ours and the limit in microseconds a bookmark."""
    middle = statistics.median(took)
    low, _, high = statistics.quantiles(took, n=4)
    goal = f"import, {1 / middle:,.0f} bookmarks a second"
    ratio = middle * IMPORTED
    return Figure(goal, middle * 1e6, 1e6 / IMPORTED, ratio, 1.0, (high - low) / middle, "µs")


def _weighed(path: Path, written: int) -> Figure:
    size = path.stat().st_size
    ours, limit = size / 1e6, written / 1e6
    return Figure("size on disk, beside the files", ours, limit, size / written, DISK, 0.0, "MB")


# ── finding them again ──────────────────────────────────────────────────────────────────────────


async def _searched(db: Session, raw: sqlite3.Connection, rounds: int) -> list[Figure]:
    """Two words, and one that is very common, beside whoever can be asked the same."""

    def ours(line: str) -> object:
        asked = index.Asked(_match(line))
        return index.find(db, 1, asked, corpus.NEWEST, skip=0, most=FIRST)

    def bare(line: str) -> object:
        found = raw.execute(
            "SELECT rowid FROM resources_fts WHERE resources_fts MATCH ? ORDER BY rank LIMIT 5",
            (_match(line),),
        )
        return found.fetchall()

    two = corpus.questions(300)
    one = [*corpus.common("fr", 20), *corpus.common("en", 20)] * 5
    tantivy = _tantivy(raw)
    found = []
    if tantivy is None:
        print("tantivy is not installed (uv sync --group bench): compared with bare FTS5 alone")
    else:
        goals = (
            ("two words, beside tantivy (CPU)", two, 0.5, 4),
            ("one very common word, 99th percentile (CPU)", one, 0.99, 5),
        )
        for goal, lines, part, gate in goals:
            sides = _each(ours, lines, part), _each(tantivy, lines, part)
            found.append(await compare(goal, *sides, gate, rounds=rounds))
    sides = _each(ours, two, 0.5), _each(bare, two, 0.5)
    found.append(await compare("two words, beside bare FTS5 (CPU)", *sides, 2, rounds=rounds))
    sides = _each(ours, one, 0.99), _each(bare, one, 0.99)
    goal = "one very common word, beside bare FTS5 (CPU)"
    return [*found, await compare(goal, *sides, 1, rounds=rounds)]


def _match(line: str) -> str:
    return search.match(search.parse(line, corpus.NEWEST, "UTC"), prefix=False) or ""


def _each(ask: Ask, lines: Sequence[str], part: float) -> Measured:
    """The cost of a question: the one below which such a part of all lie."""

    async def run() -> float:
        took = []
        for line in lines:
            began = time.thread_time()
            ask(line)
            took.append(time.thread_time() - began)
        return sorted(took)[int(len(took) * part)]

    return run


def _tantivy(raw: sqlite3.Connection) -> Ask | None:
    """The same words in tantivy, asked with the same weights; None where it is not installed."""
    try:
        tantivy: Any = importlib.import_module("tantivy")
    except ImportError:
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True)
    for column in index.COLUMNS:
        builder.add_text_field(column)
    kept = tantivy.Index(builder.build())
    writer = kept.writer(128_000_000, 1)
    names = ", ".join(index.COLUMNS)
    for number, *words in raw.execute(f"SELECT rowid, {names} FROM resources_fts"):
        said = dict(zip(index.COLUMNS, words, strict=True))
        writer.add_document(tantivy.Document(id=number, **said))
    writer.commit()
    writer.wait_merging_threads()
    kept.reload()
    searcher = kept.searcher()
    weights = dict(zip(index.COLUMNS, index.WEIGHTS, strict=True))

    def ask(line: str) -> object:
        words = search.parse(line, corpus.NEWEST, "UTC").words
        wanted = " ".join(f"+{word}" for word in words)
        query = kept.parse_query(wanted, list(index.COLUMNS), field_boosts=weights)
        return [searcher.doc(at)["id"] for _, at in searcher.search(query, FIRST).hits]

    return ask


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {
    "library": library,
    "answers": answers,
}
