"""Answer proposed dates: a private card of pickers, five a page, kept as one chooses."""

from __future__ import annotations

from datetime import datetime

from bot.card import Block, Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import answers, lines, nudges, permits, records, routes, rules, views
from bot.features.meetings.records import Meeting, Slot
from bot.fields import FormOpen
from bot.text import Line, Moment, joined, text

NONE = "none"
ALONE = -1
"""The page of a picker that stands in a message about its slot alone."""

SAID = ("yes", "maybe", "no")


def open_answers(ctx: Context, press: routes.Answers) -> Outcome:
    """My answers, one page of them."""
    meeting = _open(ctx, press.meeting)
    return Reply(card(ctx, meeting, press.page), replace=True)


def answer(ctx: Context, press: routes.Answer) -> Outcome:
    """Answer one slot; it can be changed until answers are due."""
    meeting, slot = permits.slot(ctx, press.slot)
    require_open(ctx, meeting)
    said = ctx.request.values.get("chosen", "") if ctx.request else ""
    if said not in (*SAID, NONE):
        raise Refusal(text("unknown-thing"))
    if slot.starts_at <= ctx.now:
        raise Refusal(text("meet-slot-is-past"))
    keep(ctx, meeting, {press.slot: "" if said == NONE else said})
    if press.page == ALONE:
        return Reply(Card(None, (Paragraph(text("meet-answer-kept")), *_offer(ctx))))
    return Reply(card(ctx, meeting, press.page), replace=True)


def as_last_time(ctx: Context, press: routes.AsLastTime) -> Outcome:
    """What I answered last time for the same weekday and hour; nothing else is touched."""
    meeting = _open(ctx, press.meeting)
    known = before(ctx, meeting)
    if not known:
        raise Refusal(text("meet-nothing-before"))
    keep(ctx, meeting, known)
    said = text("meet-as-before-done", count=len(known))
    return Reply(card(ctx, meeting, press.page, said), replace=True)


def rest(ctx: Context, press: routes.Rest) -> Outcome:
    """No to every date that I have not answered."""
    meeting = _open(ctx, press.meeting)
    mine = answers.answers_of(ctx.db, press.meeting, ctx.me)
    blank = [slot.id or 0 for slot in open_slots(ctx, meeting) if slot.id not in mine]
    keep(ctx, meeting, dict.fromkeys(blank, "no"))
    return Reply(card(ctx, meeting, press.page), replace=True)


# ── keeping ─────────────────────────────────────────────────────────────────────────────────────


def keep(ctx: Context, meeting: Meeting, said: dict[int, str]) -> None:
    """Keep somebody's answers, note the act, redraw what shows them."""
    assert meeting.id is not None
    for slot, word in said.items():
        answers.answer(ctx.db, slot, ctx.me, word, ctx.now)
        ctx.posts.refresh_notices(routes.NewSlot(slot).pack(), ctx.me)
    if any(said.values()):
        ctx.acts("availability", routes.MeetingBoard(meeting.id))
    ctx.posts.refresh(routes.MeetingBoard(meeting.id).pack())
    ctx.posts.refresh_notices(routes.Unanswered(meeting.id).pack(), ctx.me)
    nudges.answered(ctx, meeting)


def require_open(ctx: Context, meeting: Meeting) -> None:
    """Refuse, saying what came of it, where answers are taken no more."""
    if nudges.is_open(ctx, meeting):
        return
    if meeting.state == "settled":
        raise Refusal(text("meet-already-settled", at=lines.when(meeting)))
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    raise Refusal(text("meet-answers-over"))


def _open(ctx: Context, number: int) -> Meeting:
    meeting = permits.get(ctx, number)
    require_open(ctx, meeting)
    return meeting


def open_slots(ctx: Context, meeting: Meeting) -> list[Slot]:
    """The slots that can still be answered."""
    return [slot for slot in records.slots(ctx.db, meeting.id or 0) if slot.starts_at > ctx.now]


def before(ctx: Context, meeting: Meeting) -> dict[int, str]:
    """What I would answer if nothing had changed, for slots that I have not answered."""
    mine = answers.answers_of(ctx.db, meeting.id or 0, ctx.me)
    blank = [
        (slot.id or 0, datetime.fromisoformat(slot.wall))
        for slot in open_slots(ctx, meeting)
        if slot.id not in mine
    ]
    earlier = answers.said_before(ctx.db, meeting.community_id, ctx.me, meeting.id or 0)
    return rules.as_before(
        blank, [(datetime.fromisoformat(slot.wall), said) for slot, said in earlier]
    )


# ── the card ────────────────────────────────────────────────────────────────────────────────────


def card(ctx: Context, meeting: Meeting, page: int, lead: Line | None = None) -> Card:
    """My answers: a picker a slot, five a page, and the ways to fill in several at once."""
    number = meeting.id or 0
    slots = open_slots(ctx, meeting)
    mine = answers.answers_of(ctx.db, number, ctx.me)
    pages = max(1, -(-len(slots) // rules.SLOTS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = slots[page * rules.SLOTS_A_PAGE : (page + 1) * rules.SLOTS_A_PAGE]
    blocks: list[Block] = [Paragraph(lead or text("meet-answers-lead"))]
    blocks += [picker(slot, mine.get(slot.id or 0), page) for slot in shown]
    turning: list[Button] = []
    if page > 0:
        turning.append(Button(text("previous"), routes.Answers(number, page - 1)))
    if page + 1 < pages:
        turning.append(Button(text("next"), routes.Answers(number, page + 1), "primary"))
    left = rules.remaining((slot.id or 0 for slot in slots), mine)
    if left and before(ctx, meeting):
        turning.append(Button(text("meet-as-before"), routes.AsLastTime(number, page)))
    if mine and left:
        turning.append(Button(text("meet-rest-no"), routes.Rest(number, page)))
    if mine:
        turning.append(Button(text("meet-grid-button"), routes.Grid(number)))
    if turning:
        blocks.append(Buttons(tuple(turning)))
    blocks.extend(_offer(ctx))
    assert meeting.until_at is not None
    notes: list[Line] = [text("meet-left", count=left) if left else text("meet-all-answered")]
    notes.append(text("meet-change-until", at=Moment(meeting.until_at, ctx.here.zone)))
    if pages > 1:
        notes.append(text("page-of", page=page + 1, pages=pages))
    blocks.append(Note(joined(notes)))
    return Card(views.title(meeting), tuple(blocks))


def picker(slot: Slot, mine: str | None, page: int) -> Picker:
    """The picker of one slot. What was answered stands chosen, and can be taken back."""
    choices = [Choice(said, text(f"meet-say-{said}"), said == mine) for said in SAID]
    if mine is not None:
        choices.append(Choice(NONE, text("meet-say-none")))
    label = Moment(slot.starts_at, slot.zone)
    return Picker(routes.Answer(slot.id or 0, page), label, tuple(choices))


def _offer(ctx: Context) -> tuple[Block, ...]:
    """For who has not joined: the answer counts, and the offer to join."""
    if ctx.member is not None:
        return ()
    join = Button(text("join-button"), FormOpen("ronde.join"), "primary")
    return (Paragraph(text("meet-guest", community=ctx.here.name)), Buttons((join,)))
