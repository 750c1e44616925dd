"""Roles made and changed: `/role new`, what they are for, who can hold them, and their end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot import access
from bot.card import Card, Choices, Facts, Note, Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.date_readings import lengths_said
from bot.date_spelling import spell_out
from bot.dates import Understood
from bot.errors import Misfilled, Refusal
from bot.features.roles import lines, permits, planning, pool, private, records, routes
from bot.features.roles.records import Pooled
from bot.features.roles.rules import Length, rank
from bot.fields import id_in, say
from bot.text import Line, Text, Words, text
from bot.words import fold
from storage import roles, terms
from storage.roles import Role

LONGEST_NAME, LONGEST_TEXT, LONGEST_TERM = 60, 1000, 40
MOST_SEATS, MOST_POOL = 9, 100
START_IN = timedelta(days=14)
LATEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role as it was asked for: `/role new facilitation term:1-month pool:@ann @ben`."""

    role: str
    term: str
    start: Understood | None
    pool: tuple[str, ...]
    seats: int | None
    in_a_row: int | None
    grace: str
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a role is called, is for, answers for, and has done before it is handed over."""

    role: str
    name: str
    purpose: str
    duties: str
    checklist: str
    group: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Who can hold a role, how many at a time and how often."""

    role: str
    pool: tuple[str, ...]
    seats: int | None
    in_a_row: int | None
    grace: str
    excludes: tuple[str, ...]


def read_length(words: str) -> Length | None:
    """ "1-month", "2 weeks", "un mois"; None for what is no length of a term. Nothing: a month."""
    if not words.strip():
        return Length(1, "month")
    found = lengths_said(spell_out(words.replace("-", " ")))
    if not found or found[0].minutes:
        return None
    if found[0].months:
        return Length(found[0].months, "month") if not found[0].days else None
    days = found[0].days
    if not 1 <= days <= 366:
        return None
    return Length(days // 7, "week") if days % 7 == 0 else Length(days, "day")


def read_days(words: str, usual: int) -> int | None:
    """ "30d", "30 days", "30", "0"; None for what is no number of days."""
    typed = words.strip()
    if not typed:
        return usual
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        return int(typed)
    found = lengths_said(spell_out(typed))
    if not found or found[0].minutes:
        return None
    return found[-1].days + 30 * found[-1].months


def read_pool(ctx: Context, names: tuple[str, ...]) -> list[int] | Text:
    """The persons in a pool; none named is everybody."""
    found: list[int] = []
    for name in access.names_in("\n".join(names)):
        if fold(name).lstrip("@") in ("everyone", "all", "tout le monde", "tout-le-monde"):
            return []
        person = access.person_named(ctx, name)
        if person is None:
            return text("unknown-person", name=access.known_as(ctx, name)[:60])
        found.append(person)
    return list(dict.fromkeys(found))


def read_excluded(ctx: Context, names: tuple[str, ...], own: str) -> list[str] | Text:
    """The keys of roles that nobody holds beside this one."""
    found: list[str] = []
    for name in [part for entry in names for part in entry.split(",")]:
        key = access.role_known(name) or access.role_named(ctx, name)
        if key is None or key == access.COORDINATION:
            return text("role-unknown", given=Words(name.strip()[:40]))
        if key == own:
            return text("role-excludes-itself")
        found.append(key)
    return list(dict.fromkeys(found))


def _errors(
    ctx: Context, asked: NewRole | Limits, own: str
) -> tuple[dict[str, Text], list[int], list[str]]:
    errors: dict[str, Text] = {}
    persons = read_pool(ctx, asked.pool)
    if isinstance(persons, Text):
        errors["pool"], persons = persons, []
    keys = read_excluded(ctx, asked.excludes, own)
    if isinstance(keys, Text):
        errors["excludes"], keys = keys, []
    if read_days(asked.grace, 0) is None:
        errors["grace"] = text("role-days-unclear", given=Words(asked.grace[:40]))
    return errors, persons, keys


# ── new ─────────────────────────────────────────────────────────────────────────────────────────


def check(ctx: Context, asked: NewRole) -> None:
    """Refuse what cannot turn, one sentence a field. Raises Misfilled or Forbidden."""
    access.require(ctx, Rank.COORDINATOR)
    key = access.role_known(asked.role)
    errors, _, _ = _errors(ctx, asked, key or access.role_named(ctx, asked.role) or "")
    if read_length(asked.term) is None:
        errors["term"] = text("role-term-unclear", given=Words(asked.term[:40]))
    first, today = _first(ctx, asked), permits.today(ctx)
    if first < today:
        errors["start"] = text("role-start-past")
    elif first > today + LATEST:
        errors["start"] = text("role-start-far")
    there = access.role_named(ctx, asked.role)
    running = {role.key: role for role in roles.roles(ctx.db, ctx.here.id or 0)}
    if there == access.COORDINATION:
        errors["role"] = text("role-no-coordination")
    elif (key or there) in running:
        errors["role"] = text("role-there", name=lines.name(running[key or there or ""]))
    if errors:
        raise Misfilled(errors)


def _first(ctx: Context, asked: NewRole) -> date:
    return asked.start.wall.date() if asked.start else permits.today(ctx) + START_IN


def _made(ctx: Context, asked: NewRole, place: int) -> tuple[Role, list[int]]:
    """The role that was asked for and its pool, not yet kept."""
    here = ctx.here.id or 0
    length = read_length(asked.term)
    _, persons, keys = _errors(ctx, asked, "")
    assert length is not None, "checked before"
    number = records.next_number(ctx.db, here)
    key = access.role_known(asked.role)
    role = Role(
        community_id=here,
        number=number,
        key=key or f"own-{number}",
        place_id=place,
        name="" if key else asked.role,
        length_count=length.count,
        length_unit=length.unit,
        anchor=_first(ctx, asked).isoformat(),
        seats=asked.seats or 1,
        in_a_row=1 if asked.in_a_row is None else asked.in_a_row,
        grace=read_days(asked.grace, 30) or 0,
        everybody=not persons,
        excludes=keys,
        made_at=ctx.now,
    )
    return role, persons


def exact(ctx: Context, asked: NewRole) -> dict[str, str]:
    """What a preview understood, in words that mean the same tomorrow."""
    return {"start": _first(ctx, asked).isoformat()}


def preview(ctx: Context, asked: NewRole) -> Card:
    """What will be posted: what the role is for, when it turns, and who would be asked first."""
    role, persons = _made(ctx, asked, 0)
    today = permits.today(ctx).isoformat()
    pooled = {one: Pooled(role_id=0, person_id=one, since=today) for one in persons}
    first = pool.term(role, 0)
    everybody = pool.candidates(ctx, role, pooled)
    order = rank(everybody, first, [], pool.rules(role), pool.seed(role))
    free = [one.person for one in order if one.hindered is None]
    blocks = lines.about(ctx, role, "purpose", "duties")
    who: Line = text("role-pool-everybody") if role.everybody else lines.names(ctx, persons)
    rows: list[tuple[Line, Line]] = [
        (text("role-length"), lines.length(role)),
        (text("role-first"), lines.days(ctx, first.span)),
        (text("role-pool"), who),
    ]
    if free:
        rows.append((text("role-asked-first"), lines.names(ctx, free[: role.seats])))
    blocks.append(Facts(tuple(rows)))
    blocks += [Note(line) for line in warnings(role, len(everybody), len(free))]
    return Card(lines.name(role), tuple(blocks))


def warnings(role: Role, people: int, free: int) -> list[Text]:
    """What is worth knowing before a role turns: too few people for its rules (feature 6 A6)."""
    found = []
    if not free:
        found.append(text("role-warn-nobody"))
    elif people <= role.seats and role.in_a_row:
        found.append(text("role-warn-few", count=people))
    return found


def new(ctx: Context, asked: NewRole) -> Outcome:
    """The role turns from now on: its card is posted, and the first in turn are asked."""
    place = ctx.publishing_place()
    role, persons = _made(ctx, asked, place.id or 0)
    retired = records.by_key(ctx.db, role.community_id, role.key)
    if retired is not None:  # its history goes on
        retired.key = f"{retired.key}-{retired.number}"
        ctx.db.add(retired)
        ctx.db.flush()
    ctx.db.add(role)
    ctx.db.flush()
    set_pool(ctx, role, persons)
    card = routes.RoleCard(role.id or 0)
    ctx.posts.show(place.id or 0, card.pack(), once=f"role-{role.id}")
    ctx.journal("role.made", card, name=role.name or role.key)
    planning.plan(ctx, role)
    return Reply(private.made(ctx, role))


def set_pool(ctx: Context, role: Role, persons: list[int]) -> None:
    """Who can be asked: these, or everybody; who was in the pool already keeps their day."""
    role.everybody = not persons
    ctx.db.add(role)
    there = records.pool(ctx.db, role.id or 0)
    for person, row in there.items():
        if person not in persons and not (role.everybody and row.volunteer):
            ctx.db.delete(row)
    today = permits.today(ctx).isoformat()
    for person in persons:
        if person not in there:
            ctx.db.add(Pooled(role_id=role.id or 0, person_id=person, since=today))
    ctx.db.flush()


# ── change ──────────────────────────────────────────────────────────────────────────────────────


def _steered(ctx: Context, number: int) -> Role:
    role = permits.role(ctx, number)
    access.require(ctx, Rank.FACILITATOR)
    if role.ended_at is not None:
        raise Refusal(text("role-ended"))
    return role


def ask_edit(ctx: Context, press: routes.AskEdit) -> Outcome:
    """Open the form of what a role is for, with the words that stand."""
    role = _steered(ctx, press.role)
    values = {what: lines.said(ctx, role, what) for what in ("purpose", "duties", "checklist")}
    return ctx.form(
        "role.edit", {"role": str(press.role), "name": role.name, "group": role.group, **values}
    )


def edit(ctx: Context, asked: Edit) -> Outcome:
    """Change its words; what is left as it comes ready-made goes on speaking both languages."""
    role = _steered(ctx, id_in(asked.role))
    was = {what: lines.said(ctx, role, what) for what in ("purpose", "duties", "checklist")}
    if not asked.name and role.key not in lines.READY:
        raise Misfilled({"name": text("value-missing")})
    role.name = asked.name
    for what, before in was.items():
        said = getattr(asked, what)
        if said != before.strip():
            setattr(role, what, said)
    role.group = asked.group.strip().strip("<@&!>")
    ctx.db.add(role)
    ctx.db.flush()
    if role.group:
        follows = routes.Following(role.id or 0).pack()
        ctx.posts.show(role.place_id, follows, once=f"role-{role.id}-group")
    ctx.journal("role.edited", routes.RoleCard(role.id or 0), name=role.name or role.key)
    planning.redraw(ctx, role)
    return Reply(private.one(ctx, role))


def ask_limits(ctx: Context, press: routes.AskLimits) -> Outcome:
    """Open the form of who can hold a role."""
    role = _steered(ctx, press.role)
    pooled = [] if role.everybody else list(records.pool(ctx.db, press.role))
    return ctx.form(
        "role.limits",
        {
            "role": str(press.role),
            "pool": "\n".join(access.name_for(ctx, person) for person in pooled),
            "seats": str(role.seats),
            "in_a_row": str(role.in_a_row),
            "grace": str(role.grace),
            "excludes": "\n".join(key for key in role.excludes),
        },
    )


def limits(ctx: Context, asked: Limits) -> Outcome:
    """Change who can hold it; no turn that somebody has said yes to changes (feature 6 A8)."""
    role = _steered(ctx, id_in(asked.role))
    errors, persons, keys = _errors(ctx, asked, role.key)
    if errors:
        raise Misfilled(errors)
    role.seats = asked.seats or role.seats
    role.in_a_row = role.in_a_row if asked.in_a_row is None else asked.in_a_row
    role.grace = read_days(asked.grace, role.grace) or 0
    role.excludes = keys
    set_pool(ctx, role, persons)
    ctx.journal("role.limits", routes.RoleCard(role.id or 0), name=role.name or role.key)
    planning.refill(ctx)
    planning.plan(ctx, role)
    planning.redraw(ctx, role)
    return Reply(private.one(ctx, role))


def retire(ctx: Context, press: routes.Retire) -> Outcome:
    """The role turns no more: whoever has it stops today, nobody is asked; its history stays."""
    role = permits.role(ctx, press.role)
    access.require(ctx, Rank.COORDINATOR)
    if role.ended_at is not None:
        raise Refusal(text("role-ended"))
    role.ended_at = ctx.now
    ctx.db.add(role)
    ctx.db.flush()
    ctx.never(routes.Plan(press.role))
    for turn in records.turns_of(ctx.db, press.role, since=permits.today(ctx)):
        planning.drop(ctx, turn)
    terms.appoint(ctx.db, role.community_id, role.key, None, ctx.now)
    ctx.journal("role.retired", routes.RoleCard(press.role), name=role.name or role.key)
    planning.redraw(ctx, role)
    return Reply(private.one(ctx, role), replace=True)


def complete(ctx: Context, typing: str) -> Choices:
    """The ready-made roles, by their names, as one is typed."""
    names = [(key, say(ctx, text(f"ready-{key}"))) for key in lines.READY]
    return Choices(tuple((name, Words(name)) for _, name in names if fold(typing) in fold(name)))
