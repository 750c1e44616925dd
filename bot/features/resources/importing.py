"""Bringing a file into the library, some hundred entries a transaction, and taking it out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.errors import Refusal
from bot.features.resources import index, labels, links, records
from bot.features.resources.entries import Entry, Refused
from bot.folding import indexed
from bot.text import Text, text
from bot.words import fold
from storage.types import to_text

AT_ONCE = 200
"""Entries a transaction: the others, who press buttons meanwhile, wait a few milliseconds."""

LONGEST_TITLE = 200

Key = str | tuple[str, str]
"""What tells a resource from others: the key of its link, or the title and words of a note."""


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
    seen: dict[Key, int],
    report: Report,
    *,
    dry: bool = False,
) -> None:
    """Keep a portion of a file; what is there already, or twice in the file, is kept once.

    `seen` remembers the keys of this file with their lines. With `dry` nothing is written.
    """
    usable: list[_Usable] = []
    for line, entry in some:
        judged = _judged(line, entry)
        if isinstance(judged, Line):
            report.refused.append(judged)
        else:
            usable.append(judged)
    known = _known(db, into, usable)
    fresh = []
    for one in usable:
        why = None
        if one.key in known:
            number, binned = known[one.key]
            why = text(f"library-import-{'binned' if binned else 'known'}", number=number)
        elif one.key in seen:
            why = text("library-import-twice", line=seen[one.key])
        if why is not None:
            words = one.entry.address or one.title
            report.duplicates.append(Line(one.line, words[:80], why))
            continue
        seen[one.key] = one.line
        fresh.append(one)
    report.kept += len(fresh)
    if fresh and not dry:
        _write(db, into, fresh)


@dataclass(frozen=True, slots=True)
class _Usable:
    """A line that can be kept, unless it is there already."""

    line: int
    entry: Entry
    address: links.Address | None
    title: str

    @property
    def key(self) -> Key:
        """What it has in common with itself: its link, or the words of a note."""
        return self.address.key if self.address else (self.title, self.entry.note)


def _judged(line: int, entry: Entry | Refused) -> _Usable | Line:
    if isinstance(entry, Refused):
        return Line(line, entry.words, text(entry.why))
    try:
        address = links.address(entry.address) if entry.address else None
    except Refusal as refusal:
        return Line(line, entry.address[:80], refusal.says)
    title = entry.title or (links.title_from(address) if address else entry.note)
    if title == entry.note and len(title) <= LONGEST_TITLE:
        entry = replace(entry, note="")  # said once: a short note is its own title
    return _Usable(line, entry, address, title[:LONGEST_TITLE])


def _known(db: Session, into: Into, usable: Sequence[_Usable]) -> dict[Key, tuple[int, bool]]:
    found: dict[Key, tuple[int, bool]] = {}
    keys = [one.address.key for one in usable if one.address is not None]
    found.update(records.keys_known(db, into.community, keys))
    titles = [one.title for one in usable if one.address is None]
    if titles:
        notes = records.notes_known(db, into.community, titles)
        found |= {note: where for note, where in notes.items()}  # noqa: C416  (widens the key)
    return found


def _write(db: Session, into: Into, fresh: Sequence[_Usable]) -> None:
    first = records.next_id(db)
    number = records.next_number(db, into.community)
    rows: list[dict[str, Any]] = []
    words: list[tuple[Any, ...]] = []
    tags: dict[str, str] = {}
    carried: list[tuple[int, str]] = []
    for at, one in enumerate(fresh):
        entry = one.entry
        row = _row(into, entry, one.address, one.title)
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
