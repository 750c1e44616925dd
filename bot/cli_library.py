"""`ronde library`: bring a library along from a file, and take it away as one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer
from sqlmodel import Session, select

from bot.errors import Unknown
from bot.features.resources import files, importing
from bot.features.resources.files import Entry, Format, Refused
from bot.features.resources.importing import Into, Line, Report
from bot.language import Reader, plain
from bot.words import fold
from storage import people
from storage.database import Database, Work
from storage.migrate import upgrade
from storage.people import Community, Person

SHOWN = 20
"""Lines of the report that are shown; `--report` writes them all."""


@dataclass(frozen=True, slots=True)
class Import:
    """What to import, and how: `by` is the member who answers for it."""

    file: Path
    community: str
    by: str
    dry: bool
    report: Path | None
    language: str


def bring(path: Path, asked: Import) -> None:
    """Import a file into the database at `path`, with a progress bar and a report.

    Raises StorageError, OSError for a file that cannot be read, Unknown for an unknown name.
    """
    content = asked.file.read_bytes()
    upgrade(path)
    database = Database(path)
    try:
        asyncio.run(_bring(database, content, asked))
    finally:
        database.close()


async def _bring(database: Database, content: bytes, asked: Import) -> None:
    into = await database.read(lambda db: _into(db, asked))
    found = Report()
    seen: dict[importing.Key, int] = {}
    last = max(1, content.count(b"\n") + 1)
    with typer.progressbar(length=last, label="Reading") as bar:
        for some in importing.in_batches(files.read(content, asked.file.name)):
            await database.write(_portion(into, some, seen, found, asked.dry))
            bar.update(min(some[-1][0], last) - bar.pos)
        bar.update(last - bar.pos)
    _say(found, asked)


def _portion(
    into: Into,
    some: list[tuple[int, Entry | Refused]],
    seen: dict[importing.Key, int],
    found: Report,
    dry: bool,
) -> Callable[[Work], None]:
    def run(work: Work) -> None:
        with work.session() as db:
            importing.bring_in(db, into, some, seen, found, dry=dry)

    return run


def take(path: Path, community: str, kind: Format, language: str, file: Path) -> int:
    """Write a community's library into a file; returns how many entries it holds.

    Raises StorageError, OSError, Unknown for an unknown community.
    """
    upgrade(path)
    database = Database(path)

    def run(db: Session) -> int:
        here = _community(db, community)
        names = {p.id or 0: p.name for p in db.exec(select(Person))}
        count = 0

        def counted() -> Iterator[Entry]:
            nonlocal count
            for entry in importing.entries(db, here.id or 0, names):
                count += 1
                yield entry

        with file.open("wb") as out:
            for piece in files.write(counted(), kind, language):
                out.write(piece)
        return count

    try:
        return asyncio.run(database.read(run))
    finally:
        database.close()


def kind_of(file: Path) -> Format:
    """The format that a file's ending asks for. Raises Unknown for another one."""
    ending = file.suffix.lower().lstrip(".")
    for kind in files.FORMATS:
        if ending == kind:
            return kind
    raise Unknown(f"{file}: the ending says how to write it: .html, .csv or .json.")


# ── whom and where ──────────────────────────────────────────────────────────────────────────────


def _community(db: Session, name: str) -> Community:
    """The community of this name; the only one if none is named. Raises Unknown."""
    known = list(db.exec(select(Community)))
    meant = [c for c in known if not name or fold(c.name) == fold(name)]
    if len(meant) == 1:
        return meant[0]
    names = ", ".join(f'"{c.name}"' for c in known)
    if not known:
        raise Unknown("There is no community yet. Found one with /ronde, then import.")
    raise Unknown(f"Which community? Add --community with one of: {names}")


def _into(db: Session, asked: Import) -> Into:
    here = _community(db, asked.community)
    assert here.id is not None
    members = people.members(db, here.id)
    names = {fold(p.name): p.id or 0 for m in members if (p := db.get(Person, m.person_id))}
    by = names.get(fold(asked.by.lstrip("@"))) if asked.by else None
    if asked.by and by is None:
        raise Unknown(f'Nobody called "{asked.by}" is a member of {here.name}.')
    if by is None:
        if not members:
            raise Unknown(f"{here.name} has no members.")
        by = max(members, key=lambda m: (m.rank, -(m.id or 0))).person_id
    return Into(here.id, by, names, datetime.now(UTC))


# ── the report ──────────────────────────────────────────────────────────────────────────────────


def _say(found: Report, asked: Import) -> None:
    reader = Reader(asked.language)
    would = "would be kept" if asked.dry else "kept"
    typer.echo(
        f"{found.kept} {would}, {len(found.duplicates)} there already, "
        f"{len(found.refused)} not usable."
    )
    lines = sorted([*found.duplicates, *found.refused], key=lambda one: one.line)
    said = [_line(one, reader) for one in lines]
    if asked.report is not None:
        asked.report.write_text("".join(f"{line}\n" for line in said), encoding="utf-8")
        typer.echo(f"Each of them is listed in {asked.report}.")
        return
    for line in said[:SHOWN]:
        typer.echo(line)
    if len(said) > SHOWN:
        typer.echo(f"… and {len(said) - SHOWN} more: --report FILE lists them all.")


def _line(one: Line, reader: Reader) -> str:
    words = f"{one.words}: " if one.words else ""
    return f"line {one.line}: {words}{plain(one.why, reader)}"
