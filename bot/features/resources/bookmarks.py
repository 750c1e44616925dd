"""Bookmarks as browsers and linkding keep them in a file: what `File > Export bookmarks` writes.

The format has no standard beyond Microsoft's note "Netscape Bookmark File Format" (aa753582); read
here is what Firefox, Chrome, Safari and linkding write.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from bot.features.resources.entries import CUT, Entry, Refused, Row, bare, refused

# `*+` never tries a second way: ten megabytes of broken markup are read once, not squared.
_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9]*+)((?:[^<>"']|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(
    r"""(?<![A-Za-z_])([A-Za-z_]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
)
# Addresses are often written bare: in `?a=1&copy=2` the ampersand is itself, as in HTML's rules.
_REFERENCE = re.compile(r"&#?[A-Za-z0-9]{1,32};")
_NOTES, _END = "[linkding-notes]", "[/linkding-notes]"

_STRUCTURE = frozenset({"a", "dt", "dd", "dl", "h1", "h3", "hr"})
_ROOTS = frozenset(
    bare(name)
    for name in (
        "Bookmarks",
        "Bookmarks bar",
        "Bookmarks toolbar",
        "Bookmarks menu",
        "Other bookmarks",
        "Mobile bookmarks",
        "Favorites",
        "Favorites bar",
        "Favourites",
        "Favourites bar",
        "Reading list",
        "Imported",
        "Marque-pages",
        "Barre personnelle",
        "Barre de favoris",
        "Barre des favoris",
        "Menu des marque-pages",
        "Autres marque-pages",
        "Marque-pages des appareils mobiles",
        "Favoris",
        "Autres favoris",
        "Favoris sur mobile",
        "Liste de lecture",
    )
)
"""Folders that the browser made, not the person: they are no tags."""

HEADING = {"en": "Bookmarks", "fr": "Marque-pages"}


def scan(text: str) -> Iterator[tuple[int, Row | Refused]]:
    """Each bookmark of a file, with the line on which it stands. Never raises."""
    return _Scan(text).go()


def written(entries: Iterable[Entry], language: str) -> Iterator[str]:
    """A file of bookmarks, piece by piece. Types and people are attributes that browsers ignore."""
    heading = HEADING.get(language, HEADING["en"])
    yield (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n'
        f"<TITLE>{heading}</TITLE>\n<H1>{heading}</H1>\n<DL><p>\n"
    )
    for entry in entries:
        attributes = {
            "HREF": entry.address,
            "ADD_DATE": f"{int(entry.shared_at.timestamp())}" if entry.shared_at else "",
            "TAGS": ",".join(entry.tags),
            "KIND": entry.kind,
            "SHARED_BY": entry.shared_by,
        }
        said = "".join(
            f' {name}="{html.escape(value)}"'
            for name, value in attributes.items()
            if value or name == "HREF"
        )
        yield f"<DT><A{said}>{html.escape(entry.title)}</A>\n"
        if entry.note or entry.description:
            yield f"<DD>{html.escape(_both(entry))}\n"
    yield "</DL><p>\n"


def _both(entry: Entry) -> str:
    """The note; or the page's description and the note, told apart as linkding does it."""
    if entry.description or _NOTES in entry.note:
        return f"{entry.description}{_NOTES}{entry.note}{_END}"
    return entry.note


class _Scan:
    """Reads tags in order, once, remembering the folders that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._counted = 0
        self._folders: list[str] = []
        self._folder = ""  # named by the last H3, opened by the next DL
        self._found: dict[str, str] = {}
        self._at = 0
        self._pieces: list[str] = []
        self._within = ""  # "title", "note", "folder", or nothing that matters

    def go(self) -> Iterator[tuple[int, Row | Refused]]:
        end = 0
        for tag in _TAG.finditer(self._text):
            if self._within:
                self._pieces.append(self._text[end : tag.start()])
            end = tag.end()
            name = tag[2].lower()
            if name == "br" and self._within:
                self._pieces.append("\n")
            if name not in _STRUCTURE:
                continue
            self._finish()
            if (
                self._found
                and name in {"a", "h3", "dl", "dt", "hr"}
                and not (name == "a" and tag[1])
            ):
                yield self._at, self._taken()
            self._enter(name, closing=bool(tag[1]), tag=tag)
        rest = self._text[end:]
        broken = rest.rfind("<")
        if self._within:
            self._pieces.append(rest if broken < 0 else rest[:broken])
            self._finish()
        if self._found:
            yield self._at, self._taken()
        if broken >= 0 and rest[broken + 1 : broken + 2].lower() == "a":
            self._count(end + broken)
            yield self._line, refused(self._line, rest[broken:], CUT)

    def _enter(self, name: str, *, closing: bool, tag: re.Match[str]) -> None:
        if name == "dl" and not closing:
            self._folders.append(self._folder)
            self._folder = ""
        elif name == "dl" and self._folders:
            self._folders.pop()
        elif name == "h3" and not closing:
            # Chrome, Firefox and Safari mark the folders that they made themselves.
            own = "_folder=" in tag[3].lower() or "com.apple." in tag[3].lower()
            self._within = "" if own else "folder"
            self._folder = ""
        elif name == "a" and not closing:
            self._count(tag.start())
            self._at = self._line
            self._found = self._bookmark(tag[3])
            self._within = "title"
        elif name == "dd" and not closing and self._found:
            self._within = "note"

    def _bookmark(self, said: str) -> dict[str, str]:
        given = {
            found[1].lower(): _plain(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(said)
        }
        folders = [name for name in reversed(self._folders[-8:]) if name]
        tags = given.get("tags", "").split(",") + folders
        return {
            "address": given.get("href", ""),
            "tags": ",".join(tags),
            "shared_at": given.get("add_date", ""),
            "kind": given.get("kind", ""),
            "shared_by": given.get("shared_by", ""),
        }

    def _finish(self) -> None:
        """Keep the words since the last tag that matters."""
        if self._within:
            words = _plain("".join(self._pieces))
            if self._within == "folder":
                self._folder = "" if bare(words) in _ROOTS else words.replace(",", " ")
            else:
                self._found[self._within] = words
        self._within = ""
        self._pieces = []

    def _taken(self) -> Row:
        found, self._found = self._found, {}
        description, mark, note = found.get("note", "").rstrip().partition(_NOTES)
        if mark and note.endswith(_END):
            found["description"], found["note"] = description, note.removesuffix(_END)
        return found

    def _count(self, position: int) -> None:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position


def _plain(words: str) -> str:
    """Words without references such as `&amp;`."""
    if "&" not in words:
        return words
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), words)
