"""One thing at a time, to whoever facilitates: when it comes, what it says, and when it does not."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from storage import people
from storage.database import Work
from storage.people import Person
from storage.terms import FACILITATION, Term
from tests.kit.chat import Chat
from tests.kit.nudges import NO_MEETING, aged, appoint, at, guided, nudges
from tests.stories.test_notices import told


async def test_it_comes_in_the_morning_to_whoever_facilitates(chat: Chat) -> None:
    """At the opening: why now, with the figures, one thing to do, and three ways out (11.A1, A4)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3, 6, 59))
    assert nudges(chat.dan) == []
    await chat.passes(to=at(3))

    [nudge] = nudges(chat.dan)
    assert NO_MEETING in nudge
    assert nudge.buttons == (
        "Propose dates",
        "Remind me tomorrow",
        "Remind me in a week",
        "No more of this rule",
    )
    assert nudges(chat.cleo) == nudges(chat.eve) == []


async def test_the_one_thing_to_do_is_one_press_away(chat: Chat) -> None:
    """The button opens the form, from the direct message, for the community concerned (11.A4)."""
    await guided(chat)
    await chat.passes(to=at(3))
    await chat.dan.presses("Propose dates", on=nudges(chat.dan)[0])
    await chat.dan.fills(title="Back together", slots="thu 12 nov 2pm\nfri 13 nov 10am")
    await chat.dan.presses("Publish", on=chat.dan.told)

    assert "Back together" in chat.channel.newest


async def test_it_is_about_its_own_community(chat: Chat) -> None:
    """Who coordinates two, and meant the other one last, proposes dates in the one concerned (11.A4)."""
    await chat.founded(by=chat.cleo)
    await aged(chat)
    await chat.cleo.types("/ronde", "second")
    await chat.cleo.presses("Found a community here", on=chat.cleo.told)
    await chat.cleo.fills(name="Designers", zone="Europe/Paris")
    await chat.cleo.types("/ronde", "direct")
    await chat.cleo.picks("Designers")
    await chat.passes(to=at(3))
    await chat.cleo.presses("Propose dates", on=nudges(chat.cleo)[0])
    await chat.cleo.fills(title="Back together", slots="thu 12 nov 2pm\nfri 13 nov 10am")
    await chat.cleo.presses("Publish", on=chat.cleo.told)

    assert "Back together" in chat.channel.newest


async def test_nothing_is_ever_said_in_a_channel(chat: Chat) -> None:
    """Nudges are direct messages only: no post, no name, in two months of silence (11.A6)."""
    await guided(chat, chat.eve, chat.ines, chat.zoe, chat.moussa, days=61)
    before = chat.channel.messages
    await chat.passes(days=62)

    assert chat.channel.messages == before
    assert len(nudges(chat.dan)) > 3
    for nudge in nudges(chat.dan):
        assert not [name for name in ("Eve", "Inès", "Zoé", "Moussa") if name in nudge]


async def test_where_nobody_facilitates_a_coordinator_gets_it(chat: Chat) -> None:
    """The role is vacant: whoever coordinates longest looks after it (11.A1)."""
    await chat.founded(chat.dan, by=chat.cleo)
    await aged(chat)
    await chat.passes(to=at(3))

    assert NO_MEETING in nudges(chat.cleo)[0]
    assert nudges(chat.dan) == []


async def test_it_goes_to_who_holds_the_role_now(chat: Chat) -> None:
    """Appointed on the evening before, Eve gets it, and Dan does not (11.A1)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(2, 16))
    await appoint(chat, chat.eve)
    await chat.passes(to=at(4))

    assert len(nudges(chat.eve)) == 1
    assert nudges(chat.dan) == []


async def next_term(chat: Chat, name: str, day: int) -> None:
    """Somebody said yes to facilitating from a day on."""

    def write(work: Work) -> None:
        with work.session() as db:
            [person] = db.exec(select(Person.id).where(func.lower(Person.name) == name)).all()
            assert person is not None
            term = Term(community_id=1, role=FACILITATION, person_id=person, starts_at=at(day))
            term.ends_at = at(day + 7)
            db.add(term)

    await chat.app.database.write(write)


@pytest.mark.parametrize(
    ("away", "gets"),
    [
        (("dan",), "eve"),  # who has the role next
        (("dan", "eve"), "cleo"),  # who coordinates
        (("dan", "eve", "cleo"), "dan"),  # everybody is away: who holds it
        ((), "dan"),
    ],
)
async def test_for_who_is_away_somebody_else_is_told(
    chat: Chat, away: tuple[str, ...], gets: str
) -> None:
    """The backup, then a coordinator: whoever of them is there (11.A1)."""
    await guided(chat, chat.eve)
    await next_term(chat, "eve", 16)
    for name in away:
        await getattr(chat, name).types('/role away "for 5 days"')
    await chat.passes(to=at(3))

    told_to = [name for name in ("cleo", "dan", "eve") if nudges(getattr(chat, name))]
    assert told_to == [gets]


async def test_a_weekend_is_quiet(chat: Chat) -> None:
    """What begins to hold on a Friday evening is told on Monday at 8:00 (11.A2, R9)."""
    await guided(chat, days=26)
    await chat.passes(to=at(9, 6, 59))
    assert nudges(chat.dan) == []
    await chat.passes(to=at(9))

    assert len(nudges(chat.dan)) == 1


async def test_the_communitys_own_hours_count(chat: Chat) -> None:
    """Open from ten on Wednesdays: then, and not before (11.A2, R9)."""
    await guided(chat)
    await chat.cleo.types('/ronde settings hours:"10:00-12:00 wed"')
    await chat.passes(to=at(4, 8, 59))
    assert nudges(chat.dan) == []
    await chat.passes(to=at(4, 9))

    assert len(nudges(chat.dan)) == 1


async def test_it_waits_for_the_facilitators_own_morning(chat: Chat) -> None:
    """Judged in the community's morning, it comes at 8:00 in Montreal (11.A2, R9)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: the community's hours count for everybody")
    await guided(chat, by=chat.ben)
    await chat.passes(to=at(3, 12, 59))
    assert nudges(chat.ben) == []
    await chat.passes(to=at(3, 13))

    assert len(nudges(chat.ben)) == 1


async def test_what_is_solved_before_it_is_sent_stays_away(chat: Chat) -> None:
    """A date is announced between the judging and the sending: nothing is sent, or spent (11.A3)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: nobody's morning is later than the community's")
    await guided(chat, by=chat.ben)
    await chat.passes(to=at(3, 8))
    await chat.cleo.types('/meet settle "Kick-off" "2026-11-05 14:00 Europe/Paris"')
    await chat.cleo.fills()
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(3, 16))

    assert nudges(chat.ben) == []


async def test_who_no_longer_facilitates_is_not_told(chat: Chat) -> None:
    """The role passes on between the judging and the sending: nothing is sent (11.A1, A3)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: nobody's morning is later than the community's")
    await guided(chat, chat.dan, by=chat.ben)
    await chat.passes(to=at(3, 8))
    await appoint(chat, chat.dan)
    await chat.passes(to=at(4, 7))

    assert nudges(chat.ben) == []
    assert len(nudges(chat.dan)) == 1


async def test_the_same_is_not_said_again_for_two_weeks(chat: Chat) -> None:
    """Told on Tuesday the 3rd, it comes again on Tuesday the 17th, with new figures (11.A3)."""
    await guided(chat)
    await chat.passes(to=at(17, 6, 59))
    assert len(nudges(chat.dan)) == 1
    await chat.passes(to=at(17))

    assert len(nudges(chat.dan)) == 2
    assert "In 45 days" in nudges(chat.dan)[-1]


async def test_a_new_facilitator_is_not_told_the_same_at_once(chat: Chat) -> None:
    """Same rule, same object: two weeks, whoever holds the role by then (11.A3)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    await appoint(chat, chat.eve)
    await chat.passes(to=at(16, 16))
    assert nudges(chat.eve) == []
    await chat.passes(to=at(17))

    assert len(nudges(chat.eve)) == 1


async def test_a_young_community_is_left_alone(chat: Chat) -> None:
    """In the first thirty days nothing is sent; on the thirtieth it is (11.A2, R9)."""
    await guided(chat, days=0)
    await chat.passes(days=29, hours=23)
    assert nudges(chat.dan) == []
    await chat.passes(days=3)

    assert len(nudges(chat.dan)) == 1


async def test_one_a_day_with_all_other_messages(chat: Chat) -> None:
    """Somebody who got another message in the night of their hours gets no second that day (R9)."""
    await guided(chat)
    await told(chat, chat.dan, "first")
    await chat.passes(to=at(3))

    assert len(chat.dan.inbox) == 2  # the appointment of Monday, and one message with both
    assert NO_MEETING in chat.dan.inbox[-1]


async def test_three_a_week_with_all_other_messages(chat: Chat) -> None:
    """A week that is full has no room for it: it stands in `/ronde`, and comes on Monday (11.A2)."""
    await guided(chat, days=28)  # the month is over on Thursday
    for day in (3, 4):
        await chat.passes(to=at(day, 8))
        await told(chat, chat.dan, str(day), kind="question")
        await chat.tick()
    await chat.passes(to=at(6, 16))
    assert len(chat.dan.inbox) == 3
    assert nudges(chat.dan) == []
    await chat.dan.types("/ronde")
    assert "1 thing could do with a nudge" in chat.dan.told
    await chat.passes(to=at(9))

    assert len(nudges(chat.dan)) == 1


async def test_a_restart_tells_nothing_twice(chat: Chat) -> None:
    """Stopped and started on the same day: one message (R3)."""
    await guided(chat)
    await chat.passes(to=at(3))
    await chat.stop()
    await chat.start()
    await chat.passes(to=at(3, 16))

    assert len(nudges(chat.dan)) == 1


async def test_a_community_from_before_has_its_round_too(chat: Chat) -> None:
    """Whatever was due is lost: a start sets the clock anew, and what was missed is judged now (R3)."""
    await guided(chat)

    def lose(work: object) -> None:
        work.cursor.execute("DELETE FROM due")  # type: ignore[attr-defined]  # a Work

    await chat.app.database.write(lose)
    await chat.stop()
    chat.clock.move(to=at(3, 11))
    await chat.start()
    await chat.tick()

    assert len(nudges(chat.dan)) == 1


async def test_who_wants_quiet_has_it(chat: Chat) -> None:
    """“Only what I started” holds for nudges too; they wait in `/ronde` (R9)."""
    await guided(chat)
    await chat.dan.types("/ronde")
    await chat.dan.presses("My messages", on=chat.dan.told)
    await chat.dan.presses("Only what I started", on=chat.dan.told)
    await chat.passes(to=at(6))
    assert nudges(chat.dan) == []
    await chat.dan.types("/ronde nudges")

    assert "you have not met yet" in chat.dan.told


async def test_in_french_it_is_french(chat: Chat) -> None:
    """Inès facilitates: title, reason and buttons are in her language (R12)."""
    await guided(chat, by=chat.ines)
    await chat.passes(to=at(3))

    [nudge] = nudges(chat.ines, "Un coup de pouce")
    assert "En 31 jours, aucune rencontre n’a encore eu lieu" in nudge
    assert nudge.buttons == (
        "Proposer des dates",
        "Me le rappeler demain",
        "Me le rappeler dans une semaine",
        "Arrêter cette règle",
    )


async def test_somebody_who_left_is_told_nothing(chat: Chat) -> None:
    """The facilitator leaves: the role is vacant, and the coordinator is told (11.A1, R8)."""
    await guided(chat)

    def leave(work: object) -> None:
        from bot.features.community import records

        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            member = people.members(db, 1)[-1]
            records.leave(db, chat.clock.now(), member)

    await chat.app.database.write(leave)
    await chat.passes(to=at(3))

    assert len(nudges(chat.cleo)) == 1
