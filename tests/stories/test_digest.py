"""The digest in the channel: when it comes, what it says, and when there is none."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.app import App
from storage import journal
from tests.kit.chat import Chat
from tests.kit.digest import digests, paris, tuned
from tests.kit.meetings import announced

MONDAY = paris(2026, 11, 9, 9)
"""The Monday after stories begin, when the first digest comes."""


async def poll(chat: Chat, question: str, until: str = "+5d") -> None:
    """Ben, or whoever is in, starts a poll."""
    await chat.ann.types(f'/poll "{question}" "Yes" "No" until:"{until}"')


async def kept(chat: Chat) -> list[tuple[str, str, str]]:
    """(setting, before, after) of the journal."""
    return await chat.app.database.read(
        lambda db: [
            (entry.details["setting"], entry.details["before"], entry.details["after"])
            for entry in journal.entries(db, 1)
            if entry.act == "community.settings"
        ]
    )


# ── whether and when ────────────────────────────────────────────────────────────────────────────


async def test_it_is_off_until_somebody_turns_it_on(chat: Chat) -> None:
    """Nobody asked for it: whatever happens, there is none (18.A1)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await chat.passes(days=21)

    assert digests(chat) == []


async def test_turning_it_on_says_when_the_first_one_comes(chat: Chat) -> None:
    """Monday at nine by the community's clock unless said otherwise; the choice is kept (18.A1)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    assert "Monday 9 November 2026" in chat.ann.told
    assert "general" in chat.ann.told
    await poll(chat, "Lunch?", "+10d")
    await chat.passes(to=MONDAY - timedelta(minutes=1))
    assert digests(chat) == []
    await chat.passes(to=MONDAY)

    [digest] = digests(chat)
    assert "Closing soon: Lunch?" in digest
    assert await kept(chat) == [("digest.on", "off", "on")]


async def test_day_and_hour_are_chosen(chat: Chat) -> None:
    """Wednesday at 18:00: the card says so, the clock follows, and the journal keeps it (18.A1)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week", "Wednesday", "18:00")
    assert "Wednesday 4 November 2026" in chat.ann.told
    await chat.passes(to=paris(2026, 11, 4, 17, 59))
    assert digests(chat) == []
    await chat.passes(to=paris(2026, 11, 4, 18))

    assert len(digests(chat)) == 1
    assert await kept(chat) == [
        ("digest.on", "off", "on"),
        ("digest.day", "1", "3"),
        ("digest.hour", "09:00", "18:00"),
    ]


async def test_turned_off_none_comes(chat: Chat) -> None:
    """Before the day comes, it is turned off again (18.A1)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await tuned(chat, "Once a week", "No digest")
    await chat.passes(to=MONDAY + timedelta(days=15))

    assert digests(chat) == []


async def test_a_week_without_news_has_none(chat: Chat) -> None:
    """What was told before is no news; the week in which something happens has one (18.A2)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY)
    assert len(digests(chat)) == 1
    assert "Welcome: " in digests(chat)[0]
    await chat.passes(to=MONDAY + timedelta(days=22))
    assert len(digests(chat)) == 1
    await chat.dan.presses(chat.join_label)
    await chat.passes(days=7)

    assert len(digests(chat)) == 2
    assert "Dan" in digests(chat)[1]
    assert "Cleo" not in digests(chat)[1]


async def test_what_waits_for_long_is_no_news_by_itself(chat: Chat) -> None:
    """A meeting in a month is told beside news, and again in its own week (18.A2)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await announced(chat, "Review", "2026-12-08 14:00 Europe/Paris")
    await chat.passes(to=MONDAY)
    assert "Next meeting: Review" in digests(chat)[0]
    await chat.passes(days=7)
    assert len(digests(chat)) == 1
    await chat.dan.presses(chat.join_label)
    await chat.passes(days=7)
    assert "Next meeting: Review" in digests(chat)[1]
    await chat.passes(to=MONDAY + timedelta(days=27))
    assert len(digests(chat)) == 2
    await chat.passes(days=1)

    assert "Next meeting: Review" in digests(chat)[2]


async def test_week_after_week_at_the_same_hour_on_the_wall(chat: Chat) -> None:
    """Over both nights on which the clocks change, it is nine o'clock in Paris (18.A1, R1)."""
    chat.clock.move(to=paris(2027, 3, 17, 12))
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    spring = (paris(2027, 3, 22, 9), paris(2027, 3, 29, 9), paris(2027, 4, 5, 9))
    autumn = (paris(2027, 10, 25, 9), paris(2027, 11, 1, 9))
    for sent, due in enumerate((*spring, *autumn)):
        await chat.passes(to=due - timedelta(hours=2))
        await poll(chat, f"Question {sent}?", f"{due + timedelta(days=3):%Y-%m-%d} 18:00")
        await chat.passes(to=due - timedelta(minutes=1))
        assert len(digests(chat)) == sent
        await chat.passes(to=due)
        assert len(digests(chat)) == sent + 1
        await chat.ann.types(f"/poll cancel {sent + 1}")  # or its result would be news next week


# ── once a week ─────────────────────────────────────────────────────────────────────────────────


async def test_a_restart_brings_no_second_one(chat: Chat) -> None:
    """Started again after the digest, and on the next day: one a week (18.A2, R3)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY)
    for _ in range(2):
        await chat.stop()
        chat.clock.move(days=1)
        await chat.start()
        await chat.tick()

    assert len(digests(chat)) == 1


async def test_a_clock_set_back_brings_no_second_one(chat: Chat) -> None:
    """The clock goes back to before nine, and the app starts: that week has had its own (18.A2)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY + timedelta(minutes=5))
    await chat.stop()
    chat.clock.move(to=MONDAY - timedelta(hours=2))
    await chat.start()
    await poll(chat, "Lunch?", "+13d")
    await chat.passes(days=1)
    assert len(digests(chat)) == 1
    await chat.passes(days=7)

    assert len(digests(chat)) == 2


async def test_another_day_brings_no_second_one_in_a_week(chat: Chat) -> None:
    """Moved from Monday to Friday on a Tuesday: the next comes on Friday week (18.A2)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY + timedelta(days=1))
    await tuned(chat, "Friday")
    assert "Friday 20 November 2026" in chat.ann.told
    await poll(chat, "Lunch?", "+13d")
    await chat.passes(to=MONDAY + timedelta(days=10))
    assert len(digests(chat)) == 1
    await chat.passes(to=MONDAY + timedelta(days=11, minutes=5))

    assert len(digests(chat)) == 2


async def test_two_apps_post_one(chat: Chat) -> None:
    """Two processes on one database tick at the same moment: one digest (18.A2, R3)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    other = App(chat.path, [], clock=chat.clock)
    chat.clock.move(to=MONDAY)
    await asyncio.gather(chat.app.clockwork.tick(), other.clockwork.tick())
    await other.stop()
    await chat.settle()

    assert len(digests(chat)) == 1


async def test_some_hours_late_it_still_comes(chat: Chat) -> None:
    """Down from Sunday to Monday afternoon: the digest comes at the start (18.A5, R3)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.stop()
    chat.clock.move(to=MONDAY + timedelta(hours=6))
    await chat.start()
    await chat.tick()

    assert len(digests(chat)) == 1


async def test_days_late_it_is_left_out(chat: Chat) -> None:
    """Down until Wednesday, no digest comes late; the next one tells of both weeks (18.A5, R3)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.stop()
    chat.clock.move(to=MONDAY + timedelta(days=2))
    await chat.start()
    await chat.passes(days=4)
    assert digests(chat) == []
    await chat.passes(to=MONDAY + timedelta(days=7))

    [digest] = digests(chat)
    assert "Cleo" in digest


async def test_after_a_long_pause_one_catches_up(chat: Chat) -> None:
    """Twenty days down: one digest, at the usual hour of the next day, of all that time (18.A5)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY)
    await poll(chat, "Lunch?", "2026-11-12 18:00")
    await chat.stop()
    chat.clock.move(to=paris(2026, 11, 28, 15))
    for _ in range(2):  # a second start in between changes nothing
        await chat.start()
        await chat.tick()
        assert len(digests(chat)) == 1
        await chat.stop()
    await chat.start()
    await chat.cleo.presses("My own by direct message", on=digests(chat)[0])
    assert "Sunday 29 November 2026" in chat.cleo.told
    await chat.passes(to=paris(2026, 11, 29, 9))

    assert len(digests(chat)) == 2
    assert "what happened since 9 Nov 2026" in digests(chat)[-1]
    assert "Decided: Lunch?" in digests(chat)[-1]
    await chat.passes(to=paris(2026, 12, 6, 23))
    assert len(digests(chat)) == 2


@pytest.mark.parametrize(
    ("zone", "comes"),
    [
        ("America/Montreal", paris(2026, 11, 2, 15)),
        ("Asia/Tokyo", MONDAY - timedelta(hours=8)),
    ],
)
async def test_a_new_zone_moves_the_hour(chat: Chat, zone: str, comes: datetime) -> None:
    """The community's clock is another one from then on: nine is nine there (18.A1, R1)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.ann.types(f"/ronde settings zone:{zone}")
    await chat.passes(to=comes - timedelta(minutes=1))
    assert digests(chat) == []
    await chat.passes(to=comes)
    assert len(digests(chat)) == 1
    await chat.passes(days=6)

    assert len(digests(chat)) == 1


async def test_back_on_a_monday_it_catches_up_at_once(chat: Chat) -> None:
    """Down for three weeks, and back an hour after that week's digest was due: it comes (18.A5)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.stop()
    chat.clock.move(to=MONDAY + timedelta(days=21, hours=1))
    await chat.start()
    await chat.tick()
    assert len(digests(chat)) == 1
    await chat.passes(days=6)

    assert len(digests(chat)) == 1


# ── for coordinators alone ──────────────────────────────────────────────────────────────────────


async def test_a_preview_shows_what_would_be_posted(chat: Chat) -> None:
    """Privately, and nothing is posted; a week without news says so (18.A1, 18.A2)."""
    await chat.founded()
    await tuned(chat)
    await chat.ann.presses("Preview", on=chat.ann.told)
    assert "nothing new" in chat.ann.told
    await poll(chat, "Lunch?")
    await tuned(chat)
    await chat.ann.presses("Preview", on=chat.ann.told)

    assert "Closing soon: Lunch?" in chat.ann.told
    assert "Only you see it." in chat.ann.told
    assert digests(chat) == []


async def test_the_card_is_for_coordinators(chat: Chat) -> None:
    """A button kept from better days opens nothing, and changes nothing (24.A5)."""
    await chat.founded(chat.cleo)
    await tuned(chat)
    card = chat.ann.told
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates", on=chat.ann.told)
    await chat.ann.fills(admins="@Cleo")
    await chat.ann.picks("Once a week", on=card)
    assert "Only a coordinator can do this." in chat.ann.told
    await chat.ann.presses("Preview", on=card)
    assert "Only a coordinator can do this." in chat.ann.told
    await chat.passes(days=14)

    assert digests(chat) == []


@pytest.mark.parametrize(
    ("route", "chosen"),
    [
        ("digest.choose:1:on", "perhaps"),
        ("digest.choose:1:colour", "on"),
        ("digest.choose:1:hour", "03:00"),
        ("digest.choose:9:on", "on"),
        ("digest.weekly:1", ""),
        ("digest.card:1:0:9", ""),
        ("digest.preview:9", ""),
    ],
)
async def test_forged_presses_change_nothing(chat: Chat, route: str, chosen: str) -> None:
    """No such option, no such community, what only the clock presses: refused (18.A2)."""
    if chat.wire.platform != "engine":
        pytest.skip("only the engine's wire sends what nobody can press")
    await chat.founded(chat.cleo)
    await chat.wire.asks(chat.ann.persona, "general", route, {"chosen": chosen})  # type: ignore[attr-defined]
    await chat.passes(days=14)

    assert "does not exist" in chat.ann.told or "no longer" in chat.ann.told
    assert digests(chat) == []
