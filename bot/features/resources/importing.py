"""Bringing a file into the library, some hundred entries a transaction, and taking it out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.errors import Refusal
from bot.features.resources import index, labels, links, records
from bot.features.resources.entries import Entry, Refused
from bot.features.resources.folding import indexed
from bot.text import Text, text
from bot.words import fold
from storage.types import to_text

AT_ONCE = 200
"""Entries a transaction: the others, who press buttons meanwhile, wait a few milliseconds."""

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """What is said about one line of the file."""

    line: int
    words: str
    why: Text


@dataclass(slots=True)
class Report:
    """What came of a file."""

    kept: int = 0
    duplicates: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Into:
    """Where entries go: the community, who answers for them, and when."""

    community: int
    person: int
    people: dict[str, int]  # the community's members by folded name, for `shared_by`
    now: datetime


def in_batches(
    found: Iterable[tuple[int, Entry | Refused]],
) -> Iterator[list[tuple[int, Entry | Refused]]]:
    """The lines of a file in portions of one transaction each."""
    some: list[tuple[int, Entry | Refused]] = []
    for one in found:
        some.append(one)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def bring_in(
    db: Session,
    into: Into,
    some: Sequence[tuple[int, Entry | Refused]],
    seen: dict[str, int],
    report: Report,
    *,
    dry: bool = False,
) -> None:
    """Keep a portion of a file; what is there already, or twice in the file, is kept once.

    `seen` remembers the keys of this file with their lines. With `dry` nothing is written.
    """
    usable: list[tuple[int, Entry, links.Address | None]] = []
    for line, entry in some:
        if isinstance(entry, Refused):
            report.refused.append(Line(line, entry.words, text(entry.why)))
            continue
        try:
            address = links.address(entry.address) if entry.address else None
        except Refusal as refusal:
            report.refused.append(Line(line, entry.address[:80], refusal.says))
            continue
        usable.append((line, entry, address))
    keys = [address.key for _, _, address in usable if address is not None]
    known = records.keys_known(db, into.community, keys)
    fresh = []
    for line, entry, address in usable:
        if address is not None:
            if address.key in known:
                why = text("library-import-known", number=known[address.key])
                report.duplicates.append(Line(line, entry.address[:80], why))
                continue
            if address.key in seen:
                why = text("library-import-twice", line=seen[address.key])
                report.duplicates.append(Line(line, entry.address[:80], why))
                continue
            seen[address.key] = line
        fresh.append((entry, address))
    report.kept += len(fresh)
    if fresh and not dry:
        _write(db, into, fresh)


def _write(db: Session, into: Into, fresh: Sequence[tuple[Entry, links.Address | None]]) -> None:
    first = records.next_id(db)
    number = records.next_number(db, into.community)
    rows: list[dict[str, Any]] = []
    words: list[tuple[Any, ...]] = []
    tags: dict[str, str] = {}
    carried: list[tuple[int, str]] = []
    for at, (entry, address) in enumerate(fresh):
        title = entry.title or (links.title_from(address) if address else entry.note)
        row = _row(into, entry, address, title[:LONGEST_TITLE])
        rows.append({**row, "id": first + at, "number": number + at})
        for tag in entry.tags:
            folded = fold(tag)
            tags.setdefault(folded, tag)
            carried.append((first + at, folded))
        words.append(
            (
                first + at,
                indexed(row["title"]),
                indexed(" ".join(entry.tags)),
                indexed(entry.note),
                indexed(entry.description),
                indexed(row["address"]),
            )
        )
    records.add_many(db, rows)
    labels.carry_many(db, into.community, tags, carried)
    index.put_many(db, words)


def _row(into: Into, entry: Entry, address: links.Address | None, title: str) -> dict[str, Any]:
    sharer = into.people.get(fold(entry.shared_by)) if entry.shared_by else None
    at = to_text(min(entry.shared_at or into.now, into.now))
    kind = entry.kind or (links.kind_of(address) if address else "note")
    return {
        "community_id": into.community,
        "key": address.key if address else None,
        "address": address.shown if address else "",
        "title": title,
        "titled": "person" if entry.title else "address",
        "description": entry.description,
        "note": entry.note,
        "kind": kind,
        "sharer_id": sharer or into.person,
        "shared_at": at,
        "verified_at": at,
    }


def entries(db: Session, community: int, names: dict[int, str]) -> Iterator[Entry]:
    """The whole library as a file knows it, oldest first; what is in the bin stays there."""
    for some in records.everything(db, community):
        tags = labels.of(db, community, [r.id or 0 for r in some])
        for resource in some:
            yield Entry(
                address=resource.address,
                title=resource.title,
                tags=tuple(words for words, _ in tags[resource.id or 0]),
                note=resource.note,
                description=resource.description,
                kind=resource.kind,
                shared_at=resource.shared_at,
                shared_by=names.get(resource.author_id or resource.sharer_id or 0, ""),
            )
