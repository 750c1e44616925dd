"""What a decision's end presses, kept with the version that it adopted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; nothing follows the end of what was proposed before."""
    with op.batch_alter_table("decision_versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ending", sa.String(), nullable=True))
    op.execute("UPDATE decision_versions SET ending = ''")
    with op.batch_alter_table("decision_versions", schema=None) as batch_op:
        batch_op.alter_column("ending", existing_type=sa.String(), nullable=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("decision_versions", schema=None) as batch_op:
        batch_op.drop_column("ending")
