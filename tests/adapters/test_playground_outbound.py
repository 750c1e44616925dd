"""Any card becomes plain runs for the page: nothing is lost, and nothing people typed is markup."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from adapters.playground.outbound import (
    clean,
    draw,
    draw_form,
    runs,
    seen_from,
    told,
    words_of,
)
from bot.card import Button, Buttons, Card, File, Form, Paragraph, Picture
from bot.forms import FormSent
from bot.language import Reader, plain
from bot.text import ChannelName, Link, Mention, Moment, Style, Words, joined, text
from tests.kit.cards import Pressed, cards, forms, long_cards

EN = Reader("en", "Europe/Paris", "playground")
FR = Reader("fr", "Europe/Paris", "playground")
AT = Moment(datetime(2026, 11, 30, 17, tzinfo=UTC), "Europe/Paris")


def keep(name: str, media: str, content: bytes) -> str:
    """Keep a file nowhere."""
    assert media
    return f"/file/{len(content)}-{len(name)}"


def routes_of(node: Any) -> list[str]:
    """Every route in drawn JSON."""
    match node:
        case dict():
            own = [node["route"]] if node.get("route") else []
            return own + [route for value in node.values() for route in routes_of(value)]
        case list():
            return [route for value in node for route in routes_of(value)]
        case _:
            return []


@given(cards())
def test_any_card_can_be_drawn_and_pressed(card: Card) -> None:
    """Every card becomes JSON that holds each of its routes once."""
    for reader in (EN, FR):
        drawn = draw(card, reader, keep)
        json.dumps(drawn).encode()
        assert sorted(routes_of(drawn)) == sorted(route.pack() for route in card.routes())


@given(cards())
def test_a_card_keeps_its_words(card: Card) -> None:
    """The title and every paragraph are there as plain text (rule R13)."""
    said = words_of(draw(card, EN, keep))
    lines = [block.line for block in card.blocks if isinstance(block, Paragraph)]
    for line in [*lines, *([card.title] if card.title is not None else [])]:
        expected = clean(plain(line, EN))
        if "http" not in expected and "`" not in expected and "**" not in expected and expected:
            assert expected in said


@settings(max_examples=20)
@given(long_cards())
def test_a_long_card_is_drawn_whole(card: Card) -> None:
    """The page scrolls: nothing needs to be left out."""
    assert len(draw(card, EN, keep)["blocks"]) == len(card.blocks)


@settings(max_examples=25)
@given(forms())
def test_any_form_can_be_drawn(form: Form) -> None:
    """Every field comes with its value, and with the error under it."""
    drawn = draw_form(form, FR)
    json.dumps(drawn).encode()
    assert [field["name"] for field in drawn["fields"]] == [field.name for field in form.fields]
    for field in drawn["fields"]:
        assert field["value"] == form.values.get(field["name"], "")
        assert bool(field["error"]) == (field["name"] in form.errors)


def test_bold_and_code_of_ours_become_styles_and_those_of_people_stay_words() -> None:
    """Only our own words are marked up; stars that people type are stars."""
    drawn = runs(text("field-error", field=Words("**a**"), says=Words("`b`")), EN)

    assert drawn == [
        {"k": "text", "s": "**a**", "b": True},
        {"k": "text", "s": ": `b`"},
    ]


def test_people_channels_and_links_are_runs_of_their_own() -> None:
    """A mention knows the account here, a channel its place, a link where it leads."""
    line = joined(
        [
            Mention("Ann", (("slack", "T1", "U1"), ("playground", "playground", "ann"))),
            ChannelName("accueil", "playground", "accueil"),
            ChannelName("general", "slack", "C1"),
            Link("https://example.org/a", Words("a page")),
        ],
        " ",
    )

    found = [run for run in runs(line, EN) if run["k"] != "text"]

    assert found == [
        {"k": "mention", "s": "Ann", "ref": "ann"},
        {"k": "channel", "s": "#accueil", "ref": "accueil"},
        {"k": "channel", "s": "#general", "ref": ""},
        {"k": "link", "s": "a page", "href": "https://example.org/a"},
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "//evil.example", ""]
)
def test_only_http_addresses_can_be_followed(address: str) -> None:
    """A link that a browser should not follow stays words."""
    assert runs(Link(address, Words("press me")), EN) == [{"k": "text", "s": "press me"}]


def test_a_button_opens_http_addresses_only() -> None:
    """The same for a button that opens an address."""
    card = Card(
        None,
        (
            Buttons(
                (
                    Button(Words("bad"), address="javascript:alert(1)"),
                    Button(Words("good"), address="https://example.org"),
                    Button(Words("press"), Pressed(1), confirm=Words("Sure?")),
                )
            ),
        ),
    )

    bad, good, press = draw(card, EN, keep)["blocks"][0]["buttons"]

    assert (bad["address"], good["address"]) == (None, "https://example.org")
    assert (press["route"], press["confirm"]) == ("kit.pressed:1", "Sure?")


def test_traps_that_no_screen_shows_are_taken_out() -> None:
    """Reversed reading, control characters and lone surrogates do not reach the page."""
    assert clean("a\u202eb\x00c\ud800") == "abc\ufffd"
    assert clean("👩‍👧 שלום é") == "👩‍👧 שלום é"


def test_a_card_keeps_its_language_and_takes_the_viewer_s_time() -> None:
    """A French card read in Dakar says the hour of Dakar, in French."""
    drawn: dict[str, Any] = {"language": "en", "message": draw(Card(AT), FR, keep)}

    seen = seen_from(drawn, "Africa/Dakar", "en")
    moment = seen["message"]["title"][0]

    assert moment["s"] == "lundi 30 novembre 2026 à 18\u00a0h\u00a000 (heure de Paris)"
    assert moment["here"] == "lundi 30 novembre 2026 à 17\u00a0h\u00a000 (heure de Dakar, UTC+0)"
    assert "here" not in drawn["message"]["title"][0]


def test_a_moment_says_its_instant_and_how_much_to_show() -> None:
    """The page counts down by itself from the instant."""
    run = runs(Moment(AT.at, "Europe/Paris", Style.RELATIVE), EN)[0]

    assert (run["at"], run["style"]) == ("2026-11-30T17:00:00+00:00", "relative")


def test_files_and_pictures_are_fetched_and_not_carried() -> None:
    """A card holds the address of what it gives away, with its name and its size."""
    card = Card(
        None,
        (
            File("résultat.csv", b"a;b", "text/csv", Words("The result.")),
            Picture(b"\x89PNG", Words("A chart.")),
        ),
    )

    file, picture = draw(card, EN, keep)["blocks"]

    assert (file["name"], file["size"], file["address"]) == ("résultat.csv", 3, "/file/3-12")
    assert told(file["line"]) == "The result."
    assert picture["address"] == "/file/4-11"


def test_a_form_of_a_command_can_ask_how_a_date_is_understood() -> None:
    """The form names its command, so that the page can complete a date as it is typed."""
    from bot.card import Field

    form = Form(
        FormSent("poll.new", 0),
        Words("New"),
        (Field("until", Words("Until"), "date"),),
        Words("Go"),
    )

    assert draw_form(form, EN)["command"] == "poll.new"
