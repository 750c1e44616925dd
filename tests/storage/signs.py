"""A bench for delivery: signs on a board, and a platform that answers as it is told to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar, Generic, TypeVar

from sqlmodel import Session, select

from adapters.base import Sending
from bot.card import Card, Event, Paragraph, Roster
from bot.command import Feature, View
from bot.context import Context
from bot.engine import Engine
from bot.language import plain
from bot.request import PlaceRef
from bot.route import Route
from bot.text import Words
from scheduling.delivery import Delivery
from storage import posts
from storage.database import Database, Work
from storage.people import Account, Community, Person, Place
from storage.posts import VOTE, Notice, Post, Posts, tell
from tests.kit.clock import MONDAY, StillClock

CHANNEL, DIRECT = 1, 2

L = TypeVar("L", Event, Roster)


@dataclass(frozen=True, slots=True)
class Sign(Route):
    """A card that says what stands on the board."""

    address: ClassVar[str] = "test.sign"
    number: int


@dataclass(slots=True)
class Board:
    """What the signs say now; a number that is missing has nothing to say any more."""

    words: dict[int, str] = field(default_factory=dict)

    def draw(self, ctx: Context, route: Sign) -> Card | None:
        """Draw a sign; number 13 cannot be drawn."""
        if route.number == 13:
            raise ZeroDivisionError("on purpose")
        said = self.words.get(route.number)
        return None if said is None else Card(None, (Paragraph(Words(said)),))


@dataclass(slots=True)
class Platform:
    """A platform that shows cards, or answers as it is told to."""

    platform: str = "test"
    edit_every: float = 0.0
    ready: bool = True
    visible: dict[str, str] = field(default_factory=dict)
    shown: list[tuple[str, str | None]] = field(default_factory=list)
    answers: list[Exception | Callable[[], Awaitable[None]]] = field(default_factory=list)

    async def listen(self, engine: Engine) -> None:
        """Nobody speaks here."""

    async def show(self, sending: Sending) -> str:
        """Show the card, unless an answer was prepared."""
        said = "\n".join(
            plain(block.line, sending.reader)
            for block in sending.card.blocks
            if isinstance(block, Paragraph)
        )
        await self._answer()
        message = sending.message or f"m{len(self.visible) + 1}"
        self.visible[message] = said
        self.shown.append((said, sending.reply_to))
        return message

    async def remove(self, place: PlaceRef, message: str) -> None:
        """Take a message away."""
        await self._answer()
        self.visible.pop(message, None)

    async def close(self) -> None:
        """Nothing to close."""

    async def _answer(self) -> None:
        if not self.answers:
            return
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        await answer()


class Bench:
    """An engine with signs, a platform, and a machine's clock that the test moves."""

    def __init__(self, database: Database, *views: View, platform: Platform | None = None) -> None:
        """Over an open database; `views` besides the signs."""
        self.database = database
        self.board = Board({n: f"sign {n}" for n in range(1, 10)})
        self.clock = StillClock()
        self.real = StillClock(datetime(2026, 11, 2, 9, tzinfo=UTC))
        self.platform = platform or Platform()
        self.points: list[str] = []
        feature = Feature(name="signs", views=(View(Sign, self.board.draw), *views))
        self.engine = Engine(database, (feature,), self.clock)
        self.delivery = Delivery(
            self.engine,
            {"test": self.platform},
            real_now=self.real.now,
            at=lambda point: self.points.append(point),
        )

    async def furnish(self) -> None:
        """A community with a channel, and Ann with her direct messages."""

        def run(db: Session) -> None:
            db.add(Community(name="Trainers", founded_at=MONDAY))
            db.add(Person(name="Ann", seen_at=MONDAY))
            db.flush()
            db.add(Place(id=CHANNEL, platform="test", workspace="W", ref="general", community_id=1))
            db.add(Place(id=DIRECT, platform="test", workspace="W", ref="ann", direct=True))
            db.add(Account(person_id=1, platform="test", workspace="W", ref="ann"))

        await self.change(run)

    async def change(self, change: Callable[[Session], object]) -> None:
        """A change in a transaction of its own."""

        def run(work: Work) -> None:
            with work.session() as db:
                change(db)

        await self.database.write(run)

    async def show(self, number: int, place: int = CHANNEL, **said: object) -> int:
        """Say that a sign should be seen; the post's id."""
        made: list[int | None] = []
        await self.change(
            lambda db: made.append(
                Posts(db, MONDAY, 1, 1, []).show(place, Sign(number).pack(), **said)  # type: ignore[arg-type]
            )
        )
        assert made[0] is not None
        return made[0]

    async def rewrite(self, number: int, words: str) -> None:
        """The sign says something else now."""
        self.board.words[number] = words
        await self.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Sign(number).pack()))

    async def post(self, number: int) -> Post:
        """A post as it stands."""

        def look(db: Session) -> Post:
            found = db.exec(select(Post).where(Post.id == number)).one()
            db.expunge(found)
            return found

        return await self.database.read(look)

    async def step(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0) -> int:
        """Let the machine's clock move, and deliver once."""
        self.real.move(seconds=seconds, minutes=minutes, hours=hours)
        return await self.delivery.step()

    async def remind(self, number: int) -> int:
        """A direct message of one notice, about to be sent."""
        post = await self.show(number, DIRECT, nudge=True)

        def note(db: Session) -> None:
            view = Sign(number).pack()
            tell(
                db,
                MONDAY,
                community=1,
                person=1,
                view=view,
                kind="poll",
                severity=VOTE,
                once=view,
            )
            notice = db.exec(select(Notice).where(Notice.view == view)).one()
            notice.state, notice.sent_at, notice.post_id = "sent", MONDAY, post
            db.add(notice)

        await self.change(note)
        return post

    async def notices(self) -> list[str]:
        """The state of each notice."""
        return await self.database.read(
            lambda db: [n.state for n in db.exec(select(Notice).order_by(Notice.once))]
        )


# ── what a platform keeps by itself ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Kept(Route):
    """What a platform keeps by itself: an entry in its calendar, the people of a group."""

    address: ClassVar[str] = "test.kept"
    number: int


@dataclass(frozen=True, slots=True)
class Says(Route):
    """A card that says whether it stands there."""

    address: ClassVar[str] = "test.says"
    number: int


class Keeping(Generic[L]):
    """What is to stand there now (`look`), its card, and the bench on which both are shown."""

    def __init__(self, database: Database, platform: Platform, look: L) -> None:
        """Nothing is shown before `show`."""
        self.look: L | None = look
        self.bench = Bench(
            database,
            View(Kept, lambda ctx, route: self.look),
            View(Says, self._says),
            platform=platform,
        )

    def _says(self, ctx: Context, route: Says) -> Card:
        trouble = posts.trouble(ctx.db, Kept(route.number).pack())
        return Card(None, (Paragraph(Words(trouble or "no trouble")),))

    async def show(self, place: int = CHANNEL) -> int:
        """The card, and what is kept; the post of the latter."""
        made: list[int | None] = []

        def run(said: Posts) -> None:
            said.show(CHANNEL, Says(1).pack())
            made.append(said.show(place, Kept(1).pack()))

        await self.bench.change(lambda db: run(Posts(db, MONDAY, 1, 1, [])))
        await self.settle()
        assert made[0] is not None
        return made[0]

    async def refresh(self) -> None:
        """Something about it changed."""
        await self.bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).refresh(Kept(1).pack()))
        await self.settle()

    async def settle(self) -> None:
        """Deliver all that is due."""
        while await self.bench.step():
            pass
