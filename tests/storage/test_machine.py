"""A machine that does all that can happen, in any order: what must hold, holds after each step."""

from __future__ import annotations

import asyncio
import copy
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import Session, select

from bot.app import App
from bot.card import Card
from bot.features.polls.records import Poll
from storage.posts import Post
from tests.kit.chat import PERSONAS, Chat
from tests.kit.clock import StillClock
from tests.kit.engine import read_card
from tests.kit.wire import Persona, Shown
from tests.storage import flaky
from tests.storage.flaky import Crash, Expected, Wire, choices, kinds, lengths, people

T = TypeVar("T")

REDELIVERED_WITHIN = timedelta(hours=48)
"""Platforms repeat an event for an hour at most; we know its id for two days."""


class Ronde(RuleBasedStateMachine):
    """One community, whatever happens to it."""

    template: ClassVar[tuple[Path, Wire, datetime] | None] = None
    loop: ClassVar[asyncio.AbstractEventLoop]
    folder: ClassVar[Path]

    def __init__(self) -> None:
        """A copy of a founded community, running."""
        super().__init__()
        self.clock = StillClock()
        self.real = StillClock()
        self.polls: dict[int, Expected] = {}
        self.crash_at = ""
        self.path = Path(tempfile.mkdtemp(dir=self.folder)) / "ronde.db"

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """On the machine's loop."""
        return self.loop.run_until_complete(doing)

    # ── starting, crashing, stopping ────────────────────────────────────────────────────────

    @initialize(first=st.tuples(kinds, lengths), second=st.tuples(kinds, lengths))
    def begin(self, first: tuple[str, int], second: tuple[str, int]) -> None:
        """Found the community once; every run starts from a copy of it, with two polls."""
        if Ronde.template is None:
            Ronde.template = self.run(self._found())
        file, wire, now = Ronde.template
        shutil.copyfile(file, self.path)
        self.clock.move(to=now)
        self.real.move(to=now)
        self.wire = Wire(self.clock)
        self.wire.messages = copy.deepcopy(wire.messages)
        self.wire._numbers = copy.copy(wire._numbers)
        self.run(self._start())
        for kind, hours in (first, second):
            self.create(PERSONAS["ann"], kind, hours)
            self._pass(self.clock.now() + timedelta(hours=3))

    async def _found(self) -> tuple[Path, Wire, datetime]:
        path = self.folder / "template.db"
        clock = StillClock()
        wire = Wire(clock)
        chat = Chat(wire, path, clock)
        await chat.start()
        await chat.founded(chat.ben, chat.moussa, chat.zoe)
        await chat.stop()
        return path, wire, clock.now()

    async def _start(self) -> None:
        self.crash_at = ""
        self.app = App(
            self.path, [self.wire.adapter()], clock=self.clock, synchronous="NORMAL", at=self._at
        )
        self.app.delivery._real_now = self.real.now
        await self.app.start(background=False)

    def _at(self, point: str) -> None:
        if point == self.crash_at:
            self.crash_at = ""
            self.wire.repeats += point in ("after-send", "before-note")
            raise Crash

    @rule(point=st.sampled_from(flaky.POINTS))
    def crash_soon(self, point: str) -> None:
        """The next time this point is reached, the process dies there."""
        self.crash_at = point

    @rule()
    def restart(self) -> None:
        """Stop and start again."""
        self.run(self.app.stop())
        self.run(self._start())

    def alive(self, doing: Coroutine[Any, Any, object]) -> None:
        """Do something; if the process dies of it, another starts on the same file."""

        async def living() -> None:
            try:
                await doing
            except Crash:
                await flaky.rest_in_peace()
                await self.app.stop()
                self.real.move(minutes=1)  # the dead one's claims run out
                await self._start()

        self.run(living())

    # ── what people do ──────────────────────────────────────────────────────────────────────

    @precondition(lambda self: len(self.polls) < 5)
    @rule(author=people, kind=kinds, hours=lengths)
    def create(self, author: Persona, kind: str, hours: int) -> None:
        """Ask a question; Eve, who is no member, cannot."""
        number = len(self.polls) + 1
        line = f'/poll "Question {number}?" "A" "B" "C" until:"+{hours}h"{flaky.KINDS[kind]}'
        self.alive(self.wire.types(author, "general", line))
        if author.ref != "eve":
            self.polls[number] = Expected(
                2 if kind == "two" else 1,
                kind == "secret",
                self.clock.now() + timedelta(hours=hours),
            )

    @precondition(lambda self: self.polls)
    @rule(data=st.data(), who=people, choice=choices)
    def vote(self, data: st.DataObject, who: Persona, choice: int) -> None:
        """Press an option."""
        number, poll = self._some(data)
        self._press(who, f"poll.vote:{number}:{choice}")
        mine = poll.ballots.get(who.ref, frozenset())
        if not self._open(poll) or poll.secret or choice in mine:
            return
        if poll.most == 1:
            poll.ballots[who.ref] = frozenset({choice})
        elif len(mine) < poll.most:
            poll.ballots[who.ref] = mine | {choice}

    @precondition(lambda self: any(poll.secret for poll in self.polls.values()))
    @rule(data=st.data(), who=people, choice=choices)
    def send(self, data: st.DataObject, who: Persona, choice: int) -> None:
        """Send an anonymous ballot; a second one is refused."""
        number, poll = self._some(data)
        self._press(who, f"poll.send:{number}:{choice}")
        if self._open(poll) and poll.secret:
            poll.ballots.setdefault(who.ref, frozenset({choice}))

    @precondition(lambda self: self.polls)
    @rule(data=st.data(), who=people)
    def withdraw(self, data: st.DataObject, who: Persona) -> None:
        """Take a vote back."""
        number, poll = self._some(data)
        self._press(who, f"poll.withdraw:{number}:-1")
        if self._open(poll) and not poll.secret:
            poll.ballots.pop(who.ref, None)

    @precondition(lambda self: self.polls)
    @rule(data=st.data(), act=st.sampled_from(["close", "cancel"]))
    def end(self, data: st.DataObject, act: str) -> None:
        """Ann, who coordinates, closes or cancels."""
        number, poll = self._some(data)
        self._press(PERSONAS["ann"], f"poll.{act}:{number}")
        if self._open(poll):
            poll.state = "closed" if act == "close" else "cancelled"

    @precondition(lambda self: self.wire._last is not None)
    @precondition(lambda self: self.clock.now() - self.wire.asked_at < REDELIVERED_WITHIN)
    @rule()
    def redeliver(self) -> None:
        """The platform delivers the last event once more."""
        self.alive(self.wire.repeat())

    def _press(self, who: Persona, route: str) -> None:
        self.alive(self.wire.asks(who, "general", route, {}))

    def _some(self, data: st.DataObject) -> tuple[int, Expected]:
        return data.draw(st.sampled_from(sorted(self.polls.items(), key=lambda item: item[0])))

    def _open(self, poll: Expected) -> bool:
        return poll.state == "open" and self.clock.now() < poll.closes

    # ── what time and the platform do ───────────────────────────────────────────────────────

    @rule(hours=st.sampled_from([3, 20]))
    def time_passes(self, hours: float) -> None:
        """The clock moves, and all that falls due on the way happens at its instant."""
        self._pass(self.clock.now() + timedelta(hours=hours))

    @rule(hours=st.sampled_from([1, 9, 30]))
    def nobody_is_there(self, hours: float) -> None:
        """The machine sleeps: the clock jumps over what was due."""
        self.clock.move(hours=hours)
        self.real.move(hours=hours)

    @rule(hours=st.sampled_from([0, 2, 5]))
    def next_event(self, hours: int) -> None:
        """The clock moves to what is due next, or comes some hours late to it."""
        at = self.run(self.app.clockwork.next_at())
        if at is None or hours == 0:
            self._pass(max(at or self.clock.now(), self.clock.now()))
        else:
            late = max(at, self.clock.now()) + timedelta(hours=hours)
            self.nobody_is_there((late - self.clock.now()).total_seconds() / 3600)
            self._settle()

    @rule(seconds=st.sampled_from([20, 30_000]))
    def busy(self, seconds: int) -> None:
        """The platform refuses the next showing for a while, or for the rest of the day."""
        self.wire.busy(seconds)

    @rule()
    def answer_lost(self) -> None:
        """The next showing arrives, and its answer does not."""
        self.wire.lost = 1

    @precondition(lambda self: self.wire.messages)
    @rule(data=st.data())
    def deleted(self, data: st.DataObject) -> None:
        """Somebody deletes one of the bot's messages."""
        shown = [said for _, said, _ in self.wire.messages.values()]
        self.wire.deletes(data.draw(st.sampled_from(shown)))

    @rule()
    def deliver(self) -> None:
        """All that is due is pressed and shown; then every card says what the records say."""
        self._settle()
        self.run(self._compare())

    def _pass(self, end: datetime) -> None:
        while (at := self.run(self.app.clockwork.next_at())) is not None and at <= end:
            moved = max(at, self.clock.now())
            self.real.move(to=self.real.now() + (moved - self.clock.now()))
            self.clock.move(to=moved)
            self._settle()
        self.real.move(to=self.real.now() + (end - self.clock.now()))
        self.clock.move(to=end)

    def _settle(self) -> None:
        """Tick and deliver until nothing is left to show now, waiting out what was refused."""
        self.alive(self.app.clockwork.tick())
        for _ in range(6):
            self.alive(self._steps())
            self.real.move(seconds=45)

    async def _steps(self) -> None:
        while await self.app.delivery.step():
            pass

    # ── what must hold ──────────────────────────────────────────────────────────────────────

    async def _compare(self) -> None:
        """Every visible card equals the drawing of the records as they are now."""

        def look(db: Session) -> list[tuple[str, str]]:
            differing = []
            for post in db.exec(select(Post)).all():
                standing = self.wire.messages.get(post.message or "")
                refused = post.wanted > post.shown and post.due_at > self.real.now()
                if post.failed is not None or standing is None or refused:
                    continue
                drawn = self.app.delivery._draw(db, post.id or 0)
                assert isinstance(drawn.card, Card), post.view
                meant, _ = read_card(drawn.card, drawn.reader, "")
                seen = standing[1]
                if (_timeless(meant), meant.buttons) != (_timeless(seen), seen.buttons):
                    differing.append((meant.text, standing[1].text))
            return differing

        assert await self.app.database.read(look) == []
        known = await self.app.database.read(
            lambda db: {
                post.message or ""
                for post in db.exec(select(Post))
                if post.failed is None and not post.nudge and post.wanted == post.shown
            }
        )
        for ref in known & set(self.wire.messages):
            flaky.assert_counted(self.wire.messages[ref][1], self.polls)

    @invariant()
    def no_ballot_is_lost_or_double(self) -> None:
        """Each voter's ballot is what they chose last; anonymous ones are as many as their voters."""
        if not self.polls:
            return

        kept = self.run(self.app.database.read(lambda db: flaky.kept_ballots(db, self.polls)))
        for number, poll in self.polls.items():
            if poll.secret:
                chosen = sorted(str(min(ballot)) for ballot in poll.ballots.values())
                assert kept[number] == (len(poll.ballots), chosen)
            else:
                assert kept[number] == sorted(sorted(b) for b in poll.ballots.values())

    @invariant()
    def a_poll_ends_once_and_on_time(self) -> None:
        """Closed by hand at once, by the clock as of its deadline; what was cancelled stays so."""
        held = self.run(
            self.app.database.read(
                lambda db: {
                    poll.id: (poll.state, poll.closed_at, poll.closes_at)
                    for poll in db.exec(select(Poll))
                }
            )
        )
        assert set(held) == set(self.polls)
        for number, poll in self.polls.items():
            state, closed, closes = held[number]
            assert closes == poll.closes
            if poll.state != "open":
                assert state == poll.state
            elif state == "closed":
                assert closed == closes <= self.clock.now()

    @invariant()
    def no_key_is_used_twice(self) -> None:
        """A post becomes one message, but for the crashes and lost answers; a nudge never two."""
        posted = Counter(self.wire.sent)
        nudges = self.run(
            self.app.database.read(
                lambda db: [f"ronde-{post}" for post in db.exec(select(Post.id).where(Post.nudge))]
            )
        )
        assert all(posted[key] <= 1 for key in nudges)
        assert sum(count - 1 for count in posted.values()) <= self.wire.repeats
        keys = self.run(
            self.app.database.read(lambda db: [k for k in db.exec(select(Post.once)) if k])
        )
        assert len(keys) == len(set(keys))

    @invariant()
    def the_budget_is_kept(self) -> None:
        """One message a day, three a week, in each person's own window, whatever happened."""
        a_day, a_week = self.wire.most_written()
        assert a_day <= 1
        assert a_week <= 3

    def teardown(self) -> None:
        """Four days later all is delivered and compared once more, and the file is whole."""
        if not hasattr(self, "app"):
            return
        self._pass(self.clock.now() + timedelta(days=4))
        self.no_ballot_is_lost_or_double()
        self.no_key_is_used_twice()
        self.a_poll_ends_once_and_on_time()
        self.the_budget_is_kept()
        self.wire.delays.clear()
        self.real.move(hours=24)
        self._settle()
        self._settle()
        self.run(self._compare())
        whole = self.run(
            self.app.database.write(
                lambda work: work.cursor.execute("PRAGMA integrity_check").fetchone()[0]
            )
        )
        assert whole == "ok"
        self.run(self.app.stop())


def _timeless(shown: Shown) -> list[str]:
    """A card's lines without "in 2 days" ("dans 2 jours"), which time alone changes."""
    return [re.sub(r"(in|dans) \d+ (minute|hour|day|heure|jour)s?", "", s) for s in shown.lines]


@pytest.mark.timeout(600)  # finding the shortest failing story takes its time
def test_whatever_happens_in_any_order(tmp_path: Path) -> None:
    """Cards equal records, keys are used once, no ballot is lost or double, the budget is kept."""
    Ronde.template = None
    Ronde.folder = tmp_path
    Ronde.loop = asyncio.new_event_loop()
    some = settings(settings.default, max_examples=15, stateful_step_count=30)
    try:
        run_state_machine_as_test(Ronde, settings=some)
    finally:
        Ronde.loop.close()
