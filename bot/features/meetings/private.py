"""How meetings look to one person: one of them, everybody's answers, the list."""

from __future__ import annotations

from bot import series, ties
from bot.card import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Note,
    Outcome,
    Paragraph,
    Reply,
    Sign,
    Table,
)
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import (
    answers,
    lines,
    nudges,
    permits,
    records,
    routes,
    rules,
    standing,
    views,
)
from bot.features.meetings.reasons import because, named
from bot.features.meetings.records import Meeting
from bot.features.meetings.standing import Standing
from bot.fields import FormOpen
from bot.text import Line, Moment, Style, Words, joined, text
from storage.posts import trouble, unreached

PAGE = 5
MARKS = {"yes": "✓", "maybe": "(✓)", "no": "✗"}
"""What an answer looks like in the grid."""


def show(ctx: Context, press: routes.Show) -> Outcome:
    """One meeting, privately."""
    return Reply(one(ctx, permits.get(ctx, press.meeting)))


def one(ctx: Context, meeting: Meeting) -> Card:
    """A meeting as one person sees it: all there is to see, and what they may do."""
    assert meeting.id is not None
    manage = permits.may_manage(ctx, meeting)
    if meeting.state == "cancelled":
        return Card(views.title(meeting), (Paragraph(views.cancelled(meeting)),))
    if meeting.state == "settled":
        card = views.settled(ctx, meeting)
    else:
        card = views.proposal(ctx, meeting, counts=may_see(ctx, meeting))
    buttons = _buttons(ctx, meeting) if manage else []
    notes: list[Block] = []
    if manage:
        notes = _notes(ctx, meeting)
    more = (Buttons(tuple(buttons)),) if buttons else ()
    beside = ties.beside(ctx, routes.Show(meeting.id))
    return Card(card.title, (*card.blocks, *notes, *more, *beside))


def _buttons(ctx: Context, meeting: Meeting) -> list[Button]:
    """What whoever decides may do."""
    number = meeting.id or 0
    if meeting.state == "proposed":
        found = [
            Button(text("meet-settle-button"), routes.AskSettle(number), "primary"),
            Button(text("meet-add-slot-button"), routes.AskSlot(number)),
            Button(text("meet-remove-slot"), routes.AskRemoveSlot(number)),
            Button(text("meet-extend-button"), routes.AskExtend(number)),
            Button(text("meet-missing-button"), routes.Missing(number)),
            Button(text("meet-edit-button"), routes.AskEdit(number)),
        ]
    elif meeting.starts_at is not None and ctx.now < meeting.starts_at:
        found = [
            Button(text("meet-move-button"), routes.AskMove(number)),
            Button(text("meet-edit-button"), routes.AskEdit(number)),
        ]
        if meeting.series_id is not None:
            found.append(Button(text("meet-series-see"), series.Show(meeting.series_id)))
    else:
        return []
    return [*found, Button(text("meet-cancel-button"), routes.AskCancel(number), "danger")]


def _notes(ctx: Context, meeting: Meeting) -> list[Block]:
    """What only whoever decides needs to know."""
    number = meeting.id or 0
    found: list[Block] = []
    failed = unreached(ctx.db, routes.Unanswered(number).pack())
    if failed and meeting.state == "proposed":
        names = lines.names(ctx, failed)
        found.append(Note(text("meet-unreached", count=len(failed), names=names)))
    if trouble(ctx.db, routes.MeetingEvent(number).pack()) == "forbidden":
        found.append(Note(text("meet-event-forbidden")))
    return found


# ── everybody's answers ─────────────────────────────────────────────────────────────────────────


def may_see(ctx: Context, meeting: Meeting) -> bool:
    """Whether others' answers are shown: at once, or once one has answered (feature 4 A11)."""
    if not meeting.hidden or permits.may_manage(ctx, meeting):
        return True
    if ctx.person is None or not nudges.is_open(ctx, meeting):
        return True
    return bool(answers.answers_of(ctx.db, meeting.id or 0, ctx.me))


def grid_press(ctx: Context, press: routes.Grid) -> Outcome:
    """Everybody's answers at a glance, and the order of the dates with its reason."""
    meeting = permits.get(ctx, press.meeting)
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if not may_see(ctx, meeting):
        raise Refusal(text("meet-answer-first"))
    return Reply(grid(ctx, meeting))


def grid(ctx: Context, meeting: Meeting) -> Card:
    """A row a person, a column a date; then the dates in order."""
    found = standing.look(ctx, meeting)
    blocks: list[Block] = []
    if found.answers:
        blocks.append(table(ctx, found))
    if meeting.state == "proposed":
        blocks += ranked(ctx, found)
        if permits.may_manage(ctx, meeting) and found.open_slots:
            settle = Button(text("meet-settle-button"), routes.AskSettle(found.number), "primary")
            blocks.append(Buttons((settle,)))
    return Card(views.title(meeting), tuple(blocks))


def table(ctx: Context, found: Standing) -> Table:
    """The grid that people know: who, and ✓, (✓), ✗ or nothing for each date."""
    signs = {said: Sign(mark, text(f"meet-cell-{said}")) for said, mark in MARKS.items()}
    slots = list(found.slots.values())
    heads: list[Line] = [text("meet-grid-who")]
    heads += [Moment(slot.starts_at, slot.zone, Style.SHORT) for slot in slots]
    rows: list[tuple[Cell, ...]] = []
    for person, mine in list(found.answers.items())[: rules.ROWS_SHOWN]:
        cells = [signs.get(mine.get(slot.id or 0, ""), Words("")) for slot in slots]
        rows.append((Words(ctx.mention(person).name), *cells))
    counts = {row.slot: row for row in found.ranking.rows}
    total: list[Line] = [text("meet-grid-total")]
    for slot in slots:
        row = counts[slot.id or 0]
        total.append(text("meet-grid-count", yes=row.yes, maybe=row.maybe))
    return Table(tuple(heads), (*rows, tuple(total)), tuple(signs.values()))


def ranked(ctx: Context, found: Standing) -> list[Block]:
    """The dates in order, best first, and why the best stands there."""
    ordered: list[Line] = []
    for row in found.ranking.rows:
        slot = found.slots[row.slot]
        at = views.slot_line(slot, found.meeting.minutes)
        if row.past:
            ordered.append(text("meet-slot-past", at=at))
            continue
        said: list[Line] = [views.tally(row)]
        if row.refused:
            said.append(text("meet-needed-no", names=lines.names(ctx, sorted(row.refused))))
        if row.unanswered:
            open_ones = lines.names(ctx, sorted(row.unanswered))
            said.append(text("meet-needed-open", names=open_ones))
        quorum = found.meeting.quorum
        if quorum is not None and row.available < quorum:
            said.append(text("meet-below-quorum", quorum=quorum))
        ordered.append(text("meet-rank-line", rank=row.rank, at=at, said=joined(said)))
    blocks: list[Block] = [Paragraph(joined(ordered, "\n"))] if ordered else []
    blocks.append(Paragraph(because(ctx, found)))
    whose = named(ctx, found) if permits.may_manage(ctx, found.meeting) else None
    if whose is not None:
        blocks.append(Note(whose))
    return blocks


def missing_press(ctx: Context, press: routes.Missing) -> Outcome:
    """Who has not answered."""
    return Reply(missing(ctx, permits.managed(ctx, press.meeting)))


def missing(ctx: Context, meeting: Meeting) -> Card:
    """The members who have not answered a single date, by name: for who decides."""
    persons = standing.missing(ctx, standing.look(ctx, meeting))
    line: Line = text("meet-missing-none")
    if persons:
        line = text("meet-missing-names", count=len(persons), names=lines.names(ctx, persons))
    return Card(views.title(meeting), (Paragraph(line),))


# ── the list ────────────────────────────────────────────────────────────────────────────────────


def page_press(ctx: Context, press: routes.Page) -> Outcome:
    """Turn the page of the list."""
    return Reply(listing(ctx, press.page), replace=True)


def listing(ctx: Context, page: int) -> Card:
    """The community's meetings, five a page: proposed, to come, then past ones."""
    from bot import access

    access.require(ctx, Rank.MEMBER)
    here = ctx.here.id or 0
    pages = max(1, -(-records.count(ctx.db, here) // PAGE))
    page = min(max(page, 0), pages - 1)
    blocks: list[Block] = []
    for meeting in records.listed(ctx.db, here, ctx.now, skip=page * PAGE, most=PAGE):
        blocks.append(Paragraph(_line(ctx, meeting)))
        see = Button(text("meet-show-number", number=meeting.number), routes.Show(meeting.id or 0))
        blocks.append(Buttons((see,)))
    if not blocks:
        blocks.append(Paragraph(text("meet-list-empty")))
    more = [
        Button(text("meet-propose-button"), FormOpen("meet.propose")),
        Button(text("meet-announce-button"), FormOpen("meet.announce")),
    ]
    if (count := series.count(ctx, "meet")) > 0:
        more.append(Button(text("meet-series-button", count=count), series.Listing("meet", 0)))
    if page > 0:
        more.append(Button(text("previous"), routes.Page(page - 1)))
    if page + 1 < pages:
        more.append(Button(text("next"), routes.Page(page + 1)))
    blocks.append(Buttons(tuple(more)))
    if pages > 1:
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    return Card(text("meet-list-title"), tuple(blocks))


def _line(ctx: Context, meeting: Meeting) -> Line:
    """A meeting in the list."""
    said: dict[str, str | int] = {"title": meeting.title, "number": meeting.number}
    if meeting.state == "proposed" and meeting.until_at is not None:
        count = len(answers.answerers(ctx.db, meeting.id or 0))
        at = Moment(meeting.until_at, ctx.here.zone, Style.SHORT)
        return text("meet-line-proposed", **said, count=count, at=at)
    if meeting.state == "settled":
        key = "meet-line-coming" if (meeting.starts_at or ctx.now) > ctx.now else "meet-line-past"
        return text(key, **said, at=lines.when(meeting))
    return text("meet-line-cancelled", **said)
