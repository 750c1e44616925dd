"""Direct messages that the bot starts: several notices merged into one, each with its way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import access, choices
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply, Rule
from bot.command import Press, View
from bot.context import Context
from bot.preview import still
from bot.route import Route
from bot.text import ChannelName, Text, text
from storage import people
from storage.people import Mute, Place
from storage.posts import STARTED, Notice, Post


@dataclass(frozen=True, slots=True)
class Bundle(Route):
    """One direct message made of notices; `first` is the first of them."""

    address: ClassVar[str] = "notice.bundle"
    first: int


@dataclass(frozen=True, slots=True)
class Stop(Route):
    """Stop this kind of message, for me."""

    address: ClassVar[str] = "notice.stop"
    community: int
    kind: str


@dataclass(frozen=True, slots=True)
class Less(Route):
    """At most one message a week, for me."""

    address: ClassVar[str] = "notice.less"
    community: int


@dataclass(frozen=True, slots=True)
class Undelivered(Route):
    """What could not be posted in a channel, told to whom it matters."""

    address: ClassVar[str] = "notice.undelivered"
    post: int


_BUNDLED = (
    select(Notice)
    .where(Notice.post_id == bindparam("post"))
    .order_by(col(Notice.severity), col(Notice.id))
)


def draw_bundle(ctx: Context, route: Bundle) -> Card | None:
    """All notices of one message; those no longer worth saying are left out.

    Two reminders of one poll that fall together are said once.
    """
    first = ctx.db.get(Notice, route.first)
    if first is None or first.post_id is None:
        return None
    notices = ctx.db.exec(_BUNDLED, params={"post": first.post_id}).all()
    blocks: list[Block] = []
    leaving: dict[str, Button] = {}
    drawn: set[str] = set()
    pressed: set[str] = set()
    for notice in notices:
        if notice.view in drawn:
            continue
        drawn.add(notice.view)
        inner = ctx.reading()
        inner.community = None
        inner.enter(notice.community_id)
        card = ctx.desk.draw(inner, notice.view)
        if not isinstance(card, Card):
            continue
        routes = {route.pack() for route in card.routes()}
        if routes & pressed:
            card = still(card)  # a press must be told apart by its route
        pressed |= routes
        if blocks:
            blocks.append(Rule())
        if card.title is not None:
            blocks.append(Paragraph(card.title))
        said = {block for block in blocks if isinstance(block, Note)}  # once is enough
        blocks.extend(block for block in card.blocks if block not in said)
        if notice.severity != STARTED and notice.kind != NUDGE:
            stop = Stop(notice.community_id, notice.kind)
            less = Less(notice.community_id)
            leaving[less.pack()] = Button(text("notice-less"), less)
            leaving[stop.pack()] = Button(text(f"notice-stop-{notice.kind}"), stop)
    if not blocks:
        return None
    if leaving:
        blocks.append(Buttons(tuple(leaving.values())))
    return Card(None, tuple(blocks))


def draw_undelivered(ctx: Context, route: Undelivered) -> Card | None:
    """What a channel no longer shows: the card itself, and why it comes this way."""
    post = ctx.db.get(Post, route.post)
    if post is None:
        return None
    place = ctx.db.get(Place, post.place_id)
    card = ctx.desk.draw(ctx, post.view)
    if place is None or not isinstance(card, Card):
        return None
    name = ChannelName(place.name or place.ref, place.platform, place.ref)
    return Card(
        text("undelivered", channel=name),
        (*([Paragraph(card.title)] if card.title else []), *still(card).blocks),
    )


def stop(ctx: Context, press: Stop) -> Outcome:
    """Stop a kind of message for the person who presses."""
    member = choices.member_of(ctx, press.community)
    if press.kind not in KINDS:
        raise access.unknown_thing()
    if press.kind == "digest":  # it comes to those alone who asked for it
        member.digest = False
        ctx.db.add(member)
    elif press.kind not in people.muted(ctx.db, press.community, ctx.me):
        ctx.db.add(Mute(community_id=press.community, person_id=ctx.me, kind=press.kind))
    return _done(text(f"notice-stopped-{press.kind}"), press.community)


def less(ctx: Context, press: Less) -> Outcome:
    """At most one message a week for the person who presses."""
    member = choices.member_of(ctx, press.community)
    member.fewer = True
    ctx.db.add(member)
    return _done(text("notice-fewer"), press.community)


def _done(says: Text, community: int) -> Reply:
    """What was chosen, and the way back."""
    mine = Buttons((Button(text("mine-button"), choices.Mine(community)),))
    return Reply(Card(None, (Paragraph(says), Note(text("notice-undo")), mine)))


VIEWS = (View(Bundle, draw_bundle), View(Undelivered, draw_undelivered))
PRESSES = (Press(Stop, stop), Press(Less, less))
NUDGE = "nudge"
"""The kind whose cards carry their own way out: snooze, and stop while one holds the role."""

KINDS = ("poll", "meeting", "question", "digest", "other")
"""The kinds of notice that can be stopped for good; each has its words `notice-stop-…` and `notice-stopped-…`."""
