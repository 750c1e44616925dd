"""A poll that comes again: set up once, there on time each time, and easy to put aside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.series.routes import Make
from storage import due
from storage.database import Work
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

QUESTION = "How was your week?"
WEEKLY = f'/poll "{QUESTION}" "Good" "Hard" every:"monday 9am" until:+2d'
"""Typed by Cleo, who is in Paris like the community, on Monday 2 November 2026 at ten."""


def polls(chat: Chat, question: str = QUESTION) -> list[Shown]:
    """The polls that stand in the channel, oldest first, without their results."""
    return [m for m in chat.channel.messages if question in m and m.reply_to is None]


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """An instant of the winter of 2026, by the clocks of Paris."""
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC)


async def weekly(chat: Chat, by: Someone | None = None, line: str = WEEKLY) -> Shown:
    """A poll each Monday at nine, set up by Cleo (or `by`); the answer."""
    who = by or chat.cleo
    await who.types(line)
    await who.presses("Publish")
    return who.told


# ── setting up ──────────────────────────────────────────────────────────────────────────────────


async def test_the_next_dates_are_shown_before_anything_is_set(chat: Chat) -> None:
    """Even a typed line is previewed: the rule, six dates, and the first poll as it will be (22.A1)."""
    await chat.founded(chat.cleo)
    before = len(chat.channel.messages)
    await chat.cleo.types(WEEKLY)

    told = chat.cleo.told
    assert "Comes again every Monday at 09:00 (Paris time)." in told
    for day in ("9 November", "16 November", "23 November", "30 November", "7 December"):
        assert f"Monday {day} 2026 at 09:00" in told
    assert "Monday 14 December 2026 at 09:00" in told
    assert "21 December" not in told
    assert "closes Wednesday 11 November 2026 at 09:00" in told
    assert told.buttons == ("Publish", "Edit")
    await chat.passes(days=10)
    assert len(chat.channel.messages) == before


async def test_each_comes_on_time_with_a_deadline_of_its_own(chat: Chat) -> None:
    """At its hour, in its channel; "+2d" is two days from then, each time (22.A1, A2)."""
    await chat.founded(chat.cleo)
    told = await weekly(chat)
    assert "From now on this comes by itself" in told
    await chat.passes(to=at(9, 8, 59))
    assert polls(chat) == []
    await chat.passes(to=at(9, 9, 1))

    assert len(polls(chat)) == 1
    assert "closes Wednesday 11 November 2026 at 09:00" in polls(chat)[0]
    assert polls(chat)[0].buttons == ("Good", "Hard")
    await chat.passes(to=at(16, 9, 1))
    assert len(polls(chat)) == 2
    assert "Closed without answer." in polls(chat)[0]
    assert "closes Wednesday 18 November 2026 at 09:00" in polls(chat)[1]


async def test_without_a_deadline_each_stays_open_for_the_usual_week(chat: Chat) -> None:
    """The usual deadline counts from each time, too (22.A2)."""
    await chat.founded(chat.cleo)
    await weekly(chat, line=f'/poll "{QUESTION}" "Good" "Hard" every:"monday 9am"')
    await chat.passes(to=at(16, 9, 1))

    assert "closes Monday 23 November 2026 at 18:00" in polls(chat)[1]


async def test_it_is_set_up_in_french(chat: Chat) -> None:
    """« chaque lundi 9h » and « fin:+2j » mean the same, and the answer speaks French."""
    await chat.founded(chat.zoe)
    await chat.zoe.types('/sondage "Votre semaine ?" "Bonne" "Rude" chaque:"lundi 9h" fin:+2j')
    assert "Revient tous les lundis à 9\u00a0h\u00a000 (heure de Paris)." in chat.zoe.told
    assert "lundi 9 novembre 2026 à 9\u00a0h\u00a000" in chat.zoe.told
    await chat.zoe.presses("Publier")
    assert "la publication se fera toute seule" in chat.zoe.told
    await chat.passes(to=at(9, 9, 1))

    assert len(polls(chat, "Votre semaine ?")) == 1


async def test_words_that_say_no_rhythm_open_the_form(chat: Chat) -> None:
    """What is typed stays; the sentence stands under the field that says when (R6)."""
    await chat.founded(chat.cleo)
    await chat.cleo.types(f'/poll "{QUESTION}" "Good" "Hard" every:"now and then" until:+2d')

    form = chat.cleo.form
    assert form is not None
    assert form.errors["every"]
    assert form.values["every"] == "now and then"
    assert form.values["question"] == QUESTION
    assert form.values["until"] == "+2d"
    await chat.cleo.fills(every="monday 9am")
    assert "Monday 9 November 2026 at 09:00" in chat.cleo.told
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(9, 9, 1))
    assert "closes Wednesday 11 November 2026 at 09:00" in polls(chat)[0]


async def test_one_date_for_ever_is_no_deadline_of_what_comes_again(chat: Chat) -> None:
    """A fixed day would be past the second time: said at once, not in three weeks (22.A2)."""
    await chat.founded(chat.cleo)
    await chat.cleo.types(
        f'/poll "{QUESTION}" "Good" "Hard" every:"monday 9am" until:"2026-11-13 18:00"'
    )

    assert chat.cleo.form is not None
    assert "Say how long it stays open" in chat.cleo.form.errors["until"]


async def test_what_is_left_out_is_said_with_its_reason(chat: Chat) -> None:
    """Months and public holidays that are left out stand between the dates (22.A1)."""
    await chat.founded(chat.cleo)
    await chat.cleo.types(
        f'/poll "{QUESTION}" "Good" "Hard" until:+2d '
        'every:"every friday 9am except in november and on public holidays in France"'
    )

    told = chat.cleo.told
    assert "Nothing in November 2026" in told
    assert "Friday 25 December 2026: left out (Christmas Day)" in told
    assert "Friday 1 January 2027: left out" in told
    assert "Friday 4 December 2026 at 09:00" in told


# ── on time, and once ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "nines"),
    [
        (datetime(2026, 10, 13, 9, tzinfo=UTC), ((10, 19, 7), (10, 26, 8))),
        (datetime(2027, 3, 16, 9, tzinfo=UTC), ((3, 22, 8), (3, 29, 7))),
    ],
    ids=["autumn", "spring"],
)
async def test_it_stays_at_its_hour_when_the_clock_changes(
    chat: Chat, start: datetime, nines: tuple[tuple[int, int, int], ...]
) -> None:
    """Nine o'clock on both sides of 25 October 2026 and of 28 March 2027 (5.A7, R1)."""
    chat.clock.move(to=start)
    await chat.founded(chat.cleo)
    await weekly(chat)
    for month, day, hour in nines:
        nine = datetime(start.year, month, day, hour, tzinfo=UTC)
        await chat.passes(to=nine - timedelta(minutes=1))
        count = len(polls(chat))
        await chat.passes(to=nine + timedelta(minutes=1))
        assert len(polls(chat)) == count + 1


async def test_three_weeks_without_power_make_one_poll(chat: Chat) -> None:
    """At most one, the latest, if it still makes sense (22.A3)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.stop()
    chat.clock.move(to=at(24, 8))  # a Tuesday: 9, 16 and 23 November are gone by
    await chat.start()
    await chat.tick()

    assert len(polls(chat)) == 1
    assert "closes Wednesday 25 November 2026 at 09:00" in polls(chat)[0]
    await chat.passes(to=at(30, 9, 1))
    assert len(polls(chat)) == 2


async def test_what_would_be_closed_by_now_is_not_made(chat: Chat) -> None:
    """Nobody is asked what could no longer be answered (22.A3)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.stop()
    chat.clock.move(to=at(26, 8))  # a Thursday: Monday's poll would have closed yesterday
    await chat.start()
    await chat.tick()

    assert polls(chat) == []
    await chat.passes(to=at(30, 9, 1))
    assert len(polls(chat)) == 1


async def test_the_usual_week_counts_from_the_hour_that_was_missed(chat: Chat) -> None:
    """A monthly poll that would have closed two days ago is not asked now (22.A3)."""
    await chat.founded(chat.cleo)
    line = f'/poll "{QUESTION}" "Good" "Hard" every:"1st monday of the month 9am"'
    await weekly(chat, line=line)
    await chat.stop()
    chat.clock.move(to=at(16, 9, month=12))
    await chat.start()
    await chat.tick()

    assert polls(chat) == []


async def test_a_restart_at_the_very_hour_makes_one(chat: Chat) -> None:
    """Started again as often as you like: once a date (R3)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.passes(to=at(9, 9))
    for _ in range(3):
        await chat.stop()
        await chat.start()
        await chat.tick()

    assert len(polls(chat)) == 1


async def test_it_keeps_its_hour_when_a_zone_changes_its_rules(chat: Chat) -> None:
    """What was planned under earlier rules of a zone is planned anew at the next start (R1)."""
    await chat.founded(chat.cleo)
    await weekly(chat)
    await chat.app.database.write(_an_hour_early)
    await chat.stop()
    await chat.start()
    await chat.passes(to=at(9, 8, 59))
    assert polls(chat) == []
    await chat.passes(to=at(9, 9, 1))

    assert len(polls(chat)) == 1


def _an_hour_early(work: Work) -> None:
    """The file as it would be, had Paris kept summer time when the series was set up."""
    with work.session() as db:
        due.later(db, Make(1).pack(), at(9, 8))


async def test_after_its_last_time_it_is_over(chat: Chat) -> None:
    """Twice means twice; then it stands in no list any more (22.A1)."""
    await chat.founded(chat.cleo)
    await weekly(
        chat, line=f'/poll "{QUESTION}" "Good" "Hard" every:"every monday 9am, 2 times" until:+2d'
    )
    assert "23 November" not in chat.cleo.told
    await chat.passes(days=40)
    assert len(polls(chat)) == 2
    await chat.cleo.types("/poll list")

    assert "Regular polls (1)" not in chat.cleo.told.buttons


# ── by mouse ────────────────────────────────────────────────────────────────────────────────────


async def test_a_poll_that_exists_is_repeated(chat: Chat) -> None:
    """Repeat opens the form with all in place: its words, its length, the weekday and the hour."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.cleo.types(f'/poll "{QUESTION}" "Good" "Hard" until:"friday 6pm" names:shown')
    await chat.cleo.types("/poll show 1")
    await chat.cleo.presses("Repeat")
    form = chat.cleo.form
    assert form is not None
    assert form.values["every"] == "every Monday at 10:00"
    assert form.values["until"] == "in 4 days at 18:00"
    assert form.values["names"] == "shown"
    await chat.cleo.fills()
    assert "Comes again every Monday at 10:00" in chat.cleo.told
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(9, 10, 1))

    assert len(polls(chat)) == 2
    assert "closes Friday 13 November 2026 at 18:00" in polls(chat)[1]
    assert "Everybody sees who chose what" in polls(chat)[1]


async def test_a_poll_of_a_series_leads_to_it(chat: Chat) -> None:
    """In place of Repeat, a poll that comes again shows when, and who looks after it."""
    await chat.founded(chat.cleo, chat.dan)
    await weekly(chat)
    await chat.passes(to=at(9, 9, 1))
    await chat.cleo.types("/poll show 1")
    assert "Repeat" not in chat.cleo.told.buttons
    await chat.cleo.presses("Its other dates")

    assert "Comes again every Monday at 09:00" in chat.cleo.told
    assert "looked after by Cleo" in chat.cleo.told
    await chat.dan.types("/poll show 1")
    assert not {"Repeat", "Its other dates"} & set(chat.dan.told.buttons)


async def test_all_that_comes_again_is_listed(chat: Chat) -> None:
    """From the list of polls to those that come again; five a page (R5)."""
    await chat.founded(chat.cleo)
    for number in range(6):
        await weekly(chat, line=f'/poll "Number {number}?" "A" "B" every:"monday {9 + number}:00"')
    await chat.cleo.types("/poll list")
    await chat.cleo.presses("Regular polls (6)")
    assert "Number 0? · every Monday at 09:00 (Paris time) · next Mon 9 Nov 09:00" in chat.cleo.told
    assert "Number 5?" not in chat.cleo.told
    await chat.cleo.presses("Next")
    assert "Number 5?" in chat.cleo.told
    await chat.cleo.presses("Show 6")

    assert "Pause" in chat.cleo.told.buttons
