"""`/impact`: what the community brings, in figures that say where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot import access
from bot.card import Card, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Misfilled
from bot.evidence import Fact, Facts
from bot.features.impact import records, routes, rules, views
from bot.features.impact.rules import Days, Figure
from bot.measures import Period, measured
from bot.text import Words, text
from scheduling.calendar import local, start_of_day

LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which days, as typed."""

    period: str


@dataclass(frozen=True, slots=True)
class Exported:
    """Of which days, and as what."""

    period: str
    format: str


def check(ctx: Context, asked: Asked | Exported) -> None:
    """Raises Misfilled for words that are no past days, or too many."""
    if rules.read_period(asked.period, _today(ctx)) is None:
        raise Misfilled({"period": text("impact-unclear", given=Words(asked.period[:40]))})


def show(ctx: Context, asked: Asked) -> Outcome:
    """The report, privately."""
    days = _read(ctx, asked.period)
    return Reply(views.report(ctx, days, figures(ctx, days)))


def export(ctx: Context, asked: Exported) -> Outcome:
    """The report as a file."""
    days = _read(ctx, asked.period)
    return Reply(views.file(ctx, days, figures(ctx, days), asked.format))


def _read(ctx: Context, words: str) -> Days:
    days = rules.read_period(words, _today(ctx))
    assert days is not None, "checked before"
    return days


def _today(ctx: Context) -> date:
    return local(ctx.now, ctx.here.zone).date()


def figures(ctx: Context, days: Days) -> list[Figure]:
    """All that can be measured of some days, as far as it may be shown."""
    zone = ctx.here.zone
    period = Period(start_of_day(days.first, zone), start_of_day(days.end, zone))
    return rules.figures(measured(ctx, period))


# ── presses ─────────────────────────────────────────────────────────────────────────────────────


def again(ctx: Context, press: routes.Show) -> Outcome:
    """The report of some days, by a button."""
    days = _days(ctx, press)
    return Reply(views.report(ctx, days, figures(ctx, days)))


def counted(ctx: Context, press: routes.Counted) -> Outcome:
    """How the figures are counted."""
    days = _days(ctx, press)
    return Reply(views.counted(ctx, days, figures(ctx, days)))


def shared_counted(ctx: Context, press: routes.SharedCounted) -> Outcome:
    """How those of a shared report are; whoever sees it may know."""
    kept = access.there(records.report(ctx.db, press.report))
    ctx.enter(kept.community_id)
    return Reply(views.counted(ctx, kept.days, kept.said))


def ask_share(ctx: Context, press: routes.AskShare) -> Outcome:
    """What the channel would see; nothing is posted yet."""
    days = _days(ctx, press, Rank.FACILITATOR)
    channel = ctx.channel(ctx.publishing_place())
    return Reply(views.preview(ctx, days, figures(ctx, days), channel))


def publish(ctx: Context, press: routes.Publish) -> Outcome:
    """Put the report into the channel, once a day; it stays as it is now."""
    days = _days(ctx, press, Rank.FACILITATOR)
    place = ctx.publishing_place()
    number = records.keep(ctx.db, press.community, ctx.me, days, figures(ctx, days), ctx.now)
    route = routes.Shared(number)
    once = f"impact-{press.community}-{place.id}-{days.first}-{days.end}-{_today(ctx)}"
    if ctx.posts.show(place.id or 0, route.pack(), once=once) is None:
        records.drop(ctx.db, number)
        said = text("impact-shared-before", channel=ctx.channel(place))
    else:
        ctx.journal("impact.shared", route, first=f"{days.first}", end=f"{days.end}")
        said = text("impact-shared", channel=ctx.channel(place))
    return Reply(Card(None, (Paragraph(said),)), replace=True)


def export_press(ctx: Context, press: routes.Export) -> Outcome:
    """The file, by a button."""
    days = _days(ctx, press)
    kind = "csv" if press.table else "md"
    return Reply(views.file(ctx, days, figures(ctx, days), kind))


def _days(
    ctx: Context,
    press: routes.Show | routes.Counted | routes.AskShare | routes.Publish | routes.Export,
    least: Rank = Rank.MEMBER,
) -> Days:
    """The days that a press is about, for who may. Raises a Refusal for forged ones."""
    ctx.enter(press.community)
    access.require(ctx, least)
    try:
        days = Days(date.fromordinal(press.first), date.fromordinal(press.end))
    except (ValueError, OverflowError):
        raise access.unknown_thing() from None
    longest = timedelta(days=31 * rules.MOST)
    if not (days.first < days.end <= days.first + longest and days.first <= _today(ctx)):
        raise access.unknown_thing()
    return days


# ── what the journey asks ───────────────────────────────────────────────────────────────────────


def evidence(ctx: Context) -> Facts:
    """How many reports were put into a channel, ever and lately."""
    ever, lately = records.shared(ctx.db, ctx.here.id or 0, ctx.now - LATELY)
    return {Fact.REPORT_SHARED_EVER: float(ever), Fact.REPORT_SHARED_90: float(lately)}
