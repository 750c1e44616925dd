"""How Slack spells a line: bold, names, moments, links; and the one place that escapes words.

Everything people typed goes through `escape`, whatever it looks like: nothing they type can ring a
mention, open a channel-wide alert or disguise a link.
"""

from __future__ import annotations

import re

from adapters import lengths
from adapters.slack import limits
from bot.language import Reader, moment, pieces, plain
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
    text,
)

# Bidirectional overrides can make following words read backwards; lone surrogates and control
# characters are refused by Slack's JSON.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LOOKS_LIKE_ADDRESS = re.compile(
    r"://|(?:^|\s)www\.|[\w-]\.[a-z]{2,}(?:[/:?#]|\s|$)", re.IGNORECASE
)
_HOST = re.compile(r"^https?://([^/?#]+)", re.IGNORECASE)


def clean(words: str) -> str:
    """Words without what no screen can show. Text is kept; only invisible traps go."""
    if words.isascii() and words.isprintable():
        return words
    return _SURROGATES.sub("\ufffd", _UNWANTED.sub("", words))


def escape(words: str) -> str:
    """Words in which Slack finds nothing to interpret: the one choke point of all that is said."""
    return clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mrkdwn(line: Line, reader: Reader, longest: int = limits.SECTION) -> str:
    """A line in Slack's markup, at most `longest` long; what does not fit ends in an ellipsis."""
    found = pieces(line, reader.language)
    said = "".join([_spell(piece, reader) for piece in found]).strip()
    if lengths.size(said) <= longest:
        return said
    return _shortened(found, reader, longest)


def unmarked(line: Line, reader: Reader, longest: int) -> str:
    """A line for places that know no markup (buttons, headers): one row of plain words."""
    return lengths.cut(lengths.one_line(clean(plain(line, reader))), longest)


def bold(said: str) -> str:
    """The same in bold, where Slack can: its stars neither span lines nor touch spaces.

    Stars inside become U+2217, which looks alike: they would end the bold, and mean something.
    """
    inner = lengths.one_line(said.replace("*", "\u2217"))
    return f"*{inner}*" if inner else ""


def _shortened(found: tuple[Piece, ...], reader: Reader, longest: int) -> str:
    room = longest - 2  # the ellipsis, and a star to close
    said: list[str] = []
    for piece in found:
        spelled = _spell(piece, reader)
        if lengths.size(spelled) > room:
            match piece:
                case Words(words):
                    said.append(_fitting(clean(words), room))
                case Link(address, label):
                    said.append(_fitting(_label(label, reader) or address, room))
            break
        said.append(spelled)
        room -= lengths.size(spelled)
    kept = "".join(said).strip()
    return f"{kept}*…" if kept.count("*") % 2 and _is_marked(found) else f"{kept}…"


def _is_marked(found: tuple[Piece, ...]) -> bool:
    """Whether our own words in this line use bold."""
    return any(isinstance(piece, Literal) and "**" in piece.text for piece in found)


def _fitting(words: str, room: int) -> str:
    """The escaped beginning of people's words; an entity such as `&amp;` is never cut in two."""
    kept = lengths.beginning(words, room)
    while kept and lengths.size(escape(kept)) > room:
        over = lengths.size(escape(kept)) - room
        kept = lengths.beginning(kept, lengths.size(kept) - max(1, over // 5))
    return escape(kept)


def _spell(piece: Piece, reader: Reader) -> str:
    match piece:
        case Literal(said):
            return escape(said).replace("**", "*")
        case Words(said):
            return escape(said)
        case Mention(name):
            # `<@U…>` rings in every new message; a name does not.
            return escape(name)
        case ChannelName(name, platform, ref):
            known = platform == "slack" and ref.isalnum()
            return f"<#{ref}>" if known else escape(f"#{name}")
        case Moment():
            return _moment(piece, reader)
        case Link():
            return _link(piece, reader)


_FORMATS = {
    Style.FULL: "slack-moment-full",
    Style.SHORT: "slack-moment-short",
    Style.DAY: "slack-moment-day",
    Style.RELATIVE: "slack-moment-relative",
}


def date_format(piece: Moment, reader: Reader) -> str:
    """How Slack is to show an instant to each reader, in their own zone."""
    return plain(text(_FORMATS[piece.style]), reader)


def _moment(piece: Moment, reader: Reader) -> str:
    fallback = escape(moment(piece, reader)).replace("|", " ")
    return f"<!date^{int(piece.at.timestamp())}^{date_format(piece, reader)}|{fallback}>"


def _label(label: Text | Words, reader: Reader) -> str:
    return lengths.one_line(clean(plain(label, reader)))


def link_label(link: Link, reader: Reader) -> str | None:
    """What a link is called: its host besides, if it pretends to be another address.

    None where it leads nowhere that Slack would follow.
    """
    address, said = link.address, _label(link.label, reader)
    host = _HOST.match(address)
    if host is None or lengths.size(address) > limits.ADDRESS // 2:
        return None
    if _LOOKS_LIKE_ADDRESS.search(said) and said not in (
        address,
        host[1],
        address.split("://", 1)[1],
    ):
        return f"{said} ({host[1]})"
    return said or address


def _link(link: Link, reader: Reader) -> str:
    said = link_label(link, reader)
    if said is None:
        return escape(_label(link.label, reader) or link.address)
    target = escape(link.address).replace("|", "%7C").replace("&lt;", "%3C").replace("&gt;", "%3E")
    if said == link.address:
        return f"<{target}>"
    return f"<{target}|{escape(said).replace('|', '¦')}>"
