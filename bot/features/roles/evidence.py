"""What roles show in figures: held and by whom next, vacant, too long the same, evenly borne."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.context import Context
from bot.evidence import Change, Fact, Facts
from bot.features.roles import figures, lines, permits, pool, records, routes, rules
from bot.features.roles.figures import Had, Standing
from bot.features.roles.records import Swap
from bot.features.roles.rules import Candidate, Load, Span
from bot.measures import Measure, Period, share
from bot.text import text
from scheduling.calendar import local, start_of_day
from storage import journal, roles
from storage.roles import Absence, Role
from storage.types import from_text, to_text

LIBRARY = "library"
_DAY, _ATOM = timedelta(days=1), timedelta(microseconds=1)
_CHANGES = {
    "role.made": "role-change-made",
    "role.edited": "role-change-edited",
    "role.limits": "role-change-edited",
    "role.retired": "role-change-retired",
}


def evidence(ctx: Context) -> Facts:
    """How many roles there are, how they are held, and how evenly."""
    here = ctx.here.id or 0
    standing = figures.standings(ctx.db, here, ctx.now, permits.today(ctx))
    borne = _borne(ctx, ctx.now)
    holding = figures.holding(ctx.db, here, ctx.now)
    over = (_is_over(one, borne, holding.get(one.key, ())) for one in borne.roles)
    found = {
        Fact.ROLES_DEFINED: float(figures.defined(ctx.db, here)),
        Fact.ROLES_HELD: float(sum(_is_held(one) for one in standing)),
        Fact.ROLES_VACANT_DAYS: float(max((_vacant(ctx, one) for one in standing), default=0)),
        Fact.ROLES_OVER_LIMIT: float(sum(over)),
        Fact.LIBRARIANS: float(len(holding.get(LIBRARY, ()))),
    }
    balances = [rate for role in borne.roles if (rate := _given(ctx, role, borne)) is not None]
    if balances:
        found[Fact.ROLES_BALANCE] = min(balances)
    return found


def measures(ctx: Context, period: Period) -> tuple[Measure, ...]:
    """E2 at the period's end, of the role where it is lowest; E3 over the period. Public facts."""
    balance = _lowest(ctx, _borne(ctx, min(period.end, ctx.now)))
    vacant, due = _vacancy(ctx, period)
    return (balance, Measure("e3", share(vacant, due), round(due)))


def changes(ctx: Context, since: datetime) -> tuple[Change, ...]:
    """The roles that were made, changed or retired since an instant."""
    found = []
    for entry in journal.since(ctx.db, ctx.here.id or 0, _CHANGES, since):
        card = routes.RoleCard.unpack(entry.ref)
        role = records.role(ctx.db, card.role)
        if role is not None:
            line = text(_CHANGES[entry.act], name=lines.name(role))
            found.append(Change(card, line, entry.at))
    return tuple(found)


# ── how they stand ──────────────────────────────────────────────────────────────────────────────


def _is_held(one: Standing) -> bool:
    """Whether a role has a holder, and it is known who comes next.

    Somebody is asked a fortnight ahead. Before that the rotation itself knows the next one, if
    there is anybody in the pool besides.
    """
    return one.holders > 0 and (one.named > 0 or (not one.asked and one.pool > 1))


def _vacant(ctx: Context, one: Standing) -> int:
    """For how many days a seat of a role has been empty; before its first day none is due."""
    begun = start_of_day(one.anchor, ctx.here.zone)
    if one.holders >= one.seats or begun > ctx.now:
        return 0
    return (ctx.now - max(begun, one.ended or begun)).days


# ── what everybody has borne ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Borne:
    """The roles of an instant, and what people have had of each: the terms that count for them."""

    at: datetime
    day: date
    roles: Sequence[Role]
    served: Mapping[int, Mapping[int, set[int]]]  # by role and person
    away: Sequence[Absence]
    joined: Mapping[int, str]  # the members of the instant


def _borne(ctx: Context, at: datetime) -> Borne:
    here = ctx.here.id or 0
    turning = figures.roles_at(ctx.db, here, at)
    day = local(at - _ATOM, ctx.here.zone).date()
    turns: Mapping[int, list[Had]] = {}
    covers: Mapping[int, list[Swap]] = {}
    if turning:
        turns = figures.turns_since(ctx.db, here, day - pool.AHEAD)
        covers = figures.covers_since(ctx.db, here, day - pool.AHEAD)
    served = {
        one.id or 0: pool.served_in(one, turns.get(one.id or 0, ()), covers) for one in turning
    }
    away = roles.absences(ctx.db, here, since=day - pool.AHEAD) if turning else []
    joined = figures.joined(ctx.db, here, at) if turning else {}
    return Borne(at, day, turning, served, away, joined)


def _is_over(role: Role, borne: Borne, holders: Iterable[int]) -> bool:
    """Whether somebody holds a role for more terms in a row than it allows."""
    if not role.in_a_row:
        return False
    now = pool.number_on(role, borne.day)
    for person in holders:
        had = borne.served[role.id or 0].get(person, set())
        first = now
        while first in had:
            first -= 1
        if now - first > role.in_a_row:
            return True
    return False


def _lowest(ctx: Context, borne: Borne) -> Measure:
    """E2 of the role that is borne least evenly."""
    found = [one for role in borne.roles if (one := _balance(ctx, role, borne)) is not None]
    return min(found, key=lambda one: one.value or 0.0, default=Measure("e2", None, 0))


def _given(ctx: Context, role: Role, borne: Borne) -> float | None:
    """E2 beside the best that the turns so far allow: one turn among five people is not uneven."""
    loads, idle = _loads(ctx, role, borne)
    value = rules.evenness([one.ratio for one in loads], idle)
    if value is None:
        return None
    return rules.fairness(float(value), sum(one.served for one in loads), len(loads) + idle)


def _balance(ctx: Context, role: Role, borne: Borne) -> Measure | None:
    """How evenly a role was borne in the twelve months before; None where nothing tells."""
    loads, idle = _loads(ctx, role, borne)
    value = rules.evenness([one.ratio for one in loads], idle)
    return None if value is None else Measure("e2", float(value), len(loads) + idle)


def _loads(ctx: Context, role: Role, borne: Borne) -> tuple[list[Load], int]:
    """What each who could have served has borne, and how many others could and did not.

    Loads are those of the fair pick. Who neither served nor was away is as idle as all others like
    them, and only counted.
    """
    number = pool.number_on(role, borne.day) + 1
    past = pool.past(role, number) if number > 0 else []
    term = pool.term(role, max(0, number))
    recent = rules.recent(past, term)
    if not recent:
        return [], 0
    known = _candidates(ctx, role, borne)
    asked = pool.rules(role)
    loads = [rules.load(one, term, recent, asked) for one in known]
    idle = _idle(ctx, role, borne, known, recent[-1].span.first) if role.everybody else 0
    return [one for one in loads if one.eligible], idle


def _candidates(ctx: Context, role: Role, borne: Borne) -> list[Candidate]:
    """Those of whom more must be known than when they joined: who served, was away, or is in a pool."""
    zone = ctx.here.zone
    served = borne.served[role.id or 0]
    away: dict[int, list[Span]] = {}
    for one in borne.away:
        if not one.roles or role.key in one.roles:
            days = Span(date.fromisoformat(one.first), date.fromisoformat(one.last) + _DAY)
            away.setdefault(one.person_id, []).append(days)
    alone = not any(one.excludes for one in borne.roles)
    busy = {} if alone else pool.elsewhere(ctx, role, borne.day - pool.AHEAD)
    pooled = {} if role.everybody else records.pool(ctx.db, role.id or 0)
    persons = {*served, *away, *busy} if role.everybody else set(pooled)
    free = pool.all_new_until(ctx, role)
    found = []
    for person in persons & borne.joined.keys():
        joined = local(from_text(borne.joined[person]), zone).date()
        row = pooled.get(person)
        found.append(
            Candidate(
                person,
                date.min if joined < free else joined,
                tuple(away.get(person, ())),
                tuple(busy.get(person, ())),
                frozenset(served.get(person, ())),
                pooled=max(joined, date.fromisoformat(row.since)) if row else joined,
            )
        )
    return found


def _idle(ctx: Context, role: Role, borne: Borne, known: list[Candidate], last: date) -> int:
    """How many others could have served: members by then, and past their days of grace."""
    free = pool.all_new_until(ctx, role)
    until = min(last + _DAY, max(free, last + _DAY - timedelta(days=role.grace)))
    before = to_text(start_of_day(until, ctx.here.zone))
    everybody = sum(joined < before for joined in borne.joined.values())
    return everybody - sum(one.pooled < until for one in known)


# ── days without a holder ───────────────────────────────────────────────────────────────────────


def _vacancy(ctx: Context, period: Period) -> tuple[float, float]:
    """Role-days without a holder, and those due, in a period as far as it is over."""
    here, zone = ctx.here.id or 0, ctx.here.zone
    until = min(period.end, ctx.now)
    due = {}
    for role in figures.turning(ctx.db, here, period.start, until):
        first = max(period.start, start_of_day(date.fromisoformat(role.anchor), zone))
        last = min(until, role.ended_at or until)
        if first < last:
            due[role.id or 0] = (first, last, role.seats)
    held = figures.held(ctx.db, here, period.start, until) if due else []
    return rules.vacancy(due, [(one.role, one.starts, one.ends or until) for one in held])
