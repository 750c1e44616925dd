"""A grid of answers told column by column: who said what of each, on lines that wrap anywhere.

Chat windows are narrow, and no font keeps marks, emoji and every script to one width: a grid drawn
with letters would come apart. Told this way, each column keeps its head in full, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.card import Sign, Table
from bot.text import Joined, Line, Words, joined, text

NAMES = (15, 6, 3, 0)
"""How many names follow a sign, the fullest first; 0: only how many there are."""


@dataclass(frozen=True, slots=True)
class Told:
    """A grid on lines: each column with its totals, and its answers by sign; who gave none."""

    columns: tuple[tuple[Line, tuple[Line, ...]], ...]
    silent: Line | None


@dataclass(slots=True)
class _Column:
    head: Line
    totals: list[Line] = field(default_factory=list)
    answers: dict[Sign, list[Line]] = field(default_factory=dict)
    blank: list[Line] = field(default_factory=list)


def tellings(table: Table, *, marks: bool) -> Iterator[Told]:
    """A grid, the fullest telling first; with `marks`, else with the words they stand for."""
    columns, silent = _read(table)
    for most in NAMES:
        yield Told(
            tuple(
                (joined([column.head, *column.totals]), tuple(_answers(column, most, marks=marks)))
                for column in columns
            ),
            text("table-silent", names=_named(silent, most)) if silent else None,
        )


def legend(table: Table) -> Line:
    """What the signs mean: "✓ yes · ✗ no"."""
    return joined(Joined((Words(sign.mark), sign.says), " ") for sign in table.signs)


def in_words(table: Table) -> Iterator[Line]:
    """A table in plain words, line by line: nothing depends on where a word stands."""
    if not table.signs:
        for row in (table.heads, *table.rows):
            yield joined(worded(cell) for cell in row)
        return
    told = next(tellings(table, marks=False))
    for head, answers in told.columns:
        yield joined([head, *answers])
    if told.silent is not None:
        yield told.silent


def worded(cell: Line | Sign) -> Line:
    """A cell in words."""
    return cell.says if isinstance(cell, Sign) else cell


def empty(cell: Line | Sign) -> bool:
    """Whether nothing stands in a cell."""
    return isinstance(cell, Words) and not cell.text.strip()


def _read(table: Table) -> tuple[list[_Column], list[Line]]:
    """The columns, and the rows that hold no answer at all."""
    columns = [
        _Column(head, answers={sign: [] for sign in table.signs}) for head in table.heads[1:]
    ]
    silent: list[Line] = []
    for first, *cells in table.rows:
        name = worded(first)
        if all(map(empty, cells)):
            silent.append(name)
            continue
        answered = any(isinstance(cell, Sign) for cell in cells)
        for column, cell in zip(columns, cells, strict=True):
            if isinstance(cell, Sign):
                column.answers.setdefault(cell, []).append(name)
            elif not empty(cell):
                column.totals.append(text("table-fact", label=name, value=cell))
            elif answered:
                column.blank.append(name)
    return columns, silent


def _answers(column: _Column, most: int, *, marks: bool) -> Iterator[Line]:
    """One line a sign, and one for who gave no answer here."""
    for sign, names in column.answers.items():
        if not names:
            continue
        said = _named(names, most)
        if marks:
            yield Joined((Words(sign.mark), said), " ")
        else:
            yield text("table-fact", label=sign.says, value=said)
    if column.blank:
        yield text("table-blank", names=_named(column.blank, most))


def _named(names: list[Line], most: int) -> Line:
    if most == 0:
        return Words(str(len(names)))
    shown = joined(names[:most], ", ")
    left = len(names) - most
    return text("names-and-others", names=shown, count=left) if left > 0 else shown
