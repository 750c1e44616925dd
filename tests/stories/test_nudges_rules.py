"""What is worth a nudge: dates that wait, quiet polls, a month without a meeting, silence, few hands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from storage import acts
from storage.database import Work
from storage.people import Member
from tests.kit.chat import Chat
from tests.kit.nudges import at, guided
from tests.stories.test_meetings_answer import MAYBE, YES, answers


async def listed(chat: Chat) -> str:
    """What waits, as whoever facilitates reads it."""
    await chat.dan.types("/ronde nudges")
    return chat.dan.told.text


async def announced(chat: Chat, when: str) -> None:
    """A meeting whose date is decided."""
    await chat.cleo.types(f'/meet settle "Kick-off" "{when} Europe/Paris"')
    await chat.cleo.fills()
    await chat.cleo.presses("Publish")


async def six(chat: Chat, days: int = 3) -> None:
    """A community of six, in which nothing is worth a nudge."""
    await guided(chat, chat.eve, chat.ines, chat.zoe, chat.moussa, days=days)


# ── no meeting in thirty days ───────────────────────────────────────────────────────────────────


async def test_a_month_after_the_last_meeting(chat: Chat) -> None:
    """Thirty days from its beginning, not before (11, no meeting in 30 days)."""
    await guided(chat)
    await announced(chat, "2026-11-04 14:00")
    await chat.passes(days=32, hours=3, minutes=59)  # Friday 4 December, a minute to two in Paris
    assert "Nothing needs a nudge" in await listed(chat)
    await chat.passes(minutes=1)

    assert "The last meeting was 30 days ago, and none is planned." in await listed(chat)


async def test_a_meeting_to_come_is_enough(chat: Chat) -> None:
    """Settled, or only proposed, for a date to come (11, no meeting in 30 days)."""
    await guided(chat)
    assert "you have not met yet" in await listed(chat)
    await chat.cleo.types(
        '/meet propose "Review" "2026-11-10 14:00 Europe/Paris" "2026-11-12 10:00 Europe/Paris"'
    )
    await chat.cleo.presses("Publish")
    assert "Nothing needs a nudge" in await listed(chat)
    await chat.passes(to=at(13))
    assert "you have not met yet" in await listed(chat)
    await announced(chat, "2026-12-24 14:00")

    assert "Nothing needs a nudge" in await listed(chat)


# ── a date that waits to be settled ─────────────────────────────────────────────────────────────


async def test_a_date_waits_for_more_than_a_day(chat: Chat) -> None:
    """Answers are in since the deadline; a day later somebody should decide (11, slot decision)."""
    await guided(chat, chat.eve)
    await chat.cleo.types(
        '/meet propose "Review" "2026-11-12 14:00 Europe/Paris" "2026-11-13 10:00 Europe/Paris" '
        'until:"2026-11-05 10:00 Europe/Paris"'
    )
    await chat.cleo.presses("Publish")
    await answers(chat, chat.eve, chat.channel.newest, YES, MAYBE)
    await chat.passes(to=at(6, 9))
    assert "Nothing needs a nudge" in await listed(chat)
    await chat.passes(to=at(6, 9, 1))

    told = await listed(chat)
    assert "“Review” have been in for 1 day: 1 person answered" in told
    await chat.dan.presses("Settle the date", on=chat.dan.told)
    await chat.dan.presses(chat.dan.told.buttons[0], on=chat.dan.told)
    assert "Nothing needs a nudge" in await listed(chat)


# ── a poll of which few take notice ─────────────────────────────────────────────────────────────


async def test_few_answers_at_half_time(chat: Chat) -> None:
    """One of six is less than a fifth: told from half-time on, until a second answers (11)."""
    await six(chat)
    await chat.cleo.types('/poll "Which room?" "Blue" "Red" until:"2026-11-06 10:00 Europe/Paris"')
    await chat.eve.presses("Blue")
    await chat.passes(to=at(4, 8, 59))
    assert "Nothing needs a nudge" in await listed(chat)
    await chat.passes(to=at(4, 9))
    told = await listed(chat)
    assert "Half of the time of “Which room?” has passed, and 1 of 6 people has answered" in told
    await chat.cleo.presses("Red")

    assert "Nothing needs a nudge" in await listed(chat)


async def test_a_short_poll_is_left_alone(chat: Chat) -> None:
    """Open for less than two days, it has no half-time worth speaking of (11)."""
    await six(chat)
    await chat.cleo.types('/poll "Which room?" "Blue" "Red" until:"2026-11-04 09:00 Europe/Paris"')
    await chat.passes(to=at(4, 7, 30))

    assert "Nothing needs a nudge" in await listed(chat)


async def test_few_members_are_left_alone(chat: Chat) -> None:
    """Below five members no part of them is spoken of (11, R11)."""
    await guided(chat, chat.eve, chat.ines, days=3)
    await chat.cleo.types('/poll "Which room?" "Blue" "Red"')
    await chat.passes(to=at(8))

    assert "Nothing needs a nudge" in await listed(chat)


async def test_of_an_anonymous_poll_nothing_is_said(chat: Chat) -> None:
    """Fewer than five answers to an anonymous poll are nobody's business, none included (11, R10)."""
    await six(chat)
    await chat.cleo.types('/poll "Leave?" "Yes" "No" anonymous')
    await chat.passes(to=at(8))
    assert "Nothing needs a nudge" in await listed(chat)
    await chat.passes(to=at(11))

    assert "Nothing needs a nudge" in await listed(chat)


async def test_closed_without_an_answer(chat: Chat) -> None:
    """For a week it is worth a thought; a poll that was answered or cancelled is not (1.A12, 11)."""
    await six(chat)
    until = 'until:"2026-11-05 18:00 Europe/Paris"'
    await chat.cleo.types(f'/poll "Which room?" "Blue" "Red" {until}')
    await chat.cleo.types(f'/poll "Which tool?" "Pen" "Brush" {until}')
    for who in (chat.eve, chat.dan):
        await who.presses("Pen")
    await chat.passes(to=at(6))
    told = await listed(chat)
    assert "“Which room?” closed without an answer from 6 people" in told
    assert "Which tool?" not in told
    await chat.passes(to=at(13))

    assert "Nothing needs a nudge" in await listed(chat)


async def test_a_poll_between_a_few_is_theirs(chat: Chat) -> None:
    """A list of people who do not answer: no nudge (11.A6)."""
    await six(chat)
    names = "@Eve @Inès @Zoé @Moussa @Cleo"
    await chat.cleo.types(f'/poll "Which room?" "Blue" "Red" who:"{names}"')
    await chat.passes(to=at(8))

    assert "Nothing needs a nudge" in await listed(chat)


# ── silence, and few hands ──────────────────────────────────────────────────────────────────────


async def since(chat: Chat, days: int) -> None:
    """Everybody joined so many days ago."""

    def write(work: Work) -> None:
        with work.session() as db:
            for member in db.exec(select(Member)):
                member.joined_at = chat.clock.now() - timedelta(days=days)
                db.add(member)

    await chat.app.database.write(write)


async def test_silent_members_are_counted_from_five_on(chat: Chat) -> None:
    """Sixty days without a trace: how many, and a question for all; nobody is named (11.A6, R10)."""
    await six(chat, days=29)
    await since(chat, 60)
    assert "For 60 days, 6 members have left no trace here" in await listed(chat)
    await chat.cleo.types('/poll "Which room?" "Blue" "Red"')
    await chat.eve.presses("Blue")
    told = await listed(chat)
    assert "5 members" in told
    assert not [name for name in ("Inès", "Zoé", "Moussa") if name in told]
    await chat.ines.presses("Blue")

    assert "Nothing needs a nudge" in await listed(chat)


async def test_who_joined_lately_is_not_silent(chat: Chat) -> None:
    """Fifty-nine days are not sixty (11)."""
    await six(chat, days=29)
    await since(chat, 59)
    assert "Nothing needs a nudge" in await listed(chat)


async def test_silence_is_answered_with_a_question(chat: Chat) -> None:
    """The button opens the form of a first question, its words in place (11.A4)."""
    await six(chat, days=29)
    await since(chat, 60)
    await listed(chat)
    await chat.dan.presses("Ask everybody a question", on=chat.dan.told)
    await chat.dan.fills()
    await chat.dan.presses("Publish", on=chat.dan.told)

    assert "What are you looking for here?" in chat.channel.newest


async def brought(chat: Chat, *each: int, days: int = 1) -> None:
    """So many contributions by each of the members, so many days ago."""

    def write(work: Work) -> None:
        with work.session() as db:
            for person, count in enumerate(each, start=1):
                for number in range(count):
                    ref = f"resource.card:{person}{number:02}{days:03}"
                    when = chat.clock.now() - timedelta(days=days)
                    acts.note(db, 1, person, "resource", ref, when)

    await chat.app.database.write(write)


@pytest.mark.parametrize(
    ("each", "told"),
    [
        ((4, 3, 2, 2, 2), True),  # 9 of 13
        ((2, 2, 2, 2, 2), False),  # 6 of 10 is not more than 60 %
        ((3, 3, 1, 1, 1), False),  # only nine
        ((9, 9, 9, 9), False),  # four people: too few to speak of
    ],
)
async def test_three_people_bring_most(chat: Chat, each: tuple[int, ...], told: bool) -> None:
    """More than 60 % of ten contributions or more, from five people or more; counts only (11.A6)."""
    await six(chat)
    await brought(chat, *each)
    said = await listed(chat)

    assert ("three people made 9 of 13 contributions" in said) is told
    assert ("Nothing needs a nudge" in said) is not told
    assert not [name for name in ("Cleo", "Dan", "Eve", "Inès", "Zoé", "Moussa") if name in said]


async def test_what_was_brought_long_ago_does_not_count(chat: Chat) -> None:
    """Ninety days are looked at (11)."""
    await six(chat)
    await brought(chat, 4, 3, 2, 2, 2, days=90)
    assert "Nothing needs a nudge" in await listed(chat)


async def test_few_hands_are_answered_with_an_offer(chat: Chat) -> None:
    """The button opens a poll that asks who would take something on (11.A4)."""
    await six(chat)
    await brought(chat, 4, 3, 2, 2, 2)
    await listed(chat)
    await chat.dan.presses("Ask who would take a turn", on=chat.dan.told)
    await chat.dan.fills()
    await chat.dan.presses("Publish", on=chat.dan.told)

    assert "What would you like to take on next?" in chat.channel.newest


async def test_the_reasons_in_french(chat: Chat) -> None:
    """Whoever reads French has every reason in French (R12)."""
    await six(chat, days=61)
    await since(chat, 60)
    await brought(chat, 4, 3, 2, 2, 2, days=61)
    await chat.cleo.types('/ronde settings facilitator:"@Zoé"')
    await chat.zoe.types("/ronde coups-de-pouce")

    for said in (
        "En 61 jours, aucune rencontre",
        "6 membres n’ont laissé aucune trace",
        "trois personnes ont apporté 9 contributions sur 13",
    ):
        assert said in chat.zoe.told, said
