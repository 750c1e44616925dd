"""Make what people see match the records: post, redraw, wait, or give up."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy import event
from sqlmodel import Session, col, select

from adapters.base import Adapter, Busy, Gone
from bot.card import Event, Roster
from bot.context import Context
from bot.engine import Engine
from bot.features.community.routes import Unreached
from bot.language import Reader, best_language
from bot.notices import Undelivered
from bot.request import PlaceRef
from scheduling.notices import settle_bundle
from scheduling.visible import Drawn, can_stand, intention, make_visible
from storage import due, posts, showing
from storage.database import Work
from storage.people import Account, Community, Person, Place
from storage.posts import STARTED, Post, Posts, tell
from storage.showing import Claimed

log = structlog.get_logger(__name__)

LONGEST_WAIT = 300.0
SHOW_WITHIN = 20.0


class Crash(Protocol):
    """Called at named points, so that a test can stop the process there."""

    def __call__(self, point: str) -> None:
        """Reached `point`."""


class Delivery:
    """One loop over `storage.posts`: claims, draws, shows and notes."""

    def __init__(
        self,
        engine: Engine,
        adapters: Mapping[str, Adapter],
        *,
        real_now: Callable[[], datetime] = lambda: datetime.now(UTC),
        at: Crash = lambda point: None,
    ) -> None:
        """Deliver through `adapters`, by platform."""
        self._engine = engine
        self._adapters = adapters
        self._real_now = real_now
        self._at = at
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._stopping = False

    def wake(self) -> None:
        """Something changed: look again now."""
        self._wake.set()

    def start(self) -> None:
        """Deliver in the background until `stop`."""
        self._task = asyncio.create_task(self._run(), name="delivery")

    async def stop(self) -> None:
        """Finish what is being shown, and stop."""
        if self._task is not None:
            self._stopping = True  # what is claimed and not begun is for the next start
            async with self._one_at_a_time:
                self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def settle(self) -> None:
        """Deliver until nothing is due any more, waiting out each message's pace."""
        while True:
            while await self.step():
                pass
            wait = await self._wait()
            if wait is None or wait > 5:
                return
            await asyncio.sleep(max(wait, 0.01))

    async def step(self) -> int:
        """Show what is due now; how many posts were handled."""
        async with self._one_at_a_time:
            real = self._real_now()
            claimed = await self._engine.database.write(
                lambda work: showing.claim(work.cursor, real)
            )
            if not claimed:
                return 0
            self._at("after-claim")
            await self._show_all(claimed)
            return len(claimed)

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            try:
                while not self._stopping and await self.step():
                    pass
                wait = await self._wait()
            except asyncio.CancelledError:
                raise
            except Exception as problem:
                log.error("delivery-fault", exc_info=problem)
                wait = 5.0
            with suppress(TimeoutError):
                # Not wait_for: before Python 3.12 it swallows being cancelled when it wakes.
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    async def _wait(self) -> float | None:
        """Seconds until something is due on the machine's clock; None if nothing waits."""
        at = await self._engine.database.read(showing.next_due)
        return None if at is None else max(0.0, (at - self._real_now()).total_seconds()) + 0.005

    async def _show_all(self, claimed: list[Claimed]) -> None:
        """Show the claimed posts, each place in order, places side by side."""
        drawn = await self._engine.database.read(lambda db: self._draw_all(db, claimed))
        by_place: dict[tuple[int, type], list[tuple[Claimed, Drawn]]] = {}
        for one, look in zip(claimed, drawn, strict=True):
            if isinstance(look, Drawn):
                where = (look.post.place_id, type(look.card))  # calendars have a pace of their own
                by_place.setdefault(where, []).append((one, look))
            else:
                await self._later(one, self._backoff(look))
        await asyncio.gather(*(self._show_place(some) for some in by_place.values()))

    async def _show_place(self, some: list[tuple[Claimed, Drawn]]) -> None:
        """Show one after the other; when the platform asks to wait, the rest waits as well."""
        wait = 0.0
        for one, look in some:
            if self._stopping:
                await self._unclaim(one)
                continue
            if wait:
                await self._later(one, wait)
                continue
            try:
                await self._show(one, look)
            except Busy as busy:
                wait = busy.seconds or self._backoff(look.post.attempts)
                await self._later(one, wait)

    async def _show(self, one: Claimed, look: Drawn) -> None:
        """Show one post, or give it up. Raises Busy."""
        post = look.post
        adapter = self._adapters.get(look.place.platform)
        now = self._engine.clock.now()
        late = post.not_after is not None and now >= post.not_after and post.message is None
        nothing = look.card is None or late
        if nothing and post.message is None:
            await self._fail(one, "late" if late else "empty")
            return
        if adapter is None:
            await self._later(one, LONGEST_WAIT)
            return
        if not can_stand(look, adapter, now):
            await self._note_shown(one, post.message, 0.0)
            return
        meant = intention(look)
        if meant is not None:
            await self._note_meant(one, meant)
        try:
            async with asyncio.timeout(SHOW_WITHIN):
                message = await make_visible(adapter, look)
        except Busy:
            raise
        except Gone as gone:
            await self._gone(one, look, gone)
        except Exception as problem:
            log.warning("show-unknown", post=post.id, problem=type(problem).__name__)
            if post.nudge and post.message is None:
                await self._fail(one, "unknown")
            else:
                await self._later(one, self._backoff(post.attempts))
        else:
            self._at("after-send")
            if message is None:
                await self._fail(one, "empty")
                return
            await self._note_shown(one, message, adapter.edit_every)

    async def _note_shown(self, one: Claimed, message: str | None, pace: float) -> None:
        """It stands as it should (perhaps nowhere); not redrawn before its pace."""
        again = self._real_now() + timedelta(seconds=pace)
        self._at("before-note")
        await self._engine.database.write(
            lambda work: showing.note_shown(work.cursor, one.id, message, one.wanted, again)
        )

    async def _note_meant(self, one: Claimed, message: str) -> None:
        """Who is put into a group is noted before, so that nobody is forgotten there."""
        await self._engine.database.write(
            lambda work: showing.note_meant(work.cursor, one.id, message)
        )
        self._at("after-intention")

    async def _gone(self, one: Claimed, look: Drawn, gone: Gone) -> None:
        """A message is left alone, a place is told to the author, a person is counted.

        Where a calendar takes no event, or a group nobody, the board that says so is drawn anew.
        """
        log.info("gone", post=look.post.id, what=gone.what)
        now = self._engine.clock.now()
        left = gone.what == "account"
        what = "person" if left or (look.place.direct and gone.what != "message") else gone.what

        def note(db: Session) -> None:
            if what == "place":
                place = db.get(Place, look.post.place_id)
                assert place is not None
                place.gone_at = now
                db.add(place)
            if what == "person":
                for account in db.exec(
                    select(Account).where(
                        Account.platform == look.place.platform,
                        Account.workspace == look.place.workspace,
                        Account.ref == look.place.ref,
                    )
                ):
                    account.unreachable_at = now
                    db.add(account)
                    due.later(db, Unreached(account.id or 0, left).pack(), now)
            author, community = look.post.author_id, look.post.community_id
            apart = look.card if isinstance(look.card, Event | Roster) else None
            if apart is not None and apart.board is not None and what in posts.TROUBLES:
                Posts(db, now, community, None, []).refresh(apart.board.pack())
            # A card that only changes has been read; what stands apart has its board.
            unseen = look.post.message is None and apart is None
            if what == "place" and unseen and author is not None and community is not None:
                tell(
                    db,
                    now,
                    community=community,
                    person=author,
                    view=Undelivered(one.id).pack(),
                    kind="poll",
                    severity=STARTED,
                    once=f"undelivered:{one.id}",
                )

        await self._fail(one, what, note)

    async def _fail(
        self, one: Claimed, why: str, besides: Callable[[Session], None] | None = None
    ) -> None:
        """Give a post up, for good. Notices that were never shown hear of it; `besides` goes along."""

        def note(work: Work) -> None:
            with work.session() as db:
                if one.first:
                    settle_bundle(db, self._engine.clock.now(), one.id, why)
                if besides is not None:
                    besides(db)
            showing.note_failed(work.cursor, one.id, why)

        self._at("before-note")
        await self._engine.database.write(note)

    async def _later(self, one: Claimed, seconds: float) -> None:
        at = self._real_now() + timedelta(seconds=seconds)
        self._at("before-note")
        await self._engine.database.write(lambda work: showing.note_later(work.cursor, one.id, at))

    async def _unclaim(self, one: Claimed) -> None:
        await self._engine.database.write(lambda work: showing.unclaim(work.cursor, one.id))

    def _backoff(self, attempts: int) -> float:
        """Doubling from a second, at most five minutes, with jitter."""
        return float(min(2.0**attempts, LONGEST_WAIT) * random.uniform(0.5, 1.0))

    # ── drawing, on the reading thread ──────────────────────────────────────────────────────

    def _draw_all(self, db: Session, claimed: list[Claimed]) -> list[Drawn | int]:
        """Each post as it should look; what several of them need is read once, and kept so long."""
        kept: list[object] = []
        event.listen(db, "loaded_as_persistent", lambda _, loaded: kept.append(loaded))
        numbers = [one.id for one in claimed]
        here = db.exec(select(Post.place_id).where(col(Post.id).in_(numbers))).all()
        db.exec(select(Post).where(col(Post.id).in_(numbers))).all()
        db.exec(select(Place).where(col(Place.id).in_(here))).all()
        return [self._draw_safely(db, one.id) for one in claimed]

    def _draw_safely(self, db: Session, number: int) -> Drawn | int:
        """The post as it should look; where drawing fails, how often it was tried.

        One card that cannot be drawn holds up nobody else's; a later version may draw it.
        """
        try:
            return self._draw(db, number)
        except Exception as problem:
            log.error("draw-fault", post=number, exc_info=problem)
            return db.exec(select(Post.attempts).where(Post.id == number)).one()

    def _draw(self, db: Session, number: int) -> Drawn:
        """The post as it should look now, in its reader's language."""
        post = db.get(Post, number)
        assert post is not None, "it was claimed"
        place = db.get(Place, post.place_id)
        assert place is not None, "a post goes with its place"
        community = db.get(Community, post.community_id) if post.community_id else None
        ctx, reader = self._context(db, post, place, community)
        card = self._engine.draw(ctx, post.view)
        reply_to = None
        if post.reply_to is not None:
            parent = db.get(Post, post.reply_to)
            if parent is not None and parent.failed is None:
                reply_to = parent.message
        where = PlaceRef(
            place.platform,
            place.workspace,
            place.ref,
            place.name,
            direct=place.direct,
            private=place.private,
        )
        db.expunge(post)
        return Drawn(post, where, card, reader, reply_to)

    def _context(
        self, db: Session, post: Post, place: Place, community: Community | None
    ) -> tuple[Context, Reader]:
        person: Person | None = None
        if place.direct:
            account = db.exec(
                select(Account)
                .where(
                    Account.platform == place.platform,
                    Account.workspace == place.workspace,
                    Account.ref == place.ref,
                )
                .order_by(col(Account.id))
            ).first()
            person = db.get(Person, account.person_id) if account else None
            reader = Reader(
                best_language(
                    person.language if person else None,
                    account.locale if account else None,
                    community.language if community else None,
                ),
                (person.zone if person else None)
                or (account.zone if account else "")
                or (community.zone if community else "UTC"),
                place.platform,
            )
        else:
            reader = Reader(
                best_language(
                    post.language, place.language, community.language if community else None
                ),
                community.zone if community else "UTC",
                place.platform,
            )
        now = self._engine.clock.now()
        ctx = Context(db, now, reader, self._engine, None, person, place, community)
        return ctx, reader
