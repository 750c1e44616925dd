"""How Discord spells a line: bold, names, moments, links; and the one place that escapes words.

Everything people typed goes through `escape`, whatever it looks like: nothing they type can ring a
mention, disguise a link or look like a heading of ours.
"""

from __future__ import annotations

import re

from adapters import lengths
from adapters.discord import limits
from bot.language import Reader, pieces, plain
from bot.text import (
    ChannelName,
    Line,
    Link,
    Literal,
    Mention,
    Moment,
    Piece,
    Style,
    Text,
    Words,
)

# Bidirectional overrides can make following words read backwards; lone surrogates and control
# characters are refused by Discord's JSON.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_GAP = "\u200b"  # invisible; parts an `@` from what would make it a mention
_RINGS = re.compile(r"@(?=everyone|here)|(?<=<)@")
# An address that Discord links by itself. A backslash inside would become part of it, so only
# characters that mean nothing in markdown stay as they are.
_ADDRESS = re.compile(r"(?<!\w)(https?://[^\s<>*`|\\\[\]]+)")
_SPECIAL = re.compile(r"(?m)[\\*_~|<>\[\]`@]|^[ \t]*(?:[-+#]|\d+\.\s)")
_MARKS = re.compile(r"([\\*_~|<>\[\]`])")
_LINE_MARKS = re.compile(r"(?m)^([ \t]*)([-+#])")
_NUMBERED = re.compile(r"(?m)^([ \t]*\d+)(\.)(?=\s)")
_OURS = re.compile(r"(\*\*|`)")


def clean(words: str) -> str:
    """Words without what no screen can show. Text is kept; only invisible traps go."""
    if words.isascii() and words.isprintable():
        return words
    return _SURROGATES.sub("\ufffd", _UNWANTED.sub("", words))


def escape(words: str) -> str:
    """Words in which Discord finds nothing to interpret: the one choke point of all that is said.

    `discord.utils.escape_markdown` leaves headings, lists and mentions of roles alone.
    """
    said = clean(words)
    if not _SPECIAL.search(said):
        return said
    said = _RINGS.sub("@" + _GAP, said)
    parts = _ADDRESS.split(said)
    for at in range(0, len(parts), 2):
        parts[at] = _MARKS.sub(r"\\\1", parts[at])
    return _NUMBERED.sub(r"\1\\\2", _LINE_MARKS.sub(r"\1\\\2", "".join(parts)))


def markdown(line: Line, reader: Reader, longest: int = limits.WORDS) -> str:
    """A line in Discord's markup, at most `longest` long; what does not fit ends in an ellipsis."""
    if isinstance(line, Words):  # most lines; nothing to look up
        said = escape(line.text).strip()
        if lengths.size(said) <= longest:
            return said
    found = pieces(line, reader.language)
    said = "".join(_spelled(found, reader)).strip()
    if lengths.size(said) <= longest:
        return said
    return _shortened(found, reader, longest)


def unmarked(line: Line, reader: Reader, longest: int) -> str:
    """A line for places that know no markup (buttons, labels): one row of plain words."""
    said = line.text if isinstance(line, Words) else plain(line, reader)
    return lengths.cut(lengths.one_line(clean(said)), longest)


def bold(said: str) -> str:
    """Spelled words in bold, on one line."""
    inner = lengths.one_line(said.replace("**", ""))
    return f"**{inner}**" if inner else ""


def copyable(words: str, longest: int) -> str:
    """Words to copy as they are, in a block in which nothing is interpreted."""
    kept = clean(words).strip("\n").replace("```", f"`{_GAP}`{_GAP}`")
    kept = lengths.cut(kept, longest - 8)
    return f"```\n{kept}\n```" if kept.strip() else ""


def _spelled(found: tuple[Piece, ...], reader: Reader) -> list[str]:
    """Each piece as Discord writes it. Inside `code` of ours a backslash would be seen."""
    said: list[str] = []
    in_code = False
    for piece in found:
        match piece:
            case Literal(words):
                said.append(_ours(words, in_code))
                in_code ^= words.count("`") % 2 == 1
            case Words(words) if in_code:
                said.append(_in_code(words))
            case _ if in_code:
                said.append(_in_code(plain(piece, reader)))
            case _:
                said.append(_spell(piece, reader))
    return said


def _ours(words: str, in_code: bool) -> str:
    """Our own words: bold and code stay marks, all else is escaped."""
    said: list[str] = []
    for part in _OURS.split(words):
        if part == "`":
            in_code = not in_code
        said.append(part if part in ("**", "`") or in_code else escape(part))
    return "".join(said)


def _in_code(words: str) -> str:
    one_line = lengths.one_line(clean(words))
    return _RINGS.sub("@" + _GAP, one_line).replace("`", "ˋ")


def _spell(piece: Mention | ChannelName | Moment | Link | Words, reader: Reader) -> str:
    match piece:
        case Words(said):
            return escape(said)
        case Mention(name):
            # `<@…>` is a number on the screens that do not know the person; a name is a name.
            return escape(name)
        case ChannelName(name, platform, ref):
            known = platform == "discord" and ref.isascii() and ref.isdigit()
            return f"<#{ref}>" if known else escape(f"#{name}")
        case Moment(at, _, style):
            return f"<t:{int(at.timestamp())}:{_STYLES[style]}>"
        case Link(address, label):
            return _link(address, label, reader)


_STYLES = {Style.FULL: "F", Style.SHORT: "f", Style.DAY: "D", Style.RELATIVE: "R"}


def _link(address: str, label: Text | Words, reader: Reader) -> str:
    """Our own labels hide the address behind them; people's labels always show where they lead."""
    said = lengths.one_line(clean(plain(label, reader)))
    target = clean(address)
    if not re.match(r"https?://[^\s]", target) or lengths.size(target) > limits.WORDS // 2:
        return escape(said)
    for raw, coded in _UNSAFE.items():
        target = target.replace(raw, coded)
    if isinstance(label, Words) or not said:
        shown = f"<{target}>"
        return shown if said in ("", address) else f"{escape(said)} {shown}"
    return f"[{escape(said)}](<{target}>)"


_UNSAFE = {" ": "%20", "\n": "%0A", "\t": "%09", "<": "%3C", ">": "%3E", "\\": "%5C"}


def _shortened(found: tuple[Piece, ...], reader: Reader, longest: int) -> str:
    room = longest - 4  # the ellipsis, two stars and a backtick to close
    said: list[str] = []
    for piece, spelled in zip(found, _spelled(found, reader), strict=True):
        if lengths.size(spelled) > room:
            if isinstance(piece, Words):
                said.append(_fitting(piece.text, room))
            break
        said.append(spelled)
        room -= lengths.size(spelled)
    kept = "".join(said).strip()
    ours = "".join(piece.text for piece in found[: len(said)] if isinstance(piece, Literal))
    closing = ("`" if ours.count("`") % 2 else "") + ("**" if ours.count("**") % 2 else "")
    return f"{kept}{closing}…"


def _fitting(words: str, room: int) -> str:
    """The escaped beginning of people's words; an escape is never cut in two."""
    kept = lengths.beginning(words, room)
    while kept and lengths.size(escape(kept)) > room:
        over = lengths.size(escape(kept)) - room
        kept = lengths.beginning(kept, lengths.size(kept) - max(1, over // 2))
    return escape(kept)
