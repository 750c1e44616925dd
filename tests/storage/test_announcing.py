"""Events: entered in a platform's calendar where it has one, settled quietly where it has none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

import pytest

from adapters.base import Announcing, Busy, Gone, What
from bot.card import Card, Event, Paragraph
from bot.command import View
from bot.context import Context
from bot.language import plain
from bot.route import Route
from bot.text import Words
from storage import posts
from storage.database import Database
from storage.posts import Posts
from tests.kit.clock import MONDAY
from tests.storage.signs import CHANNEL, DIRECT, Bench, Platform

TOMORROW = MONDAY + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry(Route):
    """An entry in the calendar."""

    address: ClassVar[str] = "test.entry"
    number: int


@dataclass(frozen=True, slots=True)
class Says(Route):
    """A card that says whether the entry stands."""

    address: ClassVar[str] = "test.says"
    number: int


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


class Diary:
    """What the entry is now, and the bench on which it is shown."""

    def __init__(self, database: Database, platform: Platform) -> None:
        """One entry, tomorrow."""
        board = Says(1)
        where, about = Words("Room 1"), Words("")
        self.event: Event | None = Event(
            Words("Round"), TOMORROW, TOMORROW + timedelta(hours=1), where, about, board
        )
        self.bench = Bench(
            database,
            View(Entry, lambda ctx, route: self.event),
            View(Says, self._says),
            platform=platform,
        )

    def _says(self, ctx: Context, route: Says) -> Card:
        trouble = posts.trouble(ctx.db, Entry(route.number).pack())
        return Card(None, (Paragraph(Words(trouble or "no trouble")),))

    async def show(self, place: int = CHANNEL) -> int:
        """A board, and an entry; the entry's post."""
        made: list[int | None] = []

        def run(said: Posts) -> None:
            said.show(CHANNEL, Says(1).pack())
            made.append(said.show(place, Entry(1).pack()))

        await self.bench.change(lambda db: run(Posts(db, MONDAY, 1, 1, [])))
        await self.settle()
        assert made[0] is not None
        return made[0]

    async def changes(self, *, starts: datetime) -> None:
        """The entry moves."""
        assert self.event is not None
        self.event = replace(self.event, starts=starts, ends=starts + timedelta(hours=1))
        await self.refresh()

    async def refresh(self) -> None:
        """Something about the entry changed."""
        await self.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Entry(1).pack()))
        await self.settle()

    async def settle(self) -> None:
        """Deliver all that is due."""
        while await self.bench.step():
            pass


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

    assert diary.event is not None
    diary.event = replace(diary.event, name=Words("Circle"))
    await diary.refresh()
    assert calendar.entries == {"e1": "Circle"}

    diary.event = None
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

    diary.event = None
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
    assert diary.event is not None
    diary.event = replace(diary.event, starts=MONDAY)
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
    await diary.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Entry(1).pack()))
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
