"""What surrounds a settled meeting, gathered: its part of the card, its commands, what awaits."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Block, Button, Buttons, Facts, Note, Paragraph
from bot.command import Awaiting, Command, Press, View
from bot.context import Context
from bot.features.meetings import (
    actions,
    agenda,
    attendance,
    coming,
    duty,
    kit,
    life,
    lines,
    notes,
    proceedings,
    records,
    roll,
)
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.proceedings import Action
from bot.features.meetings.records import Meeting
from bot.text import Line, Style, joined, text
from scheduling.calendar import local

NOTES_WITHIN = timedelta(days=14)
"""How long notes that nobody has written are asked for."""

HANDED_OVER = 10
"""How many open actions a handover names, the soonest due first."""

COMMANDS: tuple[Command, ...] = (*agenda.COMMANDS, *notes.COMMANDS)
FORMS: tuple[Command, ...] = (*agenda.FORMS, *attendance.FORMS, *notes.FORMS)
PRESSES: tuple[Press, ...] = (
    *coming.PRESSES,
    *agenda.PRESSES,
    *kit.PRESSES,
    *attendance.PRESSES,
    *notes.PRESSES,
    *actions.PRESSES,
)
VIEWS: tuple[View, ...] = (*coming.VIEWS, *attendance.VIEWS, *notes.VIEWS, *actions.VIEWS)


# ── the card ────────────────────────────────────────────────────────────────────────────────────


def blocks(ctx: Context, meeting: Meeting) -> tuple[Block, ...]:
    """What a settled meeting's card says besides its date and place, before and after."""
    where = life.stage(ctx, meeting)
    if where is None:
        return ()
    found = [*_duties(ctx, meeting)]
    if where is Stage.OVER:
        return (*found, *_afterwards(ctx, meeting))
    return (*found, *_who_comes(ctx, meeting, where), *_agenda(ctx, meeting))


def _duties(ctx: Context, meeting: Meeting) -> tuple[Block, ...]:
    """Who facilitates, takes notes and keeps the time, as it stands for that date."""
    rows = tuple(
        (text(f"meet-duty-{role}"), lines.names(ctx, holders))
        for role in duty.ROLES
        if (holders := duty.holders(ctx, meeting, role))
    )
    return (Facts(rows),) if rows else ()


def _who_comes(ctx: Context, meeting: Meeting, where: Stage) -> tuple[Block, ...]:
    number = meeting.id or 0
    yes = roll.saying(ctx.db, number, "yes")
    said: list[Line] = [coming.counts(ctx, number)]
    if yes:
        said.append(lines.names(ctx, yes))
    found: tuple[Block, ...] = (Paragraph(joined(said, "\n")),)
    return (*found, coming.answers(number)) if where is Stage.COMING else found


def _agenda(ctx: Context, meeting: Meeting) -> tuple[Block, ...]:
    number = meeting.id or 0
    points = proceedings.points(ctx.db, number)
    found: list[Block] = []
    if points:
        listed = agenda.listed(ctx, points, most=rules.POINTS_SHOWN)
        found.append(Paragraph(joined([text("meet-agenda-head"), listed], "\n")))
        if (said := agenda.length(meeting, points)) is not None:
            found.append(Note(said))
    buttons = [Button(text("meet-point-add"), routes.AskPoint(number))]
    buttons.append(Button(text("meet-agenda-button"), routes.Agenda(number, 0)))
    if _is_next(ctx, meeting) and (left := agenda.still_open(ctx, meeting)) is not None:
        found.append(Paragraph(left))
        buttons.append(_open_actions(meeting))
    return (*found, Buttons(tuple(buttons)))


def _is_next(ctx: Context, meeting: Meeting) -> bool:
    """Whether what is still open belongs on this card: once, on the next meeting's."""
    ahead = records.coming(ctx.db, meeting.community_id, ctx.now, most=1)
    return not ahead or ahead[0].id == meeting.id or life.stage(ctx, meeting) is Stage.ON


def _afterwards(ctx: Context, meeting: Meeting) -> tuple[Block, ...]:
    """How many were there if that is known, what was decided, and who does what."""
    number = meeting.id or 0
    found: list[Block] = []
    if meeting.presence == "confirmed":
        found.append(Paragraph(attendance.there_count(ctx, meeting)))
    elif meeting.presence == "unconfirmed":
        count = len(roll.saying(ctx.db, number, "yes"))
        found.append(Note(text("meet-there-unsure", count=count)))
    written = proceedings.notes(ctx.db, number)
    decided = notes.decided(written) if written is not None else None
    if decided is not None:
        found.append(Paragraph(decided))
    made = proceedings.actions(ctx.db, number)
    if made:
        found.append(Paragraph(notes.taken_on(ctx, made)))
    key = "meet-notes-see" if written is not None else "meet-notes-write"
    buttons = [Button(text(key), routes.ShowNotes(number))]
    if any(actions.is_open(action) for action in made):
        buttons.append(_open_actions(meeting))
    return (*found, Buttons(tuple(buttons)))


def _open_actions(meeting: Meeting) -> Button:
    return Button(text("meet-actions-button"), routes.OpenActions(meeting.community_id, 0))


# ── what other features ask ─────────────────────────────────────────────────────────────────────


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """What meetings wait for from this person: an answer, who was there, notes, an action."""
    return (
        *_actions_due(ctx),
        *_to_confirm(ctx),
        *_to_write(ctx),
        *_to_say(ctx),
        *_to_prepare(ctx),
    )


def _actions_due(ctx: Context) -> list[Awaiting]:
    """What I took on, the soonest due first; what is due today or was comes before all else."""
    today = local(ctx.now, ctx.here.zone).date().isoformat()
    return [
        Awaiting(
            text("meet-awaits-action", task=lines.task(ctx, action)),
            routes.ShowAction(action.id or 0),
            text("meet-awaits-see"),
            urgent=2 if action.due_on and action.due_on <= today else 0,
            place=_place(ctx, action),
        )
        for action in proceedings.owned(ctx.db, ctx.here.id or 0, ctx.me)
    ]


def _place(ctx: Context, action: Action) -> int | None:
    meeting = records.meeting(ctx.db, action.meeting_id)
    return meeting.place_id if meeting is not None else None


def _to_confirm(ctx: Context) -> list[Awaiting]:
    return [
        Awaiting(
            text("meet-awaits-there", title=meeting.title),
            routes.Presence(meeting.id or 0, 0),
            text("meet-there-button"),
            urgent=1,
            place=meeting.place_id,
        )
        for meeting in proceedings.asked(ctx.db, ctx.here.id or 0)
        if attendance.asks_presence(ctx, meeting)
    ]


def _to_write(ctx: Context) -> list[Awaiting]:
    since = ctx.now - NOTES_WITHIN
    return [
        Awaiting(
            text("meet-awaits-notes", title=meeting.title),
            routes.AskNotes(meeting.id or 0),
            text("meet-notes-write"),
            urgent=1,
            place=meeting.place_id,
        )
        for meeting in proceedings.without_notes(ctx.db, ctx.here.id or 0, since, ctx.now)
        if life.stage(ctx, meeting) is Stage.OVER and attendance.asks_notes(ctx, meeting)
    ]


def _to_say(ctx: Context) -> list[Awaiting]:
    """Meetings of the coming week about which I have said nothing."""
    until = ctx.now + rules.ASKED_BEFORE
    return [
        Awaiting(
            text("meet-awaits-come", title=meeting.title, at=lines.when(meeting, Style.SHORT)),
            routes.Coming(meeting.id or 0),
            text("meet-answer-button"),
            place=meeting.place_id,
        )
        for meeting in records.coming(ctx.db, ctx.here.id or 0, ctx.now, until=until)
        if not roll.answer(ctx.db, meeting.id or 0, ctx.me)
    ]


def _to_prepare(ctx: Context) -> list[Awaiting]:
    """A community's first meeting can be prepared in one press."""
    ahead = records.coming(ctx.db, ctx.here.id or 0, ctx.now, most=1)
    return [
        Awaiting(
            text("meet-awaits-kit", title=meeting.title),
            routes.Agenda(meeting.id or 0, 0),
            text("meet-agenda-button"),
            place=meeting.place_id,
        )
        for meeting in ahead
        if ctx.me in duty.leading(ctx, meeting) and kit.offered(ctx, meeting)
    ]


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: what is still open, to write, and to confirm."""
    here = ctx.here.id or 0
    since = ctx.now - NOTES_WITHIN
    left = proceedings.open_actions(ctx.db, here, most=HANDED_OVER)
    asked = proceedings.asked(ctx.db, here)
    unwritten = proceedings.without_notes(ctx.db, here, since, ctx.now)
    return (
        *(text("meet-handover-action", task=lines.task(ctx, action)) for action in left),
        *(text("meet-handover-there", title=meeting.title) for meeting in asked),
        *(text("meet-handover-notes", title=meeting.title) for meeting in unwritten),
    )
