"""The ten-step journey: where a community stands, worked out from what happened, and what comes next."""

from __future__ import annotations

from datetime import datetime

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
from bot.features.journey import (
    commands,
    doors,
    nudges,
    proceedings,
    retro,
    retro_routes,
    retro_views,
    routes,
    tasks,
    tuning,
)
from bot.features.journey.rules import STEPS
from bot.news import News, Section
from bot.text import Words, text

GROUP = Group(
    "journey",
    Named("journey", "étapes"),
    (
        Command("journey.show", Named("show", "voir"), commands.Nothing, commands.show),
        Command(
            "journey.retro",
            Named("retro", "rétro"),
            retro.Retro,
            retro.open_one,
            Rank.MEMBER,
            (
                Parameter(
                    "subject",
                    Named("subject", "sujet"),
                    required=True,
                    longest=retro.LONGEST_SUBJECT,
                    positional=True,
                ),
            ),
            preview=retro.preview,
            start=retro.start,
            check=retro.check,
            publishes=True,
            bare=retro.bare,
        ),
    ),
)

_RETRO = Parameter("retro", Named("retro", "rétro"), form=False)
_COMMUNITY = Parameter("community", Named("community", "communauté"), form=False)

FORMS = (
    Command(
        "journey.threshold",
        Named("threshold", "seuil"),
        tuning.Threshold,
        tuning.change,
        Rank.ANYONE,  # the handlers judge, once they know which community is meant
        (
            _COMMUNITY,
            Parameter("bar", Named("which", "lequel"), form=False),
            Parameter("level", Named("level", "niveau"), required=True, longest=10),
        ),
    ),
    Command(
        "journey.declare",
        Named("declare", "déclarer"),
        tuning.Declare,
        tuning.declare,
        Rank.ANYONE,
        (
            _COMMUNITY,
            Parameter("number", Named("step", "étape"), form=False),
            Parameter(
                "state",
                Named("state", "état"),
                Kind.CHOICE,
                required=True,
                options=(
                    Option("done", Named("done", "fait")),
                    Option("in-progress", Named("in-progress", "en-cours")),
                    Option("attention", Named("attention", "à-surveiller")),
                    Option("not-started", Named("not-started", "à-commencer")),
                ),
            ),
            Parameter(
                "reason",
                Named("reason", "raison"),
                required=True,
                longest=tuning.LONGEST_REASON,
            ),
        ),
    ),
    Command(
        "retro.say",
        Named("say", "dire"),
        retro.Added,
        retro.add,
        Rank.ANYONE,
        (
            _RETRO,
            *(
                Parameter(
                    kind, names, Kind.LIST, longest=retro.LONGEST, least=0, most=retro.MOST_LINES
                )
                for kind, names in (
                    ("keep", Named("keep", "garder")),
                    ("stop", Named("stop", "arrêter")),
                    ("start", Named("start", "commencer")),
                )
            ),
            Parameter(
                "about",
                Named("about", "à-propos"),
                Kind.CHOICE,
                default="0",
                options=tuple(
                    Option(number, Named(number, number))
                    for number in ("0", *(str(step.number) for step in STEPS))
                ),
            ),
        ),
    ),
    Command(
        "retro.ask",
        Named("ask", "demander"),
        retro.NewTask,
        retro.add_task,
        Rank.ANYONE,
        (
            _RETRO,
            Parameter("words", Named("what", "quoi"), required=True, longest=retro.LONGEST),
            Parameter("owner", Named("who", "qui"), required=True, longest=100),
            Parameter("due", Named("due", "échéance"), Kind.DATE, required=True),
        ),
    ),
)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """A retrospective that waits for what people see (feature 18 A1)."""
    found = proceedings.newest(ctx.db, ctx.here.id or 0, is_open=True)
    if found is None:
        return ()
    number = found.id or 0
    card, opens = retro_routes.Board(number), retro_routes.Items(number, 0)
    fresh = found.opened_at >= since
    words = Words(found.subject)
    return (News(Section.DECIDE, words, text("retro-news"), card, opens, fresh=fresh),)


FEATURE = Feature(
    name="journey",
    groups=(GROUP,),
    forms=FORMS,
    presses=(
        Press(routes.Show, commands.show_press),
        Press(routes.Pick, commands.pick),
        Press(routes.OneStep, commands.one),
        Press(routes.Why, commands.why),
        Press(routes.Go, doors.go),
        Press(routes.Tuning, tuning.show),
        Press(routes.AskBar, tuning.ask),
        Press(routes.AskDeclare, tuning.ask_declare),
        Press(routes.Undeclare, tuning.undeclare),
        Press(retro_routes.Latest, retro.latest),
        Press(retro_routes.Add, retro.ask),
        Press(retro_routes.Items, retro.show),
        Press(retro_routes.Close, retro.close),
        Press(retro_routes.AskTask, retro.ask_task),
        Press(retro_routes.Tasks, retro.show_tasks),
        Press(retro_routes.PickTask, tasks.pick),
        Press(retro_routes.ShowTask, tasks.show),
        Press(retro_routes.Finish, tasks.finish),
        Press(retro_routes.LinkChange, tasks.link),
        Press(retro_routes.Unlink, tasks.unlink),
        Press(retro_routes.Remind, tasks.remind, clock=True),
        Press(routes.Watch, nudges.watch, clock=True, routine=True),
    ),
    views=(
        View(retro_routes.Board, retro_views.board),
        View(retro_routes.TaskDue, retro_views.due),
    ),
    awaits=retro_views.awaits,
    evidence=tasks.facts,
    news=news,
    tells=nudges.tells,
    handover=retro_views.handover,
    tuning=tuning.tuning,
    founds=nudges.found,
    wakes=nudges.wake,
    nudges=nudges.conditions,
    nudge_rules=(nudges.RULE,),
)
