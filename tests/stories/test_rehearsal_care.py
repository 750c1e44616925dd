"""What becomes of a rehearsal that is disturbed: a second one, a stop, a fault, a killed process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rehearsing import Stage
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """A community of three on the engine alone, in which a role turns."""
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    await made.founded(made.cleo, made.dan)
    await made.passes(days=40)
    await made.ann.types("/role new notes term:1-week")
    await made.ann.presses("Publish")
    yield made
    await made.stop()


def folder(chat: Chat) -> Path:
    """Where the copy stands meanwhile."""
    return chat.path.with_name("ronde.db.rehearsal")


async def rehearsing(chat: Chat) -> asyncio.Task[None]:
    """A rehearsal by Ann that is under way."""
    task = asyncio.create_task(chat.ann.types("/ronde rehearse 90d"))
    while not (folder(chat) / "copy.db-wal").exists():
        assert not task.done(), chat.ann.told
        await asyncio.sleep(0.001)
    return task


async def test_one_at_a_time(chat: Chat) -> None:
    """Whoever asks while another rehearsal is under way is told so, and the first is played on (26)."""
    first = await rehearsing(chat)
    await chat.ann.types("/ronde rehearse 30d", place="direct")
    assert "A rehearsal is under way" in chat.ann.told

    await first
    assert "Note-taking" in chat.ann.told
    await chat.ann.types("/ronde rehearse 10d")
    assert "12 December 2026 to 22 December 2026" in chat.ann.told


async def test_people_are_answered_meanwhile(chat: Chat) -> None:
    """A rehearsal holds up nobody: the poll that opens in between is there before it is over (26)."""
    first = await rehearsing(chat)
    await chat.dan.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Lunch?" in chat.channel.newest
    assert not first.done()
    await first
    assert "Note-taking" in chat.ann.told


async def test_a_stop_ends_it_and_says_so(chat: Chat) -> None:
    """Where Ronde stops, whoever rehearses hears of it, and the copy is gone (26)."""
    first = await rehearsing(chat)
    await chat.app.stop()
    await asyncio.wait({first})  # it may end by itself, or by finding the database closed

    assert "Ronde is stopping" in chat.ann.told
    assert not folder(chat).exists()
    await chat.start()


async def test_whoever_asked_may_go_away(chat: Chat) -> None:
    """A rehearsal whose answer nobody waits for any more ends by itself, and so does its copy (26)."""
    first = await rehearsing(chat)
    first.cancel()
    await asyncio.wait({first})
    await chat.ann.types("/ronde rehearse 10d", place="direct")
    assert "A rehearsal is under way" in chat.ann.told
    while folder(chat).exists():
        await asyncio.sleep(0.01)
    await chat.ann.types("/ronde rehearse 10d")

    assert "Note-taking" in chat.ann.told


async def test_a_fault_leaves_no_copy(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """What should not happen gets a reference, and the copy is removed all the same (26)."""

    async def broken(stage: Stage, until: object) -> bool:
        raise RuntimeError("a fault")

    with monkeypatch.context() as patched:
        patched.setattr(Stage, "step", broken)
        await chat.ann.types("/ronde rehearse 90d")
    assert "reference" in chat.ann.told.text.lower()
    assert not folder(chat).exists()
    await chat.ann.types("/ronde rehearse 10d")

    assert "Note-taking" in chat.ann.told


async def test_what_takes_too_long_is_given_up(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past its time a rehearsal ends, says what to type instead, and leaves no copy (26)."""
    monkeypatch.setattr("bot.rehearsing.LONGEST", 0.0)
    await chat.ann.types("/ronde rehearse 90d")

    assert "/ronde rehearse 30d" in chat.ann.told
    assert not folder(chat).exists()


async def test_the_copy_of_a_killed_process_is_removed_at_the_next_start(chat: Chat) -> None:
    """Nothing of people stays in a copy that nobody looks after (26)."""
    await chat.stop()
    folder(chat).mkdir()
    (folder(chat) / "copy.db").write_bytes(b"left behind")
    await chat.start()

    assert not folder(chat).exists()


async def test_the_copy_is_for_its_owner_alone(chat: Chat) -> None:
    """Nobody else on the machine can read the copy (26)."""
    first = await rehearsing(chat)
    assert folder(chat).stat().st_mode & 0o077 == 0
    await first
