"""Impact: what the community brings, in figures; each with what it counts, and what it hides."""

from __future__ import annotations

from bot.command import (
    Command,
    Feature,
    Group,
    Kind,
    Named,
    Option,
    Parameter,
    Press,
    View,
)
from bot.features.impact import commands, routes, views

_PERIOD = Parameter("period", Named("period", "période"), longest=40, positional=True)

GROUP = Group(
    "impact",
    Named("impact", "bilan"),
    (
        Command(
            "impact.show",
            Named("show", "voir"),
            commands.Asked,
            commands.show,
            parameters=(_PERIOD,),
            check=commands.check,
        ),
        Command(
            "impact.export",
            Named("export", "exporter"),
            commands.Exported,
            commands.export,
            parameters=(
                _PERIOD,
                Parameter(
                    "format",
                    Named("format", "format"),
                    Kind.CHOICE,
                    default="md",
                    form=False,
                    options=(Option("md", Named("md", "md")), Option("csv", Named("csv", "csv"))),
                ),
            ),
            check=commands.check,
        ),
    ),
)

FEATURE = Feature(
    name="impact",
    groups=(GROUP,),
    presses=(
        Press(routes.Show, commands.again),
        Press(routes.Counted, commands.counted),
        Press(routes.SharedCounted, commands.shared_counted),
        Press(routes.AskShare, commands.ask_share),
        Press(routes.Publish, commands.publish),
        Press(routes.Export, commands.export_press),
    ),
    views=(View(routes.Shared, views.shared),),
    evidence=commands.evidence,
)
