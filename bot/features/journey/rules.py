"""In which state each of the ten steps is: a table, and what follows from it; pure functions.

Nobody ticks a step. Its state depends on facts and thresholds alone (feature 10 A1, A5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.evidence import Fact, Facts


class State(StrEnum):
    """Where a step stands."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    ATTENTION = "attention"


class Sign(StrEnum):
    """How a figure stands to its bar. What is not known reaches nothing, and exceeds nothing."""

    AT_LEAST = "at-least"
    SHORT = "short"  # not at least; a count that is not there is none
    BELOW = "below"  # known, and less: a share that cannot be computed is not low
    OVER = "over"


Bars = Mapping[str, float]
"""A community's thresholds, by name."""

BARS: dict[str, float] = {
    "invited": 3,
    "core": 3,
    "core-active": 3,
    "present": 5,
    "present-share": 1 / 2,
    "why-share": 0.6,
    "first-meeting": 45,
    "roles": 2,
    "vacancy": 7,
    "balance": 0.6,
    "signed": 2 / 3,
    "coverage": 1 / 2,
    "dates-soon": 1,
    "dates": 3,
    "entries": 10,
    "sharers": 3,
    "stale": 45,
    "turnout": 0.3,
    "active": 0.35,
    "actions": 1 / 2,
}
"""The thresholds that a community can change, as they are until it does."""

SHARES = frozenset(
    {
        *("present-share", "why-share", "balance", "signed", "coverage"),
        *("turnout", "active", "actions"),
    }
)
"""Those among them that are shares, 0 to 1; the others are counts, or days."""


@dataclass(frozen=True, slots=True)
class Is:
    """A fact beside its bar: a threshold by name, or a number that nobody would change."""

    fact: Fact
    sign: Sign
    bar: str | float

    def level(self, bars: Bars) -> float:
        """The bar as it is for this community."""
        return bars.get(self.bar, BARS[self.bar]) if isinstance(self.bar, str) else self.bar

    def holds(self, facts: Facts, bars: Bars) -> bool:
        """Whether it is so."""
        value, level = facts.get(self.fact), self.level(bars)
        match self.sign:
            case Sign.AT_LEAST:
                return value is not None and value >= level
            case Sign.SHORT:
                return value is None or value < level
            case Sign.BELOW:
                return value is not None and value < level
            case Sign.OVER:
                return value is not None and value > level


@dataclass(frozen=True, slots=True)
class All:
    """All of these hold; what comes last is what there is to say of it."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, bars: Bars) -> bool:
        """Whether it is so."""
        return all(part.holds(facts, bars) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """One of these holds at least."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, bars: Bars) -> bool:
        """Whether it is so."""
        return any(part.holds(facts, bars) for part in self.parts)


Condition = Is | All | Any


def leaves(condition: Condition) -> Iterator[Is]:
    """Every comparison in a condition, in order."""
    if isinstance(condition, Is):
        yield condition
    else:
        for part in condition.parts:
            yield from leaves(part)


def _holding(condition: Condition, facts: Facts, bars: Bars) -> Is:
    """The comparison to name where a condition holds."""
    if isinstance(condition, All):
        return _holding(condition.parts[-1], facts, bars)
    if isinstance(condition, Any):
        first = next(part for part in condition.parts if part.holds(facts, bars))
        return _holding(first, facts, bars)
    return condition


def _lacking(condition: Condition, facts: Facts, bars: Bars) -> Is:
    """The comparison to name where a condition does not hold: the first that stands in its way."""
    if isinstance(condition, All):
        first = next(part for part in condition.parts if not part.holds(facts, bars))
        return _lacking(first, facts, bars)
    if isinstance(condition, Any):
        return _lacking(condition.parts[0], facts, bars)
    return condition


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten: when it is begun, needs attention, and is done.

    `severity` tells attention to one step from attention to another, gravest highest;
    `even_unbegun`: it can need attention before anything was begun.
    """

    number: int
    begun: Condition
    attention: Condition
    done: Condition
    severity: int
    even_unbegun: bool = False


def _some(fact: Fact) -> Is:
    return Is(fact, Sign.AT_LEAST, 1)


def _none(fact: Fact) -> Is:
    return Is(fact, Sign.SHORT, 1)


def _low(active: Fact, turnout: Fact) -> Condition:
    """A month of which something is known, in which too few took part."""
    few = Any((Is(active, Sign.BELOW, "active"), Is(turnout, Sign.SHORT, "turnout")))
    return All((Is(active, Sign.AT_LEAST, 0), few))


PEOPLE_WAIT, STANDSTILL, DRIFT = 3, 2, 1

STEPS: tuple[Step, ...] = (
    Step(
        1,
        begun=_some(Fact.GOALS_DRAFTED),
        attention=_some(Fact.GOALS_OVERDUE),
        done=_some(Fact.GOALS_COMPLETE),
        severity=STANDSTILL,
    ),
    Step(
        2,
        begun=Is(Fact.INVITED, Sign.AT_LEAST, "invited"),
        attention=All(
            (
                Is(Fact.CORE_ACCEPTED, Sign.AT_LEAST, "core"),
                Is(Fact.CORE_ACTIVE, Sign.SHORT, "core-active"),
            )
        ),
        done=All(
            (
                Is(Fact.CORE_ACCEPTED, Sign.AT_LEAST, "core"),
                Is(Fact.CORE_FILLED, Sign.AT_LEAST, "core"),
            )
        ),
        severity=DRIFT,
    ),
    Step(
        3,
        begun=Any((_some(Fact.WHY_ANSWERS), _some(Fact.INTRODUCED))),
        attention=All(
            (_none(Fact.MEETING_HELD), Is(Fact.COMMUNITY_DAYS, Sign.OVER, "first-meeting"))
        ),
        done=All(
            (
                Any(
                    (
                        Is(Fact.MEETING_BEST_PRESENT, Sign.AT_LEAST, "present"),
                        Is(Fact.MEETING_BEST_SHARE, Sign.AT_LEAST, "present-share"),
                    )
                ),
                Is(Fact.WHY_SHARE, Sign.AT_LEAST, "why-share"),
            )
        ),
        severity=PEOPLE_WAIT,
        even_unbegun=True,
    ),
    Step(
        4,
        begun=_some(Fact.ROLES_DEFINED),
        attention=Any(
            (
                Is(Fact.ROLES_VACANT_DAYS, Sign.OVER, "vacancy"),
                _some(Fact.ROLES_OVER_LIMIT),
                Is(Fact.ROLES_BALANCE, Sign.BELOW, "balance"),
            )
        ),
        done=Is(Fact.ROLES_HELD, Sign.AT_LEAST, "roles"),
        severity=PEOPLE_WAIT,
    ),
    Step(
        5,
        begun=_some(Fact.CHARTER_DRAFTED),
        attention=Any(
            (
                Is(Fact.CHARTER_COVERAGE, Sign.BELOW, "coverage"),
                _some(Fact.CHARTER_REVIEW_PASSED),
            )
        ),
        done=All(
            (
                _some(Fact.CHARTER_ADOPTED),
                Is(Fact.CHARTER_COVERAGE, Sign.AT_LEAST, "signed"),
            )
        ),
        severity=DRIFT,
    ),
    Step(
        6,
        begun=Any((_some(Fact.DATES_PROPOSED), _some(Fact.MEETINGS_NEXT_180))),
        attention=_none(Fact.MEETINGS_NEXT_180),
        done=All(
            (
                Is(Fact.MEETINGS_NEXT_30, Sign.AT_LEAST, "dates-soon"),
                Is(Fact.MEETINGS_NEXT_180, Sign.AT_LEAST, "dates"),
            )
        ),
        severity=STANDSTILL,
    ),
    Step(
        7,
        begun=_some(Fact.PLACES),
        attention=Any(
            (
                Is(Fact.LIBRARY_NEWEST_DAYS, Sign.OVER, "stale"),
                All((_none(Fact.LIBRARY_ENTRIES), Is(Fact.COMMUNITY_DAYS, Sign.OVER, "stale"))),
            )
        ),
        done=All(
            (
                Is(Fact.LIBRARY_ENTRIES, Sign.AT_LEAST, "entries"),
                Is(Fact.LIBRARY_SHARERS, Sign.AT_LEAST, "sharers"),
                _some(Fact.DIGEST_ON),
                _some(Fact.LIBRARIANS),
            )
        ),
        severity=DRIFT,
    ),
    Step(
        8,
        begun=Any((_some(Fact.POLLS_EVER), _some(Fact.DIGESTS_EVER))),
        attention=All(
            (
                _low(Fact.ACTIVE_SHARE_MONTH_2, Fact.POLL_BEST_TURNOUT_MONTH_2),
                _low(Fact.ACTIVE_SHARE_MONTH_1, Fact.POLL_BEST_TURNOUT_MONTH_1),
            )
        ),
        done=All(
            (
                Is(Fact.POLL_BEST_TURNOUT_30, Sign.AT_LEAST, "turnout"),
                Is(Fact.ACTIVE_SHARE_30, Sign.AT_LEAST, "active"),
            )
        ),
        severity=STANDSTILL,
    ),
    Step(
        9,
        begun=_some(Fact.TRIED_EVER),
        attention=Any(
            (
                All((_some(Fact.TRIED_EVER), _none(Fact.TRIED_90))),
                All((_some(Fact.REPORT_SHARED_EVER), _none(Fact.REPORT_SHARED_90))),
            )
        ),
        done=All((_some(Fact.TRIED_90), _some(Fact.REPORT_SHARED_90))),
        severity=DRIFT,
    ),
    Step(
        10,
        begun=_some(Fact.RETROSPECTIVES_EVER),
        attention=All((_none(Fact.CHANGES_LINKED_180), _none(Fact.RETROSPECTIVES_180))),
        done=All(
            (
                _some(Fact.CHANGES_LINKED_180),
                Is(Fact.ACTIONS_DONE_SHARE_180, Sign.AT_LEAST, "actions"),
            )
        ),
        severity=DRIFT,
    ),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A step's state; `because` is the comparison that decided it (None: all that it takes is there).

    `met` says whether it is done apart from what needs attention.
    """

    state: State
    met: bool
    because: Is | None


def judge(step: Step, facts: Facts, bars: Bars, declared: State | None = None) -> Judgement:
    """Say in which state a step is; what somebody declared stands for what is worked out.

    In this order (A5): not started while it was never begun (unless it can need attention all the
    same); else attention; else done; else in progress.
    """
    if declared is not None:
        return Judgement(declared, declared is State.DONE, None)
    met = step.done.holds(facts, bars)
    begun, alarm = step.begun.holds(facts, bars), step.attention.holds(facts, bars)
    if not begun and not (step.even_unbegun and alarm):
        return Judgement(State.NOT_STARTED, met, _lacking(step.begun, facts, bars))
    if alarm:
        return Judgement(State.ATTENTION, met, _holding(step.attention, facts, bars))
    if met:
        return Judgement(State.DONE, met, None)
    return Judgement(State.IN_PROGRESS, met, _lacking(step.done, facts, bars))


def next_step(judged: Mapping[int, Judgement]) -> int | None:
    """Which step comes next (A3): the lowest-numbered that is not done, attention or not.

    Where all are, the gravest that needs attention; None where nothing does.
    """
    unmet = [n for n, found in judged.items() if not found.met or _unbegun(found)]
    if unmet:
        return min(unmet)
    severity = {step.number: step.severity for step in STEPS}
    wanting = [n for n, found in judged.items() if found.state is State.ATTENTION]
    return min(wanting, key=lambda n: (-severity[n], n), default=None)


def _unbegun(found: Judgement) -> bool:
    return found.state is State.NOT_STARTED


def bars_of(number: int) -> list[str]:
    """The thresholds that a step looks at, each once."""
    step = STEPS[number - 1]
    found = (leaf.bar for part in (step.begun, step.attention, step.done) for leaf in leaves(part))
    return list(dict.fromkeys(bar for bar in found if isinstance(bar, str)))
