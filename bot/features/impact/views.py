"""How a report looks: every figure with its number, what it hides, and what it cannot tell."""

from __future__ import annotations

from itertools import groupby

from bot.card import Block, Button, Buttons, Card, Facts, File, Note, Paragraph
from bot.context import Context
from bot.features.impact import records, routes
from bot.features.impact.rules import Days, Figure, is_count
from bot.fields import say
from bot.language import exists
from bot.language import number as written
from bot.measures import FEWEST
from bot.spans import Span, write_span
from bot.spreadsheet import sheet
from bot.text import Line, Text, Words, text


def report(ctx: Context, days: Days, figures: list[Figure]) -> Card:
    """The report for one reader, with what can be done with it."""
    here, first, end = ctx.here.id or 0, days.first.toordinal(), days.end.toordinal()
    buttons = (
        Button(text("impact-share"), routes.AskShare(here, first, end), "primary"),
        Button(text("impact-how"), routes.Counted(here, first, end)),
        Button(text("impact-as-text"), routes.Export(here, first, end, False)),
        Button(text("impact-as-table"), routes.Export(here, first, end, True)),
    )
    return Card(_title(ctx), (*body(ctx, days, figures), Buttons(buttons)))


def preview(ctx: Context, days: Days, figures: list[Figure], channel: Line) -> Card:
    """What the channel would see, and where."""
    here, first, end = ctx.here.id or 0, days.first.toordinal(), days.end.toordinal()
    publish = Button(text("publish"), routes.Publish(here, first, end), "primary")
    where = Paragraph(text("impact-where", channel=channel))
    blocks = (Paragraph(_title(ctx)), *body(ctx, days, figures), where, Buttons((publish,)))
    return Card(text("preview-title"), blocks)


def shared(ctx: Context, route: routes.Shared) -> Card | None:
    """A report in a channel: the numbers of the day on which it was shared."""
    kept = records.report(ctx.db, route.report)
    if kept is None:
        return None
    ctx.enter(kept.community_id)
    how = Button(text("impact-how"), routes.SharedCounted(route.report))
    return Card(_title(ctx), (*body(ctx, kept.days, kept.said), Buttons((how,))))


def body(ctx: Context, days: Days, figures: list[Figure]) -> list[Block]:
    """The figures, cycle by cycle; what there is no evidence of yet; what all this cannot tell."""
    blocks: list[Block] = [Paragraph(text("impact-period", days=_days(ctx, days)))]
    shown = [one for one in figures if one.proves]
    for cycle, some in groupby(shown, key=lambda one: one.id[0]):
        blocks.append(Paragraph(text(f"impact-cycle-{cycle}")))
        blocks.append(Facts(tuple((_name(one), value(one, ctx.reader.language)) for one in some)))
    missing = [one for one in figures if not one.proves]
    if missing:
        blocks.append(Paragraph(text("impact-none-yet")))
        blocks.append(Facts(tuple((_name(one), _missing(one)) for one in missing)))
    blocks += [Note(text("impact-caution")), Note(text("impact-limits", least=FEWEST))]
    return blocks


def counted(ctx: Context, days: Days, figures: list[Figure]) -> Card:
    """How each figure is counted, in plain words."""
    lines = [
        Paragraph(text("impact-defined", name=_name(one), about=_about(one))) for one in figures
    ]
    period = Paragraph(text("impact-period", days=_days(ctx, days)))
    notes = (Note(text("impact-caution")), Note(text("impact-limits", least=FEWEST)))
    return Card(text("impact-how"), (period, *lines, *notes))


def value(figure: Figure, language: str) -> Text:
    """A figure in words, with the number that it comes from."""
    if figure.masked:
        return text("impact-masked", least=FEWEST)
    if figure.value is None or not figure.n:
        return text("impact-no-evidence")
    if is_count(figure):
        return text("impact-count", value=written(round(figure.value), language))
    return text("impact-value", value=round(figure.value * 100), n=figure.n)


def _title(ctx: Context) -> Text:
    return text("impact-title", name=ctx.here.name)


def _days(ctx: Context, days: Days) -> Words:
    return Words(write_span(Span(days.first, days.last), ctx.reader.language))


def _name(figure: Figure) -> Text:
    return text(f"measure-{figure.id}")


def _about(figure: Figure) -> Text:
    return text(f"measure-{figure.id}.about")


def _missing(figure: Figure) -> Text:
    """What would produce evidence, as far as the feature says so."""
    key = f"measure-{figure.id}.missing"
    return text(key) if exists(key) else text("impact-no-evidence")


def _written(figure: Figure, language: str) -> Text:
    """A figure in a running text."""
    if figure.proves or not exists(f"measure-{figure.id}.missing"):
        return value(figure, language)
    return text("impact-none", what=_missing(figure))


# ── to take away ────────────────────────────────────────────────────────────────────────────────


def file(ctx: Context, days: Days, figures: list[Figure], kind: str) -> Card:
    """The report as a file: Markdown to read, or a table for a spreadsheet."""
    name = f"impact-{days.first.isoformat()}-{days.last.isoformat()}"
    if kind == "csv":
        content, media = _table(ctx, days, figures), "text/csv"
    else:
        content, media = _markdown(ctx, days, figures).encode(), "text/markdown"
    made = File(f"{name}.{kind}", content, media, text("impact-export-says"))
    return Card(_title(ctx), (made,))


def _table(ctx: Context, days: Days, figures: list[Figure]) -> bytes:
    rows = [["id", "measure", "value", "unit", "n", "state", "first", "last", "definition"]]
    for one in figures:
        state = "masked" if one.masked else "shown" if one.proves else "no evidence yet"
        known = one.proves and not one.masked
        rows.append(
            [
                one.id,
                say(ctx, _name(one)),
                f"{one.value:.4f}".rstrip("0").rstrip(".") if known else "",
                one.unit,
                str(one.n) if known else "",
                state,
                days.first.isoformat(),
                days.last.isoformat(),
                say(ctx, _about(one)),
            ]
        )
    return sheet(rows)


def _markdown(ctx: Context, days: Days, figures: list[Figure]) -> str:
    language = ctx.reader.language
    parts = [f"# {_escaped(say(ctx, _title(ctx)))}"]
    parts.append(say(ctx, text("impact-period", days=_days(ctx, days))))
    for cycle, some in groupby(figures, key=lambda one: one.id[0]):
        parts.append(f"## {say(ctx, text(f'impact-cycle-{cycle}'))}")
        for one in some:
            parts.append(f"**{say(ctx, _name(one))}** · {say(ctx, _written(one, language))}")
            parts.append(f"> {say(ctx, _about(one))}")
    parts += [say(ctx, text("impact-caution")), say(ctx, text("impact-limits", least=FEWEST))]
    return "\n\n".join(parts) + "\n"


def _escaped(words: str) -> str:
    """A community's name is no markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in words)
