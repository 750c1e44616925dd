"""What comes again is skipped, paused, changed, stopped; and goes on when people come and go."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.stories.test_series_polls import QUESTION, WEEKLY, at, polls, weekly

# ── changing one's mind ─────────────────────────────────────────────────────────────────────────


async def test_the_next_one_is_skipped_and_brought_back(chat: Chat) -> None:
    """Skip is for that date alone, however often it is pressed (22.A2)."""
    await chat.founded(chat.cleo)
    told = await weekly(chat)
    await chat.cleo.presses("Skip 9 November", on=told)
    assert "Monday 9 November 2026: skipped" in chat.cleo.told
    assert "Skip 16 November" in chat.cleo.told.buttons
    await chat.cleo.presses("Bring back 9 November")
    assert "Monday 9 November 2026 at 09:00" in chat.cleo.told
    await chat.cleo.presses("Skip 9 November")
    await chat.passes(to=at(9, 9, 1))
    assert polls(chat) == []
    await chat.passes(to=at(16, 9, 1))

    assert len(polls(chat)) == 1


async def test_a_double_click_skips_one(chat: Chat) -> None:
    """The button names its date: pressed twice, it skips once (R3)."""
    await chat.founded(chat.cleo)
    told = await weekly(chat)
    await chat.cleo.presses("Skip 9 November", on=told)
    await chat.wire.repeat()
    await chat.settle()
    await chat.passes(to=at(16, 9, 1))

    assert len(polls(chat)) == 1


async def test_paused_it_makes_nothing_and_resumed_it_catches_nothing_up(chat: Chat) -> None:
    """Resuming goes on with the next date to come (22.A2)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.cleo.presses("Pause")
    assert "Paused: nothing comes until you resume it." in chat.cleo.told
    await chat.passes(to=at(18, 12))
    assert polls(chat) == []
    await chat.cleo.presses("Resume")
    await chat.passes(to=at(23, 8, 59))
    assert polls(chat) == []
    await chat.passes(to=at(23, 9, 1))

    assert len(polls(chat)) == 1


async def test_stopped_it_is_over(chat: Chat) -> None:
    """Asked once more, then nothing comes any more, and what stands stays (22.A2)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(9, 9, 1))
    await chat.cleo.presses("Stop")
    assert "Stopped: nothing comes any more." in chat.cleo.told
    assert chat.cleo.told.buttons == ()
    await chat.passes(days=30)

    assert len(polls(chat)) == 1
    await chat.cleo.types("/poll list")
    assert "Regular polls (1)" not in chat.cleo.told.buttons


async def test_changing_it_changes_what_is_still_to_come(chat: Chat) -> None:
    """The poll that stands keeps its words; the next ones have the new (22.A2)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(9, 9, 1))
    await chat.cleo.presses("Change")
    form = chat.cleo.form
    assert form is not None
    assert form.values["every"] == "monday 9am"
    assert form.values["choices"] == "Good\nHard"
    await chat.cleo.fills(question="How is it going?", every="tuesday 10am")
    assert "Comes again every Tuesday at 10:00" in chat.cleo.told
    await chat.cleo.presses("Publish")
    assert "What has been published stays as it is" in chat.cleo.told
    await chat.passes(to=at(17, 10, 1))

    assert len(polls(chat)) == 1
    # Tuesday 10 is the first of the new dates, the day after the poll that stands.
    assert len(polls(chat, "How is it going?")) == 2


async def test_correcting_the_words_alone_keeps_every_second_week(chat: Chat) -> None:
    """Edited in between, what comes every two weeks does not shift by one (22.A2)."""
    await chat.founded(chat.cleo)
    line = f'/poll "{QUESTION}" "Good" "Hard" every:"every 2 weeks on monday 9am" until:+2d'
    await weekly(chat, line=line)
    await chat.passes(to=at(12, 9))
    assert len(polls(chat)) == 1
    await chat.cleo.presses("Change")
    await chat.cleo.fills(question="And your week?")
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(16, 9, 1))
    assert polls(chat, "And your week?") == []
    await chat.passes(to=at(23, 9, 1))

    assert len(polls(chat, "And your week?")) == 1


async def test_the_same_day_never_has_two(chat: Chat) -> None:
    """Moved to a later hour after today's poll, it goes on next week (R3)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(9, 9, 1))
    await chat.cleo.presses("Change")
    await chat.cleo.fills(every="monday 5pm")
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(9, 18))
    assert len(polls(chat)) == 1
    await chat.passes(to=at(16, 17, 1))

    assert len(polls(chat)) == 2


# ── people come and go ──────────────────────────────────────────────────────────────────────────


async def test_others_look_and_the_facilitator_may(chat: Chat) -> None:
    """Whose it is, the facilitator and every rank above; a member sees and changes nothing (R7)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve)
    await chat.ann.types("/ronde settings facilitator:Eve")
    await weekly(chat)
    await chat.dan.types("/poll list")
    await chat.dan.presses("Regular polls (1)")
    await chat.dan.presses("Show 1")
    assert "Next dates:" in chat.dan.told
    assert chat.dan.told.buttons == ()
    await chat.eve.types("/poll list")
    await chat.eve.presses("Regular polls (1)")
    await chat.eve.presses("Show 1")
    await chat.eve.presses("Pause")

    assert "Paused" in chat.eve.told


async def test_it_goes_on_when_its_author_leaves(chat: Chat) -> None:
    """Whoever facilitates answers for it, is told once, and it comes in their name (22.A6)."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:Dan")
    await weekly(chat)
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community")
    await chat.passes(to=at(16, 9, 1))

    told = [m for m in chat.dan.inbox if "has left Trainers" in m]
    assert len(told) == 1
    assert QUESTION in told[0]
    assert len(polls(chat)) == 2
    await chat.dan.presses("See it", on=told[0])
    assert "looked after by Dan" in chat.dan.told
    await chat.dan.presses("Stop")
    await chat.passes(days=30)
    assert len(polls(chat)) == 2


async def test_a_lost_channel_is_told_and_it_goes_on_elsewhere(chat: Chat) -> None:
    """Removed from the channel: paused, its owner told why, not lost in silence (22.A6, R6)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    chat.wire.shuts("general")
    await chat.passes(to=at(16, 12))

    told = [m for m in chat.cleo.inbox if "could not be published" in m]
    assert len(told) == 1
    assert "I can no longer post in" in told[0]
    await chat.passes(to=at(30, 12))
    assert len([m for m in chat.cleo.inbox if "could not be published" in m]) == 1
    chat.wire.admits("general")
    await chat.cleo.types("/ronde")
    assert "paused, because it could not be published" in chat.cleo.told
    await chat.cleo.presses("See it", on=told[0])
    await chat.cleo.presses("Resume")
    before = len(polls(chat))
    await chat.passes(to=at(7, 9, 1, month=12))
    assert len(polls(chat)) == before + 1


async def test_what_its_command_refuses_pauses_it(chat: Chat) -> None:
    """Asked of somebody who has left since: paused with the reason, mended, and on again (22.A6)."""
    await chat.founded(chat.cleo, chat.dan)
    await weekly(
        chat,
        line=f'/poll "{QUESTION}" "Good" "Hard" every:"monday 9am" until:+2d who:"@Cleo @Dan"',
    )
    await chat.dan.types("/ronde data")
    await chat.dan.presses("Leave the community")
    await chat.passes(to=at(23, 12))

    told = [m for m in chat.cleo.inbox if "could not be published" in m]
    assert len(told) == 1
    assert "Dan" in told[0]
    assert polls(chat) == []
    await chat.cleo.presses("See it", on=told[0])
    await chat.cleo.presses("Change")
    await chat.cleo.fills(who="@Cleo @Ann")
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(30, 9, 1))
    assert len(polls(chat)) == 1


async def test_whoever_puts_it_right_answers_for_it(chat: Chat) -> None:
    """Where its owner may start no polls any more, a coordinator takes it on (22.A6, R7)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.ann.types("/ronde settings polls:coordinators")
    await chat.passes(to=at(9, 12))
    assert polls(chat) == []
    told = [m for m in chat.cleo.inbox if "could not be published" in m]
    assert "coordinators start polls" in told[0]
    await chat.ann.types("/poll list")
    await chat.ann.presses("Regular polls (1)")
    await chat.ann.presses("Show 1")
    await chat.ann.presses("Resume")
    assert "looked after by Ann" in chat.ann.told
    await chat.passes(to=at(16, 9, 1))

    assert len(polls(chat)) == 1


async def test_where_the_bot_cannot_post_it_waits_as_a_draft(chat: Chat) -> None:
    """Not in the channel yet: said at once, and kept for a press on Publish (R6)."""
    await chat.founded(chat.cleo)
    chat.wire.shuts("general")
    await chat.cleo.types(WEEKLY)
    await chat.cleo.presses("Publish")
    assert "Publish" in chat.cleo.told.buttons
    assert "From now on" not in chat.cleo.told
    chat.wire.admits("general")
    await chat.cleo.presses("Publish")

    assert "From now on this comes by itself" in chat.cleo.told


@pytest.mark.parametrize("state", ["live", "stopped"])
async def test_a_form_that_came_late_changes_nothing_it_should_not(chat: Chat, state: str) -> None:
    """A form opened before the series was stopped says so, and keeps what was typed (R6)."""
    await chat.founded(chat.cleo)
    told = await weekly(chat)
    await chat.cleo.presses("Change", on=told)
    if state == "stopped":
        await chat.ann.types("/poll list")
        await chat.ann.presses("Regular polls (1)")
        await chat.ann.presses("Show 1")
        await chat.ann.presses("Stop")
    await chat.cleo.fills(question="Well?")

    assert ("This was stopped" in chat.cleo.told) == (state == "stopped")


async def test_three_unheeded_times_in_a_row_pause_it(chat: Chat) -> None:
    """Under a tenth voted three times: paused, and whoever facilitates is asked, once (22.A4)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(23, 9, 1))
    assert len(polls(chat)) == 3
    await chat.passes(to=at(30, 12))
    assert len(polls(chat)) == 3
    asked = [message for message in chat.ann.inbox if "fewer than one in ten took part" in message]
    assert len(asked) == 1

    await chat.ann.presses("See it", on=asked[0])
    await chat.ann.presses("Resume", on=chat.ann.told)
    await chat.passes(to=at(7, 12, month=12))
    assert len(polls(chat)) == 4
    await chat.passes(to=at(21, 9, 1, month=12))
    assert len(polls(chat)) == 6


async def test_one_vote_is_enough_to_go_on(chat: Chat) -> None:
    """A time in which somebody voted ends the row (22.A4)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(16, 9, 1))
    await chat.ann.presses("Good", on=polls(chat)[-1])
    await chat.passes(to=at(7, 9, 1, month=12))

    assert len(polls(chat)) == 5
