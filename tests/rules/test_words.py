"""Typed lines: quotes, apostrophes, options in both languages, lists, and what is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features import FEATURES, groups_of
from bot.text import Words
from bot.typed import EXTRA, OPEN_QUOTE, UNKNOWN, find_group, understand
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


@pytest.mark.parametrize(
    "line",
    [
        '"Where? "Here" "There"',
        '"Where?"Here" "There"',
        'Where? "Here" There"',
        '"Is "it" so?" "a" "b"',
    ],
)
def test_a_quote_forgotten_in_the_middle_is_noticed(line: str) -> None:
    """A quote that closes where one should open, or is left in a word, says that one is missing."""
    assert read_line(NEW, line).open_quote


@pytest.mark.parametrize(
    "line", ['"Where?""Here" "There"', '"Where?"Here;There', '"Which screen?" 7";9"', '"a" b"c"']
)
def test_quotes_without_a_space_between_them_are_no_slip(line: str) -> None:
    """Quotes side by side, words right after one, and inches are read as they stand."""
    assert not read_line(NEW, line).open_quote


def test_inches_stay_in_their_words() -> None:
    """Two of them on a line quote nothing."""
    assert values('"Which screen?" 7"; 9"')["choices"] == '7"\n9"'


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

    known = {parameter.name for parameter in command.parameters} | {EXTRA, OPEN_QUOTE, UNKNOWN}
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
    """Addresses, hours, remarks and whatever is quoted are not options."""
    assert values('"a" "b" https://example.org')["choices"] == "b\nhttps://example.org"
    assert values('"a" "b" 12:30')["choices"] == "b\n12:30"
    assert values('"a" "b" nota: bene')["choices"] == "b\nnota: bene"
    for line in ("https://example.org", "12:30", "nota: bene", '"nota:bene"', "nota://bene"):
        assert not read_line(NEW, f'"a" "b" {line}').unknown


@pytest.mark.parametrize("slip", ["untill:friday", 'untill:"friday 6pm"', "Untill:+3d"])
def test_a_mistyped_option_is_noticed(slip: str) -> None:
    """A name that the command does not have is said; what came with it stays where it fell."""
    typed = read_line(NEW, f'"Closing?" "a" "b" {slip}')

    assert typed.unknown.lower() == "untill"
    assert typed.values["choices"].startswith("a\nb\n")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("extend 7 friday 6pm", {"poll": "7", "until": "friday 6pm"}),
        ("prolonger 3 vendredi 18h", {"poll": "3", "until": "vendredi 18h"}),
        ("extend 7 +4d", {"poll": "7", "until": "+4d"}),
        ("extend #7 +4d", {"poll": "#7", "until": "+4d"}),
        ('extend 7 "friday 6pm"', {"poll": "7", "until": "friday 6pm"}),
        ("extend 7 until:+4d", {"poll": "7", "until": "+4d"}),
        ("extend where is dinner", {"poll": "where is dinner"}),
        ("extend 7", {"poll": "7"}),
        ("export 7 json", {"poll": "7", "format": "json"}),
        ("show 2 of us", {"poll": "2 of us"}),
    ],
)
def test_a_number_says_which_poll_and_the_rest_follows(line: str, found: dict[str, str]) -> None:
    """A date or a format after a number needs neither quotes nor its name."""
    assert understand(GROUPS, "/poll", line)[1] == found


@pytest.mark.parametrize(
    ("line", "command", "found"),
    [
        ("nudges preview", "ronde.nudges", {"preview": "true"}),
        ("coups-de-pouce apercu", "ronde.nudges", {"preview": "true"}),
        ("nudges", "ronde.nudges", {}),
        ("nudges tomorrow", "ronde.home", {}),
    ],
)
def test_a_word_that_is_set_or_not(line: str, command: str, found: dict[str, str]) -> None:
    """A subcommand that takes no words takes a flag in either language; others are no place for it."""
    meant, read, problem = understand(GROUPS, "/ronde", line)

    assert (meant.name, read) == (command, found)
    assert (problem is None) == (command == "ronde.nudges")


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


@pytest.mark.parametrize(
    ("slash", "line", "meant"),
    [
        ("/ronde", "halp", "help"),
        ("/ronde", "aid", "aide"),
        ("/ronde", "pol", "poll"),
        ("/polll", "", "/poll"),
        ("/sondages", "", "/sondage"),
        ("/help", "", "/ronde help"),
        ("/aide", "", "/ronde aide"),
    ],
)
def test_a_mistyped_command_is_answered_with_the_nearest(slash: str, line: str, meant: str) -> None:
    """What was probably meant is said, in the language in which it was typed."""
    _, _, problem = understand(GROUPS, slash, line)

    assert problem is not None
    assert dict(problem.values)["meant"] == Words(meant)


# ── lists and comparing ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "raw",
    ["Soup; Pie", "Soup;Pie;", "Soup\nPie", "\n Soup \n\n Pie ", '"Soup" "Pie"', "« Soup »« Pie »"],
)
def test_lists_are_cut_alike_everywhere(raw: str) -> None:
    """Semicolons, new lines and quotes separate equally."""
    assert split_list(raw) == ["Soup", "Pie"]


@pytest.mark.parametrize(
    ("raw", "entries"),
    [
        ("Tea; green\nWater", ["Tea; green", "Water"]),
        ('"Tea; green"; Water', ["Tea; green", "Water"]),
        ('"Tea; green" "Water"', ["Tea; green", "Water"]),
        ("&amp;\n&lt;", ["&amp;", "&lt;"]),
        ('The "best"; the rest', ['The "best"', "the rest"]),
    ],
)
def test_words_in_quotes_or_on_a_line_of_their_own_stay_together(
    raw: str, entries: list[str]
) -> None:
    """A semicolon separates only where nothing else does."""
    assert split_list(raw) == entries


@given(st.lists(QUOTED, min_size=2, max_size=20))
def test_quoted_choices_are_read_whole(choices: list[str]) -> None:
    """Whatever stands between quotes is one choice to the end: semicolons are letters there."""
    line = " ".join(f'"{words}"' for words in ["Lunch?", *choices])

    assert split_list(values(line)["choices"]) == choices


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
