"""The ten steps in front of people: what is said of each, what comes next, why, and what may be changed."""

from __future__ import annotations

from datetime import timedelta

from bot.features.journey.records import Noted
from storage.database import Work
from tests.kit.chat import Chat
from tests.kit.nudges import aged, at, guided, nudges


async def test_an_empty_community_has_ten_lines(chat: Chat) -> None:
    """From nothing: ten lines, the next step, a way on or a tip on paper, no error (10.A3, 10.A4, R13)."""
    await chat.founded(chat.ben, by=chat.ann)
    await chat.ben.types("/journey")
    seen = chat.ben.told

    for number, title in ((1, "Objectives"), (4, "Roles that turn"), (10, "Adapting")):
        assert f"{number}. {title} · " in seen
    assert "It begins with a first role." in seen
    assert "Next: 1. Objectives." in seen
    assert len(seen.buttons) <= 1
    await chat.ben.types("/ronde")
    assert "Next: 1. Objectives." in chat.ben.told
    assert "The ten steps" in chat.ben.told.buttons


async def test_a_step_opens_its_form_and_says_why(chat: Chat) -> None:
    """The one button opens a prefilled form; "Why now?" answers in figures (10.A1, 10.A4)."""
    await chat.founded(chat.ben, by=chat.ann)
    await chat.ann.types("/journey")
    await chat.ann.picks("4. Roles that turn", on=chat.ann.told)
    await chat.ann.presses("Define a role", on=chat.ann.told)
    assert chat.ann.form is not None
    assert chat.ann.form.values["role"] == "Facilitation"

    await chat.ben.types("/journey")
    await chat.ben.picks("4. Roles that turn", on=chat.ben.told)
    await chat.ben.presses("Why now?", on=chat.ben.told)
    assert "Roles defined: 0, at least 1? no" in chat.ben.told
    assert "Roles with a holder and a known next one: 0, at least 2? no" in chat.ben.told
    assert "Journey thresholds" not in chat.ben.told.buttons


async def test_a_coordinator_declares_and_changes_thresholds(chat: Chat) -> None:
    """Declared with a reason until it expires, undone by a press; thresholds before and after (10.A2)."""
    await chat.founded(chat.ben, by=chat.ann)
    await chat.ann.types("/journey")
    await chat.ann.picks("4. Roles that turn", on=chat.ann.told)
    await chat.ann.presses("Declare a state", on=chat.ann.told)
    await chat.ann.fills(state="done", reason="We take turns by hand")
    assert "✓ done" in chat.ann.told
    assert "Declared by Ann until 31 Jan 2027: We take turns by hand" in chat.ann.told
    await chat.ann.presses("Work it out again", on=chat.ann.told)
    assert "○ not started" in chat.ann.told

    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.presses("Journey thresholds", on=chat.ann.told)
    await chat.ann.picks("7. Resources in the library", on=chat.ann.told)
    await chat.ann.fills(level="none")
    assert chat.ann.form is not None
    assert chat.ann.form.errors["level"] == "Type a number from 1 to 999."
    await chat.ann.fills(level="4")
    assert "7. Resources in the library: 10 → 4" in chat.ann.told


async def test_what_is_declared_expires(chat: Chat) -> None:
    """After ninety days the state is worked out again (10.A2)."""
    await chat.founded(chat.ben, by=chat.ann)
    await chat.ann.types("/journey")
    await chat.ann.picks("4. Roles that turn", on=chat.ann.told)
    await chat.ann.presses("Declare a state", on=chat.ann.told)
    await chat.ann.fills(state="done", reason="We take turns by hand")
    await chat.passes(days=91)
    await chat.ben.types("/journey")

    assert "4. Roles that turn · ○ not started" in chat.ben.told


async def was_done(chat: Chat, step: int, days: int) -> None:
    """A step was done until so many days ago."""

    def write(work: Work) -> None:
        with work.session() as db:
            found = db.get(Noted, (1, step))
            assert found is not None
            found.before, found.since = "done", chat.clock.now() - timedelta(days=days)
            db.add(found)

    await chat.app.database.write(write)


async def test_a_new_state_is_told_once_after_a_week(chat: Chat) -> None:
    """A state that changed is announced seven days later, once, to whoever facilitates (10.A1)."""
    await guided(chat, steps=True)

    await was_done(chat, 4, days=5)
    await aged(chat, 40)
    await chat.passes(to=at(3))
    said = "The step “Roles that turn” changed a week ago: done, now not started."
    assert not [one for one in nudges(chat.dan) if said in one]
    await chat.passes(to=at(27))

    assert len([one for one in nudges(chat.dan) if said in one]) == 1


async def test_a_new_state_is_told_in_the_digest_of_who_facilitates(chat: Chat) -> None:
    """Where whoever facilitates gets a digest of their own, it is told there, once, and no nudge (10.A1)."""
    await guided(chat, chat.ann, steps=True)
    for one in (chat.ann, chat.dan):
        await one.types("/ronde")
        await one.presses("My messages", on=one.told)
        await one.presses("My own by direct message", on=one.told)
    await was_done(chat, 4, days=5)
    await aged(chat, 40)
    await chat.passes(to=at(27))
    said = "The step “Roles that turn”, done before, is not started since "

    assert len([one for one in chat.dan.inbox if said in one]) == 1
    assert not [one for one in chat.ann.inbox if said in one]
    assert not [one for one in nudges(chat.dan) if "Roles that turn" in one]


async def test_the_same_records_give_the_same_journey(chat: Chat) -> None:
    """States depend on records and the clock: the same for another reader, and after a restart (10.A1)."""
    await chat.founded(chat.ben, by=chat.ann)
    await chat.ann.types("/role new notes")
    await chat.ann.types("/journey")
    before = [line for line in chat.ann.told.lines if " · " in line]
    await chat.ben.types("/journey")
    assert [line for line in chat.ben.told.lines if " · " in line] == before
    await chat.stop()
    await chat.start()
    await chat.ben.types("/journey")

    assert [line for line in chat.ben.told.lines if " · " in line] == before
