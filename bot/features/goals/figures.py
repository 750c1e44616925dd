"""Objectives in numbers: how many there ever were, and how those in force stand."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import text as sql
from sqlmodel import Session

_EVER = sql("SELECT count(*) FROM goals WHERE community_id = :community")


def ever(db: Session, community: int) -> int:
    """How many were ever written down."""
    return int(db.execute(_EVER, {"community": community}).scalar_one())


class InForce(NamedTuple):
    """An objective in force."""

    is_whole: bool  # it has an indicator, a target and a date
    due: date | None
    assessed: date | None  # for the last time


_IN_FORCE = sql("""
    SELECT (indicator <> '' OR measure <> '') AND target IS NOT NULL AND due_on IS NOT NULL,
           due_on, (SELECT max(on_day) FROM goal_assessments WHERE goal_id = goals.id)
    FROM goals
    WHERE community_id = :community AND retired_at IS NULL AND settled_at IS NOT NULL
""")


def in_force(db: Session, community: int) -> list[InForce]:
    """How each objective stands that is in force."""
    return [
        InForce(bool(whole), _day(due), _day(assessed))
        for whole, due, assessed in db.execute(_IN_FORCE, {"community": community})
    ]


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
