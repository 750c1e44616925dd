"""How a digest looks: a line for each thing, and the way there; what awaits one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.command import Awaiting
from bot.context import Context
from bot.features.digest import routes, rules
from bot.features.home.views import listed, waiting
from bot.news import News
from bot.text import Line, Link, Moment, Style, Words, joined, text
from storage import people, posts
from storage.people import Place

LONGEST_NAME, LONGEST_LABEL = 100, 40


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a digest says in a place: its items, how many there was no room for, whether it is news."""

    items: list[News]
    left: int
    fresh: bool


def seconds(at: datetime) -> int:
    """An instant as an address carries it."""
    return int(at.timestamp())


def digest_of(community: int, since: datetime, until: datetime) -> routes.Digest:
    """The address of a digest."""
    return routes.Digest(community, seconds(since), seconds(until))


def is_news(ctx: Context, place: Place, since: datetime) -> bool:
    """Whether there is anything new to say in a place."""
    return _gathered(ctx, place, since).fresh


def _gathered(ctx: Context, place: Place, since: datetime) -> Gathered:
    found = rules.said(
        item
        for feature in ctx.desk.features
        for item in feature.news(ctx, since)
        if _belongs(ctx, item.place, place)
    )
    items, left = rules.fitted(found)
    return Gathered(items, left, any(item.fresh for item in found))


def _belongs(ctx: Context, number: int | None, place: Place) -> bool:
    """What belongs to a private channel is said there alone (18 A4)."""
    if number is None or number == place.id:
        return True
    where = ctx.db.get(Place, number)
    return where is not None and not where.private and not where.direct


# ── the community's ─────────────────────────────────────────────────────────────────────────────


def digest(ctx: Context, route: routes.Digest) -> Card | None:
    """The digest in the channel: what it told then, as far as that still stands."""
    ctx.enter(route.community)
    if ctx.place is None:
        return None
    then = replace(ctx, now=datetime.fromtimestamp(route.until, UTC), _posts=None)
    card = drawn(then, ctx.place, datetime.fromtimestamp(route.since, UTC))
    if card is not None:
        ask = Button(text("digest-ask-button"), routes.Ask(route.community, on=True))
        return Card(card.title, (*card.blocks, Buttons((ask,))))
    if posts.standing(ctx.db, route.pack()):
        return Card(_title(then, None), (Paragraph(text("digest-over")),))
    return None


def drawn(ctx: Context, place: Place, since: datetime) -> Card | None:
    """What there is to say in a place since an instant; None if nothing."""
    found = _gathered(ctx, place, since)
    if not found.items:
        return None
    blocks: list[Block] = []
    opening: dict[str, Button] = {}
    for item in found.items:
        name = _named(ctx, item, place)
        line = name if item.more is None else joined([name, item.more])
        section = item.section.name.lower()
        blocks.append(Paragraph(text(f"digest-{section}", line=line)))
        if not isinstance(name, Link) and item.opens is not None:
            words = isinstance(item.name, Words)
            label = Words(_short(item.name, LONGEST_LABEL)) if words else item.name
            opening.setdefault(item.opens.pack(), Button(label, item.opens))
    if found.left:
        blocks.append(Paragraph(text("digest-more", count=found.left)))
    if opening:
        blocks.append(Buttons(tuple(opening.values())))
    late = ctx.now - since > rules.WEEK * 2
    return Card(_title(ctx, since if late else None), tuple(blocks))


def _title(ctx: Context, since: datetime | None) -> Line:
    if since is None:
        return text("digest-title", name=ctx.here.name)
    return text(
        "digest-title-since", name=ctx.here.name, at=Moment(since, ctx.here.zone, Style.DAY)
    )


def _named(ctx: Context, item: News, place: Place) -> Line:
    """What it is called, as a link to where it stands, if that has an address."""
    if not isinstance(item.name, Words):
        return item.name
    name = Words(_short(item.name, LONGEST_NAME))
    address = ctx.address_of(item.card, place.id) if item.card is not None else ""
    return Link(address, name) if address else name


def _short(name: Line, longest: int) -> str:
    said = name.text if isinstance(name, Words) else ""
    return said if len(said) <= longest else f"{said[: longest - 1]}…"


# ── a member's own ──────────────────────────────────────────────────────────────────────────────


def personal(ctx: Context, route: routes.Personal) -> Card | None:
    """What awaits one person; None if nothing does, or if they no longer ask for it."""
    if ctx.member is None or not ctx.member.digest:
        return None
    items = [item for item in waiting(ctx) if item.urgent >= 0 and _sees(ctx, item)]
    told = list(_told(ctx, datetime.fromtimestamp(route.since, UTC)))
    if not items and not told:
        return None
    blocks = listed(items) if items else []
    blocks.extend(Paragraph(line) for line in told)
    title = text("digest-personal", name=ctx.here.name)
    return Card(title, (*blocks, Note(text("digest-personal-note"))))


def _told(ctx: Context, since: datetime) -> Iterator[Line]:
    for feature in ctx.desk.features:
        yield from feature.tells(ctx, since)


def _sees(ctx: Context, item: Awaiting) -> bool:
    """Whether a person certainly sees the channel that something belongs to.

    Nobody tells the bot who is in a private channel: who has started something there is, and so is
    everybody where the community has no other one.
    """
    place = ctx.db.get(Place, item.place) if item.place is not None else None
    if place is None or not place.private:
        return True
    alone = [each.id for each in people.places_of(ctx.db, ctx.here.id or 0)] == [place.id]
    return alone or posts.started_by(ctx.db, place.id or 0, ctx.me)
