"""How many were in a community at an instant, and how many of them had done something lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text as sql
from sqlmodel import Session

from storage.types import to_text


@dataclass(frozen=True, slots=True)
class Active:
    """The members at an instant, and those of them who had acted since another."""

    members: int
    active: int


_ACTIVE = sql("""
    SELECT count(*), coalesce(sum(person_id IN (
        SELECT person_id FROM acts
        WHERE community_id = :community AND at >= :since AND at < :until
        UNION ALL
        SELECT person_id FROM terms  -- a term served to its end
        WHERE community_id = :community AND ends_at > :since AND ends_at <= :until
          AND starts_at < ends_at
    )), 0)
    FROM members
    WHERE community_id = :community AND joined_at < :until
      AND (left_at IS NULL OR left_at >= :until)
""")


def active(db: Session, community: int, since: datetime, until: datetime) -> Active:
    """Who was in just before `until`, and who of them acted from `since` on. Who had left is in neither."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return Active(*db.execute(_ACTIVE, asked).one())
