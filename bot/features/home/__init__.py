"""Home: what awaits me, whatever feature it comes from, and help."""

from __future__ import annotations

from bot.command import Command, Feature, Group, Named, Press, Rank
from bot.features.home import commands, routes

GROUP = Group(
    "ronde",
    Named("ronde", "ronde"),
    (
        Command(
            "ronde.home", Named("home", "accueil"), commands.Nothing, commands.home, Rank.ANYONE
        ),
        Command("ronde.help", Named("help", "aide"), commands.Nothing, commands.help_, Rank.ANYONE),
    ),
    usual=True,
)

FEATURE = Feature(
    name="home",
    groups=(GROUP,),
    presses=(
        Press(routes.Home, commands.home_press),
        Press(routes.Help, commands.help_press),
        Press(routes.HelpPage, commands.help_page),
        Press(routes.Switch, commands.switch),
    ),
)
