"""What features say to be worth a nudge: gravest first, and of rules that somebody can stop."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.card import Button
from bot.command import Feature
from bot.errors import Broken
from bot.nudging import DRIFT, PEOPLE_WAIT, STANDSTILL, Begin, Nudge, Whole, standing
from bot.text import Words


def nudge(rule: str, severity: int) -> Nudge:
    """A condition that holds."""
    return Nudge(rule, Whole(1), severity, Words(rule), Button(Words("Do it"), Begin(1, rule)))


def among(*features: Feature) -> Any:
    """The surroundings, as far as features are concerned."""
    return SimpleNamespace(desk=SimpleNamespace(features=features))


def test_the_gravest_comes_first() -> None:
    """Of all features together; equals in the order in which people meet them (11.A2)."""
    found = (nudge("a", DRIFT), nudge("b", STANDSTILL))
    first = Feature("first", nudges=lambda _: found, nudge_rules=("a", "b"))
    other = (nudge("c", STANDSTILL), nudge("d", PEOPLE_WAIT))
    second = Feature("second", nudges=lambda _: other, nudge_rules=("c", "d"))

    assert [one.rule for one in standing(among(first, second))] == ["d", "b", "c", "a"]


def test_a_rule_that_nobody_lists_is_a_mistake() -> None:
    """A community could not switch it off (11.A4)."""
    feature = Feature("first", nudges=lambda _: (nudge("a", DRIFT),))

    with pytest.raises(Broken, match="none of its rules"):
        standing(among(feature))
