"""Signatures: a person and a version; taken back, renewed, asked of who is new."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Card, Outcome, Paragraph, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.charter import permits, private, records, routes
from bot.features.charter.records import Version
from bot.text import text
from storage.posts import VOTE

KIND = "question"
"""What a message that asks for a signature is: it awaits this person's own answer."""

PATIENCE = timedelta(days=7)
"""After how long somebody new is asked once more."""


def in_force(ctx: Context) -> Version:
    """The community's version in force. Raises a Refusal where there is none."""
    found = records.current(ctx.db, ctx.here.id or 0)
    if found is None:
        raise Refusal(text("charter-none-in-force"))
    return found


def sign_press(ctx: Context, press: routes.Sign) -> Outcome:
    """The button."""
    return sign(ctx, permits.version(ctx, press.version))


def sign(ctx: Context, version: Version) -> Outcome:
    """Sign; once is enough. An earlier version is not signed any more: the one in force is offered."""
    if version.number is None:
        raise Refusal(text("charter-not-adopted"))
    now = in_force(ctx)
    if version.base != now.base:
        return Reply(private.outdated(ctx, version, now))
    there = records.signature(ctx.db, ctx.me, now)
    if there is None:
        records.sign(ctx.db, now, ctx.me, ctx.now)
        ctx.acts("signature", routes.VersionCard(now.id or 0))
        redraw(ctx, now)
    return Reply(private.signed(ctx, now, again=there is not None))


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Take one's signature back; that it was there stays in the history."""
    version = permits.version(ctx, press.version)
    there = records.signature(ctx.db, ctx.me, version) if version.base else None
    if there is None:
        raise Refusal(text("charter-nothing-signed"))
    there.withdrawn_at = ctx.now
    ctx.db.add(there)
    ctx.db.flush()
    redraw(ctx, version)
    return Reply(Card(None, (Paragraph(text("charter-withdrawn")),)), replace=True)


def redraw(ctx: Context, version: Version) -> None:
    """The version's card says how many signed; messages that asked for it, that it is done."""
    number = version.id or 0
    ctx.posts.refresh(routes.VersionCard(number).pack())
    if ctx.person is not None:
        ctx.posts.refresh_notices(routes.Asked(number, ctx.me).pack(), ctx.me)


def joined(ctx: Context, person: int) -> None:
    """Somebody joins: asked to read and sign on day 0, once more on day 7 (feature 16 A4)."""
    now = records.current(ctx.db, ctx.here.id or 0)
    if now is None:
        return
    if records.signature(ctx.db, person, now) is None:
        _ask(ctx, person, now, "ask")
        ctx.later(routes.Remind(ctx.here.id or 0, person), ctx.now + PATIENCE)
    ctx.posts.refresh(routes.VersionCard(now.id or 0).pack())


def remind(ctx: Context, press: routes.Remind) -> Outcome:
    """A week later, if they have not signed: once more, and never again."""
    ctx.enter(press.community)
    now = records.current(ctx.db, press.community)
    if now is not None and records.signature(ctx.db, press.person, now) is None:
        _ask(ctx, press.person, now, "remind")
    return None


def _ask(ctx: Context, person: int, version: Version, what: str) -> None:
    ctx.tell(
        person,
        routes.Asked(version.id or 0, person),
        kind=KIND,
        severity=VOTE,
        once=f"charter-{version.id}-{what}",
        since=ctx.due_at,
    )


def left(ctx: Context, person: int) -> None:
    """Somebody leaves: their signature stays in the history, and counts no more (R8)."""
    here = ctx.here.id or 0
    ctx.never(routes.Remind(here, person))
    now = records.current(ctx.db, here)
    if now is not None:
        ctx.posts.refresh(routes.VersionCard(now.id or 0).pack())


def renewals(ctx: Context, version: Version) -> None:
    """Whoever signed an earlier version is told what changed, once (feature 16 A3)."""
    for person, signed in records.to_renew(ctx.db, version).items():
        ctx.tell(
            person,
            routes.Renew(version.id or 0, signed),
            kind=KIND,
            severity=VOTE,
            once=f"charter-{version.id}-renew",
        )
