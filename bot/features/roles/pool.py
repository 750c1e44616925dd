"""What the fair pick is told of a role: its terms, and everybody in its pool."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from bot.context import Context
from bot.features.roles import permits, records
from bot.features.roles.records import Pooled, Swap, Turn
from bot.features.roles.rules import (
    HALF,
    Candidate,
    Length,
    Ranked,
    Rules,
    Span,
    Term,
    forecast,
    rank,
    share,
)
from scheduling.calendar import local
from storage import people, roles, terms
from storage.roles import Role

AHEAD = timedelta(days=400)


def length(role: Role) -> Length:
    """How long its terms are."""
    return Length(role.length_count, role.length_unit)


def numbered(role: Role, numbers: Iterable[int]) -> list[Term]:
    """Its terms of these numbers."""
    each, anchor = length(role), date.fromisoformat(role.anchor)
    return [Term(number, each.span(anchor, number)) for number in numbers]


def term(role: Role, number: int) -> Term:
    """One of its terms."""
    return numbered(role, (number,))[0]


def number_on(role: Role, day: date) -> int:
    """The number of the term in which a day lies; below 0 before the first."""
    return length(role).number(date.fromisoformat(role.anchor), day)


def rules(role: Role) -> Rules:
    """What it asks of its holders."""
    return Rules(role.in_a_row, role.grace)


class Turned(Protocol):
    """A turn, as a record or as the few things of it that count."""

    @property
    def id(self) -> int | None:
        """Its id."""

    @property
    def number(self) -> int:
        """Which term it is of."""

    @property
    def person_id(self) -> int | None:
        """Who has it."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """The day after its last."""


def span(turn: Turned) -> Span:
    """A turn's days."""
    return Span(turn.first, turn.end)


def days_of(one: Swap) -> Span:
    """The days that are looked after in a swap."""
    return Span(date.fromisoformat(one.starts_on), date.fromisoformat(one.ends_on))


def parts(turn: Turned, covers: Iterable[Swap]) -> list[tuple[int, Span]]:
    """Who has which days of a turn, in order: its person, but for the days that others took."""
    assert turn.person_id is not None
    found: list[tuple[int, Span]] = []
    reached = turn.first
    for one in covers:
        assert one.taken_by is not None
        days = days_of(one)
        if days.first > reached:
            found.append((turn.person_id, Span(reached, days.first)))
        found.append((one.taken_by, days))
        reached = days.end
    if reached < turn.end:
        found.append((turn.person_id, Span(reached, turn.end)))
    return found


def served(ctx: Context, role: Role) -> dict[int, set[int]]:
    """The terms that count for each person: those of which they have half the days or more."""
    covers = records.covers(ctx.db, role.id or 0)
    return served_in(role, records.turns_of(ctx.db, role.id or 0), covers)


def served_in(
    role: Role, turns: Iterable[Turned], covers: Mapping[int, Iterable[Swap]]
) -> dict[int, set[int]]:
    """The same, of some turns of a role and the days that others took in them."""
    days: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for turn in turns:
        if turn.person_id is not None:
            for person, had in parts(turn, covers.get(turn.id or 0, ())):
                days[person, turn.number].append(had)
    found: dict[int, set[int]] = defaultdict(set)
    whole = {one.number: one.span for one in numbered(role, {number for _, number in days})}
    for (person, number), spans in days.items():
        if whole[number] in spans or share(spans, whole[number]) >= HALF:
            found[person].add(number)
    return found


def candidates(
    ctx: Context, role: Role, pooled: Mapping[int, Pooled] | None = None
) -> list[Candidate]:
    """Everybody in the role's pool who is a member, with what the pick needs to know of them.

    `pooled` is the pool of a role that is not kept yet.
    """
    here, today = ctx.here, permits.today(ctx)
    number = role.id or 0
    assert here.id is not None
    pooled = records.pool(ctx.db, number) if pooled is None else pooled
    away: dict[int, list[Span]] = defaultdict(list)
    for one in roles.absences(ctx.db, here.id, since=today - AHEAD):
        if not one.roles or role.key in one.roles:
            days = Span(date.fromisoformat(one.first), date.fromisoformat(one.last))
            away[one.person_id].append(Span(days.first, days.end + timedelta(days=1)))
    busy = elsewhere(ctx, role, today - AHEAD)
    counted = served(ctx, role)
    passed = records.passes(ctx.db, number)
    found = []
    for member in people.members(ctx.db, here.id):
        person, row = member.person_id, pooled.get(member.person_id)
        if row is None and not role.everybody:
            continue
        joined = local(member.joined_at, here.zone).date()
        limited = row is not None and not role.everybody
        found.append(
            Candidate(
                person,
                date.min if joined < all_new_until(ctx, role) else joined,
                tuple(away[person]),
                tuple(busy[person]),
                frozenset(counted[person]),
                frozenset(passed.get(person, ())),
                row is not None and row.volunteer,
                max(joined, date.fromisoformat(row.since)) if row and limited else joined,
            )
        )
    return found


def all_new_until(ctx: Context, role: Role) -> date:
    """Until then everybody was new, and so nobody is."""
    return local(ctx.here.founded_at, ctx.here.zone).date() + timedelta(days=role.grace)


def elsewhere(ctx: Context, role: Role, since: date) -> dict[int, list[Span]]:
    """Everybody's days in the roles that this one does not go with, asked for or accepted."""
    here = ctx.here
    others = [
        one
        for one in roles.roles(ctx.db, here.id or 0)
        if one.id != role.id and (one.key in role.excludes or role.key in one.excludes)
    ]
    found: dict[int, list[Span]] = defaultdict(list)
    if not others:
        return found
    for other in others:
        covers = records.covers(ctx.db, other.id or 0)
        for turn in records.turns_of(ctx.db, other.id or 0, since=since):
            if turn.person_id is not None:
                for person, had in parts(turn, covers.get(turn.id or 0, ())):
                    found[person].append(had)
    keys = [other.key for other in others]
    for held in terms.held(ctx.db, here.id or 0, keys, permits.begins(ctx, since)):
        if held.turn_id is None:
            first = local(held.starts_at, here.zone).date()
            end = local(held.ends_at, here.zone).date() if held.ends_at else date.max
            found[held.person_id].append(Span(first, max(end, first + timedelta(days=1))))
    return found


def seed(role: Role) -> str:
    """What makes the lot of this role its own."""
    return f"{role.community_id}:{role.id}"


def past(role: Role, number: int) -> list[Term]:
    """The terms before one that may count for the load."""
    first = max(0, number_on(role, term(role, number).span.first - AHEAD))
    return numbered(role, range(first, number))


def ranked(ctx: Context, role: Role, turn: Turn) -> tuple[Ranked, ...]:
    """Everybody in the order in which they are asked for a turn, whoever has it by now."""
    one = Term(turn.number, span(turn))
    mine = turn.number
    everybody = [
        replace(c, served=c.served - {mine}, passed=c.passed - {mine})
        if c.person == turn.person_id
        else c
        for c in candidates(ctx, role)
    ]
    return rank(everybody, one, past(role, mine), rules(role), seed(role))


def coming(ctx: Context, role: Role, count: int) -> list[tuple[Term, tuple[int, ...]]]:
    """The next terms, this one first, and who has them or would (feature 6 A4)."""
    first = max(0, number_on(role, permits.today(ctx)))
    next_ones = numbered(role, range(first, first + count))
    decided: dict[int, list[int]] = defaultdict(list)
    for turn in records.turns_of(ctx.db, role.id or 0, since=permits.today(ctx)):
        if turn.person_id is not None and turn.person_id not in decided[turn.number]:
            decided[turn.number].append(turn.person_id)
    found = forecast(
        candidates(ctx, role),
        next_ones,
        past(role, first),
        rules(role),
        seed(role),
        role.seats,
        decided,
    )
    return list(zip(next_ones, found, strict=True))
