"""A table is read the same everywhere, fits everywhere, and needs no font to hold it together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import lengths
from adapters.discord import limits as discord_limits
from adapters.discord import outbound as discord
from adapters.playground import outbound as playground
from adapters.slack import limits as slack_limits
from adapters.slack import outbound as slack
from bot.card import Buttons, Card, Cell, Paragraph, Sign, Table
from bot.errors import Broken
from bot.language import Reader
from bot.text import ChannelName, Line, Mention, Moment, Style, Words, text
from tests.kit import discord_rules, slack_blocks, slack_reading
from tests.kit.cards import large_tables
from tests.kit.discord_reading import shown
from tests.kit.discord_world import Message, World
from tests.kit.engine import read_card
from tests.kit.playground import lines_of

YES, PERHAPS, NO = (
    Sign("✓", Words("yes")),
    Sign("(✓)", Words("if need be")),
    Sign("✗", Words("no")),
)
SIGNS = (YES, PERHAPS, NO)
NOTHING = Words("")
NAMES = (
    "Ann", "Inès", "Marie-Hélène de la Rochefoucauld-Beaumont", "王小明", "Zoe\u0301",
    "👩‍👩‍👧‍👦 Rose", "田中 さくら", "שלום", "<@&1>", "O'Neill & Sons",
)  # fmt: skip
EN = Reader("en", "Europe/Paris")
FR = Reader("fr", "Europe/Paris")


def slot(number: int) -> Moment:
    """An hour of a day in November."""
    at = datetime(2026, 11, 3, 13, tzinfo=UTC) + timedelta(days=number)
    return Moment(at, "Europe/Paris", Style.SHORT)


def grid(slots: int, people: int, name: str = "{name} {number}") -> Table:
    """So many people who answered, or did not, for so many slots."""
    said = [
        Mention(name.format(name=NAMES[number % len(NAMES)], number=number))
        for number in range(people)
    ]
    answers: list[Cell] = [YES, YES, NO, PERHAPS, NOTHING]
    rows = [
        (who, *(answers[((at + 2) * (n + 3) + at // 3) % 5] for n in range(slots)))
        for at, who in enumerate(said)
    ]
    totals = (
        Words("Yes"),
        *(Words(str(sum(row[n] is YES for row in rows))) for n in range(1, slots + 1)),
    )
    return Table((NOTHING, *map(slot, range(slots))), (*rows, totals), SIGNS)


def card(table: Table, *more: Paragraph | Buttons | Table) -> Card:
    """A card with a table."""
    return Card(Words("Autumn"), (table, *more))


def on_engine(drawn: Card, reader: Reader = EN) -> list[str]:
    """What is read on the core's own card."""
    return list(read_card(drawn, reader, "")[0].lines)


def on_slack(blocks: list[dict[str, Any]]) -> list[str]:
    """What is read on Slack."""
    return slack_reading.read(blocks).lines


def on_discord(drawn: Card, reader: Reader = EN) -> list[str]:
    """What is read on Discord."""
    made = discord.draw(drawn, reader)
    discord_rules.check_components(made.components)
    message = Message("1", "2", {"components": made.components})
    return list(shown(message, World(), reader).lines)


def on_page(drawn: Card, reader: Reader = EN) -> list[str]:
    """What is read on the playground's page."""
    return lines_of(playground.draw(drawn, reader, lambda name, media, content: ""))


# ── the same everywhere ─────────────────────────────────────────────────────────────────────────


SMALL = Table(
    (NOTHING, slot(0), slot(1)),
    (
        (Mention("Ann"), NO, YES),
        (Mention("Ben"), YES, YES),
        (Mention("Zoé"), NOTHING, NOTHING),
        (Mention("Cleo"), PERHAPS, NOTHING),
        (Words("Yes"), Words("1"), Words("2")),
    ),
    SIGNS,
)
READ = [
    "Autumn",
    "Tue 3 Nov 14:00 · Yes: 1 · yes: Ben · if need be: Cleo · no: Ann",
    "Wed 4 Nov 14:00 · Yes: 2 · yes: Ann, Ben · No answer: Cleo",
    "No answer at all: Zoé",
]


def test_a_grid_reads_the_same_on_every_wire() -> None:
    """Slack's own table, Slack's text, Discord's lines and the page say the same answers."""
    drawn = slack.draw(card(SMALL), EN)
    assert [block["type"] for block in drawn.blocks] == ["header", "table", "context"]
    assert on_engine(card(SMALL)) == READ
    assert on_slack(drawn.blocks) == READ
    assert [on_slack(blocks) for blocks in drawn.tries()] == [READ, READ, []]
    assert on_discord(card(SMALL)) == READ
    assert on_page(card(SMALL)) == READ


@given(st.integers(1, 9), st.integers(1, 12))
def test_every_grid_of_usual_size_reads_the_same(slots: int, people: int) -> None:
    """However many slots and people, in English and French, no answer is lost or moved."""
    drawn = card(grid(slots, people))
    for reader in (EN, FR):
        read = on_engine(drawn, reader)
        assert on_discord(drawn, reader) == read
        assert on_page(drawn, reader) == read
        for blocks in list(slack.draw(drawn, reader).tries())[:-1]:
            assert on_slack(blocks) == read


def test_a_table_without_signs_reads_by_rows() -> None:
    """Head and rows, each on a line, with what people typed as they typed it."""
    rows: tuple[tuple[Line, ...], ...] = (
        (Mention("Ann <!here>"), ChannelName("general", "playground", "1")),
        (Words("Ben"), slot(0)),
    )
    drawn = card(Table((Words("Who"), Words("What")), rows))
    read = [
        "Autumn",
        "Who · What",
        "Ann <!here> · #general",
        "Ben · Tue 3 Nov 14:00",
    ]
    assert on_engine(drawn) == read
    assert on_page(drawn) == read
    assert on_discord(drawn) == read
    for blocks in list(slack.draw(drawn, EN).tries())[:-1]:
        assert on_slack(blocks) == read


def test_plain_text_says_words_where_a_grid_shows_marks() -> None:
    """Without sight, colour and marks the answers are all there, slot by slot (rule R13)."""
    said = [
        "Autumn",
        "Tue 3 Nov 14:00 · Yes: 1 · yes: Ben · if need be: Cleo · no: Ann",
        "Wed 4 Nov 14:00 · Yes: 2 · yes: Ann, Ben · No answer: Cleo",
        "No answer at all: Zoé",
    ]
    assert slack.draw(card(SMALL), EN).text.splitlines() == said
    assert discord.outline(card(SMALL), EN) == said
    assert playground.words_of(playground.draw(card(SMALL), EN, lambda *_: "")) == said
    french = slack.draw(card(SMALL), FR).text
    assert "Sans réponse\u00a0: Cleo\nAucune réponse\u00a0: Zoé" in french
    assert not set("✓✗") & set(french)


# ── large ───────────────────────────────────────────────────────────────────────────────────────


@given(large_tables())
def test_any_table_fits(table: Table) -> None:
    """Up to thirteen columns and twenty-five rows of anything, beside a card's other parts."""
    drawn = card(table, Paragraph(Words("x" * 900)), table)
    for reader in (EN, FR):
        made = slack.draw(drawn, reader)
        for blocks in made.tries():
            slack_blocks.check_message(made.text, blocks)
        assert slack_reading.rings(made.blocks) == []
        discord_rules.check_components(discord.draw(drawn, reader).components)
        playground.draw(drawn, reader, lambda *_: "")


def test_twenty_people_and_twelve_slots_are_whole_on_every_platform() -> None:
    """The size that a community has: every answer is seen, and the buttons stay."""
    table = grid(12, 20, "{name}")
    drawn = slack.draw(card(table), EN)
    own = drawn.blocks[1]
    assert (len(own["rows"]), len(own["rows"][0])) == (22, 13)
    assert own["rows"][6][0]["text"] == "👩‍👩‍👧‍👦 Rose"
    slack_blocks.check_message(drawn.text, drawn.blocks)

    read = on_discord(card(table))
    assert read == on_engine(card(table))
    assert len(read) == 1 + 12 + 1


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (4, "yes: 0 N, 3 N, 6 N, 9 N, 12 N, 15 N, 18 N, 21 N, 24 N"),
        (8, "yes: 0 N, 3 N, 6 N, 9 N, 12 N, 15 N + 3 others"),
        (12, "yes: 0 N, 3 N, 6 N + 6 others"),
        (60, "yes: 9"),
    ],
)
def test_without_room_for_names_discord_says_fewer(length: int, said: str) -> None:
    """The longer the names, the fewer; at last only how many. Every slot stays, with its total."""
    read = on_discord(card(grid(12, 25, "{number} " + "é" * length)))
    assert read[1].replace("é" * length, "N").startswith(f"Tue 3 Nov 14:00 · Yes: 9 · {said} · no")
    assert len(read) == 1 + 12 + 1


def test_a_table_that_slack_does_not_take_is_told() -> None:
    """Twenty columns are all that Slack's table has: a wider grid is told slot by slot."""
    wide = grid(24, 5)
    drawn = slack.draw(card(wide), EN)
    assert "table" not in [block["type"] for block in drawn.blocks]
    slack_blocks.check_message(drawn.text, drawn.blocks)
    assert on_slack(drawn.blocks) == on_engine(card(wide))


def test_a_long_table_is_shortened_and_keeps_its_totals() -> None:
    """A hundred rows are all that Slack takes: what is missing is counted, the last row stays."""
    drawn = slack.draw(card(grid(3, 130)), EN)
    slack_blocks.check_message(drawn.text, drawn.blocks)
    rows = drawn.blocks[1]["rows"]
    assert len(rows) == slack_limits.TABLE_ROWS
    assert rows[-1][0]["text"] == "Yes"
    assert "32 more parts" in drawn.blocks[3]["elements"][0]["text"]


def test_one_message_has_one_table_of_slack_s_own() -> None:
    """Slack refuses a second one: it is told in text; in windows the first one is, too."""
    drawn = slack.draw(card(SMALL, SMALL), EN)
    kinds = [block["type"] for block in drawn.blocks]
    assert kinds == ["header", "table", "context", "context", "section"]
    assert on_slack(drawn.blocks) == [*READ, *READ[1:]]
    inside = slack.draw(card(SMALL), EN, native=False)
    assert [block["type"] for block in inside.blocks] == ["header", "context", "section"]


# ── careful ─────────────────────────────────────────────────────────────────────────────────────


def test_dates_in_a_grid_are_each_reader_s_own() -> None:
    """Slack and Discord show the slots in the zone of whoever looks."""
    head = slack.draw(card(SMALL), EN).blocks[1]["rows"][0][1]["elements"][0]["elements"][0]
    assert (head["type"], head["timestamp"], head["format"]) == (
        "date", 1793710800, "{date_short} {time}",
    )  # fmt: skip
    said = discord.draw(card(SMALL), EN).components[1]["content"]
    assert "<t:1793710800:f>" in said


def test_nothing_typed_is_markup_in_a_grid() -> None:
    """Names and answers of any kind ring nobody and close no bold."""
    nasty = Words("**@everyone** <!channel> `x`\n# y")
    table = Table(
        (nasty, nasty), ((nasty, Sign("✓", nasty)), (nasty, NOTHING)), (Sign("✓", nasty),)
    )
    drawn = slack.draw(card(table), EN)
    for blocks in drawn.tries():
        assert slack_reading.rings(blocks) == []
    said = discord.draw(card(table), EN).components[1]["content"]
    assert "@everyone" not in said
    assert said.count("\n") == 3, "each of the grid's lines stays one"
    assert lengths.size(said) < discord_limits.WORDS


def test_rows_are_as_long_as_the_heads() -> None:
    """A ragged table would put an answer under the wrong slot: it cannot be made."""
    with pytest.raises(Broken):
        Table((NOTHING, slot(0)), ((Words("Ann"), YES, NO),), SIGNS)


def test_the_words_of_signs_are_the_reader_s() -> None:
    """A legend in French for who reads French, from the same card."""
    yes = Sign("✓", text("discord-yes"))
    table = Table((NOTHING, slot(0)), ((Words("Ann"), yes),), (yes,))
    assert on_discord(card(table), FR)[1] == "mar. 3 nov. 14\u00a0h\u00a000 · Oui: Ann"
