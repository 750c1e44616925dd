"""A command, described once: manifests, trees, forms, help and the reference are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from bot.errors import Broken

if TYPE_CHECKING:
    from bot.calendars import Entry
    from bot.card import Button, Card, Choices, Look, Outcome
    from bot.context import Context, Fast, NotFast
    from bot.evidence import Change, Facts
    from bot.knowing import Known
    from bot.language import Reader
    from bot.measures import Measure, Period
    from bot.news import News
    from bot.nudging import Nudge
    from bot.proposals import Proposal
    from bot.route import Route
    from bot.text import Line, Text
    from bot.ties import Tieable

LANGUAGES = ("en", "fr")

MOST_FIELDS = 5
"""A form's fields: a window on Discord holds no more."""


class Rank(IntEnum):
    """Who may, least first: each rank may all that those below it may."""

    ANYONE = 0  # sees the card; not yet a member
    MEMBER = 1
    FACILITATOR = 2  # whoever holds that role now
    COORDINATOR = 3
    ADMIN = 4


@dataclass(frozen=True, slots=True)
class Named:
    """What a thing is called in each language, as typed. French carries its accents."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """The name in `language` ("en" or "fr"; anything else is English)."""
        return self.fr if language == "fr" else self.en


class Kind(StrEnum):
    """What a parameter holds."""

    LINE = "line"  # one line of text
    LIST = "list"  # several lines: quoted words when typed; new lines or semicolons in a form
    NUMBER = "number"
    CHOICE = "choice"  # one of `options`
    FLAG = "flag"  # present or not: "anonymous"
    DATE = "date"  # a date in words
    AUDIENCE = "audience"  # everyone, a role, or a list of people
    PEOPLE = "people"  # a list of people
    REFERENCE = "reference"  # which poll: its number, or words of its question
    RECURRENCE = "recurrence"  # when it comes again: not an argument, see `bot.series`


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a CHOICE."""

    value: str
    names: Named


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a command.

    Words are found by key: `{command}-{name}` (dots as dashes) is its label, with the attributes
    `.hint` (shown in an empty field; at most 100 characters) and `.about` (Discord's description).
    """

    name: str
    names: Named
    kind: Kind = Kind.LINE
    required: bool = False
    default: str = ""
    longest: int = 300  # characters; of each entry for a LIST
    least: int = 0  # smallest number, or fewest entries
    most: int = 100  # largest number, or most entries
    options: tuple[Option, ...] = ()
    form: bool = True
    positional: bool = False  # takes quoted or bare words of a typed line, in order
    complete: Callable[[Context, str], Choices] | None = None
    long: bool = False  # a LINE that may run over several lines
    unit: str = ""  # a sign that may be typed after a NUMBER: "%"


def nothing(*_: object) -> tuple[()]:
    """What offers nothing of a kind."""
    return ()


@dataclass(frozen=True, slots=True)
class Made:
    """An instance of a series made ahead: the day that it stands for, when it is now, the way there.

    Without a button it was called off, and that day is over.
    """

    day: date
    line: Line
    button: Button | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for. `args` is a frozen dataclass whose fields are the parameters' names.

    `check` raises Misfilled where the arguments do not fit together (nothing is written yet);
    `run` acts; `preview` draws what a filled form would publish (None: the form acts at once).
    `start` gives a form's prefilled values. `publishes` says that it posts in the channel. `kept`
    says exactly what a preview understood ("tomorrow"), so that publishing it means the same.

    Where it comes again, `ahead` of its instances are kept made before their time; `made` says of
    those to come where they are now, and `heeded` of one that is over (by its packed route) which
    share of those asked took part, 0 to 1. `bare` answers without a word, in place of the form (unless it
    has nothing to show).
    """

    name: str  # "poll.new"
    names: Named
    args: type[Any]
    run: Callable[[Context, Any], Outcome]
    who: Rank = Rank.MEMBER
    parameters: tuple[Parameter, ...] = ()
    preview: Callable[[Context, Any], Card] | None = None
    start: Callable[[Context], Mapping[str, str]] | None = None
    check: Callable[[Context, Any], None] | None = None
    publishes: bool = False
    shows_first: bool = False  # even a typed line is previewed before it acts
    kept: Callable[[Context, Any], Mapping[str, str]] | None = (
        None  # a preview's values, made exact
    )
    ahead: int = 0  # none: each is made when it is due
    made: Callable[[Context, int], tuple[Made, ...]] = nothing
    heeded: Callable[[Context, str], float | None] = field(default=lambda _ctx, _ref: None)
    bare: Callable[[Context], Outcome] | None = None
    asks: bool = False  # without words it opens its form, though nothing in it is required
    reads: Callable[[str], dict[str, str]] | None = None  # a typed line, in its own manner

    def __post_init__(self) -> None:
        """Refuse a command whose form could not be shown on Discord."""
        if len(self.fields) > MOST_FIELDS:
            raise Broken(f"{self.name}: a form has at most five fields")

    @property
    def key(self) -> str:
        """The stem of its words in the `.ftl` files: `poll-new`."""
        return self.name.replace(".", "-")

    @property
    def fields(self) -> tuple[Parameter, ...]:
        """The parameters that its form shows."""
        return tuple(p for p in self.parameters if p.form)


@dataclass(frozen=True, slots=True)
class Group:
    """A slash command and its subcommands; the first is what the bare line means.

    `usual` groups are registered on Slack by default. Words: `{name}-about` describes it
    (at most 100 characters).
    """

    name: str  # "poll"
    names: Named
    commands: tuple[Command, ...]
    usual: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Errand:
    """What a press of the clock needs from the outside world, looked up outside any transaction.

    `asks` says, from the records, what to look up (None: nothing any more); the adapters' function
    called `name` finds it; then the press is made, with what it found in `ctx.found`.
    """

    name: str  # "page"
    asks: Callable[[Context, Any], Mapping[str, str] | None]


@dataclass(frozen=True, slots=True)
class Press:
    """What a press on a button, picker or form of this route class does.

    `fast` is the press path: a function on the driver's cursor (see `Database.fast`). `clock`: only
    the clock makes this press; from a person it is forged. `routine`: it comes round by itself, and
    is no event to wait for.
    """

    route: type[Route]
    run: Callable[[Context, Any], Outcome]
    who: Rank = Rank.ANYONE
    fast: Callable[[Fast, Any], Outcome | NotFast] | None = None
    clock: bool = False
    errand: Errand | None = None
    routine: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An entry of a message's own menu. Words: its label is `{name}` with dots as dashes (≤ 24).

    `run` gets the message's text, its author's name and its address.
    """

    name: str  # "poll.from-message"
    run: Callable[[Context, Message], Outcome]


@dataclass(frozen=True, slots=True)
class Message:
    """The message that a shortcut was used on.

    `author` is who wrote it by name, `author_ref` by account (empty for a bot); `link` is its
    address, if the platform has one.
    """

    text: str
    author: str = ""
    link: str = ""
    author_ref: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """How the card (or the entry in a calendar, or the roster) at a route of this class is drawn.

    None: no longer worth saying.
    """

    route: type[Route]
    draw: Callable[[Context, Any], Look | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice that coordinators make for their community; the first option is the default.

    Words: `{name}` with dots as dashes is its label, `{label}-{option}` each option.
    """

    name: str  # "library.titles"
    options: tuple[str, ...]

    @property
    def key(self) -> str:
        """The stem of its words."""
        return self.name.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Awaiting:
    """One thing that waits for a person: a line, and a button that opens it.

    `place` is the channel that it belongs to; None: the whole community.
    """

    line: Line
    route: Route
    label: Text
    urgent: int = 0  # higher comes first; what is below 0 can wait, and is said in /ronde alone
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person has chosen, and the button that changes it."""

    line: Line
    button: Button


@dataclass(frozen=True, slots=True)
class Feature:
    """A folder's table of contents: what people can do with it, what it says, knows, and hears of.

    All but its name may be left out. What it says and knows is asked for whenever somebody looks, in
    the community of `ctx`; what it hears of happens in the transaction of what happened.
    """

    name: str

    # What people type, fill in, press and see.
    groups: tuple[Group, ...] = ()
    forms: tuple[Command, ...] = ()  # commands that only buttons open: no line reaches them
    presses: tuple[Press, ...] = ()
    views: tuple[View, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    settings: tuple[Setting, ...] = ()
    tuning: Callable[[Context], tuple[Button, ...]] = nothing  # settings on a card of their own
    mine: Callable[[Context], tuple[Chosen, ...]] = nothing  # what `ctx.member` chose, or may

    # What it says unasked: to a member, to all in the digest, to who facilitates now or next.
    awaits: Callable[[Context], tuple[Awaiting, ...]] = nothing  # `ctx.member`, now
    tells: Callable[[Context, datetime], tuple[Line, ...]] = nothing  # `ctx.member`, since then
    news: Callable[[Context, datetime], tuple[News, ...]] = nothing  # everybody, since then
    nudges: Callable[[Context], tuple[Nudge, ...]] = nothing  # what holds now and could be acted on
    nudge_rules: tuple[str, ...] = ()  # each nudge is of one; words: `nudge-rule-{rule}`
    handover: Callable[[Context], tuple[Line, ...]] = nothing
    calendar: Callable[[Context, int], tuple[Entry, ...]] = nothing  # of a member, by their id

    # What it knows in figures.
    evidence: Callable[[Context], Facts] = field(default=lambda _ctx: {})  # for the ten steps
    changes: Callable[[Context, datetime], tuple[Change, ...]] = nothing  # of what was agreed
    measures: Callable[[Context, Period], tuple[Measure, ...]] = nothing
    asked: Callable[[Context], bool] = field(default=lambda _ctx: False)  # a first question is out
    shared: Callable[[Context], int] = field(default=lambda _ctx: 0)  # resources kept so far
    dated: Callable[[Context], bool] = field(default=lambda _ctx: False)  # dates were put to all

    # What it knows of its things, by packed route; and what it does with those of others. `proposes`:
    # what is decided where its thing is put to a decision; `decides`: the way to that proposal.
    named: Callable[[Context, str], Line | None] = field(default=lambda _ctx, _ref: None)
    finds: Callable[[Context, str], tuple[Route, ...]] = nothing  # things that have some words
    knows: Callable[[Context, tuple[str, ...]], tuple[Known, ...]] = (
        nothing  # people, by folded words
    )
    beside: Callable[[Context, Route], tuple[Button, ...]] = (
        nothing  # its buttons on another's thing
    )
    ties: Callable[[Context, str], tuple[Tieable, ...]] = nothing  # to an objective; "": the newest
    proposes: Callable[[Context, str], Proposal | None] = field(default=lambda _ctx, _ref: None)
    decides: Callable[[Context, str], Route | None] = field(default=lambda _ctx, _ref: None)

    # What it hears of.
    wakes: Callable[[Context], object] = nothing  # a start: the rules of time zones may be new
    zoned: Callable[[Context], object] = nothing  # the community keeps another zone's time
    founds: Callable[[Context], object] = nothing  # the community was founded just now
    joins: Callable[[Context, int], object] = nothing  # somebody (a person's id) joined
    leaves: Callable[[Context, int], object] = nothing  # somebody (a person's id) left
    turns: Callable[[Context, str], object] = nothing  # a role (its key) has other holders
    decided: Callable[[Context, str], object] = (
        nothing  # a proposal about a thing began, or is over
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine hands back to an adapter: what to show, and to whom it speaks.

    `guessed`: nothing is known of the person's language yet; an adapter that learns it before it
    draws may take that reader instead.
    """

    outcome: Outcome
    reader: Reader
    guessed: bool = False
