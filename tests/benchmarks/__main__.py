"""Run the benchmarks: `uv run python -m tests.benchmarks [--quick] [--only NAME]`."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path

import structlog

from tests.benchmarks import (
    calendars,
    core,
    drawing,
    journeying,
    library,
    meetings,
    platforms,
    recurring,
    rehearsing,
    starting,
    storm,
    ticking,
)
from tests.benchmarks.measure import Figure

ALL = {
    **core.BENCHMARKS,
    **platforms.BENCHMARKS,
    **drawing.BENCHMARKS,
    **recurring.BENCHMARKS,
    **calendars.BENCHMARKS,
    **starting.BENCHMARKS,
    **storm.BENCHMARKS,
    **library.BENCHMARKS,
    **meetings.BENCHMARKS,
    **journeying.BENCHMARKS,
    **rehearsing.BENCHMARKS,
    **ticking.BENCHMARKS,
}


async def _run(names: list[str], rounds: int) -> list[Figure]:
    found = []
    for name in names:
        for figure in await ALL[name](rounds):
            print(figure.line(), flush=True)
            found.append(figure)
    return found


def main() -> int:
    """Measure, print, and write the figures beside this file; 1 if a gate does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round; reports, never fails")
    parser.add_argument("--only", choices=sorted(ALL), action="append")
    parser.add_argument("--json", type=Path, default=Path("tests/artefacts/benchmarks.json"))
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    figures = asyncio.run(_run(asked.only or list(ALL), 1 if asked.quick else 5))
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(
        json.dumps([figure.as_json() for figure in figures], ensure_ascii=False, indent=2),
        encoding="utf-8",
    )
    failed = [figure for figure in figures if figure.verdict == "FAIL"]
    print(f"{len(figures) - len(failed)} of {len(figures)} goals held")
    return 1 if failed and not asked.quick else 0


if __name__ == "__main__":
    sys.exit(main())
