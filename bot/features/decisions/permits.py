"""Who may do what to a decision."""

from __future__ import annotations

from bot import access
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden
from bot.features.decisions import records, roll
from bot.features.decisions.records import Decision, Objection, Remark, Round
from bot.text import text


def get(ctx: Context, number: int) -> Decision:
    """The decision, if the person may see it. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.decision(ctx.db, number))
    ctx.enter(found.community_id)
    return found


def round_(ctx: Context, number: int) -> tuple[Decision, Round]:
    """A round and its decision, likewise."""
    found = access.there(records.round_(ctx.db, number))
    return get(ctx, found.decision_id), found


def objection(ctx: Context, number: int) -> tuple[Decision, Round, Objection]:
    """An objection, its round and its decision, likewise."""
    found = access.there(roll.objection(ctx.db, number))
    return (*round_(ctx, found.round_id), found)


def remark(ctx: Context, number: int) -> tuple[Decision, Remark]:
    """A remark and its decision, likewise."""
    found = access.there(records.remark(ctx.db, number))
    return get(ctx, found.decision_id), found


def steers(ctx: Context) -> bool:
    """Whoever facilitates now, and every rank above."""
    return ctx.rank >= Rank.FACILITATOR


def may_manage(ctx: Context, decision: Decision) -> bool:
    """The author, as long as they are a member; the facilitator and every rank above."""
    return access.sees_to(ctx, decision.author_id)


def require_manage(ctx: Context, decision: Decision) -> None:
    """Refuse, saying who could, where `may_manage` is not given."""
    if not may_manage(ctx, decision):
        raise Forbidden(text("decision-not-yours"))
