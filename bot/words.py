"""A typed line becomes arguments: quotes, `name:value` options, and plain words.

`"text"`, “text” and « text » quote alike; an apostrophe never quotes. Words side by side without
quotes are taken together. Both languages are understood whatever the reader's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from bot.command import Command, Group, Kind, Option, Parameter

QUOTES = {'"': '"”“', "“": '”"', "”": '”"', "„": '“”"', "«": "»", "»": "«"}


def fold(words: str) -> str:
    """Words without accents, case, or needless spaces, for comparing: "Été" folds to "ete"."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.split())


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a line. `name` is set for `name:value`."""

    text: str
    quoted: bool = False
    name: str = ""


@dataclass(slots=True)
class Typed:
    """What a line said: raw values by parameter, words left over, and whether a quote stays open."""

    values: dict[str, str] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    open_quote: bool = False


def tokens(line: str) -> tuple[list[Token], bool]:
    """Cut a line into tokens; the flag says that a quote was opened and never closed."""
    found: list[Token] = []
    at, still_open = 0, False
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        name = ""
        if line[at] not in QUOTES:
            end = at
            while end < len(line) and not line[end].isspace() and line[end] != ":":
                end += 1
            if end < len(line) and line[end] == ":" and line[at:end].replace("-", "").isalpha():
                name = line[at:end]
                at = end + 1
                if at < len(line) and line[at] == NO_BREAK:
                    at += 1
        if at < len(line) and line[at] in QUOTES:
            closing = QUOTES[line[at]]
            end = at + 1
            while end < len(line) and line[end] not in closing:
                end += 1
            still_open = still_open or end >= len(line)
            found.append(Token(line[at + 1 : end].strip(), True, name))
            at = end + 1
        else:
            end = at
            while end < len(line) and not line[end].isspace() and not _opens(line, end):
                end += 1
            found.append(Token(line[at:end], False, name))
            at = end
    return found, still_open


NO_BREAK = "\u00a0"


def _opens(line: str, at: int) -> bool:
    """Whether a quote opens here, inside a word that began without one ("Lunch?"Soup)."""
    return line[at] in "“«" or (line[at] == '"' and line.count('"', at) >= 2)


def pick_command(group: Group, line: str) -> tuple[Command, str]:
    """The subcommand that a line names, and the rest; the first one if it names none."""
    word, _, rest = line.strip().partition(" ")
    folded = fold(word)
    for command in group.commands:
        if folded in {fold(command.names.en), fold(command.names.fr)}:
            takes_words = any(p.positional for p in command.parameters)
            if takes_words or not any(not token.name for token in tokens(rest)[0]):
                return command, rest
    return group.commands[0], line


def find_parameter(command: Command, name: str) -> Parameter | None:
    """The parameter that goes by this name in either language."""
    folded = fold(name)
    for parameter in command.parameters:
        if folded in {fold(parameter.name), fold(parameter.names.en), fold(parameter.names.fr)}:
            return parameter
    return None


def find_option(parameter: Parameter, said: str) -> Option | None:
    """The value of a CHOICE that goes by this word in either language."""
    folded = fold(said)
    for option in parameter.options:
        if folded in {fold(option.value), fold(option.names.en), fold(option.names.fr)}:
            return option
    return None


def read_line(command: Command, line: str) -> Typed:
    """Turn the words after a command into raw values, each as its parameter would be typed.

    A LIST comes back with one entry a line.
    """
    typed = Typed()
    cut, typed.open_quote = tokens(line)
    places = [p for p in command.parameters if p.positional]
    chunks: list[Token] = []
    after_word = False
    for token in cut:
        parameter = find_parameter(command, token.name) if token.name else None
        if token.name and parameter is None:
            colon = f"{token.name}:{token.text}"
            token = Token(colon, token.quoted)
        if parameter is not None:
            _add(command, typed, parameter, token.text)
            after_word = False
            continue
        flag = find_parameter(command, token.text) if not token.quoted else None
        if flag is not None and flag.kind is Kind.FLAG:
            _add(command, typed, flag, "yes")
            continue
        if after_word and not token.quoted:
            chunks[-1] = Token(f"{chunks[-1].text} {token.text}")
        else:
            chunks.append(token)
        after_word = not token.quoted
    for chunk in chunks:
        while places and places[0].kind is not Kind.LIST and places[0].name in typed.values:
            places.pop(0)
        if not places:
            typed.extra.append(chunk.text)
        elif places[0].kind is Kind.LIST and not chunk.quoted:
            for entry in split_list(chunk.text):
                _add(command, typed, places[0], entry)
        else:
            _add(command, typed, places[0], chunk.text)
    return typed


def _choice_of(command: Command, flag: Parameter) -> Parameter | None:
    """The choice for one of whose values a flag is the short way to say it."""
    for parameter in command.parameters:
        if flag.name in {option.value for option in parameter.options}:
            return parameter
    return None


def _add(command: Command, typed: Typed, parameter: Parameter, value: str) -> None:
    if parameter.kind is Kind.FLAG:
        flag = "" if fold(value) in NO else "true"
        stands_for = _choice_of(command, parameter) if flag else None
        if stands_for is not None:  # "anonymous" is a value of "names": the form shows it there
            typed.values[stands_for.name] = parameter.name
        else:
            typed.values[parameter.name] = flag
    elif parameter.kind is Kind.LIST and parameter.name in typed.values:
        typed.values[parameter.name] += f"\n{value}"
    else:
        typed.values[parameter.name] = value


NO = {"no", "non", "false", "0", "off"}


def split_list(raw: str) -> list[str]:
    """Entries of a list: semicolons, new lines and quotes separate equally."""
    found: list[str] = []
    for line in raw.replace(";", "\n").splitlines():
        stripped = line.strip()
        if stripped[:1] in QUOTES and (quoted := tokens(stripped)[0]) and quoted[0].quoted:
            found.extend(token.text for token in quoted)
        else:
            found.append(stripped)
    return [entry for entry in found if entry]
