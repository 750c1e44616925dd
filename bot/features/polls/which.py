"""Which poll is meant, and the question before one is cancelled."""

from __future__ import annotations

from bot import which
from bot.card import Button, Buttons, Card, Choices, Outcome, Paragraph, Reply
from bot.context import Context
from bot.features.polls import access as permits
from bot.features.polls import closing, records, routes, views
from bot.features.polls.records import Poll
from bot.text import text
from bot.which import Things

FOR_ALL = "poll.show"
"""What any member may do with any poll; all the rest takes the right to manage it."""

WHILE_OPEN = ("poll.close", "poll.cancel", "poll.extend")

POLLS: Things[Poll] = Things(
    key="poll",
    name=lambda poll: poll.question,
    by_number=lambda ctx, number: records.by_number(ctx.db, ctx.here.id or 0, number),
    recent=lambda ctx: records.recent(ctx.db, ctx.here.id or 0),
    standing=lambda ctx, _, place: records.open_in(ctx.db, ctx.here.id or 0, place),
    may=lambda ctx, poll, command: command == FOR_ALL or permits.may_manage(ctx, poll),
    pick=routes.PickPoll,
    fits=lambda poll, command: poll.state == "open" or command not in WHILE_OPEN,
)


def named(ctx: Context, words: str, command: str, values: dict[str, str]) -> Poll | Outcome:
    """The poll that `words` mean to `command`, or the picker to ask with (see `bot.which`)."""
    return which.named(ctx, POLLS, words, command, values)


def picked(ctx: Context, press: routes.PickPoll) -> Outcome:
    """Go on with the poll that was picked; a cancelling asks once more."""
    command, values, chosen = which.picked(ctx, press.draft)
    if command == "poll.cancel":
        found = named(ctx, chosen, command, {})
        return sure(ctx, found) if isinstance(found, Poll) else found
    return ctx.desk.run(ctx, command, {**values, "poll": chosen})


def sure(ctx: Context, poll: Poll) -> Outcome:
    """Ask once more before a poll is cancelled, naming it. Raises a Refusal where it cannot be."""
    permits.require_manage(ctx, poll)
    closing.require_open(ctx, poll)
    assert poll.id is not None
    button = Button(text("poll-cancel-this"), routes.Cancel(poll.id), "danger")
    asks = Paragraph(text("poll-cancel-confirm"))
    return Reply(Card(views.title(poll), (asks, Buttons((button,)))))


def complete_poll(ctx: Context, typing: str) -> Choices:
    """Suggestions for which poll: number and question."""
    return which.complete(ctx, POLLS, typing)
