"""How cards look: mine with what I choose on it, another member's, and the question whether it holds."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph
from bot.choices import Mine
from bot.command import LANGUAGES
from bot.context import Context
from bot.features.people import records, routes
from bot.knowing import FillCard, Introduce, MemberCard
from bot.text import Line, Moment, Style, Text, Words, text
from storage import due, people
from storage.people import Person

WRITTEN = ("offers", "asks", "organisation", "contact")
SHOWN = ("offers", "asks", "organisation", "zone", "contact")
"""The fields of a card, as its form has them."""


def card(ctx: Context, person: int, lead: Text | None = None) -> Card:
    """What a member says of themselves; mine comes with what I can change."""
    here = ctx.here.id or 0
    mine = ctx.person is not None and person == ctx.me
    said = _said(ctx, here, person)
    blocks: list[Block] = [] if lead is None else [Paragraph(lead)]
    rows = tuple(
        (text(f"card-{name}"), said[name] or text("card-empty"))
        for name in SHOWN
        if mine or said[name]
    )
    if rows:
        blocks.append(Facts(rows))
    else:
        blocks.append(Paragraph(text("card-unwritten", who=ctx.mention(person))))
    seat = records.core(ctx.db, here, person)
    if seat is not None and seat.state == "accepted":
        blocks.append(Note(text("card-core")))
    if mine:
        blocks.extend(_choices(ctx, here))
    else:
        blocks.append(Buttons((Button(text("people-list-button"), routes.Members(here, 0)),)))
    title = text("card-mine") if mine else text("card-title", who=ctx.mention(person))
    return Card(title, tuple(blocks))


def _said(ctx: Context, here: int, person: int) -> dict[str, Line | None]:
    profile = records.profile(ctx.db, here, person)
    found = ctx.db.get(Person, person)
    chosen = (found.zone if found else None) or ""
    values = {name: getattr(profile, name, "") for name in WRITTEN} | {"zone": chosen}
    said: dict[str, Line | None] = {
        n: Words(", ".join(value.splitlines())) if value else None for n, value in values.items()
    }
    told = "" if chosen else people.zones(ctx.db, [person])[person]
    if told and ctx.person is not None and person == ctx.me:
        said["zone"] = text("card-zone-told", zone=Words(told))
    return said


def _choices(ctx: Context, here: int) -> list[Block]:
    """What I chose around my card, each with the button that changes it."""
    member = ctx.member
    assert member is not None, "a card of one's own is shown to a member"
    at = due.when(ctx.db, routes.Check(here, ctx.me).pack())
    notes: list[Line] = [
        text("card-unlisted" if member.unlisted else "card-listed"),
        *([text("mine-quiet")] if member.quiet else []),
        *([text("card-reminder", at=Moment(at, ctx.reader.zone, Style.DAY))] if at else []),
    ]
    language = ctx.reader.language
    introduce, *take_back = introducing(ctx, here)
    buttons = (
        Button(text("card-edit"), FillCard(here), "primary"),
        introduce,
        *(
            Button(text(f"mine-speak-{other}"), routes.Speak(here, other))
            for other in LANGUAGES
            if other != language
        ),
        Button(
            text("mine-quiet-end" if member.quiet else "mine-quiet-start"),
            routes.Quiet(here, not member.quiet),
        ),
        Button(text("card-forget" if at else "card-remind"), routes.Remind(here, at is None)),
        Button(
            text("card-list-me" if member.unlisted else "card-unlist-me"),
            routes.Suggest(here, member.unlisted),
        ),
        Button(text("mine-button"), Mine(here)),
        *take_back,
    )
    return [
        *(Paragraph(note) for note in notes),
        Buttons(buttons),
        Note(text("card-who-sees", name=ctx.here.name)),
    ]


def introducing(ctx: Context, here: int) -> tuple[Button, ...]:
    """The way to introduce myself; once I have, to change that or to take it back."""
    said = records.introduced(ctx.db, here, ctx.me)
    if said is None or not said.brings:
        return (Button(text("intro-button"), Introduce(here)),)
    confirm = text("intro-take-back-confirm")
    return (
        Button(text("intro-change"), Introduce(here)),
        Button(text("intro-take-back"), routes.TakeBack(here), "danger", confirm=confirm),
    )


def opens(ctx: Context, person: int) -> Button:
    """The way to a member's card."""
    found = ctx.db.get(Person, person)
    name = Words(found.name[:40] if found else "?")
    return Button(text("people-open", name=name), MemberCard(ctx.here.id or 0, person))


def still_right(ctx: Context, route: routes.StillRight) -> Card | None:
    """Six months later: the card as it is, and whether it still holds."""
    if people.member(ctx.db, route.community, route.person) is None:
        return None
    said = _said(ctx, route.community, route.person)
    rows = tuple((text(f"card-{name}"), said[name] or text("card-empty")) for name in SHOWN)
    buttons = (
        Button(text("card-edit"), FillCard(route.community), "primary"),
        Button(text("card-still-right"), routes.Remind(route.community, on=True)),
    )
    return Card(
        text("card-check-title"),
        (
            Paragraph(text("card-check", name=ctx.here.name)),
            Facts(rows),
            Buttons(buttons),
        ),
    )
