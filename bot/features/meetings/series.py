"""Meetings that come again: each an ordinary meeting, made before its time, so that calendars know.

One of them is moved or cancelled like any other meeting; its day is never made a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot import series as again
from bot.card import Button, Card, Outcome, Reply
from bot.command import Command, Kind, Made, Named, Parameter, Rank
from bot.context import Context
from bot.dates import say_day
from bot.errors import Misfilled
from bot.features.meetings import attendance, commands, records, routes, rules
from bot.features.meetings.records import Meeting
from bot.text import Moment, Words, text
from scheduling.calendar import local
from storage import people

AHEAD = 6
"""Dates kept in people's calendars."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A meeting of a series: all but its date, which the series gives."""

    title: str
    duration: str
    venue: str


def check(ctx: Context, asked: Repeated) -> None:
    """Refuse what cannot be announced. Raises Misfilled or Forbidden."""
    try:
        commands.check_announce(ctx, _announced(ctx, asked))
    except Misfilled as misfilled:
        names = {"date": "every"}
        raise Misfilled({names.get(n, n): said for n, said in misfilled.errors.items()}) from None


def preview(ctx: Context, asked: Repeated) -> Card:
    """The first of them, as it will be announced."""
    return commands.preview_announce(ctx, _announced(ctx, asked))


def announce(ctx: Context, asked: Repeated) -> Outcome:
    """One of them: a meeting whose date is decided."""
    return commands.announce(ctx, _announced(ctx, asked))


def _announced(ctx: Context, asked: Repeated) -> commands.Announce:
    """The meeting at the date and the hour that its series gives."""
    assert ctx.occasion is not None, "it runs for a series only"
    date = f"{ctx.occasion.wall:%Y-%m-%d %H:%M} {ctx.occasion.zone}"
    return commands.Announce(asked.title, date, asked.duration, asked.venue)


def bare(ctx: Context) -> Outcome:
    """Without a word: what comes again already, if anything does; else the form (None)."""
    return Reply(again.page_of(ctx, "meet")) if again.count(ctx, "meet") else None


def made(ctx: Context, series: int) -> tuple[Made, ...]:
    """Where the meetings of a series are now that are made and whose day is to come."""
    today = local(ctx.now, ctx.here.zone).date().isoformat()
    return tuple(_made(ctx, meeting) for meeting in records.of_series(ctx.db, series, today))


def _made(ctx: Context, meeting: Meeting) -> Made:
    assert meeting.id and meeting.occurrence is not None and meeting.starts_at is not None
    day = date.fromisoformat(meeting.occurrence)
    at = Moment(meeting.starts_at, meeting.zone)
    if meeting.state == "cancelled":
        return Made(day, text("meet-series-cancelled", at=at))
    show = Button(text("meet-show-number", number=meeting.number), routes.Show(meeting.id))
    if datetime.fromisoformat(meeting.starts_wall).date() == day:
        return Made(day, at, show)
    said = Words(say_day(day, ctx.reader.language))
    return Made(day, text("meet-series-moved", day=said, at=at), show)


def heeded(ctx: Context, ref: str) -> float | None:
    """Which share of the members were at a meeting, where that was confirmed; by its packed route."""
    meeting = records.meeting(ctx.db, routes.Show.unpack(ref).meeting)
    if meeting is None or meeting.presence != "confirmed":
        return None
    there = len(attendance.present(ctx, meeting)) + len(attendance.guests_of(meeting))
    members = people.member_count(ctx.db, meeting.community_id)
    return there / members if members else None


COMMAND = Command(
    "meet.series",
    Named("series", "série"),
    Repeated,
    announce,
    Rank.MEMBER,
    (
        Parameter(
            "title",
            Named("title", "titre"),
            required=True,
            longest=rules.LONGEST_TITLE,
            positional=True,
        ),
        Parameter(
            "every",
            Named("every", "chaque"),
            Kind.RECURRENCE,
            required=True,
            positional=True,
            complete=again.complete,
        ),
        Parameter("duration", Named("duration", "durée"), longest=40),
        Parameter("venue", Named("where", "lieu"), longest=rules.LONGEST_VENUE),
    ),
    preview=preview,
    check=check,
    publishes=True,
    ahead=AHEAD,
    made=made,
    heeded=heeded,
    bare=bare,
)
