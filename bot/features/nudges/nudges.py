"""What the clock presses: once a day, the gravest thing that is ripe, to who is on duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import access, nudging
from bot.budget import YOUNG, free_at, monday_before
from bot.context import Context
from bot.features.nudges import records, routes, rules
from bot.notices import NUDGE
from bot.nudging import Nudge
from scheduling.calendar import is_open, next_opening
from storage import due, people, terms
from storage.people import Community, hours
from storage.posts import OTHER, messages_since

Ledger = Mapping[tuple[str, str], tuple[datetime, datetime | None]]
"""By rule and object: when it was told last, and until when it was put off then."""


def found(ctx: Context) -> None:
    """A community was founded: its first round comes with its next opening."""
    _arm(ctx, ctx.here, rules.next_round(ctx.now, ctx.here.zone, hours(ctx.here)))


def arm_all(ctx: Context) -> None:
    """At start, every community has its round: now where it is open, for what was missed."""
    for here in records.communities(ctx.db):
        _arm(ctx, here, next_opening(ctx.now, here.zone, hours(here)))


def arm_anew(ctx: Context) -> None:
    """The community keeps another zone's time: so does its round."""
    _arm(ctx, ctx.here, next_opening(ctx.now, ctx.here.zone, hours(ctx.here)))


def _arm(ctx: Context, here: Community, at: datetime) -> None:
    ctx.later(routes.Round(here.id or 0), at)


def go_round(ctx: Context, press: routes.Round) -> None:
    """The clock: tell the gravest nudge that is ripe, and come again with the next opening.

    What cannot go out until then is not kept waiting: the next round judges anew.
    """
    here = ctx.enter(press.community)
    again = rules.next_round(ctx.now, here.zone, hours(here))
    _arm(ctx, here, again)
    if not is_open(ctx.now, here.zone, hours(here)):
        return
    records.forget_unsent(ctx.db, press.community)
    first = next(ripe(ctx, records.told(ctx.db, press.community)), None)
    if first is None:
        return
    nudge, person = first
    number = records.tell(
        ctx.db,
        records.Telling(
            community_id=press.community,
            person_id=person,
            role=nudge.role,
            rule=nudge.rule,
            about=nudge.about.pack(),
            told_at=ctx.now,
        ),
    )
    ctx.tell(
        person,
        routes.Told(number),
        kind=NUDGE,
        severity=OTHER,
        once=f"nudge-{number}-{ctx.now:%Y%m%d%H%M%S}",  # what reached nobody frees its number
        not_after=again,
    )


def is_young(ctx: Context) -> bool:
    """Whether the community was founded too lately for any nudge."""
    return ctx.now - ctx.here.founded_at < YOUNG


def holding(ctx: Context) -> list[Nudge]:
    """What holds now, gravest first, of the rules that the community has not switched off."""
    here = ctx.here.id or 0
    return [n for n in nudging.standing(ctx) if records.is_on(ctx.db, here, n.rule)]


def ripe(ctx: Context, ledger: Ledger) -> Iterator[tuple[Nudge, int]]:
    """What may be told now, gravest first, and to whom; nothing where a nudge was told today."""
    today = rules.until(ctx.now, 0, ctx.here.zone)
    if is_young(ctx) or any(told_at >= today for told_at, _ in ledger.values()):
        return
    for nudge in holding(ctx):
        person = access.on_duty(ctx, nudge.role)
        if person is None or _stopped(ctx, nudge, person):
            continue
        before = ledger.get((nudge.rule, nudge.about.pack()))
        if before is None or rules.ready(*before, ctx.now, ctx.here.zone):
            yield nudge, person


def _stopped(ctx: Context, nudge: Nudge, person: int) -> bool:
    """Whether the person stopped this rule since they answer for the role."""
    here = ctx.here.id or 0
    at = records.stopped_at(ctx.db, here, nudge.rule, person)
    if at is None:
        return False
    since = terms.on_since(ctx.db, here, nudge.role, person, ctx.now)
    return since is None or at >= since


# ── what is to come ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A nudge that would go out: when, and to whom."""

    at: datetime
    person: int
    nudge: Nudge


def foresee(ctx: Context) -> list[Foreseen]:
    """What would go out in the week of the next round, if nobody does anything until then."""
    here = ctx.here
    at = due.when(ctx.db, routes.Round(here.id or 0).pack())
    if at is None or records.waits(ctx.db, here.id or 0):
        at = ctx.now
    end = rules.week_end(at, here.zone)
    ledger = dict(records.told(ctx.db, here.id or 0))
    sent: dict[int, list[datetime]] = {}
    found: list[Foreseen] = []
    while at < end:
        then = ctx.at(at)
        again = rules.next_round(at, here.zone, hours(here))
        first = next(ripe(then, ledger), None)
        goes = None if first is None else _goes_out(then, first[1], sent, again)
        if first is not None and goes is not None:
            nudge, person = first
            ledger[nudge.rule, nudge.about.pack()] = (at, None)
            sent[person].append(goes)
            found.append(Foreseen(goes, person, nudge))
        at = again
    return found


def _goes_out(
    ctx: Context, person: int, sent: dict[int, list[datetime]], before: datetime
) -> datetime | None:
    """When a message to this person would go out, in their window and budget; None: not that day."""
    here = ctx.here
    member = people.member(ctx.db, here.id or 0, person)
    if member is None or member.quiet:
        return None
    zone = people.zones(ctx.db, [person])[person] or here.zone
    at = next_opening(ctx.now, zone, hours(here))
    if person not in sent:
        since = monday_before(ctx.now, zone) - timedelta(microseconds=1)
        sent[person] = messages_since(ctx.db, person, since)
    if at >= before or free_at(sent[person], at, zone, fewer=member.fewer) is not None:
        return None
    return at
