"""What people ask of roles by typing: list, turn, swap, away, handover, why, preview, history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import access, which
from bot.card import Choices, Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.roles import (
    away,
    handing,
    lines,
    permits,
    planning,
    private,
    reasons,
    records,
    routes,
    swapping,
)
from bot.features.roles.records import Turn
from bot.features.roles.rules import Span
from bot.fields import say
from bot.spans import read_span
from bot.text import Text, Words, text
from bot.which import Things
from storage import roles
from storage.roles import Role

STEERED = ("role.turn",)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Which:
    """A role by its name; nothing: the only one it may be."""

    role: str


@dataclass(frozen=True, slots=True)
class Whose:
    """A role, and a person."""

    role: str
    person: str


@dataclass(frozen=True, slots=True)
class Away:
    """From when to when, from which roles (none: from all), and who, where it is for another."""

    when: str
    roles: tuple[str, ...]
    person: str


def _things(ctx: Context) -> Things[Role]:
    """How a role is found: by its number or its name, as this reader calls it."""
    here = ctx.here.id or 0
    there = roles.roles(ctx.db, here)
    return Things(
        key="role",
        name=lambda role: say(ctx, lines.name(role)),
        by_number=lambda _, number: next((one for one in there if one.number == number), None),
        recent=lambda _: there,
        standing=lambda _, command, place: there,
        may=lambda _, role, command: command not in STEERED or permits.steers(ctx),
        pick=routes.Pick,
        fits=lambda role, command: True,
    )


def named(ctx: Context, words: str, command: str, values: dict[str, str]) -> Role | Outcome:
    """The role that words mean, in either language; or the picker to ask with."""
    things = _things(ctx)
    key = access.role_named(ctx, words) if words else None
    if key is not None:
        found = next((role for role in things.recent(ctx) if role.key == key), None)
        if found is None:
            raise Refusal(text("role-does-not-turn", given=Words(words[:40])))
        if things.may(ctx, found, command):
            return found
        access.require(ctx, Rank.FACILITATOR)
    return which.named(ctx, things, words, command, values)


def picked(ctx: Context, press: routes.Pick) -> Outcome:
    """Go on with the role that was picked."""
    command, values, chosen = which.picked(ctx, press.draft)
    return ctx.desk.run(ctx, command, {**values, "role": chosen})


def complete(ctx: Context, typing: str) -> Choices:
    """Suggestions for which role."""
    if ctx.community is None:
        return Choices()
    return which.complete(ctx, _things(ctx), typing)


# ── looking ─────────────────────────────────────────────────────────────────────────────────────


def list_roles(ctx: Context, asked: Nothing) -> Outcome:
    """Every role."""
    del asked
    access.require(ctx, Rank.MEMBER)
    return Reply(private.listing(ctx))


def show(ctx: Context, press: routes.Show) -> Outcome:
    """One role."""
    return Reply(private.one(ctx, permits.role(ctx, press.role)))


def preview(ctx: Context, asked: Which) -> Outcome:
    """The next four terms."""
    found = named(ctx, asked.role, "role.preview", {"role": asked.role})
    return Reply(private.preview(ctx, found)) if isinstance(found, Role) else found


def preview_press(ctx: Context, press: routes.Preview) -> Outcome:
    """The same, by a button."""
    return Reply(private.preview(ctx, permits.role(ctx, press.role)))


def history(ctx: Context, asked: Which) -> Outcome:
    """Who has served."""
    found = named(ctx, asked.role, "role.history", {"role": asked.role})
    return Reply(private.history(ctx, found, 0)) if isinstance(found, Role) else found


def history_press(ctx: Context, press: routes.History) -> Outcome:
    """The same, by a button; the next page comes in place."""
    role = permits.role(ctx, press.role)
    return Reply(private.history(ctx, role, press.page), replace=press.page > 0)


def _split(ctx: Context, asked: Whose) -> Whose:
    """A role and a person typed without quotes: "facilitation @Cleo", "critical friend Cleo"."""
    if asked.person or not asked.role or access.role_named(ctx, asked.role) is not None:
        return asked
    words = asked.role.split()
    for cut in range(len(words)):
        role, person = " ".join(words[:cut]), " ".join(words[cut:])
        known = not role or access.role_named(ctx, role) is not None or role.isdecimal()
        if known and access.person_named(ctx, person.lstrip("@")) is not None:
            return Whose(role, person.lstrip("@"))
    return asked


def why(ctx: Context, asked: Whose) -> Outcome:
    """Why whoever is next, or why not somebody."""
    asked = _split(ctx, asked)
    values = {"role": asked.role, "person": asked.person}
    found = named(ctx, asked.role, "role.why", values)
    if not isinstance(found, Role):
        return found
    turn = next_turn(ctx, found)
    if turn is None:
        return Reply(private.preview(ctx, found))
    if not asked.person:
        return Reply(reasons.why(ctx, found, turn))
    person = access.person_named(ctx, asked.person)
    if person is None:
        raise Misfilled({"person": text("unknown-person", name=asked.person[:60])})
    if person == turn.person_id:
        return Reply(reasons.why(ctx, found, turn))
    return Reply(reasons.why_not(ctx, found, turn, person))


def next_turn(ctx: Context, role: Role) -> Turn | None:
    """The turn that people wonder about: the next that somebody is asked for, else today's."""
    there = records.turns_of(ctx.db, role.id or 0, since=permits.today(ctx))
    coming = [turn for turn in there if turn.first > permits.today(ctx)]
    return next(iter([*coming, *there]), None)


def why_press(ctx: Context, press: routes.Why) -> Outcome:
    """The button of a turn."""
    role, turn = permits.turn(ctx, press.turn)
    return Reply(reasons.why(ctx, role, turn))


def why_not(ctx: Context, press: routes.WhyNot) -> Outcome:
    """Whom the picker names."""
    role, turn = permits.turn(ctx, press.turn)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    known = access.names(ctx).values()
    person = int(chosen) if chosen.isdecimal() and len(chosen) < 12 else 0
    if person not in known:
        raise access.unknown_thing()
    return Reply(reasons.why_not(ctx, role, turn, person))


# ── turning ─────────────────────────────────────────────────────────────────────────────────────


def turn(ctx: Context, asked: Which) -> Outcome:
    """Ask for the next turn now, whoever steers; once asked for, it is shown."""
    found = named(ctx, asked.role, "role.turn", {"role": asked.role})
    return _turned(ctx, found) if isinstance(found, Role) else found


def turn_press(ctx: Context, press: routes.Next) -> Outcome:
    """The same, by a button."""
    return _turned(ctx, permits.role(ctx, press.role))


def _turned(ctx: Context, role: Role) -> Outcome:
    """Two people may press at the same moment: a term is asked for once."""
    access.require(ctx, Rank.FACILITATOR)
    if role.ended_at is not None:
        raise Refusal(text("role-ended"))
    planning.ask_ahead(ctx, role)
    return Reply(private.one(ctx, role))


def swap(ctx: Context, asked: Whose) -> Outcome:
    """Look for somebody to take my next turn; who is named is asked first."""
    access.require(ctx, Rank.MEMBER)
    asked = _split(ctx, asked)
    first = access.person_named(ctx, asked.person) if asked.person else None
    if asked.person and first is None:
        raise Misfilled({"person": text("unknown-person", name=asked.person[:60])})
    mine = [
        one
        for one in records.turns_with(ctx.db, ctx.here.id or 0, ctx.me, permits.today(ctx))
        if permits.begins(ctx, one.first) > ctx.now
    ]
    if not mine:
        raise Refusal(text("role-swap-nothing"))
    of_roles = {one.role_id for one in mine}
    if asked.role or len(of_roles) > 1:
        found = named(ctx, asked.role, "role.swap", {"role": asked.role, "person": asked.person})
        if not isinstance(found, Role):
            return found
        mine = [one for one in mine if one.role_id == found.id]
        if not mine:
            raise Refusal(text("role-swap-not-this", name=lines.name(found)))
    role = permits.role(ctx, mine[0].role_id)
    return Reply(private.swap(ctx, swapping.look_for(ctx, role, mine[0], first)))


# ── away ────────────────────────────────────────────────────────────────────────────────────────


def my_absences(ctx: Context) -> Outcome:
    """When I am away, where I have said so; None where there is nothing to show."""
    access.require(ctx, Rank.MEMBER)
    there = roles.absences(ctx.db, ctx.here.id or 0, since=permits.today(ctx), person=ctx.me)
    return Reply(private.absences(ctx, ctx.me)) if there else None


def ask_away(ctx: Context, press: routes.AskAway) -> Outcome:
    """Open the form that says when one is away."""
    ctx.enter(press.community)
    access.require(ctx, Rank.MEMBER)
    return ctx.form("role.away")


def check_away(ctx: Context, asked: Away) -> None:
    """Refuse what is no time away, one sentence a field. Raises Misfilled."""
    _away(ctx, asked)


def _away(ctx: Context, asked: Away) -> tuple[Span, list[str], int]:
    errors: dict[str, Text] = {}
    read = read_span(asked.when, now=ctx.now, zone=ctx.here.zone, language=ctx.reader.language)
    if isinstance(read, Text):
        errors["when"] = read
    keys: list[str] = []
    for name in [part.strip() for entry in asked.roles for part in entry.split(",")]:
        key = access.role_named(ctx, name)
        if key is None:
            errors["roles"] = text("role-unknown", given=Words(name[:40]))
        else:
            keys.append(key)
    person = access.person_named(ctx, asked.person) if asked.person else ctx.me
    if person is None:
        errors["person"] = text("unknown-person", name=asked.person[:60])
    if errors or isinstance(read, Text) or person is None:
        raise Misfilled(errors)
    permits.require_own(ctx, person)
    return Span(read.first, read.last + timedelta(days=1)), list(dict.fromkeys(keys)), person


def go_away(ctx: Context, asked: Away) -> Outcome:
    """Note an absence, and see to the turns that it meets."""
    days, keys, person = _away(ctx, asked)
    return away.declare(ctx, person, days, keys)


# ── handover ────────────────────────────────────────────────────────────────────────────────────


def handover(ctx: Context, asked: Which) -> Outcome:
    """My own desk where I hold the role; else what its next holder would find."""
    found = named(ctx, asked.role, "role.handover", {"role": asked.role})
    return Reply(handing.board(ctx, found)) if isinstance(found, Role) else found
