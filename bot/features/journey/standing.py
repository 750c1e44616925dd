"""Where a community stands on its way: facts, thresholds and declarations, judged at reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import evidence
from bot.context import Context
from bot.evidence import Facts
from bot.features.journey import records, rules
from bot.features.journey.records import Declared
from bot.features.journey.rules import STEPS, Bars, Judgement, State
from storage import people


@dataclass(frozen=True, slots=True)
class Standing:
    """All that there is to say of the ten steps now."""

    facts: Facts
    bars: Bars
    declared: Mapping[int, Declared]
    judged: Mapping[int, Judgement]
    members: int

    @property
    def next(self) -> int | None:
        """The step that comes next."""
        return rules.next_step(self.judged)

    @property
    def states(self) -> dict[int, State]:
        """The state of each step."""
        return {number: found.state for number, found in self.judged.items()}


def standing(ctx: Context) -> Standing:
    """Where the community stands now."""
    here = ctx.here.id or 0
    facts = evidence.gathered(ctx)
    bars = records.bars(ctx.db, here)
    declared = records.declared(ctx.db, here, ctx.now)
    judged = {
        step.number: rules.judge(step, facts, bars, _said(declared.get(step.number)))
        for step in STEPS
    }
    return Standing(facts, bars, declared, judged, people.member_count(ctx.db, here))


def _said(found: Declared | None) -> State | None:
    return None if found is None else State(found.state)
