"""What the playground's tests share: a sample community, and people who sit down at a page."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.sample import prepare
from bot.app import App
from tests.kit.clock import StillClock
from tests.kit.playground import Seat


class Sample:
    """The sample community on a real page, with a clock that stands still."""

    def __init__(self, folder: Path) -> None:
        """Nothing runs yet."""
        self.folder = folder
        self.clock = StillClock()

    async def start(self) -> bool:
        """Start it; whether the community was founded now."""
        self.adapter = PlaygroundAdapter(
            port=0,
            messages=self.folder / "messages",
            now=self.clock.now,
            forward=self.forward,
            colleagues_take=0.0,
        )
        self.app = App(self.folder / "play.db", [self.adapter], clock=self.clock, synchronous="OFF")
        await self.app.start(background=False)
        founded = await prepare(self.app.engine, self.adapter)
        await self.app.settle()
        return founded

    async def stop(self) -> None:
        """Stop it."""
        await self.app.stop()

    async def forward(self) -> datetime | None:
        """The next due instant, as the clock's owner would go there."""
        at = await self.app.clockwork.next_event_at()
        if at is not None:
            self.clock.move(to=at)
            await self.app.settle()
        return at


async def found(folder: Path) -> None:
    """Found the sample community in a folder."""
    made = Sample(folder)
    assert await made.start()
    await made.stop()


def texts(body: dict[str, Any]) -> str:
    """All words of a drawn card."""
    return json.dumps(body, ensure_ascii=False)


async def sit(session: aiohttp.ClientSession, address: str, who: str, language: str) -> Seat:
    """Open a page as somebody."""
    opened = await session.ws_connect(
        f"{address}socket", origin=address.rstrip("/"), max_msg_size=0
    )
    seat = Seat(who, opened)
    await seat.ask(do="hello", who=who, language=language)
    return seat
