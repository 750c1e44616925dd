"""Signatures: a person and a version; renewed, taken back, asked of who is new; and the files."""

from __future__ import annotations

from tests.kit.charter import adopts, drafted, edits
from tests.kit.chat import Chat


async def test_a_signature_is_a_person_and_a_version(chat: Chat) -> None:
    """Once each; an old version offers the current one; signatories get the difference (16.A3, 16.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types("/charter sign")
    assert "No charter is in force" in chat.ben.told
    await drafted(chat, rhythm="We meet every month.")
    await adopts(chat)
    first = chat.channel.find("Our charter is adopted")
    await chat.ben.presses("Sign version 1", on=first)
    await chat.ben.presses("Sign version 1", on=first)
    assert "Your signature counts once" in chat.ben.told
    await chat.cleo.presses("Sign version 1", on=first)
    await chat.cleo.presses("Take my signature back", on=chat.cleo.told)
    await chat.cleo.presses("Sign version 1", on=first)
    assert "by 2 of 2 active members · 100%" in chat.channel.find("Our charter is adopted")
    await chat.cleo.types("/charter")
    assert "You signed it on" in chat.cleo.told

    before = len(chat.ben.inbox)
    await edits(chat.ann, "rhythm", "We meet every week.")
    await adopts(chat, 2)
    await chat.passes(days=1)
    assert len(chat.ben.inbox) == before + 1
    told = chat.ben.inbox[-1]
    assert "You signed version 1 of the charter" in told
    assert "“month.” became “week.”" in told
    assert "For whom" not in told  # the difference, not the whole text
    await chat.ann.types("/charter sign 1")
    assert "Version 1 is no longer in force" in chat.ann.told
    await chat.ann.presses("Sign version 2", on=chat.ann.told)
    await chat.cleo.types("/charter")
    assert "You signed version 1: your signature is to be renewed" in chat.cleo.told
    await chat.cleo.presses("Who signed", on=chat.cleo.told)
    assert "Signed by Ann" in chat.cleo.told
    assert "Still under an earlier version: Ben, Cleo" in chat.cleo.told
    await chat.ben.presses("Sign version 2", on=told)
    assert "by 2 of 3 active members · 67%" in chat.channel.find("version 2")

    assert "has taken the place of version 1" in chat.channel.find("has taken the place")


async def test_who_is_new_is_asked_twice_and_no_more(chat: Chat) -> None:
    """Asked on the day they join, reminded on day 7, and never barred from reading (16.A4)."""
    await chat.founded(chat.ben)
    await drafted(chat)
    await adopts(chat)
    await chat.cleo.presses(chat.join_label)
    await chat.dan.presses(chat.join_label)
    await chat.passes(days=1)
    assert "closes no door" in chat.cleo.inbox[-1]
    await chat.dan.presses("Sign version 1", on=chat.dan.inbox[-1])
    assert "You signed the charter" in chat.dan.inbox[-1]
    await chat.cleo.presses("Read it", on=chat.cleo.inbox[-1])
    assert "Why we exist" in chat.cleo.told
    await chat.passes(days=30)
    asked = [message for message in chat.cleo.inbox if "Sign version 1" in message.buttons]
    assert len(asked) == 2
    assert len([message for message in chat.dan.inbox if "charter" in message.text]) == 1


async def test_the_charter_as_a_file(chat: Chat) -> None:
    """Markdown, and one page that prints: words are shown as written, never taken for marks (16)."""
    await chat.founded(chat.ben)
    odd = "# <b>All</b> & *some*\n1. We meet."
    await drafted(chat, whom=odd)
    await adopts(chat)
    await chat.ben.types("/charter sign")
    await chat.ben.types("/charter")
    await chat.ben.presses("As Markdown", on=chat.ben.told)
    name, content = chat.ben.told.files[0]
    said = content.decode()
    assert name == "charter-1.md"
    assert "# Charter of Trainers" in said
    assert "## For whom\n\n\\# \\<b\\>All\\</b\\> & \\*some\\*  \n1\\. We meet." in said
    await chat.ben.types("/charter")
    await chat.ben.presses("To print", on=chat.ben.told)
    name, content = chat.ben.told.files[0]
    page = content.decode()
    assert name == "charter-1.html"
    assert "&lt;b&gt;All&lt;/b&gt; &amp; *some*" in page
    assert "@media print" in page
    assert "Signed by Ben" in page
    assert "http" not in page
    assert "<script" not in page


async def test_it_is_looked_at_again_and_retired_never_deleted(chat: Chat) -> None:
    """A review a year later, a nudge seven days before; retired, its text and signatures stay (10.A1)."""
    await chat.founded(chat.ben, chat.zoe)
    await drafted(chat)
    await adopts(chat)
    await chat.zoe.types("/charte signer")
    assert "Vous avez signé la charte, version 1" in chat.zoe.told
    await chat.ann.types("/charter")
    assert "2027" in chat.ann.told
    await chat.ann.presses("Day of the review", on=chat.ann.told)
    await chat.ann.fills(day="in 20 days")
    await chat.ann.types("/ronde nudges")
    assert "is to be looked at again" not in chat.ann.told
    await chat.passes(days=14)
    await chat.ann.types("/ronde nudges")
    assert "is to be looked at again" in chat.ann.told
    await chat.ben.types("/charter")
    assert "Retire the charter" not in chat.ben.told.buttons
    await chat.ann.types("/charter")
    await chat.ann.presses("Retire the charter", on=chat.ann.told)
    await chat.ben.types("/charter sign 1")
    assert "No charter is in force" in chat.ben.told
    await chat.ben.types("/charter")
    assert "was retired" in chat.ben.told
    await chat.ben.presses("Who signed", on=chat.ben.told)
    assert "Signed by Zoé" in chat.ben.told
    await adopts(chat, 2)
    assert "version 2" in chat.channel.find("Our charter is adopted")
