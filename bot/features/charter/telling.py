"""What the charter tells others: what awaits whom, news, figures, changes, and what it is called."""

from __future__ import annotations

from datetime import datetime

from bot.command import Awaiting, Rank
from bot.context import Context
from bot.errors import Malformed
from bot.evidence import Change, Fact
from bot.features.charter import answers, figures, lines, permits, records, round_views, routes
from bot.features.charter import round_routes as round_
from bot.features.charter.records import Version
from bot.features.charter.rules import fingerprint, is_due
from bot.measures import Measure, Period, share
from bot.news import SOON, News, Section
from bot.route import Route, address_of
from bot.text import Line, Moment, Style, text
from bot.words import fold


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """My signature; my answers, or my dots; and, of whoever facilitates, the groups."""
    here = ctx.here.id or 0
    found = []
    version = records.current(ctx.db, here)
    if version is not None and records.signature(ctx.db, ctx.me, version) is None:
        line = text("charter-awaits-sign", name=lines.name(ctx, version))
        found.append(Awaiting(line, routes.Show(here), text("charter-button-open"), 0))
    whole = answers.running(ctx.db, here)
    if whole is None:
        return tuple(found)
    number = whole.id or 0
    line = text(f"charter-round-waits-{whole.state}", at=round_views.until(ctx, whole))
    if whole.state == "answers" and not answers.own(ctx.db, number, ctx.me):
        found.append(Awaiting(line, round_.Reply(number), text("charter-button-answer"), 1))
    elif whole.state == "dots" and not answers.own_dots(ctx.db, number, ctx.me):
        found.append(Awaiting(line, round_.Dots(number), text("charter-button-dots"), 1))
    elif whole.state == "groups" and ctx.rank >= Rank.FACILITATOR:
        found.append(Awaiting(line, round_.Desk(number), text("charter-button-desk"), 2))
    return tuple(found)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """What was adopted; a round that ends within the week."""
    here = ctx.here.id or 0
    found = [
        News(
            Section.DECISIONS,
            text("charter-title", name=ctx.here.name),
            text("charter-news-adopted", name=lines.name(ctx, version)),
            routes.VersionCard(version.id or 0),
            routes.Show(here),
        )
        for version in records.adopted_between(ctx.db, here, since, ctx.now)
        if not version.minor
    ]
    whole = answers.running(ctx.db, here)
    if whole is not None and whole.state in ("answers", "dots"):
        ends = whole.votes_until or whole.closes_at
        if ctx.now < ends <= ctx.now + SOON:
            more = text(f"charter-round-{whole.state}", at=Moment(ends, ctx.here.zone, Style.SHORT))
            board, opens = round_.Board(whole.id or 0), round_views.entrance(whole).route
            title = text("charter-round-title")
            found.append(News(Section.CLOSING, title, more, board, opens, place=whole.place_id))
    return tuple(found)


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: suggestions, a text put to a decision, a round, a review."""
    here = ctx.here.id or 0
    found: list[Line] = []
    there, version = records.texts(ctx.db, here), records.current(ctx.db, here)
    if there and (version is None or version.hash != fingerprint(there)):
        count = len(records.suggestions(ctx.db, here))
        found.append(text("charter-handover-draft", count=count))
    whole = answers.running(ctx.db, here)
    if whole is not None:
        found.append(text(f"charter-round-{whole.state}", at=round_views.until(ctx, whole)))
    if version is not None and is_due(at := permits.review_at(ctx, version), ctx.now) and at:
        on = Moment(at, ctx.here.zone, Style.DAY)
        found.append(text("charter-nudge-review", number=version.number or 0, at=on))
    return tuple(found)


# ── figures ─────────────────────────────────────────────────────────────────────────────────────


def evidence(ctx: Context) -> dict[Fact, float]:
    """How far the charter and its why are, in figures."""
    begun = figures.begun(ctx.db, ctx.here.id or 0)
    version = records.current(ctx.db, ctx.here.id or 0)
    review = permits.review_at(ctx, version) if version is not None else None
    found: dict[Fact, float] = {
        Fact.CHARTER_DRAFTED: float(begun.drafted),
        Fact.CHARTER_ADOPTED: float(version is not None),
        Fact.CHARTER_REVIEW_PASSED: float(review is not None and ctx.now >= review),
        Fact.WHY_ANSWERS: float(begun.answered),
    }
    covered = _covered(ctx, version, ctx.now)[0]
    if covered is not None:
        found[Fact.CHARTER_COVERAGE] = covered
    answered = share(begun.members_answered, begun.members)
    if answered is not None:
        found[Fact.WHY_SHARE] = answered
    return found


def _covered(ctx: Context, version: Version | None, at: datetime) -> tuple[float | None, int]:
    """E6 of a version at an instant, and the active members that it comes from."""
    if version is None:
        return None, 0
    active, signed = figures.covered(ctx.db, version, at)
    return share(signed, active), active


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """E6, at the end of a period. Who signed is known to all: it is never masked."""
    at = min(period.end, ctx.now)
    covered, active = _covered(ctx, records.current(ctx.db, ctx.here.id or 0, at), at)
    return (Measure("e6", covered, active),)


def changes(ctx: Context, since: datetime) -> tuple[Change, ...]:
    """The versions that were adopted since then; a slip of the pen put right is no change."""
    return tuple(
        Change(
            routes.Frozen(version.id or 0),
            text("charter-news-adopted", name=lines.name(ctx, version)),
            version.adopted_at or version.made_at,
        )
        for version in records.adopted_between(ctx.db, ctx.here.id or 0, since, ctx.now)
        if not version.minor
    )


# ── found and named ─────────────────────────────────────────────────────────────────────────────


def finds(ctx: Context, words: str) -> tuple[Route, ...]:
    """The version in force, where each of these words stands in it."""
    version = records.current(ctx.db, ctx.here.id or 0)
    wanted = fold(words).split()
    if version is None or not wanted:
        return ()
    said = fold(" ".join(version.sections.values()))
    return (routes.Frozen(version.id or 0),) if all(word in said for word in wanted) else ()


def named(ctx: Context, ref: str) -> Line | None:
    """What a version is called, by its address."""
    if address_of(ref) not in (routes.Frozen.address, routes.VersionCard.address):
        return None
    try:
        number = int(ref.rpartition(":")[2])
    except ValueError:
        raise Malformed(ref) from None
    version = records.version(ctx.db, number)
    if version is None or version.community_id != ctx.here.id:
        return None
    return text("charter-called", name=lines.name(ctx, version))
