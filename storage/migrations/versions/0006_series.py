"""What comes again: series, and what became of their days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("starts_on", sa.String(), nullable=False),
        sa.Column("done_until", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("started_at", storage.types.Instant(), nullable=False),
        sa.CheckConstraint(
            "state IN ('active', 'paused', 'stopped')", name=op.f("ck_series_state")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_series_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["persons.id"], name=op.f("fk_series_owner_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_series_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_series_community_id_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_series_place_id"), ["place_id"], unique=False)

    op.create_table(
        "series_days",
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.CheckConstraint("what IN ('made', 'skipped', 'late')", name=op.f("ck_series_days_what")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_series_days_series_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("series_id", "day", name=op.f("pk_series_days")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("series_days", schema=None) as batch_op:
        batch_op.create_index(
            "ix_series_days_ref", ["ref"], unique=False, sqlite_where=sa.text("ref <> ''")
        )


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("series_days", schema=None) as batch_op:
        batch_op.drop_index("ix_series_days_ref", sqlite_where=sa.text("ref <> ''"))
    op.drop_table("series_days")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_series_place_id"))
        batch_op.drop_index(batch_op.f("ix_series_owner_id"))
    op.drop_table("series")
