"""What Discord's refusals mean to us: not now, or never, and what is gone."""

from __future__ import annotations

from typing import Final

import discord

from adapters.base import Busy, Gone

MESSAGE_GONE: Final = frozenset(
    {
        10008,  # Unknown Message
        10070,  # Unknown Guild Scheduled Event
        50005,  # Cannot edit a message authored by another user
        50083,  # Thread is archived: an old message there cannot change, a new one opens it again
    }
)
PLACE_GONE: Final = frozenset(
    {
        10003,  # Unknown Channel
        10004,  # Unknown Guild
        50001,  # Missing Access
        50008,  # Cannot send messages in a non-text channel
        50013,  # Missing Permissions
        160005,  # Thread is locked
    }
)
ACCOUNT_GONE: Final = frozenset(
    {
        10013,  # Unknown User
        50033,  # Invalid Recipient(s)
        50278,  # Cannot send messages to this user: no server in common
    }
)
CALENDAR_FULL: Final = frozenset({30038})  # 100 scheduled events that are not over yet
CALENDAR_CLOSED: Final = frozenset({50001, 50013})  # Missing Access, Missing Permissions
ROLE_CLOSED: Final = CALENDAR_CLOSED  # Missing Permissions: of a role above ours, too
ROLE_GONE: Final = frozenset({10011, 50028})  # Unknown Role; Invalid Role: @everyone, a bot's own
NOT_HERE: Final = frozenset({10007, 10013})  # Unknown Member, Unknown User
EVENT_OVER: Final = frozenset({180000})  # Cannot update a finished event
INVALID: Final = 50035  # Invalid Form Body
PERSON_GONE: Final = frozenset({50007})  # Cannot send messages to this user
NO_REPLY: Final = frozenset({160002, 160007})  # the message answered to cannot be answered
TOO_FAST: Final = frozenset({20016, 20028, 20029, 40003})  # slow mode; opening conversations

OUTAGE_SECONDS: Final = 5.0
BANNED_SECONDS: Final = 60.0


def meaning(problem: discord.DiscordException, *, direct: bool) -> Exception:
    """Busy or Gone; the problem itself where it is neither (our mistake, or unknown)."""
    if isinstance(problem, discord.RateLimited):
        return Busy(problem.retry_after)
    if not isinstance(problem, discord.HTTPException):
        return problem
    if problem.code in MESSAGE_GONE:
        return Gone("message")
    if problem.code in ACCOUNT_GONE:
        return Gone("account")
    if problem.code in PERSON_GONE:
        return Gone("person")
    if problem.code in CALENDAR_FULL:
        return Gone("full")
    if problem.code in PLACE_GONE:
        return Gone("person" if direct else "place")
    if problem.status == 429 or problem.code in TOO_FAST:
        return Busy(_wait(problem))
    if problem.status >= 500:
        return Busy(OUTAGE_SECONDS)
    if problem.status == 401:
        # The token was reset: nothing was posted, and the operator sees why.
        return Busy(BANNED_SECONDS)
    return problem


def is_fixed(problem: discord.HTTPException) -> bool:
    """Whether an event has begun or is over on Discord's side, so that it cannot move any more.

    A start that Discord refuses for being in the past says nothing of the event.
    """
    about_start = problem.code == INVALID and "scheduled_start_time" in problem.text
    return problem.code in EVENT_OVER or (about_start and "in the past" not in problem.text)


def _wait(problem: discord.HTTPException) -> float:
    """Seconds to wait, as the answer says them; a minute if it does not (Cloudflare's)."""
    said = problem.response.headers.get("Retry-After", "")
    try:
        return max(float(said), 0.5)
    except ValueError:
        return BANNED_SECONDS
