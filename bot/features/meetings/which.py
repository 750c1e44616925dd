"""Which meeting is meant."""

from __future__ import annotations

from bot import which
from bot.card import Choices, Outcome
from bot.context import Context
from bot.features.meetings import permits, records, routes
from bot.features.meetings.records import Meeting
from bot.which import Things

FOR_ALL = ("meet.show", "meet.agenda", "meet.notes")
"""What any member may do with any meeting; all the rest takes the right to manage it."""

WHILE_PROPOSED = ("meet.settle", "meet.missing")
WHILE_SETTLED = ("meet.move", "meet.agenda", "meet.notes")


def _standing(ctx: Context, command: str, place: int | None) -> list[Meeting]:
    """What a bare command may mean: what is proposed, what is to come, or what was just held."""
    community = ctx.here.id or 0
    if command == "meet.notes":
        found = records.held(ctx.db, community, ctx.now, most=5)
    else:
        proposed = records.open_in(ctx.db, community)
        coming = records.coming(ctx.db, community, ctx.now, most=10)
        found = {True: proposed, False: coming}.get(command in WHILE_PROPOSED, [])
        if command not in (*WHILE_PROPOSED, *WHILE_SETTLED):
            found = [*proposed, *coming]
    return [one for one in found if place is None or one.place_id == place]


MEETINGS: Things[Meeting] = Things(
    key="meet",
    name=lambda meeting: meeting.title,
    by_number=lambda ctx, number: records.by_number(ctx.db, ctx.here.id or 0, number),
    recent=lambda ctx: records.recent(ctx.db, ctx.here.id or 0),
    standing=_standing,
    may=lambda ctx, meeting, command: command in FOR_ALL or permits.may_manage(ctx, meeting),
    pick=routes.Pick,
    fits=lambda meeting, command: (
        (command not in WHILE_PROPOSED or meeting.state == "proposed")
        and (command not in WHILE_SETTLED or meeting.state == "settled")
        and meeting.state != "cancelled"
    ),
)


def named(ctx: Context, words: str, command: str, values: dict[str, str]) -> Meeting | Outcome:
    """The meeting that `words` mean to `command`, or the picker to ask with (see `bot.which`)."""
    return which.named(ctx, MEETINGS, words, command, values)


def picked(ctx: Context, press: routes.Pick) -> Outcome:
    """Go on with the meeting that was picked."""
    command, values, chosen = which.picked(ctx, press.draft)
    return ctx.desk.run(ctx, command, {**values, "meeting": chosen})


def complete(ctx: Context, typing: str) -> Choices:
    """Suggestions for which meeting: number and title."""
    return which.complete(ctx, MEETINGS, typing)
