"""Calendar feeds over a real socket: who may read them, what they hold, and what is not sent twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import aiohttp
from sqlmodel import Session

from adapters.web.feed import _Lasting
from storage import feeds
from storage.people import Member
from tests.kit.clock import MONDAY
from tests.wire.feed_desk import ANN, BEN, DESIGNERS, ROUND, TRAINERS, Open, titles

# ── who may read ────────────────────────────────────────────────────────────────────────────────


async def test_a_calendar_reads_the_meetings(opened: Open, session: aiohttp.ClientSession) -> None:
    """All communities' meetings, as text/calendar, named after them, in the person's language."""
    async with session.get(opened.address(await opened.secret(ANN))) as answer:
        body = await answer.text()

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert titles(body) == {"Échange de pratiques", "Drawing together"}
    assert "X-WR-CALNAME:Designers · Trainers\r\n" in body
    assert "METHOD" not in body
    assert opened.asked == [(DESIGNERS, ANN, "fr"), (TRAINERS, ANN, "fr")]


async def test_each_reads_their_own(opened: Open, session: aiohttp.ClientSession) -> None:
    """Ben is not among the designers: he sees nothing of them."""
    async with session.get(opened.address(await opened.secret(BEN))) as answer:
        assert titles(await answer.text()) == {"Échange de pratiques"}


async def test_who_leaves_no_longer_reads(opened: Open, session: aiohttp.ClientSession) -> None:
    """At once; the feed of somebody who left everything is an empty calendar."""
    address = opened.address(await opened.secret(ANN))

    def leave(db: Session, membership: int) -> None:
        member = db.get(Member, membership)
        assert member is not None
        member.left_at = MONDAY

    await opened.within(lambda db: leave(db, 1))
    async with session.get(address) as answer:
        assert titles(await answer.text()) == {"Drawing together"}
    await opened.within(lambda db: leave(db, 2))
    async with session.get(address) as answer:
        assert answer.status == 200
        assert titles(await answer.text()) == set()


async def test_wrong_and_stopped_secrets_are_told_apart_by_nobody(
    opened: Open, session: aiohttp.ClientSession
) -> None:
    """Never given, stopped, replaced, cut, no secret at all: the same answer, to the letter."""
    replaced = await opened.secret(ANN)
    await opened.secret(ANN)
    stopped = await opened.secret(BEN)
    await opened.within(lambda db: feeds.revoke(db, BEN))
    base = f"http://127.0.0.1:{opened.server.port}"
    seen = set()
    for address in (
        opened.address("A" * 43),
        opened.address(replaced),
        opened.address(stopped),
        opened.address(stopped[:-1]),
        opened.address("%C3%A9"),
        opened.address("x" * 4000),
        f"{base}/calendar/.ics",
        f"{base}/calendar/{stopped}",
        f"{base}/calendar/../settings",
        f"{base}/",
    ):
        async with session.get(address) as answer:
            told = {name: said for name, said in answer.headers.items() if name != "Date"}
            seen.add((answer.status, await answer.text(), tuple(sorted(told.items()))))

    assert [status for status, *_ in seen] == [404]
    ((_, body, headers),) = seen
    assert body == "404: Not Found"
    assert {name for name, _ in headers} == {"Content-Length", "Content-Type", "Server"}


async def test_a_feed_can_only_be_read(opened: Open, session: aiohttp.ClientSession) -> None:
    """No other method does anything."""
    address = opened.address(await opened.secret(ANN))
    for method in ("POST", "PUT", "DELETE", "PROPFIND"):
        async with session.request(method, address) as answer:
            assert answer.status == 405
    async with session.get(address) as answer:
        assert answer.status == 200


async def test_head_says_what_get_would(opened: Open, session: aiohttp.ClientSession) -> None:
    """The same headers, and no meeting."""
    address = opened.address(await opened.secret(ANN))
    async with session.get(address) as full, session.head(address) as bare:
        assert await bare.read() == b""
        for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length"):
            assert bare.headers[name] == full.headers[name]


# ── what is not sent twice ──────────────────────────────────────────────────────────────────────


async def test_what_did_not_change_is_not_sent_again(
    opened: Open, session: aiohttp.ClientSession
) -> None:
    """By its mark or by its date: 304, without a body, and with what to ask by the next time."""
    address = opened.address(await opened.secret(ANN))
    async with session.get(address) as answer:
        mark, date = answer.headers["ETag"], answer.headers["Last-Modified"]
    later = format_datetime(parsedate_to_datetime(date) + timedelta(days=1), usegmt=True)

    for asked in (
        {"If-None-Match": mark},
        {"If-None-Match": f'"other", W/{mark}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": date},
        {"If-Modified-Since": later},
        {"If-None-Match": mark, "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
    ):
        async with session.get(address, headers=asked) as answer:
            assert (answer.status, await answer.read()) == (304, b""), asked
            assert answer.headers["ETag"] == mark
            assert answer.headers["Last-Modified"] == date


async def test_what_changed_is_sent(opened: Open, session: aiohttp.ClientSession) -> None:
    """Another mark, a later date, or a date that cannot be read: the whole feed."""
    address = opened.address(await opened.secret(ANN))
    async with session.get(address) as answer:
        mark, date = answer.headers["ETag"], answer.headers["Last-Modified"]
    for asked in (
        {"If-None-Match": '"other"', "If-Modified-Since": date},
        {"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
    ):
        async with session.get(address, headers=asked) as answer:
            assert answer.status == 200, asked

    opened.meetings[TRAINERS] = (replace(ROUND, wall=datetime(2026, 11, 5, 14), sequence=1),)
    for asked in ({"If-None-Match": mark}, {"If-Modified-Since": date}):
        async with session.get(address, headers=asked) as answer:
            assert answer.status == 200
            assert answer.headers["ETag"] != mark
            assert answer.headers.get("Last-Modified") != date
            assert "SEQUENCE:1" in await answer.text()


async def test_a_meeting_that_goes_is_a_change(
    opened: Open, session: aiohttp.ClientSession
) -> None:
    """No date in the records tells it: who only asks by date sees it gone all the same."""
    address = opened.address(await opened.secret(ANN))
    async with session.get(address) as answer:
        date = answer.headers["Last-Modified"]
    opened.meetings[DESIGNERS] = ()
    async with session.get(address, headers={"If-Modified-Since": date}) as answer:
        assert answer.status == 200
        assert titles(await answer.text()) == {"Échange de pratiques"}


def test_each_content_has_a_date_of_its_own() -> None:
    """Two changes within a second, and a content that comes back, are told apart by date."""
    lasting, at = _Lasting(), datetime(2026, 11, 2, 9, 0, 0, 400_000, tzinfo=UTC)

    first = lasting.since(ANN, "a", at)
    assert first == at.replace(microsecond=0)
    assert lasting.since(ANN, "a", at + timedelta(hours=1)) == first
    second = lasting.since(ANN, "b", at)
    third = lasting.since(ANN, "a", at)
    assert first < second < third
    assert lasting.since(BEN, "b", at) == first
