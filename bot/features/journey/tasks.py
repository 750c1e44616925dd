"""What a retrospective asked somebody to do: recalled in time, done, and linked to what it changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot import access, evidence
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden
from bot.evidence import Change
from bot.features.journey import proceedings, retro_views
from bot.features.journey import retro_routes as routes
from bot.features.journey.proceedings import Task
from bot.fields import say
from bot.text import text
from scheduling.calendar import local, resolve
from storage import people, posts
from storage.posts import ROLE

KIND = "question"
_MARKS = (2, 0)
"""How many days before its day it is recalled."""

MOST = 25


def set_clock(ctx: Context, task: Task) -> None:
    """The clock recalls what is still to do two days before, and on the morning itself."""
    number = task.id or 0
    due, opens = date.fromisoformat(task.due_on), people.hours(ctx.here).opens
    for days in _MARKS:
        at = resolve(datetime.combine(due - timedelta(days=days), opens), ctx.here.zone).instant
        if task.done_at is None and at > ctx.now:
            ctx.later(routes.Remind(number, days), at)
        else:
            ctx.never(routes.Remind(number, days))
    if task.done_at is not None:
        posts.untell(ctx.db, routes.TaskDue(number).pack())


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """The clock: tell whoever took it on; where they are gone, whoever facilitates."""
    task = proceedings.task(ctx.db, press.task)
    if task is None or task.done_at is not None:
        return None
    here = ctx.enter(task.community_id)
    carrier = retro_views.carrier(ctx, task)
    if carrier is not None:
        day = date.fromisoformat(task.due_on) + timedelta(days=0 if press.days else 1)
        ctx.tell(
            carrier,
            routes.TaskDue(press.task),
            kind=KIND,
            severity=ROLE,
            once=f"retro-task-{press.task}-{press.days}",
            not_after=resolve(datetime.combine(day, datetime.min.time()), here.zone).instant,
            since=ctx.due_at,
        )
    return None


# ── one of them ─────────────────────────────────────────────────────────────────────────────────


def get(ctx: Context, number: int) -> Task:
    """A task, for members of its community. Raises a Refusal otherwise."""
    found = access.there(proceedings.task(ctx.db, number))
    ctx.enter(found.community_id)
    access.require(ctx, Rank.MEMBER)
    return found


def _own(ctx: Context, number: int) -> Task:
    found = get(ctx, number)
    if not retro_views.may(ctx, found):
        raise Forbidden(text("retro-not-yours"))
    return found


def show(ctx: Context, press: routes.ShowTask) -> Outcome:
    """One of them."""
    return Reply(retro_views.one(ctx, get(ctx, press.task), offered(ctx, press.task)))


def pick(ctx: Context, press: routes.PickTask) -> Outcome:
    """The one that was picked."""
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 12):
        raise access.unknown_thing()
    return show(ctx, routes.ShowTask(int(chosen)))


def finish(ctx: Context, press: routes.Finish) -> Outcome:
    """Done, or to do after all."""
    task = _own(ctx, press.task)
    task.done_at = ctx.now if press.done else None
    _changed(ctx, task)
    set_clock(ctx, task)
    return Reply(retro_views.one(ctx, task, offered(ctx, press.task)), replace=True)


# ── what came of it ─────────────────────────────────────────────────────────────────────────────


def offered(ctx: Context, number: int) -> list[Change]:
    """The changes that may have come of it: since its retrospective was opened, newest first."""
    task = get(ctx, number)
    retro = proceedings.retrospective(ctx.db, task.retrospective_id)
    if retro is None or not retro_views.may(ctx, task):
        return []
    return evidence.changes(ctx, retro.opened_at)[:MOST]


def link(ctx: Context, press: routes.LinkChange) -> Outcome:
    """The change that was picked came of it: a charter, an objective or a role is not what it was."""
    task = _own(ctx, press.task)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    for change in offered(ctx, press.task):
        if retro_views.value_of(change) == chosen:
            task.change = change.about.pack()
            task.change_words = say(ctx.reading(ctx.here.language), change.line)
            task.changed_at = change.at
            _changed(ctx, task)
            return Reply(retro_views.one(ctx, task, []), replace=True)
    raise access.unknown_thing()


def unlink(ctx: Context, press: routes.Unlink) -> Outcome:
    """No change came of it after all."""
    task = _own(ctx, press.task)
    task.change, task.change_words, task.changed_at = "", "", None
    _changed(ctx, task)
    return Reply(retro_views.one(ctx, task, offered(ctx, press.task)), replace=True)


def _changed(ctx: Context, task: Task) -> None:
    ctx.db.add(task)
    ctx.db.flush()
    ctx.posts.refresh(routes.Board(task.retrospective_id).pack())
    ctx.posts.refresh_notices(routes.TaskDue(task.id or 0).pack())


def facts(ctx: Context) -> evidence.Facts:
    """What retrospectives there were, and what came of them."""
    here, since = ctx.here.id or 0, ctx.now - proceedings.LATELY
    today = local(ctx.now, ctx.here.zone).date()
    ever, lately = proceedings.looked_back(ctx.db, here, since)
    changes, due, done = proceedings.followed(ctx.db, here, since, today)
    found = {
        evidence.Fact.RETROSPECTIVES_EVER: float(ever),
        evidence.Fact.RETROSPECTIVES_180: float(lately),
        evidence.Fact.CHANGES_LINKED_180: float(changes),
    }
    if due:
        found[evidence.Fact.ACTIONS_DONE_SHARE_180] = done / due
    return found
