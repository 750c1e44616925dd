"""Propose dates: each is repeated before anything is posted, and what cannot be is said kindly."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat

PROPOSAL = '/meet propose "Peer review" "tue 10 nov 2pm" "thu 12 nov 10am" duration:90m'


async def test_each_date_is_repeated_before_anything_is_posted(chat: Chat) -> None:
    """A typed line shows weekday, date, hour and zone, and posts nothing until Publish (4.A1)."""
    await chat.founded(by=chat.cleo)
    before = len(chat.channel.messages)
    await chat.cleo.types(PROPOSAL)

    assert len(chat.channel.messages) == before
    assert "Tuesday 10 November 2026 at 14:00 (Paris time)" in chat.cleo.told
    assert "Thursday 12 November 2026 at 10:00 (Paris time)" in chat.cleo.told

    await chat.cleo.presses("Publish")
    assert "Peer review" in chat.channel.newest
    assert "1 h 30" in chat.channel.newest
    assert {"Answer", "See the answers"} <= set(chat.channel.newest.buttons)


async def test_a_date_with_an_end_shows_how_long_it_lasts(chat: Chat) -> None:
    """One slot may last longer than the others: the preview and the card say so (4.A1)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet propose "Peer review" "tue 10 nov 2pm" "thu 12 nov 10am-11:30"')
    assert "at 10:00 (Paris time) · 1 h 30" in chat.cleo.told
    assert "at 14:00 (Paris time) · 1 h" not in chat.cleo.told
    await chat.cleo.presses("Publish")

    assert "at 10:00 (Paris time) · 1 h 30" in chat.channel.newest


async def test_how_many_people_it_takes_is_repeated(chat: Chat) -> None:
    """A quorum is on the preview and on the card, beside whom the meeting needs (R6, 4.A10)."""
    await chat.founded(chat.ben, by=chat.cleo)
    await chat.cleo.types(f"{PROPOSAL} quorum:4")
    assert "takes 4 people" in chat.cleo.told
    await chat.cleo.types(f"{PROPOSAL} quorum:4 needs:@Ben")
    assert "Needed: Ben · takes 4 people" in chat.cleo.told
    await chat.cleo.presses("Publish")

    assert "Needed: Ben · takes 4 people" in chat.channel.newest


async def test_french_dates_and_words(chat: Chat) -> None:
    """« mardi 14h » is next Tuesday on the clock of who types it, and the answer says so (4.A1)."""
    await chat.founded(chat.zoe, by=chat.cleo)
    await chat.zoe.types(
        '/rencontre proposer "Analyse de pratiques" "mar 10 nov 14h" "jeu 12 nov 10h" durée:1h30'
    )

    assert "mardi 10 novembre 2026 à 14 h 00 (heure de Paris)" in chat.zoe.told.text.replace(
        "\u00a0", " "
    )
    await chat.zoe.presses("Publier")
    assert "Dates proposées" in chat.zoe.told


async def test_the_bare_command_opens_the_form(chat: Chat) -> None:
    """`/meet` alone asks for the title and the dates, and the form previews (4.A1)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types("/meet")

    assert chat.cleo.form is not None
    await chat.cleo.fills(
        title="Peer review", slots="tue 10 nov 2pm\nthu 12 nov 10am", venue="Room 4"
    )
    assert "Room 4" in chat.cleo.told
    await chat.cleo.presses("Publish")
    assert "Room 4" in chat.channel.newest


async def test_semicolons_separate_dates_too(chat: Chat) -> None:
    """One `dates:` with semicolons is understood as several (feature 4)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet propose "Peer review" dates:"tue 10 nov 2pm; thu 12 nov 10am"')

    assert "Thursday 12 November 2026 at 10:00" in chat.cleo.told


async def test_what_a_preview_understood_is_what_is_published(chat: Chat) -> None:
    """ "Tomorrow" in a preview stays that day, even where it is published a day later (4.A1)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet propose "Peer review" "in 3 days at 2pm" "in 4 days at 2pm"')
    assert "Thursday 5 November 2026 at 14:00" in chat.cleo.told
    await chat.passes(hours=20)
    await chat.cleo.presses("Publish")

    assert "Thursday 5 November 2026" in chat.channel.newest


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ('"tue 10 nov 2pm"', "at least 2 dates"),
        ('"tue 10 nov 2pm" "2026-11-10 14:00"', "the same moment"),
        ('"tue 10 nov 2pm" "2026-11-10 13:00 Europe/London"', "the same moment"),
        ('"tue 10 nov 2pm" "30 february 10am"', "does not exist"),
        ('"tue 10 nov 2pm" "2026-10-01 10:00"', "past"),
        ('"tue 10 nov 2pm" "2027-03-28 02:30"', "03:30"),
        ('"tue 10 nov 2pm" "whenever"', "do not understand"),
        ('"tue 10 nov 2pm" "thu 10am Mars/Olympus"', "do not know the zone “Mars/Olympus”"),
        ('"tue 10 nov 2pm" "thu 3pm-2pm"', "ends before it starts"),
        ('"tue 10 nov 2pm" "thursday"', "hour"),
        ('"tue 10 nov 2pm" "thu 10am" duration:0m', "length"),
        ('"tue 10 nov 2pm" "thu 10am" duration:30h', "length"),
        ('"tue 10 nov 2pm" "thu 10am" needs:@nobody', "nobody"),
        ('"tue 10 nov 2pm" "thu 12 nov 10am" until:"13 nov 10am"', "before the last"),
    ],
)
async def test_dates_that_cannot_be_are_refused(chat: Chat, dates: str, says: str) -> None:
    """What cannot be a date is refused under its field, with what to type instead (4.A1)."""
    await chat.founded(by=chat.cleo)
    before = len(chat.channel.messages)
    await chat.cleo.types(f'/meet propose "Peer review" {dates}')

    assert chat.cleo.form is not None
    assert any(says in error for error in chat.cleo.form.errors.values()), chat.cleo.form.errors
    assert chat.cleo.form.values["title"] == "Peer review"
    assert "tue 10 nov 2pm" in chat.cleo.form.values["slots"]
    assert len(chat.channel.messages) == before


async def test_thirteen_dates_are_too_many(chat: Chat) -> None:
    """Twelve at the most (4.A1)."""
    await chat.founded(by=chat.cleo)
    dates = " ".join(f'"{day} nov 2pm"' for day in range(10, 23))
    await chat.cleo.types(f'/meet propose "Peer review" {dates}')

    assert chat.cleo.form is not None
    assert "12" in chat.cleo.form.errors["slots"]


async def test_overlapping_dates_are_flagged_not_refused(chat: Chat) -> None:
    """Two dates that overlap may be proposed; the preview says so (4.A1)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet propose "Peer review" "tue 10 nov 2pm" "tue 10 nov 2:30pm"')

    assert "overlap" in chat.cleo.told
    assert "Publish" in chat.cleo.told.buttons


async def test_the_usual_deadline(chat: Chat) -> None:
    """Seven days, or 48 h before the first date, never before half-way to it (4.A8)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet propose "Far" "1 dec 2pm" "2 dec 2pm"')
    assert "answers until Tuesday 17 November 2026 at 00:00" in chat.cleo.told
    await chat.cleo.types('/meet propose "Next week" "fri 13 nov 2pm" "sat 14 nov 9am"')
    assert "answers until Monday 9 November 2026 at 10:00" in chat.cleo.told
    await chat.cleo.types('/meet propose "Soon" "sat 7 nov 9am" "sun 8 nov 9am"')
    assert "answers until Thursday 5 November 2026" in chat.cleo.told
    await chat.cleo.types('/meet propose "Tomorrow" "tue 3 nov 9am" "wed 4 nov 9am"')
    assert "answers until Monday 2 November 2026 at 21:30" in chat.cleo.told


async def test_who_may_propose_is_a_setting(chat: Chat) -> None:
    """Any member proposes dates, unless the settings leave it to others (R7)."""
    await chat.founded(chat.ben, by=chat.cleo)
    await chat.ben.types(PROPOSAL)
    assert "Publish" in chat.ben.told.buttons
    await chat.cleo.types("/ronde")
    await chat.cleo.presses("Settings", on=chat.cleo.told)
    await chat.cleo.picks("coordinators", on=chat.cleo.told)
    await chat.ben.types(PROPOSAL)

    assert "coordinators propose dates" in chat.ben.told


async def test_a_date_on_a_near_meeting_is_warned_of(chat: Chat) -> None:
    """Within two hours of another meeting: a warning, never a block (4.A10)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet settle "Board" "tue 10 nov 1pm"')
    await chat.cleo.fills()
    await chat.cleo.presses("Publish")
    await chat.cleo.types(PROPOSAL)

    assert "close to another meeting: Board" in chat.cleo.told
    assert "Publish" in chat.cleo.told.buttons


async def test_a_decided_date_is_announced(chat: Chat) -> None:
    """Words that mean no meeting, with a date, announce one: previewed, then in the channel."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet settle "First meeting" "tue 10 nov 2pm"')
    assert chat.cleo.form is not None
    await chat.cleo.fills(venue="https://meet.example.org/ours")
    await chat.cleo.presses("Publish")

    assert "First meeting" in chat.channel.newest
    assert "Tuesday 10 November 2026 at 14:00 (Paris time" in chat.channel.newest
    assert "Add to my calendar" in chat.channel.newest.buttons
