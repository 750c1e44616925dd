"""What the clock presses for decisions: closings, reminders, reviews; and what to nudge about."""

from __future__ import annotations

from bot import access
from bot.card import Button, Outcome
from bot.context import Context
from bot.features.decisions import answering, lines, records, roll, rounds, routes, rules
from bot.features.decisions.records import Decision, Round
from bot.nudging import DRIFT, STANDSTILL, Nudge
from bot.text import text
from scheduling.calendar import resolve
from storage import people
from storage.posts import QUESTION, ROLE, VOTE

REVIEW = "decision-review"


def deadline(ctx: Context, press: routes.Deadline) -> Outcome:
    """Close a round if its deadline has come, as of that deadline."""
    decision, found = _open(ctx, press.round)
    if decision is None or found is None:
        return None
    if ctx.now < found.closes_at:
        ctx.later(press, found.closes_at)
    else:
        rounds.finish(ctx, decision, found, found.closes_at)
    return None


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """Tell those on the roll who have not answered; each hears of it in their own window.

    Who answers in between, leaves, or stopped these messages is left out when it is sent.
    """
    decision, found = _open(ctx, press.round)
    if decision is None or found is None or not rounds.is_open(ctx, found):
        return None
    away = access.away(ctx)
    for person in roll.waiting(ctx.db, press.round, decision.community_id):
        accounts = people.accounts_of(ctx.db, person)
        if person in away or (accounts and all(account.bot for account in accounts)):
            continue
        again = f"-{found.extended_at.isoformat()}" if found.extended_at else ""
        ctx.tell(
            person,
            routes.Reminder(press.round),
            kind=QUESTION,
            severity=VOTE,
            once=f"decision-{press.round}-reminder-{press.mark}{again}",
            not_after=found.closes_at,
            since=ctx.due_at,
        )
    return None


def _open(ctx: Context, number: int) -> tuple[Decision | None, Round | None]:
    """A round that is open, and its decision; the community that it belongs to is entered."""
    found = records.round_(ctx.db, number)
    if found is None or found.state != "open":
        return None, None
    decision = records.decision(ctx.db, found.decision_id)
    if decision is not None:
        ctx.enter(decision.community_id)
    return decision, found


def review(ctx: Context, press: routes.Review) -> Outcome:
    """A week before its review: keep, change or drop."""
    decision = records.decision(ctx.db, press.decision)
    if decision is None or decision.review_day is None or decision.state != records.ADOPTED:
        return None
    ctx.enter(decision.community_id)
    opens = resolve(rules.review_opens(decision.review_day), ctx.here.zone).instant
    if ctx.now < opens:
        ctx.later(press, opens)
    else:
        rounds.start_review(ctx, decision)
    return None


def overdue(ctx: Context, press: routes.Overdue) -> Outcome:
    """The day of its review is over: the card says so."""
    decision = records.decision(ctx.db, press.decision)
    if decision is not None:
        ctx.enter(decision.community_id)
        rounds.redraw(ctx, decision)
    return None


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """Decisions to be reviewed within a week, or overdue (11)."""
    found = []
    today = lines.today(ctx)
    for decision in records.in_force(ctx.db, ctx.here.id or 0):
        due = decision.review_day
        if due is None or due - rules.REVIEW_BEFORE > today or decision.state != records.ADOPTED:
            continue
        late = lines.overdue(ctx, decision)
        key = "decision-nudge-overdue" if late else "decision-nudge-soon"
        days = abs((due - today).days)
        why = text(key, name=lines.called(decision), day=lines.day(ctx, due), days=days)
        number = decision.id or 0
        see = Button(text("decision-nudge-button"), routes.Show(number), "primary")
        grave = STANDSTILL if late else DRIFT
        found.append(Nudge(REVIEW, routes.Board(number), grave, why, see))
    return tuple(found)


def leaves(ctx: Context, person: int) -> None:
    """Somebody left: their objections are marked, their proposals go to whoever facilitates."""
    heir = access.heir(ctx, person)
    answering.somebody_left(ctx, person, heir)
    for decision in records.pending(ctx.db, ctx.here.id or 0):
        if decision.author_id != person:
            continue
        board = routes.Board(decision.id or 0)
        if heir is not None:
            ctx.tell(
                heir,
                routes.Orphaned(decision.id or 0),
                kind=QUESTION,
                severity=ROLE,
                once=f"decision-{decision.id}-orphaned",
            )
        ctx.journal("decision.passed-on", board, title=decision.title)
