"""Who was there: those who said yes are ticked, whoever facilitated puts it right and confirms."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.card import Block, Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.command import Command, Named, Parameter, Press, Rank, View
from bot.context import Context
from bot.errors import Refusal
from bot.features.meetings import duty, life, lines, permits, proceedings, records, roll
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import MeetingCard
from bot.text import Line, Moment, Text, Words, joined, text
from bot.which import number_in
from storage import acts, people, terms
from storage.posts import shown_notice


@dataclass(frozen=True, slots=True)
class Guests:
    """Who came besides the members, one a line or with commas; and the meeting's id."""

    guests: str
    meeting: str


# ── what whoever facilitated does ───────────────────────────────────────────────────────────────


def show(ctx: Context, press: routes.Presence) -> Outcome:
    """Who was there, a page of people."""
    meeting = _held(ctx, press.meeting)
    return Reply(_card(ctx, meeting, press.page), replace=True)


def tick(ctx: Context, press: routes.TickPresence) -> Outcome:
    """These people of the page were there; the others of it were not. Kept at once."""
    meeting = _open(ctx, press.meeting)
    picked = ctx.request.values.get("chosen", "") if ctx.request else ""
    chosen = {int(value) for value in picked.split("\n") if value.isdecimal()}
    for person in _page(_candidates(ctx, meeting), press.page):
        _mark(ctx, meeting, person, present=person in chosen)
    _kept(ctx, meeting)
    return Reply(_card(ctx, meeting, press.page), replace=True)


def ask_guests(ctx: Context, press: routes.AskGuests) -> Outcome:
    """Open the form that names who came besides."""
    meeting = _open(ctx, press.meeting)
    guests = "\n".join(guests_of(meeting))
    return ctx.form("meet.guests", {"guests": guests, "meeting": str(press.meeting)})


def guests(ctx: Context, asked: Guests) -> Outcome:
    """Keep who came besides; a member among them is ticked instead."""
    meeting = _open(ctx, number_in(asked.meeting) or 0)
    others = []
    for name in access.names_in(asked.guests):
        person = access.person_named(ctx, name)
        if person is None:
            others.append(" ".join(name.lstrip("@").split()))
        else:
            _mark(ctx, meeting, person, present=True)
    meeting.guests = "\n".join(dict.fromkeys(others))
    ctx.db.add(meeting)
    ctx.db.flush()
    _kept(ctx, meeting)
    return Reply(_card(ctx, meeting, 0))


def confirm(ctx: Context, press: routes.ConfirmPresence) -> Outcome:
    """That is who was there: it counts from now on, and can be put right until the end."""
    meeting = _open(ctx, press.meeting)
    if meeting.presence != "confirmed":
        meeting.presence = "confirmed"
        ctx.db.add(meeting)
        ctx.db.flush()
        ctx.journal(
            "meeting.attendance-confirmed",
            MeetingCard(press.meeting),
            there=str(len(present(ctx, meeting))),
        )
    _kept(ctx, meeting)
    return Reply(_card(ctx, meeting, press.page), replace=True)


# ── what is kept ────────────────────────────────────────────────────────────────────────────────


def present(ctx: Context, meeting: Meeting) -> list[int]:
    """Who is taken to have been there."""
    marked = roll.presences(ctx.db, meeting.id or 0)
    return [person for person, was in marked.items() if was]


def guests_of(meeting: Meeting) -> list[str]:
    """Who came besides."""
    return [name for name in meeting.guests.split("\n") if name]


def _mark(ctx: Context, meeting: Meeting, person: int, *, present: bool) -> None:
    """Who was neither there nor expected is not kept at all."""
    number = meeting.id or 0
    expected = roll.answer(ctx.db, number, person) == "yes"
    if present or expected:
        roll.mark(ctx.db, number, person, ctx.now, present=present)
    else:
        roll.unmark(ctx.db, number, person)


def _kept(ctx: Context, meeting: Meeting) -> None:
    """Once confirmed, the acts say what the list says; the cards follow."""
    number = meeting.id or 0
    if meeting.presence == "confirmed":
        _note_acts(ctx, meeting)
    ctx.posts.refresh(MeetingCard(number).pack())
    ctx.posts.refresh_notices(routes.After(number).pack())


def _note_acts(ctx: Context, meeting: Meeting) -> None:
    """Who was there, and who led, dated at the meeting; what was put right is forgotten."""
    assert meeting.starts_at is not None
    there = present(ctx, meeting)
    led = [person for person in _led(ctx, meeting) if person in there][:1]
    ref = MeetingCard(meeting.id or 0).pack()
    here = meeting.community_id
    for kind, persons in (("attendance", there), ("session-led", led)):
        for person in set(acts.doers(ctx.db, here, kind, ref)) - set(persons):
            acts.forget(ctx.db, here, person, kind, ref)
        for person in persons:
            acts.note(ctx.db, here, person, kind, ref, meeting.starts_at)


def _led(ctx: Context, meeting: Meeting) -> list[int]:
    return [*duty.holders(ctx, meeting, terms.FACILITATION), meeting.organiser_id]


# ── who may, and whom it is about ───────────────────────────────────────────────────────────────


def _held(ctx: Context, number: int) -> Meeting:
    """A meeting that is over, for whoever sees to it. Raises a Refusal."""
    meeting = permits.get(ctx, number)
    if life.stage(ctx, meeting) is not Stage.OVER:
        raise Refusal(text("meet-there-early"))
    duty.require_lead(ctx, meeting)
    return meeting


def _open(ctx: Context, number: int) -> Meeting:
    """The same, while it can still be put right: judged by time, whatever the clock has pressed."""
    meeting = _held(ctx, number)
    if meeting.presence == "unconfirmed" or ctx.now >= life.corrected_until(meeting):
        raise Refusal(text("meet-there-late"))
    return meeting


def _candidates(ctx: Context, meeting: Meeting) -> list[int]:
    """Who may have been there: who spoke of coming, who is marked, and every member."""
    number = meeting.id or 0
    spoke = [p for answer in rules.ANSWERS for p in roll.saying(ctx.db, number, answer)]
    marked = roll.presences(ctx.db, number)
    members = [member.person_id for member in people.members(ctx.db, meeting.community_id)]
    return list(dict.fromkeys([*spoke, *marked, *members]))


def _page(persons: list[int], page: int) -> list[int]:
    return persons[page * rules.PEOPLE_A_PAGE : (page + 1) * rules.PEOPLE_A_PAGE]


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


def _card(ctx: Context, meeting: Meeting, page: int) -> Card:
    number = meeting.id or 0
    candidates = _candidates(ctx, meeting)
    pages = max(1, -(-len(candidates) // rules.PEOPLE_A_PAGE))
    page = min(max(page, 0), pages - 1)
    there = present(ctx, meeting)
    until = Moment(life.corrected_until(meeting), ctx.here.zone)
    is_open = meeting.presence != "unconfirmed" and ctx.now < until.at
    blocks: list[Block] = [Paragraph(_lead(meeting, until, is_open=is_open))]
    if is_open:
        blocks.append(_picker(ctx, number, page, _page(candidates, page), there))
        if pages > 1:
            blocks.append(Note(text("page-of", page=page + 1, pages=pages)))
    else:
        blocks.append(Paragraph(lines.names(ctx, there) if there else text("nobody")))
    if besides := guests_of(meeting):
        blocks.append(Paragraph(text("meet-guests-are", names=Words(", ".join(besides)))))
    blocks.append(Note(there_count(ctx, meeting)))
    if is_open:
        blocks.append(_buttons(meeting, page, pages))
    return Card(text("meet-there-title", title=meeting.title), tuple(blocks))


def _lead(meeting: Meeting, until: Moment, *, is_open: bool) -> Text:
    state = "confirmed" if meeting.presence == "confirmed" else "asked"
    if is_open:
        return text(f"meet-there-{state}", until=until)
    return text("meet-there-done" if state == "confirmed" else "meet-there-unconfirmed")


def _picker(ctx: Context, meeting: int, page: int, some: list[int], there: list[int]) -> Picker:
    choices = tuple(
        Choice(str(person), lines.name(ctx, person), chosen=person in there) for person in some
    )
    route = routes.TickPresence(meeting, page)
    return Picker(route, text("meet-there-pick"), choices, least=0, most=max(1, len(choices)))


def _buttons(meeting: Meeting, page: int, pages: int) -> Buttons:
    number = meeting.id or 0
    buttons = [Button(text("meet-guests-button"), routes.AskGuests(number))]
    if meeting.presence != "confirmed":
        confirm = routes.ConfirmPresence(number, page)
        buttons.insert(0, Button(text("meet-there-confirm"), confirm, "primary"))
    if page > 0:
        buttons.append(Button(text("previous"), routes.Presence(number, page - 1)))
    if page + 1 < pages:
        buttons.append(Button(text("next"), routes.Presence(number, page + 1)))
    return Buttons(tuple(buttons))


def there_count(ctx: Context, meeting: Meeting) -> Line:
    """How many were there, and how many of them were guests."""
    besides = len(guests_of(meeting))
    count = len(present(ctx, meeting)) + besides
    said = text("meet-there-count", count=count)
    return joined([said, text("meet-guests-count", count=besides)]) if besides else said


# ── what is asked afterwards ────────────────────────────────────────────────────────────────────


def after(ctx: Context, route: routes.After) -> Card | None:
    """What is left to do of a meeting for the one who reads: who was there, what the notes say."""
    meeting = records.meeting(ctx.db, route.meeting)
    if meeting is None or ctx.person is None or life.stage(ctx, meeting) is not Stage.OVER:
        return None
    blocks: list[Block] = []
    if asks_presence(ctx, meeting):
        blocks.append(Paragraph(text("meet-after-there", count=len(present(ctx, meeting)))))
        button = Button(text("meet-there-button"), routes.Presence(route.meeting, 0), "primary")
        blocks.append(Buttons((button,)))
    if asks_notes(ctx, meeting):
        blocks.append(Paragraph(text("meet-after-notes")))
        blocks.append(Buttons((Button(text("meet-notes-write"), routes.AskNotes(route.meeting)),)))
    if not blocks:
        if not shown_notice(ctx.db, ctx.me, route.pack()):
            return None
        blocks.append(Paragraph(text("meet-after-done")))
    return Card(text("meet-headed", title=meeting.title, community=ctx.here.name), tuple(blocks))


def asks_presence(ctx: Context, meeting: Meeting) -> bool:
    """Whether this person is to say who was there."""
    is_open = meeting.presence == "asked" and ctx.now < life.corrected_until(meeting)
    return is_open and ctx.me in duty.leading(ctx, meeting)


def asks_notes(ctx: Context, meeting: Meeting) -> bool:
    """Whether this person is to write the notes."""
    nothing_yet = proceedings.notes(ctx.db, meeting.id or 0) is None
    return nothing_yet and ctx.me in duty.noting(ctx, meeting)


FORMS = (
    Command(
        "meet.guests",
        Named("guests", "invités"),
        Guests,
        guests,
        Rank.ANYONE,  # the handler judges, once it knows which meeting is meant
        (
            Parameter(
                "guests", Named("guests", "invités"), longest=rules.LONGEST_GUESTS, long=True
            ),
            Parameter("meeting", Named("meeting", "rencontre"), form=False),
        ),
    ),
)
PRESSES = (
    Press(routes.Presence, show),
    Press(routes.TickPresence, tick),
    Press(routes.AskGuests, ask_guests),
    Press(routes.ConfirmPresence, confirm),
)
VIEWS = (View(routes.After, after),)
