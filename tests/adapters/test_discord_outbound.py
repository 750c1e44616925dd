"""Any card and any form fits Discord, rings nobody, and keeps its meaning as plain text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import discord
import pytest
from hypothesis import given, settings

from adapters.discord import limits
from adapters.discord.outbound import draw, outline, simple
from adapters.discord.spelling import markdown
from bot.card import (
    Bar,
    Bars,
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Copyable,
    Facts,
    File,
    Note,
    Paragraph,
    Picker,
    Picture,
    Rule,
    Table,
)
from bot.language import Reader
from bot.text import Words, text
from tests.kit import discord_reading as reading
from tests.kit import discord_rules as rules
from tests.kit.cards import NASTY, Pressed, cards, long_cards
from tests.kit.discord_world import World

KEYS = (
    text("discord-fact", label=Words(""), value=Words("")),
    text("discord-sure", label=Words("")),
    text("discord-more", count=3),
    text("discord-could-not-show"),
)
EN = Reader("en", "Europe/Paris", "discord")
FR = Reader("fr", "Europe/Paris", "discord")

RINGS = re.compile(r"@everyone|@here|<@[!&]?\d+>|(?<!\\)<@")


def said(line: Any, reader: Reader = EN) -> str:
    """A line as Discord gets it."""
    return markdown(line, reader)


def read(words: str, reader: Reader = EN) -> str:
    """What people see of it."""
    return reading.plain(words, World(), reader)


# ── fitting ─────────────────────────────────────────────────────────────────────────────────────


@given(cards(KEYS))
def test_any_card_fits(card: Card) -> None:
    """No card can break a limit of Discord's messages, whatever people wrote on it."""
    for reader in (EN, FR):
        drawn = draw(card, reader)
        rules.check_components(drawn.components, [gift.name for gift in drawn.gifts])
        assert drawn.components
        assert len(drawn.gifts) <= limits.ATTACHMENTS


@settings(max_examples=20)
@given(long_cards())
def test_a_card_of_eighty_blocks_is_shortened(card: Card) -> None:
    """A message that would exceed the limits is shortened, never failed, and says so."""
    drawn = draw(card, EN)
    rules.check_components(drawn.components, [gift.name for gift in drawn.gifts])
    plain = simple(card, FR)
    rules.check_components(plain.components)


def test_twenty_options_fit_with_their_buttons() -> None:
    """A poll of twenty options keeps a button for each, in rows of five."""
    bars = tuple(
        Bar(Words(f"Option {n} " + "x" * 60), text("discord-more", count=n), 0.5,
            Button(Words(f"Option {n}"), Pressed(n)))
        for n in range(20)
    )  # fmt: skip
    more = tuple(Button(Words(f"More {n}"), Pressed(100 + n)) for n in range(3))
    note = Note(text("discord-done"))
    drawn = draw(
        Card(Words("Lunch?"), (Paragraph(Words("Why")), Bars(bars), Rule(), note, Buttons(more))),
        EN,
    )
    rules.check_components(drawn.components)
    rows = [c for c in drawn.components if c["type"] == 1]
    assert [len(row["components"]) for row in rows] == [5, 5, 5, 5, 3]


def test_buttons_without_room_become_a_list() -> None:
    """Where the buttons of a card are too many, a list offers them: none is lost."""
    many = tuple(Button(Words(f"B{n}"), Pressed(n)) for n in range(25))
    others = tuple(Button(Words(f"C{n}"), Pressed(100 + n)) for n in range(20))
    drawn = draw(Card(Words("T"), (Buttons(many), Buttons(others))), EN)
    rules.check_components(drawn.components)
    carried_ids = {
        found
        for component in reading.walk(drawn.components)
        for found in (
            [component["custom_id"]]
            if component["type"] == 2
            else [option["value"] for option in component.get("options", [])]
        )
    }
    assert carried_ids == {Pressed(n).pack() for n in (*range(25), *range(100, 120))}


def test_a_picker_of_thirty_shows_twenty_five_and_says_so() -> None:
    """A select holds 25 options; the card says how many more there are."""
    choices = tuple(Choice(f"v{n}", Words(f"Choice {n}"), chosen=n < 3) for n in range(30))
    drawn = draw(Card(None, (Picker(Pressed(1), Words("Which?"), choices, most=2),)), EN)
    rules.check_components(drawn.components)
    assert "5 more parts" in drawn.components[0]["content"]
    options = drawn.components[1]["components"][0]["options"]
    assert len(options) == 25
    assert sum("default" in option for option in options) == 2


def test_files_travel_under_names_that_discord_keeps() -> None:
    """Accents and doubles leave a file's name; each component shows the file that was sent."""
    one = File("réunion d’été.ics", b"a", "text/calendar", Words("one"))
    drawn = draw(Card(None, (one, one, Picture(b"png", Words("says"), "chart.png"))), EN)
    rules.check_components(drawn.components, [gift.name for gift in drawn.gifts])
    assert [gift.name for gift in drawn.gifts] == [
        "reunion-d-ete.ics",
        "2-reunion-d-ete.ics",
        "chart.png",
    ]


def test_eleven_files_leave_one_behind() -> None:
    """A message holds ten attachments; the card says that something is missing."""
    files = tuple(File(f"{n}.csv", b"a", "text/csv", Words(f"file {n}")) for n in range(11))
    drawn = draw(Card(None, files), EN)
    rules.check_components(drawn.components, [gift.name for gift in drawn.gifts])
    assert len(drawn.gifts) == 10
    assert "Shortened" in drawn.components[-1]["content"]


def test_an_empty_card_is_still_a_message() -> None:
    """Discord refuses a message without a word."""
    rules.check_components(draw(Card(None, (Paragraph(Words(" ")),)), EN).components)


# ── words on cards ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_words_ring_nobody_wherever_they_stand(nasty: str) -> None:
    """Titles, facts, tables, bars, buttons and notes are equally safe."""
    words = Words(nasty)
    card = Card(
        words,
        (
            Paragraph(words),
            Facts(((words, words),)),
            Table((words,), ((words,),)),
            Bars((Bar(words, words, 0.5, Button(words, Pressed(1)), detail=words),)),
            Note(text("discord-sure", label=words)),
        ),
    )
    for component in reading.walk(draw(card, EN).components):
        if component["type"] == 10:
            assert not RINGS.search(component["content"])


def test_a_block_to_copy_cannot_be_left() -> None:
    """Backticks inside a block to copy do not end it."""
    drawn = draw(Card(None, (Copyable(Words("a ``` b @everyone")),)), EN)
    content = drawn.components[0]["content"]
    assert content.startswith("```\n") and content.endswith("\n```")
    assert content.count("```") == 2


def test_a_long_text_to_copy_is_given_whole() -> None:
    """What does not fit in a block comes as a file, with nothing missing."""
    long = "Where do we eat? " * 600
    drawn = draw(Card(None, (Copyable(Words(long)),)), EN)
    rules.check_components(drawn.components, [gift.name for gift in drawn.gifts])
    assert [(gift.name, gift.content.decode()) for gift in drawn.gifts] == [("text.txt", long)]
    assert "text.txt" in drawn.components[1]["content"]


@given(cards(KEYS))
def test_the_whole_meaning_is_there_as_plain_text(card: Card) -> None:
    """Without buttons, bars and colour a card says the same (rule R13)."""
    assert "▰" not in "".join(outline(card, EN))


# ── fast by design ──────────────────────────────────────────────────────────────────────────────


async def test_drawing_costs_little_more_than_dicts() -> None:
    """Ten blocks are drawn faster than discord.py's own classes would even hold them."""
    lines: list[Block] = [Paragraph(Words(f"line {n}")) for n in range(7)]
    buttons = tuple(Button(Words(f"B{n}"), Pressed(n)) for n in range(5))
    card = Card(Words("T"), (*lines, Note(Words("note")), Buttons(buttons), Rule()))

    def classes() -> None:
        made = discord.ui.LayoutView(timeout=None)
        for n in range(9):
            made.add_item(discord.ui.TextDisplay(f"line {n}"))
        row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
        for n in range(5):
            row.add_item(discord.ui.Button(label=f"B{n}", custom_id=f"kit.pressed:{n}"))
        made.add_item(row)
        made.add_item(discord.ui.Separator())

    def took(doing: Callable[[], object]) -> float:
        began = time.thread_time()
        for _ in range(100):
            doing()
        return time.thread_time() - began

    # In turns, so that a machine that is busy for a while slows both.
    rounds = [(took(lambda: draw(card, EN)), took(classes)) for _ in range(20)]
    ours, theirs = (min(times) for times in zip(*rounds, strict=True))
    assert ours < theirs, f"{ours / theirs:.2f} times as long"


def test_a_table_of_nothing_but_spaces_is_left_out() -> None:
    """Discord refuses a text of blanks: a card whose words are all blank says an ellipsis."""
    drawn = draw(Card(None, (Table((Words(" "),), ((Words(" "),),)),)), EN)
    rules.check_components(drawn.components, ())
    assert drawn.components == [{"type": 10, "content": "…"}]
