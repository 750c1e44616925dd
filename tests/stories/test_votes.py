"""Votes, as people see them."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat

pytestmark = pytest.mark.everywhere


async def test_everyone_sees_a_vote(chat: Chat) -> None:
    """A vote changes the count on the card, for everybody."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")

    assert "Soup · 1 vote" in chat.channel.newest


async def test_a_press_on_another_option_moves_the_vote(chat: Chat) -> None:
    """Single choice: pressing B after A moves the vote; totals never exceed the voters."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")
    await chat.ben.presses("Pie")

    assert "Soup · 0 votes" in chat.channel.newest
    assert "Pie · 1 vote" in chat.channel.newest
