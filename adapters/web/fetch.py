"""What stands behind a link: a page's title, fetched without ever knocking at a private door."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import aiohttp
from yarl import URL

from adapters.web import reading

SECONDS: Final = 5.0  # for everything: names, redirects, reading
REDIRECTS: Final = 3
LARGEST: Final = 512 * 1024  # of the body, decompressed; what follows is not read
PORTS: Final = frozenset({80, 443})

Reason = Literal[
    "private",  # not a public address, or not a port of the web
    "scheme",  # not a plain web address: another scheme, user:password@, unreadable
    "redirects",  # too many
    "too-slow",  # nothing useful within the time
    "too-big",  # no title in as much as is read
    "refused",  # the server said no
    "not-found",  # the server knows no such page
    "no-title",  # read, and without a title
    "unreachable",  # anything else
]

Permit = Callable[[str, int], bool]
"""Whether a numeric address and a port may be connected to."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. `media` is its type ("text/html"), `address` where it was found.

    What is no page of hypertext (a PDF, a picture) has a type, and an empty title.
    """

    title: str
    description: str
    media: str
    address: str


class NotFetched(Exception):
    """Nothing could be learned about a page; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        """For this reason."""
        super().__init__(reason)
        self.reason: Reason = reason


def guard(address: str, port: int) -> bool:
    """Whether this numeric address is on the public internet, and the port one of the web's.

    An address that wraps another one is as public as what it wraps. Source: the special-purpose
    registries of IANA, as `ipaddress` knows them, and what it leaves out in some of its versions.
    """
    try:
        return port in PORTS and _public(ipaddress.ip_address(address))
    except ValueError:
        return False


class Fetcher:
    """Looks pages up, each on its own: no cookies, no proxy, no connection kept for the next one."""

    def __init__(
        self,
        *,
        permit: Permit = guard,
        seconds: float = SECONDS,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Connect to nothing but what `permit` allows, and take at most so many seconds a page.

        `tls` says who may vouch for a server, where it is not those whom the machine trusts.
        """
        self._permit = permit
        self._tls = tls
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    async def page(self, address: str) -> Page:
        """What the page at this address says of itself.

        Raises NotFetched, and nothing else.
        """
        try:
            return await self._page(address)
        except NotFetched:
            raise
        except TimeoutError:
            raise NotFetched("too-slow") from None
        except aiohttp.ClientConnectorError as problem:
            private = isinstance(problem.os_error, _Private)
            raise NotFetched("private" if private else "unreachable") from None
        except Exception:
            # A server may answer anything at all: whatever the libraries make of it means the same.
            raise NotFetched("unreachable") from None

    async def close(self) -> None:
        """Fetch nothing any more."""
        self._closed = True
        if self._session is not None:
            await self._session.close()

    # ── one page ────────────────────────────────────────────────────────────────────────────

    async def _page(self, address: str) -> Page:
        until = asyncio.get_running_loop().time() + self._seconds
        async with asyncio.timeout_at(until):
            url, response = await self._follow(address)
        try:
            _check_status(response.status)
            media = _media(response.content_type)
            if media not in reading.HYPERTEXT:
                return Page("", "", media, str(url))
            charset = response.charset or ""
            body, otherwise = await _body(response, until)
        finally:
            response.close()
        # Half a megabyte takes some milliseconds, in which the chat goes on.
        said = await asyncio.to_thread(reading.read, body, charset)
        if not said.title:
            raise NotFetched(otherwise)
        return Page(said.title, said.description, media, str(url))

    async def _follow(self, address: str) -> tuple[URL, aiohttp.ClientResponse]:
        """Go where the address leads, each step checked like the first."""
        session = self._open()
        url = _checked(address)
        for _ in range(REDIRECTS + 1):
            response = await session.get(url, allow_redirects=False)
            to = response.headers.get("Location", "")
            if response.status not in _MOVED or not to:
                return url, response
            response.close()
            url = _checked(to, seen_from=url)
        raise NotFetched("redirects")

    def _open(self) -> aiohttp.ClientSession:
        """The session, made on the loop that uses it."""
        if self._closed:
            raise NotFetched("unreachable")
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # Every socket comes from us: names, numbers and redirects all end there, and no
                # second answer of a name server comes in between.
                connector=aiohttp.TCPConnector(
                    socket_factory=self._socket, force_close=True, ssl=self._tls or True
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,  # a proxy would connect in our place, unguarded
                timeout=aiohttp.ClientTimeout(total=None),  # one limit for all steps: see `_page`
                headers={"User-Agent": "Ronde (page titles)", "Accept-Language": "fr,en"},
            )
        return self._session

    def _socket(self, where: tuple[Any, ...]) -> socket.socket:
        """A socket for this address, where it is permitted. `where` is as from getaddrinfo."""
        family, kind, protocol, _, to = where
        if not self._permit(str(to[0]), int(to[1])):
            raise _Private
        return socket.socket(family=family, type=kind, proto=protocol)


# ── addresses ───────────────────────────────────────────────────────────────────────────────────


class _Private(OSError):
    """A socket was asked for that leads to no public place; an OSError, as aiohttp expects."""


_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBER: Final = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\.?", re.IGNORECASE)

_UNFIT_4: Final = (
    ipaddress.IPv4Network("192.0.0.0/24"),  # the network's own services
    ipaddress.IPv4Network("192.88.99.0/24"),  # relays into another network
    ipaddress.IPv4Network("168.63.129.16/32"),  # public by number: a cloud machine's own host
)
_GLOBAL_6: Final = ipaddress.IPv6Network("2000::/3")
"""All of IPv6 that is routed publicly; ::/8, 64:ff9b::/96 and their like hide IPv4 inside."""
_UNFIT_6: Final = (
    ipaddress.IPv6Network("2001::/23"),  # protocols' own, tunnels among them
    ipaddress.IPv6Network("3fff::/20"),  # documentation, since 2024
)


def _public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is not None:
            return _public(wrapped)
        if address not in _GLOBAL_6 or any(address in network for network in _UNFIT_6):
            return False
    elif any(address in network for network in _UNFIT_4):
        return False
    return address.is_global and not address.is_multicast


def _checked(address: str, *, seen_from: URL | None = None) -> URL:
    """The address, absolute, if it is a plain web address. Raises NotFetched if not."""
    address = address.strip()
    if _UNFIT.search(address):
        raise NotFetched("scheme")
    try:
        url = URL(address)
        url = seen_from.join(url) if seen_from is not None else url
        host = url.raw_host or ""
        plain = url.scheme in {"http", "https"} and not url.raw_user and not url.raw_password
    except ValueError:
        raise NotFetched("scheme") from None
    if not plain or not host:
        raise NotFetched("scheme")
    if _disguised(host):
        raise NotFetched("private")
    return url


def _disguised(host: str) -> bool:
    """Whether this is an IPv4 address spelt as nobody spells one who has nothing to hide.

    2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to the system's resolver.
    """
    if not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return False
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return True
    return False


# ── answers ─────────────────────────────────────────────────────────────────────────────────────

_MEDIA: Final = re.compile(r"[a-z0-9][\w.+-]{0,63}/[a-z0-9][\w.+-]{0,63}", re.ASCII)


def _check_status(status: int) -> None:
    if status in {404, 410}:
        raise NotFetched("not-found")
    if not 200 <= status < 300:
        raise NotFetched("refused")


def _media(said: str) -> str:
    """The type that the server gives, or nothing where it is no type at all."""
    said = said.lower()
    return said if _MEDIA.fullmatch(said) else ""


async def _body(response: aiohttp.ClientResponse, until: float) -> tuple[bytes, Reason]:
    """The beginning of the body, and why it may lack a title.

    A title mostly stands at the top: what came before a server fell silent is worth reading.
    """
    body = bytearray()
    try:
        async with asyncio.timeout_at(until):
            while len(body) < LARGEST:
                part = await response.content.read(LARGEST - len(body))
                if not part:
                    return bytes(body), "no-title"
                body += part
    except TimeoutError:
        return bytes(body), "too-slow"
    except aiohttp.ClientError:
        return bytes(body), "unreachable"
    return bytes(body), "too-big"
