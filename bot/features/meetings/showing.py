"""When the card of a settled meeting appears in its channel: of a series, the next one stands there."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.context import Context
from bot.features.meetings import records, routes
from bot.features.meetings.records import Meeting


def show(ctx: Context, meeting: Meeting) -> None:
    """The meeting's card in its channel; one of a series waits there for the end of the one before."""
    number = meeting.id or 0
    at = _turn(ctx, meeting)
    if at is not None and at > ctx.now:
        ctx.later(routes.Appear(number), at)
        return
    ctx.never(routes.Appear(number))
    card = routes.MeetingCard(number).pack()
    ctx.posts.show(meeting.place_id, card, once=f"meet-{number}-card")


def appear(ctx: Context, press: routes.Appear) -> None:
    """The clock: judged now, for the one before may have been moved or called off."""
    meeting = records.meeting(ctx.db, press.meeting)
    if meeting is None or meeting.state != "settled" or meeting.starts_at is None:
        return
    if ctx.now < meeting.starts_at:
        ctx.enter(meeting.community_id)
        show(ctx, meeting)


def turned(ctx: Context, role: str) -> None:
    """A role has other holders: the cards of what is proposed or to come say so (feature 5 A8)."""
    del role
    here = ctx.here.id or 0
    for meeting in records.open_in(ctx.db, here):
        ctx.posts.refresh(routes.MeetingBoard(meeting.id or 0).pack())
    for meeting in records.coming(ctx.db, here, ctx.now):
        ctx.posts.refresh(routes.MeetingCard(meeting.id or 0).pack())


def _turn(ctx: Context, meeting: Meeting) -> datetime | None:
    """When the one before it in its series is over; None where there is none."""
    if meeting.series_id is None or meeting.starts_at is None:
        return None
    before = records.before_in_series(ctx.db, meeting.series_id, meeting.starts_at)
    if before is None or before.starts_at is None:
        return None
    return before.starts_at + timedelta(minutes=before.minutes)
