"""The order of proposed dates as people read it: whose turn, ties, and what is worth knowing."""

from __future__ import annotations

from tests.kit.chat import Chat, Someone
from tests.stories.test_meetings_answer import NO, TWO, YES, answers, proposed


async def held(chat: Chat, week: int, early: list[Someone], late: list[Someone]) -> None:
    """Two dates: some can come to the first alone, others to the second; Ann sees the order."""
    days = (10 + 7 * week, 12 + 7 * week)
    dates = " ".join(f'"2026-11-{day} 14:00 Europe/Paris"' for day in days)
    await chat.ann.types(f'/meet propose "Circle {week}" {dates}')
    await chat.ann.presses("Publish")
    board = chat.channel.newest
    for who in early:
        await answers(chat, who, board, YES, NO)
    for who in late:
        await answers(chat, who, board, NO, YES)
    await chat.ann.types(f'/meet settle "Circle {week}"')


async def test_whose_turn_it_is_is_said_with_its_price(chat: Chat) -> None:
    """Left out of two dates, the smaller group has its turn at the third; names to who decides alone (4.A3)."""
    most, few = [chat.ben, chat.cleo, chat.dan], [chat.ann, chat.eve]
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    for week in (0, 1):
        await held(chat, week, most, few)
        assert "1 more person can come than on" in chat.ann.told
        await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    await chat.passes(days=3)
    await held(chat, 2, most, few)

    assert "it is the turn of 2 members whom the last dates suited less" in chat.ann.told
    assert "it costs 1 person" in chat.ann.told
    assert "Only you see this: it is the turn of Ann, Eve." in chat.ann.told
    assert "26 November" in chat.ann.told.buttons[0]
    await chat.ben.types('/meet show "Circle 2"')
    await chat.ben.presses("See the answers", on=chat.ben.told)
    assert "it is the turn of 2 members" in chat.ben.told
    assert "Only you see this" not in chat.ben.told


async def test_turns_can_be_switched_off(chat: Chat) -> None:
    """A community that wants numbers alone gets them, and the sentence says numbers (4.A3)."""
    most, few = [chat.ben, chat.cleo], [chat.eve]
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    shown = chat.ann.told
    label = next(label for label, _ in shown.pickers if "take turns" in label)
    await chat.wire.picks(chat.ann.persona, shown, label, ["no"])
    await chat.settle()
    for week in (0, 1, 2):
        await held(chat, week, most, few)
        assert "1 more person can come than on" in chat.ann.told
        await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)


async def test_equal_dates_are_a_tie_that_the_organiser_settles(chat: Chat) -> None:
    """Equal on everything: shown as a tie, earliest first, and either may be pressed (4.A5)."""
    board = await proposed(chat, chat.ben, chat.cleo)
    await answers(chat, chat.ben, board, YES, NO)
    await answers(chat, chat.cleo, board, NO, YES)
    await chat.ann.types("/meet settle")
    assert "A tie between" in chat.ann.told
    assert "10 November" in chat.ann.told.buttons[0]
    await chat.ann.presses(chat.ann.told.buttons[1], on=chat.ann.told)

    assert "Thursday 12 November" in chat.channel.newest


async def test_a_public_holiday_is_warned_of(chat: Chat) -> None:
    """A date on a holiday of the community's country: said, never refused (4.A10)."""
    await chat.founded()
    await chat.ann.types('/meet propose "Circle" "wed 11 nov 2pm" "thu 12 nov 2pm"')

    assert chat.ann.told.text.count("public holiday: ") == 1
    assert "Publish" in chat.ann.told.buttons


async def test_a_date_under_the_quorum_says_so(chat: Chat) -> None:
    """The dates that too few can come to are marked where one decides (4.A10)."""
    board = await proposed(chat, chat.ben, chat.cleo, line=f"{TWO} quorum:2")
    await answers(chat, chat.ben, board, YES, YES)
    await answers(chat, chat.cleo, board, YES, NO)
    await chat.ann.types("/meet settle")

    assert chat.ann.told.text.count("under the quorum of 2") == 1
