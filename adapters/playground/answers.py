"""What the engine answers, brought to the person who asked: on every page they have open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.playground.outbound import draw, draw_form
from adapters.playground.room import Room
from bot.card import Choices, Form, Reply
from bot.language import plain

if TYPE_CHECKING:
    from bot.command import Answer

Json = dict[str, Any]


def deliver(
    answer: Answer, room: Room, person: str, place: str, pressed: str | None = None
) -> Json | None:
    """Put a private answer into the room, or give the form that the asking page opens.

    `pressed` is the message the request came from: a private one may be redrawn in place.
    """
    match answer.outcome:
        case Reply(card, replace):
            body = draw(card, answer.reader, room.keep_passing)
            room.answer(person, place, body, redraws=pressed if replace else None)
            return None
        case Form() as form:
            return draw_form(form, answer.reader)
        case _:
            return None


def suggestions(answer: Answer) -> list[list[str]]:
    """(value, label) pairs of an autocompletion."""
    if not isinstance(answer.outcome, Choices):
        return []
    return [[value, plain(label, answer.reader)] for value, label in answer.outcome.choices]
