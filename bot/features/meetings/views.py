"""How a meeting looks in its channel, and in the direct messages about it."""

from __future__ import annotations

from datetime import timedelta

from bot import access
from bot.card import Bar, Bars, Block, Button, Buttons, Card, Facts, Note, Paragraph, Picker
from bot.context import Context
from bot.features.meetings import (
    answering,
    answers,
    gathering,
    lines,
    nudges,
    records,
    routes,
    rules,
)
from bot.features.meetings import standing as standings
from bot.features.meetings.ranking import Row
from bot.features.meetings.reasons import because, named
from bot.features.meetings.records import Meeting, Slot
from bot.features.meetings.standing import Standing
from bot.text import Line, Moment, Style, Words, joined, text
from storage import people
from storage.people import Person
from storage.posts import shown_notice, trouble


def title(meeting: Meeting) -> Line:
    """What the meeting is called."""
    return text("meet-title", title=meeting.title)


def length(minutes: int) -> Line:
    """How long: "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return text("meet-minutes", minutes=rest)
    if not rest:
        return text("meet-hours", hours=hours)
    return text("meet-hours-minutes", hours=hours, minutes=Words(f"{rest:02d}"))


def facts(meeting: Meeting) -> Line:
    """How long, and where."""
    parts: list[Line] = [length(meeting.minutes)]
    if where := lines.venue(meeting):
        parts.append(where)
    return joined(parts)


def needed(ctx: Context, meeting: Meeting, refs: list[str]) -> list[Line]:
    """Whom the meeting needs, people by name and roles by what they are called; and how many."""
    said: list[Line] = []
    for ref in refs:
        kind, _, which = ref.partition(":")
        if kind == "role":
            said.append(access.role_name(ctx, which))
        else:
            person = ctx.db.get(Person, int(which))
            said.append(Words(person.name if person else "?"))
    found: list[Line] = [text("meet-needs", names=joined(said, ", "))] if said else []
    if meeting.quorum is not None:
        found.append(text("meet-needs-people", count=meeting.quorum))
    return found


# ── proposed dates ──────────────────────────────────────────────────────────────────────────────


def board(ctx: Context, route: routes.MeetingBoard) -> Card | None:
    """The proposed dates in the channel."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.until_at is None:
        return None
    answered = answers.answerers(ctx.db, route.meeting)
    if meeting.state == "cancelled":
        if not answered and meeting.starts_at is None:
            return None  # before the first answer, a cancelled proposal disappears
        return Card(title(meeting), (Paragraph(cancelled(meeting)),))
    if meeting.state == "settled":
        said = text("meet-settled-on", at=lines.when(meeting))
        return Card(title(meeting), (Paragraph(said), _numbered(meeting)))
    return proposal(ctx, meeting, counts=not meeting.hidden)


def proposal(ctx: Context, meeting: Meeting, *, counts: bool) -> Card:
    """The dates that can be answered; with how they stand, for who may see that."""
    standing = standings.look(ctx, meeting)
    takes = nudges.is_open(ctx, meeting)
    rows = {row.slot: row for row in standing.ranking.rows}
    best = standing.ranking.best if counts and standing.answers else None
    bars = tuple(
        slot_bar(
            slot_line(slot, meeting.minutes),
            rows[number],
            counts=counts,
            best=best is not None and best.slot == number,
        )
        for number, slot in standing.slots.items()
    )
    number = standing.number
    blocks: list[Block] = [Paragraph(facts(meeting)), Bars(bars)]
    if best is not None:
        blocks.append(Paragraph(because(ctx, standing)))
    buttons = [Button(text("meet-grid-button"), routes.Grid(number))]
    if takes:
        answer = Button(text("meet-answer-button"), routes.Answers(number, 0), "primary")
        buttons.insert(0, answer)
    blocks.append(Buttons(tuple(buttons)))
    if who := needed(ctx, meeting, records.needs(ctx.db, number)):
        blocks.append(Note(joined(who)))
    blocks.append(Note(_footer(ctx, standing, takes=takes)))
    if takes and meeting.hidden:
        blocks.append(Note(text("meet-hidden")))
    return Card(title(meeting), tuple(blocks))


def slot_bar(label: Line, row: Row, *, counts: bool, best: bool) -> Bar:
    """One proposed date: when, and for whom it is seen, how many could come."""
    if row.past:
        return Bar(text("meet-slot-past", at=label))
    if not counts:
        return Bar(label)
    answered = row.yes + row.maybe + row.no
    share = row.available / answered if answered else 0.0
    return Bar(label, tally(row), share, best=best)


def tally(row: Row) -> Line:
    """ "5 yes · 2 if need be · 1 no"."""
    return joined(
        [
            text("meet-count-yes", count=row.yes),
            text("meet-count-maybe", count=row.maybe),
            text("meet-count-no", count=row.no),
        ]
    )


def _footer(ctx: Context, standing: Standing, *, takes: bool) -> Line:
    """Who answered, until when, and the number by which people call it."""
    meeting = standing.meeting
    members = {m.person_id for m in people.members(ctx.db, meeting.community_id)}
    count = len(standing.answers)
    turnout = text("meet-answered-small", count=count)
    if len(members) >= rules.SMALL_COMMUNITY:
        of_them = len(members & standing.answers.keys())
        turnout = text("meet-answered", count=count, answered=of_them, members=len(members))
    assert meeting.until_at is not None
    at = Moment(meeting.until_at, ctx.here.zone)
    until = text("meet-until" if takes else "meet-until-over", at=at)
    return joined([turnout, until, text("meet-number", number=meeting.number)])


def _numbered(meeting: Meeting) -> Note:
    return Note(text("meet-number", number=meeting.number))


def slot_line(slot: Slot, usual: int) -> Line:
    """When a proposed slot begins; and how long it lasts, where that is not as usual."""
    if slot.minutes == usual:
        return slot_moment(slot)
    return joined([slot_moment(slot), length(slot.minutes)])


def slot_moment(slot: Slot) -> Moment:
    """When a proposed slot begins."""
    return Moment(slot.starts_at, slot.zone)


# ── a settled meeting ───────────────────────────────────────────────────────────────────────────


def cancelled(meeting: Meeting) -> Line:
    """That it was called off, and why if that was said."""
    if meeting.cancelled_why:
        return text("meet-cancelled-why", why=meeting.cancelled_why)
    return text("meet-cancelled")


def card(ctx: Context, route: routes.MeetingCard) -> Card | None:
    """A settled meeting in the channel: when, where, who comes, what it is about."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.starts_at is None:
        return None
    if meeting.state == "cancelled":
        was = text("meet-was", at=lines.when(meeting))
        off = Button(text("meet-calendar-off"), routes.CalendarFile(route.meeting))
        return Card(title(meeting), (Paragraph(cancelled(meeting)), Note(was), Buttons((off,))))
    return settled(ctx, meeting)


def settled(ctx: Context, meeting: Meeting) -> Card:
    """All that the community sees of a settled meeting."""
    assert meeting.id is not None and meeting.starts_at is not None
    rows: list[tuple[Line, Line]] = [
        (text("meet-when"), lines.when(meeting)),
        (text("meet-how-long"), length(meeting.minutes)),
    ]
    if where := lines.venue(meeting):
        rows.append((text("meet-where"), where))
    blocks: list[Block] = [Facts(tuple(rows)), *gathering.blocks(ctx, meeting)]
    over = ctx.now >= meeting.starts_at + timedelta(minutes=meeting.minutes)
    if not over:
        calendar = Button(text("meet-calendar-button"), routes.CalendarFile(meeting.id))
        blocks.append(Buttons((calendar,)))
    failed = trouble(ctx.db, routes.MeetingEvent(meeting.id).pack())
    if failed == "full":
        blocks.append(Note(text("meet-event-full")))
    if meeting.forced_why:
        blocks.append(Note(text("meet-forced", why=meeting.forced_why)))
    blocks.append(_numbered(meeting))
    return Card(title(meeting), tuple(blocks))


def news(ctx: Context, route: routes.MeetingNews) -> Card | None:
    """A line under a card: the meeting moved, was called off, or has a date more."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or (meeting.state == "cancelled") != (route.what == "cancelled"):
        return None
    if route.what == "cancelled":
        return Card(None, (Paragraph(cancelled(meeting)),))
    at: Line | None = None
    if meeting.state == "settled":
        at = lines.when(meeting)
    elif meeting.until_at is not None:
        at = Moment(meeting.until_at, ctx.here.zone)
    return None if at is None else Card(None, (Paragraph(text(f"meet-news-{route.what}", at=at)),))


# ── direct messages ─────────────────────────────────────────────────────────────────────────────


def headed(ctx: Context, meeting: Meeting) -> Line:
    """The meeting's name, and the community's, for who may be in several."""
    return text("meet-headed", title=meeting.title, community=ctx.here.name)


def new_slot(ctx: Context, route: routes.NewSlot) -> Card | None:
    """One more date, to somebody who had answered the others: this one only (feature 4 A6)."""
    slot = records.slot(ctx.db, route.slot)
    meeting = records.meeting(ctx.db, slot.meeting_id) if slot is not None else None
    if slot is None or meeting is None or ctx.person is None:
        return None
    told = shown_notice(ctx.db, ctx.me, route.pack())
    mine = answers.answers_of(ctx.db, meeting.id or 0, ctx.me).get(route.slot)
    if not nudges.is_open(ctx, meeting) or (mine is not None and not told):
        return _over(ctx, meeting) if told else None
    picker: Picker = answering.picker(slot, mine, answering.ALONE)
    return Card(headed(ctx, meeting), (Paragraph(text("meet-new-slot")), picker))


def unanswered(ctx: Context, route: routes.Unanswered) -> Card | None:
    """The reminder to somebody who has not answered."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or ctx.person is None or meeting.until_at is None:
        return None
    told = shown_notice(ctx.db, ctx.me, route.pack())
    if ctx.me in answers.answerers(ctx.db, route.meeting):
        thanks = Card(headed(ctx, meeting), (Paragraph(text("meet-reminder-thanks")),))
        return thanks if told else None
    if not nudges.is_open(ctx, meeting):
        return _over(ctx, meeting) if told else None
    left = Moment(meeting.until_at, ctx.here.zone, Style.RELATIVE, ctx.now)
    at = Moment(meeting.until_at, ctx.here.zone)
    answer = Button(text("meet-answer-button"), routes.Answers(route.meeting, 0), "primary")
    said = Paragraph(text("meet-reminder", left=left, at=at))
    return Card(headed(ctx, meeting), (said, Buttons((answer,))))


def _over(ctx: Context, meeting: Meeting) -> Card:
    """What a message says whose question has been answered by events."""
    line = text("meet-answers-over")
    if meeting.state == "settled":
        line = text("meet-settled-on", at=lines.when(meeting))
    elif meeting.state == "cancelled":
        line = text("meet-cancelled")
    return Card(headed(ctx, meeting), (Paragraph(line),))


def can_decide(ctx: Context, route: routes.CanDecide) -> Card | None:
    """Whoever organises can decide now: the date that stands first, and why."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None:
        return None
    if meeting.state != "proposed":
        return _over(ctx, meeting) if shown_notice(ctx.db, ctx.me, route.pack()) else None
    standing = standings.look(ctx, meeting)
    blocks: list[Block] = [
        Paragraph(text("meet-can-decide", count=len(standing.answers))),
        Paragraph(because(ctx, standing)),
    ]
    whose = named(ctx, standing)
    if whose is not None:
        blocks.append(Note(whose))
    decide = Button(text("meet-settle-button"), routes.AskSettle(route.meeting), "primary")
    see = Button(text("meet-grid-button"), routes.Grid(route.meeting))
    return Card(headed(ctx, meeting), (*blocks, Buttons((decide, see))))


def orphaned(ctx: Context, route: routes.Orphaned) -> Card | None:
    """The organiser left: whoever facilitates has the controls now."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.state == "cancelled":
        return None
    said = Paragraph(text("meet-orphaned", community=ctx.here.name))
    see = Buttons((Button(text("meet-see"), routes.Show(route.meeting)),))
    return Card(headed(ctx, meeting), (said, see))
