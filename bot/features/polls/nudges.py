"""What the clock presses for polls (reminders to those who have not answered), and quiet polls."""

from __future__ import annotations

from datetime import timedelta

from bot import access as core
from bot.card import Button, Outcome
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import closing, records, roll, routes, rules
from bot.features.polls.records import Poll
from bot.nudging import STANDSTILL, Nudge
from bot.text import Text, text
from storage import people
from storage.posts import VOTE

KIND = "poll"

TURNOUT = "poll-turnout"
FEW = 0.2
"""Below this turnout at half-time, silence says something: about the poll, not about people."""

SHORT = timedelta(days=2)
"""What is open for less has no half-time worth speaking of."""

LATELY = timedelta(days=7)


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


# ── for whoever facilitates ─────────────────────────────────────────────────────────────────────


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """Polls of which few take notice: at half-time, and those that closed without an answer."""
    here = ctx.here.id or 0
    closed = records.closed_between(ctx.db, here, ctx.now - LATELY, ctx.now)
    found = []
    for poll in (*records.open_in(ctx.db, here), *closed):
        why = _quiet(ctx, poll) if poll.audience != "list" else None
        if why is not None:
            number = poll.id or 0
            show = Button(text("poll-nudge-button"), routes.Show(number), "primary")
            found.append(Nudge(TURNOUT, routes.PollBoard(number), STANDSTILL, why, show))
    return tuple(found)


def _quiet(ctx: Context, poll: Poll) -> Text | None:
    """Why a poll is worth a thought; None where it is not."""
    half = poll.opened_at + (poll.closes_at - poll.opened_at) / 2
    running = closing.is_open(ctx, poll)
    if poll.closes_at - poll.opened_at < SHORT or (running and ctx.now < half):
        return None
    asked, voted = permits.count_of(ctx, poll), roll.voter_count(ctx.db, poll)
    if asked < rules.SMALL_COMMUNITY or rules.masked(poll.secrecy, voted):
        return None
    if running and voted < FEW * asked:
        return text("poll-nudge-few", question=poll.question, voted=voted, asked=asked)
    if poll.state == "closed" and not voted:
        return text("poll-nudge-none", question=poll.question, asked=asked)
    return None
