"""The first thirty minutes: a plan ticked by facts, and a look through a member's eyes."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.kit.wire import Shown


def plainly(words: str) -> str:
    """Without no-break spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


async def plan(chat: Chat) -> Shown:
    """The plan, as Ann finds it again through `/ronde`."""
    await chat.ann.types("/ronde")
    going_on = "Go on" in chat.ann.told.buttons
    await chat.ann.presses("Go on" if going_on else "The first thirty minutes")
    return chat.ann.told


async def test_founding_opens_the_plan(chat: Chat) -> None:
    """The answer to founding is the plan, with a button for each step still to do."""
    await chat.founded()

    assert "1 of 6 steps done" in chat.ann.told
    assert "✓ Found the community (done)" in chat.ann.told
    assert "○ Invite three people: 0 of 3 have joined (5 minutes)" in chat.ann.told
    assert "○ Propose three dates for a first meeting (5 minutes)" in chat.ann.told
    assert set(chat.ann.told.buttons) == {
        "Invite people",
        "Propose dates",
        "Share a resource",
        "Ask the question",
        "See as a member",
    }


async def test_the_plan_is_ticked_by_facts(chat: Chat) -> None:
    """What happened is ticked, whoever did it, and its button goes."""
    await chat.founded(chat.ben, chat.cleo)
    seen = await plan(chat)
    assert "2 of 3 have joined" in seen
    await chat.dan.presses("I'm in")
    await chat.ann.types('/poll "What are you looking for?" "Help" "Ideas"')
    await chat.ann.types('/meet propose "First" "tue 10 nov 2pm" "wed 11 nov 2pm" "thu 12 nov 2pm"')
    await chat.ann.presses("Publish")
    await chat.ben.types("/share https://example.org/one One")
    await chat.ben.types("/share https://example.org/two Two")
    seen = await plan(chat)

    assert "✓ Propose three dates for a first meeting (done)" in seen
    assert "✓ Share two resources: 2 of 2 (done)" in seen
    assert "✓ Invite three people: 3 of 3 have joined (done)" in seen
    assert "✓ Ask “what are you looking for here?” (done)" in seen
    assert "5 of 6 steps done" in seen
    assert seen.buttons == ("See as a member",)
    await chat.ann.presses("See as a member")
    seen = await plan(chat)
    assert "6 of 6 steps done" in seen
    assert "All done. Your community has begun." in seen


async def test_the_plan_goes_on_after_a_restart(chat: Chat) -> None:
    """One can stop at any moment: the plan is where it was, another day, after a restart."""
    await chat.founded(chat.ben)
    before = await plan(chat)
    await chat.stop()
    chat.clock.move(days=3)
    await chat.start()

    assert (await plan(chat)).lines == before.lines


async def test_another_coordinator_sees_the_same_plan(chat: Chat) -> None:
    """Invited are those besides the founder, whoever looks."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates")
    await chat.ann.fills(coordinators="Ben", admins="Ann")
    await chat.ben.types("/ronde")
    await chat.ben.presses("Go on", on=chat.ben.told)

    assert "2 of 3 have joined" in chat.ben.told


async def test_the_plan_awaits_those_who_can_go_on(chat: Chat) -> None:
    """What is left stands in a coordinator's `/ronde`, once, until all is done."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ben.types("/ronde")
    assert "The first thirty minutes" not in chat.ben.told
    await chat.ann.types('/meet propose "First" "tue 10 nov 2pm" "wed 11 nov 2pm" "thu 12 nov 2pm"')
    await chat.ann.presses("Publish")
    await chat.ben.types("/share https://example.org/one One")
    await chat.ben.types("/share https://example.org/two Two")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/ronde")
    assert "The first thirty minutes: 5 of 6 steps done" in chat.ann.told
    assert chat.ann.told.buttons[:2] == ("Go on", "Answer")
    assert "The first thirty minutes" not in chat.ann.told.buttons
    await chat.ann.presses("Go on", on=chat.ann.told)
    await chat.ann.presses("See as a member", on=chat.ann.told)
    await chat.ann.types("/ronde")

    assert "Go on" not in chat.ann.told.buttons
    assert "The first thirty minutes" in chat.ann.told.buttons


async def test_the_plan_awaits_in_french(chat: Chat) -> None:
    """The line counts the steps as French does, and no name is elided."""
    await chat.ines.types("/ronde")
    await chat.ines.presses("Fonder une communauté ici")
    await chat.ines.fills(name="Accueil")
    said = plainly(chat.ines.told.text)
    assert "Les trente premières minutes : Accueil" in said
    await chat.ines.types("/ronde")
    assert "Les trente premières minutes : 1 étape sur 6" in plainly(chat.ines.told.text)
    await chat.ines.presses("Continuer")
    await chat.ines.presses("Voir comme un membre")
    await chat.ines.types("/ronde")

    assert "Les trente premières minutes : 2 étapes sur 6" in plainly(chat.ines.told.text)


async def test_the_invitation_is_a_text_to_copy_too(chat: Chat) -> None:
    """Most people are not in the workspace yet: the e-mail names what, when and where."""
    await chat.ann.types("/ronde")
    await chat.ann.presses("Found a community here")
    await chat.ann.fills(
        name="Trainers", purpose="sharing what works", first_meeting="thursday 3 december 2pm"
    )
    await chat.ann.presses("Invite people")

    said = chat.ann.told.text
    assert "Hello, we are starting Trainers, for sharing what works." in said
    assert "First meeting: Thursday 3 December 2026 at 14:00" in said
    assert "Three minutes are enough: join #general, say what you are looking for" in said


async def test_without_a_date_the_text_to_copy_has_no_date(chat: Chat) -> None:
    """The sentence about the first meeting is left out."""
    await chat.founded()
    await chat.ann.presses("Invite people")

    assert "First meeting" not in chat.ann.told


async def test_the_french_text_to_copy(chat: Chat) -> None:
    """The text reads as it would be written."""
    await chat.ines.types("/ronde")
    await chat.ines.presses("Fonder une communauté ici")
    await chat.ines.fills(
        name="Pédagogues", purpose="partager ce qui marche", first_meeting="jeudi 3 décembre 14h"
    )
    await chat.ines.presses("Inviter des personnes")

    said = plainly(chat.ines.told.text)
    assert "Bonjour, nous lançons Pédagogues, pour partager ce qui marche." in said
    assert "Première rencontre : jeudi 3 décembre 2026 à 14 h 00" in said
    assert "Trois minutes suffisent : rejoignez #general, dites ce que vous cherchez" in said


async def test_the_invitation_can_be_posted_again(chat: Chat) -> None:
    """Once a day at most: a second press the same day says so."""
    await chat.founded()
    await chat.ann.presses("Invite people")
    await chat.ann.presses("Post the card here again")
    assert "The invitation is in #general." in chat.ann.told
    await chat.ann.presses("Post the card here again")

    assert "already posted in #general today" in chat.ann.told
    assert len(chat.channel.messages) == 2
    await chat.passes(days=1)
    await chat.ann.presses("Post the card here again")
    assert len(chat.channel.messages) == 3


async def test_the_first_question_comes_prefilled(chat: Chat) -> None:
    """ "What are you looking for here?" is a poll ready to publish, with a preview."""
    await chat.founded()
    await chat.ann.presses("Ask the question")

    assert chat.ann.form is not None
    assert chat.ann.form.values["question"] == "What are you looking for here?"
    assert "Help with something difficult" in chat.ann.form.values["choices"]
    await chat.ann.fills()
    assert "Only you can see this preview" in chat.ann.told
    await chat.ann.presses("Publish")
    assert "What are you looking for here?" in chat.channel.newest


async def test_see_as_a_member_changes_nothing(chat: Chat) -> None:
    """What members will see is shown privately; pressing in it is without effect."""
    await chat.founded()
    before = chat.channel.messages
    await chat.ann.presses("See as a member")

    assert "What members will see" in chat.ann.told
    assert "We are starting Trainers, for sharing what works." in chat.ann.told
    assert "Welcome. You are now a member of Trainers." in chat.ann.told
    assert "Only you see this. Pressing here changes nothing." in chat.ann.told
    await chat.ann.presses("I'm in", on=chat.ann.told)
    assert "This is only a preview: nothing has changed." in chat.ann.told
    assert chat.channel.messages == before


async def test_the_plan_is_for_coordinators(chat: Chat) -> None:
    """A member's `/ronde` does not offer the plan, and a borrowed button is refused."""
    if chat.wire.platform == "playground":
        pytest.skip("nobody presses on what another person sees")
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde")
    assert not {"Go on", "The first thirty minutes"} & set(chat.ben.told.buttons)
    await plan(chat)
    await chat.ben.presses("See as a member", on=chat.ann.told)

    assert "Only a coordinator can do this" in chat.ben.told
