"""Whose turn it is: the fair pick, a pure function of what everybody did and when they could.

Days are days of the community; a span reaches from its first day to before its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256

from dateutil.relativedelta import relativedelta

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `first` to before `end`."""

    first: date
    end: date

    @property
    def days(self) -> int:
        """How many days."""
        return max(0, (self.end - self.first).days)

    def meets(self, other: Span) -> bool:
        """Whether any day is in both."""
        return self.first < other.end and other.first < self.end

    def within(self, other: Span) -> Span:
        """The part of it that lies in `other`; of no days where they do not meet."""
        first = max(self.first, other.first)
        return Span(first, max(first, min(self.end, other.end)))


def share(parts: Iterable[Span], whole: Span) -> Fraction:
    """How much of `whole` the parts cover together, 0 to 1; days in several count once."""
    covered, reached = 0, whole.first
    for part in sorted(part.within(whole) for part in parts):
        first = max(part.first, reached)
        if part.end > first:
            covered += (part.end - first).days
            reached = part.end
    return Fraction(covered, whole.days) if whole.days else Fraction(0)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is: so many days, weeks or months. Raises ValueError for less than a day."""

    count: int
    unit: str  # "day", "week" or "month"

    def __post_init__(self) -> None:
        """Refuse what is no length."""
        if self.count < 1 or self.unit not in ("day", "week", "month"):
            raise ValueError(f"no length of a term: {self.count} {self.unit}")

    def span(self, anchor: date, number: int) -> Span:
        """The days of term `number`, counted from 0 at `anchor`.

        Months are counted from the anchor's day, not from the last term's: from 31 January the
        second term begins on 28 February, the third on 31 March.
        """
        return Span(self._after(anchor, number), self._after(anchor, number + 1))

    def number(self, anchor: date, day: date) -> int:
        """The number of the term in which `day` lies; below 0 before the first."""
        usual = {"day": 1, "week": 7, "month": 30.44}[self.unit] * self.count
        guess = int((day - anchor).days // usual)
        while self.span(anchor, guess).first > day:
            guess -= 1
        while self.span(anchor, guess).end <= day:
            guess += 1
        return guess

    def _after(self, anchor: date, turns: int) -> date:
        return _later(anchor, self.count * turns, self.unit)


@lru_cache(maxsize=4096)
def _later(anchor: date, much: int, unit: str) -> date:
    """A day so many days, weeks or months after another: the same few are asked for, again and again."""
    if unit == "month":
        after: date = anchor + relativedelta(months=much)
        return after
    return anchor + timedelta(days=much * (7 if unit == "week" else 1))


@dataclass(frozen=True, slots=True)
class Rules:
    """What a role asks of its holders: terms in a row (0: any number), days since they joined."""

    in_a_row: int = 1
    grace: int = 30


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a role: its number, counted from 0, and its days."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the pick knows of somebody in the pool.

    `served` are the numbers of this role's terms that count for them, also those to come that they
    said yes to; `passed` those of terms that they were asked for and do not take.
    """

    person: int
    since: date  # a member, for the days of grace
    away: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()  # their terms in roles that this one does not go with
    served: frozenset[int] = field(default_factory=frozenset)
    passed: frozenset[int] = field(default_factory=frozenset)
    volunteer: bool = False
    pooled: date = date.min  # in the pool: terms before count for nobody's load


class Hindrance(StrEnum):
    """Why somebody is not picked for a term."""

    TAKEN = "taken"  # they have this very term already
    UNAVAILABLE = "unavailable"  # away for half of it or more, or asked and not taking it
    ELSEWHERE = "elsewhere"
    IN_A_ROW = "in-a-row"
    NEW = "new"


def hindrance(person: Candidate, term: Term, rules: Rules) -> Hindrance | None:
    """Why the person is not eligible for the term; None if they are (feature 6 A1)."""
    if term.number in person.served:
        return Hindrance.TAKEN
    if term.number in person.passed or _is_away(person, term):
        return Hindrance.UNAVAILABLE
    if _is_elsewhere(person, term):
        return Hindrance.ELSEWHERE
    if rules.in_a_row and _run(person.served, term.number) > rules.in_a_row:
        return Hindrance.IN_A_ROW
    if not person.volunteer and person.since + timedelta(days=rules.grace) > term.span.first:
        return Hindrance.NEW
    return None


def _is_away(person: Candidate, term: Term) -> bool:
    return bool(person.away) and share(person.away, term.span) >= HALF


def _is_elsewhere(person: Candidate, term: Term) -> bool:
    return any(span.meets(term.span) for span in person.elsewhere)


def _run(served: frozenset[int], number: int) -> int:
    """How many terms in a row there would be with this one."""
    first = last = number
    while first - 1 in served:
        first -= 1
    while last + 1 in served:
        last += 1
    return last - first + 1


@dataclass(frozen=True, slots=True)
class Load:
    """Terms served, of those for which one was eligible, in the twelve months before a term."""

    served: int
    eligible: int

    @property
    def ratio(self) -> Fraction:
        """Served ÷ eligible; 0 for who was never eligible."""
        return Fraction(self.served, self.eligible) if self.eligible else Fraction(0)


def load(person: Candidate, term: Term, past: Sequence[Term], rules: Rules) -> Load:
    """How much the person has borne before `term` (feature 6 A2). Who served was eligible.

    The pause after a term takes nobody's eligibility here: it is the rotation's own doing, and where
    all have served and paused in turn, every load would be 1 and told nothing of who bore more.
    """
    before = recent(past, term)
    served = sum(one.number in person.served for one in before)
    begins = max(person.pooled, person.since + timedelta(days=rules.grace))
    could = [one for one in before if one.span.first >= begins and one.number not in person.served]
    if person.away or person.elsewhere:
        could = [one for one in could if not (_is_away(person, one) or _is_elsewhere(person, one))]
    return Load(served, served + len(could))


def recent(past: Iterable[Term], term: Term) -> list[Term]:
    """Those that began in the twelve months before a term."""
    since = _later(term.span.first, -12, "month")
    return [one for one in past if one.number < term.number and one.span.first >= since]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody's place in the order for a term; `hindered` people come after all others."""

    person: int
    hindered: Hindrance | None
    load: Load
    last: int | None  # the number of their latest term before this one


def rank(
    candidates: Iterable[Candidate],
    term: Term,
    past: Sequence[Term],
    rules: Rules,
    seed: str,
) -> tuple[Ranked, ...]:
    """Everybody in the order in which they are asked for `term` (feature 6 A2).

    Lowest load first; then who served longest ago, or never; then an order that is as good as
    thrown, and the same for the same `seed`, term and people. It does not depend on the order in
    which candidates come.
    """
    found = []
    for person in candidates:
        bears = load(person, term, past, rules)
        last = max((n for n in person.served if n < term.number), default=None)
        hindered = hindrance(person, term, rules)
        lot = sha256(f"{seed}:{term.number}:{person.person}".encode()).digest()
        key = (hindered is not None, bears.ratio, -1 if last is None else last, lot, person.person)
        found.append((key, Ranked(person.person, hindered, bears, last)))
    return tuple(ranked for _, ranked in sorted(found, key=lambda pair: pair[0]))


def forecast(
    candidates: Iterable[Candidate],
    terms: Sequence[Term],
    past: Sequence[Term],
    rules: Rules,
    seed: str,
    seats: int,
    decided: Mapping[int, Sequence[int]],
) -> list[tuple[int, ...]]:
    """Who would serve each of `terms`, if everybody said yes when asked (feature 6 A4).

    `decided` holds, by a term's number, who has it already or is asked; they stay. Gives the
    persons of each term, as many as there are seats if enough are eligible.
    """
    known = {person.person: person for person in candidates}
    before = list(past)
    found: list[tuple[int, ...]] = []
    for term in terms:
        there = list(decided.get(term.number, ()))
        for ranked in rank(known.values(), term, before, rules, seed):
            if len(there) >= seats or ranked.hindered is not None:
                break
            if ranked.person not in there:
                there.append(ranked.person)
        for one in there:
            if one in known:
                person = known[one]
                known[one] = replace(person, served=person.served | {term.number})
        before.append(term)
        found.append(tuple(there))
    return found


# ── how evenly it is borne, and what nobody bore ────────────────────────────────────────────────


def evenness(loads: Sequence[Fraction], idle: int = 0) -> Fraction | None:
    """How evenly people bear a role, 0 to 1: 1 minus the Hoover index of their loads.

    `idle` people could have served and did not. None where nobody has, or fewer than three could.
    """
    count, borne = len(loads) + idle, sum(loads, Fraction())
    if count < 3 or not borne:
        return None
    mean = borne / count
    apart = sum((abs(one - mean) for one in loads), Fraction()) + idle * mean
    return 1 - apart / (2 * count * mean)


def fairness(evenness: float, turns: int, people: int) -> float:
    """How even it is beside the evenest that so few turns allow: `turns` people of all with one each."""
    return min(1.0, evenness * max(1.0, people / turns)) if turns else evenness


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> timedelta:
    """For how long both last."""
    return max(timedelta(), min(one[1], other[1]) - max(one[0], other[0]))


def vacancy(
    due: Mapping[int, tuple[datetime, datetime, int]],
    held: Iterable[tuple[int, datetime, datetime]],
) -> tuple[float, float]:
    """The days for which roles had nobody, and those for which somebody was due.

    `due` says from when to when each role turned, with how many seats; `held` who had which when.
    """
    borne: dict[int, timedelta] = {}
    for role, starts, ends in held:
        if role in due:
            first, last, _ = due[role]
            borne[role] = borne.get(role, timedelta()) + overlap((starts, ends), (first, last))
    day, vacant, wanted = timedelta(days=1), timedelta(), timedelta()
    for role, (first, last, seats) in due.items():
        whole = max(timedelta(), last - first) * seats
        wanted += whole
        vacant += max(timedelta(), whole - borne.get(role, timedelta()))
    return vacant / day, wanted / day
