"""The digest: once a week, what is new and what awaits the community; and what awaits me."""

from __future__ import annotations

from bot.command import Feature, Press, View
from bot.features.digest import commands, nudges, routes, views

FEATURE = Feature(
    name="digest",
    presses=(
        Press(routes.Tuning, commands.show),
        Press(routes.Choose, commands.choose),
        Press(routes.Preview, commands.preview),
        Press(routes.Ask, commands.ask),
        Press(routes.Weekly, nudges.weekly, clock=True),
    ),
    views=(View(routes.Digest, views.digest), View(routes.Personal, views.personal)),
    mine=commands.mine,
    tuning=commands.tuning,
    evidence=commands.evidence,
    wakes=nudges.wake,
    zoned=nudges.set_clock,
)
