"""What each press on a series does: look at it, pause, resume, skip a date, stop, change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot import access
from bot.card import Card, Outcome, Reply
from bot.command import Awaiting, Command, Rank
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.route import Route
from bot.series import access as permits
from bot.series import making, planning, routes, views
from bot.series.planning import Planned
from bot.text import text
from storage import series as kept
from storage.posts import STARTED
from storage.series import Series

PAGE = 5


def begin(ctx: Context, command: Command, planned: Planned, values: Mapping[str, str]) -> Outcome:
    """Keep what is to come again, or the change of it, and show it."""
    what = "started" if permits.changed(ctx, values) is None else "changed"
    series = planning.start(ctx, command, planned, values)
    lead = f"series-{what}-ahead" if command.ahead else f"series-{what}"
    return Reply(views.card(ctx, series, text(lead)))


def show(ctx: Context, press: routes.Show) -> Outcome:
    """One series, privately."""
    return Reply(views.card(ctx, permits.get(ctx, press.series)))


def listing(ctx: Context, press: routes.Listing) -> Outcome:
    """Turn the page of what comes again."""
    return Reply(page_of(ctx, press.kind, press.page))


def page_of(ctx: Context, kind: str, page: int = 0) -> Card:
    """A page of what comes again, of the commands that begin so ("poll")."""
    access.require(ctx, Rank.MEMBER)
    here = ctx.here
    assert here.id is not None
    pages = max(1, -(-kept.count(ctx.db, here.id, f"{kind}.") // PAGE))
    page = min(max(page, 0), pages - 1)
    some = kept.listed(ctx.db, here.id, f"{kind}.", skip=page * PAGE, most=PAGE)
    return views.listing(ctx, some, kind, page, pages)


def count(ctx: Context, kind: str) -> int:
    """How much comes again, of the commands that begin so."""
    return kept.count(ctx.db, ctx.here.id or 0, f"{kind}.")


def of(ctx: Context, thing: Route) -> Series | None:
    """The series by which a thing was made, and which is not stopped."""
    found = kept.of(ctx.db, thing.pack())
    return found if found is not None and found.state != kept.STOPPED else None


# ── changing ────────────────────────────────────────────────────────────────────────────────────


def pause(ctx: Context, press: routes.Pause) -> Outcome:
    """Make nothing until it is resumed."""
    series = permits.managed(ctx, press.series)
    if series.state == kept.ACTIVE:
        series.state = kept.PAUSED
        making.plan(ctx, series)
        ctx.journal("series.paused", routes.Show(press.series), title=permits.title(ctx, series))
    return _redrawn(ctx, series)


def resume(ctx: Context, press: routes.Resume) -> Outcome:
    """Go on; where its channel is gone, in the one in which this is pressed."""
    series = permits.managed(ctx, press.series)
    if series.state == kept.PAUSED:
        _move(ctx, series)
        making.go_on(ctx, series)
        ctx.journal("series.resumed", routes.Show(press.series), title=permits.title(ctx, series))
    return _redrawn(ctx, series)


def _move(ctx: Context, series: Series) -> None:
    """Away from a channel that the bot can no longer reach. Raises a Refusal where there is none."""
    if permits.lost(series, permits.place_of(ctx, series)):
        place = ctx.publishing_place()
        assert place.id is not None
        series.place_id = place.id


def skip(ctx: Context, press: routes.Skip) -> Outcome:
    """Make nothing for one day; as often as it is pressed, for that day alone."""
    series = permits.managed(ctx, press.series)
    day = _day(ctx, series, press.day)
    if kept.note(ctx.db, press.series, day, kept.SKIPPED):
        title = permits.title(ctx, series)
        ctx.journal("series.skipped", routes.Show(press.series), title=title, day=press.day)
    return _redrawn(ctx, series)


def bring_back(ctx: Context, press: routes.BringBack) -> Outcome:
    """Skip a day no longer."""
    series = permits.managed(ctx, press.series)
    kept.bring_back(ctx.db, press.series, _day(ctx, series, press.day))
    return _redrawn(ctx, series)


def _day(ctx: Context, series: Series, said: str) -> date:
    """A date that is still to come, and not made ahead. Raises a Refusal for any other."""
    coming = permits.to_come(ctx, series, views.SHOWN)
    found = next((each.day for each in coming if each.day.isoformat() == said), None)
    if found is None or permits.ahead(ctx, series):
        raise Refusal(text("series-day-gone"))
    return found


def stop(ctx: Context, press: routes.Stop) -> Outcome:
    """Make nothing any more; what was made stays."""
    series = permits.get(ctx, press.series)
    if series.state != kept.STOPPED:
        series = permits.managed(ctx, press.series)
        series.state, series.why = kept.STOPPED, ""
        making.plan(ctx, series)
        ctx.journal("series.stopped", routes.Show(press.series), title=permits.title(ctx, series))
    return _redrawn(ctx, series)


def edit(ctx: Context, press: routes.Edit) -> Outcome:
    """Open the form of the command, with what comes and when in place, and what is wrong with it."""
    series = permits.managed(ctx, press.series)
    values = {**series.given, permits.CHANGES: str(press.series)}
    try:
        planning.read(ctx, ctx.desk.command(series.command), values)
    except Misfilled:
        return ctx.desk.run(ctx, series.command, values)  # opens the same form, with the errors
    return replace(ctx.form(series.command, values), title=text("series-edit-title"))


def _redrawn(ctx: Context, series: Series) -> Reply:
    return Reply(views.card(ctx, series), replace=True)


# ── what happens to communities and people ──────────────────────────────────────────────────────


def pass_on(ctx: Context, person: int) -> None:
    """Somebody left: what they set to come again goes on, and somebody else answers for it (A6)."""
    heir = access.heir(ctx, person)
    for series in kept.owned(ctx.db, ctx.here.id or 0, person):
        if heir is None:
            continue
        assert series.id is not None
        series.owner_id = heir
        ctx.db.add(series)
        ctx.tell(
            heir,
            routes.Inherited(series.id),
            kind="other",
            severity=STARTED,
            once=f"series-{series.id}-inherited-{person}",
        )
        ctx.journal("series.passed-on", routes.Show(series.id), title=permits.title(ctx, series))
    ctx.db.flush()


def derive_anew(ctx: Context) -> None:
    """A date keeps its time on the wall: where a zone's rules have changed, its instant moves."""
    for series in kept.active(ctx.db):
        ctx.enter(series.community_id)
        making.plan(ctx, series)


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """What this person set to come again, and could not be made."""
    return tuple(
        Awaiting(
            text("series-awaits", title=permits.title(ctx, series)),
            routes.Show(series.id or 0),
            text("series-see"),
            urgent=1,
        )
        for series in kept.owned(ctx.db, ctx.here.id or 0, ctx.me)
        if series.state == kept.PAUSED and series.why
    )
