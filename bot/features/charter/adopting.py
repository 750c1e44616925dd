"""From a draft to a version: put to a decision, adopted, put right, looked at again, retired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import access, proposals
from bot.card import Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Misfilled, Refusal
from bot.features.charter import (
    differences,
    lines,
    permits,
    private,
    records,
    routes,
    signing,
)
from bot.features.charter.records import Version
from bot.features.charter.rules import a_year_after, fingerprint
from bot.fields import id_in
from bot.text import Text, joined, text
from scheduling.calendar import local

LATEST = timedelta(days=5 * 366)
ROOM = 1500
"""Characters of a proposal's text: what is longer is said by its beginnings, and by its fingerprint."""


@dataclass(frozen=True, slots=True)
class Review:
    """The day on which a version is looked at again."""

    version: str
    day: Understood | None


# ── put to a decision ───────────────────────────────────────────────────────────────────────────


def freeze_press(ctx: Context, press: routes.Freeze) -> Outcome:
    """The button."""
    permits.community(ctx, press.community)
    return freeze(ctx)


def freeze(ctx: Context) -> Outcome:
    """Keep the draft as it is now, and offer to put that text to a decision (feature 16 A2)."""
    permits.require_edits(ctx)
    found = records.freeze(ctx.db, ctx.here.id or 0, _news(ctx), ctx.me, ctx.now)
    return Reply(private.frozen(ctx, found))


def _news(ctx: Context) -> dict[str, str]:
    """What the draft says. Raises a Refusal where it says nothing, or nothing new."""
    here = ctx.here.id or 0
    found = records.texts(ctx.db, here)
    if not found:
        raise Refusal(text("charter-no-draft"))
    now = records.current(ctx.db, here)
    if now is not None and now.hash == fingerprint(found):
        raise Refusal(text("charter-nothing-new", name=lines.name(ctx, now)))
    return found


def proposes(ctx: Context, about: str) -> proposals.Proposal | None:
    """What is decided where a text of the charter is put to a decision."""
    if not about.startswith(f"{routes.Frozen.address}:"):
        return None
    version = access.there(records.version(ctx.db, routes.Frozen.unpack(about).version))
    ctx.enter(version.community_id)
    number = version.id or 0
    last = records.latest(ctx.db, version.community_id)
    following = (last.number or 0) + 1 if last else 1
    title = text("charter-proposal", number=version.number or following)
    return proposals.Proposal(
        title=lines.theirs(ctx, title),
        text=_said(ctx, version),
        line=_line(ctx, version),
        adopted=routes.Adopted(number),
        ended=routes.Ended(number),
        of=routes.Show(version.community_id).pack(),
    )


def _line(ctx: Context, version: Version) -> Text:
    """What a version is called beside its decision, which may be in force where that is not."""
    last = records.latest(ctx.db, version.community_id)
    if last is None or last.retired_at is None or last.base != version.base:
        return lines.name(ctx, version)
    at = private.version_retired(ctx, last)
    return text("charter-version-retired", number=version.number or 0, at=at)


def _said(ctx: Context, version: Version) -> str:
    """A version's text, in the community's language; where it is long, how each section begins."""
    sections = version.sections
    short = sum(map(len, sections.values())) <= ROOM
    most = ROOM if short else ROOM // len(sections)
    said = [
        f"{lines.theirs(ctx, lines.title(key))}\n{words if short else lines.excerpt(words, most)}"
        for key, words in records.in_order(sections)
    ]
    said.append(lines.theirs(ctx, text("charter-fingerprint", hash=version.hash[:12])))
    return "\n\n".join(said)


# ── adopted ─────────────────────────────────────────────────────────────────────────────────────


def adopted(ctx: Context, press: routes.Adopted) -> Outcome:
    """A decision adopted a text: that text, whatever the draft says by now. Twice is once."""
    version = records.version(ctx.db, press.version)
    if version is None or version.number is not None:
        return None
    ctx.enter(version.community_id)
    ctx.publishing_place()  # refuses before anything is written
    before = records.latest(ctx.db, version.community_id)
    version.number = version.base = (before.number or 0) + 1 if before else 1
    version.review_on = a_year_after(local(ctx.now, ctx.here.zone).date()).isoformat()
    _publish(ctx, version, before)
    ctx.journal("charter.adopted", routes.Frozen(press.version), number=str(version.number))
    signing.renewals(ctx, version)
    return None


def _publish(ctx: Context, version: Version, before: Version | None) -> None:
    """A version is in force: its card in the channel; the earlier one's says by what it is followed."""
    version.adopted_at = ctx.now
    ctx.db.add(version)
    ctx.db.flush()
    card = routes.VersionCard(version.id or 0).pack()
    place = ctx.publishing_place()
    ctx.posts.show(place.id or 0, card, once=f"{card}-{place.id}")
    after = before.number or 0 if before else 0
    ctx.posts.refresh(routes.DraftCard(version.community_id, after).pack())
    if before is not None:
        ctx.posts.refresh(routes.VersionCard(before.id or 0).pack())


def correct_press(ctx: Context, press: routes.Correct) -> Outcome:
    """The button."""
    permits.community(ctx, press.community)
    return correct(ctx)


def correct(ctx: Context) -> Outcome:
    """Slips of the pen are put right: no decision, signatures stay, it is written down (16 A3)."""
    access.require(ctx, Rank.FACILITATOR)
    now = signing.in_force(ctx)
    after = _news(ctx)
    if not differences.is_slight(now.sections, after):
        raise Refusal(text("charter-not-slight"))
    found = records.freeze(ctx.db, now.community_id, after, ctx.me, ctx.now)
    found.number, found.base, found.minor = (now.number or 0) + 1, now.base, True
    found.review_on = now.review_on
    _publish(ctx, found, now)
    edits = differences.changed_sections(now.sections, after)
    said = joined([lines.edits(some) for some in edits.values()], "\n")
    ctx.journal(
        "charter.corrected",
        routes.Frozen(found.id or 0),
        number=str(found.number),
        changed=lines.theirs(ctx, said),
    )
    return Reply(private.whole(ctx))


# ── looked at again, retired ────────────────────────────────────────────────────────────────────


def ask_review(ctx: Context, press: routes.AskReview) -> Outcome:
    """Open the form of the day of its review: a year from now, unless somebody knows better."""
    permits.version(ctx, press.version)
    access.require(ctx, Rank.FACILITATOR)
    day = a_year_after(local(ctx.now, ctx.here.zone).date())
    return ctx.form("charter.review", {"version": str(press.version), "day": day.isoformat()})


def review(ctx: Context, asked: Review) -> Outcome:
    """The charter is good until another day."""
    version = permits.version(ctx, id_in(asked.version))
    access.require(ctx, Rank.FACILITATOR)
    day = asked.day
    if day is None or not ctx.now < day.instant < ctx.now + LATEST:
        raise Misfilled({"day": text("charter-review-when")})
    if version.number is None or version.retired_at is not None:
        raise Refusal(text("charter-none-in-force"))
    before, version.review_on = version.review_on, day.wall.date().isoformat()
    ctx.db.add(version)
    ctx.db.flush()
    card = routes.VersionCard(version.id or 0)
    ctx.journal("charter.review-set", card, before=before, after=version.review_on)
    ctx.posts.refresh(card.pack())
    return Reply(private.whole(ctx))


def retire(ctx: Context, press: routes.Retire) -> Outcome:
    """No longer in force; its text, its versions and their signatures stay."""
    version = permits.version(ctx, press.version)
    access.require(ctx, Rank.COORDINATOR)
    now = signing.in_force(ctx)
    if now.id != version.id:
        raise Refusal(text("charter-followed", name=lines.name(ctx, now)))
    _retire(ctx, version)
    return Reply(private.whole(ctx))


def ended(ctx: Context, press: routes.Ended) -> Outcome:
    """The decision that adopted a text was ended: so is that text (put right, too) if it is in force."""
    version = records.version(ctx.db, press.version)
    if version is None or version.base is None:
        return None
    ctx.enter(version.community_id)
    now = records.current(ctx.db, version.community_id)
    if now is not None and now.base == version.base:
        _retire(ctx, now)
    return None


def _retire(ctx: Context, version: Version) -> None:
    version.retired_at = ctx.now
    ctx.db.add(version)
    ctx.db.flush()
    card = routes.VersionCard(version.id or 0)
    ctx.journal("charter.retired", card, number=str(version.number))
    ctx.posts.refresh(card.pack())
