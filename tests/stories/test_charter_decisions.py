"""The charter and objectives, put to decisions: what takes effect is what was decided."""

from __future__ import annotations

from tests.kit.charter import drafted, edits
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

CONSENT = "Consent"


async def put(who: Someone) -> None:
    """The draft of the charter is kept as it is, and put to a decision."""
    await who.types("/charter adopt")
    await who.presses("Put it to a decision", on=who.told)


async def opens(who: Someone, on: Shown) -> None:
    """The round is opened, for a week."""
    await who.presses("Open the consent round", on=on)
    await who.fills(until="+7d")


async def agree(chat: Chat, title: str, *people: Someone) -> None:
    """All of them consent."""
    for one in people:
        await one.presses(CONSENT, on=chat.channel.find(title))


async def test_the_charter_is_adopted_as_it_was_decided(chat: Chat) -> None:
    """Draft, decision, other words in v2, adopted: what is in force is v2's text (15.A4, 16.A2)."""
    everyone = (chat.ann, chat.ben, chat.cleo)
    await chat.founded(chat.ben, chat.cleo)
    await drafted(chat, why="To learn together.")
    await put(chat.ann)
    form = chat.ann.form
    assert form is not None
    assert "words" not in form.values
    await chat.ann.fills()
    assert "To learn together." in chat.ann.told
    await chat.ann.presses("Publish")
    proposal = "Proposal: Charter, version 1"
    assert "To learn together." in chat.channel.find(proposal)

    await put(chat.ben)
    assert "This is being decided already." in chat.ben.told
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Change the words", on=chat.ann.told)
    assert chat.ann.form is None
    assert "Change it where it belongs" in chat.ann.told

    await edits(chat.ann, "why", "To learn from each other.")
    await put(chat.ben)
    assert "This is being decided already." in chat.ben.told
    assert "To learn together." in chat.channel.find(proposal)
    await put(chat.ann)
    assert "version 2" in chat.ann.told
    assert "To learn from each other." in chat.channel.find(proposal)

    await opens(chat.ann, chat.channel.find(proposal))
    await agree(chat, "Consent round: Charter", chat.ben, chat.cleo)
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Amend", on=chat.ann.told)
    assert chat.ann.form is None
    assert "Change it where it belongs" in chat.ann.told
    await edits(chat.ann, "why", "To learn from each other, slowly.")
    await put(chat.ann)
    await chat.ann.fills()
    assert "slowly" in chat.ann.told
    await chat.ann.presses("Publish")
    await edits(chat.ann, "why", "A draft that nobody decided.")

    newest = chat.channel.find("Consent round: Charter")
    assert "slowly" in newest
    assert "0 of 3 answered" in newest
    await agree(chat, "Consent round: Charter", *everyone)
    await chat.passes(days=8)
    assert "Adopted: D-2026-001, version 3." in chat.channel.find("Consent round: D-2026-001")
    await chat.cleo.types("/charter")
    assert "Version: 1, adopted on" in chat.cleo.told
    await chat.cleo.presses("Read it", on=chat.cleo.told)
    assert "To learn from each other, slowly." in chat.cleo.told
    await chat.ann.types("/decide show 1")
    assert "did not follow" not in chat.ann.told


async def test_a_decision_stands_though_nothing_follows(chat: Chat) -> None:
    """An objective that is not as it was decided is not adopted with it: that is said (15.A2, 10.A6)."""
    everyone = (chat.ann, chat.ben, chat.cleo)
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/goal new "Share what works" target:"2 → 5"')
    await chat.ann.presses("Publish")
    await chat.ann.presses("Details", on=chat.channel.newest)
    await chat.ann.presses("Put to a decision", on=chat.ann.told)
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await opens(chat.ann, chat.channel.find("Proposal: Adopt the objective"))
    await agree(chat, "Consent round: Adopt the objective", *everyone)
    await chat.passes(days=6)
    await chat.ann.types("/goal review 1")
    await chat.ann.presses("Rewrite", on=chat.ann.told)
    await chat.ann.fills(sentence="Share everything", why="Bolder.")
    await chat.passes(days=1)
    result = chat.channel.find("Outcome: D-2026-001")
    assert "did not follow" in result
    card = chat.channel.find("Share everything")
    assert "In force since" not in card
