"""The library in numbers: what it holds, from how many people, how fresh, and how often it served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text as sql
from sqlmodel import Session, col, select

from bot.features.resources.records import Use
from storage.types import from_text, to_text


@dataclass(frozen=True, slots=True)
class Stock:
    """What stands in the library: entries, of how many people, and since when."""

    entries: int
    sharers: int
    newest: datetime | None


_STOCK = sql("""
    SELECT count(*),
           count(DISTINCT CASE  -- what somebody wrote is theirs, whoever kept it
                 WHEN author_id IS NULL THEN sharer_id WHEN author_id > 0 THEN author_id END),
           max(shared_at)
    FROM resources  -- the signs keep the planner on the one index that has it all
    WHERE community_id = :community AND deleted_at IS NULL
      AND +state <> 'archived' AND +shared_at < :until
""")


def stock(db: Session, community: int, until: datetime) -> Stock:
    """The entries shared before `until` that are neither archived nor in the bin."""
    asked = {"community": community, "until": to_text(until)}
    entries, sharers, newest = db.execute(_STOCK, asked).one()
    return Stock(entries, sharers, from_text(newest) if newest else None)


@dataclass(frozen=True, slots=True)
class Checked:
    """How the library is kept: its entries, those that are fresh, and those to be checked."""

    entries: int
    fresh: int
    to_check: int


_CHECKED = sql("""
    SELECT count(*), coalesce(sum(state = 'ok' AND verified_at > :fresh), 0),
           coalesce(sum(state = 'to-check'), 0)
    FROM resources  -- as above
    WHERE community_id = :community AND deleted_at IS NULL
      AND +state <> 'archived' AND +shared_at < :until
""")


def checked(db: Session, community: int, until: datetime, fresh: datetime) -> Checked:
    """The same entries: those verified since an instant are fresh."""
    asked = {"community": community, "until": to_text(until), "fresh": to_text(fresh)}
    return Checked(*db.execute(_CHECKED, asked).one())


_REUSES = sql("SELECT coalesce(sum(reuses), 0) FROM resources WHERE community_id = :community")


def reuses(db: Session, community: int) -> int:
    """How often others than who shared it tried what the library holds, or held until lately."""
    return int(db.execute(_REUSES, {"community": community}).scalar_one())


@dataclass(frozen=True, slots=True)
class Tried:
    """How often, and by how many people."""

    times: int
    people: int


_TRIED = sql("""
    SELECT count(*), count(DISTINCT uses.person_id) FROM uses
    JOIN resources ON resources.id = uses.resource_id
    WHERE uses.kind = 'tried' AND uses.own = 0 AND uses.at >= :since AND uses.at < :until
      AND resources.community_id = :community
""")


def tried(db: Session, community: int, since: datetime, until: datetime) -> Tried:
    """Uses by others than who shared it, from `since` to just before `until`: one a person and month."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return Tried(*db.execute(_TRIED, asked).one())


def tries(db: Session, resource: int, person: int) -> list[Use]:
    """The times that somebody tried a resource, the last one first."""
    wanted = select(Use).where(Use.resource_id == resource, Use.person_id == person)
    return list(db.exec(wanted.where(Use.kind == "tried").order_by(col(Use.at).desc())))
