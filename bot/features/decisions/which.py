"""Which decision is meant: by its code (D-2026-007), its number, or words of its title."""

from __future__ import annotations

from bot import which
from bot.card import Choices, Outcome
from bot.context import Context
from bot.features.decisions import lines, permits, records, routes, rules
from bot.features.decisions.records import Decision
from bot.which import Things

DECISIONS: Things[Decision] = Things(
    key="decision",
    name=lines.called,
    by_number=lambda ctx, number: records.by_number(ctx.db, ctx.here.id or 0, number),
    recent=lambda ctx: records.recent(ctx.db, ctx.here.id or 0),
    standing=lambda ctx, command, place: [
        one
        for one in records.recent(ctx.db, ctx.here.id or 0)
        if (one.in_force if command == "decision.review" else one.state in records.PENDING)
        and place in (None, one.place_id)
    ],
    may=lambda ctx, one, command: command == "decision.show" or permits.may_manage(ctx, one),
    pick=routes.Pick,
    fits=lambda one, command: one.in_force or command != "decision.review",
)


def named(ctx: Context, words: str, command: str, values: dict[str, str]) -> Decision | Outcome:
    """The decision that `words` mean to `command`, or the picker to ask with (see `bot.which`)."""
    said = rules.code_in(words)
    if said is not None:
        found = records.by_code(ctx.db, ctx.here.id or 0, *said)
        if found is not None:
            return found
    return which.named(ctx, DECISIONS, words, command, values)


def picked(ctx: Context, press: routes.Pick) -> Outcome:
    """Go on with the decision that was picked."""
    command, values, chosen = which.picked(ctx, press.draft)
    return ctx.desk.run(ctx, command, {**values, "decision": chosen})


def complete(ctx: Context, typing: str) -> Choices:
    """Suggestions for which decision: number and title."""
    return which.complete(ctx, DECISIONS, typing)
