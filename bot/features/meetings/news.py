"""What meetings tell the digest: dates to decide, what comes next and who does what, decisions."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.context import Context
from bot.features.meetings import duty, lines, nudges, proceedings, records, routes
from bot.features.meetings import gathering_routes as gathering
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.records import Meeting
from bot.news import SOON, News, Section
from bot.text import Line, Moment, Style, Words, joined, text

AHEAD = timedelta(days=60)
"""What is held later than this is not next, for anybody."""

LONGEST_DECISION = 150


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """Dates that wait for answers or for a decision; meetings to come, soonest first; decisions."""
    here = ctx.here.id or 0
    coming = records.coming(ctx.db, here, ctx.now, until=ctx.now + AHEAD)
    return (
        *(
            _to_decide(ctx, meeting, since)
            for meeting in records.open_in(ctx.db, here)
            if meeting.proposed_at <= ctx.now
        ),
        *(_next(ctx, meeting, since) for meeting in coming),
        *(
            decision
            for meeting in proceedings.noted_between(ctx.db, here, since, ctx.now)
            for decision in _decisions(ctx, meeting)
        ),
    )


def _to_decide(ctx: Context, meeting: Meeting, since: datetime) -> News:
    number, until = meeting.id or 0, meeting.until_at
    more = text("meet-news-settle")
    if until is not None and nudges.is_open(ctx, meeting):
        more = text("meet-news-answer", at=Moment(until, meeting.zone, Style.SHORT))
    decidable = meeting.decidable_at
    fresh = (
        meeting.proposed_at >= since
        or (until is not None and ctx.now < until <= ctx.now + SOON)
        or (decidable is not None and decidable >= since)
    )
    return News(
        Section.DECIDE,
        Words(meeting.title),
        more,
        routes.MeetingBoard(number),
        routes.Show(number),
        place=meeting.place_id,
        fresh=fresh,
    )


def _next(ctx: Context, meeting: Meeting, since: datetime) -> News:
    number = meeting.id or 0
    doing: list[Line] = [lines.when(meeting, Style.SHORT)]
    for role in duty.ROLES:
        if holding := duty.holders(ctx, meeting, role):
            names = lines.names(ctx, holding)
            doing.append(text("meet-news-duty", duty=text(f"meet-duty-{role}"), names=names))
    begins = meeting.starts_at or ctx.now
    return News(
        Section.NEXT,
        Words(meeting.title),
        joined(doing),
        routes.MeetingCard(number),
        routes.Show(number),
        place=meeting.place_id,
        fresh=begins <= ctx.now + SOON or meeting.changed_at >= since,
    )


def _decisions(ctx: Context, meeting: Meeting) -> list[News]:
    number = meeting.id or 0
    written = proceedings.notes(ctx.db, number)
    return [
        News(
            Section.DECISIONS,
            Words(meeting.title),
            Words(_short(line)),
            gathering.NotesCard(number),
            gathering.ShowNotes(number),
            place=meeting.place_id,
        )
        for line in (rules.lines_of(written.decisions) if written is not None else ())
    ]


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_DECISION else f"{line[: LONGEST_DECISION - 1]}…"
