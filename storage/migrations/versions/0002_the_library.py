"""The library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "misses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_misses_community_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_misses")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("misses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_misses_community_id"), ["community_id"], unique=False)

    op.create_table(
        "tags",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("alias_of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_tags_community_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community_id", "folded", name=op.f("pk_tags")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "resources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("titled", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("permalink", sa.String(), nullable=False),
        sa.Column("sharer_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("shared_at", storage.types.Instant(), nullable=False),
        sa.Column("edited_at", storage.types.Instant(), nullable=True),
        sa.Column("verified_at", storage.types.Instant(), nullable=False),
        sa.Column("fetched_at", storage.types.Instant(), nullable=True),
        sa.Column("deleted_at", storage.types.Instant(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reuses", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "state IN ('ok', 'to-check', 'archived')", name=op.f("ck_resources_state")
        ),
        sa.CheckConstraint(
            "titled IN ('person', 'page', 'address')", name=op.f("ck_resources_titled")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["persons.id"], name=op.f("fk_resources_author_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_resources_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_resources_place_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["sharer_id"], ["persons.id"], name=op.f("fk_resources_sharer_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resources")),
        sa.UniqueConstraint("community_id", "key", name=op.f("uq_resources_community_id_key")),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_resources_community_id_number")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("resources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resources_shared_at"), ["shared_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_resources_sharer_id"), ["sharer_id"], unique=False)

    op.create_table(
        "endorsements",
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_endorsements_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resources.id"],
            name=op.f("fk_endorsements_resource_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("resource_id", "person_id", name=op.f("pk_endorsements")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("endorsements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_endorsements_person_id"), ["person_id"], unique=False)

    op.create_table(
        "resource_tags",
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resources.id"],
            name=op.f("fk_resource_tags_resource_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("resource_id", "folded", name=op.f("pk_resource_tags")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("resource_tags", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resource_tags_folded"), ["folded"], unique=False)

    op.create_table(
        "uses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.CheckConstraint("kind IN ('tried', 'will-try')", name=op.f("ck_uses_kind")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_uses_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name=op.f("fk_uses_resource_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uses")),
        sa.UniqueConstraint(
            "resource_id",
            "person_id",
            "kind",
            "month",
            name=op.f("uq_uses_resource_id_person_id_kind_month"),
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("uses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_uses_person_id"), ["person_id"], unique=False)

    op.execute(
        "CREATE VIRTUAL TABLE resources_fts USING fts5(title, tags, note, description, address, "
        "tokenize = 'unicode61 remove_diacritics 2')"
    )
    op.execute("CREATE VIRTUAL TABLE resources_fts_words USING fts5vocab('resources_fts', 'row')")


def downgrade() -> None:
    """Go back."""
    op.drop_table("resources_fts_words")
    op.drop_table("resources_fts")
    with op.batch_alter_table("uses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_uses_person_id"))

    op.drop_table("uses")
    with op.batch_alter_table("resource_tags", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resource_tags_folded"))

    op.drop_table("resource_tags")
    with op.batch_alter_table("endorsements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_endorsements_person_id"))

    op.drop_table("endorsements")
    with op.batch_alter_table("resources", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resources_sharer_id"))
        batch_op.drop_index(batch_op.f("ix_resources_shared_at"))

    op.drop_table("resources")
    op.drop_table("tags")
    with op.batch_alter_table("misses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_misses_community_id"))

    op.drop_table("misses")
