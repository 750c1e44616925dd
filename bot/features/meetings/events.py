"""A settled meeting as an event of the platform's own, where there is such a thing (Discord)."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Event
from bot.context import Context
from bot.features.meetings import records, routes
from bot.text import Line, Words, text


def event(ctx: Context, route: routes.MeetingEvent) -> Event | None:
    """The event: its end and its place are always said, as Discord asks. None: called off."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.state != "settled" or meeting.starts_at is None:
        return None
    ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
    where: Line = Words(meeting.venue) if meeting.venue else text("meet-event-nowhere")
    return Event(
        Words(meeting.title),
        meeting.starts_at,
        ends,
        where,
        Words(ctx.here.name),
        board=routes.MeetingCard(route.meeting),
    )
