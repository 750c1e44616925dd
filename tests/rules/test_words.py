"""Typed lines: quotes, apostrophes, options in both languages, lists, and what is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features import FEATURES, groups_of
from bot.typed import EXTRA, OPEN_QUOTE, find_group, understand
from bot.words import Token, fold, read_line, split_list, tokens

GROUPS, _ = groups_of(FEATURES)
POLL = next(group for group in GROUPS if group.name == "poll")
NEW = POLL.commands[0]

QUOTED = st.text(
    alphabet=st.characters(exclude_characters='"“”„«»', exclude_categories=["Cs", "Cc"]),
    min_size=1,
    max_size=30,
).filter(lambda said: said.strip() == said and said)


def values(line: str) -> dict[str, str]:
    """The raw values of a new poll typed so."""
    return read_line(NEW, line).values


# ── quotes ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "line",
    [
        '"Lunch?" "Soup" "Pie"',
        "“Lunch?” “Soup” “Pie”",
        "« Lunch? » « Soup » « Pie »",
        "«\u00a0Lunch?\u00a0» «\u202fSoup\u202f» «Pie»",
        "„Lunch?“ „Soup“ „Pie“",
        "»Lunch?« »Soup« »Pie«",
        '"Lunch?" Soup; Pie',
        '"Lunch?"Soup;Pie',
        'Lunch? "Soup" "Pie"',
        '"Lunch?"   "Soup"\n"Pie"',
        '“Lunch?" "Soup” "Pie"',
    ],
)
def test_all_quotes_are_alike(line: str) -> None:
    """Straight, curly, German and French quotes cut a line the same way."""
    assert values(line) == {"question": "Lunch?", "choices": "Soup\nPie"}


@pytest.mark.parametrize(
    "line",
    [
        '"Qu\'est-ce qu\'on mange ?" "L\'été" "L\'œuf"',
        "« Qu'est-ce qu'on mange ? » « L'été » « L'œuf »",
    ],
)
def test_an_apostrophe_never_quotes(line: str) -> None:
    """French words keep their apostrophes."""
    assert values(line) == {
        "question": "Qu'est-ce qu'on mange ?",
        "choices": "L'été\nL'œuf",
    }


def test_an_apostrophe_in_bare_words() -> None:
    """Bare words with apostrophes stay together."""
    assert values('On mange quoi aujourd\'hui ? "Soupe" "Tarte"') == {
        "question": "On mange quoi aujourd'hui ?",
        "choices": "Soupe\nTarte",
    }


def test_a_quote_that_is_never_closed_is_noticed() -> None:
    """The rest of the line stays in its place, and the flag says why to ask."""
    typed = read_line(NEW, '"Lunch?" "Soup" "Pie')

    assert typed.open_quote
    assert typed.values == {"question": "Lunch?", "choices": "Soup\nPie"}
    assert not read_line(NEW, '"Lunch?" "Soup" "Pie"').open_quote


def test_an_inch_inside_a_word_is_no_quote() -> None:
    """A lone straight quote at the end of a word opens nothing."""
    found, still_open = tokens('a 7" screen')

    assert [token.text for token in found] == ["a", '7"', "screen"]
    assert not still_open


@given(QUOTED, st.lists(QUOTED, min_size=1, max_size=20))
def test_quoted_words_come_back_whole(question: str, choices: list[str]) -> None:
    """Whatever people write between quotes is one value, unchanged."""
    line = " ".join(f'"{words}"' for words in [question, *choices])

    assert values(line) == {"question": question, "choices": "\n".join(choices)}


@given(st.text(max_size=200))
def test_any_line_is_cut_without_losing_a_letter(line: str) -> None:
    """No line breaks the reading, and every letter of it stands in some token."""
    found, _ = tokens(line)
    kept = "".join(f"{token.name}{token.text}" for token in found)

    assert [c for c in line if c.isalnum()] == [c for c in kept if c.isalnum()]


@given(st.text(max_size=200))
def test_any_line_is_understood_as_something(line: str) -> None:
    """Whatever follows a command, there is a command and its values, and no fault."""
    command, found, _ = understand(GROUPS, "/poll", line)

    known = {parameter.name for parameter in command.parameters} | {EXTRA, OPEN_QUOTE}
    assert set(found) <= known


# ── options ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("multi:2", "plusieurs:2"),
        ("names:shown", "noms:visibles"),
        ("results:after-vote", "résultats:après-vote"),
        ("results:at-close", "resultats:a-la-cloture"),
        ("until:+3d", "fin:+3d"),
        ('until:"friday 6pm"', "fin:“friday 6pm”"),
        ("add-options", "ajouts"),
        ("anonymous", "anonyme"),
        ("who:everyone", "pour:everyone"),
        ("reminders:1", "rappels:1"),
        ("close-when-all", "clore-si-complet"),
        ("CLOSE-WHEN-ALL", "Clore-Si-Complet"),
    ],
)
def test_options_go_by_both_names(english: str, french: str) -> None:
    """Each option has an English and a French name, accents and case aside."""
    found = read_line(NEW, f'"Lunch?" "Soup" "Pie" {english}')
    other = read_line(NEW, f'{french} "Lunch?" "Soup" "Pie"')

    assert set(found.values) == set(other.values)
    assert len(found.values) == 3
    assert not found.extra


def test_a_no_break_space_after_the_colon_is_skipped() -> None:
    """French keyboards put one there: « fin : ven. 18h » works too."""
    assert values('"a" "b" "c" fin:\u00a0"ven. 18h"')["until"] == "ven. 18h"


def test_a_word_with_a_colon_is_only_a_word() -> None:
    """Addresses, hours and remarks are not options."""
    assert values('"a" "b" https://example.org')["choices"] == "b\nhttps://example.org"
    assert values('"a" "b" 12:30')["choices"] == "b\n12:30"
    assert values('"a" "b" nota:bene')["choices"] == "b\nnota:bene"


def test_anonymous_is_a_value_of_names() -> None:
    """The short word fills the field that a form shows; "anonymous:no" does not."""
    assert values('"a" "b" "c" anonymous')["names"] == "anonymous"
    assert values('"a" "b" "c" anonymous:yes')["names"] == "anonymous"
    assert values('"a" "b" "c" names:shown anonyme')["names"] == "anonymous"
    assert "names" not in values('"a" "b" "c" anonymous:no')


def test_a_quoted_option_name_is_a_choice() -> None:
    """Within quotes, "anonymous" is an answer like any other."""
    assert values('"How?" "Named" "Anonymous"') == {
        "question": "How?",
        "choices": "Named\nAnonymous",
    }


# ── commands ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("slash", "line", "command"),
    [
        ("/poll", "", "poll.new"),
        ("/sondage", "", "poll.new"),
        ("/poll", '"Lunch?" "a" "b"', "poll.new"),
        ("/poll", 'new "Lunch?" "a" "b"', "poll.new"),
        ("/sondage", "nouveau", "poll.new"),
        ("/poll", "list", "poll.list"),
        ("/sondage", "liste", "poll.list"),
        ("/POLL", "LIST", "poll.list"),
        ("/poll", "close 3", "poll.close"),
        ("/sondage", "clôre 3", "poll.close"),
        ("/sondage", "clore 3", "poll.close"),
        ("/ronde", "poll close 3", "poll.close"),
        ("/ronde", "sondage clore 3", "poll.close"),
        ("/ronde", "/poll list", "poll.list"),
        ("/ronde", "", "ronde.home"),
        ("/ronde", "aide", "ronde.help"),
        ("/ronde", "réglages", "ronde.settings"),
        ("/ronde", "reglages", "ronde.settings"),
    ],
)
def test_commands_go_by_both_names(slash: str, line: str, command: str) -> None:
    """English or French, accents or not, after /ronde too; a bare line is the first command."""
    found, _, problem = understand(GROUPS, slash, line)

    assert problem is None
    assert found.name == command


def test_a_question_may_begin_with_a_command_s_word() -> None:
    """ "List of films?" is a question, not the list."""
    found, given_values, _ = understand(GROUPS, "/poll", 'list of films? "Alien" "Brazil"')

    assert found.name == "poll.new"
    assert given_values["question"] == "list of films?"


def test_which_poll_takes_bare_words() -> None:
    """`/poll show where is dinner` looks for these words."""
    found, given_values, _ = understand(GROUPS, "/poll", "show where is dinner")

    assert found.name == "poll.show"
    assert given_values == {"poll": "where is dinner"}


def test_an_unknown_command_is_said() -> None:
    """What nobody knows is said, with a way out."""
    _, _, problem = understand(GROUPS, "/dance", "")

    assert problem is not None
    assert problem.key == "unknown-command"
    assert find_group(GROUPS, "/dance") is None


# ── lists and comparing ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "raw",
    ["Soup; Pie", "Soup;Pie;", "Soup\nPie", "\n Soup \n\n Pie ", '"Soup" "Pie"', "« Soup »« Pie »"],
)
def test_lists_are_cut_alike_everywhere(raw: str) -> None:
    """Semicolons, new lines and quotes separate equally."""
    assert split_list(raw) == ["Soup", "Pie"]


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(words: str) -> None:
    """What is compared does not change by comparing again."""
    assert fold(fold(words)) == fold(words)


@given(st.text(max_size=60))
def test_case_and_spaces_do_not_count(words: str) -> None:
    """Spaces around and between, and small capitals, fold away."""
    assert fold(f"  {words}\n") == fold(words)
    assert fold(words.casefold()) == fold(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Été", "ete"), ("ÇA VA", "ca  va"), ("Ｆｕｌｌ", "full"), ("e\u0301", "é"), ("Œuf", "œuf")],
)
def test_what_reads_the_same_folds_the_same(one: str, other: str) -> None:
    """Accents, case, width and spaces aside."""
    assert fold(one) == fold(other)


def test_tokens_keep_their_names() -> None:
    """`name:value` is one token with a name, quoted or not."""
    assert tokens('until:"friday 6pm" multi:2')[0] == [
        Token("friday 6pm", True, "until"),
        Token("2", False, "multi"),
    ]
