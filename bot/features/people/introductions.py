"""Introductions: what brings a member, said once in the channel; theirs to change and to take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import access, choices
from bot.card import Block, Button, Buttons, Card, Facts, Note, Outcome, Paragraph, Reply
from bot.command import Awaiting, Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.people import commands, records, routes, rules, views
from bot.features.people.records import Introduced, Profile
from bot.knowing import Introduce, Introduction, MemberCard
from bot.text import Line, Words, text


@dataclass(frozen=True, slots=True)
class Said:
    """What brings me, and what I can bring, which may be empty. `community` is its id."""

    brings: str
    offers: str
    community: str


# ── saying it ───────────────────────────────────────────────────────────────────────────────────


def ask(ctx: Context, press: Introduce) -> Outcome:
    """Open the form; what I said before stands in it."""
    choices.member_of(ctx, press.community)
    said = records.introduced(ctx.db, press.community, ctx.me)
    before = {"brings": said.brings, "offers": said.offers} if said is not None else {}
    return ctx.form("profile.introduce", {**before, "community": str(press.community)})


def check(ctx: Context, asked: Said) -> None:
    """Members introduce themselves, and nobody else. Raises a Refusal that offers to join."""
    commands.entered(ctx, asked.community)
    access.require(ctx, Rank.MEMBER)


def preview(ctx: Context, asked: Said) -> Card:
    """The card as the channel will see it."""
    shown = _card(ctx, ctx.me, asked.brings, asked.offers)
    said = records.introduced(ctx.db, ctx.here.id or 0, ctx.me)
    if said is None or not said.brings:
        return shown
    return Card(shown.title, (*shown.blocks, Note(text("intro-replaces"))))


def introduce(ctx: Context, asked: Said) -> Outcome:
    """Post the card; who has introduced themselves already rewrites the one that stands."""
    here = commands.entered(ctx, asked.community)
    access.require(ctx, Rank.MEMBER)
    view = Introduction(here, ctx.me).pack()
    said = records.introduced(ctx.db, here, ctx.me)
    ctx.posts.refresh(view)
    done = text("intro-changed")
    if said is None or not said.brings:
        place = ctx.publishing_place()
        ctx.posts.show(place.id or 0, view)
        done = text("intro-made", channel=ctx.channel(place))
    said = said or Introduced(
        community_id=here, person_id=ctx.me, brings=asked.brings, made_at=ctx.now
    )
    said.brings, said.offers = asked.brings.strip(), asked.offers.strip()
    ctx.db.add(said)
    lines = [done, *([text("intro-kept")] if _on_card(ctx, here, said.offers) else [])]
    ctx.db.flush()
    buttons = (commands.my_button(ctx), *views.introducing(ctx, here))
    return Reply(Card(None, (*map(Paragraph, lines), Buttons(buttons))))


def _on_card(ctx: Context, here: int, offers: str) -> bool:
    """What I can bring goes on my card, where that has neither an offer nor an ask; whether it did."""
    profile = records.profile(ctx.db, here, ctx.me)
    if not offers or (profile is not None and (profile.offers or profile.asks)):
        return False
    profile = profile or Profile(community_id=here, person_id=ctx.me, written_at=ctx.now)
    profile.offers, profile.written_at = offers, ctx.now
    ctx.db.add(profile)
    return True


def take_back(ctx: Context, press: routes.TakeBack) -> Outcome:
    """Delete what I said; the card says that it was taken back. Who has left may, too."""
    ctx.enter(press.community)
    said = records.introduced(ctx.db, press.community, ctx.me)
    if said is None or not said.brings:
        raise Refusal(text("intro-none"))
    said.brings = said.offers = ""
    ctx.db.add(said)
    ctx.db.flush()
    ctx.posts.refresh(Introduction(press.community, ctx.me).pack())
    more = [Buttons((commands.my_button(ctx),))] if ctx.member is not None else []
    return Reply(Card(None, (Paragraph(text("intro-taken-back")), *more)), replace=True)


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


def card(ctx: Context, route: Introduction) -> Card | None:
    """An introduction in its channel; it stays when who it is about leaves."""
    said = records.introduced(ctx.db, route.community, route.person)
    if said is None:
        return None
    ctx.enter(route.community)
    if not said.brings:
        return Card(None, (Paragraph(text("intro-taken", who=ctx.mention(route.person))),))
    return _card(ctx, route.person, said.brings, said.offers)


def _card(ctx: Context, person: int, brings: str, offers: str) -> Card:
    rows: list[tuple[Line, Line]] = [(text("intro-brings"), Words(brings))]
    if offers:
        rows.append((text("intro-offers"), Words(", ".join(offers.splitlines()))))
    see = Button(text("intro-card"), MemberCard(ctx.here.id or 0, person))
    blocks: list[Block] = [Facts(tuple(rows)), Buttons((see,))]
    return Card(text("intro-title", who=ctx.mention(person)), tuple(blocks))


# ── what other features ask ─────────────────────────────────────────────────────────────────────


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """In my first days: that I introduce myself, after all that is more urgent."""
    here = ctx.here.id or 0
    if ctx.member is None or ctx.now - ctx.member.joined_at > timedelta(days=rules.NEW_DAYS):
        return ()
    if records.introduced(ctx.db, here, ctx.me) is not None:
        return ()
    return (Awaiting(text("intro-awaits"), Introduce(here), text("intro-button"), urgent=-1),)
