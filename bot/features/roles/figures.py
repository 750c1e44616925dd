"""Roles in numbers: which have a holder and a next one, since when one has none, days without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy import text as sql
from sqlmodel import Session, col, or_, select

from bot.features.roles.records import Swap, Turn
from storage.roles import Role
from storage.types import from_text, to_text


@dataclass(frozen=True, slots=True)
class Standing:
    """A role that turns: its seats, who holds it, and who is next.

    `ended` is when a holder last stopped; `asked` how many later turns there are already, `named`
    those that have a person; `pool` how many can be asked.
    """

    id: int
    seats: int
    anchor: date
    holders: int
    ended: datetime | None
    asked: int
    named: int
    pool: int


_STANDING = sql("""
    SELECT roles.id, roles.seats, roles.anchor,
           (SELECT count(*) FROM terms
            WHERE terms.community_id = :community AND terms.role = roles.key
              AND terms.starts_at <= :now AND (terms.ends_at IS NULL OR terms.ends_at > :now)),
           (SELECT max(terms.ends_at) FROM terms
            WHERE terms.community_id = :community AND terms.role = roles.key
              AND terms.ends_at <= :now),
           (SELECT count(*) FROM turns
            WHERE turns.role_id = roles.id AND turns.starts_on > :today),
           (SELECT count(turns.person_id) FROM turns
            WHERE turns.role_id = roles.id AND turns.starts_on > :today),
           (SELECT count(*) FROM members
            WHERE members.community_id = :community AND members.left_at IS NULL
              AND (roles.everybody OR members.person_id IN (
                  SELECT person_id FROM role_pool WHERE role_pool.role_id = roles.id)))
    FROM roles
    WHERE roles.community_id = :community AND roles.ended_at IS NULL
    ORDER BY roles.number
""")


def standings(db: Session, community: int, now: datetime, today: date) -> list[Standing]:
    """How each role stands that turns now."""
    asked = {"community": community, "now": to_text(now), "today": today.isoformat()}
    return [
        Standing(
            number,
            seats,
            date.fromisoformat(anchor),
            holders,
            from_text(ended) if ended else None,
            *rest,
        )
        for number, seats, anchor, holders, ended, *rest in db.execute(_STANDING, asked)
    ]


_DEFINED = sql("SELECT count(*) FROM roles WHERE community_id = :community")


def defined(db: Session, community: int) -> int:
    """How many roles there ever were."""
    return int(db.execute(_DEFINED, {"community": community}).scalar_one())


_HOLDING = sql("""
    SELECT role, person_id FROM terms
    WHERE community_id = :community AND starts_at <= :now AND (ends_at IS NULL OR ends_at > :now)
""")


def holding(db: Session, community: int, now: datetime) -> dict[str, set[int]]:
    """Who holds which role now."""
    found: dict[str, set[int]] = {}
    for role, person in db.execute(_HOLDING, {"community": community, "now": to_text(now)}):
        found.setdefault(role, set()).add(person)
    return found


# ── what everybody has borne ────────────────────────────────────────────────────────────────────


_ROLES_AT = (
    select(Role)
    .where(Role.community_id == bindparam("community"), Role.made_at <= bindparam("at"))
    .where(or_(col(Role.ended_at).is_(None), col(Role.ended_at) >= bindparam("at")))
    .order_by(col(Role.number))
)


def roles_at(db: Session, community: int, at: datetime) -> list[Role]:
    """The roles that turned at an instant."""
    return list(db.exec(_ROLES_AT, params={"community": community, "at": at}))


class Had(NamedTuple):
    """A turn that somebody had."""

    id: int
    number: int
    person_id: int
    first: date
    end: date


_TURNS = sql("""
    SELECT role_id, turns.id, turns.number, person_id, starts_on, ends_on FROM turns
    JOIN roles ON roles.id = turns.role_id
    WHERE roles.community_id = :community AND ends_on > :day AND person_id IS NOT NULL
    ORDER BY starts_on, turns.id
""")


def turns_since(db: Session, community: int, day: date) -> dict[int, list[Had]]:
    """The turns of a community's roles that were not over on a day, and have a person, by role."""
    found: dict[int, list[Had]] = {}
    rows = db.execute(_TURNS, {"community": community, "day": day.isoformat()})
    for role, turn, number, person, first, end in rows:
        had = Had(turn, number, person, date.fromisoformat(first), date.fromisoformat(end))
        found.setdefault(role, []).append(had)
    return found


_COVERS = (
    select(Swap)
    .join(Turn, col(Turn.id) == Swap.turn_id)
    .join(Role, col(Role.id) == Turn.role_id)
    .where(Role.community_id == bindparam("community"), col(Turn.ends_on) > bindparam("day"))
    .where(Swap.state == "taken")
    .order_by(col(Swap.starts_on))
)


def covers_since(db: Session, community: int, day: date) -> dict[int, list[Swap]]:
    """The days that others took in these, by turn."""
    found: dict[int, list[Swap]] = {}
    for one in db.exec(_COVERS, params={"community": community, "day": day.isoformat()}):
        found.setdefault(one.turn_id, []).append(one)
    return found


_MEMBERS = sql("""
    SELECT person_id, joined_at FROM members
    WHERE community_id = :community AND joined_at <= :at AND (left_at IS NULL OR left_at > :at)
""")


def joined(db: Session, community: int, at: datetime) -> dict[int, str]:
    """When each of those joined who were members at an instant, as it is written down."""
    asked = {"community": community, "at": to_text(at)}
    return dict(db.execute(_MEMBERS, asked).all())


# ── days without a holder ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Served:
    """A stretch for which somebody held a role; without an end they still do."""

    role: int
    starts: datetime
    ends: datetime | None


_HELD = sql("""
    SELECT roles.id, terms.starts_at, terms.ends_at
    FROM terms
    LEFT JOIN turns ON turns.id = terms.turn_id
    JOIN roles ON roles.community_id = terms.community_id
              AND (roles.id = turns.role_id OR (turns.id IS NULL AND roles.key = terms.role))
    WHERE terms.community_id = :community AND terms.starts_at < :until
      AND (terms.ends_at IS NULL OR terms.ends_at > :since)
""")


def held(db: Session, community: int, since: datetime, until: datetime) -> list[Served]:
    """Who held a role for some of the time between two instants."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return [
        Served(role, from_text(starts), from_text(ends) if ends else None)
        for role, starts, ends in db.execute(_HELD, asked)
    ]


def turning(db: Session, community: int, since: datetime, until: datetime) -> list[Role]:
    """The roles that turned for some of the time between two instants."""
    return list(
        db.exec(
            select(Role)
            .where(Role.community_id == community, Role.made_at < until)
            .where(or_(col(Role.ended_at).is_(None), col(Role.ended_at) > since))
            .order_by(col(Role.number))
        )
    )
