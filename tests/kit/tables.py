"""A table as people read it on any wire: rows on lines, a grid of answers column by column.

Ends · 3 Nov 14:00
3 Nov 14:00 · Yes: 2 · yes: Ann, Ben · no: Cleo
No answer: Dan
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Legend = Mapping[str, str]
"""What each mark stands for."""

NO_SIGNS: Legend = {}

_ENTRY = re.compile(r"([^\w\s/<>@#]\S{0,2}) (\S.*)")  # a sign of up to three letters


def rows(heads: Sequence[str], cells: Sequence[Sequence[str]], legend: Legend) -> list[str]:
    """A table whose cells are seen; marks are read as what they stand for."""
    if not legend:
        return [" · ".join(row) for row in (heads, *cells)]
    return [*_columns(heads, cells, legend), *_silent(cells)]


def _columns(heads: Sequence[str], cells: Sequence[Sequence[str]], legend: Legend) -> Iterator[str]:
    for at, head in enumerate(heads[1:], 1):
        totals = [
            f"{row[0]}: {row[at]}"
            for row in cells
            if row[at].strip() and not any(cell in legend for cell in row[1:])
        ]
        answers = []
        for mark, says in legend.items():
            names = [row[0] for row in cells if row[at] == mark]
            if names:
                answers.append(f"{says}: {', '.join(names)}")
        blank = [
            row[0]
            for row in cells
            if not row[at].strip() and any(cell in legend for cell in row[1:])
        ]
        if blank:
            answers.append(f"No answer: {', '.join(blank)}")
        yield " · ".join([head, *totals, *answers])


def _silent(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    names = [row[0] for row in cells if not any(cell.strip() for cell in row[1:])]
    if names:
        yield f"No answer at all: {', '.join(names)}"


def legend(line: str) -> dict[str, str]:
    """A line that explains marks, "✓ yes · ✗ no"; nothing if it is another line."""
    found = [_ENTRY.fullmatch(part) for part in line.split(" · ")]
    return {entry[1]: entry[2] for entry in found if entry} if all(found) else {}


def told(lines: Sequence[str], legend: Legend) -> list[str]:
    """A grid that is told already: each head, with the line of its answers under it if any."""
    found: list[str] = []
    for line in map(_in_english, lines):
        answers = [_answer(part, legend) for part in line.split(" · ")]
        if found and all(answers):
            found[-1] += "".join(f" · {answer}" for answer in answers)
        else:
            found.append(line)
    return found


def _answer(part: str, legend: Legend) -> str:
    """`yes: Ann` for `✓ Ann`; nothing if it is no answer."""
    mark, _, names = part.partition(" ")
    if part.startswith("No answer: "):
        return part
    return f"{legend[mark]}: {names}" if mark in legend else ""


def _in_english(line: str) -> str:
    """`Oui: 2` for `Oui : 2`, and our own words: readers compare words, not languages."""
    said = line.replace("\u00a0: ", ": ").replace("Sans réponse: ", "No answer: ")
    return said.replace("Aucune réponse: ", "No answer at all: ")
