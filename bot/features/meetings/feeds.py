"""My meetings in my own calendar: a private address that calendars read, again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access, subscription
from bot.calendars import calendar_file
from bot.card import Block, Button, Buttons, Card, Copyable, File, Note, Outcome, Paragraph, Reply
from bot.command import Press, Rank
from bot.context import Context
from bot.features.meetings.commands import Nothing
from bot.fields import say
from bot.route import Route
from bot.text import Moment, Style, Words, joined, text
from storage import feeds, people


@dataclass(frozen=True, slots=True)
class New(Route):
    """A new address; the one before stops at once."""

    address: ClassVar[str] = "feed.new"


@dataclass(frozen=True, slots=True)
class Stop(Route):
    """The address stops, and there is no other."""

    address: ClassVar[str] = "feed.stop"


def feed(ctx: Context, asked: Nothing) -> Outcome:
    """The first time an address; afterwards since when there is one, for it is shown once only."""
    del asked
    _require_member(ctx)
    if not ctx.desk.feed_address:
        return Reply(_closed(ctx))
    since = feeds.since(ctx.db, ctx.me)
    if since is None:
        return Reply(_made(ctx))
    says = text("meet-feed-since", at=Moment(since, ctx.reader.zone, Style.DAY))
    return Reply(Card(text("meet-feed-title"), (Paragraph(says), _buttons())))


def renew(ctx: Context, press: New) -> Outcome:
    """Another address, where the one before was lost or seen by somebody."""
    del press
    _require_member(ctx)
    if not ctx.desk.feed_address:
        return Reply(_closed(ctx), replace=True)
    return Reply(_made(ctx), replace=True)


def stop(ctx: Context, press: Stop) -> Outcome:
    """Nobody reads my meetings any more."""
    del press
    feeds.revoke(ctx.db, ctx.me)
    again = Button(text("meet-feed-new-button"), New())
    blocks = (Paragraph(text("meet-feed-stopped")), Buttons((again,)))
    return Reply(Card(text("meet-feed-title"), blocks), replace=True)


PRESSES = (Press(New, renew), Press(Stop, stop))


def _require_member(ctx: Context) -> None:
    """Refuse whoever is in no community at all: nothing would be in their calendar."""
    if not people.communities_of(ctx.db, ctx.me):
        access.require(ctx, Rank.MEMBER)


def _made(ctx: Context) -> Card:
    address = subscription.address(ctx.desk, feeds.make(ctx.db, ctx.me, ctx.now))
    ways = joined([text(f"meet-feed-{way}") for way in ("google", "outlook", "apple")], "\n")
    return Card(
        text("meet-feed-title"),
        (
            Paragraph(text("meet-feed-lead")),
            Copyable(Words(address)),
            Paragraph(ways),
            Note(text("meet-feed-shows")),
            _buttons(),
        ),
    )


def _buttons() -> Buttons:
    return Buttons(
        (
            Button(text("meet-feed-new-button"), New(), confirm=text("meet-feed-new-confirm")),
            Button(text("meet-feed-stop-button"), Stop(), confirm=text("meet-feed-stop-confirm")),
        )
    )


def _closed(ctx: Context) -> Card:
    """Feeds are not served here: the meetings to come as they stand today, in a file."""
    calendar = subscription.calendar_of(ctx.db, ctx.now, ctx.desk, ctx.me)
    coming = [one for one in calendar.entries if not one.cancelled and one.ends_at > ctx.now]
    blocks: list[Block] = [Paragraph(text("meet-feed-closed"))]
    if coming:
        content = calendar_file(coming, method=None, name="")
        name = f"{say(ctx, text('meet-feed-file-name'))}.ics"
        blocks.append(File(name, content, "text/calendar", text("meet-feed-file")))
    else:
        blocks.append(Paragraph(text("meet-feed-no-file")))
    return Card(text("meet-feed-title"), tuple(blocks))
