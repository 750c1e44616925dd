"""Meetings in numbers: how many were held and are to come, who was there, of how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text as sql
from sqlmodel import Session

from storage.types import to_text


@dataclass(frozen=True, slots=True)
class Counts:
    """How many meetings were put to the community, held, and are to come."""

    proposed: int
    held: int
    within_30: int
    within_180: int


_COUNTS = sql("""
    SELECT count(*),
           coalesce(sum(state = 'settled' AND starts_at <= :now), 0),
           coalesce(sum(state = 'settled' AND starts_at > :now AND starts_at <= :soon), 0),
           coalesce(sum(state = 'settled' AND starts_at > :now AND starts_at <= :later), 0)
    FROM meetings WHERE community_id = :community
""")


def counts(db: Session, community: int, now: datetime) -> Counts:
    """All of a community's meetings, as they stand."""
    asked = {
        "community": community,
        "now": to_text(now),
        "soon": to_text(now + timedelta(days=30)),
        "later": to_text(now + timedelta(days=180)),
    }
    return Counts(*db.execute(_COUNTS, asked).one())


@dataclass(frozen=True, slots=True)
class Presence:
    """A meeting of which it was confirmed who was there.

    `there` are the members present, with `guests` besides; `came` said yes before, of `said`.
    """

    there: int
    guests: int
    members: int
    said: int
    came: int


_PRESENCES = sql("""
    SELECT (SELECT count(*) FROM attendances
            JOIN members ON members.community_id = meetings.community_id
                        AND members.person_id = attendances.person_id
            WHERE attendances.meeting_id = meetings.id AND attendances.present
              AND members.joined_at <= meetings.starts_at
              AND (members.left_at IS NULL OR members.left_at > meetings.starts_at)),
           CASE WHEN guests = '' THEN 0
                ELSE 1 + length(guests) - length(replace(guests, char(10), '')) END,
           (SELECT count(*) FROM members
            WHERE members.community_id = meetings.community_id
              AND members.joined_at <= meetings.starts_at
              AND (members.left_at IS NULL OR members.left_at > meetings.starts_at)),
           (SELECT count(*) FROM rsvps
            WHERE rsvps.meeting_id = meetings.id AND rsvps.answer = 'yes'),
           (SELECT count(*) FROM rsvps
            JOIN attendances ON attendances.meeting_id = rsvps.meeting_id
                            AND attendances.person_id = rsvps.person_id
            WHERE rsvps.meeting_id = meetings.id AND rsvps.answer = 'yes'
              AND attendances.present)
    FROM meetings
    WHERE community_id = :community AND state = 'settled' AND presence = 'confirmed'
      AND starts_at >= :since AND starts_at < :until
    ORDER BY starts_at
""")


def presences(db: Session, community: int, since: datetime, until: datetime) -> list[Presence]:
    """The confirmed meetings begun from `since` to just before `until`, in order."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return [Presence(*row) for row in db.execute(_PRESENCES, asked)]


_SAID = sql("""
    SELECT count(DISTINCT rsvps.person_id) FROM rsvps
    JOIN meetings ON meetings.id = rsvps.meeting_id
    WHERE meetings.community_id = :community AND meetings.state = 'settled'
      AND meetings.presence = 'confirmed' AND rsvps.answer = 'yes'
      AND meetings.starts_at >= :since AND meetings.starts_at < :until
""")


def saying_yes(db: Session, community: int, since: datetime, until: datetime) -> int:
    """How many persons said yes to any of these."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return int(db.execute(_SAID, asked).scalar_one())


_BEST = sql("""
    WITH steps AS (  -- one pass over time: who joins, who leaves, who meets
        SELECT joined_at AS at, 1 AS step, NULL AS there, 0 AS besides
        FROM members WHERE community_id = :community
        UNION ALL
        SELECT left_at, -1, NULL, 0
        FROM members WHERE community_id = :community AND left_at IS NOT NULL
        UNION ALL
        SELECT starts_at, 0,
               (SELECT count(*) FROM attendances
                WHERE attendances.meeting_id = meetings.id AND attendances.present),
               CASE WHEN guests = '' THEN 0
                    ELSE 1 + length(guests) - length(replace(guests, char(10), '')) END
        FROM meetings
        WHERE community_id = :community AND state = 'settled' AND presence = 'confirmed'
    )
    SELECT max(there + besides), max(CAST(there AS REAL) / nullif(members, 0))
    FROM (SELECT there, besides, sum(step) OVER (
              ORDER BY at, step = 0 ROWS UNBOUNDED PRECEDING) AS members FROM steps)
    WHERE there IS NOT NULL
""")


def best(db: Session, community: int) -> tuple[int | None, float | None]:
    """The most people at a confirmed meeting, and the largest part of the members of the time."""
    most, part = db.execute(_BEST, {"community": community}).one()
    return most, None if part is None else min(1.0, part)
