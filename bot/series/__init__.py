"""What comes again: any command with a parameter that says when can be set to come again.

It stands in the core, and not among the features, because polls and meetings both come again.
"""

from __future__ import annotations

from bot.command import Feature, Press, View
from bot.series import commands, making, routes, views
from bot.series.commands import begin, count, of, page_of
from bot.series.phrases import complete, suggest
from bot.series.planning import Planned, comes_again, read
from bot.series.routes import Listing, Show
from bot.series.views import card, dates, preview

__all__ = [
    "FEATURE",
    "Listing",
    "Planned",
    "Show",
    "begin",
    "card",
    "comes_again",
    "complete",
    "count",
    "dates",
    "of",
    "page_of",
    "preview",
    "read",
    "suggest",
]

FEATURE = Feature(
    name="series",
    presses=(
        Press(routes.Show, commands.show),
        Press(routes.Listing, commands.listing),
        Press(routes.Pause, commands.pause),
        Press(routes.Resume, commands.resume),
        Press(routes.Skip, commands.skip),
        Press(routes.BringBack, commands.bring_back),
        Press(routes.Stop, commands.stop),
        Press(routes.Edit, commands.edit),
        Press(routes.Make, making.make, clock=True),
    ),
    views=(
        View(routes.Halted, views.halted),
        View(routes.Inherited, views.inherited),
        View(routes.Quiet, views.quiet),
    ),
    awaits=commands.awaits,
    wakes=commands.derive_anew,
    leaves=commands.pass_on,
)
