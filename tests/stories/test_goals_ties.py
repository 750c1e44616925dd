"""What serves an objective, what Ronde measures for it, and what a decision makes of it."""

from __future__ import annotations

from dataclasses import replace

from bot.command import Feature, Press
from bot.context import Context
from bot.features.goals import routes
from bot.measures import Measure, Period
from bot.proposals import Proposal, Put, proposed
from tests.kit.chat import Chat
from tests.kit.nudges import aged
from tests.stories.test_goals import LINE, answered, counts, facts, opened
from tests.stories.test_goals import proposed as posted

TIE = "Tie to an objective"


async def test_things_are_tied_one_by_one_and_in_a_batch(chat: Chat) -> None:
    """A button beside a resource, a poll, a meeting, a decision where there are objectives; the rest at once (8.A9)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.cleo.types('/share https://example.org/guide "A guide" #adults')
    await chat.cleo.presses("More", on=chat.channel.newest)
    assert TIE not in chat.cleo.told.buttons  # sharing never asks
    await chat.ben.types(LINE)
    await chat.ben.presses("Publish")
    await chat.cleo.presses("More", on=chat.channel.find("A guide"))
    await chat.cleo.presses(TIE, on=chat.cleo.told)
    await chat.cleo.picks("1 · Find what works within a day", on=chat.cleo.told)
    assert "tied to 1 objective" in chat.cleo.told
    assert "1 thing is tied to it: A guide" in await opened(chat, chat.cleo)

    await chat.ann.types('/poll "Where do we meet?" "Here" "There" until:"+5d"')
    await chat.ann.types("/poll show 1")
    assert TIE in chat.ann.told.buttons
    await chat.ann.types('/meet settle "Circle" "2027-01-12 14:00 Europe/Paris"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await chat.ann.types("/meet show 1")
    assert TIE in chat.ann.told.buttons
    await chat.ann.types('/decide new "Publish our templates"')
    await chat.ann.types("/decide show 1")
    assert TIE in chat.ann.told.buttons
    assert "Tie things in one go" not in (await opened(chat, chat.cleo)).buttons
    await opened(chat, chat.ann)
    await chat.ann.presses("Tie things in one go", on=chat.ann.told)
    offered = {option for _, options in chat.ann.told.pickers for option in options}
    assert offered == {"Where do we meet?", "Circle", "Publish our templates"}
    await chat.ann.picks("Where do we meet?", "Circle", "Publish our templates", on=chat.ann.told)
    assert "3 things are tied to it now" in chat.ann.told
    assert "Everything is tied to an objective already" in chat.ann.told
    assert "4 things are tied to it" in await opened(chat, chat.cleo)


async def test_what_serves_nothing_is_put_to_the_librarian(chat: Chat) -> None:
    """Five untied things are a nudge with one button that leads to the batch (8.A9, 11)."""
    await posted(chat)
    await aged(chat)
    for number in range(5):
        await chat.ben.types(f'/share https://example.org/{number} "Page {number}"')
    await chat.ann.types("/ronde nudges")
    assert "5 things are tied to no objective" in chat.ann.told
    await chat.ann.presses("Tie things in one go", on=chat.ann.told)
    assert "Find what works within a day" in chat.ann.told
    await chat.ann.picks("Page 0", "Page 1", on=chat.ann.told)
    await chat.ann.types("/ronde nudges")
    assert "tied to no objective" not in chat.ann.told


def measuring(chat: Chat, *, people: int = 12) -> None:
    """A feature that measures: four of ten in the last thirty days."""

    def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
        assert period.end == ctx.now
        return (Measure("i99", 0.4, 10, people=people),)

    engine = chat.app.engine
    engine.features = (*engine.features, Feature("probe", measures=measures))


async def test_an_indicator_that_ronde_reads(chat: Chat) -> None:
    """Bound to a measure: read when it is shown or assessed, said with its n, and never under five (R4)."""
    measuring(chat)
    await chat.founded(chat.ben)
    await chat.ben.types('/goal "Find what works" indicator:"measure:i99" target:"20 → 120"')
    assert "between 0 and 100" in answered(chat.ben)
    await chat.ben.fills(indicator="i99", range="20 → 60")
    assert "I99 (read by Ronde)" in chat.ben.told
    assert "n = 10" in chat.ben.told
    await chat.ben.presses("Publish")
    told = (await opened(chat, chat.ben)).text
    assert "40% (n = 10, last 30 days), 50% of the way" in told
    await chat.ben.types("/goal assess 1")
    await chat.ben.fills(comment="As read.")
    assert "50% of the way" in chat.ben.told.text
    assert "As read." in chat.ben.told
    chat.app.engine.features = chat.app.engine.features[:-1]
    measuring(chat, people=4)
    assert "fewer than 5 people: not shown" in await opened(chat, chat.ben)
    chat.app.engine.features = chat.app.engine.features[:-1]
    assert "nobody measures this any more" in await opened(chat, chat.ben)
    await chat.ben.types('/goal "Another" indicator:"measure:i98"')
    assert "I know no such measure" in answered(chat.ben)


async def test_an_indicator_of_those_that_ronde_measures(chat: Chat) -> None:
    """I1 is said with its n and what it counts, and not at all while four people stand behind it (R4, 17.A3)."""
    others = (chat.ben, chat.cleo, chat.dan)
    await chat.founded(*others)
    for one in (chat.ann, *others):
        await one.types(
            f'/share https://example.org/{one.persona.ref} "A guide of {one.persona.name}"'
        )
    await chat.passes(hours=1)
    await chat.ben.types('/goal "Be active" indicator:I1 target:"20 → 60"')
    await chat.ben.presses("Publish")
    await chat.ben.presses("Details", on=chat.channel.find("Be active"))
    assert "fewer than 5 people: not shown" in chat.ben.told
    assert "n = " not in chat.ben.told
    for one in (chat.eve,):
        await one.presses(chat.join_label, on=chat.channel.messages[0])
        await one.types(
            f'/share https://example.org/{one.persona.ref} "A guide of {one.persona.name}"'
        )
    await chat.passes(hours=1)
    await chat.ben.presses("Details", on=chat.channel.find("Be active"))
    said = chat.ben.told.text
    assert "100% (n = 5, last 30 days)" in said
    assert "members" in said


async def test_a_decision_adopts_an_objective(chat: Chat) -> None:
    """Put to a decision where there are any; adopted, it is in force though somebody objected (10.A6)."""
    await posted(chat)
    found: list[Proposal] = []

    def put(ctx: Context, press: Put) -> None:
        found.append(proposed(ctx, press.about))

    engine = chat.app.engine
    decides = Feature("probe", presses=(Press(Put, put),))
    engine.features = (*engine.features, decides)
    engine.presses[Put.address] = decides.presses[0]
    await chat.cleo.presses("I object", on=chat.channel.newest)
    await chat.cleo.fills(why="Too much.")
    await opened(chat, chat.ben)
    await chat.ben.presses("Put to a decision", on=chat.ben.told)
    assert found[0].title == "Adopt the objective: Find what works within a day"
    assert "12 → 30" in found[0].text
    assert found[0].adopted == routes.Adopt(1, 0)

    def adopt(ctx: Context, press: Put) -> None:
        del press
        engine.presses[routes.Adopt.address].run(ctx, routes.Adopt(1, 0))

    engine.presses[Put.address] = replace(decides.presses[0], run=adopt)
    await chat.ben.presses("Put to a decision")
    card = chat.channel.find("Find what works")
    assert "In force since" in card
    assert "settled by a decision" in card
    assert await facts(chat) == counts(1, 1, 0)
