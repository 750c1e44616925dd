"""Clauses of the rules that hold everywhere, as people live them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.kit.chat import Channel, Chat, Someone


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, in UTC: Paris is an hour ahead, and the 2nd a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def second_community(chat: Chat, founder: Someone, *others: Someone) -> Channel:
    """Another community in the same workspace, in the channel "second"."""
    await founder.types("/ronde", "second")
    await founder.presses("Found a community here", on=founder.told)
    await founder.fills(name="Designers", zone="Europe/Paris")
    second = Channel(chat.wire, "second")
    for one in others:
        await one.presses("I'm in", on=second.newest)
    return second


# ── R1: time ────────────────────────────────────────────────────────────────────────────────────


async def test_a_deadline_in_the_spring_gap_is_refused_with_the_hour_after(chat: Chat) -> None:
    """02:30 does not exist on 28 March 2027 in Paris: refused, 03:30 proposed, all kept (R1)."""
    await chat.founded(chat.zoe)
    chat.clock.move(to=datetime(2027, 3, 1, 9, tzinfo=UTC))
    await chat.zoe.types('/sondage "Repas ?" "Ici" "Ailleurs" fin:"2027-03-28 02:30"')

    form = chat.zoe.form
    assert form is not None
    assert "03:30" in form.errors["until"]
    assert form.values["choices"] == "Ici\nAilleurs"
    await chat.zoe.fills(until="2027-03-28 03:30")
    await chat.zoe.presses("Publier")
    assert "28 March 2027 at 03:30" in chat.channel.newest


async def test_a_deadline_in_the_doubled_hour_is_the_first_and_says_so(chat: Chat) -> None:
    """02:30 exists twice on 31 October 2027 in Paris: the first, with its offset said (R1)."""
    await chat.founded()
    chat.clock.move(to=datetime(2027, 10, 1, 9, tzinfo=UTC))
    until = '"2027-10-31 02:30 Europe/Paris"'
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:{until}')

    assert "31 October 2027 at 02:30" in chat.channel.newest
    assert "UTC+2" in chat.channel.newest
    await chat.passes(to=datetime(2027, 10, 31, 0, 29, tzinfo=UTC))
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.passes(to=datetime(2027, 10, 31, 0, 31, tzinfo=UTC))
    assert "Closed without answer." in chat.channel.newest


async def test_a_date_without_zone_is_the_author_s(chat: Chat) -> None:
    """Ben in Montreal types 18:00 and means his own; the community elsewhere reads Paris (R1)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells nobody's zone: there the community's counts")
    await chat.founded(chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 18:00"')

    assert "5 November 2026 at 18:00 (" in chat.ben.told
    assert "6 November 2026 at 00:00 (Paris time" in chat.channel.newest


async def test_a_date_alone_ends_the_community_s_day_wherever_it_was_typed(chat: Chat) -> None:
    """A day without an hour, typed in Montreal, ends at 23:59 in Paris (R1)."""
    await chat.founded(chat.ben)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:2026-11-05')

    assert "5 November 2026 at 23:59 (Paris time)" in chat.channel.newest


# ── R3: exactly once ────────────────────────────────────────────────────────────────────────────


async def test_how_late_is_counted_from_the_moved_instant(chat: Chat) -> None:
    """Due on Saturday, moved to Monday 8:00; down until 9:00: one hour late, so it comes (R3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-09 18:00 Europe/Paris"')
    await chat.passes(to=at(6, 12))
    await chat.stop()
    chat.clock.move(to=at(9, 8))
    await chat.start()
    await chat.tick()

    assert len(chat.dan.inbox) == 1


async def test_too_late_from_the_moved_instant_is_dropped(chat: Chat) -> None:
    """Down until Monday 10:30, two hours and a half after it could go out: not sent (R3)."""
    await chat.founded(chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-09 18:00 Europe/Paris"')
    await chat.passes(to=at(6, 12))
    await chat.stop()
    chat.clock.move(to=at(9, 9, 30))
    await chat.start()
    await chat.tick()
    await chat.passes(hours=3)

    assert not chat.dan.inbox
    await chat.dan.types("/ronde")
    assert "Lunch?" in chat.dan.told


async def test_a_redelivered_press_has_one_effect_of_every_kind(chat: Chat) -> None:
    """Closing, cancelling, extending and settling, delivered twice, happen once (R3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    poll = chat.channel.newest
    await chat.ann.types("/poll extend 1 until:+3d")
    await chat.wire.repeat()
    await chat.settle()
    assert len(chat.channel.replies(poll)) == 1
    await chat.ann.presses("Soup", on=poll)
    await chat.ben.presses("Pie", on=poll)
    await chat.ann.types("/poll close 1")
    await chat.wire.repeat()
    await chat.settle()
    assert len(chat.channel.replies(poll)) == 2
    await chat.ann.presses("Second round")
    await chat.wire.repeat()
    await chat.settle()
    assert len([m for m in chat.channel.messages if m.buttons == ("Soup", "Pie")]) == 1


# ── R9: one budget ──────────────────────────────────────────────────────────────────────────────


async def test_two_communities_share_one_budget(chat: Chat) -> None:
    """What falls together is one message, whichever community it comes from (R9)."""
    await chat.founded(chat.dan)
    second = await second_community(chat, chat.cleo, chat.dan)
    until = '"2026-11-05 10:00 Europe/Paris"'
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" until:{until}')
    await chat.cleo.types(f'/poll "Logo?" "Red" "Blue" until:{until}', "second")
    await chat.passes(to=at(4, 12))

    [message] = chat.dan.inbox
    assert "Lunch? (Trainers)" in message
    assert "Logo? (Designers)" in message
    await chat.dan.presses("Red", on=message)
    assert "Red · 1 vote" in second.newest
    assert "Soup · 0 votes" in chat.channel.newest


async def test_a_second_community_waits_for_the_next_day(chat: Chat) -> None:
    """One a day a person, all communities together (R9)."""
    await chat.founded(chat.dan)
    await second_community(chat, chat.cleo, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 10:00 Europe/Paris"')
    await chat.cleo.types(
        '/poll "Logo?" "Red" "Blue" until:"2026-11-05 14:00 Europe/Paris"', "second"
    )
    await chat.passes(to=at(4, 17))
    assert len(chat.dan.inbox) == 1
    await chat.passes(to=at(5, 8))

    assert len(chat.dan.inbox) == 2
    assert "Logo?" in chat.dan.inbox[-1]


async def test_my_role_comes_before_my_vote(chat: Chat) -> None:
    """Of two things told together, the role stands first (R9)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 07:00 Europe/Paris"')
    await chat.ben.types('/poll "Dinner?" "Rice" "Fish" until:+6d')
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.passes(to=at(3, 19))
    inbox = len(chat.cleo.inbox)
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community", on=chat.ben.told)
    await chat.passes(to=at(4, 8))

    assert len(chat.cleo.inbox) == inbox + 1
    said = chat.cleo.inbox[-1].text
    assert said.index("has left Trainers") < said.index("You have not answered yet")


# ── R7, R11: who is who ─────────────────────────────────────────────────────────────────────────


async def test_a_second_coordinator_may_leave_and_the_last_may_not(chat: Chat) -> None:
    """Nobody is left without somebody who answers for the community (R7)."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates", on=chat.ann.told)
    await chat.ann.fills(coordinators="@Ben")
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community", on=chat.ben.told)
    assert "You have left Trainers." in chat.ben.told
    await chat.ann.types("/ronde data")
    await chat.ann.presses("Leave the community", on=chat.ann.told)

    assert "name another one before you leave" in chat.ann.told


async def test_at_five_members_the_share_is_said_in_both_languages(chat: Chat) -> None:
    """From five members on: "of 5 members", and « sur 5 » in a French channel (R11, 1.A4)."""
    await chat.founded(chat.ann, chat.ben, chat.cleo, chat.zoe, by=chat.ines)
    await chat.ines.types("/sondage « Repas ? » « Ici » « Ailleurs »")
    await chat.ann.presses("Ici")
    await chat.dan.presses("Ici")

    said = chat.channel.newest.text.replace("\u00a0", " ")
    assert "2 personnes ont voté · 1 membre sur 5" in said
