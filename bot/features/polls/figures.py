"""How many of those who could voted, poll by poll, counted as they were at its closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text as sql
from sqlmodel import Session

from storage.types import from_text, to_text


@dataclass(frozen=True, slots=True)
class Turnout:
    """A closed poll: who voted, of those who could when it closed."""

    closed_at: datetime
    sealed: bool  # anonymous
    voters: int
    eligible: int


_TURNOUTS = sql("""
    WITH closed AS (
        SELECT id, community_id AS here, audience, closed_at AS at, secrecy FROM polls
        WHERE community_id = :community AND closed_at >= :since AND closed_at < :until
          AND state = 'closed'
    ),
    early AS (  -- those of whom nobody need ask whether they had joined by a closing
        SELECT person_id, left_at FROM members
        WHERE community_id = :community AND joined_at <= :since
    ),
    moved AS MATERIALIZED (  -- those who came since then, or left at some time
        SELECT person_id, joined_at, left_at FROM members
        WHERE community_id = :community AND (joined_at > :since OR left_at IS NOT NULL)
    )
    SELECT at, secrecy = 'anonymous',
           (SELECT count(*) FROM ballots  -- a guest's vote is a vote, and of no member
            WHERE poll_id = closed.id
              AND (person_id IN (SELECT person_id FROM early)
                   OR EXISTS (SELECT 1 FROM members WHERE members.community_id = here
                              AND members.person_id = ballots.person_id AND joined_at <= at)))
           + (SELECT count(*) FROM electors
              JOIN members ON members.community_id = here AND members.person_id = electors.person_id
              WHERE poll_id = closed.id AND voted AND joined_at <= at),
           CASE WHEN audience = 'everyone' THEN
               (SELECT count(*) FROM early WHERE left_at IS NULL)
               + (SELECT count(*) FROM moved
                  WHERE joined_at <= at
                    AND (left_at IS NULL OR left_at > at
                         OR EXISTS (SELECT 1 FROM ballots WHERE poll_id = closed.id
                                    AND ballots.person_id = moved.person_id)
                         OR EXISTS (SELECT 1 FROM electors WHERE poll_id = closed.id AND voted
                                    AND electors.person_id = moved.person_id)))
           ELSE
               (SELECT count(*) FROM members
                WHERE members.community_id = here AND joined_at <= at
                  AND (left_at IS NULL OR left_at > at
                       OR EXISTS (SELECT 1 FROM ballots WHERE poll_id = closed.id
                                  AND ballots.person_id = members.person_id)
                       OR EXISTS (SELECT 1 FROM electors WHERE poll_id = closed.id AND voted
                                  AND electors.person_id = members.person_id))
                  AND (EXISTS (SELECT 1 FROM electors WHERE poll_id = closed.id
                               AND electors.person_id = members.person_id)
                       OR EXISTS (SELECT 1 FROM ballots WHERE poll_id = closed.id
                                  AND ballots.person_id = members.person_id)
                       OR EXISTS (SELECT 1 FROM terms WHERE terms.community_id = here
                                  AND terms.role = substr(audience, 6)
                                  AND terms.person_id = members.person_id
                                  AND starts_at <= at AND (ends_at IS NULL OR ends_at > at))))
           END
    FROM closed ORDER BY at, id
""")


def turnouts(db: Session, community: int, since: datetime, until: datetime) -> list[Turnout]:
    """The polls closed from `since` to just before `until`, in order.

    Who left before the closing is counted on only if they had voted (R8).
    """
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return [
        Turnout(from_text(closed), bool(sealed), voters, eligible)
        for closed, sealed, voters, eligible in db.execute(_TURNOUTS, asked)
    ]


_VOTERS = sql("""
    SELECT count(DISTINCT electors.person_id) FROM electors
    JOIN polls ON polls.id = electors.poll_id
    WHERE polls.community_id = :community AND polls.closed_at >= :since
      AND polls.closed_at < :until AND polls.state = 'closed' AND electors.voted
""")


def secret_voters(db: Session, community: int, since: datetime, until: datetime) -> int:
    """How many persons voted in the anonymous polls that closed in between."""
    asked = {"community": community, "since": to_text(since), "until": to_text(until)}
    return int(db.execute(_VOTERS, asked).scalar_one())
