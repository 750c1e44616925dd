"""What serves an objective: a thing tied to some, or in one go all that is tied to none."""

from __future__ import annotations

from bot import access, ties
from bot.card import Block, Button, Buttons, Card, Choice, Note, Outcome, Paragraph, Picker, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.features.goals import lines, permits, records, routes
from bot.features.goals.records import Goal
from bot.route import Route
from bot.text import Line, Text, text
from bot.ties import Tieable

MOST = 25
"""What a list to choose from holds on Discord."""


def beside(ctx: Context, thing: Route) -> tuple[Button, ...]:
    """The button beside a resource, a poll, a meeting: only where there are objectives."""
    if ctx.member is None or not records.standing(ctx.db, ctx.here.id or 0):
        return ()
    return (Button(text("goal-button-tie"), routes.AskTie(thing.pack())),)


def _thing(ctx: Context, packed: str) -> Tieable:
    access.require(ctx, Rank.MEMBER)
    return access.there(ties.meant(ctx, packed))


def _picked(ctx: Context) -> list[str]:
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    return [one for one in chosen.split("\n") if one]


# ── one thing ───────────────────────────────────────────────────────────────────────────────────


def ask_tie(ctx: Context, press: routes.AskTie) -> Outcome:
    """To which objectives a thing is tied, to choose others."""
    return Reply(_ties(ctx, _thing(ctx, press.thing)))


def _ties(ctx: Context, thing: Tieable, said: Text | None = None) -> Card:
    here = ctx.here.id or 0
    standing = records.standing(ctx.db, here)[:MOST]
    if not standing:
        return Card(thing.line, (Paragraph(text("goal-none")),))
    tied = records.goals_of(ctx.db, here, thing.thing.pack())
    choices = tuple(
        Choice(str(goal.id), _suggested(goal), chosen=goal.id in tied) for goal in standing
    )
    picker = Picker(
        routes.Tie(thing.thing.pack()), text("goal-tie-which"), choices, least=0, most=len(choices)
    )
    lead: list[Block] = [Note(said)] if said is not None else []
    return Card(thing.line, (*lead, Paragraph(text("goal-tie-asks")), picker))


def _suggested(goal: Goal) -> Line:
    return text("goal-suggestion", number=goal.number, name=lines.name(goal))


def tie(ctx: Context, press: routes.Tie) -> Outcome:
    """A thing is tied to the objectives that were picked, and to no other; nothing is asked of anyone."""
    thing = _thing(ctx, press.thing)
    here, packed = ctx.here.id or 0, thing.thing.pack()
    before, chosen = records.goals_of(ctx.db, here, packed), set(_picked(ctx))
    count = 0
    for goal in records.standing(ctx.db, here):
        number = goal.id or 0
        if str(number) in chosen:
            records.tie(ctx.db, number, packed, ctx.me, ctx.now)
            count += 1
        elif number in before:
            records.untie(ctx.db, number, packed)
    said = text("goal-tie-done", count=count)
    return Reply(_ties(ctx, thing, said), replace=True)


# ── in a batch ──────────────────────────────────────────────────────────────────────────────────


def untied(ctx: Context) -> list[Tieable]:
    """What is tied to no objective that stands, newest first."""
    known = records.all_things(ctx.db, ctx.here.id or 0)
    return [one for one in ties.tieable(ctx) if one.thing.pack() not in known]


def _gathering(ctx: Context) -> None:
    access.require(ctx, Rank.MEMBER)
    if not permits.may_gather(ctx):
        raise Forbidden(text("goal-ties-not-yours"))


def ask_ties(ctx: Context, press: routes.AskTies) -> Outcome:
    """What is tied to nothing, to choose from; first for which objective, if there are several."""
    if press.goal:
        goal = permits.standing(ctx, press.goal)
        _gathering(ctx)
        return Reply(_batch(ctx, goal))
    _gathering(ctx)
    standing = records.standing(ctx.db, ctx.here.id or 0)[:MOST]
    if not standing:
        raise Refusal(text("goal-none"))
    if len(standing) == 1:
        return Reply(_batch(ctx, standing[0]))
    choices = tuple(Choice(str(goal.id), _suggested(goal)) for goal in standing)
    pick = Picker(routes.PickTies(), text("goal-which-label"), choices)
    return Reply(Card(None, (Paragraph(text("goal-ties-which")), pick)))


def pick_ties(ctx: Context, press: routes.PickTies) -> Outcome:
    """The objective was picked."""
    del press
    chosen = next(iter(_picked(ctx)), "")
    number = int(chosen) if chosen.isdecimal() and len(chosen) < 12 else 0
    goal = permits.standing(ctx, number)
    _gathering(ctx)
    return Reply(_batch(ctx, goal), replace=True)


def _batch(ctx: Context, goal: Goal, said: Text | None = None) -> Card:
    there = untied(ctx)
    lead: list[Block] = [Note(said)] if said is not None else []
    back = Buttons((Button(text("goal-button-details"), routes.Show(goal.id or 0)),))
    title = text("goal-ties-title")
    if not there:
        return Card(title, (*lead, Paragraph(text("goal-ties-none")), back))
    choices = tuple(Choice(one.thing.pack(), one.line) for one in there[:MOST])
    picker = Picker(
        routes.TieAll(goal.id or 0), text("goal-ties-label"), choices, most=len(choices)
    )
    asks = Paragraph(text("goal-ties-asks", name=lines.name(goal)))
    rest = len(there) - len(choices)
    more = [Note(text("goal-ties-rest", count=rest))] if rest else []
    return Card(title, (*lead, asks, picker, *more, back))


def tie_all(ctx: Context, press: routes.TieAll) -> Outcome:
    """All that was picked is tied to one objective; the rest is offered again."""
    goal = permits.standing(ctx, press.goal)
    _gathering(ctx)
    count = 0
    for packed in _picked(ctx)[:MOST]:
        found = ties.meant(ctx, packed)
        if found is not None:
            records.tie(ctx.db, press.goal, found.thing.pack(), ctx.me, ctx.now)
            count += 1
    if not count:
        raise access.unknown_thing()
    ctx.journal("goal.tied", routes.GoalCard(press.goal), count=str(count))
    return Reply(_batch(ctx, goal, text("goal-ties-done", count=count)), replace=True)
