"""Where an objective stands, said on a day; and what becomes of it: kept, rewritten, moved, retired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.card import Outcome, Reply
from bot.context import Context
from bot.dates import Understood, understand
from bot.errors import Misfilled
from bot.features.goals import bound, life, lines, making, permits, private, routes, rules
from bot.features.goals.records import Assessment, Goal, Wording
from bot.fields import id_in
from bot.text import Text, Words, text
from bot.words import fold

AGO = {"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1, "avant-hier": 2}
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Value:
    """Where an objective (its id) stands: a number, a comment, the day it is of."""

    goal: str
    value: str
    comment: str
    date: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A new wording of an objective (its id), and why."""

    goal: str
    sentence: str
    indicator: str
    range: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Move:
    """A new date of an objective (its id)."""

    goal: str
    date: Understood


# ── assess ──────────────────────────────────────────────────────────────────────────────────────


def ask_assess(ctx: Context, press: routes.AskAssess) -> Outcome:
    """Open the form, with what the measure says now where there is one."""
    return ask(ctx, permits.changing(ctx, press.goal))


def ask(ctx: Context, goal: Goal, comment: str = "", day: str = "") -> Outcome:
    """The form that says where an objective stands."""
    now = bound.value(bound.reading(ctx, goal.measure))
    shown = rules.write_number(now, ctx.reader.language) if now is not None else ""
    values = {"goal": str(goal.id), "value": shown, "comment": comment, "date": day}
    return ctx.form("goal.value", values)


def assess(ctx: Context, asked: Value) -> Outcome:
    """Note where it stands; what Ronde read by itself is noted with how many it comes from."""
    return note(ctx, permits.changing(ctx, id_in(asked.goal)), asked)


def note(ctx: Context, goal: Goal, asked: Value) -> Outcome:
    """The same, once it is known which objective is meant. Raises Misfilled."""
    errors: dict[str, Text] = {}
    day = read_day(ctx, asked.date)
    if isinstance(day, Text):
        errors["date"], day = day, permits.today(ctx)
    measure = bound.reading(ctx, goal.measure) if day == permits.today(ctx) else None
    now = bound.value(measure)
    value = rules.read_value(asked.value, ctx.reader.language) if asked.value else now
    if not asked.value and value is None:
        errors["value"] = text("goal-value-missing")
    elif value is None:
        errors["value"] = text("goal-value-unclear", given=Words(asked.value[:40]))
    if errors or value is None:
        raise Misfilled(errors)
    read = measure is not None and now is not None and abs(now - value) < 0.05
    row = Assessment(
        goal_id=goal.id or 0,
        person_id=ctx.me,
        on_day=day.isoformat(),
        value=value,
        n=measure.n if measure is not None and read else None,
        comment=asked.comment,
        at=ctx.now,
    )
    ctx.db.add(row)
    life.keep(ctx, goal)
    share = rules.progress(goal.baseline, goal.target, value)
    shown = lines.number(value, goal.unit)
    if share is None:
        return Reply(private.one(ctx, goal, said=text("goal-noted", value=shown)))
    said = text("goal-noted-way", value=shown, way=lines.way(share))
    return Reply(private.one(ctx, goal, said=said))


def read_day(ctx: Context, words: str) -> date | Text:
    """A day that is not ahead: nothing is today; "yesterday", "12 November", "2026-11-12"."""
    today = permits.today(ctx)
    folded = fold(words.strip())
    if not folded:
        return today
    ago = next((days for said, days in AGO.items() if fold(said) == folded), None)
    if ago is not None:
        return today - timedelta(days=ago)
    if any(sign.isdigit() for sign in folded):  # a weekday alone means one that comes
        language, zone = ctx.reader.language, ctx.here.zone
        found = understand(words, now=ctx.now - FURTHEST, zone=zone, language=language)
        if isinstance(found, Understood) and found.wall.date() <= today:
            return found.wall.date()
    return text("goal-day-unclear", given=Words(words[:40]))


# ── review ──────────────────────────────────────────────────────────────────────────────────────


def ask_review(ctx: Context, press: routes.AskReview) -> Outcome:
    """The ways to go on with it."""
    return Reply(private.review(ctx, permits.changing(ctx, press.goal)))


def keep(ctx: Context, press: routes.Keep) -> Outcome:
    """It was looked at, and stays as it is; where its date is over, that is said."""
    goal = permits.changing(ctx, press.goal)
    goal.reviewed_at = ctx.now
    life.keep(ctx, goal)
    ctx.journal("goal.kept", routes.GoalCard(press.goal), sentence=goal.sentence)
    over = goal.due is not None and goal.due < permits.today(ctx)
    key = "goal-kept-over" if over else "goal-kept"
    return Reply(private.one(ctx, goal, said=text(key)), replace=True)


def ask_rewrite(ctx: Context, press: routes.AskRewrite) -> Outcome:
    """Open the form of a new wording, with the words that stand."""
    goal = permits.changing(ctx, press.goal)
    aims = goal.range
    return ctx.form(
        "goal.rewrite",
        {
            "goal": str(press.goal),
            "sentence": goal.sentence,
            "indicator": bound.written(goal.measure) if goal.measure else goal.indicator,
            "range": rules.write_range(aims, ctx.reader.language) if aims is not None else "",
            "kind": goal.kind,
        },
    )


def rewrite(ctx: Context, asked: Rewrite) -> Outcome:
    """A new wording takes the place of the old, which is kept; whoever objects has a week again."""
    goal = permits.changing(ctx, id_in(asked.goal))
    errors: dict[str, Text] = {}
    aim = making.read_aim(ctx, asked.indicator, asked.range, errors)
    there = making.same(ctx, asked.sentence, but=goal.id or 0)
    if there is not None:
        errors["sentence"] = text("goal-there", number=there.number)
    if errors:
        raise Misfilled(errors)
    before = Wording(
        goal_id=goal.id or 0,
        **{part: getattr(goal, part) for part in WORDED},
        why=asked.why,
        person_id=ctx.me,
        until=ctx.now,
    )
    goal.sentence, goal.kind = asked.sentence, asked.kind
    making.put_aim(goal, aim)
    if all(getattr(before, part) == getattr(goal, part) for part in WORDED):
        raise Misfilled({"sentence": text("goal-rewrite-same")})
    ctx.db.add(before)
    goal.posted_at, goal.settled_at, goal.reviewed_at = ctx.now, None, ctx.now
    life.keep(ctx, goal)
    life.arm(ctx, goal)
    card = routes.GoalCard(goal.id or 0)
    ctx.posts.show(goal.place_id, card.pack(), once=f"goal-{goal.id}-{before.id}")
    ctx.journal("goal.rewritten", card, before=before.sentence, after=goal.sentence, why=asked.why)
    day = lines.day_of(ctx, ctx.now + rules.OPEN_FOR)
    said = text("goal-rewritten", day=day)
    if life.deciding(ctx, goal) is not None:
        said = text("goal-rewritten-deciding")
    return Reply(private.one(ctx, goal, said=said))


WORDED = ("kind", "sentence", "indicator", "measure", "baseline", "target", "unit")
"""What a wording consists of."""


def ask_date(ctx: Context, press: routes.AskDate) -> Outcome:
    """Open the form of a new date."""
    permits.changing(ctx, press.goal)
    return ctx.form("goal.date", {"goal": str(press.goal)})


def move(ctx: Context, asked: Move) -> Outcome:
    """Give it another date; it stays in force."""
    goal = permits.changing(ctx, id_in(asked.goal))
    errors: dict[str, Text] = {}
    due = making.read_due(ctx, asked.date, errors)
    if errors or due is None:
        raise Misfilled(errors)
    before = goal.due_on or ""
    goal.due_on, goal.reviewed_at = due.isoformat(), ctx.now
    life.keep(ctx, goal)
    life.arm(ctx, goal)
    ctx.journal("goal.moved", routes.GoalCard(goal.id or 0), before=before, after=goal.due_on)
    return Reply(private.one(ctx, goal, said=text("goal-moved", day=lines.day(ctx, due))))


# ── retire ──────────────────────────────────────────────────────────────────────────────────────


def ask_retire(ctx: Context, press: routes.AskRetire) -> Outcome:
    """Open the form that retires it."""
    permits.changing(ctx, press.goal)
    return ctx.form("goal.end", {"goal": str(press.goal)})


def retire(ctx: Context, goal: Goal, why: str) -> Outcome:
    """It is pursued no more; what was said of it stays."""
    life.retire(ctx, goal, why)
    return Reply(private.one(ctx, goal))
