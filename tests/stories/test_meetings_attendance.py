"""Who was there: asked of who facilitated, ticked by who said yes, put right for three days."""

from __future__ import annotations

from sqlmodel import select

from storage.acts import Act
from storage.database import Work
from storage.people import Account, Member, Person
from tests.kit.chat import Chat, Someone
from tests.kit.meetings import announced, at, card
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving

YES = "I’ll be there"


async def held(chat: Chat, *coming: Someone, facilitator: str = "Cleo") -> Shown:
    """A meeting that is over, to which these people had said yes; what was asked afterwards."""
    await announced(chat)
    if facilitator:
        await chat.ann.types(f"/ronde settings facilitator:{facilitator}")
    for who in coming:
        await who.presses(YES, on=card(chat))
    await chat.passes(to=at(2026, 11, 9, 14, 1))
    asked = {"Cleo": chat.cleo, "": chat.ann}[facilitator]
    return next(m for m in reversed(asked.inbox) if "The meeting is over" in m)


async def acts(chat: Chat, kind: str) -> list[str]:
    """Who is noted for something, with the day it is dated."""

    def read(db: object) -> list[str]:
        rows = db.exec(  # type: ignore[attr-defined]  # a session
            select(Person.name, Act.at)
            .join(Act, Act.person_id == Person.id)  # type: ignore[arg-type]
            .where(Act.kind == kind)
        )
        return sorted(f"{name} {moment:%d %H:%M}" for name, moment in rows)

    return await chat.app.database.read(read)


async def test_who_facilitated_confirms_with_one_press(chat: Chat) -> None:
    """One message after the end, those who said yes ticked; confirmed, it counts (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    asked = await held(chat, chat.ben, chat.cleo)
    assert "2 people had said yes" in asked
    assert not chat.ben.inbox[1:]
    await chat.cleo.presses("Who was there", on=asked)
    assert "2 people were there" in chat.cleo.told
    await chat.cleo.presses("That is right", on=chat.cleo.told)

    assert "Confirmed." in chat.cleo.told
    assert "2 people were there" in card(chat)
    assert await acts(chat, "attendance") == ["Ben 09 13:00", "Cleo 09 13:00"]
    assert await acts(chat, "session-led") == ["Cleo 09 13:00"]


async def test_absentees_and_surprise_guests(chat: Chat) -> None:
    """Untick who did not come, tick who did, name who came from outside (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    asked = await held(chat, chat.ben, chat.cleo)
    await chat.cleo.presses("Who was there", on=asked)
    await chat.cleo.picks("Cleo", "Dan", on=chat.cleo.told)
    assert "2 people were there" in chat.cleo.told
    await chat.cleo.presses("Somebody else was there", on=chat.cleo.told)
    await chat.cleo.fills(guests="Léa Martin\nBen, Tom")
    assert "Also there: Léa Martin, Tom" in chat.cleo.told
    await chat.cleo.presses("That is right", on=chat.cleo.told)

    assert "5 people were there · 2 of them from outside" in card(chat)
    assert await acts(chat, "attendance") == ["Ben 09 13:00", "Cleo 09 13:00", "Dan 09 13:00"]


async def test_what_was_confirmed_is_put_right(chat: Chat) -> None:
    """Within three days a correction takes acts back as well, also who led (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    asked = await held(chat, chat.ben, chat.cleo)
    await chat.cleo.presses("Who was there", on=asked)
    await chat.cleo.presses("That is right", on=chat.cleo.told)
    await chat.passes(days=2)
    await chat.cleo.picks("Dan", on=chat.cleo.told)

    assert "1 person was there" in card(chat)
    assert await acts(chat, "attendance") == ["Dan 09 13:00"]
    assert await acts(chat, "session-led") == []


async def test_after_three_days_it_stays_as_it_is(chat: Chat) -> None:
    """Closed as is, marked as not confirmed; it counts for nobody (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    asked = await held(chat, chat.ben, chat.cleo)
    await chat.cleo.presses("Who was there", on=asked)
    open_card = chat.cleo.told
    await chat.passes(to=at(2026, 11, 12, 13, 59))
    await chat.cleo.picks("Ben", on=open_card)
    chat.clock.move(to=at(2026, 11, 12, 14, 0))  # and no tick
    await chat.cleo.presses("That is right", on=chat.cleo.told)
    assert "for three days" in chat.cleo.told
    await chat.tick()

    assert "2 people had said yes · who was there is not confirmed" in card(chat)
    assert await acts(chat, "attendance") == []
    await chat.ann.types("/ronde")
    assert "who was there?" not in chat.ann.told


async def test_only_who_sees_to_the_meeting_confirms(chat: Chat) -> None:
    """The facilitator, the organiser, a coordinator; it awaits the first of them in /ronde."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    asked = await held(chat, chat.ben)
    await chat.dan.types("/ronde")
    assert "who was there?" not in chat.dan.told
    await chat.cleo.types("/ronde")
    assert "Kick-off — who was there?" in chat.cleo.told
    assert "Kick-off — the notes are not written yet" in chat.cleo.told
    await chat.cleo.presses("Who was there", on=asked)
    await chat.cleo.presses("That is right", on=chat.cleo.told)
    await chat.cleo.types("/ronde")

    assert "who was there?" not in chat.cleo.told


async def test_without_a_facilitator_the_organiser_is_asked(chat: Chat) -> None:
    """Nobody facilitates at that date: who organised sees to it, and led if they were there."""
    await chat.founded(chat.ben)
    asked = await held(chat, chat.ann, facilitator="")
    await chat.ann.presses("Who was there", on=asked)
    await chat.ann.presses("That is right", on=chat.ann.told)

    assert await acts(chat, "session-led") == ["Ann 09 13:00"]


async def test_the_facilitator_left_before_answering(chat: Chat) -> None:
    """Another is asked: who organised, else who coordinates (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await held(chat, chat.ben)
    await leaving(chat, chat.cleo)
    await chat.tick()

    assert "The meeting is over" in chat.ann.inbox[-1]
    await chat.ann.presses("Who was there", on=chat.ann.inbox[-1])
    await chat.ann.presses("That is right", on=chat.ann.told)
    assert "1 person was there" in card(chat)


async def test_nobody_is_asked_twice(chat: Chat) -> None:
    """Restarts over the end of a meeting: one message (R3)."""
    await chat.founded(chat.cleo)
    await announced(chat)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.passes(days=7)
    await chat.stop()
    chat.clock.move(to=at(2026, 11, 9, 14, 30))
    for _ in range(3):
        await chat.start()
        await chat.tick()
        await chat.stop()
    await chat.start()

    assert len([m for m in chat.cleo.inbox if "The meeting is over" in m]) == 1


async def test_a_meeting_in_the_evening_asks_in_the_morning(chat: Chat) -> None:
    """What comes after the window waits for the next opening (R9)."""
    await chat.founded(chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await announced(chat, date="2026-11-05 19:00 Europe/Paris")
    await chat.passes(to=at(2026, 11, 6, 6, 59))
    assert not [m for m in chat.cleo.inbox if "The meeting is over" in m]
    await chat.passes(minutes=2)

    assert [m for m in chat.cleo.inbox if "The meeting is over" in m]


async def test_many_members_are_on_several_pages(chat: Chat) -> None:
    """Twenty-five a page; each page keeps what the others say (5.A6)."""
    await chat.founded(chat.ben, chat.cleo)

    def fill(work: Work) -> None:
        with work.session() as db:
            for number in range(30):
                person = Person(name=f"Member {number}", seen_at=chat.clock.now())
                db.add(person)
                db.flush()
                db.add(
                    Account(
                        person_id=person.id or 0, platform="none", workspace="", ref=f"n{number}"
                    )
                )
                db.add(Member(community_id=1, person_id=person.id or 0, joined_at=chat.clock.now()))

    await chat.app.database.write(fill)
    asked = await held(chat, chat.ben)
    await chat.cleo.presses("Who was there", on=asked)
    assert "Page 1 of 2" in chat.cleo.told
    assert len(chat.cleo.told.pickers[0][1]) == 25
    await chat.cleo.picks("Ben", "Cleo", "Member 3", on=chat.cleo.told)
    await chat.cleo.presses("Next", on=chat.cleo.told)
    await chat.cleo.picks("Member 28", "Member 29", on=chat.cleo.told)
    assert "5 people were there" in chat.cleo.told
    await chat.cleo.presses("That is right", on=chat.cleo.told)

    assert "5 people were there" in card(chat)
    assert len(await acts(chat, "attendance")) == 5


async def test_nobody_came(chat: Chat) -> None:
    """Nobody had said yes and nobody is ticked: an honest nought."""
    await chat.founded(chat.cleo)
    asked = await held(chat)
    await chat.cleo.presses("Who was there", on=asked)
    await chat.cleo.presses("That is right", on=chat.cleo.told)

    assert "Nobody was there" in card(chat)


async def test_it_is_not_asked_before_the_end(chat: Chat) -> None:
    """A meeting under way, or moved meanwhile, has nobody to confirm yet."""
    await chat.founded(chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await announced(chat)
    await chat.passes(to=at(2026, 11, 9, 13, 30))

    assert not [m for m in chat.cleo.inbox if "The meeting is over" in m]


async def test_a_meeting_made_shorter_is_over_sooner(chat: Chat) -> None:
    """Edited from two hours to half an hour: who was there is asked at its new end (5.A6)."""
    await chat.founded(chat.ben)
    await announced(chat, duration="2h")
    await chat.ann.types("/meet show 1")
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(duration="30 min")
    await chat.passes(to=at(2026, 11, 9, 13, 31))

    assert any("The meeting is over" in message for message in chat.ann.inbox)


async def test_a_meeting_that_has_begun_is_not_edited(chat: Chat) -> None:
    """The form that was open when it began changes nothing, and says why."""
    await chat.founded(chat.ben)
    await announced(chat)
    chat.clock.move(to=at(2026, 11, 9, 12, 30))
    await chat.ann.types("/meet show 1")
    await chat.ann.presses("Edit", on=chat.ann.told)
    chat.clock.move(to=at(2026, 11, 9, 13, 1))
    await chat.ann.fills(title="Another")

    assert "This meeting has begun, so it stays as it is." in chat.ann.told
    assert "Kick-off" in card(chat)
