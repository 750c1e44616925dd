"""What figures are counted by, and the reports that were put into a channel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COUNTED = (
    *("community_id", "deleted_at", "author_id", "sharer_id", "state", "shared_at"),
    *("verified_at", "reuses"),
)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "impact_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("end", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("shared_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_impact_reports_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_impact_reports_person_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impact_reports")),
        sqlite_strict=True,
    )
    op.create_index("ix_impact_reports_when", "impact_reports", ["community_id", "shared_at"])
    op.create_index("ix_acts_when", "acts", ["community_id", "at", "person_id"])
    op.drop_index("ix_acts_at", "acts")
    op.create_index("ix_members_when", "members", ["community_id", "person_id", "joined_at", "left_at"])
    op.create_index("ix_journal_when", "journal", ["community_id", "at"])
    op.drop_index("ix_journal_community_id", "journal")
    op.create_index("ix_resources_counted", "resources", list(COUNTED))
    op.create_index("ix_uses_when", "uses", ["kind", "own", "at"])
    op.create_index("ix_polls_closed", "polls", ["community_id", "closed_at"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_polls_closed", "polls")
    op.drop_index("ix_uses_when", "uses")
    op.drop_index("ix_resources_counted", "resources")
    op.create_index("ix_journal_community_id", "journal", ["community_id"])
    op.drop_index("ix_journal_when", "journal")
    op.drop_index("ix_members_when", "members")
    op.create_index("ix_acts_at", "acts", ["at"])
    op.drop_index("ix_acts_when", "acts")
    op.drop_index("ix_impact_reports_when", "impact_reports")
    op.drop_table("impact_reports")
