"""What people ask of meetings by typing: list, show, settle, move, cancel, who is missing, export."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from bot import which
from bot.card import Block, Card, File, Note, Outcome, Paragraph, Reply
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.meetings import (
    answers,
    changes,
    lines,
    permits,
    private,
    proposing,
    records,
    routes,
    rules,
    settling,
    views,
    warnings,
)
from bot.features.meetings import which as whiches
from bot.features.meetings.records import Meeting, Slot
from bot.spreadsheet import sheet
from bot.text import Text, Words, text


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Which:
    """A meeting by its number or words of its title; nothing: the only one it may be."""

    meeting: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A meeting, and a date in words."""

    meeting: str
    date: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """A meeting, and why it is called off."""

    meeting: str
    why: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A meeting and the kind of file."""

    meeting: str
    format: str


@dataclass(frozen=True, slots=True)
class Announce:
    """A meeting whose date is decided."""

    title: str
    date: str
    duration: str
    venue: str


def list_meetings(ctx: Context, asked: Nothing) -> Outcome:
    """The community's meetings."""
    del asked
    return Reply(private.listing(ctx, 0))


def show(ctx: Context, asked: Which) -> Outcome:
    """One meeting, privately."""
    found = whiches.named(ctx, asked.meeting, "meet.show", {"meeting": asked.meeting})
    return Reply(private.one(ctx, found)) if isinstance(found, Meeting) else found


def missing(ctx: Context, asked: Which) -> Outcome:
    """Who has not answered."""
    found = whiches.named(ctx, asked.meeting, "meet.missing", {"meeting": asked.meeting})
    if not isinstance(found, Meeting):
        return found
    permits.require_manage(ctx, found)
    return Reply(private.missing(ctx, found))


def settle(ctx: Context, asked: Dated) -> Outcome:
    """Decide the date: of the proposed ones, by words or from the list in order.

    Words that mean no meeting, with a date, announce one whose date is decided already.
    """
    values = {"meeting": asked.meeting, "date": asked.date}
    try:
        found = whiches.named(ctx, asked.meeting, "meet.settle", values)
    except Refusal:
        known = which.number_in(asked.meeting) is not None or not asked.date
        if known:
            raise
        return ctx.form("meet.announce", {"title": asked.meeting, "date": asked.date})
    if not isinstance(found, Meeting):
        return found
    permits.require_manage(ctx, found)
    if not asked.date:
        return Reply(settling.choosing(ctx, found))
    settling.require_proposed(found)
    slot = proposing.read_slot(ctx, asked.date, found.minutes)
    if isinstance(slot, Text):
        raise Misfilled({"date": slot})
    for proposed in records.slots(ctx.db, found.id or 0):
        if proposed.starts_at == slot.starts_at:
            return settling.settle(ctx, routes.Settle(proposed.id or 0))
    raise Misfilled({"date": text("meet-not-proposed", given=Words(asked.date[:60]))})


def move(ctx: Context, asked: Dated) -> Outcome:
    """Move a settled meeting; without a date, the form that asks for one."""
    values = {"meeting": asked.meeting, "date": asked.date}
    found = whiches.named(ctx, asked.meeting, "meet.move", values)
    if not isinstance(found, Meeting):
        return found
    if not asked.date:
        return changes.ask_move(ctx, routes.AskMove(found.id or 0))
    permits.require_manage(ctx, found)
    return changes.moved(ctx, found, asked.date)


def cancel(ctx: Context, asked: Cancel) -> Outcome:
    """Call a meeting off; asked about once more, with room for a reason."""
    values = {"meeting": asked.meeting, "why": asked.why}
    found = whiches.named(ctx, asked.meeting, "meet.cancel", values)
    return changes.cancel_form(ctx, found, asked.why) if isinstance(found, Meeting) else found


# ── announcing ──────────────────────────────────────────────────────────────────────────────────


def check_announce(ctx: Context, asked: Announce) -> None:
    """Refuse what cannot be announced. Raises Misfilled or Forbidden."""
    proposing.require_proposing(ctx)
    errors: dict[str, Text] = {}
    if proposing.minutes_in(asked.duration) is None:
        errors["duration"] = text("meet-duration-unclear", given=Words(asked.duration[:40]))
    slot = _slot(ctx, asked)
    if isinstance(slot, Text):
        errors["date"] = slot
    if errors:
        raise Misfilled(errors)


def _slot(ctx: Context, asked: Announce) -> Slot | Text:
    minutes = proposing.minutes_in(asked.duration) or rules.USUAL_MINUTES
    return proposing.read_slot(ctx, asked.date, minutes)


def _announced(ctx: Context, asked: Announce) -> tuple[Meeting, Slot]:
    """The meeting that was asked for, not yet kept."""
    slot = _slot(ctx, asked)
    assert isinstance(slot, Slot), "checked before"
    here = ctx.here.id or 0
    meeting = Meeting(
        community_id=here,
        number=records.next_number(ctx.db, here),
        place_id=ctx.publishing_place().id or 0,
        organiser_id=ctx.me,
        title=" ".join(asked.title.split()),
        venue=asked.venue,
        minutes=slot.minutes,
        zone=slot.zone,
        state="settled",
        proposed_at=ctx.now,
        starts_wall=slot.wall,
        starts_at=slot.starts_at,
        settled_at=ctx.now,
        changed_at=ctx.now,
    )
    if ctx.occasion is not None:
        meeting.series_id, meeting.occurrence = ctx.occasion.series, ctx.occasion.day.isoformat()
    return meeting, slot


def preview_announce(ctx: Context, asked: Announce) -> Card:
    """What will be posted, and what is worth knowing before."""
    meeting, slot = _announced(ctx, asked)
    blocks: list[Block] = [Paragraph(lines.when(meeting)), Paragraph(views.facts(meeting))]
    blocks += [Note(line) for line in warnings.about(ctx, slot)]
    return Card(views.title(meeting), tuple(blocks))


def exact_announce(ctx: Context, asked: Announce) -> dict[str, str]:
    """What a preview understood, in words that mean the same tomorrow."""
    slot = _slot(ctx, asked)
    assert isinstance(slot, Slot), "checked before"
    return {"date": proposing.typed(slot, ctx.reader.zone, proposing.minutes_in(asked.duration))}


def announce(ctx: Context, asked: Announce) -> Outcome:
    """Announce a meeting whose date is decided.

    One of a series stands in calendars from now on, and in the channel when its turn comes.
    """
    meeting, _ = _announced(ctx, asked)
    records.add(ctx.db, meeting, [], [])
    if ctx.occasion is not None:
        ctx.occasion.made = routes.Show(meeting.id or 0)
    settling.announce(ctx, meeting)
    lead = text("meet-announced", title=meeting.title)
    return Reply(settling.confirmed(ctx, meeting, lead))


# ── export ──────────────────────────────────────────────────────────────────────────────────────


def export(ctx: Context, asked: Exported) -> Outcome:
    """Everybody's answers as a file."""
    values = {"meeting": asked.meeting, "format": asked.format}
    found = whiches.named(ctx, asked.meeting, "meet.export", values)
    return _export(ctx, found, asked.format or "csv") if isinstance(found, Meeting) else found


def export_press(ctx: Context, press: routes.Export) -> Outcome:
    """The button."""
    return _export(ctx, permits.get(ctx, press.meeting), press.kind)


def _export(ctx: Context, meeting: Meeting, kind: str) -> Outcome:
    permits.require_manage(ctx, meeting)
    slots = records.slots(ctx.db, meeting.id or 0)
    if not slots:
        raise Refusal(text("meet-export-none"))
    said = answers.answers(ctx.db, meeting.id or 0)
    named = {ctx.mention(person).name: mine for person, mine in said.items()}
    if kind == "json":
        whole = {
            "number": meeting.number,
            "title": meeting.title,
            "state": meeting.state,
            "starts_at": meeting.starts_at.isoformat() if meeting.starts_at else None,
            "slots": [
                {"wall": slot.wall, "zone": slot.zone, "starts_at": slot.starts_at.isoformat()}
                for slot in slots
            ],
            "answers": [
                {"name": name, "answers": [mine.get(slot.id or 0) for slot in slots]}
                for name, mine in named.items()
            ],
        }
        content, media = (
            json.dumps(whole, ensure_ascii=False, indent=2).encode(),
            "application/json",
        )
    else:
        heads = [
            f"{datetime.fromisoformat(slot.wall):%Y-%m-%d %H:%M} {slot.zone}" for slot in slots
        ]
        rows = [["name", *heads]]
        rows += [
            [name, *(mine.get(slot.id or 0, "") for slot in slots)] for name, mine in named.items()
        ]
        content, media = sheet(rows), "text/csv"
    file = File(f"meeting-{meeting.number}.{kind}", content, media, text("meet-export-says"))
    return Reply(Card(views.title(meeting), (file,)))
