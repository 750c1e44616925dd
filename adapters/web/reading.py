"""What a page calls itself: its title and description, found in the beginning of its HTML.

Only the few elements that matter reach the parser, and only in small pieces. A page can be written
to keep a parser busy: 64 kB of "<a " hold Python 3.11's for 27 seconds, twice as much for four times
as long. Cutting the pieces out first takes time in proportion to the page, whatever stands in it.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from encodings.aliases import aliases
from typing import Final

from adapters.lengths import cut

HYPERTEXT: Final = frozenset({"text/html", "application/xhtml+xml"})
LONGEST_TITLE: Final = 300
LONGEST_DESCRIPTION: Final = 500


@dataclass(frozen=True, slots=True)
class Said:
    """A title and a description, in plain words; either may be empty."""

    title: str
    description: str


def read(body: bytes, charset: str) -> Said:
    """What the page says of itself; `charset` is what its server said, or nothing.

    The title is og:title, else <title>, else the first heading; the description og:description,
    else the meta description.
    """
    found: dict[str, str] = {}
    for kind, piece in _pieces(_decoded(body, charset)):
        name, words = _READ[kind](piece)
        if not found.get(name):
            found[name] = clean(words)
    title = found.get("og:title") or found.get("title") or found.get("h1") or ""
    description = found.get("og:description") or found.get("description") or ""
    return Said(cut(title, LONGEST_TITLE), cut(description, LONGEST_DESCRIPTION))


def clean(words: str) -> str:
    """The words without what cannot be seen, on one line.

    Control and bidirectional characters make following words read otherwise; lone surrogates are
    no text. The two joiners stay: Persian and some emoji need them.
    """
    spaced = " ".join(words.split())
    seen = (c for c in spaced if c in "\u200c\u200d" or unicodedata.category(c) not in _UNSEEN)
    return " ".join("".join(seen).split())


# ── cutting the pieces out ──────────────────────────────────────────────────────────────────────

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
_LONGEST_TAG: Final = 8_000  # characters: some descriptions are essays
_LONGEST_WORDS: Final = 4_000  # in a title or a heading, with the markup
_MOST: Final = {"meta": 12, "title": 3, "h1": 3}  # pieces
_MOST_TAGS: Final = 2_000  # metas looked at, whatever they say

_OPENS: Final = re.compile(
    r"<(?:(!--)|(script|style|textarea|template|svg|title|meta|h1)(?=[\s/>]))", re.IGNORECASE
)
# The whole of a tag, where a ">" may stand in quotes; `++` and `*+` never go back.
_TAG: Final = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_OURS: Final = re.compile(
    r"""\b(?:property|name)\s*+=\s*+["']?+\s*+(?:og:title|og:description|description)\b""",
    re.IGNORECASE,
)
_CLOSES: Final = {"!--": re.compile("-->")} | {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "template", "svg", "title", "h1")
}
_TO_THE_END: Final = frozenset({"!--", "script", "style", "textarea", "title"})
"""Where one of these is never closed, the rest of the page is inside it."""


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The metas (as tags), titles and first headings (what they hold), in their order.

    Comments and scripts may talk of titles, and drawings have their own: these are passed by.
    """
    left = dict(_MOST)
    tags = 0
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENS.search(text, at):
        kind = (opening[1] or opening[2]).lower()
        at = opening.end()
        if kind == "meta":
            tags += 1
            if left[kind] and tags <= _MOST_TAGS:
                at = _tag_end(text, at)
                piece = text[opening.start() : at]
                if _OURS.search(piece):
                    left[kind] -= 1
                    yield kind, piece
            continue
        if kind in unclosed:
            continue
        if kind == "!--":
            at -= 2  # it may close with its own dashes: <!-->
        else:
            at = _tag_end(text, at)
        closing = _CLOSES[kind].search(text, at)
        if left.get(kind):
            left[kind] -= 1
            end = closing.start() if closing is not None else len(text)
            yield kind, text[at : min(end, at + _LONGEST_WORDS)]
        if closing is not None:
            at = closing.end()
        elif kind in _TO_THE_END:
            return
        else:
            unclosed.add(kind)


def _tag_end(text: str, at: int) -> int:
    """Where the tag ends whose name ends at `at`: after its ">", if there is one nearby."""
    most = at + _LONGEST_TAG
    whole = _TAG.match(text, at, most)
    if whole is not None:
        return whole.end()
    # A quote that is never closed belongs to the words.
    return text.find(">", at, most) + 1 or at


# ── reading a piece ─────────────────────────────────────────────────────────────────────────────


def _meta(piece: str) -> tuple[str, str]:
    """A meta's name, and what it says."""
    from bs4 import BeautifulSoup  # 80 ms, spent on the first page only

    tag = BeautifulSoup(piece, "html.parser").find("meta")
    if tag is None:
        return "", ""
    name = str(tag.get("property") or tag.get("name") or "")
    return name.strip().lower(), str(tag.get("content") or "")


def _title(piece: str) -> tuple[str, str]:
    """A title: text with entities; a tag in it is just words. Source: HTML's RCDATA."""
    return "title", html.unescape(piece)


def _heading(piece: str) -> tuple[str, str]:
    """A heading, without the markup in it."""
    from bs4 import BeautifulSoup

    return "h1", BeautifulSoup(f"<h1>{piece}</h1>", "html.parser").get_text()


_READ: Final[dict[str, Callable[[str], tuple[str, str]]]] = {
    "meta": _meta,
    "title": _title,
    "h1": _heading,
}


# ── characters ──────────────────────────────────────────────────────────────────────────────────

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_CODECS: Final = (
    frozenset({"utf_8", "utf_16", "utf_16_le", "utf_16_be", "gb18030", "big5", "big5hkscs"})
    | {"cp932", "cp949", "euc_jp", "iso2022_jp", "koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"}
    | {"cp866", "cp874"}
    | {f"cp125{number}" for number in range(9)}
    | {f"iso8859_{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)}
)
"""What pages are written in. Python knows more, some of it slow on purpose-made bytes ("idna")."""
_MEANT: Final = {
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "windows_31j": "cp932",
    "euc_kr": "cp949",
}
"""What is meant by a name, as browsers read it. Source: the WHATWG's Encoding Standard."""
_DECLARED: Final = re.compile(
    rb"""<(?:meta\s[^>]{0,300}?\bcharset|\?xml\s[^>]{0,100}?\bencoding)\s{0,9}=\s{0,9}["']?\s{0,9}"""
    rb"""([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4_096  # bytes; browsers look at the first 1,024


def _decoded(body: bytes, charset: str) -> str:
    """The page as text: by its first bytes, its server's word, its own word, else UTF-8."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    codec = _codec(charset)
    if not codec:
        declared = _DECLARED.search(body, 0, _DECLARED_WITHIN)
        codec = _codec(declared[1].decode("ascii", "replace")) if declared else ""
        # Who could read this declaration byte by byte is not reading UTF-16.
        codec = "" if codec.startswith("utf_16") else codec
    return body.decode(codec or "utf_8", "replace")


def _codec(label: str) -> str:
    """Python's name for the encoding that a page names, or nothing."""
    name = label.strip(" \"'").lower().replace("-", "_").replace(":", "_").removeprefix("x_")
    name = aliases.get(name, name)
    name = _MEANT.get(name, name)
    return name if name in _CODECS else ""
