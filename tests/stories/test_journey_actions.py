"""What comes of a retrospective: recalled in time, linked to a change, passed on, and told in the digest."""

from __future__ import annotations

from sqlmodel import Session

from bot.context import Context
from bot.evidence import Fact, gathered
from bot.features.journey import news
from bot.features.journey.retro_views import handover
from bot.language import Reader, plain
from storage.people import Community
from tests.kit.chat import Chat
from tests.stories.test_goals import LINE
from tests.stories.test_leaving import leaving

CHANGE = "Objective written: Find what works within a day"


async def asked(chat: Chat, owner: str = "Ben", due: str = "2026-11-16") -> None:
    """A retrospective of four is closed, and somebody took something on."""
    await chat.founded(chat.ben, chat.cleo, by=chat.ann)
    await chat.ann.types("/journey retro")
    await chat.ann.fills()
    await chat.ann.presses("Publish", on=chat.ann.told)
    assert (await facts(chat))[Fact.RETROSPECTIVES_EVER] == 1
    assert await told(chat) == (
        ["The last three months"],
        ["A retrospective is open: The last three months."],
    )
    await chat.ann.presses("Close", on=chat.channel.find("Looking back"))
    await chat.ann.presses("Add something to do", on=chat.ann.told)
    await chat.ann.fills(words="Start on time", owner=owner, due=due)


def here(chat: Chat, db: Session) -> Context:
    """The community as nobody in particular sees it."""
    engine = chat.app.engine
    return Context(db, chat.clock.now(), Reader("en"), engine, community=db.get(Community, 1))


async def facts(chat: Chat) -> dict[Fact, float]:
    """What is known of the ten steps."""
    return await chat.app.database.read(lambda db: gathered(here(chat, db)))


async def told(chat: Chat) -> tuple[list[str], list[str]]:
    """What the digest and a handover pack say of retrospectives."""

    def read(db: Session) -> tuple[list[str], list[str]]:
        ctx = here(chat, db)
        said = [plain(one.name, ctx.reader) for one in news(ctx, chat.clock.now())]
        return said, [plain(line, ctx.reader) for line in handover(ctx)]

    return await chat.app.database.read(read)


async def test_a_change_is_linked_and_unlinked(chat: Chat) -> None:
    """Linked once, it counts for step 10; unlinked it does not; another's is refused (10.A5, retrospective)."""
    await asked(chat)
    assert (await told(chat))[0] == []
    await chat.cleo.types(LINE)
    await chat.cleo.presses("Publish")
    await chat.ben.types("/ronde")
    await chat.ben.presses("Open", on=chat.ben.told)
    option = chat.ben.told.pickers[0][1][0]
    assert "Find what works within a day" in option
    await chat.ben.picks(option, on=chat.ben.told)
    assert "Find what works within a day" in chat.ben.told
    assert (await facts(chat))[Fact.CHANGES_LINKED_180] == 1
    await chat.ben.presses("Nothing came of it", on=chat.ben.told)
    assert (await facts(chat))[Fact.CHANGES_LINKED_180] == 0
    assert option in chat.ben.told.pickers[0][1]


async def test_who_took_it_on_is_reminded_twice(chat: Chat) -> None:
    """Two days before, and on its day; done, no more; to whoever facilitates once they left (10.A5, R8, R9)."""
    await asked(chat, due="2026-11-01")
    assert chat.ann.form is not None
    assert "is in the past" in chat.ann.form.errors["due"]
    await chat.ann.fills(words="Start on time", owner="Ben", due="2026-11-18")
    await chat.passes(days=15)
    first = [one for one in chat.ben.inbox if "Start on time" in one]
    assert len(first) == 1
    assert (await told(chat))[1] == [
        "To do since a retrospective: ○ Start on time · Ben · by Wednesday 18 November 2026"
    ]
    await leaving(chat, chat.ben)
    await chat.passes(days=2)
    assert len([one for one in chat.ben.inbox if "Start on time" in one]) == 1
    mine = [one for one in chat.ann.inbox if "Start on time" in one]
    assert len(mine) == 1
    await chat.ann.presses("Done", on=mine[0])
    assert "✓ Start on time" in chat.channel.find("Looking back")
    assert (await facts(chat))[Fact.ACTIONS_DONE_SHARE_180] == 1
    assert (await told(chat))[1] == []
