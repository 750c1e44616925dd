"""Messages that nobody asked for: in the person's window when they go out, not when they were due."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from storage.posts import Notice
from tests.kit.chat import Chat
from tests.kit.clock import MONDAY, StillClock
from tests.kit.engine import EngineWire

EVENING = MONDAY + timedelta(hours=8, minutes=30)
"""Half past six on Monday evening in Paris, half an hour before the window closes."""


class Evening:
    """A reminder that falls due on Tuesday evening, and a platform that can be down."""

    def __init__(self, chat: Chat) -> None:
        """In a running chat, whose machine's clock follows the people's."""
        self.chat = chat
        self.wire = chat.wire
        self.real = StillClock()
        self.follow()

    def follow(self) -> None:
        """The machine's clock shows what the people's shows."""
        self.real.move(to=self.chat.clock.now())
        self.chat.app.delivery._real_now = self.real.now

    async def comes(self, at: datetime) -> None:
        """It is now `at`; what is due happens, as far as the platform allows."""
        self.chat.clock.move(to=at)
        self.follow()
        await self.chat.app.clockwork.tick()
        while await self.chat.app.delivery.step():
            pass

    async def states(self) -> list[str]:
        """What became of Cleo's notices."""
        return await self.chat.app.database.read(
            lambda db: [n.state for n in db.exec(select(Notice).order_by(Notice.once))]
        )


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """Cleo has not answered a poll whose reminder falls on Tuesday at half past six."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db", StillClock(EVENING))
    await chat.start()
    await chat.founded(chat.cleo)
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+2d"')
    await chat.ann.presses("Here")
    yield Evening(chat)
    await chat.stop()


async def test_a_reminder_goes_out_in_the_window(evening: Evening) -> None:
    """All is well: it goes out at its instant, half an hour before the window closes."""
    await evening.comes(EVENING + timedelta(days=1))

    assert len(evening.chat.cleo.inbox) == 1
    assert await evening.states() == ["sent"]


async def test_after_an_outage_it_waits_for_the_next_window(evening: Evening) -> None:
    """The platform was down until eight in the evening: the reminder comes at eight next morning."""
    tuesday = EVENING + timedelta(days=1)
    evening.wire.busy(3600)

    await evening.comes(tuesday)
    await evening.comes(tuesday + timedelta(hours=1, minutes=1))
    assert evening.chat.cleo.inbox == []
    await evening.comes(tuesday + timedelta(hours=1, minutes=2))
    assert evening.chat.cleo.inbox == []
    assert await evening.states() == ["waiting"]
    await evening.comes(tuesday + timedelta(hours=13, minutes=30))

    assert len(evening.chat.cleo.inbox) == 1
    assert await evening.states() == ["sent"]


async def test_after_a_long_outage_it_is_not_sent_at_all(evening: Evening) -> None:
    """More than two hours late: it is dropped; the poll stays in `/ronde`."""
    tuesday = EVENING + timedelta(days=1)
    evening.wire.busy(4 * 3600)

    await evening.comes(tuesday)
    await evening.comes(tuesday + timedelta(hours=5))
    await evening.comes(tuesday + timedelta(hours=5, minutes=1))
    await evening.comes(tuesday + timedelta(hours=14))

    assert evening.chat.cleo.inbox == []
    assert await evening.states() == ["dropped"]
    await evening.chat.cleo.types("/ronde")
    assert "Where?" in evening.chat.cleo.told


async def test_what_became_late_does_not_use_up_the_budget(evening: Evening) -> None:
    """Not sent on Tuesday, it is Wednesday's one message; a second poll's reminder joins it."""
    tuesday = EVENING + timedelta(days=1)
    await evening.chat.ann.types('/poll "When?" "Now" "Later" until:"+61h"')
    evening.wire.busy(3600)
    await evening.comes(tuesday)
    await evening.comes(tuesday + timedelta(hours=1, minutes=1))

    for minutes in (2, 13 * 60 + 30):
        await evening.comes(tuesday + timedelta(hours=1, minutes=minutes))

    (message,) = evening.chat.cleo.inbox
    assert "Where?" in message
    assert "When?" in message
