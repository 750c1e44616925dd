"""How what comes again looks: its dates, the card that manages it, the list, and two notices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.card import Block, Button, Buttons, Card, Note, Paragraph, Rule
from bot.command import Command, Made
from bot.context import Context
from bot.fields import FormOpen
from bot.preview import still
from bot.recurrence_words import Recurring
from bot.series import access, phrases, planning, routes, rules
from bot.series.planning import Planned
from bot.text import Line, Moment, Style, Words, joined, text
from scheduling.calendar import local
from storage import series as kept
from storage.series import Series

SHOWN = 6
"""Dates shown ahead."""


def dates(ctx: Context, found: Recurring, count: int = SHOWN) -> tuple[Line, ...]:
    """The next dates of what is not kept yet, and between them what is left out, with the reason."""
    some = rules.coming(found, ctx.now, count)
    lines = {each.day: Moment(each.resolved.instant, found.zone) for each in some}
    return _with_left_out(ctx, found, lines)


def _with_left_out(ctx: Context, found: Recurring, lines: Mapping[date, Line]) -> tuple[Line, ...]:
    """Dates in order, and between now and the last of them what is left out."""
    if not lines:
        return ()
    today = local(ctx.now, found.zone).date()
    between = [
        (out.day, phrases.say_left_out(ctx, out, found))
        for out in rules.left_out(found, today, max(lines))
        if out.day not in lines
    ]
    return tuple(line for _, line in sorted([*lines.items(), *between], key=lambda each: each[0]))


def preview(ctx: Context, command: Command, planned: Planned) -> Card:
    """What will be published each time, as it will be the first time, and when that is."""
    assert command.preview is not None
    card = command.preview(planned.then, planned.args)
    blocks: list[Block] = [*still(card).blocks, Rule()]
    blocks.append(Paragraph(text("series-rule", rule=phrases.say_when(ctx, planned.found))))
    blocks.append(Paragraph(joined(dates(ctx, planned.found), "\n")))
    if planned.found.alternative is not None:
        blocks.append(Note(phrases.say_alternative(planned.found)))
    return Card(card.title, tuple(blocks))


def card(ctx: Context, series: Series, lead: Line | None = None) -> Card:
    """A series to one person: when it comes, its next dates, and what they may do with it."""
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    blocks.append(
        Paragraph(text("series-rule", rule=phrases.say_when(ctx, access.recurring(series))))
    )
    made = access.made(ctx, series)
    if series.why:
        blocks.append(Paragraph(text("series-halted", why=series.why)))
    elif series.state != kept.ACTIVE:
        blocks.append(Paragraph(text(f"series-{series.state}")))
    if made and series.state != kept.ACTIVE:
        blocks.append(Paragraph(text("series-made-stay")))
    lines = _lines(ctx, series, made)
    if lines:
        blocks.append(Paragraph(joined([text("series-next"), *lines], "\n")))
    buttons = [each.button for each in made[:SHOWN] if each.button is not None]
    if access.may_manage(ctx, series):
        buttons += _buttons(ctx, series)
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    blocks.append(Note(_small_print(ctx, series)))
    return Card(text("series-title", title=access.title(ctx, series)), tuple(blocks))


def _lines(ctx: Context, series: Series, made: tuple[Made, ...]) -> tuple[Line, ...]:
    """The next dates: what is made already is where it is now, days to be skipped say so."""
    lines: dict[date, Line] = {each.day: each.line for each in made}
    if series.state == kept.ACTIVE:
        skipped = _skipped(ctx, series)
        for each in access.to_come(ctx, series, max(0, SHOWN - len(lines))):
            lines[each.day] = Moment(each.resolved.instant, series.zone)
            if each.day in skipped:
                lines[each.day] = text("series-skipped", day=phrases.say_one_day(ctx, each.day))
    return _with_left_out(ctx, access.recurring(series), lines)


def _skipped(ctx: Context, series: Series) -> set[date]:
    """The days from now on that are to be skipped."""
    today = local(ctx.now, series.zone).date()
    noted = kept.days(ctx.db, series.id or 0, today)
    return {day for day, row in noted.items() if row.what == kept.SKIPPED}


def _buttons(ctx: Context, series: Series) -> list[Button]:
    number = series.id or 0
    if series.state == kept.STOPPED:
        return []
    buttons: list[Button] = []
    if series.state == kept.PAUSED:
        buttons.append(Button(text("series-resume"), routes.Resume(number), "primary"))
    else:
        buttons.append(Button(text("series-pause"), routes.Pause(number)))
        if not access.ahead(ctx, series):
            buttons += _skipping(ctx, series)
    buttons.append(Button(text("series-edit"), routes.Edit(number)))
    asks = text("series-stop-confirm-ahead" if access.ahead(ctx, series) else "series-stop-confirm")
    buttons.append(Button(text("series-stop"), routes.Stop(number), "danger", confirm=asks))
    return buttons


def _skipping(ctx: Context, series: Series) -> list[Button]:
    """Skip the next date that stands; bring back those that are skipped."""
    number, skipped = series.id or 0, _skipped(ctx, series)
    coming = [each.day for each in access.to_come(ctx, series, SHOWN)]
    buttons: list[Button] = []
    for day in [day for day in coming if day not in skipped][:1]:
        label = text("series-skip", day=phrases.say_one_day(ctx, day, short=True))
        buttons.append(Button(label, routes.Skip(number, day.isoformat())))
    for day in [day for day in coming if day in skipped]:
        label = text("series-bring-back", day=phrases.say_one_day(ctx, day, short=True))
        buttons.append(Button(label, routes.BringBack(number, day.isoformat())))
    return buttons


def _small_print(ctx: Context, series: Series) -> Line:
    channel = ctx.channel(access.place_of(ctx, series))
    return joined(
        [
            text("series-where", channel=channel, who=ctx.mention(series.owner_id)),
            text("series-number", number=series.number),
        ]
    )


def listing(ctx: Context, some: list[Series], kind: str, page: int, pages: int) -> Card:
    """A page of what comes again."""
    title = text(f"series-list-{kind}")
    if not some:
        return Card(title, (Paragraph(text(f"series-none-{kind}")),))
    blocks: list[Block] = []
    for series in some:
        blocks.append(Paragraph(_line(ctx, series)))
        label = text("series-show-number", number=series.number)
        blocks.append(Buttons((Button(label, routes.Show(series.id or 0)),)))
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(text("previous"), routes.Listing(kind, page - 1)))
    if page + 1 < pages:
        turn.append(Button(text("next"), routes.Listing(kind, page + 1)))
    if turn:
        blocks += [Buttons(tuple(turn)), Note(text("page-of", page=page + 1, pages=pages))]
    blocks += [Buttons((button,)) for button in _new(ctx, kind)]
    return Card(title, tuple(blocks))


def _new(ctx: Context, kind: str) -> list[Button]:
    """A way to set up one more, where a command does nothing else."""
    found = [
        command
        for command in (c for group in ctx.desk.groups for c in group.commands)
        if command.name.startswith(f"{kind}.")
        and (when := planning.says_when(command)) is not None
        and when.required
    ]
    return [Button(text("series-new"), FormOpen(command.name)) for command in found]


def _line(ctx: Context, series: Series) -> Line:
    named, rule = access.title(ctx, series), phrases.say_when(ctx, access.recurring(series))
    coming = [each.line for each in access.made(ctx, series) if each.button is not None]
    coming += [
        Moment(each.resolved.instant, series.zone, Style.SHORT)
        for each in access.to_come(ctx, series, 1)
    ]
    if series.state != kept.ACTIVE or not coming:
        return text("series-line-paused", title=named, rule=rule, number=series.number)
    return text("series-line", title=named, rule=rule, at=coming[0], number=series.number)


# ── notices ─────────────────────────────────────────────────────────────────────────────────────


def halted(ctx: Context, route: routes.Halted) -> Card | None:
    """It could not be made: why, and where to put that right."""
    series = kept.series(ctx.db, route.series)
    if series is None or not series.why:
        return None
    return _notice(ctx, series, text("series-halted", why=Words(series.why)))


def quiet(ctx: Context, route: routes.Quiet) -> Card | None:
    """Hardly anybody took part three times in a row: it waits for what whoever facilitates says."""
    series = kept.series(ctx.db, route.series)
    if series is None or series.state != kept.PAUSED:
        return None
    return _notice(ctx, series, text("series-quiet"))


def inherited(ctx: Context, route: routes.Inherited) -> Card | None:
    """Who started it has left, and it goes on: the reader answers for it now."""
    series = kept.series(ctx.db, route.series)
    if series is None or series.state == kept.STOPPED:
        return None
    return _notice(ctx, series, text("series-inherited", community=ctx.here.name))


def _notice(ctx: Context, series: Series, says: Line) -> Card:
    see = Button(text("series-see"), routes.Show(series.id or 0))
    title = text("series-title", title=access.title(ctx, series))
    return Card(title, (Paragraph(says), Buttons((see,))))
