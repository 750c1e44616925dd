"""What people ask: what waits, what would go out, put off, stop, and which rules there are."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access, nudging
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.nudges import records, routes, rules, views
from bot.features.nudges.records import Telling
from bot.text import text


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits, or what would go out this week."""

    preview: bool


def show(ctx: Context, asked: Asked) -> Outcome:
    """What waits for whoever facilitates; a member reads who gets it."""
    if not may_see(ctx):
        return Reply(views.for_whom(ctx))
    return Reply(views.foreseen(ctx) if asked.preview else views.waiting(ctx))


def waiting(ctx: Context, press: routes.Waiting) -> Outcome:
    """The same, by a button."""
    _enter(ctx, press.community)
    return show(ctx, Asked(preview=False))


def preview(ctx: Context, press: routes.Preview) -> Outcome:
    """What would go out this week; nothing is sent."""
    _enter(ctx, press.community)
    return show(ctx, Asked(preview=True))


def may_see(ctx: Context) -> bool:
    """Whoever facilitates or coordinates."""
    return ctx.rank >= Rank.FACILITATOR


def _enter(ctx: Context, community: int) -> None:
    ctx.enter(community)
    access.require(ctx, Rank.MEMBER)


# ── answers to a nudge ──────────────────────────────────────────────────────────────────────────


def snooze(ctx: Context, press: routes.Snooze) -> Outcome:
    """Come back to it on that day; the message says so."""
    told = _mine(ctx, press.telling)
    if press.days not in rules.SNOOZES:
        raise access.unknown_thing()
    told.snoozed_until = rules.until(ctx.now, press.days, ctx.here.zone)
    _answered(ctx, told)
    return None


def stop(ctx: Context, press: routes.Stop) -> Outcome:
    """No more of this rule for this person, as long as they hold the role."""
    told = _mine(ctx, press.telling)
    told.stopped_at = ctx.now
    _answered(ctx, told)
    return None


def _answered(ctx: Context, told: Telling) -> None:
    """The message itself, redrawn, is the answer."""
    ctx.db.add(told)
    ctx.db.flush()
    ctx.posts.refresh_notices(routes.Told(told.id or 0).pack())


def _mine(ctx: Context, number: int) -> Telling:
    """What this person was told, who still answers for its role. Raises a Refusal otherwise."""
    told = access.there(records.telling(ctx.db, number))
    ctx.enter(told.community_id)
    if told.person_id != ctx.me:
        raise access.unknown_thing()
    if access.on_duty(ctx, told.role) != ctx.me:
        raise Refusal(text("nudge-passed-on"))
    return told


# ── the rules of the community ──────────────────────────────────────────────────────────────────


def list_rules(ctx: Context, press: routes.Rules) -> Outcome:
    """Every rule, on or off."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    return Reply(views.rule_list(ctx))


def switch(ctx: Context, press: routes.Switch) -> Outcome:
    """Switch a rule off or on, for everybody; the journal keeps it."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    if press.rule not in nudging.rules(ctx):
        raise access.unknown_thing()
    if records.is_on(ctx.db, press.community, press.rule) != press.on:
        records.switch(ctx.db, press.community, press.rule, on=press.on)
        ctx.journal(
            "community.settings",
            nudging.Whole(press.community),
            setting=f"nudge.{press.rule}",
            before="off" if press.on else "on",
            after="on" if press.on else "off",
        )
    return Reply(views.rule_list(ctx), replace=True)
