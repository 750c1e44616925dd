"""A typed line of `/share`: which words are the link, the title, the tags and the note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.resources.typed import read_share

GUIDE = "https://example.org/guide"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (GUIDE, {"link": GUIDE}),
        (f"{GUIDE} Un titre #a #b une note", ("Un titre", "#a #b", "une note")),
        (f'"Un titre" {GUIDE} "une note"', ("Un titre", "", "une note")),
        (f"<{GUIDE}|label> T", {"link": f"<{GUIDE}|label>", "title": "T"}),
        (f"titre:« T » note:« n » {GUIDE}", ("T", "", "n")),
        (f"{GUIDE} note: Très bien à douze #adultes", ("", "#adultes", "Très bien à douze")),
        (f"{GUIDE} titre: Un titre note: une note", ("Un titre", "", "une note")),
        (f"{GUIDE} type: video", {"link": GUIDE, "kind": "video"}),
        (f"{GUIDE} https://example.org/2", ("", "", "https://example.org/2")),
        (f"{GUIDE} T https://example.org/2 et la suite", {"link": GUIDE, "title": "T et la suite",
            "note": "https://example.org/2"}),
    ],
)  # fmt: skip
def test_a_line_is_read_as_people_say_it(
    line: str, expected: dict[str, str] | tuple[str, str, str]
) -> None:
    """Title, tags and note in the order of speech; a second link is kept as a note, not a title."""
    if isinstance(expected, tuple):
        title, tags, note = expected
        said = {"link": GUIDE, "title": title, "tags": tags, "note": note}
        expected = {name: words for name, words in said.items() if words}

    assert {name: words for name, words in read_share(line).items() if words} == expected


@pytest.mark.parametrize(
    "link",
    [
        "fr.wikipedia.org/wiki/Photolangage",
        "www.example.org",
        "WWW.Example.org/a",
        "retromat.org",
        "example.org:8080/a",
        "localhost:8080/a",
        "javascript:alert(1)",
        "data:text/html,hi",
        "mailto:ann@example.org",
        "ftp://example.org/x",
    ],
)
def test_a_link_needs_no_scheme(link: str) -> None:
    """What people copy by hand is a link too; one that cannot be kept is judged as a link."""
    assert read_share(f"{link} Un titre") == {"link": link, "title": "Un titre"}


@pytest.mark.parametrize(
    "words",
    [
        "Mon secret : commencer par le silence",
        "Demain 14:30 en ligne",
        "Objectif:évaluer ensemble",
        "Node.js pour débuter",
        "et/ou selon M./Mme",
        "1.5/10 en notation",
        "Ce que retromat.org m’a appris",
    ],
)
def test_words_with_colons_dots_and_slashes_are_a_title(words: str) -> None:
    """A time, a French colon or an abbreviation is no link."""
    assert read_share(words) == {"title": words}


@given(st.text(max_size=80))
def test_no_word_is_lost(line: str) -> None:
    """Whatever is typed without a name or a quote stands somewhere among the values."""
    plain = line.translate({ord(sign): " " for sign in ':"“”„«»'})
    kept = " ".join(read_share(plain).values()).split()

    assert sorted(kept) == sorted(plain.split())
