"""The country whose public holidays a community keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; a community founded before keeps no holidays until it says whose."""
    with op.batch_alter_table("communities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("country", sa.String(), nullable=True))
    op.execute("UPDATE communities SET country = ''")
    with op.batch_alter_table("communities", schema=None) as batch_op:
        batch_op.alter_column("country", existing_type=sa.String(), nullable=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("communities", schema=None) as batch_op:
        batch_op.drop_column("country")
