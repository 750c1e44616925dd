"""What people ask for: found a community, join it, see its plan, change its settings, leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot import access, nudging
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply, Rule
from bot.command import Rank
from bot.context import Context
from bot.date_zones import no_such_zone
from bot.dates import NotUnderstood, Understood, understand
from bot.errors import Misfilled, Refusal
from bot.features.community import records, routes, rules, views
from bot.fields import say
from bot.text import Text, Words, text
from scheduling.calendar import local, zone_named
from scheduling.public_holidays import likely_country
from storage import people
from storage.people import Community


@dataclass(frozen=True, slots=True)
class Found:
    """A community to found in this channel."""

    name: str
    purpose: str
    language: str
    zone: str
    first_meeting: Understood | None


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


# ── founding ────────────────────────────────────────────────────────────────────────────────────


def start_found(ctx: Context) -> Mapping[str, str]:
    """What the founding form starts with: all but the date."""
    name = (ctx.place.name if ctx.place else "").replace("-", " ").replace("_", " ").strip()
    return {
        "name": name[:1].upper() + name[1 : rules.LONGEST_NAME],
        "purpose": say(ctx, text("found-purpose-usual")),
        "language": ctx.reader.language,
        "zone": ctx.reader.zone
        if _zone_known(ctx)
        else rules.LIKELY_ZONES.get(ctx.reader.language, ctx.reader.zone),
    }


def check_found(ctx: Context, asked: Found) -> None:
    """Refuse a zone that does not exist, and a meeting that moved a year unasked.

    Raises Misfilled.
    """
    errors: dict[str, Text] = {}
    if asked.zone and not zone_named(asked.zone):
        errors["zone"] = no_such_zone(asked.zone)
    typed = (ctx.request.values.get("first_meeting", "") if ctx.request else "").strip()
    if asked.first_meeting is not None and _moved_a_year(ctx, typed, asked.first_meeting):
        year = Words(str(asked.first_meeting.wall.year))
        errors["first_meeting"] = text("found-next-year", year=year)
    if errors:
        raise Misfilled(errors)


def _moved_a_year(ctx: Context, typed: str, meant: Understood) -> bool:
    """Whether a day typed without its year has just gone by, and was taken for the next one.

    Read a year of weeks ago, such words mean the same day of the year before; a length of time or
    a date with its year do not.
    """
    if meant.instant - ctx.now < rules.SURPRISING:
        return False
    earlier = understand(
        typed,
        now=ctx.now - timedelta(weeks=52),
        zone=ctx.reader.zone,
        language=ctx.reader.language,
    )
    if isinstance(earlier, NotUnderstood):
        return False
    same_day = (earlier.wall.month, earlier.wall.day) == (meant.wall.month, meant.wall.day)
    return same_day and earlier.wall.year == meant.wall.year - 1


def found(ctx: Context, asked: Found) -> Outcome:
    """Found a community in this channel; whoever founds is in, coordinates and administers."""
    place = ctx.place
    if place is None or place.direct:
        raise Refusal(text("found-in-channel"))
    if place.community_id is not None:
        raise Refusal(text("found-already", name=ctx.here.name))
    zone = zone_named(asked.zone) or ctx.reader.zone
    community = Community(
        name=asked.name,
        purpose=asked.purpose,
        language=asked.language or ctx.reader.language,
        zone=zone,
        country=likely_country(zone),
        founded_at=ctx.now,
        first_meeting=_first_meeting(ctx, asked.first_meeting, zone),
    )
    records.found(ctx.db, ctx.now, place, ctx.me, community, Rank.ADMIN)
    assert community.id is not None
    ctx.enter(community.id)
    ctx.member = people.member(ctx.db, community.id, ctx.me)
    ctx.posts.show(
        place.id or 0,
        routes.Invitation(community.id).pack(),
        once=f"invitation-{community.id}-{place.id}",
    )
    ctx.journal("community.founded", routes.Invitation(community.id), name=community.name)
    for feature in ctx.desk.features:
        feature.founds(ctx)
    return Reply(views.plan(ctx, community, founded=True))


def _first_meeting(ctx: Context, asked: Understood | None, zone: str) -> str:
    """The wall time in the community's zone, or the day alone; empty if not yet known.

    A founder whose chat tells no zone (Discord) means the one in the form.
    """
    if asked is None:
        return ""
    if asked.date_only:
        return asked.wall.date().isoformat()
    if not _zone_known(ctx) and asked.zone == ctx.reader.zone:
        return asked.wall.isoformat()
    return local(asked.instant, zone).isoformat()


def _zone_known(ctx: Context) -> bool:
    accounts = people.accounts_of(ctx.db, ctx.me)
    return any(account.zone for account in accounts) or bool(ctx.person and ctx.person.zone)


def add_place(ctx: Context, press: routes.AddPlace) -> Outcome:
    """This channel becomes one more place of a community that I coordinate."""
    place = ctx.place
    if place is None or place.direct:
        raise Refusal(text("found-in-channel"))
    if place.community_id is not None:
        raise Refusal(text("found-already", name=ctx.here.name))
    mine = {c.id: c for c in records.mine_to_extend(ctx.db, ctx.me, Rank.COORDINATOR)}
    community = access.there(mine.get(press.community))
    place.community_id = community.id
    if ctx.reader.language != community.language:
        place.language = ctx.reader.language  # a channel of its own for the other language
    ctx.db.add(place)
    ctx.db.flush()
    ctx.community = community
    ctx.member = people.member(ctx.db, press.community, ctx.me)
    ctx.posts.show(
        place.id or 0,
        routes.Invitation(press.community).pack(),
        once=f"invitation-{press.community}-{place.id}",
    )
    ctx.journal(
        "community.place-added", routes.Invitation(press.community), place=place.name or place.ref
    )
    return Reply(Card(None, (Paragraph(text("place-added", name=community.name)),)), replace=True)


# ── joining ─────────────────────────────────────────────────────────────────────────


def join_here(ctx: Context, asked: Nothing) -> Outcome:
    """Join the community of this channel."""
    del asked
    here = ctx.here
    return _join(ctx, here)


def join(ctx: Context, press: routes.Join) -> Outcome:
    """The button "I'm in"."""
    return _join(ctx, ctx.enter(press.community))


def _join(ctx: Context, community: Community) -> Outcome:
    assert community.id is not None
    if ctx.request is not None and ctx.request.account is not None and ctx.request.account.bot:
        raise access.unknown_thing()
    again = records.was_member(ctx.db, community.id, ctx.me)
    if not records.join(ctx.db, ctx.now, community.id, ctx.me):
        return Reply(
            Card(
                None,
                (
                    Paragraph(text("already-in", name=community.name)),
                    Buttons((Button(text("data-button"), routes.Privacy(community.id)),)),
                ),
            )
        )
    ctx.member = people.member(ctx.db, community.id, ctx.me)
    if ctx.person is not None and ctx.person.current_id is None:
        ctx.person.current_id = community.id
    ctx.posts.refresh(routes.Invitation(community.id).pack())
    for feature in ctx.desk.features:
        feature.joins(ctx, ctx.me)
    return Reply(views.welcome(ctx, community, again=again))


# ── the first thirty minutes ────────────────────────────────────────────────────────────────────


def plan(ctx: Context, press: routes.Plan) -> Outcome:
    """The plan, as it stands now."""
    community = ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    return Reply(views.plan(ctx, community))


def invite(ctx: Context, press: routes.Invite) -> Outcome:
    """The invitation as a text to copy."""
    community = ctx.enter(press.community)
    access.require(ctx, Rank.MEMBER)
    return Reply(views.email(ctx, community))


def post_invitation(ctx: Context, press: routes.PostInvitation) -> Outcome:
    """Post the invitation card, once a day at most."""
    community = ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    place = ctx.publishing_place()
    posted = ctx.posts.show(
        place.id or 0,
        routes.Invitation(press.community).pack(),
        once=f"invitation-{press.community}-{place.id}-{ctx.now:%Y%m%d}",
    )
    key = "invite-posted" if posted else "invite-posted-today"
    return Reply(
        Card(None, (Paragraph(text(key, name=community.name, channel=ctx.channel(place))),))
    )


def first_question(ctx: Context, press: routes.FirstQuestion) -> Outcome:
    """The form of a poll that asks what people are looking for, ready to publish."""
    nudging.go_to(ctx, press.community)
    parts = ("share", "help", "news", "people")
    choices = "\n".join(say(ctx, text(f"first-question-{part}")) for part in parts)
    return ctx.form("poll.new", {"question": say(ctx, text("first-question")), "choices": choices})


def ask_hands(ctx: Context, press: routes.AskHands) -> Outcome:
    """The form of a poll that asks who would take something on, ready to publish."""
    nudging.go_to(ctx, press.community)
    parts = ("session", "notes", "resource", "welcome")
    choices = "\n".join(say(ctx, text(f"ask-hands-{part}")) for part in parts)
    return ctx.form("poll.new", {"question": say(ctx, text("ask-hands")), "choices": choices})


def see_as_member(ctx: Context, press: routes.SeeAsMember) -> Outcome:
    """What members will see, privately; pressing in it changes nothing."""
    community = ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    invitation = views.invitation(ctx, routes.Invitation(press.community))
    cards = [card for card in (invitation, views.welcome(ctx, community)) if card is not None]
    blocks: list[Block] = []
    for card in cards:
        quiet = views.inert(card, start=100 * len(blocks))
        if blocks:
            blocks.append(Rule())
        if quiet.title is not None:
            blocks.append(Paragraph(quiet.title))
        blocks.extend(quiet.blocks)
    blocks.append(Rule())
    blocks.append(Note(text("as-member-note")))
    if not records.previewed(ctx.db, press.community):
        ctx.journal("community.previewed", routes.Invitation(press.community))
    return Reply(Card(text("as-member-title"), tuple(blocks)))


def inert(ctx: Context, press: routes.Inert) -> Outcome:
    """A press inside a preview."""
    del ctx, press
    return Reply(Card(None, (Paragraph(text("inert")),)))


def data(ctx: Context, asked: Nothing) -> Outcome:
    """What is kept of people here."""
    del asked
    return Reply(views.privacy(ctx, ctx.community))


def data_press(ctx: Context, press: routes.Privacy) -> Outcome:
    """The same, by a button."""
    return Reply(views.privacy(ctx, ctx.enter(press.community)))
