"""Presses around the charter that no button carries; and the figures that it gives to others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest

from bot import proposals
from bot.context import Context
from bot.evidence import Fact
from bot.features.charter import FEATURE, routes
from bot.fields import say
from bot.language import Reader
from bot.measures import Measure, Period
from bot.news import Section
from bot.text import Words
from storage.database import Work
from storage.people import Community, Member
from tests.kit.charter import adopts, drafted, edits
from tests.kit.chat import Chat
from tests.stories.test_leaving import leaving
from tests.stories.test_polls_forged import GONE, chat, sends

__all__ = ["chat"]

T = TypeVar("T")


async def asks(chat: Chat, act: Callable[[Context], T]) -> T:
    """What the feature says to whoever asks in Ann's name."""

    def read(work: Work) -> T:
        with work.session() as db:
            ctx = Context(db, chat.clock.now(), Reader(), chat.app.engine)
            ctx.community = db.get(Community, 1)
            ctx.member = db.get(Member, 1)
            return act(ctx)

    return await chat.app.database.write(read)


@pytest.mark.parametrize(
    "route",
    [
        "charter.show:9",
        "charter.read:9:0",
        "charter.draft:9",
        "charter.open:1:nothing",
        "charter.ask-edit:1:nothing",
        "charter.ask-suggest:9:why",
        "charter.proposed:1:nothing",
        "charter.take:9:1",
        "charter.leave:9",
        "charter.freeze:9",
        "charter.adopted:1",
        "charter.ended:1",
        "charter.remind:1:1",
        "charter.correct:9",
        "charter.sign:9",
        "charter.withdraw:9",
        "charter.signatures:9",
        "charter.difference:1:9:0:0",
        "charter.difference:2:1:0:0",
        "charter.export:9:md",
        "charter.export:1:exe",
        "charter.ask-review:9",
        "charter.retire:9",
        "charter.answer:9",
        "charter.answers:9:why:0",
        "charter.desk:9",
        "charter.sort:9:1:0",
        "charter.move:9:1:0",
        "charter.drop:9",
        "charter.dots:9",
        "charter.put-dots:9",
        "charter.end-now:9:answers",
        "charter.round-close:1:answers",
        "charter.round-remind:1:answers",
    ],
)
async def test_what_is_not_there_cannot_be_pressed(chat: Chat, route: str) -> None:
    """Ids that nobody has, and what only the clock presses (24.A5)."""
    await chat.founded(chat.ben)
    await drafted(chat)
    await chat.ann.types("/charter adopt")
    assert GONE in await sends(chat, chat.ann, route, chosen="9")


async def test_what_is_anothers_to_press_says_whose(chat: Chat) -> None:
    """Members sign and write, facilitators correct and group, coordinators retire (R7, 24.A5)."""
    await chat.founded(chat.ben)
    await drafted(chat)
    await adopts(chat)
    await edits(chat.ann, "rhythm", "We meet.")
    await chat.ann.types("/charter adopt")
    for route, says in (
        ("charter.correct:1", "facilitat"),
        ("charter.ask-review:1", "facilitat"),
        ("charter.ask-round:1", "facilitat"),
        ("charter.retire:1", "coordinat"),
        ("charter.sign:2", "not adopted yet"),
        ("charter.signatures:2", "not adopted yet"),
        ("charter.withdraw:1", "no signature of yours"),
    ):
        assert says in await sends(chat, chat.ben, route)
    assert "Join the community first" in await sends(chat, chat.eve, "charter.sign:1")
    await chat.ann.types("/charter draft whom")
    await chat.ann.presses("Suggest", on=chat.ann.told)
    await chat.ann.fills(words="For all of us.")
    await chat.ben.types("/charter draft whom")
    await chat.ben.presses("Leave suggestion 1", on=chat.ben.told)
    assert "Ben has left this suggestion already" in await sends(chat, chat.ann, "charter.take:1:1")


def e6(ctx: Context) -> Measure:
    """The charter's one measure, now."""
    period = Period(ctx.now - timedelta(days=30), ctx.now + timedelta(days=1))
    (found,) = FEATURE.measures(ctx, period)
    return found


async def test_coverage_is_of_active_members_and_leavers_stay_in_history(chat: Chat) -> None:
    """Active members who signed ÷ active members; who left counts no more (16.A5, E6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    empty = await asks(chat, FEATURE.evidence)
    assert empty[Fact.CHARTER_DRAFTED] == empty[Fact.CHARTER_ADOPTED] == 0
    assert Fact.CHARTER_COVERAGE not in empty
    assert await asks(chat, lambda ctx: e6(ctx).value) is None
    await drafted(chat)
    await adopts(chat)
    await chat.ann.types('/poll "Where?" "Here" "There"')
    await chat.dan.presses("Here", on=chat.channel.find("Where?"))  # active, and has not signed
    for who in (chat.ben, chat.cleo):
        await who.types("/charter sign")
    found = await asks(chat, FEATURE.evidence)
    assert found[Fact.CHARTER_DRAFTED] == found[Fact.CHARTER_ADOPTED] == 1
    assert found[Fact.CHARTER_COVERAGE] == pytest.approx(2 / 3)
    await leaving(chat, chat.cleo)
    measure = await asks(chat, e6)
    assert (measure.value, measure.n) == (1 / 2, 2)
    assert not measure.masked
    await chat.ann.types("/charter")
    await chat.ann.presses("Who signed", on=chat.ann.told)
    assert "left the community since: Cleo" in chat.ann.told
    chat.clock.move(days=40)  # nobody did anything for thirty days
    assert Fact.CHARTER_COVERAGE not in await asks(chat, FEATURE.evidence)
    assert (await asks(chat, FEATURE.evidence))[Fact.CHARTER_REVIEW_PASSED] == 0
    chat.clock.move(days=330)
    assert (await asks(chat, FEATURE.evidence))[Fact.CHARTER_REVIEW_PASSED] == 1


async def test_the_why_is_counted_among_those_who_are_here(chat: Chat) -> None:
    """Whoever answered, and their share of the members; who leaves leaves both (10, step 3)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/charter")
    await chat.ann.presses("Ask everybody first", on=chat.ann.told)
    await chat.ann.fills()
    await chat.ann.presses("Publish", on=chat.ann.told)
    for who in (chat.ben, chat.cleo):
        await who.presses("Answer")
        await who.fills(why="Practice")
    found = await asks(chat, FEATURE.evidence)
    assert found[Fact.WHY_ANSWERS] == 2
    assert found[Fact.WHY_SHARE] == pytest.approx(2 / 3)
    await leaving(chat, chat.cleo)
    found = await asks(chat, FEATURE.evidence)
    assert (found[Fact.WHY_ANSWERS], found[Fact.WHY_SHARE]) == (2, 1 / 2)


async def test_what_the_charter_tells_others(chat: Chat) -> None:
    """What is proposed, changed, new, passed on, found and called: other features read these (15.A6)."""
    await chat.founded(chat.ben)
    long_ago = chat.clock.now() - timedelta(days=1)
    await drafted(chat, rhythm="We meet every month.")
    await chat.ann.types("/charter adopt")
    about = routes.Frozen(1).pack()

    def offered(ctx: Context) -> proposals.Proposal | None:
        return FEATURE.proposes(ctx, about)

    await sends(chat, chat.ann, "charter.show:1")
    proposal = await asks(chat, offered)
    assert proposal is not None
    assert proposal.title == "Charter, version 1"
    assert "Our rhythm\nWe meet every month." in proposal.text
    assert proposal.adopted == routes.Adopted(1)
    assert await asks(chat, lambda ctx: FEATURE.proposes(ctx, "goal.objective:1")) is None
    assert len(await asks(chat, lambda ctx: FEATURE.handover(ctx))) == 1
    await adopts(chat)
    decided = await asks(chat, offered)  # its decision still says what it was about
    assert decided is not None
    assert decided.title == "Charter, version 1"
    (change,) = await asks(chat, lambda ctx: FEATURE.changes(ctx, long_ago))
    assert change.about == routes.Frozen(1)
    (news,) = await asks(chat, lambda ctx: FEATURE.news(ctx, long_ago))
    assert news.section is Section.DECISIONS
    assert await asks(chat, lambda ctx: FEATURE.finds(ctx, "every month")) == (routes.Frozen(1),)
    assert await asks(chat, lambda ctx: FEATURE.finds(ctx, "every year")) == ()
    called = await asks(chat, lambda ctx: say(ctx, FEATURE.named(ctx, about) or Words("")))
    assert called == "Charter, version 1"
    await chat.ben.types("/ronde")
    assert "The charter, version 1, awaits your signature" in chat.ben.told
