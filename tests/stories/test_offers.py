"""What features offer each other without knowing each other: news, handovers, look-ups, names."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlmodel import Session

from bot.context import Context
from bot.features import FEATURES
from bot.language import Reader, plain
from bot.news import Section
from bot.text import Line
from storage.people import Community
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

T = TypeVar("T")


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """A community with two polls and two resources, one of them asked for in vain."""
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    await made.founded(made.ben)
    await made.ann.types('/poll "Lunch?" "Soup" "Pie" until:"+5d"')
    await made.ann.types('/poll "Dinner?" "Rice" "Fish"')
    await made.ann.types("/poll close 2")
    await made.ann.types('/share https://example.org/guide "Peer evaluation"')
    await made.ann.types('/share https://example.org/open "Opening rounds"')
    await made.ben.types("/find haptics")
    await made.ann.types("/find haptics")
    yield made
    await made.stop()


async def within(chat: Chat, ask: Callable[[Context], T]) -> T:
    """Ask something within the community, as the digest or the journey would."""

    def run(db: Session) -> T:
        here = db.get(Community, 1)
        return ask(Context(db, chat.clock.now(), Reader("en"), chat.app.engine, community=here))

    return await chat.app.database.read(run)


def said(lines: tuple[Line, ...]) -> list[str]:
    """Lines in plain words."""
    return [plain(line, Reader("en")) for line in lines]


async def test_news_tell_what_happened_since(chat: Chat) -> None:
    """Polls that close within the week, closed ones, new resources; nothing from before (18.A1)."""
    hour = timedelta(hours=1)

    def ask(since: datetime) -> Callable[[Context], dict[Section, list[str]]]:
        def found(ctx: Context) -> dict[Section, list[str]]:
            told: dict[Section, list[str]] = {}
            for item in (item for feature in FEATURES for item in feature.news(ctx, since)):
                told.setdefault(item.section, []).append(plain(item.name, Reader("en")))
            return told

        return found

    fresh = await within(chat, ask(chat.clock.now() - hour))
    later = await within(chat, ask(chat.clock.now() + hour))

    assert fresh == {
        Section.WELCOMES: ["Ben"],
        Section.CLOSING: ["Lunch?"],
        Section.DECISIONS: ["Dinner?"],
        Section.RESOURCES: [
            "Opening rounds (https://example.org/open)",
            "Peer evaluation (https://example.org/guide)",
        ],
    }
    assert later == {Section.CLOSING: ["Lunch?"]}


async def test_a_handover_names_what_is_open_and_what_was_missed(chat: Chat) -> None:
    """Open polls, and what was looked for in vain more than once; nobody's name."""
    lines = await within(
        chat, lambda ctx: said(tuple(n for f in FEATURES for n in f.handover(ctx)))
    )

    assert any("Lunch?" in line for line in lines)
    assert not any("Dinner?" in line for line in lines)
    assert "looked for 2 times in vain: haptic" in lines


async def test_other_features_look_things_up_and_name_them(chat: Chat) -> None:
    """Words find the resources that answer them; an address gives its title."""
    found = await within(
        chat, lambda ctx: [r.pack() for f in FEATURES for r in f.finds(ctx, "evaluations")]
    )
    nothing = await within(chat, lambda ctx: [r for f in FEATURES for r in f.finds(ctx, '"')])
    names = await within(
        chat,
        lambda ctx: said(
            tuple(n for f in FEATURES for r in found if (n := f.named(ctx, r)) is not None)
        ),
    )

    assert found == ["library.show:1"]
    assert nothing == []
    assert names == ["Peer evaluation (https://example.org/guide)"]
