"""What may be changed in a poll, by whom, and until when."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat


async def test_an_author_corrects_the_question_within_the_hour(chat: Chat) -> None:
    """The question is corrected, and the card says "edited" (1.A8)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunsh?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.passes(minutes=59)
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Correct the question")
    assert chat.ann.form is not None
    assert chat.ann.form.values["question"] == "Lunsh?"
    await chat.ann.fills(question="Lunch?")

    assert "Lunch? (edited)" in chat.channel.newest
    assert "Soup · 1 vote" in chat.channel.newest
    assert "now reads: Lunch?" in chat.ann.told


async def test_after_an_hour_the_question_stays(chat: Chat) -> None:
    """Sixty minutes after the opening, a form left open no longer changes the question (1.A8)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunsh?" "Soup" "Pie"')
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Correct the question")
    await chat.passes(minutes=61)
    await chat.ann.fills(question="Dinner?")

    assert "first 60 minutes" in chat.ann.told
    assert "Lunsh?" in chat.channel.newest
    await chat.ann.types("/poll show 1")
    assert "Correct the question" not in chat.ann.told.buttons


async def test_a_coordinator_corrects_anybodys_question_and_members_only_their_own(
    chat: Chat,
) -> None:
    """What the author may, every rank above may; another member may not (1.A8, 1.A14)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types('/poll "Lunsh?" "Soup" "Pie"')
    await chat.cleo.types("/poll show 1")
    assert "Correct the question" not in chat.cleo.told.buttons
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Correct the question", on=chat.ann.told)
    await chat.ann.fills(question="Lunch?")

    assert "Lunch?" in chat.channel.newest
    assert "edited" in chat.channel.newest


async def test_options_are_fixed_by_the_first_vote(chat: Chat) -> None:
    """Before the first vote the author may add an option; afterwards nobody (1.A8)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Add an option", on=chat.ann.told)
    await chat.ann.fills(option="Salad")
    assert chat.channel.newest.buttons == ("Soup", "Pie", "Salad")

    await chat.ann.types("/poll show 1")
    shown = chat.ann.told
    await chat.ben.presses("Soup")
    await chat.ann.presses("Add an option", on=shown)
    assert "the options stay as they are" in chat.ann.told
    await chat.ann.types("/poll show 1")
    assert "Add an option" not in chat.ann.told.buttons


async def test_an_option_form_left_open_is_judged_when_it_is_sent(chat: Chat) -> None:
    """A vote that comes between the form and its sending fixes the options (1.A8)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Add an option", on=chat.ann.told)
    await chat.ben.presses("Soup")
    await chat.ann.fills(option="Salad")

    assert "the options stay as they are" in chat.ann.told
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_people_add_options_where_it_was_announced(chat: Chat) -> None:
    """`add-options`: anybody asked adds one, also after the first vote; no twins (1.A8)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" add-options')
    await chat.ben.presses("Soup")
    await chat.cleo.presses("Add an option")
    await chat.cleo.fills(option="Salad")
    assert chat.channel.newest.buttons[:3] == ("Soup", "Pie", "Salad")
    assert "Soup · 1 vote" in chat.channel.newest
    assert "Salad · 0 votes" in chat.channel.newest

    await chat.ben.presses("Add an option", on=chat.channel.newest)
    await chat.ben.fills(option="  SALAD ")
    assert chat.ben.form is not None
    assert "Salad" in chat.ben.form.errors["option"]
    assert chat.channel.newest.buttons[:3] == ("Soup", "Pie", "Salad")


async def test_extending_tells_the_thread(chat: Chat) -> None:
    """The author moves the deadline; the card and the thread say so (2.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ann.types("/poll extend 1 until:+3d")

    poll = chat.channel.newest
    assert "5 November 2026" in poll.text
    assert len(chat.channel.replies(poll)) == 1
    assert "The deadline has moved" in chat.channel.replies(poll)[0]
    assert "5 November 2026" in chat.channel.replies(poll)[0].text
    await chat.passes(days=2)
    await chat.ben.presses("Soup")
    assert "Soup · 1 vote" in chat.channel.newest


async def test_the_deadline_is_changed_by_a_form_as_well(chat: Chat) -> None:
    """The button opens a form with the present deadline in it (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Change the deadline")
    assert chat.ann.form is not None
    assert chat.ann.form.values["until"].startswith("2026-11-09 18:00")
    await chat.ann.fills(until="2026-11-10 12:00 Europe/Paris")

    assert "10 November 2026 at 12:00" in chat.channel.newest


async def test_a_deadline_comes_no_nearer_than_an_hour(chat: Chat) -> None:
    """Shortening stops an hour from now (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll extend 1 until:+59min")
    assert "an hour from now" in chat.ann.told
    assert "9 November 2026" in chat.channel.newest

    await chat.ann.types("/poll extend 1 until:+61min")
    assert "2 November 2026 at 11:01" in chat.channel.newest


async def test_a_poll_about_to_close_gains_a_little_time(chat: Chat) -> None:
    """Extending by less than an hour is extending all the same (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+30min')
    await chat.ann.types("/poll extend 1 until:+45min")

    assert "2 November 2026 at 10:45" in chat.channel.newest


async def test_others_do_not_move_a_deadline(chat: Chat) -> None:
    """A member who did not start the poll is told who could (2.A5)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.cleo.types("/poll extend 1 until:+3d")

    assert "Only the author of this poll, the facilitator or a coordinator" in chat.cleo.told
    assert "3 November 2026" in chat.channel.newest


async def test_a_closed_poll_is_reopened_within_a_week(chat: Chat) -> None:
    """Reopened: marked so, votes kept, and closed again a week later with a new result (2.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ben.presses("Soup")
    await chat.passes(days=2)
    assert "closed" in chat.channel.newest
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Reopen")

    poll = chat.channel.newest
    assert "Lunch? (reopened)" in poll
    assert "Soup · 1 vote" in poll
    assert "open again" in chat.channel.replies(poll)[-1]
    await chat.ben.presses("Pie")
    assert "Pie · 1 vote" in chat.channel.newest
    await chat.passes(days=9)
    assert "Pie, chosen by 1 of 1 person" in chat.channel.newest
    results = [m for m in chat.channel.replies(chat.channel.newest) if "Result: Lunch?" in m]
    assert "Pie, chosen by 1 of 1 person" in results[-1]


async def test_after_a_week_a_poll_stays_closed(chat: Chat) -> None:
    """Eight days after its closing a poll is not reopened (2.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.passes(days=2)
    await chat.ann.types("/poll show 1")
    shown = chat.ann.told
    await chat.passes(days=8)
    await chat.ann.presses("Reopen", on=shown)

    assert "within 7 days" in chat.ann.told
    assert "(reopened)" not in chat.channel.newest


async def test_nothing_changes_who_may_vote_or_who_is_seen(chat: Chat) -> None:
    """Forms of an open poll with forged fields change neither secrecy nor eligibility (1.A7)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous who:"@Ann @Ben"')
    await chat.ann.types("/poll show 1")
    buttons = chat.ann.told.buttons
    assert not [label for label in buttons if "name" in label.lower() or "anonym" in label.lower()]
    await chat.ann.types("/poll extend 1 until:+3d names:shown results:live who:everyone")
    await chat.cleo.presses("Soup", on=chat.channel.newest)

    assert "for certain people only" in chat.cleo.told
    assert "Nothing we keep links you to your choice." in chat.channel.newest


@pytest.mark.parametrize("date", ["friday 6pm", "+4d", "vendredi 18h"])
async def test_a_date_follows_the_number(chat: Chat, date: str) -> None:
    """`/poll extend 1 friday 6pm` needs neither quotes nor `until:` (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+2d')
    await chat.ann.types(f"/poll extend 1 {date}")

    assert "6 November 2026" in chat.channel.newest


async def test_a_date_that_follows_the_number_and_means_nothing_is_asked_again(chat: Chat) -> None:
    """The form opens, the poll kept, with the sentence under the deadline (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll extend 1 whenever 6pm")
    assert chat.ann.form is not None
    assert "whenever 6pm" in chat.ann.form.errors["until"]
    await chat.ann.fills(until="+4d")

    assert "6 November 2026" in chat.channel.newest


async def test_a_poll_without_a_date_opens_its_form(chat: Chat) -> None:
    """`/poll extend 1` shows the present deadline, without a reproach (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll extend 1")
    form = chat.ann.form
    assert form is not None
    assert form.values["until"].startswith("2026-11-09 18:00")
    assert not form.errors
    await chat.ann.fills(until="+4d")

    assert "6 November 2026" in chat.channel.newest


async def test_a_reopened_poll_takes_its_old_result_back(chat: Chat) -> None:
    """The reply that told the first result goes; the second one is the only one told (2.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+1d')
    await chat.ben.presses("Soup")
    await chat.passes(days=2)
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Reopen")
    assert not [m for m in chat.channel.messages if "Result: Lunch?" in m]
    await chat.ben.presses("Pie", on=chat.channel.newest)
    await chat.passes(days=9)

    results = [m for m in chat.channel.messages if "Result: Lunch?" in m]
    assert ["Pie, chosen by 1 of 1 person" in m for m in results] == [True]
