"""Objectives: their wordings, objections, assessments, and what is tied to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _person(name: str, table: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], ["persons.id"], name=op.f(f"fk_{table}_{name}"), ondelete=ondelete
    )


def _goal(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["goal_id"], ["goals.id"], name=op.f(f"fk_{table}_goal_id"), ondelete="CASCADE"
    )


def _aim() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("baseline", sa.Float(), nullable=True),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
    )


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "goals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        *_aim(),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("posted_at", storage.types.Instant(), nullable=False),
        sa.Column("settled_at", storage.types.Instant(), nullable=True),
        sa.Column("reviewed_at", storage.types.Instant(), nullable=True),
        sa.Column("retired_at", storage.types.Instant(), nullable=True),
        sa.Column("retired_why", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('strategic', 'operational')", name=op.f("ck_goals_kind")),
        sa.CheckConstraint("baseline IS NULL OR baseline <> target", name=op.f("ck_goals_range")),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_goals_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_goals_place_id"), ondelete="CASCADE"
        ),
        _person("author_id", "goals", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_goals_community_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "goal_wordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        *_aim(),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("until", storage.types.Instant(), nullable=False),
        _goal("goal_wordings"),
        _person("person_id", "goal_wordings", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_wordings")),
        sqlite_strict=True,
    )
    op.create_table(
        "goal_objections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'withdrawn', 'answered')", name=op.f("ck_goal_objections_state")
        ),
        _goal("goal_objections"),
        _person("person_id", "goal_objections", "CASCADE"),
        _person("answered_by", "goal_objections", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_objections")),
        sqlite_strict=True,
    )
    op.create_table(
        "goal_assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("on_day", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        _goal("goal_assessments"),
        _person("person_id", "goal_assessments", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_assessments")),
        sqlite_strict=True,
    )
    op.create_table(
        "goal_ties",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.types.Instant(), nullable=False),
        _goal("goal_ties"),
        _person("person_id", "goal_ties", "SET NULL"),
        sa.PrimaryKeyConstraint("goal_id", "thing", name=op.f("pk_goal_ties")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for table, column in INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.create_index(
        "ix_goal_objections_open",
        "goal_objections",
        ["goal_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
    )


INDEXES = (
    ("goals", "place_id"),
    ("goals", "author_id"),
    ("goal_wordings", "goal_id"),
    ("goal_objections", "goal_id"),
    ("goal_objections", "person_id"),
    ("goal_assessments", "goal_id"),
    ("goal_ties", "thing"),
)


def downgrade() -> None:
    """Go back."""
    for table in ("goal_ties", "goal_assessments", "goal_objections", "goal_wordings", "goals"):
        op.drop_table(table)
