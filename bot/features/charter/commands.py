"""What people ask of the charter by typing: show, draft, adopt, sign, diff; and looking by buttons."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.charter import adopting, permits, private, records, routes, signing
from bot.features.charter.records import Version
from bot.text import text


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Which:
    """A section of the draft; nothing: all of them."""

    section: str


@dataclass(frozen=True, slots=True)
class Adopt:
    """Whether the change only puts right how the charter is written."""

    minor: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A version's number; None: the one in force."""

    version: int | None


@dataclass(frozen=True, slots=True)
class Between:
    """The numbers of two versions; None: those that matter most now."""

    before: int | None
    after: int | None


def show(ctx: Context, asked: Nothing) -> Outcome:
    """The charter as it stands."""
    del asked
    ctx.here  # noqa: B018  (refuses where there is no community)
    access.require(ctx, Rank.MEMBER)
    return Reply(private.whole(ctx))


def show_press(ctx: Context, press: routes.Show) -> Outcome:
    """The same, by a button."""
    permits.community(ctx, press.community)
    return Reply(private.whole(ctx))


def draft(ctx: Context, asked: Which) -> Outcome:
    """The draft, or a section of it."""
    card = private.section(ctx, asked.section) if asked.section else private.desk(ctx)
    return Reply(card)


def adopt(ctx: Context, asked: Adopt) -> Outcome:
    """Put the draft to a decision; or, where it is a slip of the pen, put it right."""
    return adopting.correct(ctx) if asked.minor else adopting.freeze(ctx)


def sign(ctx: Context, asked: Number) -> Outcome:
    """Sign the version in force."""
    now = signing.in_force(ctx)
    return signing.sign(ctx, now if asked.version is None else _numbered(ctx, asked.version))


def diff(ctx: Context, asked: Between) -> Outcome:
    """What changed: since the version I signed, else in the draft, else since the version before."""
    here = ctx.here.id or 0
    last = records.latest(ctx.db, here)
    if last is None:
        raise Refusal(text("charter-none-adopted"))
    if asked.before is not None:
        after = last if asked.after is None else _numbered(ctx, asked.after)
        return Reply(private.difference(ctx, _numbered(ctx, asked.before), after, 0))
    signed = records.last_signed(ctx.db, here, ctx.me)
    if signed is not None and signed.base != last.base:
        return Reply(private.difference(ctx, signed, last, 0))
    before = records.before(ctx.db, last)
    if before is None or records.texts(ctx.db, here) != last.sections:
        return Reply(private.difference(ctx, last, None, 0))
    return Reply(private.difference(ctx, before, last, 0))


def _numbered(ctx: Context, number: int) -> Version:
    """An adopted version by its number. Raises a Refusal that says which there are."""
    found = records.numbered(ctx.db, ctx.here.id or 0, number)
    if found is None:
        last = records.latest(ctx.db, ctx.here.id or 0)
        if last is None:
            raise Refusal(text("charter-none-adopted"))
        raise Refusal(text("charter-no-version", number=number, last=last.number or 0))
    return found


# ── looking, by buttons ─────────────────────────────────────────────────────────────────────────


def read(ctx: Context, press: routes.Read) -> Outcome:
    """A version's text; the next page comes in place."""
    version = permits.version(ctx, press.version)
    return Reply(private.read(ctx, version, press.page), replace=press.page > 0)


def difference(ctx: Context, press: routes.Difference) -> Outcome:
    """What changed between two versions, or to the draft."""
    before = permits.version(ctx, press.before)
    after = permits.version(ctx, press.after) if press.after else None
    if before.community_id != press.community or (
        after is not None and after.community_id != press.community
    ):
        raise access.unknown_thing()
    return Reply(private.difference(ctx, before, after, press.page), replace=press.page > 0)


def signatures(ctx: Context, press: routes.Signatures) -> Outcome:
    """Who signed a version."""
    version = permits.version(ctx, press.version)
    if version.number is None:
        raise Refusal(text("charter-not-adopted"))
    return Reply(private.signatures(ctx, version))
