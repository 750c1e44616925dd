"""My card and what I choose on it; another member's card, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import access, choices
from bot.card import Button, Buttons, Card, Choices, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.date_zones import no_such_zone
from bot.errors import Misfilled, Refusal
from bot.features.people import nudges, records, routes, rules, views
from bot.features.people.records import Profile
from bot.fields import id_in
from bot.knowing import FillCard, MemberCard
from bot.text import Words, text
from scheduling.calendar import zone_named
from storage import people

MOST_ALIKE = 10


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Show:
    """Whose card: a name, or words of one; mine if empty."""

    person: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands on my card; all of it may be empty. `community` is its id."""

    offers: str
    asks: str
    organisation: str
    zone: str
    contact: str
    community: str


# ── cards ───────────────────────────────────────────────────────────────────────────────────────


def show(ctx: Context, asked: Show) -> Outcome:
    """My card, or the one of whom the words mean."""
    if not asked.person:
        return Reply(views.card(ctx, ctx.me))
    meant = access.person_named(ctx, asked.person)
    if meant is not None:
        return Reply(views.card(ctx, meant))
    known = records.names(ctx.db, ctx.here.id or 0)
    alike = rules.named(known, asked.person.lstrip("@"))
    if not alike:
        raise Refusal(text("unknown-person", name=asked.person[:60]))
    return Reply(views.card(ctx, alike[0]) if len(alike) == 1 else _which(ctx, alike))


def _which(ctx: Context, alike: list[int]) -> Card:
    buttons = tuple(views.opens(ctx, person) for person in alike[:MOST_ALIKE])
    return Card(None, (Paragraph(text("card-which")), Buttons(buttons)))


def show_press(ctx: Context, press: MemberCard) -> Outcome:
    """The card of a member, to members."""
    choices.member_of(ctx, press.community)
    if people.member(ctx.db, press.community, press.person) is None:
        raise Refusal(text("card-left"))
    return Reply(views.card(ctx, press.person))


def complete(ctx: Context, typing: str) -> Choices:
    """Members whose name begins so, as somebody types on Discord."""
    if ctx.member is None:
        return Choices()
    known = records.names(ctx.db, ctx.here.id or 0)
    alike = set(rules.named(known, typing)) if typing.strip() else {person for person, _ in known}
    names = [name for person, name in known if person in alike]
    return Choices(tuple((name[:100], Words(name)) for name in names[:25]))


# ── my own ──────────────────────────────────────────────────────────────────────────────────────


def start(ctx: Context) -> Mapping[str, str]:
    """My card as it is; the zone only if I chose one: empty means the one of my chat."""
    here = ctx.here.id or 0
    profile = records.profile(ctx.db, here, ctx.me)
    said = {name: getattr(profile, name, "") for name in views.WRITTEN}
    return {
        **said,
        "zone": (ctx.person.zone if ctx.person else None) or "",
        "community": str(here),
    }


def fill(ctx: Context, press: FillCard) -> Outcome:
    """Open the form of my card."""
    choices.member_of(ctx, press.community)
    return ctx.form("profile.edit", start(ctx))


def check(ctx: Context, asked: Edit) -> None:
    """A zone that does not exist is said, with those nearest to it. Raises Misfilled."""
    if asked.zone and not zone_named(asked.zone):
        raise Misfilled({"zone": no_such_zone(asked.zone)})


def edit(ctx: Context, asked: Edit) -> Outcome:
    """Write my card; members alone can read it."""
    here = entered(ctx, asked.community)
    access.require(ctx, Rank.MEMBER)
    profile = records.profile(ctx.db, here, ctx.me) or Profile(
        community_id=here, person_id=ctx.me, written_at=ctx.now
    )
    for name in views.WRITTEN:
        setattr(profile, name, getattr(asked, name).strip())
    profile.written_at = ctx.now
    ctx.db.add(profile)
    assert ctx.person is not None
    ctx.person.zone = zone_named(asked.zone) or None
    ctx.db.add(ctx.person)
    ctx.db.flush()
    return Reply(views.card(ctx, ctx.me, lead=text("card-written")))


def entered(ctx: Context, said: str) -> int:
    """The community that a form is about: the one its button was pressed for, else this one."""
    return (ctx.enter(id_in(said)) if said else ctx.here).id or 0


# ── what I choose ───────────────────────────────────────────────────────────────────────────────


def hush(ctx: Context, asked: Nothing) -> Outcome:
    """Nothing any more but what I started; the answer is "My messages", where it is undone."""
    del asked
    member = choices.member_of(ctx, ctx.here.id or 0)
    member.quiet = True
    ctx.db.add(member)
    ctx.db.flush()
    return Reply(choices.card(ctx, member))


def quiet(ctx: Context, press: routes.Quiet) -> Outcome:
    """The same by the button of my card, there and back."""
    member = choices.member_of(ctx, press.community)
    member.quiet = press.on
    ctx.db.add(member)
    return _mine(ctx)


def speak(ctx: Context, press: routes.Speak) -> Outcome:
    """Choose a language; my card speaks it already."""
    choices.member_of(ctx, press.community)
    choices.set_language(ctx, press.language)
    return _mine(ctx)


def suggest(ctx: Context, press: routes.Suggest) -> Outcome:
    """Be suggested to who looks for somebody, or no longer."""
    member = choices.member_of(ctx, press.community)
    member.unlisted = not press.on
    ctx.db.add(member)
    return _mine(ctx)


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """Be asked in six months whether my card is still right, or not."""
    choices.member_of(ctx, press.community)
    check_ = routes.Check(press.community, ctx.me)
    if press.on:
        ctx.later(check_, nudges.in_six_months(ctx))
    else:
        ctx.never(check_)
    return _mine(ctx)


def _mine(ctx: Context) -> Reply:
    ctx.db.flush()
    return Reply(views.card(ctx, ctx.me), replace=True)


def my_button(ctx: Context) -> Button:
    """The way to my card."""
    return Button(text("card-mine-button"), MemberCard(ctx.here.id or 0, ctx.me))
