"""The core group: coordinators ask, each person answers for themselves, and figures tell how it fares."""

from __future__ import annotations

from bot.evidence import Fact
from tests.kit.chat import Chat
from tests.kit.people import card, evidence


async def test_the_core_group_is_asked_and_says_yes(chat: Chat) -> None:
    """Asked by a coordinator, accepted by each; the card and the figures follow (10.A6)."""
    await chat.founded(chat.ben, chat.zoe, chat.cleo)
    assert await evidence(chat) == {
        Fact.INVITED: 3,  # the founder does not count
        Fact.INTRODUCED: 0,
        Fact.CORE_ACCEPTED: 0,
        Fact.CORE_FILLED: 0,
        Fact.CORE_ACTIVE: 0,
    }
    await chat.ben.types("/people core @Zoé")
    assert "coordinat" in chat.ben.told.text
    assert "Ask people" not in chat.ben.told.buttons
    await chat.ann.types("/people core @Nobody")
    assert chat.ann.form is not None
    assert "I do not know “@Nobody” here" in chat.ann.form.errors["people"]
    await chat.ann.types("/people core @Ann @Ben @Zoé @Cleo")
    assert "Asked: Ann, Ben, Zoé, Cleo" in chat.ann.told
    await chat.passes(hours=7)  # until it is morning everywhere
    assert "Ann asks whether you would be part of the core group" in chat.ben.inbox[-1]
    await chat.ben.presses("Yes, count me in", on=chat.ben.inbox[-1])
    assert "You are part of the core group of Trainers." in chat.ben.inbox[-1]
    await chat.zoe.types("/ronde")
    await chat.zoe.presses("Répondre", on=chat.zoe.told)
    await chat.zoe.presses("Non, pas maintenant", on=chat.zoe.told)
    await card(chat, chat.ben, offers="quizzes", asks="a room")
    await chat.ben.types('/share https://example.org/a "A guide"')
    await chat.passes(hours=1)
    assert "Ben has said yes to the core group." in chat.ann.inbox[-1]

    await chat.ann.types("/people core @Ben")
    assert "Asked before, or in the group already: Ben" in chat.ann.told
    assert "2 people have said yes, 1 of them with an ask and an offer" in chat.ann.told
    assert "Ann (no ask or no offer on the card), Ben (card filled in)" in chat.ann.told
    assert "Said no: Zoé" in chat.ann.told
    await chat.ann.presses("Withdraw: Cleo", on=chat.ann.told)
    assert "Cleo" not in chat.ann.told
    assert "This question was taken back" in chat.cleo.inbox[-1]
    await chat.cleo.types("/people core")
    assert "In the core group: Ann, Ben" in chat.cleo.told
    assert "Zoé" not in chat.cleo.told
    facts = await evidence(chat)
    assert facts[Fact.CORE_ACCEPTED] == 2
    assert (facts[Fact.CORE_FILLED], facts[Fact.CORE_ACTIVE]) == (1, 1)

    await chat.passes(days=61)
    assert (await evidence(chat))[Fact.CORE_ACTIVE] == 0
    await chat.ben.types("/people core")
    await chat.ben.presses("Leave the core group", on=chat.ben.told)
    assert "You are still a member." in chat.ben.told
    assert (await evidence(chat))[Fact.CORE_ACCEPTED] == 1
    await chat.ann.types("/people core @Cleo")
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community", on=chat.cleo.told)
    await chat.ann.types("/people core")
    assert "Cleo" not in chat.ann.told
    assert (await evidence(chat))[Fact.INVITED] == 3  # picked or pressed once is invited
