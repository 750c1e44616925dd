"""A round opens on a roll, closes once at its time, and what it adopts takes effect with it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

from bot import proposals, reminders
from bot.context import Context
from bot.errors import Malformed, Refusal
from bot.features.decisions import records, roll, routes, rules
from bot.features.decisions.records import Decision, Round
from bot.features.decisions.rules import Renewal, Verdict
from bot.text import text
from scheduling.calendar import end_of_day, local, resolve
from storage import people, posts

# ── opening ─────────────────────────────────────────────────────────────────────────────────────


def open_round(
    ctx: Context, decision: Decision, wall: datetime, zone: str, *, kind: str = "consent"
) -> Round:
    """Freeze the roll, post the card with its buttons, and set the clock.

    Raises a Refusal where fewer are members than a round needs answers.
    """
    if kind == "consent" and people.member_count(ctx.db, decision.community_id) < (
        rules.LEAST_ANSWERS
    ):
        raise Refusal(text("decision-too-few", least=rules.LEAST_ANSWERS))
    review = kind == "review"
    found = Round(
        decision_id=decision.id or 0,
        version=(decision.adopted_version or 1) if review else decision.version,
        kind=kind,
        quorum=decision.quorum,
        opened_at=ctx.now,
        closes_wall=wall.isoformat(),
        zone=zone,
        closes_at=resolve(wall, zone).instant,
    )
    if not review:
        decision.state = records.ROUND
    ctx.db.add(decision)
    ctx.db.add(found)
    ctx.db.flush()
    roll.freeze(ctx.db, found, decision.community_id)
    ctx.posts.author = ctx.posts.author or decision.author_id
    ctx.posts.show(
        decision.place_id,
        routes.RoundBoard(found.id or 0).pack(),
        once=f"decision-round-{found.id}",
    )
    set_clock(ctx, found)
    redraw(ctx, decision, found)
    tell(ctx, decision)
    return found


def usual_close(ctx: Context) -> tuple[datetime, str]:
    """Wall time and zone of the usual deadline."""
    here = ctx.here
    return rules.usual_deadline(local(ctx.now, here.zone).date(), here.country), here.zone


def redraw(ctx: Context, decision: Decision, found: Round | None = None) -> None:
    """The cards of a decision and of a round follow."""
    ctx.posts.refresh(routes.Board(decision.id or 0).pack())
    if found is not None:
        ctx.posts.refresh(routes.RoundBoard(found.id or 0).pack())
        ctx.posts.refresh_notices(routes.Reminder(found.id or 0).pack())


def tell(ctx: Context, decision: Decision) -> None:
    """Another feature's thing hears that what is proposed of it is under way, or over."""
    if decision.about:
        proposals.turned(ctx, decision.about)


# ── the clock ───────────────────────────────────────────────────────────────────────────────────


def set_clock(ctx: Context, found: Round) -> None:
    """The clock presses the deadline and the reminders; earlier ones are moved or dropped."""
    number = found.id or 0
    ctx.later(routes.Deadline(number), found.closes_at)
    marks = reminders.marks(found.opened_at, found.closes_at, None)
    for mark in (1, 2):
        at = marks[mark - 1] if mark <= len(marks) else None
        if at is not None and at > ctx.now:
            ctx.later(routes.Remind(number, mark), at)
        else:
            ctx.never(routes.Remind(number, mark))


def stop_clock(ctx: Context, found: Round) -> None:
    """Nothing of this round is due any more; reminders not yet sent are dropped."""
    number = found.id or 0
    ctx.never(routes.Deadline(number))
    for mark in (1, 2):
        ctx.never(routes.Remind(number, mark))
    posts.untell(ctx.db, routes.Reminder(number).pack())


def is_open(ctx: Context, found: Round) -> bool:
    """Open by state *and* by time: the closing may not have run yet."""
    return found.state == "open" and ctx.now < found.closes_at


def require_open(ctx: Context, found: Round) -> None:
    """Refuse where the round no longer takes answers."""
    if found.state == "replaced":
        raise Refusal(text("decision-replaced"))
    if not is_open(ctx, found):
        raise Refusal(text("decision-closed"))


def replace(ctx: Context, decision: Decision) -> None:
    """The open round, if any, ends without a result: its version is no longer proposed."""
    found = records.open_round(ctx.db, decision.id or 0)
    if found is None:
        return
    found.state, found.closed_at = "replaced", ctx.now
    _freeze_count(ctx, decision, found)
    stop_clock(ctx, found)
    redraw(ctx, decision, found)


def _freeze_count(ctx: Context, decision: Decision, found: Round) -> roll.Tally:
    seen = roll.tally(ctx.db, found, decision.community_id)
    found.asked = seen.asked
    ctx.db.add(found)
    ctx.db.flush()
    return seen


# ── closing ─────────────────────────────────────────────────────────────────────────────────────


def finish(ctx: Context, decision: Decision, found: Round, at: datetime) -> None:
    """Close a round: its outcome on the cards, one reply in the thread, no reminder any more."""
    seen = _freeze_count(ctx, decision, found)
    found.state, found.closed_at = "closed", at
    stop_clock(ctx, found)
    if found.kind == "review":
        _finish_review(ctx, decision, found, at)
    else:
        judge(ctx, decision, found, seen, at)
    ctx.db.add(found)
    ctx.db.flush()
    redraw(ctx, decision, found)
    _say_result(ctx, decision, found)


def judge(
    ctx: Context, decision: Decision, found: Round, seen: roll.Tally, at: datetime
) -> Verdict:
    """Say how a closed round ended; what is adopted takes effect in this transaction."""
    verdict = rules.verdict(seen.asked, found.quorum, seen.answered, seen.objections)
    found.outcome = verdict
    ctx.db.add(found)
    if verdict is Verdict.ADOPTED:
        _adopt(ctx, decision, found, at)
    else:
        decision.state = verdict.value
        ctx.db.add(decision)
    ctx.db.flush()
    return verdict


def judge_again(ctx: Context, decision: Decision, found: Round) -> None:
    """An objection was closed after the round: with the last one, what was proposed is adopted."""
    if found.state != "closed" or decision.state != records.OBJECTED:
        return
    seen = roll.tally(ctx.db, found, decision.community_id)
    if judge(ctx, decision, found, seen, ctx.now) is Verdict.ADOPTED:
        _say_result(ctx, decision, found)


def _say_result(ctx: Context, decision: Decision, found: Round) -> None:
    """One reply under the round's card for each way in which it ended."""
    parent = ctx.posts.first(routes.RoundBoard(found.id or 0).pack())
    again = found.extended_at.isoformat() if found.extended_at else ""
    ctx.posts.author = ctx.posts.author or decision.author_id
    ctx.posts.show(
        decision.place_id,
        routes.Result(found.id or 0).pack(),
        once=f"decision-round-{found.id}-{found.outcome}-{again}",
        reply_to=parent.id if parent else None,
    )


def _adopt(ctx: Context, decision: Decision, found: Round, at: datetime) -> None:
    """A version is adopted: numbered the first time, reviewed in six months, its effect pressed.

    What its end presses comes before the state: as long as it is under way, it can be named.
    """
    words = records.version(ctx.db, decision.id or 0, found.version)
    ends = words is not None and words.ends
    before = records.version(ctx.db, decision.id or 0, decision.adopted_version or 0)
    if ends and before is not None and before.ending:
        _press(ctx, before.ending)
    today = local(at, ctx.here.zone).date()
    if decision.ordinal is None:
        ordinal = records.next_ordinal(ctx.db, decision.community_id, today.year)
        decision.year, decision.ordinal = today.year, ordinal
    decision.adopted_version, decision.adopted_at = found.version, at
    decision.state = records.ENDED if ends else records.ADOPTED
    decision.ended_at = at if ends else None
    set_review(ctx, decision, None if ends else rules.review_day(today))
    code = rules.code(decision.year or 0, decision.ordinal)
    board = routes.Board(decision.id or 0)
    ctx.journal("decision.ended" if ends else "decision.adopted", board, code=code)
    if decision.adopting and not ends and _press(ctx, decision.adopting):
        decision.adopting = ""
    ctx.db.add(decision)
    ctx.db.flush()
    tell(ctx, decision)


def _press(ctx: Context, route: str) -> bool:
    """Press what follows by itself. Returns whether it did: where not, the decision stands anyhow."""
    with suppress(Refusal, Malformed), ctx.db.begin_nested():
        ctx.desk.press(ctx, route)
        return True
    return False


# ── reviews ─────────────────────────────────────────────────────────────────────────────────────


def set_review(ctx: Context, decision: Decision, day: date | None) -> None:
    """The day of the next review (None: none any more), and what the clock does about it."""
    decision.review_on = day.isoformat() if day else None
    ctx.db.add(decision)
    ctx.db.flush()
    review, overdue = routes.Review(decision.id or 0), routes.Overdue(decision.id or 0)
    if day is None:
        ctx.never(review)
        ctx.never(overdue)
        return
    zone = ctx.here.zone
    opens = resolve(rules.review_opens(day), zone).instant
    if opens > ctx.now:
        ctx.later(review, opens)
    else:
        ctx.never(review)
    ctx.later(overdue, end_of_day(day, zone) + timedelta(seconds=1))


def start_review(ctx: Context, decision: Decision) -> Round | None:
    """Open the fast track: keep, change or drop, for five days. None where a round is open."""
    if not decision.in_force or records.open_round(ctx.db, decision.id or 0) is not None:
        return None
    zone = ctx.here.zone
    wall = local(ctx.now, zone) + rules.REVIEW_LASTS
    return open_round(ctx, decision, wall.replace(microsecond=0), zone, kind="review")


def _finish_review(ctx: Context, decision: Decision, found: Round, at: datetime) -> None:
    """Kept for six months more; or a full round, where anybody would change or drop it."""
    found.outcome = rules.renewal(answer.kind for answer in roll.answers(ctx.db, found.id or 0))
    ctx.db.add(found)
    ctx.db.flush()
    board = routes.Board(decision.id or 0)
    if found.outcome == Renewal.KEPT:
        set_review(ctx, decision, rules.review_day(local(at, ctx.here.zone).date()))
        ctx.journal("decision.kept", board)
    elif found.outcome == Renewal.FULL and decision.state == records.ADOPTED:
        with suppress(Refusal):  # too few are left: it stays in force, and its review overdue
            decision.version = decision.adopted_version or decision.version
            open_round(ctx, decision, *usual_close(ctx))
            ctx.journal("decision.reopened", board)


# ── what a new zone, or new rules of one, mean ──────────────────────────────────────────────────


def derive_anew(ctx: Context) -> None:
    """Deadlines and reviews keep their wall time: where a zone's rules changed, they move (R1)."""
    for found, decision in records.all_open(ctx.db):
        instant = resolve(datetime.fromisoformat(found.closes_wall), found.zone).instant
        if instant != found.closes_at and ctx.now < found.closes_at:
            ctx.enter(decision.community_id)
            found.closes_at = instant
            ctx.db.add(found)
            ctx.db.flush()
            set_clock(ctx, found)
            redraw(ctx, decision, found)
    for decision in records.in_force(ctx.db):
        ctx.enter(decision.community_id)
        keep_review(ctx, decision)


def zoned(ctx: Context) -> None:
    """The community keeps another zone's time: its reviews are due by that."""
    for decision in records.in_force(ctx.db, ctx.here.id or 0):
        keep_review(ctx, decision)


def keep_review(ctx: Context, decision: Decision) -> None:
    """Due at its wall time; what was due already stays so."""
    day = decision.review_day
    if day is not None and resolve(rules.review_opens(day), ctx.here.zone).instant > ctx.now:
        set_review(ctx, decision, day)
