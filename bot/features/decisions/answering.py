"""Answering a round, and what becomes of objections."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.access import NotMember
from bot.card import Card, Choice, Outcome, Paragraph, Reply
from bot.command import Command, Named, Parameter, Rank
from bot.context import Context
from bot.errors import Forbidden, Malformed, Misfilled, Refusal
from bot.features.decisions import lines, permits, private, records, roll, rounds, routes, rules
from bot.features.decisions.records import Decision, Objection, Round
from bot.fields import id_in
from bot.text import Moment, Style, text
from bot.words import fold
from storage.posts import QUESTION, ROLE


@dataclass(frozen=True, slots=True)
class Worded:
    """A round's id, an answer that needs words, and these."""

    round: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class Settled:
    """An objection's id, how it is closed, and why."""

    objection: str
    how: str
    reason: str


def _answerable(ctx: Context, number: int) -> tuple[Decision, Round]:
    """A round that takes this person's answer now. Raises a Refusal otherwise."""
    decision, found = permits.round_(ctx, number)
    rounds.require_open(ctx, found)
    if ctx.person is None or not roll.on_roll(ctx.db, number, ctx.me):
        at = Moment(found.opened_at, ctx.here.zone, Style.SHORT)
        raise Forbidden(text("decision-not-on-roll", at=at))
    if ctx.member is None:
        raise NotMember()
    return decision, found


def say(ctx: Context, press: routes.Say) -> Outcome:
    """Answer with a press; what needs words opens its form, with those given before in place."""
    decision, found = _answerable(ctx, press.round)
    if press.answer not in (rules.REVIEWS if found.kind == "review" else rules.ANSWERS):
        raise Malformed(press.answer)
    mine = roll.answer(ctx.db, press.round, ctx.me)
    if press.answer in rules.WITH_WORDS:
        words = mine.words if mine is not None and mine.kind == press.answer else ""
        values = {"round": str(press.round), "answer": press.answer, "words": words}
        form = ctx.form(f"decision.say-{press.answer}", values)
        return form if form.note is not None else replace(form, note=lines.name(decision))
    if mine is not None and mine.kind == press.answer:
        return Reply(private.mine(ctx, decision, found))
    _give(ctx, decision, found, press.answer, "")
    if ctx.place is not None and ctx.place.direct:
        return Reply(private.mine(ctx, decision, found))
    return None


def say_words(ctx: Context, asked: Worded) -> Outcome:
    """Answer with words: a concern, an objection; what to change, or why to drop it."""
    decision, found = _answerable(ctx, id_in(asked.round))
    allowed = rules.REVIEWS if found.kind == "review" else rules.ANSWERS
    if asked.answer not in rules.WITH_WORDS or asked.answer not in allowed:
        raise Malformed(asked.answer)
    if asked.answer == rules.OBJECTION:
        for one in roll.objections(ctx.db, found.id or 0):
            same = one.person_id == ctx.me and fold(one.words) == fold(asked.words)
            if same and one.state in ("integrated", "outside"):
                raise Misfilled({"words": text("decision-objected-before", reason=one.reason)})
    _give(ctx, decision, found, asked.answer, asked.words)
    return Reply(private.mine(ctx, decision, found))


def _give(ctx: Context, decision: Decision, found: Round, kind: str, words: str) -> None:
    roll.give(ctx.db, found.id or 0, ctx.me, kind, words, ctx.now)
    ctx.acts("decision-answer", routes.RoundBoard(found.id or 0))
    ctx.posts.refresh(routes.RoundBoard(found.id or 0).pack())
    ctx.posts.refresh_notices(routes.Reminder(found.id or 0).pack(), ctx.me)
    if found.version != decision.version:  # the decision's own card says what is proposed
        ctx.posts.refresh(routes.Board(decision.id or 0).pack())


# ── objections ──────────────────────────────────────────────────────────────────────────────────


def lift(ctx: Context, press: routes.Lift) -> Outcome:
    """Its author no longer objects: to be settled by them at any time until the proposal is."""
    decision, found, one = permits.objection(ctx, press.objection)
    if one.person_id != ctx.me:
        raise Forbidden(text("decision-objection-not-yours"))
    _require_standing(decision, found, one)
    if ctx.member is None:
        raise NotMember()
    if rounds.is_open(ctx, found):
        _give(ctx, decision, found, rules.ASIDE, "")
    else:
        roll.close(ctx.db, one, "lifted", "", ctx.me, ctx.now)
    _follow(ctx, decision, found)
    return Reply(private.private(ctx, decision, text("decision-lifted")))


def ask_settle(ctx: Context, press: routes.AskSettle) -> Outcome:
    """Open the form that closes an objection: how, and why."""
    decision, found, one = permits.objection(ctx, press.objection)
    _require_settler(ctx, decision, found, one)
    form = ctx.form("decision.settle", {"objection": str(press.objection)})
    offered = tuple(
        Choice(how, text(f"decision-settle-{how}")) for how in _ways(decision, found, one)
    )
    fields = tuple(
        replace(field, kind="choice", options=offered) if field.name == "how" else field
        for field in form.fields
    )
    values = {**form.values, "how": offered[0].value}
    return replace(form, fields=fields, values=values, note=lines.objection(ctx, one))


def _ways(decision: Decision, found: Round, one: Objection) -> tuple[str, ...]:
    """How an objection may be closed: integrated only where there is a later version."""
    ways = ["outside"]
    if decision.version > found.version:
        ways.insert(0, "integrated")
    if one.left_at is not None:
        ways.append("gone")
    return tuple(ways)


def settle(ctx: Context, asked: Settled) -> Outcome:
    """Close somebody's objection, with a reason that everybody can read."""
    decision, found, one = permits.objection(ctx, id_in(asked.objection))
    _require_settler(ctx, decision, found, one)
    ways = _ways(decision, found, one)
    if asked.how not in ways:
        key = "decision-integrate-first" if asked.how == "integrated" else "decision-settle-unknown"
        raise Misfilled({"how": text(key)})
    roll.close(ctx.db, one, asked.how, asked.reason, ctx.me, ctx.now)
    ctx.journal(
        f"decision.objection-{asked.how}",
        routes.Board(decision.id or 0),
        whom=str(one.person_id),
        objection=one.words,
        reason=asked.reason,
    )
    _follow(ctx, decision, found)
    return Reply(private.private(ctx, decision, text("decision-settled")))


def _require_standing(decision: Decision, found: Round, one: Objection) -> None:
    """Refuse where an objection no longer stands, or what it was raised against is settled."""
    del found
    if one.state != "open":
        raise Refusal(text("decision-objection-closed"))
    if decision.state == records.WITHDRAWN:
        raise Refusal(text("decision-is-withdrawn"))


def _require_settler(ctx: Context, decision: Decision, found: Round, one: Objection) -> None:
    if not permits.steers(ctx):
        raise Forbidden(text("decision-only-facilitator"))
    if one.person_id == ctx.me and ctx.member is not None:
        raise Refusal(text("decision-objection-own"))
    _require_standing(decision, found, one)


def _follow(ctx: Context, decision: Decision, found: Round) -> None:
    """Where that was the last objection of a round that is over, it is judged again."""
    rounds.judge_again(ctx, decision, found)
    rounds.redraw(ctx, decision, found)


# ── who leaves ──────────────────────────────────────────────────────────────────────────────────


def somebody_left(ctx: Context, person: int, teller: int | None) -> None:
    """Their open objections are marked, and `teller` decides; who had not answered counts no more."""
    for one, found, decision in roll.objected(ctx.db, ctx.here.id or 0, person):
        one.left_at = ctx.now
        ctx.db.add(one)
        ctx.db.flush()
        board = routes.Board(decision.id or 0)
        ctx.journal("decision.objector-left", board, objection=one.words)
        rounds.redraw(ctx, decision, found)
        if teller is not None and decision.state in records.PENDING:
            ctx.tell(
                teller,
                routes.LeftObjection(one.id or 0),
                kind=QUESTION,
                severity=ROLE,
                once=f"decision-objection-{one.id}-left",
            )
    for found, decision in records.open_in(ctx.db, ctx.here.id or 0):
        if roll.on_roll(ctx.db, found.id or 0, person):
            rounds.redraw(ctx, decision, found)


# ── forms ───────────────────────────────────────────────────────────────────────────────────────

_WORDS = Parameter(
    "words", Named("words", "texte"), required=True, longest=rules.LONGEST_WORDS, long=True
)
_HIDDEN = (
    Parameter("round", Named("round", "tour"), form=False),
    Parameter("answer", Named("answer", "réponse"), form=False),
)


def _worded(kind: str, names: Named) -> Command:
    """The form of an answer that needs words."""
    return Command(
        f"decision.say-{kind}", names, Worded, say_words, Rank.ANYONE, (*_HIDDEN, _WORDS)
    )


FORMS = (
    _worded("concern", Named("concern", "réserve")),
    _worded("objection", Named("objection", "objection")),
    _worded("change", Named("change", "changer")),
    _worded("drop", Named("drop", "abandonner")),
    Command(
        "decision.settle",
        Named("settle", "traiter"),
        Settled,
        settle,
        Rank.ANYONE,
        (
            Parameter("objection", Named("objection", "objection"), form=False),
            Parameter("how", Named("how", "comment"), required=True),
            Parameter(
                "reason",
                Named("reason", "raison"),
                required=True,
                longest=rules.LONGEST_WORDS,
                long=True,
            ),
        ),
    ),
)


def reply(key: str, decision: Decision) -> Reply:
    """What was done, naming the decision."""
    return Reply(Card(None, (Paragraph(text(key, name=lines.called(decision))),)))
