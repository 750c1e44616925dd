"""Expanding what comes again, beside the bare expansion by python-dateutil: days and instants."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from scheduling.recurrence import (
    LAST,
    DayOfMonth,
    NthWeekday,
    Rule,
    Weekly,
    days,
    occurrences,
    pack,
)
from tests.benchmarks.measure import Figure, Stopwatch, compare

SERIES = 200
START, END = date(2026, 11, 2), date(2028, 11, 2)
AT = time(14)
ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Indian/Reunion")


def _rules(*, holidays: bool = True) -> list[Rule]:
    """Two hundred series as communities have them; most leave months out, some holidays."""
    rhythms: Iterator[Weekly | NthWeekday | DayOfMonth] = itertools.cycle(
        (
            Weekly(frozenset({1})),
            NthWeekday(frozenset({2}), 1),
            Weekly(frozenset({3}), 2),
            DayOfMonth(15),
            NthWeekday(frozenset({LAST}), 4),
            Weekly(frozenset({0, 2})),
            NthWeekday(frozenset({1, 3}), 2),
            DayOfMonth(31, 2),
        )
    )
    not_in = itertools.cycle((frozenset[int](), frozenset({8}), frozenset({7, 8})))
    country = itertools.cycle(("", "", "FR")) if holidays else itertools.repeat("")
    return [
        Rule(rhythm, months, of, until=END)
        for _, rhythm, months, of in zip(range(SERIES), rhythms, not_in, country, strict=False)
    ]


async def recurring(rounds: int) -> list[Figure]:
    """Two hundred series over two years: the instants of ours, the wall times of theirs."""
    ours_all, plain = _rules(), _rules(holidays=False)
    start = datetime.combine(START, AT)
    end = datetime.combine(END + timedelta(days=1), time())
    theirs = [
        rrulestr(pack(Rule(rule.rhythm, rule.not_in)), dtstart=start).replace(until=end)
        for rule in plain
    ]
    for rule, other in zip(plain, theirs, strict=True):
        assert list(days(rule, START)) == [one.date() for one in other], rule

    async def ours() -> float:
        with Stopwatch() as watch:
            for number, rule in enumerate(ours_all):
                occurrences(rule, START, AT, ZONES[number % len(ZONES)], count=1000)
        return watch.cpu

    async def limit() -> float:
        with Stopwatch() as watch:
            for rule in theirs:
                list(rule)
        return watch.cpu

    return [
        await compare(
            "200 series over two years, beside dateutil (CPU)",
            ours,
            limit,
            2,
            rounds=rounds,
            unit="ms",
            turns=5,
        )
    ]


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"recurring": recurring}
