"""The way outside: what a page says comes back as plain words, and so does why it says nothing."""

from __future__ import annotations

from adapters.web.fetch import Fetcher
from adapters.web.outside import Web
from tests.kit.pages import Pages


async def test_a_page_comes_back_in_words() -> None:
    """Title, description and media type of a real page on a real socket."""
    pages = Pages()
    await pages.open()
    pages.shows(
        "/guide",
        '<title>Peer evaluation</title><meta name="description" content="How adults judge.">',
    )
    web = Web(Fetcher(permit=lambda address, port: port == pages.port))

    guide, nothing = pages.at("/guide"), pages.at("/missing")
    found = await web.errands["page"]({"address": guide})
    missing = await web.errands["page"]({"address": nothing})
    await web.close()
    await pages.close()

    assert found == {
        "address": guide,
        "title": "Peer evaluation",
        "description": "How adults judge.",
        "media": "text/html",
    }
    assert missing == {"address": nothing, "problem": "not-found"}


async def test_the_usual_way_outside_knocks_at_no_private_door() -> None:
    """Without a permission of its own, a loopback address is not even connected to."""
    pages = Pages()
    await pages.open()
    web = Web()

    found = await web.errands["page"]({"address": pages.at("/guide")})
    await web.close()
    await pages.close()

    assert found == {"address": pages.at("/guide"), "problem": "private"}
    assert pages.connections == 0
