"""Nudges: one thing to do at a time, for whoever facilitates."""

from __future__ import annotations

from bot import nudging
from bot.command import Command, Feature, Group, Kind, Named, Parameter, Press, View
from bot.features.nudges import commands, nudges, routes, views

GROUP = Group(
    "ronde",
    Named("ronde", "ronde"),
    (
        Command(
            "ronde.nudges",
            Named("nudges", "coups-de-pouce"),
            commands.Asked,
            commands.show,
            parameters=(Parameter("preview", Named("preview", "aperçu"), Kind.FLAG, form=False),),
        ),
    ),
    usual=True,
)

FEATURE = Feature(
    name="nudges",
    groups=(GROUP,),
    presses=(
        Press(routes.Snooze, commands.snooze),
        Press(routes.Stop, commands.stop),
        Press(routes.Waiting, commands.waiting),
        Press(routes.Preview, commands.preview),
        Press(routes.Rules, commands.list_rules),
        Press(routes.Switch, commands.switch),
        Press(nudging.Begin, nudging.begin),
        Press(routes.Round, nudges.go_round, clock=True, routine=True),
    ),
    views=(View(routes.Told, views.told),),
    awaits=views.awaits,
    tuning=views.tuning,
    founds=nudges.found,
    zoned=nudges.arm_anew,
    wakes=nudges.arm_all,
)
