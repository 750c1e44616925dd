"""When whoever is asked for a turn is reminded, and when the next one is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.features.roles.planning import PATIENCE, marks

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "remind", "give_up"),
    [(14, 7, 5), (28, 7, 5), (7, 3.5, 2.5), (2.8, 1.4, 1)],
)
def test_marks_shrink_in_proportion(days: float, remind: float, give_up: float) -> None:
    """Seven and five days before for fourteen or more; for less, in proportion (6.A5)."""
    begins = NOW + timedelta(days=days)
    found = marks(NOW, begins)
    assert found[0] is not None
    assert abs(found[0] - (begins - timedelta(days=remind))) < timedelta(seconds=1)
    assert abs(found[1] - (begins - timedelta(days=give_up))) < timedelta(seconds=1)


def test_the_last_day_is_left_whole() -> None:
    """A day or less before there is no reminder, and the answer may come until it begins (6.A5)."""
    assert marks(NOW, NOW + timedelta(hours=20)) == (None, NOW + timedelta(hours=20))


def test_what_has_begun_waits_two_days() -> None:
    """The rest of a turn that somebody left waits for an answer for two days."""
    assert marks(NOW, NOW - timedelta(days=3)) == (None, NOW + PATIENCE)
