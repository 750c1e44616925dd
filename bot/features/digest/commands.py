"""Whether and when the digest comes, what it would say now, and asking for one's own."""

from __future__ import annotations

from bot import access, choices
from bot.card import Block, Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.command import Chosen, Rank, Setting
from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.community.routes import Invitation, Overview
from bot.features.digest import nudges, records, routes, views
from bot.features.digest.nudges import DAY, HOUR, ON
from bot.text import Moment, Text, text
from storage import people
from storage.preferences import prefer

SETTINGS: dict[str, Setting] = {"on": ON, "day": DAY, "hour": HOUR}


# ── for coordinators ────────────────────────────────────────────────────────────────────────────


def tuning(ctx: Context) -> tuple[Button, ...]:
    """The way there, on the card of all settings."""
    return (Button(text("digest-tuning-button"), routes.Tuning(ctx.here.id or 0)),)


def show(ctx: Context, press: routes.Tuning) -> Outcome:
    """Whether and when it comes, and the way to change that."""
    _entered(ctx, press.community)
    return Reply(_card(ctx))


def choose(ctx: Context, press: routes.Choose) -> Outcome:
    """Choose one of the three; the journal keeps before and after, and the clock follows."""
    _entered(ctx, press.community)
    setting = SETTINGS.get(press.name)
    after = ctx.request.values.get("chosen", "") if ctx.request else ""
    if setting is None or after not in setting.options:
        raise access.unknown_thing()
    before = ctx.setting(setting)
    if after != before:
        prefer(ctx.db, press.community, setting.name, after)
        ctx.journal(
            "community.settings",
            Invitation(press.community),
            setting=setting.name,
            before=before,
            after=after,
        )
        nudges.set_clock(ctx, anew=True)
    return Reply(_card(ctx), replace=True)


def preview(ctx: Context, press: routes.Preview) -> Outcome:
    """What it would say in the channel now, and whether it would be posted."""
    _entered(ctx, press.community)
    place, since = nudges.main_place(ctx), nudges.told_since(ctx)
    card = views.drawn(ctx, place, since)
    if card is None or not views.is_news(ctx, place, since):
        return Reply(Card(None, (Paragraph(text("digest-nothing")),)))
    where = Note(text("digest-preview", channel=ctx.channel(place)))
    return Reply(Card(card.title, (*card.blocks, where)))


def _entered(ctx: Context, community: int) -> None:
    ctx.enter(community)
    access.require(ctx, Rank.COORDINATOR)


def _card(ctx: Context) -> Card:
    here = ctx.here.id or 0
    blocks: list[Block] = [Paragraph(text("digest-about"))]
    at, places = nudges.comes_at(ctx), people.places_of(ctx.db, here)
    if ctx.setting(ON) == "on" and at is not None and places:
        moment, channel = Moment(at, ctx.here.zone), ctx.channel(places[0])
        blocks.append(Paragraph(text("digest-comes", at=moment, channel=channel)))
    for name, setting in SETTINGS.items():
        options = sorted(setting.options) if name == "hour" else setting.options
        chosen = ctx.setting(setting)
        blocks.append(
            Picker(
                routes.Choose(here, name),
                text(f"digest-choose-{name}"),
                tuple(
                    Choice(option, _option(name, option), option == chosen) for option in options
                ),
            )
        )
    buttons = (
        Button(text("digest-preview-button"), routes.Preview(here)),
        Button(text("settings-all"), Overview(here)),
    )
    return Card(text("digest-tuning"), (*blocks, Buttons(buttons), Note(text("settings-kept"))))


def _option(name: str, option: str) -> Text:
    if name == "hour":
        return text("digest-hour", hour=int(option[:2]))
    return text(f"digest-{name}-{option}")


# ── for everybody ───────────────────────────────────────────────────────────────────────────────


def mine(ctx: Context) -> tuple[Chosen, ...]:
    """Whether I get my own, on the card of what I chose; who wants quiet is offered none."""
    member = ctx.member
    if member is None or member.quiet:
        return ()
    here = member.community_id
    if not member.digest:
        ask = Button(text("digest-ask-button"), routes.Ask(here, on=True))
        return (Chosen(text("digest-mine-not"), ask),)
    stop = Button(text("digest-stop-button"), routes.Ask(here, on=False))
    at = nudges.comes_at(ctx) or ctx.now
    return (Chosen(text("digest-mine", at=Moment(at, ctx.here.zone)), stop),)


def ask(ctx: Context, press: routes.Ask) -> Outcome:
    """Ask for one's own each week, or for it no longer; the answer says when the next one comes."""
    member = choices.member_of(ctx, press.community)
    member.digest = press.on
    ctx.db.add(member)
    ctx.db.flush()
    nudges.set_clock(ctx)
    if press.on and member.quiet:
        card = choices.card(ctx, member)
        return Reply(Card(card.title, (Paragraph(text("digest-quiet")), *card.blocks)))
    return Reply(choices.card(ctx, member), replace=True)


# ── what the journey asks ───────────────────────────────────────────────────────────────────────


def evidence(ctx: Context) -> Facts:
    """Whether the weekly digest is on, and how many there have been."""
    return {
        Fact.DIGEST_ON: float(ctx.setting(ON) == "on"),
        Fact.DIGESTS_EVER: float(records.count(ctx.db, ctx.here.id or 0)),
    }
