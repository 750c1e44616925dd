"""The playground's door: who may open it, and what it refuses."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from adapters.base import Refused
from adapters.playground import limits
from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.room import Room
from tests.kit.chat import PERSONAS, Chat
from tests.kit.playground import PlaygroundWire, Seat
from tests.wire.playground_desk import Sample, sit, texts

ANN = PERSONAS["ann"]


# ── who may open it ─────────────────────────────────────────────────────────────────────────────


async def test_the_page_comes_with_safe_headers(
    sample: Sample, session: aiohttp.ClientSession
) -> None:
    """A policy without inline scripts, no sniffing, no framing, nothing kept by the browser."""
    for path in ("", "page.css", "page.js", "page/cards.js", "page/ronde.svg"):
        async with session.get(sample.adapter.address + path) as answer:
            assert answer.status == 200, path
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert answer.headers["Cache-Control"] == "no-store"
    async with session.get(sample.adapter.address + "page/../adapter.py") as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", ""]
)
async def test_a_name_that_another_site_bound_to_us_is_refused(
    sample: Sample, session: aiohttp.ClientSession, host: str
) -> None:
    """DNS rebinding: the page answers to this machine's own names only."""
    for path in ("", "page.js", "socket"):
        async with session.get(sample.adapter.address + path, headers={"Host": host}) as answer:
            assert answer.status in (400, 403)


async def test_localhost_is_this_machine(sample: Sample, session: aiohttp.ClientSession) -> None:
    """People may type localhost instead of the address."""
    port = sample.adapter.address.rstrip("/").rpartition(":")[2]
    async with session.get(sample.adapter.address, headers={"Host": f"localhost:{port}"}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", None])
async def test_another_site_cannot_open_the_socket(
    sample: Sample, session: aiohttp.ClientSession, origin: str | None
) -> None:
    """A browser says where a page comes from; only our own may speak."""
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await session.ws_connect(f"{sample.adapter.address}socket", origin=origin)
    assert refused.value.status == 403


async def test_another_site_cannot_fetch_parts_of_the_page(
    sample: Sample, session: aiohttp.ClientSession
) -> None:
    """A link may open the page itself; nothing else of it is given to another site."""
    cross = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with session.get(sample.adapter.address, headers=cross) as answer:
        assert answer.status == 200
    async with session.get(sample.adapter.address + "page.js", headers=cross) as answer:
        assert answer.status == 403
    async with session.get(
        sample.adapter.address, headers={**cross, "Sec-Fetch-Mode": "no-cors"}
    ) as answer:
        assert answer.status == 403


async def test_it_listens_on_this_machine_only(sample: Sample) -> None:
    """Other machines cannot reach the page unless the operator says so."""
    assert sample.adapter.address.startswith("http://127.0.0.1:")


async def test_a_taken_port_is_said_with_its_remedy(sample: Sample, tmp_path: Path) -> None:
    """No traceback: another port, or 0 for any free one."""
    port = int(sample.adapter.address.rstrip("/").rpartition(":")[2])
    second = PlaygroundAdapter(port=port)

    with pytest.raises(Refused, match="PLAYGROUND_PORT"):
        await second.listen(sample.app.engine)
    assert not second.ready
    await second.close()


async def test_an_address_that_is_not_ours_is_said(sample: Sample) -> None:
    """The host setting is named."""
    elsewhere = PlaygroundAdapter(host="192.0.2.1", port=0)

    with pytest.raises(Refused, match="PLAYGROUND_HOST"):
        await elsewhere.listen(sample.app.engine)
    await elsewhere.close()


async def test_every_interface_can_be_asked_for(sample: Sample) -> None:
    """Then an address by number opens it, and a name bound by another site still does not."""
    adapter = PlaygroundAdapter(host="0.0.0.0", port=0)
    await adapter.listen(sample.app.engine)
    port = adapter.address.rstrip("/").rpartition(":")[2]
    async with aiohttp.ClientSession() as session:
        for host, expected in ((f"192.168.1.7:{port}", 200), (f"evil.example:{port}", 403)):
            async with session.get(adapter.address, headers={"Host": host}) as answer:
                assert answer.status == expected
    await adapter.close()


# ── what it refuses, and survives ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "frame",
    [
        "no json",
        "[]",
        '"hello"',
        '{"do": "unknown", "id": "x"}',
        '{"do": ["hello"], "id": "x"}',
        '{"do": "press", "id": "0123456789", "place": "nowhere", "route": "a"}',
        '{"do": "say", "id": "0123456789", "place": "general", "line": 7}',
        '{"do": "colleagues", "id": "0123456789", "place": "general", "most": "all"}',
        "[" * 2000,
    ],
)
async def test_what_no_page_would_send_is_refused_and_harmless(
    chat: Chat, wire: PlaygroundWire, frame: str
) -> None:
    """The page is told, and goes on."""
    seat = await wire.seat(ANN)

    await seat.socket.send_str(frame)
    await seat.ask(do="ping")
    await chat.founded()

    assert any(one["is"] == "refused" for one in seat.heard)
    assert not any(one["is"] == "lost" for one in seat.heard)


async def test_nothing_happens_before_hello(chat: Chat, wire: PlaygroundWire) -> None:
    """A page says who it is first."""
    assert wire._session is not None
    address = wire._running.address
    opened = await wire._session.ws_connect(f"{address}socket", origin=address.rstrip("/"))
    seat = Seat("?", opened)

    ended = await seat.ask(do="say", place="general", line="hello")

    assert ended["is"] == "refused"
    await seat.leave()


async def test_somebody_unknown_becomes_the_first_person(sample: Sample) -> None:
    """A page that remembers a person of another playground still opens."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "stranger", "de")
        assert (seat.state["me"], seat.state["language"]) == ("ines", "en")
        await seat.leave()


async def test_a_frame_beyond_all_measure_closes_only_that_page(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """One page cannot fill the memory of all."""
    seat = await wire.sit("ann")
    await chat.founded()

    await seat.socket.send_str("x" * (limits.FRAME + 1))
    await asyncio.gather(seat._task, return_exceptions=True)

    assert seat.socket.closed
    await chat.ben.types("/ronde")
    assert "Trainers" in chat.ben.told


async def test_ten_thousand_characters_come_back_whole(chat: Chat) -> None:
    """A question that is too long is answered privately, with all that was typed."""
    await chat.founded()
    long = "é" * 10_000
    await chat.ann.types(f'/poll "{long}" "A" "B"')

    assert long in chat.ann.told


async def test_what_people_type_reaches_others_as_words_only(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """Mentions, markup and scripts are text runs without any style (defect 2.10)."""
    await chat.founded()
    nasty = "<!channel> @everyone <img src=x onerror=alert(1)> [a](javascript:b) **c**"
    await chat.ann.types(f'/poll "{nasty}" "<@U1>" "`d`"')

    seat = await wire.seat(ANN)
    board = next(m for m in seat.messages.values() if "everyone" in texts(m["body"]))
    runs = [run for run in board["body"]["title"] if "everyone" in run["s"]]
    assert [run["k"] for run in runs] == ["text"]
    assert nasty in runs[0]["s"] and not runs[0].get("b")


async def test_the_bot_does_not_listen_to_what_people_say(chat: Chat, wire: PlaygroundWire) -> None:
    """A line without a slash is a message like any other, which the engine never sees."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types("poll: who is there?")

    seat = await wire.seat(PERSONAS["ben"])
    await seat.ask(do="ping")
    assert any(m["body"].get("said") == "poll: who is there?" for m in seat.messages.values())
    assert len(chat.channel.messages) == before
    assert not chat.ann.answers or "poll:" not in chat.ann.told.text


async def test_a_page_hears_everything_before_it_hears_news(
    sample: Sample, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What happens while somebody comes in is not told before the page knows who they are."""

    async def look(_engine: object, room: Room) -> None:
        room.add("accueil", "moussa", {"said": "Bonjour."}, at=room.now())

    monkeypatch.setattr("adapters.playground.session.look", look)
    seat = await sit(session, sample.adapter.address, "ann", "en")

    assert seat.heard[0]["is"] == "state"
