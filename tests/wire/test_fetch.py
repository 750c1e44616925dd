"""A page's title is fetched from the public web only, in little time, whatever the page does."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
import time
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web import fetch
from adapters.web.fetch import Fetcher, NotFetched, Page, guard
from tests.kit.pages import Pages

TITLED = "<title>Fish farming</title>"


def numbers_only(address: str, port: int) -> bool:
    """The guard as it judges addresses, on any port: else the port alone would keep tests out."""
    return guard(address, 80)


@pytest.fixture
async def pages() -> AsyncIterator[Pages]:
    """A server with no page yet."""
    served = Pages()
    await served.open()
    yield served
    await served.close()


@asynccontextmanager
async def fetching(
    permit: fetch.Permit = guard, seconds: float = fetch.SECONDS
) -> AsyncIterator[Fetcher]:
    """A fetcher, closed afterwards."""
    fetcher = Fetcher(permit=permit, seconds=seconds)
    yield fetcher
    await fetcher.close()


def only(*servers: Pages) -> fetch.Permit:
    """Permit nothing but these servers."""
    return lambda address, port: port in {server.port for server in servers}


async def fetched(pages: Pages, address: str, seconds: float = fetch.SECONDS) -> Page:
    """The page at this address, where the server may be reached."""
    async with fetching(only(pages), seconds) as fetcher:
        return await fetcher.page(address)


async def refused(address: str, permit: fetch.Permit = guard, seconds: float = 5.0) -> str:
    """The reason why nothing was fetched."""
    async with fetching(permit, seconds) as fetcher:
        with pytest.raises(NotFetched) as caught:
            await fetcher.page(address)
    assert str(caught.value) == caught.value.reason
    return caught.value.reason


# ── private doors ───────────────────────────────────────────────────────────────────────────────

LOOPBACK = [
    "http://127.0.0.1:{}/",
    "http://[::ffff:127.0.0.1]:{}/",
    "http://[::ffff:7f00:1]:{}/",
    "http://[::1]:{}/",
    "http://[::]:{}/",
    "http://localhost:{}/",
    "http://LOCALHOST:{}/",
    "http://2130706433:{}/",
    "http://0x7f000001:{}/",
    "http://0177.0.0.1:{}/",
    "http://127.1:{}/",
    "http://127.0.0.1.:{}/",
    "http://0:{}/",
    "http://0.0.0.0:{}/",
    "http://①②⑦.⓪.⓪.①:{}/",
    "https://127.0.0.1:{}/",
]


@pytest.mark.parametrize("permit", [guard, numbers_only])
@pytest.mark.parametrize("spelt", LOOPBACK)
async def test_nobody_knocks_at_the_machines_own_door(
    pages: Pages, spelt: str, permit: fetch.Permit
) -> None:
    """However its address is spelt, no connection is made: not even one that is dropped."""
    assert await refused(spelt.format(pages.port), permit) == "private"
    assert pages.connections == 0


@pytest.mark.parametrize("spelt", ["http://127.0.0.1:{}/", "http://[::ffff:127.0.0.1]:{}/"])
async def test_the_server_would_have_noticed(pages: Pages, spelt: str) -> None:
    """The same addresses do lead to the server, once they are permitted."""
    pages.shows("/", TITLED)

    assert (await fetched(pages, spelt.format(pages.port))).title == "Fish farming"
    assert pages.connections == 1


async def test_a_name_that_leads_inside(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is where a name leads when the socket is made, not what it is called."""
    found = socket.getaddrinfo("127.0.0.1", pages.port, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **given: found)

    assert await refused(f"http://fish.example:{pages.port}/", numbers_only) == "private"
    assert pages.connections == 0


@pytest.mark.parametrize(
    "address",
    ["http://169.254.169.254/latest/", "http://[::1]/", "http://2130706433/", "http://0/",
     "http://10.0.0.1/", "http://[fd00:ec2::254]/", "http://127.0.0.1:6379/", "https://localhost/"],
)  # fmt: skip
async def test_other_private_places(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clouds' own addresses, the local network, other ports: no connection is even tried."""
    made: list[tuple[Any, ...]] = []
    async with fetching() as fetcher:
        monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", lambda *to: made.append(to))
        with pytest.raises(NotFetched, match="private"):
            await fetcher.page(address)

    assert made == []


async def test_a_public_page_that_leads_inside(pages: Pages) -> None:
    """A redirect is checked like the first address."""
    inside = Pages()
    await inside.open()
    inside.shows("/", TITLED)
    for host in ("127.0.0.1", "[::1]", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
        address = pages.moves("/", f"http://{host}:{inside.port}/")
        assert await refused(address, only(pages)) == "private"
    await inside.close()

    assert (pages.connections, inside.connections) == (5, 0)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200",
     "169.254.169.254", "168.63.129.16", "0.0.0.0", "0.1.2.3", "192.0.0.192", "192.0.0.9",
     "192.88.99.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
     "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::8.8.8.8",
     "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:1::1", "2001::1", "2001:db8::1", "3fff::1",
     "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1",
     "5f00::1", "4000::1", "2130706433", "localhost", ""],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, shared, reserved, multicast, or wrapping another one."""
    assert not guard(address, 80)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "2001:4860:4860::8888", "2620:4f:8000::1", "::ffff:8.8.8.8",
     "2002:808:808::1"],
)  # fmt: skip
def test_addresses_that_are_public(address: str) -> None:
    """The ports of the web, and no other."""
    assert guard(address, 80)
    assert guard(address, 443)
    assert not any(guard(address, port) for port in (0, 22, 25, 6379, 8080, 8443))


@given(st.ip_addresses(v=4))
def test_a_wrapping_is_never_more_public_than_what_it_wraps(inner: ipaddress.IPv4Address) -> None:
    """IPv4 inside IPv6: as public as itself, or not at all."""
    number = int(inner)
    for outer in (number, 0xFFFF << 32 | number, 0x2002 << 112 | number << 80 | 1,
                  0x64FF9B << 96 | number, 0x64FF9B0001 << 80 | number):  # fmt: skip
        wrapped = str(ipaddress.IPv6Address(outer))
        assert guard(str(inner), 80) or not guard(wrapped, 80)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,<title>x</title>", "file:///etc/passwd", "ftp://h/",
     "http://ann:secret@{}/", "http://ann@{}/", "//{}/", "/path", "{}", "", "http://", "http:///x",
     "http://[::1", "http://{}/a\r\nHost: b", "http://{}/\u202egpj.exe", "http://{}/\x00",
     "ws://{}/", "http://{}:99999/"],
)  # fmt: skip
async def test_only_plain_web_addresses(pages: Pages, address: str) -> None:
    """Anything else is refused before anybody is asked, first or as a redirect."""
    address = address.format(f"127.0.0.1:{pages.port}")
    assert await refused(address, only(pages)) == "scheme"
    assert pages.connections == 0


@pytest.mark.parametrize("to", ["javascript:x", "file:///etc/passwd", "http://a:b@127.0.0.1/"])
async def test_redirects_out_of_the_web(pages: Pages, to: str) -> None:
    """A redirect leads to a plain web address, or nowhere."""
    assert await refused(pages.moves("/", to), only(pages)) == "scheme"


async def test_no_proxy(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would connect in our place, without the guard: its settings are not read."""
    monkeypatch.setenv("HTTP_PROXY", pages.at(""))
    monkeypatch.setenv("http_proxy", pages.at(""))

    assert await refused("http://127.0.0.1/", lambda address, port: port == pages.port) == "private"
    assert pages.connections == 0


# ── redirects, and what is sent ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_three_redirects_are_followed(pages: Pages, status: int) -> None:
    """The address is where the page was found in the end."""
    pages.moves("/1", "/2", status=status)
    pages.moves("/2", "?again=1", status=status)
    pages.moves("/3", pages.shows("/où/page", TITLED), status=status)
    pages.moves("/2", pages.at("/3"), status=status)

    page = await fetched(pages, pages.at("/1"))

    assert page == Page("Fish farming", "", "text/html", pages.at("/o%C3%B9/page"))


async def test_a_fourth_is_not(pages: Pages) -> None:
    """Nor is a circle."""
    address = pages.moves("/", "/")

    assert await refused(address, only(pages)) == "redirects"
    assert pages.connections == 4


async def test_what_a_server_learns_of_us(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks and in which languages; no cookie comes back, and each page is asked for alone."""
    found = socket.getaddrinfo("127.0.0.1", pages.port, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **given: found)
    pages.shows("/", TITLED, headers={"Set-Cookie": "seen=1; Path=/"})
    async with fetching(only(pages)) as fetcher:
        await fetcher.page(f"http://fish.example:{pages.port}/")
        await fetcher.page(f"http://fish.example:{pages.port}/")

    assert pages.connections == 2
    for request in pages.requests:
        assert request.headers["User-Agent"] == "Ronde (page titles)"
        assert request.headers["Accept-Language"] == "fr,en"
        assert not {"Cookie", "Referer", "Authorization"} & set(request.headers)


# ── time and size ───────────────────────────────────────────────────────────────────────────────


async def test_slow_pages(pages: Pages) -> None:
    """Five seconds, for everything together: then it is over."""
    assert fetch.SECONDS == 5
    for number in range(3):
        pages.moves(f"/{number}", f"/{number + 1}", after=0.2)

    for address in (pages.stalls("/s"), pages.stalls("/t", "<p>Wait"), pages.at("/0")):
        begun = time.monotonic()
        assert await refused(address, only(pages), seconds=0.4) == "too-slow"
        assert time.monotonic() - begun < 2


async def test_a_title_before_the_silence(pages: Pages) -> None:
    """What came before a server fell silent is enough, if there is a title in it."""
    assert (await fetched(pages, pages.stalls("/", TITLED), seconds=0.3)).title == "Fish farming"


async def test_huge_pages(pages: Pages) -> None:
    """Half a megabyte is read of a page without end; the rest never leaves the server."""
    assert (await fetched(pages, pages.runs_on("/", TITLED))).title == "Fish farming"
    assert await refused(pages.runs_on("/none"), only(pages)) == "too-big"
    pages.sent = 0
    assert await refused(pages.runs_on("/late", later=TITLED), only(pages)) == "too-big"
    assert pages.sent < 8_000_000  # what the network holds on its way


async def test_a_page_that_bursts(pages: Pages) -> None:
    """A hundred megabytes in a hundred kilobytes: only the beginning is unpacked."""
    address = pages.bursts("/", TITLED, megabytes=100)
    tracemalloc.start()
    page = await fetched(pages, address)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert page.title == "Fish farming"
    assert most < 20_000_000


# ── answers that are no page ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "not-found"), (410, "not-found"), (401, "refused"), (403, "refused"), (429, "refused"),
     (500, "refused"), (503, "refused"), (304, "refused"), (302, "refused"), (204, "no-title")],
)  # fmt: skip
async def test_a_server_that_says_no(pages: Pages, status: int, reason: str) -> None:
    """The title of an error page is no title."""
    assert await refused(pages.shows("/", TITLED, status=status), only(pages)) == reason


@pytest.mark.parametrize(
    ("said", "media"),
    [("application/pdf", "application/pdf"), ("IMAGE/PNG", "image/png"), ("text/plain", "text/plain"),
     ("video/mp4; codecs=x", "video/mp4"), ("<b>odd</b>", "")],
)  # fmt: skip
async def test_what_is_no_hypertext(pages: Pages, said: str, media: str) -> None:
    """Its type is kept, and its words are not looked for."""
    assert await fetched(pages, pages.shows("/", TITLED, media=said)) == Page(
        "", "", media, pages.at("/")
    )


@pytest.mark.parametrize(
    "raw",
    [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 200 OK\r\nContent-Le", b"\x00" * 100,
     b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip",
     b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n"],
)  # fmt: skip
async def test_servers_that_speak_badly(pages: Pages, raw: bytes) -> None:
    """Whatever comes is an answer that means no, never an error."""
    assert await refused(pages.says("/", raw), only(pages)) in {"unreachable", "scheme"}


async def test_a_page_cut_off_after_its_title(pages: Pages) -> None:
    """A false length is no reason to lose a title that came."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n"

    assert (await fetched(pages, pages.says("/", head + TITLED.encode()))).title == "Fish farming"


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that knows no name: tests ask no real one."""

    def unknown(*args: Any, **given: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "quetzal")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)


@pytest.mark.usefixtures("nameless")
async def test_nobody_there(pages: Pages) -> None:
    """No such host, a closed door, another protocol behind it, a fetcher already closed."""
    assert await refused("http://fish.invalid/") == "unreachable"
    assert await refused(pages.at("/").replace("http", "https"), only(pages)) == "unreachable"
    await pages.close()
    assert await refused(pages.at("/"), only(pages)) == "unreachable"
    closed = Fetcher()
    await closed.close()
    with pytest.raises(NotFetched, match="unreachable"):
        await closed.page("https://fish.example/")


# ── silence ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("nameless")
async def test_nothing_is_logged(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    """Neither what people shared nor what a server said is written anywhere."""
    caplog.set_level(logging.DEBUG)
    odd = {"Set-Cookie": "a{b}=quetzal;; Expires=quetzal", "Refresh": "0; quetzal"}
    good = pages.shows("/quetzal", TITLED, headers=odd)
    await fetched(pages, f"{good}?quetzal")
    for address in (pages.says("/q", b"quetzal\r\n"), "http://quetzal.invalid/", "quetzal:"):
        await refused(address, only(pages))
    await refused(good)
    ours = [line for line in caplog.records if line.name != "aiohttp.access"]  # the server's own

    assert [line.getMessage() for line in ours if "quetzal" in line.getMessage()] == []
