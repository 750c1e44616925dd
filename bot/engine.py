"""The one way in: a Request becomes an Outcome, in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

import structlog
from sqlmodel import Session

from bot import access, choices, forms, notices, subscription, typed
from bot.arrival import Caller, identify, known, surroundings
from bot.calendars import Calendar
from bot.card import Card, Choices, Form, Look, Note, Outcome, Paragraph, Rehearsal, Reply
from bot.command import Answer, Command, Feature, Press, Rank, Shortcut, View
from bot.context import NOT_FAST, Clock, Context, Fast, NotFast
from bot.errors import Broken, Malformed, Refusal
from bot.features import groups_of
from bot.language import Reader, best_language
from bot.pressing import Goes, Pressing
from bot.request import AccountRef, Request
from bot.route import Route, address_of
from bot.text import text
from storage import requests
from storage.database import Database, Work
from storage.errors import StorageError
from storage.people import Place

log = structlog.get_logger(__name__)

FastHandler = Callable[[Fast, Any], Outcome | NotFast]


class Rehearses(Protocol):
    """Lets time pass on a copy of the records."""

    async def __call__(self, asked: Rehearsal, reader: Reader) -> Card:
        """What the copy says then, to this reader. Raises a Refusal where it cannot be done now."""


class Engine:
    """All features behind one door. Adapters call `handle`; the clockwork calls `press_due`."""

    def __init__(
        self,
        database: Database,
        features: tuple[Feature, ...],
        clock: Clock,
        *,
        errands: Mapping[str, Goes] | None = None,
        at: Callable[[str], None] = lambda point: None,
    ) -> None:
        """Gather what the features offer. `at` is called at named points (see `Delivery`).

        `errands` look things up in the outside world, by the names that the features give them.

        Raises Broken where two of them claim the same command, route or view.
        """
        self.database = database
        self.features = features
        self.clock = clock
        self.feed_address = ""
        self.address_of: Callable[[Place, str], str] = lambda place, message: ""
        self.groups, self.shortcuts = groups_of(features)
        self.presses: dict[str, Press] = {}
        self.views: dict[str, View] = {}
        self.commands: dict[str, Command] = {}
        presses = [
            *forms.PRESSES,
            *notices.PRESSES,
            *choices.PRESSES,
            *(press for f in features for press in f.presses),
        ]
        for press in presses:
            _put(self.presses, press.route.address, press)
        for view in (*notices.VIEWS, *(view for f in features for view in f.views)):
            _put(self.views, view.route.address, view)
        for command in [
            *(c for group in self.groups for c in group.commands),
            *(c for f in features for c in f.forms),
        ]:
            _put(self.commands, command.name, command)
        self.pressing = Pressing(database, clock, self.presses, self, errands or {}, self._after)
        self.after_commit: Callable[[], None] = lambda: None
        self.rehearses: Rehearses | None = None
        self._at = at
        self._forgetting = False

    # ── the door ────────────────────────────────────────────────────────────────────────────

    async def handle(self, request: Request) -> Answer:
        """What a person did becomes an answer to them. Never raises: a fault gets a reference."""
        address = address_of(request.route)
        try:
            if address == "complete":
                return await self.database.read(lambda db: self._complete(db, request))
            answer = await self.database.write(lambda work: self._apply(work, request))
        except Exception as problem:
            return self._fault(request, problem)
        await self._after()
        if isinstance(answer.outcome, Rehearsal):
            return await self._rehearsed(request, answer, answer.outcome)
        return answer

    async def shelve(self, request: Request, form: Form) -> Answer:
        """Keep a form that cannot be opened now; the answer lists its errors and offers it."""
        try:
            return await self.database.write(lambda work: self._shelve(work, request, form))
        except Exception as problem:
            return self._fault(request, problem)

    async def meet(self, account: AccountRef) -> None:
        """Take over what a platform came to say of somebody beside their requests."""
        now = self.clock.now()
        await self.database.write(lambda work: identify(work.cursor, now, account))

    async def calendar(self, secret: str) -> Calendar | None:
        """The calendar that a feed's secret opens; None for one that is unknown or stopped."""
        now = self.clock.now()
        return await self.database.read(lambda db: subscription.behind(db, now, self, secret))

    async def wake(self) -> None:
        """At start, each feature looks at what new rules of time zones mean for what is to come."""

        def run(work: Work) -> None:
            with work.session() as db:
                ctx = Context(db, self.clock.now(), Reader(), self)
                for feature in self.features:
                    feature.wakes(ctx)

        await self.database.write(run)

    async def press_due(self, rows: list[int]) -> None:
        """Make the presses of due rows, in order, each in one transaction with taking its row."""
        await self.pressing.press(rows)
        await self._after()

    async def _after(self) -> None:
        """After a commit: delivery looks again, and the log is emptied where a handler asked."""
        self._at("after-commit")
        self.after_commit()
        if self._forgetting:
            self._forgetting = False
            with suppress(StorageError):  # closed: then the log is gone already
                self._forgetting = not await self.database.forget_log()

    async def _rehearsed(self, request: Request, answer: Answer, asked: Rehearsal) -> Answer:
        """The answer to a rehearsal, once it has been played."""
        try:
            if self.rehearses is None:
                raise Broken("nobody rehearses here")
            card = await self.rehearses(asked, answer.reader)
        except Refusal as refusal:
            card = Card(None, (Paragraph(refusal.says),))
        except Exception as problem:
            return self._fault(request, problem)
        return replace(answer, outcome=Reply(card))

    def forget_log(self) -> None:
        """After this change, empty the write-ahead log."""
        self._forgetting = True

    def draw(self, ctx: Context, view: str) -> Look | None:
        """What stands at a packed route, from the records as they are now; None: nothing to say.

        Raises Malformed for an address that no feature draws.
        """
        found = self.views.get(address_of(view))
        if found is None:
            raise Malformed(view)
        return found.draw(ctx, found.route.unpack(view))

    def form(self, ctx: Context, command: str, values: Mapping[str, str]) -> Form:
        """The form of a command, prefilled (see `bot.forms.make`)."""
        return forms.make(ctx, self.commands[command], values)

    def run(self, ctx: Context, command: str, values: dict[str, str]) -> Outcome:
        """Run a command on raw values (a draft's, with what was picked since)."""
        return forms.run(ctx, self._command(command), values)

    def press(self, ctx: Context, route: str) -> None:
        """Make a press of the clock's at once, with what `ctx` changes and as part of it.

        Raises Malformed for an address that nobody presses, a Refusal where the press refuses.
        """
        press = self.presses.get(address_of(route))
        if press is None:
            raise Malformed(route)
        own = Context(ctx.db, ctx.now, Reader(), self, due_at=ctx.now)
        press.run(own, _unpack(press.route, route))

    # ── inside the transaction ──────────────────────────────────────────────────────────────

    def _apply(self, work: Work, request: Request) -> Answer:
        now = self.clock.now()
        account = request.account
        if account is None:
            raise Broken("a request from nobody: the clock goes through press_due")
        first = requests.first_time(work.cursor, request.id, now)
        caller = identify(work.cursor, now, account)
        reader = caller.reader
        if not first:
            return Answer(None, reader)
        press = self.presses.get(address_of(request.route))
        if press is not None and press.fast is not None and request.place is not None:
            fast = Fast(work.cursor, now, caller.person, request.place, reader)
            with suppress(Malformed):  # forged: the everyday path says so
                outcome = press.fast(fast, _unpack(press.route, request.route))
                if outcome is not NOT_FAST:
                    return Answer(outcome, reader)  # type: ignore[arg-type]  # NotFast is NOT_FAST
        return self._slowly(work, request, now, caller)

    def _slowly(self, work: Work, request: Request, now: datetime, caller: Caller) -> Answer:
        """The everyday path: a session; what the handler did is undone if it refuses."""
        try:
            with work.session() as db:
                ctx = surroundings(db, now, self, request, caller)
                try:
                    outcome = self._dispatch(ctx, request)
                except Malformed:
                    raise access.unknown_thing() from None
                if ctx.place is not None and ctx.where is not None and ctx.where.missing:
                    if ctx.place.id in ctx.posts.shown_in:
                        raise forms.NotHere(ctx.where.missing)
        except Refusal as refusal:
            with work.session() as db:
                ctx = surroundings(db, now, self, request, caller)
                outcome = forms.refused(ctx, refusal)
        return Answer(outcome, ctx.reader, caller.guessed)

    def _dispatch(self, ctx: Context, request: Request) -> Outcome:
        address = address_of(request.route)
        rest = request.route[len(address) + 1 :]
        match address:
            case "typed":
                command, values, problem = typed.understand(
                    self.groups, rest, request.values.get("line", ""), ctx.reader.language
                )
                if problem is not None:
                    raise Refusal(problem)
                return forms.run(ctx, command, values)
            case "command":
                return forms.run(ctx, self._command(rest), dict(request.values))
            case "shortcut":
                return self._shortcut(rest).run(ctx, ctx.message)
            case "home":
                return self.commands["ronde.home"].run(ctx, self.commands["ronde.home"].args())
        press = self.presses.get(address)
        if press is None or press.clock:
            raise Malformed(request.route)
        route = _unpack(press.route, request.route)
        if press.who is not Rank.ANYONE:
            access.require(ctx, press.who)
        return press.run(ctx, route)

    def command(self, name: str) -> Command:
        """The command of this name. Raises Malformed for a forged one."""
        return self._command(name)

    def _command(self, name: str) -> Command:
        found = self.commands.get(name)
        if found is None:
            raise Malformed(name)
        return found

    def _shortcut(self, name: str) -> Shortcut:
        for shortcut in self.shortcuts:
            if shortcut.name == name:
                return shortcut
        raise Malformed(name)

    def _complete(self, db: Session, request: Request) -> Answer:
        """Suggestions for one parameter; nothing is recorded."""
        account = request.account
        now = self.clock.now()
        assert account is not None
        ctx = surroundings(db, now, self, request, known(db, account), keeping=False)
        with suppress(Malformed, Refusal, ValueError):
            _, name, parameter = request.route.split(":", 2)
            return Answer(forms.complete(ctx, self._command(name), parameter), ctx.reader)
        return Answer(Choices(), ctx.reader)

    def _shelve(self, work: Work, request: Request, form: Form) -> Answer:
        assert request.account is not None
        now = self.clock.now()
        caller = identify(work.cursor, now, request.account)
        with work.session() as db:
            ctx = surroundings(db, now, self, request, caller)
            return Answer(forms.shelved(ctx, form), ctx.reader)

    def _fault(self, request: Request, problem: Exception) -> Answer:
        """Something that should not happen: a reference, for the person and in the log."""
        reference = _reference()
        account = request.account
        address = address_of(request.route)
        log.error("fault", reference=reference, address=address, exc_info=problem)
        reader = Reader(
            best_language(account.locale if account else ""),
            "UTC",
            account.platform if account else "",
        )
        if address == "complete":
            return Answer(Choices(), reader)
        says = text("fault-storage" if isinstance(problem, StorageError) else "fault")
        card = Card(None, (Paragraph(says), Note(text("fault-reference", reference=reference))))
        return Answer(Reply(card), reader)


def _put(table: dict[str, Any], key: str, value: object) -> None:
    if key in table:
        raise Broken(f"two features claim {key!r}")
    table[key] = value


def _unpack(route: type[Route], packed: str) -> Route:
    return route.unpack(packed)


def _reference() -> str:
    """A short reference that a person can read out."""
    return secrets.token_hex(3).upper()
