"""How nudges look: one to act on, all that wait, what would go out, and the rules."""

from __future__ import annotations

from bot import access, nudging
from bot.card import Block, Button, Buttons, Card, Facts, Note, Paragraph
from bot.command import Awaiting, Rank
from bot.context import Context
from bot.dates import say_day
from bot.features.nudges import nudges, records, routes, rules
from bot.features.nudges.records import Telling
from bot.nudging import Nudge
from bot.route import Route
from bot.text import Joined, Line, Moment, Style, Words, text
from scheduling.calendar import local
from storage.posts import shown_notice
from storage.terms import FACILITATION

MOST = 7


def told(ctx: Context, route: routes.Told) -> Card | None:
    """One nudge: why now, what to do, and how to be left alone. Judged again before it is sent."""
    made = records.telling(ctx.db, route.telling)
    if made is None or ctx.person is None or made.person_id != ctx.me:
        return None
    ref = (made.rule, made.about)
    nudge = next((n for n in nudges.holding(ctx) if (n.rule, n.about.pack()) == ref), None)
    if not shown_notice(ctx.db, ctx.me, route.pack()):
        if nudge is None or access.on_duty(ctx, made.role) != ctx.me:
            return None
    return Card(text("nudge-title"), tuple(_blocks(ctx, made, nudge)))


def _blocks(ctx: Context, made: Telling, nudge: Nudge | None) -> list[Block]:
    if made.stopped_at is not None:
        return [Paragraph(text("nudge-stopped", rule=rule_name(made.rule)))]
    if nudge is None:
        return [Paragraph(text("nudge-solved", rule=rule_name(made.rule)))]
    number = made.id or 0
    blocks: list[Block] = [Paragraph(nudge.why)]
    if made.snoozed_until is not None:
        date = local(made.snoozed_until, ctx.here.zone).date()
        day = Words(say_day(date, ctx.reader.language))
        blocks += [Paragraph(text("nudge-snoozed", day=day)), Buttons((nudge.button,))]
    else:
        buttons = [
            nudge.button,
            *(
                Button(text(f"nudge-snooze-{days}"), routes.Snooze(number, days))
                for days in rules.SNOOZES
            ),
            Button(text("nudge-stop"), routes.Stop(number)),
        ]
        blocks.append(Buttons(tuple(buttons)))
    return [*blocks, *_proposal(ctx, made)]


def _proposal(ctx: Context, made: Telling) -> list[Block]:
    """Put off three times in a row, the rule is of no use here: it can be switched off."""
    lately = records.of_rule(ctx.db, made.community_id, made.rule, rules.ENOUGH_SNOOZES + 1)
    if lately and lately[0].id == made.id and made.snoozed_until is None:
        lately = lately[1:]
    if rules.in_a_row(one.snoozed_until is not None for one in lately) < rules.ENOUGH_SNOOZES:
        return []
    if ctx.rank >= Rank.COORDINATOR:
        off = routes.Switch(made.community_id, made.rule, on=False)
        return [
            Paragraph(text("nudge-often-snoozed", rule=rule_name(made.rule))),
            Buttons((Button(text("nudge-switch-off"), off),)),
        ]
    names = Joined(tuple(ctx.mention(p) for p in access.coordinators(ctx)[:5]), ", ")
    return [Paragraph(text("nudge-ask-to-switch-off", rule=rule_name(made.rule), names=names))]


def rule_name(rule: str) -> Line:
    """What a rule is called."""
    return text(f"nudge-rule-{rule}")


# ── what waits ──────────────────────────────────────────────────────────────────────────────────


def waiting(ctx: Context) -> Card:
    """All that holds now, gravest first, each with what to do."""
    here = ctx.here.id or 0
    found = nudges.holding(ctx)
    blocks: list[Block] = []
    pressed: set[Route | None] = set()
    for nudge in found[:MOST]:
        blocks.append(Paragraph(nudge.why))
        if nudge.button.route not in pressed:  # a card says each thing once
            pressed.add(nudge.button.route)
            blocks.append(Buttons((nudge.button,)))
    if not found:
        blocks.append(Paragraph(text("nudge-nothing")))
    if len(found) > MOST:
        blocks.append(Note(text("home-more", count=len(found) - MOST)))
    buttons = [Button(text("nudge-preview-button"), routes.Preview(here))]
    return Card(text("nudge-waiting-title"), (*blocks, *_foot(ctx, buttons)))


def foreseen(ctx: Context) -> Card:
    """What would go out in the week of the next round, to whom, on which day."""
    here = ctx.here.id or 0
    lines = [
        Paragraph(
            text(
                "nudge-foreseen",
                at=Moment(one.at, ctx.here.zone, Style.SHORT),
                person=ctx.mention(one.person),
                why=one.nudge.why,
            )
        )
        for one in nudges.foresee(ctx)
    ]
    lead = Paragraph(text("nudge-preview" if lines else "nudge-preview-nothing"))
    buttons = [Button(text("nudge-waiting-button"), routes.Waiting(here))]
    return Card(
        text("nudge-preview-title"),
        (lead, *lines, Note(text("nudge-preview-note")), *_foot(ctx, buttons)),
    )


def _foot(ctx: Context, buttons: list[Button]) -> tuple[Block, ...]:
    if ctx.rank >= Rank.COORDINATOR:
        buttons.extend(tuning(ctx))
    young = (Note(text("nudge-young")),) if nudges.is_young(ctx) else ()
    return (Buttons(tuple(buttons)), *young)


def for_whom(ctx: Context) -> Card:
    """A member reads who gets the nudges, and why."""
    person = access.on_duty(ctx, FACILITATION)
    who = () if person is None else (Paragraph(text("nudge-for-whom", who=ctx.mention(person))),)
    return Card(text("nudge-waiting-title"), (*who, Note(text("nudge-for-whom-note"))))


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """In `/ronde`, for whoever facilitates or coordinates: how much waits."""
    if ctx.rank < Rank.FACILITATOR:
        return ()
    count = len(nudges.holding(ctx))
    if not count:
        return ()
    show = routes.Waiting(ctx.here.id or 0)
    return (Awaiting(text("nudge-awaits", count=count), show, text("nudge-waiting-button")),)


# ── the rules ───────────────────────────────────────────────────────────────────────────────────


def tuning(ctx: Context) -> tuple[Button, ...]:
    """On the card of all settings, the way to the rules."""
    return (Button(text("nudge-rules-button"), routes.Rules(ctx.here.id or 0)),)


def rule_list(ctx: Context) -> Card:
    """Every rule of the community, on or off, with one button each."""
    here = ctx.here.id or 0
    on = {rule: records.is_on(ctx.db, here, rule) for rule in nudging.rules(ctx)}
    rows = tuple(
        (rule_name(rule), text("nudge-is-on" if is_on else "nudge-is-off"))
        for rule, is_on in on.items()
    )
    buttons = tuple(
        Button(
            text("nudge-turn-off" if is_on else "nudge-turn-on", rule=rule_name(rule)),
            routes.Switch(here, rule, not is_on),
        )
        for rule, is_on in on.items()
    )
    return Card(
        text("nudge-rules-title"),
        (
            Paragraph(text("nudge-rules-lead")),
            Facts(rows),
            Buttons(buttons),
            Note(text("settings-kept")),
        ),
    )
