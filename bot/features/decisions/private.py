"""How a decision looks to one person: their answer, what they may do; its versions; lists."""

from __future__ import annotations

from bot import ties
from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.context import Context
from bot.features.decisions import lines, permits, records, roll, rounds, routes, views
from bot.features.decisions.records import Decision, Objection, Round
from bot.preview import still
from bot.text import Line, Moment, Style, Words, joined, text
from storage.posts import unreached

LONGEST_QUERY = 40
"""Words looked for, as far as a button that turns the page carries them."""

MOST_SAID = 15
MOST_REMARKS = 10


def private(ctx: Context, decision: Decision, lead: Line | None = None) -> Card:
    """A decision as one person sees it: what they answered, all that was said, what they may do."""
    number = decision.id or 0
    manage = permits.may_manage(ctx, decision)
    found = records.open_round(ctx.db, number)
    every = records.rounds(ctx.db, number)
    last = found or (every[-1] if every else None)
    blocks: list[Block] = [Paragraph(lead)] if lead is not None else []
    blocks.append(Paragraph(Words(lines.words_of(ctx, decision, decision.version))))
    if (about := lines.about(ctx, decision)) is not None:
        blocks.append(Paragraph(about))
    blocks.append(Paragraph(joined(lines.state(ctx, decision), " ")))
    if last is not None:
        blocks.extend(_round(ctx, decision, last, manage=manage))
    for said in records.remarks(ctx.db, number)[-MOST_REMARKS:]:
        name = ctx.mention(said.person_id)
        line: Line = text(f"decision-remark-line-{said.kind}", name=name, words=said.words)
        if said.reply and said.replied_by is not None:
            by = ctx.mention(said.replied_by)
            reply = text("decision-reply-line", name=by, words=said.reply)
            line = joined([line, reply], " ")
        blocks.append(Paragraph(line))
    if manage and (buttons := _to_manage(ctx, decision, last)):
        blocks.append(Buttons(tuple(buttons)))
    if decision.version > 1 or len(every) > 1:
        blocks.append(Buttons(_versions(ctx, decision)))
    if decision.state != records.WITHDRAWN:
        blocks.extend(ties.beside(ctx, routes.Show(number)))
    blocks.append(Note(text("decision-number", number=decision.number)))
    return Card(views.title(decision), tuple(blocks))


def _round(ctx: Context, decision: Decision, found: Round, *, manage: bool) -> list[Block]:
    """The latest round: my answer, turnout, all that was said, and objections to close."""
    number = found.id or 0
    seen = roll.tally(ctx.db, found, decision.community_id)
    blocks: list[Block] = []
    mine = roll.answer(ctx.db, number, ctx.me)
    if mine is not None:
        blocks.append(Paragraph(_my_answer(mine.kind, mine.words)))
    if found.state != "open":
        blocks.append(Paragraph(lines.verdict(ctx, decision, found, seen)))
    told: list[Line] = [lines.turnout(seen, found)]
    if (given := lines.counts(seen)) is not None:
        told.append(given)
    blocks.append(Paragraph(joined(told)))
    blocks.extend(views.said_in(ctx, found, MOST_SAID))
    if rounds.is_open(ctx, found) and ctx.member and roll.on_roll(ctx.db, number, ctx.me):
        blocks.append(Buttons(views.answer_buttons(found)))
    elif rounds.is_open(ctx, found):
        at = Moment(found.opened_at, ctx.here.zone, Style.SHORT)
        blocks.append(Note(text("decision-not-on-roll", at=at)))
    if decision.state in records.PENDING:
        blocks.extend(_objections(ctx, found))
    if manage and found.state == "open":
        waiting = roll.waiting(ctx.db, number, decision.community_id)
        if waiting:
            names = lines.names(ctx, waiting)
            blocks.append(Note(text("decision-waiting", count=len(waiting), names=names)))
        if failed := unreached(ctx.db, routes.Reminder(number).pack()):
            names = lines.names(ctx, failed)
            blocks.append(Note(text("decision-unreached", count=len(failed), names=names)))
    return blocks


def _my_answer(kind: str, words: str) -> Line:
    said = text(f"decision-mine-{kind}")
    return joined([said, Words(words)], " ") if words else said


def _objections(ctx: Context, found: Round) -> list[Block]:
    """What this person may do about objections that stand."""
    buttons: list[Button] = []
    standing = [one for one in roll.objections(ctx.db, found.id or 0) if one.state == "open"]
    for one in standing[:MOST_SAID]:
        buttons.extend(_on_objection(ctx, one))
    return [Buttons(tuple(buttons))] if buttons else []


def _on_objection(ctx: Context, one: Objection) -> tuple[Button, ...]:
    if one.person_id == ctx.me:
        return (Button(text("decision-lift"), routes.Lift(one.id or 0)),)
    if permits.steers(ctx):
        name = ctx.mention(one.person_id)
        return (Button(text("decision-settle-of", name=name), routes.AskSettle(one.id or 0)),)
    return ()


def _to_manage(ctx: Context, decision: Decision, last: Round | None) -> list[Button]:
    """What who manages a decision may do now."""
    number, state = decision.id or 0, decision.state
    buttons: list[Button] = []
    if state == records.TALK:
        buttons.append(Button(text("decision-ask-open"), routes.AskOpen(number), "primary"))
        buttons.append(Button(text("decision-ask-edit"), routes.AskEdit(number)))
    if state in (records.ROUND, records.UNDECIDED, records.OBJECTED, records.ADOPTED):
        buttons.append(Button(text("decision-ask-amend"), routes.AskAmend(number)))
    if last is not None and last.kind == "consent" and last.extended_at is None:
        if state in (records.ROUND, records.UNDECIDED):
            buttons.append(Button(text("decision-ask-extend"), routes.AskExtend(last.id or 0)))
    if last is not None and rounds.is_open(ctx, last):
        if not roll.waiting(ctx.db, last.id or 0, decision.community_id):
            buttons.append(Button(text("decision-close-now"), routes.Close(last.id or 0)))
    if decision.in_force and (last is None or last.state != "open"):
        buttons.append(Button(text("decision-start-review"), routes.StartReview(number)))
        buttons.append(Button(text("decision-ask-end"), routes.AskEnd(number)))
    if state in records.PENDING:
        sure = text("decision-withdraw-sure")
        withdraw = text("decision-withdraw")
        buttons.append(Button(withdraw, routes.Withdraw(number), "danger", confirm=sure))
    return buttons


def _versions(ctx: Context, decision: Decision) -> tuple[Button, ...]:
    """A button for each version that stays readable, the newest last."""
    numbers = [n for n in range(1, 200) if records.version(ctx.db, decision.id or 0, n)][-10:]
    return tuple(
        Button(text("decision-see-version", version=n), routes.ShowVersion(decision.id or 0, n))
        for n in numbers
    )


def version(ctx: Context, decision: Decision, number: int) -> Card:
    """One version: its text, and the answers that it got, with their names."""
    blocks: list[Block] = [Paragraph(Words(lines.words_of(ctx, decision, number)))]
    for found in records.rounds(ctx.db, decision.id or 0):
        if found.version != number:
            continue
        seen = roll.tally(ctx.db, found, decision.community_id)
        if found.state != "open":
            blocks.append(Paragraph(lines.verdict(ctx, decision, found, seen)))
        blocks.append(Paragraph(lines.turnout(seen, found)))
        for kind in lines.ORDER:
            if given := [one.person_id for one in roll.answers(ctx.db, found.id or 0, kind)]:
                names = lines.names(ctx, given)
                count = text(f"decision-count-{kind}", count=len(given))
                blocks.append(Paragraph(text("decision-gave", answer=count, names=names)))
        blocks.extend(views.said_in(ctx, found, MOST_SAID))
        if permits.steers(ctx) and found.version < decision.version:
            blocks.extend(_objections(ctx, found))
    blocks.append(Buttons((Button(text("decision-more"), routes.Show(decision.id or 0)),)))
    told = text("decision-version-title", title=lines.called(decision), version=number)
    return Card(told, tuple(blocks))


def mine(ctx: Context, decision: Decision, found: Round) -> Card:
    """What I answered, and until when I may answer otherwise."""
    answer = roll.answer(ctx.db, found.id or 0, ctx.me)
    blocks: list[Block] = []
    if answer is not None:
        blocks.append(Paragraph(_my_answer(answer.kind, answer.words)))
    until = Moment(found.closes_at, found.zone)
    blocks.append(Note(text("decision-changeable", at=until)))
    blocks.append(Buttons((Button(text("decision-more"), routes.Show(decision.id or 0)),)))
    return Card(lines.name(decision), tuple(blocks))


def sketch(ctx: Context, decision: Decision, words: str, lead: Line | None = None) -> Card:
    """What a proposal with these words will look like, with nothing to press."""
    card = still(views.board_of(ctx, decision, words))
    return Card(card.title, ((Paragraph(lead),) if lead is not None else ()) + card.blocks)


# ── lists ───────────────────────────────────────────────────────────────────────────────────────


def listing(ctx: Context, some: list[Decision], page: int, pages: int, words: str) -> Card:
    """A page of a community's decisions and proposals."""
    blocks: list[Block] = []
    if not some:
        blocks.append(
            Paragraph(
                text("decision-list-nothing", words=words) if words else text("decision-list-empty")
            )
        )
    for decision in some:
        blocks.extend(_entry(ctx, decision))
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(text("previous"), routes.Page(page - 1, words)))
    if page + 1 < pages:
        turn.append(Button(text("next"), routes.Page(page + 1, words)))
    if turn:
        blocks.append(Buttons(tuple(turn)))
        blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    return Card(text("decision-list-title"), tuple(blocks))


def reviews(ctx: Context, some: list[Decision]) -> Card:
    """What is in force, by the day of its review."""
    blocks: list[Block] = []
    for decision in some:
        blocks.extend(_entry(ctx, decision))
    blocks.append(Note(text("decision-reviews-note")))
    return Card(text("decision-reviews-title"), tuple(blocks))


def _entry(ctx: Context, decision: Decision) -> tuple[Block, ...]:
    """One of them: what it is called, where it stands, and its button."""
    state = joined(lines.state(ctx, decision), " ")
    see = Button(
        text("decision-show-number", number=decision.number), routes.Show(decision.id or 0)
    )
    said = text("decision-entry", title=lines.called(decision), state=state)
    return (Paragraph(said), Buttons((see,)))
