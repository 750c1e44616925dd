"""Meetings: propose dates, settle one fairly, remember what came of it."""

from __future__ import annotations

from dataclasses import replace

from bot.command import (
    Awaiting,
    Command,
    Feature,
    Group,
    Kind,
    Named,
    Option,
    Parameter,
    Press,
    Rank,
    View,
)
from bot.context import Context
from bot.dates import say_remaining
from bot.features.meetings import (
    answering,
    answers,
    changes,
    commands,
    conditions,
    entries,
    events,
    evidence,
    feeds,
    gathering,
    knowing,
    life,
    news,
    nudges,
    permits,
    private,
    proposing,
    records,
    routes,
    rules,
    series,
    settling,
    showing,
    standing,
    views,
    which,
)
from bot.text import Line, Moment, Style, Words, text
from bot.ties import Tieable, asked_for

_MEETING = Parameter(
    "meeting",
    Named("meeting", "rencontre"),
    Kind.REFERENCE,
    positional=True,
    complete=which.complete,
)
_ID = Parameter("meeting", Named("meeting", "rencontre"), form=False)
_TITLE = Parameter(
    "title",
    Named("title", "titre"),
    required=True,
    longest=rules.LONGEST_TITLE,
    positional=True,
)
_DURATION = Parameter("duration", Named("duration", "durée"), longest=40)
_VENUE = Parameter("venue", Named("where", "lieu"), longest=rules.LONGEST_VENUE)
_UNTIL = Parameter("until", Named("until", "fin"), Kind.DATE, form=False)
_DATE = Parameter("date", Named("date", "date"), longest=100, positional=True)
_WHY = Parameter("why", Named("why", "raison"), longest=rules.LONGEST_WHY, long=True)
_FORMAT = Parameter(
    "format",
    Named("format", "format"),
    Kind.CHOICE,
    default="csv",
    form=False,
    positional=True,
    options=(Option("csv", Named("csv", "csv")), Option("json", Named("json", "json"))),
)

PROPOSE = Command(
    "meet.propose",
    Named("propose", "proposer"),
    proposing.Propose,
    proposing.propose,
    Rank.MEMBER,
    (
        _TITLE,
        Parameter(
            "slots",
            Named("dates", "dates"),
            Kind.LIST,
            required=True,
            longest=100,
            most=rules.MOST_SLOTS,
            positional=True,
            complete=proposing.complete_slots,
        ),
        _DURATION,
        _VENUE,
        Parameter("needs", Named("needs", "indispensables"), Kind.PEOPLE, longest=100, most=20),
        _UNTIL,
        Parameter("quorum", Named("quorum", "quorum"), Kind.NUMBER, least=1, most=999, form=False),
    ),
    preview=proposing.preview,
    check=proposing.check,
    kept=proposing.exact,
    publishes=True,
    shows_first=True,
)

ANNOUNCE = Command(
    "meet.announce",
    Named("announce", "annoncer"),
    commands.Announce,
    commands.announce,
    Rank.MEMBER,
    (
        _TITLE,
        replace(_DATE, required=True),
        _DURATION,
        _VENUE,
    ),
    preview=commands.preview_announce,
    check=commands.check_announce,
    kept=commands.exact_announce,
    publishes=True,
    shows_first=True,
)


def _on_one(name: str, names: Named, args: type, run: object, *more: Parameter) -> Command:
    """A command on one meeting."""
    which_one = replace(_MEETING, form=not more)
    return Command(name, names, args, run, Rank.MEMBER, (which_one, *more))  # type: ignore[arg-type]


GROUP = Group(
    "meet",
    Named("meet", "rencontre"),
    (
        PROPOSE,
        Command(
            "meet.list",
            Named("list", "liste"),
            commands.Nothing,
            commands.list_meetings,
        ),
        _on_one("meet.show", Named("show", "voir"), commands.Which, commands.show),
        _on_one("meet.settle", Named("settle", "fixer"), commands.Dated, commands.settle, _DATE),
        _on_one("meet.move", Named("move", "déplacer"), commands.Dated, commands.move, _DATE),
        *gathering.COMMANDS,
        _on_one("meet.missing", Named("missing", "attente"), commands.Which, commands.missing),
        _on_one("meet.cancel", Named("cancel", "annuler"), commands.Cancel, commands.cancel, _WHY),
        Command(
            "meet.feed",
            Named("feed", "abonnement"),
            commands.Nothing,
            feeds.feed,
            Rank.ANYONE,  # the handler judges: the feed is of all one's communities
        ),
        _on_one(
            "meet.export", Named("export", "exporter"), commands.Exported, commands.export, _FORMAT
        ),
        series.COMMAND,
    ),
    usual=True,
)

FORMS = (
    ANNOUNCE,
    Command(
        "meet.add-slot",
        Named("add", "ajouter"),
        changes.NewSlot,
        changes.add_slot,
        Rank.ANYONE,  # the handlers of small forms judge, once they know which meeting is meant
        (_ID, Parameter("slot", Named("date", "date"), required=True, longest=100)),
    ),
    Command(
        "meet.extend",
        Named("extend", "prolonger"),
        changes.Extend,
        changes.extend,
        Rank.ANYONE,
        (_ID, replace(_UNTIL, form=True, required=True)),
    ),
    Command(
        "meet.edit",
        Named("edit", "modifier"),
        changes.Edit,
        changes.edit,
        Rank.ANYONE,
        (
            _ID,
            _TITLE,
            _VENUE,
            _DURATION,
            Parameter("zone", Named("zone", "fuseau"), longest=60),
        ),
    ),
    Command(
        "meet.force",
        Named("settle", "fixer"),
        changes.Force,
        changes.force,
        Rank.ANYONE,
        (
            Parameter("slot", Named("date", "date"), form=False),
            replace(_WHY, required=True),
        ),
    ),
    Command(
        "meet.move-to",
        Named("move", "déplacer"),
        changes.Move,
        changes.move_to,
        Rank.ANYONE,
        (_ID, replace(_DATE, required=True)),
    ),
    Command(
        "meet.call-off",
        Named("cancel", "annuler"),
        changes.CallOff,
        changes.call_off,
        Rank.ANYONE,
        (_ID, _WHY),
    ),
    *gathering.FORMS,
)


# ── what other features ask ─────────────────────────────────────────────────────────────────────


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """The proposals that this person has not answered, and those that are theirs to decide."""
    found = []
    for meeting in records.open_in(ctx.db, ctx.here.id or 0):
        number = meeting.id or 0
        if nudges.is_open(ctx, meeting):
            if answers.answers_of(ctx.db, number, ctx.me):
                continue
            assert meeting.until_at is not None
            left = say_remaining(meeting.until_at - ctx.now, ctx.reader.language)
            line = text("meet-awaits", title=meeting.title, left=left)
            answer, opens = text("meet-answer-button"), routes.Answers(number, 0)
            found.append(Awaiting(line, opens, answer, place=meeting.place_id))
        elif nudges.in_charge(ctx, meeting) == ctx.me and permits.may_manage(ctx, meeting):
            line = text("meet-awaits-decision", title=meeting.title)
            decide = text("meet-settle-button")
            settle = routes.AskSettle(number)
            found.append(Awaiting(line, settle, decide, urgent=1, place=meeting.place_id))
    return (*found, *gathering.awaits(ctx))


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: dates to decide, and meetings to come."""
    here = ctx.here.id or 0
    found: list[Line] = [
        text("meet-handover-open", title=meeting.title) for meeting in records.open_in(ctx.db, here)
    ]
    for meeting in records.coming(ctx.db, here, ctx.now, most=5):
        at = Moment(meeting.starts_at or ctx.now, meeting.zone, Style.SHORT)
        found.append(text("meet-handover-coming", title=meeting.title, at=at))
    return (*found, *gathering.handover(ctx))


def tied(ctx: Context, ref: str) -> tuple[Tieable, ...]:
    """The meetings that can serve an objective: the newest, or the one at an address."""
    return tuple(
        Tieable(routes.Show(one.id or 0), Words(one.title), one.proposed_at, one.place_id)
        for one in asked_for(ctx, ref, routes.Show, records.meeting, records.recent)
        if one.state != "cancelled"
    )


def dated(ctx: Context) -> bool:
    """Whether the community has put dates to itself."""
    return records.count(ctx.db, ctx.here.id or 0) > 0


def left(ctx: Context, person: int) -> None:
    """Somebody left: what they organise passes on."""
    nudges.organiser_left(ctx, person)
    life.gone(ctx, person)


FEATURE = Feature(
    name="meetings",
    groups=(GROUP,),
    forms=FORMS,
    presses=(
        Press(routes.Answers, answering.open_answers),
        Press(routes.Answer, answering.answer),
        Press(routes.AsLastTime, answering.as_last_time),
        Press(routes.Rest, answering.rest),
        Press(routes.Grid, private.grid_press),
        Press(routes.Show, private.show),
        Press(routes.Page, private.page_press),
        Press(routes.Pick, which.picked),
        Press(routes.AskSettle, settling.ask_settle),
        Press(routes.Settle, settling.settle),
        Press(routes.AskMove, changes.ask_move),
        Press(routes.AskCancel, changes.ask_cancel),
        Press(routes.AskSlot, changes.ask_slot),
        Press(routes.AskRemoveSlot, changes.ask_remove_slot),
        Press(routes.RemoveSlot, changes.remove_slot),
        Press(routes.AskExtend, changes.ask_extend),
        Press(routes.AskEdit, changes.ask_edit),
        Press(routes.Missing, private.missing_press),
        Press(routes.CalendarFile, entries.calendar_press),
        Press(routes.Export, commands.export_press),
        Press(routes.Deadline, nudges.deadline, clock=True),
        Press(routes.Remind, nudges.remind, clock=True),
        Press(routes.Passing, nudges.passing, clock=True),
        Press(routes.Appear, showing.appear, clock=True),
        *feeds.PRESSES,
        *gathering.PRESSES,
    ),
    views=(
        View(routes.MeetingBoard, views.board),
        View(routes.MeetingCard, views.card),
        View(routes.MeetingNews, views.news),
        View(routes.MeetingEvent, events.event),
        View(routes.NewSlot, views.new_slot),
        View(routes.Unanswered, views.unanswered),
        View(routes.CanDecide, views.can_decide),
        View(routes.Orphaned, views.orphaned),
        *gathering.VIEWS,
    ),
    settings=(
        proposing.WHO,
        proposing.ANSWERS,
        standing.TURN,
        standing.FIRST,
        settling.EVENTS,
    ),
    awaits=awaits,
    news=news.news,
    handover=handover,
    knows=knowing.knows,
    dated=dated,
    ties=tied,
    calendar=entries.feed,
    nudges=conditions.conditions,
    nudge_rules=conditions.RULES,
    evidence=evidence.evidence,
    measures=evidence.measures,
    wakes=settling.derive_anew,
    leaves=left,
    turns=showing.turned,
)
