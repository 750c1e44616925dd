"""A role for the wire tests: those who hold it are followed by a platform's group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from sqlmodel import Session, select

from bot.card import Card, Paragraph, Roster
from bot.command import Feature, View
from bot.context import Context
from bot.engine import Engine
from bot.route import Route
from bot.text import Mention, Words
from scheduling.delivery import Delivery
from storage import posts
from storage.database import Database, Work
from storage.migrate import upgrade
from storage.people import Community, Person, Place
from storage.posts import Post, Posts
from tests.kit.clock import MONDAY, StillClock
from tests.kit.discord import DiscordWire
from tests.kit.discord_world import GUILD
from tests.kit.slack import SlackWire
from tests.kit.slack_workspace import TEAM

AnyWire = DiscordWire | SlackWire


@dataclass(frozen=True, slots=True)
class Holders(Route):
    """Who holds the role, in the platform's group."""

    address: ClassVar[str] = "kit.holders"
    number: int


@dataclass(frozen=True, slots=True)
class Board(Route):
    """The card of the role."""

    address: ClassVar[str] = "kit.role"
    number: int


@dataclass(slots=True)
class Role:
    """One role, its card and its group. `people` are the accounts that hold it now."""

    wire: AnyWire
    database: Database
    clock: StillClock
    delivery: Delivery
    group: str
    people: list[str] = field(default_factory=list)
    there: bool = True
    ahead: timedelta = timedelta()  # of the machine's clock

    async def stands(self, *people: str) -> None:
        """The card and the group are to be seen, with these holders."""
        self.people = list(people)

        def both(said: Posts) -> None:
            said.show(1, Board(1).pack())
            said.show(1, Holders(1).pack())

        await self.says(both)

    async def held_by(self, *people: str) -> None:
        """Others hold it now."""
        self.people = list(people)
        await self.says(lambda said: said.refresh(Holders(1).pack()))

    async def says(self, what: Callable[[Posts], object]) -> None:
        """Something is to be seen; it is delivered."""

        def run(work: Work) -> None:
            with work.session() as db:
                what(Posts(db, self.clock.now(), 1, 1, []))

        await self.database.write(run)
        await self.delivery.settle()

    async def trouble(self) -> str | None:
        """What is wrong with the group."""
        return await self.database.read(lambda db: posts.trouble(db, Holders(1).pack()))

    async def reference(self) -> str | None:
        """Whom Ronde knows to have put into a group."""

        def find(db: Session) -> str | None:
            return db.exec(select(Post.message).where(Post.view == Holders(1).pack())).one()

        return await self.database.read(find)

    @property
    def cards(self) -> list[str]:
        """What stands in the channel."""
        return [shown.text for shown in self.wire.channel("general")]

    def roster(self) -> Roster | None:
        """Who should be in the group now; each has an account here and one elsewhere."""
        if not self.there:
            return None
        workspace = TEAM if self.wire.platform == "slack" else ""
        people = [
            Mention(ref, (("elsewhere", "", "9"), (self.wire.platform, workspace, ref)))
            for ref in self.people
        ]
        return Roster(self.group, tuple(people), Board(1))

    def board(self, ctx: Context) -> Card:
        """The card says what is wrong with the group."""
        said = posts.trouble(ctx.db, Holders(1).pack())
        return Card(None, (Paragraph(Words(f"The role is held. {said}")),))


@asynccontextmanager
async def kept(path: Path, wire: AnyWire, group: str) -> AsyncIterator[Role]:
    """A running delivery to a platform, with a card and a group to keep."""
    upgrade(path)
    database, clock = Database(path), StillClock()
    await wire.open()
    ref = wire.place("general").id
    made: Role
    views = (
        View(Holders, lambda ctx, route: made.roster()),
        View(Board, lambda ctx, route: made.board(ctx)),
    )
    engine = Engine(database, (Feature(name="role", views=views),), clock)
    adapter = wire.adapter()
    delivery = Delivery(
        engine, {wire.platform: adapter}, real_now=lambda: datetime.now(UTC) + made.ahead
    )
    made = Role(wire, database, clock, delivery, group)
    await adapter.listen(engine)
    workspace = TEAM if wire.platform == "slack" else GUILD

    def furnish(work: Work) -> None:
        with work.session() as db:
            db.add(Community(name="Trainers", founded_at=MONDAY, zone="Europe/Paris"))
            db.add(Person(name="Ann", seen_at=MONDAY))
            db.flush()
            db.add(
                Place(id=1, platform=wire.platform, workspace=workspace, ref=ref, community_id=1)
            )

    try:
        await database.write(furnish)
        yield made
    finally:
        await made.delivery.stop()
        await adapter.close()
        await asyncio.to_thread(database.close)
        await wire.close()
