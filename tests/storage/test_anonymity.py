"""What an anonymous poll leaves behind: what nobody can read from it, and what the limits are."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.request import AccountRef, PlaceRef, Request
from storage.backup import copy
from tests.kit.chat import Chat
from tests.kit.engine import WORKSPACE, EngineWire

VOTERS = [f"voter{number:02}" for number in range(12)]
CHOICES = [int(bit) for bit in "010010111010"]
NO, YES = "0", "1"


class Ballots:
    """An anonymous poll in which each voter votes in turn."""

    def __init__(self, chat: Chat) -> None:
        """In a running chat."""
        self.chat = chat
        self.path = chat.path
        self._numbers = itertools.count()

    async def send(self, voter: str, choices: str, poll: int = 1) -> None:
        """One voter's ballot."""
        answer = await self.chat.app.engine.handle(
            Request(
                f"secret-{next(self._numbers)}",
                f"poll.send:{poll}:{choices}",
                AccountRef("engine", WORKSPACE, voter, voter, "en-GB", "Europe/Paris"),
                PlaceRef("engine", WORKSPACE, "general", "general"),
            )
        )
        assert answer.outcome is not None

    def rows(self, query: str, path: Path | None = None) -> list[Any]:
        """What a file holds."""
        with closing(sqlite3.connect(path or self.path)) as raw:
            return raw.execute(query).fetchall()

    def copied(self, name: str) -> Path:
        """A backup of now."""
        target = self.path.with_name(name)
        copy(self.path, target)
        return target


@pytest.fixture
async def ballots(tmp_path: Path) -> AsyncIterator[Ballots]:
    """An open anonymous poll of two options, in which everybody may vote."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Secretly?" "No" "Yes" anonymous')
    yield Ballots(chat)
    await chat.stop()


async def vote_in_turn(ballots: Ballots) -> None:
    """All voters, one after the other, each commit its own."""
    for voter, choice in zip(VOTERS, CHOICES, strict=True):
        await ballots.send(voter, str(choice))


async def test_the_tables_know_no_link(ballots: Ballots) -> None:
    """Who has voted, and what was voted: no column, and no time, stands in both."""
    await vote_in_turn(ballots)

    def columns(table: str) -> list[str]:
        return [row[1] for row in ballots.rows(f"PRAGMA table_info({table})")]

    assert columns("electors") == ["poll_id", "person_id", "voted"]
    assert sorted(columns("secret_ballots")) == ["choices", "id", "poll_id"]
    for table in ("electors", "secret_ballots"):
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            ballots.rows(f"SELECT rowid FROM {table}")
    assert len(ballots.rows("SELECT * FROM electors WHERE voted")) == len(VOTERS)
    assert len(ballots.rows("SELECT * FROM secret_ballots")) == len(VOTERS)


async def test_nothing_else_holds_a_choice(ballots: Ballots) -> None:
    """No request, draft, post, notice, act or journal entry knows what was chosen, or by whom."""
    await ballots.chat.cleo.presses("Yes")  # opens the review: nothing is kept of it
    await vote_in_turn(ballots)

    assert ballots.rows("SELECT * FROM drafts") == []
    assert ballots.rows("SELECT * FROM acts WHERE kind = 'vote'") == []
    assert ballots.rows("SELECT * FROM ballots") == []
    for table in ("requests", "posts", "notices", "journal", "due"):
        said = str(ballots.rows(f"SELECT * FROM {table}"))
        assert "poll.send" not in said
        assert "poll.vote" not in said
    assert [row[1] for row in ballots.rows("PRAGMA table_info(requests)")] == ["id", "at"]


def order_in_file(path: Path, keys: list[bytes]) -> list[bytes]:
    """Keys in the order in which they lie in the file, as far as they are found."""
    written = path.read_bytes()
    found = sorted((written.find(key), key) for key in keys if key in written)
    return [key for _, key in found]


async def test_a_copy_does_not_tell_the_order_of_the_ballots(ballots: Ballots) -> None:
    """In one copy of the file the ballots lie in the order of their random ids, not of the votes."""
    sent: list[bytes] = []
    for voter, choice in zip(VOTERS, CHOICES, strict=True):
        await ballots.send(voter, str(choice))
        known = set(sent)
        ids = {row[0].encode() for row in ballots.rows("SELECT id FROM secret_ballots")}
        sent += sorted(ids - known)

    lying = order_in_file(ballots.copied("copy.db"), sent)

    assert len(lying) == len(sent)
    assert lying in (sorted(sent), sorted(sent, reverse=True))
    assert lying not in (sent, sent[::-1])


async def test_a_copy_does_not_tell_the_order_of_the_voters(ballots: Ballots) -> None:
    """Nor do those who have voted lie in the order in which they did: the page is as if sorted."""
    arrived = [VOTERS[n] for n in (7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6)]
    for voter in VOTERS:  # known beforehand, in the order of their names
        await ballots.chat.app.engine.handle(
            Request(
                f"hello-{voter}",
                "home:",
                AccountRef("engine", WORKSPACE, voter, voter, "en-GB"),
                PlaceRef("engine", WORKSPACE, "general", "general"),
            )
        )
    for voter in arrived:
        await ballots.send(voter, YES)

    persons = dict(ballots.rows("SELECT person_id, ref FROM accounts"))
    lying = [persons[person] for person in cells(ballots.copied("copy.db"), "electors")]

    assert sorted(lying) == VOTERS
    assert lying in (VOTERS, VOTERS[::-1])


def cells(path: Path, table: str) -> list[int]:
    """The second column of a small two-integer key, in the order of the cells in its page."""
    written = path.read_bytes()
    with closing(sqlite3.connect(path)) as raw:
        size = raw.execute("PRAGMA page_size").fetchone()[0]
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    page = written[(root[0] - 1) * size : root[0] * size]
    count = int.from_bytes(page[3:5], "big")
    offsets = sorted(int.from_bytes(page[8 + 2 * n : 10 + 2 * n], "big") for n in range(count))
    return [_second(page[offset:]) for offset in offsets]


def _second(cell: bytes) -> int:
    """Of a cell (payload's size, header's size, three serial types): the second value."""
    header = cell[2 : 1 + cell[1]]
    width = {8: 0, 9: 0, 1: 1, 2: 2}
    start = 1 + cell[1] + width[header[0]]
    if header[1] == 9:
        return 1
    return int.from_bytes(cell[start : start + width[header[1]]], "big")


async def test_nothing_of_an_earlier_order_is_left_in_the_page(ballots: Ballots) -> None:
    """What was rewritten is wiped: each ballot's id stands in the file once."""
    await vote_in_turn(ballots)
    ids = [row[0].encode() for row in ballots.rows("SELECT id FROM secret_ballots")]

    written = ballots.copied("copy.db").read_bytes()

    assert [written.count(key) for key in ids] == [1] * len(ids)


async def test_at_closing_the_log_is_emptied(ballots: Ballots) -> None:
    """While the poll is open the log tells who wrote when; once it is closed the log is empty."""
    await vote_in_turn(ballots)
    log = ballots.path.with_name(ballots.path.name + "-wal")
    assert log.stat().st_size > 0

    await ballots.chat.ann.types("/poll close 1")

    # Only the result's own posting was written after the emptying.
    ids = [row[0].encode() for row in ballots.rows("SELECT id FROM secret_ballots")]
    assert not any(key in log.read_bytes() for key in ids)


async def test_participation_is_dated_the_same_for_all(ballots: Ballots) -> None:
    """Acts are written at closing, all with the deadline's date, in no order of voting."""
    await vote_in_turn(ballots)
    await ballots.chat.passes(days=8)

    acts = ballots.rows("SELECT person_id, at FROM acts WHERE kind = 'vote' ORDER BY id")
    closes = ballots.rows("SELECT closes_at FROM polls")[0][0]
    assert len(acts) == len(VOTERS)
    assert {at for _, at in acts} == {closes}
    assert [person for person, _ in acts] == sorted(person for person, _ in acts)


# ── the limits, which the card and the documentation tell ──────────────────────────────────────


def difference(ballots: Ballots, before: Path, after: Path) -> tuple[list[int], list[str]]:
    """Who voted, and what, between two backups."""

    def new(query: str) -> list[Any]:
        known = set(ballots.rows(query, before))
        return [row[0] for row in ballots.rows(query, after) if row not in known]

    chosen = [
        ballots.rows(f"SELECT choices FROM secret_ballots WHERE id = '{one}'", after)[0][0]
        for one in new("SELECT id FROM secret_ballots")
    ]
    return new("SELECT person_id FROM electors WHERE voted"), chosen


async def test_two_backups_around_one_vote_can_be_compared(ballots: Ballots) -> None:
    """A limit: whoever holds a copy from before and one from after a single vote can read it."""
    await ballots.send(VOTERS[0], NO)
    before = ballots.copied("before.db")
    await ballots.send(VOTERS[1], YES)

    who, what = difference(ballots, before, ballots.copied("after.db"))

    assert (len(who), what) == (1, [YES])


async def test_two_backups_around_several_votes_tell_only_the_sum(ballots: Ballots) -> None:
    """With several votes between two copies, the file says who and what, not who chose what."""
    before = ballots.copied("before.db")
    await vote_in_turn(ballots)

    who, what = difference(ballots, before, ballots.copied("after.db"))

    assert len(who) == len(VOTERS)
    assert sorted(what) == sorted(str(choice) for choice in CHOICES)


async def test_a_copied_log_can_be_compared(ballots: Ballots) -> None:
    """A limit: while the poll is open, the log beside the file holds each vote's own pages."""
    await ballots.chat.app.database.forget_log()
    log = ballots.path.with_name(ballots.path.name + "-wal")
    ends = [0]
    for voter, choice in zip(VOTERS[:3], CHOICES[:3], strict=True):
        await ballots.send(voter, str(choice))
        ends.append(log.stat().st_size)

    taken = list(itertools.pairwise(ends))

    assert all(start < end for start, end in taken)


@pytest.mark.parametrize("where", ["card", "documentation"])
def test_the_limits_are_told(where: str) -> None:
    """Who could still see it is on the card; what copies reveal is in the operator's page."""
    root = Path(__file__).parents[2]
    if where == "card":
        words = (root / "bot/features/polls/locale/en.ftl").read_text(encoding="utf-8")
        assert "whoever controls the server while you press, could still see it" in words
    else:
        words = (root / "docs/operate.md").read_text(encoding="utf-8")
        assert "Anonymous polls" in words
        assert "two copies of the file made around one vote" in " ".join(words.split())
        assert "write-ahead log" in words
