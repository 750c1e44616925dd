"""What the clock presses for polls: the deadline, and reminders to those who have not answered."""

from __future__ import annotations

from bot import access as core
from bot.card import Outcome
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import closing, records, roll, routes
from storage import people
from storage.posts import VOTE

KIND = "poll"


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """Tell those who are counted on and have not answered; each hears of it in their own window.

    Who votes in between, leaves, or stopped these messages is left out when it is sent.
    """
    poll = records.poll(ctx.db, press.poll)
    if poll is None or not closing.is_open(ctx, poll):
        return None
    ctx.enter(poll.community_id)
    voted = roll.voters(ctx.db, poll)
    away = core.away(ctx)
    for person in permits.counted_on(ctx, poll):
        if person in voted or person in away or _is_bot(ctx, person):
            continue
        ctx.tell(
            person,
            routes.Reminder(press.poll),
            kind=KIND,
            severity=VOTE,
            once=f"poll-{press.poll}-reminder-{press.mark}-{closing.round_of(poll)}",
            not_after=poll.closes_at,
            since=ctx.due_at,
        )
    return None


def _is_bot(ctx: Context, person: int) -> bool:
    accounts = people.accounts_of(ctx.db, person)
    return bool(accounts) and all(account.bot for account in accounts)
