"""All that a handler or a view may use: the records, the time, who asks, where, and what to say."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from sqlmodel import Session

from bot import access
from bot.command import Message, Rank, Setting
from bot.language import Reader, best_language
from bot.request import PlaceRef, Request
from bot.route import Route
from bot.text import ChannelName, Mention
from storage import acts, due, journal, people
from storage.people import Community, Member, Person, Place
from storage.posts import Posts, standing, tell
from storage.preferences import preferred

if TYPE_CHECKING:
    from bot.card import Form, Look, Outcome
    from bot.command import Command, Feature, Group


class Clock(Protocol):
    """The time that people live in."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""

    async def sleep_until(self, at: datetime) -> None:
        """Return once `now()` is `at` or later."""


class Desk(Protocol):
    """What the engine lends to handlers and views: forms, other features, other views."""

    features: tuple[Feature, ...]
    groups: tuple[Group, ...]
    feed_address: str  # under which calendar feeds are served; empty where they are not
    address_of: Callable[[Place, str], str]  # a message's, in the web; empty where it has none

    def form(self, ctx: Context, command: str, values: Mapping[str, str]) -> Form:
        """The form of a command, prefilled; values that are no fields are kept in a draft."""

    def draw(self, ctx: Context, view: str) -> Look | None:
        """What stands at a packed route."""

    def command(self, name: str) -> Command:
        """The command of this name. Raises Malformed for a forged one."""

    def forget_log(self) -> None:
        """After this change, empty the database's write-ahead log: it still tells who wrote when."""

    def run(self, ctx: Context, command: str, values: dict[str, str]) -> Outcome:
        """Run a command on raw values."""

    def press(self, ctx: Context, route: str) -> None:
        """Make the clock's press on a packed route now, in this transaction."""


@dataclass(slots=True)
class Occasion:
    """One time of what comes again: its series, the day that stands for it there, and its hour.

    The command that runs for it says in `made` where to find what it made.
    """

    series: int
    day: date
    wall: datetime
    zone: str
    made: Route | None = None


@dataclass(slots=True)
class Context:
    """One request's surroundings. Nothing here can commit or send."""

    db: Session
    now: datetime
    reader: Reader
    desk: Desk
    request: Request | None = None
    person: Person | None = None
    place: Place | None = None
    community: Community | None = None
    member: Member | None = None
    due_at: datetime | None = None  # when the clock was to make this press
    occasion: Occasion | None = None  # what comes again, where the command runs for that
    found: Mapping[str, str] = field(default_factory=dict)  # what its errand found
    offered: list[Place] = field(default_factory=list)
    _posts: Posts | None = None

    # ── who and where ───────────────────────────────────────────────────────────────────────

    @property
    def me(self) -> int:
        """The acting person's id."""
        assert self.person is not None and self.person.id is not None, "the clock has no person"
        return self.person.id

    @property
    def here(self) -> Community:
        """The community that this is about. Raises a Refusal where there is none."""
        if self.community is None:
            raise access.no_community()
        return self.community

    @property
    def rank(self) -> Rank:
        """What the acting person may do in this community, now."""
        return access.rank(self)

    @property
    def where(self) -> PlaceRef | None:
        """The place as the platform names it."""
        return self.request.place if self.request else None

    def enter(self, community: int) -> Community:
        """Go on in the community that a record belongs to.

        Raises a Refusal if the request does not come from one of its places or members.
        """
        if self.community is not None and self.community.id == community:
            return self.community
        found = access.there(self.db.get(Community, community))
        self.community = found
        self.member = people.member(self.db, community, self.me) if self.person else None
        self._posts = None
        if self.request is not None and self.person is not None:
            access.check_reach(self)
        return found

    def publishing_place(self) -> Place:
        """Where this community's cards go: the channel typed in, else its oldest channel."""
        here = self.here
        if self.place and not self.place.direct and self.place.community_id == here.id:
            return self.place
        assert here.id is not None
        places = people.places_of(self.db, here.id)
        if not places:
            raise access.no_place()
        return places[0]

    def mention(self, person: int) -> Mention:
        """A person, to be named on a card."""
        found = self.db.get(Person, person)
        if found is None:
            return Mention("?")
        accounts = tuple(
            (a.platform, a.workspace, a.ref) for a in people.accounts_of(self.db, person)
        )
        return Mention(found.name, accounts)

    def channel(self, place: Place) -> ChannelName:
        """A channel, to be named on a card."""
        return ChannelName(place.name or place.ref, place.platform, place.ref)

    @property
    def message(self) -> Message:
        """The message that a shortcut was used on."""
        values = self.request.values if self.request else {}
        return Message(
            values.get("text", ""),
            values.get("author", ""),
            values.get("link", ""),
            values.get("author_ref", ""),
        )

    def author_of_message(self) -> int | None:
        """The person who wrote the message that a shortcut was used on; None for a bot."""
        asking = self.request.account if self.request else None
        written = self.message
        if asking is None or not written.author_ref:
            return None
        account = people.meet(
            self.db, self.now, asking.platform, asking.workspace, written.author_ref, written.author
        )
        return None if account.bot else account.person_id

    # ── what follows ────────────────────────────────────────────────────────────────────────

    @property
    def posts(self) -> Posts:
        """What should be visible where."""
        if self._posts is None:
            self._posts = Posts(
                self.db,
                self.now,
                self.community.id if self.community else None,
                self.person.id if self.person else None,
                [],
            )
        return self._posts

    def later(self, route: Route, at: datetime, occurrence: str = "") -> None:
        """The clock presses `route` at `at`; moved there if it was due at another instant."""
        due.later(self.db, route.pack(), at, occurrence)

    def never(self, route: Route) -> None:
        """The clock no longer presses `route`."""
        due.never(self.db, route.pack())

    def tell(
        self,
        person: int,
        view: Route,
        *,
        kind: str,
        severity: int,
        once: str,
        not_after: datetime | None = None,
        since: datetime | None = None,
    ) -> bool:
        """A notice for somebody, when their window opens. False if they had it already.

        `since` is when it was due: what is much later than that is not sent.
        """
        community = self.here
        assert community.id is not None
        return tell(
            self.db,
            self.now,
            community=community.id,
            person=person,
            view=view.pack(),
            kind=kind,
            severity=severity,
            once=once,
            not_after=not_after,
            due_at=since,
        )

    def acts(self, kind: str, ref: Route, *, person: int | None = None) -> None:
        """Note a dated act of the acting person (or of `person`)."""
        community = self.here
        assert community.id is not None
        acts.note(self.db, community.id, person or self.me, kind, ref.pack(), self.now)

    def journal(self, act: str, ref: Route, **details: str) -> None:
        """Write down a privileged act."""
        community = self.here
        assert community.id is not None
        journal.write(
            self.db,
            community.id,
            self.now,
            act,
            person=self.person.id if self.person else None,
            ref=ref.pack(),
            **details,
        )

    def address_of(self, view: Route, place: int | None = None) -> str:
        """Where a card stands, as an address in the web: in `place` rather than elsewhere.

        Empty where it stands nowhere that has an address. To a private channel nothing leads but
        what stands there itself.
        """
        found = standing(self.db, view.pack())
        for post in sorted(found, key=lambda post: post.place_id != place):
            where = self.db.get(Place, post.place_id)
            if where is None or not post.message or where.direct or where.gone_at is not None:
                continue
            if where.id == place or not where.private:
                return self.desk.address_of(where, post.message)
        return ""

    def setting(self, setting: Setting) -> str:
        """What the community chose, or the default."""
        chosen = preferred(self.db, self.here.id or 0, setting.name)
        return chosen if chosen in setting.options else setting.options[0]

    def form(self, command: str, values: Mapping[str, str] | None = None) -> Form:
        """The form of a command, prefilled with `values`."""
        return self.desk.form(self, command, values or {})

    def reading(self, language: str | None = None, zone: str | None = None) -> Context:
        """The same surroundings for another reader."""
        reader = Reader(
            language or self.reader.language, zone or self.reader.zone, self.reader.platform
        )
        return Context(
            self.db,
            self.now,
            reader,
            self.desk,
            None,
            self.person,
            self.place,
            self.community,
            self.member,
        )

    def at(self, moment: datetime) -> Context:
        """The same surroundings at another moment, to foresee what will hold then."""
        return replace(self, now=moment, _posts=None)


@dataclass(slots=True)
class Fast:
    """The press path's surroundings: the driver's cursor and ids, nothing loaded."""

    cursor: sqlite3.Cursor
    now: datetime
    person: int
    place: PlaceRef
    reader: Reader


class NotFast:
    """A fast press says: take the everyday path, this one needs more."""


NOT_FAST = NotFast()


def reader_of(
    person: Person | None,
    locale: str,
    zone: str,
    community: Community | None,
    platform: str,
) -> Reader:
    """Who reads: what the person chose, else what the platform says, else the community's."""
    return Reader(
        best_language(
            person.language if person else None,
            locale,
            community.language if community else None,
        ),
        (person.zone if person else None) or zone or (community.zone if community else "") or "UTC",
        platform,
    )


Handler = Callable[[Context, Route], object]
