"""Roles that turn: who is asked, who says yes or no, and what everybody sees of it."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone

PEOPLE = ("ann", "cleo", "dan", "eve")


async def founded(chat: Chat, *, days: int = 0) -> list[Someone]:
    """A community of four, on 12 December; with `days`, founded so long before."""
    people = [chat.cleo, chat.dan, chat.eve]
    chat.clock.move(days=40 - days)
    await chat.founded(*people)
    if days:
        await chat.passes(days=days)
    return [chat.ann, *people]


async def started(chat: Chat, line: str = "/role new facilitation term:1-month") -> None:
    """Ann lets a role turn."""
    await chat.ann.types(line)
    await chat.ann.presses("Publish")
    await chat.passes(days=3)


def asked(chat: Chat, people: list[Someone]) -> Someone:
    """Whoever is asked for a turn, in the order of the newest question."""
    found = [one for one in people if one.inbox and "Yes, I’ll do it" in one.inbox[-1].buttons]
    assert len(found) == 1, [[m.text for m in one.inbox] for one in people]
    return found[0]


async def test_a_role_is_made_previewed_and_asked_for(chat: Chat) -> None:
    """The preview says what it is and who is asked first; once published, that person is asked (6.A5)."""
    people = await founded(chat)
    await chat.ann.types("/role new facilitation term:1-month")
    preview = chat.ann.told
    assert "Keeps the community’s round going" in preview
    assert "1 month" in preview
    assert "everybody" in preview
    first = next(one for one in people if one.persona.name in preview)
    await chat.ann.presses("Publish")
    assert "Facilitation" in chat.channel.newest
    await chat.passes(days=3)

    assert asked(chat, people) is first
    await first.presses("Yes, I’ll do it")
    assert first.persona.name in chat.channel.find("Keeps the community’s round going")
    await chat.ann.types("/role")
    assert first.persona.name in chat.ann.told


async def test_no_is_free_and_the_next_one_is_asked(chat: Chat) -> None:
    """Declining asks the next candidate, is shown nowhere, and keeps one's place (6.A5)."""
    people = await founded(chat)
    await started(chat)
    first = asked(chat, people)
    await first.presses("Not this time")
    assert "your place in the round stays" in first.told
    await chat.passes(days=1)
    second = asked(chat, [one for one in people if one is not first])
    assert second is not first
    await second.presses("Yes, I’ll do it")

    await chat.ann.types("/role why facilitation")
    assert "declin" not in chat.ann.told.text.lower()
    assert first.persona.name in chat.ann.told  # among the unavailable, without a reason
    assert "Unavailable" in chat.ann.told
    await chat.ann.types("/role preview facilitation")
    after = chat.ann.told.text.split(second.persona.name)[1]
    assert after.index(first.persona.name) < len(after) // 2


async def test_silence_is_reminded_then_passed_on(chat: Chat) -> None:
    """Asked 14 days before, reminded at 7, and 5 days before the next one is asked (6.A5)."""
    people = await founded(chat)
    await started(chat)
    first = asked(chat, people)
    before = len(first.inbox)
    await chat.passes(days=5)
    assert len(first.inbox) == before + 1
    assert "Yes, I’ll do it" in first.inbox[-1].buttons
    await chat.passes(days=4)
    second = asked(chat, [one for one in people if one is not first])
    assert not [message for message in first.inbox if "Yes, I’ll do it" in message.buttons]

    await first.types("/role")
    assert second.persona.name in first.told


async def test_why_me_and_why_not(chat: Chat) -> None:
    """Load, last turn and whoever was skipped are said; so is why not somebody (6.A3)."""
    people = await founded(chat)
    await started(chat)
    first = asked(chat, people)
    await first.presses("Why me?")
    told = first.told
    assert "It is your turn" in told
    assert "None so far" in told
    assert "served least" in told
    other = next(one for one in people if one is not first)
    await first.picks(other.persona.name)
    assert "the lot decided" in first.told


async def test_somebody_away_is_unavailable_and_nobody_sees_why(chat: Chat) -> None:
    """An absence is shown as “unavailable”, its reason never (6.A3)."""
    people = await founded(chat)
    await chat.cleo.types('/role away "for 60 days"')
    await started(chat)
    first = asked(chat, people)
    assert first is not chat.cleo
    await chat.ann.types("/role why facilitation")
    assert "Unavailable" in chat.ann.told
    await chat.ann.types("/role why facilitation Cleo")
    assert "Cleo is unavailable then" in chat.ann.told
    assert "away" not in chat.ann.told.text


async def test_where_everybody_is_new_nobody_is(chat: Chat) -> None:
    """In a community's first month its members are asked; who comes later has days of grace (6.A1)."""
    await chat.founded(chat.cleo)
    await started(chat)
    first = asked(chat, [chat.ann, chat.cleo])
    await first.presses("Yes, I’ll do it")
    await chat.passes(days=38)
    await chat.dan.presses(chat.join_label)
    await chat.ann.types("/role why facilitation Dan")
    assert "Dan is new" in chat.ann.told
    await chat.dan.types("/role")
    await chat.dan.presses("Open: Facilitation", on=chat.dan.told)
    await chat.dan.presses("I’d like a turn", on=chat.dan.told)
    await chat.ann.types("/role why facilitation Dan")
    assert "Dan is new" not in chat.ann.told


async def test_the_next_four_turns_are_there_for_everybody(chat: Chat) -> None:
    """Any member sees the next four turns, each of them somebody else’s (6.A4)."""
    people = await founded(chat)
    await started(chat)
    await asked(chat, people).presses("Yes, I’ll do it")
    await chat.eve.types("/role preview facilitation")
    told = chat.eve.told.text
    assert all(one.persona.name in told for one in people)
    assert told.count("if they say yes") == 3


async def test_a_new_member_changes_nothing_that_is_accepted(chat: Chat) -> None:
    """Who joins comes into the round later: accepted turns stay (6.A8)."""
    people = await founded(chat)
    await started(chat)
    first = asked(chat, people)
    await first.presses("Yes, I’ll do it")
    await chat.ben.presses(chat.join_label)
    await chat.passes(days=2)
    await chat.ann.types("/role preview facilitation")
    assert first.persona.name in chat.ann.told.text.split("if they say yes")[0]
    told = [len(one.inbox) for one in people if one is not first]
    await chat.passes(days=1)
    assert told == [len(one.inbox) for one in people if one is not first]


async def test_nobody_eligible_leaves_it_vacant_and_calls(chat: Chat) -> None:
    """Everybody away: vacant; coordinator told; volunteers are called in the channel, last (6.A6, 6.A11)."""
    people = await founded(chat, days=32)  # younger ones hear of questions alone (R9)
    for one in people:
        await one.types('/role away "for 90 days"')
    await started(chat)
    call = chat.channel.find("Who would like to?")
    assert "I’ll do it" in call.buttons
    assert any("Nobody yet" in message for message in chat.ann.inbox)
    await chat.ann.types("/role")
    assert "nobody yet" in chat.ann.told

    await chat.ben.presses(chat.join_label)
    await chat.ben.presses("I’ll do it", on=chat.channel.find("Who would like to?"))
    assert "Ben takes it" in chat.channel.find("Who would like to?")
    await chat.dan.types("/role")
    assert "Ben" in chat.dan.told


async def test_two_volunteers_and_the_second_learns_who_has_it(chat: Chat) -> None:
    """The first press takes a vacant turn; the second is told so kindly (6.A11)."""
    await founded(chat)
    await chat.ann.types("/role new welcome pool:@Eve")
    await chat.eve.types('/role away "for 60 days"')
    await chat.ann.presses("Publish")
    call = chat.channel.find("Who would like to?")
    await chat.wire.presses(chat.cleo.persona, call, "I’ll do it")
    await chat.wire.presses(chat.dan.persona, call, "I’ll do it")  # before the card is redrawn
    await chat.settle()
    assert "Cleo has it already" in chat.dan.told


async def test_a_holder_who_leaves_is_followed_for_the_remainder(chat: Chat) -> None:
    """Mid-term the next candidate is asked for what remains; half a term or more counts (6.A7)."""
    people = await founded(chat)
    await started(chat)
    first = asked(chat, people)
    await first.presses("Yes, I’ll do it")
    await chat.passes(days=20)
    await leave(chat, first)
    await chat.passes(days=3)
    rest = [one for one in people if one is not first]
    second = asked(chat, rest)
    await second.presses("Yes, I’ll do it")
    await rest[0].types("/role history facilitation")
    told = rest[0].told
    assert f"{second.persona.name} 1" in told  # more than half of it remained
    assert f"{first.persona.name} 1" not in told


async def leave(chat: Chat, who: Someone) -> None:
    """Somebody leaves the community."""
    await who.types("/ronde")
    await who.presses("What is kept", on=who.told)
    await who.presses("Leave the community", on=who.told)
    assert "You have left" in who.told
