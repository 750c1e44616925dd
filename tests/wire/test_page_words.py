"""What a page calls itself is found, however the page is written, and in little time."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web import fetch, reading
from adapters.web.fetch import Fetcher, NotFetched, Page
from tests.kit.pages import HTML, Pages

TITLED = "<title>Fish farming</title>"


@pytest.fixture
async def pages() -> AsyncIterator[Pages]:
    """A server with no page yet."""
    served = Pages()
    await served.open()
    yield served
    await served.close()


async def fetched(pages: Pages, address: str) -> Page:
    """The page at this address."""
    fetcher = Fetcher(permit=lambda _, port: port == pages.port)
    try:
        return await fetcher.page(address)
    finally:
        await fetcher.close()


# ── reading ─────────────────────────────────────────────────────────────────────────────────────

OG = '<meta property="og:title" content="Shared"><meta property="og:description" content="Said">'


@pytest.mark.parametrize(
    ("page", "title", "description"),
    [
        (TITLED, "Fish farming", ""),
        (f"<h1>Head</h1>{TITLED}{OG}", "Shared", "Said"),
        ("<h1>The <b>first</b> <!-- no -->heading</h1><h1>2</h1>", "The first heading", ""),
        ("<title> </title><h1><img></h1><h1>Words</h1>", "Words", ""),
        (f"<meta name=description content='It&#39;s &lt;b&gt;'>{TITLED}", "Fish farming", "It's <b>"),
        ('<TITLE lang="a>b">R&eacute;sum&eacute; &amp;amp; co</TITLE>', "Résumé &amp; co", ""),
        ("<title>\n  Two\t lines\u00a0 \x00\x07and\u202e\u2066 more\u200f\n</title>",
         "Two lines and more", ""),
        ("<title><script>alert(1)</script> <!channel></title>",
         "<script>alert(1)</script> <!channel>", ""),
        ("<!-- <title>No</title> --><script>'<title>No</title>'</script><title>Yes</title>",
         "Yes", ""),
        ("<svg><title>Magnifier</title></svg><title>Yes</title>", "Yes", ""),
        ("<!--><title>Yes</title>", "Yes", ""),
        ("<title>Never closed", "Never closed", ""),
        ("<meta property=og:title content='  '><title>Yes</title>", "Yes", ""),
        ("<meta name='og:title' content='a > b'>", "a > b", ""),
        ("<title>&#xD800;Yes&#x202E;</title>", "\ufffdYes", ""),
        ("<?xml version='1.0'?><html xmlns='x'><head><title>Yes</title></head></html>", "Yes", ""),
    ],
)  # fmt: skip
async def test_what_a_page_says(pages: Pages, page: str, title: str, description: str) -> None:
    """The words for sharing, else the title, else the heading: as plain words on one line."""
    for media in (HTML, "application/xhtml+xml"):
        got = await fetched(pages, pages.shows("/", page, media=media))
        assert (got.title, got.description) == (title, description)


async def test_long_words_are_cut(pages: Pages) -> None:
    """At most 300 characters of title and 500 of description."""
    meta = f"<meta name=description content='{'long ' * 700}'>"
    page = await fetched(pages, pages.shows("/", f"{meta}<title>{'é' * 90_000}</title>"))

    assert page.title == "é" * 299 + "…"
    assert len(page.description) <= 500 and page.description.endswith("long…")


@pytest.mark.parametrize("page", ["", "<p>Nothing</p>", "<title></title>", "%PDF-1.7 \x00\x01"])
async def test_pages_without_a_title(pages: Pages, page: str) -> None:
    """There is nothing to show: whoever asked falls back on the address."""
    with pytest.raises(NotFetched, match="no-title"):
        await fetched(pages, pages.shows("/", page))


def meta(charset: str) -> str:
    """A page that says what it is written in."""
    return f'<meta charset="{charset}">'


@pytest.mark.parametrize(
    ("codec", "media", "before"),
    [
        ("utf-8", "text/html", ""),
        ("utf-8", "text/html; charset=nonsense", ""),
        ("utf-8-sig", "text/html; charset=iso-8859-1", meta("windows-1251")),
        ("utf-16", "text/html", ""),
        ("utf-16-le", "text/html; charset=utf-16le", ""),
        ("cp1252", "text/html; charset=iso-8859-1", meta("utf-8")),
        ("cp1252", 'text/html; charset="ISO-8859-1"', ""),
        ("cp1252", "text/html", meta("latin1")),
        ("cp1252", "text/html",
         "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"),
        ("iso8859-15", "text/html", "<?xml version='1.0' encoding='ISO-8859-15'?>"),
        ("utf-8", "text/html", meta("utf-16")),
        ("utf-8", "text/html", meta("idna")),
    ],
)  # fmt: skip
async def test_odd_encodings(pages: Pages, codec: str, media: str, before: str) -> None:
    """Its first bytes say what it is written in, else its server, else itself."""
    written = f"{before}<title>Évaluer : où ?</title>".encode(codec)

    assert (await fetched(pages, pages.shows("/", written, media=media))).title == "Évaluer : où ?"


@pytest.mark.parametrize(
    ("codec", "title"), [("shift_jis", "学び"), ("gb2312", "学习"), ("koi8-r", "Рыба")]
)
async def test_other_alphabets(pages: Pages, codec: str, title: str) -> None:
    """People share pages from everywhere."""
    written = f"{meta(codec)}<title>{title}</title>".encode(codec)

    assert (await fetched(pages, pages.shows("/", written, media="text/html"))).title == title


async def test_bytes_that_do_not_fit(pages: Pages) -> None:
    """A false encoding leaves its marks, and the title stays readable."""
    false = pages.shows("/", "<title>Pêche</title>".encode("cp1252"))
    assert (await fetched(pages, false)).title == "P\ufffdche"
    packed = pages.shows("/z", gzip.compress(TITLED.encode()), headers={"Content-Encoding": "gzip"})
    assert (await fetched(pages, packed)).title == "Fish farming"


TAGS = st.sampled_from(["<title>", "</title>", "<meta ", 'content="', "'", ">", "<!--", "-->", "<h1>",
                        "</h1>", "<svg", "name=description ", "&#x202e;", "&#xd800;", "\x00", "é"])  # fmt: skip


@given(st.lists(TAGS | st.text(max_size=5)), st.sampled_from(["", "utf-16", "utf-7", "x" * 99]))
def test_any_page_can_be_read(parts: list[str], charset: str) -> None:
    """Whatever stands in a page, its words are short, on one line, and can be stored."""
    said = reading.read("".join(parts).encode("utf-8", "surrogatepass"), charset)

    assert len(said.title) <= 300 and len(said.description) <= 500
    for words in (said.title, said.description):
        words.encode()
        assert words == reading.clean(words)
        assert not set(words) & set("\n\r\t\x00\u202e")


# ── time ─────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = ["<a ", "<!--", "<a/", "<a =", '<a x="', "<", "</", "<meta ", "<meta x='", "<h1>",
           "<title></title>", "<svg>", "<svg></svg>", "<script></script>", "<meta charset", "&#",
           "<h1>" + "<a " * 1_300 + "</h1>", "<meta name=description " + "<a " * 1_300 + ">",
           "<h1>" + "<b>" * 1_300, "<meta name=" + " " * 3_900, "<![CDATA["]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_pages_made_to_keep_us_busy(unit: str) -> None:
    """Reading takes time in proportion to the page, whatever stands in it."""
    page = (unit * (fetch.LARGEST // len(unit))).encode()
    begun = time.thread_time()
    reading.read(page, "")

    assert time.thread_time() - begun < 2  # 0.06 s at most, where it was measured


async def test_the_chat_goes_on_meanwhile(pages: Pages) -> None:
    """While half a megabyte is read, everybody else is served."""
    address = pages.shows("/", TITLED + "<h1></h1>" * 60_000)
    beats: list[float] = []

    async def beat() -> None:
        while True:
            beats.append(time.monotonic())
            await asyncio.sleep(0.001)

    beating = asyncio.create_task(beat())
    await fetched(pages, address)
    beating.cancel()

    assert max(after - before for before, after in pairwise(beats)) < 0.5
