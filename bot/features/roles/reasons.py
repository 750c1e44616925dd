"""Why it is whose turn, and why not somebody else's: with the figures, and no reason of an absence."""

from __future__ import annotations

from collections import defaultdict

from bot.card import Block, Card, Choice, Facts, Note, Paragraph, Picker
from bot.context import Context
from bot.features.roles import lines, pool, routes
from bot.features.roles.records import Turn
from bot.features.roles.rules import Hindrance, Ranked
from bot.text import Line, joined, text
from storage.roles import Role


def why(ctx: Context, role: Role, turn: Turn) -> Card:
    """Why this person: their load, their last term, and who was not asked (feature 6 A3)."""
    title = text("role-why-title", name=lines.name(role))
    if turn.person_id is None:
        return Card(title, (Paragraph(text("role-why-nobody")), *_hindered(ctx, role, turn)))
    order = pool.ranked(ctx, role, turn)
    mine = next((one for one in order if one.person == turn.person_id), None)
    blocks: list[Block] = [
        Paragraph(
            text(
                "role-why-me" if turn.person_id == ctx.me else "role-why-them",
                name=ctx.mention(turn.person_id),
                days=lines.term_days(ctx, turn),
            )
        )
    ]
    if mine is None:
        blocks.append(Paragraph(text("role-why-offered")))
    else:
        blocks.append(Paragraph(_load(ctx, role, mine)))
        after = [one for one in order if one.hindered is None and one.person != mine.person]
        if after:
            then = lines.names(ctx, [one.person for one in after[:3]])
            blocks.append(Paragraph(text("role-why-then", names=then)))
    blocks += _hindered(ctx, role, turn)
    others = tuple(
        Choice(str(one.person), ctx.mention(one.person))
        for one in sorted(order, key=lambda one: ctx.mention(one.person).name)
        if one.person != turn.person_id
    )[:25]
    if others:
        blocks.append(Picker(routes.WhyNot(turn.id or 0), text("role-why-not"), others))
    blocks.append(Note(text("role-why-rule")))
    return Card(title, tuple(blocks))


def _load(ctx: Context, role: Role, one: Ranked) -> Line:
    if one.load.eligible:
        served, free = one.load.served, one.load.eligible
        said: Line = text("role-load", served=served, eligible=free)
    else:
        said = text("role-load-none")
    if one.last is None:
        return joined([said, text("role-last-never")], " ")
    span = pool.term(role, one.last).span
    return joined([said, text("role-last", day=lines.day(ctx, span.first))], " ")


def _hindered(ctx: Context, role: Role, turn: Turn) -> list[Block]:
    """Who was not asked, by reason; why somebody is unavailable is nobody's business."""
    groups: dict[Hindrance, list[int]] = defaultdict(list)
    for one in pool.ranked(ctx, role, turn):
        if one.hindered is not None and one.person != turn.person_id:
            groups[one.hindered].append(one.person)
    rows = tuple(
        (text(f"role-hindered-{reason}"), lines.names(ctx, groups[reason]))
        for reason in Hindrance
        if groups[reason]
    )
    return [Facts(rows)] if rows else []


def why_not(ctx: Context, role: Role, turn: Turn, person: int) -> Card:
    """Why not somebody: what hinders them, or what puts another before them."""
    title = text("role-why-title", name=lines.name(role))
    order = pool.ranked(ctx, role, turn)
    theirs = next((one for one in order if one.person == person), None)
    name = ctx.mention(person)
    if theirs is None:
        return Card(title, (Paragraph(text("role-why-not-pool", name=name)),))
    if theirs.hindered is not None:
        return Card(title, (Paragraph(text(f"role-why-not-{theirs.hindered}", name=name)),))
    mine = next((one for one in order if one.person == turn.person_id), None)
    if mine is None or order.index(theirs) < order.index(mine):
        said = text("role-why-not-offered", name=name)
    elif mine.load.ratio != theirs.load.ratio:
        said = text("role-why-not-load", name=name)
    elif mine.last != theirs.last:
        said = text("role-why-not-last", name=name)
    else:
        said = text("role-why-not-lot", name=name)
    return Card(title, (Paragraph(said), Paragraph(_load(ctx, role, theirs))))
