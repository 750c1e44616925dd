"""The host of a link: one that everybody can reach, and a name that deceives nobody."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import idna

from bot.errors import Refusal
from bot.text import text

_ASCII = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")

# Names that only networks at home or at work know (RFC 6761, 6762 appendix G, 8375).
_LOCAL = (
    *("localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home"),
    *("corp", "home.arpa"),
)
# Lead to an IPv4 address in disguise.
_DISGUISES = tuple(
    ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "192.88.99.0/24", "2002::/16")
)
# All Cyrillic, and yet it reads as Latin: after the rule of Chrome's address bar.
_LATIN_LOOKING = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡ")
# Scripts that share a word (UTS 39, "highly restrictive").
_TOGETHER = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    {"LATIN", "CJK", "HANGUL"},
)


@lru_cache(maxsize=4096)
def readable(said: str) -> str:
    """A public host as people read it; reading it again gives the same.

    Names lose their capitals and a last dot, xn-- is decoded unless the word could pass for
    another. Raises a Refusal for a name without a dot or that cannot be, for one of a network at
    home or at work, and for an IP address that not everybody reaches.
    """
    if said.startswith("["):
        return f"[{_public(said[1:-1], said)}]"
    host = spelt_in_ascii(said)
    if _NUMBER.fullmatch(host.rpartition(".")[2]):  # a number at the end: an IPv4 address (WHATWG)
        return _public(host, said)
    if any(host == name or host.endswith(f".{name}") for name in _LOCAL):
        raise Refusal(text("resource-link-private", host=said[:60]))
    if "." not in host:
        raise _unusable(said)
    return ".".join(_shown(label) for label in host.split("."))


@lru_cache(maxsize=4096)
def spelt_in_ascii(host: str) -> str:
    """A host as networks know it: lower-case, other scripts as xn--. Raises a Refusal.

    IDNA 2008 by way of UTS 46, not transitional: `faß.de` is not `fass.de` (`str.encode("idna")`
    would take the one for the other).
    """
    lower = host.lower()
    if lower.startswith("["):
        return lower
    if not lower.isascii() or "xn--" in lower:
        try:
            lower = idna.encode(lower, uts46=True).decode()
        except UnicodeError:
            raise _unusable(host) from None
    lower = lower.removesuffix(".")
    fits = len(lower) <= 253 and all(len(label) < 64 for label in lower.split("."))
    if not fits or not _ASCII.fullmatch(lower):
        raise _unusable(host)
    return lower


def _shown(label: str) -> str:
    """A label in its own script, unless that would let it pass for another (homographs)."""
    if not label.startswith("xn--"):
        return label
    shown = idna.decode(label)
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in shown if sign.isalpha()}
    alike = len(scripts) == 1 or any(scripts <= together for together in _TOGETHER)
    plain = all(sign.isalnum() or sign == "-" for sign in shown)
    deceives = all(sign in _LATIN_LOOKING or not sign.isalpha() for sign in shown)
    return shown if alike and plain and not deceives else label


def _public(written: str, said: str) -> str:
    """An IP address that everybody reaches, in its one spelling. Raises a Refusal."""
    try:
        found: IPv4Address | IPv6Address = ip_address(written)
    except ValueError:
        raise _unusable(said) from None
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    meant = inner or found
    disguised = any(meant in net for net in _DISGUISES if net.version == meant.version)
    if not meant.is_global or meant.is_multicast or disguised:
        raise Refusal(text("resource-link-private", host=said[:60]))
    return str(found)


def _unusable(host: str) -> Refusal:
    return Refusal(text("resource-link-host", host=host[:60]))
