"""Which poll is meant: by its number, by words of its question, or picked from a list."""

from __future__ import annotations

from bot.card import Button, Buttons, Card, Choice, Choices, Outcome, Paragraph, Picker, Reply
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.polls import access as permits
from bot.features.polls import closing, records, routes, views
from bot.features.polls.records import Poll
from bot.text import Words, text
from bot.words import fold
from storage import drafts

FOR_ALL = "poll.show"
"""What any member may do with any poll; all the rest takes the right to manage it."""

WHILE_OPEN = ("poll.close", "poll.cancel", "poll.extend")


def named(ctx: Context, words: str, command: str, values: dict[str, str]) -> Poll | Outcome:
    """The poll that `words` mean to `command`; or the picker to ask with, where several may be.

    Only a number may mean a poll that the person cannot manage: never the nearest guess.
    Raises a Refusal where none is meant, Forbidden where none of those meant is theirs to manage.
    """
    here = ctx.here
    assert here.id is not None
    number = number_in(words)
    if number is not None:
        found = records.by_number(ctx.db, here.id, number)
        if found is not None:
            return found
    if words:
        said = fold(words)
        matching = [p for p in records.recent(ctx.db, here.id) if said in fold(p.question)]
        if not matching:
            raise Refusal(text("poll-unknown", given=Words(words[:60])))
        return _one_of(ctx, _fitting(ctx, matching, command), command, values)
    place = ctx.place.id if ctx.place and not ctx.place.direct else None
    here_open = _theirs(ctx, records.open_in(ctx.db, here.id, place), command)
    if len(here_open) == 1:
        return here_open[0]
    anywhere = records.open_in(ctx.db, here.id)
    offered = here_open or _theirs(ctx, anywhere, command)  # another channel's: asked, not guessed
    if not offered:
        known = anywhere or records.listed(ctx.db, here.id, skip=0, most=10)
        if not known:
            raise Refusal(text("poll-none"))
        offered = _theirs(ctx, known, command)
    if not offered:
        raise Forbidden(text("poll-not-yours"))
    return _picker(ctx, offered, command, values)


def number_in(words: str) -> int | None:
    """The number in "7", "#7" or "n°7"; None for anything else."""
    number = words.strip().lstrip("#").removeprefix("n°").strip()
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None


def _theirs(ctx: Context, polls: list[Poll], command: str) -> list[Poll]:
    """Those with which the person may do this."""
    return [poll for poll in polls if command == FOR_ALL or permits.may_manage(ctx, poll)]


def _fitting(ctx: Context, polls: list[Poll], command: str) -> list[Poll]:
    """Those that the person may mean: theirs to manage, and open where it must be, if any is.

    Otherwise one of the others: the command itself then says why not.
    """
    theirs = _theirs(ctx, polls, command)
    still_open = [poll for poll in theirs if poll.state == "open"]
    if command in WHILE_OPEN and still_open:
        return still_open
    return theirs or polls[:1]


def _one_of(
    ctx: Context, polls: list[Poll], command: str, values: dict[str, str]
) -> Poll | Outcome:
    return polls[0] if len(polls) == 1 else _picker(ctx, polls, command, values)


def _picker(ctx: Context, polls: list[Poll], command: str, values: dict[str, str]) -> Outcome:
    """Ask which poll is meant; what was typed goes on afterwards."""
    kept = drafts.keep(
        ctx.db, ctx.now, ctx.me, ctx.place.id if ctx.place else None, command, values
    )
    offered = tuple(
        Choice(str(p.number), text("poll-suggestion", number=p.number, question=p.question))
        for p in polls[:25]
    )
    asks = Paragraph(text(f"poll-which-{command.removeprefix('poll.')}"))
    pick = Picker(routes.PickPoll(kept.id or 0), text("poll-which-label"), offered)
    return Reply(Card(None, (asks, pick)))


def picked(ctx: Context, press: routes.PickPoll) -> Outcome:
    """Go on with the poll that was picked; a cancelling asks once more."""
    draft = drafts.own(ctx.db, ctx.me, press.draft, ctx.now)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if draft is None or not chosen:
        raise Refusal(text("draft-gone"))
    if draft.command == "poll.cancel":
        found = named(ctx, chosen, draft.command, {})
        return sure(ctx, found) if isinstance(found, Poll) else found
    return ctx.desk.run(ctx, draft.command, {**draft.given, "poll": chosen})


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
    if ctx.community is None or ctx.community.id is None:
        return Choices()
    folded = fold(typing)
    found = [
        poll
        for poll in records.listed(ctx.db, ctx.community.id, skip=0, most=100)
        if folded in fold(f"{poll.number} {poll.question}")
    ]
    return Choices(
        tuple(
            (str(p.number), text("poll-suggestion", number=p.number, question=p.question))
            for p in found[:25]
        )
    )
