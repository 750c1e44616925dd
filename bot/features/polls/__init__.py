"""Polls: ask a question, vote, change one's mind, and a result on time."""

from __future__ import annotations

from dataclasses import replace

from bot import series
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
    Shortcut,
    View,
)
from bot.context import Context
from bot.dates import say_remaining
from bot.features.polls import (
    access,
    changes,
    closing,
    commands,
    evidence,
    export,
    news,
    nudges,
    records,
    repeating,
    roll,
    routes,
    rules,
    templates,
    views,
    votes,
    which,
)
from bot.fields import Marked
from bot.text import Line, Moment, Style, Words, text
from bot.ties import Tieable, asked_for

_NAMES = (
    Option("hidden", Named("hidden", "masqués")),
    Option("shown", Named("shown", "visibles")),
    Option("anonymous", Named("anonymous", "anonyme")),
)
_RESULTS = (
    Option("live", Named("live", "en-direct")),
    Option("after-vote", Named("after-vote", "après-vote")),
    Option("at-close", Named("at-close", "à-la-clôture")),
)
_WHICH = Parameter(
    "poll",
    Named("poll", "sondage"),
    Kind.REFERENCE,
    positional=True,
    complete=which.complete_poll,
)
_UNTIL = Parameter("until", Named("until", "fin"), Kind.DATE)

NEW = Command(
    "poll.new",
    Named("new", "nouveau"),
    commands.NewPoll,
    commands.new,
    Rank.MEMBER,
    (
        Parameter(
            "question",
            Named("question", "question"),
            required=True,
            longest=rules.LONGEST_QUESTION,
            positional=True,
            long=True,
        ),
        Parameter(
            "choices",
            Named("choices", "choix"),
            Kind.LIST,
            required=True,
            longest=rules.LONGEST_OPTION,
            least=rules.LEAST_OPTIONS,
            most=rules.MOST_OPTIONS,
            positional=True,
        ),
        _UNTIL,
        Parameter("names", Named("names", "noms"), Kind.CHOICE, default="hidden", options=_NAMES),
        Marked(
            "results",
            Named("results", "résultats"),
            Kind.CHOICE,
            options=_RESULTS,
            marked="live",
        ),
        Parameter("anonymous", Named("anonymous", "anonyme"), Kind.FLAG, form=False),
        Parameter("multi", Named("multi", "plusieurs"), Kind.NUMBER, least=1, most=20, form=False),
        Parameter("who", Named("who", "pour"), Kind.AUDIENCE, longest=1000, form=False),
        Parameter("adding", Named("add-options", "ajouts"), Kind.FLAG, form=False),
        Parameter(
            "reminders", Named("reminders", "rappels"), Kind.NUMBER, least=0, most=2, form=False
        ),
        Parameter(
            "close_when_all", Named("close-when-all", "clore-si-complet"), Kind.FLAG, form=False
        ),
        Parameter(
            "every",
            Named("every", "chaque"),
            Kind.RECURRENCE,
            form=False,
            complete=series.complete,
        ),
    ),
    preview=commands.preview_new,
    start=commands.default_until,
    check=commands.check_new,
    publishes=True,
    heeded=commands.heeded,
)

SEVERAL = Command(
    "poll.several",
    Named("several", "plusieurs"),
    templates.Several,
    templates.several,
    Rank.MEMBER,
    (
        *(
            Parameter(name, names, required=name == "first", longest=2000, long=True)
            for name, names in {
                "first": Named("first", "premier"),
                "second": Named("second", "deuxième"),
                "third": Named("third", "troisième"),
            }.items()
        ),
        _UNTIL,
        Parameter("names", Named("names", "noms"), Kind.CHOICE, default="hidden", options=_NAMES),
    ),
    preview=templates.preview,
    check=templates.check,
    publishes=True,
)

GROUP = Group(
    "poll",
    Named("poll", "sondage"),
    (
        NEW,
        Command("poll.list", Named("list", "liste"), commands.Nothing, commands.list_polls),
        Command(
            "poll.show",
            Named("show", "voir"),
            commands.Which,
            commands.show,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "poll.close",
            Named("close", "clore"),
            commands.Which,
            commands.close,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "poll.extend",
            Named("extend", "prolonger"),
            commands.Extend,
            commands.extend,
            Rank.MEMBER,
            (replace(_WHICH, form=False), replace(_UNTIL, positional=True)),
        ),
        Command(
            "poll.missing",
            Named("missing", "attente"),
            commands.Which,
            commands.missing,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "poll.cancel",
            Named("cancel", "annuler"),
            commands.Which,
            commands.cancel,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "poll.export",
            Named("export", "exporter"),
            commands.Exported,
            commands.export_poll,
            Rank.MEMBER,
            (
                _WHICH,
                Parameter(
                    "format",
                    Named("format", "format"),
                    Kind.CHOICE,
                    default="csv",
                    form=False,
                    positional=True,
                    options=(
                        Option("csv", Named("csv", "csv")),
                        Option("json", Named("json", "json")),
                    ),
                ),
            ),
        ),
    ),
    usual=True,
)


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """The open polls that this person has not answered."""
    here = ctx.here
    assert here.id is not None
    found = []
    for poll in records.open_in(ctx.db, here.id):
        if ctx.now >= poll.closes_at or roll.has_voted(ctx.db, poll, ctx.me):
            continue
        assert poll.id is not None
        if not access.is_counted_on(ctx, poll, ctx.me):
            continue
        line = text(
            "poll-awaits",
            question=poll.question,
            left=say_remaining(poll.closes_at - ctx.now, ctx.reader.language),
        )
        answer = text("poll-answer")
        found.append(Awaiting(line, routes.Show(poll.id), answer, place=poll.place_id))
    return tuple(found)


def tied(ctx: Context, ref: str) -> tuple[Tieable, ...]:
    """The polls that can serve an objective: the newest, or the one at an address."""
    return tuple(
        Tieable(routes.Show(one.id or 0), Words(one.question), one.opened_at, one.place_id)
        for one in asked_for(ctx, ref, routes.Show, records.poll, records.recent)
        if one.state != "cancelled"
    )


def asked(ctx: Context) -> bool:
    """Whether the community has put a question to itself."""
    here = ctx.here
    assert here.id is not None
    return records.count(ctx.db, here.id) > 0


def handover(ctx: Context) -> tuple[Line, ...]:
    """The open polls that whoever facilitates next inherits."""
    here = ctx.here
    assert here.id is not None
    return tuple(
        text("poll-handover", question=p.question, at=Moment(p.closes_at, p.zone, Style.SHORT))
        for p in records.open_in(ctx.db, here.id)
    )


FEATURE = Feature(
    name="polls",
    groups=(GROUP,),
    forms=(*changes.FORMS, SEVERAL),
    presses=(
        Press(routes.Vote, votes.vote, fast=votes.vote_fast),
        Press(routes.VoteSet, votes.vote_set),
        Press(routes.OpenBallot, votes.open_ballot),
        Press(routes.Withdraw, votes.withdraw),
        Press(routes.SendSecret, votes.send_secret),
        Press(routes.Show, votes.show),
        Press(routes.Page, votes.page),
        Press(routes.Close, votes.close),
        Press(routes.Cancel, votes.cancel),
        Press(routes.Missing, votes.missing),
        Press(routes.Export, export.export_press),
        Press(routes.Reopen, closing.reopen),
        Press(routes.RunOff, closing.run_off),
        Press(routes.AskExtend, changes.ask_extend),
        Press(routes.AskCorrect, changes.ask_correct),
        Press(routes.AskOption, changes.ask_option),
        Press(routes.AskChoose, changes.ask_choose),
        Press(routes.PickPoll, which.picked),
        Press(routes.AskRepeat, repeating.ask_repeat),
        Press(routes.Templates, templates.show),
        Press(routes.UseTemplate, templates.use),
        Press(routes.Deadline, closing.deadline, clock=True),
        Press(routes.Remind, nudges.remind, clock=True),
    ),
    views=(
        View(routes.PollBoard, views.board),
        View(routes.PollResult, views.result),
        View(routes.PollNews, views.news),
        View(routes.Reminder, views.reminder),
        View(routes.Orphaned, views.orphaned),
    ),
    shortcuts=(Shortcut("poll.from-message", commands.from_message),),
    awaits=awaits,
    news=news.news,
    handover=handover,
    asked=asked,
    ties=tied,
    nudges=nudges.conditions,
    nudge_rules=(nudges.TURNOUT,),
    evidence=evidence.evidence,
    measures=evidence.measures,
    wakes=closing.derive_anew,
    leaves=closing.pass_on,
)
