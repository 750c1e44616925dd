"""Presses around roles that no button of ours carries: forged, or another's to make."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.stories.test_polls_forged import GONE, chat, sends
from tests.stories.test_roles_around import rows

__all__ = ["chat"]


async def turning(chat: Chat) -> None:
    """A role whose first turn, in two weeks, is Cleo's."""
    await chat.founded(chat.cleo, chat.dan)
    await chat.ann.types("/role new facilitation pool:@Cleo")
    await chat.ann.presses("Publish")
    await chat.cleo.types("/role")
    await chat.cleo.presses("Open: Facilitation", on=chat.cleo.told)
    await chat.cleo.presses("Yes, I’ll do it", on=chat.cleo.told)


@pytest.mark.parametrize(
    "route",
    [
        "role.show:9",
        "role.accept:9:1",
        "role.decline:9:1",
        "role.volunteer:9",
        "role.keen:9",
        "role.why:9",
        "role.why-not:1",
        "role.preview:9",
        "role.history:9:0",
        "role.next:9",
        "role.find-swap:9",
        "role.cover:1:9",
        "role.take:9",
        "role.give-back:9",
        "role.withdraw:9",
        "role.back:9",
        "role.ask-edit:9",
        "role.ask-limits:9",
        "role.retire:9",
        "role.ask-note:9",
        "role.tick:9",
        "role.show-pack:9",
        "role.plan:1",
        "role.remind:1",
        "role.silent:1",
        "role.begin:1",
        "role.ending:1",
        "role.ask-around:1:2",
    ],
)
async def test_what_is_not_there_cannot_be_pressed(chat: Chat, route: str) -> None:
    """Ids that nobody has, and what only the clock presses."""
    await turning(chat)
    before = rows(chat)
    assert GONE in await sends(chat, chat.ann, route, chosen="9")
    assert rows(chat) == before


@pytest.mark.parametrize(
    ("route", "says"),
    [
        ("role.accept:1:2", "Only the person concerned"),
        ("role.decline:1:2", "Only the person concerned"),
        ("role.find-swap:1", "Only the person concerned"),
        ("role.ask-note:1", "Only the person concerned"),
        ("role.tick:1", "Only the person concerned"),
        ("role.volunteer:1", "Cleo has it already"),
        ("role.next:1", "facilitat"),
        ("role.ask-edit:1", "facilitat"),
        ("role.ask-limits:1", "facilitat"),
        ("role.retire:1", "coordinat"),
    ],
)
async def test_what_is_anothers_to_press_says_whose(chat: Chat, route: str, says: str) -> None:
    """A member who is not concerned is told who could, and nothing changes (R7, 24.A5)."""
    await turning(chat)
    before = rows(chat)
    assert says in await sends(chat, chat.dan, route)
    assert rows(chat) == before


@pytest.mark.parametrize("route", ["role.keen:1", "role.volunteer:1", "role.show-pack:1"])
async def test_who_has_not_joined_is_offered_to(chat: Chat, route: str) -> None:
    """Somebody in the channel who is no member takes no turn; the answer offers to join (R11)."""
    await turning(chat)
    said = await sends(chat, chat.eve, route)
    assert "Join the community first" in said


async def test_a_swap_is_not_taken_once_it_has_begun(chat: Chat) -> None:
    """Judged by time, not by the clock's press: a minute late is too late (R4, bad input)."""
    await turning(chat)
    await chat.cleo.types("/role swap facilitation")
    chat.clock.move(days=15)
    await chat.dan.presses("I’ll take over", on=chat.channel.find("Swap: Facilitation"))
    assert "too late" in chat.dan.told
