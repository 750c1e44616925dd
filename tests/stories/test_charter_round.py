"""The co-definition round: why, what and how, answered in private, grouped by hand, ranked by dots."""

from __future__ import annotations

from datetime import timedelta

from bot.features.charter.answers import Answer
from bot.features.charter.rules import QUESTIONS
from storage.database import Work
from storage.people import Member, Person
from tests.kit.charter import drafted
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving


async def opened(chat: Chat, until: str = "") -> None:
    """Ann asks everybody first, for seven days unless she says otherwise."""
    await chat.ann.types("/charter")
    await chat.ann.presses("Ask everybody first", on=chat.ann.told)
    await chat.ann.fills(until=until)
    await chat.ann.presses("Publish", on=chat.ann.told)


async def answers(who: Someone, **words: str) -> None:
    """Somebody answers."""
    await who.presses("Answer")
    await who.fills(**words)


async def group(chat: Chat, question: str, name: str, *members: str) -> None:
    """Ann makes a group, and puts answers into it."""
    await chat.ann.types("/charter")
    await chat.ann.presses("Group the answers", on=chat.ann.told)
    await chat.ann.presses(f"New group: {question}", on=chat.ann.told)
    await chat.ann.fills(name=name)
    await chat.ann.picks(*members, on=chat.ann.told)


async def test_from_answers_to_the_draft(chat: Chat) -> None:
    """Private until the end, counts alone; then all at once, grouped, ranked, and in the draft (16)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await opened(chat, "2026-11-12 18:00")
    card = chat.channel.find("three questions to each of us")
    await answers(chat.ben, why="To be less alone", how="By consent")
    await answers(chat.cleo, why="Solitude", what="A library")
    assert "2 people answered · 4 members" in chat.channel.find("three questions")
    assert "alone" not in chat.channel.find("three questions")
    await chat.ben.presses("Answer")
    assert chat.ben.form is not None
    assert chat.ben.form.values["why"] == "To be less alone"
    await chat.ben.fills(why="Being less alone", how="By consent")
    await chat.ben.types("/charter")
    assert "Read all answers" not in chat.ben.told.buttons
    await chat.passes(days=10)
    waiting = "Your answer is awaited"
    assert [waiting in str([m.text for m in who.inbox]) for who in (chat.dan, chat.ben)] == [
        True,
        False,
    ]
    await chat.dan.presses("Answer", on=card)
    await chat.passes(hours=9)

    await chat.dan.fills(why="Too late")
    assert "takes no answers any more" in chat.dan.told
    await chat.dan.presses("Read all answers")
    assert "– Being less alone\n– Solitude" in chat.dan.told
    assert "Ben" not in chat.dan.told
    await chat.dan.types("/charter")
    assert "Group the answers" not in chat.dan.told.buttons

    await group(chat, "why", "Not alone", "Being less alone", "Solitude")
    assert "Every answer is in a group" in chat.ann.told
    await group(chat, "what", "Shared library", "A library")
    await group(chat, "how", "Consent", "By consent")
    await chat.ann.presses("New group: how", on=await _desk(chat))
    await chat.ann.fills(name="consent")
    assert "is a group already" in str(chat.ann.form)
    await chat.ann.presses("Ask for the dots", on=await _desk(chat))

    await chat.ben.presses("Put my dots", on=chat.channel.find("three dots"))
    await chat.ben.picks("Not alone", "Consent", on=chat.ben.told)
    assert "Your dots: Not alone, Consent" in chat.ben.told
    await chat.ben.picks("Not alone", on=chat.ben.told)
    await chat.cleo.presses("Put my dots", on=chat.channel.find("three dots"))
    await chat.cleo.picks("Not alone", "Shared library", on=chat.cleo.told)
    assert "2 people put dots · 4 members" in chat.channel.find("three dots")
    assert "1 dot" not in chat.channel.find("three dots")
    await chat.passes(days=8)
    over = chat.channel.find("The round is over")
    assert "Not alone · 2 dots" in over
    assert "Consent · 0 dots" in over
    await chat.ben.types("/charter draft why")
    assert "We are here for:\n– Not alone" in chat.ben.told
    await chat.ben.types("/charter draft objectives")
    assert "– Shared library" in chat.ben.told


async def _desk(chat: Chat) -> Shown:
    await chat.ann.types("/charter")
    await chat.ann.presses("Group the answers", on=chat.ann.told)
    return chat.ann.told


async def test_what_is_written_already_is_only_suggested_to(chat: Chat) -> None:
    """The outcome replaces nobody's words; who leaves mid-round is followed by the counts (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await opened(chat)
    await drafted(chat, why="We like it here.")
    await answers(chat.ben, why="Practice")
    await answers(chat.cleo, why="Peers")
    await leaving(chat, chat.cleo)
    assert "2 people answered · 2 members" in chat.channel.find("three questions")
    await chat.ann.types("/charter")
    await chat.ann.presses("End it now", on=chat.ann.told)
    await group(chat, "why", "Practice", "Practice")
    await group(chat, "why", "Peers", "Peers")
    await chat.ann.presses("Ask for the dots", on=await _desk(chat))
    await chat.ben.presses("Put my dots")
    await chat.ben.picks("Peers", on=chat.ben.told)
    await chat.ann.types("/charter")
    await chat.ann.presses("End it now", on=chat.ann.told)
    await chat.ben.types("/charter draft why")
    assert "We like it here." in chat.ben.told
    assert "Suggestion 1, by the round of answers" in chat.ben.told
    await chat.ben.presses("Take suggestion 1", on=chat.ben.told)
    assert "– Peers" in chat.ben.told
    assert "– Practice" not in chat.ben.told


async def test_two_hundred_answers(chat: Chat) -> None:
    """All can be read, page by page, and grouped, 25 at a time (R5, bad input)."""
    await chat.founded()
    await opened(chat)

    def crowd(work: Work) -> None:
        with work.session() as db:
            for index in range(200):
                person = Person(name=f"P{index}", seen_at=chat.clock.now())
                db.add(person)
                db.flush()
                at = chat.clock.now() - timedelta(days=1)
                db.add(Member(community_id=1, person_id=person.id or 0, joined_at=at))
                for question in QUESTIONS:
                    words = f"{question} {index:03} " + "because it is so " * 10
                    db.add(
                        Answer(round_id=1, person_id=person.id or 0, question=question, words=words)
                    )

    await chat.app.database.write(crowd)
    await chat.passes(days=8)
    await chat.ann.presses("Read all answers")
    seen = chat.ann.told.text
    while "Next page" in chat.ann.told.buttons:
        await chat.ann.presses("Next page", on=chat.ann.told)
        seen += chat.ann.told.text
    assert all(f"why {index:03}" in seen for index in range(200))
    await chat.ann.presses("New group: why", on=await _desk(chat))
    await chat.ann.fills(name="All of it")
    for _ in range(8):
        (_, offered), *_ = chat.ann.told.pickers
        await chat.ann.picks(*offered, on=chat.ann.told)
    assert "Every answer is in a group" in chat.ann.told
    await chat.ann.presses("All groups", on=chat.ann.told)
    assert "All of it · 200 answers" in chat.ann.told
