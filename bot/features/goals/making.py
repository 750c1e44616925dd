"""Objectives written down: `/goal new`, what was understood of it, and what cannot be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot import access
from bot.card import Button, Buttons, Card, Facts, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Misfilled
from bot.features.goals import bound, life, lines, permits, records, routes, rules, views
from bot.features.goals.records import Goal
from bot.features.goals.rules import Range
from bot.measures import Measure, Unit
from bot.text import Text, Words, text
from bot.words import fold


@dataclass(frozen=True, slots=True)
class NewGoal:
    """An objective as it was asked for: what, seen by what, "12 → 30", by when, of which kind."""

    sentence: str
    indicator: str
    range: str
    date: Understood | None
    kind: str


@dataclass(frozen=True, slots=True)
class Aim:
    """What an indicator and "12 → 30" were understood as."""

    indicator: str
    measure: Measure | None
    range: Range | None


def read_aim(ctx: Context, indicator: str, words: str, errors: dict[str, Text]) -> Aim:
    """The indicator and the range; what cannot be used is said in `errors`, one sentence a field."""
    measure = bound.meant(ctx, indicator)
    if measure is None and bound.is_meant(indicator):
        known = ", ".join(one.id.upper() for one in bound.offered(ctx)) or "–"
        errors["indicator"] = text("goal-measure-unknown", known=Words(known))
    found = rules.read_range(words, ctx.reader.language) if words.strip() else None
    if words.strip() and found is None:
        errors["range"] = text("goal-range-unclear", given=Words(words[:40]))
    if found is not None and found.baseline == found.target:
        errors["range"] = text("goal-range-same", value=lines.number(found.target, found.unit))
    if found is not None and measure is not None:
        found = Range(found.baseline, found.target, bound.unit(measure, found.unit))
        ends = [end for end in (found.baseline, found.target) if end is not None]
        if measure.unit is Unit.SHARE and not all(0 <= end <= 100 for end in ends):
            errors["range"] = text("goal-range-share")
    return Aim("" if measure is not None else indicator.strip(), measure, found)


def read_due(ctx: Context, said: Understood | None, errors: dict[str, Text]) -> date | None:
    """The day meant, in whichever zone it was said; it lies ahead."""
    due = said.wall.date() if said is not None else None
    if due is not None and due <= permits.today(ctx):
        errors["date"] = text("goal-date-past")
    return due


def same(ctx: Context, sentence: str, but: int = 0) -> Goal | None:
    """The objective that says the same already."""
    standing = records.standing(ctx.db, ctx.here.id or 0)
    return next((g for g in standing if g.id != but and fold(g.sentence) == fold(sentence)), None)


def check(ctx: Context, asked: NewGoal) -> None:
    """Refuse what is no objective, one sentence a field. Raises Misfilled or Forbidden."""
    access.require(ctx, Rank.MEMBER)
    errors: dict[str, Text] = {}
    read_aim(ctx, asked.indicator, asked.range, errors)
    read_due(ctx, asked.date, errors)
    there = same(ctx, asked.sentence)
    if there is not None:
        errors["sentence"] = text("goal-there", number=there.number)
    if errors:
        raise Misfilled(errors)


def _made(ctx: Context, asked: NewGoal, place: int) -> tuple[Goal, Measure | None]:
    """The objective that was asked for, not yet kept."""
    errors: dict[str, Text] = {}
    aim = read_aim(ctx, asked.indicator, asked.range, errors)
    due = read_due(ctx, asked.date, errors)
    goal = Goal(
        community_id=ctx.here.id or 0,
        number=records.next_number(ctx.db, ctx.here.id or 0),
        place_id=place,
        author_id=ctx.me,
        kind=asked.kind,
        sentence=asked.sentence,
        due_on=due.isoformat() if due is not None else None,
        made_at=ctx.now,
        posted_at=ctx.now,
    )
    put_aim(goal, aim)
    return goal, aim.measure


def put_aim(goal: Goal, aim: Aim) -> None:
    """What was understood becomes what the objective says."""
    goal.indicator, goal.measure = aim.indicator, aim.measure.id if aim.measure else ""
    goal.baseline = aim.range.baseline if aim.range else None
    goal.target = aim.range.target if aim.range else None
    counted = bound.unit(aim.measure, "") if aim.measure else ""
    goal.unit = aim.range.unit if aim.range else counted


def exact(ctx: Context, asked: NewGoal) -> dict[str, str]:
    """What a preview understood, in words that mean the same tomorrow."""
    del ctx
    return {"date": asked.date.wall.date().isoformat()} if asked.date is not None else {}


def preview(ctx: Context, asked: NewGoal) -> Card:
    """What will be posted, as it was understood; and what it lacks to count as whole."""
    goal, measure = _made(ctx, asked, 0)
    rows = views.plan(ctx, goal)
    if measure is not None:
        rows.append((text("goal-now"), bound.said(measure, goal.unit)))
    notes = [Note(text("goal-posted-how", day=lines.day_of(ctx, ctx.now + rules.OPEN_FOR)))]
    if measure is not None and (about := bound.definition(measure.id)) is not None:
        notes.append(Note(about))
    if lacking := lacks(goal):
        notes.append(Note(lacking))
    facts = (Facts(tuple(rows)),) if rows else ()
    return Card(views.title(goal), (*facts, *notes))


def lacks(goal: Goal) -> Text | None:
    """What an objective wants to be whole; None where nothing is lacking."""
    missing = [
        text(f"goal-lacks-{what}")
        for what, there in (
            ("indicator", bool(goal.indicator or goal.measure)),
            ("target", goal.target is not None),
            ("date", goal.due_on is not None),
        )
        if not there
    ]
    if not missing:
        return None
    first = missing[0]
    for one in missing[1:]:
        first = text("goal-lacks-and", first=first, second=one)
    return text("goal-lacks", what=first)


def new(ctx: Context, asked: NewGoal) -> Outcome:
    """The objective is posted: whoever objects has a week to say so."""
    place = ctx.publishing_place()
    goal, _ = _made(ctx, asked, place.id or 0)
    ctx.db.add(goal)
    ctx.db.flush()
    card = routes.GoalCard(goal.id or 0)
    ctx.posts.show(place.id or 0, card.pack(), once=f"goal-{goal.id}")
    life.arm(ctx, goal)
    day = lines.day_of(ctx, goal.posted_at + rules.OPEN_FOR)
    more = Button(text("goal-button-details"), routes.Show(goal.id or 0))
    said = text("goal-made", number=goal.number, day=day)
    return Reply(Card(None, (Paragraph(said), Buttons((more,)))))
