"""What people see, said once: a small closed vocabulary that every platform can draw.

Every element has a plain-text form (`bot.language.plain`), so a card keeps its whole meaning
without colour, bars or emoji.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from bot.errors import Broken
from bot.route import Route
from bot.text import Line, Mention, Text

if TYPE_CHECKING:
    from bot.context import Context

Emphasis = OneOf["plain", "primary", "danger"]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: it carries a route, or opens a web address."""

    label: Line
    route: Route | None = None
    emphasis: Emphasis = "plain"
    address: str | None = None
    confirm: Line | None = None  # ask once more before acting, with these words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose; people's words and ours."""

    line: Line


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs."""

    rows: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a result: `share` is 0..1 (None = not shown), `value` says it in words."""

    label: Line
    value: Line | None = None
    share: float | None = None
    button: Button | None = None
    best: bool = False
    detail: Line | None = None  # for instance who chose it


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of a result, each with its own button where it can be chosen."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """An answer in a grid: the `mark` that is seen there ("✓", "(✓)"), and the words it stands for."""

    mark: str
    says: Line


Cell = Line | Sign
"""What stands in a table; `Words("")` where there is nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of equal length; the first cell names its row.

    With `signs`, in the order of their legend, it is a grid of answers: rows hold signs, and rows
    without any (totals) say something of their columns. Where there is no room for a grid, it is
    told column by column; plain text has the signs' words.
    """

    heads: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...]
    signs: tuple[Sign, ...] = ()

    def __post_init__(self) -> None:
        """Refuse rows that do not fit under the heads."""
        if any(len(row) != len(self.heads) for row in self.rows):
            raise Broken("a table's rows are as long as its heads")


@dataclass(frozen=True, slots=True)
class Picture:
    """An image made here (PNG bytes) and the sentence that says the same."""

    png: bytes
    says: Line
    name: str = "picture.png"


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away."""

    name: str
    content: bytes
    media: str
    says: Line


@dataclass(frozen=True, slots=True)
class Buttons:
    """Up to 25 buttons in a row; platforms wrap them."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a picker or of a form's list. `value` is what comes back (at most 75)."""

    value: str
    label: Line
    chosen: bool = False
    detail: Line | None = None


@dataclass(frozen=True, slots=True)
class Picker:
    """Choose from a list; the press carries `route` and, in `values["chosen"]`, what was picked.

    `values["chosen"]` is the picked values joined by new lines.
    """

    route: Route
    label: Line
    choices: tuple[Choice, ...]
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Small print."""

    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A separating line."""


@dataclass(frozen=True, slots=True)
class Copyable:
    """Text to copy as it is (an e-mail, a command), shown in a block of its own."""

    line: Line


Block = (
    Paragraph | Facts | Bars | Table | Picture | File | Buttons | Picker | Note | Rule | Copyable
)


@dataclass(frozen=True, slots=True)
class Card:
    """A message: a title and blocks. No two elements of a card carry the same route."""

    title: Line | None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a card in which a press would be ambiguous: presses are told apart by route."""
        packed = [route.pack() for route in self.routes()]
        if len(packed) != len(set(packed)):
            twice = sorted({route for route in packed if packed.count(route) > 1})
            raise Broken(f"two elements of a card carry the same route: {twice}")

    def routes(self) -> list[Route]:
        """Every route that can be pressed on this card, in reading order."""
        found: list[Route] = []
        for block in self.blocks:
            match block:
                case Bars(rows):
                    buttons: tuple[Button | None, ...] = tuple(row.button for row in rows)
                case Buttons(some):
                    buttons = some
                case Picker(route=route):
                    found.append(route)
                    continue
                case _:
                    continue
            found.extend(b.route for b in buttons if b is not None and b.route is not None)
        return found


@dataclass(frozen=True, slots=True)
class Event:
    """An entry in the calendar that a platform keeps by itself; elsewhere nothing is shown.

    `board` is a view to draw anew once it is known that the entry cannot stand there: it says so,
    by what `storage.posts.trouble` tells of this one.
    """

    name: Line
    starts: datetime  # aware UTC
    ends: datetime
    location: Line
    description: Line
    board: Route | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Who should be in a group that a platform keeps by itself: a Slack user group, a Discord role.

    `group` is the platform's id of it; "": in none any more. Nobody is taken out of a Discord role
    whom we did not put there; Slack's group is replaced as a whole. Elsewhere nothing is done.
    `board` is a view to draw anew once it is known that it cannot be so, as for an `Event`.
    """

    group: str
    people: tuple[Mention, ...]
    board: Route | None = None


Look = Card | Event | Roster
"""What a view may show."""

FieldKind = OneOf["line", "lines", "choice", "choices", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `line` one line, `lines` several, `choice`/`choices` from `options`."""

    name: str
    label: Line
    kind: FieldKind = "line"
    required: bool = False
    hint: Line | None = None
    longest: int = 3000
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Something to fill in: at most five fields (Discord's limit on a modal, a rule of ours).

    `route` is pressed with `values` when it is sent. `values` prefills, `errors` stand under fields.
    """

    route: Route
    title: Line
    fields: tuple[Field, ...]
    send: Line
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, Text] = field(default_factory=dict)
    note: Line | None = None

    def __post_init__(self) -> None:
        """Refuse what Discord's modal could not show."""
        if not 1 <= len(self.fields) <= 5:
            raise Broken(f"a form has one to five fields, not {len(self.fields)}")


@dataclass(frozen=True, slots=True)
class Reply:
    """The private answer. `replace` redraws the private message that the press came from."""

    card: Card
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Autocomplete: (value, label) pairs, at most 25. Read-only and unrecorded."""

    choices: tuple[tuple[str, Line], ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A private answer that is drawn from a copy of the records, after time has passed on it.

    It takes seconds, outside any transaction; of what happens in the copy nothing is kept or sent
    (`bot.rehearsing`). Whoever is asked something there presses the buttons of `yes`.
    """

    community: int
    until: datetime
    draw: Callable[[Context, Rehearsed], Card]  # by the copy as it is then
    yes: frozenset[str] = frozenset()  # addresses


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the copy itself does not tell: since when, its last post then, cards posted by channel."""

    since: datetime
    last_post: int
    posted: Mapping[tuple[str, str, str], int]  # platform, workspace, channel


Outcome = Reply | Form | Choices | Rehearsal | None
"""What a request leads to. None: nothing to say, the redrawn card is the answer.

A rehearsal never leaves the engine: what it says is a `Reply`."""
