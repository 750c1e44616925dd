"""How the charter looks in a channel, and in direct messages."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph
from bot.context import Context
from bot.features.charter import lines, private, records, routes
from bot.features.charter.differences import changed_sections
from bot.features.charter.records import Version
from bot.features.charter.rules import SECTIONS, pages
from bot.text import joined, text

ROOM = 1500


def draft_card(ctx: Context, route: routes.DraftCard) -> Card | None:
    """A charter is being written: how far it is, and the way in."""
    ctx.enter(route.community)
    last = records.latest(ctx.db, route.community)
    reached = last.number or 0 if last is not None else 0
    title = text("charter-title", name=ctx.here.name)
    if last is not None and reached > route.after:
        return Card(title, (Paragraph(text("charter-card-became", name=lines.name(ctx, last))),))
    there = records.texts(ctx.db, route.community)
    waiting = len(records.suggestions(ctx.db, route.community))
    key = "charter-card-next" if last is not None else "charter-card-draft"
    blocks: list[Block] = [
        Paragraph(text(key)),
        Facts(
            (
                (
                    text("charter-written"),
                    text("charter-of-ten", count=len(there), of=len(SECTIONS)),
                ),
                (text("charter-suggested"), text("charter-suggestions", count=waiting)),
            )
        ),
        Buttons((Button(text("charter-button-write"), routes.Draft(route.community), "primary"),)),
    ]
    return Card(title, tuple(blocks))


def version_card(ctx: Context, route: routes.VersionCard) -> Card | None:
    """An adopted version: when, by what its text is known, how many signed it."""
    version = records.version(ctx.db, route.version)
    if version is None or version.number is None:
        return None
    ctx.enter(version.community_id)
    title = text("charter-title", name=ctx.here.name)
    last = records.latest(ctx.db, version.community_id)
    read = Button(text("charter-button-read"), routes.Read(route.version, 0))
    rows = Facts(private.facts(ctx, version))
    if version.retired_at is not None:
        said = text("charter-is-retired", at=private.version_retired(ctx, version))
        return Card(title, (Paragraph(said), rows, Buttons((read,))))
    if last is not None and last.number != version.number:
        said = text(
            "charter-card-followed", old=lines.name(ctx, version), name=lines.name(ctx, last)
        )
        return Card(title, (Paragraph(said), Buttons((read,))))
    sign = text("charter-button-sign", number=version.number)
    buttons = [Button(sign, routes.Sign(route.version), "primary"), read]
    earlier = records.before(ctx.db, version)
    if earlier is not None:
        change = routes.Difference(version.community_id, earlier.id or 0, route.version, 0)
        buttons.append(Button(text("charter-button-diff"), change))
    key = "charter-card-corrected" if version.minor else "charter-card-adopted"
    said = text(key, name=lines.name(ctx, version))
    note = Note(text("charter-card-note"))
    return Card(title, (Paragraph(said), rows, Buttons(tuple(buttons)), note))


# ── direct messages ─────────────────────────────────────────────────────────────────────────────


def _in_force(ctx: Context, number: int) -> Version | None:
    """A version, if it is the one in force."""
    version = records.version(ctx.db, number)
    if version is None:
        return None
    ctx.enter(version.community_id)
    now = records.current(ctx.db, version.community_id)
    return version if now is not None and now.base == version.base else None


def asked(ctx: Context, route: routes.Asked) -> Card | None:
    """Told to who is new: there is a charter, and they may sign it (feature 16 A4)."""
    version = _in_force(ctx, route.version)
    if version is None:
        return None
    title = text("charter-title", name=ctx.here.name)
    if records.signature(ctx.db, route.person, version) is not None:
        return Card(title, (Paragraph(text("charter-signed-now", name=lines.name(ctx, version))),))
    number = version.id or 0
    buttons = (
        Button(text("charter-button-read"), routes.Read(number, 0), "primary"),
        Button(text("charter-button-sign", number=version.number or 0), routes.Sign(number)),
    )
    note = Note(text("charter-asked-note"))
    return Card(title, (Paragraph(text("charter-asked")), Buttons(buttons), note))


def renew(ctx: Context, route: routes.Renew) -> Card | None:
    """Told to who signed an earlier version: what changed, not the whole text (feature 16 A3)."""
    version = _in_force(ctx, route.version)
    before = records.version(ctx.db, route.signed)
    if version is None or before is None:
        return None
    found = list(changed_sections(before.sections, version.sections).items())
    split = pages([lines.length(edits) for _, edits in found], ROOM)
    shown = split[0] if split else []
    said = text("charter-renew", old=before.number or 0, name=lines.name(ctx, version))
    blocks: list[Block] = [Paragraph(said)]
    for key, edits in (found[index] for index in shown):
        head = text("charter-head", title=lines.title(key))
        blocks.append(Paragraph(joined([head, lines.edits(edits)], "\n")))
    if len(found) > len(shown):
        blocks.append(Note(text("charter-renew-more", count=len(found) - len(shown))))
    number = version.id or 0
    sign = text("charter-button-sign", number=version.number or 0)
    change = routes.Difference(version.community_id, before.id or 0, number, 0)
    buttons = (
        Button(sign, routes.Sign(number), "primary"),
        Button(text("charter-button-diff"), change),
    )
    return Card(text("charter-title", name=ctx.here.name), (*blocks, Buttons(buttons)))
