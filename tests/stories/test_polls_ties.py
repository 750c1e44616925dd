"""How polls end: with a winner, a tie that people settle, no answer, or cancelled."""

from __future__ import annotations

import sqlite3

import pytest

from tests.kit.chat import Chat


async def tied(chat: Chat) -> None:
    """A poll by Ben, closed with Soup and Pie at one vote each."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" "Salad" until:+1d')
    await chat.cleo.presses("Soup")
    await chat.dan.presses("Pie")
    await chat.passes(days=1, minutes=1)


async def test_a_tie_is_said_as_a_tie(chat: Chat) -> None:
    """No hidden tie-break: the tied options are named with their votes (1.A11)."""
    await tied(chat)

    poll = chat.channel.newest
    assert "Tie: Soup and Pie (1 each)." in poll
    assert "Tie: Soup and Pie (1 each)." in chat.channel.replies(poll)[0]
    assert poll.buttons == ("Second round", "Settle the tie")


async def test_a_second_round_holds_the_tied_options_for_a_day(chat: Chat) -> None:
    """The second round: the tied options only, 24 hours, as a new poll (1.A11)."""
    await tied(chat)
    first = chat.channel.newest
    await chat.ben.presses("Second round")

    second = chat.channel.newest
    assert second.ref != first.ref
    assert second.buttons == ("Soup", "Pie")
    assert "Lunch? (second round)" in second
    assert "closes Wednesday 4 November 2026 at 10:01" in second
    await chat.ben.presses("Second round", on=first)
    assert "already under way" in chat.ben.told
    await chat.cleo.presses("Pie")
    await chat.passes(days=1, minutes=1)
    assert "Pie, chosen by 1 of 1 person." in chat.channel.newest
    assert "Result: Lunch? (second round)" in chat.channel.replies(chat.channel.newest)[0]


async def test_a_tie_is_settled_by_hand_with_a_reason(chat: Chat) -> None:
    """Settle the tie: one of the tied options, the reason for all to read, and a line in the journal (1.A11)."""
    await tied(chat)
    await chat.ben.presses("Settle the tie")
    assert chat.ben.form is not None
    assert chat.ben.form.options["option"] == ("Soup", "Pie")
    await chat.ben.fills(option="Soup", why="It is cold")

    poll = chat.channel.newest
    assert "Soup was chosen after a tie between Soup and Pie. Reason: It is cold" in poll
    assert not poll.buttons
    assert "Reason: It is cold" in chat.channel.replies(poll)[0]
    with sqlite3.connect(chat.path) as db:
        written = db.execute("SELECT act FROM journal").fetchall()
    assert ("poll.tie-settled",) in written


async def test_a_choice_outside_the_tie_is_refused(chat: Chat) -> None:
    """Only a tied option can be chosen; the form comes back with the reason in place (1.A11)."""
    if chat.wire.platform in ("slack", "discord"):
        pytest.skip("the platform's own list holds the tied options only")
    await tied(chat)
    await chat.ben.presses("Settle the tie")
    await chat.ben.fills(option="Salad", why="It is green")

    form = chat.ben.form
    assert form is not None
    assert "Soup, Pie" in form.errors["option"]
    assert form.values["why"] == "It is green"
    assert "Tie: Soup and Pie" in chat.channel.newest


async def test_others_do_not_settle_a_tie(chat: Chat) -> None:
    """Everybody sees the buttons; the author, the facilitator and coordinators may use them (1.A11)."""
    await tied(chat)
    for label in ("Second round", "Settle the tie"):
        await chat.cleo.presses(label)
        assert "Only the author of this poll" in chat.cleo.told
    await chat.ann.presses("Settle the tie")  # who founded, and coordinates
    assert chat.ann.form is not None


async def test_a_poll_nobody_answered_has_no_winner(chat: Chat) -> None:
    """Zero votes: closed without answer (1.A12)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.passes(days=2)

    poll = chat.channel.newest
    assert "Closed without answer." in poll
    assert "Closed without answer." in chat.channel.replies(poll)[0]
    assert "Tie" not in poll
    assert not poll.buttons


async def test_an_anonymous_poll_nobody_answered_is_closed_without_answer(chat: Chat) -> None:
    """Zero ballots are no small number to mask (1.A12)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous until:+1d')
    await chat.passes(days=2)

    assert "Closed without answer." in chat.channel.newest


async def test_a_poll_cancelled_before_the_first_vote_disappears(chat: Chat) -> None:
    """Nothing is left of it in the channel (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll cancel 1")

    assert "Cancelled: Lunch?" in chat.ann.told
    assert not [message for message in chat.channel.messages if "Lunch?" in message]
    await chat.passes(days=10)
    assert not [message for message in chat.channel.messages if "Lunch?" in message]


async def test_a_poll_cancelled_after_a_vote_is_marked(chat: Chat) -> None:
    """It stays, marked, without a result anywhere; nobody is reminded (1.A13)."""
    await chat.founded(chat.ben, chat.dan)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+3d')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll cancel 1")

    poll = chat.channel.newest
    assert "This poll was cancelled; it has no result." in poll
    assert "Soup ·" not in poll
    assert "Counts are live" not in poll
    assert not poll.buttons
    await chat.passes(days=5)
    assert not chat.channel.replies(poll)
    assert not chat.dan.inbox


async def test_a_cancelled_poll_has_no_file(chat: Chat) -> None:
    """Without a result there is nothing to export (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.ann.types("/poll cancel 1")
    await chat.ann.types("/poll export 1")

    assert "This poll was cancelled." in chat.ann.told
    assert not chat.ann.told.files
    await chat.ann.types("/poll show 1")
    assert not chat.ann.told.buttons


async def test_others_do_not_cancel_a_poll(chat: Chat) -> None:
    """A member who did not start it is told who could (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll cancel 1")

    assert "Only the author of this poll" in chat.ben.told
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_a_vote_in_a_cancelled_poll_is_refused(chat: Chat) -> None:
    """A private copy left open tells that the poll was cancelled (1.A13)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll show 1")
    shown = chat.ben.told
    await chat.ann.types("/poll cancel 1")
    await chat.ben.presses("Soup", on=shown)

    assert "This poll was cancelled." in chat.ben.told
