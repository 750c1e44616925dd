"""Who may do what to a poll, and whom a name means."""

from __future__ import annotations

from bot import access
from bot.context import Context
from bot.errors import Forbidden
from bot.features.polls import records, roll
from bot.features.polls.records import Poll
from bot.text import text
from storage import people


def get(ctx: Context, number: int) -> Poll:
    """The poll, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.poll(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def may_manage(ctx: Context, poll: Poll) -> bool:
    """The author, as long as they are a member; the facilitator and every rank above."""
    return access.sees_to(ctx, poll.author_id)


def require_manage(ctx: Context, poll: Poll) -> None:
    """Refuse, saying who could, where `may_manage` is not given."""
    if not may_manage(ctx, poll):
        raise Forbidden(text("poll-not-yours"))


def may_vote(ctx: Context, poll: Poll) -> None:
    """Refuse somebody who is not among those asked; a role is judged now, a list was at opening."""
    assert poll.id is not None
    if poll.audience == "list":
        allowed = roll.on_roll(ctx.db, poll.id, ctx.me)
    else:
        allowed = poll.audience == "everyone" or ctx.me in _holders(ctx, poll)
    if not allowed:
        raise Forbidden(text("poll-not-asked"))


def _holders(ctx: Context, poll: Poll) -> list[int]:
    """Who holds the role that a poll is for, now."""
    return access.holders(ctx, poll.audience.removeprefix("role:"), ctx.now)


def counted_on(ctx: Context, poll: Poll) -> list[int]:
    """Everybody who is counted on to vote.

    A role's holders now, the people of a list, else today's members; who left, if they had voted.
    """
    if poll.audience.startswith("role:"):
        return sorted({*_holders(ctx, poll), *roll.voters(ctx.db, poll)})
    return roll.roll(ctx.db, poll)


def count_of(ctx: Context, poll: Poll) -> int:
    """How many people are counted on to vote."""
    if poll.audience == "everyone":
        return people.member_count(ctx.db, poll.community_id)
    return len(counted_on(ctx, poll))


def is_counted_on(ctx: Context, poll: Poll, person: int) -> bool:
    """Whether somebody is a member who is asked."""
    assert poll.id is not None
    if people.member(ctx.db, poll.community_id, person) is None:
        return False
    if poll.audience == "list":
        return roll.on_roll(ctx.db, poll.id, person)
    return poll.audience == "everyone" or person in _holders(ctx, poll)
