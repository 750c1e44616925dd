"""Clauses of the polls' promises: choices, guests, which poll is meant, what disappears."""

from __future__ import annotations

import pytest

from tests.kit.chat import Channel, Chat

# ── create and vote ─────────────────────────────────────────────────────────────────────────────


async def test_as_many_choices_as_were_asked_for_once_options_are_added(chat: Chat) -> None:
    """`multi:3` holds where people add the third option later; it is not cut to two (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" multi:3 add-options')
    await chat.ben.presses("Add an option")
    await chat.ben.fills(option="Salad")
    for dish in ("Soup", "Pie", "Salad"):
        await chat.ben.presses(dish, on=chat.channel.newest)

    poll = chat.channel.newest
    assert "up to 3 choices" in poll
    for dish in ("Soup", "Pie", "Salad"):
        assert f"{dish} · 1 vote" in poll


async def test_the_same_choice_again_is_answered_in_french(chat: Chat) -> None:
    """« Votre choix », and the way back, in the reader's language (1.A2)."""
    await chat.founded(chat.zoe)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.zoe.presses("Soup")
    await chat.zoe.presses("Soup")
    assert "Votre choix" in chat.zoe.told
    assert "Soup" in chat.zoe.told
    await chat.zoe.presses("Retirer mon vote")

    assert "Soup · 0 votes" in chat.channel.newest


async def test_a_vote_taken_back_hides_the_counts_again(chat: Chat) -> None:
    """`after-vote`: who withdrew has not voted, and sees no counts any more (1.A5)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:after-vote')
    await chat.cleo.presses("Pie")
    await chat.ben.presses("Soup")
    await chat.ben.presses("Withdraw my vote")
    await chat.ben.types("/poll show 1")

    assert "Pie ·" not in chat.ben.told
    assert "1 voted" in chat.ben.told


@pytest.mark.parametrize("results", ["after-vote", "at-close"])
async def test_hidden_counts_hide_the_names_too(chat: Chat, results: str) -> None:
    """`names:shown` with hidden counts: nobody reads who chose what before the end (1.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" names:shown results:{results}')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll extend 1 until:+3d")
    await chat.ann.types("/poll show 1")
    await chat.ann.types("/poll list")
    for seen in (*chat.channel.messages, *chat.ann.answers):
        assert "Ben" not in seen
        assert "Soup · 1" not in seen
    await chat.ann.types("/poll export 1")
    assert "once the poll is closed" in chat.ann.told

    await chat.passes(days=4)
    assert "Ben" in chat.channel.find("Everybody sees who chose what")


async def test_a_reminder_hides_what_the_card_hides(chat: Chat) -> None:
    """The direct message shows no counts either (1.A5, 3.A3)."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:at-close until:+3d')
    await chat.ben.presses("Soup")
    await chat.passes(days=2, hours=1)
    assert "Lunch?" in chat.dan.inbox[-1]
    assert "1 vote" not in chat.dan.inbox[-1]
    await chat.dan.presses("Pie", on=chat.dan.inbox[-1])

    assert "Your choice: Pie" in chat.dan.told
    assert "Soup · 1" not in chat.dan.told


# ── somebody who has not joined ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("results", ["after-vote", "at-close"])
async def test_a_guest_is_offered_to_join_where_results_are_hidden(
    chat: Chat, results: str
) -> None:
    """The private answer to a guest's first vote offers to join, and says the choice (R11)."""
    await chat.founded()
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie" results:{results}')
    await chat.ben.presses("Soup")
    assert "Your choice: Soup" in chat.ben.told
    assert "You are not in Trainers yet" in chat.ben.told
    await chat.ben.presses("I'm in", on=chat.ben.told)

    assert "You are now a member of Trainers" in chat.ben.told


async def test_a_guest_is_offered_to_join_after_an_anonymous_vote(chat: Chat) -> None:
    """So does the answer to an anonymous one (R11)."""
    await chat.founded()
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await chat.ben.presses("Yes")
    await chat.ben.presses("Send")

    assert "Your vote is in" in chat.ben.told
    assert "You are not in Trainers yet" in chat.ben.told
    assert "I'm in" in chat.ben.told.buttons


async def test_joining_is_offered_once_not_once_a_poll(chat: Chat) -> None:
    """Who did not take the offer is left alone in the next poll (R11)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    assert "You are not in Trainers yet" in chat.ben.told
    told = len(chat.ben.answers)
    await chat.ann.types('/poll "Dinner?" "Rice" "Fish"')
    await chat.ben.presses("Rice")

    assert len(chat.ben.answers) == told
    assert "Rice · 1 vote" in chat.channel.newest


async def test_somebody_who_is_not_asked_is_told_and_not_counted(chat: Chat) -> None:
    """A guest presses on a poll for certain people: refused, and nothing changes (R11, 1.A9)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben" anonymous')
    await chat.zoe.presses("Soup")

    assert "certaines personnes" in chat.zoe.told
    assert "0 of 2 people asked voted" in chat.channel.newest


# ── which poll ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("command", "asks"),
    [
        ("close", "Which poll do you want to close?"),
        ("cancel", "Which poll do you want to cancel?"),
        ("extend until:+3d", "Which poll’s deadline do you want to change?"),
    ],
)
async def test_another_channel_s_poll_is_asked_about_never_guessed(
    chat: Chat, command: str, asks: str
) -> None:
    """None open in this channel: the picker, even if one is open elsewhere (1.A14)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/ronde", "second")
    await chat.ann.presses("Add this channel to Trainers", on=chat.ann.told)
    await chat.ann.types(f"/poll {command}", "second")

    assert asks in chat.ann.told
    assert "Lunch?" in chat.channel.newest
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    assert "9 November 2026" in chat.channel.newest


async def test_the_channel_s_own_open_poll_is_meant(chat: Chat) -> None:
    """One open here and one elsewhere: the one here is meant (1.A14)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/ronde", "second")
    await chat.ann.presses("Add this channel to Trainers", on=chat.ann.told)
    await chat.ann.types('/poll "Dinner?" "Rice" "Fish"', "second")
    await chat.ann.types("/poll close", "second")

    assert "Dinner?" in chat.ann.told
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    assert not Channel(chat.wire, "second").newest.buttons


async def test_the_only_open_poll_in_direct_messages(chat: Chat) -> None:
    """Where there is no channel, the community's only open poll is meant (1.A14)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll show", "direct")

    assert "Lunch?" in chat.ann.told


# ── cancelled before the first vote ─────────────────────────────────────────────────────────────


async def test_a_poll_that_disappeared_is_in_no_list(chat: Chat) -> None:
    """It is not listed, not found by its words, and does not tick the plan (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll cancel 1")
    await chat.ben.types("/poll list")
    assert "Lunch?" not in chat.ben.told
    assert "No poll yet" in chat.ben.told
    await chat.ben.types("/poll show lunch")
    assert "I find no poll" in chat.ben.told
    await chat.ann.types("/ronde")
    await chat.ann.presses("Go on", on=chat.ann.told)
    assert "○ Ask “what are you looking for here?”" in chat.ann.told

    await chat.ann.types('/poll "Dinner?" "Rice" "Fish"')
    assert "poll 2" in chat.channel.newest  # a number is never used again


@pytest.mark.parametrize("anonymous", ["", " anonymous"])
async def test_a_poll_cancelled_after_a_vote_is_listed_as_such(chat: Chat, anonymous: str) -> None:
    """It stays in the list, marked, with nothing of its result (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/poll "Lunch?" "Soup" "Pie"{anonymous}')
    await chat.ben.presses("Soup")
    if anonymous:
        await chat.ben.presses("Send")
    await chat.ann.types("/poll cancel 1")
    await chat.ben.types("/poll list")

    assert "Lunch? · cancelled" in chat.ben.told
    assert "This poll was cancelled; it has no result." in chat.channel.newest
