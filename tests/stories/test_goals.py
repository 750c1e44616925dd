"""Objectives: written, objected to, in force, assessed, reviewed, retired."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.context import Context
from bot.evidence import Change, Fact, changes, gathered
from bot.features.goals import FEATURE
from bot.features.goals.routes import Show
from bot.language import Reader, plain
from bot.text import Words
from storage.people import Community
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving

LINE = (
    '/goal new "Find what works within a day" indicator:"resources tried" target:"12 → 30"'
    ' by:"2027-01-29" kind:strategic'
)


async def proposed(chat: Chat, line: str = LINE) -> None:
    """Ben proposes an objective in a community of four that Ann coordinates."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ben.types(line)
    await chat.ben.presses("Publish")


def answered(who: Someone) -> str:
    """What stands in front of somebody: a form with its errors, or on some platforms a card first."""
    return str(who.form or who.told)


async def opened(chat: Chat, who: Someone) -> Shown:
    """The objective's details, as somebody opens them from its card."""
    await who.presses("Details", on=chat.channel.find("Find what works"))
    return who.told


async def facts(chat: Chat) -> dict[Fact, float]:
    """What objectives tell the journey now."""

    def read(db: Session) -> dict[Fact, float]:
        here = db.get(Community, 1)
        ctx = Context(db, chat.clock.now(), Reader("en"), chat.app.engine, community=here)
        return {fact: value for fact, value in gathered(ctx).items() if "goals" in fact}

    return await chat.app.database.read(read)


async def offers(chat: Chat) -> list[str]:
    """What objectives tell the digest of the last ten days, and whoever facilitates next."""

    def read(db: Session) -> list[str]:
        here = db.get(Community, 1)
        ctx = Context(db, chat.clock.now(), Reader("en"), chat.app.engine, community=here)
        assert FEATURE.finds(ctx, "WORKS within") == (Show(1),)
        assert FEATURE.finds(ctx, "elsewhere") == ()
        assert FEATURE.named(ctx, Show(1).pack()) == Words("Find what works within a day")
        assert FEATURE.named(ctx, "poll.show:1") is None
        news = FEATURE.news(ctx, chat.clock.now() - timedelta(days=10))
        said = [f"{one.section.name} {plain(one.more or one.name, Reader('en'))}" for one in news]
        return [*said, *(plain(line, Reader("en")) for line in FEATURE.handover(ctx))]

    return await chat.app.database.read(read)


async def changed(chat: Chat, days: int) -> list[str]:
    """What became of objectives in the last days, newest first."""

    def read(db: Session) -> list[Change]:
        here = db.get(Community, 1)
        ctx = Context(db, chat.clock.now(), Reader("en"), chat.app.engine, community=here)
        return changes(ctx, chat.clock.now() - timedelta(days=days))

    found = await chat.app.database.read(read)
    return [said for one in found if "bjective" in (said := plain(one.line, Reader("en")))]


def counts(drafted: int, complete: int, overdue: int) -> dict[Fact, float]:
    """Figures as the journey gets them."""
    return {
        Fact.GOALS_DRAFTED: drafted,
        Fact.GOALS_COMPLETE: complete,
        Fact.GOALS_OVERDUE: overdue,
    }


async def test_an_objective_lives_through_a_season(chat: Chat) -> None:
    """Objected to with a reason, in force a week after it was posted once nothing is open any more.

    Recalled seven days before its date, overdue without an assessment (10.A6; 10, step 1).
    """
    await proposed(chat)
    assert await facts(chat) == counts(1, 0, 0)
    card = chat.channel.newest
    assert "unless somebody objects" in card
    await chat.cleo.presses("I object", on=card)
    await chat.cleo.fills(why="Thirty is out of reach.")
    assert "Cleo objects: Thirty is out of reach." in chat.channel.find("Find what works")
    await chat.dan.presses("I object", on=chat.channel.find("Find what works"))
    await chat.dan.fills(why="We count nothing yet.")
    await chat.passes(days=8)
    assert "Waits for the answers to 2 objections" in chat.channel.find("Find what works")
    assert any("Thirty is out of reach." in message for message in chat.ben.inbox)
    assert await offers(chat) == [
        "DECIDE Waits for the answers to 2 objections",
        "An objection to “Find what works within a day” waits for an answer",
        "An objection to “Find what works within a day” waits for an answer",
        "Objective “Find what works within a day”, by Friday 29 January 2027",
    ]
    await chat.ann.types("/ronde")
    assert "An objection to “Find what works within a day” waits" in chat.ann.told
    await chat.ann.types("/ronde nudges")
    assert "has waited for three days or more" in chat.ann.told
    await opened(chat, chat.dan)
    await chat.dan.presses("Take my objection back", on=chat.dan.told)
    assert await facts(chat) == counts(1, 0, 0)

    assert "Answer Cleo" not in (await opened(chat, chat.ben)).buttons
    await opened(chat, chat.ann)
    await chat.ann.presses("Answer Cleo", on=chat.ann.told)
    await chat.ann.fills(why="Half of us try one a month already.")
    card = chat.channel.find("Find what works")
    assert "In force since" in card
    assert "Half of us try one a month already." in card
    assert "I object" not in card.buttons
    assert await facts(chat) == counts(1, 1, 0)
    assert (await offers(chat))[0].startswith("DECISIONS In force since")
    await chat.passes(days=1)
    assert any("Half of us try" in message for message in chat.cleo.inbox)
    assert any("is in force" in message for message in chat.ben.inbox)

    before = len(chat.ben.inbox)
    await chat.passes(days=82 - 9)
    reminded = [m for m in chat.ben.inbox[before:] if "is due by Friday 29 January 2027" in m]
    assert len(reminded) == 1
    await chat.ben.types("/ronde")
    assert "due by Friday 29 January 2027, wants to be assessed" in chat.ben.told
    await chat.ann.types("/ronde nudges")
    assert "was not assessed for it" in chat.ann.told
    await chat.passes(days=7)
    assert await facts(chat) == counts(1, 1, 1)
    await chat.ben.types('/goal assess 1 21 comment:"More than we hoped." date:yesterday')
    assert "Noted: 21, 50% of the way." in chat.ben.told
    assert await facts(chat) == counts(1, 1, 0)


async def test_an_objective_is_assessed_rewritten_moved_and_retired(chat: Chat) -> None:
    """Progress is R4, a rewriting keeps the old wording with its reason, the retired stay readable (R4)."""
    await proposed(chat)
    await chat.dan.types("/goal assess 1 18")
    assert "Whoever proposed this objective" in chat.dan.told
    await chat.ann.types("/goal assess 1 18")
    assert "33" in chat.ann.told
    await chat.ben.types("/goal assess within")
    await chat.ben.fills(value="many")
    assert "as a number" in answered(chat.ben)
    await chat.ben.fills(value="34", comment="All of us.")
    assert "100%" in chat.ben.told
    assert "All of us." in chat.ben.told

    await chat.ben.types("/goal review 1")
    await chat.ben.presses("Rewrite", on=chat.ben.told)
    assert chat.ben.form is not None
    assert chat.ben.form.values["range"] == "12 → 30"
    await chat.ben.fills(range="12 → 12", why="Too easy.")
    assert "starts where it ends" in answered(chat.ben)
    await chat.ben.fills(range="12 → 60", why="Too easy.")
    assert "rewritten because: Too easy." in chat.ben.told
    assert "12 → 60" in chat.channel.newest
    assert "46" in (await opened(chat, chat.cleo))

    await chat.ben.types("/goal review 1")
    await chat.ben.presses("New date", on=chat.ben.told)
    await chat.ben.fills(date="2027-05-31")
    assert "31 May 2027" in chat.channel.newest
    await chat.ben.types("/goal review 1")
    await chat.ben.presses("Keep as it is", on=chat.ben.told)
    assert "Kept as it is." in chat.ben.told
    await chat.ben.types('/goal retire 1 "Reached by all"')
    assert "Retired on" in chat.channel.newest
    assert "Reached by all" in chat.channel.newest
    await chat.ann.types("/goal list")
    assert "There is no objective yet" in chat.ann.told
    await chat.ann.presses("Retired ones", on=chat.ann.told)
    assert "Reached by all" in chat.ann.told
    assert await facts(chat) == counts(1, 0, 0)
    assert sorted(await changed(chat, 1)) == [
        "New objective: Find what works within a day",
        "Objective retired: Find what works within a day",
        "Objective rewritten: Find what works within a day",
    ]


async def test_what_is_no_objective_is_said_beside_its_field(chat: Chat) -> None:
    """A target equal to its baseline, a date that is over, words for a number: what to type (24.A5)."""
    await chat.founded(chat.ben)
    await chat.ben.types('/goal "Share more" target:"12 → 12"')
    assert "there would be nothing to reach" in answered(chat.ben)
    await chat.ben.fills(sentence="Share more", range="a lot")
    assert "12 → 30" in answered(chat.ben)
    await chat.ben.fills(sentence="Share more", range="30 %")
    assert "30% (where it starts is not known)" in chat.ben.told
    assert "it still wants an indicator and a date" in chat.ben.told
    await chat.ben.presses("Publish")
    await chat.ben.types('/goal "share MORE"')
    assert "Objective 1 says the same already" in answered(chat.ben)


async def test_in_french(chat: Chat) -> None:
    """`/objectif` reads "de 12,5 à 30 %" and speaks French throughout (R1)."""
    await chat.founded(chat.zoe, by=chat.ines)
    await chat.zoe.types(
        '/objectif "Moins d’isolement" indicateur:"réponses" cible:"de 12,5 à 30 %"'
        ' échéance:"2027-01-29" type:stratégique'
    )
    said = chat.zoe.told.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Objectif stratégique · Moins d’isolement" in said
    assert "12,5 % → 30 %" in said
    await chat.zoe.presses("Publier")
    await chat.zoe.types("/objectif évaluer 1 15")
    assert "14 % du chemin" in chat.zoe.told.text.replace("\u00a0", " ")


async def test_who_left_is_followed_by_the_facilitator(chat: Chat) -> None:
    """Their objection waits for nothing, and whoever answers for the community is reminded (10.A6)."""
    await proposed(chat)
    await chat.cleo.presses("I object", on=chat.channel.newest)
    await chat.cleo.fills(why="Too much.")
    await chat.passes(days=8)
    for one in (chat.cleo, chat.ben):
        await leaving(chat, one)
    assert "In force since" in chat.channel.find("Find what works")
    await chat.passes(days=80)
    assert any("Find what works" in m and "is due by" in m for m in chat.ann.inbox)
