"""Events in a Discord server's own list, over real sockets: entered, moved, cancelled, refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.base import Announcing, Busy, Gone
from bot.card import Event
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Line, Words
from tests.kit import discord_events as listed
from tests.kit.clock import MONDAY
from tests.kit.discord_events import CREATE_EVENTS, MOST
from tests.kit.discord_world import GUILD
from tests.wire.discord_desk import World
from tests.wire.discord_diary import EVENT, HOUR, TOMORROW, Board, Diary, Entry, kept

READER = Reader("en", "Europe/Paris", "discord")


@pytest_asyncio.fixture
async def diary(tmp_path: Path) -> AsyncIterator[Diary]:
    """A meeting, to be seen on a Discord server."""
    async with kept(tmp_path / "ronde.db") as made:
        yield made


# ── the meeting's life ──────────────────────────────────────────────────────────────────────────


async def test_a_meeting_is_entered_moved_and_cancelled(diary: Diary) -> None:
    """Discord's list shows one event, at its place and times, until the meeting is cancelled."""
    await diary.stands()
    [entry] = diary.entries
    assert (entry.said["name"], entry.location) == ("Round of October", "Room 1")
    assert (entry.starts, entry.ends) == (TOMORROW, TOMORROW + HOUR)
    assert entry.said["description"] == "Bring a case."
    assert entry.said["entity_type"] == 3

    assert diary.event is not None
    later = TOMORROW + timedelta(days=7)
    await diary.shows(replace(diary.event, starts=later, ends=later + HOUR))
    assert [(e.id, e.starts) for e in diary.entries] == [(entry.id, later)]

    await diary.shows(None)
    assert diary.entries == []
    assert diary.server.refused == []
    assert diary.cards == ["The meeting stands. None"]


async def test_a_meeting_that_has_begun_is_left_alone(diary: Diary) -> None:
    """Discord refuses to change the start of what has begun: nothing is sent; cancelling is."""
    await diary.stands()
    diary.clock.move(days=1, minutes=1)
    calls = len(diary.server.calls)
    await diary.shows(replace(EVENT, name=Words("Late words")))
    assert len(diary.server.calls) == calls

    await diary.shows(None)
    assert diary.entries == []
    assert diary.server.refused == []


@pytest.mark.parametrize("hours", [24.5, 30])
async def test_a_meeting_that_was_put_off_too_late_is_entered_anew(
    diary: Diary, hours: float
) -> None:
    """What has begun or is over on Discord cannot move: another event takes its place."""
    await diary.stands()
    [entry] = diary.entries
    diary.clock.move(hours=hours)
    later = TOMORROW + timedelta(days=7)
    await diary.shows(replace(EVENT, starts=later, ends=later + HOUR))

    [moved] = diary.entries
    assert (moved.id != entry.id, moved.starts) == (True, later)
    assert list(diary.server.world.events) == [moved.id]
    await diary.shows(None)
    assert diary.server.world.events == {}


async def test_a_meeting_in_the_past_is_not_entered(diary: Diary) -> None:
    """Discord takes nothing that has begun: it is not even asked, and nothing is wrong."""
    diary.clock.move(days=2)
    await diary.stands()

    assert diary.entries == []
    assert diary.server.refused == []
    assert await diary.trouble() is None


# ── refused ─────────────────────────────────────────────────────────────────────────────────────


async def test_a_full_server_is_said_on_the_card(diary: Diary) -> None:
    """At 100 events the meeting stands all the same, its card says so, and nobody tries again."""
    world = diary.server.world
    for n in range(MOST):
        said = {"scheduled_start_time": TOMORROW.isoformat(), "name": f"Event {n}"}
        said["scheduled_end_time"] = (TOMORROW + HOUR).isoformat()
        world.events[str(n)] = listed.Event(str(n), GUILD, "1", said)
    await diary.stands()

    assert await diary.trouble() == "full"
    assert diary.cards == ["The meeting stands. full"]
    assert [code for _, _, code in diary.server.refused] == [30038]

    del world.events["0"]
    await diary.shows(diary.event)
    assert await diary.trouble() is None
    assert len(diary.entries) == MOST


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_missing_permission_is_said_on_the_card(diary: Diary, when: str) -> None:
    """Without Create Events nothing is entered or changed, the card says so; with it, it is."""
    world = diary.server.world
    granted = world.permissions
    if when == "after":
        await diary.stands()
    world.permissions = granted & ~(1 << CREATE_EVENTS)
    assert diary.event is not None
    if when == "after":
        await diary.shows(replace(diary.event, name=Words("Renamed")))
    else:
        await diary.stands()
    assert await diary.trouble() == "forbidden"
    assert diary.cards == ["The meeting stands. forbidden"]
    assert [code for _, _, code in diary.server.refused] == [50013]

    world.permissions = granted
    await diary.shows(replace(diary.event, name=Words("Renamed")))
    assert await diary.trouble() is None
    assert [entry.said["name"] for entry in diary.entries] == ["Renamed"]


async def test_a_bot_that_was_removed_from_the_server_enters_nothing(diary: Diary) -> None:
    """Missing Access is no more than a missing permission: other cards speak of the place."""
    diary.server.world.inside = False
    await diary.stands()
    assert await diary.trouble() == "forbidden"


async def test_an_event_deleted_by_hand_stays_deleted(diary: Diary) -> None:
    """Whoever deleted it in Discord meant it; cancelling the meeting then is no error either."""
    await diary.stands()
    diary.server.world.events.clear()
    assert diary.event is not None
    await diary.shows(replace(diary.event, name=Words("Renamed")))
    await diary.shows(replace(diary.event, name=Words("Again")))
    assert diary.entries == []
    assert [code for _, _, code in diary.server.refused] == [10070]
    assert await diary.trouble() is None


async def test_cancelling_what_was_deleted_by_hand_is_no_error(diary: Diary) -> None:
    """The event is gone, as it should be."""
    await diary.stands()
    diary.server.world.events.clear()
    await diary.shows(None)
    assert await diary.trouble() is None


# ── not now, and perhaps ────────────────────────────────────────────────────────────────────────


async def test_a_rate_limit_is_waited_out(diary: Diary) -> None:
    """Discord asks to wait: the event comes after that, once, and the card does not wait for it."""
    await diary.says(lambda said: said.show(1, Board(1).pack()))
    diary.wire.busy(0.2)
    began = time.monotonic()
    await diary.says(lambda said: said.show(1, Entry(1).pack()))
    while not diary.entries:
        await diary.delivery.settle()
        await asyncio.sleep(0.05)
    assert time.monotonic() - began > 0.2
    assert len(diary.entries) == 1


async def test_a_long_rate_limit_is_handed_back(adapted: World) -> None:
    """A wait of minutes is delivery's business, which has other things to show meanwhile."""
    adapted.wire.busy(60)
    with pytest.raises(Busy) as busy:
        await adapted.adapter.announce(asked(adapted))
    assert busy.value.seconds == 60


async def test_a_lost_answer_leaves_one_event(adapted: World) -> None:
    """Discord entered it and the answer was lost: discord.py must not repeat it, we look first."""
    adapted.wire.server.lost = 502
    with pytest.raises(Busy):
        await adapted.adapter.announce(asked(adapted))
    again = await adapted.adapter.announce(asked(adapted))

    [entry] = listed.standing(adapted.wire.server.world)
    assert again == f"event:{entry.id}"
    assert adapted.wire.server.refused == []


async def test_somebody_else_s_event_is_not_ours(adapted: World) -> None:
    """An event of the same name and hour that a person entered is left to that person."""
    world = adapted.wire.server.world
    await adapted.adapter.announce(asked(adapted))
    [theirs] = listed.standing(world)
    theirs.creator = "1"
    ours = await adapted.adapter.announce(asked(adapted))

    assert ours != f"event:{theirs.id}"
    await adapted.adapter.remove(asked(adapted).place, ours)
    assert [entry.id for entry in listed.standing(world)] == [theirs.id]


async def test_an_outage_is_not_now(adapted: World) -> None:
    """A server that fails, and one that is not there, are tried again later."""
    adapted.wire.server.broken = 503
    with pytest.raises(Busy):
        await adapted.adapter.announce(asked(adapted))
    await adapted.wire.server.close()
    with pytest.raises(Busy):
        await adapted.adapter.announce(asked(adapted))


# ── what Discord takes ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def adapted(world: World) -> World:
    """An adapter that is connected to a server, whose clock stands with the stories'."""
    world.wire.server.world.now = lambda: MONDAY
    return world


def asked(world: World, event: Event = EVENT) -> Announcing:
    """This event, in the server of the channel."""
    place = PlaceRef("discord", GUILD, world.wire.place("general").id, "general")
    return Announcing(place, event, READER)


LINK = "https://meet.example/" + "room/" * 40


@pytest.mark.parametrize(
    ("where", "location", "about"),
    [
        (Words(" "), "#general", None),
        (Words("Room\n 1"), "Room 1", None),
        (Words("x" * 101), "x" * 99 + "…", "x" * 101),
        (Words(LINK), "meet.example", LINK),
    ],
)
async def test_a_place_is_always_said_and_never_lost(
    adapted: World, where: Line, location: str, about: str | None
) -> None:
    """Discord demands a place of at most 100 characters; a longer one opens the description."""
    await adapted.adapter.announce(
        asked(adapted, replace(EVENT, location=where, description=Words("")))
    )
    [entry] = listed.standing(adapted.wire.server.world)
    assert (entry.location, entry.said["description"]) == (location, about)


async def test_long_words_are_shortened_and_nasty_ones_mean_nothing(adapted: World) -> None:
    """A name is cut at 100 characters, a description at 1,000; nothing in it is markup or rings."""
    event = replace(
        EVENT,
        name=Words("👩‍👩‍👧‍👦" * 40),
        description=Words("@everyone <@1> [a](https://b.example) " + "é" * 1_200),
        ends=EVENT.starts,
    )
    await adapted.adapter.announce(asked(adapted, event))
    [entry] = listed.standing(adapted.wire.server.world)
    assert entry.said["name"].endswith("👩‍👩‍👧‍👦…")
    assert entry.said["description"].startswith("@\u200beveryone \\<@\u200b1\\> \\[a\\](https")
    assert entry.ends > entry.starts, "Discord demands an end after the start"


async def test_an_unknown_server_is_a_place_that_is_gone(adapted: World) -> None:
    """The bot was removed, and the server is no longer known to it."""
    lost = replace(asked(adapted), place=PlaceRef("discord", "5", "6"))
    with pytest.raises(Gone) as gone:
        await adapted.adapter.announce(lost)
    assert gone.value.what == "place"


async def test_only_future_events_are_taken(adapted: World) -> None:
    """Clocks differ: what Discord finds past although we do not is a refusal, not an event."""
    adapted.wire.server.world.now = lambda: datetime(2027, 1, 1, tzinfo=MONDAY.tzinfo)
    with pytest.raises(Exception, match="Cannot schedule event in the past"):
        await adapted.adapter.announce(asked(adapted))
    assert listed.standing(adapted.wire.server.world) == []
