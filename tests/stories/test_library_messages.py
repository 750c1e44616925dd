"""Keeping a message: once, in the words of who wrote it, and with their knowledge."""

from __future__ import annotations

from tests.kit.chat import Chat

GUIDE = "https://example.org/guide"
SAID = "Opening a session.\nTwo minutes of silence."


async def test_a_message_kept_twice_is_one_note(chat: Chat) -> None:
    """The second time shows the first, and counts as a recommendation (8.A2, 8.A4)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.uses("Keep in the library", SAID, "Ben")
    await chat.cleo.uses("Keep in the library", SAID, "Ben")
    assert "Opening a session is in the library already: Ben shared it" in chat.cleo.told
    assert "What you typed is kept" not in chat.cleo.told
    await chat.ann.types("/share list")

    assert "Newest · 1 resource" in chat.ann.told


async def test_a_note_typed_twice_is_one_note(chat: Chat) -> None:
    """A second line with the same words makes nothing new (8.A2)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share "How we open" "Silence, then a round."')
    before = len(chat.channel.messages)
    await chat.ben.types('/share "How we open" "Silence, then a round."')

    assert len(chat.channel.messages) == before
    assert "How we open is in the library already: Ann shared it" in chat.ben.told


async def test_who_keeps_learns_who_is_told(chat: Chat) -> None:
    """The answer names the author and what they can do; the title ends without a full stop."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", SAID, "Ben")
    assert "Opening a session is in the library." in chat.ann.told
    assert "Ben is credited, gets a message about it" in chat.ann.told
    await chat.ann.uses("Keep in the library", "My own words\nin two lines", "Ann")

    assert "is credited" not in chat.ann.told


async def test_a_very_long_message_says_that_it_goes_on(chat: Chat) -> None:
    """What a note cannot hold ends with an ellipsis, and nothing is refused."""
    await chat.founded(chat.ben)
    await chat.ann.uses("Keep in the library", "A long story" + "\nand so on" * 180, "Ben")
    await chat.ann.presses("Show it in the channel", on=chat.ann.told)

    assert "A long story" in chat.channel.newest
    assert "…" in chat.channel.newest


async def test_what_was_typed_for_a_known_link_waits(chat: Chat) -> None:
    """The answer says so; a remark in quotes is no title any more, it is a note (8.A2)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"')
    await chat.ben.types(f"/share {GUIDE}")
    assert "What you typed is kept" not in chat.ben.told
    await chat.ben.types(f'/share {GUIDE} "Great with beginners" #adults')
    assert "What you typed is kept" in chat.ben.told
    await chat.ben.presses("Add my note or tags", on=chat.ben.told)

    assert chat.ben.form is not None
    assert chat.ben.form.values["note"] == "Great with beginners"
    assert chat.ben.form.values["tags"] == "#adults"


async def test_what_is_kept_says_so_of_the_library(chat: Chat) -> None:
    """`/ronde data` names what is shared, what others keep of me, and what is asked of the web."""
    await chat.founded(chat.ines)
    await chat.ann.types("/ronde data")
    assert "a message of yours that a member keeps" in chat.ann.told
    assert "the page of a shared link is asked for" in chat.ann.told
    await chat.ines.types("/ronde donnees")

    assert "un message de vous qu’un membre y garde" in chat.ines.told


async def test_who_is_no_member_is_told_and_may_take_it_back(chat: Chat) -> None:
    """Words belong to who wrote them, whether or not they have joined (8.A4)."""
    await chat.founded(chat.cleo)
    await chat.ann.uses("Keep in the library", "Opening a session\nTwo minutes.", "Ben")
    await chat.passes(days=1)
    told = [m for m in chat.ben.inbox if "kept something you wrote" in m]
    assert len(told) == 1
    await chat.ben.presses("Take it back", on=told[0])
    assert "no longer in the library" in chat.ben.told
    await chat.ann.types("/find session")
    assert "Nothing here yet" in chat.ann.told
