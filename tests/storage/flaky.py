"""What the machine expects, and a wire that loses answers and remembers when it wrote to whom."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlmodel import Session, select

from adapters.base import Sending
from bot.command import Answer
from bot.features.polls.records import Ballot, Elector, SecretBallot, spots
from bot.request import Request
from tests.kit.chat import PERSONAS
from tests.kit.clock import StillClock
from tests.kit.engine import EngineWire
from tests.kit.wire import Persona, Shown

PEOPLE = [PERSONAS[name] for name in ("ann", "ben", "moussa", "zoe", "eve")]
"""Four members in four zones, and Eve, who has not joined."""

KINDS = {"one": "", "two": " multi:2", "secret": " anonymous"}
POINTS = ("after-commit", "after-claim", "after-send", "before-note")


people = st.sampled_from(PEOPLE)
choices = st.integers(0, 2)
kinds = st.sampled_from(sorted(KINDS))
lengths = st.sampled_from([50, 54, 150, 2])
"""Hours: with a reminder on the next day, after four days, and without any."""


class Crash(BaseException):
    """The process is gone: nothing after this line runs."""


@dataclass(slots=True)
class Expected:
    """What a poll should hold."""

    most: int
    secret: bool
    closes: datetime
    state: str = "open"
    ballots: dict[str, frozenset[int]] = field(default_factory=dict)


class Wire(EngineWire):
    """A wire that remembers when whom was written to, and can lose an answer."""

    def __init__(self, clock: StillClock) -> None:
        """By the people's clock."""
        super().__init__()
        self.clock = clock
        self.written: list[tuple[str, datetime]] = []
        self.asked_at = clock.now()
        self.lost = 0
        self.repeats = 0

    async def _ask(self, who: Persona, request: Request, pressed: Shown | None = None) -> Answer:
        self.asked_at = self.clock.now()
        return await super()._ask(who, request, pressed)

    def most_written(self) -> tuple[int, int]:
        """The most messages to one person in a day and in a week; each in their own window."""
        days: Counter[tuple[str, str]] = Counter()
        weeks: Counter[tuple[str, str]] = Counter()
        for who, at in self.written:
            local = at.astimezone(ZoneInfo(PERSONAS[who].zone))
            assert local.weekday() < 5, local
            assert time(8) <= local.time() < time(19), local
            days[who, f"{local:%Y-%m-%d}"] += 1
            weeks[who, f"{local:%G-%V}"] += 1
        return max(days.values(), default=0), max(weeks.values(), default=0)

    def show(self, sending: Sending) -> str:
        """Show; or show and let the answer get lost."""
        ref = super().show(sending)
        if sending.message is None and sending.place.direct:
            self.written.append((sending.place.ref, self.clock.now()))
        if self.lost:
            self.lost -= 1
            self.repeats += sending.message is None
            raise ConnectionResetError("the answer got lost")
        return ref


def assert_counted(card: Shown, polls: dict[int, Expected]) -> None:
    """The counts on an open poll's card are those of the ballots."""
    found = re.search(r"Question (\d+)\?", card.lines[0])
    if found is None or "A" not in card.buttons or polls[int(found[1])].secret:
        return
    ballots = polls[int(found[1])].ballots.values()
    for spot, word in enumerate("ABC"):
        count = sum(spot in ballot for ballot in ballots)
        assert f"{word} · {count} vote{'' if count == 1 else 's'}" in card.lines


async def rest_in_peace() -> None:
    """Nothing that the dead process was about to do is done any more."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def kept_ballots(db: Session, polls: dict[int, Expected]) -> dict[int, Any]:
    """What is kept of each poll's ballots: of an anonymous one, its voters' number and choices."""
    found: dict[int, Any] = {}
    for number, poll in polls.items():
        if poll.secret:
            voted = db.exec(
                select(Elector.person_id).where(Elector.poll_id == number, Elector.voted)
            ).all()
            cast = db.exec(select(SecretBallot.choices).where(SecretBallot.poll_id == number))
            found[number] = (len(voted), sorted(cast))
        else:
            held = db.exec(select(Ballot).where(Ballot.poll_id == number))
            found[number] = sorted(sorted(spots(ballot.choices)) for ballot in held)
    return found
