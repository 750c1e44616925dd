"""The words are whole in every language, fit where they are shown, and respect who reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from fluent.syntax import ast as ftl

from bot.command import LANGUAGES, Command, Parameter, Shortcut
from bot.features import FEATURES, groups_of
from bot.features.decisions.which import DECISIONS
from bot.features.goals.commands import GOALS
from bot.features.meetings.which import MEETINGS
from bot.features.polls.which import POLLS
from bot.language import Reader, pieces, plain
from bot.notices import KINDS
from bot.text import Text
from bot.typed import find_group, understand
from tests.architecture.words import (
    COUNTS,
    NO_BREAK,
    SAMPLE,
    Saying,
    bare,
    code,
    entries,
    files,
    in_language,
    matches,
    sayings,
    topic_of,
)

GROUPS, SHORTCUTS = groups_of(FEATURES)
TYPED = tuple(command for group in GROUPS for command in group.commands)
COMMANDS = (*TYPED, *(command for feature in FEATURES for command in feature.forms))

TITLE, ABOUT, LABEL, BUTTON, CONFIRMED, HINT = 24, 100, 45, 75, 30, 100
"""The narrower of Slack and Discord; a button that asks once more is repeated in Slack's dialog."""

MIDPOINT_WORDS: frozenset[str] = frozenset()
"""Words in which French needs the midpoint, for want of an epicene one. None so far."""

_CODE_SPAN = re.compile(r"`[^`]*`")
_EMOJI = re.compile("[\u2600-\u27bf\u2b50-\u2b55\U0001f000-\U0001faff]")
_TYPED = re.compile(r"https?:|\b[a-zé]+:[@\w]")
_SIGN = re.compile("[:;?!%»«]")
_INCLUSIVE = re.compile(
    r"\w\((?:e|s|es|ne|nes|se|ses|le|les|rice|trice|euse)\)"
    r"|\w[./](?:e|es|ne|nes|se|rice|trice|euse)s?\b"
)
_MIDPOINT = re.compile("\\w+[·•‧]\\w+")

every_language = pytest.mark.parametrize("language", LANGUAGES)


def parameters(commands: Iterable[Command]) -> Iterator[tuple[str, Parameter]]:
    """Each parameter with its key."""
    for command in commands:
        for parameter in command.parameters:
            yield f"{command.key}-{parameter.name}", parameter


def short_label(shortcut: Shortcut) -> str:
    """The key of a shortcut's label where there is least room: Slack's menu."""
    key = shortcut.name.replace(".", "-")
    return f"{key}.short" if f"{key}.short" in in_language("fr") else key


def labelled(kind: frozenset[str], language: str) -> list[Saying]:
    """The sayings that stand on buttons of a kind."""
    return [
        saying
        for key, saying in in_language(language).items()
        if any(matches(pattern, key) for pattern in kind)
    ]


def without_variables(said: str) -> str:
    """What is ours of a saying, as it is shown where there is no markup."""
    return said.replace(SAMPLE, "").replace("**", "").replace("`", "")


def longer(found: Iterable[Saying], most: int) -> list[str]:
    """Those that take more room than there is."""
    return [
        f"{len(without_variables(said))} > {most}: {saying}"
        for saying in found
        for said in saying.said
        if len(without_variables(said)) > most
    ]


# ── whole ───────────────────────────────────────────────────────────────────────────────────────


def test_every_entry_can_be_read() -> None:
    """A misspelt entry of a file of words would be left out in silence."""
    junk = [
        f"{path}: {entry.content}"
        for path in files()
        for entry in entries(path)
        if isinstance(entry, ftl.Junk)
    ]

    assert not junk


@every_language
def test_a_key_stands_once(language: str) -> None:
    """The second of two messages of one name would never be said."""
    keys = [saying.key for saying in sayings() if saying.language == language]

    assert sorted(set(keys)) == sorted(keys)


def test_every_language_says_the_same_things() -> None:
    """Keys, attributes and variables are the same in every language, file by file."""
    found = {
        language: {
            (saying.topic, saying.key): sorted(saying.variables)
            for saying in sayings()
            if saying.language == language
        }
        for language in LANGUAGES
    }

    for topic in {topic_of(path) for path in files()}:
        english, french = (
            {key: names for (where, key), names in found[language].items() if where == topic}
            for language in ("en", "fr")
        )
        assert english == french, topic


def test_every_key_that_the_code_says_exists() -> None:
    """A key without words would be a fault in front of somebody."""
    known = in_language("en")
    missing = [f"{call.where}: {call.key}" for call in code().calls if call.key not in known]
    missing += [
        f"{where}: {pattern}"
        for pattern, where in code().patterns.items()
        if not bare(pattern) and not any(matches(pattern, key) for key in known)
    ]

    assert not missing


def test_every_value_that_words_need_is_given() -> None:
    """A variable without a value would be a fault in front of somebody."""
    known = in_language("en")
    missing = [
        f"{call.where}: {call.key} needs {sorted(known[call.key].variables - call.given)}"
        for call in code().calls
        if call.given is not None and call.key in known and known[call.key].variables - call.given
    ]

    assert not missing


def test_no_words_are_left_unsaid() -> None:
    """Every key is said by the code, or belongs to a command, parameter, group or shortcut."""
    said = {call.key for call in code().calls} | code().mentioned
    said |= {f"{group.name}-{part}" for group in GROUPS for part in ("about", "usage")}
    for shortcut in SHORTCUTS:
        said |= {shortcut.name.replace(".", "-"), f"{shortcut.name.replace('.', '-')}.short"}
    for setting in (setting for feature in FEATURES for setting in feature.settings):
        said |= {setting.key, *(f"{setting.key}-{option}" for option in setting.options)}
    for command in COMMANDS:
        said |= {command.key}
        said |= {f"{command.key}.{part}" for part in ("title", "send", "note", "about", "example")}
    for key, _ in parameters(COMMANDS):
        said |= {key, f"{key}.about", f"{key}.hint"}
    for things in (POLLS, MEETINGS, DECISIONS, GOALS):
        parts = ("unknown", "none", "not-yours", "suggestion", "which-label")
        said |= {f"{things.key}-{part}" for part in parts}
        about = [c.name.partition(".") for c in COMMANDS if c.name.startswith(f"{things.key}.")]
        said |= {f"{things.key}-which-{subcommand}" for _, _, subcommand in about}
    said |= {key for key in in_language("en") if key.startswith("measure-")}  # `Feature.measures`
    patterns = [pattern for pattern in code().patterns if not bare(pattern)]

    assert not [
        key
        for key in in_language("en")
        if key not in said and not any(matches(pattern, key) for pattern in patterns)
    ]


@every_language
def test_every_command_has_its_words(language: str) -> None:
    """What a command, a parameter, a group and a shortcut are shown with is there."""
    needed = {f"{group.name}-about" for group in GROUPS}
    needed |= {shortcut.name.replace(".", "-") for shortcut in SHORTCUTS}
    needed |= {f"{command.key}.{part}" for command in TYPED for part in ("about", "example")}
    # Without a field of its own, a command whose words do not fit still waits under its title.
    needed |= {f"{command.key}.title" for command in COMMANDS if command.parameters}
    needed |= {key for key, _ in parameters(COMMANDS)}
    needed |= {f"{key}.about" for key, _ in parameters(TYPED)}
    needed |= {f"nudge-rule-{rule}" for feature in FEATURES for rule in feature.nudge_rules}
    needed |= {f"notice-{part}-{kind}" for part in ("stop", "stopped") for kind in KINDS}

    assert not needed - in_language(language).keys()


@every_language
def test_everything_can_be_said(language: str) -> None:
    """Each text is drawn without a fault, and says something, whatever the count."""
    for saying in in_language(language).values():
        assert all(said.strip() for said in saying.said), str(saying)
        for count in COUNTS:
            values = tuple((name, count) for name in sorted(saying.variables))
            assert pieces(Text(saying.key, values), language), str(saying)
            assert plain(Text(saying.key, values), Reader(language)), str(saying)


# ── where they are shown ────────────────────────────────────────────────────────────────────────


@every_language
def test_words_fit_where_they_are_shown(language: str) -> None:
    """Titles, descriptions, labels and examples stay within the narrower of the platforms."""
    known = in_language(language)

    def of(keys: Iterable[str]) -> list[Saying]:
        return [known[key] for key in keys if key in known]

    titles = of(f"{command.key}.{part}" for command in COMMANDS for part in ("title", "send"))
    titles += of(map(short_label, SHORTCUTS))
    titles += of(("form-send",))
    abouts = of(f"{group.name}-about" for group in GROUPS)
    abouts += of(  # what a measure counts stands on a card
        key for key in known if key.endswith(".about") and not key.startswith("measure-")
    )
    hints = of(f"{key}.hint" for key, _ in parameters(COMMANDS))
    labels = of(key for key, _ in parameters(COMMANDS))

    assert not longer(titles, TITLE)
    assert not longer(abouts, ABOUT)
    assert not longer(hints, HINT)
    assert not longer(labels, LABEL)


@every_language
def test_buttons_fit(language: str) -> None:
    """A button keeps room for the name it may carry, and a dialog for the button it repeats."""
    buttons = labelled(code().buttons, language)

    assert buttons
    assert not longer(buttons, BUTTON)
    assert not longer(labelled(code().confirming, language), CONFIRMED)


@every_language
def test_every_example_does_what_it_says(language: str) -> None:
    """An example, typed as it stands, means its own command, in the reader's language."""
    for command in TYPED:
        saying = in_language(language)[f"{command.key}.example"]
        spans = _CODE_SPAN.findall(saying.said[0])
        assert len(spans) == 1, str(saying)
        typed = spans[0].strip("`")
        slash, _, line = typed.partition(" ")
        found, values, problem = understand(GROUPS, slash, line)
        if command.reads is not None:  # a line of its own manner: its operators are no parameters
            assert (found.name, problem) == (command.name, None), str(saying)
            continue
        assert (found.name, problem) == (command.name, None), str(saying)
        assert not any(name.startswith(".") for name in values), str(saying)
        names = {parameter.name: parameter.names for parameter in command.parameters}
        for written in re.findall(r"([^\s\"]+):", typed):
            assert written in {names[name].in_language(language) for name in values}, str(saying)


@every_language
def test_commands_are_called_by_their_names(language: str) -> None:
    """A command quoted in a sentence has the name that it has in that language."""
    for saying in in_language(language).values():
        for line in re.findall(r"`/([^`]*)`|(?<![\w/<>`])/([^\W\d_][\w-]*)", saying.said[0]):
            word, *follows = (line[0] or line[1]).split()
            if word == "invite":  # Slack's own
                continue
            group = find_group(GROUPS, word)
            assert group is not None, str(saying)
            assert word == group.names.in_language(language), str(saying)
            if follows and follows[0].isalpha() and len(group.commands) > 1:
                known = {command.names.in_language(language) for command in group.commands}
                if group.name == "ronde":
                    known |= {other.names.in_language(language) for other in GROUPS}
                assert follows[0] in known, str(saying)


# ── how they read ───────────────────────────────────────────────────────────────────────────────


def test_nobody_is_shouted_at() -> None:
    """No exclamation marks, in any language."""
    assert not [str(saying) for saying in sayings() if "!" in "".join(saying.said)]


def test_one_emoji_is_enough() -> None:
    """A message carries one emoji at most."""
    assert not [
        str(saying)
        for saying in sayings()
        if any(len(_EMOJI.findall(said)) > 1 for said in saying.said)
    ]


def prose(saying: Saying) -> Iterator[str]:
    """A saying as prose: what is to be typed counts as one word."""
    for said in saying.said:
        yield _CODE_SPAN.sub(SAMPLE, said).replace("**", "")


def misprints(said: str) -> Iterator[str]:
    """What French typography would mark in a line."""
    if "'" in said:
        yield "a straight apostrophe"
    if '"' in said:
        yield "a straight quotation mark"
    if "..." in said:
        yield "three full stops for an ellipsis"
    for found in _SIGN.finditer(said):
        sign, at = found[0], found.start()
        before, after = said[at - 1 : at], said[at + 1 : at + 2]
        if sign == ":" and ((before.isdigit() and after.isdigit()) or _TYPED.search(said)):
            continue  # 08:00, https:, depuis:6mois
        if (after if sign == "«" else before) != NO_BREAK:
            yield f"no no-break space at {sign}"


def test_french_is_printed_as_french() -> None:
    """No-break spaces before : ; ? % and inside « », and typographic apostrophes."""
    assert not [
        f"{problem}: {saying}"
        for saying in in_language("fr").values()
        for said in prose(saying)
        for problem in misprints(said)
    ]


def test_english_writes_no_space_before_a_per_cent_sign() -> None:
    """“40%” in English, where French has a space: in all that is said with a number (R1)."""
    spaced = re.compile(rf"(?:\d|{SAMPLE})[ \u00a0\u202f]%")
    assert not [one for one in in_language("en").values() if any(map(spaced.search, one.said))]


def test_french_says_vous() -> None:
    """Nobody is addressed as « tu »."""
    assert not [
        str(saying)
        for saying in in_language("fr").values()
        if any(re.search(r"\b(?:tu|toi|ton|tes)\b", said, re.IGNORECASE) for said in prose(saying))
    ]


def test_french_is_epicene() -> None:
    """No « (e) », no « /e »; the midpoint only in words that have no epicene one."""
    for saying in in_language("fr").values():
        for said in prose(saying):
            assert not _INCLUSIVE.search(said), str(saying)
            assert set(_MIDPOINT.findall(said)) <= MIDPOINT_WORDS, str(saying)


def test_french_labels_carry_no_midpoint() -> None:
    """Commands, options and buttons are read aloud and typed: no midpoint there, ever."""
    names = [group.names.fr for group in GROUPS]
    names += [command.names.fr for command in COMMANDS]
    for _, parameter in parameters(COMMANDS):
        names += [parameter.names.fr, *(option.names.fr for option in parameter.options)]
    known = in_language("fr")
    labels = labelled(code().buttons, "fr")
    labels += [known[key] for key, _ in parameters(COMMANDS)]
    labels += [saying for key, saying in known.items() if key.endswith((".title", ".send"))]

    assert not [name for name in names if _MIDPOINT.search(name) or _INCLUSIVE.search(name)]
    assert not [str(label) for label in labels if _MIDPOINT.search("".join(label.said))]


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        (f"Quoi{NO_BREAK}?", 0),
        ("Quoi ?", 1),
        ("« Oui »", 2),
        (f"De 08:00 à 19:00{NO_BREAK}: l’accueil", 0),
        ("l'accueil", 1),
    ],
)
def test_the_proof_reader_reads(said: str, problems: int) -> None:
    """The rules of French typography find what they are meant to find."""
    assert len(list(misprints(said))) == problems
