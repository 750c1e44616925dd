"""Who leaves: their answers stay counted, their roles become vacant, and they can come back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.features.community.routes import Unreached
from storage import due, terms
from storage.people import Account
from tests.kit.chat import Chat, Someone


async def leaving(chat: Chat, who: Someone) -> None:
    """Somebody leaves by the button under what is kept of them."""
    await who.types("/ronde data")
    await who.presses("Leave the community", on=who.told)


async def departing(chat: Chat, who: Someone) -> None:
    """A message to somebody fails, because their account is gone."""
    name = who.persona.name.lower()

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            account = next(a for a in db.exec(select(Account)) if a.name.lower() == name)
            account.unreachable_at = chat.clock.now()
            db.add(account)
            due.later(db, Unreached(account.id or 0, left=True).pack(), chat.clock.now())

    await chat.app.database.write(write)
    await chat.tick()


async def seven(chat: Chat) -> None:
    """A community of seven."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve, chat.moussa, chat.zoe)


async def test_leaving_is_one_button(chat: Chat) -> None:
    """`/ronde data` has it; the invitation counts one less, and a welcome waits for who returns."""
    await chat.founded(chat.ben)
    await leaving(chat, chat.ben)
    assert "You have left Trainers." in chat.ben.told
    assert "1 member" in chat.channel.newest
    await chat.ben.presses("I'm in")

    assert "Good to see you again in Trainers." in chat.ben.told
    assert "2 members" in chat.channel.newest


async def test_votes_of_who_left_stay(chat: Chat) -> None:
    """A ballot already cast stays; who had not voted is no longer counted on."""
    await seven(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup", on=chat.channel.newest)
    assert "1 of 7 members" in chat.channel.newest
    await leaving(chat, chat.cleo)
    await chat.dan.presses("Pie", on=chat.channel.newest)
    assert "2 of 6 members" in chat.channel.newest
    await leaving(chat, chat.ben)
    await chat.eve.presses("Pie", on=chat.channel.newest)

    assert "Soup · 1 vote" in chat.channel.newest
    assert "3 voted" in chat.channel.newest
    assert "of 7 members" not in chat.channel.newest


async def test_who_left_is_not_reminded(chat: Chat) -> None:
    """No message follows somebody who is gone."""
    await chat.founded(chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 10:00"')
    await leaving(chat, chat.cleo)
    await chat.passes(days=4)

    assert chat.cleo.inbox == []


async def test_a_message_that_waits_does_not_follow_who_leaves(chat: Chat) -> None:
    """What waited for the morning is judged then."""
    await chat.founded(chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await leaving(chat, chat.cleo)
    await chat.passes(days=1)

    assert chat.cleo.inbox == []


async def test_the_role_of_who_left_is_vacant(chat: Chat) -> None:
    """Whoever facilitated and left facilitates no more, and does not when they return."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await leaving(chat, chat.ben)
    held = await chat.app.database.read(
        lambda db: terms.holders(db, 1, terms.FACILITATION, chat.clock.now())
    )
    assert held == []
    await chat.ben.presses("I'm in")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll close 1")

    assert "Only the author of this poll" in chat.ben.told


async def test_a_coordinator_who_returns_is_a_member(chat: Chat) -> None:
    """Ranks do not survive a departure."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates", on=chat.ann.told)
    await chat.ann.fills(coordinators="@Ben")
    await leaving(chat, chat.ben)
    await chat.ben.presses("I'm in")
    await chat.ben.types("/ronde settings")

    assert "Only a coordinator can do this." in chat.ben.told


async def test_the_polls_of_who_left_pass_to_the_facilitator(chat: Chat) -> None:
    """Whoever facilitates gets the controls, and learns it."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await leaving(chat, chat.ben)
    await chat.passes(days=1)

    assert any("has left Trainers" in message for message in chat.cleo.inbox)
    await chat.cleo.types("/poll close 1")
    assert "The poll is closed" in chat.cleo.told


async def test_who_left_is_a_stranger(chat: Chat) -> None:
    """What needs a member is refused, with the way back."""
    await chat.founded(chat.ben)
    await leaving(chat, chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Join the community first: one press is enough." in chat.ben.told
    assert "I'm in" in chat.ben.told.buttons


async def test_leaving_twice_says_that_one_is_out(chat: Chat) -> None:
    """A second press on the old button finds nobody to remove."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde data")
    card = chat.ben.told
    await chat.ben.presses("Leave the community", on=card)
    await chat.wire.repeat()
    await chat.settle()

    assert "1 member" in chat.channel.newest


# ── noticed, not said ───────────────────────────────────────────────────────────────────────────


async def test_an_account_that_is_gone_leaves_the_roll(chat: Chat) -> None:
    """Somebody deactivated, or out of the server, is noticed when a message fails for good."""
    await seven(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup", on=chat.channel.newest)
    await departing(chat, chat.dan)

    assert "6 members" in chat.channel.find("We are starting")
    await chat.cleo.presses("Soup", on=chat.channel.newest)
    assert "2 of 6 members" in chat.channel.newest


async def test_who_comes_back_after_that_joins_again(chat: Chat) -> None:
    """An account that returns is a stranger who may press "I'm in", and is written to again."""
    await chat.founded(chat.dan)
    await departing(chat, chat.dan)
    assert "1 member" in chat.channel.newest
    await chat.dan.presses("I'm in")
    assert "2 members" in chat.channel.newest
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 10:00"')
    await chat.passes(days=2, hours=2)

    assert "Lunch?" in chat.dan.inbox[-1]


async def test_delivery_notices_a_closed_account(chat: Chat) -> None:
    """The platform's own words for a closed account take somebody off the roll."""
    if chat.wire.platform != "slack":
        pytest.skip("the other kits know only people who close their direct messages")
    await chat.founded(chat.dan)
    chat.wire.blocks(chat.dan.persona)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 10:00"')
    await chat.passes(days=2, hours=2)

    assert "1 member" in chat.channel.find("We are starting")


async def test_somebody_administers_where_the_last_who_did_is_gone(chat: Chat) -> None:
    """The founder's account is closed: whoever coordinates takes over, and is told."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates", on=chat.ann.told)
    await chat.ann.fills(coordinators="@Cleo")
    await departing(chat, chat.ann)
    await chat.passes(days=1)

    assert any("You now administer Trainers" in m for m in chat.cleo.inbox)
    await chat.cleo.types("/ronde settings polls:facilitator")
    assert "Settings changed" in chat.cleo.told


async def test_without_coordinators_the_one_in_for_longest_takes_over(chat: Chat) -> None:
    """A community never loses its settings: of plain members, the first who joined."""
    await chat.founded(chat.ben, chat.cleo)
    await departing(chat, chat.ann)
    await chat.cleo.types("/ronde settings polls:facilitator")
    assert "Only a coordinator can do this." in chat.cleo.told
    await chat.ben.types("/ronde settings polls:facilitator")

    assert "Settings changed" in chat.ben.told
