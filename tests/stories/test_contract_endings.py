"""Clauses of how polls end and remind: who inherits them, when they close, whom they still ask."""

from __future__ import annotations

import json
import sqlite3

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Persona
from tests.stories.test_polls_results import exported


async def leaving(chat: Chat, who: Someone) -> None:
    """Somebody leaves the community."""
    await who.types("/ronde data")
    await who.presses("Leave the community", on=who.told)


# ── the author left ─────────────────────────────────────────────────────────────────────────────


async def test_who_left_has_no_controls_any_more(chat: Chat) -> None:
    """The facilitator inherits them: an old private card of the author's does nothing (2.A7)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll show 1")
    controls = chat.ben.told
    await leaving(chat, chat.ben)
    for label in ("Close now", "Cancel the poll", "Change the deadline"):
        await chat.ben.presses(label, on=controls)
        assert "Only the author of this poll" in chat.ben.told, label
    assert chat.channel.newest.buttons == ("Soup", "Pie")

    await chat.cleo.types("/poll show 1")
    assert {"Close now", "Cancel the poll", "Change the deadline"} <= set(chat.cleo.told.buttons)


async def test_a_lost_channel_tells_the_heir_where_the_author_left(chat: Chat) -> None:
    """Nobody is there to read the author's messages: the facilitator gets the result (2.A4, 2.A7)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.dan.presses("Soup")
    await leaving(chat, chat.ben)
    chat.wire.shuts("general")
    await chat.passes(days=3)

    assert [m for m in chat.cleo.inbox if "Soup, chosen by 1 of 1 person." in m]
    assert not [m for m in chat.ben.inbox if "Soup" in m]


async def test_the_last_of_a_list_who_leaves_is_not_waited_for(chat: Chat) -> None:
    """`close-when-all`: once who had not voted has left, everyone has; ten minutes later (2.A6, R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben @Cleo" close-when-all')
    await chat.ann.presses("Soup")
    await chat.ben.presses("Soup")
    await leaving(chat, chat.cleo)
    await chat.passes(minutes=9)
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.passes(minutes=2)

    assert "Soup, chosen by 2 of 2 people." in chat.channel.newest


async def test_a_list_nobody_is_left_of_stays_open(chat: Chat) -> None:
    """A poll that nobody has answered is not complete because people left (2.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ben" close-when-all')
    await leaving(chat, chat.ben)
    await chat.passes(minutes=30)

    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_who_leaves_a_list_leaves_its_count_unless_they_voted(chat: Chat) -> None:
    """Out of the denominator if they had not voted; a ballot that was cast stays in both (R8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben @Cleo"')
    await chat.ben.presses("Soup")
    await leaving(chat, chat.cleo)
    await leaving(chat, chat.ben)
    await chat.ann.presses("Pie", on=chat.channel.newest)

    assert "2 of 2 people asked voted" in chat.channel.newest
    assert "Soup · 1 vote" in chat.channel.newest


async def test_a_tie_is_settled_in_one_way_only(chat: Chat) -> None:
    """Once people vote again nobody chooses over their heads (1.A11)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ann.presses("Soup")
    await chat.ben.presses("Pie")
    await chat.passes(days=1, minutes=1)
    first = chat.channel.newest
    await chat.ann.presses("Second round", on=first)
    await chat.ann.presses("Settle the tie", on=first)
    assert "The second round is already under way." in chat.ann.told
    await chat.ann.types("/poll cancel 2")
    # Nobody votes any more: free to choose again.
    await chat.ann.presses("Settle the tie", on=first)
    await chat.ann.fills(option="Pie", why="It is warm")

    assert "Pie was chosen after a tie" in chat.channel.newest


# ── deadlines ───────────────────────────────────────────────────────────────────────────────────


async def test_a_date_alone_is_its_last_second_in_the_community(chat: Chat) -> None:
    """23:59:59 in the community's zone, kept as wall time and zone as well (R1)."""
    await chat.founded(chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:2026-11-27')

    with sqlite3.connect(chat.path) as db:
        wall, zone, at = db.execute("SELECT closes_wall, zone, closes_at FROM polls").fetchone()
    assert (wall, zone) == ("2026-11-27T23:59:59", "Europe/Paris")
    assert at.startswith("2026-11-27T22:59:59")


async def test_a_result_is_told_twice_by_nothing(chat: Chat) -> None:
    """Closed by hand, then the deadline, a restart and two ticks: one reply (2.A2, R3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll show 1")
    shown = chat.ann.told
    await chat.ann.types("/poll close 1")
    await chat.ann.presses("Close now", on=shown)
    assert "This poll is closed" in chat.ann.told
    await chat.passes(days=2)
    await chat.stop()
    await chat.start()
    await chat.tick()
    await chat.tick()

    assert len(chat.channel.replies(chat.channel.newest)) == 1


async def test_the_rest_may_be_told_in_french(chat: Chat) -> None:
    """Winner, tie, no answer, moved deadline: in the channel's language, to the letter (2.A2)."""
    await chat.founded(chat.zoe, by=chat.ines)
    await chat.ines.types("/sondage « Repas ? » « Ici » « Là » fin:+1j")
    await chat.zoe.presses("Ici")
    await chat.ines.types("/sondage prolonger 1 fin:+2j")
    poll = chat.channel.newest
    assert "La clôture a changé" in chat.channel.replies(poll)[0]
    await chat.passes(days=3)
    assert "Ici" in chat.channel.replies(poll)[1]
    assert "le choix d’une personne sur 1" in chat.channel.newest.text

    await chat.ines.types("/sondage « Thé ? » « Vert » « Noir » fin:+1j")
    await chat.zoe.presses("Vert")
    await chat.ines.presses("Noir")
    await chat.passes(days=2)
    said = chat.channel.newest.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Égalité à 1 vote : Vert et Noir." in said
    assert chat.channel.newest.buttons == ("Second tour", "Départager")


# ── reminders ───────────────────────────────────────────────────────────────────────────────────


async def test_a_reminder_of_several_choices_is_answered_where_it_stands(chat: Chat) -> None:
    """With `multi`, Vote opens the list; what is picked counts in the channel (3.A3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2 until:+3d')
    await chat.passes(days=2, minutes=1)
    await chat.dan.presses("Vote", on=chat.dan.inbox[-1])
    await chat.dan.picks("Soup", "Salad")

    assert "Soup · 1 vote" in chat.channel.newest
    assert "Salad · 1 vote" in chat.channel.newest
    assert "Thank you, your answer is in" in chat.dan.inbox[-1]


async def test_a_reminder_loses_its_buttons_when_the_poll_ends(chat: Chat) -> None:
    """Closed or cancelled meanwhile: the direct message says so, without voting buttons (2.A2)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.passes(days=2, minutes=1)
    assert "Soup" in chat.dan.inbox[-1].buttons
    await chat.ann.types("/poll close 1")

    assert len(chat.dan.inbox) == 1
    assert "Soup" not in chat.dan.inbox[-1].buttons
    assert "This poll is closed" in chat.dan.inbox[-1]


async def test_a_reminder_that_waits_is_cancelled_by_an_early_closing(chat: Chat) -> None:
    """Due at night and waiting for the morning: closed before, it never comes (2.A2)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 05:00 Europe/Paris"')
    await chat.passes(days=1, hours=20)
    await chat.ann.types("/poll close 1")
    await chat.passes(days=4)

    assert not chat.dan.inbox


async def test_the_heir_of_a_poll_sees_who_was_not_reached(chat: Chat) -> None:
    """The facilitator reads the count too; in French it is said in French (3.A5)."""
    await chat.founded(chat.zoe, chat.dan)
    await chat.ann.types("/ronde settings facilitator:@Zoé")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous until:+3d')
    chat.wire.blocks(chat.dan.persona)
    await chat.passes(days=2, hours=1)
    await chat.zoe.types("/sondage voir 1")

    assert "1 personne n’a pas pu recevoir de rappel" in chat.zoe.told
    assert "Dan" not in chat.zoe.told


async def test_many_who_are_missing_are_named_to_fifteen(chat: Chat) -> None:
    """Names stop at fifteen there, too, and the file of a poll with names names all (R5, 3.A7)."""
    crowd = [Someone(chat, Persona(f"member{n}", f"Member {n}")) for n in range(1, 18)]
    await chat.founded(*crowd)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" names:shown')
    await chat.ann.types("/poll missing 1")
    assert "18 people have not answered yet" in chat.ann.told
    assert "+ 3 others" in chat.ann.told

    for one in crowd:
        await chat.wire.presses(one.persona, chat.channel.newest, "Soup")
    await chat.settle()
    await chat.ann.types("/poll export 1 format:json")
    said = exported(chat.ann)
    whole = json.loads(said[said.index("{") : said.rindex("}") + 1])
    assert len(whole["ballots"]) == 17
