"""The notes of a meeting: what was said, decided, taken on, and is worth keeping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import access
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import Command, Kind, Named, Parameter, Press, Rank, View
from bot.context import Context
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.meetings import (
    actions,
    duty,
    life,
    lines,
    permits,
    proceedings,
    records,
    tasks,
    which,
)
from bot.features.meetings import gathering_routes as routes
from bot.features.meetings import gathering_rules as rules
from bot.features.meetings.action_rules import Task, matched, read_link
from bot.features.meetings.gathering_rules import Stage
from bot.features.meetings.proceedings import Action, Notes
from bot.features.meetings.records import Meeting
from bot.features.meetings.routes import MeetingCard
from bot.text import Line, Link, Text, Words, joined, text
from bot.which import number_in


@dataclass(frozen=True, slots=True)
class Which:
    """A meeting by its number or words of its title; nothing: the latest one."""

    meeting: str


@dataclass(frozen=True, slots=True)
class Written:
    """Notes as they were written, and the meeting's id."""

    summary: str
    decisions: str
    actions: str
    links: str
    meeting: str


# ── asking for them ─────────────────────────────────────────────────────────────────────────────


def notes(ctx: Context, asked: Which) -> Outcome:
    """The notes of a meeting; where nobody has written them, the form."""
    found = which.named(ctx, asked.meeting, "meet.notes", {"meeting": asked.meeting})
    return _open(ctx, found) if isinstance(found, Meeting) else found


def show(ctx: Context, press: routes.ShowNotes) -> Outcome:
    """The same, by a button."""
    return _open(ctx, permits.get(ctx, press.meeting))


def _open(ctx: Context, meeting: Meeting) -> Outcome:
    _require_begun(ctx, meeting)
    written = proceedings.notes(ctx.db, meeting.id or 0)
    if written is None:
        return _form(ctx, meeting)
    return Reply(_private(ctx, meeting, written))


def ask(ctx: Context, press: routes.AskNotes) -> Outcome:
    """Open the form, with what is written already."""
    meeting = permits.get(ctx, press.meeting)
    _require_begun(ctx, meeting)
    return _form(ctx, meeting)


def _form(ctx: Context, meeting: Meeting) -> Outcome:
    _require_writing(ctx, meeting)
    written = proceedings.notes(ctx.db, meeting.id or 0)
    values = {"meeting": str(meeting.id)}
    if written is not None:
        values |= {
            "summary": written.summary,
            "decisions": written.decisions,
            "actions": tasks.typed(ctx, proceedings.actions(ctx.db, meeting.id or 0)),
            "links": written.links,
        }
    form = ctx.form("meet.write", values)
    return replace(form, note=text("meet-notes-title", title=meeting.title))


def _require_begun(ctx: Context, meeting: Meeting) -> None:
    if meeting.state == "cancelled":
        raise Refusal(text("meet-cancelled"))
    if life.stage(ctx, meeting) not in (Stage.ON, Stage.OVER):
        raise Refusal(text("meet-notes-early"))


def _may_write(ctx: Context, meeting: Meeting) -> bool:
    """Any member while there are none; then who wrote them, and who sees to the meeting."""
    if ctx.member is None:
        return False
    written = proceedings.notes(ctx.db, meeting.id or 0)
    if written is None or written.author_id == ctx.me:
        return True
    return ctx.me in duty.noting(ctx, meeting) or duty.may_lead(ctx, meeting)


def _require_writing(ctx: Context, meeting: Meeting) -> None:
    if ctx.member is None:
        raise access.NotMember()
    if not _may_write(ctx, meeting):
        raise Forbidden(text("meet-notes-not-yours"))


# ── writing them ────────────────────────────────────────────────────────────────────────────────


def check(ctx: Context, asked: Written) -> None:
    """All that cannot be understood, each under its field. Raises Misfilled or a Refusal."""
    meeting = _meeting(ctx, asked)
    errors: dict[str, Text] = {}
    if not any((asked.summary, asked.decisions, asked.actions, asked.links)):
        errors["summary"] = text("meet-notes-empty")
    found = tasks.read(ctx, meeting, asked.actions)
    if isinstance(found, Text):
        errors["actions"] = found
    links = rules.lines_of(asked.links)
    wrong = next((line for line in links if read_link(line) is None), None)
    if wrong is not None:
        errors["links"] = text("meet-link-unclear", given=Words(wrong[:60]))
    elif len(links) > rules.MOST_LINKS:
        errors["links"] = text("too-many-entries", most=rules.MOST_LINKS, given=len(links))
    if errors:
        raise Misfilled(errors)


def _meeting(ctx: Context, asked: Written) -> Meeting:
    meeting = permits.get(ctx, number_in(asked.meeting) or 0)
    _require_begun(ctx, meeting)
    _require_writing(ctx, meeting)
    return meeting


def _understood(ctx: Context, meeting: Meeting, asked: Written) -> list[Task]:
    found = tasks.read(ctx, meeting, asked.actions)
    assert not isinstance(found, Text), "checked before"
    return found


def exact(ctx: Context, asked: Written) -> Mapping[str, str]:
    """What the preview understood ("friday"), so that publishing it later means the same."""
    meeting = _meeting(ctx, asked)
    understood = _understood(ctx, meeting, asked)
    return {"actions": tasks.typed(ctx, [_action(meeting, task) for task in understood])}


def preview(ctx: Context, asked: Written) -> Card:
    """The notes as the channel will see them; an action without a day says so."""
    meeting = _meeting(ctx, asked)
    made = [_action(meeting, task) for task in _understood(ctx, meeting, asked)]
    written = _made(ctx, meeting, asked)
    blocks = list(_blocks(ctx, written, made))
    if undated := sum(not action.due_on for action in made):
        blocks.append(Note(text("meet-notes-undated", count=undated)))
    return Card(text("meet-notes-title", title=meeting.title), tuple(blocks))


def write(ctx: Context, asked: Written) -> Outcome:
    """Publish the notes under the meeting's card, or change those that are there."""
    meeting = _meeting(ctx, asked)
    number = meeting.id or 0
    before = proceedings.notes(ctx.db, number)
    written = before or _made(ctx, meeting, asked)
    written.summary, written.decisions = asked.summary.strip(), asked.decisions.strip()
    written.links, written.written_at = asked.links.strip(), ctx.now
    ctx.db.add(written)
    ctx.db.flush()
    _keep_actions(ctx, meeting, _understood(ctx, meeting, asked))
    _publish(ctx, meeting)
    if before is None:
        ctx.acts("notes", MeetingCard(number))
    elif before.author_id != ctx.me:
        ctx.journal("meeting.notes-changed", MeetingCard(number), title=meeting.title)
    lead = text("meet-notes-changed" if before else "meet-notes-published")
    return Reply(_private(ctx, meeting, written, lead))


def _made(ctx: Context, meeting: Meeting, asked: Written) -> Notes:
    return Notes(
        meeting_id=meeting.id or 0,
        summary=asked.summary.strip(),
        decisions=asked.decisions.strip(),
        links=asked.links.strip(),
        author_id=ctx.me,
        written_at=ctx.now,
    )


def _action(meeting: Meeting, task: Task) -> Action:
    return Action(
        community_id=meeting.community_id,
        meeting_id=meeting.id or 0,
        words=task.words,
        owner_id=task.owner,
        due_on=task.due.isoformat() if task.due else "",
    )


def _keep_actions(ctx: Context, meeting: Meeting, read: list[Task]) -> None:
    """The actions as the notes say them now: what goes on stays itself, done or not."""
    old = proceedings.actions(ctx.db, meeting.id or 0)
    going_on = matched([action.words for action in old], [task.words for task in read])
    for place, action in enumerate(old):
        if place not in going_on.values():
            actions.stop_clock(ctx, action.id or 0)
            proceedings.remove_action(ctx.db, action.id or 0)
    for place, task in enumerate(read):
        action = old[going_on[place]] if place in going_on else _action(meeting, task)
        action.words, action.owner_id = task.words, task.owner
        action.due_on = task.due.isoformat() if task.due else ""
        ctx.db.add(action)
        ctx.db.flush()
        actions.set_clock(ctx, action, meeting)


def _publish(ctx: Context, meeting: Meeting) -> None:
    """One post under the card, whatever is changed later; what says the same elsewhere follows."""
    number = meeting.id or 0
    card = MeetingCard(number).pack()
    parent = ctx.posts.first(card)
    view = routes.NotesCard(number).pack()
    posted = ctx.posts.show(
        meeting.place_id,
        view,
        once=f"meeting-{number}-notes",
        reply_to=parent.id if parent else None,
    )
    if posted is None:
        ctx.posts.refresh(view)
    ctx.posts.refresh(card)
    ctx.posts.refresh_notices(routes.After(number).pack())
    life.refresh_next(ctx)


# ── how they look ───────────────────────────────────────────────────────────────────────────────


def published(ctx: Context, route: routes.NotesCard) -> Card | None:
    """The notes under the meeting's card."""
    meeting = records.meeting(ctx.db, route.meeting)
    written = proceedings.notes(ctx.db, route.meeting)
    if meeting is None or written is None:
        return None
    return _card(ctx, meeting, written)


def _private(ctx: Context, meeting: Meeting, written: Notes, lead: Text | None = None) -> Card:
    """The notes to one person, who may be allowed to change them."""
    card = _card(ctx, meeting, written)
    first = (Paragraph(lead),) if lead is not None else ()
    edit = Button(text("meet-notes-edit"), routes.AskNotes(meeting.id or 0))
    last = (Buttons((edit,)),) if _may_write(ctx, meeting) else ()
    return Card(card.title, (*first, *card.blocks, *last))


def _card(ctx: Context, meeting: Meeting, written: Notes) -> Card:
    number = meeting.id or 0
    blocks = list(_blocks(ctx, written, proceedings.actions(ctx.db, number)))
    links = rules.lines_of(written.links)[: rules.MOST_LINKS]
    buttons = tuple(
        Button(text("meet-link-keep", number=place), routes.KeepLink(number, place))
        for place in range(1, len(links) + 1)
    )
    if buttons:
        blocks.append(Buttons(buttons))
    by = lines.name(ctx, written.author_id) if written.author_id is not None else text("nobody")
    blocks.append(Note(text("meet-notes-by", name=by, number=meeting.number)))
    return Card(text("meet-notes-title", title=meeting.title), tuple(blocks))


def _blocks(ctx: Context, written: Notes, made: list[Action]) -> tuple[Block, ...]:
    """Summary, decisions, actions and links; what is empty is left out."""
    found: list[Block] = []
    if written.summary:
        found.append(Paragraph(Words(written.summary)))
    if (said := decided(written)) is not None:
        found.append(Paragraph(said))
    if made:
        found.append(Paragraph(taken_on(ctx, made)))
    links = rules.lines_of(written.links)[: rules.MOST_LINKS]
    if links:
        found.append(Paragraph(joined([text("meet-notes-links"), *_links(links)], "\n")))
    return tuple(found)


def decided(written: Notes) -> Line | None:
    """What was decided, one a line; None if nothing was."""
    found = rules.lines_of(written.decisions)
    if not found:
        return None
    return lines.bulleted(text("meet-notes-decisions"), [Words(line) for line in found])


def taken_on(ctx: Context, made: list[Action]) -> Line:
    """The actions, one a line."""
    return lines.bulleted(text("meet-notes-actions"), [lines.task(ctx, each) for each in made])


def _links(found: list[str]) -> list[Line]:
    said: list[Line] = []
    for place, line in enumerate(found, 1):
        address, words = read_link(line) or ("", line)
        shown = Link(address, Words(words or address)) if address else Words(line)
        said.append(text("meet-link", number=place, link=shown))
    return said


def keep_link(ctx: Context, press: routes.KeepLink) -> Outcome:
    """Open the library's form with one of the links in place."""
    permits.get(ctx, press.meeting)
    access.require(ctx, Rank.MEMBER)
    written = proceedings.notes(ctx.db, press.meeting)
    found = rules.lines_of(written.links) if written is not None else []
    if not 1 <= press.link <= len(found):
        raise access.unknown_thing()
    address, words = read_link(found[press.link - 1]) or ("", "")
    return ctx.form("share.new", {"link": address, "title": words})


COMMANDS = (
    Command(
        "meet.notes",
        Named("notes", "notes"),
        Which,
        notes,
        Rank.MEMBER,
        (
            Parameter(
                "meeting",
                Named("meeting", "rencontre"),
                Kind.REFERENCE,
                positional=True,
                complete=which.complete,
            ),
        ),
    ),
)
FORMS = (
    Command(
        "meet.write",
        Named("write", "rédiger"),
        Written,
        write,
        Rank.ANYONE,  # the handler judges, once it knows which meeting is meant
        (
            Parameter(
                "summary", Named("summary", "résumé"), longest=rules.LONGEST_SUMMARY, long=True
            ),
            Parameter(
                "decisions",
                Named("decisions", "décisions"),
                longest=rules.LONGEST_DECISIONS,
                long=True,
            ),
            Parameter(
                "actions", Named("actions", "actions"), longest=rules.LONGEST_ACTIONS, long=True
            ),
            Parameter("links", Named("links", "liens"), longest=rules.LONGEST_LINKS, long=True),
            Parameter("meeting", Named("meeting", "rencontre"), form=False),
        ),
        preview=preview,
        check=check,
        kept=exact,
    ),
)
PRESSES = (
    Press(routes.ShowNotes, show),
    Press(routes.AskNotes, ask),
    Press(routes.KeepLink, keep_link),
)
VIEWS = (View(routes.NotesCard, published),)
