"""What members say of themselves, who may be suggested, and the core group."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; nobody has opted out yet."""
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unlisted", sa.Boolean(), nullable=True))
    op.execute("UPDATE members SET unlisted = 0")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.alter_column("unlisted", existing_type=sa.Boolean(), nullable=False)
    op.create_table(
        "profiles",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("offers", sa.String(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("written_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_profiles_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_profiles_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("community_id", "person_id", name=op.f("pk_profiles")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("profiles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_profiles_person_id"), ["person_id"], unique=False)
    op.create_table(
        "core_members",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.types.Instant(), nullable=False),
        sa.Column("answered_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'accepted', 'declined', 'left')",
            name=op.f("ck_core_members_state"),
        ),
        sa.CheckConstraint(
            "(state = 'asked') = (answered_at IS NULL)", name=op.f("ck_core_members_answered")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["persons.id"], name=op.f("fk_core_members_asked_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_core_members_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_core_members_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community_id", "person_id", name=op.f("pk_core_members")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("core_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_core_members_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("core_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_core_members_person_id"))
    op.drop_table("core_members")
    with op.batch_alter_table("profiles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_profiles_person_id"))
    op.drop_table("profiles")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_column("unlisted")
