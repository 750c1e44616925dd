"""A poll always closes, once, at the right time; and what may be changed before it does."""

from __future__ import annotations

from datetime import datetime

from bot import access, reminders
from bot.card import Card, Note, Outcome, Paragraph, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.polls import access as permits
from bot.features.polls import records, roll, routes, rules
from bot.features.polls.records import Poll
from bot.text import Moment, text
from scheduling.calendar import local, resolve
from storage import acts, people, posts
from storage.posts import ROLE


def set_clock(ctx: Context, poll: Poll) -> None:
    """The clock presses the deadline and the reminders; earlier ones are moved or dropped."""
    assert poll.id is not None
    ctx.later(routes.Deadline(poll.id), poll.closes_at)
    marks = reminders.marks(poll.opened_at, poll.closes_at, poll.reminders)
    for mark in (1, 2):
        remind = routes.Remind(poll.id, mark)
        at = marks[mark - 1] if mark <= len(marks) else None
        if at is not None and at > ctx.now:
            ctx.later(remind, at)
        else:
            ctx.never(remind)


def derive_anew(ctx: Context) -> None:
    """A deadline keeps its wall time: where a zone's rules have changed, its instant moves (R1)."""
    for poll in records.all_open(ctx.db):
        instant = resolve(datetime.fromisoformat(poll.closes_wall), poll.zone).instant
        if instant != poll.closes_at and ctx.now < poll.closes_at:
            ctx.enter(poll.community_id)
            poll.closes_at = instant
            ctx.db.add(poll)
            ctx.db.flush()
            set_clock(ctx, poll)
            ctx.posts.refresh(routes.PollBoard(poll.id or 0).pack())


def stop_clock(ctx: Context, poll: Poll) -> None:
    """Nothing of this poll is due any more; reminders not yet sent are dropped."""
    assert poll.id is not None
    ctx.never(routes.Deadline(poll.id))
    for mark in (1, 2):
        ctx.never(routes.Remind(poll.id, mark))
    posts.untell(ctx.db, routes.Reminder(poll.id).pack())


def is_open(ctx: Context, poll: Poll) -> bool:
    """Open by state *and* by time: the closing job may not have run yet."""
    return poll.state == "open" and ctx.now < poll.closes_at


def require_open(ctx: Context, poll: Poll) -> None:
    """Refuse where the poll no longer takes answers."""
    if poll.state == "cancelled":
        raise Refusal(text("poll-is-cancelled"))
    if not is_open(ctx, poll):
        raise Refusal(text("poll-closed"))


def deadline(ctx: Context, press: routes.Deadline) -> Outcome:
    """The clock: close if the deadline has come."""
    poll = records.poll(ctx.db, press.poll)
    if poll is None or poll.state != "open":
        return None
    ctx.enter(poll.community_id)
    if poll.all_voted_at is not None and ctx.now >= poll.all_voted_at + rules.CHANGE_OF_MIND:
        finish(ctx, poll, min(poll.closes_at, poll.all_voted_at + rules.CHANGE_OF_MIND))
    elif ctx.now >= poll.closes_at:
        finish(ctx, poll, poll.closes_at)
    else:
        ctx.later(press, poll.closes_at)
    return None


def finish(ctx: Context, poll: Poll, at: datetime) -> None:
    """Close: result on the card, one reply in the thread, no reminder any more."""
    assert poll.id is not None
    poll.state = "closed"
    poll.closed_at = at
    ctx.db.add(poll)
    ctx.db.flush()
    stop_clock(ctx, poll)
    if poll.secrecy == "anonymous":
        _note_acts(ctx, poll, at)
        ctx.desk.forget_log()
    board = routes.PollBoard(poll.id).pack()
    ctx.posts.refresh(board)
    ctx.posts.refresh_notices(routes.Reminder(poll.id).pack())
    parent = ctx.posts.first(board)
    ctx.posts.author = _in_charge(ctx, poll)
    ctx.posts.show(
        poll.place_id,
        routes.PollResult(poll.id).pack(),
        once=f"poll-{poll.id}-result-{round_of(poll)}",
        reply_to=parent.id if parent else None,
    )


def round_of(poll: Poll) -> str:
    """Which round this is: a reopened poll reminds, closes, and tells its result, once more."""
    return poll.reopened_at.isoformat() if poll.reopened_at else "1"


def _note_acts(ctx: Context, poll: Poll, at: datetime) -> None:
    """Participation in an anonymous poll is written at closing, all of it dated the same."""
    assert poll.id is not None
    for person in sorted(roll.voters(ctx.db, poll)):
        acts.note(
            ctx.db,
            poll.community_id,
            person,
            "vote",
            routes.PollBoard(poll.id).pack(),
            poll.closes_at,
        )


def close_by_hand(ctx: Context, poll: Poll) -> Outcome:
    """The author, the facilitator or the coordination closes early."""
    permits.require_manage(ctx, poll)
    require_open(ctx, poll)
    assert poll.id is not None
    finish(ctx, poll, ctx.now)
    ctx.journal("poll.closed-early", routes.PollBoard(poll.id), question=poll.question)
    return _says("poll-closed-by-hand", poll)


def cancel(ctx: Context, poll: Poll) -> Outcome:
    """Before the first vote the poll disappears; afterwards it is marked, without a result."""
    permits.require_manage(ctx, poll)
    require_open(ctx, poll)
    assert poll.id is not None
    poll.state = "cancelled"
    poll.closed_at = ctx.now
    ctx.db.add(poll)
    ctx.db.flush()
    stop_clock(ctx, poll)
    ctx.posts.refresh(routes.PollBoard(poll.id).pack())
    ctx.posts.refresh_notices(routes.Reminder(poll.id).pack())
    ctx.journal("poll.cancelled", routes.PollBoard(poll.id), question=poll.question)
    return _says("poll-cancelled-by-hand", poll)


def move_deadline(ctx: Context, poll: Poll, wall: datetime, at: datetime, zone: str) -> Outcome:
    """Extend, or shorten to an hour from now at the least; those who voted read it in the thread."""
    permits.require_manage(ctx, poll)
    require_open(ctx, poll)
    assert poll.id is not None
    if at < poll.closes_at and at - ctx.now < rules.SHORTEN_TO:
        raise Refusal(text("poll-shorten-limit"))
    if at - ctx.now > rules.LATEST:
        raise Refusal(text("poll-too-late"))
    before = poll.closes_at
    _set_deadline(poll, wall, at, zone)
    ctx.db.add(poll)
    ctx.db.flush()
    set_clock(ctx, poll)
    _tell_thread(ctx, poll, "extended")
    ctx.journal(
        "poll.deadline-moved",
        routes.PollBoard(poll.id),
        before=before.isoformat(),
        after=at.isoformat(),
    )
    return Reply(
        Card(
            None,
            (Paragraph(text("poll-deadline-moved", question=poll.question, at=Moment(at, zone))),),
        )
    )


def _set_deadline(poll: Poll, wall: datetime, at: datetime, zone: str) -> None:
    poll.closes_wall, poll.zone, poll.closes_at = wall.isoformat(), zone, at
    poll.all_voted_at = None


def _tell_thread(ctx: Context, poll: Poll, what: str) -> None:
    """Redraw the card, and add a line to its thread."""
    assert poll.id is not None
    board = routes.PollBoard(poll.id).pack()
    ctx.posts.refresh(board)
    ctx.posts.refresh_notices(routes.Reminder(poll.id).pack())
    parent = ctx.posts.first(board)
    ctx.posts.show(
        poll.place_id,
        routes.PollNews(poll.id, what).pack(),
        once=f"poll-{poll.id}-{what}-{ctx.now.isoformat()}",
        reply_to=parent.id if parent else None,
        not_after=poll.closes_at,
    )


def reopen(ctx: Context, press: routes.Reopen) -> Outcome:
    """Open a closed poll again, within seven days; never an anonymous one."""
    poll = permits.get(ctx, press.poll)
    permits.require_manage(ctx, poll)
    assert poll.id is not None
    if poll.state != "closed" or poll.closed_at is None:
        raise Refusal(text("poll-not-closed"))
    if poll.secrecy == "anonymous":
        raise Refusal(text("poll-reopen-anonymous"))
    if ctx.now - poll.closed_at > rules.REOPEN_WITHIN:
        raise Refusal(text("poll-reopen-late"))
    wall = rules.usual_deadline(local(ctx.now, ctx.here.zone).date(), ctx.here.country)
    _set_deadline(poll, wall, resolve(wall, ctx.here.zone).instant, ctx.here.zone)
    poll.state, poll.closed_at, poll.reopened_at = "open", None, ctx.now
    poll.chosen, poll.chosen_why = None, ""
    ctx.db.add(poll)
    ctx.db.flush()
    set_clock(ctx, poll)
    ctx.posts.refresh(routes.PollResult(poll.id).pack())  # it holds no more: taken away
    _tell_thread(ctx, poll, "reopened")
    ctx.journal("poll.reopened", routes.PollBoard(poll.id), question=poll.question)
    return _says("poll-reopened-by-hand", poll)


def everybody_voted(ctx: Context, poll: Poll) -> None:
    """Where asked for: once everybody on the list has voted, ten minutes to change one's mind."""
    assert poll.id is not None
    if not poll.close_when_all or poll.audience != "list":
        return
    voters = roll.voters(ctx.db, poll)
    if not voters or set(roll.roll(ctx.db, poll)) - voters:
        poll.all_voted_at = None
        ctx.later(routes.Deadline(poll.id), poll.closes_at)
    elif poll.all_voted_at is None:
        poll.all_voted_at = ctx.now
        ctx.later(routes.Deadline(poll.id), min(poll.closes_at, ctx.now + rules.CHANGE_OF_MIND))
    ctx.db.add(poll)


# ── after a tie ─────────────────────────────────────────────────────────────────────────────────


def tied(ctx: Context, number: int) -> tuple[Poll, tuple[int, ...]]:
    """A closed poll and its tied options. Raises a Refusal where there is no tie to settle."""
    poll = permits.get(ctx, number)
    permits.require_manage(ctx, poll)
    found = rules.outcome(records.totals(ctx.db, poll))
    masked = rules.masked(poll.secrecy, roll.voter_count(ctx.db, poll))
    if poll.state != "closed" or not found.tie or masked or poll.chosen is not None:
        raise Refusal(text("poll-no-tie"))
    if records.second_round(ctx.db, number) is not None:
        raise Refusal(text("poll-run-off-exists"))
    return poll, found.best


def run_off(ctx: Context, press: routes.RunOff) -> Outcome:
    """A second round with the tied options only, for a day."""
    from bot.features.polls.commands import start

    first, best = tied(ctx, press.poll)
    assert first.id is not None
    words = {o.spot: o.words for o in records.options(ctx.db, first.id)}
    closes = ctx.now + rules.RUN_OFF_LASTS
    second = Poll(
        community_id=first.community_id,
        number=records.next_number(ctx.db, first.community_id),
        place_id=first.place_id,
        author_id=first.author_id,
        question=first.question,
        secrecy=first.secrecy,
        results=first.results,
        audience=first.audience,
        closes_wall=local(closes, first.zone).isoformat(),
        zone=first.zone,
        closes_at=closes,
        reminders=0,
        opened_at=ctx.now,
        second_of=first.id,
    )
    electors = roll.electors(ctx.db, first.id) if first.audience == "list" else []
    second = start(ctx, second, [words[spot] for spot in best], (first.audience, electors))
    ctx.journal("poll.run-off", routes.PollBoard(first.id), number=str(second.number))
    return _says("poll-run-off-started", second)


def _says(key: str, poll: Poll) -> Reply:
    return Reply(
        Card(
            None,
            (
                Paragraph(text(key, question=poll.question)),
                Note(text("poll-number", number=poll.number)),
            ),
        )
    )


# ── when the author leaves ──────────────────────────────────────────────────────────────────────


def pass_on(ctx: Context, person: int) -> None:
    """Somebody left: whoever facilitates now (else coordinates) gets their open polls' controls.

    Where they were the last on a list to be waited for, nobody is waited for any more.
    """
    here = ctx.here
    assert here.id is not None
    heir = access.heir(ctx, person)
    for poll in records.open_in(ctx.db, here.id):
        everybody_voted(ctx, poll)
    for poll in records.by_author(ctx.db, here.id, person):
        assert poll.id is not None
        if heir is not None:
            ctx.tell(
                heir,
                routes.Orphaned(poll.id),
                kind="poll",
                severity=ROLE,
                once=f"poll-{poll.id}-orphaned",
                not_after=poll.closes_at,
            )
        ctx.journal("poll.passed-on", routes.PollBoard(poll.id), question=poll.question)


def _in_charge(ctx: Context, poll: Poll) -> int:
    """Who hears what the channel cannot show: the author, or who has the controls instead."""
    if people.member(ctx.db, poll.community_id, poll.author_id) is not None:
        return poll.author_id
    return access.heir(ctx, poll.author_id) or poll.author_id
