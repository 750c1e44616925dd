"""Objectives: written down, objected to, assessed over time, reviewed; and what serves them."""

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
from bot.features.goals import (
    assessing,
    bound,
    commands,
    life,
    making,
    nudges,
    objecting,
    offers,
    routes,
    rules,
    tying,
    views,
)

_KINDS = (
    Option("operational", Named("operational", "opérationnel")),
    Option("strategic", Named("strategic", "stratégique")),
)
_WHICH = Parameter(
    "goal", Named("goal", "objectif"), Kind.REFERENCE, positional=True, complete=commands.complete
)
_ID = Parameter("goal", Named("goal", "objectif"), form=False)
_SENTENCE = Parameter(
    "sentence",
    Named("sentence", "phrase"),
    required=True,
    longest=rules.LONGEST_SENTENCE,
    positional=True,
    long=True,
)
_INDICATOR = Parameter(
    "indicator",
    Named("indicator", "indicateur"),
    longest=rules.LONGEST_INDICATOR,
    complete=bound.complete,
)
_RANGE = Parameter("range", Named("target", "cible"), longest=rules.LONGEST_RANGE)
_BY = Parameter("date", Named("by", "échéance"), Kind.DATE)
_KIND = Parameter("kind", Named("kind", "type"), Kind.CHOICE, default="operational", options=_KINDS)
_VALUE = Parameter("value", Named("value", "valeur"), longest=rules.LONGEST_RANGE)
_COMMENT = Parameter(
    "comment", Named("comment", "commentaire"), longest=rules.LONGEST_REASON, long=True
)
_DAY = Parameter("date", Named("date", "date"), longest=60)
_WHY = Parameter(
    "why", Named("why", "raison"), required=True, longest=rules.LONGEST_REASON, long=True
)

NEW = Command(
    "goal.new",
    Named("new", "nouveau"),
    making.NewGoal,
    making.new,
    Rank.MEMBER,
    (_SENTENCE, _INDICATOR, _RANGE, _BY, _KIND),
    preview=making.preview,
    check=making.check,
    kept=making.exact,
    publishes=True,
    shows_first=True,
)

GROUP = Group(
    "goal",
    Named("goal", "objectif"),
    (
        NEW,
        Command("goal.list", Named("list", "liste"), commands.Nothing, commands.list_goals),
        Command(
            "goal.assess",
            Named("assess", "évaluer"),
            assessing.Value,
            commands.assess,
            Rank.MEMBER,
            (
                _WHICH,
                replace(_VALUE, positional=True, form=False),
                replace(_COMMENT, form=False),
                replace(_DAY, form=False),
            ),
        ),
        Command(
            "goal.review",
            Named("review", "revoir"),
            commands.Which,
            commands.review,
            Rank.MEMBER,
            (_WHICH,),
        ),
        Command(
            "goal.retire",
            Named("retire", "retirer"),
            objecting.Why,
            commands.retire,
            Rank.MEMBER,
            (_WHICH, replace(_WHY, positional=True, required=False, form=False)),
        ),
    ),
)

FORMS = (
    Command(
        "goal.value",
        Named("assess", "évaluer"),
        assessing.Value,
        assessing.assess,
        Rank.ANYONE,  # the handlers of small forms judge, once they know which objective is meant
        (_ID, _VALUE, _COMMENT, _DAY),
    ),
    Command(
        "goal.rewrite",
        Named("rewrite", "réécrire"),
        assessing.Rewrite,
        assessing.rewrite,
        Rank.ANYONE,
        (_ID, _SENTENCE, _INDICATOR, _RANGE, _KIND, _WHY),
    ),
    Command(
        "goal.date",
        Named("date", "date"),
        assessing.Move,
        assessing.move,
        Rank.ANYONE,
        (_ID, replace(_BY, required=True)),
    ),
    Command(
        "goal.end",
        Named("retire", "retirer"),
        objecting.Why,
        commands.end,
        Rank.ANYONE,
        (_ID, _WHY),
    ),
    Command(
        "goal.object",
        Named("object", "objecter"),
        objecting.Why,
        objecting.object_to,
        Rank.ANYONE,
        (_ID, _WHY),
    ),
    Command(
        "goal.answer",
        Named("answer", "répondre"),
        objecting.Why,
        objecting.answer,
        Rank.ANYONE,
        (_ID, _WHY),
    ),
)

FEATURE = Feature(
    name="goals",
    groups=(GROUP,),
    forms=FORMS,
    presses=(
        Press(routes.Show, commands.show),
        Press(routes.Page, commands.page),
        Press(routes.Pick, commands.picked),
        Press(routes.AskAssess, assessing.ask_assess),
        Press(routes.AskReview, assessing.ask_review),
        Press(routes.Keep, assessing.keep),
        Press(routes.AskRewrite, assessing.ask_rewrite),
        Press(routes.AskDate, assessing.ask_date),
        Press(routes.AskRetire, assessing.ask_retire),
        Press(routes.AskObject, objecting.ask_object),
        Press(routes.Withdraw, objecting.withdraw),
        Press(routes.AskAnswer, objecting.ask_answer),
        Press(routes.AskTie, tying.ask_tie),
        Press(routes.Tie, tying.tie),
        Press(routes.AskTies, tying.ask_ties),
        Press(routes.PickTies, tying.pick_ties),
        Press(routes.TieAll, tying.tie_all),
        Press(routes.Settle, nudges.settle, clock=True),
        Press(routes.Remind, nudges.remind, clock=True),
        Press(routes.Adopt, objecting.adopt, clock=True),
        Press(routes.Ended, objecting.ended, clock=True),
    ),
    views=(
        View(routes.GoalCard, views.card),
        View(routes.Told, views.told),
        View(routes.Due, views.due),
    ),
    awaits=offers.awaits,
    news=offers.news,
    handover=offers.handover,
    evidence=offers.evidence,
    changes=offers.changes,
    proposes=objecting.proposes,
    decided=life.decided,
    beside=tying.beside,
    finds=offers.finds,
    named=offers.named,
    nudges=nudges.conditions,
    nudge_rules=(nudges.DUE, nudges.OBJECTION, nudges.UNTIED),
    leaves=life.left,
    zoned=life.arm_anew,
    wakes=life.arm_all,
)
