"""People join by saying so, or are added and told; bots never."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.people import Account
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Persona

pytestmark = pytest.mark.everywhere


async def test_pressing_the_button_joins(chat: Chat) -> None:
    """ "I'm in" welcomes privately, and the invitation counts one more."""
    await chat.founded()
    await chat.ben.presses("I'm in")

    assert "Welcome. You are now a member of Trainers." in chat.ben.told
    assert "Say hello in the channel: what brings you here" in chat.ben.told
    assert "2 members" in chat.channel.newest
    assert len(chat.channel.messages) == 1


async def test_joining_is_the_privacy_notice(chat: Chat) -> None:
    """The welcome says that things are kept, and its button says what, where, how long, for whom."""
    await chat.founded()
    await chat.ben.presses("I'm in")
    assert "By joining you agree" in chat.ben.told
    await chat.ben.presses("What is kept", on=chat.ben.told)

    for said in ("What.", "Never.", "Where.", "How long.", "Who sees it.", "Whom to ask. Ann"):
        assert said in chat.ben.told, said


async def test_ronde_data_says_what_is_kept(chat: Chat) -> None:
    """`/ronde data` answers anybody, in their own language."""
    await chat.founded()
    await chat.ines.types("/ronde données")

    assert "Ce qui est gardé" in chat.ines.told
    assert "Combien de temps." in chat.ines.told
    assert "Quitter la communauté" not in chat.ines.told.buttons


async def test_joining_twice_changes_nothing(chat: Chat) -> None:
    """A second press says that one is in already."""
    await chat.founded(chat.ben)
    await chat.ben.presses("I'm in")

    assert "already a member of Trainers" in chat.ben.told
    assert "2 members" in chat.channel.newest


async def test_a_nervous_double_click_joins_once(chat: Chat) -> None:
    """The same press delivered twice has one effect and one answer."""
    await chat.founded()
    await chat.ben.presses("I'm in")
    answers = len(chat.ben.answers)
    await chat.wire.repeat()
    await chat.settle()

    assert "2 members" in chat.channel.newest
    assert len(chat.ben.answers) == answers


async def test_a_bot_never_joins(chat: Chat) -> None:
    """Another bot's press is refused, and so is adding it by its id (19.A5, R11)."""
    if chat.wire.platform in ("slack", "discord"):
        pytest.skip("bots cannot press at all there")
    await chat.founded()
    robot = Someone(chat, Persona("robot", "Robot", bot=True))
    await robot.presses("I'm in")
    await adding(chat, await written(chat, robot))

    assert chat.ann.form is not None
    assert "is a bot. Bots are no members" in chat.ann.form.errors["people"]
    assert "1 member" in chat.channel.newest


async def test_a_stranger_is_offered_to_join(chat: Chat) -> None:
    """What needs a member says so, and the button to join stands beside it."""
    await chat.founded()
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Join the community first: one press is enough." in chat.ben.told
    await chat.ben.presses("I'm in", on=chat.ben.told)
    assert "You are now a member" in chat.ben.told


async def test_home_of_a_stranger_offers_to_join(chat: Chat) -> None:
    """`/ronde` in the channel says whose home it is, and offers to join."""
    await chat.founded()
    await chat.ben.types("/ronde")

    assert "This channel is home to Trainers, for sharing what works." in chat.ben.told
    assert "I'm in" in chat.ben.told.buttons


# ── added and told ──────────────────────────────────────────────────────────────────────────────


async def written(chat: Chat, who: Someone) -> str:
    """A person as a platform writes a mention; the bot has met them."""
    name = who.persona.name.lower()
    known = await chat.app.database.read(
        lambda db: list(db.exec(select(Account.ref, Account.name)))
    )
    return next(f"<@{ref}>" for ref, called in known if called.lower() == name)


async def adding(chat: Chat, *names: str) -> None:
    """Ann adds people from the invitation of her plan."""
    await chat.ann.types("/ronde")
    await chat.ann.presses("Go on")
    await chat.ann.presses("Invite people")
    await chat.ann.presses("Add people")
    await chat.ann.fills(people="\n".join(names))


async def test_a_coordinator_adds_people_who_are_told(chat: Chat) -> None:
    """Somebody added is a member, and learns by whom, to what, what is kept and how to leave."""
    await chat.founded()
    await chat.dan.types("/ronde")  # the bot has met Dan
    await adding(chat, await written(chat, chat.dan))

    assert "added: dan" in chat.ann.told.text.lower()
    assert "2 members" in chat.channel.newest
    await chat.tick()
    [message] = chat.dan.inbox
    assert "ann added you to trainers, for sharing what works." in message.text.lower()
    assert {"What is kept", "Leave the community"} <= set(message.buttons)


async def test_who_was_added_can_leave_from_the_message(chat: Chat) -> None:
    """The way out stands in the message itself."""
    await chat.founded()
    await chat.dan.types("/ronde")
    await adding(chat, await written(chat, chat.dan))
    await chat.tick()
    await chat.dan.presses("Leave the community", on=chat.dan.inbox[-1])

    assert "You have left Trainers." in chat.dan.told
    assert "1 member" in chat.channel.newest


async def test_who_is_added_at_night_is_told_in_the_morning(chat: Chat) -> None:
    """The message waits for the person's own hours."""
    await chat.founded()
    await chat.ben.types("/ronde")
    await adding(chat, await written(chat, chat.ben))  # 10:00 in Paris is 4:00 in Montreal
    await chat.tick()

    if chat.wire.platform != "discord":  # which tells no zone: the community's counts
        assert chat.ben.inbox == []
    await chat.passes(hours=5)
    assert len(chat.ben.inbox) == 1


async def test_somebody_unknown_stands_under_the_field(chat: Chat) -> None:
    """A name that nobody goes by opens the form again, and nobody is added."""
    await chat.founded()
    await chat.ben.types("/ronde")
    await adding(chat, await written(chat, chat.ben), "Nobody Atall")

    said = " ".join(chat.ann.form.errors.values()) if chat.ann.form else ""
    assert "I have not met Nobody Atall here" in said + chat.ann.told.text
    assert "1 member" in chat.channel.newest


async def test_who_is_in_already_is_not_told_again(chat: Chat) -> None:
    """Adding a member says that they are in, and writes to nobody."""
    await chat.founded(chat.ben)
    await adding(chat, await written(chat, chat.ben))
    await chat.passes(days=1)

    assert "already in: ben" in chat.ann.told.text.lower()
    assert chat.ben.inbox == []


async def test_who_cannot_be_told_is_not_in(chat: Chat) -> None:
    """Nobody is a member without knowing: who added them learns that it did not work."""
    await chat.founded()
    await chat.dan.types("/ronde")
    chat.wire.blocks(chat.dan.persona)
    await adding(chat, await written(chat, chat.dan))
    await chat.passes(minutes=5)

    assert "1 member" in chat.channel.newest
    assert "this person is not in Trainers" in chat.ann.inbox[-1]


async def test_adding_people_is_for_coordinators(chat: Chat) -> None:
    """A member sees the text to copy, without the buttons of a coordinator."""
    if chat.wire.platform == "playground":
        pytest.skip("nobody presses on what another person sees")
    await chat.founded(chat.ben)
    answer = len(chat.ann.answers)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Go on")
    await chat.ann.presses("Invite people")
    await chat.ben.presses("Add people", on=chat.ann.told)

    assert len(chat.ann.answers) > answer
    assert "Only a coordinator can do this" in chat.ben.told
