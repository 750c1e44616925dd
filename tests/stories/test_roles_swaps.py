"""Swaps and covers: open, taken once, given back in time, past due, and who bears the load."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone
from tests.stories.test_roles_turn import asked, founded, started


async def accepted(chat: Chat, *, days: int = 0) -> tuple[Someone, list[Someone]]:
    """Somebody who has said yes to facilitate from 26 December on, and the others."""
    people = await founded(chat, days=days)
    await started(chat)
    holder = asked(chat, people)
    await holder.presses("Yes, I’ll do it")
    return holder, [one for one in people if one is not holder]


async def test_a_swap_is_posted_and_the_first_press_wins(chat: Chat) -> None:
    """One post in the channel; the first who takes it has it, the second learns so (7.A2, 7.A3)."""
    holder, others = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    assert f"stays with {holder.persona.name}" in holder.told
    card = chat.channel.find("Swap: Facilitation")
    assert card.buttons == ("I’ll take over",)
    first, second = others[0], others[1]
    await chat.wire.presses(first.persona, card, "I’ll take over")
    await chat.wire.presses(second.persona, card, "I’ll take over")  # before the card is redrawn
    await chat.settle()

    assert f"{first.persona.name} takes over" in chat.channel.find("Swap: Facilitation")
    assert f"{first.persona.name} has it already" in second.told
    await chat.passes(days=1)
    assert any("You keep your place in the round" in message for message in holder.inbox)
    await second.types("/role")
    assert first.persona.name in second.told


async def test_nobody_takes_their_own_turn(chat: Chat) -> None:
    """Whoever looks for a swap cannot be the one who takes it (7.A2)."""
    holder, _ = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    await holder.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    assert "your own turn" in holder.told
    assert "is looking for somebody" in chat.channel.find("Swap: Facilitation")


async def test_those_who_could_are_asked_at_seven_and_two_days(chat: Chat) -> None:
    """Each who could take it gets one message at 7 days and one at 2 days before, not more (7.A3)."""
    holder, others = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    await chat.passes(days=6)  # 20 December
    heard = [[m for m in one.inbox if "is looking for somebody" in m] for one in others]
    assert [len(found) for found in heard] == [1] * len(others)
    await chat.passes(days=4)  # Christmas Day: it begins tomorrow
    heard = [[m for m in one.inbox if "is looking for somebody" in m] for one in others]
    assert [len(found) for found in heard] == [2] * len(others)
    assert not [m for m in holder.inbox if "is looking for somebody" in m]


async def test_untaken_at_its_start_it_stays_where_it_was(chat: Chat) -> None:
    """Past due: the original keeps it, and whoever answers for the community is told (7.A5)."""
    holder, others = await accepted(chat, days=32)
    await holder.presses("Find a swap", on=holder.told)
    await chat.passes(days=14)
    assert "Nobody took over" in chat.channel.find("Swap: Facilitation")
    late = others[0]
    assert chat.channel.find("Swap: Facilitation").buttons == ()
    await late.types("/role")
    assert holder.persona.name in late.told
    told = [m for one in [chat.ann, holder] for m in one.inbox if "Nobody took over in time" in m]
    assert told


async def test_a_taken_swap_can_be_given_back_until_a_day_before(chat: Chat) -> None:
    """The taker gives it back in time; within the last day only whoever steers can (7.A4)."""
    holder, others = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    taker = next(one for one in others if one is not chat.ann)
    await taker.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    kept = taker.told
    await taker.presses("Give it back", on=kept)
    assert f"It is with {holder.persona.name} again" in chat.channel.find("Swap: Facilitation")

    await holder.types("/role swap facilitation")
    await taker.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    kept = taker.told
    await chat.passes(days=10)  # less than a day is left
    await taker.presses("Give it back", on=kept)
    assert "less than a day" in taker.told
    await chat.ann.types("/role")
    await chat.ann.presses("Open: Facilitation", on=chat.ann.told)
    await chat.ann.presses("Give it back", on=chat.ann.told)
    assert f"It is with {holder.persona.name} again" in chat.channel.find("Swap: Facilitation")
    assert "role.gave-back" in await journal(chat)


async def test_who_served_bears_the_load(chat: Chat) -> None:
    """After the turn the taker has served it; the other is first in the round again (7.A6)."""
    holder, others = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    taker = others[0]
    await taker.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    await chat.passes(days=20)
    await taker.types("/role history facilitation")
    assert f"{taker.persona.name} 1" in taker.told
    assert f"{holder.persona.name} 1" not in taker.told


async def test_rights_follow_whoever_serves(chat: Chat) -> None:
    """While the swap lasts the taker facilitates, not the one who swapped (7.A7)."""
    people = await founded(chat)
    await chat.ann.types('/role new facilitation term:1-month pool:"Cleo, Dan"')
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    holder = asked(chat, people)
    await holder.presses("Find a swap")
    taker = chat.dan if holder is chat.cleo else chat.cleo
    await taker.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+60d"')
    await chat.passes(days=14)
    await taker.types("/poll close 1")
    assert "Only" not in taker.told.text
    await chat.ann.types('/poll "When?" "Now" "Then" until:"+60d"')
    await holder.types("/poll close 2")
    assert "facilitat" in holder.told.text


async def test_a_swap_is_withdrawn(chat: Chat) -> None:
    """Whoever no longer needs it says so; nobody can take it after (7.A2)."""
    holder, others = await accepted(chat)
    await holder.presses("Find a swap", on=holder.told)
    await holder.presses("No longer needed", on=holder.told)
    assert "No longer needed" in chat.channel.find("Swap: Facilitation")
    assert chat.channel.find("Swap: Facilitation").buttons == ()
    assert others


async def test_a_named_person_is_asked_first_and_oneself_is_refused(chat: Chat) -> None:
    """`/role swap facilitation @Eve` writes to Eve; naming oneself says what to do (7.A2)."""
    holder, others = await accepted(chat)
    name = holder.persona.name
    await holder.types(f'/role swap facilitation "{name}"')
    assert "your own turn" in holder.told
    friend = others[-1]
    await holder.types(f'/role swap facilitation "{friend.persona.name}"')
    await chat.passes(days=1)
    assert any("is looking for somebody" in m for m in friend.inbox)
    assert not any("is looking for somebody" in m for m in others[0].inbox)


async def test_after_its_start_cover_is_offered_in_place_of_a_swap(chat: Chat) -> None:
    """A turn that has begun cannot be swapped: the answer says how to be covered (bad input)."""
    holder, _ = await accepted(chat)
    await chat.passes(days=15)
    await holder.types("/role swap facilitation")
    assert "You have no turn to come" in holder.told or "(/role away)" in holder.told


async def journal(chat: Chat) -> list[str]:
    """The privileged acts that were written down."""
    found = await chat.app.database.read(
        lambda db: [row[0] for row in db.connection().exec_driver_sql("SELECT act FROM journal")]
    )
    return [str(act) for act in found]
