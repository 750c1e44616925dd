"""Members who asked for what awaits them, each week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; nobody has asked for it yet."""
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digest", sa.Boolean(), nullable=True))
    op.execute("UPDATE members SET digest = 0")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.alter_column("digest", existing_type=sa.Boolean(), nullable=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_column("digest")
