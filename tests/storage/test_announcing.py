"""Events: entered in a platform's calendar where it has one, settled quietly where it has none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from adapters.base import Announcing, Busy, Gone, What
from bot.card import Event
from bot.language import plain
from bot.text import Words
from storage.database import Database
from storage.posts import Posts
from tests.kit.clock import MONDAY
from tests.storage.signs import DIRECT, Keeping, Kept, Platform, Says

TOMORROW = MONDAY + timedelta(days=1)


@dataclass(slots=True)
class Calendar(Platform):
    """A platform with a calendar, which answers as it is told to by `refusals`."""

    entries: dict[str, str] = field(default_factory=dict)
    refusals: list[Exception] = field(default_factory=list)

    async def announce(self, announcing: Announcing) -> str:
        """Enter it, unless a refusal was prepared."""
        if self.refusals:
            raise self.refusals.pop(0)
        reference = announcing.message or f"e{len(self.entries) + 1}"
        self.entries[reference] = plain(announcing.event.name, announcing.reader)
        return reference

    async def remove(self, place: object, message: str) -> None:
        """Take it away."""
        self.entries.pop(message, None)
        self.visible.pop(message, None)


class Diary(Keeping[Event]):
    """One entry, tomorrow."""

    def __init__(self, database: Database, platform: Platform) -> None:
        """It is to stand in the calendar."""
        where, about = Words("Room 1"), Words("")
        ends = TOMORROW + timedelta(hours=1)
        super().__init__(
            database, platform, Event(Words("Round"), TOMORROW, ends, where, about, Says(1))
        )

    async def changes(self, *, starts: datetime) -> None:
        """The entry moves."""
        assert self.look is not None
        self.look = replace(self.look, starts=starts, ends=starts + timedelta(hours=1))
        await self.refresh()


@pytest.fixture
async def calendar() -> Calendar:
    """A calendar with nothing in it."""
    return Calendar()


@pytest.fixture
async def diary(database: Database, calendar: Calendar) -> Diary:
    """An entry that a platform with a calendar can show."""
    made = Diary(database, calendar)
    await made.bench.furnish()
    return made


async def test_an_event_is_entered_changed_and_taken_away(diary: Diary, calendar: Calendar) -> None:
    """Its reference is kept like a message's; nothing is left when there is no more to say."""
    post = await diary.show()
    assert calendar.entries == {"e1": "Round"}
    assert (await diary.bench.post(post)).message == "e1"

    assert diary.look is not None
    diary.look = replace(diary.look, name=Words("Circle"))
    await diary.refresh()
    assert calendar.entries == {"e1": "Circle"}

    diary.look = None
    await diary.refresh()
    assert calendar.entries == {}
    assert (await diary.bench.post(post)).failed == "empty"


async def test_a_platform_without_a_calendar_shows_nothing_and_fails_nothing(
    database: Database,
) -> None:
    """The post is settled: no failure, nothing that is tried again, nothing sent."""
    diary = Diary(database, Platform())
    await diary.bench.furnish()
    post = await diary.bench.post(await diary.show())

    assert (post.message, post.failed, post.shown) == (None, None, post.wanted)
    assert await diary.bench.step(hours=1) == 0
    assert [said for said, _ in diary.bench.platform.shown] == ["no trouble"]

    diary.look = None
    await diary.refresh()
    assert (await diary.bench.post(post.id or 0)).failed == "empty"


async def test_direct_messages_have_no_calendar(diary: Diary, calendar: Calendar) -> None:
    """An event for somebody alone is settled as on a platform without a calendar."""
    post = await diary.bench.post(await diary.show(DIRECT))

    assert calendar.entries == {}
    assert (post.message, post.failed) == (None, None)


async def test_what_has_begun_is_left_as_it_is(diary: Diary, calendar: Calendar) -> None:
    """A calendar takes nothing that is past, and what stands there is over soon by itself."""
    await diary.show()
    await diary.changes(starts=MONDAY - timedelta(minutes=1))
    calendar.entries["e1"] = "as it was"
    await diary.refresh()
    assert calendar.entries == {"e1": "as it was"}

    await diary.changes(starts=MONDAY + timedelta(hours=1))
    assert calendar.entries == {"e1": "Round"}


async def test_what_began_before_it_was_entered_is_not_entered(
    diary: Diary, calendar: Calendar
) -> None:
    """Late is never: nothing is tried again, and moving it ahead enters it after all."""
    assert diary.look is not None
    diary.look = replace(diary.look, starts=MONDAY)
    post = await diary.bench.post(await diary.show())
    assert calendar.entries == {}
    assert (post.message, post.failed) == (None, None)

    await diary.changes(starts=TOMORROW)
    assert calendar.entries == {"e1": "Round"}


@pytest.mark.parametrize("what", ["full", "forbidden"])
async def test_a_calendar_that_takes_nothing_is_said_on_the_board(
    diary: Diary, calendar: Calendar, what: What
) -> None:
    """The board is redrawn once and says why; no attempt follows until something changes."""
    calendar.refusals.append(Gone(what))
    await diary.show()

    assert [said for said, _ in calendar.shown] == ["no trouble", what]
    assert await diary.bench.step(hours=1) == 0
    assert calendar.entries == {}
    assert calendar.visible == {"m1": what}

    await diary.refresh()
    await diary.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Says(1).pack()))
    await diary.settle()
    assert calendar.entries == {"e1": "Round"}
    assert [said for said, _ in calendar.shown][-1] == "no trouble"


async def test_an_event_that_somebody_deleted_stays_away(diary: Diary, calendar: Calendar) -> None:
    """Whoever deleted it meant it: it is neither entered again nor a trouble."""
    post = await diary.show()
    calendar.refusals.append(Gone("message"))
    await diary.refresh()
    await diary.refresh()

    assert (await diary.bench.post(post)).failed == "message"
    assert [said for said, _ in calendar.shown] == ["no trouble"]


async def test_a_busy_calendar_holds_up_no_card(diary: Diary, calendar: Calendar) -> None:
    """The calendar has a pace of its own: the channel's cards do not wait for it."""
    await diary.show()
    calendar.refusals.append(Busy(60))
    await diary.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Kept(1).pack()))
    await diary.bench.step()
    await diary.bench.show(2)
    await diary.bench.step()
    assert "sign 2" in calendar.visible.values()

    assert await diary.bench.step(seconds=59) == 0
    assert await diary.bench.step(seconds=1) == 1


async def test_a_place_that_is_gone_says_no_word_of_its_event(
    diary: Diary, calendar: Calendar
) -> None:
    """Whoever posted hears of the card that nobody saw, not of the event besides."""
    calendar.answers.append(Gone("place"))
    calendar.refusals.append(Gone("place"))
    await diary.show()

    assert len(await diary.bench.notices()) == 1
