"""Any card fits Slack, rings nobody, and keeps its meaning as plain text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters import lengths
from adapters.slack import limits
from adapters.slack.modal import Memory, home, window
from adapters.slack.outbound import draw
from adapters.slack.spelling import escape, mrkdwn, unmarked
from bot.card import (
    Bar,
    Bars,
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
    Table,
)
from bot.language import Reader
from bot.text import ChannelName, Link, Mention, Moment, Style, Words, joined, text
from tests.kit import slack_blocks, slack_reading
from tests.kit.cards import NASTY, Pressed, cards, long_cards, sayings

KEYS = (
    text("slack-fact", label=Words(""), value=Words("")),
    text("slack-file-here", name=Words("")),
    text("slack-more", count=3),
    text("slack-confirm-title"),
)
EN = Reader("en", "Europe/Paris", "slack")
FR = Reader("fr", "Europe/Paris", "slack")


def check_with_models(blocks: list[dict[str, Any]]) -> None:
    """Slack's own models refuse what is too long or incomplete."""
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None, block["type"]
        parsed.to_dict()


@given(cards(KEYS))
def test_any_card_fits(card: Card) -> None:
    """No card can break a limit of Slack's messages, whatever people wrote on it."""
    for reader in (EN, FR):
        drawn = draw(card, reader)
        slack_blocks.check_message(drawn.text, drawn.blocks)
        check_with_models(drawn.blocks)
        assert lengths.size(drawn.text) <= limits.MESSAGE_TEXT


@given(cards(KEYS))
def test_any_card_fits_a_window_and_the_home_tab(card: Card) -> None:
    """No card can break a limit of Slack's views."""
    drawn = [window(card, EN, Memory(), files=True), home(card, FR)]
    for view in drawn:
        slack_blocks.check_view(view)
        View(**view).to_dict()


@settings(max_examples=20)
@given(long_cards())
def test_a_card_that_is_too_long_is_shortened_and_says_so(card: Card) -> None:
    """Fifty blocks at most; what is missing is counted on the card itself."""
    drawn = draw(card, EN)
    slack_blocks.check_message(drawn.text, drawn.blocks)
    if len(drawn.blocks) == limits.MESSAGE_BLOCKS:
        assert any("Shortened" in line for line in slack_reading.read(drawn.blocks).lines)


@given(cards(KEYS))
def test_no_card_rings_anybody(card: Card) -> None:
    """Neither the blocks nor the notification's text can ring a person or a channel."""
    drawn = draw(card, EN)
    assert slack_reading.rings(drawn.blocks) == []
    assert slack_reading.rings_in(drawn.text) == []


@given(sayings())
def test_words_are_read_as_they_were_typed(said: str) -> None:
    """Escaping loses nothing: a person reads every visible character that was typed."""
    shown = escape(said)
    assert "<" not in shown
    assert ">" not in shown
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == "".join(
        c for c in said if c in "\n\t" or not _invisible(c)
    )


def _invisible(character: str) -> bool:
    point = ord(character)
    return (
        point < 0x20
        or point == 0x7F
        or 0x202A <= point <= 0x202E
        or 0x2066 <= point <= 0x2069
        or point in (0xFEFF, 0xE000, 0xE001)
    )


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_words_cannot_ring_nor_link(nasty: str) -> None:
    """`<!channel>`, `<@U1>` and disguised links stay words, alone and inside our own sentences."""
    for line in (Words(nasty), text("slack-fact", label=Words(nasty), value=Words(nasty))):
        said = mrkdwn(line, EN, 3_000)
        assert slack_reading.rings_in(said) == []
        assert "<http" not in said
        assert lengths.size(said) <= 3_000


def test_bold_and_code_are_spelled_slacks_way() -> None:
    """`**bold**` becomes `*bold*`, backticks stay."""
    assert mrkdwn(text("slack-fact", label=Words("Ends"), value=Words("now")), EN) == "*Ends:* now"
    said = mrkdwn(text("slack-file-here", name=Words("a.csv")), EN)
    assert "`files:write`" in said


def test_bold_is_closed_where_a_line_is_cut() -> None:
    """A cut inside our bold leaves no open star that would swallow the rest of the card."""
    said = mrkdwn(text("slack-fact", label=Words("x" * 400), value=Words("y")), EN, 100)
    assert lengths.size(said) <= 100
    assert said.count("*") == 2
    assert said.endswith("…")


def test_an_entity_is_never_cut_in_two() -> None:
    """Shortening counts the escaped length, and cuts between letters."""
    for longest in range(10, 40):
        said = mrkdwn(Words("&" * 50), EN, longest)
        assert lengths.size(said) <= longest
        assert said.replace("&amp;", "").replace("…", "") == ""


def test_an_emoji_family_is_never_cut_in_two() -> None:
    """A label that ends in a joined emoji loses it whole."""
    label = unmarked(Words("ab👩‍👩‍👧‍👦cd"), EN, 6)
    assert label == "ab…"


def test_a_moment_shows_in_each_readers_zone() -> None:
    """Slack's date element carries the instant; the fallback says it with the zone."""
    at = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)
    said = mrkdwn(Moment(at, "Europe/Paris"), EN)
    assert said.startswith("<!date^1793710800^{date_long} at {time}|")
    assert "2026" in said
    french = mrkdwn(Moment(at, "Europe/Paris", Style.SHORT), FR)
    assert french.startswith("<!date^1793710800^{date_short} {time}|")


def test_a_person_is_named_and_never_rung() -> None:
    """A mention is the person's name, even where their Slack account is known."""
    ann = Mention("Ann <!here>", (("slack", "T1", "U1"),))
    assert mrkdwn(ann, EN) == "Ann &lt;!here&gt;"


def test_a_channel_of_slack_is_linked_and_another_is_named() -> None:
    """`<#C1>` on Slack, `#name` where the channel lives elsewhere."""
    assert mrkdwn(ChannelName("general", "slack", "C1"), EN) == "<#C1>"
    assert mrkdwn(ChannelName("general", "discord", "42"), EN) == "#general"


def test_a_link_in_disguise_says_where_it_leads() -> None:
    """A label that looks like another address is followed by the true host."""
    assert (
        mrkdwn(Link("https://evil.example/a?b=1&c=2", Words("https://bank.example")), EN)
        == "<https://evil.example/a?b=1&amp;c=2|https://bank.example (evil.example)>"
    )
    assert (
        mrkdwn(Link("https://example.org/x", Words("A | B > C")), EN)
        == "<https://example.org/x|A ¦ B &gt; C>"
    )
    assert mrkdwn(Link("javascript:alert(1)", Words("click")), EN) == "click"


def test_a_link_too_long_and_without_a_name_is_a_title_nevertheless() -> None:
    """An address that Slack would refuse is said in words: no block is ever empty."""
    address = "https://example.org/" + "long/" * 700
    drawn = draw(Card(Link(address, Words(" ")), ()), EN)
    slack_blocks.check_message(drawn.text, drawn.blocks)
    assert drawn.blocks[0]["text"]["text"].startswith("*https://example.org/long/")


def test_a_poll_reads_the_same_without_bars() -> None:
    """Each row has its button; label and count stand in words beside the drawn bar."""
    card = Card(
        Words("Lunch?"),
        (
            Bars(
                (
                    Bar(
                        Words("Soup"),
                        Words("1 vote"),
                        1.0,
                        Button(Words("Soup"), Pressed(1)),
                        best=True,
                        detail=Words("Ann"),
                    ),
                    Bar(Words("Pie"), Words("0 votes"), 0.0, Button(Words("Pie"), Pressed(2))),
                )
            ),
            Note(Words("1 voted")),
        ),
    )
    drawn = draw(card, EN)
    assert drawn.blocks[0] == {
        "type": "header",
        "text": {"type": "plain_text", "text": "Lunch?", "emoji": True},
    }
    assert drawn.blocks[1]["text"]["text"] == "*Soup* · 1 vote\n██████████\nAnn"
    assert drawn.blocks[1]["accessory"]["action_id"] == "kit.pressed:1"
    assert drawn.text == "Lunch?\nSoup · 1 vote · Ann\nPie · 0 votes\n1 voted"
    read = slack_reading.read(drawn.blocks)
    assert "Soup · 1 vote" in read.lines
    assert read.buttons == ["Soup", "Pie"]


def test_rows_without_buttons_stand_together() -> None:
    """A closed poll of twenty rows is one section, not twenty."""
    rows = tuple(Bar(Words(f"Option {n}"), Words("2 votes"), 0.5) for n in range(20))
    drawn = draw(Card(Words("Closed"), (Bars(rows),)), EN)
    assert [block["type"] for block in drawn.blocks] == ["header", "section"]


def test_twenty_options_with_buttons_fit() -> None:
    """The largest poll, with its longest options and names shown, loses no button."""
    rows = tuple(
        Bar(
            Words(f"{n:02}" + "é" * 73),
            Words("12 votes"),
            0.5,
            Button(Words(f"{n:02}" + "é" * 73), Pressed(n)),
        )
        for n in range(20)
    )
    drawn = draw(Card(Words("q" * 300), (Bars(rows), Note(Words("Closes tomorrow")))), EN)
    slack_blocks.check_message(drawn.text, drawn.blocks)
    assert len(slack_reading.read(drawn.blocks).buttons) == 20


def test_a_long_title_loses_nothing() -> None:
    """A header holds 150 characters; a longer question becomes a bold line."""
    drawn = draw(Card(Words("q" * 300)), EN)
    assert drawn.blocks[0]["text"]["text"] == f"*{'q' * 300}*"


def test_stars_in_a_bold_title_keep_their_meaning() -> None:
    """`2*3*4` in a long question is still read as 2*3*4."""
    drawn = draw(Card(Words("2*3*4 " + "q" * 200)), EN)
    assert slack_reading.read(drawn.blocks).lines[0].startswith("2*3*4 q")


def test_a_confirmation_is_asked_in_a_dialog() -> None:
    """A button that asks once more carries Slack's confirm object."""
    button = Button(Words("Delete"), Pressed(1), "danger", confirm=Words("Really delete it?"))
    drawn = draw(Card(None, (Buttons((button,)),)), FR)
    confirm = drawn.blocks[0]["elements"][0]["confirm"]
    assert confirm["text"]["text"] == "Really delete it?"
    assert confirm["deny"]["text"] == "Ne rien changer"
    assert confirm["style"] == "danger"


def test_buttons_that_open_addresses_have_ids_of_their_own() -> None:
    """Slack refuses two equal action ids; links are numbered."""
    link = Button(Words("Open"), address="https://example.org")
    drawn = draw(Card(None, (Buttons((link, link)), Buttons((link,)))), EN)
    ids = [element["action_id"] for block in drawn.blocks for element in block["elements"]]
    assert ids == ["open:1", "open:2", "open:3"]


def test_a_picker_of_several_remembers_what_was_chosen() -> None:
    """`most` above one makes a multi-select with its initial options."""
    picker = Picker(
        Pressed(1),
        Words("Which?"),
        (Choice("a", Words("A"), chosen=True), Choice("b", Words("B"))),
        least=0,
        most=2,
    )
    select = draw(Card(None, (picker,)), EN).blocks[0]["accessory"]
    assert select["type"] == "multi_static_select"
    assert [option["value"] for option in select["initial_options"]] == ["a"]
    assert select["max_selected_items"] == 2


def test_facts_and_tables_read_as_lines() -> None:
    """Label and value stand on one line, a table's row too."""
    card = Card(
        None,
        (
            Facts(((Words("Ends"), Words("Friday")), (Words("By"), Words("Ann")))),
            Table((Words("Who"), Words("When")), ((Words("Ann"), Words("May")),)),
        ),
    )
    assert slack_reading.read(draw(card, EN).blocks).lines == [
        "Ends: Friday",
        "By: Ann",
        "Who · When",
        "Ann · May",
    ]
    assert draw(card, FR).text.splitlines()[0] == "Ends\u00a0: Friday"


def test_a_file_becomes_text_to_copy_and_names_the_permission() -> None:
    """Without files:write the file is a code block of at most 3,000 characters, and says why."""
    file = File("poll.csv", "é,b\n".encode() * 2_000, "text/csv", Words("The votes"))
    blocks = draw(Card(None, (file,)), EN).blocks
    code = blocks[1]["elements"][0]["elements"][0]["text"]
    assert len(code) == 3_000
    assert "files:write" in blocks[2]["elements"][0]["text"]
    assert "3,000" in blocks[2]["elements"][0]["text"]


def test_a_file_that_is_sent_is_only_named() -> None:
    """With files:write the answer says that it goes by direct message."""
    file = File("poll.csv", b"a,b\n", "text/csv", Words("The votes"))
    blocks = draw(Card(None, (file,)), EN, files=True).blocks
    assert slack_reading.read(blocks).lines == [
        "The votes",
        "poll.csv: sent to you as a direct message.",
    ]


def test_text_to_copy_is_not_interpreted() -> None:
    """A preformatted block holds exactly what was written, mentions and fences included."""
    said = "```\n<!channel> & *x*"
    blocks = draw(Card(None, (Copyable(Words(said)),)), EN).blocks
    assert blocks[0]["elements"][0]["elements"] == [{"type": "text", "text": said}]


def test_a_line_of_several_is_one_line() -> None:
    """Joined lines keep their separator."""
    line = joined((Words("a & b"), Mention("Ann")))
    assert mrkdwn(line, EN) == "a &amp; b · Ann"


def test_an_empty_card_still_says_something() -> None:
    """Slack refuses a message without text."""
    drawn = draw(Card(None, (Paragraph(Words("")),)), EN)
    slack_blocks.check_message(drawn.text, drawn.blocks)
