"""The journey: states that were declared or noted, and retrospectives with what came of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "journey_declared",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("until", storage.types.Instant(), nullable=False),
        _of("journey_declared", "community_id", "communities"),
        _of("journey_declared", "person_id", "persons", "SET NULL"),
        sa.PrimaryKeyConstraint("community_id", "number", name=op.f("pk_journey_declared")),
        sqlite_strict=True,
    )
    op.create_table(
        "journey_states",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("since", storage.types.Instant(), nullable=True),
        _of("journey_states", "community_id", "communities"),
        sa.PrimaryKeyConstraint("community_id", "number", name=op.f("pk_journey_states")),
        sqlite_strict=True,
    )
    op.create_table(
        "retrospectives",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("opened_at", storage.types.Instant(), nullable=False),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        _of("retrospectives", "community_id", "communities"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retrospectives")),
        sqlite_strict=True,
    )
    op.create_table(
        "retrospective_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("retrospective_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("added_at", storage.types.Instant(), nullable=False),
        _of("retrospective_items", "person_id", "persons", "SET NULL"),
        _of("retrospective_items", "retrospective_id", "retrospectives"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retrospective_items")),
        sqlite_strict=True,
    )
    op.create_table(
        "retrospective_tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("retrospective_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.String(), nullable=False),
        sa.Column("done_at", storage.types.Instant(), nullable=True),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("change_words", sa.String(), nullable=False),
        sa.Column("changed_at", storage.types.Instant(), nullable=True),
        _of("retrospective_tasks", "community_id", "communities"),
        _of("retrospective_tasks", "owner_id", "persons", "SET NULL"),
        _of("retrospective_tasks", "retrospective_id", "retrospectives"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retrospective_tasks")),
        sqlite_strict=True,
    )
    for table, column in _INDEXES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def downgrade() -> None:
    """Go back."""
    for table, column in reversed(_INDEXES):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_{column}"))
    op.drop_table("retrospective_tasks")
    op.drop_table("retrospective_items")
    op.drop_table("retrospectives")
    op.drop_table("journey_states")
    op.drop_table("journey_declared")


_INDEXES = (
    ("retrospectives", "community_id"),
    ("retrospective_items", "retrospective_id"),
    ("retrospective_tasks", "community_id"),
    ("retrospective_tasks", "owner_id"),
    ("retrospective_tasks", "retrospective_id"),
)


def _of(table: str, column: str, other: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    """A column that points at another table's row."""
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)
