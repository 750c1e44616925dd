"""Rounds, medians, spreads and verdicts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Self

NOISY = 0.30

Measured = Callable[[], Awaitable[float]]
"""One round: returns the cost of one unit of work, in seconds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One goal and what was measured."""

    goal: str
    ours: float
    limit: float
    ratio: float
    gate: float
    spread: float
    unit: str
    higher_is_better: bool = False

    @property
    def verdict(self) -> str:
        """PASS, FAIL or NOISY."""
        held = self.ratio >= self.gate if self.higher_is_better else self.ratio <= self.gate
        if not held:
            return "FAIL"
        return "NOISY" if self.spread > NOISY else "PASS"

    def line(self) -> str:
        """The figure as it is printed."""
        sign = "≥" if self.higher_is_better else "≤"
        return (
            f"{self.goal:<58} ours {self.ours:10.2f} {self.unit:<3} limit {self.limit:10.2f} "
            f"ratio {self.ratio:6.2f} gate {sign} {self.gate:<5g} ±{self.spread:4.0%} "
            f"{self.verdict}"
        )

    def as_json(self) -> dict[str, object]:
        """The figure for a file."""
        return {**asdict(self), "verdict": self.verdict}


class Stopwatch:
    """CPU and wall time of a block, of all threads of this process."""

    def __enter__(self) -> Self:
        """Start."""
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        self.wall = self.cpu = 0.0
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.wall = time.perf_counter() - self._wall
        self.cpu = time.process_time() - self._cpu


async def compare(
    goal: str,
    ours: Measured,
    limit: Measured,
    gate: float,
    *,
    rounds: int,
    unit: str = "µs",
    throughput: bool = False,
    turns: int = 1,
) -> Figure:
    """Measure both in turn, `rounds` times, and compare the medians of the pairs.

    With `throughput`, the ratio is how many times faster ours is than the limit. A round takes
    `turns` turns of each, one after the other, so that what else the machine does hits both alike.
    """
    await ours()
    await limit()
    pairs = []
    for _ in range(rounds):
        taken = [(await ours(), await limit()) for _ in range(turns)]
        pairs.append((sum(a for a, _ in taken) / turns, sum(b for _, b in taken) / turns))
    ratios = [b / a if throughput else a / b for a, b in pairs]
    middle = statistics.median(ratios)
    low, *_, high = (
        statistics.quantiles(ratios, n=4) if len(ratios) > 3 else (min(ratios), max(ratios))
    )
    scale = {"µs": 1e6, "ms": 1e3, "s": 1.0}[unit]
    return Figure(
        goal,
        statistics.median(a for a, _ in pairs) * scale,
        statistics.median(b for _, b in pairs) * scale,
        middle,
        gate,
        (high - low) / middle,
        unit,
        throughput,
    )


async def under(goal: str, ours: Measured, most: float, *, rounds: int, unit: str = "ms") -> Figure:
    """Measure one thing against a fixed bound (in `unit`)."""
    await ours()
    scale = {"µs": 1e6, "ms": 1e3, "s": 1.0, "MB": 1.0}[unit]
    found = sorted([await ours() * scale for _ in range(rounds)])
    middle = statistics.median(found)
    spread = (found[-1] - found[0]) / middle if middle else 0.0
    return Figure(goal, middle, most, middle / most, 1.0, min(spread, NOISY), unit)
