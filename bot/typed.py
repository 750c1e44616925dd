"""Which command a typed line means, and its raw values: `typed:/poll` with the words after it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from bot.command import Command, Group
from bot.text import Text, Words, text
from bot.words import fold, named_words, pick_command, read_line

Problem = Text | None


def find_group(groups: tuple[Group, ...], word: str) -> Group | None:
    """The group that goes by this word in either language, slash or not."""
    folded = fold(word.lstrip("/"))
    for group in groups:
        known = {group.name, group.names.en, group.names.fr, *group.aliases}
        if folded in {fold(name) for name in known}:
            return group
    return None


def understand(
    groups: tuple[Group, ...], slash: str, line: str, language: str = "en"
) -> tuple[Command, dict[str, str], Problem]:
    """The command, its raw values, and what is wrong with the line, if anything.

    Every language is understood; what is wrong is said with the names of `language`.

    `/ronde poll "Lunch?" …` means `/poll "Lunch?" …`. The key "" of the values holds the sentence
    about words that have no place, so that a form can be opened with all the rest in place.
    """
    group = find_group(groups, slash)
    if group is None:
        return groups[0].commands[0], {}, _unknown_command(groups, slash)
    if group.name == "ronde":
        word, _, rest = line.strip().partition(" ")
        own = {fold(n) for c in group.commands for n in (c.names.en, c.names.fr)}
        other = find_group(groups, word) if word and fold(word) not in own else None
        if other is not None and other is not group:
            group, line = other, rest
    command, rest = pick_command(group, line)
    found = read_line(command, rest)
    if found.extra and not found.unknown and not any(p.positional for p in command.parameters):
        offered = ", ".join(c.names.in_language(language) for c in group.commands)
        given, others = " ".join(found.extra), groups if group.name == "ronde" else ()
        meant = _near(given.partition(" ")[0], _called((*group.commands, *others)))
        said = {"given": Words(given[:60]), "offered": Words(offered)}
        if meant:
            return command, {}, text("unknown-subcommand-near", **said, meant=Words(meant))
        return command, {}, text("unknown-subcommand", **said)
    values = dict(found.values)
    if found.open_quote:
        values[OPEN_QUOTE] = "true"
    if found.unknown:
        values[UNKNOWN] = found.unknown
    if found.extra:
        values[EXTRA] = " ".join(found.extra)
    return command, values, None


OPEN_QUOTE = ".open-quote"
EXTRA = ".extra"
UNKNOWN = ".unknown"
"""Keys of raw values that no parameter can have: what is wrong with the line as a whole."""


def line_problems(command: Command, values: dict[str, str], language: str) -> dict[str, Text]:
    """Take out of raw values what is wrong with a line as a whole; said under the field it concerns."""
    first = command.parameters[0].name if command.parameters else ""
    problems: dict[str, Text] = {}
    if values.pop(OPEN_QUOTE, ""):
        problems[first] = text("open-quote")
    if extra := values.pop(EXTRA, ""):
        problems[first] = text("extra-words", given=Words(extra[:60]))
    if unknown := values.pop(UNKNOWN, ""):
        names = [p.names.in_language(language) for p in named_words(command)]
        problems[first] = text(
            "unknown-option", given=Words(f"{unknown[:40]}:"), offered=Words(", ".join(names))
        )
    return problems


def _called(things: Iterable[Command | Group]) -> list[str]:
    """What commands and groups are called, in every language."""
    return [name for thing in things for name in (thing.names.en, thing.names.fr)]


def _near(word: str, names: Iterable[str]) -> str:
    """The name that a mistyped word is nearest to; nothing where none is near."""
    by_fold = {fold(name): name for name in names}
    near = get_close_matches(fold(word[:40]), by_fold, n=1, cutoff=0.7)
    return by_fold[near[0]] if near else ""


def _unknown_command(groups: tuple[Group, ...], slash: str) -> Text:
    """Nobody knows `slash`: the one it may have been, a word of `/ronde` included (`/help`)."""
    given, word = Words(slash[:40]), slash.lstrip("/")
    meant = _near(word, _called(groups))
    ronde = next((group for group in groups if group.name == "ronde"), None)
    if not meant and ronde is not None and (own := _near(word, _called(ronde.commands))):
        meant = f"ronde {own}"
    if meant:
        return text("unknown-command-near", given=given, meant=Words(f"/{meant}"))
    return text("unknown-command", given=given)
