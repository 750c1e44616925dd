"""Introductions: what brings a newcomer, asked once, said in the channel, theirs to change and take back."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlmodel import select

from bot.evidence import Fact
from bot.features.people.records import Introduced
from tests.kit.chat import Chat
from tests.kit.digest import digests, paris, tuned
from tests.kit.engine import EngineWire
from tests.kit.people import card, evidence, introduced
from tests.kit.wire import Shown
from tests.stories.test_joining import adding, written
from tests.stories.test_leaving import leaving

WHY = "I feel alone with remote sessions"


def introductions(chat: Chat) -> list[Shown]:
    """The cards in the channel that introduce somebody."""
    return [m for m in chat.channel.messages if "What brings me here" in m]


async def test_a_newcomer_is_asked_one_question(chat: Chat) -> None:
    """On "I'm in": a form, its preview, then one card in the channel; what they bring is on their card (19.A3, 10.A6, R6)."""
    await chat.founded()
    await chat.ben.presses("I'm in")
    assert "what brings you here, what can you bring?" in chat.ben.told
    await chat.ben.presses("Introduce yourself", on=chat.ben.told)
    assert chat.ben.form is not None
    assert [name for name in chat.ben.form.labels if name] == ["brings", "offers"]
    await chat.ben.fills(brings=WHY, offers="quizzes\na room in Lille")
    assert "Meet Ben" in chat.ben.told.text.replace("@", "")
    assert {"Publish", "Edit"} == set(chat.ben.told.buttons)
    assert introductions(chat) == []
    await chat.ben.presses("Edit", on=chat.ben.told)
    assert chat.ben.form is not None
    assert chat.ben.form.values["brings"] == WHY
    await chat.ben.fills(brings=f"{WHY}.")
    await chat.ben.presses("Publish", on=chat.ben.told)

    [shown] = introductions(chat)
    assert f"What brings me here: {WHY}." in shown
    assert "What I can bring: quizzes, a room in Lille" in shown
    assert "your introduction is in" in chat.ben.told
    assert "What you can bring is on your card now" in chat.ben.told
    await chat.ann.presses("See the card", on=shown)
    assert "Offers: quizzes, a room in Lille" in chat.ann.told


async def test_what_stands_on_the_card_stays(chat: Chat) -> None:
    """An offer or an ask that is there is not written over, and nothing is said of it (19.A1)."""
    await chat.founded(chat.ben)
    await card(chat, chat.ben, asks="a co-facilitator")
    await introduced(chat.ben, WHY, "quizzes")
    assert "on your card now" not in chat.ben.told
    await chat.ben.presses("My card", on=chat.ben.told)

    assert "Looks for: a co-facilitator" in chat.ben.told
    assert "quizzes" not in chat.ben.told


async def test_it_is_changed_in_place_and_taken_back(chat: Chat) -> None:
    """One a person: later words rewrite the card; taken back, they are gone; the first counts (10.A6)."""
    await chat.founded(chat.ben)
    assert (await evidence(chat))[Fact.INTRODUCED] == 0
    await introduced(chat.ben, WHY)
    await chat.ben.types("/profile")
    await chat.ben.presses("Change my introduction", on=chat.ben.told)
    assert chat.ben.form is not None
    assert chat.ben.form.values["brings"] == WHY
    await chat.ben.fills(brings="Sharing what works")
    assert "It replaces your introduction" in chat.ben.told
    await chat.ben.presses("Publish", on=chat.ben.told)
    [shown] = introductions(chat)
    assert "Sharing what works" in shown
    assert WHY not in shown

    await chat.ben.presses("Take my introduction back", on=chat.ben.told)
    assert "taken back" in chat.ben.told
    assert introductions(chat) == []
    assert "has taken this introduction back" in chat.channel.newest
    assert (await evidence(chat))[Fact.INTRODUCED] == 1
    await chat.ben.types("/ronde")
    assert "Introduce yourself" not in chat.ben.told.buttons  # they were asked once
    await chat.ben.types("/profile")
    await introduced(chat.ben, "Here I am again")
    assert "Here I am again" in chat.channel.newest
    assert (await evidence(chat))[Fact.INTRODUCED] == 1


async def test_it_waits_for_thirty_days_and_is_never_sent(chat: Chat) -> None:
    """In `/ronde`, last, for founders too; in no digest; neither later nor once it is done (19.A3, R9)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde")
    buttons = chat.ann.told.buttons
    assert buttons.index("Go on") < buttons.index("Introduce yourself")
    await chat.cleo.types("/ronde")
    await chat.cleo.presses("My messages", on=chat.cleo.told)
    await chat.cleo.presses("My own by direct message", on=chat.cleo.told)
    await introduced(chat.ben)
    await chat.ben.types("/ronde")
    assert "Introduce yourself" not in chat.ben.told.buttons
    await chat.passes(days=29)
    await chat.cleo.types("/ronde")
    assert "Introduce yourself" in chat.cleo.told.buttons
    await chat.passes(days=2)
    await chat.cleo.types("/ronde")

    assert "Introduce yourself" not in chat.cleo.told.buttons
    assert chat.cleo.inbox == []


async def test_who_was_added_is_asked_in_the_message(chat: Chat) -> None:
    """The same question, by direct message; the preview names the channel it will appear in (19.A3, R6)."""
    await chat.founded()
    await chat.dan.types("/ronde")
    await adding(chat, await written(chat, chat.dan))
    await chat.tick()
    await chat.dan.presses("Introduce yourself", on=chat.dan.inbox[-1])
    await chat.dan.fills(brings=WHY)
    assert "This will appear in" in chat.dan.told
    await chat.dan.presses("Publish", on=chat.dan.told)

    assert WHY in chat.channel.newest


async def test_two_presses_are_one_introduction(tmp_path: Path) -> None:
    """Publish pressed twice at once, and a second draft published later: one card (R3)."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben)
    welcome = chat.ben.told
    drafts = []
    for why in ("First", "Second"):
        await chat.ben.presses("Introduce yourself", on=welcome)
        await chat.ben.fills(brings=why)
        drafts.append(chat.ben.told)
    await asyncio.gather(*(chat.ben.presses("Publish", on=drafts[0]) for _ in range(2)))
    await chat.ben.presses("Publish", on=drafts[1])

    [shown] = introductions(chat)
    assert "Second" in shown
    found = await chat.app.database.read(lambda db: list(db.exec(select(Introduced.brings))))
    assert found == ["Second"]
    await chat.stop()


async def test_what_cannot_be_an_introduction(chat: Chat) -> None:
    """Nothing, 2,000 characters, mentions and markup, a stranger's press, nothing to take back (R5, R11)."""
    await chat.founded(chat.ben)
    await chat.ben.presses("Introduce yourself", on=chat.ben.told)
    if chat.wire.platform == "engine":  # elsewhere the window itself holds them to it
        await chat.ben.fills(brings="   ")
        assert chat.ben.form is not None
        assert "brings" in chat.ben.form.errors
        await chat.ben.fills(brings="x" * 2000)
        assert "x" * 2000 in chat.ben.told
        await chat.ben.presses("Open the form", on=chat.ben.told)
    await chat.ben.fills(brings="@everyone and <!channel> | [x](https://example.org)")
    await chat.ben.presses("Publish", on=chat.ben.told)
    [shown] = introductions(chat)
    assert "@everyone and <!channel> | [x](https://example.org)" in shown
    await chat.dan.presses("See the card", on=shown)
    assert "Join the community first" in chat.dan.told

    old = chat.ben.told
    await chat.ben.types("/profile")
    await chat.ben.presses("Take my introduction back", on=chat.ben.told)
    assert "@everyone" not in chat.channel.newest
    await chat.ben.presses("Take my introduction back", on=old)
    assert "There is no introduction of yours here to take back" in chat.ben.told


async def test_who_leaves_keeps_the_floor_and_may_take_it_back(chat: Chat) -> None:
    """The card stays with its name, and opens nothing any more; who has left may still delete it (R8)."""
    await chat.founded(chat.ben)
    await introduced(chat.ben, WHY)
    answer = chat.ben.told
    await leaving(chat, chat.ben)
    [shown] = introductions(chat)
    assert WHY in shown
    await chat.ann.presses("See the card", on=shown)
    assert "This person is not in the community any more" in chat.ann.told
    await chat.ben.presses("Take my introduction back", on=answer)

    assert introductions(chat) == []
    assert (await evidence(chat))[Fact.INTRODUCED] == 1


async def test_without_a_channel_it_stays_a_draft(chat: Chat) -> None:
    """Nowhere to post it: that is said, and Publish works once there is a channel (R6)."""
    await chat.founded(chat.ben)
    await chat.ben.presses("Introduce yourself", on=chat.ben.told)
    await chat.ben.fills(brings=WHY)
    chat.wire.shuts("general")
    await chat.ben.presses("Publish")
    assert "Your text is kept." in chat.ben.told
    chat.wire.admits("general")
    await chat.ben.presses("Publish")

    assert WHY in chat.channel.newest


async def test_the_digest_leads_to_it(chat: Chat) -> None:
    """Who is new is a link to how they introduced themselves, where posts have addresses (18.A4)."""
    await chat.founded(chat.ben, chat.cleo)
    await tuned(chat, "Once a week")
    await introduced(chat.ben, WHY)
    await chat.passes(to=paris(2026, 11, 9, 9))
    [digest] = digests(chat)

    assert all(name in digest.text.lower() for name in ("ben", "cleo"))
    if chat.wire.platform in ("slack", "discord"):
        home = {"slack": "kit.slack.com/archives/", "discord": "discord.com/channels/"}
        [line] = [line for line in digest.lines if line.startswith("Welcome")]
        assert line.count(home[chat.wire.platform]) == 1


async def test_the_third_step_begins_with_one(chat: Chat) -> None:
    """A first introduction, or a first answer to why: then it is in progress, and says what counts (10, step 3)."""
    await chat.founded(chat.ben)
    await chat.ann.types("/journey")
    await chat.ann.picks("3. First exchanges, why and how", on=chat.ann.told)
    assert "○ not started" in chat.ann.told
    assert "People who introduced themselves: 0" in chat.ann.told
    await introduced(chat.ben)
    await chat.ann.types("/journey")
    await chat.ann.picks("3. First exchanges, why and how", on=chat.ann.told)
    assert "◐ in progress" in chat.ann.told
    await chat.ann.presses("Why now?", on=chat.ann.told)

    assert "People who introduced themselves: 1, at least 1? yes" in chat.ann.told
