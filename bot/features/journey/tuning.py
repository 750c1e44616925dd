"""What coordinators may change: thresholds, and a step's state that they declare, for ninety days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from bot import access
from bot.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Facts,
    Note,
    Outcome,
    Paragraph,
    Picker,
    Reply,
)
from bot.command import Rank
from bot.context import Context
from bot.errors import Misfilled
from bot.features.journey import lines, records, routes, views
from bot.features.journey.commands import entered, numbered
from bot.features.journey.records import PREFIX, Declared
from bot.features.journey.rules import BARS, SHARES, State
from bot.fields import id_in, say
from bot.nudging import Whole
from bot.text import Line, text
from storage.preferences import prefer

EXPIRES = timedelta(days=90)
MOST = 999
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold, by name, and what it is to be."""

    community: str
    bar: str
    level: str


@dataclass(frozen=True, slots=True)
class Declare:
    """A step, the state that somebody says it is in, and why."""

    community: str
    number: str
    state: str
    reason: str


# ── thresholds ──────────────────────────────────────────────────────────────────────────────────


def tuning(ctx: Context) -> tuple[Button, ...]:
    """The way there, on the card of all settings."""
    return (Button(text("journey-tuning-button"), routes.Tuning(ctx.here.id or 0)),)


def show(ctx: Context, press: routes.Tuning) -> Outcome:
    """Every threshold, and a picker to change one."""
    entered(ctx, press.community, Rank.COORDINATOR)
    return Reply(_card(ctx))


def ask(ctx: Context, press: routes.AskBar) -> Outcome:
    """Open the form of one, with what it is now."""
    entered(ctx, press.community, Rank.COORDINATOR)
    name = ctx.request.values.get("chosen", "") if ctx.request else ""
    if name not in BARS:
        raise access.unknown_thing()
    level = records.bars(ctx.db, press.community)[name]
    return ctx.form(
        "journey.threshold",
        {"community": str(press.community), "bar": name, "level": _typed(ctx, name, level)},
    )


def change(ctx: Context, asked: Threshold) -> Outcome:
    """Change it; the answer shows before and after, and the journal keeps both."""
    entered(ctx, id_in(asked.community), Rank.COORDINATOR)
    level = read_level(asked.bar, asked.level)
    if level is None:
        raise Misfilled({"level": text(f"journey-level-{_kind(asked.bar)}", most=MOST)})
    here = ctx.here.id or 0
    before = records.bars(ctx.db, here)[asked.bar]
    if level == before or _typed(ctx, asked.bar, level) == _typed(ctx, asked.bar, before):
        return Reply(_card(ctx))
    prefer(ctx.db, here, f"{PREFIX}{asked.bar}", repr(level))
    ctx.journal(
        "community.settings",
        Whole(here),
        setting=f"{PREFIX}{asked.bar}",
        before=_typed(ctx, asked.bar, before),
        after=_typed(ctx, asked.bar, level),
    )
    return Reply(_card(ctx, asked.bar, before))


def read_level(name: str, words: str) -> float | None:
    """ "12", "60 %", "60%"; None for what is no level of this threshold."""
    if name not in BARS:
        raise access.unknown_thing()
    found = re.fullmatch(r"(\d{1,3})\s*(%?)", words.strip())
    if found is None or (found[2] and name not in SHARES):
        return None
    number = int(found[1])
    if name not in SHARES:
        return float(number) if number else None
    return number / 100 if 1 <= number <= 100 else None


def _kind(name: str) -> str:
    return "share" if name in SHARES else "count"


def _typed(ctx: Context, name: str, level: float) -> str:
    """A threshold as it would be typed."""
    return say(ctx, lines.said_bar(name, level))


def _card(ctx: Context, changed: str = "", before: float = 0) -> Card:
    here = ctx.here.id or 0
    bars = records.bars(ctx.db, here)
    rows: list[tuple[Line, Line]] = [
        (text(f"journey-bar-{name}"), lines.said_bar(name, level)) for name, level in bars.items()
    ]
    choices = tuple(Choice(name, text(f"journey-bar-{name}")) for name in bars)
    blocks: list[Block] = [Paragraph(text("journey-tuning-about"))]
    if changed:
        change = text(
            "settings-change",
            before=lines.said_bar(changed, before),
            after=lines.said_bar(changed, bars[changed]),
        )
        blocks.append(Facts(((text(f"journey-bar-{changed}"), change),)))
    blocks += [
        Facts(tuple(rows)),
        Picker(routes.AskBar(here), text("journey-tuning-pick"), choices),
        Buttons((Button(text("journey-button"), routes.Show(here)),)),
        Note(text("settings-kept")),
    ]
    return Card(text("journey-tuning"), tuple(blocks))


# ── declared ────────────────────────────────────────────────────────────────────────────────────


def ask_declare(ctx: Context, press: routes.AskDeclare) -> Outcome:
    """Open the form that declares a step's state."""
    entered(ctx, press.community, Rank.COORDINATOR)
    return ctx.form(
        "journey.declare",
        {"community": str(press.community), "number": str(numbered(press.number)), "state": "done"},
    )


def declare(ctx: Context, asked: Declare) -> Outcome:
    """Declare it, with the reason; it holds for ninety days, and says that it is declared (A2)."""
    entered(ctx, id_in(asked.community), Rank.COORDINATOR)
    number, here = numbered(id_in(asked.number)), ctx.here.id or 0
    records.declare(
        ctx.db,
        Declared(
            community_id=here,
            number=number,
            state=State(asked.state),
            reason=asked.reason,
            person_id=ctx.me,
            until=ctx.now + EXPIRES,
        ),
    )
    ctx.journal(
        "journey.declared", routes.OneStep(here, number), state=asked.state, reason=asked.reason
    )
    return Reply(views.one(ctx, number))


def undeclare(ctx: Context, press: routes.Undeclare) -> Outcome:
    """The state is worked out again."""
    entered(ctx, press.community, Rank.COORDINATOR)
    number = numbered(press.number)
    records.undeclare(ctx.db, press.community, number)
    ctx.journal("journey.undeclared", routes.OneStep(press.community, number))
    return Reply(views.one(ctx, number), replace=True)
