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
    assert "What is being decided is still the old one" in chat.ann.told
    await chat.passes(days=1)
    result = chat.channel.find("Outcome: D-2026-001")
    assert "did not follow" in result
    assert "In force from" in chat.channel.find("Objective · Share everything")
    await ends(chat, "D-2026-001", "It was rewritten.")
    await chat.passes(days=7)
    assert "In force since" in chat.channel.find("Objective · Share everything")


async def goal_put(chat: Chat) -> None:
    """An objective of Ann's is put to a decision, three days after it was posted."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/goal new "Share what works" target:"2 → 5"')
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    await chat.cleo.presses("I object", on=chat.channel.newest)
    await chat.cleo.fills(why="Share with whom?")
    await chat.ann.types("/ronde")
    assert "An objection to “Share what works” waits" in chat.ann.told
    await chat.ben.presses("I object", on=chat.channel.newest)
    await chat.ann.presses("Details", on=chat.channel.newest)
    await chat.ann.presses("Put to a decision", on=chat.ann.told)
    await chat.ann.fills(title="Do we share?", quorum="50 %")
    await chat.ann.presses("Publish")
    assert "with a quorum of 50%." in chat.ann.told
    assert "Proposal: Do we share?" in chat.channel.newest


async def test_silence_settles_nothing_that_is_being_decided(chat: Chat) -> None:
    """While a proposal about it is under way, an objective waits; withdrawn, it has its week (10.A6, 15.A2)."""
    await goal_put(chat)
    goal = "Objective · Share what works"
    await chat.ben.fills(why="I was writing this meanwhile.")
    await chat.ann.types("/ronde")
    assert "An objection to" not in chat.ann.told
    assert "object in its consent round" in chat.ben.told
    assert "Put to a decision: that settles it, and silence does not" in chat.channel.find(goal)
    await chat.ben.types("/goal list")
    assert "Put to a decision" in chat.ben.told
    card = chat.channel.find(goal)
    assert "I object" not in card.buttons
    await chat.ben.presses("See the decision", on=card)
    assert "Do we share?" in chat.ben.told
    await chat.passes(days=10)
    assert "Put to a decision" in chat.channel.find(goal)
    await opens(chat.ann, chat.channel.find("Proposal: Do we share?"))
    await chat.passes(days=8)
    assert "Not decided" in chat.channel.find("Consent round: Do we share?")
    assert "Put to a decision" in chat.channel.find(goal)

    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Withdraw", on=chat.ann.told)
    assert "Waits for the answer to 1 objection" in chat.channel.find(goal)
    await chat.cleo.presses("Details", on=chat.channel.find(goal))
    await chat.cleo.presses("Take my objection back", on=chat.cleo.told)
    assert "In force from Monday 30 November 2026" in chat.channel.find(goal)
    await chat.passes(days=6)
    assert "In force from" in chat.channel.find(goal)
    await chat.passes(days=1)
    assert "In force since Monday 30 November 2026" in chat.channel.find(goal)


async def ends(chat: Chat, code: str, why: str) -> None:
    """Everybody consents to end what is in force."""
    await chat.ann.types(f"/decide show {code}")
    await chat.ann.presses("Propose to end it", on=chat.ann.told)
    await chat.ann.fills(words=why, until="+7d")
    await agree(chat, f"Consent round: {code}", chat.ann, chat.ben, chat.cleo)
    await chat.passes(days=8)
    assert f"Ended by consent: {code}." in chat.channel.find(f"Consent round: {code}")


async def test_an_objective_ends_with_its_decision(chat: Chat) -> None:
    """Adopted by a decision, it is retired as that is ended, and says by which (15.A7, 10.A6)."""
    await goal_put(chat)
    await opens(chat.ann, chat.channel.find("Proposal: Do we share?"))
    await agree(chat, "Consent round: Do we share?", chat.ann, chat.ben, chat.cleo)
    await chat.passes(days=8)
    assert "In force since" in chat.channel.find("Objective · Share what works")
    await ends(chat, "D-2026-001", "Done.")
    card = chat.channel.find("Objective · Share what works")
    assert "the decision “D-2026-001 Do we share?” was ended" in card


async def test_the_charter_ends_with_the_decision_that_adopted_it(chat: Chat) -> None:
    """Its version is retired with it, corrected or not; another one that followed stays (15.A7, 16.A2)."""
    everyone = (chat.ann, chat.ben, chat.cleo)
    await chat.founded(chat.ben, chat.cleo)
    await drafted(chat, why="To learn together.")
    for number, why in enumerate(("To learn from each other.", "To learn together, at last."), 1):
        await edits(chat.ann, "why", why)
        await put(chat.ann)
        await chat.ann.fills()
        await chat.ann.presses("Publish")
        await opens(chat.ann, chat.channel.find(f"Proposal: Charter, version {number}"))
        await agree(chat, f"Consent round: Charter, version {number}", *everyone)
        await chat.passes(days=8)
        assert f"version {number}" in chat.channel.find("Our charter is adopted")
    await ends(chat, "D-2026-001", "There is another.")
    await chat.ann.types("/charter")
    assert "retired" not in chat.ann.told
    await edits(chat.ann, "why", "To learn together, at least.")
    await chat.ann.types("/charter adopt minor")
    await ends(chat, "D-2026-002", "Nobody reads it.")
    await chat.ann.types("/charter")
    assert "This charter was retired on" in chat.ann.told
    assert "Version: 3, adopted on" in chat.ann.told
    await chat.ann.types("/decide show D-2026-002")
    assert "About: version 2, retired on" in chat.ann.told
