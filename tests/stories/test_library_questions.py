"""What a question was understood to mean, and what to try where it finds nothing."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat


async def filled(chat: Chat) -> None:
    """Keep three resources in a community of two."""
    await chat.founded(chat.ben)
    await chat.ann.types(
        '/share https://example.org/a "Cartes à jouer" #animation type:tool "Une méthode à étaler."'
    )
    await chat.ben.types(
        '/share https://example.org/b "Évaluations entre pairs" #adultes type:guide "Des grilles."'
    )
    await chat.ben.types('/share https://example.org/c "Évaluations en ligne" type:video')


async def test_the_answer_repeats_what_was_understood(chat: Chat) -> None:
    """Words, tag, type, person, date and exclusion, each in plain words (R1, R6)."""
    await filled(chat)
    await chat.ann.types("/find évaluation #adultes type:guide by:@Ben since:2w -vidéo")

    assert "1 resource found" in chat.ann.told
    lines = "\n".join(chat.ann.told.lines)
    assert "“évaluation” · #adultes · Guide · by Ben · since 19 Oct 2026 · without video" in lines


async def test_the_answer_repeats_it_in_french(chat: Chat) -> None:
    """The same in the reader's language."""
    await chat.founded(chat.ines)
    await chat.ann.types('/share https://example.org/a "Évaluations" type:guide')
    await chat.ines.types("/chercher évaluation type:guide de:Ann depuis:2sem tout:")

    lines = "\n".join(chat.ines.told.lines)
    assert "« évaluation » · Guide · par Ann · depuis le 19 oct. 2026" in lines.replace(
        "\u00a0", " "
    )
    assert "archives comprises" in lines


async def test_nothing_found_says_which_conditions_stood(chat: Chat) -> None:
    """A type or a tag that excluded everything is named, so that it can be left out."""
    await filled(chat)
    await chat.ann.types("/find évaluation type:course")

    assert "Nothing found for “évaluation”" in chat.ann.told
    assert "Looked for among: Course" in chat.ann.told


async def test_another_spelling_keeps_the_other_conditions(chat: Chat) -> None:
    """The button finds the mended word among what was asked for, and nothing else (9.A5)."""
    await filled(chat)
    await chat.ann.types("/find evalaution type:video")
    await chat.ann.presses("Find évaluations", on=chat.ann.told)
    assert "1 resource found" in chat.ann.told
    assert "Évaluations en ligne" in chat.ann.told
    await chat.ann.types("/find evalaution type:course")

    assert "Did you mean" not in chat.ann.told


async def test_another_spelling_is_written_as_people_write_it(chat: Chat) -> None:
    """With its accents, also where only a note holds the word (9.A5)."""
    await filled(chat)
    await chat.ann.types("/find métode")

    assert "Did you mean “méthode”?" in chat.ann.told


async def test_words_of_other_communities_stand_in_no_way(chat: Chat) -> None:
    """A nearer word that only others know is passed over, and never shown (9.A5)."""
    await filled(chat)
    await chat.cleo.types("/ronde", place="second")
    await chat.cleo.presses("Found a community here", on=chat.cleo.told)
    await chat.cleo.fills(name="Others", purpose="cards", zone="Europe/Paris")
    await chat.cleo.types('/share https://example.org/x "Cartez cartez" type:tool', place="second")
    await chat.ann.types("/find cartexs")

    assert "Did you mean “cartes”?" in chat.ann.told
    assert "cartez" not in chat.ann.told.text.casefold()


@pytest.mark.parametrize("words", ["é" * 1_500, "mot " * 400])
async def test_a_long_question_is_repeated_in_short(chat: Chat, words: str) -> None:
    """Nobody needs fifteen hundred letters back."""
    await filled(chat)
    await chat.ann.types(f"/find {words}")

    assert "Nothing found for" in chat.ann.told
    assert "…" in chat.ann.told
    assert words not in chat.ann.told


async def test_a_question_that_is_too_long_comes_back_whole(chat: Chat) -> None:
    """Nothing typed is lost (R5)."""
    words = "mot " * 600
    await filled(chat)
    await chat.ann.types(f"/find {words}")

    assert "2,000" in chat.ann.told
    told = chat.ann.told
    whole = [told.text.replace("\n", " "), *(content.decode() for _, content in told.files)]
    assert any(words.strip() in one for one in whole)


async def test_a_page_that_is_no_more_shows_the_last_there_is(chat: Chat) -> None:
    """Resources may go while somebody reads."""
    await chat.founded()
    for number in range(1, 12):
        await chat.ann.types(f'/share https://example.org/p{number} "Session {number}"')
    await chat.ann.types("/find session")
    await chat.ann.presses("Next", on=chat.ann.told)
    second = chat.ann.told
    for number in range(1, 7):
        await chat.ann.types(f'/find "Session {number}"')
        await chat.ann.presses("Open 1", on=chat.ann.told)
        await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.ann.presses("Next", on=second)

    shown = next(answer for answer in chat.ann.answers if answer.ref == second.ref)
    assert "5 resources found" in shown
    assert "1. Session" in shown
