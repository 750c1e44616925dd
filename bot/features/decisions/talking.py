"""Before a round: questions, amendments that people suggest, and what is answered to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.access import NotMember
from bot.card import Card, Outcome, Paragraph, Reply
from bot.command import Command, Named, Parameter, Rank
from bot.context import Context
from bot.errors import Malformed, Refusal
from bot.features.decisions import lines, permits, records, routes, rules
from bot.features.decisions.records import Decision, Remark
from bot.fields import id_in
from bot.text import Words, text
from storage.posts import STARTED

KINDS = ("question", "amendment")


@dataclass(frozen=True, slots=True)
class Said:
    """A decision's id, a question or a suggested amendment."""

    decision: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Replied:
    """A remark's id, and what is answered to it."""

    remark: str
    words: str


def _talked_over(ctx: Context, number: int, kind: str) -> Decision:
    """A proposal on which this person may say something."""
    if kind not in KINDS:
        raise Malformed(kind)
    decision = permits.get(ctx, number)
    if ctx.member is None:
        raise NotMember()
    if decision.state not in (*records.PENDING, records.ADOPTED):
        raise Refusal(text(f"decision-is-{decision.state}"))
    return decision


def ask(ctx: Context, press: routes.AskRemark) -> Outcome:
    """Open the form of a question, or of an amendment."""
    decision = _talked_over(ctx, press.decision, press.kind)
    values = {"decision": str(press.decision), "kind": press.kind}
    form = ctx.form(f"decision.{press.kind}", values)
    return replace(form, note=lines.name(decision))


def remark(ctx: Context, asked: Said) -> Outcome:
    """It stands in the thread, and whoever proposed hears of it."""
    decision = _talked_over(ctx, id_in(asked.decision), asked.kind)
    said = Remark(
        decision_id=decision.id or 0,
        version=decision.version,
        kind=asked.kind,
        person_id=ctx.me,
        words=asked.words,
        at=ctx.now,
    )
    ctx.db.add(said)
    ctx.db.flush()
    card, board = routes.RemarkCard(said.id or 0), routes.Board(decision.id or 0).pack()
    parent = ctx.posts.first(board)
    ctx.posts.show(
        decision.place_id,
        card.pack(),
        once=f"decision-remark-{said.id}",
        reply_to=parent.id if parent else None,
    )
    ctx.posts.refresh(board)
    if decision.author_id != ctx.me:
        ctx.tell(
            decision.author_id,
            card,
            kind="other",
            severity=STARTED,
            once=f"decision-remark-{said.id}",
        )
    return Reply(Card(None, (Paragraph(text(f"decision-said-{asked.kind}")),)))


def ask_reply(ctx: Context, press: routes.AskReply) -> Outcome:
    """Open the form of an answer, for who may manage the proposal."""
    decision, said = permits.remark(ctx, press.remark)
    permits.require_manage(ctx, decision)
    form = ctx.form("decision.reply", {"remark": str(press.remark), "words": said.reply})
    return replace(form, note=Words(said.words))


def reply(ctx: Context, asked: Replied) -> Outcome:
    """The answer stands under the question."""
    decision, said = permits.remark(ctx, id_in(asked.remark))
    permits.require_manage(ctx, decision)
    said.reply, said.replied_by = asked.words, ctx.me
    ctx.db.add(said)
    ctx.db.flush()
    card = routes.RemarkCard(said.id or 0).pack()
    ctx.posts.refresh(card)
    ctx.posts.refresh_notices(card)
    return Reply(Card(None, (Paragraph(text("decision-replied")),)))


_WORDS = Parameter(
    "words", Named("words", "texte"), required=True, longest=rules.LONGEST_WORDS, long=True
)


def _form(kind: str, names: Named) -> Command:
    return Command(
        f"decision.{kind}",
        names,
        Said,
        remark,
        Rank.ANYONE,
        (
            Parameter("decision", Named("decision", "décision"), form=False),
            Parameter("kind", Named("kind", "genre"), form=False),
            _WORDS,
        ),
    )


FORMS = (
    _form("question", Named("question", "question")),
    _form("amendment", Named("amendment", "amendement")),
    Command(
        "decision.reply",
        Named("reply", "répondre"),
        Replied,
        reply,
        Rank.ANYONE,
        (Parameter("remark", Named("remark", "remarque"), form=False), _WORDS),
    ),
)
