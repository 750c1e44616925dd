"""What the bot sends on its own: in each person's hours, rarely, merged, and easily stopped."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import App
from bot.features.community.routes import Invitation
from storage.people import Community
from storage.posts import OTHER, STARTED, tell
from tests.kit.chat import Chat, Someone

WEEK = 'until:"2026-11-09 18:00"'
"""A week after stories begin: reminders go out on Saturday 7 at 18:00, so on Monday."""


async def poll(chat: Chat, question: str, days: float) -> None:
    """Ann starts a poll that closes after `days`: a reminder falls 48 or 24 hours before."""
    closes = chat.clock.now() + timedelta(days=days)
    await chat.ann.types(f'/poll "{question}" "Yes" "No" until:"{closes:%Y-%m-%d %H:%M} UTC"')


async def told(
    chat: Chat, who: Someone, words: str = "", *, kind: str = "other", severity: int = OTHER
) -> None:
    """Something waits to be told to somebody, as a feature would ask for."""
    name = who.persona.name.lower()

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            person = next(
                m.person_id
                for m in people.members(db, 1)
                if (found := db.get(people.Person, m.person_id)) and found.name.lower() == name
            )
            tell(
                db,
                chat.clock.now(),
                community=1,
                person=person,
                view=Invitation(1).pack(),
                kind=kind,
                severity=severity,
                once=f"test-{words}-{chat.clock.now()}",
            )

    from storage import people

    await chat.app.database.write(write)


async def grown(chat: Chat) -> None:
    """The community is older than thirty days."""

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            found = db.get(Community, 1)
            assert found is not None
            found.founded_at = chat.clock.now() - timedelta(days=31)
            db.add(found)

    await chat.app.database.write(write)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, in UTC: Paris is an hour ahead, and the 2nd a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


# ── hours ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_reminder_waits_for_the_persons_morning(chat: Chat) -> None:
    """Due at night in Montreal, it goes out at 8:00 there; in Paris it went hours before."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: the community's hours count for everybody")
    await chat.founded(chat.ben, chat.cleo)
    await poll(chat, "Lunch?", 3)  # reminder on Wednesday at 9:00 UTC
    await chat.passes(to=at(4, 12, 59))
    assert len(chat.cleo.inbox) == 1
    assert chat.ben.inbox == []
    await chat.passes(to=at(4, 13))

    assert "Lunch?" in chat.ben.inbox[-1]


async def test_a_reminder_waits_for_the_end_of_the_weekend(chat: Chat) -> None:
    """Due on a Saturday, it goes out on Monday at 8:00."""
    await chat.founded(chat.cleo)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" {WEEK}')
    await chat.passes(to=at(9, 6, 59))
    assert chat.cleo.inbox == []
    await chat.passes(to=at(9, 7))

    assert "Lunch?" in chat.cleo.inbox[-1]


async def test_hours_can_be_changed(chat: Chat) -> None:
    """A community may choose other hours, weekends included."""
    await chat.founded(chat.cleo)
    await chat.ann.types('/ronde settings hours:"10:00-22:00 mon-sun"')
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" {WEEK}')
    await chat.passes(to=at(7, 18))

    assert "Lunch?" in chat.cleo.inbox[-1]


async def test_what_would_come_after_its_purpose_is_not_sent(chat: Chat) -> None:
    """A reminder that could only go out after the closing stays away."""
    await chat.founded(chat.cleo)
    await chat.passes(to=at(5, 8))
    await poll(chat, "Weekend?", 2.5)  # reminder on Friday at 20:00 UTC, closing on Saturday
    await chat.passes(to=at(12, 12))

    assert chat.cleo.inbox == []


# ── one a day, three a week ─────────────────────────────────────────────────────────────────────


async def test_what_falls_together_is_one_message(chat: Chat) -> None:
    """Two polls due the same morning make one message with both, and buttons for each."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.ann.types('/poll "Dinner?" "Rice" "Fish" until:"2026-11-05 09:00 UTC"')
    await chat.passes(to=at(4, 12))

    [message] = chat.cleo.inbox
    assert "Lunch?" in message
    assert "Dinner?" in message
    assert {"Yes", "No", "Rice", "Fish"} <= set(message.buttons)


async def test_two_reminders_of_one_poll_are_said_once(chat: Chat) -> None:
    """Both due over a weekend, they make one message with the poll in it once."""
    await chat.founded(chat.cleo)
    await chat.ann.types(
        '/poll "Lunch?" "Soup" "Pie" until:"2026-11-10 12:00 UTC" reminders:2'
    )  # reminders on Sunday and on Monday
    await chat.passes(to=at(9, 12, 1))

    assert all(message.text.count("Lunch?") == 1 for message in chat.cleo.inbox)
    assert chat.cleo.inbox


async def test_one_a_day(chat: Chat) -> None:
    """A second reminder on the same day waits for the next morning."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.passes(hours=2)
    await poll(chat, "Dinner?", 3)
    await chat.passes(to=at(4, 17))
    assert len(chat.cleo.inbox) == 1
    await chat.passes(to=at(5, 7))

    assert len(chat.cleo.inbox) == 2
    assert "Dinner?" in chat.cleo.inbox[-1]


async def test_three_a_week(chat: Chat) -> None:
    """The fourth message of a week waits for Monday; meanwhile it stands in `/ronde`."""
    await chat.founded(chat.cleo)
    await grown(chat)
    for day in (2, 3, 4, 5, 6):
        await chat.passes(to=at(day, 9, 30))
        await told(chat, chat.cleo, str(day))
        await chat.tick()
    assert len(chat.cleo.inbox) == 3
    await chat.passes(to=at(9, 7))

    assert len(chat.cleo.inbox) == 4


async def test_what_somebody_started_is_outside_the_budget(chat: Chat) -> None:
    """It comes in the person's hours, but however much was sent, and without a way to stop it."""
    await chat.founded(chat.cleo)
    await grown(chat)
    await told(chat, chat.cleo, "one")
    await chat.tick()
    await told(chat, chat.cleo, "two", severity=STARTED)
    await chat.tick()

    assert len(chat.cleo.inbox) == 2
    assert "Fewer messages" in chat.cleo.inbox[0].buttons
    assert "Fewer messages" not in chat.cleo.inbox[1].buttons


async def test_what_somebody_started_waits_for_the_morning(chat: Chat) -> None:
    """At night even that waits."""
    await chat.founded(chat.cleo)
    await chat.passes(to=at(2, 20))
    await told(chat, chat.cleo, severity=STARTED)
    await chat.tick()
    assert chat.cleo.inbox == []
    await chat.passes(to=at(3, 7))

    assert len(chat.cleo.inbox) == 1


async def test_the_first_thirty_days_are_quiet(chat: Chat) -> None:
    """A young community sends polls, meetings and questions only; nothing is made up for later."""
    await chat.founded(chat.cleo)
    await told(chat, chat.cleo, "other")
    await chat.tick()
    assert chat.cleo.inbox == []
    await told(chat, chat.cleo, "poll", kind="poll")
    await chat.tick()
    assert len(chat.cleo.inbox) == 1
    await grown(chat)
    await chat.passes(days=1)
    assert len(chat.cleo.inbox) == 1
    await told(chat, chat.cleo, "later")
    await chat.tick()

    assert len(chat.cleo.inbox) == 2


# ── less, stop, quiet ───────────────────────────────────────────────────────────────────────────


async def test_less_means_once_a_week(chat: Chat) -> None:
    """Beside the action: fewer messages. From then on one a week; taken back under "My messages"."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.passes(to=at(4, 12))
    await chat.cleo.presses("Fewer messages", on=chat.cleo.inbox[-1])
    assert "at most one message a week" in chat.cleo.told
    await chat.passes(to=at(4, 13))
    await poll(chat, "Dinner?", 2)  # reminder on Thursday
    await chat.passes(to=at(6, 17))
    assert len(chat.cleo.inbox) == 1
    await chat.cleo.presses("My messages", on=chat.cleo.told)
    assert "once a week at most" in chat.cleo.told
    await chat.cleo.presses("As often as usual", on=chat.cleo.told)
    await chat.passes(to=at(9, 8))
    await poll(chat, "Breakfast?", 2)
    await chat.passes(to=at(10, 17))

    assert "Breakfast?" in chat.cleo.inbox[-1]


async def test_stop_stops_this_kind_for_me(chat: Chat) -> None:
    """No more poll reminders for who pressed; others still get theirs; it can be taken back."""
    await chat.founded(chat.cleo, chat.dan)
    await poll(chat, "Lunch?", 3)
    await chat.passes(to=at(4, 12))
    await chat.cleo.presses("No more poll reminders", on=chat.cleo.inbox[-1])
    assert "To get them again: /ronde, then “My messages”." in chat.cleo.told
    await poll(chat, "Dinner?", 2)
    await chat.passes(to=at(5, 17))
    assert len(chat.cleo.inbox) == 1
    assert len(chat.dan.inbox) == 2
    await chat.cleo.presses("My messages", on=chat.cleo.told)
    assert "You get no poll reminders." in chat.cleo.told
    await chat.cleo.presses("Poll reminders again", on=chat.cleo.told)
    await chat.passes(to=at(9, 8))
    await poll(chat, "Breakfast?", 2)
    await chat.passes(to=at(10, 17))

    assert "Breakfast?" in chat.cleo.inbox[-1]


async def test_what_is_stopped_stays_in_ronde(chat: Chat) -> None:
    """Stopping messages hides nothing: what awaits stands in `/ronde`."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.passes(to=at(4, 12))
    await chat.cleo.presses("No more poll reminders", on=chat.cleo.inbox[-1])
    await chat.cleo.types("/ronde")

    assert "Lunch?" in chat.cleo.told


# ── once, and not too late ──────────────────────────────────────────────────────────────────────


async def test_after_downtime_late_reminders_are_dropped(chat: Chat) -> None:
    """More than two hours late, a reminder does not come; the poll's closing does."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.stop()
    chat.clock.move(to=at(4, 11, 30))
    await chat.start()
    await chat.tick()
    assert chat.cleo.inbox == []
    await chat.passes(to=at(5, 9, 1))

    assert chat.cleo.inbox == []
    assert "Soup" not in chat.channel.newest.buttons


async def test_after_a_short_downtime_reminders_still_come(chat: Chat) -> None:
    """An hour late is still of use."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.stop()
    chat.clock.move(to=at(4, 10))
    await chat.start()
    await chat.tick()

    assert len(chat.cleo.inbox) == 1


async def test_after_downtime_closings_are_applied_at_once(chat: Chat) -> None:
    """A deadline that passed meanwhile closes the poll at the restart, once, without a reminder."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.stop()
    chat.clock.move(to=at(6, 12))
    await chat.start()
    await chat.tick()
    await chat.tick()

    board = next(m for m in chat.channel.messages if "Lunch?" in m and m.reply_to is None)
    assert "Yes" not in board.buttons
    assert len(chat.channel.replies(board)) == 1
    assert chat.cleo.inbox == []


async def test_two_workers_have_one_effect(chat: Chat) -> None:
    """Two processes on one database tick at the same moment: one message, one result."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    other = App(chat.path, [], clock=chat.clock)
    for moment in (at(4, 9), at(5, 9)):
        chat.clock.move(to=moment)
        await asyncio.gather(chat.app.clockwork.tick(), other.clockwork.tick())
        await chat.settle()
    await other.stop()
    await chat.tick()

    assert len(chat.cleo.inbox) == 1
    board = next(m for m in chat.channel.messages if "Lunch?" in m and m.reply_to is None)
    assert len(chat.channel.replies(board)) == 1


async def test_a_tick_twice_changes_nothing(chat: Chat) -> None:
    """What was done is not done again."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", 3)
    await chat.passes(to=at(4, 9))
    for _ in range(3):
        await chat.tick()

    assert len(chat.cleo.inbox) == 1


async def test_a_person_who_cannot_be_reached_stays_a_member(chat: Chat) -> None:
    """Closed direct messages are no departure: who blocks the bot still counts, and may vote."""
    if chat.wire.platform == "slack":
        pytest.skip("there, nobody can block an app: only closed accounts are not reached")
    await chat.founded(chat.cleo, chat.dan)
    chat.wire.blocks(chat.dan.persona)
    await poll(chat, "Lunch?", 3)
    await chat.passes(to=at(4, 12))

    assert chat.dan.inbox == []
    assert "3 members" in next(m for m in chat.channel.messages if "We are starting" in m)
    await chat.dan.presses("Yes", on=chat.channel.newest)
    assert "Yes · 1 vote" in chat.channel.newest
