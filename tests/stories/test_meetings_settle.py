"""Settle a date, move it, call it off: the channel, calendars and people follow."""

from __future__ import annotations

import asyncio
from datetime import UTC

from icalendar import Calendar

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown
from tests.stories.test_meetings_answer import MAYBE, NO, TWO, YES, answers, proposed


async def settled(chat: Chat, *others: Someone, line: str = TWO) -> Shown:
    """A meeting settled on its first date, which everybody but Ann said yes to."""
    board = await proposed(chat, *others, line=line)
    for who in others:
        await answers(chat, who, board, YES, NO)
    await chat.ann.types("/meet settle")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    return chat.channel.newest


async def test_the_date_is_chosen_from_the_order_with_its_reason(chat: Chat) -> None:
    """`/meet settle` shows the dates in order and why; one press decides (4.A3, 5.A1)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, NO, YES)
    await answers(chat, chat.cleo, board, MAYBE, YES)
    await chat.ann.types("/meet settle")
    assert "stands first: 1 more person can come than on" in chat.ann.told
    assert chat.ann.told.text.index("Thursday") < chat.ann.told.text.index("Tuesday")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)

    assert "Settled: Peer review" in chat.ann.told
    assert "When: Thursday 12 November 2026" in chat.channel.newest
    assert "Settled: " in chat.channel.find("Settled")


async def test_only_who_decides_may_settle(chat: Chat) -> None:
    """The organiser, the facilitator, a coordinator; a member is told who could (5.A1)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, YES, YES)
    await chat.ben.types("/meet settle 1")
    assert "Only whoever organises this meeting" in chat.ben.told


async def test_two_people_settle_at_once(chat: Chat) -> None:
    """The second learns which date stands, and nothing is decided twice (bad input of meetings)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types(TWO)
    await chat.ben.presses("Publish")
    board = chat.channel.newest
    await answers(chat, chat.cleo, board, YES, YES)
    await chat.ben.types("/meet settle 1")
    await chat.ann.types("/meet settle 1")
    first, second = chat.ben.told, chat.ann.told
    await asyncio.gather(
        chat.wire.presses(chat.ben.persona, first, first.buttons[0]),
        chat.wire.presses(chat.ann.persona, second, second.buttons[1]),
    )
    await chat.settle()

    told = sorted(
        ["Settled: Peer review" in chat.ben.told, "Settled: Peer review" in chat.ann.told]
    )
    assert told == [False, True]
    other = chat.ann.told if "Settled: Peer review" in chat.ben.told else chat.ben.told
    assert "settled already" in other
    assert len([m for m in chat.channel.messages if "When: " in m]) == 1


async def test_a_date_that_suits_nobody_takes_a_reason(chat: Chat) -> None:
    """Nobody can come: refused, unless it is forced with a reason that everybody reads (5.A1)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, NO, YES)
    await chat.ann.types('/meet settle 1 "tue 10 nov 2pm"')
    assert chat.ann.form is not None
    assert not [m for m in chat.channel.messages if "When: " in m]
    await chat.ann.fills(why="The trainer is free then only.")

    assert "The trainer is free then only." in chat.channel.newest


async def test_a_past_date_cannot_be_settled(chat: Chat) -> None:
    """What is over is over: refused, kindly (5.A1)."""
    board = await proposed(
        chat, chat.ben, line='/meet propose "Soon" "tue 3 nov 9am" "fri 6 nov 9am"'
    )
    await answers(chat, chat.ben, board, YES, YES)
    await chat.ann.types("/meet settle 1")
    card = chat.ann.told
    chat.clock.move(days=2)
    await chat.ann.presses(card.buttons[0], on=card)

    assert "This date is over" in chat.ann.told


async def test_the_calendar_file(chat: Chat) -> None:
    """A file with a stable id, the local time with its zone, and nobody's address (5.A2)."""
    card = await settled(chat, chat.ben)
    await chat.ben.presses("Add to my calendar", on=card)
    ((name, content),) = chat.ben.told.files
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    assert name == "meeting-1.ics"
    assert b"ATTENDEE" not in content
    assert b"ORGANIZER" not in content
    assert str(event["SUMMARY"]) == "Peer review"
    # Discord tells nobody's zone: there it is the community's.
    zone = "Europe/Paris" if chat.wire.platform == "discord" else "Europe/London"
    assert event["DTSTART"].params["TZID"] == zone
    assert event.decoded("DTSTART").hour == 14
    assert int(event.get("SEQUENCE", 0)) == 0
    assert {"Google Calendar", "Outlook"} <= set(chat.ben.told.buttons)


async def entry(chat: Chat, who: Someone) -> dict[str, object]:
    """The calendar entry of meeting 1 as somebody gets it now."""
    await who.types("/meet show 1")
    shown = who.told
    await who.presses("Add to my calendar", on=shown)
    ((_, content),) = who.told.files
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return dict(event)


async def test_a_move_is_a_new_version_of_the_same_entry(chat: Chat) -> None:
    """Same id, SEQUENCE one higher, the card redrawn, a line under it (5.A2)."""
    card = await settled(chat, chat.ben)
    before = await entry(chat, chat.ben)
    await chat.ann.types('/meet move 1 "fri 13 nov 9am"')
    after = await entry(chat, chat.ben)

    assert before["UID"] == after["UID"]
    assert int(str(after["SEQUENCE"])) == int(str(before.get("SEQUENCE", 0))) + 1
    assert "Friday 13 November 2026" in chat.channel.find("When: ")
    assert "The meeting has moved" in chat.channel.replies(card)[-1]


async def test_a_meeting_is_called_off_with_a_reason(chat: Chat) -> None:
    """Asked once more; the card says so, with the reason, and it can be settled no more (5.A2)."""
    card = await settled(chat, chat.ben)
    await chat.ann.types("/meet cancel 1")
    assert chat.ann.form is not None
    assert "called off" not in chat.channel.find("Peer review")
    await chat.ann.fills(why="The room is flooded.")

    assert "The room is flooded." in chat.channel.replies(card)[-1]
    await chat.ann.types('/meet move 1 "fri 13 nov 9am"')
    assert "called off" in chat.ann.told


async def test_a_meeting_called_off_is_taken_out_of_calendars(chat: Chat) -> None:
    """The card, and the message to who had said yes, give a file with METHOD:CANCEL (5.A2)."""
    card = await settled(chat, chat.ben)
    before = await entry(chat, chat.ben)
    await chat.ann.types("/meet cancel 1")
    await chat.ann.fills()
    await chat.passes(hours=8)
    for shown in (chat.channel.find("was to be"), chat.ben.inbox[-1]):
        await chat.ben.presses("Take it off my calendar", on=shown)
        ((_, content),) = chat.ben.told.files
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        assert b"METHOD:CANCEL" in content
        assert b"mailto" not in content
        assert (event["UID"], event["STATUS"]) == (before["UID"], "CANCELLED")
        assert int(str(event["SEQUENCE"])) > int(str(before.get("SEQUENCE", 0)))

    assert "Take it off my calendar" not in card.buttons


async def test_ninety_minutes_are_ninety_on_the_night_that_is_longer(chat: Chat) -> None:
    """From the first of two 02:00, said with its offset, the entry lasts 90 real minutes (R1, 4.A1)."""
    await chat.founded(by=chat.cleo)
    await chat.cleo.types('/meet settle "Night" "2027-10-31 02:00 Europe/Paris"')
    await chat.cleo.fills(duration="90m")
    assert "UTC+2" in chat.cleo.told
    await chat.cleo.presses("Publish")
    made = await entry(chat, chat.cleo)

    assert (made["DTEND"].dt - made["DTSTART"].dt.astimezone(UTC)).total_seconds() == 90 * 60  # type: ignore[attr-defined]
    assert made["DTSTART"].dt.astimezone(UTC).hour == 0  # type: ignore[attr-defined]


async def test_a_proposal_nobody_answered_disappears(chat: Chat) -> None:
    """Cancelled before the first answer, its card goes; afterwards it is marked."""
    await proposed(chat, chat.ben)
    await chat.ann.types("/meet cancel 1")
    await chat.ann.fills()

    assert not [m for m in chat.channel.messages if "Peer review" in m]


async def test_a_press_on_a_button_of_a_decided_proposal(chat: Chat) -> None:
    """Answering a proposal that is settled says which date stands."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, YES, NO)
    await chat.cleo.presses("Answer", on=board)
    open_card = chat.cleo.told
    await chat.ann.types("/meet settle 1")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    await chat.wire.picks(chat.cleo.persona, open_card, open_card.pickers[0][0], [YES])
    await chat.settle()

    assert "settled already: Tuesday 10 November 2026" in chat.cleo.told


async def test_the_list_shows_what_is_proposed_coming_and_past(chat: Chat) -> None:
    """`/meet list`, with a button each and the ways to start something."""
    await settled(chat, chat.ben)
    await chat.ann.types('/meet propose "Next" "tue 17 nov 2pm" "thu 19 nov 10am"')
    await chat.ann.presses("Publish")
    await chat.ben.types("/meet list")

    assert "Next · answers until" in chat.ben.told
    assert "Peer review · Tuesday 10 November 2026" in chat.ben.told
    assert {"Show 1", "Show 2", "Propose dates", "Announce a date"} <= set(chat.ben.told.buttons)


async def test_the_organiser_leaves(chat: Chat) -> None:
    """Whoever facilitates, else coordinates, inherits the controls and is told (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types(TWO)
    await chat.ben.presses("Publish")
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community", on=chat.ben.told)
    await chat.tick()

    assert "has left Trainers" in chat.ann.inbox[-1]
    await chat.ann.types("/meet settle 1")
    assert "Nobody has answered yet" in chat.ann.told
