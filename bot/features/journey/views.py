"""How the journey looks: the path and its ten lines, one step, why it stands where it does."""

from __future__ import annotations

from bot.card import Block, Button, Buttons, Card, Choice, Note, Paragraph, Picker, Picture
from bot.command import Rank
from bot.context import Context
from bot.features.journey import doors, lines, picture, routes, rules
from bot.features.journey.rules import STEPS, Condition, Is
from bot.features.journey.standing import Standing, standing
from bot.text import Line, Words, joined, text


def path(now: Standing) -> Picture:
    """The picture of the path, made from states alone; its words have the same marks and the counts."""
    marks = joined(
        (Words(f"{number} {lines.SIGNS[state]}") for number, state in now.states.items()), "  "
    )
    says = joined((marks, lines.counted(now)), "\n")
    return Picture(picture.drawn(tuple(now.states.values())), says, "journey.png")


def overview(ctx: Context) -> Card:
    """The path, the next step with its button, the ten lines, and a way to each step."""
    here = ctx.here.id or 0
    now = standing(ctx)
    blocks: list[Block] = [path(now), Paragraph(lines.following(ctx, now))]
    if now.next is not None:
        blocks += _to_do(ctx, now.next, now)
    blocks += [Paragraph(lines.told(step.number, now, ctx)) for step in STEPS]
    blocks.append(_picker(here, now))
    return Card(text("journey-title"), tuple(blocks))


def glance(ctx: Context) -> tuple[Block, ...]:
    """What `/ronde` shows of it: the path, and the next step in one sentence."""
    now = standing(ctx)
    return (path(now), Paragraph(lines.following(ctx, now)))


def _picker(here: int, now: Standing) -> Picker:
    choices = tuple(
        Choice(
            str(number),
            text("journey-choice", number=number, title=lines.title(number)),
            detail=lines.state(found.state),
        )
        for number, found in now.judged.items()
    )
    return Picker(routes.Pick(here), text("journey-pick"), choices)


def _to_do(ctx: Context, number: int, now: Standing) -> list[Block]:
    """The one button of a step; a tip on paper where nothing opens it here, or not for this person."""
    door = doors.door(number, now)
    button = doors.button(ctx, door)
    if button is not None:
        return [Buttons((button,))]
    way = doors.way(ctx, door)
    if way is None:
        return [Paragraph(text(f"journey-tip-{number}"))]
    return [Note(text(f"needs-{way.who.name.lower()}"))]


def one(ctx: Context, number: int) -> Card:
    """A step: its line, the one thing to do, and the ways to see and to change why."""
    here = ctx.here.id or 0
    now = standing(ctx)
    blocks: list[Block] = [
        Paragraph(text(f"journey-about-{number}")),
        Paragraph(lines.told(number, now, ctx)),
        *_to_do(ctx, number, now),
    ]
    buttons = [Button(text("journey-why-button"), routes.Why(here, number))]
    if ctx.rank >= Rank.COORDINATOR:
        if number in now.declared:
            undo = routes.Undeclare(here, number)
            buttons.append(Button(text("journey-undeclare-button"), undo))
        else:
            ask = routes.AskDeclare(here, number)
            buttons.append(Button(text("journey-declare-button"), ask))
    buttons.append(Button(text("journey-button"), routes.Show(here)))
    title = text("journey-choice", number=number, title=lines.title(number))
    return Card(title, (*blocks, Buttons(tuple(buttons))))


def why(ctx: Context, number: int) -> Card:
    """Which facts stand beside which thresholds, and what follows."""
    here = ctx.here.id or 0
    now = standing(ctx)
    step = STEPS[number - 1]
    blocks: list[Block] = [Paragraph(lines.headed(number, now))]
    blocks.append(Paragraph(lines.why(ctx, number, now)))
    parts: tuple[tuple[str, Condition], ...] = (
        ("begun", step.begun),
        ("attention", step.attention),
        ("done", step.done),
    )
    for name, condition in parts:
        told = [line for leaf in _leaves(condition) if (line := lines.answered(leaf, now))]
        head: list[Line] = [text(f"journey-when-{name}")]
        blocks.append(Paragraph(joined([*head, *told], "\n")))
    blocks.append(Note(text("journey-order")))
    buttons = [Button(text("journey-step-button"), routes.OneStep(here, number))]
    if ctx.rank >= Rank.COORDINATOR and rules.bars_of(number):
        buttons.append(Button(text("journey-tuning-button"), routes.Tuning(here)))
    title = text("journey-why-title", number=number, title=lines.title(number))
    return Card(title, (*blocks, Buttons(tuple(buttons))))


def _leaves(condition: Condition) -> list[Is]:
    """Its comparisons, each once."""
    return list(dict.fromkeys(rules.leaves(condition)))
