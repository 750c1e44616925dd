"""Where something is shared: in a channel without the bot, and in direct messages."""

from __future__ import annotations

from tests.kit.chat import Chat

GUIDE = "https://example.org/guide"


async def test_what_is_shared_where_the_bot_is_not_waits(chat: Chat) -> None:
    """The line is kept; once the bot is invited, one press keeps it and shows it (R6)."""
    await chat.founded()
    chat.wire.shuts("general")
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation" #adults')
    assert "Your text is kept." in chat.ann.told
    waiting = chat.ann.told
    await chat.ann.types("/find peer")
    assert "Nothing here yet" in chat.ann.told
    chat.wire.admits("general")
    await chat.ann.presses("Publish", on=waiting)

    assert "Peer evaluation" in chat.channel.newest
    assert "#adults" in chat.channel.newest


async def test_finding_works_where_the_bot_is_not(chat: Chat) -> None:
    """A private answer needs no membership."""
    await chat.founded()
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"')
    chat.wire.shuts("general")
    await chat.ann.types("/find peer")

    assert "1 resource found" in chat.ann.told


async def test_what_is_shared_in_direct_messages_is_previewed(chat: Chat) -> None:
    """Where no channel is named, nothing is shown before it is said in which."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types(f'/share {GUIDE} "Peer evaluation"', place="direct")
    assert len(chat.channel.messages) == before
    assert "Peer evaluation" in chat.ann.told
    await chat.ann.presses("Publish", on=chat.ann.told)

    assert "Peer evaluation" in chat.channel.newest
