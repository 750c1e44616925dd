"""Decisions by consent: proposal, questions, a round, an outcome, and a review."""

from __future__ import annotations

from bot.command import Command, Feature, Group, Kind, Named, Parameter, Press, Rank, View
from bot.features.decisions import (
    answering,
    changes,
    commands,
    news,
    nudges,
    putting,
    rounds,
    routes,
    talking,
    views,
    which,
)
from bot.proposals import Put

_WHICH = Parameter(
    "decision",
    Named("decision", "décision"),
    Kind.REFERENCE,
    positional=True,
    complete=which.complete,
)

NEW = Command(
    "decision.new",
    Named("new", "nouveau"),
    commands.New,
    commands.new,
    Rank.MEMBER,
    (changes.TITLE, changes.WORDS, changes.UNTIL, changes.QUORUM),
    preview=commands.preview_new,
    start=commands.start_new,
    check=commands.check_new,
    publishes=True,
)

GROUP = Group(
    "decide",
    Named("decide", "decision"),
    (
        NEW,
        Command(
            "decision.list",
            Named("list", "liste"),
            commands.Listed,
            commands.list_decisions,
            Rank.MEMBER,
            (Parameter("words", Named("words", "mots"), positional=True, longest=100),),
        ),
        Command(
            "decision.show",
            Named("show", "voir"),
            commands.Which,
            commands.show,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "decision.review",
            Named("review", "revoir"),
            commands.Reviewed,
            commands.review,
            Rank.MEMBER,
            (_WHICH, Parameter("by", Named("by", "avant"), Kind.DATE, form=False)),
        ),
    ),
)

FEATURE = Feature(
    name="decisions",
    groups=(GROUP,),
    forms=(*putting.FORMS, *talking.FORMS, *changes.FORMS, *answering.FORMS),
    presses=(
        Press(Put, putting.put),
        Press(routes.Show, commands.show_pressed),
        Press(routes.ShowVersion, commands.show_version),
        Press(routes.Page, commands.turn),
        Press(routes.Pick, which.picked),
        Press(routes.AskRemark, talking.ask),
        Press(routes.AskReply, talking.ask_reply),
        Press(routes.AskEdit, changes.ask_edit),
        Press(routes.AskOpen, changes.ask_open),
        Press(routes.Say, answering.say),
        Press(routes.Lift, answering.lift),
        Press(routes.AskSettle, answering.ask_settle),
        Press(routes.AskAmend, changes.ask_amend),
        Press(routes.AskExtend, changes.ask_extend),
        Press(routes.Close, changes.close),
        Press(routes.Withdraw, changes.withdraw),
        Press(routes.StartReview, commands.review_pressed),
        Press(routes.AskEnd, changes.ask_end),
        Press(routes.Deadline, nudges.deadline, clock=True),
        Press(routes.Remind, nudges.remind, clock=True),
        Press(routes.Review, nudges.review, clock=True),
        Press(routes.Overdue, nudges.overdue, clock=True),
    ),
    views=(
        View(routes.Board, views.board),
        View(routes.RoundBoard, views.round_board),
        View(routes.Result, views.result),
        View(routes.RemarkCard, views.remark),
        View(routes.Reminder, views.reminder),
        View(routes.Orphaned, views.orphaned),
        View(routes.LeftObjection, views.left_objection),
    ),
    awaits=news.awaits,
    news=news.news,
    handover=news.handover,
    decides=putting.decides,
    ties=news.tied,
    finds=news.finds,
    named=news.named,
    nudges=nudges.conditions,
    nudge_rules=(nudges.REVIEW,),
    wakes=rounds.derive_anew,
    zoned=rounds.zoned,
    leaves=nudges.leaves,
)
