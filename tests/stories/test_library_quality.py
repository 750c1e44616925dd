"""Whether the library shows what people have in mind when they ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.quality import filled
from tests.benchmarks.questions import BUILD, MEASURE
from tests.kit.chat import Chat


async def test_most_questions_find_what_is_meant_among_the_first_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nine of ten questions that nobody tuned the search to are answered without a press."""
    async with filled(tmp_path) as asking:
        built, measured = await asking.share(BUILD), await asking.share(MEASURE)
    with capsys.disabled():
        print(f"\n{built.line('build')}\n{measured.line('measure')}")

    assert measured.at_once >= 0.9
    assert built.at_once >= 0.9


async def test_what_holds_most_of_the_words_is_shown_where_nothing_holds_all(chat: Chat) -> None:
    """Two of three words: it is said that nothing was found, and what is near can be opened."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/a "Adult learning in Europe"')
    await chat.ann.types('/share https://example.org/b "Adult games"')
    await chat.ann.types('/share https://example.org/c "Education in brief"')
    await chat.ben.types("/find adult education europe")

    assert "Nothing found for “adult education europe”" in chat.ben.told
    assert "1. Adult learning in Europe" in chat.ben.told
    assert "games" not in chat.ben.told
    await chat.ben.presses("Open 1", on=chat.ben.told)
    assert "n° 1" in chat.ben.told


async def test_what_is_near_keeps_to_the_other_conditions(chat: Chat) -> None:
    """A type, a tag or an excluded word still counts where words are left out."""
    await chat.founded(chat.ben)
    await chat.ann.types('/share https://example.org/a "Group games" #play type:tool')
    await chat.ann.types('/share https://example.org/b "Group rules" #charter type:guide')
    await chat.ben.types("/find group silence type:guide")
    assert "1. Group rules" in chat.ben.told
    assert "Group games" not in chat.ben.told
    await chat.ben.types("/find group silence -rules")
    assert "1. Group games" in chat.ben.told
    assert "Group rules" not in chat.ben.told
