"""A poll that exists comes again: the form of a new one, with its words and its hours in place."""

from __future__ import annotations

from datetime import datetime

from bot import access, series
from bot.card import Outcome, Reply
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import records, roll, routes, rules
from bot.features.polls.records import Poll
from bot.fields import say
from bot.text import text
from scheduling.calendar import local


def ask_repeat(ctx: Context, press: routes.AskRepeat) -> Outcome:
    """Open the form; a poll that comes again already shows when."""
    poll = permits.get(ctx, press.poll)
    permits.require_manage(ctx, poll)
    made_by = series.of(ctx, routes.Show(press.poll))
    if made_by is not None:
        return Reply(series.card(ctx, made_by))
    return ctx.form("poll.new", values_of(ctx, poll))


def values_of(ctx: Context, poll: Poll) -> dict[str, str]:
    """What to type for such a poll each week, at the hour at which this one was opened."""
    assert poll.id is not None
    values = {
        "every": series.suggest(ctx, poll.opened_at),
        "question": poll.question,
        "choices": "\n".join(option.words for option in records.options(ctx.db, poll.id)),
        "until": _until(ctx, poll),
        "names": poll.secrecy,
        "results": "" if poll.secrecy == "anonymous" else poll.results,
        "multi": str(poll.most) if poll.most > 1 else "",
        "who": _who(ctx, poll),
        "adding": "true" if poll.adding else "",
        "reminders": "" if poll.reminders is None else str(poll.reminders),
        "close_when_all": "true" if poll.close_when_all else "",
    }
    return {name: value for name, value in values.items() if value}


def _until(ctx: Context, poll: Poll) -> str:
    """How long it stays open, in words that mean as long each time; nothing for the usual week."""
    opened = local(poll.opened_at, poll.zone).date()
    if datetime.fromisoformat(poll.closes_wall) == rules.usual_deadline(opened, ctx.here.country):
        return ""
    closes = local(poll.closes_at, ctx.reader.zone)
    days = (closes.date() - local(poll.opened_at, ctx.reader.zone).date()).days
    return say(ctx, text("poll-until-days", days=days, at=f"{closes:%H:%M}"))


def _who(ctx: Context, poll: Poll) -> str:
    if poll.audience == "list":
        assert poll.id is not None
        names = [access.name_for(ctx, person) for person in roll.electors(ctx.db, poll.id)]
        return " ".join(name if name.startswith("<@") else f"@{name}" for name in names)
    return poll.audience.removeprefix("role:") if poll.audience != "everyone" else ""
