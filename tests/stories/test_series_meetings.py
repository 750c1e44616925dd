"""Meetings that come again: six dates in calendars, one card in the channel, each its own meeting."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from tests.kit.chat import Chat
from tests.kit.wire import Shown

TITLE = "Practice circle"
MONTHLY = f'/meet series "{TITLE}" "every 2nd Tuesday 14:00, not in August" duration:90m'
"""Typed by Cleo, who is in Paris like the community, on Monday 2 November 2026 at ten."""

SIX = ("2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13")


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    """An instant of the winter, by the clocks of Paris."""
    return datetime(year, month, day, hour - 1, minute, tzinfo=UTC)


def cards(chat: Chat, title: str = TITLE) -> list[Shown]:
    """The cards of settled meetings that stand in the channel, oldest first."""
    found = [m for m in chat.channel.messages if title in m and m.reply_to is None]
    return [m for m in found if "When" in m.text]


def rows(chat: Chat, query: str) -> list[tuple[object, ...]]:
    """What the file holds."""
    with sqlite3.connect(chat.path) as db:
        return db.execute(query).fetchall()


def days(chat: Chat) -> list[str]:
    """The days for which there are meetings that are not called off."""
    found = rows(
        chat, "SELECT occurrence FROM meetings WHERE state = 'settled' ORDER BY occurrence"
    )
    return [str(row[0]) for row in found]


async def monthly(chat: Chat, line: str = MONTHLY) -> Shown:
    """A meeting on the second Tuesday of each month, set up by Cleo; the answer."""
    await chat.cleo.types(line)
    await chat.cleo.presses("Publish")
    await chat.tick()
    return chat.cleo.told


async def test_the_next_dates_are_shown_before_anything_is_set(chat: Chat) -> None:
    """The rule, six dates with weekday, hour and zone, and what the words may have meant (5.A7)."""
    await chat.founded(chat.cleo)
    before = len(chat.channel.messages)
    await chat.cleo.types(MONTHLY)

    told = chat.cleo.told
    assert TITLE in told
    assert (
        "Comes again the second Tuesday of each month at 14:00 (Paris time), except in August."
        in told
    )
    assert "Tuesday 10 November 2026 at 14:00 (Paris time)" in told
    assert "Tuesday 13 April 2027 at 14:00 (Paris time" in told
    assert "11 May" not in told
    assert "every 2 weeks on Tuesday at 14:00" in told
    assert told.buttons == ("Publish", "Edit")
    await chat.passes(days=1)
    assert len(chat.channel.messages) == before
    assert days(chat) == []


async def test_august_is_left_out_with_its_reason(chat: Chat) -> None:
    """What is left out stands between the dates (5.A7, 22.A1)."""
    chat.clock.move(to=datetime(2027, 5, 3, 9, 0, tzinfo=UTC))
    await chat.founded(chat.cleo)
    await chat.cleo.types(MONTHLY)

    lines = chat.cleo.told.text
    assert "Nothing in August 2027" in lines
    assert lines.index("13 July 2027") < lines.index("Nothing in August") < lines.index("14 Sept")


async def test_six_dates_stand_in_calendars_and_one_card_in_the_channel(chat: Chat) -> None:
    """Each is a meeting of its own; the channel shows the next, calendars know them all (5.A7)."""
    await chat.founded(chat.cleo)
    told = await monthly(chat)

    assert "the next dates go into calendars now" in told
    assert tuple(days(chat)) == SIX
    assert len(cards(chat)) == 1
    assert "10 November 2026 at 14:00" in cards(chat)[0]
    walls = rows(chat, "SELECT DISTINCT substr(starts_wall, 12, 5), zone, minutes FROM meetings")
    assert walls == [("14:00", "Europe/Paris", 90)]


async def test_the_next_one_appears_when_the_one_before_is_over(chat: Chat) -> None:
    """And calendars get one more, so that six are always there (5.A7)."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.passes(to=at(11, 10, 15, 29))
    assert len(cards(chat)) == 1
    await chat.passes(to=at(11, 10, 15, 31))

    assert len(cards(chat)) == 2
    assert "8 December 2026 at 14:00" in cards(chat)[1]
    assert days(chat)[-1] == "2027-05-11"
    assert len(days(chat)) == 7


async def test_it_stays_at_its_hour_when_the_clock_changes(chat: Chat) -> None:
    """14:00 in Paris is 13:00 in UTC in winter and 12:00 in summer (5.A7, R1)."""
    await chat.founded(chat.cleo)
    await monthly(chat)

    hours = rows(chat, "SELECT occurrence, substr(starts_at, 12, 5) FROM meetings")
    assert ("2027-03-09", "13:00") in hours
    assert ("2027-04-13", "12:00") in hours


async def test_one_is_moved_without_the_others(chat: Chat) -> None:
    """Moved like any meeting; the series says where it is, and does not make its day again (5.A7)."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.types('/meet move 2 "2026-12-10 16:00"')
    await chat.cleo.types("/meet series")
    await chat.cleo.presses("Show 1")

    told = chat.cleo.told
    assert "Tuesday 8 December 2026: moved to Thursday 10 December 2026 at 16:00" in told
    assert "Tuesday 12 January 2027 at 14:00" in told
    await chat.passes(to=at(12, 11, 9))
    assert days(chat).count("2026-12-08") == 1
    assert len(days(chat)) == len(set(days(chat)))
    assert len(cards(chat)) == 3


async def test_one_is_called_off_without_the_others(chat: Chat) -> None:
    """Called off like any meeting: its day is not made a second time, the next one takes over."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.types("/meet cancel 1")
    await chat.cleo.fills()
    await chat.passes(to=at(11, 10, 16))

    assert days(chat) == [*SIX[1:], "2027-05-11"]
    assert "8 December 2026 at 14:00" in cards(chat)[-1]
    await chat.cleo.types("/meet series")
    await chat.cleo.presses("Show 1")
    assert "Show 2" in chat.cleo.told.buttons
    assert "Skip" not in " ".join(chat.cleo.told.buttons)


async def test_a_meeting_leads_to_its_series_and_the_series_to_its_meetings(chat: Chat) -> None:
    """From one to the other by a press; the list of meetings names what comes again."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.types("/meet show 3")
    await chat.cleo.presses("Its other dates")
    assert "Comes again the second Tuesday of each month" in chat.cleo.told
    await chat.cleo.presses("Show 4", on=chat.cleo.told)
    assert "9 February 2027" in chat.cleo.told
    await chat.cleo.types("/meet list")
    await chat.cleo.presses("Regular meetings (1)")
    assert f"{TITLE} · the second Tuesday of each month" in chat.cleo.told

    assert "New one" in chat.cleo.told.buttons


async def test_changing_it_leaves_what_is_announced(chat: Chat) -> None:
    """The dates already in calendars stay; those still to be made follow the new rule (22.A2)."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.presses("Change")
    form = chat.cleo.form
    assert form is not None
    assert form.values["every"] == "every 2nd Tuesday 14:00, not in August"
    assert form.values["duration"] == "90m"
    await chat.cleo.fills(every="1st thursday of the month 10:00", venue="Room 2")
    await chat.cleo.presses("Publish")
    told = chat.cleo.told
    assert "Those already announced stay as they are" in told
    assert "Tuesday 10 November 2026 at 14:00" in told
    assert "3 December" not in told
    await chat.passes(to=at(12, 8, 18))

    assert days(chat) == [*SIX, "2027-05-06", "2027-06-03"]
    venues = rows(chat, "SELECT DISTINCT venue FROM meetings WHERE occurrence > '2027-05'")
    assert venues == [("Room 2",)]


async def test_stopped_it_adds_nothing_and_takes_nothing_away(chat: Chat) -> None:
    """What stands in calendars is called off one by one, which tells people (22.A2)."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.presses("Stop")
    assert "The dates already announced stay." in chat.cleo.told
    await chat.passes(to=at(12, 8, 18))

    assert tuple(days(chat)) == SIX
    assert len(cards(chat)) == 3


async def test_paused_it_adds_nothing_until_it_is_resumed(chat: Chat) -> None:
    """Resumed, calendars are filled again (22.A2)."""
    await chat.founded(chat.cleo)
    await monthly(chat)
    await chat.cleo.presses("Pause")
    await chat.passes(to=at(12, 8, 18))
    assert tuple(days(chat)) == SIX
    await chat.cleo.presses("Resume")
    await chat.tick()

    assert days(chat) == [*SIX, "2027-05-11", "2027-06-08"]


async def test_weeks_without_power_make_no_meeting_in_the_past(chat: Chat) -> None:
    """What was missed is over; six are to come again after the start (22.A3)."""
    await chat.founded(chat.cleo)
    await monthly(chat, f'/meet series "{TITLE}" "every tuesday 14:00"')
    await chat.stop()
    chat.clock.move(to=at(12, 30, 9))
    await chat.start()
    await chat.tick()

    assert days(chat)[:6] == [f"2026-{day}" for day in ("11-03", "11-10", "11-17", "11-24")] + [
        "2026-12-01",
        "2026-12-08",
    ]
    assert days(chat)[6:] == [
        f"2027-{day}" for day in ("01-05", "01-12", "01-19", "01-26", "02-02", "02-09")
    ]


@pytest.mark.season
async def test_of_a_yearly_meeting_only_the_next_is_made(chat: Chat) -> None:
    """Nothing is announced further ahead than a year; the rest follows in its time."""
    await chat.founded(chat.cleo)
    await monthly(chat, f'/meet series "{TITLE}" "every 12 months on the 1st tuesday 14:00"')
    first = days(chat)
    assert len(first) == 1
    await chat.passes(days=366)

    assert len(days(chat)) == 2


async def test_the_form_asks_for_what_is_missing(chat: Chat) -> None:
    """Without a word the form opens; without an hour the sentence stands under "when" (R6)."""
    await chat.founded(chat.cleo)
    await chat.cleo.types("/meet series")
    form = chat.cleo.form
    assert form is not None
    assert list(form.labels) == ["title", "every", "duration", "venue"]
    await chat.cleo.fills(title=TITLE, every="every tuesday")
    form = chat.cleo.form
    assert form is not None
    assert form.errors["every"]
    assert form.values["title"] == TITLE
    await chat.cleo.fills(every="every tuesday 14:00", duration="a while")
    form = chat.cleo.form
    assert form is not None
    assert list(form.errors) == ["duration"]
    await chat.cleo.fills(duration="1h30")
    await chat.cleo.presses("Publish")
    await chat.tick()

    assert len(days(chat)) == 6


async def test_it_is_set_up_in_french(chat: Chat) -> None:
    """« 2e mardi du mois 14h, sauf en août » means the same."""
    await chat.founded(chat.zoe)
    await chat.zoe.types('/rencontre série "Cercle" "2e mardi du mois 14h, sauf en août" durée:90m')
    assert "Revient le deuxième mardi de chaque mois à 14\u00a0h\u00a000" in chat.zoe.told
    await chat.zoe.presses("Publier")
    await chat.tick()

    assert tuple(days(chat)) == SIX


async def test_it_goes_on_when_who_set_it_up_leaves(chat: Chat) -> None:
    """The facilitator answers for it, and organises what is made from then on (22.A6)."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:Dan")
    await monthly(chat)
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community")
    await chat.passes(to=at(11, 10, 18))

    assert len([m for m in chat.dan.inbox if "It goes on, and it is yours now" in m]) == 1
    assert rows(
        chat,
        "SELECT p.name FROM meetings m JOIN persons p ON p.id = m.organiser_id "
        "WHERE occurrence = '2027-05-11'",
    ) == [("Dan",)]
