"""Answer proposed dates: private pickers, kept as one chooses; the others' answers afterwards."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

TWO = '/meet propose "Peer review" "tue 10 nov 2pm" "thu 12 nov 10am"'
YES, MAYBE, NO = "✓ Yes", "(✓) If need be", "✗ No"


async def proposed(chat: Chat, *others: Someone, line: str = TWO) -> Shown:
    """A proposal by Ann in a community of these people."""
    await chat.founded(*others)
    await chat.ann.types(line)
    await chat.ann.presses("Publish")
    return chat.channel.newest


async def answers(chat: Chat, who: Someone, board: Shown, *said: str) -> None:
    """Answer the dates in order; an empty word leaves one out."""
    await who.presses("Answer", on=board)
    for place, word in enumerate(said):
        if word:
            label = who.told.pickers[place][0]
            await chat.wire.picks(who.persona, who.told, label, [word])
            await chat.settle()


def grid(shown: Shown) -> list[str]:
    """What the grid says of each date, whatever the hour is where it is read."""
    return [line.partition(" · ")[2] for line in shown.lines if "Can come" in line]


async def test_an_answer_is_kept_at_once_and_can_be_changed(chat: Chat) -> None:
    """Yes, if need be, no, slot by slot; changed or taken back until answers are due (4.A2)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, YES, MAYBE)
    assert "You have answered every date" in chat.ben.told
    await chat.ben.presses("See the answers", on=chat.ben.told)
    assert "1 yes · 0 if need be · 0 no" in chat.ben.told

    await answers(chat, chat.ben, board, NO, "Take my answer back")
    await chat.ben.presses("See the answers", on=chat.ben.told)
    assert "0 yes · 0 if need be · 1 no" in chat.ben.told
    assert "0 yes · 0 if need be · 0 no" in chat.ben.told


async def test_no_answer_is_shown_as_such(chat: Chat) -> None:
    """Who has not answered a date is said to have given no answer, never a no (4.A2)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, YES)
    await chat.ben.presses("See the answers", on=chat.ben.told)

    assert grid(chat.ben.told) == [
        "Can come: 1 + 0 · yes: Ben",
        "Can come: 0 + 0 · No answer: Ben",
    ]
    assert "1 yes · 0 if need be · 0 no" in chat.ben.told
    assert "0 yes · 0 if need be · 0 no" in chat.ben.told


async def test_the_grid_says_who_can_come_when(chat: Chat) -> None:
    """Everybody's answers at a glance: the same on every platform, date by date (4.A3)."""
    board = await proposed(chat, chat.ben, chat.cleo, chat.dan)
    await answers(chat, chat.ben, board, YES, NO)
    await answers(chat, chat.cleo, board, MAYBE, YES)
    await answers(chat, chat.dan, board, YES, MAYBE)
    await chat.dan.presses("See the answers", on=chat.dan.told)

    assert grid(chat.dan.told) == [
        "Can come: 2 + 1 · yes: Ben, Dan · if need be: Cleo",
        "Can come: 1 + 1 · yes: Cleo · if need be: Dan · no: Ben",
    ]


async def test_others_answers_are_hidden_until_one_has_answered(chat: Chat) -> None:
    """The channel counts who answered, not what; a member sees the answers after their own (4.A11)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, YES, NO)

    assert "1 answered" in chat.channel.find("Peer review")
    assert "1 yes" not in chat.channel.find("Peer review")
    await chat.cleo.presses("See the answers", on=board)
    assert "Give your own answers first" in chat.cleo.told
    assert "Ben" not in chat.cleo.told
    await answers(chat, chat.cleo, board, MAYBE)
    await chat.cleo.presses("See the answers", on=chat.cleo.told)
    assert "Ben" in chat.cleo.told


async def test_a_setting_shows_answers_at_once(chat: Chat) -> None:
    """Where the community wants it, the channel shows the counts and why a date is first (4.A11)."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("shown at once", on=chat.ann.told)
    await chat.ann.types(TWO)
    await chat.ann.presses("Publish")
    board = chat.channel.newest
    await answers(chat, chat.ben, board, YES, NO)

    shown = chat.channel.find("Peer review")
    assert "1 yes · 0 if need be · 0 no" in shown
    assert "1 more person can come than on" in shown
    assert "Ben" not in shown


async def test_same_as_last_time(chat: Chat) -> None:
    """One press fills in what I answered for the same weekday and hour, and nothing else (4.A2)."""
    board = await proposed(chat, chat.ben)
    await chat.ben.presses("Answer", on=board)
    assert "Same as last time" not in chat.ben.told.buttons
    await answers(chat, chat.ben, board, YES, NO)
    await chat.ann.types('/meet propose "Next" "tue 17 nov 2pm" "thu 19 nov 10am" "fri 20 nov 9am"')
    await chat.ann.presses("Publish")
    await chat.ben.presses("Answer", on=chat.channel.newest)
    await chat.ben.presses("Same as last time", on=chat.ben.told)

    assert "2 dates are filled in" in chat.ben.told
    assert "1 date without your answer" in chat.ben.told


async def test_twelve_dates_come_five_a_page(chat: Chat) -> None:
    """The pickers come five a page, in place, and every page keeps what is chosen (4.A12)."""
    dates = " ".join(f'"{day} nov 2pm"' for day in range(10, 22))
    board = await proposed(chat, chat.ben, line=f'/meet propose "Many" {dates}')
    await chat.ben.presses("Answer", on=board)
    assert len(chat.ben.told.pickers) == 5
    count = len(chat.ben.answers)
    await answers_here(chat, chat.ben, YES)
    await chat.ben.presses("Next", on=chat.ben.told)
    await answers_here(chat, chat.ben, NO)
    await chat.ben.presses("Next", on=chat.ben.told)

    assert len(chat.ben.told.pickers) == 2
    assert len(chat.ben.answers) == count
    assert "Page 3 of 3" in chat.ben.told
    await chat.ben.presses("No to the rest", on=chat.ben.told)
    assert "You have answered every date" in chat.ben.told


async def answers_here(chat: Chat, who: Someone, word: str) -> None:
    """Answer the first date of the page in front of somebody."""
    await chat.wire.picks(who.persona, who.told, who.told.pickers[0][0], [word])
    await chat.settle()


async def test_who_has_not_joined_may_answer_and_is_asked_to_join(chat: Chat) -> None:
    """Anyone who sees the card may use it; the answer counts, and joining is offered (R11)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.eve, board, YES)

    assert "You are not in Trainers yet" in chat.eve.told
    assert "I'm in" in chat.eve.told.buttons
    assert "1 answered" in chat.channel.find("Peer review")


async def test_the_organiser_hears_once_that_all_have_answered(chat: Chat) -> None:
    """Everyone has answered every date: one message with the best date, and no second (4.A9)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, YES, NO)
    assert chat.ann.inbox == []
    await answers(chat, chat.ann, board, YES, YES)
    await chat.tick()

    assert len(chat.ann.inbox) == 1
    assert "2 people have answered. You can settle the date now." in chat.ann.inbox[0]
    await answers(chat, chat.ben, board, MAYBE, "")
    await chat.tick()
    assert len(chat.ann.inbox) == 1


async def test_needed_people_are_enough_to_decide(chat: Chat) -> None:
    """All who are needed have answered: the organiser may decide, whoever else is silent (4.A9)."""
    board = await proposed(chat, chat.ben, chat.cleo, chat.dan, line=f"{TWO} needs:@Ben")
    assert "Needed: Ben" in board
    await answers(chat, chat.cleo, board, YES, YES)
    await chat.tick()
    assert chat.ann.inbox == []
    await answers(chat, chat.ben, board, YES, NO)
    await chat.tick()

    assert "You can settle the date now" in chat.ann.inbox[-1]


async def test_after_the_deadline_no_answer_is_taken(chat: Chat) -> None:
    """By time, not by the clock's press: a late answer is refused, and says what follows (R4)."""
    board = await proposed(chat, chat.ben)
    await chat.ben.presses("Answer", on=board)
    chat.clock.move(days=7)
    await answers_here(chat, chat.ben, YES)

    assert "The time to answer is over" in chat.ben.told
    await chat.tick()
    assert "Answer" not in chat.channel.find("Peer review").buttons
    assert "You can settle the date now" in chat.ann.inbox[-1]


async def test_only_those_who_have_not_answered_are_reminded(chat: Chat) -> None:
    """Two days before answers are due, in a message with the way to answer (3.A1, R9)."""
    board = await proposed(chat, chat.ben, chat.cleo, line=f'{TWO} until:"tue 10 nov 1pm"')
    await answers(chat, chat.ben, board, YES, NO)
    await chat.passes(days=7, hours=1)

    assert chat.ben.inbox == []
    assert "You have not said yet when you could come" in chat.cleo.inbox[-1]
    await answers(chat, chat.cleo, chat.cleo.inbox[-1], YES, NO)
    assert "Thank you, your answers are in." in chat.cleo.inbox[-1]


async def test_one_more_date_asks_about_itself_only(chat: Chat) -> None:
    """A date added later: who had answered gets one message with it; their answers stay (4.A6)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.cleo, board, YES, NO)
    await chat.ann.types("/meet show")
    await chat.ann.presses("Add a date", on=chat.ann.told)
    await chat.ann.fills(slot="fri 13 nov 9am")
    assert "1 person who had answered is asked about this date only" in chat.ann.told
    await chat.tick()

    assert chat.ben.inbox == []
    (message,) = chat.cleo.inbox
    assert "One more date is proposed" in message
    assert len(message.pickers) == 1
    await chat.cleo.picks(MAYBE, on=message)
    await chat.cleo.presses("See the answers", on=board)
    assert "1 yes · 0 if need be · 0 no" in chat.cleo.told
    assert "0 yes · 1 if need be · 0 no" in chat.cleo.told
    assert "0 yes · 0 if need be · 1 no" in chat.cleo.told


async def test_a_date_added_is_repeated_with_what_is_worth_knowing(chat: Chat) -> None:
    """Its length where that is another, and warnings as on a first proposal (4.A1, 4.A10)."""
    await proposed(chat, chat.ben)
    await chat.ann.types('/meet settle "Board" "tue 17 nov 1pm"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await chat.ann.types("/meet show 1")
    await chat.ann.presses("Add a date", on=chat.ann.told)
    await chat.ann.fills(slot="tue 17 nov 2pm-4pm")

    assert "Tuesday 17 November 2026 at" in chat.ann.told  # Discord tells nobody’s zone
    assert "2 h" in chat.ann.told
    assert "close to another meeting: Board" in chat.ann.told
    assert "is asked about" not in chat.ann.told
    await chat.ann.types("/meet settle 1")
    assert "2 h" in chat.ann.told


async def test_a_date_taken_away_takes_its_answers_alone(chat: Chat) -> None:
    """The number of answers is said before; the others' answers stay (4.A6)."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, YES, NO)
    await chat.ann.types("/meet show")
    await chat.ann.presses("Take a date away", on=chat.ann.told)
    assert "1 answer goes with it" in chat.ann.told
    await chat.ann.presses(chat.ann.told.buttons[1], on=chat.ann.told)

    assert "1 answer went with it" in chat.ann.told
    await chat.ben.presses("See the answers", on=board)
    assert "1 yes · 0 if need be · 0 no" in chat.ben.told
    assert "Thursday" not in chat.ben.told


async def test_the_zone_stays_once_somebody_has_answered(chat: Chat) -> None:
    """Before the first answer the zone may be corrected; afterwards it may not (4.A7)."""
    board = await proposed(chat, chat.ben)
    await chat.ann.types("/meet show")
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(zone="Europe/Paris")
    assert "Tuesday 10 November 2026 at 14:00 (Paris time)" in chat.channel.find("Peer review")
    await answers(chat, chat.ben, board, YES, NO)
    await chat.ann.types("/meet show")
    await chat.ann.presses("Edit", on=chat.ann.told)
    await chat.ann.fills(zone="America/Montreal")

    assert chat.ann.form is not None
    assert "the time zone stays" in chat.ann.form.errors["zone"]
    assert "Tuesday 10 November 2026 at 14:00 (Paris time)" in chat.channel.find("Peer review")


async def test_a_date_that_is_over_is_greyed(chat: Chat) -> None:
    """A date that becomes past stays on the card as over, and can no longer be answered (4.A8)."""
    await proposed(
        chat,
        chat.ben,
        line='/meet propose "Soon" "tue 3 nov 9am" "fri 6 nov 9am" until:"thu 5 nov 9am"',
    )
    await chat.passes(days=1)

    assert "09:00 (London time) · over" in chat.channel.find(
        "Soon"
    ) or "· over" in chat.channel.find("Soon")
    await chat.ben.presses("Answer", on=chat.channel.find("Soon"))
    assert len(chat.ben.told.pickers) == 1


async def test_who_has_not_answered_is_for_who_decides(chat: Chat) -> None:
    """`/meet missing` names them to the organiser and the facilitator, to nobody else (3.A7)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, YES, NO)
    await chat.ann.types("/meet missing")
    assert "2 people have not answered yet: Ann, Cleo" in chat.ann.told
    await chat.ben.types("/meet missing 1")
    assert "Only whoever organises this meeting" in chat.ben.told


async def test_the_answers_leave_as_a_file(chat: Chat) -> None:
    """`/meet export` gives who decides a sheet, safe for spreadsheets."""
    board = await proposed(chat, chat.ben)
    await answers(chat, chat.ben, board, YES, NO)
    await chat.ann.types("/meet export 1")

    ((name, content),) = chat.ann.told.files
    assert name == "meeting-1.csv"
    assert "2026-11-10 14:00 Europe/" in content.decode("utf-8-sig")
    assert "Ben,yes,no" in content.decode("utf-8-sig")
