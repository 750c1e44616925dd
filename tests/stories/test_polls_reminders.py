"""Reminders: only for those who have not answered, on their own clock, as few as possible."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.kit.wire import Shown

NIGHT = "2026-11-05 05:00 Europe/Paris"
"""A deadline whose reminder, 24 h before, falls into quiet hours."""


def reminders(inbox: list[Shown]) -> list[Shown]:
    """The direct messages that remind."""
    return [message for message in inbox if "You have not answered yet" in message]


async def test_a_poll_of_three_days_reminds_a_day_before(chat: Chat) -> None:
    """Two to five days: one direct message 24 h before the end (3.A1)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=1, hours=23, minutes=59)
    assert not chat.dan.inbox
    await chat.passes(minutes=2)

    assert len(reminders(chat.dan.inbox)) == 1
    await chat.passes(days=2)
    assert len(chat.dan.inbox) == 1


async def test_a_poll_of_a_week_reminds_two_days_before(chat: Chat) -> None:
    """Five days or more: one direct message 48 h before the end (3.A1)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 10:00 Europe/Paris"')
    await chat.passes(days=7, hours=23, minutes=59)
    assert not chat.dan.inbox
    await chat.passes(minutes=2)

    assert len(reminders(chat.dan.inbox)) == 1


async def test_a_short_poll_reminds_nobody(chat: Chat) -> None:
    """Under two days: none (3.A1)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+47h')
    await chat.passes(days=3)

    assert not chat.dan.inbox


@pytest.mark.parametrize(("asked", "sent"), [(0, 0), (1, 1), (2, 2)])
async def test_the_option_sets_how_many(chat: Chat, asked: int, sent: int) -> None:
    """`reminders:` 0, 1 or 2; the second half-way from the first to the end (3.A1)."""
    await chat.founded(chat.dan)
    until = '"2026-11-12 10:00 Europe/Paris"'
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:{until} reminders:{asked}')
    await chat.passes(days=8, hours=1)
    assert len(reminders(chat.dan.inbox)) == min(asked, 1)
    await chat.passes(days=1)

    assert len(reminders(chat.dan.inbox)) == sent


async def test_no_more_than_two_reminders(chat: Chat) -> None:
    """Three are refused, with the reason (3.A1)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" reminders:3')

    assert chat.ann.form is not None
    assert "from 0 to 2" in chat.ann.form.errors["reminders"]


async def test_those_who_answered_hear_nothing(chat: Chat) -> None:
    """Only who has not answered is reminded; one minute before is enough (3.A2)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.cleo.presses("Soup")
    await chat.passes(days=1, hours=23, minutes=59)
    await chat.dan.presses("Pie")
    await chat.passes(hours=2)

    assert not chat.cleo.inbox
    assert not chat.dan.inbox
    assert len(reminders(chat.eve.inbox)) == 1


async def test_a_vote_while_the_reminder_waits_for_the_morning(chat: Chat) -> None:
    """Recipients are judged when it is sent, not when it fell due (3.A2, 3.A4)."""
    await chat.founded(chat.dan)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:"{NIGHT}"')
    await chat.passes(days=1, hours=20)  # 06:00 in Paris, an hour after it fell due
    assert not chat.dan.inbox
    await chat.dan.presses("Soup")
    await chat.passes(hours=8)

    assert not chat.dan.inbox


async def test_who_leaves_while_it_waits_is_left_alone(chat: Chat) -> None:
    """Who left before the morning is no longer among those asked (3.A2)."""
    await chat.founded(chat.dan)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:"{NIGHT}"')
    await chat.passes(days=1, hours=20)
    await chat.dan.types("/ronde data")
    await chat.dan.presses("Leave the community")
    await chat.passes(hours=8)

    assert not chat.dan.inbox


async def test_who_is_not_asked_is_not_reminded(chat: Chat) -> None:
    """A poll for certain people reminds those people only (3.A2)."""
    await chat.founded(chat.dan, chat.eve)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Dan" until:+3d')
    await chat.passes(days=2, hours=1)

    assert len(reminders(chat.dan.inbox)) == 1
    assert not chat.eve.inbox


async def test_a_poll_for_a_role_reminds_its_holder(chat: Chat) -> None:
    """A poll for a role reminds whoever holds it then (3.A2)."""
    await chat.founded(chat.dan, chat.eve)
    await chat.ann.types("/ronde settings facilitator:Dan")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:@facilitation until:+3d')
    await chat.ann.types("/ronde settings facilitator:Eve")
    await chat.passes(days=2, hours=1)

    assert len(reminders(chat.eve.inbox)) == 1
    assert not reminders(chat.dan.inbox)


async def test_stop_stops_for_good(chat: Chat) -> None:
    """Who pressed "No more poll reminders" gets none (3.A2)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, hours=1)
    await chat.dan.presses("No more poll reminders", on=chat.dan.inbox[-1])
    await chat.passes(days=3)
    await chat.ann.types('/poll "Dinner?" "Soup" "Pie" until:+4d')
    await chat.passes(days=5)

    assert len(chat.dan.inbox) == 1
    assert "Lunch?" in chat.dan.inbox[0]


async def test_a_reminder_holds_all_it_takes_to_answer(chat: Chat) -> None:
    """The question, the time left, and a button for each option (3.A3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, hours=1)

    told = chat.dan.inbox[-1]
    assert "Lunch? (Trainers)" in told
    assert "You have not answered yet" in told
    assert "5 November 2026" in told.text
    assert told.buttons[:2] == ("Soup", "Pie")
    assert "Fewer messages" in told.buttons
    assert "No more poll reminders" in told.buttons


async def test_an_answer_in_the_message_counts_in_the_channel(chat: Chat) -> None:
    """Voting in the direct message redraws the channel's card, and the message thanks (3.A3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, hours=1)
    await chat.dan.presses("Soup", on=chat.dan.inbox[-1])

    assert "Soup · 1 vote" in chat.channel.newest
    assert len(chat.dan.inbox) == 1
    assert "Thank you, your answer is in" in chat.dan.inbox[-1]
    assert "Soup" not in chat.dan.inbox[-1].buttons


async def test_an_answer_in_the_channel_is_seen_in_the_message(chat: Chat) -> None:
    """Who votes in the channel after being reminded finds thanks in the message (3.A3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, hours=1)
    await chat.dan.presses("Soup", on=chat.channel.newest)

    assert len(chat.dan.inbox) == 1
    assert "Thank you, your answer is in" in chat.dan.inbox[-1]


async def test_an_anonymous_poll_is_answered_in_the_message_as_well(chat: Chat) -> None:
    """In a direct message too, an anonymous vote is reviewed before it is sent (3.A3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous until:+3d')
    await chat.passes(days=2, hours=1)
    await chat.dan.presses("Soup", on=chat.dan.inbox[-1])
    await chat.dan.presses("Send")

    assert "1 voted" in chat.channel.newest
    assert "Thank you, your answer is in" in reminder_of(chat.dan.inbox, "Lunch?")


def reminder_of(inbox: list[Shown], question: str) -> Shown:
    """The first direct message about a question."""
    return next(message for message in inbox if question in message)


async def test_a_reminder_waits_for_the_morning_where_the_person_lives(chat: Chat) -> None:
    """Due at night: at 08:00 on the person's own clock (3.A4)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells nobody's zone: there the community's clock counts")
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, minutes=1)  # 10:01 in Paris, 04:01 in Montreal
    assert len(reminders(chat.dan.inbox)) == 1
    assert not chat.ben.inbox
    await chat.passes(hours=3, minutes=58)
    assert not chat.ben.inbox
    await chat.passes(minutes=2)

    assert len(reminders(chat.ben.inbox)) == 1


async def test_a_reminder_due_at_night_comes_in_the_morning(chat: Chat) -> None:
    """Due at 05:00: at 08:00 (3.A4)."""
    await chat.founded(chat.dan)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:"{NIGHT}"')
    await chat.passes(days=1, hours=21, minutes=59)
    assert not chat.dan.inbox
    await chat.passes(minutes=2)

    assert len(reminders(chat.dan.inbox)) == 1


async def test_a_weekend_s_reminder_waits_for_monday(chat: Chat) -> None:
    """The usual poll's reminder falls on a Saturday, and comes on Monday morning (3.A4)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.passes(days=6, hours=20, minutes=59)  # Monday 9 November, 06:59 in Paris
    assert not chat.dan.inbox
    await chat.passes(hours=1, minutes=2)

    assert len(reminders(chat.dan.inbox)) == 1


async def test_a_reminder_that_would_come_too_late_is_not_sent(chat: Chat) -> None:
    """If the next opening is after the closing, there is no reminder (3.A4)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-08 20:00 Europe/Paris"')
    await chat.passes(days=9)

    assert not chat.dan.inbox


async def test_closed_messages_are_counted_for_the_author(chat: Chat) -> None:
    """Who cannot be written to is counted, and the author sees it (3.A5)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    for someone in (chat.cleo, chat.dan, chat.eve):
        chat.wire.blocks(someone.persona)
    await chat.passes(days=2, hours=1)
    await chat.ann.types("/poll show 1")

    assert "3 people could not be reached" in chat.ann.told
    assert "Cleo, Dan, Eve" in chat.ann.told
    await chat.cleo.types("/poll show 1")
    assert "could not be reached" not in chat.cleo.told


async def test_closed_messages_are_not_named_in_an_anonymous_poll(chat: Chat) -> None:
    """In an anonymous poll the count alone is told: a name would say who has not voted (3.A5)."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous until:+3d')
    chat.wire.blocks(chat.dan.persona)
    await chat.passes(days=2, hours=1)
    await chat.ann.types("/poll show 1")

    assert "1 person could not be reached" in chat.ann.told
    assert "Dan" not in chat.ann.told


async def test_two_polls_due_together_make_one_message(chat: Chat) -> None:
    """Two reminders of one morning are one message of two parts (3.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.ann.types('/poll "Dinner?" "Rice" "Bread" until:+3d')
    await chat.passes(days=2, hours=6)

    for someone in (chat.ben, chat.cleo):
        assert len(someone.inbox) == 1
        told = someone.inbox[0]
        assert "Lunch? (Trainers)" in told
        assert "Dinner? (Trainers)" in told
        assert {"Soup", "Pie", "Rice", "Bread"} <= set(told.buttons)
        assert told.buttons.count("No more poll reminders") == 1
    await chat.cleo.presses("Rice", on=chat.cleo.inbox[0])
    assert "Rice · 1 vote" in chat.channel.newest
    assert "Soup" in chat.cleo.inbox[0].buttons


async def test_missing_names_are_for_the_author_and_the_facilitator(chat: Chat) -> None:
    """`/poll missing` names who has not answered, to who runs the poll only (3.A7, 1.A15)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:Dan")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.cleo.presses("Soup")
    for someone in (chat.ben, chat.dan, chat.ann):
        await someone.types("/poll missing 1")
        assert "3 people have not answered yet: Ann, Ben, Dan" in someone.told
    await chat.cleo.types("/poll missing 1")
    assert "Only the author of this poll" in chat.cleo.told


async def test_nobody_is_missing_when_all_have_answered(chat: Chat) -> None:
    """When everybody has answered, that is what is said (3.A7)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.presses("Soup")
    await chat.ann.types("/poll missing 1")

    assert "Everybody has answered." in chat.ann.told


async def test_two_reminders_a_restart_apart_are_one(chat: Chat) -> None:
    """A restart around the reminder sends it once."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, minutes=1)
    await chat.stop()
    await chat.start()
    await chat.tick()
    await chat.passes(hours=1)

    assert len(reminders(chat.dan.inbox)) == 1


async def test_a_reminder_missed_by_hours_is_dropped(chat: Chat) -> None:
    """Down for half a day around the reminder: it is not sent late (3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=1)
    await chat.stop()
    chat.clock.move(days=1, hours=3)
    await chat.start()
    await chat.tick()
    await chat.passes(hours=6)

    assert not chat.dan.inbox


@pytest.mark.parametrize(("asked", "sent"), [("", 1), (" reminders:1", 1)])
async def test_a_deadline_that_moves_reminds_nobody_again(
    chat: Chat, asked: str, sent: int
) -> None:
    """One reminder was announced: extending after it sends no second one (3.A1)."""
    await chat.founded(chat.dan)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:+3d{asked}')
    await chat.passes(days=2, hours=1)
    assert len(reminders(chat.dan.inbox)) == sent
    await chat.ann.types("/poll extend 1 until:+4d")
    await chat.passes(days=5)

    assert len(chat.dan.inbox) == sent
