"""What the journey says of a step: its state, its figures, and one sentence why."""

from __future__ import annotations

from math import floor

from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.journey import rules
from bot.features.journey.rules import SHARES, STEPS, Is, Sign, State
from bot.features.journey.standing import Standing
from bot.measures import FEWEST
from bot.text import Line, Moment, Style, Text, Words, joined, text

SIGNS = {State.NOT_STARTED: "○", State.IN_PROGRESS: "◐", State.DONE: "✓", State.ATTENTION: "▲"}
"""What is seen of a state; the words beside it say the same."""

FLAGS = frozenset({Fact.CHARTER_ADOPTED, Fact.CHARTER_REVIEW_PASSED, Fact.DIGEST_ON})

PARTS = frozenset(
    {
        *(Fact.WHY_SHARE, Fact.MEETING_BEST_SHARE, Fact.ROLES_BALANCE, Fact.CHARTER_COVERAGE),
        *(Fact.POLL_BEST_TURNOUT_30, Fact.POLL_BEST_TURNOUT_MONTH_1),
        *(Fact.POLL_BEST_TURNOUT_MONTH_2, Fact.ACTIVE_SHARE_30, Fact.ACTIVE_SHARE_MONTH_1),
        *(Fact.ACTIVE_SHARE_MONTH_2, Fact.ACTIONS_DONE_SHARE_180),
    }
)
"""Facts that are shares."""

BEHAVIOUR = frozenset({Fact.ACTIVE_SHARE_30, Fact.ACTIVE_SHARE_MONTH_1, Fact.ACTIVE_SHARE_MONTH_2})
"""Shares that say how members behave: not said of fewer than five (R10)."""


def title(number: int) -> Text:
    """What a step is called."""
    return text(f"journey-step-{number}")


def state(found: State) -> Text:
    """A state: its sign, and its word."""
    return text("journey-state", sign=SIGNS[found], word=text(f"journey-state-{found}"))


def headed(number: int, now: Standing) -> Text:
    """A step and its state, in bold."""
    return text(
        "journey-headed",
        number=number,
        title=title(number),
        state=state(now.judged[number].state),
    )


def told(number: int, now: Standing, ctx: Context) -> Line:
    """A step's line: its state, the figures behind it, and why."""
    return text(
        "journey-line",
        head=headed(number, now),
        figures=figures(number, now),
        why=why(ctx, number, now),
    )


# ── figures ─────────────────────────────────────────────────────────────────────────────────────


def figures(number: int, now: Standing) -> Line:
    """The figures that a step is waiting for, beside what is needed."""
    step = STEPS[number - 1]
    begun = now.judged[number].state is not State.NOT_STARTED
    leaves = list(rules.leaves(step.done if begun else step.begun))
    return joined(_needed(leaf, now) for leaf in leaves)


def _needed(leaf: Is, now: Standing) -> Text:
    name = fact_name(leaf.fact)
    value = figure(leaf.fact, now)
    if leaf.fact in FLAGS or leaf.bar == 1:
        return text("journey-figure", name=name, value=value)
    return text("journey-figure-needed", name=name, value=value, bar=bar(leaf, now))


def fact_name(fact: Fact) -> Text:
    """What a fact is called."""
    return text(f"journey-fact-{fact}")


def figure(fact: Fact, now: Standing) -> Line:
    """A fact's value in words; what too few people stand behind is not told."""
    value = now.facts.get(fact)
    if fact in FLAGS:
        return text("journey-yes" if value else "journey-no")
    if fact in PARTS:
        if value is None:
            return text("journey-unknown")
        if fact in BEHAVIOUR and 0 < round(value * now.members) < FEWEST:
            return text("journey-too-few")
        return text("journey-share", value=percent(value))
    if fact is Fact.CORE_ACTIVE:  # whoever reads it may know all three
        enough = (value or 0) >= now.bars["core-active"]
        return text("journey-enough" if enough else "journey-not-enough")
    if fact is Fact.LIBRARY_NEWEST_DAYS and value is None:
        return text("journey-unknown")
    return Words(str(count(now.facts, fact)))


def bar(leaf: Is, now: Standing) -> Line:
    """What a figure stands beside."""
    return said_bar(leaf.bar, leaf.level(now.bars))


def said_bar(name: str | float, level: float) -> Line:
    """A threshold in words."""
    return text("journey-share", value=percent(level)) if name in SHARES else Words(f"{level:g}")


def percent(share: float) -> int:
    """A share in whole per cent, never more than it is."""
    return floor(share * 100 + 1e-9)


def count(facts: Facts, fact: Fact) -> int:
    """A fact that counts; what is not there is none."""
    return floor(facts.get(fact, 0))


# ── why ─────────────────────────────────────────────────────────────────────────────────────────


def why(ctx: Context, number: int, now: Standing) -> Line:
    """One sentence: what decided the state, or who declared it, why, and until when."""
    found = now.judged[number]
    declared = now.declared.get(number)
    if declared is not None:
        who = ctx.mention(declared.person_id) if declared.person_id else text("journey-somebody")
        until = Moment(declared.until, ctx.here.zone, Style.DAY)
        return text("journey-declared", who=who, until=until, reason=declared.reason)
    if found.because is None:
        return text("journey-met")
    fact = found.because.fact
    value, needed = figure(fact, now), bar(found.because, now)
    if found.state is State.NOT_STARTED:
        return text(f"journey-begins-{number}", bar=needed)
    if found.state is State.ATTENTION:
        return text(f"journey-alarm-{number}-{fact}", value=value, bar=needed)
    return text(f"journey-lacks-{fact}", value=value, bar=needed)


def answered(leaf: Is, now: Standing) -> Text | None:
    """A comparison in figures, and whether it holds; None where it compares with nothing."""
    if leaf.sign is Sign.AT_LEAST and leaf.bar == 0:
        return None
    return text(
        f"journey-compared-{leaf.sign}",
        name=fact_name(leaf.fact),
        value=figure(leaf.fact, now),
        bar=bar(leaf, now),
        so=text("journey-yes" if leaf.holds(now.facts, now.bars) else "journey-no"),
    )


def following(ctx: Context, now: Standing) -> Text:
    """The next step in one sentence."""
    number = now.next
    if number is None:
        return text("journey-next-none")
    return text("journey-next", number=number, title=title(number), why=why(ctx, number, now))


def counted(now: Standing) -> Text:
    """How many steps are in each state."""
    states = list(now.states.values())
    return text(
        "journey-counted",
        done=states.count(State.DONE),
        progress=states.count(State.IN_PROGRESS),
        attention=states.count(State.ATTENTION),
        left=states.count(State.NOT_STARTED),
    )
