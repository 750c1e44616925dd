"""A meeting as calendars hold it: the file, the links that add it, and what the feed carries."""

from __future__ import annotations

from datetime import datetime

from bot.calendars import Entry, calendar_file, google_link, outlook_link, uid_of
from bot.card import Button, Buttons, Card, File, Outcome, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import permits, proceedings, records, roll, routes, views
from bot.features.meetings.records import Meeting
from bot.fields import say
from bot.text import text
from storage.installation import name_of


def entry(ctx: Context, meeting: Meeting) -> Entry:
    """The calendar entry of a settled or cancelled meeting; nobody's name or address is in it."""
    assert meeting.id is not None
    points = [point.words for point in proceedings.points(ctx.db, meeting.id)]
    return _entry(ctx, meeting, points, name_of(ctx.db))


def feed(ctx: Context, person: int) -> tuple[Entry, ...]:
    """What belongs in somebody's calendar: all their community's meetings but those they declined."""
    here = ctx.here.id or 0
    declined = roll.declined(ctx.db, here, person)
    agendas, installation = proceedings.agendas(ctx.db, here), name_of(ctx.db)
    return tuple(
        _entry(ctx, meeting, agendas.get(meeting.id or 0, []), installation)
        for meeting in records.for_calendar(ctx.db, here)
        if meeting.id not in declined
    )


def buttons(ctx: Context, meeting: Meeting) -> Buttons:
    """The ways into one's own calendar."""
    made = entry(ctx, meeting)
    return Buttons(
        (
            Button(text("meet-calendar-file"), routes.CalendarFile(meeting.id or 0)),
            Button(text("meet-calendar-google"), address=google_link(made)),
            Button(text("meet-calendar-outlook"), address=outlook_link(made)),
        )
    )


def calendar_press(ctx: Context, press: routes.CalendarFile) -> Outcome:
    """The file of one meeting, and links that add it without a file."""
    meeting = permits.get(ctx, press.meeting)
    if meeting.starts_at is None:
        raise Refusal(text("meet-not-settled"))
    off = meeting.state == "cancelled"
    content = calendar_file([entry(ctx, meeting)], method="CANCEL" if off else None, name="")
    name = say(ctx, text("meet-file-name", number=meeting.number))
    says = text("meet-calendar-off-says" if off else "meet-calendar-says")
    file = File(f"{name}.ics", content, "text/calendar", says)
    if off:
        return Reply(Card(views.title(meeting), (file,)))
    links = Buttons(buttons(ctx, meeting).buttons[1:])
    return Reply(Card(views.title(meeting), (file, links)))


def _entry(ctx: Context, meeting: Meeting, points: list[str], installation: str) -> Entry:
    lines = [f"{place}. {words}" for place, words in enumerate(points, 1)]
    is_link = meeting.venue.startswith(("https://", "http://"))
    return Entry(
        uid=uid_of("meeting", meeting.id or 0, installation),
        sequence=meeting.sequence,
        title=meeting.title,
        wall=datetime.fromisoformat(meeting.starts_wall),
        zone=meeting.zone,
        minutes=meeting.minutes,
        place=meeting.venue,
        description="\n".join([ctx.here.name, *lines]),
        address=meeting.venue if is_link else "",
        changed_at=meeting.changed_at,
        cancelled=meeting.state == "cancelled",
    )
