"""Rehearsal: who will serve, and how much people will hear, before it happens."""

from __future__ import annotations

from bot.command import Command, Feature, Group, Named, Parameter, Rank
from bot.features.rehearsal import commands

GROUP = Group(
    "ronde",
    Named("ronde", "ronde"),
    (
        Command(
            "ronde.rehearse",
            Named("rehearse", "répétition"),
            commands.Rehearse,
            commands.rehearse,
            Rank.FACILITATOR,
            (Parameter("length", Named("length", "durée"), longest=40, positional=True),),
            check=commands.check,
        ),
    ),
    usual=True,
)

FEATURE = Feature(name="rehearsal", groups=(GROUP,))
