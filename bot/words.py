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
    """What a line said: raw values by parameter, words left over, and what looks like a slip.

    `unknown` is the name of a first `name:value` that the command does not have.
    """

    values: dict[str, str] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    open_quote: bool = False
    unknown: str = ""


def tokens(line: str) -> tuple[list[Token], bool]:
    """Cut a line into tokens; the flag says that a quote was forgotten: all that follows it shifts."""
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
            still_open = still_open or end >= len(line) or _shifted(line, end)
            found.append(Token(line[at + 1 : end].strip(), True, name))
            at = end + 1
        else:
            end = at
            while end < len(line) and not line[end].isspace() and not _opens(line, end):
                still_open = still_open or (line[end] == '"' and not line[end - 1].isdigit())
                end += 1
            found.append(Token(line[at:end], False, name))
            at = end
    return found, still_open


NO_BREAK = "\u00a0"


def _opens(line: str, at: int) -> bool:
    """Whether a quote opens here, inside a word that began without one (Soup"Pie")."""
    if line[at] in "“«":
        return True
    if line[at] != '"' or line[at - 1].isdigit():  # an inch
        return False
    return not line[at + 1 : at + 2].isspace() and line.count('"', at) >= 2


def _shifted(line: str, at: int) -> bool:
    """Whether the quote that closes here looks as if it were to open ("Where? "Here" …)."""
    return line[at] == '"' and line[at - 1].isspace() and line[at + 1 : at + 2].isalnum()


def pick_command(group: Group, line: str) -> tuple[Command, str]:
    """The subcommand that a line names, and the rest; the first one if it names none."""
    if len(group.commands) == 1:
        return group.commands[0], line
    word, _, rest = line.strip().partition(" ")
    folded = fold(word)
    for command in group.commands:
        if folded in {fold(command.names.en), fold(command.names.fr)}:
            takes_words = any(p.positional for p in command.parameters)
            if takes_words or all(t.name or _flag(command, t) for t in tokens(rest)[0]):
                return command, rest
    return group.commands[0], line


def _flag(command: Command, token: Token) -> Parameter | None:
    """The FLAG that a bare word sets, if it does."""
    found = None if token.quoted else find_parameter(command, token.text)
    return found if found is not None and found.kind is Kind.FLAG else None


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
    if command.reads is not None:
        return Typed(command.reads(line))
    typed = Typed()
    cut, typed.open_quote = tokens(line)
    places = [p for p in command.parameters if p.positional]
    chunks: list[Token] = []
    after_word = False
    naming: Parameter | None = None  # `who:@ann @ben`: people go on until another word
    for token in cut:
        if naming is not None and not token.quoted and token.text.startswith(("@", "<@")):
            typed.values[naming.name] += f" {token.text}"
            continue
        naming = None
        parameter = find_parameter(command, token.name) if token.name else None
        if token.name and parameter is None:
            colon = f"{token.name}:{token.text}"
            if _meant_as_name(command, token):
                typed.unknown = typed.unknown or token.name
            token = Token(colon, token.quoted)
        if parameter is not None:
            _add(command, typed, parameter, token.text)
            after_word = False
            if parameter.kind in (Kind.AUDIENCE, Kind.PEOPLE) and not token.quoted:
                naming = parameter
            continue
        if (flag := _flag(command, token)) is not None:
            _add(command, typed, flag, "yes")
            continue
        if after_word and not token.quoted:
            chunks[-1] = Token(f"{chunks[-1].text} {token.text}")
        else:
            chunks.append(token)
        after_word = not token.quoted
    for chunk in _apart(chunks, places):
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


def _meant_as_name(command: Command, token: Token) -> bool:
    """Whether an unknown `name:value` is a slip (untill:friday), and no address nor a remark."""
    return bool(token.text) and not token.text.startswith("//") and bool(named_words(command))


def named_words(command: Command) -> tuple[Parameter, ...]:
    """The parameters that a line gives by `name:value`, and in no other way."""
    return tuple(p for p in command.parameters if not p.positional and p.kind is not Kind.FLAG)


def _apart(chunks: list[Token], places: list[Parameter]) -> list[Token]:
    """Bare words that begin with a number: the number says which, the rest comes after it."""
    which, then = ([*places, None, None])[:2]
    if not chunks or which is None or which.kind is not Kind.REFERENCE or then is None:
        return chunks
    number, _, rest = chunks[0].text.partition(" ")
    if chunks[0].quoted or not rest or not number.removeprefix("#").isdigit():
        return chunks
    return [Token(number), Token(rest), *chunks[1:]]


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
    """Entries of a list: new lines separate; on a single line, semicolons and quotes do as well.

    Words in quotes stay together, and so does each line of several.
    """
    lines = [line.strip() for line in raw.split("\n")]
    if len(lines) > 1:
        found = [entry for line in lines for entry in (_quoted(line) or [line])]
    else:
        found = _entries(lines[0])
    return [entry for entry in found if entry]


def _quoted(line: str) -> list[str]:
    """The words of a line that holds nothing but quoted ones; else nothing."""
    cut = tokens(line)[0] if line[:1] in QUOTES else []
    return [token.text for token in cut] if all(token.quoted for token in cut) else []


def _entries(line: str) -> list[str]:
    """What semicolons and quotes separate on one line; a semicolon in quotes is a letter."""
    found: list[str] = []
    while line:
        end = -1
        if line[0] in QUOTES:
            ends = [at for at, sign in enumerate(line) if at and sign in QUOTES[line[0]]]
            end = ends[0] if ends else -1
        if end > 0:
            found.append(line[1:end].strip())
            line = line[end + 1 :].strip().removeprefix(";").strip()
            continue
        entry, _, rest = line.partition(";")
        found.append(entry.strip())
        line = rest.strip()
    return found
