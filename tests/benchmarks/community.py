"""A community with one open poll, made through the engine, and what its votes say to SQLite."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from bot.app import App
from bot.features.community.routes import Join
from bot.features.polls.routes import Vote
from bot.request import AccountRef, PlaceRef, Request
from storage import backup
from storage.database import Work, connect
from tests.benchmarks.servers import Server

TEAMS = {"slack": "T1", "discord": ""}

Statement = tuple[str, tuple[Any, ...]]


class Community:
    """People of one channel and their poll 1, as `app` knows them."""

    def __init__(self, app: App, platform: str, here: Server, guild: str) -> None:
        """Nobody has joined yet."""
        self.app = app
        self.platform = platform
        self.here = here
        self.place = PlaceRef(platform, guild, here.channel, "general")
        self._choices: dict[tuple[str, str], int] = {}
        self._ids = itertools.count()

    def account(self, user: str) -> AccountRef:
        """A person as the platform tells of them."""
        name = f"Person {self.here.people.index(user)}"
        zone = "Europe/Paris" if self.platform == "slack" else ""
        return AccountRef(self.platform, TEAMS[self.platform], user, name, "en-GB", zone)

    def request(self, user: str, route: str, **values: str) -> Request:
        """What somebody does, past the platform."""
        number = f"bench-{next(self._ids)}"
        return Request(number, route, self.account(user), self.place, values)

    async def open_poll(self) -> None:
        """The first person founds the community, everybody joins, and a poll opens."""
        engine = self.app.engine
        first, *others = self.here.people
        named = {"name": "Trainers", "purpose": "sharing what works", "zone": "Europe/Paris"}
        await engine.handle(self.request(first, "command:ronde.found", **named))
        joining = Join(1).pack()
        await asyncio.gather(*(engine.handle(self.request(one, joining)) for one in others))
        asked = {"question": "Lunch?", "choices": "Soup\nPie"}
        await engine.handle(self.request(first, "command:poll.new", **asked))
        assert self.count("polls") == 1, "no poll"
        assert self.count("members") == len(self.here.people), "not everybody has joined"

    def votes(self, count: int, on: str = "ours") -> list[tuple[str, str]]:
        """So many votes, (user, route), by everybody in turn; each moves that person's vote.

        `on` names the database that they go to.
        """
        found = []
        for _, user in zip(range(count), itertools.cycle(self.here.people), strict=False):
            choice = self._choices[on, user] = 1 - self._choices.get((on, user), 1)
            found.append((user, Vote(1, choice).pack()))
        return found

    def count(self, table: str) -> int:
        """Rows of a table, on a connection of our own."""
        with closing(sqlite3.connect(self.app.database.path)) as raw:
            return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


class RawVotes:
    """The statements of votes, word for word, each vote in one raw commit on a copy of the file."""

    def __init__(self, community: Community, file: Path) -> None:
        """Copy the community's database to `file`, with the same safety."""
        backup.copy(community.app.database.path, file)
        self._community = community
        self._raw = connect(file)

    def statements(self, votes: Iterable[tuple[str, str]]) -> list[list[Statement]]:
        """What the engine says to the database for these votes; nothing of it is kept.

        A vote that left the press path would ask for a session, which there is none here.
        """
        engine = self._community.app.engine
        found = []
        self._raw.execute("BEGIN IMMEDIATE")
        for user, route in votes:
            heard = _Listening(self._raw.cursor())
            work = Work(cast(sqlite3.Cursor, heard), cast(Any, None))
            engine._apply(work, self._community.request(user, route))
            found.append(heard.statements)
        self._raw.execute("ROLLBACK")
        return found

    def commit(self, votes: Sequence[list[Statement]]) -> None:
        """Each vote's statements, and a commit."""
        raw = self._raw
        for statements in votes:
            raw.execute("BEGIN IMMEDIATE")
            for sql, values in statements:
                answer = raw.execute(sql, values)
                if sql.startswith("SELECT"):
                    answer.fetchone()
            raw.execute("COMMIT")

    def close(self) -> None:
        """Close the copy."""
        self._raw.close()


class _Listening:
    """A cursor that remembers what was said to it."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        """Listen in on `cursor`."""
        self._cursor = cursor
        self.statements: list[Statement] = []

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        """Note it, and do it."""
        self.statements.append((sql, values))
        return self._cursor.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)
