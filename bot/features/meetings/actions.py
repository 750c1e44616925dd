"""What meetings asked people to do: listed, recalled in good time, done or not needed any more."""

from __future__ import annotations

from datetime import date

from bot import access
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import Press, Rank, View
from bot.context import Context
from bot.errors import Forbidden
from bot.features.meetings import duty, life, lines, permits, proceedings, records
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.proceedings import Action
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import MeetingCard
from bot.text import Text, text
from storage import people, posts
from storage.posts import ROLE, shown_notice

_MARKS = (2, 0)
"""How many days before its day an action is recalled."""


# ── reminders ───────────────────────────────────────────────────────────────────────────────────


def set_clock(ctx: Context, action: Action, meeting: Meeting) -> None:
    """The clock recalls an open action two days before, and on the morning it is due."""
    number = action.id or 0
    stop_clock(ctx, number)
    if not action.due_on or not is_open(action):
        return
    carrier = next(iter(duty.carrying(ctx, action, meeting)), 0)
    zone = people.zones(ctx.db, [carrier]).get(carrier) or ctx.here.zone
    due = date.fromisoformat(action.due_on)
    for days, at in rules.action_marks(due, zone, people.hours(ctx.here)).items():
        if at > ctx.now:
            ctx.later(routes.RemindAction(number, days), at)


def stop_clock(ctx: Context, action: int) -> None:
    """Nobody is to be reminded of it any more."""
    for days in _MARKS:
        ctx.never(routes.RemindAction(action, days))
    posts.untell(ctx.db, routes.ActionDue(action).pack())


def remind(ctx: Context, press: routes.RemindAction) -> Outcome:
    """The clock: tell whoever carries it now, if it is still to do."""
    action = proceedings.action(ctx.db, press.action)
    meeting = records.meeting(ctx.db, action.meeting_id) if action is not None else None
    if action is None or meeting is None or not is_open(action) or not action.due_on:
        return None
    ctx.enter(action.community_id)
    due = date.fromisoformat(action.due_on)
    for person in duty.carrying(ctx, action, meeting):
        ctx.tell(
            person,
            routes.ActionDue(press.action),
            kind=life.KIND,
            severity=ROLE,
            once=f"action-{press.action}-{press.days}-{action.due_on}",
            not_after=rules.end_of_due(due, ctx.here.zone, press.days),
            since=ctx.due_at,
        )
    return None


def is_open(action: Action) -> bool:
    """Whether it is still to do."""
    return action.done_at is None and action.dropped_at is None


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


def finish(ctx: Context, press: routes.Finish) -> Outcome:
    """Done, not needed any more, or to do after all; in the list it is drawn anew."""
    action, meeting = _get(ctx, press.action)
    if not _may(ctx, action, meeting):
        raise Forbidden(text("meet-action-not-yours"))
    if press.how not in ("done", "dropped", "open"):
        raise access.unknown_thing()
    action.done_at = ctx.now if press.how == "done" else None
    action.dropped_at = ctx.now if press.how == "dropped" else None
    ctx.db.add(action)
    ctx.db.flush()
    set_clock(ctx, action, meeting)
    ctx.posts.refresh_notices(routes.ActionDue(press.action).pack())
    for view in (routes.NotesCard(meeting.id or 0), MeetingCard(meeting.id or 0)):
        ctx.posts.refresh(view.pack())
    life.refresh_next(ctx)
    if press.page >= 0:
        return Reply(_listing(ctx, press.page), replace=True)
    return Reply(_one(ctx, action, meeting), replace=True)


def show(ctx: Context, press: routes.ShowAction) -> Outcome:
    """One action."""
    return Reply(_one(ctx, *_get(ctx, press.action)))


def show_open(ctx: Context, press: routes.OpenActions) -> Outcome:
    """What is still to do, a page."""
    ctx.enter(press.community)
    access.require(ctx, Rank.MEMBER)
    return Reply(_listing(ctx, press.page), replace=True)


def _get(ctx: Context, number: int) -> tuple[Action, Meeting]:
    found = access.there(proceedings.action(ctx.db, number))
    return found, permits.get(ctx, found.meeting_id)


def _may(ctx: Context, action: Action, meeting: Meeting) -> bool:
    """Whose it is, whoever sees to the meeting; any member where it is nobody's."""
    if ctx.member is None:
        return False
    theirs = action.owner_id is None or ctx.me in duty.carrying(ctx, action, meeting)
    return theirs or duty.may_lead(ctx, meeting)


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


def due(ctx: Context, route: routes.ActionDue) -> Card | None:
    """The reminder to somebody who took something on; thanks, once it is done."""
    action = proceedings.action(ctx.db, route.action)
    meeting = records.meeting(ctx.db, action.meeting_id) if action is not None else None
    if action is None or meeting is None or ctx.person is None:
        return None
    told = shown_notice(ctx.db, ctx.me, route.pack())
    title = text("meet-headed", title=action.words, community=ctx.here.name)
    if not is_open(action):
        state = "done" if action.done_at is not None else "dropped"
        return Card(title, (Paragraph(text(f"meet-action-{state}")),)) if told else None
    if not told and ctx.me not in duty.carrying(ctx, action, meeting):
        return None
    blocks = (Paragraph(_why(ctx, action, meeting)), _finishing(route.action, -1))
    return Card(title, blocks)


def _why(ctx: Context, action: Action, meeting: Meeting) -> Text:
    day = lines.day(ctx, action.due_on)
    if action.owner_id == ctx.me:
        return text("meet-due-yours", title=meeting.title, day=day)
    return text("meet-due-nobodys", title=meeting.title, day=day)


def _finishing(action: int, page: int, number: int = 0) -> Buttons:
    """Done, or not needed; numbered where several stand on one card."""
    done, dropped = text("meet-finish-done"), text("meet-finish-dropped")
    if number:
        done = text("meet-finish-done-number", number=number)
        dropped = text("meet-finish-dropped-number", number=number)
    return Buttons(
        (
            Button(done, routes.Finish(action, "done", page), "plain" if number else "primary"),
            Button(dropped, routes.Finish(action, "dropped", page)),
        )
    )


def _one(ctx: Context, action: Action, meeting: Meeting) -> Card:
    number = action.id or 0
    blocks: list[Block] = [Paragraph(lines.task(ctx, action))]
    if not is_open(action):
        state = "done" if action.done_at is not None else "dropped"
        blocks.append(Paragraph(text(f"meet-action-{state}")))
    if _may(ctx, action, meeting):
        again = Button(text("meet-finish-open"), routes.Finish(number, "open", -1))
        blocks.append(_finishing(number, -1) if is_open(action) else Buttons((again,)))
    blocks.append(Note(text("meet-action-from", title=meeting.title)))
    return Card(text("meet-action-title"), tuple(blocks))


def _listing(ctx: Context, page: int) -> Card:
    """Five open actions a page, the soonest due first, each with what this person may do with it."""
    here = ctx.here.id or 0
    size = rules.ACTIONS_A_PAGE
    count = proceedings.open_count(ctx.db, here)
    pages = max(1, -(-count // size))
    page = min(max(page, 0), pages - 1)
    blocks: list[Block] = []
    found = proceedings.open_actions(ctx.db, here, skip=page * size, most=size)
    for spot, action in enumerate(found, page * size + 1):
        meeting = permits.get(ctx, action.meeting_id)
        blocks.append(Paragraph(text("meet-action-line", spot=spot, task=lines.task(ctx, action))))
        if _may(ctx, action, meeting):
            blocks.append(_finishing(action.id or 0, page, spot))
    if not blocks:
        blocks.append(Paragraph(text("meet-actions-none")))
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(text("previous"), routes.OpenActions(here, page - 1)))
    if page + 1 < pages:
        turn.append(Button(text("next"), routes.OpenActions(here, page + 1)))
    if turn:
        blocks.append(Buttons(tuple(turn)))
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    return Card(text("meet-actions-title"), tuple(blocks))


PRESSES = (
    Press(routes.Finish, finish),
    Press(routes.ShowAction, show),
    Press(routes.OpenActions, show_open),
    Press(routes.RemindAction, remind, clock=True),
)
VIEWS = (View(routes.ActionDue, due),)
