"""What one line of a file says about a resource, whichever tool wrote the file.

The formats (`bookmarks`, `sheets`, `objects`) find rows of plain words; here a row becomes an
entry, or the reason why it cannot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

MOST_TAGS = 8
LONGEST_TAG = 40
LONGEST = 10_000
"""Characters of one piece of an entry: a longer one is no note, it is a document."""

EMPTY = "resource-file-empty"
BINARY = "resource-file-binary"
COLUMNS = "resource-file-columns"
CUT = "resource-file-cut"
TOO_LONG = "resource-file-too-long"
NO_ADDRESS = "resource-file-no-address"
NOT_ONE = "resource-file-not-one"


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as a file knows it. Without an address it is a note.

    `address` is as written: whether it may be opened is not judged here. `tags` are in the
    library's shape. `kind` is one of `KINDS`, or empty. `shared_at` is aware.
    """

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    description: str = ""
    kind: str = ""
    shared_at: datetime | None = None
    shared_by: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that gives no entry: where it stands, how it begins, and the key that says why."""

    line: int
    words: str
    why: str


Row = Mapping[str, str]
"""The words found for each piece of an entry, by its name; tags are separated by commas."""

KINDS: Mapping[str, tuple[str, str]] = {
    "guide": ("guide", "guide"),
    "article": ("article", "article"),
    "video": ("video", "vidéo"),
    "tool": ("tool", "outil"),
    "template": ("template", "modèle"),
    "course": ("course", "cours"),
    "note": ("note", "note"),
}
"""Each type of resource, and how a file says it in English and in French."""


def bare(words: str) -> str:
    """Words as they are compared: lower-case, without accents; whatever else stands for a space."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", kept).strip()


_KINDS = {bare(word): kind for kind, words in KINDS.items() for word in (kind, *words)}
_KINDS["formation"] = "course"

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_GAP = re.compile(r"[ \t\n]+")
_NOT_IN_A_TAG = re.compile(r"[^\w-]+")
_EPOCH = re.compile(r"[0-9]{9,17}")
_BETWEEN_TAGS = re.compile(r"[,;|\n]")


def refused(line: int, words: str, why: str) -> Refused:
    """A refusal that quotes the beginning of the line, for a person to recognise it."""
    return Refused(line, line_of(words[:1000])[:80], why)


def judged(line: int, row: Row) -> Entry | Refused:
    """The entry that a row holds, or why it holds none.

    Tags beyond the library's number are left out, the last first (feature 8, A7).
    """
    entry = Entry(
        address=line_of(row.get("address", "")),
        title=line_of(row.get("title", "")),
        tags=tags_of(_BETWEEN_TAGS.split(row.get("tags", ""))),
        note=_text(row.get("note", "")),
        description=_text(row.get("description", "")),
        kind=_KINDS.get(bare(row.get("kind", "")), ""),
        shared_at=instant(row.get("shared_at", "")),
        shared_by=line_of(row.get("shared_by", "")),
    )
    said = (entry.address, entry.title, entry.note, entry.description, entry.shared_by)
    words = entry.address or entry.title or entry.note or entry.description
    if any(len(piece) > LONGEST for piece in said):
        return refused(line, words, TOO_LONG)
    if not (entry.address or entry.title or entry.note):
        return refused(line, words or ", ".join(entry.tags), NO_ADDRESS)
    return entry


def tags_of(names: Iterable[str]) -> tuple[str, ...]:
    """Names of tags and folders in the shape of the library's tags, each once, at most eight.

    Lower-case with accents kept; what is neither letter nor digit becomes a hyphen; two that
    differ by accents alone are one (feature 8, A7).
    """
    found: dict[str, str] = {}
    for name in names:
        if name.strip().startswith("linkding:"):
            continue  # linkding's own mark for archived bookmarks
        tag = _CONTROLS.sub("", unicodedata.normalize("NFC", name).strip().lower())
        tag = _NOT_IN_A_TAG.sub("-", tag).strip("-")[:LONGEST_TAG].strip("-")
        if tag:
            found.setdefault(bare(tag), tag)
            if len(found) == MOST_TAGS:
                break
    return tuple(found.values())


def instant(words: str) -> datetime | None:
    """When something was shared, in UTC: ISO 8601, or seconds, milli- or microseconds since 1970.

    Without a zone it is UTC. None for what is no date, and for years in which nobody can have
    shared a web page.
    """
    words = words.strip()
    if not words:
        return None
    try:
        if _EPOCH.fullmatch(words):
            number = int(words)
            while number > 100_000_000_000:
                number //= 1000
            found = datetime.fromtimestamp(number, UTC)
        else:
            found = datetime.fromisoformat(words)
            found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if 1990 <= found.year <= 2100 else None


def line_of(words: str) -> str:
    """Words on one line, without control characters."""
    return _GAP.sub(" ", _text(words))


def _text(words: str) -> str:
    """Words of any number of lines: no control characters, nor surrogates that no file can hold."""
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", words).strip()
