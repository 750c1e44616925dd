"""The kit for a first meeting: six points put on its agenda, and a note for the hierarchy."""

from __future__ import annotations

from bot.card import Card, Copyable, Note, Outcome, Paragraph, Reply
from bot.command import Press
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import duty, life, lines, permits, proceedings
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.records import Meeting
from bot.language import Reader, plain
from bot.text import Text, text
from bot.words import fold
from storage.people import Place


def offered(ctx: Context, meeting: Meeting) -> bool:
    """Whether this is a community's first meeting, not yet prepared, and theirs to prepare."""
    return (
        duty.may_lead(ctx, meeting)
        and life.stage(ctx, meeting) is not Stage.OVER
        and not proceedings.met_before(ctx.db, meeting, ctx.now)
        and not _used(ctx, meeting)
    )


def use(ctx: Context, press: routes.UseKit) -> Outcome:
    """Put the points on the agenda, once, in the language that its channel speaks."""
    from bot.features.meetings import agenda

    meeting = permits.get(ctx, press.meeting)
    duty.require_lead(ctx, meeting)
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if not offered(ctx, meeting):
        raise Refusal(text("meet-kit-used"))
    points = proceedings.points(ctx.db, press.meeting)
    if len(points) + len(rules.KIT) > rules.MOST_POINTS:
        raise Refusal(text("meet-agenda-full", most=rules.MOST_POINTS))
    for words, (_, minutes) in zip(_words(ctx, meeting), rules.KIT, strict=True):
        proceedings.add_point(ctx.db, press.meeting, words, minutes, None, ctx.now)
    agenda.changed(ctx, meeting)
    return Reply(agenda.card(ctx, meeting, lead=text("meet-kit-done")), replace=True)


def _words(ctx: Context, meeting: Meeting) -> list[str]:
    """The points in the language of the meeting's channel: everybody reads the same."""
    place = ctx.db.get(Place, meeting.place_id)
    reader = Reader((place.language if place else None) or ctx.here.language)
    return [plain(text(f"meet-kit-{key}"), reader) for key, _ in rules.KIT]


def _used(ctx: Context, meeting: Meeting) -> bool:
    known = {fold(point.words) for point in proceedings.points(ctx.db, meeting.id or 0)}
    return any(fold(words) in known for words in _words(ctx, meeting))


def letter(ctx: Context, press: routes.Letter) -> Outcome:
    """A page for whoever decides about somebody's time: the goal, the time, what will be reported."""
    meeting = permits.get(ctx, press.meeting)
    here = ctx.here
    first: Text = text("meet-letter-undated", minutes=meeting.minutes)
    if meeting.starts_at is not None:
        first = text("meet-letter-first", at=lines.when(meeting), minutes=meeting.minutes)
    page = text("meet-letter", community=here.name, purpose=here.purpose, first=first)
    return Reply(
        Card(
            text("meet-letter-title"),
            (
                Paragraph(text("meet-letter-about")),
                Copyable(page),
                Note(text("meet-letter-note")),
            ),
        )
    )


PRESSES = (Press(routes.UseKit, use), Press(routes.Letter, letter))
