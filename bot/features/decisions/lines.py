"""Lines that several cards of decisions say: what it is called, its state, its answers."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from bot import proposals
from bot.context import Context
from bot.dates import say_day
from bot.errors import Malformed, Refusal
from bot.features.decisions import records, roll, rules
from bot.features.decisions.records import Decision, Objection, Round
from bot.text import NAMES_SHOWN, Line, Moment, Style, Text, Words, joined, listed, text
from scheduling.calendar import local

ORDER = (*rules.ANSWERS, *rules.REVIEWS)


def code(decision: Decision) -> str:
    """D-2026-007; empty for what was never adopted."""
    if decision.year is None or decision.ordinal is None:
        return ""
    return rules.code(decision.year, decision.ordinal)


def called(decision: Decision) -> str:
    """Its code, where it has one, and its title."""
    return f"{code(decision)} {decision.title}".strip()


def name(decision: Decision) -> Words:
    """The same, as a line."""
    return Words(called(decision))


def today(ctx: Context) -> date:
    """The day that it is for the community."""
    return local(ctx.now, ctx.here.zone).date()


def day(ctx: Context, on: date) -> Words:
    """A day of the community, whatever the reader's zone: it is no instant."""
    return Words(say_day(on, ctx.reader.language))


def overdue(ctx: Context, decision: Decision) -> bool:
    """Whether its review is over and done by nobody."""
    due = decision.review_day
    return decision.in_force and due is not None and today(ctx) > due


def words_of(ctx: Context, decision: Decision, number: int) -> str:
    """The text of one version."""
    found = records.version(ctx.db, decision.id or 0, number)
    return found.words if found is not None else ""


def about(ctx: Context, decision: Decision) -> Line | None:
    """What it is about, where it is about another feature's thing that is still there."""
    if not decision.about:
        return None
    with suppress(Malformed, Refusal):
        return text("decision-about", thing=proposals.proposed(ctx, decision.about).line)
    found = proposals.called(ctx, decision.about)
    return text("decision-about", thing=found) if found is not None else None


def state(ctx: Context, decision: Decision) -> list[Line]:
    """Where it stands, and what holds meanwhile."""
    said: list[Line] = []
    found = records.open_round(ctx.db, decision.id or 0)
    if decision.state == records.ADOPTED or (decision.in_force and decision.adopted_at):
        assert decision.adopted_at is not None
        said.append(
            text(
                "decision-in-force",
                version=decision.adopted_version or 1,
                at=Moment(decision.adopted_at, ctx.here.zone, Style.DAY),
            )
        )
        due = decision.review_day
        if due is not None:
            late = overdue(ctx, decision)
            key = "decision-due-over" if late else "decision-due-by"
            said.append(text(key, day=day(ctx, due)))
    if decision.is_unfollowed:
        said.append(text("decision-unfollowed"))
    if decision.state == records.ENDED and decision.ended_at is not None:
        at = Moment(decision.ended_at, ctx.here.zone, Style.DAY)
        said.append(text("decision-state-ended", code=code(decision), at=at))
    elif decision.state not in (records.ADOPTED, records.ROUND):
        said.append(text(f"decision-state-{decision.state}", version=decision.version))
    if found is not None:
        said.append(
            text(
                f"decision-state-{found.kind}",
                version=found.version,
                at=Moment(found.closes_at, found.zone),
            )
        )
    return said


def turnout(seen: roll.Tally, found: Round) -> Line:
    """How many of the roll answered; in a consent round, how many are needed."""
    if found.kind == "review":
        return text("decision-answered", count=seen.answered, roll=seen.asked)
    least = rules.needed(seen.asked, found.quorum)
    return text("decision-turnout", count=seen.answered, roll=seen.asked, needed=least)


def counts(seen: roll.Tally) -> Line | None:
    """How many gave each answer."""
    given = [
        text(f"decision-count-{kind}", count=seen.kinds[kind]) for kind in ORDER if seen.kinds[kind]
    ]
    return joined(given) if given else None


def verdict(ctx: Context, decision: Decision, found: Round, seen: roll.Tally) -> Text:
    """How a round ended, in a sentence."""
    if found.state == "replaced":
        return text("decision-round-replaced", version=found.version)
    if found.outcome == rules.Verdict.ADOPTED:
        held = decision.adopted_version == found.version and decision.ended_at is not None
        key = "decision-verdict-ended" if held else "decision-verdict-adopted"
        return text(key, code=code(decision), version=found.version)
    if found.outcome == rules.Verdict.UNDECIDED:
        least = rules.needed(seen.asked, found.quorum)
        return text("decision-verdict-undecided", count=seen.answered, needed=least)
    if found.outcome == rules.Verdict.OBJECTED:
        return text("decision-verdict-objected", count=seen.objections)
    return text(f"decision-verdict-{found.outcome}", code=code(decision))


def objection(ctx: Context, one: Objection) -> Line:
    """Who objects, why, and how it was closed."""
    said: list[Line] = [
        text("decision-objection", name=ctx.mention(one.person_id), words=one.words)
    ]
    if one.left_at is not None:
        said.append(text("decision-objection-left"))
    if one.state in ("integrated", "outside", "gone"):
        by = ctx.mention(one.closed_by) if one.closed_by else Words("?")
        said.append(text(f"decision-objection-{one.state}", by=by, reason=one.reason))
    elif one.state == "lifted":
        said.append(text("decision-objection-lifted"))
    return joined(said, " ")


def names(ctx: Context, persons: list[int]) -> Line:
    """Names, cut at fifteen: "Ann, Ben + 12 others"."""
    shown = [ctx.mention(person) for person in persons[:NAMES_SHOWN]]
    return listed(shown, more=len(persons) - len(shown))
