"""Any card and any form that the model allows, nasty words included: what Hypothesis draws from."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from hypothesis import strategies as st

from bot.card import (
    Bar,
    Bars,
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Copyable,
    Facts,
    Field,
    File,
    Form,
    Note,
    Paragraph,
    Picker,
    Picture,
    Rule,
    Sign,
    Table,
)
from bot.route import Route
from bot.text import ChannelName, Joined, Line, Link, Mention, Moment, Style, Text, Words, text


@dataclass(frozen=True, slots=True)
class Pressed(Route):
    """A route to stand behind any button: `kit.pressed:7`."""

    address: ClassVar[str] = "kit.pressed"
    number: int


@dataclass(frozen=True, slots=True)
class Filled(Route):
    """A route to stand behind any form: `kit.filled:7:words`."""

    address: ClassVar[str] = "kit.filled"
    number: int
    words: str = ""


NASTY = (
    "<!channel>",
    "<!here|here>",
    "<@U1>",
    "<@U1|ann>",
    "<@&123456789012345678>",
    "@everyone",
    "@here",
    "<#C1|general>",
    "<!subteam^S1>",
    "<https://evil.example|https://bank.example>",
    "[bank.example](https://evil.example)",
    "&amp; & < > &lt;",
    "*bold* _italic_ ~struck~ `code`",
    "**bold** __under__ ||spoiler||",
    "``` fence ``` ```",
    "> quoted\n# heading\n- list",
    "\u202etfel ot thgir\u202c",
    "שלום مرحبا",
    "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷",
    "Été à Nîmes : « ça va » ?",
    "a" * 400,
    "🍲" * 200,
    "&" * 900,
    "word " * 900,
    "x",
    " ",
    "",
    "\n\n",
    "\x00\x07\x1b[31m",
    "{ $count } { -brand }",
    "\ue0000\ue001",
    "`" * 10,
    "*" * 10,
    "| ^ |",
)
"""Words that have broken chat bots: mentions that ring, links in disguise, marks, scripts, sizes."""


def sayings() -> st.SearchStrategy[str]:
    """What people type: nasty words, any characters, and both mixed."""
    anything = st.text(st.characters(codec="utf-8"), min_size=0, max_size=120)
    nasty = st.sampled_from(NASTY)
    return st.one_of(nasty, anything, st.builds("{} {}".format, nasty, anything))


def words() -> st.SearchStrategy[Words]:
    """People's words."""
    return st.builds(Words, sayings())


def moments() -> st.SearchStrategy[Moment]:
    """Instants of the years 2026 to 2030, in several zones and styles."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return st.builds(
        Moment,
        at=st.integers(0, 5 * 366 * 24 * 60).map(lambda minute: start + timedelta(minutes=minute)),
        zone=st.sampled_from(["UTC", "Europe/Paris", "America/Toronto", "Asia/Kolkata"]),
        style=st.sampled_from(Style),
    )


def links() -> st.SearchStrategy[Link]:
    """Web addresses with all that may stand in one, and labels that may lie."""
    address = st.sampled_from(
        [
            "https://example.org/",
            "http://example.org/a?b=c&d=%20e#f",
            "https://example.org/path|with|bars",
            "https://example.org/<angle>",
            "https://例え.example/été",
            "https://example.org/" + "long/" * 300,
        ]
    )
    return st.builds(Link, address=address, label=words())


def mentions() -> st.SearchStrategy[Mention]:
    """People, with and without accounts."""
    accounts = st.sampled_from(
        [(), (("slack", "T1", "U1"),), (("discord", "", "42"), ("slack", "T1", "U2"))]
    )
    return st.builds(Mention, name=sayings(), accounts=accounts)


def places() -> st.SearchStrategy[ChannelName]:
    """Channels of every platform."""
    platform = st.sampled_from(["slack", "discord", "playground"])
    ref = st.sampled_from(["C1", "123456789012345678", "general"])
    return st.builds(ChannelName, name=sayings(), platform=platform, ref=ref)


def lines(keys: Sequence[Text] = ()) -> st.SearchStrategy[Line]:
    """Any line; `keys` are texts of the `.ftl` files to mix in (markup stands only in those).

    A text whose values contain `Words("")` gets nasty words in their place.
    """
    simple = st.one_of(words(), mentions(), places(), moments(), links())
    choices: list[st.SearchStrategy[Line]] = [simple]
    if keys:
        choices.append(st.builds(_refill, st.sampled_from(list(keys)), sayings()))
    single = st.one_of(choices)
    several = st.builds(
        Joined, st.lists(single, max_size=4).map(tuple), st.sampled_from([" · ", "\n", ", "])
    )
    return st.one_of(single, several)


def _refill(said: Text, nasty: str) -> Text:
    values = {name: Words(nasty) if value == Words("") else value for name, value in said.values}
    return text(said.key, **values)


def _buttons(keys: Sequence[Text]) -> st.SearchStrategy[Button]:
    """A button that acts (numbered later) or opens an address."""
    acts = st.builds(
        Button,
        label=lines(keys),
        route=st.just(Pressed(0)),
        emphasis=st.sampled_from(["plain", "primary", "danger"]),
        confirm=st.none() | lines(keys),
    )
    opens = st.builds(
        Button,
        label=lines(keys),
        address=st.sampled_from(["https://example.org/", "https://example.org/?a=b&c=d"]),
    )
    return st.one_of(acts, opens)


def choices(most: int = 25) -> st.SearchStrategy[tuple[Choice, ...]]:
    """Entries of a picker or of a form's list; values are unique and at most 75 characters."""
    numbers = st.integers(0, most).flatmap(
        lambda count: st.lists(
            st.builds(
                Choice,
                value=st.just("v"),
                label=lines(),
                chosen=st.booleans(),
                detail=st.none() | words(),
            ),
            min_size=count,
            max_size=count,
        )
    )
    return numbers.map(
        lambda found: tuple(replace(entry, value=f"v{n}") for n, entry in enumerate(found))
    )


def tables(keys: Sequence[Text] = ()) -> st.SearchStrategy[Table]:
    """Small tables of four columns and six rows at most."""
    any_line = lines(keys)
    return st.integers(1, 4).flatmap(
        lambda width: st.builds(
            Table,
            heads=st.tuples(*[any_line] * width),
            rows=st.lists(st.tuples(*[any_line] * width), max_size=6).map(tuple),
        )
    )


def large_tables(keys: Sequence[Text] = ()) -> st.SearchStrategy[Table]:
    """Tables, and grids of answers, of up to thirteen columns and twenty-five rows."""
    any_line = lines(keys)
    signs = st.lists(st.sampled_from(["✓", "(✓)", "✗", "–"]), max_size=4, unique=True)
    return st.builds(
        _large,
        width=st.integers(1, 13),
        count=st.integers(0, 25),
        some=st.lists(any_line, min_size=1, max_size=6),
        signs=signs.flatmap(
            lambda marks: st.tuples(*[st.builds(Sign, st.just(m), any_line) for m in marks])
        ),
        seed=st.integers(0, 1_000),
    )


def _large(width: int, count: int, some: list[Line], signs: tuple[Sign, ...], seed: int) -> Table:
    """A table of a few lines repeated everywhere, which Hypothesis need not draw one by one."""
    chance = random.Random(seed)
    heads = tuple(chance.choices(some, k=width))
    said: list[Cell] = [*some, Words("")]
    rows = [
        (*chance.choices(some), *chance.choices(signs or said, k=width - 1)) for _ in range(count)
    ]
    if rows and signs:
        rows[-1] = tuple(chance.choices(said, k=width))  # totals
        rows[0] = (*chance.choices(some), *[Words("")] * (width - 1))  # nothing said yet
    return Table(heads, tuple(rows), signs)


def _blocks(keys: Sequence[Text], *tables: st.SearchStrategy[Table]) -> st.SearchStrategy[Block]:
    any_line = lines(keys)
    maybe = st.none() | any_line
    bar = st.builds(
        Bar,
        label=any_line,
        value=maybe,
        share=st.none() | st.floats(0, 1),
        button=st.none() | _buttons(keys),
        best=st.booleans(),
        detail=maybe,
    )
    pickers = choices(30).flatmap(
        lambda found: st.builds(
            Picker,
            route=st.just(Pressed(0)),
            label=any_line,
            choices=st.just(found),
            least=st.integers(0, 1),
            most=st.integers(1, max(1, len(found))),
        )
    )
    return st.one_of(
        st.builds(Paragraph, any_line),
        st.builds(Facts, st.lists(st.tuples(any_line, any_line), max_size=12).map(tuple)),
        st.builds(Bars, st.lists(bar, max_size=20).map(tuple)),
        *tables,
        st.builds(Picture, png=st.just(b"\x89PNG"), says=any_line),
        st.builds(
            File,
            name=st.sampled_from(["poll.csv", "réunion.ics"]),
            content=st.sampled_from([b"a,b\r\n", "é".encode() * 4000, b"```\n<!channel>"]),
            media=st.just("text/plain"),
            says=any_line,
        ),
        st.builds(Buttons, st.lists(_buttons(keys), max_size=25).map(tuple)),
        pickers,
        st.builds(Note, any_line),
        st.just(Rule()),
        st.builds(Copyable, any_line),
    )


def cards(keys: Sequence[Text] = (), most_blocks: int = 12) -> st.SearchStrategy[Card]:
    """Any card. Routes are numbered in reading order, so that no two elements share one."""
    return st.builds(
        lambda title, blocks: Card(title, _numbered(blocks)),
        st.none() | lines(keys),
        st.lists(_blocks(keys, tables(keys), large_tables(keys)), max_size=most_blocks),
    )


def long_cards(blocks: int = 80) -> st.SearchStrategy[Card]:
    """Cards with more blocks than any platform shows at once."""
    return st.builds(
        lambda title, found: Card(title, _numbered(found)),
        words(),
        st.lists(_blocks((), tables()), min_size=blocks // 2, max_size=blocks),
    )


def _numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, each route with a number of its own."""
    count = 0

    def number(button: Button | None) -> Button | None:
        nonlocal count
        if button is None or button.route is None:
            return button
        count += 1
        return replace(button, route=Pressed(count))

    found: list[Block] = []
    for block in blocks:
        match block:
            case Bars(rows):
                found.append(Bars(tuple(replace(r, button=number(r.button)) for r in rows)))
            case Buttons(some):
                kept = [button for button in map(number, some) if button is not None]
                found.append(Buttons(tuple(kept)))
            case Picker():
                count += 1
                found.append(replace(block, route=Pressed(count)))
            case _:
                found.append(block)
    return tuple(found)


def forms(keys: Sequence[Text] = ()) -> st.SearchStrategy[Form]:
    """Any form: one to five fields of every kind, prefilled or not, with errors or without.

    Prefilled choices are among the options; `choices` fields prefill several, one a line.
    """
    return st.integers(1, 5).flatmap(lambda count: _forms(keys, count))


def _forms(keys: Sequence[Text], count: int) -> st.SearchStrategy[Form]:
    fields = st.tuples(*[_fields(f"field{n}") for n in range(count)])
    return fields.flatmap(
        lambda found: st.builds(
            Form,
            route=st.builds(Filled, st.integers(0, 99), st.sampled_from(["", "a:b", "é 1"])),
            title=lines(keys),
            fields=st.just(found),
            send=lines(keys),
            values=st.fixed_dictionaries({}, optional={f.name: _value(f) for f in found}),
            errors=_errors(keys, found),
            note=st.none() | lines(keys),
        )
    )


def _fields(name: str) -> st.SearchStrategy[Field]:
    def field(kind: str, entries: tuple[Choice, ...], label: Line, hint: Line | None) -> Field:
        listed = kind in ("choice", "choices")
        options = entries if listed else ()
        return Field(
            name=name,
            label=label,
            kind=kind if options or not listed else "line",  # type: ignore[arg-type]
            hint=hint,
            required=len(entries) % 2 == 0,
            longest=300 if kind == "line" else 3000,
            options=options,
        )

    return st.builds(
        field,
        st.sampled_from(["line", "lines", "choice", "choices", "date"]),
        choices(25),
        lines(),
        st.none() | lines(),
    )


def _value(field: Field) -> st.SearchStrategy[str]:
    values = [option.value for option in field.options]
    match field.kind:
        case "choice":
            return st.sampled_from(values)
        case "choices":
            return st.lists(st.sampled_from(values), unique=True).map("\n".join)
        case _:
            return sayings()


def _errors(keys: Sequence[Text], fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Text]]:
    if not keys:
        return st.just({})
    said = st.sampled_from(list(keys))
    return st.fixed_dictionaries({}, optional={field.name: said for field in fields})
