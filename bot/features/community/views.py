"""How a community looks: its invitation, the first thirty minutes, and what is kept of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.card import (
    Bars,
    Block,
    Button,
    Buttons,
    Card,
    Copyable,
    Note,
    Paragraph,
    Picker,
)
from bot.command import Awaiting, Rank
from bot.context import Context
from bot.dates import say_day
from bot.features.community import records, routes, rules
from bot.fields import FormOpen
from bot.knowing import FillCard, Introduce, Introduction, MemberCard
from bot.news import News, Section
from bot.text import ChannelName, Joined, Line, Link, Moment, Text, Words, listed, text
from scheduling.calendar import resolve
from storage import people
from storage.people import Community

MOST_NAMES = 15


def invitation(ctx: Context, route: routes.Invitation) -> Card | None:
    """The invitation in the channel."""
    community = ctx.db.get(Community, route.community)
    if community is None:
        return None
    blocks: list[Block] = [
        Paragraph(text("invite-why", name=community.name, purpose=community.purpose))
    ]
    if meeting := first_meeting(ctx, community):
        blocks.append(Paragraph(text("invite-meeting", at=meeting)))
    blocks.append(Paragraph(text("invite-how")))
    blocks.append(
        Buttons(
            (
                Button(text("join-button"), routes.Join(route.community), "primary"),
                Button(text("data-button"), routes.Privacy(route.community)),
            )
        )
    )
    count = people.member_count(ctx.db, route.community)
    blocks.append(Note(text("invite-count", count=count)))
    return Card(text("invite-title", name=community.name), tuple(blocks))


def first_meeting(ctx: Context, community: Community) -> Moment | Words | None:
    """The first meeting: its instant, derived from its wall time, or the day alone."""
    said = community.first_meeting
    if not said:
        return None
    wall = datetime.fromisoformat(said)
    if len(said) == len("2026-12-03"):
        return Words(say_day(wall.date(), ctx.reader.language))
    return Moment(resolve(wall, community.zone).instant, community.zone)


def email(ctx: Context, community: Community) -> Card:
    """The invitation as a text to copy into an e-mail: most people are not here yet."""
    assert community.id is not None
    places = people.places_of(ctx.db, community.id)
    channel: Line = (
        ChannelName(places[0].name or places[0].ref, "", "") if places else Words(community.name)
    )
    meeting = first_meeting(ctx, community)
    key = "invite-email-meeting" if meeting else "invite-email"
    values = {"at": meeting} if meeting else {}
    return Card(
        text("invite-email-title"),
        (
            Paragraph(text("invite-email-about")),
            Copyable(
                text(key, name=community.name, purpose=community.purpose, channel=channel, **values)
            ),
            *([Buttons(_inviting(community.id))] if ctx.rank >= Rank.COORDINATOR else []),
        ),
    )


def _inviting(community: int) -> tuple[Button, ...]:
    """What a coordinator can do besides: post the card again, add people who agreed elsewhere."""
    return (
        Button(text("invite-post"), routes.PostInvitation(community)),
        Button(text("add-button"), routes.AskAdd(community)),
    )


def plan(ctx: Context, community: Community, *, founded: bool = False) -> Card:
    """The first thirty minutes: each step ticked by facts, one button a step still to do.

    Right after founding it also repeats what was understood.
    """
    assert community.id is not None
    steps = _steps(ctx, community.id)
    blocks: list[Block] = []
    if founded:
        blocks.append(Paragraph(text("founded", name=community.name)))
        if meeting := first_meeting(ctx, community):
            blocks.append(Paragraph(text("invite-meeting", at=meeting)))
    blocks.append(Paragraph(text("plan-progress", done=_done(steps), steps=len(steps))))
    blocks.extend(Paragraph(step.line) for step in steps)
    buttons = [step.button for step in steps if step.button is not None and not step.done]
    if buttons:
        buttons[0] = replace(buttons[0], emphasis="primary")  # what comes next
        blocks.append(Buttons(tuple(buttons)))
    else:
        blocks.append(Paragraph(text("plan-finished")))
        blocks.append(Buttons((Button(text("plan-journey-button"), FormOpen("journey.show")),)))
    blocks.append(Note(text("plan-resume")))
    return Card(text("plan-title", name=community.name), tuple(blocks))


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """What is left of the first thirty minutes, for those who can go on with it."""
    here = ctx.community
    if here is None or here.id is None or ctx.rank < Rank.COORDINATOR:
        return ()
    steps = _steps(ctx, here.id)
    done = _done(steps)
    if done == len(steps):
        return ()
    line = text("plan-awaits", done=done, steps=len(steps))
    return (Awaiting(line, routes.Plan(here.id), text("plan-go-on")),)


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of the first thirty minutes: whether facts tick it, and how to take it."""

    says: Text
    done: bool
    minutes: int = 0
    button: Button | None = None

    @property
    def line(self) -> Text:
        if self.done:
            return text("plan-done", step=self.says)
        return text("plan-todo", step=self.says, minutes=self.minutes)


def _steps(ctx: Context, community: int) -> tuple[_Step, ...]:
    invited = records.joined_besides(ctx.db, community)
    shared = sum(feature.shared(ctx) for feature in ctx.desk.features)
    return (
        _Step(text("plan-found"), done=True),
        _Step(
            text("plan-invite", count=min(invited, rules.ENOUGH_INVITED)),
            invited >= rules.ENOUGH_INVITED,
            5,
            Button(text("plan-invite-button"), routes.Invite(community)),
        ),
        _Step(
            text("plan-meet"),
            any(feature.dated(ctx) for feature in ctx.desk.features),
            5,
            Button(text("plan-meet-button"), FormOpen("meet.propose")),
        ),
        _Step(
            text("plan-share", count=min(shared, rules.ENOUGH_SHARED)),
            shared >= rules.ENOUGH_SHARED,
            5,
            Button(text("plan-share-button"), FormOpen("share.new")),
        ),
        _Step(
            text("plan-ask"),
            any(feature.asked(ctx) for feature in ctx.desk.features),
            3,
            Button(text("plan-ask-button"), routes.FirstQuestion(community)),
        ),
        _Step(
            text("plan-see"),
            records.previewed(ctx.db, community),
            2,
            Button(text("plan-see-button"), routes.SeeAsMember(community)),
        ),
    )


def _done(steps: tuple[_Step, ...]) -> int:
    return sum(step.done for step in steps)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """Who is new, in one item: names, which "I'm in" made public; whoever founded it is not."""
    new = records.joined_since(ctx.db, ctx.here, since, ctx.now)
    if not new:
        return ()
    first = [_newcomer(ctx, person) for person in new[:MOST_NAMES]]
    return (News(Section.WELCOMES, listed(first, more=len(new) - len(first))),)


def _newcomer(ctx: Context, person: int) -> Line:
    """Who is new; a link to how they introduced themselves, where that has an address."""
    who = ctx.mention(person)
    place = ctx.place.id if ctx.place is not None else None
    address = ctx.address_of(Introduction(ctx.here.id or 0, person), place)
    return Link(address, Words(who.name)) if address else who


def privacy(ctx: Context, community: Community | None) -> Card:
    """What is kept, where, how long, who sees it, whom to ask."""
    blocks: list[Block] = [
        Paragraph(text(f"data-{part}"))
        for part in (
            "what",
            "meetings",
            "roles",
            "library",
            "card",
            "together",
            "never",
            "where",
            "how-long",
            "who-sees",
            "anonymous",
        )
    ]
    if community is not None:
        names = [
            ctx.mention(person)
            for person in records.admins(ctx.db, community.id or 0, Rank.COORDINATOR)[:5]
        ]
        if names:
            blocks.append(Paragraph(text("data-ask", names=Joined(tuple(names), ", "))))
        if ctx.member is not None and community.id is not None:
            blocks.append(Buttons((_leave(community),)))
    return Card(text("data-title"), tuple(blocks))


def welcome(ctx: Context, community: Community, *, again: bool = False) -> Card:
    """What somebody reads who has just joined."""
    assert community.id is not None
    own = MemberCard(community.id, ctx.me) if again else FillCard(community.id)
    blocks: list[Block] = [
        Paragraph(text("welcome-again" if again else "welcome", name=community.name)),
        *([] if again else [Paragraph(text("welcome-hello"))]),
        Paragraph(text("welcome-how")),
        Note(text("welcome-data")),
        Buttons(
            (
                *([] if again else [_introduce(community.id)]),
                Button(text("card-mine-button" if again else "card-fill-button"), own),
                Button(text("data-button"), routes.Privacy(community.id)),
            )
        ),
    ]
    return Card(None, tuple(blocks))


def _introduce(community: int) -> Button:
    """The way to answer the one question to who is new."""
    return Button(text("intro-button"), Introduce(community), "primary")


def added(ctx: Context, route: routes.Added) -> Card | None:
    """What somebody reads who was added: by whom, to what, what is kept, and the way out."""
    community = ctx.db.get(Community, route.community)
    if community is None or not _is_member(ctx, route.community):
        return None
    says = text(
        "added-you", by=ctx.mention(route.by), name=community.name, purpose=community.purpose
    )
    return Card(
        None,
        (
            Paragraph(says),
            Paragraph(text("welcome-hello")),
            Paragraph(text("welcome-how")),
            Note(text("welcome-data")),
            Buttons(
                (
                    _introduce(route.community),
                    Button(text("data-button"), routes.Privacy(route.community)),
                )
            ),
            Buttons((_leave(community),)),
        ),
    )


def not_told(ctx: Context, route: routes.NotTold) -> Card | None:
    """What who added somebody reads where the message could not be delivered."""
    community = ctx.db.get(Community, route.community)
    if community is None:
        return None
    return Card(
        None,
        (Paragraph(text("not-told", person=ctx.mention(route.person), name=community.name)),),
    )


def appointed(ctx: Context, route: routes.Appointed) -> Card | None:
    """What somebody reads who was named facilitator, coordinator or administrator."""
    community = ctx.db.get(Community, route.community)
    if community is None or not _is_member(ctx, route.community):
        return None
    return Card(None, (Paragraph(text(f"appointed-{route.role}", name=community.name)),))


def _is_member(ctx: Context, community: int) -> bool:
    return ctx.person is not None and people.member(ctx.db, community, ctx.me) is not None


def _leave(community: Community) -> Button:
    return Button(
        text("leave-button"),
        routes.Leave(community.id or 0),
        "danger",
        confirm=text("leave-confirm", name=community.name),
    )


def inert(card: Card, start: int = 0) -> Card:
    """The same card, whose buttons change nothing when pressed."""
    number = start

    def quiet(button: Button) -> Button:
        nonlocal number
        number += 1
        return replace(button, route=routes.Inert(number), confirm=None)

    blocks: list[Block] = []
    for block in card.blocks:
        match block:
            case Bars(rows):
                blocks.append(
                    Bars(
                        tuple(
                            replace(row, button=quiet(row.button) if row.button else None)
                            for row in rows
                        )
                    )
                )
            case Buttons(buttons):
                blocks.append(
                    Buttons(tuple(quiet(b) if b.route is not None else b for b in buttons))
                )
            case Picker():
                number += 1
                blocks.append(replace(block, route=routes.Inert(number)))
            case _:
                blocks.append(block)
    return Card(card.title, tuple(blocks))
