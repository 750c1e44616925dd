"""Which days people mean, in either language, and which have no report."""

from __future__ import annotations

from datetime import date

import pytest

from bot.features.impact.rules import Days, Figure, figures, read_period
from bot.measures import Measure, Unit

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("words", "first", "end"),
    [
        ("", "2026-08-01", "2026-11-01"),
        ("2026-10", "2026-10-01", "2026-11-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("le mois dernier", "2026-10-01", "2026-11-01"),
        ("this month", "2026-11-01", "2026-12-01"),
        ("ce trimestre", "2026-10-01", "2027-01-01"),
        ("last quarter", "2026-07-01", "2026-10-01"),
        ("Q3 2026", "2026-07-01", "2026-10-01"),
        ("3 mois", "2026-08-01", "2026-11-01"),
        ("6 months", "2026-05-01", "2026-11-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("l’année dernière", "2025-01-01", "2026-01-01"),
        ("octobre", "2026-10-01", "2026-11-01"),
        ("décembre", "2025-12-01", "2026-01-01"),
    ],
)
def test_a_period_is_understood(words: str, first: str, end: str) -> None:
    """Months, quarters and years in both languages; nothing typed is three whole months (17)."""
    assert read_period(words, TODAY) == Days.read(first, end)


@pytest.mark.parametrize("words", ["2026-12", "2026-13", "2027", "0 months", "99 mois", "soon"])
def test_what_is_no_past_period_is_refused(words: str) -> None:
    """What is to come, too long or no time at all has no report (17)."""
    assert read_period(words, TODAY) is None


def test_a_masked_figure_holds_nothing() -> None:
    """Behind four people, neither value nor n is kept; and cycles stand in order (17.A3)."""
    found = figures(
        [
            Measure("e3", 0.1, 90),
            Measure("a1", 3.0, 3, Unit.COUNT, people=4),
            Measure("i1", 0.5, 12, people=12),
        ]
    )

    assert found == [
        Figure("i1", "share", 0.5, 12),
        Figure("a1", "count", masked=True),
        Figure("e3", "share", 0.1, 90),
    ]
