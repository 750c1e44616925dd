"""Meetings in one's own calendar: a private address, shown once, renewed and stopped at will."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import vobject
from icalendar import Calendar

from adapters.web.feed import Feeds
from tests.kit.chat import Chat, Someone
from tests.kit.meetings import announced, card
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving
from tests.stories.test_meetings_settle import settled

PUBLIC = "https://ronde.example.org"
ADDRESS = re.compile(rf"{PUBLIC}/calendar/([\w-]{{43}})\.ics")


@asynccontextmanager
async def opened(chat: Chat) -> AsyncIterator[Feeds]:
    """The operator has opened feeds."""
    served = Feeds(f"{PUBLIC}/", "127.0.0.1", 0)
    await served.listen(chat.app.engine)
    try:
        yield served
    finally:
        await served.close()


def secret(shown: Shown) -> str:
    """What the address on a card carries."""
    found = ADDRESS.findall(shown.text)
    assert len(found) == 1, shown.text
    return str(found[0])


async def asks(served: Feeds, carried: str) -> tuple[int, list[Any]]:
    """What a calendar gets: the status, and the meetings in the order of their titles."""
    address = f"http://127.0.0.1:{served.port}/calendar/{carried}.ics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        if answer.status != 200:
            return answer.status, []
        found = vobject.readOne(await answer.text()).contents.get("vevent", [])
    return answer.status, sorted(found, key=lambda event: str(event.summary.value))


async def subscribed(chat: Chat, who: Someone) -> str:
    """Somebody takes an address."""
    await who.types("/meet feed")
    return secret(who.told)


async def test_the_address_is_shown_once(chat: Chat) -> None:
    """With how to use it and what it shows; afterwards only since when there is one."""
    await chat.founded(chat.ben)
    async with opened(chat) as served:
        await chat.ben.types("/meet feed")
        first = chat.ben.told
        assert first.private
        assert all(name in first for name in ("Google", "Outlook", "Apple"))
        assert "Anybody who has the address can read them" in first
        assert await asks(served, secret(first)) == (200, [])
        await chat.ben.types("/meet feed")

        assert "2 Nov 2026" in chat.ben.told
        assert not ADDRESS.search(chat.ben.told.text)
        assert set(chat.ben.told.buttons) == {"New address", "Stop the feed"}
    assert not [message for message in chat.channel.messages if "/calendar/" in message]


async def test_a_new_address_stops_the_old_one(chat: Chat) -> None:
    """Whoever had seen the old one reads nothing any more; others' addresses stay."""
    await chat.founded(chat.ben)
    async with opened(chat) as served:
        hers = await subscribed(chat, chat.ann)
        old = await subscribed(chat, chat.ben)
        await chat.ben.presses("New address")
        new = secret(chat.ben.told)

        assert new != old
        assert (await asks(served, old))[0] == 404
        assert (await asks(served, new))[0] == 200
        assert (await asks(served, hers))[0] == 200


async def test_a_feed_is_stopped_and_taken_up_again(chat: Chat) -> None:
    """One press; the address opens nothing, and another can be had."""
    await chat.founded(chat.ben)
    async with opened(chat) as served:
        old = await subscribed(chat, chat.ben)
        await chat.ben.presses("Stop the feed")

        assert "The address opens nothing any more" in chat.ben.told
        assert (await asks(served, old))[0] == 404
        await chat.ben.presses("New address", on=chat.ben.told)
        assert (await asks(served, secret(chat.ben.told)))[0] == 200


async def test_the_calendar_follows_what_is_decided(chat: Chat) -> None:
    """Settled, moved, called off: the same entry, each time under a higher SEQUENCE."""
    async with opened(chat) as served:
        await settled(chat, chat.ben, chat.cleo)
        mine = await subscribed(chat, chat.ben)
        _, (first,) = await asks(served, mine)
        await chat.ann.types('/meet move 1 "wednesday 18 november 10am"')
        _, (moved,) = await asks(served, mine)
        await chat.ann.types("/meet cancel 1")
        await chat.ann.fills()
        _, (cancelled,) = await asks(served, mine)

    assert first.summary.value == "Peer review"
    assert first.status.value == moved.status.value == "CONFIRMED"
    assert cancelled.status.value == "CANCELLED"
    assert moved.dtstart.value.strftime("%d %B, %H:%M") == "18 November, 10:00"
    assert first.uid.value == moved.uid.value == cancelled.uid.value
    numbers = [int(event.sequence.value) for event in (first, moved, cancelled)]
    assert numbers == sorted(set(numbers))


async def test_no_name_is_in_a_feed(chat: Chat) -> None:
    """Neither who organises nor who comes, nor any address of theirs."""
    async with opened(chat) as served:
        await settled(chat, chat.ben, chat.cleo)
        mine = await subscribed(chat, chat.ben)
        address = f"http://127.0.0.1:{served.port}/calendar/{mine}.ics"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            body = await answer.text()

    assert "Peer review" in body
    assert not re.search(r"ATTENDEE|ORGANIZER|mailto|Ann\b|Ben\b|Cleo\b", body)


async def test_who_declines_is_spared_the_meeting(chat: Chat) -> None:
    """It goes from their calendar alone, and comes back with a change of mind; so does its agenda."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Round of names"')
    async with opened(chat) as served:
        hers, his = await subscribed(chat, chat.cleo), await subscribed(chat, chat.ben)
        await chat.ben.presses("I can’t", on=card(chat))
        assert await asks(served, his) == (200, [])
        _, (kept,) = await asks(served, hers)
        assert "1. Round of names" in kept.description.value
        await chat.ben.presses("Maybe", on=card(chat))
        assert len((await asks(served, his))[1]) == 1


async def test_who_leaves_reads_nothing_more(chat: Chat) -> None:
    """At once: the meetings of the community are theirs no longer, and the address stays good."""
    async with opened(chat) as served:
        await settled(chat, chat.ben, chat.cleo)
        mine = await subscribed(chat, chat.ben)
        assert len((await asks(served, mine))[1]) == 1
        await leaving(chat, chat.ben)

        assert await asks(served, mine) == (200, [])


async def test_where_feeds_are_closed_there_is_a_file(chat: Chat) -> None:
    """Said plainly, with the meetings to come as they stand; without any, that too."""
    await chat.founded(chat.ben)
    await chat.ben.types("/meet feed")
    assert "has not opened calendar feeds" in chat.ben.told
    assert "no meeting ahead" in chat.ben.told
    assert chat.ben.told.buttons == ()


async def test_the_file_holds_what_is_to_come(chat: Chat) -> None:
    """One entry a meeting, and none that was called off."""
    await settled(chat, chat.ben, chat.cleo)
    await chat.ben.types("/meet feed")

    ((name, content),) = chat.ben.told.files
    assert name == "meetings.ics"
    calendar = Calendar.from_ical(content)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Peer review"]
    assert "METHOD" not in calendar and "X-WR-CALNAME" not in calendar


async def test_who_has_not_joined_is_offered_to(chat: Chat) -> None:
    """There would be nothing in their calendar."""
    await chat.founded()
    async with opened(chat):
        await chat.ben.types("/meet feed")

    assert not ADDRESS.search(chat.ben.told.text)
    assert "I'm in" in chat.ben.told.buttons


async def test_subscribing_in_french(chat: Chat) -> None:
    """« /rencontre abonnement » says the same in French."""
    await chat.founded(chat.ines, by=chat.zoe)
    async with opened(chat) as served:
        await chat.ines.types("/rencontre abonnement")
        assert "elle n’est montrée que cette fois" in chat.ines.told
        assert (await asks(served, secret(chat.ines.told)))[0] == 200
        await chat.ines.presses("Arrêter l’abonnement", on=chat.ines.told)
        assert "C’est arrêté." in chat.ines.told
