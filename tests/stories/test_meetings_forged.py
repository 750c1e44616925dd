"""Presses around a meeting that no button of ours carries: forged, or another's to make."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat
from tests.kit.meetings import announced, at, card
from tests.stories.test_polls_forged import GONE, chat, sends

__all__ = ["chat"]


async def over(chat: Chat) -> None:
    """A meeting that is over, facilitated by Cleo; Ben's point, Cleo's notes, Ben's action."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await announced(chat)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    await chat.ben.types('/meet agenda 1 "Which tools?"')
    await chat.ben.types('/meet agenda 1 "And when?"')
    await chat.passes(to=at(2026, 11, 9, 14, 1))
    await chat.cleo.types("/meet notes 1")
    await chat.cleo.fills(summary="We met.", actions="@Ben the budget, by friday")
    await chat.cleo.presses("Publish")


@pytest.mark.parametrize(
    "route",
    [
        "meet.come:1:perhaps:0",
        "meet.come:9:yes:0",
        "meet.coming:9",
        "meet.agenda:9:0",
        "meet.pick-point:1",
        "meet.ask-point:9",
        "meet.ask-edit-point:9",
        "meet.shift-point:9:1",
        "meet.remove-point:-1",
        "meet.use-kit:9",
        "meet.letter:9",
        "meet.turn:1:ended",
        "meet.day-before:1",
        "meet.remind-action:1:0",
        "meet.presence:9:0",
        "meet.tick:9:0",
        "meet.confirm:9:0",
        "meet.keep-link:1:1",
        "meet.action:9",
        "meet.finish:9:done:-1",
        "meet.finish:1:lost:-1",
        "meet.actions:9:0",
    ],
)
async def test_what_is_not_there_cannot_be_pressed(chat: Chat, route: str) -> None:
    """Ids that nobody has, words that mean nothing, and what only the clock presses."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ann.types('/meet agenda 1 "Which tools?"')
    before = card(chat).text

    assert GONE in await sends(chat, chat.ann, route, chosen="9")
    assert card(chat).text == before


@pytest.mark.parametrize(
    ("route", "says"),
    [
        ("meet.presence:1:0", "Only whoever facilitates this meeting"),
        ("meet.tick:1:0", "Only whoever facilitates this meeting"),
        ("meet.confirm:1:0", "Only whoever facilitates this meeting"),
        ("meet.ask-guests:1", "Only whoever facilitates this meeting"),
        ("meet.finish:1:done:-1", "Only whoever took this on"),
        ("meet.ask-notes:1", "Only whoever wrote these notes"),
        ("meet.shift-point:1:1", "This meeting is over"),
        ("meet.ask-point:1", "This meeting is over"),
        ("meet.come:1:yes:0", "This meeting has begun"),
    ],
)
async def test_who_may_not_is_told_who_could(chat: Chat, route: str, says: str) -> None:
    """A member's press that is somebody else's to make, or comes too late, changes nothing (R7)."""
    await over(chat)
    before = [message.text for message in chat.channel.messages]

    assert says in await sends(chat, chat.dan, route, chosen="1")
    assert [message.text for message in chat.channel.messages] == before


@pytest.mark.parametrize(
    ("route", "says"),
    [
        ("meet.shift-point:2:1", "Only whoever facilitates this meeting"),
        ("meet.remove-point:1", "Only whoever added this point"),
        ("meet.ask-edit-point:1", "Only whoever added this point"),
        ("meet.use-kit:1", "Only whoever facilitates this meeting"),
    ],
)
async def test_another_s_agenda(chat: Chat, route: str, says: str) -> None:
    """The order is for who sees to the meeting, a point for who added it (R7)."""
    await chat.founded(chat.ben, chat.dan)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Which tools?"')
    await chat.ben.types('/meet agenda 1 "And when?"')

    assert says in await sends(chat, chat.dan, route)
    assert "1. Which tools? · Ben\n2. And when? · Ben" in card(chat)


async def test_who_has_not_joined_writes_no_notes(chat: Chat) -> None:
    """They may come and bring a point; notes, actions and who was there are for members (R11)."""
    await over(chat)

    assert "Join the community first" in await sends(chat, chat.eve, "meet.actions:1:0")
    assert "Only whoever took this on" in await sends(chat, chat.eve, "meet.finish:1:done:-1")
    assert "Only whoever facilitates" in await sends(chat, chat.eve, "meet.confirm:1:0")
