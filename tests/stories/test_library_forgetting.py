"""What is deleted or taken back goes: out of the lists, out of reach of others, and for good."""

from __future__ import annotations

from tests.kit.chat import Chat

GUIDE = "https://example.org/guide"
SAID = "Opening a session\nTwo minutes."


async def test_what_is_restored_is_shown_again_in_its_channel(chat: Chat) -> None:
    """Its card comes back with it (8.A8)."""
    await chat.founded(chat.ben)
    await chat.ben.types(f'/share {GUIDE} "One"')
    await chat.ben.presses("Delete", on=chat.ben.told)
    assert not any("n° 1" in m for m in chat.channel.messages)
    await chat.ben.presses("Restore", on=chat.ben.told)

    assert any("One" in m and "n° 1" in m for m in chat.channel.messages)


async def test_what_was_forgotten_lends_its_place_to_nothing_else(chat: Chat) -> None:
    """After thirty days in the bin, the next resource has its own number, card and buttons."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "One"')
    old = chat.channel.newest
    await chat.ben.presses("More", on=old)
    more = chat.ben.told
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.passes(days=31)
    await chat.ann.types('/share https://example.org/two "Two"')

    assert "Two" in chat.channel.newest
    assert "n° 2" in chat.channel.newest
    await chat.ben.presses("I tried it", on=more)
    assert "Two" not in chat.ben.told
    assert "tried once" not in chat.channel.newest


async def test_words_taken_back_come_back_through_nobody(chat: Chat) -> None:
    """Neither who kept them, nor whoever looks after the library, can restore them (8.A4)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.uses("Keep in the library", f"{GUIDE} between us", "Ben")
    await chat.passes(days=1)
    told = next(m for m in chat.ben.inbox if "kept something you wrote" in m)
    await chat.ben.presses("Take it back", on=told)
    assert "no longer in the library" in chat.ben.told
    assert not any("between us" in m for m in chat.ben.inbox)
    await chat.ann.types("/share list bin")
    assert "Guide" not in chat.ann.told
    await chat.cleo.types(f'/share {GUIDE} "Mine"')

    assert "Mine is in the library, and shown in" in chat.cleo.told
    assert "shared by Cleo" in chat.channel.newest
    assert "between us" not in chat.channel.newest


async def test_words_can_be_taken_back_out_of_the_bin(chat: Chat) -> None:
    """That somebody else deleted them is no reason to leave them there (8.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", SAID, "Ben")
    kept = chat.ann.told
    await chat.passes(days=1)
    told = next(m for m in chat.ben.inbox if "kept something you wrote" in m)
    await chat.ann.presses("Delete", on=kept)
    await chat.ben.presses("Take it back", on=told)
    await chat.ann.types("/share list bin")

    assert "Opening a session" not in chat.ann.told


async def test_what_somebody_shared_stays_when_they_leave(chat: Chat) -> None:
    """Credited as before, found as before, and looked after by whoever facilitates (R8)."""
    await chat.founded(chat.ben)
    await chat.ben.types(f'/share {GUIDE} "One"')
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community", on=chat.ben.told)
    await chat.ann.types("/find one")
    assert "Ben" in chat.ann.told
    await chat.ann.presses("Open 1", on=chat.ann.told)
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(title="Still here")

    assert "Still here" in chat.channel.find("n° 1")
    assert "shared by Ben" in chat.channel.find("n° 1")
