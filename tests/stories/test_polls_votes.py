"""Voting: one choice or several, changed as often as people like, counted by people."""

from __future__ import annotations

import asyncio

from tests.kit.chat import CHANNEL, Chat
from tests.kit.wire import Persona

TEN = [Persona(f"person{number}", f"Person {number}") for number in range(1, 11)]


async def test_pressing_another_option_moves_the_vote(chat: Chat) -> None:
    """Single choice: B after A moves the vote, and one person stays one (1.A2)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    assert "Soup · 1 vote" in chat.channel.newest
    await chat.ben.presses("Pie")

    poll = chat.channel.newest
    assert "Soup · 0 votes" in poll
    assert "Pie · 1 vote" in poll
    assert "1 voted" in poll


async def test_a_nervous_second_press_loses_no_vote(chat: Chat) -> None:
    """The same option again changes nothing, and answers with the choice and a way back (1.A2)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Pie")
    await chat.ben.presses("Pie")

    assert "Pie · 1 vote" in chat.channel.newest
    assert "Your choice: Pie" in chat.ben.told
    await chat.ben.presses("Withdraw my vote")
    assert "Pie · 0 votes" in chat.channel.newest
    assert "0 voted" in chat.channel.newest
    await chat.ben.presses("Soup", on=chat.channel.newest)
    assert "Soup · 1 vote" in chat.channel.newest


async def test_a_vote_is_answered_by_the_card_alone(chat: Chat) -> None:
    """With live counts, the redrawn card is the answer: no private line is added."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    told = len(chat.ben.answers)
    await chat.ben.presses("Soup")

    assert len(chat.ben.answers) == told


async def test_several_choices_are_pressed_one_by_one(chat: Chat) -> None:
    """`multi:2`: each press adds a choice, and people are counted, not votes (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2')
    await chat.ben.presses("Soup")
    await chat.ben.presses("Pie", on=chat.channel.newest)

    poll = chat.channel.newest
    assert "Soup · 1 vote" in poll
    assert "Pie · 1 vote" in poll
    assert "1 voted" in poll


async def test_a_third_choice_names_the_two_that_stand(chat: Chat) -> None:
    """One choice too many is refused with the current ones named; nothing is dropped (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2')
    for dish in ("Soup", "Pie", "Salad"):
        await chat.ben.presses(dish, on=chat.channel.newest)

    assert "You have used your 2 choices" in chat.ben.told
    assert "Your choice: Soup and Pie" in chat.ben.told
    poll = chat.channel.newest
    assert "Soup · 1 vote" in poll
    assert "Pie · 1 vote" in poll
    assert "Salad · 0 votes" in poll


async def test_a_chosen_option_pressed_again_offers_to_remove_it(chat: Chat) -> None:
    """In a poll of several choices, a second press offers Remove (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2')
    await chat.ben.presses("Soup", on=chat.channel.newest)
    await chat.ben.presses("Pie", on=chat.channel.newest)
    await chat.ben.presses("Soup", on=chat.channel.newest)
    assert "Soup · 1 vote" in chat.channel.newest

    await chat.ben.presses("Remove: Soup")
    assert "Soup · 0 votes" in chat.channel.newest
    assert "Pie · 1 vote" in chat.channel.newest


async def test_a_list_replaces_the_whole_set(chat: Chat) -> None:
    """Vote opens a list; what is picked replaces what stood (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2')
    await chat.ben.presses("Soup", on=chat.channel.newest)
    await chat.ben.presses("Vote")
    await chat.ben.picks("Pie", "Salad")

    poll = chat.channel.newest
    assert "Soup · 0 votes" in poll
    assert "Pie · 1 vote" in poll
    assert "Salad · 1 vote" in poll
    assert "Your choice: Pie and Salad" in chat.ben.told


async def test_a_choice_of_several_can_be_withdrawn_whole(chat: Chat) -> None:
    """Withdraw takes back the whole set (1.A3)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" "Salad" multi:2')
    await chat.ben.presses("Vote")
    await chat.ben.picks("Pie", "Salad")
    await chat.ben.presses("Withdraw my vote")

    assert "0 voted" in chat.channel.newest


async def test_the_footer_counts_people_and_members(chat: Chat) -> None:
    """The footer says how many people voted, how many of the members, and until when (1.A4)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:at-close')
    assert "0 voted · 0 of 5 members" in chat.channel.newest

    await chat.ben.presses("Soup")
    await chat.zoe.presses("Soup")  # who has not joined
    poll = chat.channel.newest
    assert "2 voted · 1 of 5 members" in poll
    assert "closes Monday 9 November 2026" in poll.text
    assert "Nobody sees who chose what" in poll


async def test_a_small_community_shows_no_share(chat: Chat) -> None:
    """Below five members the footer says how many voted, and no more (1.A4)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")

    assert "1 voted" in chat.channel.newest
    assert "of 2" not in chat.channel.newest


async def test_names_are_shown_where_they_are_announced(chat: Chat) -> None:
    """`names:shown`: the card names who chose what."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" names:shown')
    await chat.ben.presses("Soup")
    await chat.cleo.presses("Soup")

    poll = chat.channel.newest
    assert "Everybody sees who chose what" in poll
    assert "Ben, Cleo" in poll


async def test_names_stop_at_fifteen(chat: Chat) -> None:
    """Fifteen names are shown, the others counted."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" names:shown')
    poll = chat.channel.newest
    for number in range(1, 18):
        await chat.wire.presses(Persona(f"voter{number}", f"Voter {number}"), poll, "Soup")
    await chat.settle()

    assert "Voter 15 + 2 others" in chat.channel.newest
    assert "Voter 16" not in chat.channel.newest


async def test_somebody_who_joins_late_may_vote(chat: Chat) -> None:
    """Who joins after the poll opened votes until it closes, and is counted (1.A9)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.passes(days=2)
    await chat.zoe.presses(chat.join_label)
    await chat.zoe.presses("Soup")

    assert "1 voted · 1 of 6 members" in chat.channel.newest


async def test_a_list_is_fixed_when_the_poll_opens(chat: Chat) -> None:
    """`who:` with names: those people vote, and nobody else (1.A9)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Ben"')
    await chat.cleo.presses("Soup")
    assert "for certain people only" in chat.cleo.told
    assert "Soup · 0 votes" in chat.channel.newest

    await chat.ben.presses("Soup")
    assert "1 of 2 people asked voted" in chat.channel.newest


async def test_a_role_is_judged_at_the_press(chat: Chat) -> None:
    """`who:` with a role: whoever holds it when they press may vote (1.A9)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Ben")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:@facilitation')
    await chat.cleo.presses("Soup")
    assert "for certain people only" in chat.cleo.told
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.cleo.presses("Soup", on=chat.channel.newest)
    assert "Soup · 1 vote" in chat.channel.newest


async def test_only_those_asked_are_counted_on(chat: Chat) -> None:
    """A poll for a role counts, and asks, only those who hold it (1.A9)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types("/ronde settings facilitator:Ben")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:@facilitation')
    assert "0 of 1 people asked voted" in chat.channel.newest

    await chat.ann.types("/poll missing 1")
    assert "Ben" in chat.ann.told
    assert "Cleo" not in chat.ann.told
    await chat.cleo.types("/ronde")
    assert "Lunch?" not in chat.cleo.told


async def test_an_unknown_name_in_the_list_is_said(chat: Chat) -> None:
    """A name that nobody goes by opens the form with a field for it, to be corrected (1.A9)."""
    await chat.founded(chat.ben)
    before = len(chat.channel.messages)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:"@Ann @Nobody"')

    form = chat.ann.form
    assert form is not None
    assert "Nobody" in form.errors["who"]
    assert "Nobody" in form.values["who"]
    assert len(chat.channel.messages) == before
    await chat.ann.fills(who="@Ann @Ben", until="when pigs fly")
    form = chat.ann.form
    assert form is not None
    assert set(form.errors) == {"until"}
    await chat.ann.fills(until="+3d")
    await chat.ann.presses("Publish")
    assert "0 of 2 people asked voted" in chat.channel.newest


async def test_ten_people_who_press_at_once_make_ten_ballots(chat: Chat) -> None:
    """Ten presses by ten people at the same moment all count (1.A10)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    poll = chat.channel.newest
    await asyncio.gather(*(chat.wire.presses(one, poll, "Soup") for one in TEN))
    await chat.settle()

    assert "Soup · 10 votes" in chat.channel.newest
    assert "10 voted" in chat.channel.newest


async def test_one_person_who_presses_twice_at_once_makes_one_ballot(chat: Chat) -> None:
    """Two presses by one person at the same moment make one ballot (1.A10)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    poll = chat.channel.newest
    await asyncio.gather(
        chat.wire.presses(chat.ben.persona, poll, "Soup"),
        chat.wire.presses(chat.ben.persona, poll, "Pie"),
    )
    await chat.settle()

    assert "1 voted" in chat.channel.newest
    counts = [line for line in chat.channel.newest.lines if line.endswith("· 1 vote")]
    assert len(counts) == 1


async def test_a_press_delivered_twice_counts_once(chat: Chat) -> None:
    """When the platform repeats a press, nothing happens twice."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.wire.repeat()
    await chat.settle()

    assert "Soup · 1 vote" in chat.channel.newest
    assert "1 voted" in chat.channel.newest


async def test_a_line_delivered_twice_makes_one_poll(chat: Chat) -> None:
    """When the platform repeats a command, there is one poll."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.wire.repeat()
    await chat.settle()

    assert len([m for m in chat.channel.messages if "Lunch?" in m]) == 1


async def test_a_guest_s_vote_counts_and_joining_is_offered_once(chat: Chat) -> None:
    """Whoever sees the card may use it; the offer to join comes with the first vote."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    assert "Soup · 1 vote" in chat.channel.newest
    assert "You are not in Trainers yet" in chat.ben.told

    told = len(chat.ben.answers)
    await chat.ben.presses("Pie")
    assert len(chat.ben.answers) == told
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    assert CHANNEL == "general"
