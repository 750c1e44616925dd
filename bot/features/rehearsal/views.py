"""What a rehearsal brought, read from the copy: who serves when, gaps, clashes, messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.card import Block, Card, Note, Paragraph, Rehearsed
from bot.context import Context
from bot.dates import say_day
from bot.features.meetings import records as meetings
from bot.features.polls import records as polls
from bot.features.polls.routes import Reminder
from bot.features.rehearsal.rules import A_WEEK, Load, Message, Stretch, loads
from bot.features.roles import records as turns
from bot.route import address_of
from bot.spans import Span, write_span
from bot.text import Line, Text, Words, joined, text
from scheduling.calendar import iso_week, local
from scheduling.public_holidays import holiday_name
from storage import people, posts, roles, terms
from storage.posts import STARTED, Notice
from storage.roles import Role
from storage.terms import Term

MOST_TURNS, MOST_LINES, MOST_NAMES = 40, 10, 15
_DAY = timedelta(days=1)


def played(ctx: Context, what: Rehearsed) -> Card:
    """The card of a rehearsal that has reached `ctx.now`."""
    here = ctx.here
    whole = Stretch(local(what.since, here.zone).date(), local(ctx.now, here.zone).date())
    turning = roles.roles(ctx.db, here.id or 0)
    blocks: list[Block] = [
        Paragraph(text("rehearsal-lead", days=_days(ctx, whole))),
        Paragraph(text("rehearsal-assumed")),
    ]
    if not turning:
        blocks.append(Paragraph(text("rehearsal-no-roles")))
    for role in turning:
        held = _serving(ctx, role, what.since)
        lines: list[Line] = [_served(ctx, one, whole) for one in held]
        most = max(3, MOST_TURNS // len(turning))
        blocks.append(_listed(text("rehearsal-role", name=_name(role)), lines, most))
    gaps = [line for role in turning for line in _gaps(ctx, role, whole)]
    if turning:
        blocks.append(_listed(text("rehearsal-gaps"), gaps, MOST_LINES))
    clashes = [*_holidays(ctx, turning, what.since, whole), *_away(ctx, turning, what.since)]
    blocks.append(_listed(text("rehearsal-clashes"), clashes, MOST_LINES))
    blocks += _messages(ctx, what)
    blocks.append(Note(text("rehearsal-nothing-sent")))
    return Card(text("rehearsal-title"), tuple(blocks))


# ── who serves ──────────────────────────────────────────────────────────────────────────────────


def _serving(ctx: Context, role: Role, since: datetime) -> list[Term]:
    """Who holds a role from when to when, until the end of the rehearsal."""
    held = terms.held(ctx.db, role.community_id, [role.key], since)
    return sorted(
        (one for one in held if one.starts_at < ctx.now),
        key=lambda one: (one.starts_at, one.id or 0),
    )


def _stretch(ctx: Context, one: Term) -> Stretch:
    """The days of a term; one that is still open lasts until the end of the rehearsal."""
    zone = ctx.here.zone
    first = local(one.starts_at, zone).date()
    end = one.ends_at or ctx.now
    return Stretch(first, max(first, (local(end, zone) - timedelta(seconds=1)).date()))


def _served(ctx: Context, one: Term, whole: Stretch) -> Text:
    stretch = _stretch(ctx, one)
    shown = Stretch(max(stretch.first, whole.first), stretch.last)
    return text("rehearsal-serves", days=_days(ctx, shown), name=ctx.mention(one.person_id))


def _gaps(ctx: Context, role: Role, whole: Stretch) -> list[Line]:
    """The turns that nobody has, or that somebody is still asked for, in order."""
    found: list[Line] = []
    for turn in turns.turns_of(ctx.db, role.id or 0, since=whole.first):
        days = Stretch(turn.first, turn.end - _DAY)
        if turn.first > whole.last or turn.state == "accepted":
            continue
        key = "rehearsal-vacant" if turn.person_id is None else "rehearsal-unanswered"
        found.append(text(key, role=_name(role), days=_days(ctx, days)))
    return found


# ── what clashes ────────────────────────────────────────────────────────────────────────────────


def _holidays(ctx: Context, turning: list[Role], since: datetime, whole: Stretch) -> list[Line]:
    """Turns that begin on a public holiday, and meetings on one."""
    here, language = ctx.here, ctx.reader.language
    found: list[tuple[date, Line]] = []
    for role in turning:
        begins = {one.first for one in turns.turns_of(ctx.db, role.id or 0, since=whole.first)}
        for first in begins:
            name = holiday_name(first, here.country, language)
            if name and whole.first <= first <= whole.last:
                line = text(
                    "rehearsal-begins-on", role=_name(role), day=_day(ctx, first), holiday=name
                )
                found.append((first, line))
    for meeting in meetings.coming(ctx.db, here.id or 0, since, until=ctx.now, most=1000):
        on = datetime.fromisoformat(meeting.starts_wall).date()
        name = holiday_name(on, here.country, language)
        if name:
            line = text(
                "rehearsal-meets-on",
                title=Words(meeting.title),
                day=_day(ctx, on),
                holiday=name,
            )
            found.append((on, line))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def _away(ctx: Context, turning: list[Role], since: datetime) -> list[Line]:
    """Who cannot be there on days on which they serve; why is nobody's business."""
    here = ctx.here
    today = local(since, here.zone).date()
    absences = roles.absences(ctx.db, here.id or 0, since=today)
    found: list[tuple[date, Line]] = []
    for role in turning:
        for one in _serving(ctx, role, since):
            for absence in absences:
                if absence.person_id != one.person_id or (
                    absence.roles and role.key not in absence.roles
                ):
                    continue
                gone = Stretch(date.fromisoformat(absence.first), date.fromisoformat(absence.last))
                both = _stretch(ctx, one).within(gone)
                if both is not None:
                    line = text(
                        "rehearsal-unavailable",
                        name=ctx.mention(one.person_id),
                        days=_days(ctx, both),
                        role=_name(role),
                    )
                    found.append((both.first, line))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


# ── what people hear ────────────────────────────────────────────────────────────────────────────


def _messages(ctx: Context, what: Rehearsed) -> list[Block]:
    """Direct messages by person, most first; and cards in the community's channels."""
    found = _loads(ctx, what)
    places = people.places_of(ctx.db, ctx.here.id or 0)
    cards = sum(what.posted.get((one.platform, one.workspace, one.ref), 0) for one in places)
    lines: list[Line] = [_load(ctx, one) for one in found[:MOST_NAMES] if one.all]
    told = sum(one.all > 0 for one in found)
    if told > MOST_NAMES:
        lines.append(text("rehearsal-others", count=told - MOST_NAMES))
    if told < len(found):
        lines.append(text("rehearsal-silence", count=len(found) - told))
    crowded = [one.person for one in found if one.busiest > A_WEEK]
    blocks: list[Block] = [_listed(text("rehearsal-messages"), lines, MOST_NAMES + 2)]
    if crowded:
        names = joined([ctx.mention(one) for one in crowded[:MOST_NAMES]], ", ")
        blocks.append(Paragraph(text("rehearsal-crowded", names=names, most=A_WEEK)))
    else:
        blocks.append(Paragraph(text("rehearsal-never-crowded", most=A_WEEK)))
    blocks.append(Paragraph(text("rehearsal-channel", count=cards)))
    return blocks


def _load(ctx: Context, load: Load) -> Text:
    return text(
        "rehearsal-load", name=ctx.mention(load.person), count=load.all, unasked=load.unasked
    )


def _loads(ctx: Context, what: Rehearsed) -> list[Load]:
    """Each one's messages. Reminders of anonymous polls are left out: they tell who has voted."""
    community = ctx.here.id or 0
    kept: dict[tuple[int, int | None], Notice] = {}
    unasked: set[tuple[int, int | None]] = set()
    found = posts.told_after(ctx.db, community, what.last_post)
    telling = {view for view in {notice.view for notice in found} if _tells_on(ctx, view)}
    for notice in found:
        if notice.view in telling:
            continue
        kept[notice.person_id, notice.post_id] = notice
        if notice.severity != STARTED:
            unasked.add((notice.person_id, notice.post_id))
    members = [one.person_id for one in people.members(ctx.db, community)]
    zones = people.zones(ctx.db, list(dict.fromkeys([*members, *(one for one, _ in kept)])))
    messages = [
        Message(
            person,
            iso_week(notice.sent_at or ctx.now, zones[person] or ctx.here.zone),
            (person, post) in unasked,
        )
        for (person, post), notice in kept.items()
    ]
    return loads(members, messages)


def _tells_on(ctx: Context, view: str) -> bool:
    """Whether a message that somebody gets would say that they have not voted in secret yet."""
    if address_of(view) != Reminder.address:
        return False
    poll = polls.poll(ctx.db, Reminder.unpack(view).poll)
    return poll is not None and poll.secrecy == "anonymous"


# ── pieces ──────────────────────────────────────────────────────────────────────────────────────


def _listed(head: Text, lines: Sequence[Line], most: int) -> Paragraph:
    """A head and what stands under it, one a line; what is too much is counted."""
    shown: list[Line] = [text("rehearsal-bullet", line=line) for line in lines[:most]]
    if len(lines) > most:
        shown.append(text("rehearsal-more", count=len(lines) - most))
    return Paragraph(joined([head, *(shown or [text("rehearsal-none")])], "\n"))


def _name(role: Role) -> Words | Text:
    return Words(role.name) if role.name else text(f"ready-{role.key}")


def _day(ctx: Context, day: date) -> Words:
    return Words(say_day(day, ctx.reader.language))


def _days(ctx: Context, days: Stretch) -> Words:
    """From one day to another, both included; or the one day."""
    return Words(write_span(Span(days.first, days.last), ctx.reader.language))
