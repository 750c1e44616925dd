"""Ready-made polls: a press away, in the words of the channel, and everybody's to change."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.stories.test_series_polls import polls


async def offered(chat: Chat) -> None:
    """Cleo has all that is ready-made in front of her."""
    await chat.founded(chat.cleo, chat.zoe)
    await chat.cleo.types("/poll list")
    await chat.cleo.presses("Ready-made")


async def test_five_are_offered_even_where_there_is_no_poll_yet(chat: Chat) -> None:
    """The empty list of polls leads to them, each with a word on what it is for (22.A5)."""
    await offered(chat)

    assert chat.cleo.told.buttons == (
        "Check-in",
        "Meeting feedback",
        "Choose topics",
        "Practice of the month",
        "Retrospective",
    )
    assert "three short questions, sent together" in chat.cleo.told


@pytest.mark.parametrize(
    ("template", "question", "choice", "says"),
    [
        ("Check-in", "How do you arrive at this meeting?", "A little tired", "3 November 2026"),
        (
            "Choose topics",
            "Which topics shall we take up next?",
            "Leading a group",
            "up to 3 choices",
        ),
        (
            "Practice of the month",
            "Which practice shall we all try this month?",
            "Ask a question before explaining",
            "9 November 2026",
        ),
        (
            "Retrospective",
            "Looking back: what do we keep, what do we stop, what do we start?",
            "Stop: meetings that run over",
            "up to 5 choices",
        ),
    ],
)
async def test_its_words_are_in_the_form(
    chat: Chat, template: str, question: str, choice: str, says: str
) -> None:
    """The poll's own form, filled in; a preview, then it is published like any poll (22.A5)."""
    await offered(chat)
    await chat.cleo.presses(template)
    form = chat.cleo.form
    assert form is not None
    assert form.values["question"] == question
    assert choice in form.values["choices"].split("\n")
    await chat.cleo.fills()
    assert question in chat.cleo.told
    assert polls(chat, question) == []
    await chat.cleo.presses("Publish")

    assert choice in polls(chat, question)[0]
    assert says in polls(chat, question)[0]


async def test_it_is_made_ones_own(chat: Chat) -> None:
    """What is written over is published; what the form does not show still holds (22.A5)."""
    await offered(chat)
    await chat.cleo.presses("Choose topics")
    await chat.cleo.fills(choices="Bees\nHoney\nWax\nHives")
    await chat.cleo.presses("Edit")
    await chat.cleo.fills(question="Which topics?")
    await chat.cleo.presses("Publish")

    poll = polls(chat, "Which topics?")[0]
    assert "Leading a group" not in poll
    assert "up to 3 choices" in poll
    assert {"Bees", "Hives", "Add an option"} <= set(poll.buttons)


async def test_it_speaks_the_language_of_the_channel(chat: Chat) -> None:
    """Offered in the reader's language, worded in the community's: everybody will read it (22.A5)."""
    await offered(chat)
    await chat.ann.types("/ronde settings language:French")
    await chat.cleo.types("/poll list")
    await chat.cleo.presses("Ready-made")
    await chat.cleo.presses("Check-in")

    assert chat.cleo.form is not None
    assert chat.cleo.form.values["question"] == "Comment arrivez-vous à cette rencontre\u00a0?"
    assert chat.cleo.form.title == "New poll"
    await chat.zoe.types("/sondage liste")
    await chat.zoe.presses("Prêts à l’emploi")
    assert "Météo du groupe" in chat.zoe.told.buttons


async def test_three_questions_are_sent_together(chat: Chat) -> None:
    """Meeting feedback: three polls in one form and one preview, published in order (22.A5)."""
    await offered(chat)
    await chat.cleo.presses("Meeting feedback")
    form = chat.cleo.form
    assert form is not None
    assert list(form.values) == ["first", "second", "third", "until", "names"]
    await chat.cleo.fills(names="anonymous")
    told = chat.cleo.told
    assert told.text.index("useful to you?") < told.text.index("say what you wanted")
    assert "poll 1" in told
    assert "poll 3" in told
    await chat.cleo.presses("Publish")

    said = [m for m in chat.channel.messages if "📊" in m]
    assert [m.lines[0] for m in said] == [
        "📊 Was this meeting useful to you?",
        "📊 Could you say what you wanted to say?",
        "📊 What should we change first, next time?",
    ]
    assert all("5 November 2026" in m and "Nothing we keep links you" in m for m in said)
    assert chat.cleo.told.text.count("Published in") == 3


async def test_a_question_may_be_left_out_and_a_mistake_stands_under_its_own(chat: Chat) -> None:
    """Two will do; one choice is no poll, said under the poll concerned, and nothing is published."""
    await offered(chat)
    await chat.cleo.presses("Meeting feedback")
    await chat.cleo.fills(second="Only this?\nYes", third="")
    form = chat.cleo.form
    assert form is not None
    assert list(form.errors) == ["second"]
    assert form.values["second"] == "Only this?\nYes"
    await chat.cleo.fills(second="Only this?\nYes\nNo")
    await chat.cleo.presses("Publish")

    assert len([m for m in chat.channel.messages if "📊" in m]) == 2


async def test_who_has_not_joined_is_offered_to(chat: Chat) -> None:
    """Ready-made or not, polls are for members to ask (R7)."""
    await offered(chat)
    await chat.eve.types("/poll list")

    assert "Join the community first" in chat.eve.told
    assert "Ready-made" not in chat.eve.told.buttons
