"""The personal digest: what awaits me, once a week, by direct message, for who asked for it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.app import App
from storage.people import Place
from tests.kit.chat import Chat, Someone
from tests.kit.digest import digests, paris, tuned

MONDAY = paris(2026, 11, 9, 9)
ASK = "My own by direct message"


async def asks(who: Someone, label: str = ASK) -> None:
    """Somebody asks for theirs, where they choose what the bot writes to them."""
    await who.types("/ronde")
    await who.presses("My messages", on=who.told)
    await who.presses(label, on=who.told)


async def poll(chat: Chat, question: str, until: str = "2026-11-19 18:00") -> None:
    """Ann starts a poll that is not reminded of."""
    when = f"{until} Europe/Paris"
    await chat.ann.types(f'/poll "{question}" "Yes" "No" until:"{when}" reminders:0')


def own(who: Someone) -> list[str]:
    """The personal digests that somebody got."""
    return [message.text for message in who.inbox if "Trainers: what awaits you" in message]


async def test_who_asked_gets_what_awaits_them(chat: Chat) -> None:
    """On Monday at nine, without any digest in the channel; who did not ask gets none.

    A community in its first thirty days sends it, too: it is what one asked for (18.A3, R9).
    """
    await chat.founded(chat.cleo, chat.dan)
    await poll(chat, "Lunch?")
    await poll(chat, "Dinner?")
    await asks(chat.cleo)
    assert "Monday 9 November 2026" in chat.cleo.told
    await chat.cleo.presses("Yes", on=chat.channel.find("Dinner?"))
    await chat.passes(to=MONDAY - timedelta(minutes=1))
    assert chat.cleo.inbox == []
    await chat.passes(to=MONDAY)

    [digest] = own(chat.cleo)
    assert "Lunch?" in digest
    assert "Dinner?" not in digest
    assert chat.dan.inbox == []
    assert digests(chat) == []
    await chat.cleo.presses("Answer", on=chat.cleo.inbox[-1])
    assert "Lunch?" in chat.cleo.told


async def test_who_has_nothing_waiting_gets_nothing(chat: Chat) -> None:
    """Empty, it is not sent; the week after, when something waits, it is (18.A3)."""
    await chat.founded(chat.cleo)
    await asks(chat.cleo)
    await chat.passes(to=MONDAY + timedelta(days=1))
    assert chat.cleo.inbox == []
    await poll(chat, "Lunch?")
    await chat.passes(to=MONDAY + timedelta(days=7))

    assert len(own(chat.cleo)) == 1


async def test_from_the_digest_in_the_channel(chat: Chat) -> None:
    """Its button asks for one's own; the channel's card stays as it is (18.A3)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await poll(chat, "Lunch?")
    await chat.passes(to=MONDAY)
    [card] = digests(chat)
    await chat.cleo.presses(ASK, on=card)
    assert "Monday 16 November 2026" in chat.cleo.told
    assert digests(chat)[0].lines == card.lines
    await chat.passes(days=7)

    assert "Lunch?" in own(chat.cleo)[-1]


async def test_one_a_week_whatever_happens(chat: Chat) -> None:
    """Two processes, a restart, a clock set back, another day: one a week (18.A2, R3)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await asks(chat.cleo)
    other = App(chat.path, [], clock=chat.clock)
    chat.clock.move(to=MONDAY)
    await asyncio.gather(chat.app.clockwork.tick(), other.clockwork.tick())
    await other.stop()
    await chat.stop()
    chat.clock.move(hours=-2)
    await chat.start()
    await chat.passes(hours=3)
    await tuned(chat, "Wednesday")
    await chat.passes(days=4)

    assert len(own(chat.cleo)) == 1


async def test_it_keeps_to_the_budget(chat: Chat) -> None:
    """With a reminder that falls on the same morning it is one message, and the only one (R9)."""
    await chat.founded(chat.cleo)
    await asks(chat.cleo)
    await poll(chat, "Lunch?")
    soon = '"Soon?" "Now" "Then" until:"2026-11-10 18:00 Europe/Paris" reminders:1'
    await chat.ann.types(f"/poll {soon}")  # reminded of on Sunday, so on Monday at eight
    await chat.passes(to=MONDAY + timedelta(hours=12))
    assert len(chat.cleo.inbox) == 1
    assert own(chat.cleo) == []
    await chat.passes(days=1)

    assert len(chat.cleo.inbox) == 2
    assert "Lunch?" in own(chat.cleo)[0]


async def test_at_most_one_a_week_puts_it_off_until_it_is_of_no_use(chat: Chat) -> None:
    """Who wants one message a week got it: their digest is left out, all stays in /ronde (R9)."""
    await chat.founded(chat.cleo)
    await asks(chat.cleo)
    await poll(chat, "Lunch?")
    soon = '"Soon?" "Now" "Then" until:"2026-11-10 18:00 Europe/Paris" reminders:1'
    await chat.ann.types(f"/poll {soon}")
    await chat.passes(to=MONDAY)
    await chat.cleo.presses("Fewer messages", on=chat.cleo.inbox[-1])
    await chat.passes(to=MONDAY + timedelta(days=6))

    assert own(chat.cleo) == []
    await chat.cleo.types("/ronde")
    assert "Lunch?" in chat.cleo.told


async def test_it_waits_for_ones_own_hours(chat: Chat) -> None:
    """At nine in Paris it is night in Montreal: it goes out there at eight (R9)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: the community's hours count for everybody")
    await chat.founded(chat.ben)
    await poll(chat, "Lunch?")
    await asks(chat.ben)
    await chat.passes(to=MONDAY + timedelta(hours=4, minutes=59))
    assert chat.ben.inbox == []
    await chat.passes(to=MONDAY + timedelta(hours=5))

    assert len(own(chat.ben)) == 1


async def test_it_is_stopped_where_it_is_read(chat: Chat) -> None:
    """ "No weekly message any more" ends it, and it can be asked for again (R9)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?", "2026-11-29 18:00")
    await asks(chat.cleo)
    await chat.passes(to=MONDAY)
    await chat.cleo.presses("No weekly message any more", on=chat.cleo.inbox[-1])
    assert "no more" in chat.cleo.told
    await chat.passes(days=7)
    assert len(own(chat.cleo)) == 1
    await asks(chat.cleo)
    await chat.passes(days=7)

    assert len(own(chat.cleo)) == 2


async def test_it_is_stopped_where_it_was_asked_for(chat: Chat) -> None:
    """The same card takes it back (18.A3)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await asks(chat.cleo)
    await asks(chat.cleo, "No weekly message")
    await chat.passes(days=14)

    assert chat.cleo.inbox == []


async def test_quiet_is_quiet(chat: Chat) -> None:
    """Who wants only what they started is told that the digest waits for that choice (R9)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await poll(chat, "Lunch?", "2026-11-29 18:00")
    await chat.cleo.types("/ronde")
    await chat.cleo.presses("My messages", on=chat.cleo.told)
    await chat.cleo.presses("Only what I started", on=chat.cleo.told)
    assert ASK not in chat.cleo.told.buttons
    await chat.passes(to=MONDAY)
    await chat.cleo.presses(ASK, on=digests(chat)[0])
    assert "this message waits until you take that back" in chat.cleo.told
    await chat.passes(days=7)
    assert chat.cleo.inbox == []
    await chat.cleo.types("/ronde")
    await chat.cleo.presses("My messages", on=chat.cleo.told)
    await chat.cleo.presses("Write to me again", on=chat.cleo.told)
    await chat.passes(days=7)

    assert len(own(chat.cleo)) == 1


async def test_who_leaves_gets_no_more(chat: Chat) -> None:
    """Not a member any more, they are written to no more (18.A3, R8)."""
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await asks(chat.cleo)
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community", on=chat.cleo.told)
    await chat.passes(days=14)

    assert own(chat.cleo) == []


async def test_who_is_no_member_is_offered_to_join(chat: Chat) -> None:
    """The button in the channel is for members: others learn how to become one (R11)."""
    await chat.founded(chat.cleo)
    await tuned(chat, "Once a week")
    await chat.passes(to=MONDAY)
    await chat.dan.presses(ASK, on=digests(chat)[0])

    assert "I'm in" in chat.dan.told.buttons


async def test_in_french(chat: Chat) -> None:
    """It speaks its reader's language (R6, R12)."""
    await chat.founded(chat.zoe)
    await poll(chat, "Lunch?")
    await chat.zoe.types("/ronde")
    await chat.zoe.presses("Mes messages", on=chat.zoe.told)
    await chat.zoe.presses("Le mien par message direct", on=chat.zoe.told)
    assert "lundi 9 novembre 2026" in chat.zoe.told
    await chat.passes(to=MONDAY)

    assert "ce qui vous attend" in chat.zoe.inbox[-1]
    assert "Lunch?" in chat.zoe.inbox[-1]


async def test_what_was_looked_for_in_vain_is_told_to_who_looks_after_the_library(
    chat: Chat,
) -> None:
    """Twice missed, a topic is told, without anybody's name; told once, and to them alone (9.A6)."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ann.types('/share https://example.org/guide "Peer evaluation"')
    for _ in range(2):
        await chat.dan.types("/find haptics")
    await asks(chat.cleo)
    await asks(chat.dan)
    await chat.passes(to=MONDAY)

    assert "looked for 2 times in vain: haptic" in own(chat.cleo)[0]
    assert "Dan" not in own(chat.cleo)[0]
    assert own(chat.dan) == []
    await chat.passes(days=14)
    assert len(own(chat.cleo)) == 1


async def test_what_belongs_to_a_private_channel_is_for_those_known_to_see_it(chat: Chat) -> None:
    """Who started something there gets it; of the others nobody knows, and they do not (18.A4)."""
    if chat.wire.platform != "engine":
        pytest.skip("the other wires have one channel that everybody reads")
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types("/ronde", place="second")
    await chat.ann.presses("Add this channel to Trainers", on=chat.ann.told)

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            place = db.exec(select(Place).where(Place.ref == "second")).one()
            place.private = True
            db.add(place)

    await chat.app.database.write(write)
    until = 'until:"2026-11-19 18:00 Europe/Paris" reminders:0'
    await chat.ann.types(f'/poll "Secret?" "Yes" "No" {until}', place="second")
    await chat.dan.types(f'/poll "Also secret?" "Yes" "No" {until}', place="second")
    await asks(chat.cleo)
    await asks(chat.dan)
    await chat.passes(to=MONDAY)

    assert own(chat.cleo) == []
    assert "Secret?" in own(chat.dan)[0]


@pytest.mark.parametrize("route", ["digest.ask:9:1", "digest.ask:1:2", "digest.personal:1:0:9"])
async def test_forged_presses_change_nothing(chat: Chat, route: str) -> None:
    """Another community, no yes or no, what is only shown: refused (18.A3)."""
    if chat.wire.platform != "engine":
        pytest.skip("only the engine's wire sends what nobody can press")
    await chat.founded(chat.cleo)
    await poll(chat, "Lunch?")
    await chat.wire.asks(chat.cleo.persona, "general", route, {})  # type: ignore[attr-defined]
    await chat.passes(days=14)

    assert chat.cleo.inbox == []
