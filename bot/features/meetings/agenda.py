"""The agenda: anyone adds a point, whoever sees to the meeting puts them in order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import access
from bot.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Form,
    Note,
    Outcome,
    Paragraph,
    Picker,
    Reply,
)
from bot.command import Command, Kind, Named, Parameter, Press, Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.meetings import (
    duty,
    kit,
    life,
    lines,
    permits,
    proceedings,
    records,
    which,
)
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.proceedings import Point
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import MeetingCard
from bot.text import Line, Text, Words, joined, text
from bot.which import number_in


@dataclass(frozen=True, slots=True)
class Asked:
    """A meeting by its number or words of its title, and a point to add to its agenda."""

    meeting: str
    point: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point to add, and the meeting's id."""

    point: str
    minutes: int | None
    meeting: str


@dataclass(frozen=True, slots=True)
class EditedPoint:
    """A point as it should read, and its id."""

    point: str
    minutes: int | None
    number: str


# ── the command ─────────────────────────────────────────────────────────────────────────────────


def agenda(ctx: Context, asked: Asked) -> Outcome:
    """Show the agenda, or add a point: `/meet agenda 3 "Which tools?"`."""
    values = {
        "meeting": asked.meeting,
        "point": asked.point,
        "minutes": str(asked.minutes or ""),
    }
    try:
        found = which.named(ctx, asked.meeting, "meet.agenda", values)
    except Refusal as refusal:
        form = _meant_as_point(ctx, asked) if refusal.says.key == "meet-unknown" else None
        if form is None:
            raise
        return form
    if not isinstance(found, Meeting):
        return found
    if not asked.point:
        return Reply(card(ctx, found))
    return _add(ctx, found, asked.point, asked.minutes)


def _meant_as_point(ctx: Context, asked: Asked) -> Form | None:
    """Words that name no meeting are a point for the next one: its form opens with them."""
    coming = records.coming(ctx.db, ctx.here.id or 0, ctx.now, most=1)
    if not coming or asked.point or len(asked.meeting) > rules.LONGEST_POINT:
        return None
    return _form(ctx, coming[0], {"point": asked.meeting, "minutes": str(asked.minutes or "")})


# ── adding and changing ─────────────────────────────────────────────────────────────────────────


def ask_point(ctx: Context, press: routes.AskPoint) -> Outcome:
    """Open the form that adds a point."""
    meeting = permits.get(ctx, press.meeting)
    _require_open(ctx, meeting)
    return _form(ctx, meeting, {})


def _form(ctx: Context, meeting: Meeting, values: dict[str, str]) -> Form:
    form = ctx.form("meet.add-point", {**values, "meeting": str(meeting.id)})
    return replace(form, note=text("meet-agenda-title", title=meeting.title))


def add(ctx: Context, asked: NewPoint) -> Outcome:
    """Add a point, at the end."""
    return _add(ctx, permits.get(ctx, number_in(asked.meeting) or 0), asked.point, asked.minutes)


def _add(ctx: Context, meeting: Meeting, words: str, minutes: int | None) -> Outcome:
    _require_open(ctx, meeting)
    number = meeting.id or 0
    if len(proceedings.points(ctx.db, number)) >= rules.MOST_POINTS:
        raise Refusal(text("meet-agenda-full", most=rules.MOST_POINTS))
    proceedings.add_point(ctx.db, number, " ".join(words.split()), minutes, ctx.me, ctx.now)
    changed(ctx, meeting)
    return Reply(card(ctx, meeting, lead=text("meet-point-added")))


def ask_edit(ctx: Context, press: routes.AskEditPoint) -> Outcome:
    """Open the form that changes a point."""
    point, _ = _mine(ctx, press.point)
    minutes = str(point.minutes or "")
    return ctx.form(
        "meet.edit-point", {"point": point.words, "minutes": minutes, "number": str(press.point)}
    )


def edit(ctx: Context, asked: EditedPoint) -> Outcome:
    """Change a point's words or minutes."""
    point, meeting = _mine(ctx, number_in(asked.number) or 0)
    point.words, point.minutes = " ".join(asked.point.split()), asked.minutes
    ctx.db.add(point)
    ctx.db.flush()
    changed(ctx, meeting)
    return Reply(card(ctx, meeting, lead=text("meet-point-changed")))


def shift(ctx: Context, press: routes.ShiftPoint) -> Outcome:
    """A point a place up or down, in the same card."""
    _, meeting = _point(ctx, press.point)
    duty.require_lead(ctx, meeting)
    order = [point.id or 0 for point in proceedings.points(ctx.db, meeting.id or 0)]
    proceedings.reorder(ctx.db, meeting.id or 0, rules.shifted(order, press.point, up=press.up))
    changed(ctx, meeting)
    return Reply(card(ctx, meeting, chosen=press.point), replace=True)


def remove(ctx: Context, press: routes.RemovePoint) -> Outcome:
    """Take a point off: its author, or whoever sees to the meeting."""
    point, meeting = _mine(ctx, press.point)
    if point.author_id not in (None, ctx.me):
        ctx.journal("meeting.point-removed", MeetingCard(meeting.id or 0), words=point.words)
    proceedings.remove_point(ctx.db, press.point)
    changed(ctx, meeting)
    return Reply(card(ctx, meeting, lead=text("meet-point-removed")), replace=True)


def changed(ctx: Context, meeting: Meeting) -> None:
    """The card in the channel shows the agenda as it is now."""
    ctx.posts.refresh(MeetingCard(meeting.id or 0).pack())


def _point(ctx: Context, number: int) -> tuple[Point, Meeting]:
    """A point and its meeting, which still has an agenda to change. Raises a Refusal."""
    found = access.there(proceedings.point(ctx.db, number))
    meeting = permits.get(ctx, found.meeting_id)
    _require_open(ctx, meeting)
    return found, meeting


def _mine(ctx: Context, number: int) -> tuple[Point, Meeting]:
    """A point that this person may change: their own, or any of a meeting that they see to."""
    point, meeting = _point(ctx, number)
    if point.author_id != ctx.me and not duty.may_lead(ctx, meeting):
        raise Forbidden(text("meet-point-not-yours"))
    return point, meeting


def _require_open(ctx: Context, meeting: Meeting) -> None:
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if not _takes_points(ctx, meeting):
        raise Refusal(text("meet-agenda-over"))


def _takes_points(ctx: Context, meeting: Meeting) -> bool:
    return meeting.state != "cancelled" and life.stage(ctx, meeting) is not Stage.OVER


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


def show(ctx: Context, press: routes.Agenda) -> Outcome:
    """The agenda, privately."""
    meeting = permits.get(ctx, press.meeting)
    return Reply(card(ctx, meeting, chosen=press.point), replace=press.point > 0)


def pick(ctx: Context, press: routes.PickPoint) -> Outcome:
    """One point, and what may be done with it."""
    chosen = number_in(ctx.request.values.get("chosen", "") if ctx.request else "")
    _, meeting = _mine(ctx, chosen or 0)
    return Reply(card(ctx, meeting, chosen=chosen or 0), replace=True)


def card(ctx: Context, meeting: Meeting, *, chosen: int = 0, lead: Text | None = None) -> Card:
    """The whole agenda, with what this person may do with it."""
    number = meeting.id or 0
    points = proceedings.points(ctx.db, number)
    leads = duty.may_lead(ctx, meeting)
    mine = [point for point in points if leads or point.author_id == ctx.me]
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    if meeting.starts_at is not None:
        blocks.append(Paragraph(lines.when(meeting)))
    blocks.append(Paragraph(listed(ctx, points, chosen) if points else text("meet-agenda-empty")))
    if (said := length(meeting, points)) is not None:
        blocks.append(Note(said))
    if (left := still_open(ctx, meeting)) is not None:
        blocks.append(Paragraph(left))
    if _takes_points(ctx, meeting):
        if one := next((point for point in mine if point.id == chosen), None):
            blocks.append(Paragraph(text("meet-point-one", words=one.words)))
            blocks.append(_for_one(chosen, number, points, leads=leads))
        elif mine:
            blocks.append(_picker(number, mine))
        blocks.append(_for_all(ctx, meeting))
    return Card(text("meet-agenda-title", title=meeting.title), tuple(blocks))


def _picker(meeting: int, points: list[Point]) -> Picker:
    choices = tuple(Choice(str(point.id), Words(point.words)) for point in points)
    return Picker(routes.PickPoint(meeting), text("meet-point-pick"), choices)


def _for_one(chosen: int, meeting: int, points: list[Point], *, leads: bool) -> Buttons:
    """What may be done with one point."""
    buttons = [
        Button(text("meet-point-edit"), routes.AskEditPoint(chosen)),
        Button(text("meet-point-remove"), routes.RemovePoint(chosen)),
        Button(text("meet-point-back"), routes.Agenda(meeting, 0)),
    ]
    order = [point.id for point in points]
    if leads and chosen != order[-1]:
        buttons.insert(0, Button(text("meet-point-down"), routes.ShiftPoint(chosen, up=False)))
    if leads and chosen != order[0]:
        buttons.insert(0, Button(text("meet-point-up"), routes.ShiftPoint(chosen, up=True)))
    return Buttons(tuple(buttons))


def _for_all(ctx: Context, meeting: Meeting) -> Buttons:
    """What may be done with the agenda as a whole."""
    buttons = [Button(text("meet-point-add"), routes.AskPoint(meeting.id or 0))]
    if kit.offered(ctx, meeting):
        buttons.insert(0, Button(text("meet-kit-use"), routes.UseKit(meeting.id or 0), "primary"))
    buttons.append(Button(text("meet-letter-button"), routes.Letter(meeting.id or 0)))
    return Buttons(tuple(buttons))


def listed(ctx: Context, points: list[Point], chosen: int = 0, most: int = 100) -> Line:
    """The points, one a line, with who brought them and how long they take."""
    found = [_line(ctx, point, spot, chosen) for spot, point in enumerate(points[:most], 1)]
    if more := max(0, len(points) - most):
        found.append(text("meet-agenda-more", count=more))
    return joined(found, "\n")


def _line(ctx: Context, point: Point, spot: int, chosen: int) -> Line:
    key = "meet-point-chosen" if point.id == chosen else "meet-point"
    parts: list[Line] = [text(key, spot=spot, words=point.words)]
    if point.minutes:
        parts.append(text("meet-point-minutes", minutes=point.minutes))
    if point.author_id is not None:
        parts.append(lines.name(ctx, point.author_id))
    return joined(parts)


def length(meeting: Meeting, points: list[Point]) -> Text | None:
    """How long it takes together, said gently where that is too long; None where nobody said."""
    total = rules.planned(point.minutes for point in points)
    if not total:
        return None
    key = "meet-agenda-long" if total > meeting.minutes else "meet-agenda-planned"
    return text(key, total=total, minutes=meeting.minutes)


def still_open(ctx: Context, meeting: Meeting) -> Line | None:
    """What earlier meetings asked for and is still to do; said before a meeting, not after."""
    if meeting.starts_at is None or life.stage(ctx, meeting) is Stage.OVER:
        return None
    left = proceedings.left_open(ctx.db, meeting)
    if not left:
        return None
    found: list[Line] = [lines.task(ctx, action) for action in left[: rules.OPEN_SHOWN]]
    if more := max(0, len(left) - rules.OPEN_SHOWN):
        found.append(text("meet-agenda-more", count=more))
    return lines.bulleted(text("meet-still-open"), found)


_POINT = Parameter(
    "point",
    Named("point", "point"),
    required=True,
    longest=rules.LONGEST_POINT,
)
_MINUTES = Parameter(
    "minutes", Named("minutes", "minutes"), Kind.NUMBER, least=1, most=rules.MOST_MINUTES
)

COMMANDS = (
    Command(
        "meet.agenda",
        Named("agenda", "ordre-du-jour"),
        Asked,
        agenda,
        Rank.MEMBER,
        (
            Parameter(
                "meeting",
                Named("meeting", "rencontre"),
                Kind.REFERENCE,
                positional=True,
                complete=which.complete,
            ),
            replace(_POINT, required=False, positional=True),
            _MINUTES,
        ),
    ),
)
FORMS = (
    Command(
        "meet.add-point",
        Named("add", "ajouter"),
        NewPoint,
        add,
        Rank.ANYONE,  # whoever sees the card may
        (_POINT, _MINUTES, Parameter("meeting", Named("meeting", "rencontre"), form=False)),
    ),
    Command(
        "meet.edit-point",
        Named("edit", "modifier"),
        EditedPoint,
        edit,
        Rank.ANYONE,  # the handler judges, once it knows which point is meant
        (_POINT, _MINUTES, Parameter("number", Named("number", "numéro"), form=False)),
    ),
)
PRESSES = (
    Press(routes.Agenda, show),
    Press(routes.PickPoint, pick),
    Press(routes.AskPoint, ask_point),
    Press(routes.AskEditPoint, ask_edit),
    Press(routes.ShiftPoint, shift),
    Press(routes.RemovePoint, remove),
)
