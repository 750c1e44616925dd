"""Who does what at a meeting: who facilitates, takes notes and keeps the time at its date.

Found anew each time it is asked: a swap, a departure or a move changes it without a word.
"""

from __future__ import annotations

from bot import access
from bot.context import Context
from bot.errors import Forbidden
from bot.features.meetings import permits
from bot.features.meetings.proceedings import Action
from bot.features.meetings.records import Meeting
from bot.text import text
from storage import people, terms

ROLES = (terms.FACILITATION, terms.NOTES, terms.TIME)


def holders(ctx: Context, meeting: Meeting, role: str) -> list[int]:
    """The members who hold a role when the meeting begins."""
    return [
        person
        for person in access.holders(ctx, role, meeting.starts_at or ctx.now)
        if _is_member(ctx, person)
    ]


def leading(ctx: Context, meeting: Meeting) -> list[int]:
    """Who sees to a meeting: who facilitates then, else its organiser, else who coordinates."""
    found = holders(ctx, meeting, terms.FACILITATION)
    if not found and _is_member(ctx, meeting.organiser_id):
        found = [meeting.organiser_id]
    return found or access.coordinators(ctx)[:1]


def noting(ctx: Context, meeting: Meeting) -> list[int]:
    """Who takes notes: who holds that role then, else who sees to the meeting."""
    return holders(ctx, meeting, terms.NOTES) or leading(ctx, meeting)


def carrying(ctx: Context, action: Action, meeting: Meeting) -> list[int]:
    """Who is asked about an action: whose it is; else, or where they left, who sees to meetings."""
    if action.owner_id is not None and _is_member(ctx, action.owner_id):
        return [action.owner_id]
    now = [
        person
        for person in access.holders(ctx, terms.FACILITATION, ctx.now)
        if _is_member(ctx, person)
    ]
    return now or leading(ctx, meeting)


def may_lead(ctx: Context, meeting: Meeting) -> bool:
    """Who manages the meeting, and who facilitates it at its date."""
    if ctx.member is None:
        return False
    return permits.may_manage(ctx, meeting) or ctx.me in leading(ctx, meeting)


def require_lead(ctx: Context, meeting: Meeting) -> None:
    """Refuse, saying who could, where `may_lead` is not given."""
    if not may_lead(ctx, meeting):
        raise Forbidden(text("meet-not-leading"))


def said_yes(ctx: Context, meeting: Meeting, person: int) -> bool:
    """Whether seeing to this meeting is something that the person took on themselves."""
    roles = (terms.FACILITATION, terms.NOTES)
    held = any(person in holders(ctx, meeting, role) for role in roles)
    return held or person == meeting.organiser_id


def _is_member(ctx: Context, person: int) -> bool:
    return people.member(ctx.db, ctx.here.id or 0, person) is not None
