"""Roles that turn: turns, swaps, absences, handovers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("said_at", storage.types.Instant(), nullable=False),
        sa.CheckConstraint("first <= last", name=op.f("ck_absences_order")),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_absences_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_absences_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_absences_when", ["community_id", "last"], unique=False)

    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("duties", sa.String(), nullable=False),
        sa.Column("checklist", sa.String(), nullable=False),
        sa.Column("length_count", sa.Integer(), nullable=False),
        sa.Column("length_unit", sa.String(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("in_a_row", sa.Integer(), nullable=False),
        sa.Column("grace", sa.Integer(), nullable=False),
        sa.Column("everybody", sa.Boolean(), nullable=False),
        sa.Column("excludes", sa.JSON(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "length_unit IN ('day', 'week', 'month')", name=op.f("ck_roles_length_unit")
        ),
        sa.CheckConstraint("length_count > 0", name=op.f("ck_roles_length_count")),
        sa.CheckConstraint("seats > 0", name=op.f("ck_roles_seats")),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_roles_community_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_roles_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("community_id", "key", name=op.f("uq_roles_community_id_key")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_roles_community_id_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("roles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roles_place_id"), ["place_id"], unique=False)

    op.create_table(
        "role_pool",
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("volunteer", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_role_pool_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_role_pool_role_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("role_id", "person_id", name=op.f("pk_role_pool")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "turns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.String(), nullable=False),
        sa.Column("ends_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.types.Instant(), nullable=True),
        sa.Column("accepted_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "(state = 'vacant') = (person_id IS NULL)", name=op.f("ck_turns_person")
        ),
        sa.CheckConstraint("state IN ('asked', 'accepted', 'vacant')", name=op.f("ck_turns_state")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_turns_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_turns_role_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turns")),
        sa.UniqueConstraint(
            "role_id",
            "number",
            "seat",
            "starts_on",
            name=op.f("uq_turns_role_id_number_seat_starts_on"),
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("turns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_turns_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_turns_until", ["role_id", "ends_on"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("written_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name=op.f("fk_handovers_turn_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("turn_id", name=op.f("pk_handovers")),
        sqlite_strict=True,
    )
    op.create_table(
        "swaps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.String(), nullable=False),
        sa.Column("ends_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.types.Instant(), nullable=False),
        sa.Column("taken_at", storage.types.Instant(), nullable=True),
        sa.CheckConstraint(
            "(state IN ('taken', 'undone')) = (taken_by IS NOT NULL)", name=op.f("ck_swaps_taken")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'undone', 'past-due', 'withdrawn')",
            name=op.f("ck_swaps_state"),
        ),
        sa.CheckConstraint(
            "taken_by IS NULL OR taken_by <> asked_by", name=op.f("ck_swaps_another")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["persons.id"], name=op.f("fk_swaps_asked_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["persons.id"], name=op.f("fk_swaps_taken_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name=op.f("fk_swaps_turn_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swaps")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("swaps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_swaps_asked_by"), ["asked_by"], unique=False)
        batch_op.create_index(
            "ix_swaps_open",
            ["turn_id", "starts_on"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(batch_op.f("ix_swaps_taken_by"), ["taken_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_swaps_turn_id"), ["turn_id"], unique=False)

    op.create_table(
        "turn_passes",
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_turn_passes_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name=op.f("fk_turn_passes_turn_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("turn_id", "person_id", name=op.f("pk_turn_passes")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("terms", schema=None, recreate="always") as batch_op:
        batch_op.add_column(sa.Column("turn_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_terms_turn_id"), ["turn_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("terms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_terms_turn_id"))
        batch_op.drop_column("turn_id")

    op.drop_table("turn_passes")
    with op.batch_alter_table("swaps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_swaps_turn_id"))
        batch_op.drop_index(batch_op.f("ix_swaps_taken_by"))
        batch_op.drop_index("ix_swaps_open", sqlite_where=sa.text("state = 'open'"))
        batch_op.drop_index(batch_op.f("ix_swaps_asked_by"))

    op.drop_table("swaps")
    op.drop_table("handovers")
    with op.batch_alter_table("turns", schema=None) as batch_op:
        batch_op.drop_index("ix_turns_until")
        batch_op.drop_index(batch_op.f("ix_turns_person_id"))

    op.drop_table("turns")
    op.drop_table("role_pool")
    with op.batch_alter_table("roles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roles_place_id"))

    op.drop_table("roles")
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.drop_index("ix_absences_when")
        batch_op.drop_index(batch_op.f("ix_absences_person_id"))

    op.drop_table("absences")
