"""Looking back together: what to keep, stop, start, and what comes of it."""

from __future__ import annotations

from tests.kit.chat import Chat


async def test_a_retrospective_from_its_opening_to_what_was_done(chat: Chat) -> None:
    """Items in people's names with the figures beside, closed, tasks with owner and date, done (10.A5, retrospective)."""
    await chat.founded(chat.ben, chat.cleo, by=chat.ann)
    await chat.cleo.types("/journey retro")
    assert "No retrospective is open." in chat.cleo.told
    await chat.ann.types("/journey retro")
    await chat.ann.fills()
    await chat.ann.presses("Publish", on=chat.ann.told)
    card = chat.channel.find("Looking back: The last three months")
    await chat.ben.presses("Add mine", on=card)
    await chat.ben.fills(keep="Names first\nTwo hosts", stop="Late starts", about="4")
    assert "Keep · Names first — Ben" in chat.ben.told
    assert "4. Roles that turn · ○ not started · Roles defined: 0" in chat.ben.told
    await chat.cleo.presses("Add mine", on=card)
    await chat.cleo.fills(keep="", stop="", start="")
    assert chat.cleo.form is not None
    assert "Write at least one line" in chat.cleo.form.errors["keep"]

    await chat.cleo.presses("Close", on=chat.channel.find("Looking back"))
    assert "Only the facilitator or a coordinator" in chat.cleo.told
    await chat.ann.presses("Close", on=chat.channel.find("Looking back"))
    await chat.cleo.fills(keep="Too late")
    assert "This retrospective is closed." in chat.cleo.told
    await chat.ann.presses("Add something to do", on=chat.ann.told)
    await chat.ann.fills(words="Start on time", owner="Zeus", due="in two weeks")
    assert chat.ann.form is not None
    assert "I do not know “Zeus”" in chat.ann.form.errors["owner"]
    await chat.ann.fills(words="Start on time", owner="Ben", due="in two weeks")
    await chat.ben.types("/ronde")
    assert "You took on: ○ Start on time · Ben · by Monday 16 November 2026" in chat.ben.told
    await chat.ben.presses("Open", on=chat.ben.told)
    await chat.ben.presses("Done", on=chat.ben.told)

    assert "✓ Start on time · Ben · done" in chat.channel.find("Looking back")
    await chat.ann.types("/journey")
    assert "10. Adapting · ◐ in progress" in chat.ann.told
    assert "Actions done, of those due: 100% (50% needed)" in chat.ann.told
