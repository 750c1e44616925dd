"""What roles are worth a nudge for, and who hears of it: the holder, else the next, else coordination."""

from __future__ import annotations

from tests.kit.chat import Chat
from tests.stories.test_roles_swaps import accepted
from tests.stories.test_roles_turn import founded, started


async def test_a_turn_that_nobody_has_is_worth_a_nudge(chat: Chat) -> None:
    """Vacant, with its days; once somebody has it, it is not (11, role vacant)."""
    await founded(chat)
    await chat.eve.types('/role away "for 60 days"')
    await chat.ann.types("/role new welcome pool:@Eve")
    await chat.ann.presses("Publish")
    await chat.ann.types("/ronde nudges")
    assert "Welcome: nobody has this turn" in chat.ann.told
    await chat.dan.presses("I’ll do it", on=chat.channel.find("Who would like to?"))
    await chat.ann.types("/ronde nudges")
    assert "nobody has this turn" not in chat.ann.told


async def test_a_question_without_an_answer_is_worth_one_near_its_start(chat: Chat) -> None:
    """Five days before nobody has said yes: whoever answers for the community hears of it (11)."""
    await founded(chat)
    await started(chat)
    await chat.passes(days=4)
    await chat.ann.types("/ronde nudges")
    assert "nobody has said yes yet" not in chat.ann.told
    await chat.passes(days=4)
    await chat.ann.types("/ronde nudges")
    assert "Facilitation: nobody has said yes yet" in chat.ann.told


async def test_a_missing_handover_is_worth_one_after_two_days(chat: Chat) -> None:
    """Neither a note nor a tick two days after the end; a note ends it (11, handover missing; 7.A8)."""
    holder, _ = await accepted(chat)
    await chat.passes(days=43)  # 27 January: the turn ended on the 25th, less than two days ago
    await chat.ann.types("/ronde nudges")
    assert "was passed on" not in chat.ann.told
    await chat.passes(days=2)
    await chat.ann.types("/ronde nudges")
    assert "neither a tick nor a line was passed on" in chat.ann.told
    message = next(m for m in holder.inbox if "Passing it on" in m)
    await holder.presses("Write three lines", on=message)
    await holder.fills(going="All is well.")
    await chat.ann.types("/ronde nudges")
    assert "was passed on" not in chat.ann.told


async def test_an_absent_holder_is_stood_in_for_by_the_next(chat: Chat) -> None:
    """Away: the next term's accepted holder hears it; both away: a coordinator (11.A1)."""
    people = await founded(chat)
    line = '/role new facilitation term:10-days pool:"Cleo, Dan" start:2026-12-14'
    await chat.ann.types(line)
    await chat.ann.presses("Publish")
    for one in (chat.cleo, chat.dan):
        await one.types("/role")
        await one.presses("Open: Facilitation", on=one.told)
        await one.presses("Yes, I’ll do it", on=one.told)
    await chat.passes(days=3)
    await chat.eve.types("/ronde nudges")
    now = next(one for one in people if f"I tell {one.persona.name}" in chat.eve.told)
    after = chat.dan if now is chat.cleo else chat.cleo
    assert now in (chat.cleo, chat.dan)

    await now.types('/role away "for 4 days"')
    await chat.eve.types("/ronde nudges")
    assert f"I tell {after.persona.name}" in chat.eve.told
    await after.types('/role away "for 4 days"')
    await chat.eve.types("/ronde nudges")
    assert "I tell Ann" in chat.eve.told
