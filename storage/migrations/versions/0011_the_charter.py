"""The charter: its draft, versions and signatures; co-definition rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "charter_rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", storage.types.Instant(), nullable=False),
        sa.Column("closes_at", storage.types.Instant(), nullable=False),
        sa.Column("votes_until", storage.types.Instant(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('answers', 'groups', 'dots', 'ended')", name=op.f("ck_charter_rounds_state")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_charter_rounds_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"],
            ["persons.id"],
            name=op.f("fk_charter_rounds_opened_by"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["places.id"],
            name=op.f("fk_charter_rounds_place_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_rounds")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("charter_rounds", schema=None) as batch_op:
        batch_op.create_index(
            "ix_charter_rounds_one",
            ["community_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'ended'"),
        )
        batch_op.create_index(
            batch_op.f("ix_charter_rounds_opened_by"), ["opened_by"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_charter_rounds_place_id"), ["place_id"], unique=False)

    op.create_table(
        "charter_sections",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=True),
        sa.Column("edited_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_charter_sections_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["edited_by"],
            ["persons.id"],
            name=op.f("fk_charter_sections_edited_by"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("community_id", "key", name=op.f("pk_charter_sections")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("charter_sections", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_charter_sections_edited_by"), ["edited_by"], unique=False
        )

    op.create_table(
        "charter_suggestions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'left')", name=op.f("ck_charter_suggestions_state")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_charter_suggestions_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_charter_suggestions_person_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"],
            ["persons.id"],
            name=op.f("fk_charter_suggestions_settled_by"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_suggestions")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("charter_suggestions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_charter_suggestions_open",
            ["community_id"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(
            batch_op.f("ix_charter_suggestions_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_charter_suggestions_settled_by"), ["settled_by"], unique=False
        )

    op.create_table(
        "charter_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("adopted_at", storage.types.Instant(), nullable=True),
        sa.Column("review_on", sa.String(), nullable=False),
        sa.Column("retired_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "(number IS NULL) = (adopted_at IS NULL)", name=op.f("ck_charter_versions_adopted")
        ),
        sa.CheckConstraint(
            "(number IS NULL) = (base IS NULL)", name=op.f("ck_charter_versions_base")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_charter_versions_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["persons.id"],
            name=op.f("fk_charter_versions_made_by"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_versions")),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_charter_versions_community_id_number")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("charter_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_charter_versions_made_by"), ["made_by"], unique=False)
        batch_op.create_index(
            "ix_charter_versions_put",
            ["community_id", "hash"],
            unique=True,
            sqlite_where=sa.text("number IS NULL"),
        )

    op.create_table(
        "charter_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["charter_rounds.id"],
            name=op.f("fk_charter_groups_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_groups")),
        sa.UniqueConstraint(
            "round_id", "question", "name", name=op.f("uq_charter_groups_round_id_question_name")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "charter_signatures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("signed_at", storage.types.Instant(), nullable=False),
        sa.Column("withdrawn_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_charter_signatures_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["charter_versions.id"],
            name=op.f("fk_charter_signatures_version_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_signatures")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("charter_signatures", schema=None) as batch_op:
        batch_op.create_index(
            "ix_charter_signatures_once",
            ["version_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_charter_signatures_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "charter_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["charter_groups.id"],
            name=op.f("fk_charter_answers_group_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_charter_answers_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["charter_rounds.id"],
            name=op.f("fk_charter_answers_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_answers")),
        sa.UniqueConstraint(
            "round_id",
            "person_id",
            "question",
            name=op.f("uq_charter_answers_round_id_person_id_question"),
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("charter_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_charter_answers_group_id"), ["group_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_charter_answers_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "charter_dots",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["charter_groups.id"],
            name=op.f("fk_charter_dots_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_charter_dots_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("pk_charter_dots")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("charter_dots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_charter_dots_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("charter_dots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_dots_person_id"))

    op.drop_table("charter_dots")
    with op.batch_alter_table("charter_answers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_answers_person_id"))
        batch_op.drop_index(batch_op.f("ix_charter_answers_group_id"))

    op.drop_table("charter_answers")
    with op.batch_alter_table("charter_signatures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_signatures_person_id"))
        batch_op.drop_index(
            "ix_charter_signatures_once", sqlite_where=sa.text("withdrawn_at IS NULL")
        )

    op.drop_table("charter_signatures")
    op.drop_table("charter_groups")
    with op.batch_alter_table("charter_versions", schema=None) as batch_op:
        batch_op.drop_index("ix_charter_versions_put", sqlite_where=sa.text("number IS NULL"))
        batch_op.drop_index(batch_op.f("ix_charter_versions_made_by"))

    op.drop_table("charter_versions")
    with op.batch_alter_table("charter_suggestions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_suggestions_settled_by"))
        batch_op.drop_index(batch_op.f("ix_charter_suggestions_person_id"))
        batch_op.drop_index("ix_charter_suggestions_open", sqlite_where=sa.text("state = 'open'"))

    op.drop_table("charter_suggestions")
    with op.batch_alter_table("charter_sections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_sections_edited_by"))

    op.drop_table("charter_sections")
    with op.batch_alter_table("charter_rounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charter_rounds_place_id"))
        batch_op.drop_index(batch_op.f("ix_charter_rounds_opened_by"))
        batch_op.drop_index("ix_charter_rounds_one", sqlite_where=sa.text("state <> 'ended'"))

    op.drop_table("charter_rounds")
