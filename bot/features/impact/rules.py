"""Which days a report tells of, and what of a figure may be said: nothing else decides that."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.date_words import MONTHS
from bot.measures import Measure, Unit
from bot.words import fold

USUAL = 3
"""Complete months, where nothing is typed."""

MOST = 36
"""Months in one report, at most."""

CYCLES = "iparest"
"""The order of a report: a measure's first letter says to which cycle of value it belongs."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the day `first` to before the day `end`, by the community's clock."""

    first: date
    end: date

    @property
    def last(self) -> date:
        """The last day of them."""
        return self.end - timedelta(days=1)

    @classmethod
    def read(cls, first: str, end: str) -> Days:
        """Two ISO days. Raises ValueError for anything else."""
        return cls(date.fromisoformat(first), date.fromisoformat(end))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it may be shown: masked, it holds neither value nor number."""

    id: str
    unit: str
    value: float | None = None
    n: int | None = None
    masked: bool = False

    @property
    def proves(self) -> bool:
        """Whether it is evidence of anything yet."""
        return self.masked or (self.value is not None and bool(self.n))

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)


def figures(measures: list[Measure]) -> list[Figure]:
    """What may be shown, cycle by cycle."""
    found = [
        Figure(one.id, one.unit.value, masked=True)
        if one.masked
        else Figure(one.id, one.unit.value, one.value, one.n)
        for one in measures
    ]
    return sorted(found, key=lambda one: CYCLES.find(one.id[0]))


def is_count(figure: Figure) -> bool:
    """Whether it counts things, and is no share."""
    return figure.unit == Unit.COUNT


# ── which days ──────────────────────────────────────────────────────────────────────────────────

_MONTH = re.compile(r"(20\d\d)-(\d\d?)")
_YEAR = re.compile(r"20\d\d")
_QUARTER = re.compile(r"(?:(?P<year>20\d\d)[ -]?)?[qt](?P<part>[1-4])(?: (?P<after>20\d\d))?")
_LENGTH = re.compile(
    r"(?:last |les |the )?(?:last )?(\d{1,2}) ?(?:derniers )?(?:months?|mois|mo|m)(?: derniers)?"
)
_NAMED = re.compile(r"(?P<name>[a-z]+)\.?(?: (?P<year>20\d\d))?")
_RELATIVE = {
    ("month", 0): ("this month", "ce mois", "ce mois-ci", "month"),
    ("month", 1): ("last month", "le mois dernier", "mois dernier", "dernier mois"),
    ("quarter", 0): ("this quarter", "ce trimestre", "ce trimestre-ci", "quarter"),
    ("quarter", 1): ("last quarter", "le trimestre dernier", "trimestre dernier"),
    ("year", 0): ("this year", "cette annee", "cette annee-ci", "year"),
    ("year", 1): ("last year", "l'annee derniere", "annee derniere", "l'an dernier"),
}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def read_period(words: str, today: date) -> Days | None:
    """The days that "2026-10", "last month", « ce trimestre », « 3 mois » or "2026" are; None: no such.

    Nothing typed is the last three complete months; a month without a year is the last that has
    begun. What has not begun yet has no report.
    """
    said = fold(words).replace("’", "'")
    this_month = today.replace(day=1)
    found = _back(this_month, USUAL) if not said else _read(said, today, this_month)
    return found if found is not None and found.first <= today else None


def _read(said: str, today: date, this_month: date) -> Days | None:
    for (unit, back), spellings in _RELATIVE.items():
        if said in spellings:
            size = _MONTHS_IN[unit]
            start = this_month - relativedelta(months=(this_month.month - 1) % size + back * size)
            return _months(start, size)
    if found := _LENGTH.fullmatch(said):
        count = int(found[1])
        return _back(this_month, count) if 1 <= count <= MOST else None
    if found := _MONTH.fullmatch(said):
        year, month = int(found[1]), int(found[2])
        return _months(date(year, month, 1), 1) if 1 <= month <= 12 else None
    if _YEAR.fullmatch(said):
        return _months(date(int(said), 1, 1), 12)
    if found := _QUARTER.fullmatch(said):
        year = int(found["year"] or found["after"] or today.year)
        return _months(date(year, 3 * int(found["part"]) - 2, 1), 3)
    if (found := _NAMED.fullmatch(said)) and found["name"] in MONTHS:
        month = MONTHS[found["name"]][0]
        year = int(found["year"] or today.year - (month > today.month))
        return _months(date(year, month, 1), 1)
    return None


def _months(first: date, count: int) -> Days:
    return Days(first, first + relativedelta(months=count))


def _back(end: date, count: int) -> Days:
    return Days(end - relativedelta(months=count), end)
