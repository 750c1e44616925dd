"""The library as a sheet of a spreadsheet: CSV, with column names that people read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC

from bot.features.resources.entries import (
    COLUMNS,
    CUT,
    KINDS,
    TOO_LONG,
    Entry,
    Refused,
    Row,
    bare,
    refused,
)

HEADERS: Mapping[str, tuple[str, str]] = {
    "address": ("Address", "Adresse"),
    "title": ("Title", "Titre"),
    "tags": ("Tags", "Mots-clés"),
    "note": ("Note", "Note"),
    "description": ("Description", "Description"),
    "kind": ("Type", "Type"),
    "shared_at": ("Shared on", "Date de partage"),
    "shared_by": ("Shared by", "Partagé par"),
}
"""The columns that we write, in English and in French."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "address": ("address", "adresse", "link", "lien", "url", "uri", "href", "adresse web"),
    "title": ("title", "titre", "name", "nom", "intitulé", "website title"),
    "tags": (
        *("tags", "mots-clés", "tag names", "étiquettes", "keywords", "labels", "manual tags"),
        *("folder", "dossier", "thèmes", "catégories", "categories"),
    ),
    "note": ("note", "notes", "comment", "commentaire", "comments", "commentaires", "remarque"),
    "description": (
        *("description", "website description", "excerpt", "extrait", "summary", "résumé"),
        *("abstract", "abstract note"),
    ),
    "kind": ("kind", "type", "type de ressource", "nature", "item type"),
    "shared_at": (
        *("shared at", "shared on", "date de partage", "date added", "date d'ajout", "added on"),
        *("ajouté le", "partagé le", "created", "created at", "time added", "timestamp", "date"),
    ),
    "shared_by": ("shared by", "partagé par", "par", "by"),
}
"""What a column, or a key of a JSON object, may be called, ours first: accents and case are free."""

_KNOWN = {bare(name): slot for slot, names in NAMES.items() for name in names}
_FRENCH = frozenset(
    bare(name)
    for name in (
        "adresse",
        "lien",
        "titre",
        "mots-clés",
        "date de partage",
        "ajouté le",
        "étiquettes",
    )
)
_SEPARATORS = (",", ";", "\t")
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,]+(\d{1,2})(:\d{2}(?::\d{2})?))?")


def scan(text: str) -> Iterator[tuple[int, Row | Refused]]:
    """Each row of a sheet, with the line on which it starts. Never raises.

    The first row names the columns; without names, an address first is understood as our order.
    """
    first, _, _ = text.partition("\n")
    skipped = re.fullmatch(r'"?sep=([,;\t])"?', first.strip())  # Excel's own first line
    separator = skipped[1] if skipped else ""
    rows = _rows(text, separator)
    if skipped:
        next(rows, None)
    line, cells = next(rows, (0, []))
    if not line:
        return
    if isinstance(cells, Refused):
        yield line, cells
        return
    columns = _columns(cells)
    french = any(bare(cell) in _FRENCH for cell in cells)
    if not columns and cells and re.match(r"https?://", cells[0].strip(), re.IGNORECASE):
        columns = {slot: (place,) for place, slot in enumerate(HEADERS)}
        yield line, _row(cells, columns, french=False)
    if not columns.keys() & {"address", "title", "note"}:
        yield line, refused(line, first, COLUMNS)
        return
    for line, cells in rows:
        if isinstance(cells, Refused):
            yield line, cells
        elif any(cell.strip() for cell in cells):
            yield line, _row(cells, columns, french=french)


def written(entries: Iterable[Entry], language: str) -> Iterator[str]:
    """A sheet, row by row, that a spreadsheet opens without running anything in it.

    In French the separator is the semicolon, as French spreadsheets expect. Dates are in UTC.
    """
    spoken = 1 if language == "fr" else 0
    separator = ";" if language == "fr" else ","
    yield _line([names[spoken] for names in HEADERS.values()], separator)
    for entry in entries:
        at = entry.shared_at.astimezone(UTC).replace(tzinfo=None) if entry.shared_at else None
        cells = (
            entry.address,
            entry.title,
            ", ".join(entry.tags),
            entry.note,
            entry.description,
            KINDS[entry.kind][spoken] if entry.kind in KINDS else entry.kind,
            at.isoformat(sep=" ") if at else "",
            entry.shared_by,
        )
        yield _line([safe(cell) for cell in cells], separator)


def safe(cell: str) -> str:
    """A cell that a spreadsheet will not run: a formula's first sign gets a quote in front.

    So does a quote before such a sign, and `unsafe` takes exactly one back.
    """
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unsafe(cell: str) -> str:
    """The cell as it was before `safe`."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def _line(cells: Sequence[str], separator: str) -> str:
    out = io.StringIO()
    # Every cell in quotes: a separator of another country inside a cell starts no new one.
    csv.writer(out, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow(
        cells
    )
    return out.getvalue()


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str] | Refused]]:
    """The cells of each record and its first line; a refusal for one that cannot be told apart."""
    ended: list[bool] = []
    rows = csv.reader(
        _lines(text, ended), delimiter=separator or _separator(text), skipinitialspace=True
    )
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:  # a cell beyond the module's 131,072 characters
            yield line, refused(line, "", TOO_LONG)
            continue
        if ended:  # a quotation mark was opened here and never closed
            yield line, refused(line, ", ".join(cells), CUT)
            return
        yield line, cells


def _lines(text: str, ended: list[bool]) -> Iterator[str]:
    yield from io.StringIO(text)
    ended.append(True)


def _separator(text: str) -> str:
    """The one with which the first line names the most columns."""
    first, _, _ = text[:10_000].partition("\n")
    return max(_SEPARATORS, key=lambda one: len(_columns(first.replace('"', "").split(one))))


def _columns(cells: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Where each piece of an entry stands; of several such columns, the best known name first."""
    places: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(cells):
        name = bare(cell)
        slot = _KNOWN.get(name)
        if slot:
            rank = [bare(known) for known in NAMES[slot]].index(name)
            places.setdefault(slot, []).append((rank, place))
    return {slot: tuple(place for _, place in sorted(found)) for slot, found in places.items()}


def _row(cells: Sequence[str], columns: Mapping[str, tuple[int, ...]], *, french: bool) -> Row:
    found: dict[str, str] = {}
    for slot, places in columns.items():
        words = (unsafe(cells[place]) for place in places if place < len(cells))
        found[slot] = next((word for word in words if word.strip()), "")
    if french and (day := _DAY_FIRST.fullmatch(found.get("shared_at", "").strip())):
        # French spreadsheets save 2026-11-02 as 02/11/2026.
        clock = f" {day[4]:0>2}{day[5]}" if day[4] else ""
        found["shared_at"] = f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}{clock}"
    return found
