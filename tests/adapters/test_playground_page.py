"""The page's files agree with each other: words, files, policy, completion."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters import playground
from adapters.playground.commands import completions, menu
from adapters.playground.people import CHANNELS, PEOPLE, QUIET
from adapters.playground.sample import SAID
from adapters.playground.wording import words
from bot.features import FEATURES, groups_of
from scheduling.calendar import zone_exists

HERE = Path(playground.__file__).parent
SCRIPTS = [HERE / "page.js", *sorted((HERE / "page").glob("*.js"))]
GROUPS, SHORTCUTS = groups_of(FEATURES)


def test_every_word_of_the_page_exists_and_is_used() -> None:
    """What the scripts say is in the `.ftl` files, and nothing else is."""
    source = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    said = set(re.findall(r'(?:say|words)\("([a-z0-9-]+)"', source))
    stems = set(re.findall(r"`([a-z0-9-]+-)\$", source))
    quoted = set(re.findall(r'"([a-z0-9-]+)"', source))
    known = words("en")

    missing = {key for key in said if key not in known and f"guide-{key}" not in known}
    assert not missing
    used = said | {f"guide-{key}" for key in said | quoted} | quoted
    unused = {
        key
        for key in known
        if key not in used and not any(stem and key.startswith(stem) for stem in stems)
    }
    unused = {key for key in unused if not key.endswith(("-question", "-choices"))}
    unused -= {key for key in unused if key.startswith("guide-switch-")}
    assert not unused


def test_both_languages_have_the_same_words_and_values() -> None:
    """A word that is missing in one language would show its key."""
    english, french = words("en"), words("fr")

    assert english.keys() == french.keys()
    for key, said in english.items():
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", french[key])), key


def test_scripts_never_turn_words_into_markup() -> None:
    """The page has no way by which what people typed could become a script."""
    for script in SCRIPTS:
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function",
            script.read_text("utf-8"),
        )
        assert not found, script.name


def test_the_page_asks_nothing_from_elsewhere() -> None:
    """Scripts, styles and pictures come from the page's own address; nothing is inline."""
    html = (HERE / "page.html").read_text("utf-8")
    assert not re.search(r"https?://", html)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", html)
    for style in [HERE / "page.css", *(HERE / "page").glob("*.css")]:
        assert not re.search(r"@import|url\(", style.read_text("utf-8")), style.name
    for name in re.findall(r'(?:href|src)="/([^"]+)"', html):
        assert (HERE / name).is_file(), name


def test_every_script_imports_files_that_exist() -> None:
    """A module that is missing would leave an empty page."""
    for script in SCRIPTS:
        for name in re.findall(r'from "(\./[^"]+)"', script.read_text("utf-8")):
            assert (script.parent / name).is_file(), (script.name, name)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_composer_knows_every_command_and_option(language: str) -> None:
    """All groups with their subcommands, options, descriptions and other names."""
    offered = completions(GROUPS, language)

    assert [len(one["commands"]) for one in offered] == [len(g.commands) for g in GROUPS]
    for group in offered:
        assert group["name"].startswith("/") and group["about"]
        for command in group["commands"]:
            assert command["about"], command["key"]
            for parameter in command["parameters"]:
                assert parameter["label"] or parameter["about"], parameter["key"]


def test_commands_are_offered_in_the_reader_s_language_and_known_in_both() -> None:
    """`/sondage` for French, which `/poll` also finds."""
    english = {one["name"]: one for one in completions(GROUPS, "en")}
    french = {one["name"]: one for one in completions(GROUPS, "fr")}

    assert english["/poll"]["also"] == ["/sondage"]
    assert french["/sondage"]["also"] == ["/poll"]
    options = {p["name"]: p for p in french["/sondage"]["commands"][0]["parameters"]}
    assert options["noms"]["options"] == ["masqués", "visibles", "anonyme"]
    assert options["fin"]["asks"] and not options["noms"]["asks"]


def test_a_message_s_menu_has_the_shortcuts() -> None:
    """ "Make it a poll", in the reader's language."""
    assert {"name": "poll.from-message", "label": "Make it a poll"} in menu(SHORTCUTS, "en")
    assert menu(SHORTCUTS, "fr")[0]["label"] == "En faire un sondage"


def test_the_people_are_many_and_different() -> None:
    """Eleven people, both languages, several zones, one who follows the page; all of them real."""
    assert len(PEOPLE) == len({person.ref for person in PEOPLE}) == 11
    assert {person.locale[:2] for person in PEOPLE} == {"", "en", "fr"}
    assert len({person.zone for person in PEOPLE}) >= 9
    assert all(zone_exists(person.zone) and person.city("fr") for person in PEOPLE)
    refs = {person.ref for person in PEOPLE}
    assert set(QUIET) <= refs
    assert {who for _, who, _, _ in SAID} <= refs
    assert {channel.language for channel in CHANNELS} == {"fr", "en", ""}
