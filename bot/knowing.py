"""Who knows what: what features tell of members, each on its basis, and in which order they are said."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.folding import words_of
from bot.route import Route
from bot.text import Line
from storage import people

if TYPE_CHECKING:
    from bot.context import Context

SHORT = 3
"""Words of fewer letters say too little: they are left out where there are longer ones."""


@dataclass(frozen=True, slots=True)
class MemberCard(Route):
    """What a member says of themselves: to members, privately."""

    address: ClassVar[str] = "person.card"
    community: int
    person: int


@dataclass(frozen=True, slots=True)
class FillCard(Route):
    """Open the form of my own card."""

    address: ClassVar[str] = "person.fill"
    community: int


@dataclass(frozen=True, slots=True)
class Introduce(Route):
    """Open the form in which I say what brings me; with what I said, if I have."""

    address: ClassVar[str] = "person.introduce"
    community: int


@dataclass(frozen=True, slots=True)
class Introduction(Route):
    """What brings a member, in the channel."""

    address: ClassVar[str] = "person.introduction"
    community: int
    person: int


MOST_WORDS = 12
"""Words of a question by which people are looked for: a pasted page names nobody's craft."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person has to do with what is looked for: `line` says on what basis.

    `offered`: they say so themselves. `count` is how many things stand behind it.
    """

    person: int
    line: Line
    offered: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Knower:
    """A person who may be asked, and every basis for it."""

    person: int
    lines: tuple[Line, ...]
    offered: bool


def asked(words: str) -> tuple[str, ...]:
    """The words of a question as they are compared, each once."""
    every = dict.fromkeys(words_of(words))
    return tuple(word for word in every if len(word) >= SHORT) or tuple(every)


def who(ctx: Context, words: tuple[str, ...]) -> list[Knower]:
    """Those who have to do with something: who offers it first, then by how much there is to show.

    Only members, no bots, and nobody who does not want to be suggested.
    """
    if not words:
        return []
    words = words[:MOST_WORDS]
    known: dict[int, list[Known]] = defaultdict(list)
    for one in (one for feature in ctx.desk.features for one in feature.knows(ctx, words)):
        known[one.person].append(one)
    may = people.suggested(ctx.db, ctx.here.id or 0)
    order = {
        person: (not any(one.offered for one in each), -sum(one.count for one in each), person)
        for person, each in known.items()
        if person in may
    }
    return [
        Knower(person, tuple(one.line for one in known[person]), offered=not last)
        for person, (last, _, _) in sorted(order.items(), key=lambda item: item[1])
    ]
