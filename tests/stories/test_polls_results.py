"""When counts are seen, who sees names, and what a file tells: no more than the card."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone


async def test_after_vote_shows_counts_to_voters_privately(chat: Chat) -> None:
    """`results:after-vote`: no counts before my vote, private ones after it (1.A5)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:after-vote')
    await chat.ben.presses("Soup")
    assert "Soup · 1 vote" in chat.ben.told
    assert "You see the counts once you have voted" in chat.channel.newest

    poll = chat.channel.newest
    assert "Soup ·" not in poll
    assert "1 voted" in poll
    await chat.cleo.types("/poll show 1")
    assert "1 voted" in chat.cleo.told
    assert "Soup ·" not in chat.cleo.told
    await chat.ben.types("/poll show 1")
    assert "Soup · 1 vote" in chat.ben.told


async def test_at_close_shows_counts_to_nobody_before_the_end(chat: Chat) -> None:
    """`results:at-close`: nobody sees counts, author included; then everybody does (1.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:at-close')
    await chat.ben.presses("Soup")
    await chat.ann.presses("Soup")
    await chat.ann.types("/poll show 1")
    for seen in (chat.channel.newest, chat.ben.told, chat.ann.told):
        assert "Soup ·" not in seen
    assert "2 voted" in chat.channel.newest
    assert "2 voted" in chat.ann.told

    await chat.passes(days=8)
    assert "Soup · 2 votes" in chat.channel.find("Soup · ")


async def test_a_vote_under_hidden_results_is_answered_privately(chat: Chat) -> None:
    """Where the card cannot show it, a private line says what was chosen."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:at-close')
    await chat.ben.presses("Soup")

    assert "Your choice: Soup" in chat.ben.told
    await chat.ben.presses("Withdraw my vote")
    assert "0 voted" in chat.channel.newest


async def test_an_open_poll_with_hidden_results_is_not_exported(chat: Chat) -> None:
    """A file would tell what the card hides (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:at-close')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll export 1")

    assert "once the poll is closed" in chat.ann.told
    assert not chat.ann.told.files


async def test_hidden_names_are_shown_nowhere(chat: Chat) -> None:
    """`names:hidden`: nobody reads who chose what, and the card says what the server knows (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll show 1")
    assert "Ben" not in chat.ann.told
    assert "Ben" not in chat.channel.newest
    assert "The server could link votes to people" in chat.channel.newest


async def test_the_export_of_hidden_names_holds_totals_only(chat: Chat) -> None:
    """A file of a poll with hidden names has no part by person (1.A15)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    for kind in ("csv", "json"):
        await chat.ann.types(f"/poll export 1 format:{kind}")
        content = exported(chat.ann)
        assert "Soup" in content
        assert "Ben" not in content


async def test_the_export_of_shown_names_tells_who_chose_what(chat: Chat) -> None:
    """Where names are shown, the file holds them too (1.A15)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" names:shown')
    await chat.ben.presses("Soup")
    for kind in ("csv", "json"):
        await chat.ann.types(f"/poll export 1 format:{kind}")
        assert "Ben" in exported(chat.ann)


def exported(who: Someone) -> str:
    """The file that somebody was given last, or its words where the platform shows them as text."""
    files = who.told.files or next((s.files for s in reversed(who.inbox) if s.files), ())
    return files[0][1].decode("utf-8-sig") if files else who.told.text
