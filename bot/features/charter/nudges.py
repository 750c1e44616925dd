"""What the clock presses for rounds, and what of the charter is worth a nudge."""

from __future__ import annotations

from bot import access
from bot.card import Button, Outcome
from bot.context import Context
from bot.features.charter import answers, permits, records, rounds, routes
from bot.features.charter import round_routes as round_
from bot.features.charter.rules import is_due
from bot.nudging import DRIFT, STANDSTILL, Nudge
from bot.text import Moment, Style, text
from storage import people
from storage.posts import VOTE

REVIEW, GROUPS = "charter-review", "charter-groups"


def close(ctx: Context, press: round_.Close) -> Outcome:
    """The time for answers, or for dots, is over."""
    whole = answers.get(ctx.db, press.round)
    if whole is None or whole.state != press.state:
        return None
    ctx.enter(whole.community_id)
    at = whole.votes_until if press.state == "dots" else whole.closes_at
    if at is not None and ctx.now < at:
        ctx.later(press, at)
        return None
    rounds.end(ctx, whole)
    return None


def remind(ctx: Context, press: round_.Reminder) -> Outcome:
    """Those who have not answered, or put no dots, hear of it once; whoever is away does not."""
    whole = answers.get(ctx.db, press.round)
    if whole is None or whole.state != press.state:
        return None
    ctx.enter(whole.community_id)
    ends = whole.votes_until if press.state == "dots" else whole.closes_at
    done = set(
        answers.dotted(ctx.db, press.round)
        if press.state == "dots"
        else answers.answered(ctx.db, press.round)
    )
    done |= access.away(ctx)
    for member in people.members(ctx.db, whole.community_id):
        if member.person_id in done:
            continue
        ctx.tell(
            member.person_id,
            round_.Waiting(press.round, press.state),
            kind=rounds.KIND,
            severity=VOTE,
            once=f"charter-round-{press.round}-{press.state}",
            not_after=ends,
            since=ctx.due_at,
        )
    return None


def conditions(ctx: Context) -> tuple[Nudge, ...]:
    """A charter to be looked at again within the week, and answers that wait to be grouped (11)."""
    here = ctx.here.id or 0
    found = []
    version = records.current(ctx.db, here)
    if version is not None and is_due(at := permits.review_at(ctx, version), ctx.now) and at:
        on = Moment(at, ctx.here.zone, Style.DAY)
        key = "charter-nudge-review" if at > ctx.now else "charter-nudge-reviewed"
        why = text(key, number=version.number or 0, at=on)
        see = Button(text("charter-button-open"), routes.Show(here))
        found.append(Nudge(REVIEW, routes.VersionCard(version.id or 0), DRIFT, why, see))
    whole = answers.running(ctx.db, here)
    if whole is not None and whole.state == "groups":
        count = len(answers.answered(ctx.db, whole.id or 0))
        why = text("charter-nudge-groups", count=count)
        group = Button(text("charter-button-desk"), round_.Desk(whole.id or 0))
        found.append(Nudge(GROUPS, round_.Board(whole.id or 0), STANDSTILL, why, group))
    return tuple(found)
