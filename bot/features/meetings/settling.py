"""Decide the date, and keep to it: settle, move, call off; calendars and the channel follow."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.card import Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import Setting
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import (
    answers,
    entries,
    life,
    lines,
    nudges,
    permits,
    records,
    routes,
    showing,
    standing,
    views,
)
from bot.features.meetings.records import Meeting, Slot
from bot.text import Text, text
from scheduling.calendar import resolve

EVENTS = Setting("meetings.events", ("on", "off"))


def settle(ctx: Context, press: routes.Settle) -> Outcome:
    """It will be this slot. Whoever presses second learns which date stands."""
    meeting, slot = permits.slot(ctx, press.slot)
    require_settling(ctx, meeting, slot)
    if not answers.approvers(ctx.db, press.slot):
        return ctx.form("meet.force", {"slot": str(press.slot)})
    return decide(ctx, meeting, slot)


def require_settling(ctx: Context, meeting: Meeting, slot: Slot) -> None:
    """Refuse what cannot be settled: not theirs, decided already, or a date that is over (5 A1)."""
    permits.require_manage(ctx, meeting)
    require_proposed(meeting)
    if slot.starts_at <= ctx.now:
        raise Refusal(text("meet-slot-is-past"))


def require_proposed(meeting: Meeting) -> None:
    """Refuse, saying what stands, where the date is not open any more."""
    if meeting.state == "settled":
        raise Refusal(text("meet-already-settled", at=lines.when(meeting)))
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))


def require_settled(ctx: Context, meeting: Meeting) -> None:
    """Refuse where there is no meeting to come."""
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if meeting.state != "settled" or meeting.starts_at is None:
        raise Refusal(text("meet-not-settled"))
    if meeting.starts_at <= ctx.now:
        raise Refusal(text("meet-is-past"))


def decide(ctx: Context, meeting: Meeting, slot: Slot, why: str = "") -> Outcome:
    """Settle a meeting on one of its proposed slots."""
    meeting.slot_id, meeting.forced_why = slot.id, why
    meeting.minutes = slot.minutes
    _fix(ctx, meeting, datetime.fromisoformat(slot.wall), slot.zone, slot.starts_at)
    announce(ctx, meeting)
    ctx.journal(
        "meeting.settled",
        routes.MeetingCard(meeting.id or 0),
        title=meeting.title,
        when=slot.starts_at.isoformat(),
        why=why,
    )
    return Reply(confirmed(ctx, meeting, text("meet-settled-done", title=meeting.title)))


def _fix(ctx: Context, meeting: Meeting, wall: datetime, zone: str, at: datetime) -> None:
    meeting.state = "settled"
    meeting.starts_wall, meeting.zone, meeting.starts_at = wall.isoformat(), zone, at
    meeting.settled_at = meeting.settled_at or ctx.now
    meeting.changed_at = ctx.now
    ctx.db.add(meeting)
    ctx.db.flush()


def announce(ctx: Context, meeting: Meeting) -> None:
    """Show a meeting that has just been settled, and set its clock."""
    number = meeting.id or 0
    nudges.stop_clock(ctx, meeting)
    standing.serve(ctx, meeting.community_id)
    ctx.posts.refresh(routes.MeetingBoard(number).pack())
    show(ctx, meeting)
    life.settled(ctx, meeting)


def show(ctx: Context, meeting: Meeting) -> None:
    """The meeting's card in its channel, and the platform's own event where that is wanted."""
    number = meeting.id or 0
    showing.show(ctx, meeting)
    if ctx.setting(EVENTS) == "on":
        event = routes.MeetingEvent(number).pack()
        ctx.posts.show(meeting.place_id, event, once=f"meet-{number}-event")


def confirmed(ctx: Context, meeting: Meeting, lead: Text) -> Card:
    """What was decided, repeated, with the ways into one's own calendar."""
    assert meeting.id is not None
    return Card(
        None,
        (
            Paragraph(lead),
            Paragraph(lines.when(meeting)),
            entries.buttons(ctx, meeting),
            Note(text("meet-number", number=meeting.number)),
        ),
    )


# ── afterwards ──────────────────────────────────────────────────────────────────────────────────


def move(
    ctx: Context, meeting: Meeting, wall: datetime, zone: str, at: datetime, minutes: int
) -> Outcome:
    """Another instant for a settled meeting; calendars see a new version of the same entry."""
    before = meeting.starts_at
    assert before is not None and meeting.id is not None
    if (at, zone, minutes) == (before, meeting.zone, meeting.minutes):
        raise Refusal(text("meet-same-date"))
    proposed = [slot for slot in records.slots(ctx.db, meeting.id) if slot.starts_at == at]
    meeting.slot_id = proposed[0].id if proposed else None
    meeting.minutes, meeting.forced_why = minutes, ""
    meeting.sequence += 1
    _fix(ctx, meeting, wall, zone, at)
    standing.serve(ctx, meeting.community_id)
    redraw(ctx, meeting)
    say(ctx, meeting, "moved")
    life.moved(ctx, meeting, before)
    ctx.journal(
        "meeting.moved",
        routes.MeetingCard(meeting.id),
        title=meeting.title,
        before=before.isoformat(),
        after=at.isoformat(),
    )
    return Reply(confirmed(ctx, meeting, text("meet-moved-done", title=meeting.title)))


def redraw(ctx: Context, meeting: Meeting) -> None:
    """Every card of the meeting, and its event, as it is now."""
    number = meeting.id or 0
    for view in (
        routes.MeetingBoard(number),
        routes.MeetingCard(number),
        routes.MeetingEvent(number),
    ):
        ctx.posts.refresh(view.pack())


def say(ctx: Context, meeting: Meeting, what: str) -> None:
    """A line under the meeting's card in the channel."""
    number = meeting.id or 0
    card = ctx.posts.first(routes.MeetingCard(number).pack())
    parent = card or ctx.posts.first(routes.MeetingBoard(number).pack())
    last = meeting.starts_at if meeting.state == "settled" else None
    ctx.posts.show(
        meeting.place_id,
        routes.MeetingNews(number, what).pack(),
        once=f"meet-{number}-{what}-{ctx.now.isoformat()}",
        reply_to=parent.id if parent else None,
        not_after=last,
    )


def call_off(ctx: Context, meeting: Meeting, why: str) -> Outcome:
    """Cancel: a proposal that nobody answered disappears; a settled meeting is marked, and told."""
    permits.require_manage(ctx, meeting)
    if meeting.state == "settled":
        require_settled(ctx, meeting)
    else:
        require_proposed(meeting)
    was_settled = meeting.state == "settled"
    meeting.state, meeting.cancelled_at, meeting.cancelled_why = "cancelled", ctx.now, why
    meeting.sequence += 1
    meeting.changed_at = ctx.now
    ctx.db.add(meeting)
    ctx.db.flush()
    nudges.stop_clock(ctx, meeting)
    redraw(ctx, meeting)
    if was_settled:
        standing.serve(ctx, meeting.community_id)
        say(ctx, meeting, "cancelled")
        life.cancelled(ctx, meeting)
    ctx.journal(
        "meeting.cancelled", routes.MeetingCard(meeting.id or 0), title=meeting.title, why=why
    )
    return Reply(
        Card(None, (Paragraph(text("meet-cancelled-done", title=meeting.title)),)), replace=True
    )


def derive_anew(ctx: Context) -> None:
    """What is to come keeps its wall time: where a zone's rules changed, its instant moves (R1).

    A settled meeting gets a new version in calendars, and one line that explains.
    """
    for meeting in records.to_come(ctx.db, ctx.now):
        ctx.community = None
        ctx.enter(meeting.community_id)
        if meeting.state == "settled":
            at = resolve(datetime.fromisoformat(meeting.starts_wall), meeting.zone).instant
            if at != meeting.starts_at:
                meeting.starts_at = at
                meeting.sequence += 1
                meeting.changed_at = ctx.now
                ctx.db.add(meeting)
                ctx.db.flush()
                redraw(ctx, meeting)
                say(ctx, meeting, "zone")
                life.derive(ctx, meeting)
        elif _slots_anew(ctx, meeting):
            nudges.set_clock(ctx, meeting)
            redraw(ctx, meeting)


def _slots_anew(ctx: Context, meeting: Meeting) -> bool:
    """Whether an instant of a proposal moved: of a slot, or of its deadline."""
    moved = False
    for slot in records.slots(ctx.db, meeting.id or 0):
        at = resolve(datetime.fromisoformat(slot.wall), slot.zone).instant
        if at != slot.starts_at:
            slot.starts_at, moved = at, True
            ctx.db.add(slot)
    if meeting.until_wall:
        until = resolve(datetime.fromisoformat(meeting.until_wall), ctx.here.zone).instant
        if until != meeting.until_at:
            meeting.until_at, moved = until, True
            ctx.db.add(meeting)
    ctx.db.flush()
    return moved


def ends(meeting: Meeting) -> datetime:
    """When a settled meeting is over."""
    assert meeting.starts_at is not None
    return meeting.starts_at + timedelta(minutes=meeting.minutes)


def ask_settle(ctx: Context, press: routes.AskSettle) -> Outcome:
    """Which date it will be: the dates in order, a button each."""
    return Reply(choosing(ctx, permits.managed(ctx, press.meeting)))


def choosing(ctx: Context, meeting: Meeting) -> Card:
    """The dates in order with their reason; pressing one decides."""
    from bot.features.meetings.private import ranked

    require_proposed(meeting)
    found = standing.look(ctx, meeting)
    buttons: list[Button] = []
    for row in found.ranking.rows:
        if not row.past:
            at = views.slot_moment(found.slots[row.slot])
            emphasis = "primary" if not buttons else "plain"
            buttons.append(Button(at, routes.Settle(row.slot), emphasis))  # type: ignore[arg-type]
    note = Note(text("meet-settle-note"))
    return Card(views.title(meeting), (*ranked(ctx, found), Buttons(tuple(buttons)), note))
