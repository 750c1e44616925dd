"""Which poll is meant, the list of polls, what a person may do with one, and files."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.kit.chat import Chat
from tests.stories.test_polls_results import exported


async def two_polls(chat: Chat) -> None:
    """Lunch? (poll 1) and Dinner? (poll 2), both open, by Ann."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types('/poll "Where is dinner?" "Here" "There"')


@pytest.mark.parametrize("which", ["2", "#2", "dinner", '"where is"', "DINNER"])
async def test_a_poll_goes_by_its_number_or_its_words(chat: Chat, which: str) -> None:
    """`/poll show` takes the number on the card, or words of the question (1.A14)."""
    await two_polls(chat)
    await chat.ben.types(f"/poll show {which}")

    assert "Where is dinner?" in chat.ben.told
    assert "Lunch?" not in chat.ben.told


async def test_the_only_open_poll_needs_no_name(chat: Chat) -> None:
    """Without words: the only open poll of the channel (1.A14)."""
    await two_polls(chat)
    await chat.ann.types("/poll close 1")
    await chat.ann.types("/poll close")

    assert "Where is dinner?" in chat.ann.told
    assert "Closed without answer." in chat.channel.newest


@pytest.mark.parametrize(
    ("command", "asks", "said"),
    [
        ("show", "Which poll do you want to see?", "Lunch?"),
        ("close", "Which poll do you want to close?", "The poll is closed"),
        ("missing", "see who has not answered?", "2 people have not answered yet"),
        (
            "cancel",
            "Which poll do you want to cancel?",
            "Cancel this poll? It will have no result.",
        ),
        ("extend until:+3d", "Which poll’s deadline", "The poll now closes"),
    ],
)
async def test_several_open_polls_are_offered(
    chat: Chat, command: str, asks: str, said: str
) -> None:
    """Without words and with several open polls, a list asks which; then it goes on (1.A14)."""
    await two_polls(chat)
    await chat.ann.types(f"/poll {command}")
    assert asks in chat.ann.told
    await chat.ann.picks("1 · Lunch?")

    assert said in chat.ann.told
    assert "Lunch?" in chat.ann.told


async def test_the_export_of_one_of_several(chat: Chat) -> None:
    """The kind of file that was typed goes along with the choice (1.A14)."""
    await two_polls(chat)
    await chat.ann.types("/poll export format:json")
    await chat.ann.picks("2 · Where is dinner?")

    assert '"question": "Where is dinner?"' in exported(chat.ann)


async def test_a_date_alone_goes_along_with_the_choice(chat: Chat) -> None:
    """A day without an hour still means the end of that day after the list asked which (1.A14)."""
    await two_polls(chat)
    await chat.ann.types("/poll extend until:2026-11-20")
    await chat.ann.picks("2 · Where is dinner?")

    assert "20 November 2026 at 23:59" in chat.channel.newest


async def test_an_unknown_poll_is_said(chat: Chat) -> None:
    """Words that no question holds point to the list (1.A14)."""
    await two_polls(chat)
    for words in ("99", "breakfast"):
        await chat.ann.types(f"/poll show {words}")
        assert f"I find no poll for “{words}”" in chat.ann.told
        assert "/poll list" in chat.ann.told


async def test_the_first_poll_is_still_to_come(chat: Chat) -> None:
    """Without any poll, the answer says how to ask the first question (1.A14)."""
    await chat.founded()
    await chat.ann.types("/poll show")
    assert "There is no poll here yet" in chat.ann.told
    await chat.ann.types("/poll list")
    assert "No poll yet" in chat.ann.told


async def test_what_may_be_done_stands_on_the_private_card(chat: Chat) -> None:
    """`/poll show` gives the author every control, and a member their vote (1.A14)."""
    await two_polls(chat)
    await chat.ann.types("/poll show 1")
    assert {
        "Change the deadline",
        "Correct the question",
        "Add an option",
        "Who has not answered",
        "Close now",
        "Cancel the poll",
        "Export (CSV)",
        "Export (JSON)",
    } <= set(chat.ann.told.buttons)

    await chat.ben.types("/poll show 1")
    assert chat.ben.told.buttons == ("Soup", "Pie")
    await chat.ben.presses("Soup", on=chat.ben.told)
    assert "Soup · 1 vote" in chat.channel.find("Lunch?")


async def test_a_facilitator_may_what_an_author_may(chat: Chat) -> None:
    """Rights of the facilitator include every rank above, and somebody else's poll (1.A14)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    for someone in (chat.cleo, chat.ann):
        await someone.types("/poll show 1")
        assert {"Close now", "Change the deadline", "Cancel the poll"} <= set(someone.told.buttons)


async def test_the_list_shows_open_polls_first(chat: Chat) -> None:
    """Open polls first, then the closed ones, each with its number and a button (1.A14)."""
    await two_polls(chat)
    await chat.ann.types("/poll close 2")
    await chat.ben.types("/poll list")

    told = chat.ben.told
    assert told.text.index("Lunch?") < told.text.index("Where is dinner?")
    assert "open until" in told
    assert "closed" in told
    await chat.ben.presses("Show 1", on=told)
    assert "Lunch?" in chat.ben.told


async def test_a_long_list_has_pages(chat: Chat) -> None:
    """Five polls a page, forwards and backwards."""
    await chat.founded(chat.ben)
    for number in range(1, 8):
        await chat.ann.types(f'/poll "Question {number}?" "A" "B"')
    await chat.ben.types("/poll list")
    assert "Page 1 of 2" in chat.ben.told
    assert "Question 3?" in chat.ben.told
    assert "Question 2?" not in chat.ben.told
    await chat.ben.presses("Next")
    assert "Page 2 of 2" in chat.ben.told
    assert "Question 1?" in chat.ben.told
    await chat.ben.presses("Previous")
    assert "Page 1 of 2" in chat.ben.told


async def test_home_offers_the_polls_that_await_me(chat: Chat) -> None:
    """What I have not answered waits in /ronde, with a button; what I have answered does not."""
    await two_polls(chat)
    await chat.ben.presses("Soup")
    await chat.ben.types("/ronde")

    assert "Where is dinner?" in chat.ben.told
    assert "Lunch?" not in chat.ben.told
    await chat.ben.presses("Answer")
    assert {"Here", "There"} <= set(chat.ben.told.buttons)


async def test_a_file_for_a_spreadsheet(chat: Chat) -> None:
    """CSV: totals, accents readable, and no cell that a spreadsheet would run (1.A15)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "=1+1 à midi ?" "+Été" "@Hiver"')
    await chat.ben.presses("+Été")
    await chat.ann.types("/poll export 1")

    rows = list(csv.reader(io.StringIO(exported(chat.ann))))
    assert ["'=1+1 à midi ?", "'+Été", "1"] in rows
    assert ["'=1+1 à midi ?", "'@Hiver", "0"] in rows


async def test_a_file_for_a_program(chat: Chat) -> None:
    """JSON: the exact words, and dates as instants (1.A15)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "=1+1 à midi ?" "+Été" "@Hiver"')
    await chat.ben.presses("+Été")
    await chat.ann.types("/poll export 1 format:json")

    said = exported(chat.ann)
    whole = json.loads(said[said.index("{") : said.rindex("}") + 1])
    assert whole["question"] == "=1+1 à midi ?"
    assert whole["options"] == [{"option": "+Été", "votes": 1}, {"option": "@Hiver", "votes": 0}]
    assert whole["voters"] == 1
    assert whole["closes_at"].startswith("2026-11-09T17:00:00")


async def test_others_get_no_file(chat: Chat) -> None:
    """A member who did not start the poll is told who could export it."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll export 1")

    assert "Only the author of this poll" in chat.ben.told
    assert not chat.ben.told.files


async def test_a_number_comes_before_words(chat: Chat) -> None:
    """A question of words and figures still goes by its number first (1.A14)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types('/poll "What about 1 more?" "Yes" "No"')
    await chat.ben.types("/poll show 1")

    assert "Lunch?" in chat.ben.told
    assert "What about" not in chat.ben.told


# ── which one is meant, when several may be ─────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["show", "close", "cancel", "extend until:+3d", "missing"])
async def test_words_that_fit_several_polls_are_asked_about(chat: Chat, command: str) -> None:
    """A letter that two questions hold chooses neither of them (1.A14)."""
    await two_polls(chat)
    word, _, rest = command.partition(" ")
    await chat.ann.types(f"/poll {word} n {rest}".strip())

    assert "Which poll" in chat.ann.told or "For which poll" in chat.ann.told
    assert chat.ann.told.pickers[0][1] in (
        ("1 · Lunch?", "2 · Where is dinner?"),
        ("2 · Where is dinner?", "1 · Lunch?"),
    )
    assert chat.channel.find("Lunch?").buttons == ("Soup", "Pie")


async def test_only_what_one_may_cancel_is_meant(chat: Chat) -> None:
    """Words that fit my poll and somebody else's mean mine; without mine, the answer says who may."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types('/poll "Late lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll close lunch")
    assert "The poll is closed" in chat.ben.told
    assert "Late lunch?" in chat.ben.told
    await chat.cleo.types("/poll close lunch")

    assert "Only the author of this poll" in chat.cleo.told
    assert chat.channel.find("Lunch?").buttons == ("Soup", "Pie")


async def test_without_words_only_ones_own_polls_are_offered(chat: Chat) -> None:
    """Nobody is offered to cancel what they may not (1.A14)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types('/poll "Dinner?" "Rice" "Fish"')
    await chat.ben.types("/poll cancel")
    assert "Dinner?" in chat.ben.told
    assert "Lunch?" not in chat.ben.told
    assert "Cancel this poll" in chat.ben.told.buttons
    await chat.cleo.types("/poll cancel")

    assert "Only the author of this poll" in chat.cleo.told


@pytest.mark.parametrize("line", ["/poll cancel", "/poll cancel lunch"])
async def test_a_cancelling_is_asked_about_unless_a_number_names_it(chat: Chat, line: str) -> None:
    """Words, or none, may be a guess: the poll is named before it is cancelled (1.A13)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types(line)
    assert "Lunch?" in chat.ann.told
    assert "Cancel this poll? It will have no result." in chat.ann.told
    assert chat.channel.newest.buttons == ("Soup", "Pie")
    await chat.ann.presses("Cancel this poll")

    assert "Cancelled: Lunch?" in chat.ann.told


async def test_a_picked_poll_is_cancelled_after_one_more_question(chat: Chat) -> None:
    """« Quel sondage annuler ? » is a question, and its answer not yet a cancelling (1.A13)."""
    await chat.founded(chat.zoe)
    for question in ("Midi", "Soir"):
        await chat.zoe.types(f"/sondage « {question} » « Ici » « Ailleurs »")
    await chat.zoe.types("/sondage annuler")
    assert "Quel sondage annuler" in chat.zoe.told
    await chat.zoe.picks("1 · Midi")
    assert "Midi" in chat.zoe.told
    assert chat.channel.find("Midi").buttons == ("Ici", "Ailleurs")
    await chat.zoe.presses("Annuler ce sondage")

    assert "Sondage annulé" in chat.zoe.told
    assert not [message for message in chat.channel.messages if "Midi" in message]


async def test_a_format_follows_the_number(chat: Chat) -> None:
    """`/poll export 2 json` needs no `format:` (1.A15)."""
    await two_polls(chat)
    await chat.ann.types("/poll export 2 json")

    assert '"question": "Where is dinner?"' in exported(chat.ann)
