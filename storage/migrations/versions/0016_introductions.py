"""How members introduced themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; nobody has yet."""
    op.create_table(
        "introductions",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("brings", sa.String(), nullable=False),
        sa.Column("offers", sa.String(), nullable=False),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_introductions_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_introductions_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community_id", "person_id", name=op.f("pk_introductions")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_introductions_person_id", "introductions", ["person_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_introductions_person_id", "introductions")
    op.drop_table("introductions")
