"""I recommend it, I tried it, I'll try it, it is still good: one press each, and what comes of it."""

from __future__ import annotations

from tests.kit.chat import Chat


async def test_tried_counts_once_a_person_and_a_month(chat: Chat) -> None:
    """The second press of the month says so; next month it counts again."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ben.presses("I tried it", on=chat.channel.newest)
    assert "Noted: you tried Opening rounds." in chat.ben.told
    assert "tried once" in chat.channel.newest
    await chat.ben.presses("I tried it", on=chat.channel.newest)
    assert "said so already" in chat.ben.told
    assert "tried once" in chat.channel.newest
    await chat.passes(days=35)
    await chat.ben.presses("I tried it", on=chat.channel.newest)

    assert "tried 2 times" in chat.channel.newest


async def test_ones_own_use_is_kept_apart(chat: Chat) -> None:
    """Who shared it may try it, and it ranks no higher for that."""
    await chat.founded()
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ann.presses("I tried it", on=chat.channel.newest)

    assert "counted apart" in chat.ann.told
    await chat.ann.presses("More", on=chat.channel.newest)
    assert "tried by who shared it" in chat.ann.told
    assert "tried" not in "".join(chat.channel.newest.lines)


async def test_meaning_to_try_is_noted_until_it_was_tried(chat: Chat) -> None:
    """ "I'll try it" is counted by people, not by presses, and is over once they tried."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ben.presses("I'll try it", on=chat.channel.newest)
    assert "you mean to try Opening rounds" in chat.ben.told
    await chat.cleo.presses("I'll try it", on=chat.channel.newest)
    await chat.passes(days=35)
    await chat.ben.presses("I'll try it", on=chat.channel.newest)
    await chat.ben.presses("More", on=chat.channel.newest)
    assert "2 people plan to" in chat.ben.told
    await chat.ben.presses("I tried it", on=chat.channel.newest)
    await chat.ben.presses("More", on=chat.channel.newest)

    assert "tried once · 1 person plans to" in chat.ben.told


async def test_still_good_says_since_when(chat: Chat) -> None:
    """Whoever looked again sees that it counted, and so does everybody else (9.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ann.presses("More", on=chat.channel.newest)
    assert "found still good" not in chat.ann.told
    await chat.passes(days=2)
    await chat.ann.presses("Still good", on=chat.ann.told)
    assert "found still good on" in chat.ann.told
    await chat.ben.presses("More", on=chat.channel.newest)

    assert "found still good on" in chat.ben.told


async def test_a_recommendation_can_be_taken_back(chat: Chat) -> None:
    """Counted once, shown by name in the details, and gone again by one press."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ben.presses("I recommend it", on=chat.channel.newest)
    await chat.ben.presses("I recommend it · 1", on=chat.channel.newest)
    assert "You recommend Opening rounds already" in chat.ben.told
    await chat.ann.presses("More", on=chat.channel.newest)
    assert "Recommended by Ben" in chat.ann.told
    await chat.ben.presses("More", on=chat.channel.newest)
    await chat.ben.presses("Take my recommendation back", on=chat.ben.told)

    assert "I recommend it" in chat.channel.newest.buttons


async def test_strangers_are_asked_in_first(chat: Chat) -> None:
    """The library is the members'."""
    await chat.founded()
    await chat.ann.types('/share https://example.org/one "Opening rounds"')
    await chat.ben.presses("More", on=chat.channel.newest)

    assert "I'm in" in chat.ben.told.buttons
