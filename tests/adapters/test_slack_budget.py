"""So many calls a minute: the next one waits, and none is refused by Slack."""

from __future__ import annotations

import pytest

from adapters.base import Busy
from adapters.slack.budget import Budget


class Watch:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        """Start anywhere."""
        self.at = 1_000.0

    def __call__(self) -> float:
        """The seconds now."""
        return self.at


def test_the_call_beyond_the_budget_waits_until_there_is_room() -> None:
    """Three a minute: the fourth says how long to wait, and may go when the first is a minute old."""
    watch = Watch()
    budget = Budget({"chat.update": 3}, watch)
    for _ in range(3):
        budget.take("chat.update")
        watch.at += 10

    with pytest.raises(Busy) as busy:
        budget.take("chat.update")
    assert busy.value.seconds == pytest.approx(30)

    watch.at += 30
    budget.take("chat.update")
    with pytest.raises(Busy) as busy:
        budget.take("chat.update")
    assert busy.value.seconds == pytest.approx(10)


def test_each_method_has_its_own_budget_and_others_none() -> None:
    """What is not listed is free; one method's budget takes nothing from another's."""
    budget = Budget({"chat.update": 1, "chat.postMessage": 1}, Watch())
    budget.take("chat.update")
    budget.take("chat.postMessage")
    for _ in range(1_000):
        budget.take("users.info")

    with pytest.raises(Busy):
        budget.take("chat.update")
