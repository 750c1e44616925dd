"""Who comes: said with one press, changed until the start, recalled the day before."""

from __future__ import annotations

from bot import access
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import Press, View
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import duty, life, lines, permits, proceedings, records, roll
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import CalendarFile, MeetingCard
from bot.fields import FormOpen
from bot.text import Line, Text, Words, joined, listed, text
from storage import acts
from storage.posts import shown_notice

TOLD_POINTS = 3


def come(ctx: Context, press: routes.Come) -> Outcome:
    """Say whether I come; the redrawn card is the answer, a repeated press changes nothing."""
    meeting = permits.get(ctx, press.meeting)
    require_coming(ctx, meeting)
    if press.answer not in rules.ANSWERS:
        raise access.unknown_thing()
    offer = _offer(ctx)
    same = roll.answer(ctx.db, press.meeting, ctx.me) == press.answer
    if not same:
        roll.say(ctx.db, press.meeting, ctx.me, press.answer, ctx.now)
        ctx.acts("rsvp", MeetingCard(press.meeting))
        if press.answer != "no":
            life.expect(ctx, meeting, ctx.me)
        assert meeting.starts_at is not None
        soon = routes.Soon(press.meeting, int(meeting.starts_at.timestamp()))
        for shown in (MeetingCard(press.meeting), soon):
            ctx.posts.refresh(shown.pack())
        for view in (routes.Reminder(press.meeting), routes.Moved(press.meeting)):
            ctx.posts.refresh_notices(view.pack(), ctx.me)
    if press.own:
        card = _own(ctx, meeting)
        return Reply(Card(card.title, (*card.blocks, *offer)), replace=True)
    said = (Paragraph(_mine(ctx, meeting)),) if same or offer else ()
    return Reply(Card(None, (*said, *offer))) if said or offer else None


def require_coming(ctx: Context, meeting: Meeting) -> None:
    """Refuse where nobody can say any more that they come."""
    where = life.stage(ctx, meeting)
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if where is None:
        raise Refusal(text("meet-come-early"))
    if where is not Stage.COMING:
        raise Refusal(text("meet-is-past"))


def _offer(ctx: Context) -> tuple[Block, ...]:
    """For who has not joined: the answer counts; and, with their first one here, the offer to join."""
    here = ctx.here
    if ctx.member is not None or acts.noted(ctx.db, here.id or 0, ctx.me, "rsvp"):
        return ()
    return (
        Paragraph(text("meet-guest", community=here.name)),
        Buttons((Button(text("join-button"), FormOpen("ronde.join"), "primary"),)),
    )


def show(ctx: Context, press: routes.Coming) -> Outcome:
    """What I said about coming, privately."""
    return Reply(_own(ctx, permits.get(ctx, press.meeting)))


def _own(ctx: Context, meeting: Meeting) -> Card:
    """A meeting as one person is asked about it."""
    number = meeting.id or 0
    blocks: list[Block] = [*_when_and_where(meeting), Paragraph(_mine(ctx, meeting))]
    if life.stage(ctx, meeting) is Stage.COMING:
        blocks.append(answers(number, own=True))
        blocks.append(Note(counts(ctx, number)))
    return Card(_title(ctx, meeting), tuple(blocks))


# ── pieces that the cards share ─────────────────────────────────────────────────────────────────


def answers(meeting: int, *, own: bool = False) -> Buttons:
    """The three answers."""
    return Buttons(
        (
            Button(text("meet-come-yes"), routes.Come(meeting, "yes", own), "primary"),
            Button(text("meet-come-maybe"), routes.Come(meeting, "maybe", own)),
            Button(text("meet-come-no"), routes.Come(meeting, "no", own)),
        )
    )


def counts(ctx: Context, meeting: int) -> Line:
    """How many come, and how many may."""
    found = roll.tally(ctx.db, meeting)
    parts = [text("meet-come-count", count=found.get("yes", 0))]
    if maybe := found.get("maybe", 0):
        parts.append(text("meet-maybe-count", count=maybe))
    return joined(parts)


def _mine(ctx: Context, meeting: Meeting) -> Text:
    said = roll.answer(ctx.db, meeting.id or 0, ctx.me)
    return text(f"meet-said-{said or 'nothing'}")


def _title(ctx: Context, meeting: Meeting) -> Text:
    return text("meet-headed", title=meeting.title, community=ctx.here.name)


def _when_and_where(meeting: Meeting) -> tuple[Block, ...]:
    if meeting.starts_at is None:
        return ()
    place = lines.venue(meeting)
    where = (Paragraph(text("meet-venue", venue=place)),) if place is not None else ()
    return (Paragraph(lines.when(meeting)), *where)


# ── what people are told ────────────────────────────────────────────────────────────────────────


def reminder(ctx: Context, route: routes.Reminder) -> Card | None:
    """The day before: when and where, what I do there, what it is about; and a change of mind."""
    return _told(ctx, route, prepare=True)


def moved(ctx: Context, route: routes.Moved) -> Card | None:
    """Another date than the one somebody had said yes to: whether they can still come."""
    return _told(ctx, route, prepare=False)


def _told(ctx: Context, route: routes.Reminder | routes.Moved, *, prepare: bool) -> Card | None:
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or ctx.person is None:
        return None
    already = shown_notice(ctx.db, ctx.me, route.pack())
    where = life.stage(ctx, meeting)
    said = roll.answer(ctx.db, route.meeting, ctx.me)
    if not already and (where is not Stage.COMING or (prepare and said not in ("yes", "maybe"))):
        return None
    if where is None:
        return Card(_title(ctx, meeting), (Paragraph(text("meet-cancelled")),))
    key = said or "nothing"
    asks = text(f"meet-recalled-{key}" if prepare else f"meet-still-{key}")
    blocks: list[Block] = [*_when_and_where(meeting), Paragraph(asks)]
    if prepare:
        blocks.extend(_prepare(ctx, meeting))
    if where is Stage.COMING:
        blocks.append(answers(route.meeting))
    return Card(_title(ctx, meeting), tuple(blocks))


def _prepare(ctx: Context, meeting: Meeting) -> list[Block]:
    """What I do at the meeting, and what it is about."""
    found: list[Block] = [
        Paragraph(text(f"meet-you-{role}"))
        for role in duty.ROLES
        if ctx.me in duty.holders(ctx, meeting, role)
    ]
    points = [Words(point.words) for point in proceedings.points(ctx.db, meeting.id or 0)]
    if points:
        said = listed(points, by=" · ", most=TOLD_POINTS)
        found.append(Note(text("meet-told-agenda", points=said)))
    return found


def cancelled(ctx: Context, route: routes.Cancelled) -> Card | None:
    """There is nothing to come to any more, and why."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.state != "cancelled" or meeting.starts_at is None:
        return None
    blocks: list[Block] = [Paragraph(text("meet-told-cancelled", at=lines.when(meeting)))]
    if meeting.cancelled_why:
        blocks.append(Paragraph(text("meet-told-why", why=meeting.cancelled_why)))
    off = Button(text("meet-calendar-off"), CalendarFile(route.meeting))
    blocks.append(Buttons((off,)))
    return Card(_title(ctx, meeting), tuple(blocks))


def soon(ctx: Context, route: routes.Soon) -> Card | None:
    """An hour before, in the channel; gone where the meeting has moved."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or meeting.state != "settled" or meeting.starts_at is None:
        return None
    if int(meeting.starts_at.timestamp()) != route.at:
        return None
    place = lines.venue(meeting)
    where = (Paragraph(text("meet-venue", venue=place)),) if place is not None else ()
    said = text("meet-soon", title=meeting.title, at=lines.when(meeting))
    return Card(None, (Paragraph(said), *where, Note(counts(ctx, route.meeting))))


PRESSES = (
    Press(routes.Come, come),
    Press(routes.Coming, show),
    Press(routes.DayBefore, life.remind, clock=True),
    Press(routes.Turn, life.turn, clock=True),
)
VIEWS = (
    View(routes.Reminder, reminder),
    View(routes.Moved, moved),
    View(routes.Cancelled, cancelled),
    View(routes.Soon, soon),
)
