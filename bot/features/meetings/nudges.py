"""What the clock presses while dates are proposed, and the private messages that follow."""

from __future__ import annotations

from bot import access
from bot.card import Outcome
from bot.context import Context
from bot.features.meetings import answers, records, routes, standing
from bot.features.meetings.records import Meeting
from bot.reminders import marks
from storage import people, posts
from storage.posts import MEETING, STARTED

KIND = "meeting"


def set_clock(ctx: Context, meeting: Meeting) -> None:
    """The clock presses the deadline, a reminder, and each slot as it becomes past."""
    assert meeting.id is not None and meeting.until_at is not None
    ctx.later(routes.Deadline(meeting.id), meeting.until_at)
    remind = marks(meeting.proposed_at, meeting.until_at, None)
    if remind and remind[0] > ctx.now:
        ctx.later(routes.Remind(meeting.id), remind[0])
    else:
        ctx.never(routes.Remind(meeting.id))
    for slot in records.slots(ctx.db, meeting.id):
        if slot.starts_at > ctx.now:
            ctx.later(routes.Passing(slot.id or 0), slot.starts_at)


def stop_clock(ctx: Context, meeting: Meeting) -> None:
    """Nothing of the proposal is due any more; what was not yet said is dropped."""
    assert meeting.id is not None
    ctx.never(routes.Deadline(meeting.id))
    ctx.never(routes.Remind(meeting.id))
    for slot in records.slots(ctx.db, meeting.id):
        ctx.never(routes.Passing(slot.id or 0))
        posts.untell(ctx.db, routes.NewSlot(slot.id or 0).pack())
    for view in (routes.Unanswered(meeting.id), routes.CanDecide(meeting.id)):
        posts.untell(ctx.db, view.pack())
        ctx.posts.refresh_notices(view.pack())


def is_open(ctx: Context, meeting: Meeting) -> bool:
    """Whether answers are taken: by state *and* by time, the clock may not have pressed yet."""
    until = meeting.until_at
    return meeting.state == "proposed" and until is not None and ctx.now < until


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


def deadline(ctx: Context, press: routes.Deadline) -> Outcome:
    """Answers are in: the card says so, and whoever organises is asked to decide."""
    meeting = _entered(ctx, press.meeting)
    if meeting is None:
        return None
    if is_open(ctx, meeting):
        ctx.later(press, meeting.until_at or ctx.now)
        return None
    ctx.posts.refresh(routes.MeetingBoard(press.meeting).pack())
    ctx.posts.refresh_notices(routes.Unanswered(press.meeting).pack())
    _ask_to_decide(ctx, meeting)
    return None


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """Tell the members who have not answered; each in their own window."""
    meeting = _entered(ctx, press.meeting)
    if meeting is None or not is_open(ctx, meeting):
        return None
    answered = answers.answerers(ctx.db, press.meeting)
    away = access.away(ctx)
    for member in people.members(ctx.db, meeting.community_id):
        if member.person_id not in answered and member.person_id not in away:
            ctx.tell(
                member.person_id,
                routes.Unanswered(press.meeting),
                kind=KIND,
                severity=MEETING,
                once=f"meet-{press.meeting}-reminder-{meeting.until_at}",
                not_after=meeting.until_at,
                since=ctx.due_at,
            )
    return None


def passing(ctx: Context, press: routes.Passing) -> Outcome:
    """A slot is past: it is greyed where it stands."""
    slot = records.slot(ctx.db, press.slot)
    meeting = _entered(ctx, slot.meeting_id) if slot is not None else None
    if slot is not None and meeting is not None:
        ctx.posts.refresh(routes.MeetingBoard(slot.meeting_id).pack())
    return None


def _entered(ctx: Context, number: int) -> Meeting | None:
    """A meeting that is still only proposed."""
    found = records.meeting(ctx.db, number)
    if found is None or found.state != "proposed":
        return None
    ctx.enter(found.community_id)
    return found


# ── the organiser ───────────────────────────────────────────────────────────────────────────────


def answered(ctx: Context, meeting: Meeting) -> None:
    """Somebody answered: once all who are needed, or all members, have, the organiser is told."""
    if meeting.decidable_at is None and standing.decidable(ctx, meeting):
        _ask_to_decide(ctx, meeting)


def _ask_to_decide(ctx: Context, meeting: Meeting) -> None:
    """Once a proposal: whoever organises it can decide now."""
    if meeting.decidable_at is not None:
        return
    meeting.decidable_at = ctx.now
    ctx.db.add(meeting)
    ctx.db.flush()
    last = max((s.starts_at for s in records.slots(ctx.db, meeting.id or 0)), default=None)
    ctx.tell(
        in_charge(ctx, meeting),
        routes.CanDecide(meeting.id or 0),
        kind=KIND,
        severity=STARTED,
        once=f"meet-{meeting.id}-decide",
        not_after=last,
    )


def in_charge(ctx: Context, meeting: Meeting) -> int:
    """Who decides: the organiser, or who has the controls since they left."""
    if people.member(ctx.db, meeting.community_id, meeting.organiser_id) is not None:
        return meeting.organiser_id
    return access.heir(ctx, meeting.organiser_id) or meeting.organiser_id


def organiser_left(ctx: Context, person: int) -> None:
    """Somebody left: what they organise passes on, and the heir is told."""
    new = access.heir(ctx, person)
    for meeting in records.by_organiser(ctx.db, ctx.here.id or 0, person, ctx.now):
        if new is not None:
            ctx.tell(
                new,
                routes.Orphaned(meeting.id or 0),
                kind=KIND,
                severity=MEETING,
                once=f"meet-{meeting.id}-orphaned",
                not_after=meeting.starts_at or meeting.until_at,
            )
        ctx.journal("meeting.passed-on", routes.MeetingBoard(meeting.id or 0), title=meeting.title)
