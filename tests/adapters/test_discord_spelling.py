"""How Discord spells lines: what people type is never interpreted, and what is ours is."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from hypothesis import given

from adapters import lengths
from adapters.discord import limits
from adapters.discord.spelling import bold, escape, markdown, unmarked
from bot.language import Reader
from bot.text import ChannelName, Link, Mention, Moment, Style, Words, joined, text
from tests.kit import discord_reading as reading
from tests.kit.cards import sayings
from tests.kit.discord_world import World

EN = Reader("en", "Europe/Paris", "discord")
FR = Reader("fr", "Europe/Paris", "discord")

RINGS = re.compile(r"@everyone|@here|<@[!&]?\d+>|(?<!\\)<@")


def said(line: Any, reader: Reader = EN) -> str:
    """A line as Discord gets it."""
    return markdown(line, reader)


def read(words: str, reader: Reader = EN) -> str:
    """What people see of it."""
    return reading.plain(words, World(), reader)


@given(sayings())
def test_what_people_type_is_never_interpreted(words: str) -> None:
    """Escaped words read as they were typed, and ring nobody."""
    escaped = escape(words)
    assert not RINGS.search(escaped)
    cleaned = re.sub(
        "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001]", "", words
    )
    assert read(escaped) == cleaned.replace("\u200b", "")


def test_a_disguised_link_stays_text() -> None:
    """`[bank](evil)` typed by somebody is no link, and a label of theirs shows where it leads."""
    assert said(Words("[bank](https://evil.example)")) == r"\[bank\](https://evil.example)"
    link = Link("https://evil.example/", Words("https://bank.example"))
    assert said(link) == "https://bank.example <https://evil.example/>"


def test_our_own_labels_hide_the_address() -> None:
    """A link of ours reads as its words."""
    link = Link("https://example.org/a b>", text("discord-done"))
    assert said(link) == "[Done.](<https://example.org/a%20b%3E>)"


def test_only_web_addresses_become_links() -> None:
    """Any other scheme is said, never opened."""
    assert said(Link("javascript:alert(1)", Words("click"))) == "click"


def test_addresses_that_people_type_keep_their_underscores() -> None:
    """A backslash inside an address would break it."""
    typed = Words("see https://example.org/a_b_c~d and _this_")
    assert said(typed) == r"see https://example.org/a_b_c~d and \_this\_"


def test_headings_lists_and_quotes_of_people_stay_text() -> None:
    """What stands at the start of a line is not taken for a heading, a list or a quote."""
    typed = "# big\n-# small\n- dash\n1. one\n> quote"
    assert said(Words(typed)).split("\n") == [
        r"\# big", r"\-# small", r"\- dash", r"1\. one", r"\> quote",
    ]  # fmt: skip


def test_our_bold_and_code_stay_marks() -> None:
    """The light markup of our own words is Discord's too."""
    assert said(text("discord-fact", label=Words("a*b"), value=Words("c"))) == r"**a\*b:** c"
    assert bold("a **b**") == "**a b**"


def test_moments_are_each_readers_own() -> None:
    """Discord shows an instant in each reader's zone; labels, which cannot, say the reader's."""
    at = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)
    assert said(Moment(at)) == "<t:1793710800:F>"
    assert said(Moment(at, style=Style.SHORT)) == "<t:1793710800:f>"
    assert said(Moment(at, style=Style.RELATIVE)) == "<t:1793710800:R>"
    assert "14" in unmarked(Moment(at), FR, 80)


def test_people_are_named_and_channels_linked() -> None:
    """A name rings nobody; a channel of this platform can be followed."""
    ann = Mention("Ann_", (("discord", "", "42"),))
    here = ChannelName("general", "discord", "123456789012345678")
    there = ChannelName("general", "slack", "C1")
    assert said(joined((ann, here, there), " ")) == r"Ann\_ <#123456789012345678> \#general"


def test_shortened_words_close_what_they_opened() -> None:
    """A bold label cut in the middle does not make the rest bold."""
    cut = markdown(text("discord-fact", label=Words("x" * 5_000), value=Words("v")), EN)
    assert cut.endswith("**…")
    assert lengths.size(cut) <= limits.WORDS
