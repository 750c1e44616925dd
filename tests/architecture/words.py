"""What the bot says and where the code says it: the `.ftl` files and the sources, read as data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.command import LANGUAGES

ROOT = Path(__file__).parents[2]
CODE = ("bot", "adapters", "scheduling")
NO_BREAK = "\u00a0"
SAMPLE = "Xx"
COUNTS = (0, 1, 2, 5)

_PART = "[A-Za-z0-9_.-]+"
_KEY = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?:\.[a-z]+)?")


# ── the words ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Saying:
    """One message or attribute of one file, and all that it may look like."""

    language: str
    topic: str  # "bot/locale/slack", "bot/features/polls/locale/"
    key: str  # "poll-new" or "poll-new.title"
    variables: frozenset[str]
    said: tuple[str, ...]  # formatted with each of COUNTS where it counts

    def __str__(self) -> str:
        """Where to look when a test complains."""
        return f"{self.key} ({self.language}): {self.said[0]}"


def files() -> list[Path]:
    """Every file of words, wherever it stands in the core."""
    return sorted((ROOT / "bot").rglob("*.ftl"))


def language_of(path: Path) -> str:
    """`fr` for `slack.fr.ftl` and for `fr.ftl`."""
    return path.stem.rpartition(".")[2]


def topic_of(path: Path) -> str:
    """What a file has in common with its sibling in the other language."""
    name = path.stem.removesuffix(language_of(path)).rstrip(".")
    return f"{path.parent.relative_to(ROOT).as_posix()}/{name}"


def entries(path: Path) -> list[ftl.EntryType]:
    """What a file holds, misspelt entries (`Junk`) among them."""
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


@lru_cache(maxsize=1)
def sayings() -> tuple[Saying, ...]:
    """Everything that can be said, in every language."""
    return tuple(saying for path in files() for saying in _read(path))


def in_language(language: str) -> dict[str, Saying]:
    """All that can be said in a language, by key."""
    return {saying.key: saying for saying in sayings() if saying.language == language}


def _read(path: Path) -> Iterator[Saying]:
    language, topic = language_of(path), topic_of(path)
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    for entry in entries(path):
        if not isinstance(entry, ftl.Message):
            continue
        parts: list[tuple[str, ftl.Pattern]] = []
        if entry.value is not None:
            parts.append((entry.id.name, entry.value))
        parts += [(f"{entry.id.name}.{a.id.name}", a.value) for a in entry.attributes]
        for key, pattern in parts:
            variables, counters = _variables(pattern)
            said = _formatted(bundle, key, variables, counters)
            yield Saying(language, topic, key, variables, said)


def _variables(pattern: ftl.Pattern) -> tuple[frozenset[str], frozenset[str]]:
    """The variables of a pattern, and those that choose a plural."""
    found: set[str] = set()
    counters: set[str] = set()
    for node in _nodes(pattern):
        if isinstance(node, ftl.VariableReference):
            found.add(node.id.name)
        if isinstance(node, ftl.SelectExpression) and isinstance(
            node.selector, ftl.VariableReference
        ):
            counters.add(node.selector.id.name)
    return frozenset(found), frozenset(counters)


def _nodes(node: object) -> Iterator[ftl.BaseNode]:
    if isinstance(node, list):
        for each in node:
            yield from _nodes(each)
    elif isinstance(node, ftl.BaseNode):
        yield node
        for each in vars(node).values():
            yield from _nodes(each)


def _formatted(
    bundle: FluentBundle, key: str, variables: Iterable[str], counters: frozenset[str]
) -> tuple[str, ...]:
    name, _, attribute = key.partition(".")
    message = bundle.get_message(name)
    pattern = message.attributes[attribute] if attribute else message.value
    assert pattern is not None, key
    found: list[str] = []
    for count in COUNTS if counters else COUNTS[:1]:
        values = {name: count if name in counters else SAMPLE for name in variables}
        said, errors = bundle.format_pattern(pattern, values)
        assert not errors, f"{key}: {errors}"
        found.append(str(said))
    return tuple(found)


# ── the code that says them ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Call:
    """A `text(…)` of the code: its key, and the values given, None where they are not spelt out."""

    where: str
    key: str
    given: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Code:
    """What the code says: calls with a plain key, key patterns, and all that may be a key."""

    calls: tuple[Call, ...]
    patterns: Mapping[str, str]  # `notice-stop-[…]+` -> where
    mentioned: frozenset[str]
    buttons: frozenset[str]  # keys, or patterns of keys, that label a button
    confirming: frozenset[str]  # those of buttons that ask once more


_IN_SCRIPT = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')
_BUILT_IN_SCRIPT = re.compile(r"`([a-z-]*)\$\{[^}]*\}([a-z-]*)`")
"""The page's scripts say their words without the prefix: `say("skip")`, `say(`guide-${key}`)`."""


@lru_cache(maxsize=1)
def code() -> Code:
    """Read every source once."""
    calls: list[Call] = []
    patterns: dict[str, str] = {}
    mentioned: set[str] = set()
    buttons: set[str] = set()
    confirming: set[str] = set()
    for path in sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _KEY.fullmatch(node.value):
                    mentioned.add(node.value)
                    if "playground" in path.parts:
                        mentioned.add(f"playground-{node.value}")
            elif isinstance(node, ast.Call):
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                for key in _keys(node):
                    if isinstance(key, ast.Constant):
                        calls.append(Call(where, str(key.value), _given(node)))
                    else:
                        patterns[_pattern(key)] = where
                labels = set(_labels(node))
                buttons |= labels
                if any(keyword.arg == "confirm" for keyword in node.keywords):
                    confirming |= labels
    for path in (ROOT / "adapters").rglob("*.js"):
        source = path.read_text(encoding="utf-8")
        mentioned.update(f"playground-{key}" for key in _IN_SCRIPT.findall(source))
        for begin, end in _BUILT_IN_SCRIPT.findall(source):
            pattern = f"playground-{re.escape(begin)}{_PART}{re.escape(end)}"
            if any(re.fullmatch(pattern, key) for key in in_language("en")):
                patterns[pattern] = str(path.relative_to(ROOT))  # others name elements, not words
    return Code(
        tuple(calls), patterns, frozenset(mentioned), frozenset(buttons), frozenset(confirming)
    )


def _keys(call: ast.Call) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The keys that a call of `text` may say."""
    if isinstance(call.func, ast.Name) and call.func.id == "text" and call.args:
        yield from _spelt(call.args[0])


def _spelt(node: ast.expr) -> Iterator[ast.Constant | ast.JoinedStr]:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            yield node
        case ast.IfExp():
            yield from _spelt(node.body)
            yield from _spelt(node.orelse)


def _given(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def _pattern(key: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(key, ast.Constant):
        return re.escape(str(key.value))
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else _PART
        for part in key.values
    )


def _labels(call: ast.Call) -> Iterator[str]:
    """The keys that label a button: the first word of `Button`, the last of `Awaiting`."""
    if not isinstance(call.func, ast.Name) or call.func.id not in ("Button", "Awaiting"):
        return
    places = call.args[:1] if call.func.id == "Button" else call.args[2:3]
    for label in places:
        if isinstance(label, ast.Call):
            for key in _keys(label):
                yield _pattern(key)


def matches(pattern: str, key: str) -> bool:
    """Whether a key is one of those that an f-string of the code may spell."""
    return re.fullmatch(pattern, key) is not None


def bare(pattern: str) -> bool:
    """Whether an f-string begins with a name of the code's own: `f"{command.key}.title"`."""
    return pattern.startswith(_PART)


assert set(LANGUAGES) == {"en", "fr"}, "the rules of a new language belong in test_words.py"
