"""Calendar feeds, and the name of the installation."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    installation = op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.bulk_insert(installation, [{"id": 1, "name": str(uuid4())}])
    op.create_table(
        "feeds",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("since", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_feeds_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("hash", name=op.f("uq_feeds_hash")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("feeds")
    op.drop_table("installation")
