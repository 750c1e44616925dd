"""Discord's command tree says everything in both languages, and nothing is demanded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from adapters.discord.commands import Index, invitation, is_flat, same, tree
from bot.command import Group, Named
from bot.errors import Broken
from bot.features import FEATURES
from tests.kit.discord_rules import check_tree
from tests.wire.discord_desk import GROUPS, SHORTCUTS

Json = dict[str, Any]


def everything() -> list[Json]:
    """The tree of all features that exist."""
    merged: dict[str, Group] = {}
    for group in (group for feature in FEATURES for group in feature.groups):
        known = merged.get(group.name)
        both = (*known.commands, *group.commands) if known else group.commands
        merged[group.name] = replace(group, commands=both)
    return tree(merged.values(), [s for feature in FEATURES for s in feature.shortcuts])


def parts(commands: list[Json]) -> Iterator[Json]:
    """Commands, subcommands and options."""
    for command in commands:
        yield command
        yield from parts(command.get("options", []))


def test_discord_takes_the_whole_tree() -> None:
    """What is uploaded keeps every limit: names, descriptions, counts, sizes."""
    check_tree(everything())
    check_tree(tree(GROUPS, SHORTCUTS))


def test_everything_has_a_french_name() -> None:
    """Whoever uses Discord in French sees French names and descriptions, accents included."""
    for part in parts(everything()):
        assert part["name_localizations"]["fr"], part["name"]
        if part.get("description"):
            assert part["description_localizations"]["fr"], part["name"]
    names = {part["name"]: part["name_localizations"]["fr"] for part in everything()}
    assert names["poll"] == "sondage"
    assert any(not name.isascii() for part in parts(everything())
               for name in part["name_localizations"].values())  # fmt: skip


def test_no_option_is_required() -> None:
    """`/poll new` alone opens the form."""
    assert not any(part.get("required") for part in parts(everything()))


def test_ronde_has_only_its_own_subcommands() -> None:
    """On Discord every command stands by itself."""
    names = {command["name"]: command for command in everything()}
    own = {sub["name"] for sub in names["ronde"]["options"]}
    assert "home" in own or "help" in own
    assert not own & (set(names) - {"ronde"})


def test_kinds_of_options() -> None:
    """Numbers have bounds, flags are yes or no, choices are translated, dates are completed."""
    new = tree(GROUPS, ())[0]["options"][0]
    options = {option["name"]: option for option in new["options"]}
    assert options["multi"]["type"] == 4
    assert (options["multi"]["min_value"], options["multi"]["max_value"]) == (1, 20)
    assert options["anonymous"]["type"] == 5
    assert options["until"]["autocomplete"] and options["until"]["type"] == 3
    assert options["names"]["choices"][0] == {
        "name": "hidden",
        "name_localizations": {"fr": "masqués"},
        "value": "hidden",
    }
    close = tree(GROUPS, ())[0]["options"][1]
    assert close["options"][0]["autocomplete"]


def test_one_command_without_a_name_is_flat() -> None:
    """`/find` takes its words at once."""
    find = tree(GROUPS, ())[1]
    assert is_flat(GROUPS[1]) and find["options"][0]["name"] == "words"
    assert Index(GROUPS, ()).find("find", "") is not None
    assert Index(GROUPS, ()).find("poll", "no") is None


def test_menu_entries_are_translated() -> None:
    """A message's menu names our entries in the reader's language."""
    entry = tree((), SHORTCUTS)[0]
    assert (entry["type"], entry["name"]) == (3, "Done.")
    assert entry["name_localizations"] == {"fr": "C’est fait."}


def test_discords_own_additions_are_no_change() -> None:
    """What Discord adds or leaves out when it lists commands does not count as a change."""
    wanted = tree(GROUPS, SHORTCUTS)
    listed = json.loads(json.dumps(wanted))
    for number, command in enumerate(reversed(listed)):
        command.update(
            id=str(number), version="1", application_id="1", dm_permission=True, nsfw=False,
            default_member_permissions=None, contexts=[1, 0],
        )  # fmt: skip
        command.setdefault("description", "")
        for part in parts(command.get("options", [])):
            part.pop("required", None)
    assert same(wanted, listed)
    listed[0]["options"][0]["description_localizations"]["fr"] = "autre chose"
    assert not same(wanted, listed)


def test_names_that_discord_refuses_are_found_at_the_start() -> None:
    """Capitals, spaces and doubles are our mistake, not the operator's."""
    group = GROUPS[1]
    with pytest.raises(Broken):
        tree([replace(group, names=Named("Find", "chercher"))], ())
    with pytest.raises(Broken):
        tree([replace(group, names=Named("find it", "chercher"))], ())
    with pytest.raises(Broken):
        tree([group, group], ())


def test_the_invitation_asks_for_the_least() -> None:
    """Six permissions, never Administrator."""
    asked = int(invitation("1").rpartition("=")[2])
    assert asked.bit_count() == 6 and not asked & 1 << 3
