"""One tick over 200 communities with 10,000 members and 10,000 open things, beside one indexed SELECT."""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from bot.app import App
from storage.database import Work
from storage.due import Due
from storage.people import Community, Member, Person, Place
from storage.posts import Notice
from tests.benchmarks.measure import Figure, Stopwatch, compare
from tests.kit.clock import MONDAY, StillClock

COMMUNITIES = 200
MEMBERS = 50
OPEN = 50
TICKS = 50

GATE = 3


def _fill(db: Session) -> None:
    """Communities, their members, and what will be due: on the clock, and as notices."""
    for community in range(1, COMMUNITIES + 1):
        db.add(Community(id=community, name=f"C{community}", founded_at=MONDAY))
        db.add(
            Place(
                id=community,
                community_id=community,
                platform="slack",
                workspace="T",
                ref=f"C{community}",
            )
        )
        db.flush()
        for number in range(MEMBERS):
            person = community * 1000 + number
            db.add(Person(id=person, name=f"P{person}", seen_at=MONDAY))
            db.flush()
            db.add(Member(community_id=community, person_id=person, joined_at=MONDAY))
        for number in range(OPEN):
            later = MONDAY + timedelta(days=1 + number)
            db.add(Due(route=f"poll.deadline:{community * 1000 + number}", at=later, since=later))
            db.add(
                Notice(
                    community_id=community,
                    person_id=community * 1000 + number,
                    kind="poll",
                    severity=3,
                    view=f"poll.reminder:{number}",
                    once=f"n{number}",
                    due_at=later,
                    made_at=MONDAY,
                )
            )
        db.flush()


async def tick(rounds: int) -> list[Figure]:
    """A tick with nothing due: it reads nothing that is not, and costs little more than looking."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ronde.db"
        app = App(path, [], clock=StillClock())
        await app.start(background=False)

        def fill(work: Work) -> None:
            with work.session() as db:
                _fill(db)

        await app.database.write(fill)
        await app.clockwork.tick()  # it tidies once an hour

        async def ours() -> float:
            with Stopwatch() as watch:
                for _ in range(TICKS):
                    await app.clockwork.tick()
            return watch.cpu / TICKS

        async def limit() -> float:
            now = app.clock.now()

            def look(db: Session) -> None:
                db.exec(select(Due.id).where(col(Due.at) <= now).order_by(col(Due.at))).all()

            with Stopwatch() as watch:
                for _ in range(TICKS):
                    await app.database.read(look)
            return watch.cpu / TICKS

        figure = await compare(
            "a tick, 10,000 open things, beside one indexed SELECT (CPU)",
            ours,
            limit,
            GATE,
            rounds=rounds,
            turns=3,
        )
        await app.stop()
    return [figure]


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"tick": tick}
