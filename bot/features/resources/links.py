"""Links as people paste them: which may be kept, which are the same, and what they seem to be.

Read with RFC 3986 and, where browsers differ from it, with the WHATWG URL standard.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.errors import Refusal
from bot.features.resources import hosts
from bot.folding import folded, words_of
from bot.text import text

LONGEST = 2_000
MOST = 25
"""What a picker on Slack and Discord can offer."""

_PARTS = re.compile(r"//([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?")  # RFC 3986, appendix B
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?![0-9])", re.IGNORECASE)
_WEB = re.compile(r"(https?):[/\\]*", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:]+)(?::([0-9]{0,5}))?", re.IGNORECASE)
_ANGLED = re.compile(r"<([^<>|]*)(?:\|[^<>]*)?>[^\w<>/]*")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_JOINERS = "\u200c\u200d"
_INVISIBLE = "\u200b\u2060\ufeff"
"""What copying leaves at the ends of a link."""

# Say where somebody came from, never what is shown: "ref", "source" or "id" may choose the page.
# After AdGuard's "general tracking parameters", besides Matomo's and Piano's (French media).
_TRACKERS = frozenset(
    """
    _branch_match_id _branch_referrer _ga _gl _hsenc _hsmi _ke _openstat at_campaign at_creation
    at_custom1 at_custom2 at_custom3 at_custom4 at_emailtype at_format at_link at_medium at_ptr_name
    at_recipient_id at_recipient_list at_send_date at_variant dclid epik fb_action_ids
    fb_action_types fb_source fbclid gad_campaignid gad_source gbraid gclid gclsrc hsctatracking
    igsh igshid li_fat_id mc_cid mc_eid mc_tc mkt_tok msclkid pk_campaign pk_cid pk_content
    pk_keyword pk_kwd pk_medium pk_source rb_clickid ref_src ref_url srsltid ttclid twclid vero_conv
    vero_id wbraid wickedid wt_mc wt_zmc xtor xtref yclid ysclid
    """.split()  # noqa: SIM905  (names read better as words)
)
_TRACKER_FAMILIES = ("utm_", "mtm_", "hsa_", "oly_", "__hs")
_SHARED_BY = {"youtube.com", "youtu.be", "open.spotify.com"}
"""Here `si` says who pressed "Share"."""

_AFTER_A_LINK = ".,;:…\"'`”’»›"
_AFTER_IN_PROSE = _AFTER_A_LINK + "!?*~"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_IN_PROSE = re.compile(
    r"<((?:https?://)[^\s<>|]+)(?:\|[^<>]*)?>|(?<![\w@/.])((?:https?://|www\.)"
    rf"[^\s<>|\"«»“”\x00-\x1f\ud800-\udfff]{{1,{LONGEST + 100}}})",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNUSABLE = re.compile(r"[^!#$%&'()*+,/:;=?@\[\]A-Za-z0-9._~-]+")
_UNRESERVED = re.compile(rb"[A-Za-z0-9._~-]")

_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_BETWEEN = re.compile(r"[\W_]+")
_CODE = re.compile(r"[0-9]{5,}|(?=.*[0-9])(?=.*[a-z])[0-9a-f]{6,}|.*[a-z][0-9]+[a-z].*|\w{26,}")
_NO_TITLES = frozenset(
    "default edit en fr home html index main page pages share view wiki watch".split()  # noqa: SIM905
)

_KIND_OF_HOST = {
    host: kind
    for kind, names in {
        "video": "youtube.com youtu.be vimeo.com dailymotion.com ted.com loom.com canal-u.tv",
        "course": "coursera.org edx.org fun-mooc.fr futurelearn.com udemy.com khanacademy.org",
        "tool": "h5p.org github.com gitlab.com framaforms.org framapad.org padlet.com",
    }.items()
    for host in names.split()
}
_KIND_OF_WORD = {
    folded(word): kind
    for kind, words in {
        "template": "template modele canevas gabarit trame",
        "course": "course cours mooc formation parcours training",
        "video": "video webinar webinaire film",
        "guide": "guide manuel manual handbook playbook tutoriel tutorial toolkit",
        "tool": "tool outil app calculator simulateur generator",
    }.items()
    for word in words.split()
}
_KIND_OF_ENDING = {
    **dict.fromkeys(("mp4", "webm", "mov", "mkv", "m4v", "ogv"), "video"),
    **dict.fromkeys(("dotx", "ott", "potx", "otp", "xltx", "ots"), "template"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """A link that may be kept: equal `key`, same resource; `shown` opens it; `host` is readable."""

    key: str
    shown: str
    host: str


def address(typed: str) -> Address:
    """Judge what somebody typed or pasted as a link.

    Without a scheme, https is meant. Parameters that only track are gone from `shown`, which gives
    the same address when read again. Rules of the key: feature 8 A1. Raises a Refusal for nothing,
    more than 2,000 characters, another scheme, user:password@, signs that cannot be seen, spaces,
    and what is no public host.
    """
    shown = _tidied(typed)
    while (again := _tidied(shown)) != shown:
        shown = again  # what tracked may have stood after the end of a sentence
    scheme, _, rest = shown.partition(":")
    host, port, path, query, fragment = _split(rest, scheme)
    return Address(_key(hosts.spelt_in_ascii(host), port, path, query, fragment), shown, host)


def links_in(words: str, most: int = MOST) -> tuple[str, ...]:
    """The links of a message as they are written there, each resource once, in their order.

    Bare, in Markdown, and in Slack's `<https://…|label>`; those that may not be kept are left out.
    """
    found: dict[str, str] = {}
    at = 0
    while len(found) < most and (link := _IN_PROSE.search(words, at)):
        written = link[1] or _without_tail(_up_to_closing(link[2]), _AFTER_IN_PROSE)
        at = link.end() if link[1] else link.start() + max(len(written), 1)
        try:
            found.setdefault(address(written).key, written)
        except Refusal:
            continue
    return tuple(found.values())


def title_from(address: Address) -> str:
    """A title to go on with, until the page says its own: the last words of the path, else the host.

    "guide-evaluation_2024.pdf" gives "Guide evaluation 2024"; codes are no words.
    """
    for segment in reversed(_path(address).split("/")[-2:]):
        name = _EXTENSION.sub("", _decoded(segment))
        words = [
            word for word in _BETWEEN.split(name) if word and not _CODE.fullmatch(word.lower())
        ]
        said = " ".join(words)
        if said.lower() not in _NO_TITLES and re.search(r"[^\W\d_]{3}", said):
            return said[0].upper() + said[1:]
    return address.host.removeprefix("www.")


def kind_of(address: Address, media: str = "") -> str:
    """What it seems to be: guide, article, video, tool, template, course or note.

    Guessed from the media type that the page gives itself, from well-known hosts, and from the
    words and the ending of the address; else an article (feature 9 A3).
    """
    if media.lower().startswith("video/"):
        return "video"
    path = _path(address)
    ending = path.rpartition(".")[2].lower()
    host = address.host.removeprefix("www.").removeprefix("m.")
    if "template" in media.lower() or ending in _KIND_OF_ENDING:
        return _KIND_OF_ENDING.get(ending, "template")
    kinds = {_KIND_OF_WORD[word] for word in words_of(_decoded(path)) if word in _KIND_OF_WORD}
    domain = ".".join(host.split(".")[-2:])
    kind = _KIND_OF_HOST.get(host) or _KIND_OF_HOST.get(domain)
    if kind in {"video", "course"}:
        return kind
    return next(
        (each for each in dict.fromkeys(_KIND_OF_WORD.values()) if each in kinds), None
    ) or (kind or "article")


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def _tidied(typed: str) -> str:
    """A link in the shape that is shown. Raises a Refusal."""
    link = typed.strip().strip(_INVISIBLE).strip()
    if angled := _ANGLED.fullmatch(link):
        link = angled[1].strip()
    if len(link) > LONGEST:
        raise Refusal(text("resource-link-long", count=len(link), most=LONGEST))
    link = _without_tail(link, _AFTER_A_LINK)
    if not link:
        raise Refusal(text("resource-link-empty"))
    signs = {unicodedata.category(sign) for sign in link if sign not in _JOINERS}
    if signs & {"Cc", "Cf", "Cs"}:
        raise Refusal(text("resource-link-signs"))
    if any(sign.isspace() for sign in link):
        raise Refusal(text("resource-link-spaces"))
    scheme, rest = _scheme(link)
    host, port, path, query, fragment = _split(rest, scheme)
    kept = "&".join(piece for piece in query.split("&") if piece and not _tracks(piece, host))
    return (
        f"{scheme}://{host}"
        + (f":{port}" if port else "")
        + _usable(path)
        + (f"?{_usable(kept)}" if kept else "")
        + (f"#{_usable(fragment)}" if fragment else "")
    )


def _scheme(link: str) -> tuple[str, str]:
    """The scheme and what follows it. Raises a Refusal."""
    scheme, rest = "https", link
    if web := _WEB.match(link):
        scheme, rest = web[1].lower(), link[web.end() :]
    elif other := _SCHEME.match(link):
        raise Refusal(text("resource-link-scheme", scheme=other[1].lower()[:20]))
    # Browsers read \ as /: the host ends at the first of them.
    before, mark, after = re.split(r"([?#]|$)", rest.lstrip("/\\"), maxsplit=1)
    return scheme, "//" + before.replace("\\", "/") + mark + after


def _split(rest: str, scheme: str) -> tuple[str, str, str, str, str]:
    """Host (readable), port (unless it is the usual one), path, query, fragment. May refuse."""
    parts = _PARTS.fullmatch(rest)
    authority, path, query, fragment = (
        (part or "" for part in parts.groups()) if parts else [""] * 4
    )
    if not authority:
        raise Refusal(text("resource-link-empty"))
    if "@" in authority:
        raise Refusal(text("resource-link-secret"))
    named = _HOST_AND_PORT.fullmatch(authority)
    port = int(named[2] or _DEFAULT_PORTS[scheme]) if named else 0
    if named is None or not 0 < port <= 65_535:
        raise Refusal(text("resource-link-host", host=authority[:60]))
    said = "" if str(port) == _DEFAULT_PORTS[scheme] else str(port)
    return hosts.readable(named[1]), said, path, query, fragment


def _tracks(piece: str, host: str) -> bool:
    name = piece.partition("=")[0].lower()
    if name == "si":
        return host.removeprefix("www.").removeprefix("m.") in _SHARED_BY
    return name in _TRACKERS or name.startswith(_TRACKER_FAMILIES)


def _path(address: Address) -> str:
    parts = _PARTS.fullmatch(address.shown.partition(":")[2])
    return parts[2].rstrip("/") if parts else ""


# ── spelling ────────────────────────────────────────────────────────────────────────────────────


def _key(host: str, port: str, path: str, query: str, fragment: str) -> str:
    """What two links to the same resource have in common."""
    pieces = sorted(
        (_plain(piece.replace("+", "%20")) for piece in query.split("&") if piece),
        key=lambda piece: piece.partition("=")[0],  # the order of repeated ones may matter
    )
    return (
        f"//{host}"
        + (f":{port}" if port else "")
        + _without_dots(_plain(path)).rstrip("/")
        + (f"?{'&'.join(pieces)}" if pieces else "")
        + (f"#{_plain(fragment)}" if fragment.startswith(("/", "!")) else "")
    )


def _usable(part: str) -> str:
    """A part of a link with all that a link may not hold percent-encoded."""
    encoded = _UNUSABLE.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), part
    )
    return _LONE_PERCENT.sub("%25", encoded)


def _plain(part: str) -> str:
    """Unreserved signs as themselves, the others' codes in capitals (RFC 3986, 6.2.2)."""

    def plain(found: re.Match[str]) -> str:
        byte = bytes.fromhex(found[1])
        return byte.decode() if _UNRESERVED.match(byte) else found[0].upper()

    return _ESCAPED.sub(plain, part)


def _decoded(part: str) -> str:
    """A part of a link as people read it; what is no text is left out."""
    taken = re.sub(
        "(?:%[0-9A-Fa-f]{2})+",
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode(errors="ignore"),
        part,
    )
    return "".join(sign for sign in taken if sign.isprintable())


def _without_dots(path: str) -> str:
    """A path without `.` and `..` (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "".join(f"/{segment}" for segment in kept)


def _up_to_closing(link: str) -> str:
    """A link up to the first bracket that closes what was opened before it: `[words](link)`."""
    still_open = dict.fromkeys(_BRACKETS.values(), 0)
    for at, sign in enumerate(link):
        if sign in still_open:
            still_open[sign] += 1
        elif sign in _BRACKETS:
            still_open[_BRACKETS[sign]] -= 1
            if still_open[_BRACKETS[sign]] < 0:
                return link[:at]
    return link


def _without_tail(link: str, marks: str) -> str:
    """A link without what the sentence around it left at its end."""
    while link:
        last = link[-1]
        opening = _BRACKETS.get(last)
        unbalanced = opening is not None and link.count(last) > link.count(opening)
        if not (last in marks or last in "<>" or unbalanced):
            break
        link = link[:-1].rstrip()
    return link
