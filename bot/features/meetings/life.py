"""What a settled meeting sets going, and what stops when it moves, is cancelled or somebody leaves.

The other half of the feature calls these functions, in the transaction of its own change.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from bot.card import Outcome
from bot.context import Context
from bot.features.meetings import duty, proceedings, records, roll
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import MeetingCard
from storage import people, posts
from storage.posts import ROLE, STARTED

KIND = "meeting"
_TURNS = ("soon", "begins", "ended", "closed")


def settled(ctx: Context, meeting: Meeting) -> None:
    """A date stands: who answered it comes, and the clock knows what to do when."""
    if meeting.slot_id is not None:
        roll.seed(ctx.db, meeting, meeting.slot_id)
    _recall_at_once(ctx, meeting, _set_clock(ctx, meeting), but=())


def moved(ctx: Context, meeting: Meeting, before: datetime) -> None:
    """Another date stands: who had said that they come is asked once whether they still can.

    Whoever moves it knows, and is not told. Where only its length changes, nobody is asked again.
    """
    if before == meeting.starts_at:
        _set_clock(ctx, meeting)
        return
    number = meeting.id or 0
    had = _had_said(ctx, meeting)
    stop_clock(ctx, meeting)
    roll.clear(ctx.db, number)
    if meeting.slot_id is not None:
        roll.seed(ctx.db, meeting, meeting.slot_id)
    meeting.presence = ""
    ctx.db.add(meeting)
    ctx.db.flush()
    recalled = _set_clock(ctx, meeting)
    _tell_all(
        ctx, meeting, had, routes.Moved(number), f"moved-{_stamp(meeting)}-{meeting.sequence}"
    )
    _recall_at_once(ctx, meeting, recalled, but=had)
    _redraw_told(ctx, meeting, before)


def cancelled(ctx: Context, meeting: Meeting) -> None:
    """There is no meeting: those who had said that they come, or may come, hear of it."""
    number = meeting.id or 0
    had = _had_said(ctx, meeting)
    stop_clock(ctx, meeting)
    _tell_all(ctx, meeting, had, routes.Cancelled(number), "cancelled")
    _redraw_told(ctx, meeting, meeting.starts_at)


def derive(ctx: Context, meeting: Meeting) -> None:
    """The rules of a zone changed, and the meeting's instant with them: the clock is set anew."""
    ctx.enter(meeting.community_id)
    stop_clock(ctx, meeting)
    _set_clock(ctx, meeting)


def gone(ctx: Context, person: int) -> None:
    """Somebody left: nobody waits for them, and what they were to see to is another's."""
    here = ctx.here.id or 0
    roll.withdraw(ctx.db, here, person, ctx.now)
    for meeting in records.coming(ctx.db, here, ctx.now):
        ctx.posts.refresh(MeetingCard(meeting.id or 0).pack())
    for meeting in proceedings.asked(ctx.db, here):
        ask_after(ctx, meeting)


def refresh_next(ctx: Context) -> None:
    """The next meeting's card says what is still open from the last ones."""
    for meeting in records.coming(ctx.db, ctx.here.id or 0, ctx.now, most=1):
        ctx.posts.refresh(MeetingCard(meeting.id or 0).pack())


# ── reminders ───────────────────────────────────────────────────────────────────────────────────


def expect(ctx: Context, meeting: Meeting, person: int) -> None:
    """Somebody says that they come: they are reminded, if that is still ahead."""
    for at in _recalled_at(ctx, meeting, [person]).values():
        if at > ctx.now:
            ctx.later(routes.DayBefore(meeting.id or 0), at, at.isoformat())


def remind(ctx: Context, press: routes.DayBefore) -> Outcome:
    """The clock: remind those who come and for whom it is time; the others when it is.

    Whose zone turned out to be another is judged by where they are now.
    """
    meeting = records.meeting(ctx.db, press.meeting)
    if meeting is None or stage(ctx, meeting) is not Stage.COMING:
        return None
    ctx.enter(meeting.community_id)
    coming = roll.saying(ctx.db, press.meeting, "yes", "maybe")
    for person, at in _recalled_at(ctx, meeting, coming).items():
        if at > ctx.now:
            ctx.later(press, at, at.isoformat())
        elif ctx.now - at <= rules.TOO_LATE:
            _recall(ctx, meeting, person, at)
    return None


def _recalled_at(ctx: Context, meeting: Meeting, persons: list[int]) -> dict[int, datetime]:
    """When each of these people is to be reminded."""
    wall = datetime.fromisoformat(meeting.starts_wall)
    hours = people.hours(ctx.here)
    known: dict[str, datetime] = {}
    found = {}
    for person, zone in people.zones(ctx.db, persons).items():
        theirs = zone or ctx.here.zone
        if theirs not in known:
            known[theirs] = rules.reminder_at(wall, meeting.zone, theirs, hours)
        found[person] = known[theirs]
    return found


def _recall_at_once(
    ctx: Context, meeting: Meeting, recalled: Mapping[int, datetime], but: Collection[int]
) -> None:
    """A date settled so late that the day before is over: who comes is told of it now."""
    for person, at in recalled.items():
        if at <= ctx.now and person not in but and not _is_me(ctx, person):
            _recall(ctx, meeting, person, ctx.now)


def _recall(ctx: Context, meeting: Meeting, person: int, at: datetime) -> None:
    ctx.tell(
        person,
        routes.Reminder(meeting.id or 0),
        kind=KIND,
        severity=STARTED,
        once=f"meeting-{meeting.id}-day-before-{_stamp(meeting)}",
        not_after=meeting.starts_at,
        since=at,
    )


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


def stage(ctx: Context, meeting: Meeting) -> Stage | None:
    """Where a meeting is; None where no date stands."""
    if meeting.state != "settled" or meeting.starts_at is None:
        return None
    return rules.stage(ctx.now, meeting.starts_at, meeting.minutes)


def _set_clock(ctx: Context, meeting: Meeting) -> dict[int, datetime]:
    """Say to the clock what is due of a meeting; when each of those who come is to be reminded."""
    number, starts = meeting.id or 0, meeting.starts_at
    assert starts is not None, "only a settled meeting has a clock"
    if starts - rules.SOON >= ctx.now:
        ctx.later(routes.Turn(number, "soon"), starts - rules.SOON)
    ctx.later(routes.Turn(number, "begins"), starts)
    ctx.later(routes.Turn(number, "ended"), _end(meeting))
    recalled = _recalled_at(ctx, meeting, roll.saying(ctx.db, number, "yes", "maybe"))
    for at in set(recalled.values()):
        if at > ctx.now:
            ctx.later(routes.DayBefore(number), at, at.isoformat())
    return recalled


def stop_clock(ctx: Context, meeting: Meeting) -> None:
    """Nothing of this meeting is due any more; what was not sent yet is dropped."""
    number = meeting.id or 0
    ctx.never(routes.DayBefore(number))
    for what in _TURNS:
        ctx.never(routes.Turn(number, what))
    for view in (routes.Reminder(number), routes.Moved(number)):
        posts.untell(ctx.db, view.pack())


def turn(ctx: Context, press: routes.Turn) -> Outcome:
    """The clock: a meeting is near, begins, or is over. Judged now: it may have moved."""
    meeting = records.meeting(ctx.db, press.meeting)
    if meeting is None:
        return None
    where = stage(ctx, meeting)
    ctx.enter(meeting.community_id)
    match press.what, where:
        case "soon", Stage.COMING:
            _say_soon(ctx, meeting)
        case "begins", Stage.ON | Stage.OVER:
            ctx.posts.refresh(MeetingCard(press.meeting).pack())
            _redraw_told(ctx, meeting, None)
        case "ended", Stage.COMING | Stage.ON:  # it lasts longer than it was to
            ctx.later(press, _end(meeting))
        case "ended", Stage.OVER:
            _ended(ctx, meeting)
        case "closed", Stage.OVER if meeting.presence == "asked":
            meeting.presence = "unconfirmed"
            ctx.db.add(meeting)
            ctx.posts.refresh(MeetingCard(press.meeting).pack())
            ctx.posts.refresh_notices(routes.After(press.meeting).pack())
    return None


def _say_soon(ctx: Context, meeting: Meeting) -> None:
    """One line under the card, an hour before; never after the start, nor twice for one date."""
    assert meeting.starts_at is not None
    parent = ctx.posts.first(MeetingCard(meeting.id or 0).pack())
    ctx.posts.author = meeting.organiser_id
    ctx.posts.show(
        meeting.place_id,
        routes.Soon(meeting.id or 0, int(meeting.starts_at.timestamp())).pack(),
        once=f"meeting-{meeting.id}-soon-{_stamp(meeting)}",
        reply_to=parent.id if parent else None,
        not_after=meeting.starts_at,
        nudge=True,
    )


def _ended(ctx: Context, meeting: Meeting) -> None:
    """Over: who said yes is taken to have been there, until somebody puts it right."""
    number = meeting.id or 0
    if not meeting.presence:
        meeting.presence = "asked"
        ctx.db.add(meeting)
        ctx.db.flush()
        roll.presume(ctx.db, number, ctx.now)
    ask_after(ctx, meeting)
    ctx.later(routes.Turn(number, "closed"), corrected_until(meeting))
    ctx.posts.refresh(MeetingCard(number).pack())
    refresh_next(ctx)


def ask_after(ctx: Context, meeting: Meeting) -> None:
    """Ask once, of whoever sees to it, who was there and what the notes say."""
    for person in dict.fromkeys([*duty.leading(ctx, meeting), *duty.noting(ctx, meeting)]):
        ctx.tell(
            person,
            routes.After(meeting.id or 0),
            kind=KIND,
            severity=STARTED if duty.said_yes(ctx, meeting, person) else ROLE,
            once=f"meeting-{meeting.id}-after-{_stamp(meeting)}",
            not_after=corrected_until(meeting),
        )


# ── pieces ──────────────────────────────────────────────────────────────────────────────────────


def _had_said(ctx: Context, meeting: Meeting) -> list[int]:
    """Who had said that they come or may come, also to a date before the last: not those who can't."""
    number = meeting.id or 0
    asked = posts.told(ctx.db, routes.Moved(number).pack())
    no = roll.saying(ctx.db, number, "no")
    had = dict.fromkeys([*roll.saying(ctx.db, number, "yes", "maybe"), *asked])
    return [person for person in had if person not in no]


def _tell_all(
    ctx: Context,
    meeting: Meeting,
    persons: list[int],
    view: routes.Moved | routes.Cancelled,
    key: str,
) -> None:
    for person in persons:
        if not _is_me(ctx, person):
            ctx.tell(
                person,
                view,
                kind=KIND,
                severity=STARTED,
                once=f"meeting-{meeting.id}-{key}",
                not_after=meeting.starts_at,
            )


def _redraw_told(ctx: Context, meeting: Meeting, said_for: datetime | None) -> None:
    """What people read about an earlier date no longer holds."""
    number = meeting.id or 0
    for view in (routes.Reminder(number), routes.Moved(number)):
        ctx.posts.refresh_notices(view.pack())
    if said_for is not None:
        ctx.posts.refresh(routes.Soon(number, int(said_for.timestamp())).pack())


def corrected_until(meeting: Meeting) -> datetime:
    """Until when it may be put right who was there."""
    return _end(meeting) + rules.CORRECTED_FOR


def _end(meeting: Meeting) -> datetime:
    assert meeting.starts_at is not None
    return rules.end_of(meeting.starts_at, meeting.minutes)


def _is_me(ctx: Context, person: int) -> bool:
    return ctx.person is not None and ctx.person.id == person


def _stamp(meeting: Meeting) -> str:
    """The date that something is said about: said once for each."""
    assert meeting.starts_at is not None
    return f"{meeting.starts_at:%Y%m%dT%H%M%S}"
