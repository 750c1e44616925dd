"""What can be measured of a community: each figure with how many it comes from, and its period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

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
