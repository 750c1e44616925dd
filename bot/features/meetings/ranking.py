"""Which proposed date comes first, and why: needed people, whose turn it is, then numbers.

The order: (1) fewest needed people who said no, then fewest of them unanswered; (2) whose turn it
is; (3) most people available, "if need be" included; (4) most yes; (5) earliest. Equal on 1 to 4 is
a tie, and is shown as one.

**Whose turn it is** is sequential Phragmén, one round a settled meeting (Chandak, Goel and Peters,
"Proportional Aggregation of Preferences for Sequential Decision Making", arXiv 2306.14858). Everybody
has a load. It is the turn of the slot with the smallest (1 + the sum of the loads of those who can come
to it) ÷ their number; when it is settled, their loads become that value and carry over. So a group of
one mind gets its share of the meetings over the year, however often it is outnumbered.

**Loads are kept as a distance from the average of those who answered.** Only differences matter to the
order: among people who always answer nothing changes. Who is new stands at 0, neither behind nor ahead
(from 0 beside loads that have grown for a year, one newcomer would outweigh everybody); who was silent
for a while stands where they stood. A no to every date is an answer, and counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import inf
from typing import NamedTuple

TURNS_FROM = 2
"""So many meetings are settled by numbers alone before whose turn it is counts."""

MEETING = 2**48
"""The load of one meeting. Whole parts of it, so that a sum does not depend on its order and an
INTEGER column keeps it; exact fractions would grow by some digits with each meeting."""

_CRUMB = 2**16
# Dividing leaves crumbs of a part: levels that agree to so much (2^-32 of a meeting) are equal.


class Answer(StrEnum):
    """What somebody says of a slot. No answer is none of these: it is absent, and never a no."""

    YES = "yes"
    MAYBE = "maybe"  # "if need be"
    NO = "no"


class Criterion(StrEnum):
    """What puts one slot before another."""

    ONLY = "only"  # there is no other that can win
    PAST = "past"
    REFUSED = "refused"  # fewer needed people said no
    UNANSWERED = "unanswered"  # fewer needed people have not answered
    TURN = "turn"
    AVAILABLE = "available"  # more people can come
    YES = "yes"  # more people said yes
    TIE = "tie"  # nothing does: the earlier one stands first


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's answers, by slot: each an Answer, or the word it is kept as."""

    person: int
    answers: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slot, and who is needed there (whoever holds a needed role on that date included)."""

    slot: int
    start: datetime
    needed: frozenset[int] = frozenset()
    past: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What a community chose: whether turns count, and yes before availability."""

    turn: bool = True
    yes_first: bool = False

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What is compared, in this order."""
        numbers = (Criterion.AVAILABLE, Criterion.YES)
        return (
            Criterion.PAST,
            Criterion.REFUSED,
            Criterion.UNANSWERED,
            Criterion.TURN,
            *(reversed(numbers) if self.yes_first else numbers),
        )


class Row(NamedTuple):
    """A slot in its place, best first."""

    slot: int
    start: datetime
    past: bool
    yes: int
    maybe: int
    no: int
    refused: frozenset[int]  # needed people who said no
    unanswered: frozenset[int]  # needed people who have not answered
    key: tuple[float, ...]  # what is compared, in the order of the criteria: smallest first
    rank: int = 1  # equal on criteria 1 to 4: the same
    criterion: Criterion | None = None  # what the row above is better by; None: there is none

    @property
    def available(self) -> int:
        """How many could come, "if need be" included."""
        return self.yes + self.maybe


@dataclass(frozen=True, slots=True)
class Ranking:
    """The slots, best first."""

    rows: tuple[Row, ...]
    order: Order
    ballots: Collection[Ballot] = field(repr=False, compare=False)
    loads: Mapping[int, int] = field(repr=False, compare=False)

    def approving(self, slot: int) -> frozenset[int]:
        """Who said yes or "if need be" to a slot."""
        return frozenset(
            ballot.person
            for ballot in self.ballots
            if ballot.answers.get(slot) in (Answer.YES, Answer.MAYBE)
        )

    @property
    def best(self) -> Row | None:
        """The first slot, unless there is none, or all are past."""
        return self.rows[0] if self.rows and not self.rows[0].past else None

    @property
    def tied(self) -> tuple[Row, ...]:
        """All that share the first place, earliest first: several are for the organiser to pick."""
        return tuple(row for row in self.rows if row.rank == 1 and not row.past)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the best slot is the best, and its price: what one sentence says of it.

    `other` is the slot that the best is measured against, None where no other can win; `turn_of`
    are those whose turn it is. How many they are is for the channel, who they are is not.
    """

    criterion: Criterion
    best: Row
    other: Row | None = None
    turn_of: frozenset[int] = frozenset()

    @property
    def fewer(self) -> int:
        """So many fewer people can come than to the other slot; below 0: so many more."""
        return 0 if self.other is None else self.other.available - self.best.available


def rank(
    candidates: Iterable[Candidate],
    ballots: Collection[Ballot],
    loads: Mapping[int, int],
    *,
    settled_before: int,
    order: Order = Order(),
) -> Ranking:
    """Put slots in order, best first.

    `loads` are what `settle_loads` left; `settled_before`, how many meetings of the community were
    settled so far. Answers to other slots are passed over.
    """
    said: dict[str, dict[int, list[int]]] = {answer: defaultdict(list) for answer in Answer}
    for ballot in ballots:
        load = loads.get(ballot.person, 0)
        for slot, answer in ballot.answers.items():
            said[answer][slot].append(load)
    answers = {ballot.person: ballot.answers for ballot in ballots}
    turns = order.turn and settled_before >= TURNS_FROM
    judged = [_judged(candidate, said, answers, order, turns=turns) for candidate in candidates]
    criteria, rows = order.criteria, list[Row]()
    for number, row in enumerate(sorted(judged, key=_place), 1):
        if rows:
            better = _difference(rows[-1].key, row.key, criteria)
            tie = better is Criterion.TIE
            row = row._replace(rank=rows[-1].rank if tie else number, criterion=better)
        rows.append(row)
    return Ranking(tuple(rows), order, ballots, loads)


def settle_loads(
    loads: Mapping[int, int], approving: Collection[int], answered: Collection[int]
) -> dict[int, int]:
    """The loads once a meeting is settled on a slot: `approving` it are some of who `answered`.

    A slot that suits nobody (taken all the same) serves nobody, and changes nothing.
    """
    if not approving:
        return dict(loads)
    level = _divided(MEETING + sum(loads.get(p, 0) for p in approving), len(approving))
    served = dict.fromkeys(approving, level)
    everybody = served.keys() | set(answered)
    average = _divided(MEETING, len(everybody))
    moved = {person: served.get(person, loads.get(person, 0)) - average for person in everybody}
    return {**loads, **moved}


def why(ranking: Ranking) -> Reason | None:
    """What decided between the best slot and the others, and what it costs; None: nothing can win.

    The criterion is the one that separates the first from the second. The price is measured where
    it is highest: against the slot that numbers alone would choose among those which lost by that
    criterion. Where it is a turn, but numbers would have chosen no other, the numbers are the
    reason. Whose turn it is: who can come to the best and not to the other, and was served less
    than the average so far. That may be nobody, where the others merely were served more.
    """
    if ranking.best is None:
        return None
    best, *others = (row for row in ranking.rows if not row.past)
    if not others:
        return Reason(Criterion.ONLY, best)
    criteria = ranking.order.criteria
    decided = _difference(best.key, others[0].key, criteria)
    before = criteria.index(decided) if decided in criteria else len(criteria)
    numbers = slice(criteria.index(Criterion.TURN) + 1, None)
    beaten = (row for row in others if row.key[:before] == best.key[:before])
    other = min(beaten, key=lambda row: row.key[numbers])
    if decided is Criterion.TURN and best.key[numbers] < other.key[numbers]:
        decided = _difference(best.key[numbers], other.key[numbers], criteria[numbers])
    if decided is not Criterion.TURN:
        return Reason(decided, best, other)
    gaining = ranking.approving(best.slot) - ranking.approving(other.slot)
    behind = frozenset(person for person in gaining if ranking.loads.get(person, 0) < 0)
    return Reason(decided, best, other, behind)


# ── one slot ────────────────────────────────────────────────────────────────────────────────────


def _judged(
    candidate: Candidate,
    said: Mapping[str, Mapping[int, list[int]]],
    answers: Mapping[int, Mapping[int, str]],
    order: Order,
    *,
    turns: bool,
) -> Row:
    """A slot, not yet in its place. `said`: by answer and slot, the loads of those who gave it."""
    slot = candidate.slot
    yes, maybe, no = (loads.get(slot, []) for loads in said.values())
    needed = {person: answers.get(person, {}).get(slot) for person in candidate.needed}
    refused = frozenset(person for person, answer in needed.items() if answer == Answer.NO)
    unanswered = frozenset(person for person, answer in needed.items() if answer is None)
    numbers = (-len(yes) - len(maybe), -len(yes))
    return Row(
        slot=slot,
        start=candidate.start,
        past=candidate.past,
        yes=len(yes),
        maybe=len(maybe),
        no=len(no),
        refused=refused,
        unanswered=unanswered,
        key=(
            candidate.past,
            len(refused),
            len(unanswered),
            _level(yes + maybe) if turns else 0,
            *(reversed(numbers) if order.yes_first else numbers),
        ),
    )


def _level(loads: list[int]) -> float:
    """The load that people would come to who share a meeting, without crumbs."""
    if not loads:
        return inf
    return _divided(MEETING + sum(loads), len(loads) * _CRUMB)


def _divided(total: int, count: int) -> int:
    """Rounded to the nearest whole number, halves up."""
    return (2 * total + count) // (2 * count)


def _place(row: Row) -> tuple[object, ...]:
    return row.key, row.start, row.slot


def _difference(
    first: tuple[float, ...], second: tuple[float, ...], criteria: Iterable[Criterion]
) -> Criterion:
    """The first criterion in which two keys differ."""
    for criterion, one, other in zip(criteria, first, second, strict=True):
        if one != other:
            return criterion
    return Criterion.TIE
