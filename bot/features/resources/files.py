"""Bring a library along and take it away: bookmarks of a browser, a spreadsheet, or JSON.

Nothing here knows the library's tables: a file's bytes become entries, and entries bytes.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from bot.features.resources import bookmarks, objects, sheets
from bot.features.resources.entries import BINARY, EMPTY, Entry, Refused, judged, refused

__all__ = ["FORMATS", "Entry", "Format", "Refused", "read", "write"]

Format = Literal["html", "csv", "json"]
FORMATS: tuple[Format, ...] = ("html", "csv", "json")

_AT_ONCE = 500  # entries in one piece of what is written


def read(content: bytes, name: str) -> Iterator[tuple[int, Entry | Refused]]:
    """Each entry of a file with the line on which it starts, or why that line gives none.

    `name` is the file's: its ending counts where the content leaves a doubt. Never raises; a file
    that holds nothing gives one refusal.
    """
    text = _decoded(content)
    if text is None:
        yield 1, refused(1, "", BINARY)
        return
    scan = {"html": bookmarks.scan, "csv": sheets.scan, "json": objects.scan}[_format(text, name)]
    nothing = True
    for line, found in scan(text):
        nothing = False
        yield line, found if isinstance(found, Refused) else judged(line, found)
    if nothing:
        yield 1, refused(1, "", EMPTY)


def write(entries: Iterable[Entry], format: Format, language: str) -> Iterator[bytes]:  # noqa: A002 - the word of the command
    """A file, piece by piece, that `read` reads back.

    JSON holds an entry exactly; CSV too; bookmarks hold whole seconds. Names of columns and types
    in a CSV file are in `language`, and it opens with a byte order mark, so that spreadsheets read
    accents.
    """
    if format == "html":
        pieces = bookmarks.written(entries, language)
    elif format == "csv":
        pieces = sheets.written(entries, language)
        yield codecs.BOM_UTF8
    else:
        pieces = objects.written(entries)
    while piece := "".join(islice(pieces, _AT_ONCE)):
        yield piece.encode("utf-8", "replace")


def _format(text: str, name: str) -> Format:
    """The content decides where it can; else the name's ending; else it is a sheet."""
    ending = name.lower().rpartition(".")[2]
    first = text.lstrip()[:1]
    if first == "<" or (ending in {"html", "htm"} and first not in {"[", "{"}):
        return "html"
    if ending == "json" or (first in {"[", "{"} and ending not in {"csv", "tsv", "txt"}):
        return "json"
    return "csv"


def _decoded(content: bytes) -> str | None:
    """The words of a file, each line ending with a line feed; None for what is no text.

    UTF-8, or UTF-16 where a byte order mark says so (Excel's "Unicode text"); a line that is
    neither was written on an older Windows: cp1252.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    elif any(sign < 9 for sign in content[:8192]):
        return None
    else:
        content = content.removeprefix(codecs.BOM_UTF8)
        try:
            text = content.decode()
        except UnicodeDecodeError:
            text = "".join(_line(line) for line in content.splitlines(keepends=True))
    if "\r" in text and "\n" in text:
        # linkding ends its lines with \n\r, everybody else with \r\n.
        return text.replace("\r\n", "\n").replace("\n\r", "\n").replace("\r", " ")
    return text.replace("\r", "\n")


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as problem:
        if problem.reason == "unexpected end of data":  # the file was cut within a letter
            return line.decode("utf-8", "ignore")
        return line.decode("cp1252", "replace")
