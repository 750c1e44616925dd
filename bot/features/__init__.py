"""What the bot does: the list of features, in the order in which people meet them."""

from __future__ import annotations

from dataclasses import replace

from bot import series
from bot.command import Feature, Group, Shortcut
from bot.features import (
    charter,
    community,
    decisions,
    digest,
    goals,
    home,
    impact,
    journey,
    meetings,
    nudges,
    people,
    polls,
    rehearsal,
    resources,
    roles,
)

FEATURES: tuple[Feature, ...] = (
    home.FEATURE,
    community.FEATURE,
    polls.FEATURE,
    meetings.FEATURE,
    resources.FEATURE,
    roles.FEATURE,
    people.FEATURE,
    decisions.FEATURE,
    charter.FEATURE,
    goals.FEATURE,
    rehearsal.FEATURE,
    series.FEATURE,
    impact.FEATURE,
    digest.FEATURE,
    nudges.FEATURE,
    journey.FEATURE,
)


def groups_of(features: tuple[Feature, ...]) -> tuple[tuple[Group, ...], tuple[Shortcut, ...]]:
    """All slash commands and message shortcuts: one group a name, what features add to it merged."""
    found: dict[str, Group] = {}
    for group in (group for feature in features for group in feature.groups):
        if group.name in found:
            earlier = found[group.name]
            group = replace(earlier, commands=(*earlier.commands, *group.commands))
        found[group.name] = group
    return tuple(found.values()), tuple(s for feature in features for s in feature.shortcuts)
