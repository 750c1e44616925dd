"""What facilitators could act on: no meeting for long, and a date that waits to be settled."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Button
from bot.context import Context
from bot.features.meetings import answers, nudges, records, routes
from bot.features.meetings.records import Meeting
from bot.nudging import PEOPLE_WAIT, STANDSTILL, Begin, Nudge, Whole
from bot.text import text

NO_MEETING, UNSETTLED = RULES = ("no-meeting", "unsettled")

TOO_LONG = timedelta(days=30)
DECIDED_WITHIN = timedelta(hours=24)


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """What holds now."""
    proposed = [m for m in records.open_in(ctx.db, ctx.here.id or 0) if _can_be_settled(ctx, m)]
    waiting = [nudge for meeting in proposed for nudge in _unsettled(ctx, meeting)]
    return (*waiting, *(() if proposed else _no_meeting(ctx)))


def _can_be_settled(ctx: Context, meeting: Meeting) -> bool:
    return any(slot.starts_at > ctx.now for slot in records.slots(ctx.db, meeting.id or 0))


def _unsettled(ctx: Context, meeting: Meeting) -> tuple[Nudge, ...]:
    """Answers have been in for more than a day."""
    since = meeting.decidable_at or (None if nudges.is_open(ctx, meeting) else meeting.until_at)
    number = meeting.id or 0
    if since is None or ctx.now - since <= DECIDED_WITHIN:
        return ()
    why = text(
        "meet-nudge-unsettled",
        title=meeting.title,
        answered=len(answers.answerers(ctx.db, number)),
        days=(ctx.now - since).days,
    )
    settle = Button(text("meet-settle-button"), routes.AskSettle(number), "primary")
    return (Nudge(UNSETTLED, routes.MeetingBoard(number), PEOPLE_WAIT, why, settle),)


def _no_meeting(ctx: Context) -> tuple[Nudge, ...]:
    """A month without a meeting, and none to come; before the first, the founding counts."""
    here = ctx.here.id or 0
    if records.coming(ctx.db, here, ctx.now, most=1):
        return ()
    held = records.held(ctx.db, here, ctx.now, most=1)
    last = (held[0].starts_at if held else None) or ctx.here.founded_at
    if ctx.now - last < TOO_LONG:
        return ()
    days = (ctx.now - last).days
    key = "meet-nudge-none" if held else "meet-nudge-never"
    propose = Button(text("meet-propose-button"), Begin(here, "meet.propose"), "primary")
    return (Nudge(NO_MEETING, Whole(here), STANDSTILL, text(key, days=days), propose),)
