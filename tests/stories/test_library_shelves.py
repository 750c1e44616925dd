"""Looking through the library: every shelf has a name that people would type, and none is a dead end."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat

GUIDE = "https://example.org/guide"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("/share list", "Newest"),
        ("/share list mine", "Mine"),
        ("/share list most used", "Most used"),
        ("/partager liste nouveautés", "Newest"),
        ("/partager liste les plus utilisées", "Most used"),
        ("/partager liste plus-utilisées", "Most used"),
        ("/partager liste mes ressources", "Mine"),
        ("/share list prise de parole", "#prise-de-parole"),
        ("/share list #Prise-de-parole", "#prise-de-parole"),
    ],
)
async def test_shelves_go_by_the_names_that_people_type(chat: Chat, line: str, title: str) -> None:
    """In both languages, in several words, with or without a #."""
    await chat.founded()
    await chat.ann.types("/share https://example.org/a One #prise-de-parole")
    await chat.ann.types(line)

    assert f"{title} · 1 resource" in chat.ann.told


async def test_a_tag_that_nothing_carries_leads_to_the_nearest(chat: Chat) -> None:
    """It is said, and what is near or can be shared is one press away."""
    await chat.founded(chat.ben)
    await chat.ann.types("/share https://example.org/a One #facilitation")
    await chat.ann.types("/share list #facilitatoin")
    assert "Nothing carries the tag “facilitatoin”." in chat.ann.told
    assert "Share the first resource" not in chat.ann.told.buttons
    await chat.ann.presses("#facilitation", on=chat.ann.told)

    assert "#facilitation · 1 resource" in chat.ann.told


async def test_several_tags_are_a_question(chat: Chat) -> None:
    """None of them is dropped: what carries them all is found."""
    await chat.founded()
    await chat.ann.types("/share https://example.org/a One #games #groups")
    await chat.ann.types("/share https://example.org/b Two #games")
    await chat.ann.types("/share list #games #groups")

    assert "1 resource found" in chat.ann.told
    assert "1. One" in chat.ann.told


async def test_many_tags_come_in_pages(chat: Chat) -> None:
    """Twenty-five at a time, the most used first: as many as every platform can show."""
    await chat.founded()
    for first in range(0, 32, 8):
        tags = " ".join(f"#tag{number}" for number in range(first, first + 8))
        await chat.ann.types(f"/share https://example.org/{first} Resource {tags}")
    await chat.ann.types("/share list")
    await chat.ann.presses("Tags", on=chat.ann.told)
    [(label, offered)] = chat.ann.told.pickers
    assert len(offered) == 25
    assert "Page 1 of 2" in label
    await chat.ann.presses("Next", on=chat.ann.told)
    [(label, offered)] = chat.ann.told.pickers
    assert len(offered) == 7
    await chat.ann.picks(offered[-1], on=chat.ann.told)

    assert "#tag9 · 1 resource" in chat.ann.told


async def test_the_bin_of_others_is_for_who_looks_after_the_library(chat: Chat) -> None:
    """Members see what they deleted themselves, and restore it; nothing else (8.A8)."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/share {GUIDE} "One"')
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.ben.types("/share list")
    assert "Bin" not in chat.ben.told.buttons
    await chat.ben.types("/share list bin")
    assert "One" not in chat.ben.told
    await chat.ben.types('/share https://example.org/two "Two"')
    await chat.ben.presses("Delete", on=chat.ben.told)
    await chat.ben.types("/share list")
    await chat.ben.presses("Bin", on=chat.ben.told)
    assert "Bin · 1 resource" in chat.ben.told
    await chat.ben.presses("Restore 1", on=chat.ben.told)
    assert "Two is back in the library" in chat.ben.told
    await chat.ann.types("/share list bin")

    assert "One" in chat.ann.told
    assert "Two" not in chat.ann.told


async def test_a_shelf_with_an_endless_name_is_given_back(chat: Chat) -> None:
    """Too long a name is an error under its field, and nothing breaks."""
    await chat.founded()
    await chat.ann.types("/share list " + "x" * 70)
    said = chat.ann.form.errors["by"] if chat.ann.form else chat.ann.told.text

    assert "60" in said
    assert "Something went wrong" not in said
