"""What polls tell the digest: which close soon, and how others ended."""

from __future__ import annotations

from datetime import datetime

from bot.context import Context
from bot.features.polls import records, routes, views
from bot.features.polls.records import Poll
from bot.news import SOON, News, Section
from bot.text import Line, Moment, Style, Words, text


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """The open polls that close within the week, soonest first; those closed since an instant.

    A result is said as the channel sees it: of an anonymous poll, no more than that.
    """
    here = ctx.here.id or 0
    closing = [
        _about(poll, Section.CLOSING, text("poll-closes", at=_closes(poll)))
        for poll in records.open_in(ctx.db, here)
        if poll.opened_at <= ctx.now < poll.closes_at <= ctx.now + SOON
    ]
    closed = [
        _about(poll, Section.DECISIONS, views.verdict(ctx, views.look(ctx, poll)))
        for poll in records.closed_between(ctx.db, here, since, ctx.now)
    ]
    return (*closing, *closed)


def _closes(poll: Poll) -> Moment:
    return Moment(poll.closes_at, poll.zone, Style.SHORT)


def _about(poll: Poll, section: Section, more: Line) -> News:
    number = poll.id or 0
    card, opens = routes.PollBoard(number), routes.Show(number)
    return News(section, Words(poll.question), more, card, opens, place=poll.place_id)
