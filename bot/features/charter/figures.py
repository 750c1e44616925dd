"""The charter in numbers: who said why we are here, and how many of the active members signed."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text as sql
from sqlmodel import Session

from bot.features.charter.records import Version
from bot.features.charter.rules import ACTIVE
from storage.types import to_text


class Begun(NamedTuple):
    """What there is of a charter and of its why, and the members of now."""

    drafted: bool
    members: int
    answered: int  # whoever ever answered a round, gone or not
    members_answered: int


_BEGUN = sql("""
    SELECT EXISTS (SELECT 1 FROM charter_sections WHERE community_id = :community)
           OR EXISTS (SELECT 1 FROM charter_versions WHERE community_id = :community),
           (SELECT count(*) FROM members WHERE community_id = :community AND left_at IS NULL),
           count(DISTINCT charter_answers.person_id),
           count(DISTINCT members.person_id)
    FROM charter_rounds
    JOIN charter_answers ON charter_answers.round_id = charter_rounds.id
    LEFT JOIN members ON members.community_id = charter_rounds.community_id
                     AND members.person_id = charter_answers.person_id AND left_at IS NULL
    WHERE charter_rounds.community_id = :community
""")


def begun(db: Session, community: int) -> Begun:
    """How far a community has come with its why and its draft."""
    drafted, *counts = db.execute(_BEGUN, {"community": community}).one()
    return Begun(bool(drafted), *counts)


_COVERED = sql("""
    SELECT count(*), coalesce(sum(person_id IN (
        SELECT person_id FROM charter_signatures
        JOIN charter_versions ON charter_versions.id = charter_signatures.version_id
        WHERE community_id = :community AND base = :base AND signed_at <= :at
          AND (withdrawn_at IS NULL OR withdrawn_at > :at)
    )), 0)
    FROM members
    WHERE community_id = :community AND joined_at <= :at AND (left_at IS NULL OR left_at > :at)
      AND person_id IN (
          SELECT person_id FROM acts WHERE community_id = :community AND at > :since AND at <= :at)
""")


def covered(db: Session, version: Version, at: datetime) -> tuple[int, int]:
    """The active members of an instant, and those of them who had signed a version by then."""
    asked = {
        "community": version.community_id,
        "base": version.base,
        "at": to_text(at),
        "since": to_text(at - ACTIVE),
    }
    active, signed = db.execute(_COVERED, asked).one()
    return active, signed
