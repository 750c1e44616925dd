"""Who may see, answer and decide a meeting."""

from __future__ import annotations

from bot import access
from bot.context import Context
from bot.errors import Forbidden
from bot.features.meetings import records
from bot.features.meetings.records import Meeting, Slot
from bot.text import text


def get(ctx: Context, number: int) -> Meeting:
    """The meeting, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.meeting(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def slot(ctx: Context, number: int) -> tuple[Meeting, Slot]:
    """A proposed slot and its meeting, likewise."""
    found = access.there(records.slot(ctx.db, number))
    return get(ctx, found.meeting_id), found


def may_manage(ctx: Context, meeting: Meeting) -> bool:
    """The organiser, as long as they are a member; the facilitator and every rank above (5 A1)."""
    return access.sees_to(ctx, meeting.organiser_id)


def require_manage(ctx: Context, meeting: Meeting) -> None:
    """Refuse, saying who could, where `may_manage` is not given."""
    if not may_manage(ctx, meeting):
        raise Forbidden(text("meet-not-yours"))


def managed(ctx: Context, number: int) -> Meeting:
    """The meeting, for who may decide it."""
    found = get(ctx, number)
    require_manage(ctx, found)
    return found
