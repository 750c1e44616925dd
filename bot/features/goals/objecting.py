"""Objections to an objective: said with a reason, taken back, answered; and what a decision settles."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access, proposals
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.goals import life, lines, permits, private, records, routes, views
from bot.features.goals.records import Goal, Objection
from bot.fields import id_in, say
from bot.proposals import Proposal
from bot.route import address_of
from bot.text import Words, text


@dataclass(frozen=True, slots=True)
class Why:
    """An objective or an objection (its id), and what is said of it."""

    goal: str
    why: str


def _objectionable(ctx: Context, number: int) -> Goal:
    goal = permits.standing(ctx, number)
    if goal.settled_at is not None:
        raise Refusal(text("goal-object-late", day=lines.day_of(ctx, goal.settled_at)))
    if life.deciding(ctx, goal) is not None:
        raise Refusal(text("goal-object-there"))
    return goal


def _mine(ctx: Context, goal: Goal) -> Objection | None:
    there = records.objections(ctx.db, goal.id or 0)
    return next((one for one in there if one.state == "open" and one.person_id == ctx.me), None)


def ask_object(ctx: Context, press: routes.AskObject) -> Outcome:
    """Open the form of an objection, with what one objected already."""
    goal = _objectionable(ctx, press.goal)
    mine = _mine(ctx, goal)
    return ctx.form("goal.object", {"goal": str(press.goal), "why": mine.why if mine else ""})


def object_to(ctx: Context, asked: Why) -> Outcome:
    """Object, with a reason: it is in force for nobody as long as that stands (10.A6)."""
    goal = _objectionable(ctx, id_in(asked.goal))
    mine = _mine(ctx, goal)
    if mine is not None:
        mine.why = asked.why
        ctx.db.add(mine)
        life.keep(ctx, goal)
        return Reply(private.one(ctx, goal, said=text("goal-object-changed")))
    mine = Objection(goal_id=goal.id or 0, person_id=ctx.me, why=asked.why, at=ctx.now)
    ctx.db.add(mine)
    life.keep(ctx, goal)
    facilitating = access.on_duty(ctx, "facilitation")
    for person in dict.fromkeys((permits.in_charge(ctx, goal), facilitating)):
        if person != ctx.me:
            life.tell(ctx, goal, person, "objected", mine.id or 0)
    return Reply(private.one(ctx, goal, said=text("goal-object-noted")))


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Take one's own objection back."""
    goal, objection = permits.objection(ctx, press.objection)
    if objection.person_id != ctx.me:
        raise Forbidden(text("goal-objection-not-yours"))
    _close(ctx, goal, objection, "withdrawn")
    return Reply(private.one(ctx, goal, said=text("goal-object-withdrawn")), replace=True)


def ask_answer(ctx: Context, press: routes.AskAnswer) -> Outcome:
    """Open the form that answers an objection."""
    _, objection = _answerable(ctx, press.objection)
    return ctx.form("goal.answer", {"goal": str(objection.id), "why": ""})


def answer(ctx: Context, asked: Why) -> Outcome:
    """Whoever facilitates answers an objection with a reason: it no longer stands in the way."""
    goal, objection = _answerable(ctx, id_in(asked.goal))
    objection.answer, objection.answered_by = asked.why, ctx.me
    _close(ctx, goal, objection, "answered")
    card = routes.GoalCard(goal.id or 0)
    ctx.journal("goal.objection-answered", card, why=objection.why, answer=asked.why)
    life.tell(ctx, goal, objection.person_id, "answered", objection.id or 0)
    return Reply(private.one(ctx, goal, said=text("goal-object-answered")))


def _answerable(ctx: Context, number: int) -> tuple[Goal, Objection]:
    goal, objection = permits.objection(ctx, number)
    access.require(ctx, Rank.FACILITATOR)
    if objection.person_id == ctx.me:
        raise Forbidden(text("goal-objection-own"))
    return goal, objection


def _close(ctx: Context, goal: Goal, objection: Objection, state: str) -> None:
    objection.state, objection.closed_at = state, ctx.now
    ctx.db.add(objection)
    ctx.db.flush()
    if not life.settle_if_ripe(ctx, goal):
        life.keep(ctx, goal)


# ── by decision ─────────────────────────────────────────────────────────────────────────────────


def proposes(ctx: Context, ref: str) -> Proposal | None:
    """What is decided where an objective is put to a decision: its words, as they are now."""
    if address_of(ref) != routes.Show.address:
        return None
    goal = permits.standing(ctx, routes.Show.unpack(ref).goal)
    if goal.settled_at is not None:
        raise Refusal(text("goal-object-late", day=lines.day_of(ctx, goal.settled_at)))
    says = [text("table-fact", label=name, value=said) for name, said in views.plan(ctx, goal)]
    words = "\n".join([goal.sentence, *(say(ctx, line) for line in says)])
    line = text("goal-proposal", name=lines.name(goal))
    rewritten = len(records.wordings(ctx.db, goal.id or 0))
    adopted, ended = routes.Adopt(goal.id or 0, rewritten), routes.Ended(goal.id or 0, rewritten)
    return Proposal(say(ctx, line), words, line, adopted, ended, of=ref)


def adopt(ctx: Context, press: routes.Adopt) -> Outcome:
    """A decision adopted it: that answers what was objected to it as well."""
    goal = records.goal(ctx.db, press.goal)
    if goal is None or goal.retired_at is not None:
        raise access.unknown_thing()
    ctx.enter(goal.community_id)
    if len(records.wordings(ctx.db, press.goal)) != press.rewritten:
        raise Refusal(text("goal-rewritten-since"))
    if goal.settled_at is not None:
        return None
    for one in records.objections(ctx.db, press.goal):
        if one.state == "open":
            one.state, one.closed_at = "answered", ctx.now
            ctx.db.add(one)
    ctx.db.flush()
    life.settle(ctx, goal)
    return None


def ended(ctx: Context, press: routes.Ended) -> Outcome:
    """The decision that adopted it was ended: it is retired, unless it was rewritten by then."""
    goal = records.goal(ctx.db, press.goal)
    if goal is None or goal.retired_at is not None:
        return None
    ctx.enter(goal.community_id)
    if len(records.wordings(ctx.db, press.goal)) == press.rewritten:
        ending = life.deciding(ctx, goal)
        name = proposals.called(ctx, ending.pack()) if ending is not None else None
        why = text("goal-decision-ended", name=name or Words("?"))
        life.retire(ctx, goal, say(ctx.reading(language=ctx.here.language), why))
    return None
