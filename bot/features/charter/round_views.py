"""How a co-definition round looks: its card, all answers at once, the groups, the dots."""

from __future__ import annotations

from bot.card import (
    Bar,
    Bars,
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Facts,
    Note,
    Paragraph,
    Picker,
)
from bot.command import Rank
from bot.context import Context
from bot.features.charter import answers, lines
from bot.features.charter import round_routes as routes
from bot.features.charter.answers import Answer, Group, Round
from bot.features.charter.rules import DOTS, MOST_GROUPS, QUESTIONS, pages, ranked
from bot.route import Route
from bot.text import Line, Moment, Text, Words, joined, text
from storage import people

ROOM = 2600
A_PAGE = 25
"""Answers that one picker offers, on every platform."""


def until(ctx: Context, whole: Round) -> Moment:
    """When what runs now is over."""
    return Moment(whole.votes_until or whole.closes_at, ctx.here.zone)


def progress(ctx: Context, whole: Round) -> Text:
    """How many took part so far: counts, nothing else."""
    members = people.member_count(ctx.db, whole.community_id)
    if whole.state in ("answers", "groups"):
        return text(
            "charter-round-answered", count=len(answers.answered(ctx.db, whole.id or 0)), of=members
        )
    return text("charter-round-voted", count=len(answers.dotted(ctx.db, whole.id or 0)), of=members)


def entrance(whole: Round) -> Button:
    """What to press as long as it runs, or to look at it."""
    number = whole.id or 0
    if whole.state == "answers":
        return Button(text("charter-button-answer"), routes.Reply(number), "primary")
    if whole.state == "dots":
        return Button(text("charter-button-dots"), routes.Dots(number), "primary")
    return Button(text("charter-button-answers"), routes.Answers(number, QUESTIONS[0], 0))


def standing(ctx: Context, whole: Round) -> list[Block]:
    """A round that runs, within the charter's own card."""
    said = text(
        "charter-round-stands",
        state=text(f"charter-round-{whole.state}", at=until(ctx, whole)),
        progress=progress(ctx, whole),
    )
    return [Paragraph(said), Buttons(tuple(_buttons(ctx, whole)))]


def _buttons(ctx: Context, whole: Round) -> list[Button]:
    """What this person may do with it: take part; steer."""
    number = whole.id or 0
    found = [entrance(whole)]
    if ctx.rank < Rank.FACILITATOR:
        return found
    if whole.state == "groups":
        found.insert(0, Button(text("charter-button-desk"), routes.Desk(number), "primary"))
    elif whole.state in ("answers", "dots"):
        end = routes.EndNow(number, whole.state)
        sure = text("charter-end-sure")
        found.append(Button(text("charter-button-end"), end, confirm=sure))
    return found


def board(ctx: Context, route: routes.Board) -> Card | None:
    """The round in its channel."""
    whole = answers.get(ctx.db, route.round)
    if whole is None:
        return None
    ctx.enter(whole.community_id)
    blocks: list[Block] = []
    if whole.state == "answers":
        blocks.append(Paragraph(text("charter-round-asks")))
        blocks += [Paragraph(text(f"charter-question-{question}")) for question in QUESTIONS]
    blocks.append(Paragraph(text(f"charter-round-{whole.state}", at=until(ctx, whole))))
    if whole.state == "ended":
        blocks += outcome(ctx, whole)
    blocks.append(Paragraph(progress(ctx, whole)))
    if whole.state != "ended" or answers.counts(ctx.db, route.round):
        blocks.append(Buttons((entrance(whole),)))
    if whole.state in ("answers", "dots"):
        blocks.append(Note(text(f"charter-round-private-{whole.state}")))
    return Card(text("charter-round-title"), tuple(blocks))


def outcome(ctx: Context, whole: Round) -> list[Block]:
    """The groups of each question by their dots."""
    there = answers.groups(ctx.db, whole.id or 0)
    dots = answers.dots(ctx.db, whole.id or 0)
    blocks: list[Block] = []
    most = max(dots.values(), default=0)
    for question in QUESTIONS:
        names = {one.id or 0: one.name for one in there if one.question == question}
        if not names:
            continue
        blocks.append(Paragraph(text(f"charter-question-{question}")))
        order = ranked({one: dots[one] for one in names})
        bars = [
            Bar(
                Words(names[one]),
                text("charter-dots", count=dots[one]),
                dots[one] / most if most else None,
            )
            for one in order
        ]
        blocks.append(Bars(tuple(bars)))
    return blocks


def told(ctx: Context, route: routes.Waiting) -> Card | None:
    """A direct message: an answer, or dots, or groups, are awaited; nothing once that is over."""
    whole = answers.get(ctx.db, route.round)
    if whole is None or whole.state != route.state:
        return None
    ctx.enter(whole.community_id)
    said = text(f"charter-round-waits-{whole.state}", at=until(ctx, whole))
    button = entrance(whole)
    if whole.state == "groups":
        button = Button(text("charter-button-desk"), routes.Desk(route.round), "primary")
    return Card(text("charter-round-title"), (Paragraph(said), Buttons((button,))))


# ── all answers at once ─────────────────────────────────────────────────────────────────────────


def answer_page(ctx: Context, whole: Round, question: str, page: int) -> Card:
    """What was said to a question, without names, as many as a page holds."""
    number = whole.id or 0
    there = answers.answers(ctx.db, number, question)
    split = pages([len(one.words) + 4 for one in there], ROOM) or [[]]
    page = min(max(page, 0), len(split) - 1)
    said: list[Line] = [text(f"charter-question-{question}")]
    said += [text("charter-bullet", words=there[index].words) for index in split[page]]
    if not there:
        said.append(text("charter-no-answers"))
    blocks: list[Block] = [Paragraph(joined(said, "\n"))]
    buttons = [
        Button(text(f"charter-button-{way}"), routes.Answers(number, question, to))
        for way, to in (("earlier", page - 1), ("later", page + 1))
        if 0 <= to < len(split)
    ]
    buttons += [
        Button(text(f"charter-button-read-{other}"), routes.Answers(number, other, 0))
        for other in QUESTIONS
        if other != question
    ]
    where = text("charter-page", page=page + 1, count=len(split))
    note = joined([text("charter-answer-count", count=len(there)), where])
    return Card(text("charter-round-title"), (*blocks, Buttons(tuple(buttons)), Note(note)))


# ── grouping ────────────────────────────────────────────────────────────────────────────────────


def desk(ctx: Context, whole: Round) -> Card:
    """The groups, what is left to group, and the way on to the dots."""
    number = whole.id or 0
    there, sizes = answers.groups(ctx.db, number), answers.sizes(ctx.db, number)
    counts = answers.counts(ctx.db, number)
    rows: list[tuple[Line, Line]] = []
    for question in QUESTIONS:
        own = [one for one in there if one.question == question]
        grouped = sum(sizes.get(one.id or 0, 0) for one in own)
        left = counts.get(question, 0) - grouped
        parts: list[Line] = [
            text("charter-group-size", name=one.name, count=sizes.get(one.id or 0, 0))
            for one in own
        ]
        parts.append(text("charter-ungrouped", count=left))
        rows.append((text(f"charter-question-{question}"), joined(parts, "\n")))
    blocks: list[Block] = [Paragraph(text("charter-desk")), Facts(tuple(rows))]
    if there:
        choices = tuple(
            Choice(
                str(one.id),
                Words(one.name),
                detail=text("charter-group-of", count=sizes.get(one.id or 0, 0)),
            )
            for one in there
        )
        blocks.append(Picker(routes.PickGroup(number), text("charter-pick-group"), choices))
    buttons = []
    if len(there) < MOST_GROUPS:
        buttons += [
            Button(text(f"charter-button-group-{question}"), routes.AskGroup(number, question))
            for question in QUESTIONS
            if counts.get(question)
        ]
    if len(there) > 1:
        buttons.append(Button(text("charter-button-start"), routes.StartDots(number), "primary"))
    read = routes.Answers(number, QUESTIONS[0], 0)
    buttons.append(Button(text("charter-button-answers"), read))
    return Card(text("charter-desk-title"), (*blocks, Buttons(tuple(buttons))))


def sort_card(ctx: Context, group: Group, page: int, *, inside: bool) -> Card:
    """What is in a group, and what may be put into it, 25 at a time."""
    number = group.id or 0
    own = answers.answers(ctx.db, group.round_id, group.question, number)
    loose = answers.answers(ctx.db, group.round_id, group.question, 0)
    offered = own if inside else loose
    count = max(1, -(-len(offered) // A_PAGE))
    page = min(max(page, 0), count - 1)
    inside_now = _some(own) if own else text("charter-group-empty")
    question = text(f"charter-question-{group.question}")
    blocks: list[Block] = [Paragraph(joined([question, inside_now], "\n"))]
    shown = offered[page * A_PAGE : (page + 1) * A_PAGE]
    if shown:
        label = text("charter-take-out" if inside else "charter-put-in", name=group.name)
        choices = tuple(Choice(str(one.id), Words(lines.excerpt(one.words, 70))) for one in shown)
        move = routes.Move(number, inside, page)
        blocks.append(Picker(move, label, choices, 1, len(choices)))
    buttons = [
        Button(text(f"charter-button-{way}"), routes.Sort(number, inside, to))
        for way, to in (("earlier", page - 1), ("later", page + 1))
        if 0 <= to < count
    ]
    if inside or own:
        key = "charter-button-put-in" if inside else "charter-button-take-out"
        buttons.append(Button(text(key), routes.Sort(number, not inside, 0)))
    buttons.append(Button(text("charter-button-drop"), routes.Drop(number), "danger"))
    buttons.append(Button(text("charter-button-groups"), routes.Desk(group.round_id)))
    left = text("charter-ungrouped", count=len(loose))
    note = joined([left, text("charter-page", page=page + 1, count=count)])
    return Card(Words(group.name), (*blocks, Buttons(tuple(buttons)), Note(note)))


def _some(own: list[Answer]) -> Line:
    said: list[Line] = [text("charter-bullet", words=lines.excerpt(one.words)) for one in own[:8]]
    if len(own) > 8:
        said.append(text("charter-more-answers", count=len(own) - 8))
    return joined(said, "\n")


# ── dots ────────────────────────────────────────────────────────────────────────────────────────


def ballot(ctx: Context, whole: Round) -> Card:
    """My dots: up to three groups; nobody else sees which."""
    number = whole.id or 0
    there = answers.groups(ctx.db, number)
    mine = answers.own_dots(ctx.db, number, ctx.me)
    choices = tuple(
        Choice(
            str(one.id),
            Words(one.name),
            one.id in mine,
            text(f"charter-question-{one.question}"),
        )
        for one in there
    )
    pick: Route = routes.PutDots(number)
    picker = Picker(pick, text("charter-pick-dots"), choices, 0, min(DOTS, len(choices)))
    own = [Words(one.name) for one in there if one.id in mine]
    said = text("charter-my-dots", names=joined(own, ", ")) if own else text("charter-no-dots")
    note = Note(text("charter-round-private-dots"))
    lead = Paragraph(text("charter-dots-how", at=until(ctx, whole)))
    return Card(text("charter-round-title"), (lead, Paragraph(said), picker, note))
