"""A poll always closes, once, at the right time, wherever its card has gone meanwhile."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.features.polls.records import Poll
from bot.features.polls.routes import Deadline
from storage import due
from storage.database import Work
from tests.kit.chat import Chat
from tests.kit.wire import Shown


def results(chat: Chat) -> list[Shown]:
    """The results told so far in the channel."""
    return [message for message in chat.channel.messages if "Result: " in message]


@pytest.mark.parametrize("until", ["+4min", "+91d"])
async def test_a_deadline_lies_between_five_minutes_and_ninety_days(chat: Chat, until: str) -> None:
    """Too soon or too late opens the form, with the reason under the field (2.A1)."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:{until}')

    form = chat.ann.form
    assert form is not None
    assert ("5 minutes" if until == "+4min" else "90 days") in form.errors["until"]
    assert form.values["until"] == until
    assert len(chat.channel.messages) == before


@pytest.mark.parametrize(
    ("until", "closes"),
    [
        ("+5min", "2 November 2026 at 10:05"),
        ("+3d", "5 November 2026 at 10:00"),
        ("+90d", "31 January 2027 at 10:00"),
        ("2026-11-27", "27 November 2026 at 23:59"),
        ('"2026-11-27 18:00 Europe/Paris"', "27 November 2026 at 18:00"),
        ("2026-11-27T18:00:00+01:00", "27 November 2026 at 18:00"),
    ],
)
async def test_a_deadline_is_typed_in_words_or_in_figures(
    chat: Chat, until: str, closes: str
) -> None:
    """Relative, ISO, with a zone; a date alone ends that day for the community (2.A1)."""
    await chat.founded()
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:{until}')

    assert closes in chat.channel.newest
    assert "Published" in chat.ann.told


async def test_a_deadline_is_typed_in_french(chat: Chat) -> None:
    """« ven. 18h » is next Friday at 18:00, on the clock of who types it (2.A1)."""
    await chat.founded(chat.zoe)
    await chat.zoe.types('/sondage "Repas ?" "Ici" "Ailleurs" fin:"ven. 18h"')

    assert "closes Friday 6 November 2026 at 18:00 (Paris time)" in chat.channel.newest
    assert "vendredi 6 novembre 2026" in chat.zoe.told


async def test_a_deadline_in_the_past_is_refused(chat: Chat) -> None:
    """The past is no deadline: the form opens with the reason (2.A1)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:2026-10-30')

    assert chat.ann.form is not None
    assert "past" in chat.ann.form.errors["until"]


async def test_the_form_s_own_deadline_keeps_its_zone(chat: Chat) -> None:
    """Sending the form untouched from another zone closes at 18:00 for the community (2.A1)."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    await chat.ann.presses("Publish")

    assert "9 November 2026 at 18:00 (Paris time)" in chat.channel.newest


async def test_at_the_deadline_the_card_closes_and_the_thread_tells(chat: Chat) -> None:
    """At the deadline: no buttons, the result on the card, and one reply (2.A2)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    poll = chat.channel.newest
    await chat.ben.presses("Soup")
    await chat.cleo.presses("Soup")
    await chat.ann.presses("Pie")
    await chat.passes(hours=23, minutes=59)
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.passes(minutes=2)

    closed = chat.channel.newest
    assert closed.ref == poll.ref
    assert not closed.buttons
    assert "Soup, chosen by 2 of 3 people." in closed
    assert "Soup · 2 votes" in closed
    assert "closed Tuesday 3 November 2026 at 10:00" in closed
    told = chat.channel.replies(closed)
    assert len(told) == 1
    assert "Result: Lunch?" in told[0]
    assert "Soup, chosen by 2 of 3 people." in told[0]
    assert "Soup: 2" in told[0]


async def test_a_vote_after_the_deadline_is_refused_by_the_clock(chat: Chat) -> None:
    """A vote one second late does not count, even if nothing has closed the poll yet (2.A3)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ben.presses("Soup")
    chat.clock.move(days=1, seconds=1)  # and no tick
    await chat.cleo.presses("Pie")
    assert "closed" in chat.cleo.told

    await chat.tick()
    assert "Soup, chosen by 1 of 1 person." in chat.channel.newest


@pytest.mark.parametrize("who", ["ann", "ben", "cleo"])
async def test_a_poll_is_closed_early(chat: Chat, who: str) -> None:
    """The author, the facilitator and a coordinator may close before the deadline (2.A2)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    poll = chat.channel.newest
    await chat.dan.presses("Soup")
    await getattr(chat, who).types("/poll close 1")

    assert not chat.channel.newest.buttons
    assert "Soup, chosen by 1 of 1 person." in chat.channel.newest
    assert len(chat.channel.replies(poll)) == 1
    await chat.passes(days=10)
    assert len(results(chat)) == 1


async def test_others_do_not_close_a_poll(chat: Chat) -> None:
    """A member who did not start it is told who could (2.A2)."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.dan.types("/poll close 1")

    assert "Only the author of this poll, the facilitator or a coordinator" in chat.dan.told
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_closing_early_stops_the_reminders(chat: Chat) -> None:
    """A closed poll reminds nobody (2.A2)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=1)
    await chat.ann.types("/poll close 1")
    await chat.passes(days=4)

    assert not chat.dan.inbox


async def test_a_stop_across_the_deadline_changes_nothing(chat: Chat) -> None:
    """Down at the deadline: closed at the restart, dated the deadline, told once, nobody reminded (2.A3)."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    poll = chat.channel.newest
    await chat.ben.presses("Soup")
    closes = chat.clock.now() + timedelta(days=3)
    await chat.stop()
    chat.clock.move(days=4)
    await chat.start()
    await chat.tick()

    assert "closed Thursday 5 November 2026 at 10:00" in chat.channel.newest
    assert len(chat.channel.replies(poll)) == 1
    assert not chat.dan.inbox
    with sqlite3.connect(chat.path) as db:
        closed = db.execute("SELECT closed_at FROM polls").fetchone()[0]
    assert datetime.fromisoformat(closed).replace(tzinfo=UTC) == closes
    await chat.stop()
    await chat.start()
    await chat.tick()
    assert len(results(chat)) == 1


async def test_a_ballot_that_waits_for_the_restart_is_late(chat: Chat) -> None:
    """A press that reaches a restarted bot after the deadline is refused (2.A3)."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.stop()
    chat.clock.move(days=2)
    await chat.start()
    await chat.dan.presses("Soup")
    assert "closed" in chat.dan.told

    await chat.tick()
    assert "Closed without answer." in chat.channel.newest


async def test_a_deleted_card_does_not_hide_the_result(chat: Chat) -> None:
    """Somebody deleted the poll's message: the result comes as a new one (2.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ben.presses("Soup")
    chat.wire.deletes(chat.channel.newest)
    await chat.passes(days=2)

    told = results(chat)
    assert len(told) == 1
    assert told[0].reply_to is None
    assert "Soup, chosen by 1 of 1 person." in told[0]


async def test_a_lost_channel_sends_the_result_to_the_author(chat: Chat) -> None:
    """Channel archived or bot removed: the author gets the result, once, by direct message (2.A4)."""
    await chat.founded(chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ann.presses("Soup")
    chat.wire.shuts("general")
    await chat.passes(days=3)
    await chat.passes(days=3)

    told = [message for message in chat.ben.inbox if "Soup, chosen by 1 of 1 person." in message]
    assert len(told) == 1
    assert told[0].text.count("I can no longer post in") == 1
    assert "Result: Lunch?" in told[0]
    assert not [message for message in chat.ann.inbox if "no longer post" in message]


async def test_a_list_closes_when_everyone_has_voted(chat: Chat) -> None:
    """`close-when-all` with a list: ten minutes after the last vote, to change one's mind (2.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben" close-when-all')
    await chat.ann.presses("Soup")
    await chat.passes(hours=1)
    await chat.ben.presses("Pie")
    await chat.passes(minutes=9)
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.ben.presses("Soup")
    await chat.passes(minutes=2)

    assert not chat.channel.newest.buttons
    assert "Soup, chosen by 2 of 2 people." in chat.channel.newest
    assert "closed Monday 2 November 2026 at 11:10" in chat.channel.newest


async def test_a_vote_taken_back_stops_the_early_closing(chat: Chat) -> None:
    """Whoever withdraws within the ten minutes keeps the poll open (2.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben" close-when-all')
    await chat.ann.presses("Soup")
    await chat.ben.presses("Pie")
    await chat.ben.presses("Pie")
    await chat.ben.presses("Withdraw my vote")
    await chat.passes(minutes=30)

    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.ben.presses("Soup", on=chat.channel.newest)
    await chat.passes(minutes=11)
    assert not chat.channel.newest.buttons


@pytest.mark.parametrize("who", ["", " who:everyone", " who:@facilitation"])
async def test_close_when_all_needs_a_list(chat: Chat, who: str) -> None:
    """Where people may still join, nobody knows when everyone has voted (2.A6)."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie"{who} close-when-all')

    assert chat.ann.form is not None
    assert "list of names" in chat.ann.form.errors["close_when_all"]
    assert len(chat.channel.messages) == before
    await chat.ann.fills(close_when_all="")
    await chat.ann.presses("Publish")
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_the_facilitator_inherits_when_the_author_leaves(chat: Chat) -> None:
    """The author left: the facilitator on duty is told, and has the controls (2.A7)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community")
    await chat.passes(minutes=1)

    told = chat.cleo.inbox[-1]
    assert "Lunch?" in told
    assert "has left Trainers" in told
    assert not [message for message in chat.ann.inbox if "has left" in message]
    await chat.cleo.presses("See the poll", on=told)
    await chat.cleo.presses("Close now")
    assert "Closed without answer." in chat.channel.newest


async def test_the_coordination_inherits_where_nobody_facilitates(chat: Chat) -> None:
    """Without a facilitator the coordination is told (2.A7)."""
    await chat.founded(chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community")
    await chat.passes(minutes=1)

    assert "has left Trainers" in chat.ann.inbox[-1]
    await chat.passes(days=8)
    assert "Closed without answer." in chat.channel.newest


async def test_a_deadline_keeps_its_local_time_when_a_zone_changes_its_rules(chat: Chat) -> None:
    """What was kept under earlier rules of a zone is derived again at the next start (R1)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:2026-11-05')
    await chat.app.database.write(_an_hour_early)
    await chat.stop()
    await chat.start()
    await chat.passes(to=datetime(2026, 11, 5, 22, 30, tzinfo=UTC))
    assert "Soup" in chat.channel.newest.buttons
    await chat.passes(to=datetime(2026, 11, 5, 23, 1, tzinfo=UTC))

    assert chat.channel.newest.buttons == ()


def _an_hour_early(work: Work) -> None:
    """The file as it would be, had Paris kept summer time when the poll was made."""
    with work.session() as db:
        poll = db.exec(select(Poll)).one()
        poll.closes_at -= timedelta(hours=1)
        due.later(db, Deadline(poll.id or 0).pack(), poll.closes_at)
        db.add(poll)
