"""What can be measured of a community: each figure with how many it comes from, and its period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.date_readings import months_later
from scheduling.calendar import local, start_of_day

if TYPE_CHECKING:
    from bot.context import Context

FEWEST = 5
"""People from whom a measure of behaviour may be shown."""


class Unit(StrEnum):
    """What a value counts."""

    SHARE = "share"  # 0 to 1, said in per cent
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to just before `end`; both aware UTC."""

    start: datetime
    end: datetime


def share(part: float, whole: float) -> float | None:
    """A part of a whole, 0 to 1; None where there is nothing to divide by."""
    return min(1.0, part / whole) if whole else None


def complete_months(now: datetime, zone: str, count: int, *, before: int = 0) -> Period:
    """So many whole months of a zone in a row: the last ones, or (`before`) those so many earlier.

    What happens at 00:30 on the 1st belongs to the new month, whatever day it is in UTC.
    """
    first = local(now, zone).date().replace(day=1)
    ends = months_later(first, -before).on
    begins = months_later(ends, -count).on
    return Period(start_of_day(begins, zone), start_of_day(ends, zone))


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: `value` is None where there is nothing to divide by ("n/a").

    `n` is what it comes from: the denominator of a share, the things counted. `people` is how many
    persons' behaviour stands behind it (None: a public fact or a count of things, never masked).
    Words: `measure-{id}` names it, with `.about` for its definition.
    """

    id: str  # "i4", as in docs/measures.md
    value: float | None
    n: int
    unit: Unit = Unit.SHARE
    people: int | None = None

    @property
    def masked(self) -> bool:
        """Whether too few people stand behind it to be shown."""
        return self.people is not None and 0 < self.people < FEWEST


def measured(ctx: Context, period: Period) -> list[Measure]:
    """All that features can measure of the community in a period, in the order of features."""
    return [measure for feature in ctx.desk.features for measure in feature.measures(ctx, period)]
