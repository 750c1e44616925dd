"""Who comes to a settled meeting: one press, for whoever sees the card, until it begins."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import select

from bot.features.meetings.roll import Rsvp
from storage import terms
from storage.acts import Act
from storage.database import Work
from storage.people import Community, Person
from tests.kit.chat import Chat, Someone
from tests.kit.meetings import announced, at, card, settled
from tests.stories import test_roles_turn as roles
from tests.stories.test_leaving import leaving

YES, MAYBE, NO = "I’ll be there", "Maybe", "I can’t"


async def serves(chat: Chat, role: str, who: Someone, since: datetime) -> None:
    """From an instant on this person holds a role; whoever held it stops."""

    def write(work: Work) -> None:
        with work.session() as db:
            here = db.exec(select(Community)).one()
            person = db.exec(select(Person).where(Person.name == who.persona.name)).one()
            terms.appoint(db, here.id or 0, role, person.id, since)

    await chat.app.database.write(write)


async def test_those_who_answered_the_date_are_counted(chat: Chat) -> None:
    """Who said yes or if need be to the settled date need not say it again (5.A4)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    shown = await settled(chat, {chat.ben: "yes", chat.cleo: "maybe", chat.dan: "no"})

    assert "1 comes · 1 maybe\nBen" in shown
    assert {YES, MAYBE, NO} <= set(shown.buttons)


async def test_the_card_says_where_about_what_and_who_does_what(chat: Chat) -> None:
    """Local time, link, agenda, and who facilitates, takes notes and keeps time at that date (5.A3)."""
    await chat.founded(chat.ben, chat.cleo)
    await serves(chat, terms.NOTES, chat.ben, at(2026, 11, 1, 0))
    await serves(chat, terms.TIME, chat.ben, at(2026, 11, 1, 0))
    await serves(chat, terms.TIME, chat.cleo, at(2026, 11, 9, 0))
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await announced(chat, venue="https://meet.example.org/room")
    await chat.ann.types('/meet agenda 1 "Which tools?"')

    shown = card(chat)
    assert "When: Monday 9 November 2026 at 14:00 (Paris time" in shown
    assert "https://meet.example.org/room" in shown
    assert "Which tools?" in shown
    assert "Facilitates: Cleo" in shown
    assert "Takes notes: Ben" in shown
    assert "Keeps the time: Cleo" in shown


async def test_another_facilitator_is_on_the_card_at_once(chat: Chat) -> None:
    """Whoever facilitates changes after the announcement: the card follows (5.A8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await announced(chat)
    assert "Facilitates: Cleo" in card(chat)
    await chat.ann.types("/ronde settings facilitator:Ben")

    assert "Facilitates: Ben" in card(chat)


async def test_a_swap_is_on_the_card_at_once(chat: Chat) -> None:
    """Whoever was to facilitate that date swaps out after the announcement: the card follows (5.A8)."""
    people = await roles.founded(chat)
    await roles.started(chat)
    first = roles.asked(chat, people)
    await first.presses("Yes, I’ll do it")
    await announced(chat, date="2027-01-12 14:00 Europe/Paris")
    assert f"Facilitates: {first.persona.name}" in card(chat)
    other = next(one for one in people if one is not first)
    await first.types(f"/role swap facilitation @{other.persona.name}")
    await chat.passes(days=1)
    await other.presses("I’ll take over", on=other.inbox[-1])

    assert f"Facilitates: {other.persona.name}" in card(chat)


async def test_who_never_answered_says_so_with_one_press(chat: Chat) -> None:
    """The redrawn card is the answer; a change of mind is one press more (5.A4)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await settled(chat, {chat.ben: "yes"})
    await chat.cleo.presses(YES, on=card(chat))
    assert "2 come\nBen, Cleo" in card(chat)
    await chat.dan.presses(MAYBE, on=card(chat))
    assert "2 come · 1 maybe" in card(chat)
    await chat.cleo.presses(NO, on=card(chat))

    assert "1 comes · 1 maybe\nBen" in card(chat)
    assert "Cleo" not in card(chat)


async def test_a_double_press_changes_nothing(chat: Chat) -> None:
    """The same answer again is repeated privately, and counted once."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ben.presses(YES, on=card(chat))
    await chat.ben.presses(YES, on=card(chat))

    assert "1 comes\nBen" in card(chat)
    assert "You said you will be there." in chat.ben.told


async def test_a_card_without_answers_says_so_kindly(chat: Chat) -> None:
    """An announced meeting starts from nobody, and who has not joined counts as well (R11)."""
    await chat.founded(chat.ben)
    await announced(chat)
    assert "Nobody has said yes yet" in card(chat)
    await chat.eve.presses(YES, on=card(chat))

    assert "1 comes\nEve" in card(chat)
    assert "You are not in Trainers yet" in chat.eve.told
    assert "I'm in" in chat.eve.told.buttons
    told = len(chat.eve.answers)
    await chat.eve.presses(NO, on=card(chat))
    assert len(chat.eve.answers) == told  # the offer to join comes once


async def test_it_ends_with_the_start(chat: Chat) -> None:
    """At the start the buttons go; a press that was under way is refused by the clock (5.A4)."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.passes(to=at(2026, 11, 9, 12, 59))
    shown = card(chat)
    assert YES in shown.buttons
    chat.clock.move(to=at(2026, 11, 9, 13, 0))  # and no tick
    await chat.ben.presses(YES, on=shown)
    assert "This meeting has begun" in chat.ben.told
    await chat.tick()

    assert YES not in card(chat).buttons
    assert "Nobody has said yes yet" in card(chat)


async def test_a_meeting_that_is_called_off_takes_no_answers(chat: Chat) -> None:
    """A private card that was open all the while says what became of it."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.passes(days=1)
    await chat.ben.types("/ronde")
    await chat.ben.presses("Answer", on=chat.ben.told)
    await chat.ann.types("/meet cancel 1")
    await chat.ann.fills()
    await chat.ben.presses(YES, on=chat.ben.told)

    assert "called off" in chat.ben.told


async def test_it_is_noted_once_a_meeting(chat: Chat) -> None:
    """However often somebody changes their mind, it is one act; and a date's answers are none."""
    await chat.founded(chat.ben, chat.cleo)
    await settled(chat, {chat.ben: "yes"})
    for answer in (YES, NO, MAYBE):
        await chat.cleo.presses(answer, on=card(chat))
    acts = await chat.app.database.read(
        lambda db: [act.kind for act in db.exec(select(Act)) if act.kind == "rsvp"]
    )

    assert acts == ["rsvp"]


async def test_names_are_capped(chat: Chat) -> None:
    """Fifteen names, and how many others (R5)."""
    await chat.founded(chat.ben)
    await announced(chat)

    def fill(work: Work) -> None:
        with work.session() as db:
            for number in range(17):
                person = Person(name=f"Guest {number}", seen_at=chat.clock.now())
                db.add(person)
                db.flush()
                come = Rsvp(
                    meeting_id=1, person_id=person.id or 0, answer="yes", at=chat.clock.now()
                )
                db.add(come)

    await chat.app.database.write(fill)
    await chat.ben.presses(YES, on=card(chat))

    assert "18 come" in card(chat)
    assert "Ben, Guest 0," in card(chat)
    assert "Guest 13 + 3 others" in card(chat)
    assert "Guest 14" not in card(chat)


async def test_who_leaves_is_expected_no_more(chat: Chat) -> None:
    """Somebody leaves the community: they come to nothing that is ahead (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await chat.ben.presses(YES, on=card(chat))
    await chat.cleo.presses(YES, on=card(chat))
    await leaving(chat, chat.ben)
    assert "1 comes\nCleo" in card(chat)
    await chat.passes(to=at(2026, 11, 9, 12, 0))

    assert not chat.ben.inbox


async def test_who_left_before_is_not_counted_on(chat: Chat) -> None:
    """An answer to a proposed date does not bring back who left since (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/meet propose "Kick-off" "2026-11-09 14:00" "2026-11-12 10:00"')
    await chat.ann.presses("Publish")
    for who in (chat.ben, chat.cleo):
        await who.presses("Answer", on=chat.channel.newest)
        await chat.wire.picks(who.persona, who.told, who.told.pickers[0][0], ["✓ Yes"])
        await chat.settle()
    await leaving(chat, chat.ben)
    await chat.ann.types("/meet settle")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)

    assert "1 comes\nCleo" in card(chat)


async def test_ronde_asks_who_has_not_said(chat: Chat) -> None:
    """Within a week of a meeting it awaits who has said nothing; answered in place."""
    await chat.founded(chat.ben)
    await announced(chat, date="2026-11-10 14:00 Europe/Paris")
    await chat.ben.types("/ronde")
    assert "will you be there?" not in chat.ben.told
    await chat.passes(days=2)
    await chat.ben.types("/ronde")
    assert "Kick-off, Tue 10 Nov 08:00 — will you be there?" in chat.ben.told
    await chat.ben.presses("Answer", on=chat.ben.told)
    assert "You have not said yet whether you come." in chat.ben.told
    await chat.ben.presses(YES, on=chat.ben.told)

    assert "You said you will be there." in chat.ben.told
    assert "1 comes\nBen" in card(chat)
    await chat.ben.types("/ronde")
    assert "will you be there?" not in chat.ben.told


@pytest.mark.parametrize(("who", "count"), [("zoe", "1 personne vient"), ("moussa", "Moussa")])
async def test_in_a_french_channel(chat: Chat, who: str, count: str) -> None:
    """The card speaks the community's language, whoever presses."""
    await chat.founded(by=chat.zoe)
    await chat.zoe.types('/rencontre fixer "Lancement" "2026-11-09 14:00"')
    await chat.zoe.fills()
    await chat.zoe.presses("Publier")
    shown = chat.channel.find("Lancement")
    assert "Personne n’a encore dit oui" in shown
    await getattr(chat, who).presses("Je viens", on=shown)

    assert count in chat.channel.find("Lancement")
