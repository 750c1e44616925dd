"""Pages over https: a certificate counts where somebody trusted vouches for that very name."""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import trustme

from adapters.web.fetch import Fetcher, NotFetched, Page, guard
from tests.kit.pages import Pages

TITLED = "<title>Fish farming</title>"


async def fetched(address: str, pages: Pages | None, tls: ssl.SSLContext | None = None) -> Page:
    """The page at this address, where only `pages` may be reached, or else only public numbers."""

    def permit(number: str, port: int) -> bool:
        return port == pages.port if pages is not None else guard(number, 443)

    fetcher = Fetcher(permit=permit, tls=tls)
    try:
        return await fetcher.page(address)
    finally:
        await fetcher.close()


@asynccontextmanager
async def vouched(
    monkeypatch: pytest.MonkeyPatch, *names: str
) -> AsyncIterator[tuple[Pages, ssl.SSLContext]]:
    """A server with a certificate for these names, and who trusts it; every name leads there."""
    ca = trustme.CA()
    theirs, ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    ca.issue_cert(*names).configure_cert(theirs)
    ca.configure_trust(ours)
    pages = Pages()
    await pages.open(theirs)
    found = socket.getaddrinfo("127.0.0.1", pages.port, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **given: found)
    yield pages, ours
    await pages.close()


async def test_a_page_over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who can say who they are is believed: by name, and after a redirect."""
    async with vouched(monkeypatch, "fish.example") as (pages, ours):
        pages.shows("/farm", TITLED)
        pages.moves("/", "/farm")
        page = await fetched(f"https://fish.example:{pages.port}/", pages, ours)

        assert page == Page(
            "Fish farming", "", "text/html", f"https://fish.example:{pages.port}/farm"
        )


async def test_a_certificate_for_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good certificate with another name on it says nothing about this one."""
    async with vouched(monkeypatch, "fish.example") as (pages, ours):
        pages.shows("/", TITLED)
        with pytest.raises(NotFetched, match="unreachable"):
            await fetched(f"https://frog.example:{pages.port}/", pages, ours)

        assert pages.requests == []


async def test_https_knocks_at_no_private_door_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard stands before the handshake."""
    async with vouched(monkeypatch, "fish.example") as (pages, ours):
        with pytest.raises(NotFetched, match="private"):
            await fetched(f"https://fish.example:{pages.port}/", None, ours)

        assert pages.connections == 0


async def test_a_certificate_that_nobody_vouches_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot say who they are is not believed."""
    async with vouched(monkeypatch, "fish.example") as (pages, _):
        pages.shows("/", TITLED)
        with pytest.raises(NotFetched, match="unreachable"):
            await fetched(f"https://fish.example:{pages.port}/", pages)

        assert pages.requests == []
