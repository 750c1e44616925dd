"""The charter: why and how together, drafted by all, adopted by consent, signed version by version."""

from __future__ import annotations

from dataclasses import replace

from bot.command import (
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
from bot.features.charter import (
    adopting,
    commands,
    drafting,
    export,
    lines,
    nudges,
    permits,
    round_views,
    rounds,
    routes,
    signing,
    telling,
    views,
)
from bot.features.charter import round_routes as round_
from bot.features.charter.rules import EXPRESS, QUESTIONS

_SECTIONS = (
    Option("why", Named("why", "pourquoi")),
    Option("whom", Named("whom", "pour-qui")),
    Option("objectives", Named("objectives", "objectifs")),
    Option("roles", Named("roles", "rôles")),
    Option("rhythm", Named("rhythm", "rythme")),
    Option("sharing", Named("sharing", "partage")),
    Option("decide", Named("decide", "décider")),
    Option("conduct", Named("conduct", "conduite")),
    Option("records", Named("data", "données")),
    Option("review", Named("review", "révision")),
)
_VERSION = Parameter(
    "version", Named("version", "version"), Kind.NUMBER, least=1, most=9999, positional=True
)
_LONG = Parameter("words", Named("words", "texte"), longest=lines.LONGEST, long=True)


def _id(name: str, fr: str) -> Parameter:
    """What a form carries along."""
    return Parameter(name, Named(name, fr), form=False)


GROUP = Group(
    "charter",
    Named("charter", "charte"),
    (
        Command("charter.show", Named("show", "voir"), commands.Nothing, commands.show),
        Command(
            "charter.draft",
            Named("draft", "rédiger"),
            commands.Which,
            commands.draft,
            Rank.MEMBER,
            (
                Parameter(
                    "section",
                    Named("section", "partie"),
                    Kind.CHOICE,
                    options=_SECTIONS,
                    positional=True,
                ),
            ),
        ),
        Command(
            "charter.adopt",
            Named("adopt", "adopter"),
            commands.Adopt,
            commands.adopt,
            Rank.MEMBER,
            (Parameter("minor", Named("minor", "coquille"), Kind.FLAG),),
        ),
        Command(
            "charter.sign",
            Named("sign", "signer"),
            commands.Number,
            commands.sign,
            Rank.MEMBER,
            (_VERSION,),
        ),
        Command(
            "charter.diff",
            Named("diff", "différences"),
            commands.Between,
            commands.diff,
            Rank.MEMBER,
            (
                replace(_VERSION, name="before", names=Named("from", "de")),
                replace(_VERSION, name="after", names=Named("to", "à")),
            ),
        ),
    ),
)

_QUESTIONS_FR = {"why": "pourquoi", "what": "quoi", "how": "comment"}
_EXPRESS_FR = {option.value: option.names.fr for option in _SECTIONS}

FORMS = (
    Command(
        "charter.express",
        Named("express", "express"),
        drafting.Express,
        drafting.express,
        Rank.MEMBER,
        (
            _id("community", "communauté"),
            *(replace(_LONG, name=key, names=Named(key, _EXPRESS_FR[key])) for key in EXPRESS),
        ),
    ),
    Command(
        "charter.edit",
        Named("edit", "modifier"),
        drafting.Written,
        drafting.edit,
        Rank.MEMBER,
        (_id("community", "communauté"), _id("key", "partie"), _id("edition", "édition"), _LONG),
    ),
    Command(
        "charter.suggest",
        Named("suggest", "suggérer"),
        drafting.Suggested,
        drafting.suggest,
        Rank.MEMBER,
        (_id("community", "communauté"), _id("key", "partie"), replace(_LONG, required=True)),
    ),
    Command(
        "charter.review",
        Named("review", "révision"),
        adopting.Review,
        adopting.review,
        Rank.FACILITATOR,
        (
            _id("version", "version"),
            Parameter("day", Named("day", "jour"), Kind.DATE, required=True),
        ),
    ),
    Command(
        "charter.round",
        Named("round", "tour-de-table"),
        rounds.Open,
        rounds.open_round,
        Rank.FACILITATOR,
        (Parameter("until", Named("until", "fin"), Kind.DATE),),
        preview=rounds.preview,
        check=rounds.check,
        publishes=True,
    ),
    Command(
        "charter.answer",
        Named("answer", "répondre"),
        rounds.Said,
        rounds.answer,
        Rank.MEMBER,
        (
            _id("round", "tour"),
            *(
                Parameter(
                    question,
                    Named(question, _QUESTIONS_FR[question]),
                    longest=rounds.LONGEST_ANSWER,
                    long=True,
                )
                for question in QUESTIONS
            ),
        ),
    ),
    Command(
        "charter.group",
        Named("group", "groupe"),
        rounds.Named,
        rounds.make_group,
        Rank.FACILITATOR,
        (
            _id("round", "tour"),
            _id("question", "question"),
            Parameter("name", Named("name", "nom"), required=True, longest=rounds.LONGEST_NAME),
        ),
    ),
)


def left(ctx: Context, person: int) -> None:
    """Somebody leaves."""
    signing.left(ctx, person)
    rounds.left(ctx, person)


FEATURE = Feature(
    name="charter",
    groups=(GROUP,),
    forms=FORMS,
    presses=(
        Press(routes.Show, commands.show_press),
        Press(routes.Read, commands.read),
        Press(routes.Difference, commands.difference),
        Press(routes.Signatures, commands.signatures),
        Press(routes.Export, export.export),
        Press(routes.Draft, drafting.show_draft),
        Press(routes.Open, drafting.open_section),
        Press(routes.PickSection, drafting.pick_section),
        Press(routes.AskExpress, drafting.ask_express),
        Press(routes.AskEdit, drafting.ask_edit),
        Press(routes.AskSuggest, drafting.ask_suggest),
        Press(routes.Propose, drafting.propose),
        Press(routes.Take, drafting.take),
        Press(routes.Leave, drafting.leave),
        Press(routes.Freeze, adopting.freeze_press),
        Press(routes.Adopted, adopting.adopted, clock=True),
        Press(routes.Ended, adopting.ended, clock=True),
        Press(routes.Correct, adopting.correct_press),
        Press(routes.AskReview, adopting.ask_review),
        Press(routes.Retire, adopting.retire),
        Press(routes.Sign, signing.sign_press),
        Press(routes.Withdraw, signing.withdraw),
        Press(routes.Remind, signing.remind, clock=True),
        Press(round_.AskRound, rounds.ask_round),
        Press(round_.Reply, rounds.ask_answer),
        Press(round_.Answers, rounds.read),
        Press(round_.Desk, rounds.desk),
        Press(round_.AskGroup, rounds.ask_group),
        Press(round_.PickGroup, rounds.pick_group),
        Press(round_.Sort, rounds.sort),
        Press(round_.Move, rounds.move),
        Press(round_.Drop, rounds.drop),
        Press(round_.StartDots, rounds.start_dots),
        Press(round_.Dots, rounds.show_dots),
        Press(round_.PutDots, rounds.put_dots),
        Press(round_.EndNow, rounds.end_now),
        Press(round_.Close, nudges.close, clock=True),
        Press(round_.Reminder, nudges.remind, clock=True),
    ),
    views=(
        View(routes.DraftCard, views.draft_card),
        View(routes.VersionCard, views.version_card),
        View(routes.Asked, views.asked),
        View(routes.Renew, views.renew),
        View(round_.Board, round_views.board),
        View(round_.Waiting, round_views.told),
    ),
    settings=(permits.DRAFTING,),
    awaits=telling.awaits,
    news=telling.news,
    handover=telling.handover,
    evidence=telling.evidence,
    measures=telling.measures,
    changes=telling.changes,
    proposes=adopting.proposes,
    finds=telling.finds,
    named=telling.named,
    joins=signing.joined,
    leaves=left,
    nudges=nudges.conditions,
    nudge_rules=(nudges.REVIEW, nudges.GROUPS),
)
