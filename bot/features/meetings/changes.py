"""What may be changed by small forms: dates, deadline, title and place; moving, calling off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.card import Button, Buttons, Card, Form, Outcome, Paragraph, Reply
from bot.context import Context
from bot.dates import Understood
from bot.errors import Misfilled, Refusal
from bot.features.meetings import (
    answering,
    answers,
    life,
    nudges,
    permits,
    proposing,
    records,
    routes,
    rules,
    settling,
    views,
    warnings,
)
from bot.features.meetings.records import Meeting
from bot.fields import id_in
from bot.text import Moment, Text, Words, joined, text
from scheduling.calendar import resolve, zone_named
from storage.posts import MEETING


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A meeting's id and one more date."""

    meeting: str
    slot: str


@dataclass(frozen=True, slots=True)
class Extend:
    """A meeting's id and when answers are due now."""

    meeting: str
    until: Understood | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A meeting's id, and what it is called, where it is, how long, and in which zone."""

    meeting: str
    title: str
    venue: str
    duration: str
    zone: str


@dataclass(frozen=True, slots=True)
class Force:
    """A slot's id, and why it is taken though it suits nobody."""

    slot: str
    why: str


@dataclass(frozen=True, slots=True)
class Move:
    """A meeting's id and its new date."""

    meeting: str
    date: str


@dataclass(frozen=True, slots=True)
class CallOff:
    """A meeting's id, and why it is called off, if that is said."""

    meeting: str
    why: str


def _proposed(ctx: Context, number: int) -> Meeting:
    meeting = permits.managed(ctx, number)
    settling.require_proposed(meeting)
    return meeting


# ── one more date, one less ─────────────────────────────────────────────────────────────────────


def ask_slot(ctx: Context, press: routes.AskSlot) -> Outcome:
    """Open the form that proposes one more date."""
    meeting = _proposed(ctx, press.meeting)
    _require_room(ctx, meeting)
    return _noted(ctx.form("meet.add-slot", {"meeting": str(press.meeting)}), meeting)


def _require_room(ctx: Context, meeting: Meeting) -> None:
    answering.require_open(ctx, meeting)
    if len(records.slots(ctx.db, meeting.id or 0)) >= rules.MOST_SLOTS:
        raise Refusal(text("meet-slots-full", most=rules.MOST_SLOTS))


def add_slot(ctx: Context, asked: NewSlot) -> Outcome:
    """Propose one more date; who had answered the others is asked about this one only (4 A6)."""
    meeting = _proposed(ctx, id_in(asked.meeting))
    _require_room(ctx, meeting)
    number = meeting.id or 0
    slot = proposing.read_slot(ctx, asked.slot, meeting.minutes)
    if isinstance(slot, Text):
        raise Misfilled({"slot": slot})
    if slot.starts_at in {other.starts_at for other in records.slots(ctx.db, number)}:
        raise Misfilled({"slot": text("meet-slot-known", given=Words(asked.slot[:60]))})
    records.add(ctx.db, meeting, [slot], [])
    nudges.set_clock(ctx, meeting)
    ctx.posts.refresh(routes.MeetingBoard(number).pack())
    asked_anew = answers.answerers(ctx.db, number) - {ctx.me}
    for person in asked_anew:
        ctx.tell(
            person,
            routes.NewSlot(slot.id or 0),
            kind=nudges.KIND,
            severity=MEETING,
            once=f"meet-slot-{slot.id}",
            not_after=min(meeting.until_at or slot.starts_at, slot.starts_at),
        )
    ctx.journal("meeting.slot-added", routes.MeetingBoard(number), when=slot.starts_at.isoformat())
    at = joined([views.slot_line(slot, meeting.minutes), *warnings.about(ctx, slot)])
    said = [Paragraph(text("meet-slot-added", at=at))]
    if asked_anew:
        said.append(Paragraph(text("meet-slot-asked", count=len(asked_anew))))
    return Reply(Card(views.title(meeting), tuple(said)))


def ask_remove_slot(ctx: Context, press: routes.AskRemoveSlot) -> Outcome:
    """Which date to take away, each with the number of answers that would go with it."""
    meeting = _proposed(ctx, press.meeting)
    slots = records.slots(ctx.db, press.meeting)
    if len(slots) <= 1:
        raise Refusal(text("meet-last-slot"))
    buttons = tuple(
        Button(
            views.slot_moment(slot),
            routes.RemoveSlot(slot.id or 0),
            "danger",
            confirm=text(
                "meet-remove-confirm",
                at=views.slot_moment(slot),
                count=len(answers.answered_slot(ctx.db, slot.id or 0)),
            ),
        )
        for slot in slots
    )
    counts = [
        text(
            "meet-remove-line",
            at=views.slot_moment(slot),
            count=len(answers.answered_slot(ctx.db, slot.id or 0)),
        )
        for slot in slots
    ]
    lines = tuple(Paragraph(line) for line in counts)
    return Reply(
        Card(views.title(meeting), (Paragraph(text("meet-remove-which")), *lines, Buttons(buttons)))
    )


def remove_slot(ctx: Context, press: routes.RemoveSlot) -> Outcome:
    """Take a date away; its answers go with it, and no others."""
    meeting, slot = permits.slot(ctx, press.slot)
    permits.require_manage(ctx, meeting)
    settling.require_proposed(meeting)
    if len(records.slots(ctx.db, meeting.id or 0)) <= 1:
        raise Refusal(text("meet-last-slot"))
    count = len(answers.answered_slot(ctx.db, press.slot))
    at = views.slot_moment(slot)
    ctx.never(routes.Passing(press.slot))
    ctx.posts.refresh_notices(routes.NewSlot(press.slot).pack())
    records.remove_slot(ctx.db, press.slot)
    ctx.db.expire_all()
    ctx.posts.refresh(routes.MeetingBoard(meeting.id or 0).pack())
    ctx.journal(
        "meeting.slot-removed",
        routes.MeetingBoard(meeting.id or 0),
        when=at.at.isoformat(),
        answers=str(count),
    )
    said = Paragraph(text("meet-slot-removed", at=at, count=count))
    return Reply(Card(views.title(meeting), (said,)), replace=True)


# ── the deadline, the words ─────────────────────────────────────────────────────────────────────


def ask_extend(ctx: Context, press: routes.AskExtend) -> Outcome:
    """Open the form that moves the deadline for answers."""
    meeting = _proposed(ctx, press.meeting)
    return _noted(ctx.form("meet.extend", {"meeting": str(press.meeting)}), meeting)


def extend(ctx: Context, asked: Extend) -> Outcome:
    """Another deadline for answers; before the last of the dates."""
    meeting = _proposed(ctx, id_in(asked.meeting))
    assert asked.until is not None
    wall, at = proposing.deadline(ctx, asked.until)
    last = max(slot.starts_at for slot in records.slots(ctx.db, meeting.id or 0))
    if at - ctx.now < rules.SOONEST:
        raise Misfilled({"until": text("meet-until-soon")})
    if at >= last:
        raise Misfilled({"until": text("meet-until-late")})
    meeting.until_wall, meeting.until_at, meeting.decidable_at = wall.isoformat(), at, None
    ctx.db.add(meeting)
    ctx.db.flush()
    nudges.set_clock(ctx, meeting)
    settling.redraw(ctx, meeting)
    settling.say(ctx, meeting, "extended")
    until = Moment(at, ctx.here.zone)
    return Reply(Card(views.title(meeting), (Paragraph(text("meet-extended", at=until)),)))


def ask_edit(ctx: Context, press: routes.AskEdit) -> Outcome:
    """Open the form with what a meeting is called, where it is and how long."""
    meeting = permits.managed(ctx, press.meeting)
    form = ctx.form(
        "meet.edit",
        {
            "meeting": str(press.meeting),
            "title": meeting.title,
            "venue": meeting.venue,
            "duration": f"{meeting.minutes} min",
            "zone": meeting.zone,
        },
    )
    if meeting.state != "proposed":  # a settled meeting is moved, with its hour
        form = replace(form, fields=tuple(f for f in form.fields if f.name != "zone"))
    return form


def edit(ctx: Context, asked: Edit) -> Outcome:
    """Correct a meeting. Its zone stays once somebody has answered (feature 4 A7)."""
    meeting = permits.managed(ctx, id_in(asked.meeting))
    if meeting.state != "proposed":
        settling.require_settled(ctx, meeting)
    minutes = proposing.minutes_in(asked.duration)
    zone = zone_named(asked.zone) if asked.zone else meeting.zone
    errors: dict[str, Text] = {}
    if minutes is None:
        errors["duration"] = text("meet-duration-unclear", given=Words(asked.duration[:40]))
    if not zone:
        errors["zone"] = text("unknown-zone", given=Words(asked.zone[:60]))
    elif zone != meeting.zone and answers.answerers(ctx.db, meeting.id or 0):
        errors["zone"] = text("meet-zone-stays")
    if errors:
        raise Misfilled(errors)
    assert minutes is not None
    if zone != meeting.zone and meeting.state == "proposed":
        _rezone(ctx, meeting, zone)
    for slot in records.slots(ctx.db, meeting.id or 0):
        if slot.minutes == meeting.minutes:
            slot.minutes = minutes
            ctx.db.add(slot)
    meeting.title, meeting.venue = " ".join(asked.title.split()), asked.venue
    meeting.minutes, meeting.changed_at = minutes, ctx.now
    meeting.sequence += meeting.state == "settled"
    ctx.db.add(meeting)
    ctx.db.flush()
    if meeting.starts_at is not None:
        life.moved(ctx, meeting, meeting.starts_at)  # its end may be another
    settling.redraw(ctx, meeting)
    return Reply(Card(views.title(meeting), (Paragraph(text("meet-edited")),)))


def _rezone(ctx: Context, meeting: Meeting, zone: str) -> None:
    """The same hours on other walls: nobody has answered yet."""
    for slot in records.slots(ctx.db, meeting.id or 0):
        read = resolve(datetime.fromisoformat(slot.wall), zone)
        if read.instant <= ctx.now:
            raise Misfilled({"zone": text("meet-slot-is-past")})
        slot.zone, slot.starts_at = zone, read.instant
        ctx.db.add(slot)
    meeting.zone = zone
    ctx.db.flush()
    nudges.set_clock(ctx, meeting)


# ── settling all the same, moving, calling off ──────────────────────────────────────────────────


def force(ctx: Context, asked: Force) -> Outcome:
    """Take a date that suits nobody, for a reason that everybody can read (feature 5 A1)."""
    meeting, slot = permits.slot(ctx, id_in(asked.slot))
    settling.require_settling(ctx, meeting, slot)
    return settling.decide(ctx, meeting, slot, asked.why)


def ask_move(ctx: Context, press: routes.AskMove) -> Outcome:
    """Open the form that moves a settled meeting."""
    meeting = permits.managed(ctx, press.meeting)
    settling.require_settled(ctx, meeting)
    values = {"meeting": str(press.meeting), "date": _as_typed(meeting, ctx.reader.zone)}
    return _noted(ctx.form("meet.move-to", values), meeting)


def _as_typed(meeting: Meeting, zone: str) -> str:
    wall = datetime.fromisoformat(meeting.starts_wall)
    return f"{wall:%Y-%m-%d %H:%M}" + ("" if meeting.zone == zone else f" {meeting.zone}")


def move_to(ctx: Context, asked: Move) -> Outcome:
    """Move a settled meeting to a date in words."""
    meeting = permits.managed(ctx, id_in(asked.meeting))
    return moved(ctx, meeting, asked.date)


def moved(ctx: Context, meeting: Meeting, words: str) -> Outcome:
    """Move a settled meeting to a date in words. Raises Misfilled where it is not understood."""
    settling.require_settled(ctx, meeting)
    slot = proposing.read_slot(ctx, words, meeting.minutes)
    if isinstance(slot, Text):
        raise Misfilled({"date": slot})
    wall = datetime.fromisoformat(slot.wall)
    return settling.move(ctx, meeting, wall, slot.zone, slot.starts_at, slot.minutes)


def ask_cancel(ctx: Context, press: routes.AskCancel) -> Outcome:
    """Ask once more, and for a reason if there is one to give."""
    return cancel_form(ctx, permits.managed(ctx, press.meeting))


def cancel_form(ctx: Context, meeting: Meeting, why: str = "") -> Form:
    """The form that calls a meeting off."""
    permits.require_manage(ctx, meeting)
    values = {"meeting": str(meeting.id), "why": why}
    return _noted(ctx.form("meet.call-off", values), meeting)


def call_off(ctx: Context, asked: CallOff) -> Outcome:
    """Call a meeting off."""
    return settling.call_off(ctx, permits.get(ctx, id_in(asked.meeting)), asked.why)


def _noted(form: Form, meeting: Meeting) -> Form:
    """The form, saying which meeting it is about."""
    return replace(form, note=views.title(meeting))
