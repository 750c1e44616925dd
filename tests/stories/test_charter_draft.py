"""The charter's draft: five sentences, sections, suggestions, two who write at once, adoption."""

from __future__ import annotations

import re

from tests.kit.charter import adopts, drafted, edits, presses
from tests.kit.chat import Chat


async def test_from_five_sentences_to_a_version(chat: Chat) -> None:
    """The template's ten sections, drafted by several, adopted as they were decided on (16.A1, 16.A2)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types("/charter")
    assert "There is no charter yet" in chat.ben.told
    await chat.ben.presses("Write five sentences", on=chat.ben.told)
    assert chat.ben.form is not None
    assert "Trainers brings us together for sharing what works" in chat.ben.form.values["why"]
    await chat.ben.fills(rhythm="We meet every month.", decide="By consent.")
    for title in ("Why we exist", "For whom", "Our objectives", "Roles and terms", "Our rhythm"):
        assert title in chat.ben.told
    for title in (
        "Sharing and",
        "How we decide",
        "How we treat",
        "What is recorded",
        "How we review",
    ):
        assert title in chat.ben.told
    assert "5 of 10 sections" in chat.channel.newest

    await chat.cleo.presses("Read and write", on=chat.channel.newest)
    await chat.cleo.picks("How we treat each other", on=chat.cleo.told)
    assert "speak for ourselves" in chat.cleo.told  # the proposed text
    await chat.cleo.presses("Take this text", on=chat.cleo.told)
    assert "6 of 10 sections" in chat.channel.newest

    await chat.cleo.presses("Suggest", on=chat.cleo.told)
    await chat.cleo.fills(words="We listen to the end.")
    assert "1 suggestion" in chat.channel.newest
    await chat.ben.types("/charter draft conduct")
    assert "by Cleo" in chat.ben.told
    await chat.ben.presses("Take suggestion 1", on=chat.ben.told)
    assert "Suggestion 1" not in chat.ben.told
    assert "We listen to the end." in chat.ben.told

    await chat.ann.types("/charter adopt")
    assert "6 sections are kept as they stand now" in chat.ann.told
    assert "Put it to a decision" in chat.ann.told.buttons
    await edits(chat.ben, "rhythm", "We meet every week.")  # too late for this decision
    await chat.cleo.types("/charter draft")
    assert "The draft has changed since" in chat.cleo.told
    await presses(chat, "charter.adopted:1")
    await presses(chat, "charter.adopted:1")  # a second decision on the same text
    adopted = [card for card in chat.channel.messages if "Our charter is adopted" in card]
    assert len(adopted) == 1
    assert "Version: 1, adopted on" in adopted[0]
    await chat.cleo.presses("Read it", on=adopted[0])
    assert "We meet every month." in chat.cleo.told
    assert "every week" not in chat.cleo.told
    assert re.search("[0-9a-f]{64}", chat.cleo.told.text)
    await chat.cleo.types("/charter diff")
    assert (
        "Reworded: “month.” became “week.”. It now reads: “We meet every week.”" in chat.cleo.told
    )


async def test_nothing_typed_is_lost_where_two_write_at_once(chat: Chat) -> None:
    """The second is told and shown both; a suggestion is judged by what is there (16.A2, bad input)."""
    await chat.founded(chat.ben, chat.cleo)
    await drafted(chat, rhythm="We meet every month.")
    for who in (chat.ben, chat.cleo):
        await who.types("/charter draft rhythm")
        await who.presses("Edit", on=who.told)
    await chat.ben.fills(words="We meet every week.")
    await chat.cleo.fills(words="We meet twice a year.")
    assert "Ben changed this section while you were writing" in chat.cleo.told
    assert "We meet every week." in chat.cleo.told
    assert "We meet twice a year." in chat.cleo.told

    both = chat.cleo.told
    await edits(chat.ann, "rhythm", "We meet every day.")
    await chat.cleo.presses("Take suggestion 1", on=both)
    assert "The section has changed since you saw it" in chat.cleo.told
    assert "We meet every day." in chat.cleo.told
    await chat.cleo.presses("Take suggestion 1", on=chat.cleo.told)
    assert "Last written by Cleo" in chat.cleo.told
    await chat.ann.types("/charter adopt")
    await chat.ben.types("/charter adopt")  # at once: one text, so one version
    await presses(chat, "charter.adopted:1")
    await chat.ben.types("/charter adopt")
    assert "there is nothing to adopt" in chat.ben.told
    await chat.ann.types("/charter diff 3")
    assert "There is no version 3" in chat.ann.told


async def test_only_slips_of_the_pen_go_without_a_decision(chat: Chat) -> None:
    """A correction keeps signatures, is the facilitator's, and is written down (16.A3)."""
    await chat.founded(chat.ben)
    await drafted(chat, rhythm="We meet every mounth.")
    await adopts(chat)
    await chat.ben.types("/charter sign")
    assert "You signed the charter, version 1" in chat.ben.told
    await edits(chat.ben, "rhythm", "We meet every month.")
    await chat.ben.types("/charter adopt minor")
    assert "facilitat" in chat.ben.told
    await chat.ann.types("/charter adopt minor")
    assert "signatures since version 1 hold" in chat.ann.told
    assert "by 1 of 1 active members" in chat.channel.find("put right")
    await chat.ben.types("/charter")
    assert "You signed it on" in chat.ben.told
    await edits(chat.ann, "rhythm", "")
    await chat.ann.types("/charter adopt minor")
    assert "more than a correction" in chat.ann.told
