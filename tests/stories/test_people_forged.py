"""People, by forged presses and old questions: nobody decides or learns what is not theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.features.people.records import Core
from storage.database import Work
from storage.people import Account
from tests.kit.chat import Chat, Someone
from tests.kit.engine import EngineWire
from tests.stories.test_leaving import leaving
from tests.stories.test_roles_swaps import journal


@pytest.fixture
async def asked(tmp_path: Path) -> Chat:
    """Ann asked Ben and Cleo for the core group of her community; Eve belongs to none."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/people core @Ben @Cleo")
    return chat


async def states(chat: Chat) -> dict[int, str]:
    """What became of each question, by person."""
    return await chat.app.database.read(
        lambda db: {one.person_id: one.state for one in db.exec(select(Core))}
    )


async def presses(chat: Chat, who: Someone, route: str) -> str:
    """What somebody reads after a forged press."""
    wire = chat.wire
    assert isinstance(wire, EngineWire)
    await wire.asks(who.persona, "general", route, {})
    return str(who.form or who.told.text)


async def test_what_is_not_theirs_is_refused(asked: Chat) -> None:
    """Taking back, asking and answering for others, a foreign community, another's question (19.A2, 10.A6)."""
    chat = asked
    before, written = await states(chat), await journal(chat)
    assert set(before.values()) == {"asked"}
    for who in (chat.ben, chat.eve):
        for route in (
            "core.withdraw:1:3",
            "core.withdraw:1:99",
            "core.withdraw:9:3",
            "core.ask:1",
            "core.ask:9",
            "core.answer:9:1",
            "core.leave:1",
            "people.who:1:0",
            "people.who:99:0",
            "people.who:1:-1",
            "person.card:9:3",
            "person.fill:9",
            "person.introduce:9",
            "person.take-back:1",
            "person.take-back:9",
        ):
            await presses(chat, who, route)
            assert who.form is None, route
    assert "Join the community first" in await presses(chat, chat.eve, "person.card:1:2")
    await presses(chat, chat.eve, "core.answer:1:1")
    assert (await states(chat), await journal(chat)) == (before, written)
    await chat.ann.types("/people who mediation")
    asked_by_ann = await presses(chat, chat.ben, "people.who:1:0")
    assert "mediation" not in asked_by_ann
    await chat.stop()


async def test_an_old_question_is_answered_by_members_alone(asked: Chat) -> None:
    """Who said no may say yes later, who left the community may not; who asked is told (10.A6, R8)."""
    chat = asked
    await chat.passes(hours=7)
    old = chat.ben.inbox[-1]
    await chat.ben.presses("No, not now", on=old)
    assert sorted((await states(chat)).values()) == ["asked", "declined"]
    assert await presses(chat, chat.ben, "core.answer:1:1")
    assert sorted((await states(chat)).values()) == ["accepted", "asked"]
    await leaving(chat, chat.ben)
    said = await presses(chat, chat.ben, "core.answer:1:1")
    assert "Join the community first" in said
    assert list((await states(chat)).values()) == ["asked"]
    await chat.stop()


async def test_a_retired_role_was_held_and_a_bot_is_never_asked(asked: Chat) -> None:
    """Who served until a role ended is said to have held it; an account that is a bot's is left out (19.A2, 19.A5)."""
    chat = asked
    await chat.cleo.types('/share https://example.org/m "Facilitation in class" #facilitation')
    holder = await served(chat)
    await chat.ann.types("/people who facilitation")
    assert f"{holder} · holds the role" in chat.ann.told
    assert "Cleo" in chat.ann.told
    await chat.ann.types("/role")
    await chat.ann.presses("Open: Facilitation", on=chat.ann.told)
    await chat.ann.presses("End this role", on=chat.ann.told)

    def robot(work: Work) -> None:
        with work.session() as db:
            account = next(a for a in db.exec(select(Account)) if a.name == "Cleo")
            account.bot = True
            db.add(account)

    await chat.app.database.write(robot)
    await chat.passes(hours=1)
    await chat.ann.types("/people who facilitation")
    assert f"{holder} · has held the role" in chat.ann.told
    assert "Cleo" not in chat.ann.told
    await chat.stop()


async def served(chat: Chat) -> str:
    """Facilitation turns, and Ben, its whole pool, took it on."""
    await chat.ann.types("/role new facilitation term:1-month pool:@Ben")
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    await chat.ben.presses("Yes, I’ll do it", on=chat.ben.inbox[-1])
    await chat.passes(days=30)
    return "Ben"
