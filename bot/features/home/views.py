"""How home looks: what awaits me, and help with one example a command."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.choices import Mine
from bot.command import Awaiting, Group, Rank
from bot.context import Context
from bot.features.community.records import mine_to_extend
from bot.features.community.routes import (
    AddPlace,
    AskCoordinators,
    Invite,
    Join,
    Overview,
    Plan,
    Privacy,
)
from bot.features.home import routes
from bot.features.journey import routes as journey
from bot.features.journey.views import glance
from bot.features.people.routes import Members
from bot.features.resources.routes import Shelf
from bot.fields import FormOpen
from bot.language import exists
from bot.text import joined, text
from storage import people
from storage.people import Community

MOST = 7

GROUPS = 5
"""Commands explained on a page of the help: Discord shows 4,000 characters a message."""


def home(ctx: Context, community: Community) -> Card:
    """What awaits the person in this community."""
    assert community.id is not None
    blocks: list[Block] = []
    items = waiting(ctx) if ctx.member is not None else []
    if ctx.member is None:
        blocks.append(
            Paragraph(text("home-not-in", name=community.name, purpose=community.purpose))
        )
        blocks.append(Buttons((Button(text("join-button"), Join(community.id), "primary"),)))
    else:
        blocks.extend(listed(items))
        blocks.extend(glance(ctx))
    above = {item.route for item in items[:MOST]}  # a card says each thing once
    buttons = (button for button in _buttons(ctx, community) if button.route not in above)
    blocks.append(Buttons(tuple(buttons)))
    members = people.member_count(ctx.db, community.id)
    blocks.append(Note(text("home-members", name=community.name, count=members)))
    return Card(text("home-title"), tuple(blocks))


def waiting(ctx: Context) -> list[Awaiting]:
    """All that features say awaits this person, most urgent first."""
    found = [item for feature in ctx.desk.features for item in feature.awaits(ctx)]
    return sorted(found, key=lambda item: -item.urgent)


def listed(items: list[Awaiting]) -> list[Block]:
    """What awaits somebody, the first of it; each with its button."""
    if not items:
        return [Paragraph(text("home-nothing"))]
    blocks: list[Block] = []
    for item in items[:MOST]:
        blocks.append(Paragraph(item.line))
        blocks.append(Buttons((Button(item.label, item.route),)))
    if len(items) > MOST:
        blocks.append(Note(text("home-more", count=len(items) - MOST)))
    return blocks


def _buttons(ctx: Context, community: Community) -> list[Button]:
    assert community.id is not None
    buttons: list[Button] = []
    if ctx.member is not None:
        buttons.append(Button(text("journey-button"), journey.Show(community.id)))
        buttons.append(Button(text("home-new-poll"), FormOpen("poll.new")))
        buttons.append(Button(text("home-library"), Shelf("newest", 0)))
        buttons.append(Button(text("people-list-button"), Members(community.id, 0)))
        buttons.append(Button(text("mine-button"), Mine(community.id)))
    if ctx.rank >= Rank.COORDINATOR:
        buttons.append(Button(text("home-plan"), Plan(community.id)))
        buttons.append(Button(text("plan-invite-button"), Invite(community.id)))
        buttons.append(Button(text("home-settings"), Overview(community.id)))
        buttons.append(Button(text("coordinators-button"), AskCoordinators(community.id)))
    buttons.append(Button(text("home-help"), routes.Help()))
    buttons.append(Button(text("data-button"), Privacy(community.id)))
    if len(people.communities_of(ctx.db, ctx.me)) > 1 and ctx.place and ctx.place.direct:
        buttons.append(Button(text("home-switch"), routes.Switch()))
    return buttons


def nowhere(ctx: Context) -> Card:
    """A channel without a community: found one, or add the channel to one of mine."""
    place = ctx.place
    if place is None or place.direct:
        return Card(
            text("home-title"),
            (
                Paragraph(text("home-no-community-direct")),
                Buttons((Button(text("home-help"), routes.Help()),)),
            ),
        )
    buttons = [Button(text("found-button"), FormOpen("ronde.found"), "primary")]
    for community in mine_to_extend(ctx.db, ctx.me, Rank.COORDINATOR)[:4]:
        assert community.id is not None
        buttons.append(
            Button(text("add-place-button", name=community.name[:40]), AddPlace(community.id))
        )
    buttons.append(Button(text("home-help"), routes.Help()))
    return Card(
        text("home-start-title"),
        (Paragraph(text("home-start")), Buttons(tuple(buttons)), Note(text("home-start-note"))),
    )


def help_card(ctx: Context, groups: tuple[Group, ...], page: int = 0) -> Card:
    """One example a command, in the reader's language: a page of what can be typed."""
    pages = -(-len(groups) // GROUPS)
    page = min(max(page, 0), pages - 1)
    blocks: list[Block] = [Paragraph(text("help-lead"))]
    for group in groups[page * GROUPS : (page + 1) * GROUPS]:
        lines = [
            text(f"{command.key}.example")
            for command in group.commands
            if exists(f"{command.key}.example")
        ]
        blocks.append(Paragraph(text(f"{group.name}-about")))
        blocks.append(Paragraph(joined(lines, "\n")))
    turn = [Button(text("previous"), routes.HelpPage(page - 1))] if page > 0 else []
    turn += [Button(text("next"), routes.HelpPage(page + 1))] if page + 1 < pages else []
    blocks += [Buttons(tuple(turn)), Note(text("page-of", page=page + 1, pages=pages))]
    blocks.append(Note(text("help-note")))
    return Card(text("help-title"), tuple(blocks))
