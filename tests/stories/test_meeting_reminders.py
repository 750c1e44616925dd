"""What one said yes to is recalled the day before, and the channel an hour before: once, in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.features.meetings.gathering_routes import Turn
from bot.features.meetings.records import Meeting
from storage import due
from storage.database import Work
from tests.kit.chat import Chat
from tests.kit.meetings import announced, at, card, settled, tells_zones
from tests.kit.wire import Shown

THURSDAY = "2026-11-12 14:00 Europe/Paris"
YES, MAYBE, NO = "I’ll be there", "Maybe", "I can’t"


def recalled(inbox: list[Shown], title: str = "Kick-off") -> list[Shown]:
    """The messages about a meeting."""
    return [message for message in inbox if f"{title} (Trainers)" in message]


def soon(chat: Chat) -> list[Shown]:
    """What the channel was told an hour before."""
    return [message for message in chat.channel.messages if "begins within the hour" in message]


# ── the day before ──────────────────────────────────────────────────────────────────────────────


async def test_the_day_before_at_the_same_hour(chat: Chat) -> None:
    """Who said yes or if need be hears of it, each in their words; nobody else does (5.A5)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve, chat.zoe)
    said = {chat.cleo: "yes", chat.dan: "maybe", chat.eve: "no"}
    await settled(chat, said, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 11, 11, 12, 59))
    assert not chat.cleo.inbox
    await chat.passes(minutes=2)

    assert "You said you will be there." in recalled(chat.cleo.inbox)[0]
    assert "Thursday 12 November 2026 at 14:00" in recalled(chat.cleo.inbox)[0]
    assert "Can you come after all?" in recalled(chat.dan.inbox)[0]
    await chat.passes(days=2)
    assert len(chat.cleo.inbox) == len(chat.dan.inbox) == 1
    assert not recalled(chat.eve.inbox)
    assert not recalled(chat.zoe.inbox)


async def test_what_is_closed_is_recalled_in_the_last_open_hour(chat: Chat) -> None:
    """A meeting on Monday at 14:00 is recalled on Friday at 18:00, by each one's own clock (R9)."""
    await chat.founded(chat.ben, chat.cleo, chat.moussa)
    await settled(chat, {chat.ben: "yes", chat.cleo: "yes", chat.moussa: "yes"})
    await chat.passes(to=at(2026, 11, 6, 16, 59))
    assert not chat.cleo.inbox
    await chat.passes(minutes=2)
    assert recalled(chat.cleo.inbox)  # 18:00 in Paris
    assert bool(chat.moussa.inbox) is not tells_zones(chat)
    await chat.passes(hours=1)
    assert recalled(chat.moussa.inbox)  # 18:00 in Dakar
    assert bool(chat.ben.inbox) is not tells_zones(chat)
    await chat.passes(hours=5)

    assert recalled(chat.ben.inbox)  # 18:00 in Montreal
    await chat.passes(days=4)
    assert [len(who.inbox) for who in (chat.ben, chat.cleo, chat.moussa)] == [1, 1, 1]


async def test_the_day_before_on_the_night_that_is_longer(chat: Chat) -> None:
    """A meeting on Sunday 25 October at 09:00: Saturday at 09:00, 25 hours earlier (R1)."""
    chat.clock.move(to=at(2026, 10, 19, 8))
    await chat.founded(chat.cleo)
    await chat.ann.types('/ronde settings hours:"08:00-19:00 mon-sun"')
    sunday = "2026-10-25 09:00 Europe/Paris"
    await settled(chat, {chat.cleo: "yes"}, dates=(sunday, "2026-10-26 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 10, 24, 6, 59))
    assert not chat.cleo.inbox
    await chat.passes(minutes=2)

    assert recalled(chat.cleo.inbox)
    await chat.passes(to=at(2026, 10, 25, 6, 59))
    assert not soon(chat)
    await chat.passes(minutes=2)  # 08:00 in Paris is 07:00 UTC since the night
    assert len(soon(chat)) == 1


async def test_who_changed_their_mind_is_judged_when_it_is_sent(chat: Chat) -> None:
    """A yes since the settling is recalled, a yes taken back is not (5.A5)."""
    await chat.founded(chat.cleo, chat.dan)
    await settled(chat, {chat.cleo: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 11, 11, 12, 58))
    await chat.cleo.presses(NO, on=card(chat))
    await chat.dan.presses(YES, on=card(chat))
    await chat.passes(days=1)

    assert not chat.cleo.inbox
    assert len(recalled(chat.dan.inbox)) == 1


async def test_it_is_outside_the_budget_and_reaches_the_quiet(chat: Chat) -> None:
    """What one said yes to is no unsolicited message (R9)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 10:00 Europe/Paris"')
    await settled(chat, {chat.dan: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.dan.types("/ronde")
    await chat.dan.presses("My messages", on=chat.dan.told)
    await chat.dan.presses("Only what I started", on=chat.dan.told)
    await chat.passes(days=10)

    assert len(recalled(chat.dan.inbox)) == 1
    assert len(chat.dan.inbox) == 1
    assert "Fewer messages" not in chat.dan.inbox[0].buttons


async def test_the_reminder_takes_the_answer(chat: Chat) -> None:
    """Pressed in the direct message, it counts, and both messages show it."""
    await chat.founded(chat.cleo)
    await settled(chat, {chat.cleo: "maybe"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 11, 11, 13, 1))
    await chat.cleo.presses(YES, on=chat.cleo.inbox[0])
    assert "1 comes\nCleo" in card(chat)
    assert "You said you will be there." in chat.cleo.inbox[0]
    await chat.cleo.presses(NO, on=chat.cleo.inbox[0])
    assert "Nobody has said yes yet" in card(chat)
    assert "You cannot come: thank you for saying so." in chat.cleo.inbox[0]
    await chat.passes(days=2)

    assert YES not in chat.cleo.inbox[0].buttons


async def test_it_says_what_one_does_there_and_what_it_is_about(chat: Chat) -> None:
    """Who facilitates reads it, with the first points of the agenda and the place."""
    await chat.founded(chat.cleo)
    await announced(chat, date=THURSDAY, venue="https://meet.example.org/room")
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.ann.types('/meet agenda 1 "Which tools?"')
    await chat.cleo.presses(YES, on=card(chat))
    await chat.passes(to=at(2026, 11, 11, 13, 1))

    told = recalled(chat.cleo.inbox)[0]
    assert "You facilitate it." in told
    assert "On the agenda: Which tools?" in told
    assert "https://meet.example.org/room" in told


async def test_a_date_settled_late_is_told_at_once(chat: Chat) -> None:
    """Settled for tomorrow after that hour today: who answered hears of it now, or in the morning."""
    await chat.founded(chat.cleo, chat.dan)
    chat.clock.move(hours=6)  # Monday 16:00 in Paris
    tomorrow = "2026-11-03 14:00 Europe/Paris"
    await settled(
        chat, {chat.cleo: "yes", chat.dan: "no"}, dates=(tomorrow, "2026-11-04 10:00 Europe/Paris")
    )
    await chat.tick()

    assert len(recalled(chat.cleo.inbox)) == 1
    assert not chat.dan.inbox
    await chat.passes(days=2)
    assert len(chat.cleo.inbox) == 1


async def test_a_stop_makes_no_late_reminders(chat: Chat) -> None:
    """Down over that hour, and for three more: dropped, not sent late (R3)."""
    await chat.founded(chat.cleo)
    await settled(chat, {chat.cleo: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 11, 11, 12, 0))
    await chat.stop()
    chat.clock.move(hours=4)
    await chat.start()
    await chat.passes(hours=1)

    assert not chat.cleo.inbox


async def test_a_short_stop_changes_nothing(chat: Chat) -> None:
    """Down for an hour over it: told once, whatever restarts follow (R3)."""
    await chat.founded(chat.cleo)
    await settled(chat, {chat.cleo: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(to=at(2026, 11, 11, 12, 30))
    for _ in range(3):
        await chat.stop()
        chat.clock.move(minutes=40)
        await chat.start()
        await chat.tick()

    assert len(recalled(chat.cleo.inbox)) == 1


# ── an hour before ──────────────────────────────────────────────────────────────────────────────


async def test_an_hour_before_the_channel_hears_once(chat: Chat) -> None:
    """Sixty minutes before, under the card: once, across restarts (5.A5, R3)."""
    await chat.founded(chat.cleo)
    shown = await announced(chat)
    await chat.cleo.presses(YES, on=card(chat))
    await chat.passes(to=at(2026, 11, 9, 11, 59))
    assert not soon(chat)
    await chat.passes(minutes=2)
    await chat.stop()
    await chat.start()
    await chat.passes(minutes=30)

    assert [message.reply_to for message in soon(chat)] == [shown.ref]
    assert "1 comes" in soon(chat)[0]


async def test_what_the_channel_heard_counts_those_who_answer_afterwards(chat: Chat) -> None:
    """An answer given within the hour changes the line that says how many come (5.A4, 5.A5)."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.passes(to=at(2026, 11, 9, 12))
    assert "Nobody has said yes yet" in soon(chat)[0]
    await chat.ben.presses(YES, on=card(chat))

    assert "1 comes" in soon(chat)[0]


async def test_the_channel_hears_nothing_after_the_start(chat: Chat) -> None:
    """Down until the meeting had begun: past its purpose (R3)."""
    await chat.founded()
    await announced(chat)
    await chat.passes(days=6)
    await chat.stop()
    chat.clock.move(to=at(2026, 11, 9, 13, 1))
    await chat.start()
    await chat.passes(minutes=30)

    assert not soon(chat)


async def test_a_deleted_card_does_not_hide_it(chat: Chat) -> None:
    """Somebody deleted the meeting's message: the reminder is a message of its own."""
    await chat.founded()
    shown = await announced(chat)
    chat.wire.deletes(shown)
    await chat.passes(to=at(2026, 11, 9, 12, 1))

    assert [message.reply_to for message in soon(chat)] == [None]


# ── moved and called off ────────────────────────────────────────────────────────────────────────


async def test_a_move_asks_those_who_had_said_that_they_come(chat: Chat) -> None:
    """Moved: the old reminders are gone, the answers too, and each is asked once (5.A5)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve)
    said = {chat.cleo: "yes", chat.dan: "maybe", chat.eve: "no"}
    await settled(chat, said, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.ann.types('/meet move 1 "2026-11-19 15:00 Europe/Paris"')
    await chat.tick()

    assert "Nobody has said yes yet" in card(chat)
    for who in (chat.cleo, chat.dan):
        assert "Can you still come?" in recalled(who.inbox)[0]
        assert "Thursday 19 November 2026 at 15:00" in recalled(who.inbox)[0]
    assert not chat.eve.inbox
    await chat.cleo.presses(YES, on=chat.cleo.inbox[0])
    assert "1 comes\nCleo" in card(chat)
    assert "you are expected" in chat.cleo.inbox[0]
    await chat.passes(to=at(2026, 11, 18, 13, 59))
    assert len(chat.cleo.inbox) == len(chat.dan.inbox) == 1
    await chat.passes(days=3)

    assert len(recalled(chat.cleo.inbox)) == 2  # moved, and the day before the new date
    assert len(recalled(chat.dan.inbox)) == 1  # asked, and no answer
    assert len(soon(chat)) == 1


async def test_a_move_to_another_proposed_date_keeps_what_was_answered(chat: Chat) -> None:
    """Those who had answered the other date are counted by that answer, and told of the change."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types(
        '/meet propose "Kick-off" "2026-11-12 14:00 Europe/Paris" "2026-11-19 14:00 Europe/Paris"'
    )
    await chat.ann.presses("Publish")
    board = chat.channel.newest
    for who, said in ((chat.cleo, ("✓ Yes", "✓ Yes")), (chat.dan, ("✓ Yes", "✗ No"))):
        await who.presses("Answer", on=board)
        for place, word in enumerate(said):
            await chat.wire.picks(who.persona, who.told, who.told.pickers[place][0], [word])
            await chat.settle()
    await chat.ann.types("/meet settle")
    await chat.ann.presses(next(b for b in chat.ann.told.buttons if "12" in b))
    assert "2 come" in card(chat)
    await chat.ann.types('/meet move 1 "2026-11-19 14:00 Europe/Paris"')
    await chat.tick()

    assert "1 comes\nCleo" in card(chat)
    assert "you are expected" in recalled(chat.cleo.inbox)[0]
    assert "does not suit you" in recalled(chat.dan.inbox)[0]


async def test_two_moves_in_a_night_are_told_once(chat: Chat) -> None:
    """What waits for the morning tells the last date, to all who had said yes to the first."""
    await chat.founded(chat.cleo)
    await settled(chat, {chat.cleo: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.passes(hours=10)  # 20:00 in Paris
    await chat.ann.types('/meet move 1 "2026-11-19 15:00 Europe/Paris"')
    await chat.ann.types('/meet move 1 "2026-11-20 16:00 Europe/Paris"')
    await chat.passes(hours=13)

    assert len(chat.cleo.inbox) == 1
    assert "Friday 20 November 2026 at 16:00" in chat.cleo.inbox[0]


async def test_a_longer_meeting_asks_nobody_again(chat: Chat) -> None:
    """The same start with another length keeps everybody's answer."""
    await chat.founded(chat.cleo)
    await settled(chat, {chat.cleo: "yes"}, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.ann.types("/meet show 1")
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(duration="90 min")
    await chat.tick()

    assert "1 comes\nCleo" in card(chat)
    assert not chat.cleo.inbox
    await chat.passes(to=at(2026, 11, 12, 14, 1))  # 15:01, a minute after its first end
    assert "Write the notes" not in card(chat).buttons
    await chat.passes(minutes=30)
    assert "Write the notes" in card(chat).buttons


async def test_calling_off_tells_only_those_who_had_said_yes(chat: Chat) -> None:
    """With the reason; nobody else is disturbed, and nothing more is said (5.A5)."""
    await chat.founded(chat.cleo, chat.dan, chat.eve, chat.zoe)
    said = {chat.cleo: "yes", chat.dan: "maybe", chat.eve: "no"}
    await settled(chat, said, dates=(THURSDAY, "2026-11-13 10:00 Europe/Paris"))
    await chat.ann.types("/meet cancel 1")
    await chat.ann.fills(why="The room is flooded.")
    await chat.tick()

    for who in (chat.cleo, chat.dan):
        assert "is called off" in recalled(who.inbox)[0]
        assert "Why: The room is flooded." in recalled(who.inbox)[0]
    await chat.passes(days=12)
    assert not chat.eve.inbox
    assert not chat.zoe.inbox
    assert len(chat.cleo.inbox) == 1
    assert not soon(chat)


async def test_a_meeting_keeps_its_local_time_when_a_zone_changes_its_rules(chat: Chat) -> None:
    """Kept under earlier rules, its clock is set anew at the next start (R1)."""
    await chat.founded(chat.cleo)
    await announced(chat)
    await chat.app.database.write(_an_hour_early)
    await chat.stop()
    await chat.start()
    await chat.passes(to=at(2026, 11, 9, 11, 30))
    assert not soon(chat)
    await chat.passes(minutes=31)

    assert len(soon(chat)) == 1
    assert YES in card(chat).buttons


def _an_hour_early(work: Work) -> None:
    """The file as it would be, had Paris kept summer time when the meeting was announced."""
    with work.session() as db:
        meeting = db.exec(select(Meeting)).one()
        assert meeting.starts_at is not None
        meeting.starts_at -= timedelta(hours=1)
        for what, before in (("soon", 1), ("begins", 0)):
            route = Turn(meeting.id or 0, what).pack()
            due.later(db, route, meeting.starts_at - timedelta(hours=before))
        db.add(meeting)


@pytest.mark.parametrize("hour", [3, 9])
async def test_across_the_end_of_the_year(chat: Chat, hour: int) -> None:
    """A meeting on the first working day is recalled in the old year (R9)."""
    chat.clock.move(to=datetime(2026, 12, 28, 9, tzinfo=UTC))
    await chat.founded(chat.cleo)
    first = f"2027-01-01 {hour:02d}:00 Europe/Paris"
    await settled(chat, {chat.cleo: "yes"}, dates=(first, "2027-01-04 10:00 Europe/Paris"))
    before = at(2026, 12, 30, 17) if hour == 3 else at(2026, 12, 31, 8)
    await chat.passes(to=before - timedelta(minutes=1))
    assert not chat.cleo.inbox
    await chat.passes(minutes=2)

    assert len(recalled(chat.cleo.inbox)) == 1
