"""What features tell of a community in figures, where no other story shows it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot import evidence
from bot.context import Context
from bot.evidence import Fact
from bot.features.roles.records import Turn
from bot.features.roles.routes import Retire
from bot.language import Reader, plain
from storage.acts import Act
from storage.database import Work
from storage.people import Community
from storage.terms import Term
from tests.kit.chat import Chat
from tests.kit.digest import tuned
from tests.kit.engine import EngineWire
from tests.stories.test_impact import told
from tests.stories.test_meetings_attendance import held
from tests.stories.test_polls_forged import sends


@pytest.fixture
async def alone(tmp_path: Path, blank: Path) -> AsyncIterator[Chat]:
    """A running Ronde without a platform: figures are the same on each."""
    shutil.copy(blank, tmp_path / "ronde.db")
    made = Chat(EngineWire(), tmp_path / "ronde.db")
    await made.start()
    yield made
    await made.stop()


async def test_roles_tell_who_holds_them_and_how_evenly(alone: Chat) -> None:
    """Held with a next one known, too long the same, evenly borne, who keeps the library, changes (10.A1, E2)."""
    chat = alone
    await chat.founded(chat.ben, chat.cleo)
    pool = 'term:1-week grace:0 start:2026-11-07 pool:"Ann, Ben, Cleo"'
    await chat.ann.types(f"/role new library {pool}")
    await chat.ann.presses("Publish")
    facts, _ = await told(chat)
    assert (facts[Fact.ROLES_HELD], facts[Fact.LIBRARIANS]) == (0, 0)
    await chat.passes(days=1)
    for who in (chat.ann, chat.ben, chat.cleo):
        if who.inbox and "Yes, I’ll do it" in who.inbox[-1].buttons:
            await who.presses("Yes, I’ll do it", on=who.inbox[-1])
    await chat.passes(days=6)
    assert (await told(chat))[0][Fact.ROLES_HELD] == 1
    await chat.passes(days=28)
    await chat.app.database.write(lambda work: _all_by_one(work, chat))
    facts, measures = await told(chat)

    assert facts[Fact.LIBRARIANS] == facts[Fact.ROLES_OVER_LIMIT] == 1
    assert measures["e2"].value == pytest.approx(1 / 3)  # all of them by one of three
    assert measures["e2"].n == 3
    assert facts[Fact.ROLES_BALANCE] == measures["e2"].value

    await sends(chat, chat.ann, Retire(1).pack())
    said = await changed(chat)
    assert len(said) == 2, said
    assert (await told(chat))[0][Fact.ROLES_OVER_LIMIT] == 0


async def test_meetings_tell_who_was_there(alone: Chat) -> None:
    """Present of members, and of those who said yes those who came; guests are people too (I5, 10.A1)."""
    chat = alone
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve, chat.zoe)
    asked = await held(chat, chat.ben, chat.cleo)
    facts, measures = await told(chat)
    assert (facts[Fact.MEETING_BEST_PRESENT], measures["i5-attendance"].value) == (0, None)

    await chat.cleo.presses("Who was there", on=asked)
    await chat.cleo.picks("Cleo", "Dan", "Eve", on=chat.cleo.told)
    await chat.cleo.presses("Somebody else was there", on=chat.cleo.told)
    await chat.cleo.fills(guests="Léa Martin")
    await chat.cleo.presses("That is right", on=chat.cleo.told)
    facts, measures = await told(chat)

    assert (measures["i5-attendance"].value, measures["i5-attendance"].n) == (3 / 6, 6)
    assert (measures["i5-show-up"].value, measures["i5-show-up"].n) == (1 / 2, 2)
    assert measures["i5-show-up"].masked
    assert (facts[Fact.MEETING_BEST_PRESENT], facts[Fact.MEETING_BEST_SHARE]) == (4, 3 / 6)


async def test_turnout_is_of_those_who_could_vote(alone: Chat) -> None:
    """A list of two, a role of one, and everybody in secret: each of its own; the middle one is told (I4)."""
    chat = alone
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:Dan")
    for line in ('"A?" "Yes" "No" who:"Ann, Ben"', '"B?" "Yes" "No" who:"@facilitator"'):
        await chat.ann.types(f'/poll {line} until:"+1d"')
        await chat.dan.presses("Yes", on=chat.channel.newest)
        await chat.ben.presses("Yes", on=chat.channel.newest)
    await chat.ann.types('/poll "C?" "Yes" "No" anonymous until:"+1d"')
    await chat.ben.presses("Yes", on=chat.channel.newest)
    await chat.ben.presses("Send", on=chat.ben.told)
    await chat.passes(days=2)
    facts, measures = await told(chat)

    assert (measures["i4"].value, measures["i4"].n) == (1 / 2, 3)  # 1 of 4, 1 of 2, 1 of 1
    assert not measures["i4"].masked
    assert facts[Fact.POLL_BEST_TURNOUT_30] == 1


async def test_what_is_taken_back_is_not_counted(alone: Chat) -> None:
    """ "I tried it" taken back is in no figure and no act; an earlier month's stays (measures 10 g)."""
    chat = alone
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ben.presses("I tried it", on=chat.channel.newest)
    await chat.ben.presses("I did not try it after all", on=chat.ben.told)
    facts, measures = await told(chat)
    assert facts[Fact.TRIED_EVER] == facts[Fact.TRIED_90] == measures["a1"].value == 0
    assert "tried" not in chat.channel.newest.text.replace("I tried it", "")
    assert await acts_of(chat, "tried") == 0

    for _ in range(2):
        await chat.ben.presses("I tried it", on=chat.channel.newest)
        await chat.passes(days=31)
    await chat.ben.presses("I tried it", on=chat.channel.newest)
    for _ in range(2):
        await chat.ben.presses("I did not try it after all", on=chat.ben.told)
        assert "Taken back" in chat.ben.told
        await chat.ben.types("/ronde")
        await chat.ben.presses("I tried it", on=chat.channel.newest)
    assert (await told(chat))[0][Fact.TRIED_EVER] == 3
    assert await acts_of(chat, "tried") == 1


async def test_a_member_cannot_share_a_report(alone: Chat) -> None:
    """Not by the button, not by a forged press that skips the preview (R7, 17.A3)."""
    chat = alone
    await chat.founded(chat.ben)
    await chat.ann.types("/impact last month")
    await chat.ann.presses("Share in the channel", on=chat.ann.told)
    assert isinstance(chat.wire, EngineWire)
    route = chat.wire._routes(chat.ann.told)["Publish"]
    before = len(chat.channel.messages)
    assert "Only the facilitator or a coordinator" in await sends(chat, chat.ben, route)
    assert len(chat.channel.messages) == before
    await sends(chat, chat.ann, route)
    assert len(chat.channel.messages) == before + 1


async def test_digests_and_reports_are_counted_for_ever(alone: Chat) -> None:
    """A digest has come; a report shared 91 days ago is one, and none lately: step 9 needs attention (10.A1)."""
    chat = alone
    await chat.founded(chat.ben)
    assert (await told(chat))[0][Fact.DIGESTS_EVER] == 0
    await chat.ann.types("/impact last month")
    await chat.ann.presses("Share in the channel", on=chat.ann.told)
    await chat.ann.presses("Publish", on=chat.ann.told)
    await tuned(chat, "Once a week")
    await chat.passes(days=8)
    assert (await told(chat))[0][Fact.DIGESTS_EVER] >= 1
    chat.clock.move(days=84)
    facts, _ = await told(chat)

    assert (facts[Fact.REPORT_SHARED_EVER], facts[Fact.REPORT_SHARED_90]) == (1, 0)


async def acts_of(chat: Chat, kind: str) -> int:
    """How many acts of a kind are noted."""
    return await chat.app.database.read(
        lambda db: len(db.exec(select(Act).where(Act.kind == kind)).all())
    )


async def changed(chat: Chat) -> list[str]:
    """What changed in the last sixty days, in words, newest first."""

    def read(work: Work) -> list[str]:
        with work.session() as db:
            engine, now = chat.app.engine, chat.clock.now()
            reader = Reader("en", "Europe/Paris", "engine")
            ctx = Context(db, now, reader, engine, community=db.get(Community, 1))
            found = evidence.changes(ctx, now - timedelta(days=60))
            return [plain(one.line, reader) for one in found]

    return await chat.app.database.write(read)


def _all_by_one(work: Work, chat: Chat) -> None:
    """Each term of the role was, and is, Ann's."""
    today = chat.clock.now().date().isoformat()
    with work.session() as db:
        for turn in db.exec(select(Turn)).all():
            if turn.starts_on <= today:
                turn.person_id, turn.state = 1, "accepted"
                db.add(turn)
        for term in db.exec(select(Term)).all():
            db.delete(term)
        since = chat.clock.now() - timedelta(days=1)
        db.add(Term(community_id=1, role="library", person_id=1, starts_at=since, turn_id=1))
