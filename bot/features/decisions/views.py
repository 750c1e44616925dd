"""How a decision looks in a channel and in direct messages: records become cards."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Note, Paragraph
from bot.context import Context
from bot.features.decisions import lines, permits, records, roll, rounds, routes, rules
from bot.features.decisions.records import Decision, Objection, Round
from bot.text import Line, Moment, Style, Words, joined, text
from storage.posts import shown_notice

MOST_SHOWN = 5
"""Objections and concerns told on a card; all of them stand in the private one."""


def board(ctx: Context, route: routes.Board) -> Card | None:
    """The card of a proposal: its text, where it stands, and what one may do about it."""
    decision = records.decision(ctx.db, route.decision)
    if decision is None:
        return None
    return board_of(ctx, decision, lines.words_of(ctx, decision, decision.version))


def board_of(ctx: Context, decision: Decision, words: str) -> Card:
    """The same, of a proposal with these words."""
    number = decision.id or 0
    blocks = _text(decision, words)
    version = records.version(ctx.db, number, decision.version)
    if version is not None and version.ends:
        blocks.insert(0, Paragraph(text("decision-ends", code=lines.code(decision))))
    about = lines.about(ctx, decision)
    if about is not None:
        blocks.append(Paragraph(about))
    blocks.append(Paragraph(joined(lines.state(ctx, decision), " ")))
    buttons: list[Button] = []
    if decision.state in (*records.PENDING, records.ADOPTED):
        buttons.append(Button(text("decision-ask-question"), routes.AskRemark(number, "question")))
        buttons.append(
            Button(text("decision-ask-amendment"), routes.AskRemark(number, "amendment"))
        )
    if decision.state == records.TALK:
        buttons.append(Button(text("decision-ask-open"), routes.AskOpen(number), "primary"))
    buttons.append(Button(text("decision-more"), routes.Show(number)))
    blocks.append(Buttons(tuple(buttons)))
    by = text("decision-by", name=ctx.mention(decision.author_id))
    notes: list[Line] = [by, text("decision-version", version=decision.version)]
    said = records.remarks(ctx.db, number)
    for kind in ("question", "amendment"):
        count = sum(one.kind == kind for one in said)
        if count:
            notes.append(text(f"decision-{kind}s", count=count))
    notes.append(text("decision-number", number=decision.number))
    blocks.append(Note(joined(notes)))
    if decision.state == records.TALK:
        blocks.append(Note(text("decision-opens-note")))
    return Card(title(decision), tuple(blocks))


def _text(decision: Decision, words: str) -> list[Block]:
    """Its wording, where that is more than its title says."""
    return [] if words == decision.title else [Paragraph(Words(words))]


def title(decision: Decision) -> Line:
    """What a card of it is called: a decision once it is one, a proposal before."""
    code = lines.code(decision)
    if code:
        return text("decision-title", code=code, title=decision.title)
    return text("decision-title-proposal", title=decision.title)


# ── a round ─────────────────────────────────────────────────────────────────────────────────────


def round_board(ctx: Context, route: routes.RoundBoard) -> Card | None:
    """The card of a round: turnout, objections with their reasons, and the answers to press."""
    found = records.round_(ctx.db, route.round)
    decision = records.decision(ctx.db, found.decision_id) if found is not None else None
    if found is None or decision is None:
        return None
    seen = roll.tally(ctx.db, found, decision.community_id)
    blocks: list[Block] = []
    version = records.version(ctx.db, decision.id or 0, found.version)
    if found.state != "open":
        blocks.append(Paragraph(lines.verdict(ctx, decision, found, seen)))
    if version is not None and version.ends:
        blocks.append(Paragraph(text("decision-ends", code=lines.code(decision))))
    blocks += _text(decision, version.words if version is not None else "")
    if (about := lines.about(ctx, decision)) is not None:
        blocks.append(Paragraph(about))
    blocks.append(Paragraph(lines.turnout(seen, found)))
    if (given := lines.counts(seen)) is not None:
        blocks.append(Paragraph(given))
    blocks.extend(said_in(ctx, found, MOST_SHOWN))
    buttons = [
        *(answer_buttons(found) if found.state == "open" else ()),
        Button(text("decision-more"), routes.Show(decision.id or 0)),
    ]
    blocks.append(Buttons(tuple(buttons)))
    notes: list[Line] = []
    if found.state == "open":
        notes.append(text("decision-closes", at=Moment(found.closes_at, found.zone)))
    elif found.closed_at is not None:
        notes.append(text("decision-closed-at", at=Moment(found.closed_at, found.zone)))
    notes.append(text("decision-version", version=found.version))
    if found.extended_at is not None:
        notes.append(text("decision-was-extended"))
    notes.append(text("decision-number", number=decision.number))
    blocks.append(Note(joined(notes)))
    if found.state == "open":
        blocks.append(Note(text(f"decision-note-{found.kind}")))
    return Card(text(f"decision-round-{found.kind}", title=lines.called(decision)), tuple(blocks))


def answer_buttons(found: Round) -> tuple[Button, ...]:
    """The answers of a round."""
    answers = rules.REVIEWS if found.kind == "review" else rules.ANSWERS
    return tuple(
        Button(
            text(f"decision-answer-{answer}"),
            routes.Say(found.id or 0, answer),
            "primary" if answer in (rules.CONSENT, rules.KEEP) else "plain",
        )
        for answer in answers
    )


def said_in(ctx: Context, found: Round, most: int) -> list[Block]:
    """Objections, open ones first; concerns; what people would change: each with its name."""
    number = found.id or 0
    blocks: list[Block] = []
    objections = roll.objections(ctx.db, number)
    blocks += [Paragraph(lines.objection(ctx, one)) for one in objections[:most]]
    left = max(0, len(objections) - most)
    for kind in (rules.CONCERN, rules.CHANGE, rules.DROP):
        given = roll.answers(ctx.db, number, kind)
        left += max(0, len(given) - most)
        blocks += [
            Paragraph(
                text(f"decision-said-{kind}", name=ctx.mention(one.person_id), words=one.words)
            )
            for one in given[:most]
        ]
    if left:
        blocks.append(Note(text("decision-more-said", count=left)))
    return blocks


def result(ctx: Context, route: routes.Result) -> Card | None:
    """How a round ended, as a reply under its card; whole in itself."""
    found = records.round_(ctx.db, route.round)
    decision = records.decision(ctx.db, found.decision_id) if found is not None else None
    if found is None or decision is None or found.state != "closed":
        return None
    seen = roll.tally(ctx.db, found, decision.community_id)
    blocks: list[Block] = [Paragraph(lines.verdict(ctx, decision, found, seen))]
    notes = [lines.turnout(seen, found)]
    if (given := lines.counts(seen)) is not None:
        notes.append(given)
    if decision.in_force and decision.review_day is not None:
        notes.append(text("decision-due-by", day=lines.day(ctx, decision.review_day)))
    blocks.append(Note(joined(notes)))
    if decision.is_unfollowed:
        blocks.append(Paragraph(text("decision-unfollowed")))
    see = Button(text("decision-more"), routes.Show(decision.id or 0))
    blocks.append(Buttons((see,)))
    return Card(text("decision-result-title", title=lines.called(decision)), tuple(blocks))


def remark(ctx: Context, route: routes.RemarkCard) -> Card | None:
    """A question or a suggestion, and what was answered to it."""
    said = records.remark(ctx.db, route.remark)
    decision = records.decision(ctx.db, said.decision_id) if said is not None else None
    if said is None or decision is None:
        return None
    blocks: list[Block] = [Paragraph(Words(said.words))]
    buttons: list[Button] = []
    if said.reply and said.replied_by is not None:
        name = ctx.mention(said.replied_by)
        blocks.append(Paragraph(text("decision-reply-line", name=name, words=said.reply)))
    else:
        buttons.append(Button(text("decision-ask-reply"), routes.AskReply(route.remark)))
    buttons.append(Button(text("decision-more"), routes.Show(said.decision_id)))
    blocks.append(Buttons(tuple(buttons)))
    blocks.append(Note(text("decision-on", title=lines.called(decision), version=said.version)))
    name = ctx.mention(said.person_id)
    return Card(text(f"decision-remark-{said.kind}", name=name), tuple(blocks))


# ── direct messages ─────────────────────────────────────────────────────────────────────────────


def reminder(ctx: Context, route: routes.Reminder) -> Card | None:
    """To somebody on the roll who has not answered: the proposal, time left, and the answers."""
    found = records.round_(ctx.db, route.round)
    decision = records.decision(ctx.db, found.decision_id) if found is not None else None
    if found is None or decision is None or ctx.person is None or ctx.person.id is None:
        return None
    told = text("decision-reminder-title", title=lines.called(decision), community=ctx.here.name)
    see = Buttons((Button(text("decision-more"), routes.Show(decision.id or 0)),))
    was_told = shown_notice(ctx.db, ctx.person.id, route.pack())
    if roll.answer(ctx.db, route.round, ctx.person.id) is not None:
        thanks = Paragraph(text("decision-reminder-thanks"))
        return Card(told, (thanks, see)) if was_told else None
    if not rounds.is_open(ctx, found):
        return Card(told, (Paragraph(text("decision-closed")), see)) if was_told else None
    left = Moment(found.closes_at, found.zone, Style.RELATIVE, ctx.now)
    says = text("decision-reminder", at=Moment(found.closes_at, found.zone), left=left)
    buttons = Buttons(
        (
            *answer_buttons(found),
            Button(text("decision-more"), routes.Show(decision.id or 0)),
        )
    )
    note = Note(text(f"decision-note-{found.kind}"))
    words = lines.words_of(ctx, decision, found.version)
    return Card(told, (Paragraph(Words(words)), Paragraph(says), buttons, note))


def orphaned(ctx: Context, route: routes.Orphaned) -> Card | None:
    """The author left: whoever facilitates inherits the proposal."""
    decision = records.decision(ctx.db, route.decision)
    if decision is None or decision.state not in records.PENDING:
        return None
    says = Paragraph(text("decision-orphaned", community=ctx.here.name))
    see = Buttons((Button(text("decision-more"), routes.Show(route.decision)),))
    return Card(title(decision), (says, see))


def left_objection(ctx: Context, route: routes.LeftObjection) -> Card | None:
    """Whoever objected left: somebody has to decide, with a reason."""
    found: Objection | None = roll.objection(ctx.db, route.objection)
    if found is None or found.state != "open":
        return None
    decision, _, _ = permits.objection(ctx, route.objection)
    buttons = (
        Button(text("decision-ask-settle"), routes.AskSettle(route.objection), "primary"),
        Button(text("decision-more"), routes.Show(decision.id or 0)),
    )
    says = (Paragraph(lines.objection(ctx, found)), Paragraph(text("decision-left-note")))
    return Card(title(decision), (*says, Buttons(buttons)))
